import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choice,
  clock,
  day,
  demand,
  does,
  example,
  flag,
  item,
  longText,
  measure,
  open,
  over,
  said,
  step,
  text,
  unit,
} = shape
const { all, any, atLeast, differs, empty, equals, fact, field, filled, state, today } = word

const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const second = { ...supervisor, by: 'second' } as const
const department = { by: 'head', as: 'head', unit: 'planning' } as const
const given = {
  ...{
    unit: 'planning',
    kind: 'overstepping',
    what: '要求小餐馆先办“选址同意书”',
    basis: '',
    correctBy: '2026-04-30',
  },
  facts: '走访三家餐馆均被要求',
}
const found = does(supervisor, 'find', '2026-03-02', given)
const corrected = does(department, 'correct', '2026-04-20', { done: '已停止要求，公告废止' })

/** 越位、缺位、错位: what a review of functions found, who puts it right and until when. */
export const functionReview = institution({
  code: 'function-review',
  title: said('职能越位、缺位、错位', 'Overstepping, absence and misplacement'),
  purpose: said(
    '职能清理发现的问题分三类登记，定责任单位和整改日期，未销号的领导看得见。',
    'Findings of a function review by kind, with owner and date; leaders see what stands open.',
  ),
  basis: '',
  answers: ['ITEM-07'],
  area: 'catalogue',
  fields: [
    text('what', '问题', 'Finding'),
    choice('kind', '类别', 'Kind', {
      overstepping: ['越位', 'overstepping'],
      absent: ['缺位', 'absent'],
      misplaced: ['错位', 'misplaced'],
    }),
    unit('unit', '责任单位', 'Owner'),
    item('item', '对应事项', 'Item'),
    text('basis', '行使该职能的依据', 'Basis claimed'),
    longText('facts', '事实', 'Facts'),
    day('correctBy', '整改期限', 'Correct by'),
    longText('done', '整改情况', 'What was done'),
    longText('why', '退回理由', 'Why returned'),
  ],
  named: 'what',
  owner: { field: 'unit' },
  states: [
    open('open', '待整改', 'open'),
    open('corrected', '已报整改', 'reported corrected'),
    over('closed', '已销号', 'closed'),
  ],
  steps: [
    step('find', '登记', 'Record', {
      to: 'open',
      by: ['supervision', 'leader', 'anyHead'],
      asks: ['what', 'kind', 'unit', 'item?', 'basis?', 'facts', 'correctBy'],
      demands: [
        demand(
          'in-time',
          atLeast(field('correctBy'), today),
          '整改期限不能早于今天',
          'The date must not lie in the past',
        ),
      ],
    }),
    step('correct', '报整改', 'Report', { from: ['open'], to: 'corrected', by: ['unit'], asks: ['done'] }),
    step('confirm', '销号', 'Close', {
      ...{
        from: ['corrected'],
        to: 'closed',
        by: ['supervision', 'leader'],
        notBy: ['correct'],
        notOwner: true,
      },
    }),
    step('return', '退回', 'Return', {
      from: ['corrected'],
      to: 'open',
      by: ['supervision', 'leader'],
      asks: ['why'],
    }),
  ],
  clocks: [
    clock('correcting', '整改', 'Correction', {
      starts: 'find',
      stops: ['correct'],
      limit: { until: 'correctBy' },
    }),
  ],
  flags: [
    flag(
      'without-basis',
      'red',
      all(equals(field('kind'), 'overstepping'), empty(field('basis')), differs(state, 'closed')),
      '无依据行使职能',
      'A function is exercised without a basis',
    ),
    flag(
      'nobody-performs',
      'red',
      all(
        equals(field('kind'), 'absent'),
        differs(state, 'closed'),
        any(
          empty(field('item')),
          all(
            filled(field('item')),
            equals(fact('cases.received', { item: field('item'), unit: field('unit') }), 0),
          ),
        ),
      ),
      '法定职责无人履行',
      'A duty that nobody performs',
    ),
  ],
  measures: [
    measure('count', 'open-by-kind', '未销号问题', 'Open findings by kind', {
      ...{ of: differs(state, 'closed'), value: true, per: 'kind' },
    }),
    measure('share', 'in-time', '按期整改率', 'Corrected in time', {
      ...{ of: { filled: { dayOf: 'correct' } }, value: { not: { passed: 'correcting' } }, per: 'unit' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('越位已纠正', 'Overstepping, put right', [
      found,
      corrected,
      does(second, 'confirm', '2026-04-22'),
    ]),
    example('无依据行使', 'Without a basis', [found], { flagged: ['without-basis'] }),
    example('有依据的错位', 'Misplaced, with a basis', [
      does(supervisor, 'find', '2026-03-02', { ...given, kind: 'misplaced', basis: '县政府〔2010〕7号' }),
    ]),
    example(
      '没人履职',
      'A duty nobody performs',
      [does(supervisor, 'find', '2026-03-02', { ...given, kind: 'absent', item: 'food-business' })],
      { facts: { 'cases.received': 0 }, flagged: ['nobody-performs'] },
    ),
    example(
      '有人履职',
      'A duty that is performed',
      [does(supervisor, 'find', '2026-03-02', { ...given, kind: 'absent', item: 'food-business' })],
      { facts: { 'cases.received': 8 } },
    ),
    example('逾期未整改', 'Late', [found], {
      seenOn: '2026-05-06',
      flagged: ['correcting', 'without-basis'],
    }),
    example(
      '期限倒填',
      'A date gone by',
      [does(supervisor, 'find', '2026-03-02', { ...given, correctBy: '2026-01-01' })],
      { refused: 'in-time' },
    ),
    example(
      '责任单位自己销号',
      'Closed by the owner',
      [found, corrected, does(department, 'confirm', '2026-04-22')],
      {
        refused: 'register.not-yours',
      },
    ),
  ],
})
