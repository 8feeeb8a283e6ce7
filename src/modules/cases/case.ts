import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type AttemptEvent, isAttempt } from './attempts/events.ts'
import type { CaseDecided, CaseDeclined, CaseEvent, CaseRated, HandedIn, Renews } from './case-events.ts'
import { isJoint, type JointEvent } from './branches/events.ts'
import {
  barrierOf,
  evolveJoint,
  type JointState,
  openBranches,
  passJoint,
  startJoint,
} from './branches/state.ts'
import { evolveHearing, type HearingState } from './hearings/state.ts'
import type { ReadingReview } from './grounds/events.ts'
import type { PledgeState } from './pledge/events.ts'
import type { CasePlan, PlannedStep } from './plan.ts'
import {
  evolveResponsibility,
  isResponsibility,
  type ResponsibilityEvent,
  type ResponsibilityState,
  traceOf,
} from './responsibility.ts'
import type { CaseStatus, Channel } from './terms.ts'
import { evolveUrgency, type UrgencyState } from './urgency/state.ts'
import { evolveVisits, type Visits } from './visits/state.ts'

/** A case as far as its stream tells it. Plain data, so that it is kept beside the row of the list as it is. */
export type CaseState = { readonly status: 'none' } | LivingCase

export interface LivingCase extends ResponsibilityState {
  readonly status: CaseStatus
  readonly caseNo: string
  readonly plan: CasePlan
  readonly channel: Channel
  readonly applicant: string
  readonly applicantMasked: string
  readonly agent: string | null
  readonly counter: string | null
  readonly receivedAtUnit: string | null
  readonly receivedAt: EpochMs
  readonly receivedBy: string
  readonly materials: readonly HandedIn[]
  /** The application form as it stands; left out by cases of before there was one. */
  readonly form?: {
    readonly sheet: string
    readonly sha256: string
    readonly at: EpochMs
    readonly corrected: boolean
  }
  readonly supplement: Supplement | null
  readonly accepted: {
    readonly at: EpochMs
    readonly by: string
    readonly deemed: boolean
    /** Why an on-the-spot item went the longer way. */
    readonly notOnTheSpot?: string
  } | null
  readonly steps: readonly StepState[]
  readonly suspension: {
    readonly since: EpochMs
    readonly ground: string
    readonly text: Bilingual
    /** The time that the applicant was told it needs. */
    readonly needs?: string
  } | null
  readonly extension: Extension | null
  readonly hearing?: HearingState
  /** 联合审批; left out where departments are not asked jointly. */
  readonly joint?: JointState
  readonly visits?: Visits
  readonly pledge?: PledgeState
  readonly urgency?: UrgencyState
  readonly renews?: Renews | null
  readonly passed: readonly { readonly limit: string; readonly dueAt: EpochMs }[]
  readonly decision: Decision | null
  /** Why it was never accepted, where it was not. */
  readonly declined?: Declined
  readonly readingReview?: ReadingReview
  readonly deliveredAt: EpochMs | null
  readonly rating: CaseRated | null
  readonly corrections: number
  readonly endedAt: EpochMs | null
  readonly lastAt: EpochMs
}

export interface Supplement {
  readonly at: EpochMs
  readonly missing: readonly string[]
  /** What is wrong with some of them, by code; left out by cases of before it was said. */
  readonly wrong?: Readonly<Record<string, string>>
  readonly times: number
  /** The applicant said that he understood; left out by cases of before it was asked. */
  readonly understood?: boolean
  readonly suppliedAt: EpochMs | null
}

export interface StepState extends PlannedStep {
  readonly status: 'waiting' | 'open' | 'done'
  readonly since: EpochMs | null
  readonly doneAt: EpochMs | null
  readonly doneBy: string | null
  readonly outcome: 'agreed' | 'objected' | null
  readonly opinion: string
  readonly sentBack: number
}

interface Extension {
  readonly status: 'asked' | 'granted' | 'refused'
  readonly by: string
  readonly reason: string
  readonly askedBy: string
}

interface Decision extends Omit<CaseDecided, 'issued' | 'hearing'> {
  readonly at: EpochMs
  readonly by: string
  /** The number of the paper; left out by cases of before it was kept. */
  readonly number?: string
  readonly revoked: boolean
}

interface Declined extends Omit<CaseDeclined, 'issued'> {
  readonly number?: string
}

/** When something happened, and who did it. */
export interface Happened {
  readonly at: EpochMs
  readonly by: string
}

export const noCase: CaseState = { status: 'none' }

/** Never refuses: what is in the ledger happened. */
export function evolve(state: CaseState, event: CaseEvent, happened: Happened): CaseState {
  if (event.type === 'CaseReceived') return receivedCase(event.data, happened)
  if (state.status === 'none' || isAttempt(event)) return state
  const changed = isResponsibility(event)
    ? evolveResponsibility(state, event, happened)
    : isJoint(event)
      ? jointChange(state, event, happened)
      : changeOf(state, event, happened)
  const traced = traceOf(state, event, happened)
  const next = { ...state, ...changed, ...traced, lastAt: Math.max(state.lastAt, happened.at) }
  return openBranches(next, happened.at)
}

function receivedCase(
  data: Extract<CaseEvent, { type: 'CaseReceived' }>['data'],
  { at, by }: Happened,
): LivingCase {
  const { caseNo, plan, channel, applicant, applicantMasked, agent, counter, materials, receivedAtUnit } =
    data
  return {
    status: 'received',
    caseNo,
    plan,
    channel,
    applicant,
    applicantMasked,
    agent: agent?.person ?? null,
    counter,
    receivedAtUnit,
    receivedAt: at,
    receivedBy: by,
    materials,
    supplement: null,
    accepted: null,
    steps: [],
    suspension: null,
    extension: null,
    passed: [],
    decision: null,
    deliveredAt: null,
    rating: null,
    corrections: 0,
    endedAt: null,
    ...(data.renews ? { renews: data.renews } : {}),
    lastAt: at,
  }
}

function changeOf(
  state: LivingCase,
  event: Exclude<CaseEvent, AttemptEvent | JointEvent | ResponsibilityEvent>,
  { at, by }: Happened,
): Partial<LivingCase> {
  switch (event.type) {
    case 'SupplementNoticed': {
      const missing = event.data.missing.map(({ code }) => code)
      const wrong = Object.fromEntries(
        event.data.missing.flatMap((one) => (one.wrong ? [[one.code, one.wrong]] : [])),
      )
      const times = (state.supplement?.times ?? 0) + 1
      const understood = event.data.understood ?? false
      const given = { at: state.supplement?.at ?? at, missing, wrong, times, understood }
      return { supplement: { ...given, suppliedAt: null } }
    }
    case 'SupplementUnderstood':
      return { supplement: state.supplement && { ...state.supplement, understood: true } }
    case 'MaterialsSupplied': {
      const supplement = state.supplement && { ...state.supplement, suppliedAt: at }
      return { materials: merged(state.materials, event.data.materials), supplement }
    }
    case 'FormHandedIn':
      return { form: { ...event.data, at, corrected: state.form !== undefined } }
    case 'CaseAccepted': {
      const { deemed, countsFrom, notOnTheSpot } = event.data
      // A filing and a pledge need nobody's examining before they take effect.
      const atOnce = state.plan.filing || state.pledge
      const examined = atOnce ? [] : state.plan.steps
      const joint = atOnce || !state.plan.joint ? undefined : startJoint(state.plan.joint)
      const steps = opened(examined.map(waiting), at, barrierOf({ plan: state.plan, joint }))
      const why = notOnTheSpot ? { notOnTheSpot } : {}
      const accepted = { at: countsFrom, by, deemed, ...why }
      return { status: 'accepted', accepted, steps, ...(joint ? { joint } : {}) }
    }
    case 'CaseDeclined': {
      const { issued, ...said } = event.data
      const declined = { ...said, ...(issued ? { number: issued.number } : {}) }
      return { status: 'declined', declined, endedAt: at }
    }
    case 'StepFinished': {
      const { step, outcome, opinion } = event.data
      const done = { status: 'done', doneAt: at, doneBy: by, outcome, opinion } as const
      return {
        steps: opened(
          state.steps.map((one) => (one.code === step ? { ...one, ...done } : one)),
          at,
          barrierOf(state),
        ),
      }
    }
    case 'StepSentBack':
      return { steps: sentBack(state.steps, event.data, at) }
    case 'CaseSuspended': {
      const { ground, groundText, needs } = event.data
      const told = needs === undefined ? {} : { needs }
      return { status: 'suspended', suspension: { since: at, ground, text: groundText, ...told } }
    }
    case 'CaseResumed':
      return { status: 'accepted', suspension: null }
    case 'ExtensionAsked':
      return { extension: { ...event.data, status: 'asked', askedBy: by } }
    case 'CaseExtended':
      return { extension: state.extension && { ...state.extension, status: 'granted' } }
    case 'ExtensionRefused':
      return { extension: state.extension && { ...state.extension, status: 'refused' } }
    case 'LimitPassed': {
      const joint = state.joint ? { joint: passJoint(state.joint, event.data) } : {}
      return { passed: [...state.passed, event.data], ...joint }
    }
    case 'CaseDecided': {
      const { issued, hearing: _, ...said } = event.data
      const decision = { at, by, ...said, ...(issued ? { number: issued.number } : {}), revoked: false }
      return { status: 'decided', decision, suspension: null, endedAt: at }
    }
    case 'CaseDelivered':
      return { status: 'delivered', deliveredAt: at, passed: state.passed.filter(stillPassed(at)) }
    case 'CaseRated':
      return { rating: event.data }
    case 'CaseWithdrawn':
      return { status: 'withdrawn', suspension: null, endedAt: at }
    case 'CaseCorrected':
      return { corrections: state.corrections + 1, decision: corrected(state.decision, event.data) }
    case 'HearingOffered':
    case 'HearingAsked':
    case 'HearingRightLapsed':
    case 'HearingSet':
    case 'HearingHeld':
    case 'HearingGivenUp':
      return { hearing: evolveHearing(state.hearing, event, { at, by }) }
    case 'ReadingReviewed':
      return { readingReview: { ...event.data, by, at } }
    case 'PledgeSigned':
      return { pledge: { at, ...event.data } }
    case 'UrgencyAsked':
    case 'UrgencyGranted':
    case 'UrgencyRefused':
    case 'UrgencyAudited':
      return { urgency: evolveUrgency(state.urgency, event, { at, by }) }
    case 'VisitAssigned':
    case 'VisitReported':
      return { visits: evolveVisits(state.visits, event, { at, by }) }
    case 'CaseReceived':
      return {}
  }
}

/** What was posted in time was delivered in time, also when nobody entered it until the limit had run out (T-04). */
const stillPassed =
  (deliveredAt: EpochMs) =>
  ({ limit, dueAt }: LivingCase['passed'][number]): boolean =>
    limit !== 'delivery' || deliveredAt >= dueAt

function corrected(
  decision: Decision | null,
  { subject, to }: Extract<CaseEvent, { type: 'CaseCorrected' }>['data'],
): Decision | null {
  if (!decision) return null
  if (subject === 'revoked') return { ...decision, revoked: true }
  return subject === 'reasons' ? { ...decision, reasons: to } : { ...decision, result: to }
}

const waiting = (step: PlannedStep): StepState => ({
  ...step,
  status: 'waiting',
  since: null,
  doneAt: null,
  doneBy: null,
  outcome: null,
  opinion: '',
  sentBack: 0,
})

/** What an event of joint approval makes of the case: with the assembly the steps behind it have their turn. */
function jointChange(state: LivingCase, event: JointEvent, happened: Happened): Partial<LivingCase> {
  if (!state.joint) return {}
  const joint = evolveJoint(state.joint, event, happened)
  if (event.type !== 'JointAssembled') return { joint }
  return { joint, steps: opened(state.steps, happened.at, Infinity) }
}

/**
 * The first group that is not done is open, all of it side by side; what comes after it waits, and so does what stands
 * behind joint approval until that is assembled.
 */
function opened(steps: readonly StepState[], at: EpochMs, barrier: number): StepState[] {
  const groups = steps.filter(({ status }) => status !== 'done').map(({ group }) => group)
  const current = Math.min(...groups)
  return steps.map((step) =>
    step.status === 'waiting' && step.group === current && current < barrier
      ? { ...step, status: 'open', since: at }
      : step,
  )
}

/** The step sent back to is open again, and whatever comes after it waits for it. */
function sentBack(steps: readonly StepState[], { to }: { readonly to: string }, at: EpochMs): StepState[] {
  const target = steps.find(({ code }) => code === to)
  if (!target) return [...steps]
  return steps.map((step) => {
    if (step.code === to)
      return { ...step, status: 'open', since: at, doneAt: null, sentBack: step.sentBack + 1 }
    // Since when it was open stays known: its share of the limit has begun and does not begin again.
    if (step.group > target.group) return { ...step, status: 'waiting', doneAt: null }
    return step
  })
}

function merged(before: readonly HandedIn[], added: readonly HandedIn[]): HandedIn[] {
  const byCode = new Map(before.map((one) => [one.code, one]))
  for (const one of added) byCode.set(one.code, one)
  return [...byCode.values()]
}

/** Necessary materials that nobody has handed in, and for which no pledge stands in. */
export const missingMaterials = ({
  plan,
  materials,
  pledge,
}: Pick<LivingCase, 'plan' | 'materials' | 'pledge'>) =>
  plan.materials.filter(
    ({ code, necessity }) =>
      necessity === 'necessary' &&
      !materials.some((one) => one.code === code) &&
      !pledge?.waives.includes(code),
  )

export const isOver = ({ status }: LivingCase): boolean =>
  status === 'decided' || status === 'delivered' || status === 'declined' || status === 'withdrawn'
