import { compileCondition, type Thing } from '#engines/rules/index.ts'
import { agree, type BenchGroup, inTurn } from './bench.ts'
import { facts, OPEN, overdueByClosures } from './kernels/rule-kernel.ts'

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
    ]
  },
}
