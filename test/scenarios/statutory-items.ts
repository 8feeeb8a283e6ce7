import type { ItemContent } from '#modules/catalogue/index.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'

type Limit = NonNullable<ItemContent['limits']['statutory']>

const UNITS = { W: 'workingDays', D: 'calendarDays' } as const
const limit = (text: string): Limit => ({
  length: Number(text.slice(0, -1)),
  unit: UNITS[text.slice(-1) as keyof typeof UNITS],
})

/** An item under a row of the statutory table; the promise is as long as the law unless said otherwise. */
export function itemUnder(rule: string, statutory: string, committed = statutory): ItemContent {
  return {
    ...soundItem,
    steps: soundItem.steps.map((step) => ({ ...step, limit: null })),
    limits: {
      ...soundItem.limits,
      statutory: limit(statutory),
      committed: limit(committed),
      statutoryRule: rule,
    },
  }
}

const VISIT = { name: { zh: '现场核查', en: 'site visit' } }

/** The same with a visit on the spot, for which the row gives days of its own. */
export function withVisit(item: ItemContent, days: string): ItemContent {
  const visit = {
    ...item.steps[1],
    code: 'visit',
    kind: 'siteVisit',
    ...VISIT,
    limit: limit(days),
  } as ItemContent['steps'][number]
  return { ...item, steps: item.steps.flatMap((step) => (step.kind === 'review' ? [visit, step] : [step])) }
}
