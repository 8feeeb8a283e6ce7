import type { EpochMs } from '#kernel/day.ts'

export interface Attempts {
  readonly failures: number
  readonly lockedUntil: EpochMs | null
  readonly lastAt: EpochMs
}

const MINUTE = 60_000
const FORGOTTEN_AFTER_MS = 24 * 60 * MINUTE

/**
 * The ladder: the fifth wrong password in a row rests the account for a minute, the eighth for five, the eleventh and
 * every later one for thirty. It never grows beyond that, or strangers could lock anybody out for good.
 */
function restAfter(failures: number): EpochMs {
  if (failures < 5) return 0
  if (failures < 8) return MINUTE
  if (failures < 11) return 5 * MINUTE
  return 30 * MINUTE
}

/**
 * Counts one attempt before the password is looked at, so that a hundred at once get no more tries than one after
 * the other. A good one sets the count back.
 */
export function attempt(before: Attempts | undefined, now: EpochMs): Attempts & { readonly locked: boolean } {
  if (before?.lockedUntil && before.lockedUntil > now) return { ...before, locked: true }
  const old = before === undefined || now - before.lastAt > FORGOTTEN_AFTER_MS
  const failures = (old ? 0 : before.failures) + 1
  const rest = restAfter(failures)
  return { failures, lockedUntil: rest === 0 ? null : now + rest, lastAt: now, locked: false }
}
