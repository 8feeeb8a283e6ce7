import type { PlotName } from './plots.ts'
import type { Teller } from './teller.ts'

export const undecided = (plot: PlotName | undefined): boolean =>
  plot === 'openYellow' || plot === 'openRed' || plot === 'askedExtension' || plot === 'deemedGranted'

/** Longer than this between two acts would be called idle before long. */
const PACE = 12

/** Working days before each group of desks, and before the decision. */
export function gapsOf(teller: Teller): number[] {
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
