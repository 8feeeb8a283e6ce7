import { institution, shape, word } from '#engines/registers/index.ts'

const { choice, clock, day, demand, does, entry, example, flag, longText, measure, number, open, over } =
  shape
const { said, step, text, unit } = shape
const { all, atLeast, atMost, count, differs, equals, field, filled, its, less, state, takerUnit } = word

const office = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const second = { by: 'supervisor-2', as: 'supervision', unit: 'supervision' } as const
const given = {
  ...{ title: '营商环境满意度', about: 'market', agency: '青禾社情民意调查中心', contract: '合同2026-011' },
  ...{
    paidBy: 'supervision',
    plan: '按办件名册分层抽样，五层各40人，电话访问',
    sample: 2,
    until: '2026-04-30',
  },
}
const commission = does(office, 'commission', '2026-03-02', given)
const deliver = does(office, 'deliver', '2026-04-20', {
  ...{ valid: 2, satisfied: 1, signedBy: '调查中心主任 沈某', deliveredOn: '2026-04-20' },
})
const accept = does(second, 'accept', '2026-04-22')
const answers = count('poll-answer', equals(its('poll'), field('id')))
const satisfied = count('poll-answer', all(equals(its('poll'), field('id')), atLeast(its('grade'), 4)))
const answer = (grade: number) => ({ of: 'poll-answer', step: 'enter', values: { poll: 'example', grade } })

/** 委托民意调查: paid by somebody else than the unit asked about, with its raw answers. */
export const commissionedPoll = institution({
  code: 'commissioned-poll',
  title: said('委托民意调查', 'Commissioned polls'),
  purpose: said(
    '合同、抽样方案、逐份原始答卷和机构签字的结果；被调查单位不得出钱、不得委托，也看不到受访人。',
    'Contract, sample plan, every raw answer and results signed by the agency; the unit asked about neither pays nor commissions, nor sees who answered.',
  ),
  basis: '',
  answers: ['RECT-05'],
  area: 'rectification',
  fields: [
    text('title', '名称', 'Name'),
    unit('about', '调查涉及单位', 'Unit asked about', { fixed: true }),
    text('agency', '调查机构', 'Agency', { fixed: true }),
    text('contract', '合同', 'Contract', { fixed: true }),
    unit('paidBy', '付费单位', 'Paid by', { fixed: true }),
    longText('plan', '抽样方案', 'Sample plan', { fixed: true }),
    number('sample', '样本量', 'Sample size', { fixed: true }),
    day('until', '完成期限', 'Until'),
    number('valid', '有效答卷', 'Valid answers'),
    number('satisfied', '满意份数', 'Satisfied'),
    text('signedBy', '机构签字人', 'Signed for the agency by'),
    day('deliveredOn', '交付日期', 'Delivered on'),
  ],
  named: 'title',
  owner: 'opener',
  states: [
    open('commissioned', '已委托', 'commissioned'),
    open('delivered', '已交付', 'delivered'),
    over('accepted', '已验收', 'accepted'),
  ],
  steps: [
    step('commission', '委托', 'Commission', {
      to: 'commissioned',
      by: ['supervision', 'anyHead'],
      asks: ['title', 'about', 'agency', 'contract', 'paidBy', 'plan', 'sample', 'until'],
      demands: [
        demand(
          'not-own-money',
          differs(field('paidBy'), field('about')),
          '被调查的单位不得为调查付费',
          'The unit asked about may not pay for the poll',
        ),
        demand(
          'not-own-poll',
          differs(takerUnit, field('about')),
          '被调查的单位不得自己委托调查',
          'A unit may not commission a poll about itself',
        ),
      ],
    }),
    step('deliver', '交付', 'Deliver', {
      from: ['commissioned'],
      to: 'delivered',
      by: ['supervision', 'unit'],
      asks: ['valid', 'satisfied', 'signedBy', 'deliveredOn'],
    }),
    step('accept', '验收', 'Accept', {
      from: ['delivered'],
      to: 'accepted',
      by: ['supervision', 'leader'],
      notBy: ['commission', 'deliver'],
      demands: [
        demand(
          'raw-data-complete',
          equals(answers, field('valid')),
          '原始答卷份数与报告的有效答卷不符，不能验收；请导入全部原始答卷',
          'The raw answers do not number what the report says; import them all first',
        ),
        demand(
          'as-the-answers-say',
          equals(satisfied, field('satisfied')),
          '报告的满意份数与原始答卷不符，不能验收',
          'The report says other numbers of satisfied people than its raw answers',
        ),
      ],
    }),
  ],
  clocks: [
    clock('delivering', '按期交付', 'Delivered in time', {
      ...{ starts: 'commission', stops: ['deliver'], limit: { until: 'until' } },
    }),
  ],
  flags: [
    flag(
      'raw-data-missing',
      'red',
      all(equals(state, 'delivered'), less(answers, field('valid'))),
      '报告已交付，原始答卷不全',
      'The report was delivered and raw answers are missing',
    ),
    flag(
      'sample-short',
      'notice',
      all(filled(field('valid')), less(field('valid'), field('sample'))),
      '有效答卷少于方案的样本量',
      'Fewer valid answers than the plan has in its sample',
    ),
  ],
  measures: [
    measure('sum', 'answers', '原始答卷', 'Raw answers', { of: true, value: answers }),
    measure('share', 'accepted', '已验收', 'Accepted', {
      of: true,
      value: equals(state, 'accepted'),
    }),
  ],
  notices: [],
  visibility: {
    public: { states: ['accepted'], fields: ['title', 'agency', 'plan', 'sample', 'valid', 'satisfied'] },
    units: 'all',
  },
  examples: [
    example('委托、交付、验收', 'Commissioned, delivered, accepted', [commission, deliver, accept], {
      others: [answer(5), answer(2)],
    }),
    example('没有原始答卷', 'Without its raw answers', [commission, deliver, accept], {
      refused: 'raw-data-complete',
    }),
    example('原始答卷缺失', 'Raw answers missing', [commission, deliver], {
      ...{ others: [answer(5)], flagged: ['raw-data-missing'] },
    }),
    example('结果与答卷不符', 'Other than the answers say', [commission, deliver, accept], {
      ...{ others: [answer(1), answer(2)], refused: 'as-the-answers-say' },
    }),
    example(
      '样本不足',
      'Too few answers',
      [
        commission,
        does(office, 'deliver', '2026-04-20', {
          valid: 1,
          satisfied: 1,
          signedBy: '沈某',
          deliveredOn: '2026-04-20',
        }),
      ],
      { others: [answer(5)], flagged: ['sample-short'] },
    ),
    example('没有按期交付', 'Late', [commission], { seenOn: '2026-05-08', flagged: ['delivering'] }),
    example(
      '自己出钱调查自己',
      'Paid by the unit asked about',
      [does(office, 'commission', '2026-03-02', { ...given, paidBy: 'market' })],
      { refused: 'not-own-money' },
    ),
    example(
      '自己委托调查自己',
      'Commissioned by the unit asked about',
      [does({ by: 'head', as: 'anyHead', unit: 'market' }, 'commission', '2026-03-02', given)],
      { refused: 'not-own-poll' },
    ),
  ],
})

const poll = { of: 'commissioned-poll', state: 'commissioned', values: { title: given.title } }

/** 原始答卷: one answer, owned by whoever commissioned the poll and seen by nobody else. */
export const pollAnswer = institution({
  code: 'poll-answer',
  title: said('原始答卷', 'Raw answers of polls'),
  purpose: said(
    '调查机构交来的每份答卷，可以整表导入；登记后不改，只有委托单位和监察能看。',
    'Each answer that the agency hands over, imported as a sheet; never changed, read only by those who commissioned it and by supervision.',
  ),
  basis: '',
  answers: ['RECT-05'],
  area: 'rectification',
  fields: [
    entry('commissioned-poll', 'poll', '调查', 'Poll', { fixed: true }),
    text('respondent', '受访编号', 'Number of the respondent', { fixed: true }),
    choice(
      'layer',
      '层别',
      'Layer',
      {
        firm: ['企业', 'enterprises'],
        resident: ['居民', 'residents'],
        villager: ['村民', 'villagers'],
        deputy: ['代表委员', 'deputies'],
        staff: ['基层干部', 'grass-roots staff'],
      },
      { fixed: true },
    ),
    number('grade', '满意程度（1—5）', 'Satisfaction (1–5)', { fixed: true }),
    longText('said', '意见', 'In their own words', { fixed: true }),
  ],
  named: 'respondent',
  owner: 'opener',
  states: [over('kept', '已存', 'kept')],
  steps: [
    step('enter', '登记', 'Enter', {
      to: 'kept',
      by: ['supervision', 'anyHead'],
      asks: ['poll', 'respondent', 'layer', 'grade', 'said?'],
      demands: [
        demand(
          'one-to-five',
          all(atLeast(field('grade'), 1), atMost(field('grade'), 5)),
          '满意程度为1到5',
          'Satisfaction is 1 to 5',
        ),
        demand(
          'once',
          equals(
            count(
              'poll-answer',
              all(
                differs(its('id'), field('id')),
                equals(its('poll'), field('poll')),
                equals(its('respondent'), field('respondent')),
              ),
            ),
            0,
          ),
          '这个受访编号已登记',
          'This respondent has already been entered',
        ),
      ],
    }),
  ],
  clocks: [],
  flags: [],
  measures: [
    measure('mean', 'grade', '平均满意程度', 'Mean satisfaction', {
      of: true,
      value: field('grade'),
      per: 'layer',
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '登记',
      'Entered',
      [
        does(office, 'enter', '2026-04-20', {
          poll: 'other-1',
          respondent: 'R-001',
          layer: 'firm',
          grade: 5,
        }),
      ],
      {
        others: [poll],
      },
    ),
    example(
      '六分',
      'A six',
      [
        does(office, 'enter', '2026-04-20', {
          poll: 'other-1',
          respondent: 'R-001',
          layer: 'firm',
          grade: 6,
        }),
      ],
      {
        ...{ others: [poll], refused: 'one-to-five' },
      },
    ),
    example(
      '同一份登记两次',
      'Entered twice',
      [
        does(office, 'enter', '2026-04-20', {
          poll: 'other-1',
          respondent: 'R-001',
          layer: 'firm',
          grade: 5,
        }),
      ],
      {
        ...{
          others: [poll, { values: { poll: 'other-1', respondent: 'R-001', grade: 5 } }],
          refused: 'once',
        },
      },
    ),
  ],
})
