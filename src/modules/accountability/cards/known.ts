import type { NetworkSource } from '#modules/findings/index.ts'
import { todayAt } from '../files/clocks.ts'
import { findCards } from './store.ts'

const OPINIONS = {
  satisfied: { zh: '满意', en: 'satisfied' },
  fair: { zh: '一般', en: 'fair' },
  dissatisfied: { zh: '不满意', en: 'dissatisfied' },
} as const

/**
 * 监督卡 that came back, of a unit or a badge: what people complained of. A unit learns of its cards nothing but that they
 * were given out, so it finds none here.
 */
export const contactsKnown: NetworkSource = async (db, { unit, badge, post, account, matter }) => {
  const others = [post, account, matter].some((one) => one !== undefined)
  if (db.scope.reach === 'unit' || others || (unit === undefined && badge === undefined)) return []
  return (await findCards(db, { unit, returned: true })).flatMap(({ card, returned }) =>
    returned && (badge === undefined || returned.badge === badge)
      ? [
          {
            ...{ source: 'contactCard', sourceName: { zh: '效能监督卡', en: 'supervision card' } },
            ...{
              id: `supervision-card/${card}`,
              on: todayAt(returned.at),
              text: `${card} ${returned.badge}`,
            },
            state: OPINIONS[returned.opinion],
          },
        ]
      : [],
  )
}
