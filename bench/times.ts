import { chinaCalendar, officeHours } from '#engines/calendar/index.ts'
import { layConstraints, readConstraints, workingTime } from '#engines/rules/index.ts'
import {
  checkLog,
  checkTemporalProfile,
  learnTemporalProfile,
  workingSecondsOf,
} from '#modules/mining/index.ts'
import { agree, type BenchGroup, type BenchRow, inTurn } from './bench.ts'
import { countVariants, narrowLog } from './kernels/mining-kernels.ts'
import { STEPS, syntheticHistories } from './kernels/synthetic-ledger.ts'
import { countFarOff, learnPairs, workedOfCases } from './kernels/time-kernels.ts'

const CASES = 100_000
const PAIRS = 9
const CONSTRAINTS = 119

/** As many constraints as a miner of such a ledger finds: what precedes what, what follows what, what happens once. */
function manyConstraints(): readonly unknown[] {
  const pairs = STEPS.flatMap((first, place) => STEPS.slice(place + 1).map((second) => [first, second]))
  return [
    ...STEPS.map((activity) => ({ atMost: { activity, times: 1 } })),
    ...pairs.map((precedence) => ({ precedence })),
    ...pairs.map((response) => ({ response })),
  ].slice(0, CONSTRAINTS)
}

/** In every case, not only in as many. */
function agreeInEveryCase(ours: Float64Array, limit: Int32Array): void {
  agree('cases', ours.length, limit.length)
  ours.forEach((seconds, index) => agree(`working seconds of case ${index}`, seconds, limit[index] ?? -1))
}

export const timesBench: BenchGroup = {
  title: 'Times and constraints (100,000 cases, 982,178 events)',
  run: async () => {
    const histories = syntheticHistories(CASES)
    const narrow = narrowLog(histories)
    const time = workingTime(chinaCalendar(), 'Asia/Shanghai')
    const hours = officeHours('09:00-17:00')
    const profile = learnTemporalProfile(histories)
    const pairs = learnPairs(narrow)
    const program = layConstraints(readConstraints(manyConstraints()), histories.activities)

    agreeInEveryCase(workingSecondsOf(histories, time, hours), workedOfCases(narrow))
    agree('times far off', checkTemporalProfile(histories, profile, 2).total, countFarOff(narrow, pairs))

    const rows: readonly Omit<Compared, 'events'>[] = [
      {
        name: 'working time of every case',
        bar: 0.15,
        ours: () => workingSecondsOf(histories, time, hours),
        limit: () => workedOfCases(narrow),
        note: 'equal for every case; ours trusts no order of events and keeps what lies outside the calendar apart',
      },
      {
        name: 'temporal profile, learnt',
        bar: 0.5,
        ours: () => learnTemporalProfile(histories),
        limit: () => learnPairs(narrow),
      },
      {
        name: 'temporal profile, every case checked',
        bar: 0.5,
        ours: () => checkTemporalProfile(histories, profile, 2),
        limit: () => countFarOff(narrow, pairs),
      },
      {
        name: `${CONSTRAINTS} constraints, every break with its place`,
        bar: 0.5,
        ours: () => checkLog(histories, program),
        limit: () => countVariants(narrow),
        note: 'the kernel only counts the variants',
      },
    ]
    const measured: BenchRow[] = []
    for (const row of rows) measured.push(await compared({ ...row, events: histories.eventCount }))
    return measured
  },
}

interface Compared {
  readonly name: string
  readonly bar: number
  readonly events: number
  readonly ours: () => unknown
  readonly limit: () => unknown
  readonly note?: string
}

async function compared({ name, bar, events, ours, limit, note }: Compared): Promise<BenchRow> {
  const pairs = await inTurn(events, ours, limit, PAIRS)
  return { name, goal: `≥ ${bar} of the kernel`, bar, unit: 'events/s', ...pairs, ...(note ? { note } : {}) }
}
