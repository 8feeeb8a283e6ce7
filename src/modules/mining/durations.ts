import type { OfficeHours } from '#engines/calendar/index.ts'
import type { Histories } from '#engines/histories/index.ts'
import type { WorkingTime } from '#engines/rules/index.ts'
import { medianOf } from './directly-follows.ts'

/** The earliest and the latest event of every case, ±Infinity for a case without events. */
function edgesOf({ caseCount, firstEvent, at }: Histories) {
  const earliest = new Float64Array(caseCount).fill(Infinity)
  const latest = new Float64Array(caseCount).fill(-Infinity)
  for (let index = 0; index < caseCount; index++) {
    let first = Infinity
    let last = -Infinity
    const to = firstEvent[index + 1] as number
    for (let event = firstEvent[index] as number; event < to; event++) {
      const now = at[event] as number
      if (now < first) first = now
      if (now > last) last = now
    }
    earliest[index] = first
    latest[index] = last
  }
  return { earliest, latest }
}

/** Milliseconds from the earliest to the latest event of every case; −1 for a case without events. */
export function durationsOf(histories: Histories): Float64Array {
  const { earliest, latest } = edgesOf(histories)
  return latest.map((last, index) => {
    const first = earliest[index] as number
    return last < first ? -1 : last - first
  })
}

/**
 * Seconds of office time from the earliest to the latest event of every case, holidays and make-up days included; NaN
 * for a case without events and for one that lies outside the calendar.
 */
export function workingSecondsOf(histories: Histories, time: WorkingTime, hours: OfficeHours): Float64Array {
  const { earliest, latest } = edgesOf(histories)
  const secondsBetween = time.workingSeconds(hours)
  return latest.map((last, index) => {
    const first = earliest[index] as number
    return last < first ? Number.NaN : secondsBetween(first, last)
  })
}

export interface WorkingFigures extends DurationFigures {
  /** As they were asked, `08:30-17:00`. */
  readonly hours: string
  /** Cases that the calendar reaches; the figures are of these. */
  readonly cases: number
}

export function workingFigures(histories: Histories, time: WorkingTime, hours: OfficeHours): WorkingFigures {
  const seconds = workingSecondsOf(histories, time, hours)
    .filter((one) => !Number.isNaN(one))
    .sort()
  const { length } = seconds
  const sum = seconds.reduce((total, one) => total + one, 0)
  return {
    hours: hours.text,
    cases: length,
    meanSeconds: length === 0 ? 0 : sum / length,
    medianSeconds: length === 0 ? 0 : medianOf(seconds),
  }
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
