import { institution, shape, word } from '#engines/registers/index.ts'
import { leader, second, severity, supervisor } from './parts.ts'

const { clock, day, demand, does, entry, example, flag, longText, measure, number, open, over, said, step } =
  shape
const { text, unit } = shape
const { all, any, atLeast, count, dayOf, days, differs, equals, fact, field, filled, its, itsState, less } =
  word
const { lengthOf, more, not, passed, state, today } = word

/** † The group tells the office how its cases stand every week. */
const WEEK = 7

const quota = { task: '6月底前查处几件典型个案', wanted: 2, until: '2026-06-30' }
const begun = does(leader, 'set', '2026-04-01', quota)
const met = does(leader, 'meet', '2026-06-29', { summary: '两件已查处并全市通报' })
const circulated = (grave: string) => ({
  ...{ of: 'typical-case', state: 'circulated', values: { quota: 'example', severity: grave } },
})

/** 监督组 (INSP-23): how many typical cases the group has to see decided, and by when. */
export const caseQuota = institution({
  code: 'case-quota',
  title: said('典型个案任务', 'Typical cases wanted'),
  purpose: said(
    '到某日前查处并通报若干典型个案；轻微的不算数。',
    'So many typical cases decided and circulated by a day; trivial ones do not count.',
  ),
  basis: '',
  answers: ['INSP-23'],
  area: 'inspections',
  fields: [
    text('task', '任务', 'Task', { fixed: true }),
    number('wanted', '件数', 'How many', { fixed: true }),
    day('until', '截止日期', 'Until', { fixed: true }),
    longText('summary', '小结', 'Summary'),
  ],
  named: 'task',
  owner: 'opener',
  states: [open('running', '进行中', 'running'), over('met', '已完成', 'met')],
  steps: [
    step('set', '下达', 'Set', {
      to: 'running',
      by: ['leader', 'supervision'],
      asks: ['task', 'wanted', 'until'],
    }),
    step('meet', '完成', 'Meet', {
      from: ['running'],
      to: 'met',
      by: ['leader', 'supervision'],
      asks: ['summary'],
      demands: [
        demand(
          'enough-that-count',
          atLeast(
            count(
              'typical-case',
              all(
                equals(its('quota'), field('id')),
                equals(itsState, 'circulated'),
                differs(its('severity'), 'light'),
              ),
            ),
            field('wanted'),
          ),
          '已通报的典型个案件数不够（轻微的不计）',
          'Not enough typical cases are circulated; trivial ones do not count',
        ),
      ],
    }),
  ],
  clocks: [clock('until', '截止', 'Until', { starts: 'set', stops: ['meet'], limit: { until: 'until' } })],
  flags: [],
  measures: [],
  notices: [],
  visibility: { public: null, units: 'own', sealed: ['running'] },
  examples: [
    example('两件有分量的', 'Two that count', [begun, met], {
      others: [circulated('ordinary'), circulated('grave')],
    }),
    example('凑数', 'Filled with trifles', [begun, met], {
      ...{ others: [circulated('light'), circulated('grave')], refused: 'enough-that-count' },
    }),
    example('到期未完', 'Not met', [begun], { seenOn: '2026-07-02', flagged: ['until'] }),
  ],
})

const given = {
  ...{
    quota: 'other-1',
    unit: 'planning',
    matter: '违规收取图纸审查费',
    severity: 'grave',
    finding: 'F260401-000001',
  },
  ...{ inquiryBy: '2026-04-30', decideBy: '2026-06-10', circulateBy: '2026-06-25' },
}
const facts = { 'finding.severity': 'grave', 'finding.graver': 0 }
const aQuota = { of: 'case-quota', state: 'running', values: quota }
const picked = does(supervisor, 'pick', '2026-04-02', given)
const inquired = does(supervisor, 'inquire', '2026-04-28', { progress: '调取票据三十份，约谈五人' })
const decided = does(second, 'decide', '2026-06-05', { outcome: '退还费用并给予当事人组织处理' })

/** 典型个案: picked by its weight, with milestones and a weekly word on how it stands. */
export const typicalCase = institution({
  code: 'typical-case',
  title: said('典型个案', 'Typical cases'),
  purpose: said(
    '监督组的案件清单：节点和日期，每周报进展；挑轻微的凑数看得见。',
    "The group's cases with milestones and weekly progress; picking trifles to fill the quota shows.",
  ),
  basis: '',
  answers: ['INSP-23'],
  area: 'inspections',
  fields: [
    entry('case-quota', 'quota', '任务', 'Quota', { fixed: true }),
    text('finding', '问题编号', 'Finding', { fixed: true }),
    unit('unit', '涉及单位', 'Unit', { fixed: true }),
    text('matter', '案由', 'Matter'),
    severity,
    day('inquiryBy', '查清日期', 'Inquired by'),
    day('decideBy', '处理日期', 'Decided by'),
    day('circulateBy', '通报日期', 'Circulated by'),
    longText('progress', '进展', 'Progress'),
    longText('outcome', '处理结果', 'Outcome'),
    text('circular', '通报文号', 'Circular'),
    longText('why', '移出理由', 'Why dropped'),
  ],
  named: 'matter',
  owner: 'opener',
  states: [
    open('picked', '查办中', 'under inquiry'),
    open('inquired', '已查清', 'inquired'),
    open('decided', '已处理', 'decided'),
    over('circulated', '已通报', 'circulated'),
    over('dropped', '已移出', 'dropped'),
  ],
  steps: [
    step('pick', '选定', 'Pick', {
      to: 'picked',
      by: ['supervision'],
      asks: ['quota', 'finding', 'unit', 'matter', 'severity', 'inquiryBy', 'decideBy', 'circulateBy'],
      demands: [
        demand(
          'as-found',
          equals(fact('finding.severity', { finding: field('finding') }), field('severity')),
          '轻重须与所登记的问题一致',
          'It is as grave as the finding says',
        ),
        demand(
          'in-order',
          all(
            less(field('inquiryBy'), field('decideBy')),
            less(field('decideBy'), field('circulateBy')),
            atLeast(
              count(
                'case-quota',
                all(equals(its('id'), field('quota')), any(atLeast(its('until'), field('circulateBy')))),
              ),
              1,
            ),
          ),
          '节点日期须依次在任务截止日之前',
          'The milestones follow each other, within the quota',
        ),
      ],
    }),
    step('progress', '报进展', 'Tell progress', {
      ...{ from: ['picked'], to: 'picked', by: ['supervision'], asks: ['progress'] },
    }),
    step('inquire', '查清', 'Inquired', {
      ...{ from: ['picked'], to: 'inquired', by: ['supervision'], asks: ['progress'] },
    }),
    step('decide', '处理', 'Decide', {
      ...{
        from: ['inquired'],
        to: 'decided',
        by: ['supervision', 'leader'],
        notBy: ['inquire'],
        asks: ['outcome'],
      },
    }),
    step('circulate', '通报', 'Circulate', {
      ...{ from: ['decided'], to: 'circulated', by: ['supervision', 'leader'], asks: ['circular'] },
    }),
    step('drop', '移出', 'Drop', {
      from: ['picked', 'inquired'],
      to: 'dropped',
      by: ['leader'],
      asks: ['why'],
      demands: [
        demand(
          'says-why',
          atLeast(lengthOf(field('why')), 10),
          '写明移出理由（不少于 10 个字）',
          'Say why, in ten characters at least',
        ),
      ],
    }),
  ],
  clocks: [
    clock('inquiry', '查清', 'Inquiry', {
      starts: 'pick',
      stops: ['inquire', 'drop'],
      limit: { until: 'inquiryBy' },
    }),
    clock('decision', '处理', 'Decision', {
      starts: 'pick',
      stops: ['decide', 'drop'],
      limit: { until: 'decideBy' },
    }),
    clock('circulation', '通报', 'Circulation', {
      ...{ starts: 'pick', stops: ['circulate', 'drop'], limit: { until: 'circulateBy' } },
    }),
  ],
  flags: [
    flag(
      'trivial',
      'yellow',
      any(
        equals(field('severity'), 'light'),
        all(filled(field('finding')), more(fact('finding.graver', { finding: field('finding') }), 2)),
      ),
      '挑了轻微的个案，更严重的问题还在那里',
      'A trifle was picked while graver findings lie there',
    ),
    flag(
      'no-weekly-word',
      'notice',
      all(
        equals(state, 'picked'),
        more(days(dayOf('pick'), today), WEEK),
        not(all(filled(dayOf('progress')), less(days(dayOf('progress'), today), WEEK + 1))),
      ),
      '一周没有报进展',
      'Nothing was said for a week',
    ),
  ],
  measures: [
    measure('share', 'in-time', '按节点处理', 'Decided in time', {
      ...{ of: any(equals(state, 'decided'), equals(state, 'circulated')), value: not(passed('decision')) },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own', sealed: ['picked', 'inquired', 'decided', 'dropped'] },
  examples: [
    example(
      '查清、处理、通报',
      'To the end',
      [
        picked,
        inquired,
        decided,
        does(supervisor, 'circulate', '2026-06-20', { circular: '监通〔2026〕3号' }),
      ],
      { others: [aQuota], facts },
    ),
    example(
      '报轻了',
      'Made lighter',
      [does(supervisor, 'pick', '2026-04-02', { ...given, severity: 'light' })],
      {
        ...{ others: [aQuota], facts, refused: 'as-found' },
      },
    ),
    example(
      '日期颠倒',
      'Days out of order',
      [does(supervisor, 'pick', '2026-04-02', { ...given, decideBy: '2026-04-10' })],
      { others: [aQuota], facts, refused: 'in-order' },
    ),
    example(
      '挑轻微的',
      'A trifle',
      [does(supervisor, 'pick', '2026-04-02', { ...given, severity: 'light' })],
      {
        ...{
          others: [aQuota],
          facts: { 'finding.severity': 'light', 'finding.graver': 5 },
          flagged: ['trivial'],
        },
      },
    ),
    example('两周没说', 'Two weeks of silence', [picked], {
      ...{ others: [aQuota], facts, seenOn: '2026-04-16', flagged: ['no-weekly-word'] },
    }),
    example(
      '说不出为什么移出',
      'Dropped without a reason',
      [picked, does(leader, 'drop', '2026-04-10', { why: '研究决定' })],
      { others: [aQuota], facts, refused: 'says-why' },
    ),
    example('误了节点', 'Late', [picked], {
      ...{ others: [aQuota], facts, seenOn: '2026-05-04', flagged: ['inquiry', 'no-weekly-word'] },
    }),
  ],
})
