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
  item,
  longText,
  measure,
  open,
  over,
  said,
  step,
} = shape
const { all, atLeast, fact, field, less, more } = word

const manager = { by: 'manager', as: { unitKind: 'hall' }, unit: 'hall-office' } as const
const given = { hall: 'main', item: 'food-business', from: '2026-03-02', until: '2026-03-08', cause: 'sign' }
const span = { hall: field('hall'), item: field('item'), from: field('from'), until: field('until') }
/** So many people at the wrong window in a week want mending; an office publishes its own. */
const MANY = 3

/** 导办周记录: what the week's visits to wrong windows came from, item by item, and what was done about it. */
export const guideReview = institution({
  code: 'guide-review',
  title: said('导办周记录', 'Weekly review of guided visits'),
  purpose: said(
    '每周按事项看走错窗口的人次和原因，写明怎么改；把群众引向收费代办的，一次也要查。',
    'Each week, by item: how many stood at the wrong window, why, and what was mended; steering to paid agents is looked into at once.',
  ),
  basis: '',
  answers: ['HALL-31'],
  area: 'hall',
  fields: [
    hall('hall', '大厅', 'Hall', { fixed: true }),
    item('item', '事项', 'Item', { fixed: true }),
    day('from', '周一', 'From', { fixed: true }),
    day('until', '周日', 'Until', { fixed: true }),
    choice('cause', '主要原因', 'Main cause', {
      sign: ['标识不清', 'signs'],
      greeter: ['导办有误', 'the greeter erred'],
      name: ['事项名称难懂', 'the name of the item'],
      moved: ['窗口变动', 'a counter moved'],
    }),
    longText('mended', '改进措施', 'What was mended'),
  ],
  named: 'item',
  owner: 'opener',
  states: [open('noted', '待改进', 'noted'), over('mended', '已改进', 'mended')],
  steps: [
    step('note', '登记', 'Note', {
      to: 'noted',
      by: [{ unitKind: 'hall' }],
      asks: ['hall', 'item', 'from', 'until', 'cause'],
      demands: [
        demand(
          'a-week',
          all(more(field('until'), field('from')), less({ days: [field('from'), field('until')] }, 7)),
          '起止日期须在一周之内',
          'A review spans a week at most',
        ),
      ],
    }),
    step('mend', '改进', 'Mend', {
      ...{ from: ['noted'], to: 'mended', by: [{ unitKind: 'hall' }], asks: ['mended'] },
    }),
  ],
  clocks: [clock('mending', '改进', 'Mending', { starts: 'note', stops: ['mend'], limit: '5W' })],
  flags: [
    flag(
      'many-wrong-windows',
      'yellow',
      atLeast(fact('hall.wrongWindows', span), MANY),
      `一周内走错窗口${MANY}人次以上`,
      `${MANY} people or more at the wrong window in a week`,
    ),
    flag(
      'steered-to-agent',
      'red',
      atLeast(fact('hall.steered', { hall: field('hall'), from: field('from'), until: field('until') }), 1),
      '有群众反映导办人员引向收费代办，请当日核查',
      'Visitors report that a greeter steered them to a paid agent: look into it today',
    ),
  ],
  measures: [
    measure('sum', 'wrong', '走错窗口人次', 'People at the wrong window', {
      ...{ of: true, value: fact('hall.wrongWindows', span), per: 'item' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example(
      '一两人走错，已改标识',
      'Few, and the sign was mended',
      [
        does(manager, 'note', '2026-03-09', given),
        does(manager, 'mend', '2026-03-10', { mended: '加装地贴' }),
      ],
      { facts: { 'hall.wrongWindows': 1, 'hall.steered': 0 } },
    ),
    example('走错的多', 'Many', [does(manager, 'note', '2026-03-09', given)], {
      ...{ facts: { 'hall.wrongWindows': 7, 'hall.steered': 0 }, flagged: ['many-wrong-windows'] },
    }),
    example('引向收费代办', 'Steered to a paid agent', [does(manager, 'note', '2026-03-09', given)], {
      ...{ facts: { 'hall.wrongWindows': 0, 'hall.steered': 1 }, flagged: ['steered-to-agent'] },
    }),
    example(
      '跨了一个月',
      'A month at once',
      [does(manager, 'note', '2026-04-09', { ...given, until: '2026-04-02' })],
      { refused: 'a-week' },
    ),
  ],
})
