import type { EpochMs } from '#kernel/day.ts'
import type { Database } from '#platform/database/index.ts'
import { raiseAllSourceFindings } from './efficiency/sources/raising.ts'
import { sweepAll } from './turns.ts'

export interface JobServices {
  readonly database: Database
  readonly now: () => EpochMs
  readonly failed: (error: unknown) => void
}

export interface RunningJobs {
  /** Lets the work under way finish. */
  close(): Promise<void>
}

const SWEEP_EVERY_MS = 2000
const CHECK_SOURCES_EVERY_MS = 60 * 60_000

/** Turns cases whose time has come, every two seconds, and checks who reports, every hour; any number of processes may. */
export function supervisionJobs({ database, now, failed }: JobServices): RunningJobs {
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const sweep = async () => {
    try {
      await sweepAll(database, { now })
    } catch (error) {
      if (!closed) failed(error)
    }
    if (!closed) timer = setTimeout(start, SWEEP_EVERY_MS)
  }
  const start = () => {
    running = sweep()
  }
  start()
  let checking: Promise<void> = Promise.resolve()
  const hourly = setInterval(() => {
    checking = raiseAllSourceFindings(database, now()).catch(failed)
  }, CHECK_SOURCES_EVERY_MS)
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      clearInterval(hourly)
      await Promise.all([running, checking])
    },
  }
}
