import { institution, shape, word } from '#engines/registers/index.ts'

const {
  account,
  choice,
  clock,
  counter,
  day,
  demand,
  does,
  example,
  flag,
  longText,
  measure,
  number,
  open,
  over,
  said,
  step,
  text,
  unit,
} = shape
const { all, any, atLeast, count, days, empty, equals, fact, field, filled, its, less, lengthOf, state } =
  word

const department = { by: 'head', as: 'head', unit: 'planning' } as const
const hallOffice = { by: 'manager', as: { unitKind: 'hall' }, unit: 'hall-office' } as const
const given = {
  ...{ person: 'li.wei', home: 'planning', counter: 'A01', from: '2026-03-02', years: 8, trainingHours: 40 },
  ...{ employment: 'established', qualification: '注册规划师', basis: '规划审批科副科长，近三年考核优秀' },
}
const sent = [does(department, 'propose', '2026-02-20', given), does(hallOffice, 'confirm', '2026-02-24')]
/** Somebody who stays shorter, or a counter that changes hands so often, is rotation; an office publishes its own. */
const [LEAST_DAYS, CHANGES, WITHIN] = [180, 3, 180]

/** 窗口人员: whom a department sends to its windows, and why this person. */
export const windowStaff = institution({
  code: 'window-staff',
  title: said('窗口人员', 'Window staff'),
  purpose: said(
    '派驻人员的资格、工作年限、培训和实绩，单位写明选派依据；临时人员顶岗和频繁轮换看得见。',
    'Qualification, years, training and results of those sent to the windows, and why they were chosen.',
  ),
  basis: '',
  answers: ['HALL-16'],
  area: 'hall',
  fields: [
    account('person', '人员', 'Person', { fixed: true }),
    unit('home', '派出单位', 'Home department', { fixed: true }),
    counter('counter', '窗口', 'Counter'),
    day('from', '到岗日期', 'From'),
    day('until', '离岗日期', 'Until'),
    choice('employment', '用工性质', 'Employment', {
      established: ['在编', 'established post'],
      contract: ['合同聘用', 'contract'],
      temporary: ['临时人员', 'temporary'],
    }),
    text('qualification', '资格', 'Qualification'),
    number('years', '从事本业务年限', 'Years in this work'),
    number('trainingHours', '上岗前培训学时', 'Hours of training'),
    longText('basis', '选派依据', 'Why this person was chosen'),
    longText('results', '窗口实绩', 'Results at the window'),
    text('why', '离岗原因', 'Why left'),
  ],
  named: 'person',
  owner: { field: 'home' },
  states: [
    open('proposed', '拟派', 'proposed'),
    open('serving', '在岗', 'serving'),
    over('left', '已离岗', 'left'),
  ],
  steps: [
    step('propose', '选派', 'Propose', {
      to: 'proposed',
      by: ['head'],
      asks: [
        'person',
        'home',
        'counter',
        'from',
        'employment',
        'qualification',
        'years',
        'trainingHours',
        'basis',
      ],
      demands: [
        demand(
          'says-why',
          atLeast(lengthOf(field('basis')), 10),
          '请写明为什么选派此人（业务能力、经验、考核），不少于10字',
          'Say why this person was chosen (ability, experience, results) in ten characters or more',
        ),
        demand(
          'of-the-home',
          equals(fact('account.unit', { account: field('person') }), field('home')),
          '只能选派本单位的人员',
          'A department sends its own people',
        ),
      ],
    }),
    step('confirm', '到岗确认', 'Confirm', {
      from: ['proposed'],
      to: 'serving',
      by: [{ unitKind: 'hall' }, 'leader'],
    }),
    step('refuse', '不同意', 'Refuse', {
      from: ['proposed'],
      to: 'left',
      by: [{ unitKind: 'hall' }],
      asks: ['why'],
    }),
    step('note', '记实绩', 'Note results', {
      ...{ from: ['serving'], to: 'serving', by: [{ unitKind: 'hall' }], asks: ['results'] },
    }),
    step('leave', '离岗', 'Leave', { from: ['serving'], to: 'left', by: ['head'], asks: ['until', 'why'] }),
  ],
  clocks: [
    clock('confirming', '到岗确认', 'Confirmation', {
      starts: 'propose',
      stops: ['confirm', 'refuse'],
      limit: '5W',
    }),
  ],
  flags: [
    flag(
      'temporary',
      'yellow',
      all(equals(field('employment'), 'temporary'), any(equals(state, 'serving'), equals(state, 'proposed'))),
      '窗口由临时人员顶岗',
      'A temporary worker at the window',
    ),
    flag(
      'rotated',
      'yellow',
      any(
        less(days(field('from'), field('until')), LEAST_DAYS),
        all(
          empty(field('until')),
          atLeast(
            count(
              'window-staff',
              all(equals(its('counter'), field('counter')), less(days(its('from'), field('from')), WITHIN)),
            ),
            CHANGES,
          ),
        ),
      ),
      `窗口人员频繁轮换（在岗不足${LEAST_DAYS}天，或${WITHIN}天内换人${CHANGES}次）`,
      `Rotation: less than ${LEAST_DAYS} days at the window, or ${CHANGES} people within ${WITHIN} days`,
    ),
    flag('untrained', 'notice', less(field('trainingHours'), 8), '上岗前未培训', 'Not trained before'),
  ],
  measures: [
    measure('mean', 'years', '平均业务年限', 'Mean years in the work', {
      ...{ of: equals(state, 'serving'), value: field('years'), per: 'home' },
    }),
    measure('share', 'established', '在编人员比例', 'Share in established posts', {
      ...{ of: equals(state, 'serving'), value: equals(field('employment'), 'established'), per: 'home' },
    }),
    measure('share', 'with-results', '有实绩记录的', 'With results on file', {
      ...{ of: equals(state, 'serving'), value: filled(field('results')) },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example(
      '选派骨干，记实绩',
      'An able person with results',
      [...sent, does(hallOffice, 'note', '2026-06-30', { results: '办件214件，零投诉' })],
      { facts: { 'account.unit': 'planning' } },
    ),
    example(
      '临时人员',
      'A temporary worker',
      [does(department, 'propose', '2026-02-20', { ...given, employment: 'temporary' })],
      { facts: { 'account.unit': 'planning' }, flagged: ['temporary'] },
    ),
    example(
      '三周就换人',
      'Gone after three weeks',
      [...sent, does(department, 'leave', '2026-03-23', { until: '2026-03-23', why: '另有任用' })],
      { facts: { 'account.unit': 'planning' }, flagged: ['rotated'] },
    ),
    example('半年换三人', 'Three people in half a year', sent, {
      facts: { 'account.unit': 'planning' },
      others: [
        { state: 'left', values: { counter: 'A01', from: '2025-12-01' } },
        { state: 'left', values: { counter: 'A01', from: '2026-01-12' } },
      ],
      flagged: ['rotated'],
    }),
    example(
      '没有培训',
      'Not trained',
      [does(department, 'propose', '2026-02-20', { ...given, trainingHours: 0 })],
      { facts: { 'account.unit': 'planning' }, flagged: ['untrained'] },
    ),
    example(
      '没说依据',
      'No basis said',
      [does(department, 'propose', '2026-02-20', { ...given, basis: '工作需要' })],
      { facts: { 'account.unit': 'planning' }, refused: 'says-why' },
    ),
    example('派别人的人', "Somebody else's person", [does(department, 'propose', '2026-02-20', given)], {
      facts: { 'account.unit': 'market' },
      refused: 'of-the-home',
    }),
  ],
})
