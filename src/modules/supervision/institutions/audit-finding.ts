import { institution, shape, word } from '#engines/registers/index.ts'
import { officer, second, severity, supervisor } from './parts.ts'

const { clock, day, demand, does, entry, example, flag, longText, measure, money, open, over, said } = shape
const { step, text, unit } = shape
const { all, atLeast, count, differs, equals, field, filled, its, lengthOf, not, passed } = word
const { product, state, sum, total } = word

const given = {
  ...{
    report: 'other-1',
    unit: 'planning',
    auditor: 'audit-office',
    text: '截留应上缴的图纸审查费',
    amount: 1200000,
  },
  ...{ dueOn: '2026-05-31', severity: 'grave' },
}
const enter = does(supervisor, 'enter', '2026-03-03', given)
const aReport = {
  of: 'audit-report',
  state: 'open',
  values: { number: '县审〔2026〕7号', auditor: 'audit-office' },
}
const mend = (returned: number) =>
  does(officer, 'report', '2026-05-10', {
    returned,
    proof: '国库回单〔2026〕118号',
    mended: '停止收取并全额上缴',
  })

/** One audit finding: an amount, a unit and a date; it is not closed before the money is back. */
export const auditFinding = institution({
  code: 'audit-finding',
  title: said('审计发现问题', 'Audit findings'),
  purpose: said(
    '逐个登记金额、单位、整改日期，审计和监察同看进度；钱没退回不能销号。',
    'Amount, unit and date of each; audit and supervision see how it stands, and it closes only with the money back.',
  ),
  basis: '审计法第五十二条',
  answers: ['ESUP-18'],
  area: 'supervision',
  fields: [
    entry('audit-report', 'report', '审计报告', 'Report', { fixed: true }),
    unit('unit', '责任单位', 'Unit', { fixed: true }),
    unit('auditor', '审计机关', 'Audit office', { fixed: true }),
    longText('text', '问题原文', 'The finding', { fixed: true }),
    money('amount', '涉及金额', 'Amount', { fixed: true }),
    day('dueOn', '整改日期', 'Due on'),
    severity,
    money('returned', '已退回（上缴）金额', 'Returned'),
    text('proof', '凭据', 'Proof'),
    longText('mended', '整改情况', 'How it was mended'),
    longText('seen', '核实情况', 'What was seen'),
    longText('why', '退回理由', 'Why returned'),
  ],
  named: 'text',
  owner: { field: 'unit' },
  states: [
    open('entered', '整改中', 'open'),
    open('reported', '待核实', 'to be verified'),
    over('closed', '已销号', 'closed'),
  ],
  steps: [
    step('enter', '登记', 'Enter', {
      to: 'entered',
      by: ['supervision', { field: 'auditor' }],
      asks: ['report', 'unit', 'auditor', 'text', 'amount', 'dueOn', 'severity'],
      demands: [
        demand(
          'auditor-of-report',
          atLeast(
            count(
              'audit-report',
              all(equals(its('id'), field('report')), equals(its('auditor'), field('auditor'))),
            ),
            1,
          ),
          '审计机关须与报告一致',
          'The audit office is that of the report',
        ),
      ],
    }),
    step('report', '报整改', 'Report', {
      ...{
        from: ['entered'],
        to: 'reported',
        by: [{ field: 'unit' }],
        asks: ['mended', 'returned', 'proof?'],
      },
    }),
    step('close', '核实销号', 'Verify and close', {
      from: ['reported'],
      to: 'closed',
      by: ['supervision', { field: 'auditor' }],
      notBy: ['report'],
      notOwner: true,
      asks: ['seen'],
      demands: [
        demand(
          'money-back',
          atLeast(field('returned'), field('amount')),
          '钱没有全部退回或上缴，不能销号',
          'The money is not all back: it is not closed',
        ),
        demand(
          'proven',
          {
            any: [
              equals(field('amount'), 0),
              all(filled(field('proof')), atLeast(lengthOf(field('seen')), 5)),
            ],
          },
          '写明退款凭据和核实情况',
          'Say by which receipt the money came back and what was seen',
        ),
      ],
    }),
    step('return', '退回', 'Return', {
      ...{ from: ['reported'], to: 'entered', by: ['supervision', { field: 'auditor' }], asks: ['why'] },
    }),
  ],
  clocks: [clock('due', '整改', 'Due', { starts: 'enter', stops: ['close'], limit: { until: 'dueOn' } })],
  flags: [
    flag(
      'money-outstanding',
      'yellow',
      all(passed('due'), differs(state, 'closed'), not(atLeast(field('returned'), field('amount')))),
      '到期而钱没有全部退回',
      'Due, and the money is not all back',
    ),
  ],
  measures: [
    measure('sum', 'amount', '涉及金额', 'Amount', { of: true, value: field('amount'), per: 'unit' }),
    measure('sum', 'outstanding', '尚未退回', 'Still outstanding', {
      of: differs(state, 'closed'),
      value: sum(
        field('amount'),
        product(-1, total('audit-finding', its('returned'), equals(its('id'), field('id')))),
      ),
      per: 'unit',
    }),
  ],
  notices: [],
  findings: [
    {
      ...{ on: 'enter', source: 'audit', conduct: 'auditIrregularity', severity: { field: 'severity' } },
      ...{ unit: 'unit', fact: 'text' },
    },
  ],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '全额上缴后销号',
      'Closed with the money back',
      [enter, mend(1200000), does(second, 'close', '2026-05-12', { seen: '国库回单已核对' })],
      { others: [aReport] },
    ),
    example(
      '只退了一半',
      'Half of it back',
      [enter, mend(600000), does(second, 'close', '2026-05-12', { seen: '国库回单已核对' })],
      { others: [aReport], refused: 'money-back' },
    ),
    example(
      '没有凭据',
      'Without proof',
      [
        enter,
        does(officer, 'report', '2026-05-10', { returned: 1200000, mended: '已上缴' }),
        does(second, 'close', '2026-05-12', { seen: '国库回单已核对' }),
      ],
      { others: [aReport], refused: 'proven' },
    ),
    example('别的审计机关', "Another office's", [enter], { refused: 'auditor-of-report' }),
    example('到期没退回', 'Due and outstanding', [enter], {
      ...{ others: [aReport], seenOn: '2026-06-02', flagged: ['due', 'money-outstanding'] },
    }),
  ],
})
