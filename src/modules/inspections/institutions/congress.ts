import { type Expression, institution, shape, word } from '#engines/registers/index.ts'
import { officer, second, supervisor } from './parts.ts'

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
  open,
  over,
  said,
  step,
  text,
  unit,
} = shape
const { all, atLeast, count, dayOf, days, differs, equals, field, its, itsState, lengthOf, more, not } = word
const { oneOf, passed, state, today } = word

/** † An opinion that has been lying for so long without one task is being answered as a whole. */
const UNSPLIT_DAYS = 7

const of = (opinion: string) => (more: object) => ({ of: 'congress-task', values: { opinion, ...more } })
const task = of('example')
const tasks = (...more: Expression[]) =>
  count('congress-task', all(equals(its('opinion'), field('id')), ...more))
const given = {
  ...{
    meeting: '县人大常委会第12次会议',
    text: '窗口排队时间长、跨部门材料重复提交，建议整合窗口、共享材料',
  },
  ...{ receivedOn: '2026-03-02', replyBy: '2026-05-31' },
}
const record = does(supervisor, 'record', '2026-03-02', given)
const report = does(supervisor, 'report', '2026-05-20', {
  reply: '两项任务均已完成，排队时间由四十分钟降至十二分钟',
})

/** 人大督查: each opinion of the congress, split into tasks with dates, and its state reported back. */
export const congressOpinion = institution({
  code: 'congress-opinion',
  title: said('人大督查意见', 'Opinions of the people’s congress'),
  purpose: said(
    '逐条登记人大意见，分解为有日期的任务，办理情况回报人大。',
    'Each opinion is split into dated tasks, and its state is reported back to the congress.',
  ),
  basis: '各级人民代表大会常务委员会监督法第十四条',
  answers: ['INSP-20'],
  area: 'inspections',
  fields: [
    text('meeting', '会议或视察', 'Meeting', { fixed: true }),
    longText('text', '意见原文', 'The opinion, word for word', { fixed: true }),
    day('receivedOn', '收到日期', 'Received on', { fixed: true }),
    day('replyBy', '回报日期', 'Report back by'),
    longText('reply', '回报内容', 'What is reported back'),
  ],
  named: 'text',
  owner: 'opener',
  states: [open('received', '办理中', 'under way'), over('reported', '已回报', 'reported back')],
  steps: [
    step('record', '登记', 'Record', {
      ...{
        to: 'received',
        by: ['supervision', 'leader'],
        asks: ['meeting', 'text', 'receivedOn', 'replyBy'],
      },
    }),
    step('report', '回报人大', 'Report back', {
      from: ['received'],
      to: 'reported',
      by: ['supervision', 'leader'],
      asks: ['reply'],
      demands: [
        demand(
          'split-into-tasks',
          atLeast(tasks(), 1),
          '意见没有分解成任务，不能笼统答复',
          'Not one task was made of it: an opinion is not answered as a whole',
        ),
        demand(
          'tasks-ended',
          equals(tasks(differs(itsState, 'done'), differs(itsState, 'impossible')), 0),
          '还有任务没有完成（确实办不到的，在任务中说明）',
          'Some tasks are still open; say in the task where it cannot be done',
        ),
        demand(
          'says-something',
          atLeast(lengthOf(field('reply')), 10),
          '写明办理结果（不少于 10 个字）',
          'Say what was done, in ten characters at least',
        ),
      ],
    }),
  ],
  clocks: [
    clock('replying', '回报人大', 'Report back', {
      starts: 'record',
      stops: ['report'],
      limit: { until: 'replyBy' },
    }),
  ],
  flags: [
    flag(
      'not-split',
      'yellow',
      all(equals(state, 'received'), more(days(dayOf('record'), today), UNSPLIT_DAYS), equals(tasks(), 0)),
      `${UNSPLIT_DAYS}天没有分解任务`,
      `No task after ${UNSPLIT_DAYS} days`,
    ),
  ],
  measures: [
    measure('share', 'in-time', '按期回报', 'Reported in time', {
      ...{ of: equals(state, 'reported'), value: not(passed('replying')) },
    }),
  ],
  notices: [],
  visibility: { public: { states: ['reported'], fields: ['meeting', 'text', 'reply'] }, units: 'all' },
  examples: [
    example('分解、完成、回报', 'Split, done and reported', [record, report], {
      others: [{ ...task({ task: '整合窗口' }), state: 'done' }],
    }),
    example('笼统答复', 'Answered as a whole', [record, report], { refused: 'split-into-tasks' }),
    example('任务没完', 'A task still open', [record, report], {
      ...{ others: [{ ...task({}), state: 'assigned' }], refused: 'tasks-ended' },
    }),
    example('“已落实”', '"Done"', [record, does(supervisor, 'report', '2026-05-20', { reply: '已落实' })], {
      ...{ others: [{ ...task({}), state: 'done' }], refused: 'says-something' },
    }),
    example('没有分解', 'Not split', [record], { seenOn: '2026-03-12', flagged: ['not-split'] }),
    example('误期', 'Late', [record], {
      ...{ others: [{ ...task({}), state: 'assigned' }], seenOn: '2026-06-02', flagged: ['replying'] },
    }),
  ],
})

const work = { opinion: 'other-1', unit: 'planning', task: '整合三个窗口为一个综合窗口', dueOn: '2026-04-30' }
const received = { of: 'congress-opinion', state: 'received', values: { text: given.text } }
const assigned = does(supervisor, 'assign', '2026-03-04', work)
const done = does(officer, 'do', '2026-04-20', {
  done: '四月二十日综合窗口启用',
  proof: '窗口照片、取号数据',
})

/** What is to be done about an opinion, by whom and until when; somebody else sees that it was done. */
export const congressTask = institution({
  code: 'congress-task',
  title: said('人大意见任务', 'Tasks of congress opinions'),
  purpose: said(
    '人大意见分解的任务：单位、内容、日期，完成由他人核实。',
    'Tasks of an opinion: unit, what, by when; verified by another.',
  ),
  basis: '',
  answers: ['INSP-20'],
  area: 'inspections',
  fields: [
    entry('congress-opinion', 'opinion', '意见', 'Opinion', { fixed: true }),
    unit('unit', '承办单位', 'Unit', { fixed: true }),
    longText('task', '任务', 'Task'),
    day('dueOn', '完成日期', 'Due on'),
    longText('done', '完成情况', 'What was done'),
    text('proof', '佐证', 'Proof'),
    longText('why', '理由', 'Why'),
  ],
  named: 'task',
  owner: { field: 'unit' },
  states: [
    open('assigned', '办理中', 'under way'),
    open('reported', '待核实', 'to be verified'),
    over('done', '已完成', 'done'),
    over('impossible', '办不到，已说明', 'cannot be done, explained'),
  ],
  steps: [
    step('assign', '分解', 'Assign', {
      to: 'assigned',
      by: ['supervision', 'leader'],
      asks: ['opinion', 'unit', 'task', 'dueOn'],
      demands: [
        demand('ahead', atLeast(field('dueOn'), today), '完成日期须在今天或以后', 'The date lies ahead'),
      ],
    }),
    step('do', '报完成', 'Report done', {
      ...{ from: ['assigned'], to: 'reported', by: [{ field: 'unit' }], asks: ['done', 'proof'] },
    }),
    step('verify', '核实', 'Verify', { from: ['reported'], to: 'done', by: ['supervision'], notOwner: true }),
    step('return', '退回', 'Return', {
      from: ['reported'],
      to: 'assigned',
      by: ['supervision'],
      asks: ['why'],
    }),
    step('give-up', '说明办不到', 'Explain why not', {
      ...{ from: ['assigned', 'reported'], to: 'impossible', by: ['leader'], asks: ['why'] },
    }),
  ],
  clocks: [
    clock('due', '完成', 'Due', { starts: 'assign', stops: ['do', 'give-up'], limit: { until: 'dueOn' } }),
  ],
  flags: [],
  measures: [
    measure('share', 'in-time', '按期完成', 'In time', {
      ...{ of: oneOf(state, ['reported', 'done']), value: not(passed('due')), per: 'unit' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('完成并核实', 'Done and verified', [assigned, done, does(second, 'verify', '2026-04-22')], {
      others: [received],
    }),
    example(
      '日期已过',
      'A date gone by',
      [does(supervisor, 'assign', '2026-03-04', { ...work, dueOn: '2026-03-01' })],
      {
        ...{ others: [received], refused: 'ahead' },
      },
    ),
    example('误期', 'Late', [assigned], { others: [received], seenOn: '2026-05-04', flagged: ['due'] }),
  ],
})
