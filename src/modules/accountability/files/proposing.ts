import { randomInt } from 'node:crypto'
import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { findPeople } from '#modules/access/index.ts'
import { findFinding, isSealed, severityOf } from '#modules/findings/index.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { refuseConflict } from '#modules/recusal/index.ts'
import { ladderFor } from '../instruments/lists.ts'
import { findOpenInquiry } from '../inquiries/store.ts'
import type { PersonStatus, Rank } from '../terms.ts'
import { todayAt } from './clocks.ts'
import type { Evidence, Subject } from './file.ts'
import { instrumentOf } from './ladder.ts'
import { changeFile } from './lists.ts'
import { propose, type Rested } from './propose.ts'
import { refuse } from './refusals.ts'
import { findFile, findFiles } from './store.ts'

export type NewSubject =
  | { readonly kind: 'unit'; readonly unit: string }
  | {
      readonly kind: 'person'
      readonly unit: string
      readonly account: string
      readonly post?: string | null | undefined
      readonly status: PersonStatus
      readonly rank: Rank
    }

export interface NewFile {
  readonly subject: NewSubject
  /** A code of the ladder; the table's choice where it is left out. */
  readonly instrument?: string | null | undefined
  /** Why another than the table's. */
  readonly deviation?: string | null | undefined
  readonly findings: readonly string[]
  readonly facts: string
  /** The rule that was broken. */
  readonly basis: string
  readonly evidence: readonly {
    readonly text: string
    readonly reference?: string | null | undefined
    readonly sha256?: string | null | undefined
  }[]
  /** Why the unit is not at fault, where there is no measure against it for the same facts. */
  readonly unitAside?: string | null | undefined
  /** The stream of the case work that it comes from, such as `investigation/…`. */
  readonly casework?: string | null | undefined
  /** From a sealed case: seen by nobody but those on it. What rests on a sealed finding is sealed in any case. */
  readonly sealed?: boolean | undefined
  /** Within the bounds of the instrument; its least where it is left out. */
  readonly period?: string | null | undefined
}

/** Who enters it, and when. */
export interface FileDoing {
  readonly actor: string
  readonly now: EpochMs
}

/**
 * Opens a file: one measure against one unit or person, from findings. The scope must reach the jurisdiction. Refuses what has no
 * finding, facts or evidence, the same fact twice, a person before the unit, a grade off the table without a reason, a
 * proposer with a conflict.
 */
export async function proposeFile(
  db: Db,
  given: NewFile,
  { actor, now }: FileDoing,
): Promise<{ file: string }> {
  const today = todayAt(now)
  const subject = await subjectOf(db, given.subject)
  await refuseConflict(
    db,
    { account: actor, units: [subject.unit], accounts: subject.account === null ? [] : [subject.account] },
    today,
  )
  const findings = await restedOn(db, given.findings)
  const ladder = await ladderFor(db, today)
  const earlier = await findFiles(db, { unit: subject.unit })
  const moved = subject.account === null ? [] : await findFiles(db, { account: subject.account })
  const inquiry = await inquiryOver(db, subject, given.findings)
  const { instrument = null, deviation = null, casework = null, sealed = false, period = null } = given
  const events = propose(
    {
      ...{ subject, instrument, deviation, facts: given.facts, basis: given.basis },
      evidence: given.evidence.map(evidenceOf),
      unitFirst: given.unitAside ? { reason: given.unitAside } : null,
      ...{ casework, sealed, inquiry, period },
      issuer: (await findPeople(db, [actor]))[0]?.unit ?? 'supervision',
    },
    { ladder, findings, earlier: distinct([...earlier, ...moved]), today },
  )
  const [first] = events
  const family = first?.type === 'FileProposed' ? first.instrument.family : instrumentOf(ladder, '').family
  const file = await freeNumber(db, family === 'sanction' ? 'S' : 'A', today)
  await changeFile(db, file, () => events, { actor, now })
  return { file }
}

const distinct = <One extends { readonly file: string }>(files: readonly One[]): One[] => [
  ...new Map(files.map((one) => [one.file, one])).values(),
]

const evidenceOf = ({ text, reference = null, sha256 = null }: NewFile['evidence'][number]): Evidence => ({
  ...{ text, reference, sha256 },
})

async function subjectOf(db: Db, given: NewSubject): Promise<Subject> {
  await getUnit(db, given.unit)
  const { kind, unit } = given
  if (kind === 'unit') return { kind, unit, account: null, post: null, status: null, rank: null }
  const [person] = await findPeople(db, [given.account])
  if (person?.unit !== unit) throw refuse('accountability.no-person')
  const { account, post = null, status, rank } = given
  return { kind, unit, account, post, status, rank }
}

const GONE: readonly string[] = ['exempt', 'noFault']

async function restedOn(db: Db, ids: readonly string[]): Promise<Rested[]> {
  const found: Rested[] = []
  for (const id of new Set(ids)) {
    const finding = await findFinding(db, id)
    if (!finding) throw refuse('accountability.no-finding')
    const { unit, account, conduct, status, disposed } = finding
    const gone = status === 'withdrawn' || (disposed !== null && GONE.includes(disposed.disposition))
    const severity = severityOf(finding)
    found.push({ id, unit, account, conduct, severity, gone, sealed: isSealed(finding) })
  }
  return found
}

/** An inquiry into the principal of the unit that names one of these facts, and is about somebody else than the subject. */
async function inquiryOver(db: Db, subject: Subject, findings: readonly string[]): Promise<string | null> {
  if (subject.kind === 'unit') return null
  const open = await findOpenInquiry(db, subject.unit)
  if (!open || open.principal === subject.account) return null
  return open.findings.some((one) => findings.includes(one)) ? open.inquiry : null
}

async function freeNumber(db: Db, letter: 'A' | 'S', today: Day): Promise<string> {
  for (;;) {
    const chance = String(randomInt(100_000)).padStart(5, '0')
    const file = `${letter}${today.slice(2).replaceAll('-', '')}-${chance}`
    if (!(await findFile(db, file))) return file
  }
}
