import { attributeOf } from '#engines/histories/index.ts'
import type { Hit } from '../finding.ts'
import { lacksPart } from '../needs.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { instantOf, type Watched } from '../watched.ts'

/**
 * SV-07 越权办理: an act that is reserved to named persons or offices was done by somebody else, or by nobody named.
 *
 * Basis: 《行政许可法》第二十二条, 第七十四条第二项 (超越法定职权作出准予行政许可决定).
 */
export const decidedWithoutPower = defineRule({
  code: 'SV-07',
  kind: 'process',
  subject: 'case',
  title: { zh: '越权决定', en: 'Decided without the power' },
  level: 'red',
  basis: {
    zh: '《行政许可法》第二十二条、第七十四条第二项',
    en: 'Administrative Licensing Law Art. 22 and 74(2)',
  },
  explanation: {
    zh: '只有公布的权限名单中的人员或岗位可以作出该行为；没有署名的也列出。',
    en: 'Only the persons or posts published as having the power may do this; an act without a name is listed too.',
  },
  confidence: 'C',
  enabled: true,
  numbers: {},
  lacks: ({ profile }) => lacksPart(profile.powers !== undefined, 'powers'),
  check: (watched) => {
    if (reservedEvents(watched).length <= 0) return NOT_CONCERNED
    const hits = reservedEvents(watched).flatMap((event) => withoutPower(watched, event) ?? [])
    return hits.length > 0 ? hits : NOTHING_FOUND
  },
  examples: [
    {
      text: { zh: '由局长决定', en: 'decided by the director' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: { powers: { decided: ['局长'] } },
      events: [['2026-03-02T09:00', 'decided', { by: '局长' }]],
    },
    {
      text: { zh: '由窗口人员决定', en: 'decided at the window' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { powers: { decided: ['局长'] } },
      events: [['2026-03-02T09:00', 'decided', { by: '窗口1' }]],
    },
    {
      text: { zh: '决定没有署名', en: 'a decision without a name' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { powers: { decided: ['局长'] } },
      events: [['2026-03-02T09:00', 'decided']],
    },
  ],
})

function reservedEvents({ reading, from, to }: Watched): number[] {
  const { powers, histories } = reading
  const events: number[] = []
  for (let event = from; event < to; event++)
    if (powers[histories.activity[event] as number]) events.push(event)
  return events
}

function withoutPower(watched: Watched, event: number): Hit | undefined {
  const { reading, caseIndex } = watched
  const { histories, powers } = reading
  const code = histories.activity[event] as number
  const person = histories.resources[histories.resource[event] as number]
  const power = attributeOf(reading.eventColumn('power'), event)
  const holders = powers[code]
  if ((person !== undefined && holders?.has(person)) || (power !== undefined && holders?.has(power)))
    return undefined
  const activity = histories.activities[code] ?? ''
  return {
    rule: 'SV-07',
    level: 'red',
    caseIndex,
    at: instantOf(watched, event),
    events: [event],
    because: () => ({
      zh: person === undefined ? `“${activity}”没有署名` : `“${activity}”由“${person}”作出，不在权限名单之内`,
      en:
        person === undefined
          ? `"${activity}" bears no name`
          : `"${activity}" was done by "${person}", who does not hold that power`,
    }),
  }
}
