import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import { type Deciding, isHeadOf, isLeader, isOffice } from './acting.ts'
import type { Row, UnitRow } from './board.ts'
import type { MeasureView, ProblemRow, UnitRow as UnitRowView } from './contract.ts'
import { flagsOfMeasure, type Looking } from './flags.ts'
import { isOverdue, type Measure, measureStateOf } from './measure.ts'
import { needOf } from './order.ts'
import { isLate } from './planning.ts'
import { stateOf, triageOf } from './problem.ts'
import { daysBetween } from './settings.ts'

export const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)

/** What people and units are called. */
export interface Called {
  person(account: string): string
  unit(unit: string): { readonly unit: string; readonly name: Bilingual }
}

export async function calledIn(
  db: Db,
  { people = [], units = [] }: { readonly people?: readonly string[]; readonly units?: readonly string[] },
): Promise<Called> {
  const found = await findPeople(db, [...new Set(people)])
  const names = new Map(found.map(({ account, name }) => [account, name]))
  const titles = await findUnitTitles(db, [...new Set(units)])
  const unitNames = new Map(titles.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]))
  return {
    person: (account) => names.get(account) ?? account,
    unit: (unit) => ({ unit, name: unitNames.get(unit) ?? { zh: unit, en: unit } }),
  }
}

export function problemRow(
  { problem: state, measures, flags }: Row,
  { today }: Pick<Deciding, 'today'>,
  called: Called,
): ProblemRow {
  const { problem, source, category, severity, fact, happenedOn, firstEnteredOn, period } = state
  const due = measures.filter(({ verified }) => verified === null).map(({ dueOn }) => dueOn)
  return {
    ...{ problem, source, category, severity, fact, happenedOn, firstEnteredOn, period },
    unit: called.unit(state.unit),
    triage: triageOf(state),
    state: stateOf(state, measures.length),
    ageDays: daysBetween(firstEnteredOn, today),
    voices: 1 + state.joined.length,
    need: needOf(state, measures),
    relapses: state.relapses.length,
    measures: measures.length,
    dueOn: due.sort()[0] ?? null,
    limitOn: state.carriedOver.at(-1)?.dueOn ?? state.triages.at(-1)?.dueOn ?? null,
    flags: [...flags],
  }
}

/** Everybody who is named in a measure. */
export const peopleOf = ({
  leader,
  officer,
  owners,
  handedIn,
  verified,
  extensions,
  proofs,
  checks,
  returned,
  marks,
}: Measure) =>
  [
    ...[leader, officer],
    ...owners.flatMap((one) => [one.leader, one.officer, one.by]),
    ...[...extensions, ...proofs, ...checks, ...returned, ...marks].map(({ by }) => by),
    ...[handedIn, verified].flatMap((one) => one?.by ?? []),
  ] as const

const acted = ({ at, by, text }: { at: EpochMs; by: string; text: string }, { person }: Called) => ({
  ...{ at: instantText(at), by: person(by), text },
})

export function measureView(
  state: Measure,
  looking: Looking & Pick<Deciding, 'actor'>,
  called: Called,
): MeasureView {
  const { measure, unit, problems, action, result, treats, changes, atOnce, dueOn, firstDueOn } = state
  const { person } = called
  const { actor } = looking
  const office = isOffice(actor) || isLeader(actor)
  return {
    ...{ measure, unit, action, result, treats, changes, atOnce, dueOn, firstDueOn },
    problems: [...problems],
    unitName: called.unit(unit).name,
    state: measureStateOf(state),
    leader: { account: state.leader, name: person(state.leader) },
    officer: { account: state.officer, name: person(state.officer) },
    overdue: isOverdue(state) || (state.verified === null && isLate(state, looking.today)),
    owners: state.owners.map(({ at, by, leader, officer, reason }) => ({
      ...{ at: instantText(at), by: person(by), leader: person(leader), officer: person(officer), reason },
    })),
    extensions: state.extensions.map(({ at, by, ...rest }) => ({
      ...rest,
      at: instantText(at),
      by: person(by),
    })),
    proofs: state.proofs.map(({ file, name, sha256, text, at, by }) => ({
      ...{ file, name, sha256, text, at: instantText(at), by: person(by) },
    })),
    handedIn: state.handedIn && acted(state.handedIn, called),
    verified: state.verified && acted(state.verified, called),
    returned: state.returned.map((one) => acted(one, called)),
    checklist: looking.settings.list('checklist').map((point) => {
      const last = state.marks.findLast((one) => one.point === point)
      return {
        point,
        passed: last?.passed ?? null,
        note: last?.note ?? '',
        by: last ? person(last.by) : null,
      }
    }),
    published: publishedOf(state),
    editions: state.published.length,
    comments: office ? commentsOf(state) : null,
    checks: state.checks.map(({ round, stands, ...one }) => ({ round, stands, ...acted(one, called) })),
    flags: flagsOfMeasure(state, looking),
    may: mayOf(state, looking),
  }
}

function publishedOf({ published }: Measure) {
  const last = published.at(-1)
  if (!last) return null
  const { problem, action, result, dueOn, at } = last
  return { problem, action, result, dueOn, at: instantText(at) }
}

export const commentsOf = ({ comments }: Measure) =>
  comments.map(({ comment, at, solved, text, answered }) => ({
    ...{ comment, at: instantText(at), solved, text, answer: answered?.text ?? null },
  }))

/** What the reader could do with it now; the decision itself is taken again when he does. */
function mayOf(state: Measure, { actor, today }: Pick<Deciding, 'actor' | 'today'>): MeasureView['may'] {
  const owner = [state.leader, state.officer].includes(actor.account)
  const head = isHeadOf(actor, state.unit)
  const another = !owner && actor.unit !== state.unit && !state.units.includes(actor.unit ?? '')
  const open = state.verified === null
  return {
    prove: open && (owner || head),
    handIn: open && state.handedIn === null && state.proofs.length > 0 && (owner || head),
    verify: another && state.handedIn !== null && open,
    extend: open && isOffice(actor),
    changeOwners: open && today <= state.dueOn && (head || isOffice(actor)),
    publish: head || isOffice(actor),
  }
}

export const unitRowView = ({ unit, flags, signedOn, ...row }: UnitRow, called: Called): UnitRowView => ({
  ...row,
  unit: called.unit(unit),
  signedOn,
  flags: [...flags],
})
