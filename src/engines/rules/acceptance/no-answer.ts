import type { EpochMs } from '#kernel/day.ts'
import { DAY_MS } from '#engines/calendar/index.ts'
import type { Hit } from '../finding.ts'
import { meaning } from '../meanings.ts'
import { lacksMeaning } from '../needs.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { firstAt, firstEventOf, instantOf, type Watched } from '../watched.ts'
import { workingDayTerms } from '../working-time.ts'

/**
 * SV-02 逾期不答复受理: neither accepted, declined nor told what is missing within five working days of receipt.
 *
 * Basis: 《行政许可法》第三十二条第一款第四项 (XK-02), in force from 2004-07-01: told late means accepted from the day of receipt.
 * The finding is the supervision event; that the case counts as accepted is the clock's effect, not this rule's.
 */
export const noAcceptanceAnswer = defineRule({
  code: 'SV-02',
  kind: 'time',
  subject: 'case',
  title: { zh: '逾期不答复受理', en: 'No acceptance answer in time' },
  level: 'yellow',
  basis: {
    zh: '《行政许可法》第三十二条第一款第四项',
    en: 'Administrative Licensing Law Art. 32(1)(4)',
  },
  explanation: {
    zh: '收到申请材料后应当场或者在五个工作日内一次告知需要补正的全部内容；逾期不告知的，自收到申请材料之日起即为受理。',
    en: 'After receipt the office answers at once or within five working days: accepted, declined, or everything that is missing. If it is silent, the application counts as accepted from the day of receipt.',
  },
  confidence: 'C',
  enabled: true,
  about: 'received',
  numbers: {
    answerWorkingDays: {
      title: { zh: '答复受理的工作日', en: 'Working days to answer' },
      unit: 'workingDays',
      values: [{ from: '2004-07-01', value: 5 }],
    },
  },
  lacks: (reading) => lacksMeaning(reading, 'received', 'accepted'),
  check: (watched, { answerWorkingDays }) => {
    if (firstEventOf(watched, meaning.received) < 0) return NOT_CONCERNED
    const received = firstAt(watched, meaning.received)
    const answered = answeredAt(watched)
    const reached = Number.isNaN(answered) ? watched.at : answered
    // n working days are never shorter than n − 1 days: most cases need no calendar.
    if (reached - received <= (answerWorkingDays - 1) * DAY_MS) return NOTHING_FOUND
    const due = watched.reading.time.dueAt(received, workingDayTerms(answerWorkingDays))
    return reached > due ? [unanswered(watched, { received, answered, due })] : NOTHING_FOUND
  },
  examples: [
    {
      text: { zh: '第五个工作日受理：及时', en: 'accepted on the fifth working day: in time' },
      fires: false,
      at: '2026-06-01T09:00',
      events: [
        ['2026-02-12T09:00', 'received'],
        ['2026-02-26T17:00', 'accepted'],
      ],
    },
    {
      text: { zh: '第六个工作日才告知补正', en: 'told what is missing on the sixth working day' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: {
        meanings: { received: 'received', accepted: 'accepted', supplementNotice: 'supplementNotice' },
      },
      events: [
        ['2026-02-12T09:00', 'received'],
        ['2026-02-27T09:00', 'supplementNotice'],
        ['2026-02-28T09:00', 'accepted'],
      ],
    },
  ],
})

interface Answer {
  readonly received: EpochMs
  /** NaN: never. */
  readonly answered: EpochMs
  readonly due: EpochMs
}

function unanswered(watched: Watched, { received, answered, due }: Answer): Hit {
  const silent = Number.isNaN(answered)
  return {
    rule: 'SV-02',
    level: 'yellow',
    caseIndex: watched.caseIndex,
    at: due,
    events: [firstEventOf(watched, meaning.received)],
    because: (say) => ({
      zh: `${say.instant(received)} 收件，应于 ${say.day(due - 1)} 前答复是否受理，${silent ? '至今没有答复' : `${say.instant(answered)} 才答复`}；依法自收件之日起视为受理`,
      en: `received at ${say.instant(received)}, to be answered by ${say.day(due - 1)}, ${silent ? 'not answered yet' : `answered only at ${say.instant(answered)}`}; by law it counts as accepted from the day of receipt`,
    }),
  }
}

const ANSWERS = [
  meaning.accepted,
  meaning.declined,
  meaning.ownMatterRefused,
  meaning.supplementNotice,
  meaning.returned,
  meaning.withdrawn,
]

/** The first answer in the order of the case; NaN while there is none. */
function answeredAt(watched: Watched): number {
  let first = -1
  for (let index = 0; index < ANSWERS.length; index++) {
    const event = firstEventOf(watched, ANSWERS[index] as number)
    if (event >= 0 && (first < 0 || event < first)) first = event
  }
  return first < 0 ? Number.NaN : instantOf(watched, first)
}
