import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choice,
  clock,
  demand,
  does,
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
} = shape
const { all, any, differs, empty, equals, fact, field, filled, state } = word

const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const department = { by: 'head', as: 'head', unit: 'planning' } as const
const leader = { by: 'leader', as: 'leader', unit: 'government' } as const
const given = {
  year: 2026,
  unit: 'planning',
  matter: '店招设置意见',
  form: 'opinion',
  evidence: '抽查卷宗12份均附意见',
}
const noted = does(supervisor, 'note', '2026-03-02', given)

/** 管了什么、法律给了什么: what a department really decides, beside the powers that the law gives it. */
export const regulatedMatters = institution({
  code: 'regulated-matters',
  title: said('实际管理事项与法定权限对照', 'What is regulated, and what the law gives'),
  purpose: said(
    '每年对照部门实际在管的事（意见、盖章、备案）和法定权限，多出来的取消或补正依据。',
    'Each year: what a department really handles (opinions, stamps, filings) beside its legal powers; extra ones are cut or justified.',
  ),
  basis: '《行政许可法》第十二条、第十三条',
  answers: ['ITEM-42'],
  area: 'catalogue',
  fields: [
    number('year', '年度', 'Year', { fixed: true }),
    unit('unit', '单位', 'Department', { fixed: true }),
    text('matter', '实际管理的事', 'Matter', { fixed: true }),
    choice('form', '形式', 'Form', {
      licence: ['许可', 'licence'],
      opinion: ['出具意见', 'opinion'],
      stamp: ['盖章', 'stamp'],
      filing: ['备案', 'filing'],
    }),
    item('item', '清单中的对应事项', 'Item of the catalogue'),
    longText('evidence', '事实', 'Evidence'),
    text('basis', '法律依据', 'Law'),
    choice('outcome', '处理', 'Outcome', {
      cut: ['取消', 'cut'],
      justified: ['有据保留', 'justified'],
      entered: ['列入清单', 'entered in the catalogue'],
    }),
    longText('answer', '单位说明', "The department's answer"),
  ],
  named: 'matter',
  owner: { field: 'unit' },
  states: [
    open('noted', '已列出', 'noted'),
    open('answered', '已说明', 'answered'),
    over('settled', '已处理', 'settled'),
  ],
  steps: [
    step('note', '列出', 'Note', {
      ...{
        to: 'noted',
        by: ['supervision', 'unit'],
        asks: ['year', 'unit', 'matter', 'form', 'item?', 'evidence', 'basis?'],
      },
    }),
    step('answer', '说明', 'Answer', {
      from: ['noted'],
      to: 'answered',
      by: ['unit'],
      asks: ['answer', 'basis?'],
    }),
    step('settle', '处理', 'Settle', {
      from: ['noted', 'answered'],
      to: 'settled',
      by: ['leader', 'supervision'],
      notOwner: true,
      asks: ['outcome', 'item?', 'basis?'],
      demands: [
        demand(
          'justified-by-law',
          any(differs(field('outcome'), 'justified'), filled(field('basis'))),
          '没有法律依据的不能保留：请写明条款，或者取消',
          'Without a law it is not kept: name the clause, or cut it',
        ),
        demand(
          'entered-as-item',
          any(differs(field('outcome'), 'entered'), filled(field('item'))),
          '列入清单的请选对应事项',
          'Name the item under which it was entered',
        ),
      ],
    }),
  ],
  clocks: [
    clock('answering', '单位说明', 'Answer', { starts: 'note', stops: ['answer', 'settle'], limit: '15W' }),
    clock('settling', '处理', 'Settlement', { starts: 'note', stops: ['settle'], limit: '3M' }),
  ],
  flags: [
    flag(
      'outside-the-catalogue',
      'red',
      all(empty(field('item')), differs(state, 'settled')),
      '清单之外的变相审批',
      'A de facto approval outside of the catalogue',
    ),
  ],
  measures: [
    measure('count', 'outside', '清单外事项', 'Matters outside of the catalogue', {
      ...{ of: empty(field('item')), value: true, per: 'unit' },
    }),
    measure('sum', 'legal-powers', '清单内事项数', 'Items of the catalogue', {
      ...{
        of: equals(field('form'), 'licence'),
        value: fact('unit.items', { unit: field('unit') }),
        per: 'unit',
      },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('变相审批被取消', 'A de facto approval, cut', [
      noted,
      does(leader, 'settle', '2026-03-20', { outcome: 'cut' }),
    ]),
    example('清单外', 'Outside of the catalogue', [noted], { flagged: ['outside-the-catalogue'] }),
    example('清单内', 'In the catalogue', [
      does(department, 'note', '2026-03-02', { ...given, item: 'food-business' }),
    ]),
    example(
      '没依据要保留',
      'Kept without a law',
      [noted, does(leader, 'settle', '2026-03-20', { outcome: 'justified' })],
      {
        refused: 'justified-by-law',
      },
    ),
    example(
      '列入但没选事项',
      'Entered as nothing',
      [noted, does(leader, 'settle', '2026-03-20', { outcome: 'entered' })],
      {
        refused: 'entered-as-item',
      },
    ),
    example('迟迟不说明', 'No answer', [noted], {
      seenOn: '2026-04-20',
      flagged: ['answering', 'outside-the-catalogue'],
    }),
  ],
})
