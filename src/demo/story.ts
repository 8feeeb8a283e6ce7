import type { EpochMs } from '#kernel/day.ts'
import {
  applicantActor,
  type CaseActor,
  caseDecisions as decide,
  type Channel,
  type LivingCase,
  missingMaterials,
} from '#modules/cases/index.ts'
import { regionOf } from './efficiency.ts'
import { steps } from './handling.ts'
import { ownWindow } from './hall.ts'
import { heardIn } from './hearing.ts'
import { gapsOf, undecided } from './pace.ts'
import { lengthsOf } from './plots.ts'
import { act, type Course, stateOf, type Story, type Teller, type Telling } from './teller.ts'
import { acceptance, atOnce, gradeFor } from './ways.ts'

/** The whole story from receipt to rating, also beyond the moment at which the year ends. */
export async function* tell(story: Story, telling: Telling): Course {
  const { random, staff } = telling
  const { plan, inHall } = story
  const atHall = inHall && random.chance(0.7)
  const teller: Teller = {
    ...telling,
    story,
    lengths: lengthsOf(plan) ?? { committed: 5, statutory: 20 },
    clerk: staff.clerk(plan.unit, atHall),
    counter: atHall ? `A0${random.between(1, 12) > 6 ? 2 : 1}` : ownWindow(plan.unit),
    at: story.startsAt,
  }
  yield* receive(teller)
  if (!(yield* answer(teller))) return
  if (stateOf(teller).decision === null && !(yield* handle(teller))) return
  yield* conclude(teller)
}

const paper = (code: string, channel: Channel) => ({
  code,
  form: channel === 'counter' || channel === 'agent' ? ('original' as const) : ('electronic' as const),
  copies: 1,
  files: [],
})

async function* receive(teller: Teller): Course {
  const { desk, story, random, clerk, counter, at } = teller
  const { plan, applicant, plot } = story
  yield at
  const wanted: Channel[] = random.chance(0.55) ? ['counter'] : ['web', 'phone', 'agent']
  const open = wanted.filter((one) => plan.channels.includes(one))
  const channel = open.length > 0 ? random.pick(open) : (plan.channels[0] ?? 'counter')
  const online = channel === 'web' || channel === 'phone'
  const incomplete = plot === 'secondNotice' || (plot === undefined && random.chance(0.12))
  const given = plan.materials.filter(({ necessity }) => !incomplete && necessity === 'necessary')
  const materials = given.map(({ code }) => paper(code, channel))
  const actor = online ? applicantActor(applicant.person) : clerk
  await desk.receive(
    {
      caseNo: story.caseNo,
      channel,
      plan,
      applicant: applicant.person,
      applicantMasked: applicant.masked,
      region: regionOf(story.caseNo),
      agent: null,
      counter: online ? null : counter,
      materials,
    },
    { actor, at },
  )
}

/** From receipt to the answer on acceptance; false when the case ends there. */
async function* answer(teller: Teller): AsyncGenerator<EpochMs, boolean> {
  const { story, random, staff, clerk } = teller
  const { plan, plot } = story
  if (plot === 'unanswered') return yield* silence(teller)
  if (missingMaterials(stateOf(teller)).length > 0) yield* supplement(teller)
  if (yield* atOnce(teller)) return stateOf(teller).deliveredAt === null
  if (plot === undefined && random.chance(0.05)) {
    yield* act(teller, answersWithin(teller), clerk, (state) =>
      decide.decline(
        state,
        {
          reason: '申请事项依法不需要取得行政许可',
          basis: '《行政许可法》第三十二条第一款第一项',
          ground: 'notNeeded',
          nextStep: '可以直接开展；有疑问请到大厅咨询台或者拨打12345核实',
        },
        clerk,
      ),
    )
    return false
  }
  const accepting = plot === 'sameHands' ? staff.holder(plan.decidedBy) : clerk
  const days = plot === undefined ? answersWithin(teller) : 0
  yield* act(teller, days, accepting, (state) =>
    decide.accept(state, acceptance(state), accepting, teller.at),
  )
  return true
}

/** Registrations are answered at once (不动产登记暂行条例 17), everything else within days. */
const answersWithin = ({ story: { plan }, random }: Teller): number =>
  plan.onTheSpot || !plan.statutory.rule.startsWith('XK') ? 0 : random.between(0, 2)

/** Nobody answers for five working days and the law does: 视为受理. */
async function* silence(teller: Teller): AsyncGenerator<EpochMs, boolean> {
  teller.at = teller.time.after(teller.at, 6)
  yield teller.at
  return true
}

async function* supplement(teller: Teller): Course {
  const { story, random, staff, clerk } = teller
  const all = missingMaterials(stateOf(teller)).map(({ code }) => code)
  const notice =
    (missing: readonly string[], by: CaseActor, exception: string | null) => (state: LivingCase) =>
      decide.notifySupplement(state, { missing, orally: false, exception }, by)
  const supply = (codes: readonly string[]) => (state: LivingCase) =>
    decide.supply(
      state,
      { materials: codes.map((code) => paper(code, state.channel)) },
      applicantActor(story.applicant.person),
    )
  const applicant = applicantActor(story.applicant.person)
  yield* act(teller, answersWithin(teller), clerk, notice(all, clerk, null))
  if (story.plot === 'secondNotice') {
    const head = staff.head(story.plan.unit)
    yield* act(teller, 2, applicant, supply(all.slice(0, 1)))
    yield* act(teller, 1, head, notice(all.slice(1), head, '申请期间所依据的技术规范修订'))
    yield* act(teller, 2, applicant, supply(all.slice(1)))
  } else yield* act(teller, random.between(1, 5), applicant, supply(all))
}

/** From acceptance to the decision; false when the case ends, or stops, before it. */
async function* handle(teller: Teller): AsyncGenerator<EpochMs, boolean> {
  const { story, random, staff } = teller
  const { plan, plot } = story
  if (plot === undefined && !plan.onTheSpot && random.chance(0.03)) {
    const applicant = applicantActor(story.applicant.person)
    yield* act(teller, 1, applicant, (state) => decide.withdraw(state, { reason: '暂不办理' }, applicant))
    return false
  }
  const gaps = gapsOf(teller)
  yield* steps(teller, gaps)
  if (undecided(plot)) return yield* leave(teller)
  const decider = staff.holder(plan.decidedBy)
  const denied = plot === undefined && random.chance(0.05)
  yield* act(teller, gaps.at(-1) ?? 0, decider, (state) =>
    decide.decide(
      state,
      {
        ...(denied
          ? {
              unmet: (plan.conditions ?? []).slice(0, 1).map(({ code }) => code),
              outcome: 'denied',
              reasons: '现场条件不符合规定的标准',
              basis: '《行政许可法》第三十八条第二款',
              result: null,
            }
          : { outcome: 'granted', reasons: '', basis: '', result: plan.name.zh }),
        grade: gradeFor(state, denied ? 'denied' : 'granted'),
        ...heardIn(state),
      },
      decider,
    ),
  )
  return true
}

/** Nobody decides. Where the law says so it decides itself when its limit runs out, and the paper is handed over. */
async function* leave(teller: Teller): AsyncGenerator<EpochMs, boolean> {
  if (teller.story.plot !== 'deemedGranted') return false
  const accepted = stateOf(teller).accepted?.at ?? teller.at
  teller.at = Math.max(teller.at, teller.time.after(accepted, teller.lengths.statutory + 1))
  yield teller.at
  return true
}

/** From the decision to the rating. */
async function* conclude(teller: Teller): Course {
  const { story, random, staff } = teller
  const { plan, plot } = story
  if (plot === 'notDelivered') return
  const clerk = staff.holder(plan.deliveredBy)
  const days = plan.onTheSpot ? 0 : random.between(0, 4)
  yield* act(teller, days, clerk, (state) =>
    decide.deliver(
      state,
      { way: random.pick(['inPerson', 'post', 'electronic']), proof: '签收回执' },
      clerk,
      teller.at,
    ),
  )
  if (!random.chance(0.35)) return
  const applicant = applicantActor(story.applicant.person)
  const bad = plot === 'lateRed' || plot === 'sentBackTooOften' || random.chance(0.02)
  const rating: Parameters<typeof decide.rate>[1] = bad
    ? { grade: 'dissatisfied', tags: ['拖延'], text: '来回跑了几趟，等得太久' }
    : { grade: random.pick(GOOD), tags: [], text: '' }
  yield* act(teller, random.between(0, 3), applicant, (state) => decide.rate(state, rating, applicant))
}

const GOOD = ['verySatisfied', 'verySatisfied', 'satisfied', 'fairlySatisfied'] as const
