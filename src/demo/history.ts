import { setImmediate as breathe } from 'node:timers/promises'
import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type Calendar, dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { type CasePlan, newCaseNo, type ToldCases } from '#modules/cases/index.ts'
import { HALL_DEPARTMENTS } from './departments.ts'
import { type OfficeTime, officeTime } from './office-time.ts'
import { lengthsOf, PLOT_NAMES, type PlotName, plotOf } from './plots.ts'
import { newQueue } from './queue.ts'
import { type Random, seeded } from '#kernel/random.ts'
import type { Staff } from './staff.ts'
import { tell } from './story.ts'
import type { Story } from './teller.ts'

export interface YearOptions {
  readonly seed: number
  /** The year ends here; what has not happened by then has not happened. */
  readonly now: EpochMs
  readonly calendar: Calendar
  readonly plans: readonly CasePlan[]
  readonly applicants: readonly Story['applicant'][]
  /** Ordinary cases besides the planted ones. */
  readonly cases: number
}

const YEAR_OF_DAYS = 360
/** Share of the cases that came in during the last fortnight, so that the desks are not empty. */
const BUSY_LATELY = 0.09
/** Working days after which every planted story has run its course. */
const SETTLED = 70
/** Visitors sign in as people of these. */
const VISITED = ['planning', 'market']

/** The applications of the year, in the order in which they were received. */
export function storiesOf(options: YearOptions): Story[] {
  const random = seeded(options.seed)
  const time = officeTime(options.calendar, random)
  const taken = new Set<string>()
  const hall = new Set(HALL_DEPARTMENTS.map(({ id }) => id))
  const story = (plot: PlotName | undefined, plan: CasePlan, startsAt: EpochMs): Story => ({
    caseNo: freeNumber(random, startsAt, taken),
    plot,
    plan,
    startsAt,
    applicant: random.pick(options.applicants),
    inHall: hall.has(plan.unit),
  })
  const planted = plantedOf(options, random, time)
  const ordinary = ordinaryOf(options, random, time)
  return [...planted, ...ordinary]
    .map(({ plot, plan, startsAt }) => story(plot, plan, startsAt))
    .sort((a, b) => a.startsAt - b.startsAt)
}

interface Placed {
  readonly plot: PlotName | undefined
  readonly plan: CasePlan
  readonly startsAt: EpochMs
}

function plantedOf({ plans, now }: YearOptions, random: Random, time: OfficeTime): Placed[] {
  const today = dayNumberAt(DEFAULT_ZONE, now)
  const settled = dayNumberAt(DEFAULT_ZONE, time.ago(now, SETTLED))
  return PLOT_NAMES.flatMap((name) => {
    const plot = plotOf(name)
    const suitable = plans.filter((plan) => {
      const lengths = lengthsOf(plan)
      return lengths !== undefined && plot.suits(lengths, plan)
    })
    return Array.from({ length: plot.count }, (_, index): Placed => {
      const own = suitable.filter(({ unit }) => VISITED.includes(unit))
      const plan = random.pick(index === 0 && own.length > 0 ? own : suitable)
      const begins = plot.begins?.(lengthsOf(plan) ?? { committed: 0, statutory: 0 })
      const startsAt = begins
        ? time.ago(now, random.between(...begins))
        : time.on(random.between(today - YEAR_OF_DAYS, settled))
      return { plot: name, plan, startsAt }
    })
  })
}

function ordinaryOf({ plans, now, cases }: YearOptions, random: Random, time: OfficeTime): Placed[] {
  const today = dayNumberAt(DEFAULT_ZONE, now)
  const visited = plans.filter(({ unit }) => VISITED.includes(unit))
  return Array.from({ length: cases }, () => ({
    plot: undefined,
    plan: random.pick(random.chance(0.2) && visited.length > 0 ? visited : plans),
    startsAt: time.on(random.between(today - (random.chance(BUSY_LATELY) ? 12 : YEAR_OF_DAYS), today)),
  })).filter(({ startsAt }) => startsAt <= now)
}

function freeNumber(random: Random, at: EpochMs, taken: Set<string>): string {
  for (;;) {
    const caseNo = newCaseNo(dayOfNumber(dayNumberAt(DEFAULT_ZONE, at)), () => random.between(0, 999_999))
    if (taken.has(caseNo)) continue
    taken.add(caseNo)
    return caseNo
  }
}

const ACTS_AT_ONCE = 50

interface Running {
  readonly story: Story
  readonly course: AsyncGenerator<EpochMs, void>
  /** The next act; null when the story has been told to its end. */
  next: EpochMs | null
}

/**
 * Tells all stories side by side, whatever happens first in any of them first, so that papers get their numbers in the
 * order of their days. Whatever the clocks do in between, they do at their own instant.
 */
export async function tellYear(
  stories: readonly Story[],
  {
    desk,
    staff,
    now,
    calendar,
    seed,
  }: Pick<YearOptions, 'now' | 'calendar' | 'seed'> & {
    readonly desk: ToldCases
    readonly staff: Staff
  },
): Promise<void> {
  const queue = newQueue<Running>()
  for (const [index, story] of stories.entries()) {
    const random = seeded(seed * 100_003 + index)
    const course = tell(story, { desk, staff, random, time: officeTime(calendar, random) })
    // Its first step only says when it begins.
    await course.next()
    queue.put({ story, course, next: story.startsAt }, story.startsAt)
  }
  for (let acts = 1; ; acts++) {
    // Whoever waits for a page meanwhile goes first.
    if (acts % ACTS_AT_ONCE === 0) await breathe()
    const [one, at] = queue.take() ?? []
    if (!one || at === undefined || at > now) return
    const { caseNo } = one.story
    if (one.next === null || at < one.next) await desk.pass(caseNo, at)
    else {
      const { value, done } = await one.course.next().catch(stopRefused)
      one.next = done ? null : (value as EpochMs)
    }
    const next = Math.min(one.next ?? Infinity, desk.nextAt(caseNo) ?? Infinity)
    if (Number.isFinite(next)) queue.put(one, next)
  }
}

/**
 * Whose act is refused does nothing more, as at a desk. It happens beyond the last published holidays, where a limit is
 * provisional and the law does not yet answer for the office.
 */
function stopRefused(error: unknown): { value: undefined; done: true } {
  if (!isRefusal(error)) throw error
  return { value: undefined, done: true }
}
