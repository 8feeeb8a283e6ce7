import type { Day } from '#kernel/day.ts'
import { parseLimit, type Limit } from '#engines/clocks/index.ts'
import type { Instrument, Ladder } from '../instrument-shape.ts'
import {
  type AccountabilityFile,
  type Evidence,
  type FileEvent,
  isLive,
  isUnmet,
  type Subject,
} from './file.ts'
import { instrumentOf, suggest } from './ladder.ts'
import { refuse } from './refusals.ts'

/** What a proposal says of a finding that it rests on. */
export interface Rested {
  readonly id: string
  readonly unit: string
  readonly account: string | null
  readonly conduct: string
  readonly severity: 'light' | 'ordinary' | 'grave'
  /** Withdrawn, exempted or found no fault: nothing rests on it. */
  readonly gone: boolean
  readonly sealed: boolean
}

export interface Proposing {
  readonly subject: Subject
  /** The table's choice where it is left out. */
  readonly instrument: string | null
  readonly deviation: string | null
  readonly facts: string
  readonly basis: string
  readonly evidence: readonly Evidence[]
  readonly unitFirst: { readonly file: string } | { readonly reason: string } | null
  readonly casework: string | null
  readonly sealed: boolean
  readonly inquiry: string | null
  readonly period: string | null
  readonly issuer: string
}

export interface ProposalBasis {
  readonly ladder: Ladder
  readonly findings: readonly Rested[]
  /** Every file on the same subject, and those on its unit. */
  readonly earlier: readonly AccountabilityFile[]
  readonly today: Day
}

/** 提出处理: from findings, with facts and evidence, at the grade of the table unless a reason says why not. */
export function propose(given: Proposing, { ladder, findings, earlier, today }: ProposalBasis): FileEvent[] {
  const { subject, facts, basis } = given
  refuseFindings(subject, findings)
  if (facts.trim().length < 5 || basis.trim() === '') throw refuse('accountability.no-facts')
  const own = earlier.filter((one) => isSameSubject(one.subject, subject))
  const ids = findings.map(({ id }) => id)
  const same = own.find((one) => isLive(one) && !isUnmet(one) && one.findings.some((id) => ids.includes(id)))
  if (same) throw refuse('accountability.same-fact', { file: same.file })
  const { conduct, severity } = gravest(findings)
  const weighed = { conduct, severity, subject: subject.kind, status: subject.status }
  const { instrument: suggested, because, raisedFrom } = suggest(ladder, weighed, own, today)
  const instrument = given.instrument === null ? suggested : instrumentOf(ladder, given.instrument)
  const { family } = instrument
  refuseUnfit(instrument, given)
  if (instrument.code !== suggested.code)
    refuseDeviation({ instrument, suggested, raisedFrom }, own, given.deviation)
  const unitFirst = family === 'card' || subject.kind === 'unit' ? null : unitFirstOf(given, earlier, ids)
  const deviation = instrument.code === suggested.code ? null : (given.deviation?.trim() ?? null)
  const { casework, inquiry, issuer, evidence } = given
  const sealed = given.sealed || findings.some((one) => one.sealed)
  return [
    {
      ...{ type: 'FileProposed', subject, findings: ids, conduct, severity, instrument, deviation },
      ...{ table: { instrument: suggested.code, because }, facts: facts.trim(), basis: basis.trim() },
      ...{ evidence, unitFirst, casework, sealed, inquiry, period: periodOf(instrument, given.period) },
      ...{ issuer, raisedFrom },
    },
  ]
}

const isSameSubject = (one: Subject, other: Subject): boolean =>
  one.kind === other.kind && (one.kind === 'person' ? one.account === other.account : one.unit === other.unit)

function refuseFindings(subject: Subject, findings: readonly Rested[]): void {
  if (findings.length === 0) throw refuse('accountability.no-finding')
  for (const { id, unit, account, gone } of findings) {
    if (gone) throw refuse('accountability.finding-gone', { finding: id })
    const others = subject.kind === 'person' && account !== null && account !== subject.account
    if (unit !== subject.unit || others) throw refuse('accountability.finding-elsewhere', { finding: id })
  }
}

const GRAVITY = ['light', 'ordinary', 'grave'] as const

const gravest = (findings: readonly Rested[]): Rested =>
  [...findings].sort((a, b) => GRAVITY.indexOf(b.severity) - GRAVITY.indexOf(a.severity))[0] as Rested

function refuseUnfit(instrument: Instrument, { subject, evidence }: Proposing): void {
  const { subjects, name } = instrument
  if (!subjects.includes(subject.kind)) throw refuse('accountability.wrong-subject', { instrument: name.zh })
  if (evidence.length === 0) throw refuse('accountability.no-evidence', { instrument: name.zh })
}

interface Chosen {
  readonly instrument: Instrument
  readonly suggested: Instrument
  readonly raisedFrom: string | null
}

/**
 * Off the table only with a reason; and no reason makes a second admonition or sanction for the same conduct as light as
 * the first, or lighter, while that one counts (累犯升档).
 */
function refuseDeviation(
  { instrument, suggested, raisedFrom }: Chosen,
  own: readonly AccountabilityFile[],
  deviation: string | null,
): void {
  const before = own.find(({ file }) => file === raisedFrom)
  const formal = before?.instrument.family === 'letter' || before?.instrument.family === 'sanction'
  if (before && formal && instrument.grade <= before.instrument.grade)
    throw refuse('accountability.must-be-higher', { file: before.file })
  if ((deviation ?? '').trim().length < 5)
    throw refuse('accountability.deviation-unexplained', { instrument: suggested.name.zh })
}

/** 集体责任在先: what the unit answers for comes before what is asked of its people. */
function unitFirstOf(
  { unitFirst, subject }: Proposing,
  earlier: readonly AccountabilityFile[],
  findings: readonly string[],
): Proposing['unitFirst'] {
  const onUnit = earlier.find(
    (one) =>
      one.subject.kind === 'unit' &&
      one.subject.unit === subject.unit &&
      one.stage !== 'dropped' &&
      one.findings.some((id) => findings.includes(id)),
  )
  if (onUnit) return { file: onUnit.file }
  if (unitFirst && 'reason' in unitFirst && unitFirst.reason.trim().length >= 5) return unitFirst
  throw refuse('accountability.unit-first')
}

/** The least of the instrument where none was asked for. */
function periodOf({ period }: Instrument, asked: string | null): string | null {
  if (!period) return null
  if (asked === null) return period.least
  const [least, most, wanted] = [period.least, period.most, asked].map(parseLimit) as [Limit, Limit, Limit]
  const fits = wanted.unit === least.unit && least.length <= wanted.length && wanted.length <= most.length
  if (!fits) throw refuse('accountability.bad-period', { ...period })
  return asked
}
