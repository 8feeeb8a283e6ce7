import type { ItemContent } from '../contract.ts'
import { blocking, type Check, type Found } from './check.ts'

/** Between receipt and receipt number there is nothing: whatever stands there is an approval by another name. */
const HIDDEN = new Set(['review', 'siteVisit', 'expertReview', 'hearing', 'decide'])

/** IC-20: 备案 takes effect on complete receipt: no examining step, no waiting days, no opinion, no licence. */
export const filing: Check = {
  code: 'IC-20',
  title: { zh: '备案不是变相审批', en: 'A filing is no hidden approval' },
  basis: '国务院关于深化行政审批制度改革的要求；ITEM-25',
  check(content) {
    if (!content.filing) return []
    const found: Found[] = []
    const hidden = (place: string, zh: string, en: string) =>
      found.push(
        blocking(
          place,
          [zh, en],
          ['备案收齐即生效，请删去；确需审批的不得标为备案', 'Take it out, or do not call it a filing'],
        ),
      )
    content.steps.forEach(({ kind, name }, index) => {
      if (HIDDEN.has(kind))
        hidden(
          `steps.${index}`,
          `备案设了“${name.zh}”环节，是变相审批`,
          `The step "${name.en}" makes the filing an approval`,
        )
    })
    if ((content.limits.committed?.length ?? 0) > 0)
      hidden('limits.committed', '备案设了等待天数', 'A filing with days of waiting')
    if (content.type === 'licensing')
      hidden('type', '行政许可不能标为备案', 'A licence is not given by filing')
    if (content.specialSteps.length > 0)
      hidden('specialSteps', '备案设了特别程序', 'A filing with special procedures')
    if (content.deemedApproval.eligible)
      hidden('deemedApproval', '备案没有可以默认的批准', 'A filing holds no approval that silence could give')
    return found
  },
  examples: [
    { why: 'not a filing', fires: false, change: (sound) => sound },
    { why: 'effective on receipt', fires: false, change: (sound) => filed(sound, {}) },
    { why: 'somebody examines it', fires: true, change: (sound) => filed(sound, { steps: sound.steps }) },
    { why: 'days of waiting', fires: true, change: (sound) => filed(sound, { limits: sound.limits }) },
    { why: 'a licence by filing', fires: true, change: (sound) => filed(sound, { type: 'licensing' }) },
  ],
}

const filed = (sound: ItemContent, change: Partial<ItemContent>): ItemContent => ({
  ...sound,
  filing: true,
  type: 'otherPower',
  steps: sound.steps.filter(({ kind }) => kind === 'accept' || kind === 'deliver'),
  limits: { ...sound.limits, onTheSpot: true, committed: { length: 0, unit: 'workingDays' } },
  ...change,
})
