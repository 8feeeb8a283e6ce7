import { institution, shape, word } from '#engines/registers/index.ts'

const { choice, clock, demand, does, example, flag, longText, measure, open, over, said, step, text, unit } =
  shape
const { all, atLeast, differs, dayOf, equals, field, filled, holds, lengthOf, not, oneOf, passed, state } =
  word

const asking = { by: 'asking', as: 'anyUnit', unit: 'planning' } as const
const asked = { by: 'officer', as: 'unit', unit: 'market' } as const
const leader = { by: 'leader', as: 'leader', unit: 'county-government' } as const

const given = {
  kind: 'data',
  unit: 'market',
  asker: 'planning',
  what: '企业登记信息比对接口',
  need: '一件事联办需要',
}
const request = does(asking, 'ask', '2026-03-02', given)
const refused = { reason: '数据涉密，依法不予共享', article: '《数据安全法》第三十八条' }

/** 协作请求: sharing data, joining a review, taking a cross-department task; every no has its reason and its article. */
export const cooperationRequest = institution({
  code: 'cooperation-request',
  title: said('部门协作请求', 'Requests between departments'),
  purpose: said(
    '请求共享数据、参加会审、承担跨部门任务都登记；拒绝须写明理由和条款，以“走程序”为由又说不出程序的看得见。',
    'Sharing data, joining reviews, cross-department tasks: a refusal gives reason and article; "procedure" without one is seen.',
  ),
  basis: '《优化营商环境条例》第三十七条',
  answers: ['ESUP-27'],
  area: 'supervision',
  fields: [
    choice('kind', '类别', 'Kind', {
      data: ['共享数据', 'share data'],
      review: ['参加会审', 'join a review'],
      task: ['跨部门任务', 'cross-department task'],
    }),
    unit('unit', '被请求单位', 'Department asked', { fixed: true }),
    unit('asker', '请求单位', 'Department that asks', { fixed: true }),
    text('what', '请求内容', 'What is asked', { fixed: true }),
    longText('need', '用途', 'What for'),
    longText('reason', '拒绝理由', 'Why not'),
    text('article', '依据条款', 'Article'),
    longText('ruling', '裁定', 'Ruling'),
  ],
  named: 'what',
  owner: { field: 'unit' },
  states: [
    open('asked', '待答复', 'asked'),
    open('refused', '已拒绝', 'refused'),
    over('granted', '已同意', 'granted'),
    over('upheld', '拒绝成立', 'refusal upheld'),
    over('overruled', '拒绝不成立', 'refusal overruled'),
  ],
  steps: [
    step('ask', '请求协作', 'Ask', {
      to: 'asked',
      by: ['anyUnit'],
      asks: ['kind', 'unit', 'asker', 'what', 'need'],
      demands: [
        demand(
          'of-another',
          differs(field('asker'), field('unit')),
          '请求须向其他单位提出',
          'Ask another department',
        ),
      ],
    }),
    step('grant', '同意', 'Grant', { from: ['asked', 'refused'], to: 'granted', by: ['unit'] }),
    step('refuse', '拒绝', 'Refuse', {
      from: ['asked'],
      to: 'refused',
      by: ['unit'],
      asks: ['reason', 'article?'],
      demands: [
        demand(
          'reasoned',
          atLeast(lengthOf(field('reason')), 6),
          '拒绝须写明理由',
          'A refusal gives its reason',
        ),
      ],
    }),
    step('uphold', '认定拒绝成立', 'Uphold', {
      from: ['refused'],
      to: 'upheld',
      by: ['leader', 'supervision'],
      notOwner: true,
      asks: ['ruling'],
      demands: [
        demand(
          'by-article',
          filled(field('article')),
          '没有条款的拒绝不能认定成立',
          'A refusal without an article is not upheld',
        ),
      ],
    }),
    step('overrule', '认定拒绝不成立', 'Overrule', {
      from: ['refused'],
      to: 'overruled',
      by: ['leader', 'supervision'],
      notOwner: true,
      asks: ['ruling'],
    }),
  ],
  clocks: [
    clock('answering', '答复协作请求', 'Answer the request', {
      starts: 'ask',
      stops: ['grant', 'refuse'],
      limit: '5W',
    }),
  ],
  flags: [
    flag(
      'hidden-as-procedure',
      'yellow',
      all(
        oneOf(state, ['refused', 'overruled']),
        not(filled(field('article'))),
        holds(field('reason'), ['程序', '流程', '手续', '制度', '规定', '研究', '请示']),
      ),
      '以“程序”为由拒绝，却说不出哪一条',
      'Refused as "procedure" without an article',
    ),
    flag(
      'unanswered',
      'yellow',
      all(passed('answering'), equals(state, 'asked')),
      '逾期不答复',
      'Not answered in time',
    ),
  ],
  measures: [
    measure('share', 'refusal-rate', '拒绝率', 'Rate of refusal', {
      of: differs(state, 'asked'),
      value: oneOf(state, ['refused', 'upheld', 'overruled']),
      per: 'unit',
    }),
    measure('share', 'unjustified-rate', '无理拒绝率', 'Rate of unjustified refusal', {
      of: differs(state, 'asked'),
      value: equals(state, 'overruled'),
      per: 'unit',
    }),
    measure('count', 'refusals', '拒绝', 'Refusals', {
      of: filled(dayOf('refuse')),
      value: true,
      per: 'unit',
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('同意', 'Granted', [request, does(asked, 'grant', '2026-03-04')]),
    example('向自己请求', 'Of itself', [does(asking, 'ask', '2026-03-02', { ...given, unit: 'planning' })], {
      refused: 'of-another',
    }),
    example(
      '没有理由',
      'Without a reason',
      [request, does(asked, 'refuse', '2026-03-04', { reason: '不行' })],
      { refused: 'reasoned' },
    ),
    example('依法拒绝', 'Refused by law', [
      request,
      does(asked, 'refuse', '2026-03-04', refused),
      does(leader, 'uphold', '2026-03-09', { ruling: '依法成立' }),
    ]),
    example(
      '以程序为由',
      'Hidden as procedure',
      [request, does(asked, 'refuse', '2026-03-04', { reason: '要按内部程序研究' })],
      { flagged: ['hidden-as-procedure'] },
    ),
    example(
      '没有条款不能成立',
      'Not upheld',
      [
        request,
        does(asked, 'refuse', '2026-03-04', { reason: '要按内部程序研究' }),
        does(leader, 'uphold', '2026-03-09', { ruling: '可' }),
      ],
      { refused: 'by-article' },
    ),
    example('不答复', 'No answer', [request], { seenOn: '2026-03-12', flagged: ['answering', 'unanswered'] }),
  ],
})
