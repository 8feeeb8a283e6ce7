import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { findStatutoryRule } from '#engines/clocks/index.ts'
import { caseDecisions as decide, type CasePlan } from '#modules/cases/index.ts'
import { hearing, type Hearing } from './hearing.ts'
import { act, type Course, type Teller } from './teller.ts'

/** The desks one after the other, those of one group side by side, with what may come between. */
export async function* steps(teller: Teller, gaps: readonly number[]): Course {
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
