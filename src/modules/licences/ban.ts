import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { lastDayAfter, statutoryTerms } from '#engines/clocks/index.ts'
import { belongs, type Deciding, heads } from './licence.ts'
import { refuse } from './refusals.ts'
import { BAN_LAW, type BanGround } from './terms.ts'

/** 不得再次申请 (行政许可法 78, 79), in the stream `ban/<ban>`. The person is a reference into the vault. */
export type BanEvent =
  ({ readonly type: 'BanSet' } & BanSet) | { readonly type: 'BanLifted'; readonly reason: string }

export interface BanSet {
  readonly person: string
  readonly personMasked: string
  readonly item: string
  readonly itemName: Bilingual
  readonly mainItem: string | null
  readonly unit: string
  readonly ground: BanGround
  /** The first day after which it counts, and its last day: it ends at 24:00. */
  readonly from: Day
  readonly until: Day
  /** What was found, in the words of whoever decided. */
  readonly finding: string
  /** The denied case, or the case by which the revoked licence was granted. */
  readonly caseNo: string | null
  readonly licence: string | null
  /** Where one may object: 复议机关、法院. */
  readonly remedies: string
}

export interface Ban extends BanSet {
  readonly ban: string
  readonly setBy: string
  readonly lifted: { readonly by: string; readonly reason: string } | null
}

export function evolveBan(
  before: Ban | undefined,
  ban: string,
  event: BanEvent,
  by: string,
): Ban | undefined {
  if (event.type === 'BanLifted') return before && { ...before, lifted: { by, reason: event.reason } }
  const { type: _, ...given } = event
  return { ...given, ban, setBy: by, lifted: null }
}

/** The last day of the ban: a year or three from the day of the decision, which is not counted. */
export function barredUntil(ground: BanGround, decidedOn: Day): Day {
  const { limit } = statutoryTerms(BAN_LAW[ground].rule, { from: decidedOn, handlingUnit: '' })
  return lastDayAfter(decidedOn, limit)
}

/** 期满自动解除: nobody has to lift what has ended. */
export const barsOn = ({ until, lifted }: Ban, today: Day): boolean => lifted === null && today <= until

interface Applying {
  readonly item: string
  readonly mainItem: string | null
  readonly unit: string
  readonly today: Day
}

/** The ban that stands against this application the longest, if one does. */
export const banAgainst = (bans: readonly Ban[], { today, ...asked }: Applying): Ban | undefined =>
  bans
    .filter((ban) => barsOn(ban, today) && belongs(ban, asked))
    .sort((a, b) => (a.until < b.until ? 1 : -1))[0]

/** 解除: a wrong ban is harm. By another head than who set it, or by a leader above, with the reason. */
export function lift(ban: Ban, { reason }: { readonly reason: string }, by: Deciding): BanEvent[] {
  if (ban.lifted) throw refuse('ban.lifted')
  const may = (heads(by, ban.unit) || by.leader) && by.account !== ban.setBy
  if (!may) throw refuse('ban.lifted-by-same')
  if (reason.trim() === '')
    throw refuse('licence.reason-missing', { what: '解除的理由', whatEn: 'why it is lifted' })
  return [{ type: 'BanLifted', reason }]
}

const BAN = 'ban/'
export const banStream = (ban: string): string => `${BAN}${ban}`
export const banOf = (stream: string): string | undefined =>
  stream.startsWith(BAN) ? stream.slice(BAN.length) : undefined
