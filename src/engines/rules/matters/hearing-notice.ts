import { eventRule, lastBefore } from '../event-rule.ts'
import { lacksMeaning } from '../needs.ts'
import { instantOf } from '../watched.ts'

/**
 * SV-33 听证通知不足七日: the parties learnt of the hearing less than seven days before it.
 *
 * Basis: 《行政许可法》第四十八条第一款第一项 (XK-10), in force from 2004-07-01; seven working days (第八十二条).
 */
export const hearingNotice = eventRule({
  code: 'SV-33',
  kind: 'time',
  subject: 'case',
  title: { zh: '听证通知不足七日', en: 'Hearing announced too late' },
  level: 'yellow',
  basis: { zh: '《行政许可法》第四十八条', en: 'Administrative Licensing Law Art. 48' },
  explanation: { zh: '听证应于举行的七日前通知。', en: 'A hearing is announced seven days before it.' },
  confidence: 'C',
  of: 'hearingHeld',
  numbers: {
    noticeWorkingDays: {
      title: { zh: '提前通知的工作日', en: 'Working days of notice' },
      unit: 'workingDays',
      values: [{ from: '2004-07-01', value: 7 }],
    },
  },
  needs: (reading) => lacksMeaning(reading, 'hearingNoticed'),
  fault: (watched, event, { noticeWorkingDays = 0 }) => {
    const notice = lastBefore(watched, 'hearingNoticed', event)
    if (notice < 0) return { because: { zh: '没有通知听证', en: 'the hearing was not announced' } }
    const days = watched.reading.time.workingDays(instantOf(watched, notice), instantOf(watched, event))
    return days < noticeWorkingDays
      ? {
          events: [notice],
          because: { zh: `听证前 ${days} 个工作日才通知`, en: `announced ${days} working days before` },
        }
      : undefined
  },
  examples: [
    {
      text: { zh: '七个工作日前通知', en: 'seven working days before' },
      fires: false,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'hearingNoticed'],
        ['2026-03-11T09:00', 'hearingHeld'],
      ],
    },
    {
      text: { zh: '六个工作日前通知', en: 'six working days before' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [
        ['2026-03-02T09:00', 'hearingNoticed'],
        ['2026-03-10T09:00', 'hearingHeld'],
      ],
    },
  ],
})
