/**
 * The limit for rules stated as data: the rule "open case, past its promised deadline, no approved extension running"
 * put together by hand from closures, over a million made-up cases.
 */
export interface Fact {
  readonly [field: string]: unknown
  readonly status: string
  readonly promised: number
  readonly now: number
  readonly extensions: readonly { readonly approved: boolean; readonly until: number }[]
}

export const OPEN = ['accepted', 'reviewed', 'verified', 'suspended']
const STATUSES = [...OPEN, 'decided', 'delivered', 'archived', 'withdrawn']
const NOW = Date.UTC(2025, 10, 20)
const DAY = 86_400_000

export function facts(count: number): Fact[] {
  let state = 7
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return Array.from({ length: count }, () => {
    const extensions =
      random() < 0.15
        ? [{ approved: random() < 0.6, until: NOW + Math.floor((random() - 0.5) * 30 * DAY) }]
        : []
    return {
      status: STATUSES[Math.floor(random() * 8)] ?? '',
      promised: NOW + Math.floor((random() - 0.6) * 40 * DAY),
      now: NOW,
      extensions,
    }
  })
}

type Test = (fact: Fact) => boolean

const isIn = (field: string, values: readonly string[]): Test => {
  const set = new Set<unknown>(values)
  return (fact) => set.has(fact[field])
}
const isBelow =
  (field: string, other: string): Test =>
  (fact) =>
    (fact[field] as number) < (fact[other] as number)
const noneApproved: Test = (fact) => {
  for (const { approved, until } of fact.extensions) if (approved && until >= fact.now) return false
  return true
}
const all =
  (tests: readonly Test[]): Test =>
  (fact) => {
    for (let place = 0; place < tests.length; place++) if (!(tests[place] as Test)(fact)) return false
    return true
  }

export const overdueByClosures: Test = all([isIn('status', OPEN), isBelow('promised', 'now'), noneApproved])
