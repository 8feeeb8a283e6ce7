import type { Calendar } from '#engines/calendar/index.ts'
import { type CourseTally, newCourseTally } from './courses/tally.ts'

/** Counts of courses by log that are written in the end, where many batches follow each other. */
export type HeldCourses = Map<string, CourseTally>

export function heldOf(held: HeldCourses | undefined, log: string): CourseTally | undefined {
  if (!held) return undefined
  const courses = held.get(log) ?? newCourseTally()
  held.set(log, courses)
  return courses
}

export interface Applying {
  /** As known when it is done; else as the ledger then knew it. */
  readonly calendar: Calendar | undefined
  readonly held: HeldCourses | undefined
}
