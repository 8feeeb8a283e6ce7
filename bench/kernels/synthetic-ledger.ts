import { dayNumber, day, type EpochMs } from '#kernel/day.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { type Histories, historiesBuilder } from '#engines/histories/index.ts'

/**
 * A made-up ledger of government cases with known faults in it, the same for every run: two years of applications
 * for 200 items of 30 departments, with two per cent asked twice for papers, two per cent reviewed and decided by one
 * person, three per cent never reviewed and two per cent decided before the review.
 */
export const STEPS = [
  'application_received',
  'registered',
  'supplement_requested',
  'supplement_received',
  'accepted',
  'reviewed',
  'suspended',
  'resumed',
  'verified',
  'decided',
  'certificate_made',
  'delivered',
  'archived',
] as const

export interface SyntheticCase {
  readonly number: number
  readonly channel: 'online' | 'hall'
  readonly item: Item
  readonly steps: readonly number[]
  readonly at: readonly EpochMs[]
  readonly persons: readonly number[]
}

interface Item {
  readonly code: string
  readonly promisedDays: number
}

const ITEMS: readonly Item[] = Array.from({ length: 200 }, (_, index) => ({
  code: `I${String(index + 1).padStart(4, '0')}`,
  promisedDays: 1 + ((index * 7) % 20),
}))

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000
const FIRST_DAY = dayNumber(day('2024-01-02'))
const LAST_DAY = dayNumber(day('2025-12-31'))

/** Mulberry32: small, seeded and the same everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Planned = readonly [step: number, workingDaysLater: number, person: number]

export function* syntheticCases(count: number, seed = 42): Generator<SyntheticCase> {
  const random = randomNumbers(seed)
  for (let number = 1; number <= count; number++) {
    // The order in which random numbers are drawn is part of the data: nothing here may be reordered.
    const item = ITEMS[Math.min(199, Math.floor(200 * random() * random() ** 0.5))] as Item
    random()
    const channel = random() < 0.6 ? 'online' : 'hall'
    const start = receivingDay(random())
    const secondOfDay = 9 * 3600 + Math.floor(random() * 7 * 3600)
    const done = lived(planOf(number, item, random), { start, secondOfDay }, random)
    if (done.steps.length > 0) yield { number, item, channel, ...done }
  }
}

const calendar = chinaCalendar()
const workedThrough = (dayOf: number): number => calendar.worked[dayOf - calendar.first] as number

/** The working day that follows the n-th one before a random day of the span, as the ledger's offices open. */
const receivingDay = (drawn: number): number =>
  calendar.nth[workedThrough(FIRST_DAY + Math.floor((LAST_DAY - FIRST_DAY) * drawn))] as number

function planOf(number: number, item: Item, random: () => number): Planned[] {
  const base = (item.code.charCodeAt(4) * 31 + item.code.charCodeAt(3)) % 97
  const persons = (first: number, among: number) => base * 20 + first + Math.floor(random() * among)
  const [window, reviewer, verifier, decider] = [persons(0, 5), persons(5, 6), persons(11, 4), persons(15, 3)]
  const wait = (mean: number) => Math.floor(-Math.log(1 - random()) * mean)
  const pace = item.promisedDays / 6
  const fate = random()
  const plan: Planned[] = [
    [0, 0, window],
    [1, 0, window],
  ]
  const askedAgain = fate < 0.02 ? 2 : random() < 0.25 ? 1 : 0
  for (let round = 0; round < askedAgain; round++) plan.push([2, wait(0.7), window], [3, 1 + wait(2), window])
  plan.push([4, wait(0.5), fate >= 0.02 && fate < 0.03 ? 90_000 + (number % 500) : window])
  const review: Planned = [5, 1 + wait(pace), reviewer]
  const verify: Planned = [8, wait(pace), verifier]
  const decide: Planned = [9, 1 + wait(pace * 0.7), fate >= 0.03 && fate < 0.05 ? reviewer : decider]
  const decidedEarly = fate >= 0.08 && fate < 0.1
  if (fate >= 0.05 && fate < 0.08) plan.push(verify)
  else if (decidedEarly) plan.push(decide, review, verify)
  else {
    plan.push(review)
    if (random() < 0.2) plan.push([6, wait(1), reviewer], [7, 3 + wait(5), reviewer])
    plan.push(verify)
  }
  if (!decidedEarly) plan.push(decide)
  plan.push([10, wait(1), decider], [11, wait(2), window], [12, 2 + wait(3), window])
  return plan
}

/** Carries a plan out until the ledger's last day: what would come later has not happened yet. */
function lived(plan: readonly Planned[], from: { start: number; secondOfDay: number }, random: () => number) {
  let { start: dayOf, secondOfDay } = from
  const steps: number[] = []
  const at: EpochMs[] = []
  const persons: number[] = []
  for (const [step, later, person] of plan) {
    if (later > 0) {
      dayOf = calendar.nth[workedThrough(dayOf) - 1 + later] as number
      secondOfDay = 9 * 3600 + Math.floor(random() * 7 * 3600)
    } else secondOfDay = Math.min(17 * 3600 + 1800, secondOfDay + 60 + Math.floor(random() * 1800))
    if (dayOf > LAST_DAY) break
    steps.push(step)
    at.push(dayOf * DAY_MS + secondOfDay * 1000 - SHANGHAI_MS)
    persons.push(person)
  }
  return { steps, at, persons }
}

export function syntheticHistories(count: number): Histories {
  const builder = historiesBuilder()
  for (const name of STEPS) builder.activities.code(name)
  for (const { number, channel, item, steps, at, persons } of syntheticCases(count)) {
    const caseCode = builder.caseIds.code(`case-${number}`)
    builder.setCaseAttribute('channel', caseCode, channel)
    builder.setCaseAttribute('item', caseCode, item.code)
    steps.forEach((step, place) => {
      builder.add(caseCode, step, at[place] ?? 0, builder.resources.code(`P${persons[place]}`), -1)
    })
  }
  return builder.finish('arrival')
}
