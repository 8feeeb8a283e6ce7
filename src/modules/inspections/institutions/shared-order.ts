import { institution, shape, word } from '#engines/registers/index.ts'
import { leader, officer, second, supervisor } from './parts.ts'

const { clock, day, demand, does, example, flag, longText, measure, open, over, said, step, text, unit } =
  shape
const {
  all,
  any,
  atLeast,
  count,
  differs,
  equals,
  field,
  its,
  itsState,
  lengthOf,
  likeness,
  not,
  passed,
  state,
} = word

/** † Matters called as alike as this are one matter. */
const SAME_MATTER = 0.6

const given = {
  ...{ from: 'party-office', shares: 'government-office', unit: 'planning', matter: '综合窗口改造' },
  ...{ order: '按时完成综合窗口改造并报送情况', dueOn: '2026-04-30' },
}
const issued = does(leader, 'issue', '2026-03-02', given)
const other = (more: object) => ({
  state: 'issued',
  values: { ...given, from: 'government-office', ...more },
})

/** 两办督查室: orders and results of two offices side by side; two dates on one matter are shown to both. */
export const sharedOrder = institution({
  code: 'shared-order',
  title: said('两办督查事项', 'Orders of the two general offices'),
  purpose: said(
    '党委、政府两个督查室的交办和结果共享；同一事项两个日期，双方都看得见。',
    'Orders and results are shared between both offices; two dates on one matter are shown to both.',
  ),
  basis: '',
  answers: ['INSP-22'],
  area: 'inspections',
  fields: [
    unit('from', '交办机关', 'Ordered by', { fixed: true }),
    unit('shares', '共享机关', 'Shared with'),
    unit('unit', '承办单位', 'Unit', { fixed: true }),
    text('matter', '事项', 'Matter'),
    longText('order', '交办要求', 'Order'),
    day('dueOn', '办结日期', 'Due on'),
    longText('result', '办理结果', 'Result'),
    longText('seen', '核实情况', 'What was seen'),
    longText('agreed', '协商结果', 'What was agreed'),
  ],
  named: 'matter',
  owner: { field: 'unit' },
  states: [
    open('issued', '办理中', 'under way'),
    open('reported', '待核实', 'to be verified'),
    over('closed', '已办结', 'closed'),
  ],
  steps: [
    step('issue', '交办', 'Issue', {
      to: 'issued',
      by: ['leader', 'supervision', { field: 'from' }],
      asks: ['from', 'shares', 'unit', 'matter', 'order', 'dueOn'],
      demands: [
        demand(
          'two-bodies',
          differs(field('from'), field('shares')),
          '共享机关须是另一个机关',
          'Share it with the other body',
        ),
      ],
    }),
    step('agree', '协商日期', 'Agree on a date', {
      from: ['issued'],
      to: 'issued',
      by: ['leader', 'supervision', { field: 'from' }],
      asks: ['dueOn', 'agreed'],
      demands: [
        demand(
          'says-what',
          atLeast(lengthOf(field('agreed')), 4),
          '写明与谁怎样商定',
          'Say what was agreed, and with whom',
        ),
      ],
    }),
    step('report', '报结果', 'Report', {
      ...{ from: ['issued'], to: 'reported', by: [{ field: 'unit' }], asks: ['result'] },
    }),
    step('close', '核实办结', 'Verify and close', {
      ...{
        from: ['reported'],
        to: 'closed',
        by: ['supervision', 'leader', { field: 'from' }],
        notBy: ['report'],
      },
      ...{ notOwner: true, asks: ['seen'] },
    }),
  ],
  clocks: [
    clock('due', '办结', 'Due', { starts: 'issue', stops: ['agree', 'report'], limit: { until: 'dueOn' } }),
    clock('agreed', '商定日期', 'Agreed date', {
      starts: 'agree',
      stops: ['report'],
      limit: { until: 'dueOn' },
    }),
  ],
  flags: [
    flag(
      'two-dates',
      'red',
      all(
        differs(state, 'closed'),
        atLeast(
          count(
            'shared-order',
            all(
              differs(its('id'), field('id')),
              differs(itsState, 'closed'),
              equals(its('unit'), field('unit')),
              differs(its('dueOn'), field('dueOn')),
              any(
                equals(its('matter'), field('matter')),
                atLeast(likeness(its('matter'), field('matter')), SAME_MATTER),
              ),
            ),
          ),
          1,
        ),
      ),
      '同一事项另有交办，日期不同',
      'Another order on the same matter has another date',
    ),
  ],
  measures: [
    measure('share', 'in-time', '按期办结', 'In time', {
      ...{ of: differs(state, 'issued'), value: not(passed('due')), per: 'from' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('交办、报结果、核实', 'Ordered, reported, verified', [
      issued,
      does(officer, 'report', '2026-04-20', { result: '四月二十日启用' }),
      does(second, 'close', '2026-04-22', { seen: '现场查看三个窗口均已启用' }),
    ]),
    example('同一事项两个日期', 'Two dates', [issued], {
      ...{ others: [other({ dueOn: '2026-04-10' })], flagged: ['two-dates'] },
    }),
    example(
      '商定同一日期',
      'One date agreed',
      [issued, does(supervisor, 'agree', '2026-03-05', { dueOn: '2026-04-10', agreed: '两办商定四月十日' })],
      { others: [other({ dueOn: '2026-04-10' })] },
    ),
    example(
      '没说怎样商定',
      'Agreed with nobody',
      [issued, does(supervisor, 'agree', '2026-03-05', { dueOn: '2026-04-10', agreed: '好' })],
      { refused: 'says-what' },
    ),
    example(
      '只交给自己',
      'Shared with itself',
      [does(leader, 'issue', '2026-03-02', { ...given, shares: 'party-office' })],
      { refused: 'two-bodies' },
    ),
    example('误期', 'Late', [issued], { seenOn: '2026-05-04', flagged: ['due'] }),
  ],
})
