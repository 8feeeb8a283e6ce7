import { eventRule } from '../event-rule.ts'
import { lacksPart } from '../needs.ts'
import { instantOf } from '../watched.ts'

/**
 * SV-26 非工作时间作出决定: a decision at night or on a day of rest, when nobody else is there.
 *
 * Basis: local supervision of unusual acts (非正常时段操作); what the hours are the profile says.
 */
export const offHours = eventRule({
  code: 'SV-26',
  kind: 'process',
  subject: 'case',
  title: { zh: '非工作时间作出决定', en: 'Decided outside office hours' },
  level: 'notice',
  basis: {
    zh: '电子监察规则关于非正常时段操作的规定（地方）',
    en: 'Local supervision rules on acts at unusual times',
  },
  explanation: {
    zh: '在工作时间以外作出的决定逐件列出，由监察核实原因。',
    en: 'Decisions outside office hours are listed one by one, and supervision asks why.',
  },
  confidence: 'L',
  of: 'decided',
  needs: ({ profile }) => lacksPart(profile.officeHours !== undefined, 'officeHours'),
  fault: (watched, event) => {
    const at = instantOf(watched, event)
    if (watched.reading.worksAt(at) !== false) return undefined
    return {
      because: (say) => ({
        zh: `${say.instant(at)} 不在办公时间内`,
        en: `${say.instant(at)} is outside office hours`,
      }),
    }
  },
  examples: [
    {
      text: { zh: '上班时间决定', en: 'decided in office hours' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { officeHours: '08:30-12:00,14:00-17:30' },
      events: [['2026-03-02T09:00', 'decided']],
    },
    {
      text: { zh: '夜里决定', en: 'decided at night' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { officeHours: '08:30-12:00,14:00-17:30' },
      events: [['2026-03-02T23:10', 'decided']],
    },
    {
      text: { zh: '休息日决定', en: 'decided on a day of rest' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { officeHours: '08:30-12:00,14:00-17:30' },
      events: [['2026-03-07T10:00', 'decided']],
    },
    {
      text: { zh: '调休上班的星期六不算', en: 'a Saturday that works is no day of rest' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { officeHours: '08:30-12:00,14:00-17:30' },
      events: [['2026-02-28T10:00', 'decided']],
    },
  ],
})
