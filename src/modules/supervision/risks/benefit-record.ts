import { institution, shape, word } from '#engines/registers/index.ts'

const { choice, day, demand, does, example, measure, money, over, account, said, step, text, unit } = shape
const { equals, field, filled, lengthOf, state } = word

const officer = { by: 'officer', as: 'unit', unit: 'planning' } as const
const given = {
  ...{
    kind: 'land',
    unit: 'planning',
    beneficiary: '青禾置业有限公司',
    code: '91450100MA5KXXXX12',
    amount: 300000000,
  },
  ...{ approver: 'head', on: '2026-03-02', basis: '《土地管理法》第五十四条' },
}

/** 受益登记: who was given what, by whom, on what basis; how it concentrates is looked at by supervision alone. */
export const benefitRecord = institution({
  code: 'benefit-record',
  title: said('减免、供地等受益登记', 'Who benefits'),
  purpose: said(
    '减免收费、供地和其他优惠逐笔登记受益单位、批准人和依据；集中程度只供监察查看。',
    'Fee cuts, land and other advantages, each with beneficiary, approver and basis; concentration is for supervision alone.',
  ),
  basis: '《政府信息公开条例》第二十条',
  answers: ['ESUP-25'],
  area: 'supervision',
  fields: [
    choice(
      'kind',
      '类别',
      'Kind',
      {
        feeCut: ['收费减免', 'fee cut'],
        land: ['供地', 'land'],
        approval: ['审批', 'approval'],
        support: ['扶持资金', 'support'],
      },
      { fixed: true },
    ),
    unit('unit', '批准单位', 'Department', { fixed: true }),
    text('beneficiary', '受益单位', 'Beneficiary', { fixed: true }),
    text('code', '统一社会信用代码', 'Credit code', { fixed: true }),
    money('amount', '金额（分）', 'Amount'),
    account('approver', '批准人', 'Approved by'),
    day('on', '日期', 'Day', { fixed: true }),
    text('basis', '依据', 'Basis'),
    text('why', '撤销理由', 'Why withdrawn'),
  ],
  named: 'beneficiary',
  owner: { field: 'unit' },
  states: [over('given', '已给予', 'given'), over('withdrawn', '已收回', 'withdrawn')],
  steps: [
    step('give', '登记受益', 'Record', {
      to: 'given',
      by: ['unit'],
      asks: ['kind', 'unit', 'beneficiary', 'code', 'amount?', 'approver', 'on', 'basis'],
      demands: [
        demand(
          'coded',
          equals(lengthOf(field('code')), 18),
          '统一社会信用代码为十八位',
          'A credit code has eighteen characters',
        ),
      ],
    }),
    step('withdraw', '收回', 'Withdraw', { from: ['given'], to: 'withdrawn', by: ['head'], asks: ['why'] }),
  ],
  clocks: [],
  flags: [],
  measures: [
    measure('count', 'by-unit', '各单位受益登记', 'By department', {
      of: equals(state, 'given'),
      value: true,
      per: 'unit',
    }),
    measure('sum', 'amount', '金额', 'Amount', {
      of: filled(field('amount')),
      value: field('amount'),
      per: 'kind',
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('登记供地', 'Land', [does(officer, 'give', '2026-03-02', given)]),
    example('代码不全', 'A short code', [does(officer, 'give', '2026-03-02', { ...given, code: '9145' })], {
      refused: 'coded',
    }),
  ],
})
