import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choice,
  clock,
  day,
  demand,
  does,
  example,
  flag,
  hall,
  longText,
  measure,
  open,
  over,
  said,
  step,
  text,
} = shape
const { all, any, atLeast, count, equals, fact, field, itsState, passed, state } = word

const manager = { by: 'manager', as: { unitKind: 'hall' }, unit: 'hall-office' } as const
const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const given = {
  hall: 'main',
  kind: 'departments',
  what: '24个部门进驻',
  dueOn: '2026-06-30',
  paper: '自治区〔2026〕5号',
}
const set = does(manager, 'set', '2026-03-02', given)
const report = does(manager, 'report', '2026-06-20', { evidence: '24个部门已办件' })
const live = {
  'hall.departments': 24,
  'cases.recent': 310,
  'cases.underClock': 120,
}

/** What would be there if a milestone were reached, taken from the platform itself. */
const dataOf = {
  departments: atLeast(fact('hall.departments', { hall: field('hall') }), 1),
  network: atLeast(fact('cases.recent', { days: 7 }), 1),
  supervision: atLeast(fact('cases.underClock'), 1),
  rules: atLeast(count('hall-rules', equals(itsState, 'inForce')), 1),
} as const

/** 大厅建设进度: milestones by the superior's dates; done is what live data shows, not what is reported. */
export const hallMilestone = institution({
  code: 'hall-milestone',
  title: said('大厅建设进度', 'Hall construction milestones'),
  purpose: said(
    '部门进驻、联网、监察开通、制度印发，按上级要求的日期推进；没有实时数据的不能报完成。',
    "Departments in, network up, supervision on, rules issued, by the superior's dates; without live data nothing is done.",
  ),
  basis: '',
  answers: ['HALL-36'],
  area: 'hall',
  fields: [
    hall('hall', '大厅', 'Hall', { fixed: true }),
    choice(
      'kind',
      '节点',
      'Milestone',
      {
        departments: ['部门进驻', 'departments in'],
        network: ['网络开通', 'network up'],
        supervision: ['监察开通', 'supervision on'],
        rules: ['制度印发', 'rules issued'],
      },
      { fixed: true },
    ),
    text('what', '要求', 'What is asked'),
    day('dueOn', '上级要求日期', "The superior's date", { fixed: true }),
    text('paper', '上级文号', "The superior's paper"),
    longText('evidence', '完成情况', 'Evidence'),
    longText('why', '退回理由', 'Why returned'),
  ],
  named: 'what',
  owner: 'opener',
  states: [
    open('pending', '推进中', 'pending'),
    open('reported', '已报完成', 'reported done'),
    over('done', '已核实', 'done'),
  ],
  steps: [
    step('set', '登记节点', 'Set', {
      ...{ to: 'pending', by: [{ unitKind: 'hall' }, 'leader', 'supervision'] },
      asks: ['hall', 'kind', 'what', 'dueOn', 'paper'],
    }),
    step('report', '报完成', 'Report done', {
      from: ['pending'],
      to: 'reported',
      by: ['unit'],
      asks: ['evidence'],
      demands: [
        demand(
          'live-data',
          any(...Object.entries(dataOf).map(([kind, there]) => all(equals(field('kind'), kind), there))),
          '系统中没有对应的实时数据（进驻部门、近七天办件、时限监察或施行的制度），不能报完成',
          'The platform holds no live data for it (departments, cases of the last week, running clocks, rules in force), so it is not done',
        ),
      ],
    }),
    step('confirm', '核实', 'Confirm', {
      from: ['reported'],
      to: 'done',
      by: ['supervision', 'leader'],
      notBy: ['report'],
    }),
    step('return', '退回', 'Return', {
      from: ['reported'],
      to: 'pending',
      by: ['supervision', 'leader'],
      asks: ['why'],
    }),
  ],
  clocks: [
    clock('due', '上级要求日期', "The superior's date", {
      starts: 'set',
      stops: ['report'],
      limit: { until: 'dueOn' },
    }),
    clock('confirming', '核实', 'Confirmation', {
      starts: 'report',
      stops: ['confirm', 'return'],
      limit: '10W',
    }),
  ],
  flags: [
    flag(
      'late',
      'red',
      all(passed('due'), equals(state, 'pending')),
      '未按上级要求的日期完成',
      "The superior's date has passed",
    ),
    flag(
      'data-gone',
      'yellow',
      all(
        equals(state, 'done'),
        equals(field('kind'), 'network'),
        equals(fact('cases.recent', { days: 7 }), 0),
      ),
      '已报完成，但近七天没有数据',
      'Reported done, and no data in the last week',
    ),
  ],
  measures: [
    measure('share', 'in-time', '按期完成率', 'Done in time', {
      ...{ of: equals(state, 'done'), value: { not: passed('due') } },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example('按期完成并核实', 'Done in time', [set, report, does(supervisor, 'confirm', '2026-06-24')], {
      facts: live,
    }),
    example('没有数据就报完成', 'Reported without data', [set, report], {
      ...{ facts: { 'hall.departments': 0 }, refused: 'live-data' },
    }),
    example('误期', 'Late', [set], { seenOn: '2026-07-01', flagged: ['due', 'late'] }),
    example(
      '核实后数据断了',
      'The data stopped',
      [
        does(manager, 'set', '2026-03-02', { ...given, kind: 'network' }),
        report,
        does(supervisor, 'confirm', '2026-06-24'),
      ],
      { facts: live, seenOn: '2026-08-01', seenWith: { 'cases.recent': 0 }, flagged: ['data-gone'] },
    ),
    example(
      '自己报、自己核实',
      'Confirmed by the reporter',
      [does(supervisor, 'set', '2026-03-02', given), report],
      { facts: live, refused: 'register.not-yours' },
    ),
  ],
})
