import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choice,
  demand,
  does,
  example,
  flag,
  item,
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
const {
  all,
  atLeast,
  count,
  dayOf,
  differs,
  equals,
  fact,
  field,
  filled,
  holds,
  its,
  lengthOf,
  more,
  not,
  state,
} = word

const officer = { by: 'officer', as: 'unit', unit: 'planning' } as const
const head = { by: 'head', as: 'head', unit: 'planning' } as const
/** Words that promise no time. */
const VAGUE = [
  '尽快',
  '及时',
  '适时',
  '合理时间',
  '合理期限',
  '抓紧',
  'as soon as possible',
  'reasonable time',
]
const given = {
  ...{ unit: 'planning', service: '食品经营许可受理', item: 'food-business', time: 30, timeUnit: 'minutes' },
  ...{ standard: '材料齐全的，三十分钟内出具受理通知书', proof: 'accepted', target: 95 },
  ...{ breach: 'remind', excellence: 'praise' },
}
const drafted = does(officer, 'draft', '2026-03-02', given)

/** 定时间、定标准、定奖惩: a service with its time, the event that proves it, and what follows from both ways. */
export const serviceStandard = institution({
  code: 'service-standard',
  title: said('服务标准（定时间、定标准、定奖惩）', 'Service standards: time, standard, consequence'),
  purpose: said(
    '每项服务写明分钟或天数、可检验的标准和证明它的事件、做不到和做得好的后果；缺一不能公布。',
    'Each service with minutes or days, a standard that can fail, the event that proves it, and consequences both ways.',
  ),
  basis: '',
  answers: ['CASE-16', 'CASE-17', 'CASE-18'],
  area: 'cases',
  fields: [
    text('service', '服务', 'Service', { fixed: true }),
    unit('unit', '单位', 'Unit', { fixed: true }),
    item('item', '事项', 'Item'),
    number('time', '时间', 'Time'),
    choice('timeUnit', '单位', 'In', {
      minutes: ['分钟', 'minutes'],
      workingDays: ['工作日', 'working days'],
    }),
    longText('standard', '标准', 'Standard'),
    choice('proof', '证明达标的事件', 'Event that proves it', {
      accepted: ['受理', 'acceptance'],
      decided: ['决定', 'decision'],
      delivered: ['送达', 'delivery'],
      answered: ['答复', 'answer'],
      visited: ['上门', 'visit'],
    }),
    number('target', '达标率（%）', 'Target in per cent'),
    choice('breach', '做不到的后果', 'If it is missed', {
      none: ['无', 'nothing'],
      remind: ['提醒谈话', 'a talk'],
      deduct: ['扣月度考评分', 'points off the monthly score'],
      return: ['建议退回', 'proposal to send back'],
    }),
    choice('excellence', '做得好的奖励', 'If it is excelled', {
      none: ['无', 'nothing'],
      praise: ['通报表扬', 'praise'],
      add: ['加月度考评分', 'points on the monthly score'],
    }),
    longText('because', '修订理由', 'Why revised'),
  ],
  named: 'service',
  owner: { field: 'unit' },
  states: [
    open('draft', '草案', 'draft'),
    open('inForce', '施行中', 'in force'),
    over('ended', '已废止', 'ended'),
  ],
  steps: [
    step('draft', '起草', 'Draft', {
      ...{ to: 'draft', by: ['unit'] },
      asks: [
        'service',
        'unit',
        'item?',
        'time?',
        'timeUnit?',
        'standard',
        'proof?',
        'target?',
        'breach',
        'excellence',
      ],
    }),
    step('publish', '公布', 'Publish', {
      from: ['draft'],
      to: 'inForce',
      by: ['head'],
      notBy: ['draft', 'revise'],
      demands: [
        demand(
          'has-a-time',
          all(atLeast(field('time'), 1), filled(field('timeUnit'))),
          '每项服务都要定时间：写明几分钟或几个工作日',
          'Every service has a time: so many minutes or working days',
        ),
        demand(
          'no-vague-words',
          not(holds(field('standard'), VAGUE)),
          '“尽快”“及时”“合理时间”不是时间，请写成数字',
          '"As soon as possible" is no time: write a number',
        ),
        demand(
          'has-a-proof',
          all(filled(field('proof')), atLeast(field('target'), 1), atLeast(lengthOf(field('standard')), 6)),
          '标准要能检验：选证明它的事件，目标值大于0',
          'A standard has to be measurable: name the event that proves it and a target above 0',
        ),
        demand(
          'can-fail',
          not(
            all(
              equals(field('timeUnit'), 'workingDays'),
              more(field('time'), fact('item.statutoryDays', { item: field('item') })),
            ),
          ),
          '这个标准比法定时限还宽，永远不会做不到，等于没有',
          'It is wider than the limit of the law and can never fail',
        ),
        demand(
          'has-consequences',
          all(differs(field('breach'), 'none'), filled(field('breach'))),
          '做不到没有后果的标准不能公布，请定奖惩',
          'A standard whose breach has no consequence is not published',
        ),
      ],
    }),
    step('revise', '修订', 'Revise', {
      ...{ from: ['inForce', 'draft'], to: 'draft', by: ['unit'] },
      asks: ['time', 'timeUnit', 'standard', 'proof', 'target', 'breach', 'excellence', 'because'],
    }),
    step('end', '废止', 'End', { from: ['draft', 'inForce'], to: 'ended', by: ['head'], asks: ['because'] }),
  ],
  clocks: [],
  flags: [
    flag(
      'breach-without-consequence',
      'red',
      all(
        equals(state, 'inForce'),
        equals(field('timeUnit'), 'workingDays'),
        atLeast(
          fact('cases.late', {
            item: field('item'),
            unit: field('unit'),
            from: dayOf('publish'),
            days: field('time'),
          }),
          1,
        ),
        equals(
          count(
            'consequence-proposal',
            all(equals(its('standard'), field('id')), equals(its('kind'), 'breach')),
          ),
          0,
        ),
      ),
      '办件已违反标准，却没有任何奖惩建议',
      'Cases broke the standard and no consequence was proposed',
    ),
  ],
  measures: [
    measure('count', 'by-unit', '施行中的标准', 'Standards in force', {
      ...{ of: equals(state, 'inForce'), value: true, per: 'unit' },
    }),
  ],
  notices: [],
  visibility: {
    public: {
      states: ['inForce'],
      fields: ['service', 'unit', 'item', 'time', 'timeUnit', 'standard', 'target'],
    },
    units: 'all',
  },
  examples: [
    example('三定齐全', 'Complete', [drafted, does(head, 'publish', '2026-03-03')]),
    example(
      '没有时间',
      'No time',
      [does(officer, 'draft', '2026-03-02', { ...given, time: 0 }), does(head, 'publish', '2026-03-03')],
      {
        refused: 'has-a-time',
      },
    ),
    example(
      '尽快',
      '"As soon as possible"',
      [
        does(officer, 'draft', '2026-03-02', { ...given, standard: '材料齐全的尽快受理' }),
        does(head, 'publish', '2026-03-03'),
      ],
      { refused: 'no-vague-words' },
    ),
    example(
      '检验不了',
      'Nothing proves it',
      [does(officer, 'draft', '2026-03-02', { ...given, target: 0 }), does(head, 'publish', '2026-03-03')],
      { refused: 'has-a-proof' },
    ),
    example(
      '永远不会做不到',
      'Can never fail',
      [
        does(officer, 'draft', '2026-03-02', { ...given, time: 60, timeUnit: 'workingDays' }),
        does(head, 'publish', '2026-03-03'),
      ],
      { facts: { 'item.statutoryDays': 20 }, refused: 'can-fail' },
    ),
    example(
      '做不到没有后果',
      'No consequence',
      [
        does(officer, 'draft', '2026-03-02', { ...given, breach: 'none' }),
        does(head, 'publish', '2026-03-03'),
      ],
      { refused: 'has-consequences' },
    ),
    example(
      '违反了没人提奖惩',
      'Broken, and nothing followed',
      [
        does(officer, 'draft', '2026-03-02', { ...given, time: 8, timeUnit: 'workingDays' }),
        does(head, 'publish', '2026-03-03'),
      ],
      { facts: { 'item.statutoryDays': 20, 'cases.late': 2 }, flagged: ['breach-without-consequence'] },
    ),
  ],
})
