import { institution, shape, word } from '#engines/registers/index.ts'

const {
  caseNo,
  choice,
  clock,
  demand,
  does,
  example,
  flag,
  longText,
  measure,
  open,
  over,
  said,
  step,
  text,
  unit,
  yesNo,
} = shape
const { all, any, atLeast, differs, empty, equals, field, filled, lengthOf, state } = word

const officer = { by: 'officer', as: 'unit', unit: 'planning' } as const
const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const given = {
  ...{ unit: 'planning', case: '20260302-000001-1', clause: '食品安全法第三十五条', ground: 'condition' },
  ...{ reading: '“固定场所”解释为须有产权证', alternative: '租赁合同亦可，已告知申请人改交' },
}
const listed = does(officer, 'list', '2026-03-02', given)

/** 不予许可的复核清单: refusals by interpretation, their clause and the lawful way that was offered. */
export const refusalReview = institution({
  code: 'refusal-review',
  title: said('解释性拒绝复核', 'Review of refusals by interpretation'),
  purpose: said(
    '因条文解释而拒绝的，写明条款和合法的变通办法，法制机构每季度复核。',
    'Refusals by interpretation with clause and lawful alternative; the legal office reviews the list each quarter.',
  ),
  basis: '《行政许可法》第三十八条',
  answers: ['CASE-36'],
  area: 'cases',
  fields: [
    caseNo('case', '办件', 'Case', { fixed: true }),
    unit('unit', '作出单位', 'Unit', { fixed: true }),
    text('clause', '条款', 'Clause'),
    choice('ground', '理由', 'Ground', {
      condition: ['不符合条件', 'a condition not met'],
      formality: ['形式瑕疵', 'a formality'],
      interpretation: ['条文解释', 'an interpretation'],
    }),
    longText('reading', '怎么解释的', 'The reading'),
    longText('alternative', '告知的合法办法', 'Lawful alternative offered'),
    choice('finding', '复核结论', 'Finding', {
      right: ['正确', 'right'],
      petty: ['死抠条文', 'petty'],
      wrong: ['错误', 'wrong'],
    }),
    longText('reasons', '理由', 'Reasons'),
    yesNo('mended', '已纠正', 'Mended'),
  ],
  named: 'clause',
  owner: { field: 'unit' },
  states: [
    open('listed', '待复核', 'listed'),
    open('reviewed', '已复核', 'reviewed'),
    over('closed', '已了结', 'closed'),
  ],
  steps: [
    step('list', '列入', 'List', {
      to: 'listed',
      by: ['unit', 'supervision'],
      asks: ['case', 'unit', 'clause', 'ground', 'reading', 'alternative?'],
      demands: [
        demand(
          'alternative-offered',
          any(equals(field('ground'), 'condition'), atLeast(lengthOf(field('alternative')), 6)),
          '因解释或形式瑕疵拒绝的，请写明告知了什么合法办法',
          'A refusal by interpretation or formality names the lawful alternative that was offered',
        ),
      ],
    }),
    step('review', '复核', 'Review', {
      ...{
        from: ['listed'],
        to: 'reviewed',
        by: ['supervision', 'anyHead', 'leader'],
        notBy: ['list'],
        notOwner: true,
      },
      asks: ['finding', 'reasons'],
    }),
    step('close', '了结', 'Close', {
      from: ['reviewed'],
      to: 'closed',
      by: ['unit', 'supervision'],
      asks: ['mended?'],
      demands: [
        demand(
          'mended-or-right',
          any(equals(field('finding'), 'right'), equals(field('mended'), true)),
          '复核认为不当的，纠正后才能了结',
          'What the review found petty or wrong is closed once it has been mended',
        ),
      ],
    }),
  ],
  clocks: [
    clock('reviewing', '季度复核', 'Quarterly review', {
      ...{ starts: 'list', stops: ['review'], limit: '3M', basis: '法制机构每季度复核（本地规定，可改）' },
    }),
  ],
  flags: [
    flag(
      'petty',
      'red',
      all(filled(field('finding')), differs(field('finding'), 'right'), differs(state, 'closed')),
      '因小瑕疵拒绝，另有合法办法',
      'Refused on a formality while a lawful way exists',
    ),
    flag(
      'formality',
      'yellow',
      all(equals(field('ground'), 'formality'), empty(field('finding'))),
      '因形式瑕疵拒绝，待复核',
      'Refused on a formality, to be reviewed',
    ),
  ],
  measures: [
    measure('share', 'petty', '死抠条文的比例', 'Share petty', {
      ...{ of: filled(field('finding')), value: equals(field('finding'), 'petty'), per: 'unit' },
    }),
    measure('share', 'reviewed', '已复核', 'Reviewed', { of: true, value: differs(state, 'listed') }),
  ],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example('条件不符，复核正确', 'A condition, found right', [
      listed,
      does(supervisor, 'review', '2026-03-20', { finding: 'right', reasons: '条件确未具备' }),
      does(officer, 'close', '2026-03-23'),
    ]),
    example(
      '死抠条文',
      'Petty',
      [
        does(officer, 'list', '2026-03-02', { ...given, ground: 'interpretation' }),
        does(supervisor, 'review', '2026-03-20', { finding: 'petty', reasons: '租赁合同即可证明' }),
      ],
      { flagged: ['petty'] },
    ),
    example(
      '形式瑕疵',
      'A formality',
      [does(officer, 'list', '2026-03-02', { ...given, ground: 'formality' })],
      {
        flagged: ['formality'],
      },
    ),
    example(
      '没给出路',
      'No alternative',
      [does(officer, 'list', '2026-03-02', { ...given, ground: 'interpretation', alternative: '无' })],
      { refused: 'alternative-offered' },
    ),
    example(
      '没纠正就了结',
      'Closed without being mended',
      [
        does(officer, 'list', '2026-03-02', { ...given, ground: 'interpretation' }),
        does(supervisor, 'review', '2026-03-20', { finding: 'wrong', reasons: '适用错误' }),
        does(officer, 'close', '2026-03-23', { mended: false }),
      ],
      { refused: 'mended-or-right' },
    ),
    example('一季度没人复核', 'Not reviewed in a quarter', [listed], {
      seenOn: '2026-06-10',
      flagged: ['reviewing'],
    }),
  ],
})
