import type { Day } from '#kernel/day.ts'
import { getHealth, type Health } from './contract.ts'
import { route, type Route } from './route.ts'

/** What the composer knows how to ask. A check that throws makes the answer `degraded`, with status 200 all the same. */
export interface HealthChecks {
  readonly version: string
  readonly demo: boolean
  /** The last position of the ledger; it throws when the database cannot be reached. */
  readonly ledgerHead: () => Promise<number | null>
  readonly calendarKnownUntil: () => Promise<Day | null>
}

export const healthRoute = ({ version, demo, ledgerHead, calendarKnownUntil }: HealthChecks): Route =>
  route(getHealth, async ({ now }): Promise<Health> => {
    const [head, known] = await Promise.allSettled([ledgerHead(), calendarKnownUntil()])
    const reached = head.status === 'fulfilled'
    return {
      status: reached && known.status === 'fulfilled' ? 'ok' : 'degraded',
      version,
      demo,
      at: new Date(now).toISOString(),
      database: reached ? 'ok' : 'unreachable',
      ledgerHead: reached ? head.value : null,
      calendarKnownUntil: known.status === 'fulfilled' ? known.value : null,
    }
  })
