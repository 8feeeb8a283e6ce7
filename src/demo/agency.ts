import { DAY_MS, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import {
  agencyDecisions,
  agencyFolding,
  agencyLists,
  agentFolding,
  projectDecisions,
  projectFolding,
  projectLists,
} from '#modules/cases/index.ts'
import { findPermitMap } from '#modules/catalogue/index.ts'
import { cityItems } from './city.ts'
import type { Story } from './teller.ts'

type Applicant = Story['applicant']

const TOWNSHIP = 'shuanghe'
const VILLAGE_AGENTS = [
  { account: 'qiu.cun', name: '邱村（演示）', unit: 'shuanghe-shanghe', phone: '0990-5550101' },
  { account: 'meng.xi', name: '孟溪（演示）', unit: 'shuanghe-xiahe', phone: '0990-5550102' },
] as const
const AGENTS_SINCE_DAYS = 60

/** Items that villagers ask for: those of the offices of welfare. */
const itemsFor = (units: readonly string[]) => cityItems().filter(({ unit }) => units.includes(unit))

/** 村级代理 of two villages: one has something lying with it, to the other nobody has come. Again changes nothing. */
export async function seedAgencies(db: Db, villagers: readonly Applicant[], now: EpochMs): Promise<void> {
  const items = itemsFor(['medical-insurance', 'disabled', 'veterans'])
  const [agent] = VILLAGE_AGENTS
  if (items.length === 0 || (await agentFolding.find(db, agent.account))) return
  const named = { actor: 'bao.zhen', now, occurredAt: now - AGENTS_SINCE_DAYS * DAY_MS }
  for (const { account, ...own } of VILLAGE_AGENTS)
    await changeFolded(
      db,
      { ...agentFolding, lists: agencyLists },
      account,
      () => [
        {
          ...{ type: 'AgentNamed' as const, ...own, kind: 'village' as const, township: TOWNSHIP },
          items: items.map(({ item }) => item),
        },
      ],
      named,
    )
  for (const [index, daysAgo] of [12, 8, 5, 1].entries()) {
    const villager = villagers[index]
    const item = items[index % items.length]
    if (villager && item) await tellAgency(db, { villager, item, index }, { now, daysAgo })
  }
}

interface Matter {
  readonly villager: Applicant
  readonly item: ReturnType<typeof itemsFor>[number]
  readonly index: number
}

/** The first two reached the township a day later; the others are still with the agent, one of them too long. */
async function tellAgency(
  db: Db,
  { villager, item, index }: Matter,
  { now, daysAgo }: { readonly now: EpochMs; readonly daysAgo: number },
): Promise<void> {
  const [agent] = VILLAGE_AGENTS
  const lists = { ...agencyFolding, lists: agencyLists }
  const id = `D-DEMO-${index + 1}`
  const taken = now - daysAgo * DAY_MS
  const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, taken))
  const mandate = {
    document: `授权委托书 ${index + 1}`,
    until: dayOfNumber(dayNumberAt(DEFAULT_ZONE, now) + 60),
  }
  const given = { item: item.item, itemName: item.content.name, mandate, papers: ['申请书', '身份证复印件'] }
  const own = await agentFolding.find(db, agent.account)
  await changeFolded(
    db,
    lists,
    id,
    () =>
      agencyDecisions.take(own?.state, { ...given, person: villager.person, masked: villager.masked }, today),
    { actor: agent.account, now, occurredAt: taken },
  )
  if (index > 1) return
  await changeFolded(
    db,
    lists,
    id,
    (state) =>
      state ? agencyDecisions.handOver(state, 2, { account: agent.account, unit: agent.unit }) : [],
    { actor: agent.account, now, occurredAt: taken + DAY_MS },
  )
  await changeFolded(
    db,
    lists,
    id,
    (state) => (state ? agencyDecisions.arrive(state, 2, { account: 'bao.zhen', unit: TOWNSHIP }) : []),
    { actor: 'bao.zhen', now, occurredAt: taken + DAY_MS },
  )
}

/** The permit map that the project's formalities are taken from (`joint.ts`). */
const MAP = 'industry'

/** 项目代办: one project under way, with a blocker and a report that is due. */
export async function seedProject(db: Db, company: Applicant | undefined, now: EpochMs): Promise<void> {
  if (!company || (await projectFolding.find(db, 'heli-factory'))) return
  const map = await findPermitMap(db, MAP)
  if (!map) return
  const permits = map.state.permits.map((one) => ({ ...one, plannedOn: null, caseNo: null }))
  const opened = {
    ...{
      name: '和力精密制造厂房',
      kind: 'industry' as const,
      investment: 4200 * 1_000_000,
      map: null,
      permits,
    },
    ...{ person: company.person, company: company.masked, unit: 'county-government' },
  }
  const lists = { ...projectFolding, lists: projectLists }
  const began = now - 9 * DAY_MS
  const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, began))
  const leader = { actor: 'chen.jie', now, occurredAt: began }
  await changeFolded(db, lists, 'heli-factory', (state) => projectDecisions.open(state, opened), leader)
  const agent = {
    ...{ account: 'li.wei', name: '李蔚（演示）', unit: 'planning', document: '青政办发〔2026〕30号' },
    until: dayOfNumber(dayNumberAt(DEFAULT_ZONE, now) + 180),
  }
  await changeFolded(
    db,
    lists,
    'heli-factory',
    (state) => projectDecisions.appoint(state, agent, today),
    leader,
  )
  const blocker = { permit: permits[0]?.code ?? null, text: '缺地籍图，等测绘院出图', owedBy: 'planning' }
  await changeFolded(
    db,
    lists,
    'heli-factory',
    (state) => (state ? projectDecisions.block(state, blocker) : []),
    { actor: 'li.wei', now, occurredAt: began + 2 * DAY_MS },
  )
}
