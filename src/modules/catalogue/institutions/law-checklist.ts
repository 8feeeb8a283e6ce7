import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choices,
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
  unit,
} = shape
const { all, any, equals, fact, field, filled, lengthOf, less, oneOf, state } = word

const department = { by: 'officer', as: 'unit', unit: 'planning' } as const
const head = { by: 'head', as: 'head', unit: 'planning' } as const
const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const DUTIES = ['basis', 'publicity', 'onceNotice', 'limit', 'hearing', 'noFee']
const given = { item: 'food-business', unit: 'planning', dueOn: '2026-06-30' }
const opened = does(department, 'open', '2026-03-02', given)
const checked = does(department, 'check', '2026-03-10', { met: DUTIES })
const facts = { 'item.hasBasis': true, 'item.hasLimit': true }

/** 行政许可法对照: the law's duties for one item, which are met, which gap is closed until when. */
export const lawChecklist = institution({
  code: 'law-checklist',
  title: said('行政许可法执行对照', 'Checklist of the licensing law'),
  purpose: said(
    '逐项对照依据、公示、一次告知、时限、听证、收费六项义务，缺口定期限；空表不能标“符合”。',
    'Six duties of the law for each item, with gaps and dates; nothing is compliant on an empty checklist.',
  ),
  basis: '《行政许可法》第四条、第三十条、第三十二条、第四十二条、第四十七条、第五十八条',
  answers: ['ITEM-41'],
  area: 'catalogue',
  fields: [
    item('item', '事项', 'Item', { fixed: true }),
    unit('unit', '单位', 'Department', { fixed: true }),
    choices('met', '已做到', 'Met', {
      basis: ['依法设定（第4条）', 'basis in law (4)'],
      publicity: ['公示（第30条）', 'publicity (30)'],
      onceNotice: ['一次性告知（第32条）', 'one-time notice (32)'],
      limit: ['时限（第42条）', 'limits (42)'],
      hearing: ['听证告知（第47条）', 'hearing (47)'],
      noFee: ['不违法收费（第58条）', 'no fee without basis (58)'],
    }),
    longText('gaps', '缺口', 'Gaps'),
    day('dueOn', '补齐期限', 'Closed by'),
    longText('why', '退回理由', 'Why returned'),
  ],
  named: 'item',
  owner: { field: 'unit' },
  states: [
    open('open', '待对照', 'open'),
    open('checked', '已对照', 'checked'),
    over('compliant', '符合', 'compliant'),
  ],
  steps: [
    step('open', '建表', 'Open', {
      to: 'open',
      by: ['unit', 'supervision'],
      asks: ['item', 'unit', 'dueOn'],
    }),
    step('check', '对照', 'Check', {
      from: ['open', 'checked'],
      to: 'checked',
      by: ['unit'],
      asks: ['met', 'gaps?'],
      demands: [
        demand(
          'gaps-said',
          any(all(...DUTIES.map((one) => oneOf(one, field('met')))), filled(field('gaps'))),
          '没有做到的，请写明缺口',
          'Where a duty is not met, say what is missing',
        ),
      ],
    }),
    step('comply', '标为符合', 'Mark compliant', {
      from: ['open', 'checked'],
      to: 'compliant',
      by: ['head', 'supervision'],
      notBy: ['check'],
      demands: [
        demand(
          'all-met',
          all(...DUTIES.map((one) => oneOf(one, field('met')))),
          '六项义务须逐项对照并全部做到，空表或有缺口的不能标“符合”',
          'All six duties have to be checked and met: an empty or partial checklist is not compliance',
        ),
        demand(
          'catalogue-agrees',
          all(
            equals(fact('item.hasBasis', { item: field('item') }), true),
            equals(fact('item.hasLimit', { item: field('item') }), true),
          ),
          '事项清单中没有现行依据或法定时限，与对照表不符；请先改事项',
          'The catalogue shows no law in force or no statutory limit for this item; mend the item first',
        ),
      ],
    }),
  ],
  clocks: [
    clock('closing', '补齐缺口', 'Closing the gaps', {
      starts: 'open',
      stops: ['comply'],
      limit: { until: 'dueOn' },
    }),
  ],
  flags: [
    flag(
      'gaps',
      'yellow',
      all(equals(state, 'checked'), less(lengthOf(field('met')), DUTIES.length)),
      '行政许可法义务有缺口',
      'Duties of the law are not met',
    ),
  ],
  measures: [
    measure('share', 'compliant', '符合比例', 'Share compliant', {
      ...{ of: true, value: equals(state, 'compliant'), per: 'unit' },
    }),
  ],
  notices: [],
  visibility: { public: { states: ['compliant'], fields: ['item', 'unit', 'met'] }, units: 'all' },
  examples: [
    example('六项做到，标为符合', 'All six met', [opened, checked, does(head, 'comply', '2026-03-12')], {
      facts,
    }),
    example(
      '有缺口',
      'With gaps',
      [
        opened,
        does(department, 'check', '2026-03-10', { met: ['basis', 'limit'], gaps: '未公示，未告知听证' }),
      ],
      { flagged: ['gaps'] },
    ),
    example('空表标符合', 'An empty checklist', [opened, does(supervisor, 'comply', '2026-03-12')], {
      facts,
      refused: 'all-met',
    }),
    example(
      '清单里没有依据',
      'The catalogue shows no basis',
      [opened, checked, does(head, 'comply', '2026-03-12')],
      {
        ...{ facts: { ...facts, 'item.hasBasis': false }, refused: 'catalogue-agrees' },
      },
    ),
    example(
      '没写缺口',
      'Gaps not said',
      [opened, does(department, 'check', '2026-03-10', { met: ['basis'] })],
      {
        refused: 'gaps-said',
      },
    ),
    example('逾期', 'Late', [opened], { seenOn: '2026-07-02', flagged: ['closing'] }),
  ],
})
