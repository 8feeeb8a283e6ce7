import { institution, shape, word } from '#engines/registers/index.ts'

const {
  account,
  choice,
  demand,
  does,
  example,
  flag,
  longText,
  measure,
  money,
  open,
  over,
  person,
  said,
  step,
  text,
  unit,
} = shape
const {
  all,
  any,
  count,
  differs,
  equals,
  field,
  filled,
  holds,
  its,
  itsState,
  less,
  more,
  not,
  product,
  state,
} = word

const officer = { by: 'officer', as: 'unit', unit: 'market' } as const
const head = { by: 'head', as: 'head', unit: 'market' } as const
const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const

const given = {
  ...{
    act: '无照经营',
    place: '青禾路集市三号摊',
    unit: 'market',
    party: '某商户',
    basis: '《无证无照经营查处办法》第十三条',
  },
  ...{
    grade: 'light',
    measure: '罚款',
    amount: 50000,
    first: 'officer',
    second: 'colleague',
    video: '执法记录仪 2026-0311',
  },
}
const recorded = does(officer, 'record', '2026-03-02', given)
const LAW = ['法', '条例', '办法', '规定', '决定', '规章']
const POWER = ['领导', '指示', '打招呼', '交办', '情况特殊', '人情', '口头']

/** Unlike penalties for the same act of the same grade: less than half, or more than twice. */
const alike = all(
  differs(its('id'), field('id')),
  equals(its('act'), field('act')),
  equals(its('grade'), field('grade')),
  differs(itsState, 'revoked'),
)

/** 执法记录: on what basis, at what grade, by whom and seen by which camera; like cases stand beside each other. */
export const enforcementRecord = institution({
  code: 'enforcement-record',
  title: said('执法全过程记录', 'Record of enforcement'),
  purpose: said(
    '每次执法有依据、裁量等级、两名执法人员和音像编号；同类同等级的轻重悬殊看得见，以权代法、以情代法登记不上。',
    'Each act names its basis, grade, two officers and recording; like cases stand side by side, and power or favour is no basis.',
  ),
  basis: '《行政处罚法》第三十四条、第四十二条、第四十七条',
  answers: ['ESUP-12'],
  area: 'supervision',
  fields: [
    text('act', '违法行为', 'Act', { fixed: true }),
    text('place', '时间地点', 'When and where', { fixed: true }),
    unit('unit', '执法单位', 'Body', { fixed: true }),
    person('party', '当事人', 'Party'),
    text('basis', '依据（法律名称和条款）', 'Basis (law and article)'),
    choice('grade', '裁量等级', 'Discretion grade', {
      none: ['不予处罚', 'none'],
      light: ['从轻', 'light'],
      ordinary: ['一般', 'ordinary'],
      heavy: ['从重', 'heavy'],
    }),
    text('measure', '措施', 'Measure'),
    money('amount', '罚款（分）', 'Fine'),
    account('first', '执法人员一', 'First officer'),
    account('second', '执法人员二', 'Second officer'),
    text('video', '音像记录编号', 'Recording'),
    longText('word', '过问登记（谁、何时、说了什么）', 'Whose word was heard'),
    longText('why', '说明', 'Explanation'),
  ],
  named: 'act',
  owner: { field: 'unit' },
  states: [
    open('recorded', '已记录', 'recorded'),
    over('reviewed', '已复核', 'reviewed'),
    over('revoked', '已撤销', 'revoked'),
  ],
  steps: [
    step('record', '登记执法', 'Record', {
      to: 'recorded',
      by: ['unit'],
      asks: [
        'act',
        'place',
        'unit',
        'party',
        'basis',
        'grade',
        'measure',
        'amount?',
        'first',
        'second',
        'video?',
        'word?',
      ],
      demands: [
        demand(
          'law-not-power',
          all(holds(field('basis'), LAW), not(holds(field('basis'), POWER))),
          '依据须是法律条款；领导指示、人情关系不是依据',
          'The basis is an article of law; a leader’s word or a favour is none',
        ),
        demand(
          'two-officers',
          differs(field('first'), field('second')),
          '执法人员不得少于两人',
          'Two different officers enforce',
        ),
      ],
    }),
    step('explain', '说明轻重', 'Explain', {
      from: ['recorded'],
      to: 'recorded',
      by: ['head'],
      asks: ['why'],
    }),
    step('review', '复核', 'Review', {
      from: ['recorded'],
      to: 'reviewed',
      by: ['supervision'],
      notBy: ['record'],
      asks: ['why'],
    }),
    step('revoke', '撤销', 'Revoke', {
      from: ['recorded', 'reviewed'],
      to: 'revoked',
      by: ['supervision'],
      asks: ['why'],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'unlike',
      'yellow',
      all(
        filled(field('amount')),
        differs(state, 'revoked'),
        any(
          more(count('enforcement-record', all(alike, more(its('amount'), product(2, field('amount'))))), 0),
          more(count('enforcement-record', all(alike, less(product(2, its('amount')), field('amount')))), 0),
        ),
      ),
      '同一行为、同一等级，轻重相差一倍以上',
      'The same act at the same grade came to less than half, or more than twice',
    ),
    flag(
      'word-heard',
      'red',
      filled(field('word')),
      '有人过问：核实是否以权代法、以情代法',
      'Somebody put in a word: power or favour in place of law?',
    ),
    flag('unseen', 'notice', not(filled(field('video'))), '没有音像记录', 'No recording'),
  ],
  measures: [
    measure('count', 'by-unit', '各单位执法', 'Acts by body', {
      of: differs(state, 'revoked'),
      value: true,
      per: 'unit',
    }),
    measure('mean', 'by-grade', '各等级平均罚款', 'Mean fine by grade', {
      of: filled(field('amount')),
      value: field('amount'),
      per: 'grade',
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('有依据、有等级、两人、有录像', 'Basis, grade, two officers, recorded', [
      recorded,
      does(supervisor, 'review', '2026-03-05', { why: '与同类一致' }),
    ]),
    example(
      '以领导指示为依据',
      'A leader’s word for a basis',
      [does(officer, 'record', '2026-03-02', { ...given, basis: '按领导指示办理的规定' })],
      { refused: 'law-not-power' },
    ),
    example(
      '一人执法',
      'One officer',
      [does(officer, 'record', '2026-03-02', { ...given, second: 'officer' })],
      { refused: 'two-officers' },
    ),
    example(
      '同类轻重悬殊',
      'Unlike cases',
      [recorded, does(head, 'explain', '2026-03-03', { why: '拒不改正' })],
      {
        others: [{ state: 'recorded', values: { act: '无照经营', grade: 'light', amount: 10000 } }],
        flagged: ['unlike'],
      },
    ),
    example('同类相近', 'Like cases', [recorded], {
      others: [{ state: 'recorded', values: { act: '无照经营', grade: 'light', amount: 60000 } }],
    }),
    example(
      '有人过问',
      'Somebody put in a word',
      [does(officer, 'record', '2026-03-02', { ...given, word: '三月一日某领导来电要求从轻' })],
      { flagged: ['word-heard'] },
    ),
    example('没有录像', 'Not recorded', [does(officer, 'record', '2026-03-02', { ...given, video: '' })], {
      flagged: ['unseen'],
    }),
  ],
})
