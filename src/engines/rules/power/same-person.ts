import type { Hit } from '../finding.ts'
import { lacksPart } from '../needs.ts'
import type { Reading } from '../reading.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { firstOf, instantOf, lastOf, type Watched } from '../watched.ts'

type Separation = Reading['separations'][number]

/**
 * SV-08 一人经办应分离的岗位: the same person acted at two posts that have to be held by different people.
 *
 * Basis: 不相容岗位分离, 审查与决定相分离; JC-07 (single-person check) of local supervision rules.
 */
export const samePerson = defineRule({
  code: 'SV-08',
  kind: 'process',
  subject: 'case',
  title: { zh: '应分离的岗位由一人办理', en: 'Same person at two posts that must differ' },
  level: 'yellow',
  basis: {
    zh: '不相容岗位分离制度；电子监察规则关于单人审核的规定（地方）',
    en: 'Separation of incompatible posts; local supervision rules on single-person checks',
  },
  explanation: {
    zh: '受理、审查、决定等应当分离的岗位，在同一办件中由同一人办理。',
    en: 'Posts that have to be apart (intake and check, review and decision) were held by one person in one case.',
  },
  confidence: 'L',
  enabled: true,
  numbers: {},
  lacks: ({ separations }) => lacksPart(separations.length > 0, 'separations'),
  check: (watched) => {
    const { separations } = watched.reading
    let hits = NOT_CONCERNED
    for (let place = 0; place < separations.length; place++) {
      const separation = separations[place] as Separation
      const one = firstOf(watched, separation.first)
      const other = firstOf(watched, separation.then)
      if (!namedAt(watched, one) || !namedAt(watched, other)) continue
      const found = sameHands(watched, separation, one, other)
      hits = found ? [...(hits ?? []), found] : (hits ?? NOTHING_FOUND)
    }
    return hits
  },
  examples: [
    {
      text: { zh: '审查与决定由两人办理', en: 'reviewed and decided by two people' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: { separations: [{ between: ['审查', '决定'] }] },
      events: [
        ['2026-03-02T09:00', '审查', { by: '李' }],
        ['2026-03-03T09:00', '决定', { by: '王' }],
      ],
    },
    {
      text: { zh: '审查与决定由一人办理', en: 'reviewed and decided by one person' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { separations: [{ between: ['审查', '决定'] }] },
      events: [
        ['2026-03-02T09:00', '审查', { by: '李' }],
        ['2026-03-03T09:00', '决定', { by: '李' }],
      ],
    },
    {
      text: { zh: '第二次审查换成了决定人', en: 'the second review was done by who decides' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { separations: [{ between: ['审查', '决定'] }] },
      events: [
        ['2026-03-02T09:00', '审查', { by: '李' }],
        ['2026-03-02T10:00', '审查', { by: '王' }],
        ['2026-03-03T09:00', '决定', { by: '王' }],
      ],
    },
  ],
})

const personAt = (watched: Watched, event: number): number =>
  event < 0 ? -1 : (watched.reading.histories.resource[event] as number)

const namedAt = (watched: Watched, event: number): boolean => personAt(watched, event) >= 0

function sameHands(watched: Watched, separation: Separation, one: number, other: number): Hit | undefined {
  if (personAt(watched, one) === personAt(watched, other)) return hit(watched, separation, one, other)
  if (separation.occurrence === 'first' || onceEach(watched, separation, one, other)) return undefined
  const pair = anyPair(watched, separation)
  return pair && hit(watched, separation, ...pair)
}

/** Each of the two was done once: there is no other pair to look at. */
const onceEach = (watched: Watched, { first, then }: Separation, one: number, other: number): boolean =>
  lastOf(watched, first) === one && lastOf(watched, then) === other

/** Any two events of the two posts by one person. */
function anyPair(watched: Watched, { first, then }: Separation): [number, number] | undefined {
  const { activity } = watched.reading.histories
  for (let one = watched.from; one < watched.to; one++) {
    if (!first.includes(activity[one] as number) || !namedAt(watched, one)) continue
    for (let other = watched.from; other < watched.to; other++) {
      if (!then.includes(activity[other] as number) || other === one) continue
      if (personAt(watched, one) === personAt(watched, other)) return [one, other]
    }
  }
  return undefined
}

function hit(watched: Watched, { names }: Separation, one: number, other: number): Hit {
  const { histories } = watched.reading
  const person = histories.resources[personAt(watched, one)] ?? ''
  const [earlier, later] = one < other ? [one, other] : [other, one]
  return {
    rule: 'SV-08',
    level: 'yellow',
    caseIndex: watched.caseIndex,
    at: instantOf(watched, later),
    events: [earlier, later],
    because: () => ({
      zh: `“${names[0]}”与“${names[1]}”都由“${person}”办理`,
      en: `"${names[0]}" and "${names[1]}" were both done by "${person}"`,
    }),
  }
}
