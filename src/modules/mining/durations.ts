import type { Histories } from '#engines/histories/index.ts'
import { medianOf } from './directly-follows.ts'

/** Milliseconds from the earliest to the latest event of every case; −1 for a case without events. */
export function durationsOf({ caseCount, firstEvent, at }: Histories): Float64Array {
  const durations = new Float64Array(caseCount)
  for (let index = 0; index < caseCount; index++) {
    let earliest = Infinity
    let latest = -Infinity
    const to = firstEvent[index + 1] as number
    for (let event = firstEvent[index] as number; event < to; event++) {
      const now = at[event] as number
      if (now < earliest) earliest = now
      if (now > latest) latest = now
    }
    durations[index] = latest < earliest ? -1 : latest - earliest
  }
  return durations
}

export interface DurationFigures {
  readonly meanSeconds: number
  readonly medianSeconds: number
}

/** Zero for a log without any event. */
export function durationFigures(histories: Histories): DurationFigures {
  const durations = durationsOf(histories)
    .filter((duration) => duration >= 0)
    .sort()
  if (durations.length === 0) return { meanSeconds: 0, medianSeconds: 0 }
  const sum = durations.reduce((total, duration) => total + duration, 0)
  return { meanSeconds: inSeconds(sum / durations.length), medianSeconds: inSeconds(medianOf(durations)) }
}

export const inSeconds = (milliseconds: number): number => milliseconds / 1000
