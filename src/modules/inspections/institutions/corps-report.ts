import { institution, shape, word } from '#engines/registers/index.ts'
import { independent, serving, servesNow, tied } from './corps-rules.ts'
import { conduct, observer, officer, severity } from './parts.ts'

const { clock, demand, does, example, flag, longText, measure, number } = shape
const { open, over, said, step, unit } = shape
const { all, atLeast, atMost, equals, field, filled } = word
const { lengthOf, state, taker, takerOf } = word

/** † A reply rated so low is looked at again. */
const POOR = 2

const given = { unit: 'planning', seen: '窗口让企业跑了三趟，每次要的材料都不同' }
const reported = does(observer, 'report', '2026-03-20', given)
const replied = does(officer, 'reply', '2026-03-24', { reply: '已核实，窗口已改用一次告知单并向企业道歉' })

/** 监督员报告: replied to within the limit; the reply is rated by whoever reported. */
export const corpsReport = institution({
  code: 'corps-report',
  title: said('监督员报告', 'Reports of supervisors'),
  purpose: said(
    '监督员报告所见，单位在时限内答复，监督员评价答复；不满意的由监察机构再办。',
    'Supervisors report, the unit replies in time, and the supervisor rates the reply; a poor one is taken up again.',
  ),
  basis: '',
  answers: ['INSP-12'],
  area: 'inspections',
  fields: [
    unit('unit', '单位', 'Unit', { fixed: true }),
    longText('seen', '所见情况', 'What was seen', { fixed: true }),
    conduct,
    severity,
    longText('reply', '单位答复', 'Reply'),
    number('stars', '对答复的评价（1至5）', 'Rating of the reply, 1 to 5'),
    longText('why', '评价说明', 'Why'),
    longText('again', '再办结果', 'What came of it'),
  ],
  named: 'seen',
  owner: { field: 'unit' },
  states: [
    open('reported', '待答复', 'reported'),
    open('replied', '待评价', 'replied'),
    over('rated', '已评价', 'rated'),
    over('again', '已再办', 'taken up again'),
  ],
  steps: [
    step('report', '报告', 'Report', {
      to: 'reported',
      by: [{ role: 'observer' }],
      asks: ['unit', 'seen', 'conduct?', 'severity?'],
      demands: [
        demand(
          'serves',
          servesNow(taker),
          '只有在聘的监督员可以报告',
          'Only a supervisor in his term reports',
        ),
        independent(taker),
      ],
    }),
    step('reply', '答复', 'Reply', {
      from: ['reported'],
      to: 'replied',
      by: [{ field: 'unit' }],
      asks: ['reply'],
      demands: [
        demand(
          'says-something',
          atLeast(lengthOf(field('reply')), 12),
          '答复须写明核实情况和处理结果，“已阅”不算答复',
          'Say what was found and done; "noted" is no reply',
        ),
      ],
    }),
    step('rate', '评价答复', 'Rate the reply', {
      from: ['replied'],
      to: 'rated',
      by: [{ role: 'observer' }],
      asks: ['stars', 'why?'],
      demands: [
        demand('own', equals(taker, takerOf('report')), '由报告人评价', 'Whoever reported rates the reply'),
        demand(
          'scale',
          all(atLeast(field('stars'), 1), atMost(field('stars'), 5)),
          '评价为 1 至 5',
          'Rate it from 1 to 5',
        ),
      ],
    }),
    step('take-up', '再办', 'Take up again', {
      ...{ from: ['rated'], to: 'again', by: ['supervision'], asks: ['again'] },
    }),
  ],
  clocks: [clock('replying', '答复', 'Reply', { starts: 'report', stops: ['reply'], limit: '10W' })],
  flags: [
    flag(
      'dissatisfied',
      'yellow',
      all(equals(state, 'rated'), atMost(field('stars'), POOR)),
      '监督员对答复不满意，尚未再办',
      'The supervisor is not satisfied, and nobody has taken it up',
    ),
  ],
  measures: [
    measure('share', 'in-time', '按时答复率', 'Replied in time', {
      ...{ of: true, value: { not: { passed: 'replying' } }, per: 'unit' },
    }),
    measure('mean', 'stars', '答复评价', 'Rating of replies', {
      ...{ of: filled(field('stars')), value: field('stars'), per: 'unit' },
    }),
  ],
  notices: [],
  findings: [
    {
      ...{ on: 'report', when: filled(field('conduct')), source: 'corps', conduct: { field: 'conduct' } },
      ...{ severity: { field: 'severity' }, unit: 'unit', fact: 'seen' },
    },
  ],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '报告、答复、评价',
      'Reported, replied, rated',
      [reported, replied, does(observer, 'rate', '2026-03-25', { stars: 5 })],
      { others: [serving] },
    ),
    example('不在聘期', 'Not in his term', [reported], { refused: 'serves' }),
    example('报告所依附的单位', 'A unit that he depends on', [reported], {
      ...{ others: [tied], refused: 'independent' },
    }),
    example('“已阅”', '"Noted"', [reported, does(officer, 'reply', '2026-03-24', { reply: '已阅' })], {
      ...{ others: [serving], refused: 'says-something' },
    }),
    example(
      '别人来评价',
      'Rated by another',
      [reported, replied, does({ ...observer, by: 'other' }, 'rate', '2026-03-25', { stars: 5 })],
      { others: [serving], refused: 'own' },
    ),
    example('打 9 分', 'A nine', [reported, replied, does(observer, 'rate', '2026-03-25', { stars: 9 })], {
      ...{ others: [serving], refused: 'scale' },
    }),
    example(
      '不满意',
      'Not satisfied',
      [reported, replied, does(observer, 'rate', '2026-03-25', { stars: 1 })],
      {
        ...{ others: [serving], flagged: ['dissatisfied'] },
      },
    ),
    example('无人答复', 'Nobody replies', [reported], {
      others: [serving],
      seenOn: '2026-04-10',
      flagged: ['replying'],
    }),
  ],
})
