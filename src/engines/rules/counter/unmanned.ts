import { deadlineRule } from '../deadline-rule.ts'
import { ALWAYS } from '../rule.ts'

/**
 * SV-60 窗口无人: somebody left a counter that was on duty, and nobody took the place.
 *
 * Basis: rules of the hall on posts and stand-ins (local); minutes are a setting.
 */
export const counterUnmanned = deadlineRule({
  code: 'SV-60',
  subject: 'hall',
  title: { zh: '窗口无人', en: 'Counter unmanned' },
  basis: { zh: '政务大厅岗位纪律、AB岗规定（地方）', en: 'Local rules of the hall on posts and stand-ins' },
  explanation: {
    zh: '窗口人员离岗应有人顶岗；超过十五分钟亮黄牌，再过四十五分钟亮红牌。',
    en: 'A counter is taken over by the stand-in: yellow after fifteen minutes, red forty-five minutes later.',
  },
  confidence: 'L',
  from: 'counterLeft',
  until: ['counterManned'],
  duty: { zh: '有人顶岗', en: 'Manning the counter' },
  unit: 'minutes',
  limit: [{ from: ALWAYS, value: 15 }],
  warn: 5,
  red: 45,
  examples: [
    {
      text: { zh: '十分钟后有人顶岗', en: 'taken over after ten minutes' },
      fires: false,
      at: '2026-03-02T12:00',
      events: [
        ['2026-03-02T09:00', 'counterLeft'],
        ['2026-03-02T09:10', 'counterManned'],
      ],
    },
    {
      text: { zh: '二十分钟后才有人', en: 'twenty minutes without anybody' },
      fires: true,
      at: '2026-03-02T12:00',
      events: [
        ['2026-03-02T09:00', 'counterLeft'],
        ['2026-03-02T09:20', 'counterManned'],
      ],
    },
  ],
})
