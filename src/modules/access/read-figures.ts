import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { ReadFigure, ReadFlag } from './contract.ts'
import { findReaders, type ReaderRow } from './read-store.ts'

interface Dated {
  readonly from: string
  readonly value: number
}

/**
 * † From how many on within the days looked at something is shown to the audit administrator, by the day from which it
 * holds. Nothing follows by itself: many looks may be somebody's work.
 * Basis: 《个人信息保护法》第五十一条 (measures against unauthorised access), 第五十四条 (regular compliance audits).
 */
const FLAG_FROM = {
  /** Files opened in which the reader never did anything himself. */
  manyUnhandled: [{ from: '2000-01-01', value: 100 }],
  /** Asked for what is not his to see. */
  manyRefused: [{ from: '2000-01-01', value: 20 }],
  /** Between eight in the evening and seven in the morning. */
  manyAtNight: [{ from: '2000-01-01', value: 30 }],
  manyExports: [{ from: '2000-01-01', value: 10 }],
} as const satisfies Record<ReadFlag, readonly Dated[]>

const numberOf = (flag: ReadFlag, today: string): number =>
  FLAG_FROM[flag].findLast(({ from }: Dated) => from <= today)?.value ?? FLAG_FROM[flag][0].value

/** Who looked at how much, and what about it stands out; what was looked at is not in it. */
export async function readFigures(db: Db, since: EpochMs, now: EpochMs): Promise<ReadFigure[]> {
  const today = new Date(now).toISOString().slice(0, 10)
  return (await findReaders(db, since)).map((row) => ({ ...row, flags: flagsOf(row, today) }))
}

function flagsOf({ notHandled, refused, atNight, exported }: ReaderRow, today: string): ReadFlag[] {
  const counts: Readonly<Record<ReadFlag, number>> = {
    manyUnhandled: notHandled,
    manyRefused: refused,
    manyAtNight: atNight,
    manyExports: exported,
  }
  return (Object.keys(counts) as ReadFlag[]).filter((flag) => counts[flag] >= numberOf(flag, today))
}
