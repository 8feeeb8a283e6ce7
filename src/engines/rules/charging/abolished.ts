import { eventRule } from '../event-rule.ts'
import { lacksPart } from '../needs.ts'
import { feeCharged } from './published-fee.ts'
import { instantOf } from '../watched.ts'

/**
 * SV-74 取消的收费仍收: taken on or after the day from which the fee was abolished.
 *
 * Basis: 《优化营商环境条例》第二十四条; 《行政许可法》第七十五条.
 */
export const abolishedCharge = eventRule({
  code: 'SV-74',
  kind: 'fee',
  subject: 'charge',
  title: { zh: '取消的收费仍收', en: 'Abolished fee still charged' },
  level: 'red',
  basis: {
    zh: '《行政许可法》第五十八条、第五十九条、第七十五条',
    en: 'Administrative Licensing Law Art. 58, 59 and 75',
  },
  explanation: {
    zh: '取消之日起不得再收。',
    en: 'From the day on which it is abolished a fee is not charged.',
  },
  confidence: 'C',
  of: 'charged',
  needs: ({ profile }) => lacksPart(profile.fees !== undefined, 'fees'),
  fault: (watched, event) => {
    const fee = feeCharged(watched, event)
    const { time } = watched.reading
    if (fee?.abolishedFrom === undefined || instantOf(watched, event) < time.read(fee.abolishedFrom))
      return undefined
    const { names, abolishedFrom } = fee
    return {
      because: {
        zh: `“${names[0]}”自 ${abolishedFrom} 起取消`,
        en: `"${names[0]}" was abolished from ${abolishedFrom}`,
      },
    }
  },
  examples: [
    {
      text: { zh: '取消之前', en: 'before' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: {
        event: { feeCode: '编码', feeName: '名称', amount: '金额' },
        fees: [
          { code: 'F1', names: ['工本费'], rate: 10 },
          { code: 'F2', names: ['年检费'], rate: 50, abolishedFrom: '2020-01-01' },
        ],
      },
      events: [['2019-12-31T23:59:59', 'charged', { 编码: 'F2', 金额: '50' }]],
    },
    {
      text: { zh: '取消之后', en: 'after' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: {
        event: { feeCode: '编码', feeName: '名称', amount: '金额' },
        fees: [
          { code: 'F1', names: ['工本费'], rate: 10 },
          { code: 'F2', names: ['年检费'], rate: 50, abolishedFrom: '2020-01-01' },
        ],
      },
      events: [['2020-01-01T00:00:00', 'charged', { 编码: 'F2', 金额: '50' }]],
    },
  ],
})
