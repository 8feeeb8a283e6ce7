import { institution, shape, word } from '#engines/registers/index.ts'

const {
  caseNo,
  choice,
  clock,
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
  unit,
} = shape
const { all, any, atLeast, count, equals, field, filled, its, itsState, passed, state } = word

const officer = { by: 'officer', as: 'unit', unit: 'planning' } as const
const standard = { of: 'service-standard', state: 'inForce', values: { unit: 'planning', breach: 'deduct' } }
const proposal = {
  ...{ standard: 'other-1', kind: 'breach', unit: 'planning', decider: 'government' },
  ...{ facts: '3月5日受理用时两小时', case: '20260305-000001-1', proposal: '扣当月考评5分' },
}
const proposed = does(officer, 'propose', '2026-03-06', proposal)
const decider = { by: 'leader', as: { field: 'decider' }, unit: 'government' } as const

/** 奖惩建议: what follows from a breach or an excellence, with the data behind it, to its decider within the month. */
export const consequenceProposal = institution({
  code: 'consequence-proposal',
  title: said('奖惩建议', 'Proposals to reward or penalise'),
  purpose: said(
    '违反或优于标准的，按奖惩表提出建议，附数据，一个月内送决定人。',
    'From a breach or an excellence to a proposal by the table, with data, to the decider within the month.',
  ),
  basis: '',
  answers: ['CASE-18'],
  area: 'cases',
  fields: [
    entry('service-standard', 'standard', '服务标准', 'Standard', { fixed: true }),
    choice(
      'kind',
      '性质',
      'Kind',
      { breach: ['违反', 'breach'], excellence: ['优于', 'excellence'] },
      { fixed: true },
    ),
    unit('unit', '单位', 'Unit', { fixed: true }),
    unit('decider', '决定单位', 'Decider'),
    caseNo('case', '办件', 'Case'),
    number('figure', '数据（如达标率%）', 'Figure (such as a rate in per cent)'),
    longText('facts', '事实', 'Facts'),
    longText('proposal', '建议', 'Proposal'),
    choice('decision', '决定', 'Decision', { agreed: ['同意', 'agreed'], refused: ['不同意', 'refused'] }),
    longText('why', '理由', 'Why'),
  ],
  named: 'proposal',
  owner: { field: 'unit' },
  states: [
    open('proposed', '已提出', 'proposed'),
    open('sent', '已送决定', 'sent to the decider'),
    over('decided', '已决定', 'decided'),
  ],
  steps: [
    step('propose', '提出', 'Propose', {
      to: 'proposed',
      by: ['unit', { unitKind: 'hall' }, 'supervision'],
      asks: ['standard', 'kind', 'unit', 'decider', 'case?', 'figure?', 'facts', 'proposal'],
      demands: [
        demand(
          'standard-in-force',
          atLeast(
            count('service-standard', all(equals(its('id'), field('standard')), equals(itsState, 'inForce'))),
            1,
          ),
          '须依据施行中的服务标准',
          'It follows from a standard in force',
        ),
        demand(
          'has-data',
          any(filled(field('case')), filled(field('figure'))),
          '没有数据的奖惩不能提出：请附办件编号或数据',
          'No reward or penalty without data: name the case or the figure',
        ),
      ],
    }),
    step('send', '送决定人', 'Send', {
      from: ['proposed'],
      to: 'sent',
      by: ['unit', { unitKind: 'hall' }, 'supervision'],
    }),
    step('decide', '决定', 'Decide', {
      ...{
        from: ['sent'],
        to: 'decided',
        by: [{ field: 'decider' }, 'leader'],
        notBy: ['propose'],
        asks: ['decision', 'why'],
      },
    }),
  ],
  clocks: [
    clock('sending', '当月送决定人', 'To the decider within the month', {
      starts: 'propose',
      stops: ['send'],
      limit: '30D',
    }),
  ],
  flags: [
    flag(
      'nothing-followed',
      'red',
      all(equals(field('kind'), 'breach'), passed('sending'), equals(state, 'proposed')),
      '违反标准，没有后果',
      'A breach, and nothing followed',
    ),
  ],
  measures: [
    measure('share', 'agreed', '建议被采纳', 'Agreed', {
      ...{ of: equals(state, 'decided'), value: equals(field('decision'), 'agreed'), per: 'kind' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '提出、送、决定',
      'Proposed, sent, decided',
      [
        proposed,
        does(officer, 'send', '2026-03-09'),
        does(decider, 'decide', '2026-03-12', { decision: 'agreed', why: '事实清楚' }),
      ],
      { others: [standard] },
    ),
    example('压着不送', 'Kept back', [proposed], {
      others: [standard],
      seenOn: '2026-05-07',
      flagged: ['nothing-followed', 'sending'],
    }),
    example(
      '没有数据的奖励',
      'A reward without data',
      [
        does(officer, 'propose', '2026-03-06', {
          ...proposal,
          kind: 'excellence',
          case: '',
          proposal: '通报表扬',
        }),
      ],
      { others: [standard], refused: 'has-data' },
    ),
    example('没有标准', 'Without a standard', [proposed], { refused: 'standard-in-force' }),
  ],
})
