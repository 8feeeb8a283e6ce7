import { institution, shape, word } from '#engines/registers/index.ts'

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
const {
  all,
  any,
  atLeast,
  dayOf,
  days,
  differs,
  empty,
  equals,
  field,
  filled,
  less,
  likeness,
  more,
  not,
  passed,
} = word
const { oneOf, state, today } = word

const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const addressee = { by: 'head', as: 'head', unit: 'planning' } as const
const given = {
  ...{ addressee: 'planning', number: '监建〔2026〕5号', replyBy: '2026-04-01' },
  facts: '上半年六件规划许可在补正环节超期，均因材料清单与公布不一致',
  asks: '核对并重新公布材料清单，停止索要清单外材料',
}
const issued = does(supervisor, 'issue', '2026-03-02', given)
const accepted = { acceptance: 'accepted', reply: '接受建议，五月底前重新公布清单' }
const replied = does(addressee, 'reply', '2026-03-20', accepted)
const changed = does(addressee, 'report-change', '2026-04-10', {
  ...{ change: '清单由十二项减为八项，已重新公布', proof: '事项版本4' },
})
const verdict = { verdict: '抽查五件，均未再索要清单外材料' }
/** † Days after an acceptance within which something must have changed; an office publishes its own. */
const CHANGED_WITHIN = 60
/** † A reply that repeats so much of the recommendation says nothing of its own. */
const SAME_WORDS = 0.7

/** 纪检监察建议: to whom, what must change, answered by a day, and whether anything changed. */
export const recommendation = institution({
  code: 'supervision-recommendation',
  title: said('纪检监察建议', 'Supervision recommendations'),
  purpose: said(
    '建议书发给谁、要改什么、何时回复、是否采纳、改了没有；口头采纳而没有变化的会显示出来。',
    'To whom, what must change, answered by when, accepted or not, and whether anything changed: "accepted" with no change shows.',
  ),
  basis: '《监察法》：对监察对象所在单位廉政建设和履行职责存在的问题等提出监察建议',
  answers: ['ESUP-20'],
  area: 'supervision',
  fields: [
    unit('addressee', '被建议单位', 'Addressee', { fixed: true }),
    text('number', '建议书文号', 'Number', { fixed: true }),
    longText('facts', '发现的问题', 'What was found', { fixed: true }),
    longText('asks', '建议内容', 'What is recommended', { fixed: true }),
    day('replyBy', '回复期限', 'Reply by', { fixed: true }),
    choice('acceptance', '是否采纳', 'Accepted', {
      accepted: ['采纳', 'accepted'],
      partly: ['部分采纳', 'partly accepted'],
      refused: ['不采纳', 'not accepted'],
    }),
    longText('reply', '回复', 'Reply'),
    longText('change', '作出的改变', 'What was changed'),
    text('proof', '凭据', 'Proof'),
    longText('verdict', '核实情况', 'What the check found'),
    longText('objection', '退回理由', 'Why it is sent back'),
  ],
  named: 'number',
  owner: { field: 'addressee' },
  states: [
    open('issued', '待回复', 'to be answered'),
    open('replied', '已回复，待改变', 'answered, change awaited'),
    open('changed', '已改变，待核实', 'changed, to be checked'),
    over('verified', '已落实', 'carried out'),
    over('refused', '不采纳，理由成立', 'not accepted, for good reasons'),
    over('escalated', '已报上级并追责', 'taken further'),
  ],
  steps: [
    step('issue', '发出', 'Issue', {
      to: 'issued',
      by: ['supervision'],
      notOwner: true,
      asks: ['addressee', 'number', 'facts', 'asks', 'replyBy'],
      demands: [
        demand(
          'in-time',
          less(today, field('replyBy')),
          '回复期限须在今天之后',
          'The day to reply by lies ahead',
        ),
      ],
    }),
    step('reply', '回复', 'Reply', {
      from: ['issued'],
      to: 'replied',
      by: ['head'],
      asks: ['acceptance', 'reply'],
    }),
    step('report-change', '报告改变', 'Report the change', {
      from: ['replied'],
      to: 'changed',
      by: ['unit'],
      asks: ['change', 'proof'],
      demands: [
        demand(
          'accepted-it',
          differs(field('acceptance'), 'refused'),
          '不采纳的建议没有改变可报',
          'What was not accepted brought no change',
        ),
      ],
    }),
    step('verify', '核实落实', 'Check and close', {
      from: ['changed'],
      to: 'verified',
      by: ['supervision'],
      ...{ notBy: ['report-change', 'reply'], notOwner: true, asks: ['verdict'] },
    }),
    step('send-back', '未改变，退回', 'Nothing changed: send it back', {
      from: ['changed', 'replied'],
      to: 'replied',
      by: ['supervision'],
      ...{ notOwner: true, asks: ['objection'] },
    }),
    step('agree', '同意不采纳', 'Agree that it is not accepted', {
      from: ['replied'],
      to: 'refused',
      by: ['supervision'],
      ...{ notOwner: true, asks: ['verdict'] },
      demands: [
        demand(
          'was-refused',
          equals(field('acceptance'), 'refused'),
          '采纳的建议须改变并核实后才能了结',
          'What was accepted ends only with a change that was checked',
        ),
      ],
    }),
    step('escalate', '报上级并追责', 'Take it further', {
      from: ['issued', 'replied'],
      to: 'escalated',
      by: ['supervision', 'leader'],
      ...{ notOwner: true, asks: ['objection'] },
    }),
  ],
  clocks: [
    clock('reply', '回复', 'Reply', {
      starts: 'issue',
      stops: ['reply', 'escalate'],
      limit: { until: 'replyBy' },
    }),
  ],
  flags: [
    flag(
      'ignored',
      'red',
      all(equals(state, 'issued'), passed('reply')),
      '逾期不回复建议',
      'The recommendation was not answered',
    ),
    flag(
      'accepted-without-change',
      'red',
      all(
        equals(state, 'replied'),
        any(equals(field('acceptance'), 'accepted'), equals(field('acceptance'), 'partly')),
        empty(field('change')),
        more(days(dayOf('reply'), today), CHANGED_WITHIN),
      ),
      `口头采纳，${CHANGED_WITHIN}天没有改变`,
      `"Accepted", and nothing changed for ${CHANGED_WITHIN} days`,
    ),
    flag(
      'own-words',
      'yellow',
      all(filled(field('reply')), atLeast(likeness(field('reply'), field('asks')), SAME_WORDS)),
      '回复照抄建议内容',
      'The reply repeats the recommendation',
    ),
  ],
  measures: [
    measure('share', 'carried-out', '落实率', 'Carried out', {
      of: not(oneOf(state, 'refused')),
      value: equals(state, 'verified'),
      per: 'addressee',
    }),
    measure('share', 'answered-in-time', '按期回复率', 'Answered in time', {
      of: true,
      value: not(passed('reply')),
      per: 'addressee',
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('采纳、改变、核实', 'Accepted, changed, checked', [
      ...[issued, replied, changed],
      does(supervisor, 'verify', '2026-04-20', verdict),
    ]),
    example('期限已过的建议书', 'A day that is over', [does(supervisor, 'issue', '2026-04-02', given)], {
      refused: 'in-time',
    }),
    example('不理睬', 'Ignored', [issued], { seenOn: '2026-04-10', flagged: ['reply', 'ignored'] }),
    example('口头采纳，没有改变', 'Accepted and nothing changed', [issued, replied], {
      seenOn: '2026-06-20',
      flagged: ['accepted-without-change'],
    }),
    example(
      '照抄建议作回复',
      'The recommendation given back',
      [issued, does(addressee, 'reply', '2026-03-20', { ...accepted, reply: `${given.asks}。` })],
      { flagged: ['own-words'] },
    ),
    example(
      '采纳了却想不了了之',
      'Accepted, and closed as not accepted',
      [issued, replied, does(supervisor, 'agree', '2026-04-20', verdict)],
      { refused: 'was-refused' },
    ),
    example(
      '不采纳却报改变',
      'Not accepted, and a change reported',
      [
        issued,
        does(addressee, 'reply', '2026-03-20', {
          acceptance: 'refused',
          reply: '清单依据上级文件，不宜调整',
        }),
        does(addressee, 'report-change', '2026-03-25', { change: '已改', proof: '无' }),
      ],
      { refused: 'accepted-it' },
    ),
  ],
})
