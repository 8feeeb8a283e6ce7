import { meaning } from '../meanings.ts'
import { lacksMeaning } from '../needs.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { eventsOf, firstEventOf, instantOf, lastEventOf } from '../watched.ts'

/** Done, or tried and kept from happening by the system that was asked: that it was tried is what is looked at. */
const FORBIDDEN = ['supplementNotice', 'returned', 'returnAttempted'] as const

/**
 * SV-04 受理后补正或退件: once accepted, a case is decided; it is neither supplemented nor handed back.
 *
 * Basis: 《行政许可法》第三十二条 (what is missing is told before acceptance), 第三十八条 (an accepted application is granted or denied);
 * 「一旦接下申办材料，就不能中途让企业和群众再次补送材料或退回办理」.
 */
export const supplementAfterAcceptance = defineRule({
  code: 'SV-04',
  kind: 'process',
  subject: 'case',
  title: { zh: '受理后要求补正或退件', en: 'Supplement or return after acceptance' },
  level: 'yellow',
  basis: {
    zh: '《行政许可法》第三十二条、第三十八条',
    en: 'Administrative Licensing Law Art. 32 and 38',
  },
  explanation: {
    zh: '受理之后只能作出决定或依法延期、中止，不得要求再次补送材料或退回。',
    en: 'After acceptance there is a decision, a lawful extension or suspension; never another request for papers, never a return.',
  },
  confidence: 'C',
  enabled: true,
  looksAt: 'sequence',
  numbers: {},
  lacks: (reading) => lacksMeaning(reading, 'accepted'),
  check: (watched) => {
    if (firstEventOf(watched, meaning.accepted) < 0) return NOT_CONCERNED
    const accepted = firstEventOf(watched, meaning.accepted)
    if (!FORBIDDEN.some((name) => lastEventOf(watched, meaning[name]) > accepted)) return NOTHING_FOUND
    const { reading, caseIndex } = watched
    const events = FORBIDDEN.flatMap((name) => eventsOf(watched, name))
      .filter((event) => event > accepted)
      .sort((a, b) => a - b)
    const first = events[0] ?? accepted
    const acceptedAt = instantOf(watched, accepted)
    const at = instantOf(watched, first)
    const activity = reading.histories.activities[reading.histories.activity[first] as number] ?? ''
    return [
      {
        rule: 'SV-04',
        level: 'yellow',
        caseIndex,
        at,
        events: [accepted, ...events],
        because: (say) => ({
          zh: `已于 ${say.instant(acceptedAt)} 受理，又于 ${say.instant(at)} 出现“${activity}”`,
          en: `accepted at ${say.instant(acceptedAt)}, yet "${activity}" at ${say.instant(at)}`,
        }),
      },
    ]
  },
  examples: [
    {
      text: { zh: '受理之前补正', en: 'supplemented before acceptance' },
      fires: false,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'received'],
        ['2026-03-03T09:00', 'supplementNotice'],
        ['2026-03-06T09:00', 'accepted'],
      ],
    },
    {
      text: { zh: '受理之后要求补正', en: 'asked for papers after acceptance' },
      fires: true,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-06T09:00', 'supplementNotice'],
      ],
    },
    {
      text: { zh: '受理之后试图退件，系统未准', en: 'a return after acceptance that was tried and refused' },
      fires: true,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-06T09:00', 'returnAttempted'],
      ],
    },
    {
      text: { zh: '受理之后退件', en: 'returned after acceptance' },
      fires: true,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-06T09:00', 'returned'],
      ],
    },
  ],
})
