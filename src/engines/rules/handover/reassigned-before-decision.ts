import { eventRule, nextOf, textAt } from '../event-rule.ts'
import { lacksColumn } from '../needs.ts'
import { ALWAYS } from '../rule.ts'
import { instantOf } from '../watched.ts'

/**
 * SV-24 决定前更换经办人: the case was given to somebody else within a working day of the decision, and nobody wrote why.
 *
 * Basis: local supervision of 暗箱操作; ESUP-28. The number is a setting.
 */
export const reassignedBeforeDecision = eventRule({
  code: 'SV-24',
  kind: 'process',
  subject: 'case',
  title: { zh: '决定前更换经办人', en: 'Handler changed just before the decision' },
  level: 'yellow',
  basis: {
    zh: '电子监察规则关于经办人变更的规定（地方）',
    en: 'Local supervision rules on changing handlers',
  },
  explanation: {
    zh: '临近决定更换经办人须说明原因；没有原因的列出。',
    en: 'Whoever changes the handler shortly before the decision says why; without a reason it is listed.',
  },
  confidence: 'L',
  of: 'reassigned',
  numbers: {
    beforeWorkingDays: {
      title: { zh: '决定前几个工作日以内', en: 'Within so many working days of the decision' },
      unit: 'workingDays',
      values: [{ from: ALWAYS, value: 1 }],
    },
  },
  needs: (reading) => lacksColumn(reading, 'reason'),
  fault: (watched, event, { beforeWorkingDays = 0 }) => {
    const decided = nextOf(watched, 'decided', event)
    if (decided < 0 || textAt(watched, event, 'reason') !== undefined) return undefined
    const days = watched.reading.time.workingDays(instantOf(watched, event), instantOf(watched, decided))
    if (!(days <= beforeWorkingDays)) return undefined
    return {
      events: [decided],
      because: {
        zh: `决定前 ${days} 个工作日更换经办人，没有写明原因`,
        en: `another handler ${days} working days before the decision, and no reason given`,
      },
    }
  },
  examples: [
    {
      text: { zh: '写明了原因', en: 'with a reason' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { reason: '原因' } },
      events: [
        ['2026-03-02T09:00', 'reassigned', { 原因: '病假' }],
        ['2026-03-02T16:00', 'decided'],
      ],
    },
    {
      text: { zh: '早已更换', en: 'long before' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { reason: '原因' } },
      events: [
        ['2026-03-02T09:00', 'reassigned'],
        ['2026-03-12T16:00', 'decided'],
      ],
    },
    {
      text: { zh: '当天换人当天决定', en: 'changed and decided on one day' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { reason: '原因' } },
      events: [
        ['2026-03-02T09:00', 'reassigned'],
        ['2026-03-02T16:00', 'decided'],
      ],
    },
  ],
})
