import { institution, shape, word } from '#engines/registers/index.ts'

const {
  caseNo,
  choice,
  clock,
  demand,
  does,
  example,
  flag,
  longText,
  measure,
  number,
  open,
  over,
  person,
  said,
  step,
  text,
  unit,
  yesNo,
} = shape
const { all, any, atLeast, atMost, count, days, equals, field, filled, its, itsDayOf, less, state, today } =
  word

const officer = { by: 'officer', as: 'unit', unit: 'planning' } as const
const callBack = { by: 'manager', as: { unitKind: 'hall' }, unit: 'hall-office' } as const
const given = {
  ...{ unit: 'planning', case: '20260302-000001-1', who: '张先生 13800138000', group: 'local', known: false },
  ...{ help: '替申请人联系市场局补一份证明', within: true, clause: '优化营商环境条例第三十五条' },
}
const helped = does(officer, 'help', '2026-03-02', given)
const stars = { fairness: 5, speed: 4, quality: 5 }
const [AT_LEAST, WITHIN] = [5, 90]
const lately = all(equals(its('unit'), field('unit')), less(days(itsDayOf('help'), today), WITHIN))

/** 帮办登记: help that was given within the rules, to whom, and how fair, fast and good it was. */
export const helpLog = institution({
  code: 'help-log',
  title: said('帮办登记', 'Help given'),
  purpose: said(
    '不违反原则的帮其尽快办：帮了谁、帮了什么、依据；由群众分别评公平、快慢、好坏。',
    'Help within the rules: to whom, what, by which rule; fairness, speed and quality are rated apart.',
  ),
  basis: '',
  answers: ['CASE-22'],
  area: 'cases',
  fields: [
    unit('unit', '单位', 'Unit', { fixed: true }),
    caseNo('case', '办件', 'Case', { fixed: true }),
    person('who', '申请人', 'Applicant'),
    choice('group', '申请人', 'Applicant is', {
      local: ['本地人', 'local'],
      outside: ['外地人', 'from elsewhere'],
      firm: ['企业', 'a firm'],
    }),
    yesNo('known', '与经办人相识', 'Known to the officer'),
    longText('help', '帮了什么', 'What help'),
    yesNo('within', '没有突破规定', 'Within the rules'),
    text('clause', '依据', 'Rule'),
    number('fairness', '办得公（1—5）', 'Fairness (1–5)'),
    number('speed', '办得快（1—5）', 'Speed (1–5)'),
    number('quality', '办得好（1—5）', 'Quality (1–5)'),
  ],
  named: 'help',
  owner: { field: 'unit' },
  states: [open('helped', '已帮办', 'helped'), over('rated', '已评价', 'rated')],
  steps: [
    step('help', '登记帮办', 'Log help', {
      to: 'helped',
      by: ['unit'],
      asks: ['unit', 'case', 'who?', 'group', 'known', 'help', 'within', 'clause'],
      demands: [
        demand(
          'within-the-rules',
          equals(field('within'), true),
          '突破规定的不是帮办；请按规定办理，或报有权机关',
          'Outside of the rules it is no help: keep to them or ask whoever may decide',
        ),
      ],
    }),
    step('rate', '评价', 'Rate', {
      ...{
        from: ['helped'],
        to: 'rated',
        by: ['resident', { unitKind: 'hall' }, 'supervision'],
        notBy: ['help'],
        notOwner: true,
      },
      asks: ['fairness', 'speed', 'quality'],
      demands: [
        demand(
          'one-to-five',
          all(
            ...['fairness', 'speed', 'quality'].map((one) =>
              all(atLeast(field(one), 1), atMost(field(one), 5)),
            ),
          ),
          '三项分别评1到5',
          'Each of the three is 1 to 5',
        ),
      ],
    }),
  ],
  clocks: [clock('rating', '回访评价', 'Call back', { starts: 'help', stops: ['rate'], limit: '10W' })],
  flags: [
    flag(
      'only-the-known',
      'red',
      all(
        atLeast(count('help-log', lately), AT_LEAST),
        equals(count('help-log', all(lately, equals(its('known'), false))), 0),
      ),
      `${WITHIN}天内${AT_LEAST}次以上帮办，全部是熟人`,
      `${AT_LEAST} or more in ${WITHIN} days, all for people whom the officer knows`,
    ),
    flag(
      'unfair',
      'yellow',
      any(atMost(field('fairness'), 2), all(filled(field('speed')), atMost(field('quality'), 2))),
      '群众评价不公或不好',
      'Rated as unfair or poor',
    ),
  ],
  measures: [
    measure('mean', 'fairness', '办得公', 'Fairness', {
      of: equals(state, 'rated'),
      value: field('fairness'),
      per: 'unit',
    }),
    measure('mean', 'speed', '办得快', 'Speed', {
      of: equals(state, 'rated'),
      value: field('speed'),
      per: 'unit',
    }),
    measure('mean', 'quality', '办得好', 'Quality', {
      of: equals(state, 'rated'),
      value: field('quality'),
      per: 'unit',
    }),
    measure('count', 'by-group', '各类申请人', 'By group', { of: true, value: true, per: 'group' }),
  ],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example('帮了外地人，评价好', 'Helped and rated well', [
      helped,
      does(callBack, 'rate', '2026-03-05', stars),
    ]),
    example('只帮熟人', 'Only the known', [does(officer, 'help', '2026-03-02', { ...given, known: true })], {
      others: [1, 2, 3, 4, 5].map(() => ({ values: { unit: 'planning', known: true } })),
      flagged: ['only-the-known'],
    }),
    example('熟人生人都帮', 'The known and others', [helped], {
      others: [
        ...[1, 2, 3, 4].map(() => ({ values: { unit: 'planning', known: true } })),
        { values: { unit: 'planning', known: false } },
      ],
    }),
    example(
      '突破规定',
      'Outside of the rules',
      [does(officer, 'help', '2026-03-02', { ...given, within: false })],
      {
        refused: 'within-the-rules',
      },
    ),
    example(
      '评价不公',
      'Rated as unfair',
      [helped, does(callBack, 'rate', '2026-03-05', { ...stars, fairness: 1 })],
      {
        flagged: ['unfair'],
      },
    ),
    example('打九分', 'Nine stars', [helped, does(callBack, 'rate', '2026-03-05', { ...stars, speed: 9 })], {
      refused: 'one-to-five',
    }),
    example('没人回访', 'Nobody called back', [helped], { seenOn: '2026-04-10', flagged: ['rating'] }),
  ],
})
