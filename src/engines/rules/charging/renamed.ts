import { eventRule, textAt } from '../event-rule.ts'
import { lacksPart } from '../needs.ts'
import { feeCharged } from './published-fee.ts'

/**
 * SV-73 更名收费: the code is on the list, the name told to who pays is not.
 *
 * Basis: 《优化营商环境条例》第二十四条 (取消后变换名目); JC-09.
 */
export const renamedCharge = eventRule({
  code: 'SV-73',
  kind: 'fee',
  subject: 'charge',
  title: { zh: '更名收费', en: 'Charged under another name' },
  level: 'red',
  basis: {
    zh: '《行政许可法》第五十八条、第五十九条、第七十五条',
    en: 'Administrative Licensing Law Art. 58, 59 and 75',
  },
  explanation: { zh: '收费名称须与清单一致，不得变换名目。', en: 'A fee goes by the name on the list.' },
  confidence: 'C',
  of: 'charged',
  needs: ({ profile }) => lacksPart(profile.fees !== undefined, 'fees'),
  fault: (watched, event) => {
    const fee = feeCharged(watched, event)
    const name = textAt(watched, event, 'feeName')
    if (!fee || name === undefined || fee.names.includes(name)) return undefined
    return {
      because: { zh: `以“${name}”收取“${fee.names[0]}”`, en: `"${fee.names[0]}" was charged as "${name}"` },
    }
  },
  examples: [
    {
      text: { zh: '名称一致', en: 'by its name' },
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
      text: { zh: '换了名目', en: 'by another' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: {
        event: { feeCode: '编码', feeName: '名称', amount: '金额' },
        fees: [
          { code: 'F1', names: ['工本费'], rate: 10 },
          { code: 'F2', names: ['年检费'], rate: 50, abolishedFrom: '2020-01-01' },
        ],
      },
      events: [['2026-03-02T09:00', 'charged', { 编码: 'F1', 名称: '服务费', 金额: '10' }]],
    },
  ],
})
