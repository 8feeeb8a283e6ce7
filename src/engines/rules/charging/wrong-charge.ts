import type { Hit } from '../finding.ts'
import { meaning } from '../meanings.ts'
import { lacksMeaning } from '../needs.ts'
import { defineRule, NOT_CONCERNED } from '../rule.ts'
import { eventsOf, firstEventOf, instantOf, type Watched } from '../watched.ts'

/**
 * SV-20 收费不合规: money was taken, or was to be taken, that the register of fees does not know or not at that rate; or a
 * paid service was forced or handed to one's own. What exactly is the name of the activity; each is looked at by itself.
 *
 * Basis: 《行政许可法》第五十八条、第五十九条、第七十五条; 《优化营商环境条例》第二十四条、第四十三条.
 */
export const wrongCharge = defineRule({
  code: 'SV-20',
  kind: 'fee',
  subject: 'charge',
  title: { zh: '收费不合规', en: 'A charge that the register does not bear out' },
  level: 'red',
  basis: {
    zh: '《行政许可法》第五十八条、第五十九条、第七十五条；《优化营商环境条例》第二十四条、第四十三条',
    en: 'Administrative Licensing Law Art. 58, 59, 75; Regulation on Optimising the Business Environment Art. 24, 43',
  },
  explanation: {
    zh: '收费须有编码、依据和公布的标准；取消的不得再收，应减免的不得全收，不得强制或指定中介服务。当日通报监察。',
    en: 'Whatever is charged has a code, a basis and a published rate. What was abolished is not charged, what is reduced is not charged in full, and no paid service is forced or designated. Supervision hears of it the same day.',
  },
  confidence: 'C',
  enabled: true,
  about: 'chargeFault',
  numbers: {},
  lacks: (reading) => lacksMeaning(reading, 'chargeFault'),
  check: (watched) => {
    if (firstEventOf(watched, meaning.chargeFault) < 0) return NOT_CONCERNED
    return eventsOf(watched, 'chargeFault').map((event) => foundAt(watched, event))
  },
  examples: [
    {
      text: { zh: '超标准收费', en: 'charged above the rate' },
      fires: true,
      at: '2026-06-01T09:00',
      events: [
        ['2026-03-02T09:00', 'received'],
        ['2026-03-02T10:00', 'chargeFault'],
      ],
    },
    {
      text: { zh: '没有收费问题', en: 'nothing wrong with what was charged' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: { meanings: { 收件: 'received', 收费问题: 'chargeFault' } },
      events: [['2026-03-02T09:00', 'received']],
    },
  ],
})

function foundAt(watched: Watched, event: number): Hit {
  const { reading, caseIndex } = watched
  const { histories } = reading
  const activity = histories.activities[histories.activity[event] as number] ?? ''
  const at = instantOf(watched, event)
  return {
    rule: 'SV-20',
    level: 'red',
    caseIndex,
    at,
    events: [event],
    because: (say) => ({
      zh: `发生于 ${say.instant(at)}：${activity}`,
      en: `${say.instant(at)}: ${activity}`,
    }),
  }
}
