import { institution, shape, word } from '#engines/registers/index.ts'

const {
  badge,
  choice,
  choices,
  clock,
  counter,
  demand,
  does,
  entry,
  example,
  flag,
  longText,
  measure,
  open,
  over,
  said,
  step,
  unit,
} = shape
const { any, all, atLeast, count, equals, field, filled, its, itsDayOf, itsState, less, days, today } = word

const inspector = { by: 'manager', as: { unitKind: 'hall' }, unit: 'hall-office' } as const
const home = { by: 'head', as: { field: 'home' }, unit: 'planning' } as const
const rule = { of: 'hall-rules', state: 'inForce', values: { title: '作风' } }
const given = {
  ...{ rule: 'other-1', counter: 'A01', badge: '001', home: 'planning', outcome: 'kept' },
  met: ['greeted', 'listened', 'examined', 'explained'],
}
/** Repeated: as often within so many days; an office publishes its own. */
const [TIMES, WITHIN] = [2, 90]

/** 大厅日常检查: whether a rule of the hall is kept, at a window and by a badge, with the reception standard. */
export const hallCheck = institution({
  code: 'hall-check',
  title: said('大厅日常检查', 'Daily checks of the hall'),
  purpose: said(
    '对照制度和接待规范检查窗口，问题记到工作牌，派出单位可说明，整改后销号。',
    'Windows are checked against the rules and the reception standard; what is found stays with the badge until mended.',
  ),
  basis: '',
  answers: ['HALL-10', 'HALL-19'],
  area: 'hall',
  fields: [
    entry('hall-rules', 'rule', '制度', 'Rule'),
    counter('counter', '窗口', 'Counter'),
    badge('badge', '工作牌', 'Badge'),
    unit('home', '派出单位', 'Home department'),
    choice('outcome', '结果', 'Outcome', {
      kept: ['遵守', 'kept'],
      broken: ['违反', 'broken'],
      attitude: ['态度问题', 'attitude'],
      unbadged: ['未挂牌', 'no badge worn'],
      wrongBadge: ['用他人工作牌', "another person's badge"],
    }),
    choices('met', '接待规范达到', 'Reception standard met', {
      greeted: ['起立迎接、热情接待', 'received warmly'],
      listened: ['听清来意', 'listened'],
      examined: ['认真审查材料', 'examined the papers'],
      explained: ['讲清下一步', 'explained what comes next'],
    }),
    longText('found', '发现情况', 'What was found'),
    longText('answer', '单位说明', "The department's answer"),
    longText('mended', '整改情况', 'How it was mended'),
  ],
  named: 'counter',
  owner: 'opener',
  states: [
    open('found', '已检查', 'checked'),
    open('answered', '已说明', 'answered'),
    over('closed', '已销号', 'closed'),
  ],
  steps: [
    step('record', '检查', 'Record a check', {
      to: 'found',
      by: [{ unitKind: 'hall' }, 'supervision', 'anyHead'],
      asks: ['rule', 'counter', 'badge?', 'home', 'outcome', 'met?', 'found?'],
      demands: [
        demand(
          'rule-in-force',
          atLeast(count('hall-rules', all(equals(its('id'), field('rule')), equals(itsState, 'inForce'))), 1),
          '只能对照施行中的制度检查',
          'Checks are made against rules that are in force',
        ),
        demand(
          'says-what',
          any(equals(field('outcome'), 'kept'), filled(field('found'))),
          '发现问题的，请写明情况',
          'Where something was wrong, say what',
        ),
      ],
    }),
    step('answer', '说明', 'Answer', {
      ...{ from: ['found'], to: 'answered', by: [{ field: 'home' }], asks: ['answer'] },
    }),
    step('close', '销号', 'Close', {
      from: ['found', 'answered'],
      to: 'closed',
      by: [{ unitKind: 'hall' }, 'supervision'],
      asks: ['mended?'],
      demands: [
        demand(
          'mended',
          any(equals(field('outcome'), 'kept'), filled(field('mended'))),
          '有问题的，写明整改情况才能销号',
          'What was wrong is closed only with how it was mended',
        ),
      ],
    }),
  ],
  clocks: [clock('mending', '整改销号', 'Mending', { starts: 'record', stops: ['close'], limit: '15W' })],
  flags: [
    flag(
      'repeated-attitude',
      'red',
      all(
        equals(field('outcome'), 'attitude'),
        filled(field('badge')),
        atLeast(
          count(
            'hall-check',
            all(
              equals(its('badge'), field('badge')),
              equals(its('outcome'), 'attitude'),
              less(days(itsDayOf('record'), today), WITHIN),
            ),
          ),
          TIMES,
        ),
      ),
      `同一工作牌${WITHIN}天内${TIMES}次以上态度问题`,
      `${TIMES} or more complaints of attitude about one badge within ${WITHIN} days`,
    ),
    flag('unbadged', 'yellow', equals(field('outcome'), 'unbadged'), '未挂牌上岗', 'No badge worn'),
    flag(
      'wrong-badge',
      'red',
      equals(field('outcome'), 'wrongBadge'),
      '使用他人工作牌',
      "Another person's badge in use",
    ),
  ],
  measures: [
    measure('share', 'kept', '遵守率', 'Share kept', {
      ...{ of: true, value: equals(field('outcome'), 'kept'), per: 'home' },
    }),
    measure('share', 'examined', '认真审查材料', 'Papers examined', {
      ...{ of: filled(field('met')), value: { oneOf: ['examined', field('met')] } },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example(
      '遵守',
      'Kept',
      [does(inspector, 'record', '2026-03-09', given), does(inspector, 'close', '2026-03-09')],
      { others: [rule] },
    ),
    example(
      '一次态度问题，整改后销号',
      'One complaint of attitude, mended',
      [
        does(inspector, 'record', '2026-03-09', { ...given, outcome: 'attitude', found: '与群众争执' }),
        does(home, 'answer', '2026-03-10', { answer: '已谈话' }),
        does(inspector, 'close', '2026-03-11', { mended: '当面道歉' }),
      ],
      { others: [rule] },
    ),
    example(
      '同一工作牌再次被投诉',
      'The same badge again',
      [does(inspector, 'record', '2026-03-09', { ...given, outcome: 'attitude', found: '不理睬' })],
      { others: [rule, { values: { badge: '001', outcome: 'attitude' } }], flagged: ['repeated-attitude'] },
    ),
    example(
      '未挂牌',
      'No badge worn',
      [
        does(inspector, 'record', '2026-03-09', {
          ...given,
          badge: '',
          outcome: 'unbadged',
          found: '工作牌放在抽屉里',
        }),
      ],
      { others: [rule], flagged: ['unbadged'] },
    ),
    example(
      '用他人工作牌',
      "Another's badge",
      [does(inspector, 'record', '2026-03-09', { ...given, outcome: 'wrongBadge', found: '照片不符' })],
      { others: [rule], flagged: ['wrong-badge'] },
    ),
    example('对照已废止的制度', 'Against a repealed rule', [does(inspector, 'record', '2026-03-09', given)], {
      others: [{ ...rule, state: 'repealed' }],
      refused: 'rule-in-force',
    }),
    example(
      '没写情况',
      'Nothing said',
      [does(inspector, 'record', '2026-03-09', { ...given, outcome: 'broken' })],
      { others: [rule], refused: 'says-what' },
    ),
    example(
      '未整改就销号',
      'Closed without being mended',
      [
        does(inspector, 'record', '2026-03-09', { ...given, outcome: 'broken', found: '离岗' }),
        does(inspector, 'close', '2026-03-09'),
      ],
      { others: [rule], refused: 'mended' },
    ),
  ],
})
