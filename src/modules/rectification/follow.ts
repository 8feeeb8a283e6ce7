import type { Db } from '#kernel/sql.ts'
import type { EpochMs } from '#kernel/day.ts'
import type { Subscription } from '#engines/ledger/index.ts'
import {
  conducts,
  FINDING_STREAM,
  findFinding,
  findingOfStream,
  findingStream,
  type FindingState,
  isSealed,
  openSide,
  severityOf,
  standing,
} from '#modules/findings/index.ts'
import { maskText } from '#modules/vault/index.ts'
import { decidingNow, registerProblem } from './commands.ts'
import type { Actor, Deciding } from './acting.ts'
import { changeProblem } from './lists.ts'
import type { Problem, ProblemEvent } from './problem.ts'
import { findOfFinding } from './store.ts'
import type { Style } from './terms.ts'

/** The platform itself, where a finding was judged by people and the problem only follows. */
const FOLLOWER: Actor = { account: 'rectification', unit: null, roles: ['supervisor'] }

/** 处置为整改的发现 → 问题: opened, heard again, made known, and withdrawn with its finding. Seen twice it changes nothing. */
export const followFindings = (now: () => EpochMs): Subscription => ({
  name: 'rectification-of-findings',
  follows: [{ stream: FINDING_STREAM }],
  async handle(db, events) {
    const touched = new Set(events.flatMap(({ stream }) => findingOfStream(stream) ?? []))
    for (const finding of touched) {
      const state = await findFinding(db, finding)
      if (state) await follow(db, toldOf(state), await decidingNow(db, FOLLOWER, now()))
    }
  },
})

/** A problem is the unit's to read: beside an open source nothing of a sealed one goes into it before its release. */
const toldOf = (state: FindingState): FindingState => openSide(state) ?? state

export const styleOf = (conduct: string): Style =>
  conduct === 'other' ? 'other' : (conducts.find(({ code }) => code === conduct)?.style ?? 'other')

async function follow(db: Db, state: FindingState, deciding: Deciding): Promise<void> {
  const followers = await findOfFinding(db, state.finding)
  const rectify = state.status === 'disposed' && state.disposed?.disposition === 'rectify'
  if (followers.length === 0 && rectify) followers.push(await openFor(db, state, deciding))
  for (const problem of followers)
    await changeProblem(db, problem, (known) => (known ? since(known, state) : []), {
      actor: FOLLOWER.account,
      now: deciding.now,
    })
}

async function openFor(db: Db, state: FindingState, deciding: Deciding): Promise<string> {
  const [first] = standing(state)
  const { problem } = await registerProblem(
    db,
    {
      ...{ judged: true, finding: state.finding, unit: state.unit, matter: state.matter },
      ...{ source: first?.source ?? 'register', sourceId: findingStream(state.finding) },
      ...{ fact: first?.fact ?? '', happenedOn: state.happenedOn, severity: severityOf(state) },
      ...{ category: styleOf(state.conduct), period: null, firstEnteredOn: null, apartBecause: '' },
      sealed: isSealed(state),
    },
    deciding,
  )
  return problem
}

/** What the problem does not know yet of its finding. */
function since(known: Problem, state: FindingState): ProblemEvent[] {
  if (known.withdrawn) return []
  if (state.status === 'withdrawn')
    return known.closed ? [] : [{ type: 'ProblemWithdrawn', reason: state.withdrawn?.reason ?? '' }]
  const heard = new Set(known.joined.map(({ sourceId }) => sourceId))
  const told = standing(state)
  // What was sealed may have been told first; the problem was entered in the words of the first that was open.
  const first = told.find(({ fact }) => maskText(fact.trim()) === known.fact) ?? told[0]
  const joined = told
    .filter((one) => one !== first && !heard.has(one.sourceId))
    .map(({ source, sourceId, fact }): ProblemEvent => ({ type: 'SourceJoined', source, sourceId, fact }))
  return known.sealed && !isSealed(state) ? [...joined, { type: 'ProblemReleased' }] : joined
}
