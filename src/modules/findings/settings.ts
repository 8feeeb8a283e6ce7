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
  /** Guidance is replied to within so long. */
  guidanceWithin: [{ from: '2000-01-01', value: '10W' }],
  /** A talk follows the second finding about a badge within so long. */
  talkWithin: [{ from: '2000-01-01', value: '5W' }],
  /** A protected report goes on to the discipline body within so long. */
  transferWithin: [{ from: '2000-01-01', value: '5W' }],
  /** Findings about the manner of one badge within a quarter from which a talk is owed. */
  badgeFindings: [{ from: '2000-01-01', value: 2 }],
  /** 屡教不改: earlier ones of the same conduct in the same unit count for so long. */
  educatedCountsFor: [{ from: '2000-01-01', value: '1Y' }],
  /** The next one after so many is refused. */
  educatedAtMost: [{ from: '2000-01-01', value: 2 }],
} as const satisfies Record<string, readonly Dated<string | number>[]>

type Settings = typeof SETTINGS
/** Those that are lengths of time. */
export type LimitSetting =
  'replyWithin' | 'disposeWithin' | 'guidanceWithin' | 'talkWithin' | 'transferWithin'

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
