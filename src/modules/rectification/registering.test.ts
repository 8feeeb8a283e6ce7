import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { evolveProblem, type Problem, type ProblemEvent } from './problem.ts'
import { type NewProblem, recognise } from './registering.ts'
import { settingsOn } from './settings.ts'

const settings = settingsOn({ made: [] }, day('2026-03-02'))
const given: NewProblem = {
  ...{ unit: 'planning', source: 'opinion', sourceId: '', finding: null, matter: null, category: 'service' },
  ...{ severity: 'ordinary', fact: '3月2日窗口拒收电子印章的材料', happenedOn: day('2026-03-02') },
  ...{ firstEnteredOn: null, period: null, apartBecause: '', sealed: false },
}
const told = (more: Partial<NewProblem>, ...later: readonly ProblemEvent[]): Problem => {
  const firstEnteredOn = day('2026-03-02')
  const events: ProblemEvent[] = [
    { type: 'ProblemRegistered', ...given, ...more, problem: 'W1', likeOf: null, firstEnteredOn },
    ...later,
  ]
  const happened = { at: Date.parse('2026-03-02T10:00:00+08:00'), by: 'x', id: 'W1' }
  const fold = (state: Problem | undefined, event: ProblemEvent) => evolveProblem(state, event, happened)
  return events.reduce<Problem | undefined>(fold, undefined) as Problem
}

interface Case {
  readonly why: string
  readonly entry: NewProblem
  readonly standing: Problem
  readonly as: 'new' | 'same' | 'relapse'
  readonly today?: string
  readonly like?: string
  readonly by?: 'supervisor' | 'unitHead'
}

const closed = { type: 'ProblemClosed', text: '', verifiers: [], lookBackOn: day('2026-05-01') } as const
const withdrawn = { type: 'ProblemWithdrawn', reason: '' } as const
const again = { ...given, fact: '9月1日窗口又拒收电子印章的材料', happenedOn: day('2026-09-01') }

test.each<Case>([
  { why: 'the same words of the same day are one fact', entry: given, standing: told({}), as: 'same' },
  {
    why: 'alike and closed within six months came back',
    entry: again,
    standing: told({}, closed),
    as: 'relapse',
  },
  {
    why: 'alike and closed before that is another',
    ...{ entry: again, standing: told({}, closed), today: '2026-09-03', as: 'new' },
  },
  {
    why: 'alike and open is another, beside the first',
    entry: again,
    standing: told({}),
    as: 'new',
    like: 'W1',
  },
  {
    why: 'said by the office to be another thing',
    ...{ entry: { ...again, apartBecause: '另一窗口、另一批材料' }, standing: told({}, closed), as: 'new' },
  },
  {
    why: 'said by the unit itself to be another thing it came back all the same',
    ...{ entry: { ...again, apartBecause: '另一窗口、另一批材料' }, standing: told({}, closed) },
    ...{ as: 'relapse', by: 'unitHead' },
  },
  {
    why: 'alike under another class is another, and shows beside the first',
    entry: again,
    standing: told({ category: 'spirit' }, closed),
    ...{ as: 'new', like: 'W1' },
  },
  {
    why: 'alike, open and under another class too',
    entry: again,
    standing: told({ category: 'spirit' }),
    ...{ as: 'new', like: 'W1' },
  },
  { why: 'what was withdrawn burdens nobody', entry: given, standing: told({}, withdrawn), as: 'new' },
  { why: 'what is sealed is not given away', entry: given, standing: told({ sealed: true }), as: 'new' },
])('$why', ({ entry, standing, as, today = '2026-09-01', like = null, by = 'supervisor' }) => {
  const actor = { account: 'x', unit: by === 'unitHead' ? 'planning' : null, roles: [by] }
  const found = recognise(entry, [standing], { actor, settings, today: day(today) })
  expect(found.as).toBe(as)
  if (found.as === 'new') expect(found.likeOf?.problem ?? null).toBe(like)
})
