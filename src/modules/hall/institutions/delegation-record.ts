import { institution, shape, word } from '#engines/registers/index.ts'

const {
  account,
  choices,
  clock,
  day,
  demand,
  does,
  example,
  flag,
  item,
  longText,
  open,
  over,
  said,
  step,
  text,
  unit,
} = shape
const { all, atLeast, count, differs, equals, field, its, itsState, more, oneOf, today } = word

const head = { by: 'head', as: 'head', unit: 'planning' } as const
const given = {
  ...{ unit: 'planning', item: 'food-business', person: 'li.wei', powers: ['accept', 'decide'] },
  ...{ document: '规授〔2026〕2号', from: '2026-03-02', until: '2027-03-01' },
}
const signed = does(head, 'sign', '2026-03-02', given)
const withdrawn = { withdrawnOn: '2026-05-10', noticeOn: '2026-05-06', why: '岗位调整' }
/** Notice that the window gets before its power ends; an office publishes its own. */
const NOTICE_DAYS = 3

/** 窗口授权书: the papers by which a department empowers people at the window; what a case obeys stands with the posts. */
export const delegationRecord = institution({
  code: 'delegation-record',
  title: said('窗口授权书', 'Delegation papers'),
  purpose: said(
    '部门授权窗口人员受理、审查、决定、用章的文书，何时起止，收回须事先书面通知窗口。',
    'The papers by which departments empower their people at the window, and how the power was taken back.',
  ),
  basis: '',
  answers: [],
  area: 'hall',
  fields: [
    unit('unit', '授权部门', 'Department', { fixed: true }),
    item('item', '事项', 'Item', { fixed: true }),
    account('person', '被授权人', 'Empowered'),
    choices('powers', '权限', 'Powers', {
      accept: ['受理', 'accept'],
      review: ['审查', 'review'],
      decide: ['决定', 'decide'],
      seal: ['用章', 'seal'],
    }),
    text('document', '文号', 'Document'),
    day('from', '自', 'From'),
    day('until', '至', 'Until'),
    day('noticeOn', '书面通知窗口日期', 'Window told in writing on'),
    day('withdrawnOn', '收回日期', 'Withdrawn on'),
    longText('why', '收回理由', 'Why withdrawn'),
  ],
  named: 'document',
  owner: { field: 'unit' },
  states: [open('inForce', '有效', 'in force'), over('withdrawn', '已收回', 'withdrawn')],
  steps: [
    step('sign', '授权', 'Sign', {
      to: 'inForce',
      by: ['head'],
      asks: ['unit', 'item', 'person', 'powers', 'document', 'from', 'until'],
      demands: [
        demand('lasts', more(field('until'), field('from')), '授权期限须晚于起始日', 'It has to last'),
        demand(
          'one-at-a-time',
          equals(
            count(
              'delegation-record',
              all(
                differs(its('id'), field('id')),
                equals(itsState, 'inForce'),
                equals(its('item'), field('item')),
                equals(its('person'), field('person')),
                atLeast(its('until'), today),
              ),
            ),
            0,
          ),
          '此人对该事项已有有效授权书，请先收回旧的',
          'This person has a paper in force for the item; withdraw the old one first',
        ),
      ],
    }),
    step('withdraw', '收回', 'Withdraw', {
      ...{ from: ['inForce'], to: 'withdrawn', by: ['head'], asks: ['withdrawnOn', 'noticeOn?', 'why'] },
    }),
  ],
  clocks: [
    clock('expiring', '授权到期', 'Power ends', {
      starts: 'sign',
      stops: ['withdraw'],
      limit: { until: 'until' },
    }),
  ],
  flags: [
    flag(
      'without-notice',
      'red',
      {
        all: [
          equals({ state: 'this' }, 'withdrawn'),
          { not: atLeast({ days: [field('noticeOn'), field('withdrawnOn')] }, NOTICE_DAYS) },
        ],
      },
      `收回授权未提前${NOTICE_DAYS}天书面通知窗口`,
      `Power withdrawn without ${NOTICE_DAYS} days of notice in writing`,
    ),
    flag(
      'no-decision',
      'notice',
      { not: oneOf('decide', field('powers')) },
      '没有授予决定权，窗口只能收件',
      'Without the power to decide, the window only takes papers in',
    ),
  ],
  measures: [],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example('授权，按规定收回', 'Signed, and withdrawn with notice', [
      signed,
      does(head, 'withdraw', '2026-05-10', withdrawn),
    ]),
    example(
      '不打招呼就收回',
      'Withdrawn without notice',
      [signed, does(head, 'withdraw', '2026-05-10', { withdrawnOn: '2026-05-10', why: '收回' })],
      { flagged: ['without-notice'] },
    ),
    example(
      '只授受理权',
      'Acceptance only',
      [does(head, 'sign', '2026-03-02', { ...given, powers: ['accept'] })],
      {
        flagged: ['no-decision'],
      },
    ),
    example(
      '期限倒置',
      'Ends before it begins',
      [does(head, 'sign', '2026-03-02', { ...given, until: '2026-01-01' })],
      { refused: 'lasts' },
    ),
    example('重复授权', 'A second paper', [signed], {
      others: [
        { state: 'inForce', values: { item: 'food-business', person: 'li.wei', until: '2026-12-31' } },
      ],
      refused: 'one-at-a-time',
    }),
    example('到期', 'Over', [signed], { seenOn: '2027-03-02', flagged: ['expiring'] }),
  ],
})
