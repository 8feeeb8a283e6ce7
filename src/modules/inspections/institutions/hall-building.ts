import { institution, shape, word } from '#engines/registers/index.ts'
import { supervisor } from './parts.ts'

const { choice, demand, does, entry, example, flag, hall, longText, measure, over, said, step } = shape
const { all, any, atLeast, count, differs, equals, fact, field, its, itsState, less } = word

/** † A network over which fewer cases than this came in a week is no running hall. */
const CASES_A_WEEK = 1

const KINDS = {
  departments: ['部门进驻', 'departments in'],
  network: ['网络开通', 'network up'],
  supervision: ['监察开通', 'supervision on'],
  rules: ['制度印发', 'rules issued'],
} as const

/** What runs, as the platform itself knows it: cases, departments, cards and clocks, rules in force. */
const runs = {
  departments: atLeast(fact('hall.departments', { hall: field('hall') }), 1),
  network: atLeast(fact('cases.recent', { days: 7 }), CASES_A_WEEK),
  supervision: all(
    atLeast(fact('cases.underClock'), 1),
    atLeast(fact('finding.sources', { source: 'card' }), 0),
  ),
  rules: atLeast(count('hall-rules', equals(itsState, 'inForce')), 1),
} as const
const running = any(...Object.entries(runs).map(([kind, there]) => all(equals(field('kind'), kind), there)))
const milestone = (...states: string[]) =>
  atLeast(
    count(
      'hall-milestone',
      all(equals(its('id'), field('milestone')), any(...states.map((one) => equals(itsState, one)))),
    ),
    1,
  )

const given = {
  milestone: 'other-1',
  hall: 'main',
  kind: 'network',
  outcome: 'running',
  seen: '现场取号办理，数据即时上传',
}
const check = does(supervisor, 'record', '2026-06-24', given)
const reported = { of: 'hall-milestone', state: 'reported', values: { hall: 'main', kind: 'network' } }

/** 政务服务中心建设督查: each milestone against what the platform itself holds, not against the report. */
export const hallBuildingCheck = institution({
  code: 'hall-building-check',
  title: said('政务服务中心建设督查', 'Inspection of hall building'),
  purpose: said(
    '逐个节点对照办件、进驻部门、监察时限的实时数据督查，不以报告为准。',
    'Each milestone is checked against live cases, departments and clocks, never against the report.',
  ),
  basis: '',
  answers: ['INSP-16'],
  area: 'inspections',
  fields: [
    entry('hall-milestone', 'milestone', '建设节点', 'Milestone', { fixed: true }),
    hall('hall', '大厅', 'Hall', { fixed: true }),
    choice('kind', '节点类型', 'Kind', KINDS, { fixed: true }),
    choice('outcome', '督查结果', 'Outcome', {
      running: ['实际运行', 'running'],
      notRunning: ['没有运行', 'not running'],
    }),
    longText('seen', '现场情况', 'What was seen'),
  ],
  named: 'milestone',
  owner: 'opener',
  states: [over('recorded', '已督查', 'inspected')],
  steps: [
    step('record', '督查', 'Record', {
      to: 'recorded',
      by: ['supervision', 'leader'],
      asks: ['milestone', 'hall', 'kind', 'outcome', 'seen'],
      demands: [
        demand(
          'of-that-milestone',
          atLeast(
            count(
              'hall-milestone',
              all(
                equals(its('id'), field('milestone')),
                equals(its('hall'), field('hall')),
                equals(its('kind'), field('kind')),
              ),
            ),
            1,
          ),
          '大厅和节点类型须与所督查的节点一致',
          'Hall and kind are those of the milestone',
        ),
        demand(
          'live-data',
          any(differs(field('outcome'), 'running'), running),
          '系统里没有对应的实时数据，不能认定为实际运行',
          'The platform holds no live data for it, so it does not run',
        ),
      ],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'done-on-paper',
      'red',
      all(milestone('reported', 'done'), any(equals(field('outcome'), 'notRunning'), { not: running })),
      '节点已报完成，实际没有运行',
      'The milestone is reported done and nothing runs',
    ),
    flag(
      'thin',
      'notice',
      all(equals(field('kind'), 'departments'), less(fact('hall.departments', { hall: field('hall') }), 2)),
      '只有一个部门在大厅办件',
      'Only one department works in the hall',
    ),
  ],
  measures: [
    measure('share', 'running', '实际运行的节点', 'Milestones that run', {
      ...{ of: true, value: equals(field('outcome'), 'running'), per: 'kind' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example('有办件，实际运行', 'Cases come in', [check], {
      others: [reported],
      facts: { 'cases.recent': 40 },
    }),
    example('没有数据却认定运行', 'No data, and said to run', [check], {
      ...{ others: [reported], facts: { 'cases.recent': 0 }, refused: 'live-data' },
    }),
    example(
      '报了完成，没有运行',
      'Reported done, not running',
      [does(supervisor, 'record', '2026-06-24', { ...given, outcome: 'notRunning' })],
      { others: [reported], facts: { 'cases.recent': 0 }, flagged: ['done-on-paper'] },
    ),
    example('认定后数据断了', 'The data stopped', [check], {
      ...{ others: [reported], facts: { 'cases.recent': 40 }, seenWith: { 'cases.recent': 0 } },
      ...{ seenOn: '2026-07-20', flagged: ['done-on-paper'] },
    }),
    example('不是那个节点', 'Not that milestone', [check], { refused: 'of-that-milestone' }),
    example(
      '只有一个部门',
      'One department only',
      [does(supervisor, 'record', '2026-06-24', { ...given, kind: 'departments' })],
      {
        others: [{ ...reported, values: { hall: 'main', kind: 'departments' } }],
        ...{ facts: { 'hall.departments': 1 }, flagged: ['thin'] },
      },
    ),
  ],
})
