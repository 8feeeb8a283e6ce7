import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { historiesBuilder } from '#engines/histories/index.ts'
import {
  compileOwnRule,
  judge,
  OwnRule,
  readProfile,
  RULES,
  type RuleEdition,
  rulesWith,
  runExample,
} from '../index.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)

const own: OwnRule = OwnRule.parse({
  form: 'own',
  title: { zh: '夜间决定', en: 'Decided at night' },
  kind: 'process',
  level: 'notice',
  basis: { zh: '本局规定', en: 'our own rules' },
  explanation: { zh: '夜间决定逐件核实', en: 'decisions at night are looked at' },
  numbers: { lateHour: { title: { zh: '几点以后', en: 'From this hour' }, unit: 'hours', value: 20 } },
  when: {
    some: 'acts',
    where: {
      all: [
        { field: 'meaning', is: 'decided' },
        { field: 'hour', atLeast: { outer: 'lateHour' } },
      ],
    },
  },
  unless: [{ title: { zh: '急件', en: 'urgent' }, when: { field: 'channel', is: '急件' } }],
  examples: [
    {
      text: { zh: '夜里决定', en: 'at night' },
      fires: true,
      at: '2026-03-10T09:00',
      events: [{ at: '2026-03-02T21:00', activity: 'decided' }],
    },
    {
      text: { zh: '白天决定', en: 'by day' },
      fires: false,
      at: '2026-03-10T09:00',
      events: [{ at: '2026-03-02T11:00', activity: 'decided' }],
    },
  ],
})

describe('a rule of an office', () => {
  test('finds what its condition says, spares what it exempts, and its examples come out', () => {
    const rule = compileOwnRule(own, 'LR-01')
    for (const example of rule.examples) expect(runExample(rule, example).length > 0).toBe(example.fires)
    const urgent = { ...rule.examples[0], attributes: { channel: '急件' } } as (typeof rule.examples)[number]
    expect(runExample(rule, urgent)).toEqual([])
  })

  test('a field that no case has is refused with its place', () => {
    expect(() => compileOwnRule({ ...own, when: { field: 'workdays', above: 3 } }, 'LR-01')).toThrow(
      /workdays/,
    )
  })

  test('what time alone makes true is complete at the end of the day on which it became true', () => {
    const idle = compileOwnRule(
      {
        ...own,
        numbers: {},
        unless: [],
        when: {
          all: [
            { field: 'open', is: true },
            { field: 'idleWorkingDays', atLeast: 3 },
          ],
        },
      },
      'LR-02',
    )
    const builder = historiesBuilder()
    builder.addCase({
      caseId: 'A',
      attributes: {},
      events: [{ activity: 'accepted', at: at('2026-03-02T09:00') }],
    })
    const judged = judge(builder.finish('arrival'), readProfile({ meanings: { accepted: 'accepted' } }), {
      ...{ at: at('2026-04-10T09:00'), among: [idle], rules: ['LR-02'] },
    })
    expect(judged.rules[0]?.hits.map((hit) => hit.at)).toEqual([at('2026-03-06T00:00')])
  })
})

describe('editions through time', () => {
  const edition = (number: number, from: string, days: number, until: string | null = null): RuleEdition => ({
    ...{ code: 'SV-13', version: number, from: day(from), fromAt: at(`${from}T00:00`) },
    content: { form: 'numbers', numbers: { idleWorkingDays: days }, switchOn: false },
    ...{
      until: until === null ? null : day(until),
      untilAt: until === null ? Infinity : at(`${until}T00:00`),
    },
  })
  const numberOf = (editions: readonly RuleEdition[], on: string) =>
    rulesWith(editions)
      .find(({ code }) => code === 'SV-13')
      ?.numbers['idleWorkingDays']?.values.findLast(({ from }) => from <= on)?.value

  test('without any the rules are those of the platform', () => {
    expect(rulesWith([])).toBe(RULES)
  })

  test.each([
    ['2026-01-01', 15],
    ['2026-03-01', 5],
    ['2026-05-01', 8],
    ['2026-06-01', 5],
  ])('on %s the number is %i: the newest that holds, and after a withdrawal the one before', (on, number) => {
    expect(numberOf([edition(2, '2026-02-01', 5), edition(3, '2026-04-01', 8, '2026-06-01')], on)).toBe(
      number,
    )
  })

  test('a card names the version by which its case was judged', () => {
    const found = (accepted: string) => {
      const builder = historiesBuilder()
      builder.addCase({ caseId: 'A', attributes: {}, events: [{ activity: 'accepted', at: at(accepted) }] })
      const judged = judge(
        builder.finish('arrival'),
        readProfile({ meanings: { accepted: 'accepted', x: 'decided' } }),
        {
          ...{
            at: at('2026-12-01T09:00'),
            among: rulesWith([edition(2, '2026-02-01', 5)]),
            rules: ['SV-13'],
          },
        },
      )
      return judged.rules[0]?.hits.map((hit) => hit.edition)
    }
    expect(found('2026-01-05T09:00')).toEqual([undefined])
    expect(found('2026-02-02T09:00')).toEqual([2])
  })
})
