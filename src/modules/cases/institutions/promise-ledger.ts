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
  open,
  over,
  person,
  said,
  step,
  text,
  unit,
  yesNo,
} = shape
const { all, any, atLeast, equals, field, filled, passed, state, today } = word

const officer = { by: 'officer', as: 'unit', unit: 'planning' } as const
const resident = { by: 'resident-1', as: 'resident' } as const
const receiver = { by: 'other', as: { field: 'receiver' }, unit: 'market' } as const
const callBack = { by: 'manager', as: { unitKind: 'hall' }, unit: 'hall-office' } as const
const given = {
  unit: 'planning',
  what: '三月底前修好规划公示栏',
  until: '2026-03-31',
  to: 'unit',
  receiver: 'market',
}
const promised = does(officer, 'promise', '2026-03-02', given)
const reported = does(officer, 'report', '2026-03-30', { proof: '现场照片' })

/** 承诺台账: what was promised to whom by when, and whether it was kept as the receiver says. */
export const promiseLedger = institution({
  code: 'promise-ledger',
  title: said('承诺台账', 'Ledger of promises'),
  purpose: said(
    '承诺了什么、对谁、哪天前；兑没兑现由承诺的对象说了算，兑现率公开。',
    'What was promised, to whom, by when; whether it was kept is for the receiver to say. The rate is public.',
  ),
  basis: '',
  answers: ['CASE-33'],
  area: 'cases',
  fields: [
    longText('what', '承诺内容', 'Promise', { fixed: true }),
    unit('unit', '承诺单位', 'Promiser', { fixed: true }),
    choice('to', '对谁承诺', 'Made to', {
      resident: ['群众', 'a resident'],
      firm: ['企业', 'a firm'],
      unit: ['单位', 'a unit'],
      public: ['社会公众', 'the public'],
    }),
    unit('receiver', '承诺对象（单位）', 'Receiver (a unit)'),
    person('who', '承诺对象（个人、企业）', 'Receiver (a person or firm)'),
    day('until', '兑现日期', 'By', { fixed: true }),
    text('proof', '兑现证明', 'Proof'),
    yesNo('kept', '是否兑现', 'Kept'),
    longText('remark', '评语', 'Remark'),
  ],
  named: 'what',
  owner: { field: 'unit' },
  states: [
    open('promised', '待兑现', 'promised'),
    open('reported', '已报兑现，待评', 'reported, to be judged'),
    over('judged', '已评定', 'judged'),
  ],
  steps: [
    step('promise', '登记承诺', 'Promise', {
      to: 'promised',
      by: ['unit', 'resident', 'leader'],
      asks: ['what', 'unit', 'to', 'receiver?', 'who?', 'until'],
      demands: [
        demand(
          'ahead',
          atLeast(field('until'), today),
          '兑现日期不能早于今天',
          'The day must not lie in the past',
        ),
        demand(
          'has-a-receiver',
          any(
            equals(field('to'), 'public'),
            all(equals(field('to'), 'unit'), filled(field('receiver'))),
            filled(field('who')),
          ),
          '请写明对谁承诺，将来由其评定',
          'Say to whom it was promised: the receiver will judge it',
        ),
      ],
    }),
    step('report', '报兑现', 'Report as kept', {
      from: ['promised'],
      to: 'reported',
      by: ['unit'],
      asks: ['proof'],
    }),
    step('judge', '评定', 'Judge', {
      ...{
        from: ['promised', 'reported'],
        to: 'judged',
        by: [{ field: 'receiver' }, 'resident', { unitKind: 'hall' }, 'supervision'],
      },
      ...{ notBy: ['report'], notOwner: true, asks: ['kept', 'remark?'] },
    }),
  ],
  clocks: [
    clock('keeping', '兑现', 'Keeping it', {
      starts: 'promise',
      stops: ['report', 'judge'],
      limit: { until: 'until' },
    }),
    clock('judging', '评定', 'Judgement', { starts: 'report', stops: ['judge'], limit: '10W' }),
  ],
  flags: [
    flag('broken', 'red', equals(field('kept'), false), '承诺没有兑现', 'Not kept'),
    flag(
      'self-assessed',
      'yellow',
      all(equals(state, 'reported'), passed('judging')),
      '只有承诺单位自己说兑现了',
      'Kept by the word of the promiser alone',
    ),
  ],
  measures: [
    measure('share', 'kept', '兑现率', 'Share kept', {
      ...{ of: equals(state, 'judged'), value: field('kept'), per: 'unit' },
    }),
    measure('share', 'in-time', '按期兑现率', 'Kept in time', {
      of: equals(state, 'judged'),
      value: all(equals(field('kept'), true), { not: passed('keeping') }),
      per: 'unit',
    }),
  ],
  notices: [
    {
      on: 'report',
      to: 'who',
      text: said('单位报告已兑现“{what}”，请您评定。', 'The unit says it has kept "{what}". Please judge.'),
    },
  ],
  visibility: { public: { states: ['judged'], fields: ['what', 'unit', 'until', 'kept'] }, units: 'all' },
  examples: [
    example('按期兑现，对方认可', 'Kept, says the receiver', [
      promised,
      reported,
      does(receiver, 'judge', '2026-04-01', { kept: true }),
    ]),
    example(
      '没有兑现',
      'Not kept',
      [promised, does(callBack, 'judge', '2026-04-02', { kept: false, remark: '公示栏还是坏的' })],
      { flagged: ['broken', 'keeping'] },
    ),
    example(
      '自己说兑现',
      'Judged by the promiser',
      [promised, does(officer, 'judge', '2026-04-01', { kept: true })],
      {
        refused: 'register.not-yours',
      },
    ),
    example(
      '监察单位自己的承诺自己评',
      'Supervision judges its own promise',
      [
        does({ by: 'sup-1', as: 'supervision', unit: 'planning' }, 'promise', '2026-03-02', given),
        does({ by: 'sup-2', as: 'supervision', unit: 'planning' }, 'judge', '2026-03-09', { kept: true }),
      ],
      { refused: 'register.not-yours' },
    ),
    example('报了没人评', 'Reported and never judged', [promised, reported], {
      ...{ seenOn: '2026-05-10', flagged: ['judging', 'self-assessed'] },
    }),
    example('群众登记的', 'Entered by a resident', [
      does(resident, 'promise', '2026-03-02', {
        ...given,
        to: 'resident',
        receiver: '',
        who: '李女士 13800138000',
      }),
      reported,
      does(resident, 'judge', '2026-04-01', { kept: true }),
    ]),
    example(
      '期限倒填',
      'A day gone by',
      [does(officer, 'promise', '2026-03-02', { ...given, until: '2026-01-01' })],
      {
        refused: 'ahead',
      },
    ),
    example('没说对谁', 'To nobody', [does(officer, 'promise', '2026-03-02', { ...given, receiver: '' })], {
      refused: 'has-a-receiver',
    }),
  ],
})
