import { expect, test } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { chinaCalendar } from '../calendar/index.ts'
import { checkDefinition } from './definition-check.ts'
import { type Example, institution, type Institution } from './definition.ts'
import type { Entry } from './entry.ts'
import { evaluate, type Surroundings } from './evaluate.ts'
import { isAsSaid, tryExample } from './example.ts'
import type { Expression } from './expression.ts'
import { figuresOf } from './figures.ts'
import { foundOf } from './found.ts'
import { mayBe } from './who.ts'
import * as word from './words.ts'

const calendar = chinaCalendar()
const title = (text: string) => ({ zh: text, en: text })

/** A promise to somebody, kept or not as the one who received it says. */
const promises: Institution = institution({
  code: 'promises',
  title: title('承诺'),
  purpose: title('承诺兑现'),
  basis: '',
  answers: ['CASE-33'],
  area: 'cases',
  fields: [
    { code: 'what', title: title('内容'), kind: 'text', fixed: true },
    { code: 'until', title: title('兑现日期'), kind: 'day' },
    { code: 'kept', title: title('是否兑现'), kind: 'yesNo' },
  ],
  named: 'what',
  owner: 'opener',
  states: [
    { code: 'promised', title: title('已承诺') },
    { code: 'reported', title: title('已报兑现') },
    { code: 'judged', title: title('已评定'), over: true },
  ],
  steps: [
    {
      code: 'promise',
      title: title('承诺'),
      from: [],
      to: 'promised',
      by: ['unit'],
      asks: [
        { field: 'what', required: true },
        { field: 'until', required: true },
      ],
      demands: [
        {
          code: 'past',
          holds: word.atLeast(word.field('until'), word.today),
          sentence: { zh: '兑现日期不能早于今天', en: 'The day must not lie in the past' },
        },
      ],
    },
    {
      code: 'report',
      title: title('报兑现'),
      from: ['promised'],
      to: 'reported',
      by: ['unit'],
      asks: [],
    },
    {
      code: 'judge',
      title: title('评定'),
      from: ['reported'],
      to: 'judged',
      by: ['anyUnit', 'supervision'],
      notBy: ['promise', 'report'],
      notOwner: true,
      asks: [{ field: 'kept', required: true }],
    },
  ],
  clocks: [
    {
      code: 'keeping',
      title: title('兑现'),
      starts: 'promise',
      stops: ['report'],
      limit: { until: 'until' },
      basis: '',
    },
    {
      code: 'judging',
      title: title('评定'),
      starts: 'report',
      stops: ['judge'],
      limit: '5W',
      basis: '',
    },
  ],
  flags: [
    {
      code: 'broken',
      title: { zh: '承诺未兑现', en: 'Not kept' },
      level: 'red',
      when: word.equals(word.field('kept'), false),
    },
  ],
  measures: [
    {
      code: 'kept',
      title: title('兑现率'),
      kind: 'share',
      of: word.equals(word.state, 'judged'),
      value: word.field('kept'),
    },
  ],
  notices: [],
  visibility: { public: { states: ['judged'], fields: ['what', 'kept'] }, units: 'own' },
  examples: [],
})

const act = (step: string, on: string, more: Partial<Example['acts'][number]> = {}) => ({
  step,
  on,
  by: 'promiser',
  as: 'unit' as const,
  ...more,
})
const promised = act('promise', '2026-03-02', { values: { what: '修好路灯', until: '2026-03-20' } })
const judge = { by: 'receiver', unit: 'unit-2', as: 'anyUnit' as const }

const lives: readonly [string, Omit<Example, 'title'>][] = [
  [
    'kept, reported in time and judged by another',
    {
      acts: [
        promised,
        act('report', '2026-03-18'),
        act('judge', '2026-03-20', { ...judge, values: { kept: true } }),
      ],
    },
  ],
  [
    'the promiser does not judge',
    {
      acts: [promised, act('report', '2026-03-18'), act('judge', '2026-03-19', { values: { kept: true } })],
      refused: 'register.own-case',
    },
  ],
  [
    'a promise for yesterday',
    {
      acts: [act('promise', '2026-03-21', { values: { what: '修灯', until: '2026-03-20' } })],
      refused: 'past',
    },
  ],
  [
    'a promise without a day',
    { acts: [act('promise', '2026-03-02', { values: { what: '修灯' } })], refused: 'register.field-missing' },
  ],
  [
    'a judgement before anything was reported',
    {
      acts: [promised, act('judge', '2026-03-03', { ...judge, values: { kept: true } })],
      refused: 'register.step-not-now',
    },
  ],
  ['the last day is not late', { acts: [promised], seenOn: '2026-03-19' }],
  ['a day later it is', { acts: [promised], seenOn: '2026-03-21', flagged: ['keeping'] }],
  [
    'reported late stays late, broken is seen',
    {
      acts: [
        promised,
        act('report', '2026-03-23'),
        act('judge', '2026-03-24', { ...judge, values: { kept: false } }),
      ],
      flagged: ['broken', 'keeping'],
    },
  ],
]

test.each(lives)('an example lives: %s', async (name, life) => {
  const example: Example = { ...life, title: title(name) }
  const outcome = await tryExample(promises, example, calendar)
  expect({ outcome, asSaid: isAsSaid(example, outcome) }).toMatchObject({ asSaid: true })
})

test('a definition with an example that comes out otherwise is not published', async () => {
  const said: Example = { title: title('谎'), acts: [promised], seenOn: '2026-03-21' }
  expect(await checkDefinition(promises, calendar)).toEqual([])
  const faults = await checkDefinition({ ...promises, examples: [said] }, calendar)
  expect(faults.map(({ at }) => at)).toEqual(['examples.1'])
})

const broken: readonly [string, Partial<Institution>, string][] = [
  [
    'a state that nobody leaves',
    { states: promises.states.map((one) => ({ ...one, over: false })) },
    'states.judged',
  ],
  [
    'a state that nobody reaches',
    { states: [...promises.states, { code: 'lost', title: title('丢失'), over: true }] },
    'states.lost',
  ],
  [
    'a limit that nobody can read',
    { clocks: promises.clocks.map((one) => ({ ...one, limit: 'soon' })) },
    'clocks.keeping',
  ],
  [
    'a condition about a field that is not there',
    { flags: promises.flags.map((one) => ({ ...one, when: word.filled(word.field('price')) })) },
    'flags.broken',
  ],
  [
    'a code twice',
    { fields: [...promises.fields, { code: 'what', title: title('又'), kind: 'text' }] },
    'fields.what',
  ],
  [
    'a public field that is not there',
    { visibility: { public: { states: [], fields: ['who'] }, units: 'own' } },
    'visibility',
  ],
]

test.each(broken)('a definition with a fault is not published: %s', async (_, change, at) => {
  const faults = await checkDefinition({ ...promises, ...change }, calendar)
  expect(faults.map((fault) => fault.at)).toContain(at)
  for (const { zh, en } of faults) expect([zh.length > 4, en.length > 4]).toEqual([true, true])
})

const entry = (values: Entry['values'], id = '2026-0001'): Entry => ({
  institution: 'promises',
  id,
  version: 1,
  unit: 'unit-1',
  state: 'judged',
  values,
  taken: [{ step: 'promise', by: 'a', unit: 'unit-1', on: '2026-03-02' as Day, at: 0, values }],
  corrections: [],
  answers: [],
  passed: [],
})

const around = (entries: readonly Entry[] = []): Surroundings => ({
  today: '2026-03-10' as Day,
  entries: () => Promise.resolve(entries),
  fact: (name, given) => Promise.resolve(name === 'twice' ? Number(given['of']) * 2 : null),
  workingDays: () => 5,
})

const ONE = entry({ cost: 100, words: '尽快办理', kinds: ['a', 'b'], day: '2026-03-01' })

const conditions: readonly [string, Expression, unknown][] = [
  ['a sum of what is unknown is unknown', word.sum(word.field('cost'), word.field('gone')), null],
  ['a share of nothing is unknown', word.share(1, 0), null],
  [
    'what is missing is neither less nor more',
    word.any(word.less(word.field('gone'), 1), word.more(word.field('gone'), 1)),
    false,
  ],
  ['a number and a text do not compare', word.less(1, '2'), false],
  ['a word in a text', word.holds(word.field('words'), ['尽快']), true],
  ['a code among several', word.oneOf(word.field('kinds'), 'b'), true],
  ['one of several values', word.oneOf('c', ['a', 'b']), false],
  ['days between', word.days(word.field('day'), word.today), 9],
  ['days between what is no day', word.days(word.field('words'), word.today), null],
  ['a figure from elsewhere', word.fact('twice', { of: word.field('cost') }), 200],
  ['a figure that nobody has', word.fact('unheard'), null],
  ['nothing in a list that is empty', word.all(), true],
  ['texts compare by their pairs of signs', word.likeness(word.field('words'), '尽快、办理'), 1],
  ['what is missing is like nothing', word.likeness(word.field('gone'), ''), null],
  ['length counts characters, not bytes', word.lengthOf('😀好'), 2],
  ['how often a step was taken', word.timesOf('promise'), 1],
]

test.each(conditions)('%s', async (_, of, value) => {
  expect(await evaluate(of, { entry: ONE, around: around() })).toEqual(value)
})

test('other entries are counted by what they say and what this one says', async () => {
  const others = [
    entry({ cost: 60, of: '2026-0001' }, '2026-0002'),
    entry({ cost: 50, of: 'x' }, '2026-0003'),
  ]
  const mine = word.equals(word.its('of'), word.field('id'))
  const seen = { entry: ONE, around: around(others) }
  expect(await evaluate(word.count('promises', mine), seen)).toBe(1)
  expect(await evaluate(word.total('promises', word.its('cost'), mine), seen)).toBe(60)
})

test('a figure opens to its entries, and what is not judged does not count', async () => {
  const [figure] = await figuresOf(
    promises,
    [
      entry({ kept: true }),
      entry({ kept: false }, '2026-0002'),
      { ...entry({}, '2026-0003'), state: 'promised' },
    ],
    around(),
  )
  expect(figure).toMatchObject({ value: 0.5, numerator: 1, denominator: 2, hits: ['2026-0001'] })
  expect(figure?.subjects).toEqual(['2026-0001', '2026-0002'])
})

test('a figure over time is told for each month and each value of its field', async () => {
  const over = { day: word.dayOf('promise'), by: 'month' as const }
  const measured = {
    ...promises,
    measures: promises.measures.map((one) => ({ ...one, of: true, per: 'what', over })),
  }
  const later = (on: string) => ({
    ...entry({ what: '路灯', kept: on === '2026-04-02' }),
    taken: [{ step: 'promise', by: 'a', unit: 'unit-1', on: on as Day, at: 0, values: {} }],
  })
  const figures = await figuresOf(measured, [later('2026-03-02'), later('2026-04-02')], around())
  expect(figures.map(({ group, period, value }) => [group, period, value])).toEqual([
    ['路灯', '2026-03', 0],
    ['路灯', '2026-04', 1],
  ])
})

test('a clock that leads somewhere moves the entry when it runs out, and not one that was kept', async () => {
  const escalating: Institution = {
    ...promises,
    states: [...promises.states, { code: 'overdue', title: title('已升级') }],
    steps: [
      ...promises.steps,
      { code: 'late', title: title('补报'), from: ['overdue'], to: 'reported', by: ['unit'], asks: [] },
    ],
    clocks: promises.clocks.map((one) => (one.code === 'keeping' ? { ...one, leadsTo: 'overdue' } : one)),
  }
  expect(await checkDefinition(escalating, calendar)).toEqual([])
  const lived = (acts: Example['acts'], seenOn: string) =>
    tryExample(escalating, { title: title('例'), acts, seenOn }, calendar)
  expect(await lived([promised], '2026-03-19')).toMatchObject({ state: 'promised' })
  expect(await lived([promised], '2026-03-21')).toMatchObject({ state: 'overdue', flagged: ['keeping'] })
  expect(await lived([promised, act('late', '2026-03-23')], '2026-03-23')).toMatchObject({
    state: 'reported',
  })
  const strange = { ...escalating, clocks: escalating.clocks.map((one) => ({ ...one, leadsTo: 'nowhere' })) }
  expect((await checkDefinition(strange, calendar)).map(({ at }) => at)).toContain('clocks.keeping')
})

test('what an entry found is told in plain values, only after the step and where the condition holds', async () => {
  const finding = {
    ...{
      on: 'promise',
      when: word.filled(word.field('fact')),
      source: 'register',
      conduct: { field: 'kind' },
    },
    ...{ severity: 'light' as const, unit: 'whose', fact: 'fact', matter: 'gone' },
  } as const
  const finds = { ...promises, findings: [finding] }
  const told = entry({ whose: 'planning', fact: '窗口无人', kind: 'absence' })
  expect(await foundOf(finds, told, around())).toEqual([
    {
      ...{ source: 'register', sourceId: 'register/promises/2026-0001', unit: 'planning', fact: '窗口无人' },
      ...{ account: null, badge: null, matter: null, conduct: 'absence', severity: 'light' },
      happenedOn: '2026-03-02',
    },
  ])
  expect(await foundOf(finds, entry({ whose: 'planning' }), around())).toEqual([])
  const wrong = await checkDefinition({ ...finds, findings: [{ ...finding, unit: 'nobody' }] }, calendar)
  expect(wrong.map(({ at }) => at)).toContain('findings')
})

test('a role is one of those a step may be given to', () => {
  const actor = { account: 'a', unit: null, unitKind: null, roles: ['observer'] }
  expect(mayBe({ role: 'observer' }, ONE, actor)).toBe(true)
  expect(mayBe({ role: 'personnel' }, ONE, actor)).toBe(false)
})
