import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { findStatutoryRule } from '#engines/clocks/index.ts'
import {
  applicantActor,
  type CaseActor,
  caseDecisions as decide,
  type CasePlan,
  type Channel,
  type LivingCase,
  missingMaterials,
  type ToldCases,
} from '#modules/cases/index.ts'
import type { OfficeTime } from './office-time.ts'
import { type Lengths, lengthsOf, type PlotName } from './plots.ts'
import type { Random } from '#kernel/random.ts'
import type { Staff } from './staff.ts'
import { ownWindow } from './hall.ts'
import { heardIn, hearing, type Hearing } from './hearing.ts'

/** What becomes of one application. */
export interface Story {
  readonly caseNo: string
  readonly plot: PlotName | undefined
  readonly plan: CasePlan
  readonly startsAt: EpochMs
  readonly applicant: { readonly person: string; readonly masked: string }
  /** The department sits in the hall. */
  readonly inHall: boolean
}

export interface Telling {
  readonly desk: ToldCases
  readonly staff: Staff
  readonly time: OfficeTime
  readonly random: Random
}

/** Each value is the instant of the next act; the time until then has passed when the story goes on. */
type Course = AsyncGenerator<EpochMs, void>

interface Teller extends Telling {
  readonly story: Story
  readonly lengths: Lengths
  readonly clerk: CaseActor
  readonly counter: string | null
  at: EpochMs
}

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
  if (!(yield* handle(teller))) return
  yield* conclude(teller)
}

const stateOf = ({ desk, story }: Teller): LivingCase => desk.state(story.caseNo)

/** So many working days later, if the case has not ended meanwhile. */
async function* act(
  teller: Teller,
  after: number,
  actor: CaseActor,
  decision: (state: LivingCase) => ReturnType<typeof decide.accept>,
): Course {
  const { desk, story, time } = teller
  teller.at = time.after(teller.at, after)
  yield teller.at
  await desk.act(story.caseNo, { actor, at: teller.at }, decision)
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
  if (plot === undefined && random.chance(0.05)) {
    yield* act(teller, answersWithin(teller), clerk, (state) =>
      decide.decline(
        state,
        {
          reason: '申请事项依法不属于本机关职权范围',
          basis: '《行政许可法》第三十二条第一款第二项',
          nextStep: '请向有管辖权的县（区）主管部门申请，大厅咨询台可代为联系，电话12345',
        },
        clerk,
      ),
    )
    return false
  }
  const accepting = plot === 'sameHands' ? staff.holder(plan.decidedBy) : clerk
  const days = plot === undefined ? answersWithin(teller) : 0
  yield* act(teller, days, accepting, (state) => decide.accept(state, {}, accepting, teller.at))
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
              outcome: 'denied',
              reasons: '现场条件不符合规定的标准',
              basis: '《行政许可法》第三十八条第二款',
              result: null,
            }
          : { outcome: 'granted', reasons: '', basis: '', result: plan.name.zh }),
        ...heardIn(state),
      },
      decider,
    ),
  )
  return true
}

const undecided = (plot: PlotName | undefined): boolean =>
  plot === 'openYellow' || plot === 'openRed' || plot === 'askedExtension' || plot === 'deemedGranted'

/** Nobody decides. Where the law says so it decides itself when its limit runs out, and the paper is handed over. */
async function* leave(teller: Teller): AsyncGenerator<EpochMs, boolean> {
  if (teller.story.plot !== 'deemedGranted') return false
  const accepted = stateOf(teller).accepted?.at ?? teller.at
  teller.at = Math.max(teller.at, teller.time.after(accepted, teller.lengths.statutory + 1))
  yield teller.at
  return true
}

/** The desks one after the other, those of one group side by side, with what may come between. */
async function* steps(teller: Teller, gaps: readonly number[]): Course {
  const { story, random, staff } = teller
  const { plan, plot } = story
  const groups = [...new Set(plan.steps.map(({ group }) => group))]
  const between = betweenOf(teller)
  for (const [index, group] of groups.entries()) {
    for (const [place, step] of plan.steps.filter((one) => one.group === group).entries()) {
      const actor = staff.holder(step)
      const gap = place === 0 ? (gaps[index] ?? 0) : 0
      if (step.siteVisit) yield* visit(teller, step, gap)
      yield* act(teller, step.siteVisit ? 0 : gap, actor, (state) =>
        decide.finishStep(
          state,
          { step: step.code, outcome: 'agreed', opinion: random.pick(OPINIONS) },
          actor,
        ),
      )
    }
    if (index === 0) yield* between
    const again =
      plot === 'sentBackTooOften' ? 2 : plot === undefined && !plan.onTheSpot && random.chance(0.03) ? 1 : 0
    if (index === 0 && groups.length > 1) yield* back(teller, again)
  }
}

/** Two are named as soon as the case is accepted; they go there, and one enters what they found. */
async function* visit(teller: Teller, step: CasePlan['steps'][number], gap: number): Course {
  const { staff } = teller
  const [actor, people] = [staff.holder(step), staff.visitors(step)]
  yield* act(teller, 0, actor, (state) => decide.assignVisit(state, { step: step.code, people }, actor))
  yield* act(teller, gap, actor, (state) => {
    const found = { step: step.code, conforms: true, finding: '经营场所、设备与申请一致' }
    return decide.reportVisit(state, { ...found, visitedOn: dayAt(teller.at) }, actor, teller.at)
  })
}

const dayAt = (at: EpochMs) => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

const OPINIONS = [
  '材料齐全，符合条件，建议准予',
  '经核查与申请一致',
  '符合规定，同意',
  '已核实，无异议',
] as const

/** From the second desk back to the first, and on again. */
async function* back(teller: Teller, times: number): Course {
  const { story, staff } = teller
  const [from, to] = twoDesks(story.plan)
  if (!from || !to) return
  for (let turn = 0; turn < times; turn++) {
    const [sender, answerer] = [staff.holder(from), staff.holder(to)]
    yield* act(teller, 1, sender, (state) =>
      decide.sendBack(state, { from: from.code, to: to.code, reason: '现场记录缺少签名，请补全' }, sender),
    )
    yield* act(teller, story.plot === 'sentBackTooOften' ? 4 : 0, answerer, (state) =>
      decide.finishStep(state, { step: to.code, outcome: 'agreed', opinion: '已补全' }, answerer),
    )
  }
}

function twoDesks({ steps: planned }: CasePlan) {
  const [first] = planned
  const second = planned.find(({ group }) => group > (first?.group ?? 0))
  return [second, first] as const
}

/** A special procedure or an extension, after the first desk. */
function betweenOf(teller: Teller): Course {
  const { story, random, lengths } = teller
  const rule = findStatutoryRule(story.plan.statutory.rule)
  if (story.plot === 'untoldExtension') return extension(teller, 'untold')
  if (story.plot === 'askedExtension') return extension(teller, 'asked')
  if (story.plot !== undefined || story.plan.onTheSpot || lengths.committed < 4) return nothing()
  const grounds = (rule?.suspendedBy ?? []).filter(({ code }) => USED_GROUNDS.has(code))
  if (grounds.length > 0 && random.chance(0.06)) return suspension(teller, random.pick(grounds))
  return rule?.extension && random.chance(0.03) ? extension(teller, 'told') : nothing()
}

const USED_GROUNDS: ReadonlySet<string> = new Set([
  'expertReview',
  'test',
  'inspection',
  'hearing',
  'appraisal',
])

async function* nothing(): Course {
  // Most cases go straight on.
}

async function* suspension(
  teller: Teller,
  { code, zh, en }: { readonly code: string; readonly zh: string; readonly en: string },
): Course {
  const { staff, story, random } = teller
  if (code === 'hearing') {
    const { clerk } = teller
    const acts: Hearing['act'] = (after, who, decision) => act(teller, after, who, decision)
    return yield* hearing({ plan: story.plan, staff, clerk, act: acts, at: () => teller.at })
  }
  const actor = staff.holder(story.plan.decidedBy)
  const number = random.between(1, 400)
  yield* act(teller, 0, actor, (state) =>
    decide.suspend(
      state,
      { ground: code, groundText: { zh, en }, document: `青特告〔${number}〕号`, toldAt: teller.at },
      actor,
    ),
  )
  yield* act(teller, random.between(3, 10), actor, (state) =>
    decide.resume(state, { document: `青特结〔${number}〕号` }, actor),
  )
}

async function* extension(teller: Teller, how: 'asked' | 'told' | 'untold'): Course {
  const { staff, story } = teller
  const actor = staff.holder(story.plan.decidedBy)
  yield* act(teller, 0, actor, (state) =>
    decide.askExtension(state, { by: '5W', reason: '需要征求相邻权利人意见' }, actor),
  )
  if (how === 'asked') return
  yield* act(teller, 0, staff.leader, (state) =>
    decide.grantExtension(state, { toldAt: how === 'told' ? teller.at : null }, staff.leader),
  )
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

/** Longer than this between two acts would be called idle before long. */
const PACE = 12

/** Working days before each group of desks, and before the decision. */
function gapsOf(teller: Teller): number[] {
  const { story, random } = teller
  const count = new Set(story.plan.steps.map(({ group }) => group)).size + 1
  if (story.plan.onTheSpot) return Array.from({ length: count }, () => 0)
  if (story.plot === 'idle') return [16, ...Array.from({ length: count - 1 }, () => 0)]
  const gaps = Array.from({ length: count }, () => 0)
  const places = undecided(story.plot) ? count - 1 : count
  for (let left = daysUsed(teller); left > 0; left--) {
    const place = random.between(0, places - 1)
    const roomy = (gaps[place] ?? 0) < PACE ? place : gaps.findIndex((days) => days < PACE)
    if (roomy >= 0 && roomy < places) gaps[roomy] = (gaps[roomy] ?? 0) + 1
  }
  return gaps
}

/** Working days from acceptance to the decision, or as far as an open case has come. */
function daysUsed({ story: { plot, plan }, lengths: { committed, statutory }, random }: Teller): number {
  const ordinary = Math.max(0, random.between(Math.floor(committed * 0.3), committed - 2))
  switch (plot) {
    case 'lateYellow':
      return committed + random.between(1, 3)
    case 'lateRed':
      return statutory + random.between(1, 3)
    case 'openYellow':
      return committed - 1
    case 'openRed':
      return statutory - 8
    case 'unanswered':
      return Math.min(ordinary, committed - 7)
    case 'deemedGranted':
      return Math.max(1, statutory - 8)
    case 'askedExtension':
      return 3
    case 'sentBackTooOften':
      return committed - 4
    default:
      return new Set(plan.steps.map((step) => step.group)).size > 1
        ? Math.min(ordinary, committed - 3)
        : ordinary
  }
}
