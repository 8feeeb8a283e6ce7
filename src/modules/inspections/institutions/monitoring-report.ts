import { institution, shape, word } from '#engines/registers/index.ts'
import { conduct, observer, severity, supervisor } from './parts.ts'

const { choices, clock, demand, does, entry, example, flag, longText, measure } = shape
const { open, over, said, step, unit } = shape
const { all, atLeast, count, differs, equals, field, filled, its, itsState } = word
const { lengthOf, likeness, state, taker } = word

/** † Reports as alike as this are the same report. */
const ALIKE = 0.9

const there = {
  of: 'monitoring-point',
  state: 'active',
  values: { id: 'p', watches: 'planning', contact: 'observer' },
}
const given = {
  point: 'other-1',
  unit: 'planning',
  kept: ['staffed', 'toldOnce'],
  seen: '窗口两人在岗，排队八人',
}
const report = does(observer, 'report', '2026-03-30', given)

/** 监测点报告: what a point saw in its period; supervision reads each, and a fact that holds becomes a finding. */
export const monitoringReport = institution({
  code: 'monitoring-report',
  title: said('监测点报告', 'Reports of monitoring points'),
  purpose: said(
    '联络人按表如实报告所见；监察机构逐份阅处，属实的转为问题，雷同的看得见。',
    'Contacts report what they saw; each report is read, what holds becomes a finding, and copies show.',
  ),
  basis: '',
  answers: ['INSP-11'],
  area: 'inspections',
  fields: [
    entry('monitoring-point', 'point', '监测点', 'Point', { fixed: true }),
    unit('unit', '监测单位', 'Unit', { fixed: true }),
    choices('kept', '做到的', 'What was kept', {
      staffed: ['窗口有人', 'window staffed'],
      toldOnce: ['一次告知', 'told once'],
      onTime: ['按时办结', 'in time'],
      noExtra: ['没有额外收费', 'no extra fee'],
      polite: ['态度良好', 'polite'],
    }),
    longText('seen', '所见情况', 'What was seen', { fixed: true }),
    conduct,
    severity,
    longText('note', '阅处意见', 'What supervision notes'),
  ],
  named: 'seen',
  owner: { field: 'unit' },
  states: [
    open('reported', '待阅处', 'reported'),
    over('upheld', '属实，转为问题', 'upheld'),
    over('noted', '已阅存', 'noted'),
  ],
  steps: [
    step('report', '报告', 'Report', {
      to: 'reported',
      by: [{ role: 'observer' }],
      asks: ['point', 'unit', 'kept?', 'seen'],
      demands: [
        demand(
          'own-point',
          atLeast(
            count(
              'monitoring-point',
              all(
                equals(its('id'), field('point')),
                equals(its('contact'), taker),
                equals(its('watches'), field('unit')),
                equals(itsState, 'active'),
              ),
            ),
            1,
          ),
          '只能以本人联络的监测点，就该点监测的单位报告',
          'You report for a point of your own, about the unit that it watches',
        ),
        demand(
          'says-something',
          atLeast(lengthOf(field('seen')), 8),
          '请写明看到了什么（不少于 8 个字）',
          'Say what you saw, in eight characters at least',
        ),
      ],
    }),
    step('uphold', '属实', 'Uphold', {
      from: ['reported'],
      to: 'upheld',
      by: ['supervision'],
      asks: ['conduct', 'severity', 'note?'],
    }),
    step('note', '阅存', 'Note', { from: ['reported'], to: 'noted', by: ['supervision'], asks: ['note'] }),
  ],
  clocks: [clock('reading', '阅处', 'Reading', { starts: 'report', stops: ['uphold', 'note'], limit: '5W' })],
  flags: [
    flag(
      'identical',
      'yellow',
      atLeast(
        count(
          'monitoring-report',
          all(differs(its('id'), field('id')), atLeast(likeness(its('seen'), field('seen')), ALIKE)),
        ),
        1,
      ),
      '与另一份报告雷同',
      'The same as another report',
    ),
  ],
  measures: [
    measure('share', 'polite', '态度良好', 'Polite', {
      ...{ of: filled(field('kept')), value: { oneOf: ['polite', field('kept')] }, per: 'unit' },
    }),
    measure('share', 'upheld', '属实的报告', 'Upheld', {
      ...{ of: differs(state, 'reported'), value: equals(state, 'upheld'), per: 'unit' },
    }),
  ],
  notices: [],
  findings: [
    {
      ...{ on: 'uphold', source: 'monitoringPoint', conduct: { field: 'conduct' } },
      ...{ severity: { field: 'severity' }, unit: 'unit', fact: 'seen' },
    },
  ],
  visibility: { public: null, units: 'own', sealed: ['reported', 'noted'] },
  examples: [
    example(
      '报告并阅存',
      'Reported and read',
      [report, does(supervisor, 'note', '2026-03-31', { note: '正常' })],
      {
        others: [there],
      },
    ),
    example(
      '属实，转为问题',
      'Upheld',
      [report, does(supervisor, 'uphold', '2026-03-31', { conduct: 'absence', severity: 'light' })],
      { others: [there] },
    ),
    example('不是本人的监测点', "Another's point", [report], { refused: 'own-point' }),
    example('没写清楚', 'Too little', [does(observer, 'report', '2026-03-30', { ...given, seen: '正常' })], {
      ...{ others: [there], refused: 'says-something' },
    }),
    example('雷同', 'The same again', [report], {
      others: [there, { state: 'noted', values: { seen: given.seen } }],
      flagged: ['identical'],
    }),
    example('没有阅处', 'Nobody reads it', [report], {
      others: [there],
      seenOn: '2026-04-10',
      flagged: ['reading'],
    }),
  ],
})
