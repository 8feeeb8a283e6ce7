import { type Expression, institution, shape, word } from '#engines/registers/index.ts'
import { officer, supervisor } from './parts.ts'

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
const { all, atLeast, count, days, differs, equals, field, its, itsState, lengthOf, more } = word
const { state, today } = word

/** † A visit of which nothing was entered for so long was a ceremony. */
const UNSPLIT_DAYS = 7

const visit = { visit: '县政协视察政务服务', on: '2026-03-10', place: '政务服务中心', suggestions: 3 }
const suggested = (...more: Expression[]) =>
  count('cppcc-suggestion', all(equals(its('visit'), field('id')), ...more))
const aSuggestion = { of: 'cppcc-suggestion', state: 'answered', values: { visit: 'example' } }

/** 政协视察: a visit counts by what was suggested and what became of it. */
export const cppccVisit = institution({
  code: 'cppcc-visit',
  title: said('政协视察', 'CPPCC visits'),
  purpose: said(
    '视察后逐条登记建议并按期答复；只有过程没有建议的看得见。',
    'Every suggestion of a visit is entered and answered; a visit that was only a ceremony shows.',
  ),
  basis: '',
  answers: ['INSP-21'],
  area: 'inspections',
  fields: [
    text('visit', '视察', 'Visit', { fixed: true }),
    day('on', '日期', 'On', { fixed: true }),
    text('place', '地点', 'Place'),
    longText('summary', '小结', 'Summary'),
  ],
  named: 'visit',
  owner: 'opener',
  states: [open('logged', '办理建议中', 'suggestions under way'), over('closed', '已小结', 'closed')],
  steps: [
    step('log', '登记', 'Log', {
      to: 'logged',
      by: ['supervision', 'leader'],
      asks: ['visit', 'on', 'place'],
    }),
    step('close', '小结', 'Close', {
      from: ['logged'],
      to: 'closed',
      by: ['supervision', 'leader'],
      asks: ['summary'],
      demands: [
        demand(
          'has-suggestions',
          atLeast(suggested(), 1),
          '没有登记一条建议，视察不能当作仪式小结',
          'Not one suggestion was entered: a visit is no ceremony',
        ),
        demand(
          'all-answered',
          equals(suggested(differs(itsState, 'answered')), 0),
          '还有建议没有答复',
          'Some suggestions are unanswered',
        ),
      ],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'ceremony',
      'yellow',
      all(more(days(field('on'), today), UNSPLIT_DAYS), equals(suggested(), 0)),
      `视察后${UNSPLIT_DAYS}天没有登记一条建议`,
      `Not one suggestion ${UNSPLIT_DAYS} days after the visit`,
    ),
  ],
  measures: [],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example(
      '建议都已答复',
      'All answered',
      [
        does(supervisor, 'log', '2026-03-10', { visit: visit.visit, on: visit.on, place: visit.place }),
        does(supervisor, 'close', '2026-03-30', { summary: '三条建议采纳两条' }),
      ],
      { others: [aSuggestion] },
    ),
    example(
      '一条建议也没有',
      'A ceremony',
      [
        does(supervisor, 'log', '2026-03-10', { visit: visit.visit, on: visit.on, place: visit.place }),
        does(supervisor, 'close', '2026-03-30', { summary: '视察圆满' }),
      ],
      { refused: 'has-suggestions' },
    ),
    example(
      '还有没答复的',
      'One unanswered',
      [
        does(supervisor, 'log', '2026-03-10', { visit: visit.visit, on: visit.on, place: visit.place }),
        does(supervisor, 'close', '2026-03-30', { summary: '进行中' }),
      ],
      { others: [{ ...aSuggestion, state: 'raised' }], refused: 'all-answered' },
    ),
    example(
      '十天没有建议',
      'Ten days without one',
      [does(supervisor, 'log', '2026-03-10', { visit: visit.visit, on: visit.on, place: visit.place })],
      { seenOn: '2026-03-20', flagged: ['ceremony'] },
    ),
  ],
})

const raised = does(supervisor, 'raise', '2026-03-11', {
  ...{ visit: 'other-1', text: '大厅设老年人专窗', unit: 'planning', replyBy: '2026-04-10' },
})
const aVisit = { of: 'cppcc-visit', state: 'logged', values: { visit: visit.visit } }
const { choice } = shape
const adopted = {
  outcome: 'adopted',
  reason: '老年人占办事人三成，专窗可缩短等候',
  measure: '三月底前设专窗',
  by: '2026-03-31',
}

/** One suggestion: adopted with what follows, or not and why; the CPPCC is told by a date. */
export const cppccSuggestion = institution({
  code: 'cppcc-suggestion',
  title: said('政协建议', 'CPPCC suggestions'),
  purpose: said(
    '逐条答复采纳与否和理由，采纳的写明措施和日期。',
    'Each is answered adopted or not, with reason; what is adopted has a measure and a date.',
  ),
  basis: '',
  answers: ['INSP-21'],
  area: 'inspections',
  fields: [
    entry('cppcc-visit', 'visit', '视察', 'Visit', { fixed: true }),
    longText('text', '建议原文', 'The suggestion', { fixed: true }),
    unit('unit', '承办单位', 'Unit'),
    day('replyBy', '答复日期', 'Reply by'),
    choice('outcome', '是否采纳', 'Adopted', {
      adopted: ['采纳', 'adopted'],
      notAdopted: ['不采纳', 'not adopted'],
    }),
    longText('reason', '理由', 'Reason'),
    longText('measure', '措施', 'What is done'),
    day('by', '措施完成日期', 'Done by'),
  ],
  named: 'text',
  owner: { field: 'unit' },
  states: [open('raised', '待答复', 'raised'), over('answered', '已答复', 'answered')],
  steps: [
    step('raise', '登记', 'Enter', {
      ...{ to: 'raised', by: ['supervision', 'leader'], asks: ['visit', 'text', 'unit', 'replyBy'] },
    }),
    step('answer', '答复', 'Answer', {
      from: ['raised'],
      to: 'answered',
      by: [{ field: 'unit' }, 'supervision'],
      asks: ['outcome', 'reason', 'measure?', 'by?'],
      demands: [
        demand(
          'with-reason',
          atLeast(lengthOf(field('reason')), 8),
          '采纳与否都写明理由（不少于 8 个字）',
          'Give the reason either way, in eight characters at least',
        ),
        demand(
          'measure-and-date',
          {
            any: [
              equals(field('outcome'), 'notAdopted'),
              all(atLeast(lengthOf(field('measure')), 2), atLeast(field('by'), '2000-01-01')),
            ],
          },
          '采纳的，写明措施和完成日期',
          'What is adopted has a measure and a date',
        ),
      ],
    }),
  ],
  clocks: [
    clock('replying', '答复政协', 'Reply', {
      starts: 'raise',
      stops: ['answer'],
      limit: { until: 'replyBy' },
    }),
  ],
  flags: [],
  measures: [
    measure('share', 'adopted', '采纳率', 'Adopted', {
      ...{ of: equals(state, 'answered'), value: equals(field('outcome'), 'adopted'), per: 'unit' },
    }),
  ],
  notices: [],
  visibility: {
    public: { states: ['answered'], fields: ['text', 'outcome', 'reason', 'measure'] },
    units: 'own',
  },
  examples: [
    example('采纳', 'Adopted', [raised, does(officer, 'answer', '2026-03-20', adopted)], {
      others: [aVisit],
    }),
    example(
      '不采纳，说明理由',
      'Not adopted',
      [
        raised,
        does(officer, 'answer', '2026-03-20', {
          outcome: 'notAdopted',
          reason: '大厅面积不足，改为优先叫号',
        }),
      ],
      { others: [aVisit] },
    ),
    example(
      '没有理由',
      'No reason',
      [raised, does(officer, 'answer', '2026-03-20', { ...adopted, reason: '好' })],
      {
        ...{ others: [aVisit], refused: 'with-reason' },
      },
    ),
    example(
      '采纳而没有措施',
      'Adopted without a measure',
      [raised, does(officer, 'answer', '2026-03-20', { outcome: 'adopted', reason: adopted.reason })],
      { others: [aVisit], refused: 'measure-and-date' },
    ),
    example('误期', 'Late', [raised], { others: [aVisit], seenOn: '2026-04-12', flagged: ['replying'] }),
  ],
})
