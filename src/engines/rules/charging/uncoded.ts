import { eventRule, textAt } from '../event-rule.ts'
import { lacksPart } from '../needs.ts'
import { feeCharged } from './published-fee.ts'

/**
 * SV-70 收费不在清单: money was taken under a code that is not on the published register, or under none.
 *
 * Basis: 《行政许可法》第五十八条; 《优化营商环境条例》第二十四条 (no charge outside the list); JC-09.
 */
export const uncodedCharge = eventRule({
  code: 'SV-70',
  kind: 'fee',
  subject: 'charge',
  title: { zh: '收费不在清单', en: 'Charge of no list' },
  level: 'red',
  basis: {
    zh: '《行政许可法》第五十八条、第五十九条、第七十五条',
    en: 'Administrative Licensing Law Art. 58, 59 and 75',
  },
  explanation: { zh: '收费须有清单上的编码。', en: 'Whatever is charged has a code on the list.' },
  confidence: 'C',
  of: 'charged',
  needs: ({ profile }) => lacksPart(profile.fees !== undefined, 'fees'),
  fault: (watched, event) => {
    if (feeCharged(watched, event)) return undefined
    const code = textAt(watched, event, 'feeCode')
    return {
      because: {
        zh: code ? `清单上没有“${code}”` : '没有收费编码',
        en: code ? `"${code}" is not on the list` : 'no code',
      },
    }
  },
  examples: [
    {
      text: { zh: '清单上的收费', en: 'on the list' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: {
        event: { feeCode: '编码', feeName: '名称', amount: '金额' },
        fees: [
          { code: 'F1', names: ['工本费'], rate: 10 },
          { code: 'F2', names: ['年检费'], rate: 50, abolishedFrom: '2020-01-01' },
        ],
      },
      events: [['2026-03-02T09:00', 'charged', { 编码: 'F1', 名称: '工本费', 金额: '10' }]],
    },
    {
      text: { zh: '没有编码', en: 'no code' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: {
        event: { feeCode: '编码', feeName: '名称', amount: '金额' },
        fees: [
          { code: 'F1', names: ['工本费'], rate: 10 },
          { code: 'F2', names: ['年检费'], rate: 50, abolishedFrom: '2020-01-01' },
        ],
      },
      events: [['2026-03-02T09:00', 'charged', { 金额: '10' }]],
    },
  ],
})
