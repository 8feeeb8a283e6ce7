import type { EpochMs } from '#kernel/day.ts'
import { type Calendars, type Fired, type ToldClocks, toldClocks } from '#engines/clocks/stored/index.ts'
import type { BulkStream, NewEvent } from '#engines/ledger/index.ts'
import { licenceStream, newEvent } from '#modules/licences/index.ts'
import { type CaseActor, THE_LAW } from './actor.ts'
import { type CaseState, type LivingCase, noCase } from './case.ts'
import { caseStream, type CaseEvent, type Issued } from './case-events.ts'
import { limitOfClock } from './clock-work.ts'
import { type Decision, follow, type NewCase } from './commands.ts'
import * as decisions from './decisions/index.ts'
import { licenceOf } from './licensing/follow.ts'
import type { Paper } from './papers.ts'

export interface Telling {
  readonly actor: CaseActor
  /** When it happened; never before what happened to the case earlier. */
  readonly at: EpochMs
}

/** Gives papers their numbers in the order in which they are asked for. */
export interface ToldPapers {
  issue(paper: Paper, entry: { readonly actor: string; readonly now: EpochMs }): Promise<Issued>
}

export interface ToldCases {
  receive(given: NewCase & { readonly caseNo: string }, telling: Telling): Promise<LivingCase>
  /** Decides as at a desk: the same refusals, the same clocks and papers. */
  act(caseNo: string, telling: Telling, decision: Decision): Promise<LivingCase>
  state(caseNo: string): LivingCase
  /** When a clock of the case next does something by itself; null: never. */
  nextAt(caseNo: string): EpochMs | null
  /** Lets that happen, with what the law lets follow. */
  pass(caseNo: string, until: EpochMs): Promise<void>
  /** The case, its clocks and the licence it was granted, to be appended as new streams. */
  streamsOf(caseNo: string): BulkStream[]
}

interface Told {
  state: CaseState
  readonly events: NewEvent[]
}

/**
 * Cases whose past is told at once, for a demo or for taking over what another system has handled: each act is decided
 * as at a desk, in memory; the caller lets the time pass, appends the streams and lets the lists follow.
 */
export function toldCases(calendars: Pick<Calendars, 'current'>, papers: ToldPapers): ToldCases {
  const clocks: ToldClocks = toldClocks(calendars)
  const cases = new Map<string, Told>()

  async function tell(caseNo: string, drafts: readonly CaseEvent[], { actor, at }: Telling): Promise<void> {
    const told = cases.get(caseNo) ?? { state: noCase, events: [] }
    if (drafts.length === 0) return
    const entered = { actor: actor.account, now: at }
    const happened = { at, by: actor.account }
    const issue = (paper: Paper) => papers.issue(paper, entered)
    const { state, events } = await follow(told.state, drafts, happened, { issue, clocks, entered })
    cases.set(caseNo, { state, events: [...told.events, ...events] })
  }
  function stateOf(caseNo: string): LivingCase {
    const state = cases.get(caseNo)?.state
    if (!state || state.status === 'none') throw new Error(`Nothing was told of ${caseNo}`)
    return state
  }
  async function passed({ event, clock }: Fired): Promise<void> {
    const found = limitOfClock(clock.id)
    if (event.type !== 'ClockExpired' || !found) return
    const { caseNo, ...limit } = found
    const data = { ...limit, dueAt: event.at }
    await tell(caseNo, decisions.passLimit(stateOf(caseNo), data), { actor: THE_LAW, at: event.at })
  }
  return {
    async receive(given, telling) {
      await tell(given.caseNo, decisions.receive(noCase, given, telling.actor), telling)
      return stateOf(given.caseNo)
    },
    async act(caseNo, telling, decision) {
      await tell(caseNo, decision(stateOf(caseNo)), telling)
      return stateOf(caseNo)
    },
    state: stateOf,
    nextAt: (caseNo) => clocks.nextAt(caseStream(caseNo)),
    async pass(caseNo, until) {
      for (const fired of clocks.fire(caseStream(caseNo), until)) await passed(fired)
    },
    streamsOf: (caseNo) => [
      { stream: caseStream(caseNo), events: cases.get(caseNo)?.events ?? [] },
      ...clocks.streamsOf(caseStream(caseNo)),
      ...licenceStreams(stateOf(caseNo)),
    ],
  }
}

/** The licence that a told case was granted, in force from its decision. */
function licenceStreams(state: LivingCase): BulkStream[] {
  const { decision } = state
  const granted = licenceOf(state)
  if (!granted || !decision?.licence) return []
  const entered = { actor: decision.by, now: decision.at }
  const event = newEvent({ type: 'LicenceGranted', ...granted }, entered)
  return [{ stream: licenceStream(decision.licence), events: [event] }]
}
