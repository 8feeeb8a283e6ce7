import { institution, shape, word } from '#engines/registers/index.ts'

const { clock, day, demand, does, entry, example, flag, longText, measure, open, over, person } = shape
const { said, step, text, unit } = shape
const { all, any, atLeast, count, empty, equals, field, filled, its, passed, state } = word

const staff = { by: 'officer', as: 'unit', unit: 'market' } as const
const given = { event: '3·15广场咨询', place: '人民广场', on: '2026-03-15', photos: '照片12张' }
const hold = does(staff, 'hold', '2026-03-15', given)
const asked = count('stall-question', equals(its('stall'), field('id')))

/** 广场咨询: a stall counts by the questions that were put to it. */
export const consultationStall = institution({
  code: 'consultation-stall',
  title: said('广场咨询', 'Consultation stalls'),
  purpose: said(
    '每个单位的咨询台记下问了什么、答了什么、承诺了什么；只有照片、没有记录的不计入。',
    'A stall enters what was asked, answered and promised; pictures without an entry do not count.',
  ),
  basis: '',
  answers: ['RECT-04'],
  area: 'rectification',
  fields: [
    text('event', '活动', 'Event'),
    text('place', '地点', 'Place'),
    day('on', '日期', 'Day'),
    text('photos', '照片、材料', 'Pictures and papers'),
  ],
  named: 'event',
  owner: 'opener',
  states: [open('held', '已开展', 'held'), over('counted', '已计入', 'counted')],
  steps: [
    step('hold', '登记', 'Record', { to: 'held', by: ['unit'], asks: ['event', 'place', 'on', 'photos?'] }),
    step('count', '计入', 'Count', {
      from: ['held'],
      to: 'counted',
      by: ['supervision'],
      demands: [
        demand(
          'has-questions',
          atLeast(asked, 1),
          '没有登记任何问题的咨询活动不计入',
          'A stall without a question does not count',
        ),
      ],
    }),
  ],
  clocks: [
    clock('counting', '登记问题并计入', 'Entering the questions', {
      starts: 'hold',
      stops: ['count'],
      limit: '5W',
    }),
  ],
  flags: [
    flag(
      'pictures-only',
      'yellow',
      all(filled(field('photos')), passed('counting'), equals(asked, 0)),
      '有照片、没有一条咨询记录',
      'Pictures of a stall and no question entered',
    ),
  ],
  measures: [
    measure('sum', 'questions', '咨询问题数', 'Questions', { of: equals(state, 'counted'), value: asked }),
  ],
  notices: [],
  visibility: { public: { states: ['counted'], fields: ['event', 'place', 'on'] }, units: 'all' },
  examples: [
    example(
      '有问有答',
      'With questions',
      [hold, does({ by: 'supervisor', as: 'supervision' }, 'count', '2026-03-17')],
      {
        others: [{ of: 'stall-question', values: { stall: 'example' } }],
      },
    ),
    example(
      '没有问题就想计入',
      'Counted without a question',
      [hold, does({ by: 'supervisor', as: 'supervision' }, 'count', '2026-03-17')],
      {
        refused: 'has-questions',
      },
    ),
    example('只有照片', 'Pictures only', [hold], {
      seenOn: '2026-03-30',
      flagged: ['counting', 'pictures-only'],
    }),
  ],
})

const question = {
  ...{ stall: 'other-1', unit: 'market', question: '摊位照能不能在镇上办', answer: '四月起可以' },
  ...{ promise: '四月十日前电话通知', dueOn: '2026-04-10', who: '何女士 13800138000' },
}
const stall = { of: 'consultation-stall', state: 'held', values: { event: given.event } }
const enter = does(staff, 'enter', '2026-03-15', question)

/** 咨询记录: what was promised at a stall is a task with a date. */
export const stallQuestion = institution({
  code: 'stall-question',
  title: said('咨询记录', 'Questions at stalls'),
  purpose: said(
    '群众问的、当场答的、承诺的；承诺都有日期，到期没办会提示，办好告诉提问的人。',
    'What was asked, answered and promised; each promise has its date, shows when it is not kept, and is told to whoever asked.',
  ),
  basis: '',
  answers: ['RECT-04'],
  area: 'rectification',
  fields: [
    entry('consultation-stall', 'stall', '咨询活动', 'Stall', { fixed: true }),
    unit('unit', '承办单位', 'Unit that keeps the promise'),
    longText('question', '问题', 'Question'),
    longText('answer', '当场答复', 'Answer on the spot'),
    longText('promise', '承诺', 'Promise', { fixed: true }),
    day('dueOn', '承诺期限', 'Promised for', { fixed: true }),
    person('who', '联系人', 'Contact'),
    longText('result', '办理结果', 'Result'),
  ],
  named: 'question',
  owner: { field: 'unit' },
  states: [
    open('open', '待兑现', 'promised'),
    over('done', '已兑现', 'kept'),
    over('answered', '当场答复', 'answered'),
  ],
  steps: [
    step('enter', '登记承诺', 'Enter a promise', {
      to: 'open',
      by: ['anyUnit'],
      asks: ['stall', 'unit', 'question', 'answer?', 'promise?', 'dueOn?', 'who?'],
      demands: [
        demand(
          'promise-dated',
          any(empty(field('promise')), filled(field('dueOn'))),
          '承诺要写明哪天之前办好',
          'Say until when the promise will be kept',
        ),
      ],
    }),
    step('answer', '当场已答', 'Answered on the spot', {
      from: ['open'],
      to: 'answered',
      by: [{ field: 'unit' }],
      asks: ['answer'],
      demands: [
        demand(
          'nothing-promised',
          empty(field('promise')),
          '有承诺的不能按当场答复了结，请登记兑现结果',
          'What was promised is not answered on the spot; enter the result',
        ),
      ],
    }),
    step('keep', '兑现', 'Keep', { from: ['open'], to: 'done', by: [{ field: 'unit' }], asks: ['result'] }),
  ],
  clocks: [
    clock('keeping', '兑现承诺', 'Keeping the promise', {
      starts: 'enter',
      stops: ['keep', 'answer'],
      limit: { until: 'dueOn' },
    }),
  ],
  flags: [],
  measures: [
    measure('share', 'kept', '兑现率', 'Promises kept', {
      ...{ of: filled(field('promise')), value: equals(state, 'done'), per: 'unit' },
    }),
  ],
  notices: [
    {
      on: 'keep',
      to: 'who',
      text: said('您咨询的事已办：{result}', 'What you asked about has been done: {result}'),
    },
  ],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '承诺兑现',
      'Promised and kept',
      [enter, does(staff, 'keep', '2026-04-08', { result: '已电话通知' })],
      { others: [stall] },
    ),
    example('承诺没兑现', 'Not kept', [enter], {
      others: [stall],
      seenOn: '2026-04-13',
      flagged: ['keeping'],
    }),
    example(
      '承诺没有日期',
      'A promise without a date',
      [does(staff, 'enter', '2026-03-15', { ...question, dueOn: '' })],
      {
        ...{ others: [stall], refused: 'promise-dated' },
      },
    ),
    example(
      '拿当场答复抵承诺',
      'A promise closed as answered',
      [enter, does(staff, 'answer', '2026-03-16', { answer: '已解释' })],
      {
        ...{ others: [stall], refused: 'nothing-promised' },
      },
    ),
  ],
})
