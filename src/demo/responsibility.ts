import { DAY_MS, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Random } from '#kernel/random.ts'
import type { Db } from '#kernel/sql.ts'
import { chinaCalendar, dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import {
  type CaseActor,
  caseDecisions as decide,
  type Decision,
  type LivingCase,
} from '#modules/cases/index.ts'
import {
  askEnquiry,
  changeEnquiry,
  confirmReferral,
  delegatePowers,
  type EnquiryActor,
  findHalls,
  referEnquiry,
  settleEnquiry,
} from '#modules/hall/index.ts'
import { cityItems } from './city.ts'
import { HALL_DEPARTMENTS } from './departments.ts'
import { HALL_UNIT } from './government.ts'
import type { Staff } from './staff.ts'

const HOUR = DAY_MS / 24
const UNIT = 'planning'

/** What a newcomer finds in the books of responsibility: a declared delegation that is hollow, and questions of yesterday. */
export async function seedResponsibility(db: Db, staff: Staff, now: EpochMs): Promise<void> {
  if ((await findHalls(db)).length > 0) return
  await seedDelegation(db, staff, now)
  for (const [index, question] of QUESTIONS.entries())
    await seedQuestion(db, staff, { ...question, at: now - DAY_MS + index * HOUR })
}

/** 宣称充分授权: the window head is not among those who decide. */
async function seedDelegation(db: Db, staff: Staff, now: EpochMs): Promise<void> {
  const item = cityItems().find(({ unit }) => unit === UNIT)?.item
  if (item === undefined) return
  const at = (post: string) => ({ unit: UNIT, post })
  const powers = { accept: [], review: [at('review')], decide: [at('decision')], seal: [] }
  const from = dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))
  const said = {
    item,
    unit: UNIT,
    full: true,
    windowHead: at('reception'),
    document: '青规授〔2026〕1号',
    from,
  }
  await delegatePowers(db, { ...said, ...powers }, { by: staff.head(UNIT).account, at: now })
}

interface Question {
  readonly unit: string
  readonly matter: string
  readonly answer?: string
  /** Sent on, in this order. */
  readonly to?: readonly string[]
}

const QUESTIONS: readonly Question[] = [
  { unit: HALL_UNIT, matter: '开小饭馆要办哪些证', answer: '已发一次性告知单，并说明可网上申请' },
  { unit: HALL_UNIT, matter: '建房占了邻居的路怎么办', to: ['planning'] },
  { unit: 'planning', matter: '门头招牌谁来批', to: ['market', 'planning'] },
  { unit: 'market', matter: '营业执照年报在哪里报' },
]

async function seedQuestion(
  db: Db,
  staff: Staff,
  { unit, matter, answer, to = [], at }: Question & { at: EpochMs },
) {
  const post = 'reception'
  const account = staff.holder({ unit, post }).account
  const asked = { matter, item: null, counter: null, mark: null, ticket: null, seenBy: [HALL_UNIT] }
  const enquiry = await askEnquiry(db, { ...asked, owner: { account, unit, post } }, { by: account, at })
  const acting = (own: string): EnquiryActor => ({
    ...{ account: staff.holder({ unit: own, post }).account, unit: own, headOfUnit: true },
    ...{ desks: new Set<string>(), standsInFor: new Set<string>() },
  })
  if (answer !== undefined) {
    const settled = { outcome: 'answered', text: answer, caseNo: null, knownCase: false } as const
    await changeEnquiry(db, enquiry, { by: account, at: at + HOUR / 3 }, (state) =>
      settleEnquiry(state, settled, acting(unit)),
    )
  }
  for (const [index, target] of to.entries()) {
    const from = to[index - 1] ?? unit
    const doing = { by: acting(from).account, at: at + (index + 1) * HOUR * 0.25 }
    const where = {
      counter: null,
      place: '市民服务中心二楼',
      phone: '12345',
      reason: '按事项清单归该单位办理',
    }
    await changeEnquiry(db, enquiry, doing, (state) => {
      const slip = { ...where, to: target, itemUnit: null, slip: `${enquiry}-${state.referrals.length + 1}` }
      return referEnquiry(state, slip, acting(from))
    })
    if (index === to.length - 1) return
    const { account: there } = acting(target)
    const arrived = { by: there, at: doing.at + HOUR * 0.2 }
    await changeEnquiry(db, enquiry, arrived, (state) =>
      confirmReferral(state, {
        slip: `${enquiry}-${state.referrals.length}`,
        owner: { account: there, unit: target, post },
      }),
    )
  }
}

export interface Drawn {
  readonly actor: CaseActor
  readonly what: string
  readonly decision: Decision
}

const [PASSED_ON, DRAWN_IN] = [0.04, 0.04]

/** Once in a while a step is said to be another's, or a leader is asked about what the department could do itself. */
export function passedOn(
  { staff, random }: { readonly staff: Staff; readonly random: Random },
  state: LivingCase,
  code: string,
  at: EpochMs,
): Drawn | undefined {
  const step = state.steps.find((one) => one.code === code && one.status === 'open')
  if (!step || state.transfers) return undefined
  const times = { now: at, calendar: chinaCalendar(), dueAt: null }
  if (random.chance(PASSED_ON)) {
    const other = random.pick(HALL_DEPARTMENTS.filter(({ id }) => id !== step.unit)).id
    const asked = { reason: '经核对，此环节属于对方单位的职责', basis: '三定方案' }
    const to = { unit: other, post: 'reception' }
    const actor = staff.head(step.unit)
    const decision: Decision = (now) => decide.transferStep(now, { step: code, to, ...asked }, actor, times)
    return { actor, what: '移交其他单位 passed on', decision }
  }
  if (!random.chance(DRAWN_IN) || state.interventions) return undefined
  const actor = staff.holder(step)
  const asked = {
    how: 'report',
    raisedBy: 'department',
    leader: '分管副市长',
    matter: '请示能否批准',
  } as const
  const decision: Decision = (now) => decide.involveLeader(now, { ...asked, heardAt: at }, actor, times)
  return { actor, what: '请示领导 a leader was asked', decision }
}
