import type { EpochMs } from '#kernel/day.ts'
import type { Histories } from '#engines/histories/index.ts'
import {
  judge,
  type LogProfile,
  type Standing,
  standingsOf,
  timeOf,
  type WorkingTime,
} from '#engines/rules/index.ts'

/** One case with what indicators are made of; the same clocks and the same rules as everywhere else. */
export interface Subject {
  readonly caseId: string
  readonly unit: string | undefined
  readonly item: string | undefined
  readonly channel: string | undefined
  readonly isConcluded: boolean
  /** Concluded (or still open) past its nearest due instant; undefined where nothing is due. */
  readonly isLate: boolean | undefined
  /** Working days left when it was concluded, 0 on the last day; undefined while open, late or without a due instant. */
  readonly daysToSpare: number | undefined
  /** Working days from opening to conclusion without suspensions; undefined while open. */
  readonly workingDays: number | undefined
  readonly yellow: number
  readonly red: number
}

/** Subjects of a log at an instant, in the order of its cases. */
export function subjectsOf(histories: Histories, profile: LogProfile, at: EpochMs): Subject[] {
  const time = timeOf(profile)
  const { yellow, red } = cardsOf(histories, profile, at)
  return standingsOf(histories, profile, { at }).map((standing, index) => ({
    caseId: histories.caseIds[index] ?? '',
    ...stateOf(standing, time, at),
    yellow: yellow[index] ?? 0,
    red: red[index] ?? 0,
  }))
}

/** Cards of every case, by its place. */
function cardsOf(histories: Histories, profile: LogProfile, at: EpochMs) {
  const yellow = new Uint16Array(histories.caseCount)
  const red = new Uint16Array(histories.caseCount)
  for (const { hits } of judge(histories, profile, { at }).rules) {
    for (const { level, caseIndex } of hits) {
      const cards = level === 'yellow' ? yellow : level === 'red' ? red : undefined
      if (cards) cards[caseIndex] = (cards[caseIndex] as number) + 1
    }
  }
  return { yellow, red }
}

function stateOf(standing: Standing, time: WorkingTime, at: EpochMs) {
  const { unit, item, channel, endedAt, usedDays } = standing
  const isConcluded = !Number.isNaN(endedAt)
  const due = nearestDue(standing)
  const reached = isConcluded ? endedAt : at
  const isLate = due === undefined ? undefined : reached > due
  const spare = isConcluded && due !== undefined && isLate === false && Number.isFinite(due)
  return {
    unit,
    item,
    channel,
    isConcluded,
    isLate,
    daysToSpare: spare ? Math.max(0, time.workingDays(endedAt, due - 1)) : undefined,
    workingDays: isConcluded && !Number.isNaN(usedDays) ? usedDays : undefined,
  }
}

/** The promise counts before the law, for it ends no later. */
function nearestDue({ clocks }: Standing): EpochMs | undefined {
  const dues = clocks
    .filter(({ kind, dueAt }) => kind !== 'step' && !Number.isNaN(dueAt))
    .map(({ dueAt }) => dueAt)
  return dues.length > 0 ? Math.min(...dues) : undefined
}
