import { institution, shape, word } from '#engines/registers/index.ts'
import { conduct, severity, supervisor } from './parts.ts'

const { choice, clock, day, demand, does, entry, example, flag, longText, measure, number, open, over } =
  shape
const { said, step, text, unit } = shape
const { all, any, atLeast, atMost, count, dayOf, equals, fact, field, filled, its, itsDayOf, less, more } =
  word
const { today } = word

const plan = {
  month: '2026年3月',
  from: '2026-03-01',
  until: '2026-03-31',
  minimum: 4,
  seed: '20260301上证收盘',
}
const begun = does(supervisor, 'plan', '2026-03-01', plan)
const checkOn = (on: string) => ({ of: 'conduct-check', step: 'record', on, values: { plan: 'example' } })
const inPlan = equals(its('plan'), field('id'))

/** 作风建设监督: how many random checks there are to be in a month, and out of which lot the units come. */
export const conductPlan = institution({
  code: 'conduct-plan',
  title: said('作风抽查月计划', 'Monthly plans of conduct checks'),
  purpose: said(
    '全年每月随机抽查出勤、作风、在岗，有每月最低次数；只在活动期间查的看得见。',
    'Random checks of attendance, conduct and posts in every month, with a minimum; checks only during a campaign show.',
  ),
  basis: '',
  answers: ['INSP-18'],
  area: 'inspections',
  fields: [
    text('month', '月份', 'Month', { fixed: true }),
    day('from', '起', 'From', { fixed: true }),
    day('until', '止', 'Until', { fixed: true }),
    number('minimum', '最低抽查次数', 'Minimum of checks', { fixed: true }),
    text('seed', '抽签种子', 'Seed of the draw', { fixed: true }),
    day('campaignFrom', '专项活动起', 'Campaign from'),
    day('campaignUntil', '专项活动止', 'Campaign until'),
    longText('summary', '月小结', 'Summary'),
  ],
  named: 'month',
  owner: 'opener',
  states: [open('running', '执行中', 'running'), over('closed', '已小结', 'closed')],
  steps: [
    step('plan', '制定', 'Plan', {
      to: 'running',
      by: ['supervision'],
      asks: ['month', 'from', 'until', 'minimum', 'seed', 'campaignFrom?', 'campaignUntil?'],
      demands: [
        demand(
          'a-minimum',
          all(atLeast(field('minimum'), 1), atMost(field('from'), field('until'))),
          '每月至少抽查一次，起止日期要对',
          'At least one check a month, and the days in order',
        ),
      ],
    }),
    step('close', '小结', 'Close', {
      from: ['running'],
      to: 'closed',
      by: ['supervision'],
      asks: ['summary'],
      demands: [
        demand(
          'enough',
          atLeast(count('conduct-check', inPlan), field('minimum')),
          '抽查次数未达最低要求，不能小结',
          'Fewer checks than the minimum: the month is not closed',
        ),
      ],
    }),
  ],
  clocks: [
    clock('month', '本月', 'The month', {
      starts: 'plan',
      stops: ['close'],
      limit: { from: 'until', limit: '5W' },
    }),
  ],
  flags: [
    flag(
      'below-minimum',
      'yellow',
      all(less(field('until'), today), less(count('conduct-check', inPlan), field('minimum'))),
      '本月抽查次数不足',
      'Fewer checks this month than the minimum',
    ),
    flag(
      'campaign-only',
      'yellow',
      all(
        less(field('until'), today),
        filled(field('campaignFrom')),
        atLeast(count('conduct-check', inPlan), 1),
        equals(
          count(
            'conduct-check',
            all(
              inPlan,
              any(
                less(itsDayOf('record'), field('campaignFrom')),
                more(itsDayOf('record'), field('campaignUntil')),
              ),
            ),
          ),
          0,
        ),
      ),
      '只在专项活动期间抽查',
      'Checked during the campaign only',
    ),
  ],
  measures: [
    measure('share', 'reached', '达到最低次数的月份', 'Months that reached the minimum', {
      of: true,
      value: atLeast(count('conduct-check', inPlan), field('minimum')),
      over: { day: field('from'), by: 'quarter' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own', sealed: ['running'] },
  examples: [
    example(
      '按计划抽查并小结',
      'Checked as planned',
      [begun, does(supervisor, 'close', '2026-03-31', { summary: '抽查四次，发现问题一个' })],
      { others: ['2026-03-03', '2026-03-10', '2026-03-18', '2026-03-27'].map(checkOn) },
    ),
    example(
      '没抽够就小结',
      'Closed too early',
      [begun, does(supervisor, 'close', '2026-03-31', { summary: '已完成' })],
      { others: [checkOn('2026-03-03')], refused: 'enough' },
    ),
    example(
      '计划不抽查',
      'A plan of nothing',
      [does(supervisor, 'plan', '2026-03-01', { ...plan, minimum: 0 })],
      {
        refused: 'a-minimum',
      },
    ),
    example('本月不足', 'Too few', [begun], {
      ...{ others: [checkOn('2026-03-03')], seenOn: '2026-04-02', flagged: ['below-minimum'] },
    }),
    example(
      '只在活动周抽查',
      'In the campaign week only',
      [
        does(supervisor, 'plan', '2026-03-01', {
          ...plan,
          campaignFrom: '2026-03-16',
          campaignUntil: '2026-03-20',
        }),
      ],
      {
        others: ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19'].map(checkOn),
        ...{ seenOn: '2026-04-02', flagged: ['campaign-only'] },
      },
    ),
  ],
})

const there = { of: 'conduct-plan', state: 'running', values: { ...plan } }
const facts = { 'units.drawn': true }
const record = (more: object = {}) =>
  does(supervisor, 'record', '2026-03-10', {
    ...{ plan: 'other-1', unit: 'planning', about: 'attendance', witness: '王某', outcome: 'kept' },
    ...more,
  })

/** 作风抽查: one look at a unit that the lot chose. */
export const conductCheck = institution({
  code: 'conduct-check',
  title: said('作风抽查', 'Conduct checks'),
  purpose: said(
    '按月计划的种子抽出单位，查出勤、作风、在岗；不是抽出来的不算。',
    'Units come out of the lot of the month; a unit that was not drawn does not count.',
  ),
  basis: '',
  answers: ['INSP-18'],
  area: 'inspections',
  fields: [
    entry('conduct-plan', 'plan', '月计划', 'Plan', { fixed: true }),
    unit('unit', '抽查单位', 'Unit', { fixed: true }),
    choice('about', '抽查内容', 'About', {
      attendance: ['出勤', 'attendance'],
      conduct: ['作风', 'conduct'],
      post: ['在岗', 'at the post'],
    }),
    text('witness', '同行人员', 'Second person'),
    choice('outcome', '结果', 'Outcome', {
      kept: ['正常', 'in order'],
      broken: ['发现问题', 'something wrong'],
    }),
    longText('found', '问题', 'What was wrong'),
    conduct,
    severity,
  ],
  named: 'unit',
  owner: { field: 'unit' },
  states: [over('recorded', '已抽查', 'recorded')],
  steps: [
    step('record', '抽查', 'Record', {
      to: 'recorded',
      by: ['supervision'],
      asks: ['plan', 'unit', 'about', 'witness', 'outcome', 'found?', 'conduct?', 'severity?'],
      demands: [
        demand(
          'within-the-month',
          atLeast(
            count(
              'conduct-plan',
              all(equals(its('id'), field('plan')), atMost(its('from'), today), atMost(today, its('until'))),
            ),
            1,
          ),
          '不在计划的月份内，不能补填',
          'Not within the month of the plan: nothing is filled in afterwards',
        ),
        demand(
          'drawn',
          equals(fact('units.drawn', { plan: field('plan'), unit: field('unit') }), true),
          '本月没有抽到这个单位；抽查对象由种子决定',
          'This unit was not drawn this month; the seed decides',
        ),
        demand(
          'says-what',
          any(
            equals(field('outcome'), 'kept'),
            all(filled(field('found')), filled(field('conduct')), filled(field('severity'))),
          ),
          '发现问题的，写明问题、类型和轻重',
          'Where something was wrong, say what, of which kind and how grave',
        ),
      ],
    }),
  ],
  clocks: [],
  flags: [],
  measures: [
    measure('count', 'by-month', '每月抽查次数', 'Checks by month', {
      ...{ of: true, value: true, over: { day: dayOf('record'), by: 'month' } },
    }),
    measure('share', 'kept', '正常率', 'In order', {
      ...{ of: true, value: equals(field('outcome'), 'kept'), per: 'about' },
    }),
  ],
  notices: [],
  findings: [
    {
      ...{ on: 'record', when: equals(field('outcome'), 'broken'), source: 'register' },
      ...{ conduct: { field: 'conduct' }, severity: { field: 'severity' }, unit: 'unit', fact: 'found' },
    },
  ],
  visibility: { public: null, units: 'own' },
  examples: [
    example('抽到并正常', 'Drawn and in order', [record()], { others: [there], facts }),
    example(
      '发现空岗',
      'Nobody at the post',
      [
        record({
          about: 'post',
          outcome: 'broken',
          found: '三楼窗口无人',
          conduct: 'absence',
          severity: 'ordinary',
        }),
      ],
      { others: [there], facts },
    ),
    example('没抽到的单位', 'Not drawn', [record()], { ...{ others: [there], refused: 'drawn' } }),
    example('事后补填', 'Filled in afterwards', [{ ...record(), on: '2026-04-10' }], {
      ...{ others: [there], facts, refused: 'within-the-month' },
    }),
    example('问题没写清', 'Says not what', [record({ outcome: 'broken' })], {
      ...{ others: [there], facts, refused: 'says-what' },
    }),
  ],
})
