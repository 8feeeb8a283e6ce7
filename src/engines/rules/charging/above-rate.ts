import { eventRule, numberAt } from '../event-rule.ts'
import { lacksPart } from '../needs.ts'
import { feeCharged } from './published-fee.ts'

/**
 * SV-71 超标准收费: more was taken than the published rate.
 *
 * Basis: 《行政许可法》第五十九条、第七十五条; JC-09.
 */
export const aboveRate = eventRule({
  code: 'SV-71',
  kind: 'fee',
  subject: 'charge',
  title: { zh: '超标准收费', en: 'Charged above the rate' },
  level: 'red',
  basis: {
    zh: '《行政许可法》第五十八条、第五十九条、第七十五条',
    en: 'Administrative Licensing Law Art. 58, 59 and 75',
  },
  explanation: { zh: '收费不得高于公布的标准。', en: 'No more is charged than the published rate.' },
  confidence: 'C',
  of: 'charged',
  needs: ({ profile }) => lacksPart(profile.fees !== undefined, 'fees'),
  fault: (watched, event) => {
    const rate = feeCharged(watched, event)?.rate
    const amount = numberAt(watched, event, 'amount')
    return rate !== undefined && amount > rate
      ? { because: { zh: `收取 ${amount}，标准 ${rate}`, en: `${amount} was taken; the rate is ${rate}` } }
      : undefined
  },
  examples: [
    {
      text: { zh: '按标准', en: 'at the rate' },
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
      text: { zh: '高于标准', en: 'above it' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: {
        event: { feeCode: '编码', feeName: '名称', amount: '金额' },
        fees: [
          { code: 'F1', names: ['工本费'], rate: 10 },
          { code: 'F2', names: ['年检费'], rate: 50, abolishedFrom: '2020-01-01' },
        ],
      },
      events: [['2026-03-02T09:00', 'charged', { 编码: 'F1', 金额: '10.01' }]],
    },
  ],
})
