import { type Day, DAY_MS, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import {
  intermediaryDecisions,
  intermediaryFolding,
  intermediaryLists,
  surveyFolding,
} from '#modules/cases/index.ts'
import {
  changeFee,
  type FeeProposal,
  findFees,
  proposeFee,
  publishFee,
  tellReceipt,
} from '#modules/catalogue/index.ts'
import { cityItems } from './city.ts'

const said = (zh: string, en: string): Bilingual => ({ zh, en })
const NOBODY = said('', '')
const WAN = 1_000_000

type Terms = Extract<FeeProposal, { kind: 'terms' }>['terms']
type Told = Pick<Terms, 'status' | 'rate' | 'basis'> & {
  readonly daysAgo: number
  readonly collected?: number
}

interface DemoFee {
  readonly fee: string
  readonly unit: string
  readonly name: Bilingual
  readonly payer: 'enterprise' | 'everybody'
  readonly exemption?: Bilingual
  readonly terms: readonly Told[]
}

/** What the invented city charges: one fee of each fate, and one with a reduction for large projects. */
const FEES: readonly DemoFee[] = [
  {
    ...{ fee: 'infrastructure', unit: 'construction', payer: 'enterprise' },
    name: said('城市基础设施配套费', 'Contribution to infrastructure'),
    exemption: said('保障性住房、学校、医院免收', 'Social housing, schools and hospitals are exempt'),
    terms: [
      {
        daysAgo: 400,
        status: 'kept',
        rate: { kind: 'share', millionths: 2000 },
        basis: '青政发〔2024〕11号',
      },
    ],
  },
  {
    ...{ fee: 'building-waste', unit: 'city-management', payer: 'enterprise' },
    name: said('建筑垃圾处置费', 'Disposal of building waste'),
    terms: [
      {
        daysAgo: 400,
        status: 'kept',
        rate: { kind: 'each', cents: 400, of: 'area' },
        basis: '青价费〔2023〕7号',
      },
      {
        ...{ daysAgo: 120, status: 'reduced', collected: 68_000_000, basis: '青发改〔2026〕15号' },
        rate: { kind: 'each', cents: 300, of: 'area' },
      },
    ],
  },
  {
    ...{ fee: 'marking-out', unit: 'planning', payer: 'enterprise' },
    name: said('建设工程放线咨询费', 'Advice on marking out'),
    terms: [
      { daysAgo: 400, status: 'kept', rate: { kind: 'fixed', cents: 80_000 }, basis: '青价费〔2019〕3号' },
      {
        ...{ daysAgo: 200, status: 'abolished', collected: 31_200_000, basis: '财税〔2026〕3号' },
        rate: { kind: 'fixed', cents: 0 },
      },
    ],
  },
  {
    ...{ fee: 'vehicle-test', unit: 'transport', payer: 'everybody' },
    name: said('道路运输证工本费', 'Road transport certificate'),
    terms: [
      { daysAgo: 400, status: 'kept', rate: { kind: 'fixed', cents: 1_000 }, basis: '发改价格〔2020〕9号' },
    ],
  },
]

/** The register, its receipts, the list of intermediaries and a survey. Doing it again changes nothing. */
export async function seedMoney(db: Db, now: EpochMs): Promise<void> {
  if ((await findFees(db)).length > 0) return
  for (const fee of FEES) await enter(db, fee, now)
  await reduce(db, now)
  await tellSome(db, now)
  await acceptSome(db, now)
  await askAssociations(db, now)
}

const daysBefore = (now: EpochMs, days: number): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, now) - days)
const entered = (actor: string, now: EpochMs) => ({ actor, now })

async function enter(db: Db, { fee, unit, name, payer, exemption = NOBODY, terms }: DemoFee, now: EpochMs) {
  const items = cityItems()
    .filter((one) => one.unit === unit)
    .map(({ item }) => item)
  for (const [index, { daysAgo, collected = null, ...told }] of terms.entries()) {
    const own: Terms = { ...told, exemption, from: daysBefore(now, daysAgo), collectedYearly: collected }
    const proposal: FeeProposal =
      index === 0 ? { kind: 'entry', unit, name, payer, items, terms: own } : { kind: 'terms', terms: own }
    await publish(db, { fee, unit, proposal, today: daysBefore(now, daysAgo + 1) }, now)
  }
}

const reduce = (db: Db, now: EpochMs) =>
  publish(
    db,
    {
      ...{ fee: 'infrastructure', unit: 'construction', today: daysBefore(now, 91) },
      proposal: {
        kind: 'reduction',
        reduction: {
          ...{ reduction: 'large-projects', percent: 50, boundary: 'included', projects: [] },
          title: said('3000万元以上投资项目收费减免清单', 'Reductions for projects over 30 million yuan'),
          basis: '青政办发〔2026〕22号',
          ...{ from: daysBefore(now, 90), until: null, minInvestment: 3000 * WAN },
        },
      },
    },
    now,
  )

interface Publishing {
  readonly fee: string
  readonly unit: string
  readonly proposal: FeeProposal
  readonly today: Day
}

async function publish(db: Db, { fee, unit, proposal, today }: Publishing, now: EpochMs): Promise<void> {
  await changeFee(
    db,
    fee,
    (state) => proposeFee(state, { fee, unit, proposal }),
    entered(`${unit}.head`, now),
  )
  await changeFee(
    db,
    fee,
    (state) => publishFee(state, { fee, by: 'zhang.min', today }),
    entered('zhang.min', now),
  )
}

/** Receipts of the last weeks: most are in order; one eligible project paid in full, and one old fee came back as advice. */
async function tellSome(db: Db, now: EpochMs): Promise<void> {
  const receipts = [
    { receipt: '2026-0001', fee: 'infrastructure', investment: 5000, cents: 5_000_000, daysAgo: 40 },
    { receipt: '2026-0002', fee: 'infrastructure', investment: 3000, cents: 3_000_000, daysAgo: 33 },
    { receipt: '2026-0003', fee: 'infrastructure', investment: 2999, cents: 5_998_000, daysAgo: 21 },
    { receipt: '2026-0004', fee: 'infrastructure', investment: 4200, cents: 8_400_000, daysAgo: 9 },
  ]
  for (const { receipt, fee, investment, cents, daysAgo } of receipts) {
    const charged = { investment: investment * WAN, project: 'industry', quantities: {} } as const
    const payment = {
      fee,
      title: '城市基础设施配套费',
      unit: 'construction',
      item: null,
      cents,
      voluntary: false,
    }
    const own = { ...payment, on: daysBefore(now, daysAgo), charged }
    await tellReceipt(db, receipt, { payment: own }, entered('construction.reception', now))
  }
  const back = {
    ...{
      fee: null,
      title: '放线技术服务费（自愿）',
      unit: 'planning',
      item: null,
      cents: 60_000,
      voluntary: true,
    },
    ...{ on: daysBefore(now, 5), charged: { investment: null, project: null, quantities: {} } },
  }
  await tellReceipt(db, '2026-0101', { payment: back }, entered('planning.reception', now))
}

async function acceptSome(db: Db, now: EpochMs): Promise<void> {
  const check = {
    service: 'drawing-check',
    name: said('施工图审查', 'Check of drawings'),
    basis: '建设工程质量管理条例 11',
  }
  const survey = {
    service: 'land-survey',
    name: said('宗地测绘', 'Survey of the plot'),
    basis: '不动产登记暂行条例 16',
  }
  const firms = [
    {
      id: 'anxin',
      name: '安信图审有限公司',
      owners: ['安某'],
      services: [{ ...check, cents: 480_000, limitDays: 5 }],
    },
    {
      id: 'zhicheng',
      name: '至诚图审有限公司',
      owners: ['程某'],
      services: [{ ...check, cents: 450_000, limitDays: 4 }],
    },
    {
      id: 'yuandi',
      name: '远地测绘院',
      owners: ['远某'],
      services: [{ ...survey, cents: 120_000, limitDays: 3 }],
    },
  ]
  for (const { id, ...firm } of firms) {
    const given = { ...firm, creditCode: '', relations: [], acceptedBy: 'construction' }
    const lists = { ...intermediaryFolding, lists: intermediaryLists }
    await changeFolded(
      db,
      lists,
      id,
      () => intermediaryDecisions.accept(given),
      entered('construction.head', now),
    )
  }
}

async function askAssociations(db: Db, now: EpochMs): Promise<void> {
  const lists = { ...surveyFolding, lists: intermediaryLists }
  const respondents = ['建筑业协会', '餐饮行业协会', '物业管理协会']
  const opened = { title: '社团和中介机构收费调研', due: daysBefore(now, -20), respondents }
  const begun = now - 10 * DAY_MS
  await changeFolded(
    db,
    lists,
    'associations',
    (state) => intermediaryDecisions.openSurvey(state, opened, daysBefore(now, 10)),
    { actor: 'zhang.min', now, occurredAt: begun },
  )
  const training = {
    ...{
      service: '会员培训',
      rate: '每人 800 元',
      compulsory: true,
      demandedBy: 'construction',
      item: null,
      basis: '',
    },
  }
  await changeFolded(
    db,
    lists,
    'associations',
    (state) => intermediaryDecisions.fileSheet(state, { respondent: '建筑业协会', rows: [training] }),
    entered('construction.reception', now),
  )
}
