import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { CaseEvent } from '#modules/cases/index.ts'

/**
 * One case reduced to what is measured: who had it on the desk from when to when, on whom it waited, how often somebody
 * had to come or sign. A fold of the case's own stream, so that every figure can be computed again from the ledger.
 */
export interface CaseFacts {
  readonly unit: string
  readonly receivedUnit: string | null
  readonly units: readonly string[]
  readonly item: string
  readonly itemVersion: number
  readonly name: Bilingual
  readonly channel: string
  readonly counter: string | null
  readonly agent: boolean
  /** First four digits of the applicant's document: where it was given out, not whose it is; null: unknown. */
  readonly region: string | null
  readonly onTheSpot: boolean
  readonly paperOnly: boolean
  /** As the version it was received under has them: what is simple stays simple, whatever is said afterwards. */
  readonly plannedSteps: number
  readonly materials: number
  readonly committed: string
  readonly receivedAt: EpochMs
  readonly receivedBy: string
  readonly acceptedAt: EpochMs | null
  readonly acceptedBy: string | null
  /** When the last step was done and only the decision was missing; the first time, and the last. */
  readonly readyAt: EpochMs | null
  readonly readyFirstAt: EpochMs | null
  readonly decidedAt: EpochMs | null
  readonly decidedBy: string | null
  readonly outcome: 'granted' | 'denied' | null
  readonly deemed: boolean
  readonly certificate: boolean
  readonly deliveredAt: EpochMs | null
  readonly endedAt: EpochMs | null
  readonly ending: 'decided' | 'declined' | 'withdrawn' | null
  /** First act of the office of any kind, also one that moves nothing. */
  readonly touchedAt: EpochMs | null
  /** What the office really did, oldest first. */
  readonly acts: readonly EpochMs[]
  /** Spans in which somebody outside was awaited; the last may be open. */
  readonly waits: readonly Wait[]
  readonly stints: readonly Stint[]
  readonly steps: readonly StepFacts[]
  readonly seals: number
  /** Days on which the applicant stood in the hall or was summoned, as `2026-03-02`. */
  readonly visitDays: readonly string[]
  /** How often it was sent back among desks, and how often a ready file went round instead of being decided. */
  readonly sentBack: number
  readonly sentRound: number
  /** Longer procedures asked for after acceptance. */
  readonly raised: number
  /** 打招呼登记: how often somebody's word for the case was logged. */
  readonly interventions: number
  /** 急件: let before others, with somebody's approval. */
  readonly urgent: boolean
  /** The applicant's answer after the case, whether it took connections; null: not asked or not answered. */
  readonly connections: boolean | null
  readonly rating: string | null
}

export interface Wait {
  readonly from: EpochMs
  readonly to: EpochMs | null
}

export type StintKind = 'answer' | 'step' | 'decide' | 'deliver'

/** One desk's turn: from when the case lay there until the act that moved it on. */
export interface Stint {
  readonly kind: StintKind
  readonly step: string
  readonly by: string
  readonly from: EpochMs
  readonly to: EpochMs
  /** Finishes of it that did not stand: they were sent back, so the time runs on to the one that did. */
  readonly empty: number
}

export interface StepFacts {
  readonly code: string
  readonly group: number
  readonly post: string
  readonly since: EpochMs | null
  readonly doneAt: EpochMs | null
  readonly doneBy: string | null
}

interface Happened {
  readonly at: EpochMs
  readonly by: string
}

export function evolveFacts(facts: CaseFacts | undefined, event: CaseEvent, happened: Happened) {
  if (event.type === 'CaseReceived') return received(event.data, happened)
  if (!facts) return undefined
  const change = changeOf(facts, event, happened)
  const office = isOffice(happened.by) && event.type !== 'LimitPassed'
  const touched = office && facts.touchedAt === null ? { touchedAt: happened.at } : {}
  return { ...facts, ...touched, ...change }
}

/** The law's own clock and the applicant are no part of the office. */
export const isOffice = (by: string): boolean => !by.startsWith('resident/') && !by.startsWith('system/')

const visitDay = (at: EpochMs): string => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

function received(
  data: Extract<CaseEvent, { type: 'CaseReceived' }>['data'],
  { at, by }: Happened,
): CaseFacts {
  const { plan, channel, counter, agent, receivedAtUnit } = data
  return {
    unit: plan.unit,
    receivedUnit: receivedAtUnit,
    units: [...new Set(plan.steps.map(({ unit }) => unit))].filter((unit) => unit !== plan.unit),
    item: plan.item,
    itemVersion: plan.version,
    name: plan.name,
    channel,
    counter,
    agent: agent !== null,
    region: data.region ?? null,
    onTheSpot: plan.onTheSpot,
    paperOnly: !plan.channels.some((one) => one === 'web' || one === 'phone'),
    plannedSteps: plan.steps.length,
    materials: plan.materials.length,
    committed: plan.committed,
    receivedAt: at,
    receivedBy: by,
    acceptedAt: null,
    acceptedBy: null,
    readyAt: null,
    readyFirstAt: null,
    decidedAt: null,
    decidedBy: null,
    outcome: null,
    deemed: false,
    certificate: false,
    deliveredAt: null,
    endedAt: null,
    ending: null,
    touchedAt: null,
    acts: [],
    waits: [],
    stints: [],
    steps: plan.steps.map(({ code, group, unit, post }) => ({
      ...{ code, group, post: `${unit}/${post}` },
      ...{ since: null, doneAt: null, doneBy: null },
    })),
    seals: 0,
    visitDays: channel === 'counter' ? [visitDay(at)] : [],
    sentBack: 0,
    sentRound: 0,
    raised: 0,
    interventions: 0,
    urgent: false,
    connections: null,
    rating: null,
  }
}

function changeOf(facts: CaseFacts, event: CaseEvent, happened: Happened): Partial<CaseFacts> {
  const { at, by } = happened
  switch (event.type) {
    case 'SupplementNoticed':
      return { ...acted(facts, at), ...waiting(facts, at), ...answered(facts, happened) }
    case 'MaterialsSupplied':
      return { ...heard(facts, at), ...(isOffice(by) ? visited(facts, at) : {}) }
    case 'CaseAccepted': {
      if (event.data.deemed)
        return { acceptedAt: at, steps: opened(facts.steps, at), readyAt: readyIf(facts, at) }
      return {
        ...acted(facts, at),
        ...answered(facts, happened),
        waits: closed(facts.waits, at),
        acceptedAt: at,
        acceptedBy: by,
        steps: opened(facts.steps, at),
        readyAt: readyIf(facts, at),
        readyFirstAt: readyIf(facts, at),
      }
    }
    case 'CaseDeclined':
      return {
        ...acted(facts, at),
        ...answered(facts, happened),
        waits: closed(facts.waits, at),
        endedAt: at,
        ending: 'declined',
      }
    case 'StepFinished':
      return stepFinished(facts, event.data.step, happened)
    case 'StepSentBack':
      return sentBack(facts, event.data.to, at)
    case 'CaseSuspended':
      return { ...acted(facts, at), ...waiting(facts, at), raised: facts.raised + 1 }
    case 'CaseResumed':
      return { ...acted(facts, at), waits: closed(facts.waits, at) }
    case 'ExtensionAsked':
      return { raised: facts.raised + 1, ...rounded(facts) }
    case 'HearingOffered':
      return { ...acted(facts, at), ...waiting(facts, at) }
    case 'HearingAsked':
    case 'HearingRightLapsed':
      return heard(facts, at)
    case 'HearingHeld':
      return { ...acted(facts, at), ...visited(facts, at), waits: closed(facts.waits, at) }
    case 'HearingSet':
    case 'VisitReported':
      return acted(facts, at)
    case 'CaseDecided':
      return decided(facts, event.data, happened)
    case 'CaseDelivered':
      return {
        deliveredAt: at,
        ...(event.data.way === 'inPerson' ? visited(facts, at) : {}),
        stints: withStint(facts, {
          kind: 'deliver',
          step: '',
          by,
          from: facts.decidedAt ?? at,
          to: at,
          empty: 0,
        }),
      }
    case 'CaseWithdrawn':
      return { waits: closed(facts.waits, at), endedAt: at, ending: 'withdrawn' }
    case 'CaseRated':
      return { rating: event.data.grade, connections: event.data.connections ?? null }
    default:
      return counted(facts, event, at)
  }
}

/** 领导过问、急件、并联意见 stand in the case's own stream under the names that their folders give them. */
function counted(facts: CaseFacts, { type }: { readonly type: string }, at: EpochMs): Partial<CaseFacts> {
  switch (type) {
    case 'LeaderInvolved':
      return { interventions: facts.interventions + 1, ...rounded(facts) }
    case 'MeetingCalled':
    case 'StepTransferred':
      return rounded(facts)
    case 'UrgencyGranted':
      return { ...acted(facts, at), urgent: true }
    case 'OpinionGiven':
      return { ...acted(facts, at), seals: facts.seals + 1 }
    case 'MeetingHeld':
    case 'ConflictRuled':
    case 'JointAssembled':
      return acted(facts, at)
    default:
      return {}
  }
}

/** 材料齐备还转圈: a ready file that goes to somebody else instead of being decided. */
const rounded = ({ readyFirstAt, decidedAt, sentRound }: CaseFacts): Partial<CaseFacts> =>
  readyFirstAt !== null && decidedAt === null ? { sentRound: sentRound + 1 } : {}

const acted = ({ acts }: CaseFacts, at: EpochMs) => ({ acts: [...acts, at] })

const waiting = ({ waits }: CaseFacts, from: EpochMs) => ({
  waits: waits.at(-1)?.to === null ? waits : [...waits, { from, to: null }],
})

const closed = (waits: readonly Wait[], at: EpochMs): readonly Wait[] =>
  waits.map((wait) => (wait.to === null ? { ...wait, to: at } : wait))

/** The applicant answered: from here on it is the office's turn again. */
const heard = ({ waits }: CaseFacts, at: EpochMs) => ({ waits: closed(waits, at) })

const visited = ({ visitDays }: CaseFacts, at: EpochMs) => {
  const day = visitDay(at)
  return visitDays.includes(day) ? {} : { visitDays: [...visitDays, day] }
}

const withStint = ({ stints }: CaseFacts, stint: Stint): readonly Stint[] => [...stints, stint]

/** The answer to an application: acceptance, refusal, or what is missing; only the first one counts. */
const answered = (facts: CaseFacts, { at, by }: Happened): Partial<CaseFacts> =>
  facts.stints.some(({ kind }) => kind === 'answer')
    ? {}
    : { stints: withStint(facts, { kind: 'answer', step: '', by, from: facts.receivedAt, to: at, empty: 0 }) }

function stepFinished(facts: CaseFacts, code: string, { at, by }: Happened): Partial<CaseFacts> {
  const step = facts.steps.find((one) => one.code === code)
  const steps = opened(
    facts.steps.map((one) => (one.code === code ? { ...one, doneAt: at, doneBy: by } : one)),
    at,
  )
  const before = facts.stints.find((one) => one.kind === 'step' && one.step === code)
  const stint = { kind: 'step', step: code, by, from: before?.from ?? step?.since ?? at, to: at } as const
  const ready = steps.every(({ doneAt }) => doneAt !== null) ? at : null
  return {
    ...acted(facts, at),
    steps,
    seals: facts.seals + 1,
    // What was sent back did not stand: the turn began when the step first came, and ends with the finish that stands.
    stints: [...facts.stints.filter((one) => one !== before), { ...stint, empty: before ? before.empty : 0 }],
    readyAt: ready,
    readyFirstAt: facts.readyFirstAt ?? ready,
  }
}

function sentBack(facts: CaseFacts, to: string, at: EpochMs): Partial<CaseFacts> {
  const target = facts.steps.find(({ code }) => code === to)
  if (!target) return {}
  return {
    steps: facts.steps.map((step) =>
      step.group > target.group
        ? { ...step, since: null, doneAt: null }
        : step.code === to
          ? { ...step, since: at, doneAt: null }
          : step,
    ),
    stints: facts.stints.map((one) =>
      one.kind === 'step' && one.step === to ? { ...one, empty: one.empty + 1 } : one,
    ),
    readyAt: null,
    // Once is a correction; again, or of a file that lacked only its decision, is a round.
    sentRound: facts.sentRound + (facts.readyFirstAt === null && facts.sentBack === 0 ? 0 : 1),
    sentBack: facts.sentBack + 1,
  }
}

/** The first group that is not done is open; what comes after it waits. */
function opened(steps: readonly StepFacts[], at: EpochMs): readonly StepFacts[] {
  const current = Math.min(...steps.filter(({ doneAt }) => doneAt === null).map(({ group }) => group))
  return steps.map((step) =>
    step.doneAt === null && step.since === null && step.group === current ? { ...step, since: at } : step,
  )
}

const readyIf = ({ steps }: CaseFacts, at: EpochMs): EpochMs | null => (steps.length === 0 ? at : null)

function decided(
  facts: CaseFacts,
  { outcome, deemed, result, licence }: Extract<CaseEvent, { type: 'CaseDecided' }>['data'],
  { at, by }: Happened,
): Partial<CaseFacts> {
  const from = facts.readyFirstAt ?? facts.acceptedAt ?? facts.receivedAt
  const turn = { kind: 'decide', step: '', by, from, to: at, empty: facts.sentRound } as const
  return {
    ...(deemed ? {} : { ...acted(facts, at), stints: withStint(facts, turn), seals: facts.seals + 1 }),
    waits: closed(facts.waits, at),
    decidedAt: at,
    decidedBy: deemed ? null : by,
    outcome,
    deemed,
    certificate: outcome === 'granted' && (result !== null || licence !== undefined),
    endedAt: at,
    ending: 'decided',
  }
}
