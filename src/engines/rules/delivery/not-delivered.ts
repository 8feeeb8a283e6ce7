import type { EpochMs } from '#kernel/day.ts'
import { DAY_MS } from '#engines/calendar/index.ts'
import type { Hit } from '../finding.ts'
import { meaning } from '../meanings.ts'
import { allOf, lacksMeaning } from '../needs.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { firstAt, firstEventOf, happened, type Watched } from '../watched.ts'
import { workingDayTerms } from '../working-time.ts'

/**
 * SV-12 逾期送达: decided, but the licence or decision did not reach the applicant within ten working days.
 *
 * Basis: 《行政许可法》第四十四条 (XK-07), in force from 2004-07-01; level JC-04.
 */
export const notDelivered = defineRule({
  code: 'SV-12',
  kind: 'time',
  subject: 'case',
  title: { zh: '作出决定后逾期送达', en: 'Decision not delivered in time' },
  level: 'yellow',
  basis: { zh: '《行政许可法》第四十四条', en: 'Administrative Licensing Law Art. 44' },
  explanation: {
    zh: '准予许可的，应当自作出决定之日起十个工作日内向申请人颁发、送达证件。',
    en: 'The licence is issued and delivered within ten working days of the decision.',
  },
  confidence: 'C',
  enabled: true,
  about: 'decided',
  numbers: {
    deliveryWorkingDays: {
      title: { zh: '送达的工作日', en: 'Working days to deliver' },
      unit: 'workingDays',
      values: [{ from: '2004-07-01', value: 10 }],
    },
  },
  lacks: (reading) => allOf(lacksMeaning(reading, 'decided'), lacksMeaning(reading, 'delivered')),
  check: (watched, { deliveryWorkingDays }) => {
    if (!happened(watched, meaning.decided)) return NOT_CONCERNED
    const decided = firstAt(watched, meaning.decided)
    const delivered = firstAt(watched, meaning.delivered)
    const reached = Number.isNaN(delivered) ? watched.at : delivered
    // n working days are never shorter than n − 1 days: most cases need no calendar.
    if (reached - decided <= (deliveryWorkingDays - 1) * DAY_MS) return NOTHING_FOUND
    const due = watched.reading.time.dueAt(decided, workingDayTerms(deliveryWorkingDays))
    return reached > due ? [undelivered(watched, { decided, delivered, due })] : NOTHING_FOUND
  },
  examples: [
    {
      text: { zh: '第十个工作日送达', en: 'delivered on the tenth working day' },
      fires: false,
      at: '2026-12-01T09:00',
      events: [
        ['2026-09-30T09:00', 'decided'],
        ['2026-10-20T17:00', 'delivered'],
      ],
    },
    {
      text: { zh: '第十一个工作日送达', en: 'delivered on the eleventh working day' },
      fires: true,
      at: '2026-12-01T09:00',
      events: [
        ['2026-09-30T09:00', 'decided'],
        ['2026-10-21T09:00', 'delivered'],
      ],
    },
    {
      text: { zh: '始终没有送达', en: 'never delivered' },
      fires: true,
      at: '2026-12-01T09:00',
      profile: { meanings: { decided: 'decided', 送达: 'delivered', x: 'delivered' } },
      events: [
        ['2026-09-30T09:00', 'decided'],
        ['2026-09-30T10:00', 'archived'],
      ],
    },
  ],
})

interface Delivery {
  readonly decided: EpochMs
  /** NaN: never. */
  readonly delivered: EpochMs
  readonly due: EpochMs
}

function undelivered(watched: Watched, { decided, delivered, due }: Delivery): Hit {
  const never = Number.isNaN(delivered)
  const events = [firstEventOf(watched, meaning.decided), firstEventOf(watched, meaning.delivered)]
  return {
    rule: 'SV-12',
    level: 'yellow',
    caseIndex: watched.caseIndex,
    at: due,
    events: events.filter((event) => event >= 0),
    because: (say) => ({
      zh: `${say.instant(decided)} 作出决定，应于 ${say.day(due - 1)} 前送达，${never ? '至今没有送达' : `${say.instant(delivered)} 才送达`}`,
      en: `decided at ${say.instant(decided)}, to be delivered by ${say.day(due - 1)}, ${never ? 'not delivered yet' : `delivered only at ${say.instant(delivered)}`}`,
    }),
  }
}
