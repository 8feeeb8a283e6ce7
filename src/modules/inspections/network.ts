import { day } from '#kernel/day.ts'
import type { NetworkSource } from '#modules/findings/index.ts'
import { todayAt } from './doing.ts'
import { findVisits } from './store.ts'
import { ROUND_KINDS } from './terms.ts'

/** Visits of a unit as far as the reader sees them; what one found counts with the finding. Nobody who went is named. */
export const visitsKnown: NetworkSource = async (db, { unit, post, account, badge, matter }) => {
  if (unit === undefined || [post, account, badge, matter].some((one) => one !== undefined)) return []
  const span = { from: day('2000-01-01'), until: day('9999-12-31') }
  return (await findVisits(db, { ...span, unit })).flatMap(({ state: { visit, kind, started, findings } }) =>
    started
      ? [
          {
            ...{ source: 'visit', sourceName: ROUND_KINDS[kind], id: `visit/${visit}` },
            ...{ on: todayAt(started.deviceAt), text: visit },
            state: {
              zh: findings.length > 0 ? `登记问题 ${findings.length} 个` : '没有登记问题',
              en: findings.length > 0 ? `${findings.length} findings noted` : 'no finding noted',
            },
          },
        ]
      : [],
  )
}
