import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { findItemNames } from '#modules/catalogue/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import type { AgencyView, AgentRow, TrackedAgency } from '../agency-contract.ts'
import type { AgencyStage } from '../agency-shape.ts'
import { calendarOf, instantText } from '../views.ts'
import { dayAt } from '../charges/charging.ts'
import type { Agency, AgencyActor, Agent } from './agency.ts'
import { type Looking, waitingOf } from './figures.ts'
import { bringBackDays, handOverDays, quietDays } from './policy.ts'

export async function lookingAt(db: Db, now: EpochMs): Promise<Looking> {
  const today = dayAt(now)
  const numbers = {
    handOver: handOverDays(today),
    bringBack: bringBackDays(today),
    quiet: quietDays(today),
  }
  return { now, calendar: await calendarOf(db), numbers }
}

export async function unitNames(db: Db, units: readonly string[]): Promise<(unit: string) => Bilingual> {
  const titles = await findUnitTitles(db, [...new Set(units)])
  const names = new Map(titles.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]))
  return (unit) => names.get(unit) ?? { zh: unit, en: unit }
}

export async function agentRows(db: Db, agents: readonly Agent[]): Promise<AgentRow[]> {
  const names = await unitNames(
    db,
    agents.map(({ unit }) => unit),
  )
  const items = [...new Set(agents.flatMap((agent) => agent.items))]
  const titles = new Map<string, Bilingual>(
    (await findItemNames(db, items)).map(({ item, name, nameEn }) => [
      item,
      { zh: name, en: nameEn ?? name },
    ]),
  )
  return agents.map((agent) => ({
    ...agent,
    unitName: names(agent.unit),
    items: agent.items.map((item) => ({ item, name: titles.get(item) ?? { zh: item, en: item } })),
    since: dayAt(agent.since),
    endedOn: agent.endedAt === null ? null : dayAt(agent.endedAt),
  }))
}

const timesOf = ({ times }: Agency) => {
  const at = (stage: AgencyStage) => (times[stage] === undefined ? null : instantText(times[stage]))
  return {
    takenAt: at('taken') ?? '',
    handedOverAt: at('handedOver'),
    arrivedAt: at('arrived'),
    filedAt: at('filed'),
    returnedAt: at('returned'),
    deliveredAt: at('delivered'),
  }
}

export function agencyView(
  state: Agency,
  {
    looking,
    names,
    actor,
  }: { readonly looking: Looking; readonly names: (unit: string) => Bilingual; readonly actor: AgencyActor },
): AgencyView {
  const {
    agency,
    kind,
    stage,
    item,
    itemName,
    agent,
    agentName,
    unit,
    township,
    masked,
    caseNo,
    proof,
    ended,
  } = state
  return {
    ...{ agency, kind, stage, item, itemName, agent, agentName, unit, township, caseNo, proof, ended },
    unitName: names(unit),
    person: masked,
    mandate: state.mandate.document,
    mandateUntil: state.mandate.until,
    papers: [...state.papers],
    ...timesOf(state),
    rating: state.rating?.grade ?? null,
    waiting: waitingOf(state, looking),
    may: mayOf(state, actor),
  }
}

function mayOf({ stage, agent, township, kind }: Agency, { account, unit }: AgencyActor): AgencyView['may'] {
  const own = agent === account
  const through = kind === 'village' && township !== null
  return [
    ...(own && stage === 'taken' && through ? (['handOver'] as const) : []),
    ...(stage === 'handedOver' && unit === township ? (['confirmArrival'] as const) : []),
    ...((stage === 'arrived' && unit === township) || (own && stage === 'taken' && !through)
      ? (['file'] as const)
      : []),
    ...(own && stage === 'filed' ? (['takeBack'] as const) : []),
    ...(own && stage === 'returned' ? (['deliver'] as const) : []),
    ...(own && ['taken', 'handedOver', 'arrived', 'filed'].includes(stage) ? (['end'] as const) : []),
  ]
}

export function trackedAgency(
  state: Agency,
  on: { readonly looking: Looking; readonly names: (unit: string) => Bilingual },
): TrackedAgency {
  const nobody = { account: '', unit: null }
  const {
    person: _,
    may: __,
    unit: ___,
    agent: ____,
    township: _____,
    ...shown
  } = agencyView(state, {
    ...on,
    actor: nobody,
  })
  return {
    ...shown,
    phone: state.phone,
    mayRate: state.stage === 'delivered' && state.rating === null,
    mayRevoke: ['taken', 'handedOver', 'arrived'].includes(state.stage),
  }
}
