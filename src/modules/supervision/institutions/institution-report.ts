import { institution, shape, word } from '#engines/registers/index.ts'
import { supervisor } from './parts.ts'

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
  open,
  over,
  said,
  step,
  text,
  unit,
} = shape
const { all, any, atLeast, atMost, equals, fact, field, less, lengthOf, not, state } = word

const head = { by: 'head', as: 'head', unit: 'planning' } as const
const given = {
  ...{
    unit: 'planning',
    institution: 'first-enquiry',
    from: '2026-01-01',
    until: '2026-03-31',
    claimed: 'running',
  },
  said: '首问登记、转办单、到达确认均按制度执行',
}
const report = does(head, 'report', '2026-04-02', given)
const uses = fact('institution.uses', {
  ...{ institution: field('institution'), unit: field('unit'), from: field('from'), until: field('until') },
})

/** 制度形同虚设: what a unit says of an institution in a quarter, beside what the records hold. */
export const institutionReport = institution({
  code: 'institution-report',
  title: said('制度执行季报', 'Quarterly reports on institutions'),
  purpose: said(
    '单位每季度报告制度执行情况，与系统记录对照；一条记录也没有的是“休眠”。',
    'Units report each quarter on what they keep to; set beside the records, one without any is dormant.',
  ),
  basis: '',
  answers: ['ESUP-15'],
  area: 'supervision',
  fields: [
    unit('unit', '单位', 'Unit', { fixed: true }),
    text('institution', '制度代码', 'Institution', { fixed: true }),
    day('from', '季度起', 'From', { fixed: true }),
    day('until', '季度止', 'Until', { fixed: true }),
    choice('claimed', '单位自报', 'As the unit says', {
      running: ['正常执行', 'running'],
      dormant: ['没有执行', 'dormant'],
    }),
    longText('said', '情况说明', 'What the unit says'),
    longText('plan', '恢复执行的措施', 'How it is brought to life'),
    day('by', '恢复日期', 'By when'),
    longText('seen', '核实情况', 'What was seen'),
  ],
  named: 'institution',
  owner: { field: 'unit' },
  states: [
    open('reported', '待核实', 'to be verified'),
    over('running', '确在执行', 'running'),
    open('dormant', '休眠', 'dormant'),
  ],
  steps: [
    step('report', '报告', 'Report', {
      to: 'reported',
      by: ['head', 'unit'],
      asks: ['unit', 'institution', 'from', 'until', 'claimed', 'said'],
      demands: [
        demand(
          'known',
          atLeast(uses, 0),
          '没有这项制度；请用制度台账目录里的代码',
          'There is no such institution',
        ),
      ],
    }),
    step('confirm', '核实在执行', 'Confirm that it runs', {
      from: ['reported', 'dormant'],
      to: 'running',
      by: ['supervision'],
      asks: ['seen'],
      demands: [
        demand(
          'has-records',
          atLeast(uses, 1),
          '该季度一条记录也没有，不能认定为在执行',
          'There is not one record in the quarter, so it does not run',
        ),
      ],
    }),
    step('find-dormant', '认定休眠', 'Find it dormant', {
      from: ['reported'],
      to: 'dormant',
      by: ['supervision'],
      asks: ['seen'],
      demands: [
        demand(
          'no-records',
          equals(uses, 0),
          '该季度有记录，不是休眠',
          'There are records in the quarter: it is not dormant',
        ),
        demand('says-what', atLeast(lengthOf(field('seen')), 5), '写明核实情况', 'Say what was seen'),
      ],
    }),
    step('revive', '恢复执行', 'Bring to life', {
      ...{ from: ['dormant'], to: 'dormant', by: ['head', 'unit'], asks: ['plan', 'by'] },
    }),
  ],
  clocks: [
    clock('verifying', '核实', 'Verification', {
      ...{ starts: 'report', stops: ['confirm', 'find-dormant'], limit: '10W' },
    }),
    clock('reviving', '恢复执行', 'To be alive again', {
      ...{ starts: 'revive', stops: ['confirm'], limit: { until: 'by' } },
    }),
  ],
  flags: [
    flag(
      'in-name-only',
      'red',
      all(equals(field('claimed'), 'running'), atMost(uses, 0)),
      '自报正常执行，系统里一条记录也没有：形同虚设',
      'Reported as running with not one record: in name only',
    ),
    flag(
      'no-plan',
      'yellow',
      all(equals(state, 'dormant'), not({ filled: field('plan') })),
      '已认定休眠，单位还没有恢复措施',
      'Dormant, and the unit has no plan yet',
    ),
  ],
  measures: [
    measure('share', 'in-name-only', '形同虚设的', 'In name only', {
      of: equals(field('claimed'), 'running'),
      value: any(atMost(uses, 0), less(uses, 1)),
      per: 'unit',
      over: { day: field('until'), by: 'quarter' },
    }),
  ],
  notices: [],
  findings: [
    {
      ...{ on: 'find-dormant', source: 'register', conduct: 'dormantInstitution', severity: 'ordinary' },
      ...{ unit: 'unit', fact: 'seen' },
    },
  ],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '有记录，确在执行',
      'It runs',
      [report, does(supervisor, 'confirm', '2026-04-08', { seen: '本季度首问登记四十条' })],
      { facts: { 'institution.uses': 40 } },
    ),
    example('没有这项制度', 'No such institution', [report], { refused: 'known' }),
    example('自报执行，零记录', 'In name only', [report], {
      ...{ facts: { 'institution.uses': 0 }, flagged: ['in-name-only'] },
    }),
    example(
      '零记录而认定在执行',
      'Confirmed without a record',
      [report, does(supervisor, 'confirm', '2026-04-08', { seen: '负责人口头说明' })],
      { facts: { 'institution.uses': 0 }, refused: 'has-records' },
    ),
    example(
      '有记录而认定休眠',
      'Found dormant with records',
      [report, does(supervisor, 'find-dormant', '2026-04-08', { seen: '没有看到记录' })],
      { facts: { 'institution.uses': 4 }, refused: 'no-records' },
    ),
    example(
      '认定没写清',
      'Says nothing',
      [report, does(supervisor, 'find-dormant', '2026-04-08', { seen: '无' })],
      {
        ...{ facts: { 'institution.uses': 0 }, refused: 'says-what' },
      },
    ),
    example(
      '认定休眠，没有措施',
      'Dormant without a plan',
      [report, does(supervisor, 'find-dormant', '2026-04-08', { seen: '本季度没有一条首问登记' })],
      { facts: { 'institution.uses': 0 }, flagged: ['in-name-only', 'no-plan'] },
    ),
  ],
})
