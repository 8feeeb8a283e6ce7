import { randomBytes } from 'node:crypto'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { findFinding, releaseFinding } from '#modules/findings/index.ts'
import { findServed } from '#modules/cases/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import { conflictsOf } from '#modules/recusal/index.ts'
import { newNumber, todayAt } from '../doing.ts'
import { rounds, visits } from '../lists.ts'
import { numbersOn } from '../numbers.ts'
import { refuse } from '../refusals.ts'
import * as store from '../store.ts'
import { isSealedKind } from '../terms.ts'
import { inForce } from '../visits/checklist.ts'
import { standingOf, type Visit } from '../visits/visit.ts'
import { overlapOf } from './overlap.ts'
import type { ReceiverLists } from './receivers.ts'
import * as decide from './round.ts'
import type { Place, Plan, Progress, Round, RoundEvent } from './round.ts'

export interface RoundDoing {
  readonly actor: string
  readonly now: number
}

export interface NewRound extends Omit<Plan, 'checklist' | 'overlap' | 'follows'> {
  readonly checklist: string
  readonly follows: readonly string[]
  readonly overlapReason: string
}

/** Plans a round. Refuses unknown people, places and sheets, and what was inspected a moment ago for the same thing. */
export async function openRound(db: Db, given: NewRound, doing: RoundDoing): Promise<string> {
  const today = todayAt(doing.now)
  const { checklist: code, overlapReason, ...plan } = given
  const known = await store.findChecklist(db, code)
  const sheet = known && inForce(known.state, today)
  if (!sheet) throw refuse('inspection.checklist-unknown', { checklist: code })
  await refuseStrangers(db, plan.team)
  const follows = await followed(db, plan.follows)
  const places = await withFollowed(db, plan.places, follows)
  const overlap = await overlapOf(db, { ...plan, places }, { reason: overlapReason, today })
  const round = newNumber('R', today)
  const opening: Plan = { ...plan, places, follows, overlap, checklist: { code, version: sheet.version } }
  await changeFolded(db, rounds, round, () => decide.open(opening, doing.actor), doing)
  return round
}

async function refuseStrangers(db: Db, team: Plan['team']): Promise<void> {
  for (const { account } of team) {
    const known = await store.findInspector(db, account)
    if (!known || known.state.left) throw refuse('inspection.not-in-pool', { account })
  }
}

async function followed(db: Db, findings: readonly string[]): Promise<Plan['follows']> {
  const found: { finding: string; unit: string }[] = []
  for (const finding of findings) {
    const state = await findFinding(db, finding)
    if (!state) throw refuse('inspection.finding-not-followed', { finding })
    found.push({ finding, unit: state.unit })
  }
  return found
}

/** A follow-up goes where the findings are, whether or not its places were named. */
async function withFollowed(db: Db, given: readonly Place[], follows: Plan['follows']): Promise<Place[]> {
  const more = [...new Set(follows.map(({ unit }) => unit))]
    .filter((unit) => !given.some((place) => place.unit === unit))
    .map((unit) => ({ unit, section: null, stratum: 'ordinary' as const }))
  const places = [...given, ...more]
  const titles = await findUnitTitles(db, [...new Set(places.map(({ unit }) => unit))])
  const known = new Set(titles.map(({ id }) => id))
  for (const { unit, section } of places) {
    if (!known.has(unit)) throw refuse('inspection.unknown-unit', { unit })
    if (section !== null && !(await store.findSection(db, `${unit}/${section}`)))
      throw refuse('inspection.section-not-in-frame', { unit, section })
  }
  return places
}

export async function getRound(db: Db, round: string): Promise<Round> {
  const found = await store.findRound(db, round)
  if (!found) throw refuse('inspection.not-found')
  return found.state
}

async function change(
  db: Db,
  round: string,
  doing: RoundDoing,
  work: (state: Round) => readonly RoundEvent[],
): Promise<Round> {
  await getRound(db, round)
  return (await changeFolded(db, rounds, round, (state) => work(state as Round), doing)) as Round
}

/** Freezes the lists with everybody's recusals, and tells the hash of a secret that nobody knows. */
export async function commitDraw(
  db: Db,
  round: string,
  asked: Pick<decide.Commit, 'sample' | 'groups'>,
  doing: RoundDoing,
): Promise<Round> {
  const state = await getRound(db, round)
  const units = [...new Set(state.places.map(({ unit }) => unit))]
  const recused: Record<string, Record<string, string>> = {}
  for (const { account } of state.team)
    for (const { unit, because } of await conflictsOf(db, { account, units }, todayAt(doing.now)))
      if (unit !== null) recused[account] = { ...recused[account], [unit]: because.zh }
  const secret = randomBytes(32).toString('hex')
  const lists = { ...asked, recused, secret, ...(await askingOf(db, state, units, doing)) }
  return change(db, round, doing, (one) => decide.commit(one, lists, doing.actor))
}

/** Whom the units served, where an item of the sheet asks for them: laid down with the other lists. */
async function askingOf(
  db: Db,
  { checklist }: Round,
  units: readonly string[],
  { now }: RoundDoing,
): Promise<ReceiverLists> {
  const known = await store.findChecklist(db, checklist.code)
  const { items = [] } = known?.state.versions.find(({ version }) => version === checklist.version) ?? {}
  const asking = items.flatMap(({ code, receivers }) =>
    receivers > 0 ? [{ item: code, count: receivers }] : [],
  )
  if (asking.length === 0) return {}
  const days = (await numbersOn(db, todayAt(now)))('servedDays')
  const found = await findServed(db, { units, since: now - days * DAY_MS })
  const served = units.map((unit) => [
    unit,
    found.filter((one) => one.unit === unit).map(({ caseNo }) => caseNo),
  ])
  return { asking, served: Object.fromEntries(served) as Record<string, string[]> }
}

const DAY_MS = 24 * 3_600_000

/** The lots fall, and every place drawn becomes a visit. */
export async function drawLots(db: Db, round: string, word: string, doing: RoundDoing): Promise<Round> {
  const state = await change(db, round, doing, (one) => decide.drawLots(one, word, doing.actor))
  const { kind, theme, bodies, checklist, from, until, lots } = state
  for (const { unit, section, group, inspectors } of lots?.drawn ?? []) {
    const planned = {
      ...{ round, kind, theme, unit, section, group, inspectors, bodies, checklist, from, until },
      ...{ sealed: isSealedKind(kind), team: decide.teamOf(state), random: state.committed?.sample != null },
      follows: state.follows.filter((one) => one.unit === unit).map(({ finding }) => finding),
      ...receiversOf(lots, unit),
    }
    const visit = newNumber('V', todayAt(doing.now))
    await changeFolded(db, visits, visit, () => [{ type: 'VisitPlanned' as const, ...planned }], doing)
  }
  return state
}

const receiversOf = (lots: Round['lots'], unit: string) => {
  const drawn = (lots?.receivers ?? []).filter((one) => one.unit === unit)
  return drawn.length > 0 ? { receivers: drawn.map(({ item, reference }) => ({ item, reference })) } : {}
}

function progressOf(visited: readonly Visit[]): Progress {
  const standings = visited.map(standingOf)
  return {
    open: standings.filter((one) => one === 'started' || one === 'ended').length,
    unvisited: standings.filter((one) => one === 'planned').length,
    problems: visited.reduce((sum, { findings, rechecks }) => sum + findings.length + stillOpen(rechecks), 0),
    evidence: visited.reduce((sum, { evidence }) => sum + evidence.length, 0),
  }
}

const stillOpen = (rechecks: Visit['rechecks']) =>
  rechecks.filter(({ outcome }) => outcome === 'stillThere' || outcome === 'worse').length

const visitsOf = async (db: Db, round: string) =>
  (await store.findVisitsOfRound(db, round)).map(({ state }) => state)

/** Opens what was sealed: rows of rounds and visits, and to each unit the findings about it. */
export async function releaseRound(db: Db, round: string, doing: RoundDoing): Promise<Round> {
  const visited = await visitsOf(db, round)
  const state = await change(db, round, doing, (one) => decide.release(one, progressOf(visited), doing.actor))
  for (const finding of new Set(visited.flatMap(({ findings }) => findings.map((one) => one.finding))))
    await releaseFinding(db, finding, { actor: `round/${round}`, now: doing.now })
  return state
}

export const closeRound = async (db: Db, round: string, text: string, doing: RoundDoing): Promise<Round> => {
  const progress = progressOf(await visitsOf(db, round))
  return change(db, round, doing, (one) => decide.close(one, text, progress, doing.actor))
}

export const noticeWarning = (
  db: Db,
  round: string,
  warning: { readonly text: string; readonly visit: string | null },
  doing: RoundDoing,
): Promise<Round> => change(db, round, doing, (one) => decide.noticeWarning(one, warning, doing.actor))

/** So long a second look of the same person is the same look. */
const VIEW_MS = 10 * 60_000
const seenBefore = (looks: readonly decide.Happened[], { actor, now }: RoundDoing): boolean =>
  looks.some(({ by, at }) => by === actor && now - at < VIEW_MS)

/** Everybody who looks at a plan while it is sealed is written down: a leak has a short list of readers. */
export const noteView = (db: Db, round: string, doing: RoundDoing): Promise<Round> =>
  change(db, round, doing, (state) =>
    decide.isSealed(state) && !seenBefore(state.views, doing) ? [{ type: 'PlanViewed' }] : [],
  )

/** Somebody asked for a round that is not his to see. Run in the system's own scope; its team learns of it. */
export async function noteOutsider(db: Db, round: string, doing: RoundDoing): Promise<void> {
  if (await store.findRound(db, round))
    await change(db, round, doing, ({ turnedAway }) =>
      seenBefore(turnedAway, doing) ? [] : [{ type: 'OutsiderTurnedAway' }],
    )
}
