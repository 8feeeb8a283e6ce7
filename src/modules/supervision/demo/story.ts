import { FAULTS, type FaultName } from './faults.ts'
import { APPROVER_UNIT, type DemoItem, type Staff, staffOf, SUSPENSION_GROUNDS } from './office.ts'
import type { Random } from '#kernel/random.ts'
import type { Timeline } from './timeline.ts'

/** What will happen to one application. */
export interface Story {
  readonly planted: FaultName | undefined
  readonly item: DemoItem
  readonly firstDay: number
}

/** Working days that may pass between two steps without anybody calling it idle. */
const PACE = 6

interface Teller {
  readonly line: Timeline
  readonly story: Story
  readonly staff: Staff
  readonly random: Random
}

/** Writes the whole story from receipt to delivery, also beyond the moment at which the log will be cut off. */
export function tellStory(line: Timeline, story: Story, random: Random): void {
  const teller = { line, story, staff: staffOf(story.item.unit), random }
  line.step('收件', 0, random.pick(teller.staff.window))
  if (story.planted === 'openNoAnswer') return
  if (!intake(teller)) return
  examination(teller)
}

/** From receipt to the answer on acceptance; false when the case ends there. */
function intake({ line, story, staff, random }: Teller): boolean {
  const window = random.pick(staff.window)
  const { planted } = story
  const notice = (after: number) => {
    line.step('补正告知', after, window)
    line.step('材料补正', random.between(1, 5), window)
  }
  if (planted === 'secondNotice') {
    notice(1)
    notice(1)
  } else if (planted === undefined && random.chance(0.12)) notice(random.between(0, 2))
  if (planted === undefined && random.chance(0.035)) {
    line.step('不予受理', random.between(0, 3), window)
    return false
  }
  const open = planted !== undefined && 'open' in FAULTS[planted]
  line.step('受理', planted === 'noAnswer' ? random.between(6, 8) : open ? 0 : random.between(0, 3), window)
  return true
}

/** From acceptance to delivery. */
function examination(teller: Teller): void {
  const { line, story, staff, random } = teller
  const { planted } = story
  const examiner = random.pick(staff.examiners)
  const reviewer = planted === 'sameHands' ? examiner : random.pick(staff.reviewers)
  const steps = stepsOf(teller, examiner, reviewer)
  const pauses = pausesOf(teller, steps.length)
  const gaps = gapsOf(teller, steps.length)
  for (const [index, [activity, by]] of steps.entries()) {
    line.step(activity, gaps[index] ?? 0, by)
    pauses[index]?.()
    if (activity === '退件' || activity === '撤回') return
  }
  deliver(teller)
}

type Step = readonly [activity: string, by: string]

function stepsOf({ story, staff, random }: Teller, examiner: string, reviewer: string): Step[] {
  const { planted, item } = story
  const decider = planted === 'withoutPower' ? random.pick(staff.window) : random.pick(staff.deciders)
  const examined: Step = ['审查', examiner]
  const visited: Step[] = item.visit ? [['现场勘验', examiner]] : []
  const reviewed: Step = ['复核', reviewer]
  const decided: Step = ['决定', decider]
  if (planted === 'outOfOrder') return [reviewed, examined, ...visited, decided]
  if (planted === 'skipped') return [examined, ...visited, decided]
  if (planted === 'returnedAfterAcceptance') return [examined, ['退件', examiner]]
  if (planted === undefined && random.chance(0.02)) return [examined, ['撤回', random.pick(staff.window)]]
  return [examined, ...visited, reviewed, decided]
}

/** Working days from acceptance to the decision. */
function daysUsed({ story, random }: Teller): number {
  const { planted, item } = story
  const { committed, statutory } = item
  switch (planted) {
    case 'pastCommitted':
      return committed + random.between(1, Math.min(4, statutory - committed - 1))
    case 'openPastCommitted':
      return committed + 7
    case 'extendedLate':
    case 'pastStatutory':
      return statutory + 2
    case 'openPastStatutory':
      return statutory + 6
    default:
      return random.between(Math.max(1, Math.floor(committed * 0.3)), committed - 1)
  }
}

/** Working days before each of the steps. */
function gapsOf(teller: Teller, steps: number): number[] {
  const { planted, item } = teller.story
  if (planted === 'idle') return item.visit ? [1, 1, 9, 0] : [1, 9, 0]
  const days = daysUsed(teller)
  // The extension comes a day after expiry, the decision one day later.
  return planted === 'extendedLate'
    ? [...shares(days - 1, steps - 1, teller.random), 1]
    : shares(days, steps, teller.random)
}

/** Splits the days over the steps, never longer between two of them than the office's pace allows. */
function shares(days: number, steps: number, random: Random): number[] {
  const gaps = Array.from({ length: steps }, () => Math.floor(days / steps))
  for (let place = 0; place < days % steps; place++) gaps[place] = (gaps[place] ?? 0) + 1
  for (let turn = 0; turn < steps; turn++) {
    const [from, to] = [random.between(0, steps - 1), random.between(0, steps - 1)]
    if ((gaps[from] ?? 0) > 0 && (gaps[to] ?? 0) < PACE) {
      gaps[from] = (gaps[from] ?? 0) - 1
      gaps[to] = (gaps[to] ?? 0) + 1
    }
  }
  return gaps
}

/** What happens after which step besides the steps: supplements, suspensions, extensions. */
function pausesOf(teller: Teller, steps: number): Record<number, () => void> {
  const { line, story, staff, random } = teller
  const { planted, item } = story
  const head = random.pick(staff.deciders)
  const suspend = (days: number, attributes: Record<string, string>) => () => {
    line.step('中止', 0, head, attributes)
    line.step('恢复', days, head)
  }
  const ground = random.pick(SUSPENSION_GROUNDS)
  const document = `青中止〔${random.between(1, 400)}〕号`
  switch (planted) {
    case 'supplementAfterAcceptance':
      return {
        0: () => {
          line.step('补正告知', 0, random.pick(staff.window))
          line.step('材料补正', 1, random.pick(staff.window))
        },
      }
    case 'suspendedWithoutGround':
      return { 0: suspend(random.between(2, 8), { 文书: document }) }
    case 'suspendedWithoutDocument':
      return { 0: suspend(random.between(2, 8), { 事由: ground }) }
    case 'extendedLate':
      return { [steps - 2]: extend(teller, APPROVER_UNIT) }
    case 'selfApproved':
      return { 0: extend(teller, item.unit) }
    case undefined:
      if (random.chance(0.06)) return { 0: suspend(random.between(3, 12), { 事由: ground, 文书: document }) }
      if (random.chance(0.03)) return { 0: extend(teller, APPROVER_UNIT) }
      return {}
    default:
      return {}
  }
}

function extend({ line, story, staff, random }: Teller, approver: string): () => void {
  return () =>
    line.step('延期', 0, random.pick(staff.deciders), {
      承办单位: story.item.unit,
      批准单位: approver,
      告知书: `青延告〔${random.between(1, 400)}〕号`,
      延长: '5W',
    })
}

/** 《行政许可法》第四十四条: the decision is handed over within ten working days. */
function deliver({ line, story, staff, random }: Teller): void {
  if (story.planted === 'notDelivered') return
  line.step('送达', random.between(0, 4), random.pick(staff.window))
}
