import { isRefusal } from '#kernel/refusal.ts'
import { type Limit, parseLimit, statutoryTerms } from '#engines/clocks/index.ts'
import type { ClockTerms } from '#engines/clocks/index.ts'
import type { Entered, MatterClocks } from '#engines/clocks/stored/index.ts'
import { caseStream, type CaseEvent, type LimitPassed } from './case-events.ts'
import type { LivingCase } from './case.ts'
import { runHearingClocks } from './hearings/clocks.ts'
import type { CasePlan } from './plan.ts'
import { startSpecial, stopSpecial } from './kinds/special.ts'
import { startValidity, stopValidity } from './licensing/clock.ts'
import { runRulingClock } from './transfers/clock.ts'
import { runUrgencyClocks } from './urgency/clocks.ts'

export type CaseClock = LimitPassed['limit']
export const clockId = (caseNo: string, clock: CaseClock | `step/${string}` | `visit/${string}`): string =>
  `${caseNo}/${clock}`

/**
 * Which limit of a case a clock is; undefined for a step's share and for clocks that are no case's. A case number holds no
 * slash, which tells it from the streams of other modules: `investigation/…/answer` is not the answer clock of a case.
 */
export function limitOfClock(id: string): (Omit<LimitPassed, 'dueAt'> & { caseNo: string }) | undefined {
  const [, caseNo, limit, ofStep, step] =
    /^([^/]+)\/(?:(answer|statutory|committed|delivery|hearing-request|hearing|validity|urgency|urgent|special|ruling|joint)|(visit|branch)\/(.+))$/.exec(
      id,
    ) ?? []
  if (!caseNo) return undefined
  if (step === undefined) return { caseNo, limit: limit as CaseClock }
  return { caseNo, limit: ofStep as CaseClock, step }
}

const WARN_BEFORE = parseLimit('2W')

/** Silence on incomplete material: real estate has no five days for it (不动产登记暂行条例 17). */
const ANSWERED_UNDER: Readonly<Record<string, string>> = { 'DJ-02': 'DJ-03' }
const DEFAULT_ANSWER = 'XK-02'

interface Step {
  readonly before: LivingCase | undefined
  readonly after: LivingCase
  readonly event: CaseEvent
  readonly entered: Entered
}

/**
 * What an event of a case does to its clocks, in the same transaction. No case without a clock: the answer clock from
 * receipt (行政许可法 32(4)), law and promise from acceptance (42), delivery from a granted decision (44).
 */
export async function runClocks(clocks: MatterClocks, step: Step): Promise<void> {
  const { before, after, event, entered } = step
  const { caseNo, plan } = after
  const subject = caseStream(caseNo)
  switch (event.type) {
    case 'CaseReceived': {
      const rule = ANSWERED_UNDER[plan.statutory.rule] ?? DEFAULT_ANSWER
      const terms = statutoryTerms(rule, { from: after.receivedAt, handlingUnit: plan.unit })
      await clocks.start(
        [{ id: clockId(caseNo, 'answer'), subject, terms: { ...terms, kind: 'other' } }],
        entered,
      )
      return startValidity(clocks, after, entered)
    }
    case 'SupplementNoticed':
      return stopAnswer(clocks, caseNo, '补正告知 supplement notice', entered)
    case 'CaseAccepted': {
      if (!event.data.deemed) await stopAnswer(clocks, caseNo, '受理 accepted', entered)
      await startLimits(clocks, limitsOf(after, event.data), entered)
      await startVisits(clocks, after, entered)
      return startSteps(clocks, step)
    }
    case 'StepFinished': {
      await stopStep(clocks, after, event.data.step, entered)
      return startSteps(clocks, step)
    }
    case 'StepSentBack': {
      return stopStep(clocks, after, event.data.from, entered)
    }
    case 'CaseSuspended': {
      const { ground, document, toldAt } = event.data
      const notice = toldAt === null ? {} : { notice: { document, deliveredAt: toldAt } }
      await clocks.suspend(subject, { from: entered.now, ground, document, ...notice }, entered)
      return startSpecial(clocks, after, entered)
    }
    case 'CaseResumed':
      if (before) await stopSpecial(clocks, before, entered)
      await clocks.resume(subject, { to: entered.now, document: event.data.document }, entered)
      return
    case 'CaseExtended':
      return extendLimits(clocks, caseNo, event.data, entered)
    case 'CaseDecided': {
      await clocks.stopAll(subject, event.data.outcome, entered)
      await stopValidity(clocks, after, event.data.outcome, entered)
      const terms = statutoryTerms('XK-07', {
        from: after.decision?.at ?? entered.now,
        handlingUnit: plan.unit,
      })
      await clocks.start(
        [{ id: clockId(caseNo, 'delivery'), subject, terms: { ...terms, kind: 'other' } }],
        entered,
      )
      return
    }
    case 'CaseDelivered':
    case 'CaseDeclined':
    case 'CaseWithdrawn':
      await clocks.stopAll(subject, event.type, entered)
      return stopValidity(clocks, after, event.type, entered)
    case 'VisitAssigned':
      await clocks.stop(subject, clockId(caseNo, `visit/${event.data.step}`), '已指派 people named', entered)
      return
    case 'UrgencyAsked':
    case 'UrgencyGranted':
    case 'UrgencyRefused':
      return runUrgencyClocks(clocks, { after, event, entered })
    case 'TransferStopped':
    case 'TransferRuled':
      return runRulingClock(clocks, { caseNo, event, entered })
    case 'HearingOffered':
    case 'HearingAsked':
    case 'HearingRightLapsed':
    case 'HearingHeld':
    case 'HearingGivenUp':
      return runHearingClocks(clocks, { after, event, entered })
  }
}

/** XK-13: who goes to the place is named within five working days of acceptance, whenever the step's own turn comes. */
async function startVisits(clocks: MatterClocks, after: LivingCase, entered: Entered): Promise<void> {
  const { caseNo, accepted, steps } = after
  const visits = steps
    .filter(({ siteVisit }) => siteVisit)
    .map(({ code, unit }) => {
      const terms = statutoryTerms('XK-13', { from: accepted?.at ?? entered.now, handlingUnit: unit })
      return {
        id: clockId(caseNo, `visit/${code}`),
        subject: caseStream(caseNo),
        terms: { ...terms, kind: 'other' as const },
      }
    })
  if (visits.length > 0) await clocks.start(visits, entered)
}

/** The law's limit and the promise, side by side; both know the grounds and the extension of the law's rule (T-14). */
function limitsOf(
  { caseNo, plan }: LivingCase,
  { countsFrom: from, promisedUntil }: Extract<CaseEvent, { type: 'CaseAccepted' }>['data'],
) {
  const subject = caseStream(caseNo)
  const limit = parseLimit(plan.statutory.limit)
  const terms = statutoryTerms(plan.statutory.rule, {
    from,
    handlingUnit: plan.unit,
    limit,
    warnBefore: WARN_BEFORE,
  })
  const committed: ClockTerms = {
    ...terms,
    kind: 'committed',
    rule: 'XK-16',
    ...promiseOf(plan),
    ...(promisedUntil === null ? {} : { statedEnd: promisedUntil }),
  }
  return {
    law: { id: clockId(caseNo, 'statutory'), subject, terms },
    promise: { id: clockId(caseNo, 'committed'), subject, terms: committed },
  }
}

/** 365 窗口 (HALL-26): a window that works every day promises days, and no holiday stands still for it. */
function promiseOf({ committed, everyDay }: CasePlan): Pick<ClockTerms, 'limit' | 'roll'> {
  const limit: Limit = parseLimit(committed)
  if (!everyDay || limit.unit !== 'workingDays') return { limit }
  return { limit: { ...limit, unit: 'calendarDays' }, roll: 'none' }
}

/**
 * A promise in working days can pass a law's limit in calendar days where long holidays lie between (3W and 7D on 30
 * September). The applicant is not sent away for that: the promise then ends with the law's limit.
 */
async function startLimits(
  clocks: MatterClocks,
  { law, promise }: ReturnType<typeof limitsOf>,
  entered: Entered,
): Promise<void> {
  try {
    await clocks.start([law, promise], entered)
  } catch (error) {
    const mixed = law.terms.limit.unit !== promise.terms.limit.unit
    if (!mixed || !isRefusal(error) || error.code !== 'commitment.longer-than-statutory') throw error
    const { limit } = law.terms
    await clocks.start([law, { ...promise, terms: { ...promise.terms, limit } }], entered)
  }
}

/** The share of each step that is now open, where the item gives it one. */
async function startSteps(running: MatterClocks, { before, after, entered }: Step): Promise<void> {
  const { caseNo, plan } = after
  const opened = after.steps.filter(
    ({ code, status, limit }) =>
      status === 'open' && limit !== null && before?.steps.find((step) => step.code === code)?.since == null,
  )
  if (opened.length === 0) return
  const rule = plan.statutory.rule
  const clocks = opened.map(({ code, limit, unit }) => {
    const terms = statutoryTerms(rule, {
      from: entered.now,
      handlingUnit: unit,
      limit: parseLimit(limit as string),
    })
    return {
      id: clockId(caseNo, `step/${code}`),
      subject: caseStream(caseNo),
      terms: { ...terms, kind: 'step' as const },
    }
  })
  await running.start(clocks, entered)
}

async function stopAnswer(
  clocks: MatterClocks,
  caseNo: string,
  outcome: string,
  entered: Entered,
): Promise<void> {
  await clocks.stop(caseStream(caseNo), clockId(caseNo, 'answer'), outcome, entered)
}

/** A step that the item gives no share has no clock. */
async function stopStep(
  clocks: MatterClocks,
  { caseNo, steps }: LivingCase,
  code: string,
  entered: Entered,
): Promise<void> {
  if (steps.find((step) => step.code === code)?.limit == null) return
  await clocks.stop(caseStream(caseNo), clockId(caseNo, `step/${code}`), '完成 done', entered)
}

/** The law's limit and the promise move by the days that were approved (T-14). */
async function extendLimits(
  clocks: MatterClocks,
  caseNo: string,
  data: Extract<CaseEvent, { type: 'CaseExtended' }>['data'],
  entered: Entered,
): Promise<void> {
  const { by, reason, approverUnit, toldAt, issued } = data
  const document = issued?.number ?? ''
  const notice = toldAt === null ? {} : { notice: { document, deliveredAt: toldAt } }
  const asked = { by: parseLimit(by), approver: entered.actor, approverUnit, reason, ...notice }
  await clocks.extend(caseStream(caseNo), asked, entered)
}
