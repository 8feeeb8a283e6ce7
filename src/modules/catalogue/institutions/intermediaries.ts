import { institution, shape, word } from '#engines/registers/index.ts'

const {
  caseNo,
  choice,
  clock,
  day,
  demand,
  does,
  entry,
  example,
  flag,
  item,
  longText,
  measure,
  money,
  number,
  open,
  over,
  said,
  step,
  text,
  unit,
  yesNo,
} = shape
const { all, any, atLeast, count, dayOf, days, differs, empty, equals, field, filled, its, itsState, state } =
  word

const surveyor = { by: 'surveyor', as: 'unit', unit: 'planning' } as const
const chief = { by: 'head', as: 'head', unit: 'planning' } as const
const leader = { by: 'leader', as: 'leader', unit: 'government' } as const
const sheet = {
  ...{ unit: 'planning', body: '青禾县测绘协会', kind: 'association', service: '宗地图测绘', rate: 120000 },
  ...{ compulsory: false, demandedBy: '无', item: 'food-business', reportBy: '2026-05-31' },
}
const surveyed = does(surveyor, 'survey', '2026-03-02', sheet)

/** 中介和社团收费调研: one sheet a body: what it charges, for what, and who makes people buy it. */
export const intermediarySurvey = institution({
  code: 'intermediary-survey',
  title: said('社团和中介收费调研', 'Survey of fees of associations and intermediaries'),
  purpose: said(
    '每个社团、中介一张表：服务、收费、是否强制、谁要求的；按期报领导。',
    'A sheet for each association or intermediary: service, rate, compulsory or not, who demands it; reported by the set date.',
  ),
  basis: '《优化营商环境条例》第四十三条',
  answers: ['ITEM-33'],
  area: 'catalogue',
  fields: [
    unit('unit', '调研单位', 'Department that surveys'),
    text('body', '社团或中介', 'Association or intermediary'),
    choice('kind', '性质', 'Kind', {
      association: ['社团', 'association'],
      intermediary: ['中介', 'intermediary'],
    }),
    text('service', '服务', 'Service'),
    money('rate', '收费（分）', 'Rate'),
    yesNo('compulsory', '不买就不给办', 'Nothing is approved without it'),
    text('demandedBy', '谁要求的', 'Who demands it'),
    item('item', '涉及事项', 'Item'),
    text('legalBasis', '强制的法律依据', 'Law that makes it compulsory'),
    day('reportBy', '报告期限', 'Report by'),
    longText('report', '报告结论', 'Conclusion'),
    longText('decision', '处理意见', 'Decision'),
  ],
  named: 'body',
  owner: { field: 'unit' },
  states: [
    open('surveyed', '已调研', 'surveyed'),
    open('reported', '已报告', 'reported'),
    over('decided', '已处理', 'decided'),
  ],
  steps: [
    step('survey', '填表', 'Survey', {
      to: 'surveyed',
      by: ['unit'],
      asks: [
        'unit',
        'body',
        'kind',
        'service',
        'rate',
        'compulsory',
        'demandedBy',
        'item?',
        'legalBasis?',
        'reportBy',
      ],
      demands: [
        demand(
          'names-who-demands',
          any(equals(field('compulsory'), false), filled(field('item'))),
          '强制购买的，请指明是办哪个事项时被要求的',
          'Where it is compulsory, name the item for which it is demanded',
        ),
      ],
    }),
    step('report', '报领导', 'Report', {
      from: ['surveyed'],
      to: 'reported',
      by: ['head'],
      asks: ['report'],
    }),
    step('decide', '处理', 'Decide', {
      from: ['reported'],
      to: 'decided',
      by: ['leader'],
      asks: ['decision'],
    }),
  ],
  clocks: [
    clock('reporting', '报告', 'Report', {
      starts: 'survey',
      stops: ['report'],
      limit: { until: 'reportBy' },
    }),
  ],
  flags: [
    flag(
      'forced',
      'red',
      all(equals(field('compulsory'), true), empty(field('legalBasis')), differs(state, 'decided')),
      '没有法律依据，把中介服务当作审批前置条件',
      'An intermediary service is forced as a precondition without a law',
    ),
  ],
  measures: [
    measure('median', 'rate', '收费中位数（分）', 'Median rate', {
      of: true,
      value: field('rate'),
      per: 'kind',
    }),
    measure('share', 'forced', '强制的比例', 'Share that is compulsory', {
      ...{ of: true, value: field('compulsory'), per: 'unit' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example('自愿购买，按期报告', 'Voluntary, reported in time', [
      surveyed,
      does(chief, 'report', '2026-05-20', { report: '收费合理' }),
      does(leader, 'decide', '2026-05-27', { decision: '保留' }),
    ]),
    example(
      '强制前置',
      'Forced as a precondition',
      [does(surveyor, 'survey', '2026-03-02', { ...sheet, compulsory: true, demandedBy: '受理窗口' })],
      { flagged: ['forced'] },
    ),
    example('过期未报告', 'Not reported', [surveyed], { seenOn: '2026-06-02', flagged: ['reporting'] }),
    example(
      '强制但没说哪个事项',
      'Compulsory without an item',
      [does(surveyor, 'survey', '2026-03-02', { ...sheet, compulsory: true, item: '' })],
      { refused: 'names-who-demands' },
    ),
  ],
})

const accepted = {
  ...{ name: '青禾测绘有限公司', unit: 'planning', service: '宗地图测绘', fee: 100000, limitDays: 10 },
  ...{ related: false, selection: '公开招标，三家入围' },
}
const another = { state: 'accepted', values: { service: '宗地图测绘', name: '远方测绘有限公司' } }
const proposed = does(surveyor, 'propose', '2026-03-02', accepted)

/** 中介服务机构: those whose reports are accepted, with fee and time; never one alone, never a relative's. */
export const intermediary = institution({
  code: 'intermediary',
  title: said('中介服务机构名录', 'Accepted intermediaries'),
  purpose: said(
    '公开认可的中介机构、收费和服务时限，申请人自选；不得指定一家，不得与官员有亲属关系。',
    'Accepted intermediaries with fee and time, for applicants to choose from: never a single designated one, never an official’s relatives.',
  ),
  basis: '《优化营商环境条例》第四十三条',
  answers: ['ITEM-34'],
  area: 'catalogue',
  fields: [
    text('name', '机构', 'Intermediary', { fixed: true }),
    unit('unit', '业务主管单位', 'Department'),
    text('service', '服务', 'Service', { fixed: true }),
    money('fee', '收费（分）', 'Fee'),
    number('limitDays', '服务时限（天）', 'Limit in days'),
    yesNo('related', '股东或负责人与本单位人员有亲属关系', 'Owned or led by relatives of officials'),
    longText('selection', '如何选出', 'How it was selected'),
    text('why', '移出理由', 'Why removed'),
  ],
  named: 'name',
  owner: { field: 'unit' },
  states: [
    open('proposed', '拟列入', 'proposed'),
    open('accepted', '已列入', 'accepted'),
    over('removed', '已移出', 'removed'),
  ],
  steps: [
    step('propose', '提出', 'Propose', {
      to: 'proposed',
      by: ['unit'],
      asks: ['name', 'unit', 'service', 'fee', 'limitDays', 'related', 'selection'],
      demands: [
        demand(
          'not-related',
          equals(field('related'), false),
          '与官员有亲属关系的机构不能列入；该官员须回避，另选机构',
          "A body of an official's relatives is not accepted",
        ),
        demand(
          'has-a-limit',
          atLeast(field('limitDays'), 1),
          '服务时限至少一天，不能没有',
          'It needs a time limit',
        ),
      ],
    }),
    step('accept', '列入', 'Accept', {
      from: ['proposed'],
      to: 'accepted',
      by: ['head', 'leader'],
      notBy: ['propose'],
    }),
    step('remove', '移出', 'Remove', {
      from: ['proposed', 'accepted'],
      to: 'removed',
      by: ['head', 'leader'],
      asks: ['why'],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'only-one',
      'red',
      all(
        equals(state, 'accepted'),
        equals(
          count(
            'intermediary',
            all(
              differs(its('id'), field('id')),
              equals(its('service'), field('service')),
              equals(itsState, 'accepted'),
            ),
          ),
          0,
        ),
      ),
      '该服务只有一家机构，等于指定',
      'The only one for its service: in effect designated',
    ),
  ],
  measures: [
    measure('median', 'limit', '承诺服务天数', 'Days promised', {
      of: equals(state, 'accepted'),
      value: field('limitDays'),
      per: 'service',
    }),
  ],
  notices: [],
  visibility: {
    public: { states: ['accepted'], fields: ['name', 'service', 'fee', 'limitDays', 'selection'] },
    units: 'all',
  },
  examples: [
    example(
      '公开选出，不止一家',
      'Selected openly, among several',
      [proposed, does(chief, 'accept', '2026-03-05')],
      { others: [another] },
    ),
    example('只有一家', 'The only one', [proposed, does(chief, 'accept', '2026-03-05')], {
      flagged: ['only-one'],
    }),
    example(
      '官员亲属开办',
      "An official's relatives",
      [does(surveyor, 'propose', '2026-03-02', { ...accepted, related: true })],
      { refused: 'not-related' },
    ),
    example(
      '没有时限',
      'Without a limit',
      [does(surveyor, 'propose', '2026-03-02', { ...accepted, limitDays: 0 })],
      {
        refused: 'has-a-limit',
      },
    ),
  ],
})

const clerk = { by: 'clerk', as: 'unit', unit: 'planning' } as const
const listed = { of: 'intermediary', state: 'accepted', values: { name: '青禾测绘有限公司' } }
const work = {
  case: '20260302-000001-1',
  unit: 'planning',
  intermediary: 'other-1',
  chosenBy: 'applicant',
  dueOn: '2026-03-16',
}
const begun = does(clerk, 'begin', '2026-03-02', work)

/** 办件中的中介服务: the days of an intermediary inside a case, measured like those of a department. */
export const intermediaryWork = institution({
  code: 'intermediary-work',
  title: said('办件中的中介服务', 'Intermediaries inside a case'),
  purpose: said(
    '办件里由中介做的事：谁选的、几天、到期没有；中介的天数与部门的天数同样计量。',
    'What intermediaries do inside a case: who chose them, how long, by when; their days are measured like a department’s.',
  ),
  basis: '',
  answers: ['ITEM-34'],
  area: 'catalogue',
  fields: [
    caseNo('case', '办件', 'Case', { fixed: true }),
    unit('unit', '承办单位', 'Department'),
    entry('intermediary', 'intermediary', '中介机构', 'Intermediary', { fixed: true }),
    choice('chosenBy', '由谁选定', 'Chosen by', {
      applicant: ['申请人', 'the applicant'],
      office: ['承办单位', 'the office'],
    }),
    day('dueOn', '应完成日期', 'Due on'),
    text('result', '成果', 'Result'),
  ],
  named: 'case',
  owner: { field: 'unit' },
  states: [open('running', '服务中', 'running'), over('finished', '已完成', 'finished')],
  steps: [
    step('begin', '开始', 'Begin', {
      to: 'running',
      by: ['unit'],
      asks: ['case', 'unit', 'intermediary', 'chosenBy', 'dueOn'],
      demands: [
        demand(
          'on-the-list',
          atLeast(
            count(
              'intermediary',
              all(equals(its('id'), field('intermediary')), equals(itsState, 'accepted')),
            ),
            1,
          ),
          '只能选名录中的机构',
          'Only intermediaries on the list may be chosen',
        ),
      ],
    }),
    step('finish', '完成', 'Finish', { from: ['running'], to: 'finished', by: ['unit'], asks: ['result'] }),
  ],
  clocks: [
    clock('serving', '中介服务', 'Service', {
      starts: 'begin',
      stops: ['finish'],
      limit: { until: 'dueOn' },
    }),
  ],
  flags: [
    flag(
      'designated',
      'red',
      equals(field('chosenBy'), 'office'),
      '由承办单位指定中介',
      'The office designated the intermediary',
    ),
  ],
  measures: [
    measure('median', 'days', '中介用时（天）', 'Days taken', {
      ...{ of: equals(state, 'finished'), value: days(dayOf('begin'), dayOf('finish')), per: 'intermediary' },
    }),
    measure('share', 'in-time', '按时完成率', 'In time', {
      ...{ of: equals(state, 'finished'), value: { not: { passed: 'serving' } }, per: 'intermediary' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '申请人选的，按时',
      'Chosen by the applicant, in time',
      [begun, does(clerk, 'finish', '2026-03-12', { result: '宗地图' })],
      { others: [listed] },
    ),
    example(
      '承办单位指定',
      'Designated by the office',
      [does(clerk, 'begin', '2026-03-02', { ...work, chosenBy: 'office' })],
      { others: [listed], flagged: ['designated'] },
    ),
    example('中介超时', 'Late', [begun], { others: [listed], seenOn: '2026-03-20', flagged: ['serving'] }),
    example('名录外的机构', 'Not on the list', [begun], { refused: 'on-the-list' }),
  ],
})
