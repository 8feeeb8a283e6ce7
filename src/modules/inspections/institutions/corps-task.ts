import { institution, shape, word } from '#engines/registers/index.ts'
import { independent, serving, servesNow, tied } from './corps-rules.ts'
import { supervisor } from './parts.ts'

const { account, clock, day, demand, does, entry, example, measure } = shape
const { open, over, said, step, text, unit } = shape
const { equals, field } = word
const { state } = word

const task = { who: 'observer', unit: 'planning', theme: '查看窗口是否一次告知', dueOn: '2026-03-31' }
const assigned = does(supervisor, 'assign', '2026-03-02', task)
const named = { by: 'observer', as: { field: 'who' } } as const

/** 监督任务: what a supervisor is asked to look at, and by when. */
export const corpsTask = institution({
  code: 'corps-task',
  title: said('监督员任务', 'Tasks of supervisors'),
  purpose: said(
    '交给监督员的察看任务和到期日，以报告完成。',
    'What a supervisor is asked to look at; done by a report.',
  ),
  basis: '',
  answers: ['INSP-12'],
  area: 'inspections',
  fields: [
    account('who', '监督员', 'Supervisor', { fixed: true }),
    unit('unit', '察看单位', 'Unit'),
    text('theme', '察看内容', 'What to look at'),
    day('dueOn', '完成日期', 'Due on'),
    entry('corps-report', 'report', '报告', 'Report'),
    text('why', '取消理由', 'Why dropped'),
  ],
  named: 'theme',
  owner: 'opener',
  states: [
    open('assigned', '待察看', 'assigned'),
    over('done', '已报告', 'done'),
    over('dropped', '已取消', 'dropped'),
  ],
  steps: [
    step('assign', '交办', 'Assign', {
      to: 'assigned',
      by: ['supervision'],
      asks: ['who', 'unit', 'theme', 'dueOn'],
      demands: [
        demand(
          'serves',
          servesNow(field('who')),
          '该人不是在聘的监督员',
          'That is no supervisor in his term',
        ),
        independent(field('who')),
      ],
    }),
    step('finish', '以报告完成', 'Finish with a report', {
      ...{ from: ['assigned'], to: 'done', by: [{ field: 'who' }], asks: ['report'] },
    }),
    step('drop', '取消', 'Drop', { from: ['assigned'], to: 'dropped', by: ['supervision'], asks: ['why'] }),
  ],
  clocks: [
    clock('due', '完成', 'Due', { starts: 'assign', stops: ['finish', 'drop'], limit: { until: 'dueOn' } }),
  ],
  flags: [],
  measures: [
    measure('share', 'in-time', '按期完成', 'In time', {
      ...{ of: equals(state, 'done'), value: { not: { passed: 'due' } } },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own', sealed: ['assigned', 'dropped'] },
  examples: [
    example(
      '交办并报告',
      'Assigned and reported',
      [assigned, does(named, 'finish', '2026-03-20', { report: '2026-0001' })],
      { others: [serving] },
    ),
    example('不在聘期', 'Not in his term', [assigned], { refused: 'serves' }),
    example('监督自己依附的单位', 'A unit that he depends on', [assigned], {
      ...{ others: [tied], refused: 'independent' },
    }),
    example('到期没有报告', 'Late', [assigned], {
      others: [serving],
      seenOn: '2026-04-02',
      flagged: ['due'],
    }),
  ],
})
