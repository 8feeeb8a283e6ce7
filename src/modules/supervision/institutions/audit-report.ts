import { type Expression, institution, shape, word } from '#engines/registers/index.ts'
import { supervisor } from './parts.ts'

const { day, demand, does, example, flag, longText, number, open, over, said } = shape
const { step, text, unit } = shape
const { all, atLeast, count, differs, equals, field, its, itsState, less, more } = word
const { days, state, today } = word

/** † Findings of a report are entered within so many days. */
const ENTER_DAYS = 5

const paper = { number: '县审〔2026〕7号', auditor: 'audit-office', findings: 2, receivedOn: '2026-03-02' }
const register = does(supervisor, 'register', '2026-03-02', paper)
const entered = (...more: Expression[]) =>
  count('audit-finding', all(equals(its('report'), field('id')), ...more))
const finding = (s: string) => ({ of: 'audit-finding', state: s, values: { report: 'example' } })

/** 审计报告: how many findings it has, so that none is left out. */
export const auditReport = institution({
  code: 'audit-report',
  title: said('审计报告', 'Audit reports'),
  purpose: said(
    '审计报告登记问题数，逐个立为问题，漏登的看得见。',
    'A report with the number of its findings: none is left out.',
  ),
  basis: '审计法第五十二条',
  answers: ['ESUP-18'],
  area: 'supervision',
  fields: [
    text('number', '报告文号', 'Report', { fixed: true }),
    unit('auditor', '审计机关', 'Audit office', { fixed: true }),
    number('findings', '问题数', 'Findings', { fixed: true }),
    day('receivedOn', '收到日期', 'Received on', { fixed: true }),
    longText('summary', '办结情况', 'Outcome'),
  ],
  named: 'number',
  owner: 'opener',
  states: [open('open', '整改中', 'open'), over('closed', '已办结', 'closed')],
  steps: [
    step('register', '登记', 'Register', {
      ...{
        to: 'open',
        by: ['supervision', { field: 'auditor' }],
        asks: ['number', 'auditor', 'findings', 'receivedOn'],
      },
    }),
    step('close', '办结', 'Close', {
      from: ['open'],
      to: 'closed',
      by: ['supervision'],
      asks: ['summary'],
      demands: [
        demand(
          'all-entered',
          atLeast(entered(), field('findings')),
          '报告里的问题还没有全部登记',
          'Not every finding of the report is entered',
        ),
        demand(
          'all-closed',
          equals(entered(differs(itsState, 'closed')), 0),
          '还有问题没有销号',
          'Some are still open',
        ),
      ],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'not-entered',
      'red',
      all(
        equals(state, 'open'),
        more(days(field('receivedOn'), today), ENTER_DAYS),
        less(entered(), field('findings')),
      ),
      '审计发现的问题没有全部登记',
      'Not every audit finding has been entered',
    ),
  ],
  measures: [],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '全部登记并销号',
      'All entered and closed',
      [register, does(supervisor, 'close', '2026-06-30', { summary: '已办结' })],
      {
        others: [finding('closed'), finding('closed')],
      },
    ),
    example('漏登一个', 'One left out', [register], {
      ...{ others: [finding('entered')], seenOn: '2026-03-12', flagged: ['not-entered'] },
    }),
    example(
      '漏登而办结',
      'Closed with one left out',
      [register, does(supervisor, 'close', '2026-03-05', { summary: '已办结' })],
      { others: [finding('closed')], refused: 'all-entered' },
    ),
    example(
      '没销号就办结',
      'Closed too early',
      [register, does(supervisor, 'close', '2026-03-05', { summary: '已办结' })],
      {
        ...{ others: [finding('closed'), finding('entered')], refused: 'all-closed' },
      },
    ),
  ],
})
