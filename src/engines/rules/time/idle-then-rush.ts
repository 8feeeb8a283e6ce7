import { DAY_MS } from '#engines/calendar/index.ts'
import { eventRule } from '../event-rule.ts'
import { meaning } from '../meanings.ts'
import { ALWAYS } from '../rule.ts'
import { instantOf, type Watched } from '../watched.ts'

/**
 * SV-19 搁置后突击办结: the case lay for days, and then everything up to the decision came within hours.
 *
 * Basis: 吃拿卡要 shows like this (ESUP-08: "cases idle then suddenly fast"); a hint to look, no fault by itself.
 */
export const idleThenRush = eventRule({
  code: 'SV-19',
  kind: 'process',
  subject: 'case',
  title: { zh: '搁置后突击办结', en: 'Left idle, then rushed' },
  level: 'notice',
  basis: { zh: '电子监察规则关于异常办理的规定（地方）', en: 'Local supervision rules on unusual handling' },
  explanation: {
    zh: '搁置达到规定工作日之后，在规定小时内办到决定的，提示监察了解原因。',
    en: 'After so many working days without an act everything up to the decision came within so many hours: supervision asks what happened.',
  },
  confidence: 'L',
  of: 'decided',
  numbers: {
    idleWorkingDays: {
      title: { zh: '搁置的工作日', en: 'Working days without an act' },
      unit: 'workingDays',
      values: [{ from: ALWAYS, value: 10 }],
    },
    rushHours: {
      title: { zh: '突击的小时', en: 'Hours of the rush' },
      unit: 'hours',
      values: [{ from: ALWAYS, value: 8 }],
    },
  },
  fault: (watched, event, { idleWorkingDays = 0, rushHours = 0 }) => {
    if (watched.longestGapMs < (idleWorkingDays - 1) * DAY_MS) return undefined
    const decided = instantOf(watched, event)
    for (let woken = event - 1; woken > watched.from; woken--) {
      if (decided - instantOf(watched, woken) > rushHours * 3_600_000) return undefined
      const since = instantOf(watched, woken - 1)
      if (waits(watched, woken - 1)) continue
      const days = watched.reading.time.workingDays(since, instantOf(watched, woken))
      if (!(days > idleWorkingDays)) continue
      return {
        events: [woken - 1, woken],
        because: (say) => ({
          zh: `自 ${say.instant(since)} 起搁置 ${days} 个工作日，随后在 ${rushHours} 小时内办到决定`,
          en: `${days} working days without an act from ${say.instant(since)}, then decided within ${rushHours} hours`,
        }),
      }
    }
    return undefined
  },
  examples: [
    {
      text: { zh: '稳步办理', en: 'handled step by step' },
      fires: false,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-06T09:00', 'step'],
        ['2026-03-10T09:00', 'decided'],
      ],
    },
    {
      text: { zh: '搁置三周，半天办完', en: 'idle for three weeks, done in half a day' },
      fires: true,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-24T09:00', 'step'],
        ['2026-03-24T14:00', 'decided'],
      ],
    },
  ],
})

/** Whether the case lay with the applicant or with an expert, not with the office. */
function waits({ reading: { meaningOf, histories } }: Watched, event: number): boolean {
  const means = meaningOf[histories.activity[event] as number]
  return means === meaning.suspended || means === meaning.supplementNotice
}
