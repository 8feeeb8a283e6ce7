import { institution, shape, word } from '#engines/registers/index.ts'

const {
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
  unit,
} = shape
const { all, any, atLeast, equals, fact, field, filled, lengthOf, more, product, state, sum } = word

const office = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const head = { by: 'head', as: { field: 'unit' }, unit: 'market' } as const
const given = {
  unit: 'market',
  period: '2026年上半年',
  from: '2026-01-01',
  until: '2026-06-30',
  dueOn: '2026-07-10',
}
const demandIt = does(office, 'demand', '2026-06-20', given)
const hand = (found: number, problems: string) => does(head, 'hand-in', '2026-07-06', { found, problems })

/** What others than the unit itself found in the same time. */
const outside = fact('findings.byOutsiders', {
  unit: field('unit'),
  from: field('from'),
  until: field('until'),
})

/** 自查自纠: what a unit says of itself, beside what others found. */
export const selfCheck = institution({
  code: 'self-check',
  title: said('自查自纠', 'Self-checks'),
  purpose: said(
    '单位按期交自查表；与同期外部发现的问题数对照，差距逐个单位列出。',
    'A unit hands in its self-check by a day; what outsiders found in the same time stands beside it, with the gap of each unit.',
  ),
  basis: '',
  answers: ['RECT-24'],
  area: 'rectification',
  fields: [
    unit('unit', '自查单位', 'Unit'),
    text('period', '自查期间', 'Period'),
    day('from', '自', 'From'),
    day('until', '至', 'Until'),
    day('dueOn', '交表期限', 'To be handed in by'),
    number('found', '自查发现问题数', 'Problems found'),
    longText('problems', '问题及整改措施', 'Problems, and what is done about them'),
  ],
  named: 'period',
  owner: { field: 'unit' },
  states: [open('demanded', '待交', 'to be handed in'), over('handedIn', '已交', 'handed in')],
  steps: [
    step('demand', '布置', 'Ask for', {
      to: 'demanded',
      by: ['supervision'],
      asks: ['unit', 'period', 'from', 'until', 'dueOn'],
    }),
    step('hand-in', '交表', 'Hand in', {
      from: ['demanded'],
      to: 'handedIn',
      by: [{ field: 'unit' }],
      asks: ['found', 'problems?'],
      demands: [
        demand(
          'each-problem-said',
          any(
            equals(field('found'), 0),
            all(filled(field('problems')), atLeast(lengthOf(field('problems')), 10)),
          ),
          '查出的问题要逐条写明，并写整改措施',
          'Say each problem that was found, and what is done about it',
        ),
      ],
    }),
  ],
  clocks: [
    clock('handing-in', '交自查表', 'Handing in', {
      starts: 'demand',
      stops: ['hand-in'],
      limit: { until: 'dueOn' },
    }),
  ],
  flags: [
    flag(
      'found-nothing',
      'yellow',
      all(equals(state, 'handedIn'), equals(field('found'), 0), more(outside, 0)),
      '自查一个问题没有，外部却发现了问题',
      'The self-check found nothing and outsiders did',
    ),
  ],
  measures: [
    measure('sum', 'found', '自查发现', 'Found by the unit', {
      ...{ of: equals(state, 'handedIn'), value: field('found'), per: 'unit' },
    }),
    measure('sum', 'outside', '外部发现', 'Found by others', {
      ...{ of: equals(state, 'handedIn'), value: outside, per: 'unit' },
    }),
    measure('sum', 'gap', '差距（外部减自查）', 'Gap (others less own)', {
      ...{ of: equals(state, 'handedIn'), value: sum(outside, product(-1, field('found'))), per: 'unit' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('查出来，写明白', 'Found and said', [
      demandIt,
      hand(2, '一、午间无人值班，已排班；二、材料重复，已取消'),
    ]),
    example('外部发现，自查没有', 'Nothing found while others did', [demandIt, hand(0, '')], {
      facts: { 'findings.byOutsiders': 3 },
      flagged: ['found-nothing'],
    }),
    example('只有数字没有问题', 'A number and no problems', [demandIt, hand(2, '')], {
      refused: 'each-problem-said',
    }),
    example('没有按期交', 'Not in time', [demandIt], { seenOn: '2026-07-13', flagged: ['handing-in'] }),
  ],
})
