import { institution, shape, word } from '#engines/registers/index.ts'
import { leader, officer, second, supervisor } from './parts.ts'

const {
  choice,
  clock,
  day,
  demand,
  does,
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
const { all, atLeast, count, differs, equals, fact, field, its, itsState, lengthOf, more, state, today } =
  word

const given = {
  finding: 'F260302-000001',
  unit: 'planning',
  order: '撤下过期公示并补发一次告知单',
  dueOn: '2026-03-20',
}
const facts = { 'finding.unit': 'planning' }
const issued = does(supervisor, 'issue', '2026-03-02', given)
const reply = does(officer, 'reply', '2026-03-16', { reply: '已撤下公示，补发告知单十二份' })
const verification = { how: 'site', verified: '现场查看公示栏，抽问三名办事人' }

/** 督办通知: one finding, one order, one date; the reply stands only when somebody else has seen that it is so. */
export const handlingNotice = institution({
  code: 'handling-notice',
  title: said('督办通知', 'Supervised-handling notices'),
  purpose: said(
    '一个问题一份通知：限期答复，由他人核实，逾期自动升级到领导。',
    'A notice for each finding: a date, verification by somebody else, and the leader when it is overdue.',
  ),
  basis: '政府督查工作条例第十八条',
  answers: ['INSP-14'],
  area: 'inspections',
  fields: [
    text('finding', '问题编号', 'Finding', { fixed: true }),
    unit('unit', '责任单位', 'Unit', { fixed: true }),
    longText('order', '督办要求', 'What is ordered'),
    day('dueOn', '答复日期', 'Reply by'),
    longText('reply', '答复', 'Reply'),
    choice('how', '核实方式', 'How verified', {
      site: ['现场查看', 'on the spot'],
      complainant: ['问办事人', 'asked whoever was concerned'],
      data: ['系统数据', 'data of the platform'],
    }),
    longText('verified', '核实所见', 'What was seen'),
    longText('why', '退回理由', 'Why returned'),
    longText('ruling', '领导处理', "The leader's ruling"),
  ],
  named: 'order',
  owner: { field: 'unit' },
  states: [
    open('issued', '待答复', 'issued'),
    open('replied', '待核实', 'replied'),
    open('escalated', '逾期，已报领导', 'overdue, with the leader'),
    over('closed', '已销号', 'closed'),
  ],
  steps: [
    step('issue', '下发', 'Issue', {
      to: 'issued',
      by: ['supervision'],
      asks: ['finding', 'unit', 'order', 'dueOn'],
      demands: [
        demand(
          'about-a-finding',
          equals(fact('finding.unit', { finding: field('finding') }), field('unit')),
          '督办通知须针对该单位的一个已登记的问题',
          'A notice is about one finding of that unit',
        ),
        demand('in-future', more(field('dueOn'), today), '答复日期须晚于今天', 'The date lies ahead'),
        demand(
          'one-each',
          equals(
            count(
              'handling-notice',
              all(
                equals(its('finding'), field('finding')),
                differs(itsState, 'closed'),
                differs(its('id'), field('id')),
              ),
            ),
            0,
          ),
          '这个问题已有一份未销号的督办通知',
          'There is an open notice about this finding already',
        ),
      ],
    }),
    step('reply', '答复', 'Reply', {
      from: ['issued', 'escalated'],
      to: 'replied',
      by: [{ field: 'unit' }],
      asks: ['reply'],
    }),
    step('verify', '核实销号', 'Verify and close', {
      from: ['replied'],
      to: 'closed',
      by: ['supervision'],
      notBy: ['issue', 'reply'],
      notOwner: true,
      asks: ['how', 'verified'],
      demands: [
        demand(
          'seen',
          atLeast(lengthOf(field('verified')), 10),
          '写明核实时看到了什么（不少于 10 个字）；只凭答复不能销号',
          'Say what you saw, in ten characters at least; a reply alone closes nothing',
        ),
      ],
    }),
    step('return', '退回', 'Return', {
      ...{ from: ['replied'], to: 'issued', by: ['supervision'], asks: ['why', 'dueOn'] },
    }),
    step('rule', '领导处理', 'Rule', {
      ...{ from: ['escalated'], to: 'issued', by: ['leader'], asks: ['ruling', 'dueOn'] },
    }),
  ],
  clocks: [
    clock('due', '答复', 'Reply', {
      ...{ starts: 'issue', stops: ['reply'], limit: { until: 'dueOn' }, leadsTo: 'escalated' },
    }),
    clock('again', '再次答复', 'Reply again', {
      ...{ starts: 'return', stops: ['reply'], limit: { until: 'dueOn' }, leadsTo: 'escalated' },
    }),
    clock('ruled', '领导限期', "The leader's date", {
      ...{ starts: 'rule', stops: ['reply'], limit: { until: 'dueOn' }, leadsTo: 'escalated' },
    }),
    clock('verifying', '核实', 'Verification', {
      ...{ starts: 'reply', stops: ['verify', 'return'], limit: '5W' },
    }),
  ],
  flags: [
    flag(
      'escalated',
      'red',
      equals(state, 'escalated'),
      '逾期未答复，待领导处理',
      'Overdue: waits for the leader',
    ),
  ],
  measures: [
    measure('share', 'in-time', '按期答复率', 'Replied in time', {
      ...{ of: true, value: { not: { passed: 'due' } }, per: 'unit' },
    }),
    measure('share', 'verified', '经核实销号', 'Verified and closed', {
      ...{ of: true, value: equals(state, 'closed'), per: 'unit' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '答复、他人核实、销号',
      'Replied and verified by another',
      [issued, reply, does(second, 'verify', '2026-03-18', verification)],
      { facts },
    ),
    example('没有这个问题', 'No such finding', [issued], { refused: 'about-a-finding' }),
    example(
      '限期在今天以前',
      'A date gone by',
      [does(supervisor, 'issue', '2026-03-02', { ...given, dueOn: '2026-03-01' })],
      { facts, refused: 'in-future' },
    ),
    example('同一问题再发一份', 'Twice about one finding', [issued], {
      ...{ facts, others: [{ state: 'issued', values: { finding: given.finding } }], refused: 'one-each' },
    }),
    example(
      '下发的人自己核实',
      'Verified by whoever issued it',
      [issued, reply, does(supervisor, 'verify', '2026-03-18', verification)],
      { facts, refused: 'register.checks-himself' },
    ),
    example(
      '只凭答复销号',
      'Closed on the reply alone',
      [issued, reply, does(second, 'verify', '2026-03-18', { how: 'data', verified: '属实' })],
      { facts, refused: 'seen' },
    ),
    example('逾期，报领导', 'Overdue, with the leader', [issued], {
      ...{ facts, seenOn: '2026-03-22', flagged: ['due', 'escalated'] },
    }),
    example(
      '领导再定日期后销号',
      'Ruled and then closed',
      [
        issued,
        does(leader, 'rule', '2026-03-23', { ruling: '主要负责人到场说明', dueOn: '2026-03-30' }),
        does(officer, 'reply', '2026-03-26', { reply: '已办结' }),
        does(second, 'verify', '2026-03-27', verification),
      ],
      { facts, flagged: ['due'] },
    ),
  ],
})
