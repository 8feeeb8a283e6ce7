import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choice,
  day,
  demand,
  does,
  example,
  flag,
  longText,
  measure,
  money,
  over,
  open,
  said,
  step,
  text,
  unit,
  number,
} = shape
const {
  all,
  atLeast,
  count,
  days,
  differs,
  equals,
  field,
  filled,
  holds,
  its,
  itsDayOf,
  lengthOf,
  less,
  not,
  oneOf,
  state,
  today,
  any,
} = word

const officer = { by: 'officer', as: 'unit', unit: 'market' } as const
const head = { by: 'head', as: 'head', unit: 'market' } as const
const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const

const given = {
  unit: 'market',
  kind: 'help',
  enterprise: '青禾食品有限公司',
  what: '上门说明许可材料，当场补齐',
  on: '2026-03-02',
}
const logged = does(officer, 'log', '2026-03-02', given)
/** So many checks and fines without one act of help within so many days are looked at; an office publishes its own. */
const [MANY, WITHIN] = [5, 365]

/** 涉企行为登记: every check, every fine and every act of help, so that their ratio can be read per department. */
export const enterpriseContact = institution({
  code: 'enterprise-contact',
  title: said('涉企行为登记', 'What departments do to and for enterprises'),
  purpose: said(
    '检查、处罚、帮办都登记在一处，每个单位的比例一看便知；只检查处罚、从不服务的看得见。',
    'Checks, fines and help stand in one place and are read as a ratio; a department that never helps is seen.',
  ),
  basis: '《优化营商环境条例》第四十八条',
  answers: ['ESUP-26'],
  area: 'supervision',
  fields: [
    unit('unit', '单位', 'Department', { fixed: true }),
    choice(
      'kind',
      '类别',
      'Kind',
      { check: ['检查', 'check'], fine: ['处罚', 'fine'], help: ['帮办服务', 'help'] },
      { fixed: true },
    ),
    text('enterprise', '企业', 'Enterprise', { fixed: true }),
    longText('what', '内容', 'What was done'),
    day('on', '日期', 'Day', { fixed: true }),
    money('amount', '罚款（分）', 'Fine'),
    longText('word', '企业的话', 'What the enterprise said'),
  ],
  named: 'enterprise',
  owner: { field: 'unit' },
  states: [
    open('logged', '已登记', 'logged'),
    over('confirmed', '企业已确认', 'confirmed by the enterprise'),
    over('struck', '不属实', 'struck out'),
  ],
  steps: [
    step('log', '登记', 'Log', {
      to: 'logged',
      by: ['unit'],
      asks: ['unit', 'kind', 'enterprise', 'what', 'on', 'amount?'],
      demands: [
        demand(
          'told',
          any(differs(field('kind'), 'help'), atLeast(lengthOf(field('what')), 8)),
          '帮办须写明帮了什么',
          'Help says what was done',
        ),
      ],
    }),
    step('confirm', '企业确认', 'Confirm', {
      from: ['logged'],
      to: 'confirmed',
      by: ['supervision'],
      asks: ['word'],
    }),
    step('strike', '认定不属实', 'Strike out', {
      from: ['logged'],
      to: 'struck',
      by: ['supervision'],
      asks: ['word'],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'never-helps',
      'yellow',
      all(
        oneOf(field('kind'), ['check', 'fine']),
        atLeast(
          count(
            'enterprise-contact',
            all(
              equals(its('unit'), field('unit')),
              oneOf(its('kind'), ['check', 'fine']),
              less(days(itsDayOf('log'), today), WITHIN),
            ),
          ),
          MANY,
        ),
        equals(
          count(
            'enterprise-contact',
            all(
              equals(its('unit'), field('unit')),
              equals(its('kind'), 'help'),
              less(days(itsDayOf('log'), today), WITHIN),
            ),
          ),
          0,
        ),
      ),
      `一年内检查处罚${MANY}次以上，一次帮办也没有`,
      `${MANY} checks and fines or more within a year, and not one act of help`,
    ),
  ],
  measures: [
    measure('share', 'help-share', '帮办占涉企行为的比例', 'Share of help among all contacts', {
      of: differs(state, 'struck'),
      value: equals(field('kind'), 'help'),
      per: 'unit',
    }),
    measure('count', 'checks', '检查', 'Checks', {
      of: equals(field('kind'), 'check'),
      value: true,
      per: 'unit',
    }),
    measure('count', 'fines', '处罚', 'Fines', {
      of: equals(field('kind'), 'fine'),
      value: true,
      per: 'unit',
    }),
    measure('count', 'helps', '帮办', 'Acts of help', {
      of: all(equals(field('kind'), 'help'), differs(state, 'struck')),
      value: true,
      per: 'unit',
    }),
  ],
  notices: [],
  visibility: { public: { states: ['logged', 'confirmed'], fields: ['unit', 'kind', 'on'] }, units: 'all' },
  examples: [
    example('登记帮办，企业确认', 'Help, confirmed', [
      logged,
      does(supervisor, 'confirm', '2026-03-10', { word: '当场办成' }),
    ]),
    example(
      '没写帮了什么',
      'Help without saying what',
      [does(officer, 'log', '2026-03-02', { ...given, what: '帮办' })],
      { refused: 'told' },
    ),
    example(
      '只检查不服务',
      'Checks and no help',
      [does(officer, 'log', '2026-03-02', { ...given, kind: 'check', what: '检查' })],
      {
        others: [1, 2, 3, 4, 5].map(() => ({ state: 'logged', values: { unit: 'market', kind: 'check' } })),
        flagged: ['never-helps'],
      },
    ),
  ],
})

const target = { year: 2026, unit: 'market', kind: 'service', goal: '帮办企业二百家', amount: 200 }

/** 单位考核指标: what a department sets itself to reach; fines are nothing to be reached. */
export const unitTarget = institution({
  code: 'unit-target',
  title: said('单位工作指标登记', 'Targets of departments'),
  purpose: said(
    '各单位的年度指标先登记；罚没收入、处罚数量不得作为指标，只有审批、没有服务的看得见。',
    'Targets are registered first; fines are never one, and approval without service is seen.',
  ),
  basis:
    '《行政处罚法》第七十四条：罚款、没收的违法所得不得同作出行政处罚决定的行政机关及其工作人员的考核、考评直接或者变相挂钩。',
  answers: ['ESUP-26'],
  area: 'supervision',
  fields: [
    number('year', '年度', 'Year', { fixed: true }),
    unit('unit', '单位', 'Department', { fixed: true }),
    choice('kind', '类别', 'Kind', {
      service: ['服务', 'service'],
      approval: ['审批', 'approval'],
      supervision: ['监管', 'oversight'],
    }),
    text('goal', '指标', 'Target'),
    number('amount', '数量', 'Amount'),
    longText('result', '完成情况', 'Result'),
  ],
  named: 'goal',
  owner: { field: 'unit' },
  states: [open('set', '已登记', 'set'), over('done', '已总结', 'reported')],
  steps: [
    step('set', '登记指标', 'Set', {
      to: 'set',
      by: ['unit'],
      asks: ['year', 'unit', 'kind', 'goal', 'amount?'],
      demands: [
        demand(
          'no-fine-target',
          not(holds(field('goal'), ['罚款', '罚没', '处罚数', '案件数', '立案数', '处罚案'])),
          '罚没数额和处罚数量不得作为指标，请改为服务指标',
          'Fines and their number are never a target; set one of service',
        ),
      ],
    }),
    step('report', '总结', 'Report', { from: ['set'], to: 'done', by: ['head'], asks: ['result'] }),
  ],
  clocks: [],
  flags: [
    flag(
      'approval-only',
      'yellow',
      all(
        differs(field('kind'), 'service'),
        equals(
          count(
            'unit-target',
            all(
              equals(its('unit'), field('unit')),
              equals(its('year'), field('year')),
              equals(its('kind'), 'service'),
            ),
          ),
          0,
        ),
      ),
      '本年度没有一项服务指标：审批在前，服务全无',
      'No target of service this year: approval first, service never',
    ),
  ],
  measures: [
    measure('share', 'service-share', '服务指标占比', 'Share of service targets', {
      of: filled(field('kind')),
      value: equals(field('kind'), 'service'),
      per: 'unit',
    }),
  ],
  notices: [],
  visibility: { public: { states: ['set', 'done'], fields: ['unit', 'kind', 'goal'] }, units: 'all' },
  examples: [
    example('服务指标', 'A target of service', [
      does(officer, 'set', '2026-01-05', target),
      does(head, 'report', '2026-12-20', { result: '二百一十家' }),
    ]),
    example(
      '罚款指标',
      'A target of fines',
      [does(officer, 'set', '2026-01-05', { ...target, goal: '全年罚没收入三百万元' })],
      { refused: 'no-fine-target' },
    ),
    example(
      '只有审批指标',
      'Approval only',
      [does(officer, 'set', '2026-01-05', { ...target, kind: 'approval', goal: '办证一千件' })],
      { flagged: ['approval-only'] },
    ),
  ],
})
