import type { Hit } from '../finding.ts'
import { meaning } from '../meanings.ts'
import { lacksMeaning } from '../needs.ts'
import { defineRule, NOT_CONCERNED } from '../rule.ts'
import { eventsOf, firstEventOf, instantOf, type Watched } from '../watched.ts'

/**
 * SV-21 并联意见逾期: a department asked jointly gave no opinion within its share of the common limit. The joint decision does
 * not wait for it, and the department answers for its silence.
 *
 * Basis: 《行政许可法》第二十六条、第四十二条第二款、第七十四条; the limit of each branch is part of the published item.
 */
export const lateOpinion = defineRule({
  code: 'SV-21',
  kind: 'time',
  subject: 'case',
  title: { zh: '并联意见逾期', en: 'An opinion on a joint case is late' },
  level: 'yellow',
  basis: {
    zh: '《行政许可法》第二十六条、第四十二条第二款、第七十四条',
    en: 'Administrative Licensing Law Art. 26, 42(2) and 74',
  },
  explanation: {
    zh: '参加并联、联合办理的部门没有在本分支时限内出具意见。联合决定不再等待，逾期意见只作记录。',
    en: 'A department that takes part in joint handling gave no opinion within the limit of its branch. The joint decision no longer waits, and what comes late is only put on record.',
  },
  confidence: 'L',
  enabled: true,
  about: 'lateOpinion',
  numbers: {},
  lacks: (reading) => lacksMeaning(reading, 'lateOpinion'),
  check: (watched) => {
    if (firstEventOf(watched, meaning.lateOpinion) < 0) return NOT_CONCERNED
    return eventsOf(watched, 'lateOpinion').map((event) => foundAt(watched, event))
  },
  examples: [
    {
      text: { zh: '分支时限届满，没有意见', en: 'the limit of a branch ran out without an opinion' },
      fires: true,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-10T00:00', 'lateOpinion'],
      ],
    },
    {
      text: { zh: '各部门按时出具意见', en: 'all opinions in time' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: { meanings: { 受理: 'accepted', 并联意见逾期: 'lateOpinion' } },
      events: [['2026-03-02T09:00', '受理']],
    },
  ],
})

function foundAt(watched: Watched, event: number): Hit {
  const { caseIndex } = watched
  const at = instantOf(watched, event)
  return {
    rule: 'SV-21',
    level: 'yellow',
    caseIndex,
    at,
    events: [event],
    because: (say) => ({
      zh: `分支时限于 ${say.instant(at)} 届满，没有出具意见`,
      en: `the limit of a branch ran out at ${say.instant(at)} without an opinion`,
    }),
  }
}
