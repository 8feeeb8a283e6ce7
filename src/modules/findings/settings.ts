import type { Day } from '#kernel/day.ts'

interface Dated<Value> {
  readonly from: string
  readonly value: Value
}

/**
 * † Numbers of findings. No law sets them: each is a line with the day from which it holds; an office that decides
 * otherwise adds one, and what was begun before keeps the number it began with.
 */
const SETTINGS = {
  /** The unit answers within so long after it learns of the finding. */
  replyWithin: [{ from: '2000-01-01', value: '10W' }],
  /** A finding ends in a disposition within so long. */
  disposeWithin: [{ from: '2000-01-01', value: '30W' }],
  /** 屡教不改: earlier ones of the same conduct in the same unit count for so long. */
  educatedCountsFor: [{ from: '2000-01-01', value: '1Y' }],
  /** The next one after so many is refused. */
  educatedAtMost: [{ from: '2000-01-01', value: 2 }],
} as const satisfies Record<string, readonly Dated<string | number>[]>

type Settings = typeof SETTINGS

/** The number in force on a day. */
export function settingOn<Name extends keyof Settings>(
  name: Name,
  today: Day,
): Settings[Name][number]['value'] {
  const lines: readonly Dated<Settings[Name][number]['value']>[] = SETTINGS[name]
  const held = lines.findLast(({ from }) => from <= today) ?? lines[0]
  if (!held) throw new Error(`${name} has no value`)
  return held.value
}
