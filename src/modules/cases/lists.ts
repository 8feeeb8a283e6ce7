import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import { type CaseState, evolve, isOver, type LivingCase, noCase } from './case.ts'
import { putBranches } from './branches/store.ts'
import { isJoined, jointWork } from './branches/work.ts'
import { caseEventOf, caseNoOf, isCaseStream } from './case-events.ts'
import { clockId } from './clock-work.ts'
import { isHearingDue } from './hearings/state.ts'
import { outcomeOf } from './outcomes/outcome.ts'
import { putOutcomes } from './outcomes/store.ts'
import { findStates, putFiles } from './store.ts'
import { putWork, type WorkItem } from './work-store.ts'

export const caseLists: Projection = {
  name: 'cases',
  tables: ['case_file', 'case_work', 'case_outcome', 'case_branch'],
  async apply(db, events) {
    const own = events.filter(({ stream }) => isCaseStream(stream))
    if (own.length > 0) await applyCaseEvents(db, own)
  },
}

/** Folds the events of some cases into their rows. */
async function applyCaseEvents(db: Db, events: readonly StoredEvent[]): Promise<void> {
  const numbers = [...new Set(events.map(({ stream }) => caseNoOf(stream)))].sort()
  const states = new Map<string, { state: CaseState; version: number }>(
    (await findStates(db, numbers)).map(({ caseNo, state, version }) => [caseNo, { state, version }]),
  )
  for (const event of events) {
    const caseNo = caseNoOf(event.stream)
    const known = states.get(caseNo)
    if (known && known.version >= event.version) continue
    const state = evolve(known?.state ?? noCase, caseEventOf(event), {
      at: event.occurredAt,
      by: event.actor,
    })
    states.set(caseNo, { state, version: event.version })
  }
  const living = [...states].flatMap(([, { state, version }]) =>
    state.status === 'none' ? [] : [{ state, version }],
  )
  await keepCases(db, living)
}

/** The rows of cases as they stand now. */
export async function keepCases(
  db: Db,
  cases: readonly { readonly state: LivingCase; readonly version: number }[],
): Promise<void> {
  await putFiles(db, cases)
  await putOutcomes(
    db,
    cases.flatMap(({ state }) => outcomeOf(state) ?? []),
  )
  await putBranches(
    db,
    cases.map(({ state }) => state),
  )
  await putWork(
    db,
    cases.map(({ state }) => state.caseNo),
    cases.flatMap(({ state }) => workOf(state)),
  )
}

/** Who has to do something now, as the state of the case says it; in the express lane until its shorter limit. */
export function workOf(state: LivingCase): WorkItem[] {
  const work = usualWork(state)
  const { caseNo, urgency, plan, status } = state
  if (urgency?.status === 'granted')
    return work.map((one) =>
      EXPRESS.has(one.kind) && status !== 'decided' ? { ...one, clock: clockId(caseNo, 'urgent') } : one,
    )
  if (urgency?.status !== 'asked' || isOver(state)) return work
  const asked: WorkItem = {
    ...{ caseNo, kind: 'urgency', step: '', title: '批准急件', unit: plan.unit, post: null, sentBack: 0 },
    since: urgency.askedAt,
    clock: clockId(caseNo, 'urgency'),
  }
  return [asked, ...work]
}

const EXPRESS: ReadonlySet<WorkItem['kind']> = new Set(['answer', 'step', 'decide'])

function usualWork(state: LivingCase): WorkItem[] {
  const { caseNo, plan, status, steps, extension, lastAt } = state
  const own = { caseNo, step: '', sentBack: 0 }
  if (status === 'received') {
    const since = state.supplement?.suppliedAt ?? state.receivedAt
    const unit = state.receivedAtUnit ?? plan.unit
    return [
      {
        ...own,
        kind: 'answer',
        title: '受理审查',
        unit,
        post: null,
        since,
        clock: clockId(caseNo, 'answer'),
      },
    ]
  }
  if (status === 'decided') {
    const since = state.decision?.at ?? lastAt
    return [
      {
        ...own,
        kind: 'deliver',
        title: '送达',
        ...plan.deliveredBy,
        since,
        clock: clockId(caseNo, 'delivery'),
      },
    ]
  }
  const special = specialWork(state)
  if (status !== 'accepted') return special
  const open = steps
    .filter((step) => step.status === 'open')
    .map((step): WorkItem => ({
      caseNo,
      kind: 'step',
      step: step.code,
      title: step.name,
      unit: step.unit,
      post: step.post,
      since: step.since ?? lastAt,
      clock: clockId(caseNo, step.limit === null ? 'committed' : `step/${step.code}`),
      sentBack: step.sentBack,
    }))
  const deciding: WorkItem = {
    ...own,
    kind: 'decide',
    title: '审批决定',
    ...plan.decidedBy,
    since: lastAt,
    clock: clockId(caseNo, 'committed'),
  }
  const asked: WorkItem[] =
    extension?.status === 'asked'
      ? [
          {
            ...own,
            kind: 'extension',
            title: '批准延期',
            unit: 'leadership',
            post: null,
            since: lastAt,
            clock: clockId(caseNo, 'statutory'),
          },
        ]
      : []
  const jointly = jointWork(state)
  const handling = [...open, ...jointly]
  return [...(handling.length > 0 || isJoined(state) ? handling : [deciding]), ...asked, ...special]
}

/** What the law lets nobody put off, suspended or not: people for a visit are named, a hearing that was asked for is held. */
function specialWork({ caseNo, plan, accepted, status, steps, visits, hearing }: LivingCase): WorkItem[] {
  if (!accepted || (status !== 'accepted' && status !== 'suspended')) return []
  const unnamed = steps
    .filter(({ code, siteVisit, status: done }) => siteVisit && done !== 'done' && !visits?.[code])
    .map(({ code, name, unit, post }): WorkItem => ({
      ...{ caseNo, kind: 'visit', step: code, title: `${name}：指派人员`, unit, post, sentBack: 0 },
      since: accepted.at,
      clock: clockId(caseNo, `visit/${code}`),
    }))
  if (!isHearingDue(hearing)) return unnamed
  const own = { caseNo, kind: 'hearing', step: '', title: '组织听证', unit: plan.unit, post: null } as const
  const since = hearing?.asked?.at ?? accepted.at
  return [...unnamed, { ...own, sentBack: 0, since, clock: clockId(caseNo, 'hearing') }]
}
