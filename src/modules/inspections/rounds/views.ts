import type { Db } from '#kernel/sql.ts'
import type { DrawView, RoundReport, RoundRow, RoundView } from '../contract.ts'
import { type Doer, instantText, peopleNames, todayAt, unitNames } from '../doing.ts'
import { numbersOn } from '../numbers.ts'
import { refuse } from '../refusals.ts'
import { findChecklist, findVisitsOfRound } from '../store.ts'
import { standingVisits } from '../standing.ts'
import { isUndercover } from '../terms.ts'
import type { Checklist } from '../visits/checklist.ts'
import { visitRows } from '../visits/views.ts'
import type { Visit } from '../visits/visit.ts'
import { reportOf } from './report.ts'
import { type Happened, isSealed, type Round, standingOf, teamOf } from './round.ts'

export function roundRow(round: Round, visited: readonly Visit[], now: number): RoundRow {
  const { kind, title, theme, from, until, places, lots, warnings } = round
  const handedIn = visited.filter(({ submitted }) => submitted).length
  return {
    ...{ round: round.round, kind, title, theme, from, until, status: standingOf(round) },
    ...{ sealed: isSealed(round), places: places.length, visits: lots && visited.length, handedIn },
    findings: visited.reduce((sum, { findings }) => sum + findings.length, 0),
    noSheet: handedIn === 0 && until < todayAt(now),
    warned: warnings.length > 0,
  }
}

export async function sheetOf(
  db: Db,
  { code, version }: Round['checklist'],
): Promise<Checklist['versions'][number]> {
  const sheet = (await findChecklist(db, code))?.state.versions.find((one) => one.version === version)
  if (!sheet) throw refuse('inspection.checklist-unknown', { checklist: code })
  return sheet
}

/** A round as its reader may know it: outside of the team nobody learns who the inspectors of a covert round were. */
export async function roundView(db: Db, round: Round, { caller, now }: Doer): Promise<RoundView> {
  const stored = await findVisitsOfRound(db, round.round)
  const visited = await standingVisits(
    db,
    stored.map(({ state, sealed }) => ({ ...state, sealed })),
  )
  const member = round.team.find(({ account }) => account === caller.account)
  const nameless = hidesPeople(round, caller.account)
  const happened = [...round.views, ...round.turnedAway, ...round.warnings]
  const people = await peopleNames(db, [
    ...teamOf(round),
    ...happened.map(({ by }) => by),
    ...(round.closed ? [round.closed.by] : []),
  ])
  const names = await unitNames(db, [...round.bodies, ...round.places.map(({ unit }) => unit)])
  const sheet = await sheetOf(db, round.checklist)
  const say = <T extends Happened>({ by, at, ...rest }: T) => ({
    ...rest,
    ...{ by: nameless ? '检查组' : people(by), at: instantText(at) },
  })
  const inside = member !== undefined
  return {
    ...roundRow(round, visited, now),
    basis: round.basis,
    bodies: round.bodies.map((unit) => ({ unit, name: names(unit) })),
    checklist: { ...round.checklist, title: sheet.title },
    team: nameless ? [] : round.team.map((one) => ({ ...one, name: people(one.account) })),
    scope: round.places.map((place) => ({ ...place, name: names(place.unit) })),
    overlap: round.overlap && { reason: round.overlap.reason, with: [...round.overlap.with] },
    committed: round.committed && {
      commitment: round.committed.commitment,
      ...say({ by: round.committed.by, at: round.committed.at }),
    },
    drawnAt: round.lots && instantText(round.lots.at),
    visitRows: await visitRows(db, visited, { caller, now }),
    views: inside ? round.views.map(say) : [],
    turnedAway: inside ? round.turnedAway.map(({ by, at }) => ({ by: people(by), at: instantText(at) })) : [],
    warnings: inside ? round.warnings.map(say) : [],
    closed: round.closed && say(round.closed),
    may: mayOf(round, member),
  }
}

export const hidesPeople = (round: Pick<Round, 'kind' | 'team'>, account: string): boolean =>
  isUndercover(round.kind) && !round.team.some((one) => one.account === account)

function mayOf(round: Round, member: Round['team'][number] | undefined): RoundView['may'] {
  if (!member || round.closed) return []
  const { committed, lots } = round
  return [
    ...(member.leads && !committed ? (['commit'] as const) : []),
    ...(committed && !lots && committed.by !== member.account ? (['draw'] as const) : []),
    ...(lots ? (['visit', 'noticeWarning'] as const) : []),
    ...(member.leads && lots && isSealed(round) ? (['release'] as const) : []),
    ...(member.leads && lots && !isSealed(round) ? (['close'] as const) : []),
  ]
}

const METHOD = {
  zh: '种子 = SHA-256(密文:口令)；每个对象的签 = SHA-256(种子/名称)，每层取签最小的若干个；检查组按对象签的次序，取任务最少、无人回避的一组，相同的取 SHA-256(种子/名称/组) 最小的。核实对象从封存名单所列办件中抽，签 = SHA-256(种子/receiver/单位/项目/办件编号)。封存时只公布 SHA-256(密文)。',
  en: 'Seed = SHA-256(secret:word). The lot of a place = SHA-256(seed/name); of each stratum the smallest lots are taken. In the order of the lots each place gets the group with the fewest places in which nobody is recused, ties by the smallest SHA-256(seed/name/group). Whom to ask is drawn from the files laid down, by SHA-256(seed/receiver/unit/item/file). Before the draw only SHA-256(secret) is told.',
}

export function drawView(round: Round, account: string): DrawView {
  const { committed, lots } = round
  if (hidesPeople(round, account)) throw refuse('inspection.not-found')
  if (!committed) throw refuse('inspection.not-committed')
  return {
    commitment: committed.commitment,
    secret: lots ? committed.secret : null,
    word: lots?.word ?? null,
    seed: lots?.seed ?? null,
    method: METHOD,
    places: [...committed.places],
    sample: committed.sample,
    groups: (lots?.groups ?? committed.groups ?? []).map(({ group, members }) => ({
      group,
      members: [...members],
    })),
    pool: [...committed.pool],
    recused: Object.fromEntries(Object.entries(committed.recused).map(([who, units]) => [who, { ...units }])),
    ...receiversIn(round, account),
    drawn: (lots?.drawn ?? []).map((one) => ({ ...one, inspectors: [...one.inspectors] })),
    passedOver: [...(lots?.passedOver ?? [])],
  }
}

/** Whom to ask is the team's to know until it has asked. */
function receiversIn({ committed, lots, team }: Round, account: string) {
  const inside = team.some((one) => one.account === account)
  const { served = {}, asking = [] } = committed ?? {}
  return {
    asking: [...asking],
    served: inside
      ? Object.fromEntries(Object.entries(served).map(([unit, files]) => [unit, [...files]]))
      : {},
    receivers: inside ? [...(lots?.receivers ?? [])] : [],
  }
}

export async function reportView(db: Db, round: Round, now: number): Promise<RoundReport> {
  const stored = await findVisitsOfRound(db, round.round)
  const visited = await standingVisits(
    db,
    stored.map(({ state }) => state),
  )
  const today = todayAt(now)
  const { items } = await sheetOf(db, round.checklist)
  const driftMs = (await numbersOn(db, today))('clockDriftMinutes') * 60_000
  const { byBody, figures, faults, ...rest } = reportOf(round, visited, { today, items, driftMs })
  const names = await unitNames(db, [...round.bodies, ...visited.map(({ unit }) => unit)])
  const units = [...new Set(visited.map(({ unit }) => unit))]
  return {
    ...{ round: round.round, title: round.title, kind: round.kind, text: round.closed?.text ?? null },
    ...{ byGroup: rest.byGroup, copied: rest.copied.map((one) => ({ ...one, visits: [...one.visits] })) },
    figures: figures.map((one) => ({ ...one, visits: [...one.visits] })),
    faults: faults.map((one) => ({ ...one, visits: [...one.visits] })),
    items: items.map(({ code, title }) => ({ code, title })),
    byBody: byBody.map((one) => ({ ...one, name: names(one.body) })),
    byUnit: units.map((unit) => {
      const own = visited.filter((one) => one.unit === unit)
      return {
        ...{ unit, name: names(unit), visits: own.map(({ visit }) => visit) },
        marks: Object.fromEntries(
          own.flatMap(({ answers }) => answers.map(({ item, mark }) => [item, mark])),
        ),
        findings: own.reduce((sum, { findings }) => sum + findings.length, 0),
      }
    }),
  }
}
