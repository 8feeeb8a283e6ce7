import { eventRule, numberAt } from '../event-rule.ts'
import { lacksPart } from '../needs.ts'
import { feeCharged } from './published-fee.ts'
import { eventsOf } from '../watched.ts'

/**
 * SV-72 拆分收费: one fee taken in several sums that together go past the rate.
 *
 * Basis: 《行政许可法》第五十九条; local rules on charges (化整为零).
 */
export const splitCharge = eventRule({
  code: 'SV-72',
  kind: 'fee',
  subject: 'charge',
  title: { zh: '拆分收费', en: 'Charge split into small sums' },
  level: 'red',
  basis: {
    zh: '《行政许可法》第五十八条、第五十九条、第七十五条',
    en: 'Administrative Licensing Law Art. 58, 59 and 75',
  },
  explanation: {
    zh: '同一办件、同一收费分次收取，合计不得超过标准。',
    en: 'One fee of one case taken in parts does not go past its rate in all.',
  },
  confidence: 'C',
  of: 'charged',
  needs: ({ profile }) => lacksPart(profile.fees !== undefined, 'fees'),
  fault: (watched, event) => {
    const fee = feeCharged(watched, event)
    if (fee?.rate === undefined) return undefined
    const parts = eventsOf(watched, 'charged').filter(
      (one) => one <= event && feeCharged(watched, one) === fee,
    )
    const amounts = parts.map((one) => numberAt(watched, one, 'amount'))
    const sum = amounts.reduce((all, amount) => all + amount, 0)
    const { rate } = fee
    return amounts.length > 1 && sum > rate && amounts.every((amount) => amount <= rate)
      ? {
          events: parts,
          because: {
            zh: `分 ${parts.length} 次共收 ${sum}，标准 ${rate}`,
            en: `${sum} in ${parts.length} parts; the rate is ${rate}`,
          },
        }
      : undefined
  },
  examples: [
    {
      text: { zh: '一次收清', en: 'taken at once' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: {
        event: { feeCode: '编码', feeName: '名称', amount: '金额' },
        fees: [
          { code: 'F1', names: ['工本费'], rate: 10 },
          { code: 'F2', names: ['年检费'], rate: 50, abolishedFrom: '2020-01-01' },
        ],
      },
      events: [['2026-03-02T09:00', 'charged', { 编码: 'F1', 金额: '10' }]],
    },
    {
      text: { zh: '分两次收', en: 'taken twice' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: {
        event: { feeCode: '编码', feeName: '名称', amount: '金额' },
        fees: [
          { code: 'F1', names: ['工本费'], rate: 10 },
          { code: 'F2', names: ['年检费'], rate: 50, abolishedFrom: '2020-01-01' },
        ],
      },
      events: [
        ['2026-03-02T09:00', 'charged', { 编码: 'F1', 金额: '8' }],
        ['2026-03-03T09:00', 'charged', { 编码: 'F1', 金额: '8' }],
      ],
    },
  ],
})
