import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { lastDayAfter, lastDayBefore, parseLimit } from '#engines/clocks/index.ts'
import { refuse } from './refusals.ts'
import {
  type CancellingGround,
  type LicenceState,
  type RevokingGround,
  type Standing,
  STANDING_WORDS,
} from './terms.ts'

/** What happens to a licence, in the stream `licence/<number>`. The holder is a reference into the vault. */
export type LicenceEvent =
  | ({ readonly type: 'LicenceGranted' } & LicenceGranted)
  | { readonly type: 'RenewalAsked'; readonly caseNo: string; readonly inTime: boolean }
  | {
      readonly type: 'RenewalEnded'
      readonly caseNo: string
      readonly how: 'denied' | 'declined' | 'withdrawn'
    }
  | {
      readonly type: 'LicenceRenewed'
      readonly caseNo: string
      /** 视为准予延续: nobody decided before the licence ended (行政许可法 50.2). */
      readonly deemed: boolean
      readonly validUntil: Day | null
    }
  | ({ readonly type: 'LicenceRevoked'; readonly ground: RevokingGround } & Ending)
  | ({ readonly type: 'LicenceCancelled'; readonly ground: CancellingGround } & Ending)
  | ({ readonly type: 'LicenceWithdrawn' } & Ending)

export interface LicenceGranted {
  /** 证照名称 as the item's result calls it. */
  readonly name: Bilingual
  readonly item: string
  readonly itemName: Bilingual
  /** 主项: items that stand together, such as the renewal beside the first grant. */
  readonly mainItem: string | null
  readonly unit: string
  /** Units besides it that saw the case, and so see the licence. */
  readonly seenBy: readonly string[]
  readonly holder: string
  readonly holderMasked: string
  /** Who applied in the holder's place: may renew for it on the portal. */
  readonly agent: string | null
  /** Null: granted before the platform, and registered. */
  readonly caseNo: string | null
  readonly validFrom: Day
  /** The last day; null: no end. */
  readonly validUntil: Day | null
  /** How long it was granted for, as `5Y`: a renewal adds as much. */
  readonly period: string | null
  /** How long before its end renewal is applied for, as `30D`. */
  readonly renewBefore: string
  /** 直接关系公共安全、人身健康、生命财产安全: fraud bars for three years. */
  readonly safety: boolean
  /** Where one may object to what the unit decides about it, in words. */
  readonly remedies: string
}

interface Ending {
  readonly reason: string
  readonly document: string
}

export interface Licence extends LicenceGranted {
  readonly number: string
  readonly state: LicenceState
  readonly renewal: { readonly caseNo: string; readonly inTime: boolean } | null
  readonly because: string | null
}

export function evolve(
  before: Licence | undefined,
  number: string,
  event: LicenceEvent,
): Licence | undefined {
  if (event.type === 'LicenceGranted') {
    const { type: _, ...granted } = event
    return { ...granted, number, state: 'valid', renewal: null, because: null }
  }
  return before && { ...before, ...changeOf(event) }
}

function changeOf(event: Exclude<LicenceEvent, { type: 'LicenceGranted' }>): Partial<Licence> {
  switch (event.type) {
    case 'RenewalAsked':
      return { renewal: { caseNo: event.caseNo, inTime: event.inTime } }
    case 'RenewalEnded':
      return { renewal: null }
    case 'LicenceRenewed':
      return { state: 'renewed', validUntil: event.validUntil, renewal: null }
    case 'LicenceRevoked':
      return { state: 'revoked', because: event.reason }
    case 'LicenceCancelled':
      return { state: 'cancelled', because: event.reason }
    case 'LicenceWithdrawn':
      return { state: 'withdrawn', because: event.reason }
  }
}

const stands = ({ state }: Licence): boolean => state === 'valid' || state === 'renewed'

/** How it stands on a day: until 24:00 of its last day it is in force. */
export function standingOn(licence: Licence, today: Day): Standing {
  const { state, validUntil } = licence
  return stands(licence) && validUntil !== null && validUntil < today ? 'lapsed' : state
}

export const inForceOn = (licence: Licence, today: Day): boolean =>
  stands(licence) && standingOn(licence, today) !== 'lapsed'

/** 行政许可法 50.1: thirty days before the end unless the item says otherwise. Null without an end. */
export const renewUntil = ({ validUntil, renewBefore }: Licence): Day | null =>
  validUntil && lastDayBefore(validUntil, parseLimit(renewBefore))

export interface AskRenewal {
  readonly caseNo: string
  /** The item that it is applied for under, and its main item. */
  readonly item: string
  readonly mainItem: string | null
  readonly unit: string
  readonly today: Day
}

/** 申请延续 (行政许可法 50.1): a late one is received and marked; the agency may treat it as new. */
export function askRenewal(licence: Licence, asked: AskRenewal): LicenceEvent[] {
  refuseEnded(licence)
  if (!belongs(licence, asked))
    throw refuse('licence.another-item', { number: licence.number, item: licence.itemName.zh })
  const until = renewUntil(licence)
  if (until === null) throw refuse('licence.without-end', { number: licence.number })
  if (licence.renewal)
    throw refuse('licence.renewal-under-way', { number: licence.number, caseNo: licence.renewal.caseNo })
  return [{ type: 'RenewalAsked', caseNo: asked.caseNo, inTime: asked.today <= until }]
}

interface Belonging {
  readonly item: string
  readonly mainItem: string | null
  readonly unit: string
}

/** The same item, or another of its main item, such as 延续 beside 新办. */
export const belongs = (of: Belonging, { item, mainItem, unit }: Belonging): boolean =>
  of.item === item || (mainItem !== null && of.mainItem === mainItem && of.unit === unit)

/** It ends as long after its old end as it was granted for; one that had lapsed begins anew with the decision. */
export function renew(
  licence: Licence,
  { caseNo, deemed, today }: { readonly caseNo: string; readonly deemed: boolean; readonly today: Day },
): LicenceEvent[] {
  refuseEnded(licence)
  const { validUntil, period } = licence
  // The law's renewal happens at the instant of the end, which is already the first one of the next day.
  const from = validUntil === null || (validUntil < today && !deemed) ? today : validUntil
  const until = period === null ? null : lastDayAfter(from, parseLimit(period))
  return [{ type: 'LicenceRenewed', caseNo, deemed, validUntil: until }]
}

/** 视为准予延续 follows only for a licence that still stands. */
export const mayBeRenewed = (licence: Licence | undefined, caseNo: string): boolean =>
  licence !== undefined && stands(licence) && licence.renewal?.caseNo === caseNo

export function endRenewal(
  { renewal }: Licence,
  { caseNo, how }: { readonly caseNo: string; readonly how: 'denied' | 'declined' | 'withdrawn' },
): LicenceEvent[] {
  return renewal?.caseNo === caseNo ? [{ type: 'RenewalEnded', caseNo, how }] : []
}

/** Whoever takes a licence away: by what he is, not by who he says he is. */
export interface Deciding {
  readonly account: string
  readonly unit: string | null
  readonly headOfUnit: boolean
  readonly leader: boolean
}

export const heads = ({ headOfUnit, unit }: Deciding, of: string): boolean => headOfUnit && unit === of

interface Why {
  readonly reason: string
  readonly document: string
}

/** 撤销 (行政许可法 69), by the head of the agency that granted it. */
export function revoke(
  licence: Licence,
  { ground, ...why }: Why & { readonly ground: RevokingGround },
  by: Deciding,
): LicenceEvent[] {
  refuseTaking(licence, why, by)
  return [{ type: 'LicenceRevoked', ground, ...why }]
}

/** 撤销决定: a licence does not outlive the decision that granted it. */
export const revokeWithDecision = (licence: Licence, reason: string): LicenceEvent[] =>
  stands(licence) ? [{ type: 'LicenceRevoked', ground: 'otherByLaw', reason, document: '' }] : []

/** 注销 (行政许可法 70): one that has lapsed can still be taken off the books. */
export function cancel(
  licence: Licence,
  { ground, ...why }: Why & { readonly ground: CancellingGround },
  by: Deciding,
): LicenceEvent[] {
  refuseTaking(licence, why, by)
  return [{ type: 'LicenceCancelled', ground, ...why }]
}

/** 吊销: a penalty; the document is the penalty's decision. */
export function withdraw(licence: Licence, why: Why, by: Deciding): LicenceEvent[] {
  refuseTaking(licence, why, by)
  return [{ type: 'LicenceWithdrawn', ...why }]
}

function refuseTaking(licence: Licence, { reason, document }: Why, by: Deciding): void {
  if (!heads(by, licence.unit)) throw refuse('licence.head-decides')
  refuseEnded(licence)
  if (reason.trim() === '') throw refuse('licence.reason-missing', { what: '理由', whatEn: 'the reason' })
  if (document.trim() === '')
    throw refuse('licence.reason-missing', { what: '决定文书的文号', whatEn: 'the number of the decision' })
}

function refuseEnded(licence: Licence): void {
  if (stands(licence)) return
  const { zh, en } = STANDING_WORDS[licence.state]
  throw refuse('licence.not-in-force', { number: licence.number, state: zh, stateEn: en })
}

const NUMBER = /^[\p{L}\p{N}〔〕（）()【】.·\- ]{3,60}$/u

/** As printed on the licence; it stands in addresses and names of streams, so no slashes or control signs. */
export function checkedNumber(given: string): string {
  const number = given.trim()
  if (!NUMBER.test(number)) throw refuse('licence.number-invalid', { number: number.slice(0, 80) })
  return number
}

const LICENCE = 'licence/'
export const licenceStream = (number: string): string => `${LICENCE}${number}`
export const licenceOf = (stream: string): string | undefined =>
  stream.startsWith(LICENCE) ? stream.slice(LICENCE.length) : undefined
