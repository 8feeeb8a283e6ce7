import { institution, shape, word } from '#engines/registers/index.ts'

const {
  account,
  choice,
  clock,
  does,
  demand,
  example,
  flag,
  item,
  longText,
  measure,
  number,
  open,
  over,
  said,
  step,
  text,
  unit,
  yesNo,
} = shape
const { all, any, atLeast, dayOf, differs, equals, fact, field, passed, state } = word

const department = { by: 'head', as: 'head', unit: 'planning' } as const
const tester = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const given = {
  ...{ unit: 'planning', item: 'food-business', step: 'review', level: 'high', owner: 'wang.fang' },
  ...{ control: '现场核查两人到场，照片入档', twoPersons: true, sample: 20 },
}
const rated = does(department, 'rate', '2026-03-02', given)
const tested = does(tester, 'test', '2026-04-01', { result: '抽查20件，两人签名齐全', works: true })
const facts = { 'cases.alone': 0 }
/** A larger sample for high risk, and how long a control may go untested; an office publishes its own. */
const [HIGH_SAMPLE, UNTESTED_DAYS] = [10, 90]

/** 廉政风险点: a step of an item with its risk, its control, its owner, and whether the control was ever tested. */
export const riskRegister = institution({
  code: 'risk-register',
  title: said('廉政风险点', 'Corruption-prone steps'),
  purpose: said(
    '事项环节的风险等级、防控措施和责任人；高风险环节两人办理、加大抽查，措施要检验。',
    'Risk of each step with control and owner; high-risk steps take two persons and a larger sample, and controls are tested.',
  ),
  basis: '',
  answers: ['ITEM-37'],
  area: 'catalogue',
  fields: [
    item('item', '事项', 'Item', { fixed: true }),
    text('step', '环节代码', 'Step (its code)', { fixed: true }),
    unit('unit', '单位', 'Department', { fixed: true }),
    choice('level', '风险等级', 'Level', {
      high: ['高', 'high'],
      medium: ['中', 'medium'],
      low: ['低', 'low'],
    }),
    longText('control', '防控措施', 'Control'),
    account('owner', '责任人', 'Owner'),
    yesNo('twoPersons', '两人办理', 'Two persons'),
    number('sample', '抽查比例（%）', 'Sample in per cent'),
    longText('result', '检验结果', 'Result of the test'),
    yesNo('works', '措施有效', 'The control works'),
    text('why', '理由', 'Why'),
  ],
  named: 'step',
  owner: { field: 'unit' },
  states: [
    open('rated', '已定级', 'rated'),
    open('tested', '已检验', 'tested'),
    over('closed', '已消除', 'closed'),
  ],
  steps: [
    step('rate', '定级', 'Rate', {
      to: 'rated',
      by: ['head'],
      asks: ['item', 'step', 'unit', 'level', 'control', 'owner', 'twoPersons', 'sample'],
      demands: [
        demand(
          'two-for-high',
          any(differs(field('level'), 'high'), equals(field('twoPersons'), true)),
          '高风险环节必须两人办理',
          'A high-risk step takes two persons',
        ),
        demand(
          'larger-sample',
          any(differs(field('level'), 'high'), atLeast(field('sample'), HIGH_SAMPLE)),
          `高风险环节抽查比例不低于${HIGH_SAMPLE}%`,
          `The sample of a high-risk step is ${HIGH_SAMPLE} per cent or more`,
        ),
      ],
    }),
    step('test', '检验措施', 'Test the control', {
      ...{
        from: ['rated', 'tested'],
        to: 'tested',
        by: ['supervision'],
        notBy: ['rate'],
        notOwner: true,
        asks: ['result', 'works'],
      },
    }),
    step('close', '消除', 'Close', {
      from: ['tested'],
      to: 'closed',
      by: ['supervision', 'leader'],
      asks: ['why'],
    }),
  ],
  clocks: [
    clock('testing', '检验措施', 'Test', { starts: 'rate', stops: ['test'], limit: `${UNTESTED_DAYS}D` }),
  ],
  flags: [
    flag(
      'done-alone',
      'red',
      all(
        equals(field('level'), 'high'),
        differs(state, 'closed'),
        atLeast(fact('cases.alone', { item: field('item'), step: field('step'), from: dayOf('rate') }), 1),
      ),
      '高风险环节由一人从头办到底',
      'A high-risk step was done by one person alone',
    ),
    flag(
      'never-tested',
      'yellow',
      all(equals(state, 'rated'), passed('testing')),
      '防控措施从未检验',
      'The control was never tested',
    ),
    flag(
      'fails',
      'red',
      all(equals(state, 'tested'), equals(field('works'), false)),
      '防控措施无效',
      'The control does not work',
    ),
  ],
  measures: [
    measure('share', 'tested', '已检验比例', 'Share tested', {
      ...{ of: differs(state, 'closed'), value: equals(state, 'tested'), per: 'unit' },
    }),
    measure('count', 'by-level', '各级风险点', 'By level', {
      of: differs(state, 'closed'),
      value: true,
      per: 'level',
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('高风险两人办，措施有效', 'Two persons, and the control works', [rated, tested], { facts }),
    example('一人从头办到底', 'One person alone', [rated, tested], {
      facts: { 'cases.alone': 3 },
      flagged: ['done-alone'],
    }),
    example('从未检验', 'Never tested', [rated], {
      facts,
      seenOn: '2026-07-01',
      flagged: ['never-tested', 'testing'],
    }),
    example(
      '措施无效',
      'The control fails',
      [rated, does(tester, 'test', '2026-04-01', { result: '照片为补拍', works: false })],
      { facts, flagged: ['fails'] },
    ),
    example(
      '高风险一人办',
      'High risk, one person',
      [does(department, 'rate', '2026-03-02', { ...given, twoPersons: false })],
      {
        refused: 'two-for-high',
      },
    ),
    example(
      '抽得太少',
      'Too small a sample',
      [does(department, 'rate', '2026-03-02', { ...given, sample: 2 })],
      {
        refused: 'larger-sample',
      },
    ),
    example(
      '本单位自己检验',
      'Tested by its own department',
      [rated, does(department, 'test', '2026-04-01', { result: '很好', works: true })],
      {
        refused: 'register.not-yours',
      },
    ),
  ],
})
