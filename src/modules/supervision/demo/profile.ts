import type { LogProfileInput } from '#engines/rules/index.ts'
import { DEMO_CHANNELS, DEMO_ITEMS, DEMO_UNITS, staffOf, SUSPENSION_GROUNDS } from './office.ts'

/** What the office of the demo has published, and what the activities of its log mean. */
export const demoProfile: LogProfileInput = {
  meanings: {
    收件: 'received',
    补正告知: 'supplementNotice',
    材料补正: 'supplemented',
    受理: 'accepted',
    不予受理: 'declined',
    审查: 'step',
    现场勘验: 'step',
    复核: 'step',
    中止: 'suspended',
    恢复: 'resumed',
    延期: 'extended',
    决定: 'decided',
    送达: 'delivered',
    退件: 'returned',
    撤回: 'withdrawn',
  },
  case: { item: '事项', unit: '单位', channel: '渠道' },
  event: {
    ground: '事由',
    document: '文书',
    unit: '承办单位',
    approverUnit: '批准单位',
    noticeAt: '告知书',
    length: '延长',
  },
  limits: DEMO_ITEMS.flatMap(({ name, committed, statutory }) => [
    {
      name: '承诺办结时限',
      kind: 'committed' as const,
      from: 'accepted',
      length: `${committed}W`,
      when: { 事项: name },
    },
    {
      name: '法定办结时限',
      kind: 'statutory' as const,
      from: 'accepted',
      length: `${statutory}W`,
      when: { 事项: name },
    },
  ]),
  path: [
    '收件',
    { choice: [['不予受理'], ['受理', '审查', { optional: ['现场勘验'] }, '复核', '决定', '送达']] },
  ],
  others: 'allowed',
  separations: [{ between: ['审查', '复核'] }],
  powers: { 决定: DEMO_UNITS.flatMap(({ id }) => staffOf(id).deciders) },
  channels: [...DEMO_CHANNELS],
  suspensionGrounds: [...SUSPENSION_GROUNDS],
  numbers: { 'SV-13.idleWorkingDays': 8 },
}
