import { createHash } from 'node:crypto'
import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { type Append, append, canonical, record } from '#engines/ledger/index.ts'
import { findUnit } from '#modules/organisation/index.ts'
import { newCheckCode } from './check-code.ts'
import { withDays } from './days.ts'
import { noticeLists } from './lists.ts'
import { type NoticeData, type NoticeEvent, type NoticeIssued, noticeStream } from './notice-events.ts'
import { refuse } from './refusals.ts'
import { findNotice, listIssued, type StoredNotice, takeNumber } from './store.ts'
import { NOTICE_NAMES, type NoticeKind } from './terms.ts'

/** What is to go out: about a subject such as `case/2026-000123`, in the name of a unit. */
export interface NewNotice {
  readonly kind: NoticeKind
  readonly unit: string
  readonly subject: string
  readonly data: NoticeData
}

export interface Entry {
  readonly actor: string
  readonly now: EpochMs
}

export interface IssuedNotice {
  readonly notice: string
  readonly number: string
  readonly hash: string
  readonly checkCode: string
}

/** Gives a paper the next number of its unit, kind and year and puts it on record, in the caller's transaction. */
export async function issueNotice(db: Db, given: NewNotice, { actor, now }: Entry): Promise<IssuedNotice> {
  const { kind, unit, subject } = given
  const unitName = (await findUnit(db, unit))?.name ?? unit
  const data = await withDays(db, given)
  const year = yearOf(now)
  const serial = (await takeNumber(db, { issuer: unit, kind, year }))?.serial ?? 1
  const { jurisdiction, unit: counter } = db.scope
  const counterUnit = counter && counter !== unit ? counter : null
  const issued = madeNotice(
    { kind, unit, subject, data },
    { unitName, serial, jurisdiction, counterUnit, now },
  )
  const notice = newId(now)
  await append(db, entryOf(notice, 0, { type: 'NoticeIssued', ...issued }, { actor, now }))
  // Its number was counted when it was taken.
  await listIssued(db, [{ notice, actor, issued }])
  return { notice, number: issued.number, hash: issued.hash, checkCode: issued.checkCode }
}

export const yearOf = (at: EpochMs): number => Number(dayOfNumber(dayNumberAt(DEFAULT_ZONE, at)).slice(0, 4))

interface Issuing {
  readonly unitName: string
  readonly serial: number
  readonly jurisdiction: string
  readonly counterUnit: string | null
  readonly now: EpochMs
}

/** The paper under its number, with its hash and the code by which anybody checks it. */
export function madeNotice(
  { kind, unit, subject, data }: NewNotice,
  { unitName, serial, jurisdiction, counterUnit, now }: Issuing,
): NoticeIssued {
  const year = yearOf(now)
  const number = `${unitName}${NOTICE_NAMES[kind].sign}字〔${year}〕第${String(serial).padStart(4, '0')}号`
  const hash = hashOfNotice({ kind, number, unit, subject, issuedAt: now, data })
  const checkCode = newCheckCode(jurisdiction)
  return {
    ...{ kind, number, serial, year, unit, unitName, subject, issuedAt: now, hash, checkCode, data },
    counterUnit,
  }
}

/** Over exactly what the paper says; the paper carries it and the ledger vouches for it. */
export const hashOfNotice = (
  said: Pick<NoticeIssued, 'kind' | 'number' | 'unit' | 'subject' | 'issuedAt' | 'data'>,
): string => createHash('sha256').update(canonical(said)).digest('hex')

/** 送达: how and when it reached the person. */
export async function serveNotice(
  db: Db,
  notice: string,
  served: Omit<Extract<NoticeEvent, { type: 'NoticeServed' }>, 'type'>,
  entry: Entry,
): Promise<void> {
  const found = await getNotice(db, notice)
  if (found.withdrawnAt) throw refuse('notice.withdrawn')
  if (found.servedAt) throw refuse('notice.served')
  await tell(db, notice, 1, { type: 'NoticeServed', ...served }, entry)
}

/** 撤回: the paper no longer stands, and says so to whoever checks it. Its number is not used again. */
export async function withdrawNotice(
  db: Db,
  notice: string,
  { reason }: { readonly reason: string },
  entry: Entry,
): Promise<void> {
  if ((await getNotice(db, notice)).withdrawnAt) throw refuse('notice.withdrawn')
  await tell(db, notice, 'any', { type: 'NoticeWithdrawn', reason, withdrawnAt: entry.now }, entry)
}

export async function getNotice(db: Db, notice: string): Promise<StoredNotice> {
  const found = await findNotice(db, notice)
  if (!found) throw refuse('notice.not-found')
  return found
}

const tell = (db: Db, notice: string, expectedVersion: number | 'any', event: NoticeEvent, entry: Entry) =>
  record(db, [noticeLists], entryOf(notice, expectedVersion, event, entry))

const entryOf = (
  notice: string,
  expectedVersion: number | 'any',
  { type, ...payload }: NoticeEvent,
  { actor, now }: Entry,
): Append => ({
  stream: noticeStream(notice),
  expectedVersion,
  recordedAt: now,
  events: [{ type, payload, actor, occurredAt: now }],
})
