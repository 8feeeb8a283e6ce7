import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { type Calendar, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import { isOver, type LivingCase } from './case.ts'
import type { Responsibility, TransferCase } from './contract.ts'
import { workingDays } from './decisions/index.ts'
import type { Directory, Post } from './directory.ts'
import { citedWithoutEntry, type Involvement } from './interventions/state.ts'
import { type HandlingAct, type PlacedAct, timeByPlace } from './places/place.ts'
import type { Desk } from './plan.ts'
import { responsibilityNumbers } from './responsibility-numbers.ts'
import { officerOf } from './service-officer/state.ts'
import type { Transfer } from './transfers/events.ts'

const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)
const MINUTE = 60_000

/** How people and units are called; whoever has no name any more keeps the id. */
export interface Called {
  person(account: string): Bilingual
  unit(id: string): Bilingual
}

/** The names of everybody whom the responsibility for some cases concerns. */
export const calledIn = (db: Db, states: readonly LivingCase[]): Promise<Called> =>
  called(db, states.flatMap(accountsIn), states.flatMap(unitsIn))

const accountsIn = (state: LivingCase): string[] => {
  const { places = [], cited = [], transfers } = state
  const officer = officerOf(state)
  const acting = [...places, ...cited, ...(transfers?.passed ?? [])].map(({ by }) => by)
  return officer === null ? acting : [...acting, officer]
}

/** One question for people and one for units. */
async function called(db: Db, accounts: readonly string[], units: readonly string[]): Promise<Called> {
  const people = new Map((await findPeople(db, [...new Set(accounts)])).map((one) => [one.account, one.name]))
  const titles = new Map((await findUnitTitles(db, [...new Set(units)])).map((one) => [one.id, one]))
  return {
    person: (account) => same(people.get(account) ?? account),
    unit: (id) => {
      const title = titles.get(id)
      return title ? { zh: title.name, en: title.nameEn } : same(id)
    },
  }
}

const same = (text: string): Bilingual => ({ zh: text, en: text })

const unitsIn = ({ plan, steps, transfers, places }: LivingCase): string[] => [
  plan.unit,
  ...[...plan.steps, ...steps, plan.decidedBy, plan.deliveredBy].map(({ unit }) => unit),
  ...Object.values(plan.powers ?? {}).flatMap((desks: readonly Desk[]) => desks.map(({ unit }) => unit)),
  ...(transfers?.passed ?? []).flatMap(({ from, to }) => [from.unit, to.unit]),
  ...(transfers?.dispute ? [transfers.dispute.from.unit, transfers.dispute.to.unit] : []),
  ...(transfers?.rulings ?? []).map(({ to }) => to.unit),
  ...(places ?? []).flatMap(({ unit }) => unit ?? []),
]

interface Looking {
  readonly now: EpochMs
  readonly calendar: Calendar
}

/** The desks, people and units that this part of the page names; of the officer who accompanies the case every post. */
export const answerableIn = (state: LivingCase) => ({
  desks: [...turnsOf(state), ...delegatedIn(state)],
  holders: [officerOf(state) ?? []].flat(),
  accounts: accountsIn(state),
  units: unitsIn(state),
})

/** 顶岗: who has the powers of somebody who is away from a post. */
const standInOf = ({ posts }: Directory, account: string, now: EpochMs): string | undefined =>
  posts
    .filter((post) => post.holder === account && isAway(post, now))
    .flatMap(({ backup }) => backup ?? [])
    .sort()[0]

interface Answering extends Looking {
  readonly directory: Directory
}

/** Who answers for a case on its way, as its page shows it. */
export function responsibilityView(
  state: LivingCase,
  { now, calendar, directory }: Answering,
): Responsibility {
  const officer = officerOf(state)
  const standIn = officer === null ? undefined : standInOf(directory, officer, now)
  const desks = desksOf(directory, state, now)
  const names: Called = {
    person: (account) => same(directory.person(account)?.name ?? account),
    unit: (id) => directory.unit(id) ?? same(id),
  }
  const time = timeByPlace(state, now)
  return {
    officer: officer === null ? null : officerView(officer, standIn, names),
    ...silenceOf(state, { now, calendar }),
    transfers: (state.transfers?.passed ?? []).map((one) => ({
      ...transferRow(state, one, names),
      by: names.person(one.by),
    })),
    dispute: disputeRow(state, names),
    interventions: (state.interventions ?? []).map(involvementRow),
    unrecorded: citedWithoutEntry(state.cited, state.interventions).map(({ at, by, words }) => ({
      at: instantText(at),
      by: names.person(by),
      words,
    })),
    places: (state.places ?? []).map((place) => placeRow(state, place, names)),
    time: time && {
      windowMinutes: Math.round(time.windowMs / MINUTE),
      departmentMinutes: Math.round(time.departmentMs / MINUTE),
      now: time.now,
    },
    turns: desks.turns.map(({ what, unit, post, holder, acting, asBackup }) => ({
      ...{ what, unit: names.unit(unit), post, asBackup },
      holder: holder === null ? null : names.person(holder),
      acting: acting === null ? null : names.person(acting),
    })),
    powers: desks.powers,
    everyDay: state.plan.everyDay ?? false,
  }
}

const officerView = (account: string, standIn: string | undefined, names: Called) => ({
  ...{ account, name: names.person(account) },
  standIn: standIn === undefined ? null : names.person(standIn),
})

/** Since when the applicant has heard nothing; over, nobody waits any more. */
export function silenceOf(
  state: LivingCase,
  { now, calendar }: Looking,
): Pick<Responsibility, 'toldAt' | 'silentDays' | 'silent'> {
  const toldAt = state.heard?.toldAt ?? null
  if (toldAt === null || !state.accepted || isOver(state))
    return { toldAt: toldAt === null ? null : instantText(toldAt), silentDays: 0, silent: false }
  const silentDays = workingDays(calendar, toldAt, now)
  return {
    toldAt: instantText(toldAt),
    silentDays,
    silent: silentDays > responsibilityNumbers(now).silentAfterDays,
  }
}

const stepName = ({ steps, plan }: LivingCase, code: string): string =>
  [...steps, ...plan.steps].find((step) => step.code === code)?.name ?? code

/** A transfer with the names of its units; without who made it. */
export function transferRow(state: LivingCase, one: Transfer & { readonly at: EpochMs }, names: Called) {
  const { from, to, nth, reason, basis, loop, lastMinute } = one
  return {
    ...{ at: instantText(one.at), step: stepName(state, one.step), nth, reason, basis, loop, lastMinute },
    from: { unit: from.unit, name: names.unit(from.unit) },
    to: { unit: to.unit, name: names.unit(to.unit) },
  } satisfies Omit<TransferCase['transfers'][number], 'by'>
}

export function disputeRow(state: LivingCase, names: Called): Responsibility['dispute'] {
  const dispute = state.transfers?.dispute
  return dispute ? { ...transferRow(state, dispute, names), because: dispute.because } : null
}

export const involvementRow = ({
  heardAt,
  answered,
  enteredBy: _,
  ...rest
}: Involvement): Responsibility['interventions'][number] => ({
  ...rest,
  heardAt: instantText(heardAt),
  answered: answered && { ...answered, at: instantText(answered.at) },
})

const ACTS: Readonly<Record<HandlingAct, Bilingual>> = {
  CaseAccepted: { zh: '受理', en: 'accepted' },
  StepFinished: { zh: '环节办结', en: 'step done' },
  StepSentBack: { zh: '退回上一环节', en: 'sent back' },
  CaseDecided: { zh: '决定', en: 'decided' },
  CaseDelivered: { zh: '送达', en: 'delivered' },
}

function placeRow(state: LivingCase, place: PlacedAct, names: Called): Responsibility['places'][number] {
  const { at, by, act, step, counter, unit } = place
  const named = step === undefined ? ACTS[act] : same(stepName(state, step))
  return {
    ...{ at: instantText(at), by: names.person(by), what: named, counter },
    unit: unit === null ? null : names.unit(unit),
  }
}

/** Whose turn it is now, holder and whoever stands in; and the posts that powers were delegated to. */
function desksOf(directory: Directory, state: LivingCase, now: EpochMs) {
  const { powers } = state.plan
  const title = (desk: Desk): Bilingual => {
    const post = directory.post(desk)
    return post ? { zh: post.title, en: post.titleEn } : same(desk.post)
  }
  return {
    turns: turnsOf(state).map((turn) => ({
      ...turn,
      post: title(turn),
      ...actingOf(directory.post(turn), now),
    })),
    powers: powers
      ? {
          accept: powers.accept.map(title),
          review: powers.review.map(title),
          decide: powers.decide.map(title),
          seal: powers.seal.map(title),
        }
      : null,
  }
}

const delegatedIn = ({ plan }: LivingCase): Desk[] => Object.values(plan.powers ?? {}).flat() as Desk[]

const isAway = ({ awayFrom, awayUntil }: Post, now: EpochMs): boolean =>
  awayFrom !== null && awayFrom.getTime() <= now && (awayUntil === null || awayUntil.getTime() > now)

/** AB岗: the backup has the work, its powers and its dates from the moment that the holder is marked away. */
function actingOf(post: Post | undefined, now: EpochMs) {
  if (!post) return { holder: null, acting: null, asBackup: false }
  const { holder, backup } = post
  const away = isAway(post, now)
  return { holder, acting: away ? backup : holder, asBackup: away }
}

function turnsOf(state: LivingCase): Array<Desk & { readonly what: Bilingual }> {
  const { plan, steps, status, joint } = state
  if (status === 'decided') return [{ what: { zh: '送达', en: 'delivery' }, ...plan.deliveredBy }]
  if (status !== 'accepted' && status !== 'suspended') return []
  const open = [
    ...steps.filter((step) => step.status === 'open'),
    ...(joint?.branches ?? [])
      .filter((branch) => branch.status === 'open' && !joint?.assembled)
      .map((branch) => ({ ...branch, name: branch.name.zh })),
  ]
  if (open.length === 0) return [{ what: { zh: '决定', en: 'decision' }, ...plan.decidedBy }]
  return open.map(({ name, unit, post }) => ({ what: same(name), unit, post }))
}
