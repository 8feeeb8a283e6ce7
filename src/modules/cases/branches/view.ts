import type { EpochMs } from '#kernel/day.ts'
import { type Bilingual, isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { limitInWords, parseLimit } from '#engines/clocks/index.ts'
import { type ClockRow, findClocksOf } from '#engines/clocks/stored/index.ts'
import type { CaseActor } from '../actor.ts'
import type { LivingCase } from '../case.ts'
import { caseStream } from '../case-events.ts'
import type { BranchView, JointView, MeetingView } from '../joint-shape.ts'
import { type Names, namesFor } from '../names.ts'
import { findStates } from '../store.ts'
import { calendarOf, daysLeft, instantOrNull, instantText } from '../views.ts'
import { branchClock } from './clocks.ts'
import { jointOf } from './opinions.ts'
import type { PlannedJoint } from './plan.ts'
import { refuse } from './refusals.ts'
import { type BranchState, isConflict, isSettled, type JointState, type MeetingState } from './state.ts'
import { triedBranch, triedLead } from './tried.ts'
import { BRANCH_ACTS, LEAD_ACTS } from '../branch-shape.ts'

export interface Viewing {
  readonly actor: CaseActor
  readonly now: EpochMs
  /** Codes of the branches this caller may see. */
  readonly seen: ReadonlySet<string>
  /** Sees the case itself: the lead, the counter, supervision. */
  readonly whole: boolean
}

interface Drawing extends Viewing {
  readonly state: LivingCase
  readonly joint: JointState
  readonly plan: PlannedJoint
  readonly names: Names
  readonly clocks: ReadonlyMap<string, ClockRow>
  readonly calendar: Awaited<ReturnType<typeof calendarOf>>
}

/** Joint handling as far as the caller sees it. Runs in a scope that reaches the jurisdiction: what is shown is chosen here. */
export async function jointView(db: Db, caseNo: string, viewing: Viewing): Promise<JointView> {
  const [stored] = await findStates(db, [caseNo])
  if (!stored?.state.plan.joint) throw refuse('joint.none')
  const { state, version } = stored
  const joint = jointOf(state)
  const drawing: Drawing = {
    ...viewing,
    ...{ state, joint, plan: stored.state.plan.joint },
    names: await namesFor(db, state, actorsOf(joint)),
    clocks: new Map((await findClocksOf(db, caseStream(caseNo))).map((row) => [row.id, row])),
    calendar: await calendarOf(db),
  }
  return { caseNo, version, ...factsOf(drawing), ...partsOf(drawing) }
}

const actorsOf = ({ branches, ruling, assembled }: JointState): string[] => [
  ...branches.flatMap(({ opinion }) => opinion?.by ?? []),
  ...(ruling ? [ruling.by] : []),
  ...(assembled ? [assembled.by] : []),
]

function factsOf({ state, joint, plan, names, clocks, whole }: Drawing) {
  const handed = new Set(state.materials.map(({ code }) => code))
  return {
    itemName: state.plan.name,
    applicant: state.applicantMasked,
    lead: plan.lead,
    leadName: names.unit(plan.lead),
    limit: limitInWords(parseLimit(plan.limit)),
    dueAt: instantOrNull(clocks.get(`${state.caseNo}/joint`)?.dueAt ?? null),
    whole,
    open: joint.openedAt !== null && joint.assembled === null,
    materials: state.plan.materials.map(({ code, name }) => ({ code, name, handedIn: handed.has(code) })),
  }
}

function partsOf(drawing: Drawing) {
  const { joint, plan, names, seen, whole, state, actor, now } = drawing
  const shown = joint.branches.filter(({ code }) => whole || seen.has(code))
  const own = new Set(shown.map(({ unit }) => unit))
  const { ruling, assembled } = joint
  return {
    branches: shown.map((branch) => branchView(branch, drawing)),
    others: plan.branches.map(({ code, name, unit }) => ({ code, name, unit, unitName: names.unit(unit) })),
    meetings: joint.meetings
      .filter(({ units }) => whole || units.some((unit) => own.has(unit)))
      .map((meeting) => meetingView(meeting, names)),
    conflict: whole && isConflict(joint),
    ruling: ruling && whole ? { ...ruling, at: instantText(ruling.at), by: names.by(ruling.by) } : null,
    assembled: assembled && {
      summary: whole ? assembled.summary : '',
      without: whole ? [...assembled.without] : [],
      at: instantText(assembled.at),
      by: names.by(assembled.by),
    },
    actions: whole
      ? LEAD_ACTS.map((action) => ({
          action,
          whyNot: whyNot(() => triedLead({ state, actor, now }, action), names),
        }))
      : [],
  }
}

function branchView(
  branch: BranchState,
  { state, joint, names, clocks, calendar, now, actor }: Drawing,
): BranchView {
  const clock = clocks.get(branchClock(state.caseNo, branch.code))
  const runs = clock?.status === 'open' || clock?.status === 'expired'
  const { opinion, withdrawn } = branch
  return {
    ...{ code: branch.code, name: branch.name, unit: branch.unit, status: branch.status },
    unitName: names.unit(branch.unit),
    postTitle: names.post(branch),
    needs: joint.branches
      .filter(({ code }) => branch.needs.includes(code))
      .map((one) => ({ code: one.code, name: one.name, settled: isSettled(one) })),
    since: instantOrNull(branch.since),
    dueAt: instantOrNull(clock?.dueAt ?? null),
    daysLeft: runs ? daysLeft(clock.dueAt, now, calendar) : null,
    overdue: branch.overdueAt !== null,
    absentFrom: branch.absentFrom,
    opinion: opinion && opinionView(opinion, names),
    withdrawn: withdrawn && { at: instantText(withdrawn.at), reason: withdrawn.reason },
    papers: branch.papers.map(({ at, papers }) => ({ at: instantText(at), papers })),
    actions: BRANCH_ACTS.map((action) => ({
      action,
      whyNot: whyNot(() => triedBranch({ state, actor, now }, action, branch), names),
    })),
  }
}

function opinionView(
  { result, reason, basis, conditions, at, by, late, meeting }: NonNullable<BranchState['opinion']>,
  names: Names,
): NonNullable<BranchView['opinion']> {
  return { result, reason, basis, conditions, at: instantText(at), by: names.by(by), late, meeting }
}

function meetingView(
  { meeting, kind, on, place, matter, units, held }: MeetingState,
  names: Names,
): MeetingView {
  return {
    ...{ meeting, kind, on, place, matter },
    units: units.map((unit) => ({ unit, name: names.unit(unit) })),
    held: held && {
      heldOn: held.heldOn,
      attended: held.attended.map((one) => ({ ...one })),
      absent: [...held.absent],
      result: held.result,
    },
  }
}

function whyNot(attempt: () => unknown, names: Names): Bilingual | null {
  try {
    attempt()
    return null
  } catch (error) {
    if (isRefusal(error)) return names.said(error)
    throw error
  }
}
