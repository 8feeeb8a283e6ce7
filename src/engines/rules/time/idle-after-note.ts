import { DAY_MS } from '#engines/calendar/index.ts'
import { ALWAYS, defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { isOpen, instantOf } from '../watched.ts'
import { meaning } from '../meanings.ts'
import { workingDayTerms } from '../working-time.ts'

/**
 * SV-39 提醒后仍搁置: the officer had the note of SV-13 and nothing happened; now the head is told.
 *
 * Basis: as SV-13 (local); ESUP-06: first the officer, then the head. Only what is still open: past idleness is SV-13's.
 */
export const idleAfterNote = defineRule({
  code: 'SV-39',
  kind: 'time',
  subject: 'case',
  title: { zh: '提醒后仍搁置（报负责人）', en: 'Still idle after the note (to the head)' },
  level: 'yellow',
  basis: {
    zh: '机关效能建设中“拖延”的认定；天数为地方做法，可按日志设定',
    en: 'Delay as a fault in efficiency supervision; the number of days is local practice',
  },
  explanation: {
    zh: '经办人得到搁置提醒（SV-13）之后仍无动作的，报单位负责人说明原因。',
    en: 'Where the officer was told (SV-13) and still nothing happened, the head of the unit is asked why.',
  },
  confidence: 'L',
  enabled: true,
  addressee: 'head',
  numbers: {
    headWorkingDays: {
      title: { zh: '连续无动作的工作日（报负责人）', en: 'Working days without any act, for the head' },
      unit: 'workingDays',
      values: [{ from: ALWAYS, value: 20 }],
    },
  },
  lacks: (reading) =>
    reading.knowsEnds
      ? undefined
      : { zh: '日志说明没有任何表示办结的活动', en: 'nothing in this log says that a case has ended' },
  check: (watched, { headWorkingDays }) => {
    if (watched.from === watched.to) return NOT_CONCERNED
    const last = watched.to - 1
    const since = instantOf(watched, last)
    if (!isOpen(watched) || watched.at - since <= (headWorkingDays - 1) * DAY_MS) return NOTHING_FOUND
    const { reading, caseIndex } = watched
    const means = reading.meaningOf[reading.histories.activity[last] as number]
    if (means === meaning.suspended || means === meaning.supplementNotice) return NOTHING_FOUND
    const days = reading.time.workingDays(since, watched.at)
    if (!(days > headWorkingDays)) return NOTHING_FOUND
    return [
      {
        rule: 'SV-39',
        level: 'yellow',
        caseIndex,
        at: reading.time.dueAt(since, workingDayTerms(headWorkingDays)),
        events: [last],
        because: (say) => ({
          zh: `自 ${say.instant(since)} 起超过 ${headWorkingDays} 个工作日没有任何动作，请单位负责人说明`,
          en: `no act for more than ${headWorkingDays} working days from ${say.instant(since)}; the head is asked why`,
        }),
      },
    ]
  },
  examples: [
    {
      text: { zh: '五周没有动作', en: 'five weeks without an act' },
      fires: true,
      at: '2026-04-20T09:00',
      profile: { meanings: { accepted: 'accepted', decided: 'decided' } },
      events: [['2026-03-02T09:00', 'accepted']],
    },
    {
      text: { zh: '已经办结', en: 'concluded meanwhile' },
      fires: false,
      at: '2026-04-20T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-04-17T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '中止的不算', en: 'suspended' },
      fires: false,
      at: '2026-04-20T09:00',
      profile: { meanings: { suspended: 'suspended', decided: 'decided' } },
      events: [['2026-03-02T09:00', 'suspended']],
    },
  ],
})
