import { institution, shape, word } from '#engines/registers/index.ts'

const {
  clock,
  day,
  demand,
  does,
  example,
  flag,
  longText,
  measure,
  money,
  number,
  open,
  over,
  person,
  said,
  step,
  text,
  unit,
} = shape
const { all, atMost, count, differs, equals, field, its, itsState, state, today } = word

const source = { by: 'head', as: 'head', unit: 'planning' } as const
const leader = { by: 'leader', as: 'leader', unit: 'government' } as const
const body = { by: 'enforcer', as: { field: 'to' }, unit: 'urban-management' } as const
const given = {
  ...{ power: '违法建设处罚权', from: 'planning', to: 'urban-management', on: '2026-04-01', staff: 12 },
  ...{ reference: '参照外市试点经验', document: '自治区批复〔2026〕8号' },
}
const proposed = does(source, 'propose', '2026-03-02', given)

/** 相对集中处罚权划转: which penalty power goes from whom to whom, and from which day only the new body fines. */
export const penaltyTransfer = institution({
  code: 'penalty-transfer',
  title: said('相对集中行政处罚权划转', 'Transfers of penalty powers'),
  purpose: said(
    '划转哪些处罚权、从谁到谁、哪天起、带多少人、参照哪个城市；从那天起只有新机构能罚。',
    'Which powers go from whom to whom, from which day, with how many people; from that day only the new body fines.',
  ),
  basis: '《行政处罚法》第十八条',
  answers: ['ITEM-38'],
  area: 'catalogue',
  fields: [
    text('power', '处罚权', 'Power', { fixed: true }),
    unit('from', '划出单位', 'From', { fixed: true }),
    unit('to', '集中行使机构', 'To', { fixed: true }),
    day('on', '划转日期', 'From the day', { fixed: true }),
    number('staff', '随转人员', 'Staff that goes with it'),
    text('reference', '参照城市', 'Reference city'),
    text('document', '批准文号', 'Approval'),
    longText('why', '中止理由', 'Why stopped'),
  ],
  named: 'power',
  owner: { field: 'from' },
  states: [
    open('proposed', '拟划转', 'proposed'),
    open('approved', '已批准', 'approved'),
    over('taken', '已接管', 'taken over'),
    over('stopped', '已中止', 'stopped'),
  ],
  steps: [
    step('propose', '提出划转', 'Propose', {
      to: 'proposed',
      by: ['head', 'leader'],
      asks: ['power', 'from', 'to', 'on', 'staff', 'reference', 'document'],
      demands: [
        demand(
          'two-bodies',
          differs(field('from'), field('to')),
          '划出和划入不能是同一单位',
          'From and to are two bodies',
        ),
        demand(
          'once',
          equals(
            count(
              'penalty-transfer',
              all(differs(its('id'), field('id')), equals(its('power'), field('power')), {
                oneOf: [itsState, ['proposed', 'approved', 'taken']],
              }),
            ),
            0,
          ),
          '这项处罚权已在划转',
          'This power is being transferred already',
        ),
      ],
    }),
    step('approve', '批准', 'Approve', {
      from: ['proposed'],
      to: 'approved',
      by: ['leader'],
      notBy: ['propose'],
    }),
    step('take-over', '接管', 'Take over', { from: ['approved'], to: 'taken', by: [{ field: 'to' }] }),
    step('stop', '中止', 'Stop', {
      from: ['proposed', 'approved'],
      to: 'stopped',
      by: ['leader'],
      asks: ['why'],
    }),
  ],
  clocks: [
    clock('taking-over', '接管', 'Taking over', {
      starts: 'approve',
      stops: ['take-over', 'stop'],
      limit: { until: 'on' },
    }),
  ],
  flags: [
    flag(
      'without-staff',
      'yellow',
      all(equals(field('staff'), 0), differs(state, 'stopped')),
      '只划权不划人',
      'The power goes without people',
    ),
  ],
  measures: [],
  notices: [],
  visibility: {
    public: { states: ['approved', 'taken'], fields: ['power', 'from', 'to', 'on', 'document'] },
    units: 'all',
  },
  examples: [
    example('提出、批准、接管', 'Proposed, approved, taken over', [
      proposed,
      does(leader, 'approve', '2026-03-10'),
      does(body, 'take-over', '2026-04-01'),
    ]),
    example('到日未接管', 'Not taken over', [proposed, does(leader, 'approve', '2026-03-10')], {
      ...{ seenOn: '2026-04-03', flagged: ['taking-over'] },
    }),
    example('不带人', 'Without people', [does(source, 'propose', '2026-03-02', { ...given, staff: 0 })], {
      flagged: ['without-staff'],
    }),
    example('划给自己', 'To itself', [does(source, 'propose', '2026-03-02', { ...given, to: 'planning' })], {
      refused: 'two-bodies',
    }),
    example('划转两次', 'Twice', [proposed], {
      ...{ others: [{ state: 'approved', values: { power: '违法建设处罚权' } }], refused: 'once' },
    }),
  ],
})

const fining = { by: 'enforcer', as: 'unit', unit: 'urban-management' } as const
const old = { by: 'officer', as: 'unit', unit: 'planning' } as const
const act = {
  ...{
    power: '违法建设处罚权',
    unit: 'urban-management',
    act: '青禾路1号二楼加建',
    who: '某公司',
    amount: 500000,
  },
  basis: '《城乡规划法》第六十四条',
}
const moved = {
  of: 'penalty-transfer',
  state: 'taken',
  values: { power: '违法建设处罚权', from: 'planning', to: 'urban-management', on: '2026-04-01' },
}

/** 处罚登记: one act, one fine, by the body that holds the power on that day. */
export const penaltyRecord = institution({
  code: 'penalty-record',
  title: said('行政处罚登记', 'Penalties'),
  purpose: said(
    '每个违法行为罚一次，由当日有权的机构罚；处罚权划走后原单位再罚的，登记不上。',
    'One fine for one act, by the body that holds the power that day; after a transfer the old body can record none.',
  ),
  basis: '《行政处罚法》第二十九条：对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚。',
  answers: ['ITEM-38'],
  area: 'catalogue',
  fields: [
    text('power', '处罚权', 'Power', { fixed: true }),
    unit('unit', '处罚单位', 'Body', { fixed: true }),
    text('act', '违法行为（时间、地点、行为）', 'Act', { fixed: true }),
    person('who', '当事人', 'Party'),
    money('amount', '罚款（分）', 'Fine'),
    text('basis', '依据', 'Basis'),
    text('why', '撤销理由', 'Why revoked'),
  ],
  named: 'act',
  owner: { field: 'unit' },
  states: [
    open('imposed', '已处罚', 'imposed'),
    over('carriedOut', '已执行', 'carried out'),
    over('revoked', '已撤销', 'revoked'),
  ],
  steps: [
    step('impose', '处罚', 'Impose', {
      to: 'imposed',
      by: ['unit'],
      asks: ['power', 'unit', 'act', 'who', 'amount', 'basis'],
      demands: [
        demand(
          'has-the-power',
          equals(
            count(
              'penalty-transfer',
              all(
                equals(its('power'), field('power')),
                { oneOf: [itsState, ['approved', 'taken']] },
                atMost(its('on'), today),
                differs(its('to'), field('unit')),
              ),
            ),
            0,
          ),
          '这项处罚权已划转，只能由新机构处罚',
          'This power has been transferred; only the new body fines',
        ),
        demand(
          'fined-once',
          equals(
            count(
              'penalty-record',
              all(
                differs(its('id'), field('id')),
                equals(its('act'), field('act')),
                differs(itsState, 'revoked'),
              ),
            ),
            0,
          ),
          '这一行为已被处罚，不得再罚款',
          'This act has been fined already',
        ),
      ],
    }),
    step('carry-out', '执行完毕', 'Carried out', { from: ['imposed'], to: 'carriedOut', by: ['unit'] }),
    step('revoke', '撤销', 'Revoke', {
      from: ['imposed'],
      to: 'revoked',
      by: ['head', 'leader'],
      asks: ['why'],
    }),
  ],
  clocks: [],
  flags: [],
  measures: [
    measure('count', 'by-unit', '各单位处罚', 'By body', {
      of: differs(state, 'revoked'),
      value: true,
      per: 'unit',
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example('新机构处罚', 'Fined by the new body', [does(fining, 'impose', '2026-04-02', act)], {
      others: [moved],
    }),
    example(
      '划转前原单位处罚',
      'By the old body before the day',
      [does(old, 'impose', '2026-03-20', { ...act, unit: 'planning' })],
      { others: [{ ...moved, state: 'approved' }] },
    ),
    example(
      '划转后原单位再罚',
      'By the old body afterwards',
      [does(old, 'impose', '2026-04-02', { ...act, unit: 'planning' })],
      { others: [moved], refused: 'has-the-power' },
    ),
    example('一事再罚', 'The same act twice', [does(fining, 'impose', '2026-04-02', act)], {
      ...{ others: [moved, { state: 'imposed', values: { act: act.act } }], refused: 'fined-once' },
    }),
  ],
})
