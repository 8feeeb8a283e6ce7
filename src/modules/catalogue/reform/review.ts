import { type Day, dayNumber } from '#kernel/day.ts'
import type { Disposition, PendingRow, ReviewedItem, ReviewFlag } from '../contract.ts'
import { standingOn } from '../item.ts'
import { isLaw, type Repealed } from './law-in-force.ts'
import type { Round } from './round.ts'
import { settingsOn } from './settings.ts'
import type { Standing } from './store.ts'

const daysBetween = (from: Day, until: Day) => dayNumber(until) - dayNumber(from)

export const hasBasis = (standing: Standing | undefined, today: Day, repealed: Repealed): boolean =>
  (standing?.basis ?? []).some((clause) => isLaw(clause, today, repealed))

interface Seen {
  readonly standing: Standing | undefined
  readonly today: Day
  readonly repealed: Repealed
}

/** Whether the public finds it today: a version is in force and nobody cancelled it. */
export const isPublic = (standing: Standing | undefined, today: Day): boolean =>
  standing !== undefined &&
  standing.version !== null &&
  standingOn(standing, today, true).state !== 'cancelled'

/** What the catalogue says today against what was decided of an item. */
export function flagsOf(
  disposition: Disposition | undefined,
  { standing, today, repealed }: Seen,
): ReviewFlag[] {
  const flags: ReviewFlag[] = []
  const published = standing !== undefined && standing.latestVersion > 0
  if (!published) flags.push('notInCatalogue')
  if (disposition?.outcome === 'kept') {
    if (!isPublic(standing, today)) flags.push('keptUnpublished')
    if (!hasBasis(standing, today, repealed)) flags.push('keptWithoutBasis')
  }
  if (disposition?.question && disposition.outcome === 'pendingSuperior') {
    const { replyBy, sentOn } = disposition.question
    if ((replyBy as Day) < today) flags.push('pendingOverdue')
    if (daysBetween(sentOn as Day, today) > settingsOn(today).pendingDays) flags.push('pendingForever')
  }
  if (disposition && published && !isCarriedOut(disposition, standing, today)) flags.push('notCarriedOut')
  return flags
}

function isCarriedOut({ outcome, effectiveOn }: Disposition, standing: Standing, today: Day): boolean {
  if (effectiveOn === null || effectiveOn > today) return true
  if (outcome === 'cancelled' || outcome === 'merged')
    return standingOn(standing, today, standing.version !== null).state === 'cancelled'
  if (outcome === 'delegated') return true
  return standing.from !== null && standing.from >= effectiveOn
}

/** 待定: asked, and not answered; the oldest question first. */
export function pendingOf(round: string, state: Round, today: Day): PendingRow[] {
  return state.items.flatMap((reviewed: ReviewedItem) => {
    const { outcome, question } = state.dispositions[reviewed.item] ?? {}
    if (outcome !== 'pendingSuperior' || !question) return []
    const waitingDays = daysBetween(question.sentOn as Day, today)
    const daysLeft = daysBetween(today, question.replyBy as Day)
    const forever = waitingDays > settingsOn(today).pendingDays
    return [{ ...reviewed, round, question, waitingDays, daysLeft, overdue: daysLeft < 0, forever }]
  })
}
