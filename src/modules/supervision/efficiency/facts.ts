import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { CaseEvent } from '#modules/cases/index.ts'
import type { CaseFacts, Happened } from './fact-shape.ts'
import {
  acted,
  answered,
  closed,
  decided,
  opened,
  readyIf,
  sentBack,
  stepFinished,
  withStint,
} from './fact-turns.ts'

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

const waiting = ({ waits }: CaseFacts, from: EpochMs) => ({
  waits: waits.at(-1)?.to === null ? waits : [...waits, { from, to: null }],
})

/** The applicant answered: from here on it is the office's turn again. */
const heard = ({ waits }: CaseFacts, at: EpochMs) => ({ waits: closed(waits, at) })

const visited = ({ visitDays }: CaseFacts, at: EpochMs) => {
  const day = visitDay(at)
  return visitDays.includes(day) ? {} : { visitDays: [...visitDays, day] }
}
