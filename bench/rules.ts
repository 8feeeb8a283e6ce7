import {
  compileCondition,
  judge,
  lastInstant,
  type LogProfileInput,
  type Meaning,
  MEANINGS,
  readProfile,
  type Thing,
} from '#engines/rules/index.ts'
import { agree, type BenchGroup, type BenchRow, cpuSeconds, inTurn } from './bench.ts'
import { countFaulty, narrowLog } from './kernels/mining-kernels.ts'
import { facts, OPEN, overdueByClosures } from './kernels/rule-kernel.ts'
import { syntheticHistories } from './kernels/synthetic-ledger.ts'
import { SYNTHETIC_PROFILE } from './mining.ts'

const FACTS = 1_000_000

/** As an office would write it, in YAML or JSON. */
const OVERDUE = {
  all: [
    { field: 'status', in: OPEN },
    { field: 'promised', below: { field: 'now' } },
    {
      none: 'extensions',
      where: {
        all: [
          { field: 'approved', is: true },
          { field: 'until', atLeast: { outer: 'now' } },
        ],
      },
    },
  ],
}
const SHAPE = {
  status: 'text',
  promised: 'number',
  now: 'number',
  extensions: { approved: 'yesNo', until: 'number' },
} as const

/** How many events are held as columns at once; the group "replay" goes over ten million, a part at a time. */
const EVENTS = Number(process.env['XIAONENG_BENCH_EVENTS'] ?? 1_000_000)
const EVENTS_A_CASE = 9.82
const TEN_MILLION = 10_000_000
const WARM_ROUNDS = 4
const PAIRS = 9

/** Everything that any rule needs to know is declared, so that none is left out for what it lacks. */
export const EVERY_RULE: LogProfileInput = {
  ...SYNTHETIC_PROFILE,
  meanings: {
    ...Object.fromEntries(MEANINGS.map((name): [string, Meaning] => [`(${name})`, name])),
    ...SYNTHETIC_PROFILE.meanings,
  },
  officeHours: '08:30-12:00,14:00-17:30',
  fees: [{ code: 'F1', names: ['F'], rate: 10 }],
  grades: { light: [0, 1] },
  guides: [{ item: 'none', version: '1', from: '2020-01-01' }],
  event: {
    ...SYNTHETIC_PROFILE.event,
    reason: 'reason',
    document: 'document',
    receipt: 'receipt',
    people: 'people',
  },
}

/**
 * 全部规则重放: every case of a ledger by every rule there is, beside five rules written by hand over plain columns: how long
 * ten million events take, and how many times the five rules.
 */
async function replayRows(): Promise<BenchRow[]> {
  const histories = syntheticHistories(Math.round(EVENTS / EVENTS_A_CASE))
  const narrow = narrowLog(histories)
  const profile = readProfile(EVERY_RULE)
  const at = lastInstant(histories)
  const { rules } = judge(histories, profile, { at })
  let hits = 0
  const making = await cpuSeconds(() => {
    hits = rules.reduce((sum, one) => sum + one.hits.length, 0)
  })
  const ours = () => judge(histories, profile, { at })
  const limit = () => countFaulty(narrow)
  // A server judges all day: both sides are measured as they run then, not in the first seconds of their lives.
  for (let round = 0; round < WARM_ROUNDS; round++) {
    ours()
    limit()
  }
  const found = await inTurn(histories.eventCount, ours, limit, PAIRS)
  const events = `${histories.eventCount.toLocaleString('en')} events`
  return [
    {
      name: `replay of ${rules.length} rules over ${events}, for ten million`,
      goal: '≤ 10 s of CPU for 10,000,000 events (ours, beside the one below)',
      bar: 10,
      atMost: true,
      ...found,
      ratio: TEN_MILLION / found.ours,
      unit: 'events/s',
      note: 'every rule is asked, those too that such a log has nothing for; beside it five rules by hand over plain columns',
    },
    {
      name: `${rules.length} rules in one pass over ${events}`,
      goal: '≤ 10 × the five-rule kernel',
      bar: 10,
      atMost: true,
      ...found,
      ratio: 1 / found.ratio,
      unit: 'events/s',
      note: `the cases of ${hits.toLocaleString('en')} hits are kept; making these with their evidence, when they are looked at, took ${making.toFixed(2)} s of CPU`,
    },
  ]
}

export const rulesBench: BenchGroup = {
  title: 'Rules stated as data (1,000,000 cases)',
  run: async () => {
    const all = facts(FACTS)
    const isOverdue = compileCondition(OVERDUE, SHAPE)
    const count = (test: (fact: (typeof all)[number]) => boolean) => {
      let found = 0
      for (const fact of all) if (test(fact)) found++
      return found
    }
    const ours = () => count(isOverdue as (thing: Thing) => boolean)
    const limit = () => count(overdueByClosures)
    agree('overdue cases', ours(), limit())
    return [
      {
        name: 'overdue without a running extension, stated as data',
        goal: '≥ 0.5 of closures put together by hand',
        bar: 0.5,
        unit: 'cases/s',
        ...(await inTurn(FACTS, ours, limit, 9)),
      },
      ...(await replayRows()),
    ]
  },
}
