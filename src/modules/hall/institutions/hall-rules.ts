import { institution, shape, word } from '#engines/registers/index.ts'

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
  number,
  open,
  over,
  said,
  step,
  text,
} = shape
const { all, atLeast, count, dayOf, days, equals, field, its, lengthOf, more, today } = word

const drafter = { by: 'manager', as: { unitKind: 'hall' }, unit: 'hall-office' } as const
const publisher = { by: 'second', as: { unitKind: 'hall' }, unit: 'hall-office' } as const
const given = {
  ...{ title: '窗口考勤制度', kind: 'attendance', text: '工作日8:50前到岗，离岗须挂牌并由B岗顶岗。' },
  ...{ check: '每天9:00和15:00按值班表逐窗点名', everyDays: 7, effectiveOn: '2026-03-10' },
}
const lived = [does(drafter, 'draft', '2026-03-02', given), does(publisher, 'publish', '2026-03-04')]

/** 大厅管理制度: a rule of the hall with the check that shows whether it is kept. */
export const hallRules = institution({
  code: 'hall-rules',
  title: said('大厅管理制度', 'Hall rules'),
  purpose: said(
    '考勤、作风、排队、投诉等制度，每条写明怎么查、多久查一次；检查结果进工作牌和作风管理。',
    'Rules on attendance, conduct, queues and complaints, each with how and how often it is checked.',
  ),
  basis: '',
  answers: ['HALL-10'],
  area: 'hall',
  fields: [
    text('title', '制度名称', 'Rule'),
    choice('kind', '类别', 'Kind', {
      attendance: ['考勤', 'attendance'],
      conduct: ['作风', 'conduct'],
      queue: ['排队叫号', 'queue'],
      complaint: ['投诉处理', 'complaints'],
    }),
    longText('text', '内容', 'Text'),
    longText('check', '检查方法', 'How it is checked'),
    number('everyDays', '至少每几天检查一次', 'Checked at least every so many days'),
    day('effectiveOn', '施行日期', 'In force from'),
    longText('because', '修订或废止理由', 'Why it changes'),
  ],
  named: 'title',
  owner: 'opener',
  states: [
    open('draft', '草案', 'draft'),
    open('inForce', '施行中', 'in force'),
    over('repealed', '已废止', 'repealed'),
  ],
  steps: [
    step('draft', '起草', 'Draft', {
      to: 'draft',
      by: [{ unitKind: 'hall' }, 'anyHead'],
      asks: ['title', 'kind', 'text', 'check', 'everyDays', 'effectiveOn'],
      demands: [
        demand(
          'has-a-check',
          all(atLeast(lengthOf(field('check')), 6), atLeast(field('everyDays'), 1)),
          '没有检查办法的制度不能登记：请写明怎么查、至少每几天查一次',
          'A rule that nothing checks is not entered: say how it is checked and at least how often',
        ),
      ],
    }),
    step('publish', '公布', 'Publish', {
      from: ['draft'],
      to: 'inForce',
      by: ['unit', 'leader'],
      notBy: ['draft', 'amend'],
      demands: [
        demand(
          'not-in-the-past',
          atLeast(field('effectiveOn'), today),
          '施行日期不能早于公布日',
          'A rule does not come into force before it is published',
        ),
      ],
    }),
    step('amend', '修订', 'Amend', {
      from: ['inForce', 'draft'],
      to: 'draft',
      by: ['unit'],
      asks: ['text', 'check', 'everyDays', 'effectiveOn', 'because'],
      demands: [
        demand(
          'keeps-a-check',
          all(atLeast(lengthOf(field('check')), 6), atLeast(field('everyDays'), 1)),
          '修订后仍须有检查办法',
          'The amended rule needs a check, too',
        ),
      ],
    }),
    step('repeal', '废止', 'Repeal', {
      ...{ from: ['inForce'], to: 'repealed', by: ['unit', 'leader'], asks: ['because'] },
    }),
  ],
  clocks: [clock('publishing', '公布', 'Publication', { starts: 'draft', stops: ['publish'], limit: '20W' })],
  flags: [
    flag(
      'not-checked',
      'yellow',
      all(
        equals({ state: 'this' }, 'inForce'),
        more(days(dayOf('publish'), today), field('everyDays')),
        equals(count('hall-check', equals(its('rule'), field('id'))), 0),
      ),
      '制度施行后从未检查',
      'In force and never checked',
    ),
  ],
  measures: [
    measure('count', 'by-kind', '各类制度', 'Rules by kind', {
      ...{ of: equals({ state: 'this' }, 'inForce'), value: true, per: 'kind' },
    }),
  ],
  notices: [],
  visibility: {
    public: { states: ['inForce'], fields: ['title', 'kind', 'text', 'check', 'effectiveOn'] },
    units: 'all',
  },
  examples: [
    example('起草、公布、按期检查', 'Drafted, published and checked', lived, {
      seenOn: '2026-03-20',
      others: [{ of: 'hall-check', values: { rule: 'example', outcome: 'kept' } }],
    }),
    example('施行后没人检查', 'In force and checked by nobody', lived, {
      ...{ seenOn: '2026-03-20', flagged: ['not-checked'] },
    }),
    example('修订后再公布', 'Amended and published again', [
      ...lived,
      does(drafter, 'amend', '2026-03-05', {
        ...{
          text: given.text,
          check: given.check,
          everyDays: 3,
          effectiveOn: '2026-03-20',
          because: '查得勤些',
        },
      }),
      does(publisher, 'publish', '2026-03-06'),
    ]),
    example(
      '没有检查办法',
      'A rule without a check',
      [does(drafter, 'draft', '2026-03-02', { ...given, check: '会查' })],
      { refused: 'has-a-check' },
    ),
    example(
      '修订时去掉检查',
      'A check amended away',
      [
        ...lived,
        does(drafter, 'amend', '2026-03-05', {
          ...{ text: given.text, check: '无', everyDays: 7, effectiveOn: '2026-03-20', because: '省事' },
        }),
      ],
      { refused: 'keeps-a-check' },
    ),
    example(
      '倒填施行日期',
      'In force from a day gone by',
      [
        does(drafter, 'draft', '2026-03-02', { ...given, effectiveOn: '2026-01-01' }),
        does(publisher, 'publish', '2026-03-04'),
      ],
      { refused: 'not-in-the-past' },
    ),
    example(
      '起草人自己公布',
      'Published by its drafter',
      [does(drafter, 'draft', '2026-03-02', given), does(drafter, 'publish', '2026-03-04')],
      { refused: 'register.checks-himself' },
    ),
  ],
})
