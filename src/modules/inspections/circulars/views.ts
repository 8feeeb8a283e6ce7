import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import type { CircularFactView, CircularRow, CircularView } from '../circular-shapes.ts'
import { levelNow, standingFacts, statusOf } from './circular.ts'
import type { StoredCircular } from './store.ts'

export interface Reader {
  readonly account: string
  readonly unit: string | null
  readonly permissions: ReadonlySet<string>
  readonly now: EpochMs
}

export type UnitName = (unit: string) => Bilingual

export const instant = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)

export async function unitNamesOf(db: Db, units: readonly string[]): Promise<UnitName> {
  const found = new Map((await findUnitTitles(db, [...new Set(units)])).map((one) => [one.id, one]))
  return (unit) => ({ zh: found.get(unit)?.name ?? unit, en: found.get(unit)?.nameEn ?? unit })
}

/** Those who draft and approve see what was taken out and who has read it; a unit sees what is told to it. */
const isInside = ({ permissions }: Reader): boolean =>
  permissions.has('circulars.draft') || permissions.has('circulars.approve')

export async function circularRows(
  db: Db,
  found: readonly StoredCircular[],
  reader: Reader,
): Promise<CircularRow[]> {
  const nameOf = await unitNamesOf(
    db,
    found.map(({ state }) => state.unit),
  )
  return found.map((one) => rowOf(one, reader, nameOf))
}

function rowOf({ circular, state }: StoredCircular, reader: Reader, nameOf: UnitName): CircularRow {
  const { issued, reads, unit, kind, title } = state
  const seen = (units: readonly string[]) =>
    isInside(reader) ? units : units.filter((one) => one === reader.unit)
  const reach = seen(issued?.reach ?? [])
  const read = seen(reads.map((one) => one.unit))
  const status = statusOf(state)
  const waiting = status === 'issued' && read.length < reach.length
  return {
    ...{ circular, kind, title, unit: nameOf(unit), status, number: issued?.number ?? null },
    level: issued?.level ?? levelNow(state),
    facts: standingFacts(state).length,
    issuedAt: issued && instant(issued.at),
    readBy: issued && instant(issued.readBy),
    ...{ read: read.length, reach: reach.length },
    waitsForMe: status === 'issued' && reach.some((one) => one === reader.unit && !read.includes(one)),
    late: waiting && issued !== null && issued.readBy < reader.now,
  }
}

export async function circularView(db: Db, found: StoredCircular, reader: Reader): Promise<CircularView> {
  const { state } = found
  const inside = isInside(reader)
  const facts = inside ? state.facts : state.facts.filter(({ removed }) => removed === null)
  const reach = (state.issued?.reach ?? []).filter((unit) => inside || unit === reader.unit)
  const nameOf = await unitNamesOf(db, [state.unit, ...reach, ...facts.map(({ unit }) => unit)])
  const people = await peopleOf(db, found)
  const done = ({ by, at }: { readonly by: string; readonly at: EpochMs }) => ({
    by: people(by),
    at: instant(at),
  })
  return {
    ...rowOf(found, reader, nameOf),
    source: state.source,
    factList: facts.map(({ unit, removed, ...fact }): CircularFactView => ({
      ...fact,
      unit: nameOf(unit),
      removed: removed && { ...done(removed), reason: removed.reason, askedBy: removed.askedBy },
    })),
    drafted: done(state.drafted),
    changes: inside
      ? state.changes.map(({ from, to, reason, ...one }) => ({ from, to, reason, ...done(one) }))
      : [],
    issuedBy: state.issued && people(state.issued.by),
    reads: reach.map((unit) => {
      const at = state.reads.find((one) => one.unit === unit)?.at
      return { unit: nameOf(unit), readAt: at === undefined ? null : instant(at) }
    }),
    withdrawn: state.withdrawn && { ...done(state.withdrawn), reason: state.withdrawn.reason },
    may: mayOf(found, reader),
  }
}

async function peopleOf(db: Db, { state }: StoredCircular): Promise<(account: string) => Bilingual> {
  const { drafted, facts, changes, issued, withdrawn } = state
  const done = [
    drafted,
    ...facts.flatMap(({ removed }) => removed ?? []),
    ...changes,
    issued ?? [],
    withdrawn ?? [],
  ]
  const accounts = [...new Set(done.flat().map(({ by }) => by))]
  const names = new Map((await findPeople(db, accounts)).map(({ account, name }) => [account, name]))
  return (account) => ({ zh: names.get(account) ?? account, en: names.get(account) ?? account })
}

function mayOf({ state }: StoredCircular, { permissions, unit, account }: Reader): CircularView['may'] {
  const status = statusOf(state)
  const signs =
    unit !== null && state.issued?.reach.includes(unit) && !state.reads.some((one) => one.unit === unit)
  const may: Readonly<Record<CircularView['may'][number], boolean>> = {
    remove: status === 'drafted' && permissions.has('circulars.draft'),
    level: status === 'drafted' && permissions.has('circulars.approve'),
    issue: status === 'drafted' && permissions.has('circulars.approve') && state.drafted.by !== account,
    read: status === 'issued' && permissions.has('circulars.sign') && signs === true,
    withdraw: status === 'issued' && permissions.has('circulars.approve'),
  }
  return (Object.keys(may) as CircularView['may']).filter((one) => may[one])
}
