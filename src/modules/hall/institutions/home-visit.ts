import { institution, shape, word } from '#engines/registers/index.ts'

const {
  account,
  choice,
  clock,
  day,
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
  person,
  said,
  step,
  text,
  unit,
  yesNo,
} = shape
const {
  all,
  any,
  atLeast,
  atMost,
  count,
  days,
  differs,
  equals,
  field,
  filled,
  its,
  itsDayOf,
  less,
  state,
  today,
} = word

const resident = { by: 'resident-1', as: 'resident' } as const
const officer = { by: 'officer', as: 'unit', unit: 'planning' } as const
const manager = { by: 'manager', as: { unitKind: 'hall' }, unit: 'hall-office' } as const
const given = {
  unit: 'planning',
  item: 'food-business',
  group: 'elderly',
  who: '王奶奶 13800138000',
  need: '行动不便，请上门核对原件',
}
const firm = { ...given, group: 'keyProject', firm: '青禾纺织有限公司' }
const visited = { visitedOn: '2026-03-05', purpose: 'serve', result: '已核对原件并当场受理' }
const asked = does(resident, 'ask', '2026-03-02', given)
const promised = does(officer, 'promise', '2026-03-03', { promisedOn: '2026-03-06', officer: 'officer' })
const visit = does(officer, 'visit', '2026-03-05', visited)
/** As many visits to one firm within so many days look like a favour; an office publishes its own. */
const [VISITS, WITHIN] = [3, 90]

/** 上门服务: asked for, promised for a day, done by a named officer and rated by whoever was visited. */
export const homeVisit = institution({
  code: 'home-visit',
  title: said('上门服务', 'Home visits'),
  purpose: said(
    '老年人、残疾人和重点项目可以申请上门；按承诺的日期去，不得借机检查，也不得只照顾个别企业。',
    'The old, the disabled and key projects may ask to be visited; never a disguised check, never a favour to some.',
  ),
  basis: '',
  answers: ['HALL-33'],
  area: 'hall',
  fields: [
    unit('unit', '服务单位', 'Department'),
    item('item', '事项', 'Item'),
    choice('group', '服务对象', 'Eligible group', {
      elderly: ['老年人', 'elderly'],
      disabled: ['残疾人', 'disabled'],
      keyProject: ['重点项目', 'key project'],
      other: ['其他', 'other'],
    }),
    person('who', '申请人', 'Who asks'),
    text('firm', '企业名称（重点项目）', 'Firm (of a key project)'),
    longText('need', '需要办什么', 'What is needed'),
    day('promisedOn', '承诺上门日期', 'Visit promised for'),
    account('officer', '上门人员', 'Officer'),
    day('visitedOn', '上门日期', 'Visited on'),
    choice('purpose', '上门所做', 'What the visit was for', {
      serve: ['办事服务', 'service'],
      check: ['检查', 'a check'],
    }),
    longText('result', '办理结果', 'Result'),
    number('stars', '评价（1—5）', 'Rating (1–5)'),
    yesNo('wasChecked', '上门时是否检查、处罚了您', 'Were you checked or fined during the visit'),
    text('why', '不上门的理由', 'Why not'),
  ],
  named: 'need',
  owner: { field: 'unit' },
  states: [
    open('asked', '已申请', 'asked for'),
    open('promised', '已约定', 'promised'),
    open('visited', '已上门', 'visited'),
    over('rated', '已评价', 'rated'),
    over('declined', '不上门', 'declined'),
  ],
  steps: [
    step('ask', '申请上门', 'Ask for a visit', {
      to: 'asked',
      by: ['resident', 'anyUnit'],
      asks: ['unit', 'item', 'group', 'who', 'firm?', 'need'],
      demands: [
        demand(
          'eligible',
          differs(field('group'), 'other'),
          '上门服务面向老年人、残疾人和重点项目；其他情况请预约窗口或网上办理',
          'Visits are for the old, the disabled and key projects; others book a window or apply online',
        ),
        demand(
          'names-the-firm',
          any(differs(field('group'), 'keyProject'), filled(field('firm'))),
          '重点项目请填写企业名称',
          'For a key project, name the firm',
        ),
      ],
    }),
    step('promise', '约定日期', 'Promise a day', {
      ...{ from: ['asked'], to: 'promised', by: ['unit'], asks: ['promisedOn', 'officer'] },
      demands: [
        demand(
          'ahead',
          atLeast(field('promisedOn'), today),
          '约定日期不能早于今天',
          'The day promised must not lie in the past',
        ),
      ],
    }),
    step('decline', '不上门', 'Decline', { from: ['asked'], to: 'declined', by: ['unit'], asks: ['why'] }),
    step('visit', '记上门', 'Record the visit', {
      from: ['promised'],
      to: 'visited',
      by: ['unit'],
      asks: ['visitedOn', 'purpose', 'result'],
      demands: [
        demand(
          'no-check',
          equals(field('purpose'), 'serve'),
          '不得借上门服务搞检查；检查须另行立项、出示证件',
          'A visit of service is no check; a check is ordered apart, with its own papers',
        ),
        demand(
          'happened',
          atMost(field('visitedOn'), today),
          '上门日期不能晚于今天',
          'The visit cannot lie in the future',
        ),
      ],
    }),
    step('rate', '评价', 'Rate', {
      from: ['visited'],
      to: 'rated',
      by: ['resident', { unitKind: 'hall' }, 'supervision'],
      notBy: ['visit'],
      notOwner: true,
      asks: ['stars', 'wasChecked'],
      demands: [
        demand(
          'one-to-five',
          all(atLeast(field('stars'), 1), atMost(field('stars'), 5)),
          '评价为1到5',
          'A rating is 1 to 5',
        ),
      ],
    }),
  ],
  clocks: [
    clock('arranging', '约定日期', 'Promising a day', {
      starts: 'ask',
      stops: ['promise', 'decline'],
      limit: '2W',
    }),
    clock('visiting', '按约上门', 'Visit as promised', {
      starts: 'promise',
      stops: ['visit'],
      limit: { until: 'promisedOn' },
    }),
  ],
  flags: [
    flag(
      'used-as-check',
      'red',
      equals(field('wasChecked'), true),
      '群众反映上门时被检查',
      'The visit was used as a check',
    ),
    flag(
      'favour',
      'yellow',
      all(
        filled(field('firm')),
        atLeast(
          count(
            'home-visit',
            all(equals(its('firm'), field('firm')), less(days(itsDayOf('ask'), today), WITHIN)),
          ),
          VISITS,
        ),
      ),
      `同一企业${WITHIN}天内上门${VISITS}次以上，是否照顾个别企业`,
      `${VISITS} visits or more to one firm within ${WITHIN} days: a favour?`,
    ),
  ],
  measures: [
    measure('share', 'as-promised', '按约上门率', 'Visited as promised', {
      ...{
        of: filled(field('visitedOn')),
        value: atMost(field('visitedOn'), field('promisedOn')),
        per: 'unit',
      },
    }),
    measure('mean', 'stars', '平均评价', 'Mean rating', {
      of: equals(state, 'rated'),
      value: field('stars'),
      per: 'unit',
    }),
  ],
  notices: [
    {
      on: 'promise',
      to: 'who',
      text: said('工作人员将于{promisedOn}上门。', 'An officer will visit you on {promisedOn}.'),
    },
  ],
  visibility: { public: null, units: 'all' },
  examples: [
    example('申请、上门、评价', 'Asked, visited, rated', [
      asked,
      promised,
      visit,
      does(resident, 'rate', '2026-03-06', { stars: 5, wasChecked: false }),
    ]),
    example(
      '借机检查（群众反映）',
      'Used as a check, says the visited',
      [asked, promised, visit, does(manager, 'rate', '2026-03-06', { stars: 2, wasChecked: true })],
      { flagged: ['used-as-check'] },
    ),
    example(
      '把检查登记成上门服务',
      'A check recorded as a visit',
      [asked, promised, does(officer, 'visit', '2026-03-05', { ...visited, purpose: 'check' })],
      { refused: 'no-check' },
    ),
    example('总去一家企业', 'The same firm again', [does(officer, 'ask', '2026-03-02', firm)], {
      others: [{ values: { firm: firm.firm } }, { values: { firm: firm.firm } }],
      flagged: ['favour'],
    }),
    example(
      '半年前去过的不算',
      'Visits of long ago do not count',
      [does(officer, 'ask', '2026-03-02', firm)],
      {
        others: [
          { on: '2025-06-02', values: { firm: firm.firm } },
          { on: '2025-07-02', values: { firm: firm.firm } },
        ],
      },
    ),
    example('约了不去', 'Promised and not done', [asked, promised], {
      seenOn: '2026-03-09',
      flagged: ['visiting'],
    }),
    example('申请没人理', 'Nobody answers', [asked], { seenOn: '2026-03-09', flagged: ['arranging'] }),
    example(
      '不属于服务对象',
      'Not of an eligible group',
      [does(resident, 'ask', '2026-03-02', { ...given, group: 'other' })],
      { refused: 'eligible' },
    ),
    example(
      '重点项目没写企业',
      'A key project without its firm',
      [does(officer, 'ask', '2026-03-02', { ...given, group: 'keyProject' })],
      { refused: 'names-the-firm' },
    ),
    example(
      '约在昨天',
      'Promised for yesterday',
      [asked, does(officer, 'promise', '2026-03-03', { promisedOn: '2026-03-02', officer: 'officer' })],
      { refused: 'ahead' },
    ),
    example(
      '还没去就登记',
      'Recorded before it happened',
      [asked, promised, does(officer, 'visit', '2026-03-05', { ...visited, visitedOn: '2026-03-06' })],
      { refused: 'happened' },
    ),
    example(
      '上门单位自己评价',
      'Rated by the visitor',
      [asked, promised, visit, does(officer, 'rate', '2026-03-06', { stars: 5, wasChecked: false })],
      { refused: 'register.not-yours' },
    ),
    example(
      '打十分',
      'Ten stars',
      [asked, promised, visit, does(resident, 'rate', '2026-03-06', { stars: 10, wasChecked: false })],
      { refused: 'one-to-five' },
    ),
  ],
})
