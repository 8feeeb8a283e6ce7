import { institution, shape, word } from '#engines/registers/index.ts'

const { choice, clock, demand, does, example, flag, longText, measure, open, over, said, step, text, unit } =
  shape
const { all, any, dayOf, days, differs, equals, field, filled, more, passed, state, today } = word

const sender = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const receiver = { by: 'auditor', as: { field: 'receiver' }, unit: 'audit' } as const
const given = {
  ...{
    way: 'transferred',
    kind: 'clue',
    number: '监转〔2026〕3号',
    sender: 'supervision',
    receiver: 'audit',
  },
  what: '收费收入未上缴财政的线索',
}
const sent = does(sender, 'send', '2026-03-02', given)
const received = does(receiver, 'receive', '2026-03-03')
/** † Days after which a clue that was received and of which nothing is heard counts as vanished; an office publishes its own. */
const VANISHED = 60

/** 抄送和移送: what supervision, audit and personnel send each other, signed for, with what became of it back to the sender. */
export const copyTransfer = institution({
  code: 'copy-transfer',
  title: said('抄送移送登记', 'Copies and transfers'),
  purpose: said(
    '监督发现、审计报告、行政处理决定的抄送和移送：谁送谁、何时送、何时签收、结果反馈，移送线索不能没有下文。',
    'Supervision findings, audit reports and disposition decisions that are sent on: by whom, to whom, signed for when, and what came of it.',
  ),
  basis: '建立各有关单位部门监督、审计报告、行政处理决定抄送和移送的处理制度',
  answers: ['ESUP-17'],
  area: 'supervision',
  fields: [
    choice('way', '方式', 'Way', {
      copied: ['抄送（知悉）', 'copied, for information'],
      transferred: ['移送（处理）', 'transferred, to be handled'],
    }),
    choice(
      'kind',
      '内容',
      'What',
      {
        finding: ['监督发现', 'supervision finding'],
        audit: ['审计报告', 'audit report'],
        disposition: ['行政处理决定', 'disposition decision'],
        clue: ['问题线索', 'clue'],
      },
      { fixed: true },
    ),
    text('number', '文号', 'Number of the paper', { fixed: true }),
    unit('sender', '发送单位', 'Sender', { fixed: true }),
    unit('receiver', '接收单位', 'Receiver', { fixed: true }),
    longText('what', '内容摘要', 'In short', { fixed: true }),
    text('finding', '关联的问题编号', 'Number of the finding'),
    longText('reason', '退回理由', 'Why it is sent back'),
    choice('result', '处理结果', 'Result', {
      opened: ['立案或启动调查', 'a case was opened'],
      rectified: ['责令整改', 'rectification ordered'],
      sanctioned: ['作出处理决定', 'a measure was decided'],
      recovered: ['追缴资金', 'money recovered'],
      nothing: ['不予处理', 'nothing follows'],
    }),
    longText('outcome', '处理情况', 'What was done'),
    text('document', '结果文书', 'Paper of the result'),
    longText('remark', '发送单位意见', "The sender's remark"),
  ],
  named: 'number',
  owner: { field: 'sender' },
  states: [
    open('sent', '待签收', 'not yet signed for'),
    open('received', '办理中', 'being handled'),
    open('answered', '结果待确认', 'result to be confirmed'),
    over('noted', '已知悉', 'noted'),
    over('closed', '已办结', 'closed'),
    over('sentBack', '已退回', 'sent back'),
  ],
  steps: [
    step('send', '送出', 'Send', {
      to: 'sent',
      by: ['supervision', 'anyHead'],
      asks: ['way', 'kind', 'number', 'sender', 'receiver', 'what', 'finding?'],
      demands: [
        demand(
          'another-body',
          differs(field('sender'), field('receiver')),
          '发送和接收不能是同一单位',
          'Sender and receiver are two bodies',
        ),
      ],
    }),
    step('note', '签收（知悉）', 'Sign for the copy', {
      from: ['sent'],
      to: 'noted',
      by: [{ field: 'receiver' }],
      demands: [
        demand(
          'a-copy',
          equals(field('way'), 'copied'),
          '移送件须签收办理，不能只作知悉',
          'What was transferred is to be handled; noting it is not enough',
        ),
      ],
    }),
    step('receive', '签收办理', 'Sign for it and handle it', {
      from: ['sent'],
      to: 'received',
      by: [{ field: 'receiver' }],
    }),
    step('send-back', '不属本单位，退回', 'Send it back', {
      from: ['sent'],
      to: 'sentBack',
      by: [{ field: 'receiver' }],
      asks: ['reason'],
    }),
    step('answer', '反馈结果', 'Give the result back', {
      from: ['received', 'answered'],
      to: 'answered',
      by: [{ field: 'receiver' }],
      asks: ['result', 'outcome', 'document?'],
      demands: [
        demand(
          'on-paper',
          any(equals(field('result'), 'nothing'), filled(field('document'))),
          '请写明结果文书的文号；没有文书的，结果只能是“不予处理”并说明理由',
          'Name the paper of the result; without one the only result is that nothing follows, with its reasons',
        ),
      ],
    }),
    step('confirm', '确认结果', 'Confirm the result', {
      from: ['answered'],
      to: 'closed',
      by: [{ field: 'sender' }, 'supervision'],
      notBy: ['answer'],
      asks: ['remark?'],
    }),
    step('object', '对结果有异议', 'Object to the result', {
      from: ['answered'],
      to: 'received',
      by: [{ field: 'sender' }, 'supervision'],
      notBy: ['answer'],
      asks: ['remark'],
    }),
  ],
  clocks: [
    clock('receipt', '签收', 'Receipt', {
      ...{ starts: 'send', stops: ['note', 'receive', 'send-back'], limit: '3W' },
    }),
    clock('result', '反馈结果', 'Result back', { starts: 'receive', stops: ['answer'], limit: '30W' }),
  ],
  flags: [
    flag(
      'vanished',
      'red',
      all(equals(state, 'received'), more(days(dayOf('receive'), today), VANISHED)),
      `签收后${VANISHED}天没有下文`,
      `Nothing was heard for ${VANISHED} days after it was signed for`,
    ),
    flag(
      'never-signed-for',
      'red',
      all(equals(state, 'sent'), passed('receipt')),
      '送出后一直没有签收',
      'Sent and never signed for',
    ),
    flag(
      'nothing-follows',
      'yellow',
      all(equals(field('kind'), 'clue'), equals(field('result'), 'nothing')),
      '移送的线索不了了之',
      'A clue that was transferred came to nothing',
    ),
  ],
  measures: [
    measure('share', 'answered', '有结果的比例', 'Share with a result', {
      of: equals(field('way'), 'transferred'),
      value: any(equals(state, 'answered'), equals(state, 'closed')),
      per: 'receiver',
    }),
    measure('median', 'days', '签收到反馈（天）', 'Days from receipt to result', {
      of: equals(state, 'closed'),
      value: days(dayOf('receive'), dayOf('answer')),
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('移送、签收、反馈、确认', 'Sent, signed for, answered, confirmed', [
      ...[sent, received],
      does(receiver, 'answer', '2026-03-20', {
        ...{ result: 'recovered', outcome: '追缴36万元', document: '审决〔2026〕8号' },
      }),
      does(sender, 'confirm', '2026-03-23'),
    ]),
    example(
      '送给自己',
      'Sent to oneself',
      [does(sender, 'send', '2026-03-02', { ...given, receiver: 'supervision' })],
      {
        refused: 'another-body',
      },
    ),
    example('没人签收', 'Nobody signed for it', [sent], {
      seenOn: '2026-03-10',
      flagged: ['receipt', 'never-signed-for'],
    }),
    example('移送件只作知悉', 'A transfer merely noted', [sent, does(receiver, 'note', '2026-03-03')], {
      refused: 'a-copy',
    }),
    example('抄送知悉', 'A copy noted', [
      does(sender, 'send', '2026-03-02', { ...given, way: 'copied' }),
      does(receiver, 'note', '2026-03-03'),
    ]),
    example('线索没有下文', 'A clue that vanished', [sent, received], {
      seenOn: '2026-05-20',
      flagged: ['result', 'vanished'],
    }),
    example(
      '没有文书的结果',
      'A result without paper',
      [sent, received, does(receiver, 'answer', '2026-03-10', { result: 'sanctioned', outcome: '已谈话' })],
      { refused: 'on-paper' },
    ),
    example(
      '线索不了了之',
      'Nothing follows',
      [sent, received, does(receiver, 'answer', '2026-03-10', { result: 'nothing', outcome: '查无实据' })],
      { flagged: ['nothing-follows'] },
    ),
  ],
})
