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
  money,
  open,
  over,
  person,
  said,
  step,
  text,
  unit,
} = shape
const { all, any, atLeast, equals, field, lengthOf, passed, state, taker, takerOf } = word

const applicant = { by: 'resident-1', as: 'resident' } as const
const neighbour = { by: 'resident-2', as: 'resident' } as const
const officer = { by: 'officer', as: 'unit', unit: 'planning' } as const
const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const given = {
  ...{ unit: 'planning', case: '20260302-000001-1', kind: 'season', loss: 3000000 },
  harm: '许可拖到五月，错过春茶收购季',
}
const claimed = does(applicant, 'claim', '2026-06-01', given)
const answered = does(officer, 'answer', '2026-06-04', { answer: '系统故障所致' })
const checked = does(supervisor, 'judge', '2026-06-15', {
  finding: 'upheld',
  reasons: '超时23个工作日，无正当理由',
})

/** 失时误事: harm from delay as the applicant tells it; supervision judges, the handling unit cannot close it. */
export const harmClaim = institution({
  code: 'harm-claim',
  title: said('失时误事登记', 'Harm from delay'),
  purpose: said(
    '因拖延误了农时、丢了项目的，申请人可以登记；监察核查，承办单位不能自行了结。',
    'Lost projects and missed seasons as applicants claim them; supervision checks, the handling unit cannot bury them.',
  ),
  basis: '',
  answers: ['CASE-31'],
  area: 'cases',
  fields: [
    unit('unit', '承办单位', 'Handling unit', { fixed: true }),
    caseNo('case', '办件', 'Case'),
    choice('kind', '误了什么', 'What was missed', {
      project: ['项目', 'a project'],
      season: ['农时、季节', 'a season'],
      deadline: ['法定期限', 'a deadline'],
      other: ['其他', 'other'],
    }),
    longText('harm', '经过和损失', 'What happened', { fixed: true }),
    money('loss', '损失（分）', 'Loss'),
    person('who', '申请人', 'Applicant'),
    longText('answer', '单位说明', "The unit's answer"),
    choice('finding', '结论', 'Finding', { upheld: ['属实', 'upheld'], notUpheld: ['不属实', 'not upheld'] }),
    longText('reasons', '理由', 'Reasons'),
    text('why', '撤回原因', 'Why withdrawn'),
  ],
  named: 'harm',
  owner: { field: 'unit' },
  states: [
    open('claimed', '已登记', 'claimed'),
    open('answered', '单位已说明', 'answered'),
    over('judged', '已核查', 'judged'),
    over('withdrawn', '本人撤回', 'withdrawn by the claimant'),
  ],
  steps: [
    step('claim', '登记', 'Claim', {
      ...{ to: 'claimed', by: ['resident', { unitKind: 'hall' }, 'supervision'] },
      asks: ['unit', 'case?', 'kind', 'harm', 'loss?', 'who?'],
    }),
    step('answer', '说明', 'Answer', { from: ['claimed'], to: 'answered', by: ['unit'], asks: ['answer'] }),
    step('judge', '核查', 'Judge', {
      from: ['claimed', 'answered'],
      to: 'judged',
      by: ['supervision'],
      notBy: ['answer'],
      notOwner: true,
      asks: ['finding', 'reasons'],
      demands: [
        demand(
          'says-why',
          any(equals(field('finding'), 'upheld'), atLeast(lengthOf(field('reasons')), 10)),
          '认定不属实的，请写明查了什么、为什么，不少于10字',
          'Not upheld: say what was looked at and why, in ten characters or more',
        ),
      ],
    }),
    step('withdraw', '撤回', 'Withdraw', {
      from: ['claimed', 'answered'],
      to: 'withdrawn',
      by: ['resident'],
      asks: ['why'],
      demands: [
        demand(
          'by-the-claimant',
          equals(taker, takerOf('claim')),
          '只有登记人本人能撤回',
          'Only whoever claimed it may withdraw it',
        ),
      ],
    }),
  ],
  clocks: [
    clock('answering', '单位说明', 'Answer', {
      starts: 'claim',
      stops: ['answer', 'judge', 'withdraw'],
      limit: '5W',
    }),
    clock('judging', '核查', 'Judgement', { starts: 'claim', stops: ['judge', 'withdraw'], limit: '20W' }),
  ],
  flags: [
    flag(
      'buried',
      'red',
      all(passed('judging'), any(equals(state, 'claimed'), equals(state, 'answered'))),
      '失时误事登记被搁置',
      'A claim of harm lies buried',
    ),
    flag(
      'upheld',
      'red',
      all(equals(state, 'judged'), equals(field('finding'), 'upheld')),
      '核查属实的失时误事',
      'Harm from delay, upheld',
    ),
  ],
  measures: [
    measure('sum', 'loss', '属实的损失（分）', 'Loss upheld', {
      ...{ of: equals(field('finding'), 'upheld'), value: field('loss'), per: 'unit' },
    }),
    measure('share', 'judged', '已核查比例', 'Judged', { of: true, value: equals(state, 'judged') }),
  ],
  notices: [
    {
      on: 'judge',
      to: 'who',
      text: said('您登记的失时误事已核查：{reasons}', 'Your claim has been judged: {reasons}'),
    },
  ],
  visibility: { public: null, units: 'own' },
  examples: [
    example('登记、说明、查实', 'Claimed, answered, upheld', [claimed, answered, checked], {
      flagged: ['upheld'],
    }),
    example('不属实，写明理由', 'Not upheld, with reasons', [
      claimed,
      does(supervisor, 'judge', '2026-06-05', {
        finding: 'notUpheld',
        reasons: '查流程记录，决定在承诺时限内作出',
      }),
    ]),
    example('搁置', 'Buried', [claimed], {
      seenOn: '2026-07-20',
      flagged: ['answering', 'buried', 'judging'],
    }),
    example(
      '一句“不属实”',
      '"Not true" and no more',
      [claimed, does(supervisor, 'judge', '2026-06-15', { finding: 'notUpheld', reasons: '不属实' })],
      { refused: 'says-why' },
    ),
    example(
      '承办单位自己了结',
      'Closed by the handling unit',
      [
        claimed,
        does(officer, 'judge', '2026-06-02', { finding: 'notUpheld', reasons: '经本单位自查不存在拖延' }),
      ],
      { refused: 'register.not-yours' },
    ),
    example(
      '别人替他撤回',
      'Withdrawn by somebody else',
      [claimed, does(neighbour, 'withdraw', '2026-06-02', { why: '算了' })],
      {
        refused: 'by-the-claimant',
      },
    ),
  ],
})
