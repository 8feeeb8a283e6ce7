import { type Expression, institution, shape, word } from '#engines/registers/index.ts'
import { leader, officer, second, supervisor } from './parts.ts'

const {
  clock,
  day,
  demand,
  does,
  entry,
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
} = shape
const { unit } = shape
const {
  all,
  any,
  atLeast,
  count,
  dayOf,
  days,
  differs,
  equals,
  field,
  holds,
  its,
  itsState,
  lengthOf,
  less,
} = word
const { more, not, passed, state, today } = word

/** † Words that say nothing was found, where something has to be listed; and how soon problems become instructions. */
const NOTHING = ['没有问题', '未发现问题', '一切正常', '总体良好']
const INSTRUCT_DAYS = 3

const visit = {
  place: '青禾工业园三期工地',
  on: '2026-03-10',
  problems: '一、水电未接通；二、施工许可等了四十天',
  listed: 2,
}
const visited = does(leader, 'visit', '2026-03-10', visit)
const tasks = (...more: Expression[]) =>
  count('leader-instruction', all(equals(its('visit'), field('id')), ...more))
const closing = does(leader, 'close', '2026-04-20', { summary: '两个问题都已解决' })
const task = (state: string) => ({ of: 'leader-instruction', state, values: { visit: 'example' } })

/** 领导带头督促检查: where, what was wrong, what was ordered and by when. */
export const leaderVisit = institution({
  code: 'leader-visit',
  title: said('领导现场督促检查', "Leaders' on-site checks"),
  purpose: said(
    '领导到企业、工地检查，列出问题，逐个作出批示并定日期；没有问题清单的不算。',
    'A visit lists its problems, each with an instruction and a date; a visit without a list does not count.',
  ),
  basis: '',
  answers: ['INSP-25'],
  area: 'inspections',
  fields: [
    text('place', '地点', 'Place', { fixed: true }),
    day('on', '日期', 'On', { fixed: true }),
    longText('problems', '问题清单', 'Problems', { fixed: true }),
    number('listed', '问题数', 'How many', { fixed: true }),
    longText('summary', '办结小结', 'Summary'),
  ],
  named: 'place',
  owner: 'opener',
  states: [open('visited', '批示办理中', 'instructions under way'), over('closed', '已办结', 'closed')],
  steps: [
    step('visit', '登记', 'Record', {
      to: 'visited',
      by: ['leader', 'supervision'],
      asks: ['place', 'on', 'problems', 'listed'],
      demands: [
        demand(
          'lists-problems',
          all(
            atLeast(field('listed'), 1),
            atLeast(lengthOf(field('problems')), 10),
            not(holds(field('problems'), NOTHING)),
          ),
          '现场检查须列出问题；只有“总体良好”的不登记为督促检查',
          'A check lists what is wrong; "all in order" is a courtesy call',
        ),
        demand('not-ahead', not(more(field('on'), today)), '日期不能在今天以后', 'The day lies not ahead'),
      ],
    }),
    step('close', '办结', 'Close', {
      from: ['visited'],
      to: 'closed',
      by: ['leader', 'supervision'],
      asks: ['summary'],
      demands: [
        demand(
          'each-problem-a-task',
          atLeast(tasks(), field('listed')),
          '清单上的问题还没有都作出批示',
          'Not every listed problem has an instruction',
        ),
        demand(
          'all-done',
          equals(tasks(differs(itsState, 'done')), 0),
          '还有批示没有办完',
          'Some instructions are still open',
        ),
      ],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'no-instructions',
      'yellow',
      all(
        equals(state, 'visited'),
        more(days(dayOf('visit'), today), INSTRUCT_DAYS),
        less(tasks(), field('listed')),
      ),
      '列出的问题还没有都变成有日期的批示',
      'Not every listed problem has become a dated instruction',
    ),
  ],
  measures: [],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('问题都办完', 'All done', [visited, closing], { others: [task('done'), task('done')] }),
    example(
      '没有问题清单',
      'Nothing wrong',
      [does(leader, 'visit', '2026-03-10', { ...visit, problems: '企业生产经营总体良好，领导给予肯定' })],
      { refused: 'lists-problems' },
    ),
    example(
      '日期在以后',
      'A day ahead',
      [does(leader, 'visit', '2026-03-10', { ...visit, on: '2026-03-20' })],
      {
        refused: 'not-ahead',
      },
    ),
    example('少批示一个', 'One without an instruction', [visited, closing], {
      ...{ others: [task('done')], refused: 'each-problem-a-task' },
    }),
    example('没办完就办结', 'Closed too early', [visited, closing], {
      ...{ others: [task('done'), task('given')], refused: 'all-done' },
    }),
    example('一周没有批示', 'A week without instruction', [visited], {
      ...{ seenOn: '2026-03-17', flagged: ['no-instructions'] },
    }),
  ],
})

const order = {
  visit: 'other-1',
  unit: 'planning',
  problem: '施工许可等了四十天',
  instruction: '三日内查明卡在哪个环节并解决',
  dueOn: '2026-03-16',
}
const aVisit = { of: 'leader-visit', state: 'visited', values: { place: visit.place } }
const given = does(leader, 'give', '2026-03-10', order)

/** 批示: the leader's words as they are, a unit and a date; it is a task until somebody else has seen that it is done. */
export const leaderInstruction = institution({
  code: 'leader-instruction',
  title: said('现场批示', 'Instructions on the spot'),
  purpose: said(
    '逐字登记批示，限期答复办理结果，“已阅”不算。',
    'The leader\'s words, a unit and a date; "noted" is no answer.',
  ),
  basis: '',
  answers: ['INSP-25'],
  area: 'inspections',
  fields: [
    entry('leader-visit', 'visit', '现场检查', 'Visit', { fixed: true }),
    unit('unit', '承办单位', 'Unit', { fixed: true }),
    longText('problem', '问题', 'Problem', { fixed: true }),
    longText('instruction', '批示原文', 'The instruction', { fixed: true }),
    day('dueOn', '办结日期', 'Due on'),
    longText('reply', '办理结果', 'What was done'),
    longText('why', '退回理由', 'Why returned'),
  ],
  named: 'problem',
  owner: { field: 'unit' },
  states: [
    open('given', '办理中', 'under way'),
    open('replied', '待核实', 'to be verified'),
    over('done', '已办结', 'done'),
  ],
  steps: [
    step('give', '批示', 'Give', {
      ...{
        to: 'given',
        by: ['leader', 'supervision'],
        asks: ['visit', 'unit', 'problem', 'instruction', 'dueOn'],
      },
    }),
    step('reply', '答复', 'Reply', {
      from: ['given'],
      to: 'replied',
      by: [{ field: 'unit' }],
      asks: ['reply'],
      demands: [
        demand(
          'says-what',
          atLeast(lengthOf(field('reply')), 10),
          '写明怎么办的、结果如何，“已阅”“正在落实”不算答复',
          'Say what was done; "noted" is no reply',
        ),
      ],
    }),
    step('confirm', '核实', 'Confirm', {
      ...{ from: ['replied'], to: 'done', by: ['leader', 'supervision'], notBy: ['reply'], notOwner: true },
    }),
    step('return', '退回', 'Return', {
      from: ['replied'],
      to: 'given',
      by: ['leader', 'supervision'],
      asks: ['why'],
    }),
  ],
  clocks: [clock('due', '办结', 'Due', { starts: 'give', stops: ['reply'], limit: { until: 'dueOn' } })],
  flags: [],
  measures: [
    measure('share', 'in-time', '按期办结', 'In time', {
      ...{ of: any(equals(state, 'replied'), equals(state, 'done')), value: not(passed('due')), per: 'unit' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '答复并核实',
      'Replied and confirmed',
      [
        given,
        does(officer, 'reply', '2026-03-13', { reply: '卡在图审，已与图审机构当面办结' }),
        does(second, 'confirm', '2026-03-14'),
      ],
      { others: [aVisit] },
    ),
    example('“已阅”', '"Noted"', [given, does(officer, 'reply', '2026-03-13', { reply: '已阅' })], {
      ...{ others: [aVisit], refused: 'says-what' },
    }),
    example('误期', 'Late', [given], { others: [aVisit], seenOn: '2026-03-18', flagged: ['due'] }),
    example('监察代领导登记', 'Entered by supervision', [does(supervisor, 'give', '2026-03-10', order)], {
      others: [aVisit],
    }),
  ],
})
