import { institution, shape, word } from '#engines/registers/index.ts'

const { choice, clock, day, demand, does, example, flag, measure, number, open, over, said, step, text } =
  shape
const { all, atMost, count, differs, equals, field, filled, its, itsState, not, passed, share } = word

const office = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const second = { by: 'supervisor-2', as: 'supervision', unit: 'supervision' } as const
const given = {
  title: '重点涉企岗位征求意见表',
  issuedOn: '2026-03-02',
  issued: 1019,
  collector: 'postbox',
  returnBy: '2026-03-20',
}
const issue = does(office, 'issue', '2026-03-02', given)
const collect = does(office, 'collect', '2026-03-19', { returned: 972, valid: 965 })
const close = does(second, 'close', '2026-04-02')

/** Opinions that came with this batch. */
const ofBatch = equals(its('forms'), field('id'))

/** 征求意见表: how many forms went out and came back, and what was said on them. */
export const opinionForms = institution({
  code: 'opinion-forms',
  title: said('征求意见表', 'Opinion forms'),
  purpose: said(
    '每批表格记发出、收回、有效份数；每条意见单独登记，全部答复之后才能结束。',
    'Each batch of forms with what was issued, returned and valid; every opinion on them is an entry, and all are answered before it ends.',
  ),
  basis: '',
  answers: ['RECT-01'],
  area: 'rectification',
  fields: [
    text('title', '名称', 'Name'),
    day('issuedOn', '发出日期', 'Issued on'),
    number('issued', '发出份数', 'Forms issued'),
    choice('collector', '怎样收回', 'How they come back', {
      postbox: ['投入信箱、邮寄', 'letter box or post'],
      office: ['主办机构当面收回', 'collected by the organiser'],
      watched: ['被征求意见的单位代收', 'collected by the unit concerned'],
    }),
    day('returnBy', '收回期限', 'To be back by'),
    number('returned', '收回份数', 'Forms returned'),
    number('valid', '有效份数', 'Valid forms'),
  ],
  named: 'title',
  owner: 'opener',
  states: [
    open('issued', '已发出', 'issued'),
    open('collected', '已收回', 'collected'),
    over('closed', '已结束', 'closed'),
  ],
  steps: [
    step('issue', '发出', 'Issue', {
      to: 'issued',
      by: ['supervision'],
      asks: ['title', 'issuedOn', 'issued', 'collector', 'returnBy'],
      demands: [
        demand(
          'not-by-the-watched',
          differs(field('collector'), 'watched'),
          '表格不得由被征求意见的单位代收；请改用信箱、邮寄或者由主办机构收回',
          'The unit that is spoken of may not collect the forms; use a letter box, the post or the organiser',
        ),
      ],
    }),
    step('collect', '收回', 'Collect', {
      from: ['issued'],
      to: 'collected',
      by: ['supervision'],
      asks: ['returned', 'valid'],
      demands: [
        demand(
          'adds-up',
          all(atMost(field('returned'), field('issued')), atMost(field('valid'), field('returned'))),
          '收回份数不能多于发出份数，有效份数不能多于收回份数',
          'No more can come back than went out, and no more be valid than came back',
        ),
      ],
    }),
    step('close', '结束', 'Close', {
      from: ['collected'],
      to: 'closed',
      by: ['supervision'],
      demands: [
        demand(
          'all-answered',
          equals(count('opinion', all(ofBatch, not(equals(itsState, 'answered')))), 0),
          '还有意见没有答复，不能结束',
          'Opinions are still unanswered; the batch cannot be closed',
        ),
      ],
    }),
  ],
  clocks: [
    clock('returning', '收回', 'Forms back', {
      ...{ starts: 'issue', stops: ['collect'], limit: { until: 'returnBy' } },
    }),
  ],
  flags: [
    flag(
      'nothing-said',
      'notice',
      all(equals({ state: 'this' }, 'closed'), equals(count('opinion', ofBatch), 0)),
      '收回了表格，却没有登记一条意见',
      'Forms came back and not one opinion was entered',
    ),
  ],
  measures: [
    measure('sum', 'issued', '发出份数', 'Forms issued', { of: true, value: field('issued') }),
    measure('sum', 'returned', '收回份数', 'Forms returned', {
      ...{ of: filled(field('returned')), value: field('returned') },
    }),
    measure('mean', 'return-rate', '回收率', 'Return rate', {
      ...{ of: filled(field('returned')), value: share(field('returned'), field('issued')) },
    }),
    measure('share', 'in-time', '按期收回', 'Back in time', { of: true, value: not(passed('returning')) }),
  ],
  notices: [],
  visibility: {
    public: { states: ['closed'], fields: ['title', 'issued', 'returned', 'valid'] },
    units: 'all',
  },
  examples: [
    example('发出、收回、答复、结束', 'Issued, returned, answered, closed', [issue, collect, close], {
      others: [{ of: 'opinion', state: 'answered', values: { forms: 'example' } }],
    }),
    example('意见没有答复', 'An opinion without an answer', [issue, collect, close], {
      others: [{ of: 'opinion', state: 'entered', values: { forms: 'example' } }],
      refused: 'all-answered',
    }),
    example('一条意见也没有', 'Not one opinion', [issue, collect, close], { flagged: ['nothing-said'] }),
    example('没有按期收回', 'Not back in time', [issue], { seenOn: '2026-03-24', flagged: ['returning'] }),
    example(
      '被评单位自己收表',
      'Collected by the unit concerned',
      [does(office, 'issue', '2026-03-02', { ...given, collector: 'watched' })],
      { refused: 'not-by-the-watched' },
    ),
    example(
      '收回的比发出的多',
      'More back than out',
      [issue, does(office, 'collect', '2026-03-19', { returned: 1020, valid: 972 })],
      { refused: 'adds-up' },
    ),
  ],
})
