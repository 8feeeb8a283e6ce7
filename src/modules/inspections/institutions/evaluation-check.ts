import { institution, shape, word } from '#engines/registers/index.ts'
import { second, supervisor } from './parts.ts'

const { clock, demand, does, example, flag, longText, measure, number, open, over, said, step, text, unit } =
  shape
const { all, any, atLeast, atMost, equals, field, lengthOf, more, share } = word

/** † A unit from which everything came back at once has most likely filled it in itself. */
const TOO_GOOD = 0.98

const given = {
  ...{
    evaluation: '2026年民主评议政风行风',
    unit: 'planning',
    frame: 400,
    handedOut: 100,
    returned: 82,
    counted: 82,
  },
  ...{ byUnit: 0, seen: '随机抽取办事群众，由第三方发放，现场回收' },
}
const checked = does(supervisor, 'check', '2026-06-15', given)
const count2 = { again: 82, agrees: '两人各点一遍，张数和选项一致' }

/** 行风评议督查: sample frame, hand-out, return and counting, each seen by two. */
export const evaluationCheck = institution({
  code: 'evaluation-check',
  title: said('行风评议督查', 'Inspection of conduct evaluation'),
  purpose: said(
    '抽样、发放、回收、计票由两人督查，结果附到评议；单位自己填表的看得见。',
    'Two people check the sample, hand-out, return and count; the result goes with the evaluation.',
  ),
  basis: '',
  answers: ['INSP-17'],
  area: 'inspections',
  fields: [
    text('evaluation', '评议名称', 'Evaluation', { fixed: true }),
    unit('unit', '被评议单位', 'Unit evaluated', { fixed: true }),
    number('frame', '抽样框人数', 'People in the frame'),
    number('handedOut', '发放数', 'Handed out'),
    number('returned', '回收数', 'Returned'),
    number('counted', '计入数', 'Counted'),
    number('byUnit', '疑似单位自填数', 'Looks filled in by the unit'),
    longText('seen', '督查情况', 'What was seen'),
    number('again', '复点数', 'Counted again'),
    longText('agrees', '复核情况', 'What the second person saw'),
    text('attachedTo', '附入的评议结果', 'Attached to the result'),
  ],
  named: 'evaluation',
  owner: 'opener',
  states: [
    open('checked', '待复核', 'to be checked by a second person'),
    open('confirmed', '两人已核', 'seen by two'),
    over('attached', '已附入评议', 'attached'),
  ],
  steps: [
    step('check', '督查', 'Check', {
      to: 'checked',
      by: ['supervision'],
      asks: ['evaluation', 'unit', 'frame', 'handedOut', 'returned', 'counted', 'byUnit', 'seen'],
      demands: [
        demand(
          'adds-up',
          all(
            atMost(field('handedOut'), field('frame')),
            atMost(field('returned'), field('handedOut')),
            atMost(field('counted'), field('returned')),
          ),
          '发放不多于抽样框，回收不多于发放，计入不多于回收',
          'No more handed out than the frame holds, returned than handed out, counted than returned',
        ),
      ],
    }),
    step('confirm', '第二人复核', 'A second person confirms', {
      from: ['checked'],
      to: 'confirmed',
      by: ['supervision'],
      notBy: ['check'],
      asks: ['again', 'agrees'],
      demands: [
        demand(
          'same-count',
          equals(field('again'), field('counted')),
          '复点数与计入数不一致，查明后再复核',
          'The second count differs; find out why first',
        ),
        demand(
          'says-something',
          atLeast(lengthOf(field('agrees')), 8),
          '写明怎样复核的',
          'Say how you checked it',
        ),
      ],
    }),
    step('attach', '附入评议结果', 'Attach to the evaluation', {
      ...{ from: ['confirmed'], to: 'attached', by: ['supervision'], asks: ['attachedTo'] },
    }),
  ],
  clocks: [
    clock('confirming', '复核', 'Second person', { starts: 'check', stops: ['confirm'], limit: '3W' }),
  ],
  flags: [
    flag(
      'own-forms',
      'red',
      any(more(field('byUnit'), 0), atLeast(share(field('returned'), field('handedOut')), TOO_GOOD)),
      '疑似单位自己填表：字迹雷同或者回收率异常',
      'The unit may have filled in its own forms: same hand, or nearly all came back',
    ),
  ],
  measures: [
    measure('mean', 'return-rate', '回收率', 'Return rate', {
      ...{ of: true, value: share(field('returned'), field('handedOut')), per: 'unit' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own', sealed: ['checked', 'confirmed'] },
  examples: [
    example('两人督查并附入', 'Seen by two and attached', [
      checked,
      does(second, 'confirm', '2026-06-16', count2),
      does(supervisor, 'attach', '2026-06-17', { attachedTo: '评议结果第3号' }),
    ]),
    example(
      '一个人核两遍',
      'One person twice',
      [checked, does(supervisor, 'confirm', '2026-06-16', count2)],
      {
        refused: 'register.checks-himself',
      },
    ),
    example(
      '回收比发放多',
      'More came back than went out',
      [does(supervisor, 'check', '2026-06-15', { ...given, returned: 120 })],
      { refused: 'adds-up' },
    ),
    example(
      '复点不一致',
      'Counts differ',
      [checked, does(second, 'confirm', '2026-06-16', { ...count2, again: 80 })],
      {
        refused: 'same-count',
      },
    ),
    example(
      '复核没写',
      'Says nothing',
      [checked, does(second, 'confirm', '2026-06-16', { again: 82, agrees: '无误' })],
      {
        refused: 'says-something',
      },
    ),
    example(
      '字迹雷同',
      'The same hand',
      [does(supervisor, 'check', '2026-06-15', { ...given, byUnit: 12 })],
      {
        flagged: ['own-forms'],
      },
    ),
    example('没有第二人', 'Nobody else', [checked], { seenOn: '2026-06-24', flagged: ['confirming'] }),
  ],
})
