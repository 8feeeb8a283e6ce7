import { institution, shape, word } from '#engines/registers/index.ts'
import { conduct, severity, supervisor } from './parts.ts'

const {
  choices,
  counter,
  day,
  demand,
  does,
  example,
  flag,
  hall,
  longText,
  measure,
  number,
  over,
  said,
  step,
} = shape
const { unit } = shape
const { all, any, atLeast, count, days, differs, equals, field, filled, its, less, lengthOf, oneOf, today } =
  word

const MARKS = {
  staffed: ['人员到岗', 'staffed'],
  queue: ['排队有序', 'the queue in order'],
  noOffHall: ['无厅外办件痕迹', 'no trace of handling outside the hall'],
  guides: ['指南上墙', 'guides posted'],
  badges: ['挂牌上岗', 'badges worn'],
} as const
/** † As many sheets in a row with the same marks and the same queue are no observation. */
const [SAME, WITHIN] = [5, 14]

const given = {
  ...{ hall: 'main', counter: 'A01', unit: 'planning', on: '2026-03-06', waiting: 8 },
  ...{ kept: Object.keys(MARKS), seen: '两人在岗，叫号正常' },
}
const record = (more: object = {}) => does(supervisor, 'record', '2026-03-06', { ...given, ...more })
const sheetOn = (on: string, more: object = {}) => ({
  ...{ state: 'recorded', step: 'record', on },
  values: { ...given, on, ...more },
})
const week = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']
const lately = all(equals(its('counter'), field('counter')), less(days(its('on'), field('on')), WITHIN))

/** 大厅运行监督检查: one sheet for a window and a day, filled in on that day. */
export const hallDaySheet = institution({
  code: 'hall-day-sheet',
  title: said('大厅运行每日检查表', 'Daily check sheets of the hall'),
  purpose: said(
    '监察机构每天逐个窗口检查到岗、排队、厅外办件、指南、挂牌；天天一样的表看得见。',
    'Supervision looks at every window each day; sheets that are the same every day are flagged.',
  ),
  basis: '',
  answers: ['ESUP-04'],
  area: 'supervision',
  fields: [
    hall('hall', '大厅', 'Hall', { fixed: true }),
    counter('counter', '窗口', 'Window', { fixed: true }),
    unit('unit', '窗口单位', 'Department', { fixed: true }),
    day('on', '检查日期', 'Checked on', { fixed: true }),
    choices('kept', '做到的', 'What was kept', MARKS, { fixed: true }),
    number('waiting', '等候人数', 'People waiting', { fixed: true }),
    longText('seen', '所见', 'What was seen', { fixed: true }),
    conduct,
    severity,
  ],
  named: 'counter',
  owner: { field: 'unit' },
  states: [over('recorded', '已检查', 'checked')],
  steps: [
    step('record', '填表', 'Fill in', {
      to: 'recorded',
      by: ['supervision'],
      asks: ['hall', 'counter', 'unit', 'on', 'kept?', 'waiting', 'seen', 'conduct?', 'severity?'],
      demands: [
        demand(
          'that-day',
          equals(field('on'), today),
          '检查表当天填写，不能补填，也不能提前填',
          'A sheet is filled in on its day, neither later nor before',
        ),
        demand(
          'once',
          equals(
            count(
              'hall-day-sheet',
              all(equals(its('counter'), field('counter')), equals(its('on'), field('on'))),
            ),
            0,
          ),
          '这个窗口今天已经填过表',
          'This window has its sheet of today',
        ),
        demand(
          'says-what',
          any(
            ...[all(...Object.keys(MARKS).map((one) => oneOf(one, field('kept'))))],
            all(filled(field('conduct')), filled(field('severity')), atLeast(lengthOf(field('seen')), 5)),
          ),
          '有一项没做到的，写明情况、类型和轻重',
          'Where one mark is missing, say what was wrong, of which kind and how grave',
        ),
      ],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'same-every-day',
      'yellow',
      all(
        atLeast(count('hall-day-sheet', lately), SAME),
        equals(
          count(
            'hall-day-sheet',
            all(lately, any(differs(its('kept'), field('kept')), differs(its('waiting'), field('waiting')))),
          ),
          0,
        ),
      ),
      `连续${SAME}张以上检查表一模一样，像是照抄的`,
      `${SAME} sheets or more without any difference: they look copied`,
    ),
  ],
  measures: [
    measure('share', 'all-kept', '各窗口全部做到', 'Everything kept, by window', {
      of: true,
      value: all(...Object.keys(MARKS).map((one) => oneOf(one, field('kept')))),
      per: 'counter',
      over: { day: field('on'), by: 'month' },
    }),
    measure('mean', 'waiting', '各窗口等候人数', 'People waiting, by window', {
      ...{ of: true, value: field('waiting'), per: 'counter', over: { day: field('on'), by: 'month' } },
    }),
  ],
  notices: [],
  findings: [
    {
      ...{ on: 'record', when: filled(field('conduct')), source: 'register', conduct: { field: 'conduct' } },
      ...{ severity: { field: 'severity' }, unit: 'unit', fact: 'seen', happenedOn: 'on' },
    },
  ],
  visibility: { public: null, units: 'own' },
  examples: [
    example('当天检查', 'Checked on the day', [record()], {
      others: week.map((on, at) => sheetOn(on, { waiting: at })),
    }),
    example('空岗', 'Nobody there', [
      record({ kept: ['queue'], seen: '窗口无人，群众在等', conduct: 'absence', severity: 'ordinary' }),
    ]),
    example('天天一样', 'The same every day', [record()], {
      ...{ others: week.map((on) => sheetOn(on)), flagged: ['same-every-day'] },
    }),
    example('补填昨天的', 'Yesterday’s', [record({ on: '2026-03-05' })], { refused: 'that-day' }),
    example('一天两张', 'Twice a day', [record()], { others: [sheetOn('2026-03-06')], refused: 'once' }),
    example('没做到而没写', 'Says not what', [record({ kept: ['queue'] })], { refused: 'says-what' }),
  ],
})
