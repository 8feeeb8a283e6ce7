import type { Day } from '#kernel/day.ts'
import { lastDayAfter, parseLimit } from '#engines/clocks/index.ts'
import type { Instrument, Ladder, TableRow } from '../instrument-shape.ts'
import type { PersonStatus } from '../terms.ts'
import { type AccountabilityFile, runsOn, stands } from './file.ts'
import { refuse } from './refusals.ts'

export interface Weighed {
  readonly conduct: string
  readonly severity: 'light' | 'ordinary' | 'grave'
  readonly subject: 'unit' | 'person'
  readonly status: PersonStatus | null
}

export interface Suggestion {
  readonly instrument: Instrument
  readonly because: readonly string[]
  /** The earlier file that raised it. */
  readonly raisedFrom: string | null
}

export function instrumentOf(ladder: Ladder, code: string): Instrument {
  const found = ladder.instruments.find((one) => one.code === code)
  if (!found) throw refuse('accountability.no-such-instrument', { instrument: code })
  return found
}

/**
 * 对照表: what the table gives for a conduct, raised by one where the same conduct was dealt with within the time that
 * counts, or an earlier measure is still in force. It suggests; people decide.
 */
export function suggest(
  ladder: Ladder,
  weighed: Weighed,
  earlier: readonly AccountabilityFile[],
  today: Day,
): Suggestion {
  const row = rowFor(ladder.table, weighed)
  const instrument = instrumentOf(ladder, row.instrument)
  const because = [`对照表：${row.conduct === '*' ? '一般行为' : row.conduct}，${row.basis || '本地规定'}`]
  const before = heaviest(earlier.filter((one) => counts(ladder, one, weighed, today)))
  if (!before || before.instrument.grade < instrument.grade) return { instrument, because, raisedFrom: null }
  const higher = nextAbove(ladder, before.instrument.grade, weighed.subject) ?? before.instrument
  return {
    instrument: higher,
    because: [...because, `期间内再次发生（${before.file}），升一档`],
    raisedFrom: before.file,
  }
}

/** The row that says most: of this conduct before every conduct, of this standing before every standing. */
export function rowFor(
  table: readonly TableRow[],
  { conduct, severity, subject, status }: Weighed,
): TableRow {
  const fits = (said: string, asked: string | null) => said === '*' || said === asked
  const said = (one: TableRow) =>
    [one.conduct, one.status, one.severity].map((each) => (each === '*' ? '0' : '1')).join('')
  const [found] = table
    .filter((one) => one.subject === subject)
    .filter((one) => fits(one.conduct, conduct) && fits(one.status, status) && fits(one.severity, severity))
    .sort((a, b) => said(b).localeCompare(said(a)))
  if (!found) throw refuse('accountability.no-row', { conduct })
  return found
}

/** Whether an earlier measure raises this one: the same conduct within the time that counts, and its facts are not the same. */
const counts = ({ numbers }: Ladder, file: AccountabilityFile, { conduct }: Weighed, today: Day): boolean =>
  stands(file) &&
  file.decided !== null &&
  file.conduct === conduct &&
  (runsOn(file, today) || today <= lastDayAfter(file.decided.on, parseLimit(numbers.repeatWithin)))

const heaviest = (files: readonly AccountabilityFile[]): AccountabilityFile | undefined =>
  [...files].sort((a, b) => b.instrument.grade - a.instrument.grade)[0]

/** The next rung for such a subject; sanctions are for other bodies and are never suggested from here. */
const nextAbove = ({ instruments }: Ladder, grade: number, subject: 'unit' | 'person') =>
  instruments
    .filter((one) => one.grade > grade && one.family !== 'sanction' && one.subjects.includes(subject))
    .sort((a, b) => a.grade - b.grade)[0]
