import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choices,
  clock,
  day,
  demand,
  does,
  example,
  flag,
  longText,
  measure,
  money,
  number,
  open,
  over,
  said,
  step,
  text,
  unit,
} = shape
const { all, atLeast, differs, equals, field, filled, lengthOf, more, not, oneOf, passed, state } = word

const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const leader = { by: 'leader', as: 'leader', unit: 'county-government' } as const

const given = {
  ...{
    year: 2026,
    unit: 'market',
    what: '自行规定摊位须购买指定保险',
    signals: ['ownRule', 'designatedVendor'],
  },
  ...{ evidence: '窗口张贴的内部通知照片三张', finding: 'finding/2026-0012', listBy: '2026-12-31' },
}
const tagged = does(supervisor, 'tag', '2026-03-02', given)

/** 权力部门化风险: what a department made for itself, tagged by its signals and listed once a year for the leading group. */
export const powerCapture = institution({
  code: 'power-capture',
  title: said('权力部门化风险清单', 'Signs of power put to own use'),
  purpose: said(
    '问题线索按“自定规则、收费留用、指定经营者”打上风险标签，每年列成清单报领导小组；为本部门创收的规定看得见。',
    'Findings are tagged: own-made rules, fees kept, a designated vendor; once a year the list goes to the leading group.',
  ),
  basis: '《优化营商环境条例》第四十三条、第六十四条',
  answers: ['ESUP-24'],
  area: 'supervision',
  fields: [
    number('year', '年度', 'Year', { fixed: true }),
    unit('unit', '单位', 'Department', { fixed: true }),
    text('what', '规定或做法', 'Rule or practice', { fixed: true }),
    choices('signals', '风险信号', 'Signals', {
      ownRule: ['自定规则', 'own-made rule'],
      feesKept: ['收费留用', 'fees kept'],
      designatedVendor: ['指定经营者', 'designated vendor'],
    }),
    longText('evidence', '证据', 'Evidence'),
    text('finding', '问题线索编号', 'Finding'),
    unit('incomeTo', '收入归谁', 'Who gets the income'),
    money('income', '年收入（分）', 'Income a year'),
    day('listBy', '列入清单期限', 'To be listed by'),
    longText('answer', '单位说明', 'The department’s answer'),
    longText('outcome', '领导小组意见', 'What the leading group said'),
  ],
  named: 'what',
  owner: { field: 'unit' },
  states: [
    open('tagged', '已标注', 'tagged'),
    open('answered', '已说明', 'answered'),
    open('listed', '已列入年度清单', 'on the yearly list'),
    over('ended', '已停止', 'ended'),
    over('cleared', '不成立', 'cleared'),
  ],
  steps: [
    step('tag', '标注风险', 'Tag', {
      to: 'tagged',
      by: ['supervision'],
      asks: ['year', 'unit', 'what', 'signals', 'evidence', 'finding?', 'incomeTo?', 'income?', 'listBy'],
      demands: [
        demand('shown', atLeast(lengthOf(field('evidence')), 6), '风险标签须有证据', 'A tag needs evidence'),
      ],
    }),
    step('answer', '说明', 'Answer', {
      from: ['tagged', 'listed'],
      to: 'answered',
      by: ['unit'],
      asks: ['answer'],
    }),
    step('list', '列入年度清单', 'Put on the list', {
      from: ['tagged', 'answered'],
      to: 'listed',
      by: ['supervision'],
    }),
    step('end', '责令停止', 'End it', { from: ['listed'], to: 'ended', by: ['leader'], asks: ['outcome'] }),
    step('clear', '认定不成立', 'Clear', {
      from: ['listed'],
      to: 'cleared',
      by: ['leader'],
      asks: ['outcome'],
      demands: [
        demand(
          'not-own-income',
          not(
            all(filled(field('income')), more(field('income'), 0), equals(field('incomeTo'), field('unit'))),
          ),
          '规定为本部门带来收入的，不得认定不成立，只能责令停止',
          'A rule that serves the department’s own income is not cleared, it is ended',
        ),
      ],
    }),
  ],
  clocks: [
    clock('listing', '列入年度清单', 'Put on the yearly list', {
      starts: 'tag',
      stops: ['list'],
      limit: { until: 'listBy' },
    }),
  ],
  flags: [
    flag(
      'own-income',
      'red',
      all(more(field('income'), 0), equals(field('incomeTo'), field('unit')), not(oneOf(state, ['ended']))),
      '本部门的规定为本部门创收',
      'A department’s rule serves its own income',
    ),
    flag(
      'unlisted',
      'yellow',
      all(passed('listing'), differs(state, 'ended')),
      '没有列入年度清单',
      'Not on the yearly list in time',
    ),
  ],
  measures: [
    measure('count', 'by-unit', '各单位风险', 'Signs by department', {
      of: differs(state, 'cleared'),
      value: true,
      per: 'unit',
    }),
    measure('count', 'by-year', '年度清单', 'The yearly list', {
      of: oneOf(state, ['listed', 'ended']),
      value: true,
      per: 'year',
    }),
    measure('sum', 'income', '涉及收入', 'Income concerned', {
      of: filled(field('income')),
      value: field('income'),
      per: 'unit',
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('标注、说明、列入、停止', 'Tagged, answered, listed, ended', [
      tagged,
      does({ by: 'officer', as: 'unit', unit: 'market' }, 'answer', '2026-03-04', { answer: '为方便管理' }),
      does(supervisor, 'list', '2026-03-05'),
      does(leader, 'end', '2026-03-20', { outcome: '立即停止' }),
    ]),
    example(
      '没有证据',
      'Without evidence',
      [does(supervisor, 'tag', '2026-03-02', { ...given, evidence: '听说' })],
      { refused: 'shown' },
    ),
    example(
      '为自己创收',
      'For its own income',
      [does(supervisor, 'tag', '2026-03-02', { ...given, incomeTo: 'market', income: 5000000 })],
      { flagged: ['own-income'] },
    ),
    example(
      '创收的规定不得放过',
      'Not cleared',
      [
        does(supervisor, 'tag', '2026-03-02', { ...given, incomeTo: 'market', income: 5000000 }),
        does(supervisor, 'list', '2026-03-05'),
        does(leader, 'clear', '2026-03-20', { outcome: '情况属实但不追究' }),
      ],
      { refused: 'not-own-income' },
    ),
    example(
      '没有列入',
      'Not listed',
      [
        tagged,
        does({ by: 'officer', as: 'unit', unit: 'market' }, 'answer', '2026-03-04', { answer: '在研究' }),
      ],
      {
        seenOn: '2027-01-05',
        flagged: ['listing', 'unlisted'],
      },
    ),
  ],
})
