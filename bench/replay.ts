import { type Histories, historiesBuilder } from '#engines/histories/index.ts'
import { judge, lastInstant, type LogProfile, readProfile } from '#engines/rules/index.ts'
import { agree, type BenchGroup, type BenchRow } from './bench.ts'
import { STEPS, type SyntheticCase, syntheticCases, syntheticHistories } from './kernels/synthetic-ledger.ts'
import { EVERY_RULE } from './rules.ts'

const EVENTS = Number(process.env['BENCH_REPLAY_EVENTS'] ?? 10_000_000)
const EVENTS_A_CASE = 9.8216
const CASES_A_PART = 20_000
const CHECKED_CASES = 50_000
/** After the last event of the ledger, so that every part is judged at one instant. */
const AT = Date.UTC(2026, 0, 1)

interface Replayed {
  events: number
  /** Cases in which a rule found something, over all rules. */
  found: number
  rules: number
  /** CPU of the judging, and of everything: the ledger is made up, part by part, in the same process. */
  judging: number
  whole: number
  /** By the clock. */
  wall: number
  peakMiB: number
}

/**
 * 千万条事件重放: all rules over a ledger of which only some thousand cases are in memory at a time. Rules look at one case,
 * so judging part by part finds what judging the whole finds; that is checked first.
 */
export const replayBench: BenchGroup = {
  title: `Replay of all rules over ${EVENTS.toLocaleString('en')} events`,
  async run() {
    const profile = readProfile(EVERY_RULE)
    const whole = syntheticHistories(CHECKED_CASES)
    agree('cases found by parts', replay(CHECKED_CASES, profile).found, foundIn(whole, profile))
    const done = replay(Math.round(EVENTS / EVENTS_A_CASE), profile)
    const row: BenchRow = {
      name: `${done.rules} rules over ${done.events.toLocaleString('en')} events, streamed`,
      goal: '≤ 10 s of CPU',
      bar: 10,
      atMost: true,
      ratio: done.judging,
      ours: done.events / done.judging,
      peer: Number.NaN,
      unit: 'events/s',
      note: `${done.found.toLocaleString('en')} findings; with making up the ledger ${done.whole.toFixed(1)} s of CPU and ${done.wall.toFixed(1)} s by the clock, peak ${done.peakMiB} MiB`,
    }
    return [row]
  },
}

function foundIn(histories: Histories, profile: LogProfile): number {
  const { rules } = judge(histories, profile, { at: Math.max(AT, lastInstant(histories)) })
  return rules.reduce((sum, { concluded, open }) => sum + concluded.found + open.found, 0)
}

function replay(cases: number, profile: LogProfile): Replayed {
  const done = { events: 0, found: 0, rules: 0, judging: 0, whole: 0, wall: 0, peakMiB: 0 }
  const [began, atStart] = [performance.now(), process.cpuUsage()]
  for (const histories of parts(cases)) {
    const before = process.cpuUsage()
    const { rules } = judge(histories, profile, { at: AT })
    done.judging += seconds(process.cpuUsage(before))
    done.rules = rules.length
    done.events += histories.eventCount
    for (const { concluded, open } of rules) done.found += concluded.found + open.found
    done.peakMiB = Math.max(done.peakMiB, Math.round(process.memoryUsage.rss() / 2 ** 20))
  }
  done.whole = seconds(process.cpuUsage(atStart))
  done.wall = (performance.now() - began) / 1000
  return done
}

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6

/** The ledger a part at a time, in the memory of the part before it. */
function* parts(cases: number): Generator<Histories> {
  const builder = historiesBuilder()
  let held = 0
  for (const one of syntheticCases(cases)) {
    if (held === 0) {
      builder.clear()
      for (const name of STEPS) builder.activities.code(name)
    }
    add(builder, one)
    if (++held < CASES_A_PART) continue
    yield builder.finish('arrival')
    held = 0
  }
  if (held > 0) yield builder.finish('arrival')
}

function add(builder: ReturnType<typeof historiesBuilder>, one: SyntheticCase): void {
  const caseCode = builder.caseIds.code(`case-${one.number}`)
  builder.setCaseAttribute('channel', caseCode, one.channel)
  builder.setCaseAttribute('item', caseCode, one.item.code)
  one.steps.forEach((step, place) => {
    const resource = builder.resources.code(`P${one.persons[place]}`)
    builder.add(caseCode, step, one.at[place] ?? 0, resource, -1)
  })
}
