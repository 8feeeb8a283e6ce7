import { institution, shape, word } from '#engines/registers/index.ts'

const {
  badge,
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
  said,
  step,
  text,
  unit,
} = shape
const { all, atLeast, atMost, count, equals, field, its, itsState, less, oneOf, takerUnit } = word

const manager = { by: 'manager', as: { unitKind: 'hall' }, unit: 'hall-office' } as const
const home = { by: 'head', as: { field: 'home' }, unit: 'planning' } as const
const given = {
  month: '2026-03',
  badge: '001',
  home: 'planning',
  score: 92,
  because: '全月无投诉，出勤满',
}
const body = {
  of: 'hall-body',
  state: 'inForce',
  values: { body: 'hall-office', powers: ['assignWindows', 'scoreStaff', 'proposeReturn'] },
}

/** Below it the manager may propose to send somebody back; an office publishes its own number. */
const POOR = 60

/** 窗口人员月度考评: the hall scores, the home department sees it, answers, and decides on whom it takes back. */
export const windowScore = institution({
  code: 'window-score',
  title: said('窗口人员月度考评', 'Monthly scores of window staff'),
  purpose: said(
    '大厅管理机构每月考评窗口人员，派出单位看得到、可申辩；不称职的建议退回。',
    'The hall scores its window staff each month; the home department sees it, may object, and takes back who does not do.',
  ),
  basis: '',
  answers: ['HALL-09'],
  area: 'hall',
  fields: [
    text('month', '考评月份（如2026-03）', 'Month (such as 2026-03)', { fixed: true }),
    badge('badge', '工作牌', 'Badge', { fixed: true }),
    unit('home', '派出单位', 'Home department', { fixed: true }),
    number('score', '得分（0—100）', 'Score (0–100)', { fixed: true }),
    longText('because', '依据', 'Because'),
    longText('objection', '申辩', 'Objection'),
    text('why', '退回理由', 'Why sent back'),
    text('decision', '处理结果', 'Decision'),
  ],
  named: 'badge',
  owner: 'opener',
  states: [
    open('scored', '已评分', 'scored'),
    open('objected', '已申辩', 'objected to'),
    open('returnProposed', '建议退回', 'return proposed'),
    over('settled', '已了结', 'settled'),
  ],
  steps: [
    step('score', '评分', 'Score', {
      to: 'scored',
      by: [{ unitKind: 'hall' }],
      asks: ['month', 'badge', 'home', 'score', 'because'],
      demands: [
        demand(
          'has-the-power',
          atLeast(
            count(
              'hall-body',
              all(
                equals(itsState, 'inForce'),
                equals(its('body'), takerUnit),
                oneOf('scoreStaff', its('powers')),
              ),
            ),
            1,
          ),
          '贵机构未被授权考评窗口人员；请先在“大厅管理机构”中登记管理权',
          'Your body has no power to score window staff; register it among the hall management bodies first',
        ),
        demand(
          'within-bounds',
          all(atLeast(field('score'), 0), atMost(field('score'), 100)),
          '得分须在0到100之间',
          'A score lies between 0 and 100',
        ),
        demand(
          'once-a-month',
          less(
            count(
              'window-score',
              all(equals(its('badge'), field('badge')), equals(its('month'), field('month'))),
            ),
            1,
          ),
          '这块工作牌当月已评分，每月只评一次；要改请在原记录上更正',
          'This badge has its score of the month; correct that entry instead',
        ),
      ],
    }),
    step('object', '申辩', 'Object', {
      from: ['scored', 'returnProposed'],
      to: 'objected',
      by: [{ field: 'home' }],
      asks: ['objection'],
    }),
    step('propose-return', '建议退回', 'Propose to send back', {
      from: ['scored', 'objected'],
      to: 'returnProposed',
      by: [{ unitKind: 'hall' }],
      asks: ['why'],
      demands: [
        demand(
          'score-allows',
          less(field('score'), POOR),
          `得分不低于${POOR}分的，不能建议退回`,
          `Nobody who scored ${POOR} or more is proposed to be sent back`,
        ),
      ],
    }),
    step('settle', '了结', 'Settle', {
      from: ['scored', 'objected', 'returnProposed'],
      to: 'settled',
      by: [{ field: 'home' }, 'leader'],
      asks: ['decision'],
    }),
  ],
  clocks: [
    clock('deciding', '派出单位答复退回建议', 'Answer to a proposed return', {
      ...{ starts: 'propose-return', stops: ['settle', 'object'], limit: '10W' },
    }),
  ],
  flags: [
    flag('poor', 'yellow', less(field('score'), POOR), '月度考评不称职', 'Scored as not up to the work'),
  ],
  measures: [
    measure('mean', 'by-home', '平均得分', 'Mean score', {
      ...{ of: true, value: field('score'), per: 'home' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '考评并了结',
      'Scored and settled',
      [does(manager, 'score', '2026-04-01', given), does(home, 'settle', '2026-04-03', { decision: '已阅' })],
      { others: [body] },
    ),
    example(
      '不称职，建议退回',
      'Not up to the work: sent back',
      [
        does(manager, 'score', '2026-04-01', { ...given, score: 45 }),
        does(manager, 'propose-return', '2026-04-02', { why: '三次无故离岗' }),
        does(home, 'settle', '2026-04-08', { decision: '换人' }),
      ],
      { others: [body], flagged: ['poor'] },
    ),
    example(
      '派出单位不答复',
      'The home department does not answer',
      [
        does(manager, 'score', '2026-04-01', { ...given, score: 45 }),
        does(manager, 'propose-return', '2026-04-02', { why: '三次无故离岗' }),
      ],
      { others: [body], seenOn: '2026-05-20', flagged: ['deciding', 'poor'] },
    ),
    example('没有授权的机构', 'A body without the power', [does(manager, 'score', '2026-04-01', given)], {
      refused: 'has-the-power',
    }),
    example('120分', '120 points', [does(manager, 'score', '2026-04-01', { ...given, score: 120 })], {
      others: [body],
      refused: 'within-bounds',
    }),
    example('一个月评两次', 'Scored twice in a month', [does(manager, 'score', '2026-04-01', given)], {
      others: [body, { values: { month: '2026-03', badge: '001' } }],
      refused: 'once-a-month',
    }),
    example(
      '得分好仍建议退回',
      'Sent back with a good score',
      [
        does(manager, 'score', '2026-04-01', given),
        does(manager, 'propose-return', '2026-04-02', { why: '个人恩怨' }),
      ],
      { others: [body], refused: 'score-allows' },
    ),
  ],
})
