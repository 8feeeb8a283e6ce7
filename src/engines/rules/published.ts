import type { EpochMs } from '#kernel/day.ts'
import { officeHours } from '#engines/calendar/index.ts'
import type { AttributeColumn } from '#engines/histories/index.ts'
import { namePattern, type LogProfile, type PublishedGuide } from './profile.ts'
import type { WorkingTime } from './working-time.ts'

/** Whether a column says one of some values at a place. */
export function oneOf(
  column: AttributeColumn | undefined,
  values: readonly string[],
): (index: number) => boolean {
  if (!column) return () => false
  const wanted = Uint8Array.from(column.values, (value) => (values.includes(value) ? 1 : 0))
  return (index) => wanted[column.codes[index] ?? -1] === 1
}

/**
 * What an office published (channels, powers, hours, guides), laid over one log: asked at every case, so texts became
 * codes once. Here the channels; true where the log names none.
 */
export function registered(
  { channels = [] }: LogProfile,
  column: AttributeColumn | undefined,
): (index: number) => boolean {
  const listed = oneOf(column, channels)
  return (index) => (column?.codes[index] ?? -1) < 0 || listed(index)
}

export function powersOf(
  { powers = {} }: LogProfile,
  activities: readonly string[],
): (ReadonlySet<string> | undefined)[] {
  const patterns = Object.entries(powers).map(([name, persons]) => ({
    matches: namePattern(name),
    persons: new Set(persons),
  }))
  return activities.map((name) => patterns.find(({ matches }) => matches(name))?.persons)
}

export function worksAt(
  { officeHours: stated }: LogProfile,
  time: WorkingTime,
): (at: EpochMs) => boolean | undefined {
  if (stated === undefined) return () => undefined
  const seconds = time.workingSeconds(officeHours(stated))
  return (at) => {
    const open = seconds(at, at + 1000)
    return Number.isNaN(open) ? undefined : open > 0
  }
}

export interface DatedGuide {
  readonly guide: PublishedGuide
  readonly fromAt: EpochMs
}

const NO_GUIDES: readonly DatedGuide[] = []

export function guidesOf(
  { guides = [] }: LogProfile,
  items: AttributeColumn | undefined,
  time: WorkingTime,
): (caseIndex: number) => readonly DatedGuide[] {
  if (guides.length === 0 || !items) return () => NO_GUIDES
  const dated = guides.map((guide) => ({ guide, fromAt: time.read(guide.from) }))
  const ofItem = items.values.map((item) => dated.filter(({ guide }) => guide.item === item))
  return (caseIndex) => ofItem[items.codes[caseIndex] as number] ?? NO_GUIDES
}
