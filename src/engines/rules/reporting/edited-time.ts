import { attributeOf } from '#engines/histories/index.ts'
import { lacksColumn } from '../needs.ts'
import { ALWAYS, defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { instantOf, type Watched } from '../watched.ts'

const HOUR_MS = 3_600_000

/**
 * SV-15 补录或改动时间: an event was entered long after the time it bears, or bears a time after its entry.
 *
 * Basis: ESUP-01 「late upload, edited times」: entering late hides lateness, a time in the future was written by hand.
 */
export const editedTime = defineRule({
  code: 'SV-15',
  kind: 'process',
  subject: 'case',
  title: { zh: '补录或改动时间', en: 'Entered late or with another time' },
  level: 'notice',
  basis: {
    zh: '电子监察数据实时、真实上报的要求（地方）',
    en: 'Duty to report supervision data at once and truthfully (local rules)',
  },
  explanation: {
    zh: '登记时刻与发生时刻相差过久，或者发生时刻晚于登记时刻。',
    en: 'The time of entry lies too long after the time of the event, or before it.',
  },
  confidence: 'L',
  enabled: true,
  numbers: {
    entryHours: {
      title: { zh: '允许的登记延迟（小时）', en: 'Hours allowed until entry' },
      unit: 'hours',
      values: [{ from: ALWAYS, value: 24 }],
    },
  },
  lacks: (reading) => lacksColumn(reading, 'recordedAt'),
  check: (watched, { entryHours }) => {
    if (watched.from === watched.to) return NOT_CONCERNED
    const events = misdated(watched, entryHours)
    const [first] = events
    if (first === undefined) return NOTHING_FOUND
    const at = instantOf(watched, first)
    const recorded = recordedAt(watched, first)
    return [
      {
        rule: 'SV-15',
        level: 'notice',
        caseIndex: watched.caseIndex,
        at: Math.max(at, recorded),
        events,
        because: (say) => ({
          zh: `事件时刻 ${say.instant(at)}，登记时刻 ${say.instant(recorded)}（共 ${events.length} 处）`,
          en: `the event bears ${say.instant(at)}, it was entered at ${say.instant(recorded)} (${events.length} such events)`,
        }),
      },
    ]
  },
  examples: [
    {
      text: { zh: '当日登记', en: 'entered the same day' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { event: { recordedAt: '登记时间' } },
      events: [['2026-03-02T09:00', 'received', { 登记时间: '2026-03-02 17:00' }]],
    },
    {
      text: { zh: '三天后补录', en: 'entered three days later' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { recordedAt: '登记时间' } },
      events: [['2026-03-02T09:00', 'received', { 登记时间: '2026-03-05 17:00' }]],
    },
    {
      text: { zh: '登记在前，发生在后', en: 'entered before it happened' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { event: { recordedAt: '登记时间' } },
      events: [['2026-03-02T09:00', 'received', { 登记时间: '2026-03-01 17:00' }]],
    },
  ],
})

const recordedAt = ({ reading }: Watched, event: number): number =>
  reading.time.read(attributeOf(reading.eventColumn('recordedAt'), event) ?? '')

function misdated(watched: Watched, hours: number): number[] {
  const events: number[] = []
  for (let event = watched.from; event < watched.to; event++) {
    const delay = recordedAt(watched, event) - instantOf(watched, event)
    if (delay < 0 || delay > hours * HOUR_MS) events.push(event)
  }
  return events
}
