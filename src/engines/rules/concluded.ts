import type { Histories } from '#engines/histories/index.ts'
import type { LogProfile } from './profile.ts'
import { readWith } from './reading.ts'
import { isFinished, watch, watcher } from './watched.ts'
import type { WorkingTime } from './working-time.ts'

/** Which cases say of themselves that their whole procedure lies behind them: those owe every step of a path. */
export function concludedCases(
  histories: Histories,
  profile: LogProfile,
  time: WorkingTime,
): (caseIndex: number) => boolean {
  const reading = readWith({ ...profile, path: undefined }, histories, time)
  const watched = watcher(reading, Infinity)
  return (caseIndex) => {
    watch(watched, caseIndex)
    return isFinished(watched)
  }
}
