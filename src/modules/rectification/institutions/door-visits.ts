import { institution, shape, word } from '#engines/registers/index.ts'

const { choice, clock, day, demand, does, entry, example, flag, longText, measure, open, over, person } =
  shape
const { said, step, text, unit } = shape
const { all, any, atLeast, atMost, count, equals, field, filled, its, itsState, more, share, state, today } =
  word

const office = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const given = { title: '三月走访企业和群众', unit: 'market', until: '2026-03-31' }
const begin = does(office, 'begin', '2026-03-02', given)
const end = does(office, 'end', '2026-03-30')

/** So many of those visited have complained before (†: an office publishes its own share). */
const LEAST = 0.3

const visited = (kind: string, id: string) => ({
  ...{ of: 'door-visit', state: 'visited', step: 'list' },
  values: { round: 'example', kind, roll: id },
})

const ofRound = all(equals(its('round'), field('id')), equals(itsState, 'visited'))
const visits = count('door-visit', ofRound)
const complainants = count('door-visit', all(ofRound, equals(its('kind'), 'complainant')))
const friendly = count('door-visit', all(ofRound, equals(its('kind'), 'supported')))

/** 上门走访: a round of visits, whose list may not leave out those who once complained. */
export const doorVisits = institution({
  code: 'door-visits',
  title: said('上门走访安排', 'Rounds of door-to-door visits'),
  purpose: said(
    '一轮走访要有一定比例的人是投诉过的；只去关系好的企业会提示出来。',
    'A share of those visited must have complained before; a round that sees friendly firms only is noticed.',
  ),
  basis: '',
  answers: ['RECT-03'],
  area: 'rectification',
  fields: [
    text('title', '名称', 'Name'),
    unit('unit', '走访涉及单位', 'Unit that is spoken of'),
    day('until', '截止日期', 'Until'),
  ],
  named: 'title',
  owner: 'opener',
  states: [open('begun', '进行中', 'under way'), over('ended', '已结束', 'ended')],
  steps: [
    step('begin', '安排', 'Begin', {
      to: 'begun',
      by: ['supervision'],
      asks: ['title', 'unit', 'until'],
    }),
    step('end', '结束', 'End', {
      from: ['begun'],
      to: 'ended',
      by: ['supervision'],
      demands: [
        demand('has-visits', atLeast(visits, 1), '还没有登记走访', 'No visit has been entered yet'),
        demand(
          'past-complainants',
          any(equals(visits, 0), atLeast(share(complainants, visits), LEAST)),
          `走访过的人里，投诉过的不足${LEAST * 100}%；请补走访`,
          `Fewer than ${LEAST * 100} % of those visited have complained before; visit more of them`,
        ),
      ],
    }),
  ],
  clocks: [
    clock('ending', '按期走访', 'Done in time', {
      starts: 'begin',
      stops: ['end'],
      limit: { until: 'until' },
    }),
  ],
  flags: [
    flag(
      'friendly-only',
      'yellow',
      all(more(visits, 0), equals(friendly, visits)),
      '走访的全是受扶持的企业',
      'Only firms that are supported were visited',
    ),
  ],
  measures: [
    measure('sum', 'visits', '走访数', 'Visits', { of: true, value: visits, per: 'unit' }),
    measure('mean', 'complainants', '投诉过的占比', 'Share that had complained', {
      ...{ of: more(visits, 0), value: share(complainants, visits), per: 'unit' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example('够比例，结束', 'Enough of them: ended', [begin, end], {
      others: [visited('complainant', '1'), visited('supported', '2'), visited('ordinary', '3')],
    }),
    example('不够比例', 'Too few of them', [begin, end], {
      others: [visited('ordinary', '1'), visited('supported', '2')],
      refused: 'past-complainants',
    }),
    example('一户也没走', 'No visit', [begin, end], { refused: 'has-visits' }),
    example('只去关系好的', 'Friendly firms only', [begin], {
      others: [visited('supported', '1'), visited('supported', '2')],
      flagged: ['friendly-only'],
    }),
    example('过期没走完', 'Not in time', [begin], {
      ...{ others: [visited('complainant', '1')], seenOn: '2026-04-02', flagged: ['ending'] },
    }),
  ],
})

const listed = { round: 'other-1', roll: '企-23', kind: 'complainant', complaint: '12345-2025-0917' }
const round = { of: 'door-visits', state: 'begun', values: { title: '三月走访' } }
const list = does(office, 'list', '2026-03-02', { ...listed, who: '周先生 13800138000' })
const visit = does(office, 'visit', '2026-03-05', {
  ...{ visitedOn: '2026-03-05', opinions: '反映两次补件口径不一', followUpOn: '2026-03-19' },
})

/** 走访记录: whom, when, what was said, and on which day somebody comes back to it. */
export const doorVisit = institution({
  code: 'door-visit',
  title: said('走访记录', 'Door-to-door visits'),
  purpose: said(
    '走访了谁、说了什么、哪天回访；到期没有回访会提示。',
    'Who was visited, what they said and when somebody comes back; a follow-up that is not done shows.',
  ),
  basis: '',
  answers: ['RECT-03'],
  area: 'rectification',
  fields: [
    entry('door-visits', 'round', '走访安排', 'Round', { fixed: true }),
    text('roll', '名单序号', 'Number on the list', { fixed: true }),
    choice('kind', '对象', 'Whom', {
      complainant: ['投诉过的', 'complained before'],
      supported: ['受扶持企业', 'supported firm'],
      ordinary: ['一般群众、企业', 'ordinary resident or firm'],
    }),
    text('complaint', '投诉编号', 'Number of the complaint'),
    person('who', '姓名、电话', 'Name and phone'),
    day('visitedOn', '走访日期', 'Visited on'),
    longText('opinions', '意见', 'What was said'),
    day('followUpOn', '回访日期', 'Follow-up on'),
    longText('followUp', '回访情况', 'What the follow-up found'),
  ],
  named: 'roll',
  owner: 'opener',
  states: [
    open('listed', '待走访', 'listed'),
    open('visited', '已走访', 'visited'),
    over('followed', '已回访', 'followed up'),
  ],
  steps: [
    step('list', '列入名单', 'List', {
      to: 'listed',
      by: ['supervision'],
      asks: ['round', 'roll', 'kind', 'complaint?', 'who?'],
      demands: [
        demand(
          'which-complaint',
          any(equals(filled(field('complaint')), true), equals(equals(field('kind'), 'complainant'), false)),
          '投诉过的请写明投诉编号',
          'For somebody who complained before, give the number of the complaint',
        ),
      ],
    }),
    step('visit', '走访', 'Visit', {
      from: ['listed'],
      to: 'visited',
      by: ['supervision'],
      asks: ['visitedOn', 'opinions', 'followUpOn'],
      demands: [
        demand(
          'happened',
          atMost(field('visitedOn'), today),
          '走访日期不能晚于今天',
          'The visit cannot lie in the future',
        ),
      ],
    }),
    step('follow-up', '回访', 'Follow up', {
      from: ['visited'],
      to: 'followed',
      by: ['supervision'],
      asks: ['followUp'],
    }),
  ],
  clocks: [
    clock('following-up', '回访', 'Follow-up', {
      ...{ starts: 'visit', stops: ['follow-up'], limit: { until: 'followUpOn' } },
    }),
  ],
  flags: [],
  measures: [
    measure('share', 'followed-up', '回访率', 'Followed up', {
      ...{ of: filled(field('visitedOn')), value: equals(state, 'followed') },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '走访、回访',
      'Visited and followed up',
      [list, visit, does(office, 'follow-up', '2026-03-18', { followUp: '口径已统一' })],
      { others: [round] },
    ),
    example('没有回访', 'No follow-up', [list, visit], {
      ...{ others: [round], seenOn: '2026-03-23', flagged: ['following-up'] },
    }),
    example(
      '不写投诉编号',
      'Without its complaint',
      [does(office, 'list', '2026-03-02', { ...listed, complaint: '' })],
      {
        ...{ others: [round], refused: 'which-complaint' },
      },
    ),
    example(
      '还没去就登记',
      'Before it happened',
      [
        list,
        does(office, 'visit', '2026-03-05', {
          visitedOn: '2026-03-06',
          opinions: '好',
          followUpOn: '2026-03-20',
        }),
      ],
      { others: [round], refused: 'happened' },
    ),
  ],
})
