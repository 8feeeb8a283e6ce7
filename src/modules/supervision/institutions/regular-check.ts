import { institution, shape, word } from '#engines/registers/index.ts'
import { leader, supervisor } from './parts.ts'

const {
  choice,
  clock,
  day,
  demand,
  does,
  example,
  flag,
  longText,
  measure,
  number,
  open,
  over,
  said,
  step,
  text,
} = shape
const { unit } = shape
const { all, atLeast, atMost, dayOf, differs, equals, field, filled, less, lengthOf, more, passed, state } =
  word

const given = {
  ...{
    what: '优化政务环境检查',
    body: 'discipline',
    unit: 'planning',
    from: '2026-03-01',
    until: '2026-03-31',
  },
}
const planned = does(supervisor, 'plan', '2026-02-20', given)
const sheet = { doneOn: '2026-03-18', findings: 1, seen: '抽查三个窗口，一处指南过期' }

/** 定期检查: the calendar of regular checks, each with its period, its sheet and the day on which it was really filled in. */
export const regularCheck = institution({
  code: 'regular-check',
  title: said('定期检查', 'Regular checks'),
  purpose: said(
    '定期检查的日历：期间、检查表、完成日期、问题数；期后补填的看得见，完成率按季度报领导小组。',
    'The calendar of regular checks; sheets filled in afterwards show, and the share done is told by quarter.',
  ),
  basis: '',
  answers: ['ESUP-21'],
  area: 'supervision',
  fields: [
    text('what', '检查内容', 'What', { fixed: true }),
    choice('body', '检查机关', 'By', {
      discipline: ['纪检监察机关', 'discipline and supervision'],
      supervision: ['效能监察室', 'efficiency supervision'],
      audit: ['审计机关', 'audit'],
      joint: ['联合', 'several together'],
    }),
    unit('unit', '被检查单位', 'Unit', { fixed: true }),
    day('from', '期间起', 'From', { fixed: true }),
    day('until', '期间止', 'Until', { fixed: true }),
    day('doneOn', '检查日期', 'Checked on'),
    number('findings', '问题数', 'Findings'),
    longText('seen', '检查情况', 'What was seen'),
    longText('why', '未检查的理由', 'Why not'),
  ],
  named: 'what',
  owner: 'opener',
  states: [
    open('planned', '已列入计划', 'planned'),
    over('done', '已检查', 'done'),
    over('skipped', '未检查', 'not done'),
  ],
  steps: [
    step('plan', '列入计划', 'Plan', {
      to: 'planned',
      by: ['supervision', 'leader'],
      asks: ['what', 'body', 'unit', 'from', 'until'],
      demands: [
        demand(
          'in-order',
          atMost(field('from'), field('until')),
          '期间起止颠倒',
          'The period ends before it begins',
        ),
      ],
    }),
    step('do', '填检查表', 'Fill in the sheet', {
      from: ['planned'],
      to: 'done',
      by: ['supervision'],
      asks: ['doneOn', 'findings', 'seen'],
      demands: [
        demand(
          'not-ahead',
          atMost(field('doneOn'), dayOf('do')),
          '检查日期不能在今天以后',
          'The day of the check lies not ahead',
        ),
        demand(
          'says-what',
          atLeast(lengthOf(field('seen')), 8),
          '写明检查了什么、看到什么',
          'Say what was checked and seen',
        ),
      ],
    }),
    step('skip', '说明未检查', 'Explain why not', {
      ...{ from: ['planned'], to: 'skipped', by: ['leader'], asks: ['why'] },
    }),
  ],
  clocks: [
    clock('period', '检查期间', 'The period', {
      starts: 'plan',
      stops: ['do', 'skip'],
      limit: { until: 'until' },
    }),
  ],
  flags: [
    flag(
      'filled-afterwards',
      'red',
      all(filled(dayOf('do')), more(dayOf('do'), field('until'))),
      '检查表在期间结束后才填写',
      'The sheet was filled in after the period',
    ),
    flag(
      'outside-the-period',
      'yellow',
      all(filled(field('doneOn')), less(field('doneOn'), field('from'))),
      '检查日期不在期间内',
      'The day of the check lies outside the period',
    ),
  ],
  measures: [
    measure('share', 'done', '按计划完成率', 'Done to plan', {
      of: true,
      value: all(equals(state, 'done'), atMost(dayOf('do'), field('until'))),
      over: { day: field('until'), by: 'quarter' },
    }),
    measure('sum', 'findings', '发现问题', 'Findings', {
      ...{ of: equals(state, 'done'), value: field('findings'), per: 'unit' },
    }),
    measure('share', 'late', '期后补填', 'Filled in afterwards', {
      ...{ of: differs(state, 'planned'), value: passed('period'), per: 'body' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own', sealed: ['planned'] },
  examples: [
    example('按期检查', 'Checked in its period', [planned, does(supervisor, 'do', '2026-03-18', sheet)]),
    example('期后补填', 'Filled in afterwards', [planned, does(supervisor, 'do', '2026-04-20', sheet)], {
      flagged: ['period', 'filled-afterwards'],
    }),
    example(
      '提前很久',
      'Before its period',
      [planned, does(supervisor, 'do', '2026-03-02', { ...sheet, doneOn: '2026-02-25' })],
      { flagged: ['outside-the-period'] },
    ),
    example('日期在以后', 'A day ahead', [planned, does(supervisor, 'do', '2026-03-02', sheet)], {
      refused: 'not-ahead',
    }),
    example(
      '没写看到什么',
      'Says nothing',
      [planned, does(supervisor, 'do', '2026-03-18', { ...sheet, seen: '正常' })],
      {
        refused: 'says-what',
      },
    ),
    example(
      '起止颠倒',
      'Out of order',
      [does(supervisor, 'plan', '2026-02-20', { ...given, until: '2026-02-01' })],
      {
        refused: 'in-order',
      },
    ),
    example('领导说明未检查', 'Explained', [
      planned,
      does(leader, 'skip', '2026-03-30', { why: '与联合督查合并' }),
    ]),
    example('没检查', 'Not done', [planned], { seenOn: '2026-04-02', flagged: ['period'] }),
  ],
})
