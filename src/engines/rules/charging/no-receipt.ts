import { eventRule, textAt } from '../event-rule.ts'
import { lacksColumn } from '../needs.ts'

/**
 * SV-76 收费无票据: money was taken and no numbered receipt given.
 *
 * Basis: 财政票据管理办法; JC-09.
 */
export const noReceipt = eventRule({
  code: 'SV-76',
  kind: 'fee',
  subject: 'charge',
  title: { zh: '收费无票据', en: 'Charged without a receipt' },
  level: 'red',
  basis: {
    zh: '财政票据管理办法；电子监察规则（地方）',
    en: 'Rules on fiscal receipts; local supervision rules',
  },
  explanation: { zh: '收费须开具有编号的票据。', en: 'Whoever pays gets a numbered receipt.' },
  confidence: 'L',
  of: 'charged',
  needs: (reading) => lacksColumn(reading, 'receipt'),
  fault: (watched, event) =>
    textAt(watched, event, 'receipt') === undefined
      ? { because: { zh: '没有票据', en: 'no receipt' } }
      : undefined,
  examples: [
    {
      text: { zh: '有票据', en: 'with a receipt' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { receipt: '票号' } },
      events: [['2026-03-02T09:00', 'charged', { 票号: '001' }]],
    },
    {
      text: { zh: '没有票据', en: 'without' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { receipt: '票号' } },
      events: [['2026-03-02T09:00', 'charged']],
    },
  ],
})
