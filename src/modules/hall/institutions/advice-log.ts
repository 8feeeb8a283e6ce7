import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choice,
  clock,
  demand,
  does,
  example,
  flag,
  item,
  longText,
  measure,
  number,
  open,
  over,
  person,
  said,
  step,
  unit,
  yesNo,
} = shape
const {
  all,
  atLeast,
  count,
  days,
  differs,
  equals,
  fact,
  field,
  filled,
  its,
  itsDayOf,
  itsState,
  lengthOf,
  less,
  state,
  today,
} = word

const caller = { by: 'resident-1', as: 'resident' } as const
const desk = { by: 'greeter', as: 'anyUnit', unit: 'hall-office' } as const
const officer = { by: 'officer', as: 'unit', unit: 'planning' } as const
const head = { by: 'head', as: 'head', unit: 'planning' } as const
const given = { question: '开小饭馆要几天办好？', item: 'food-business', unit: 'planning', channel: 'phone' }
const answered = { answer: '材料齐全的，八个工作日内办好，不收费。', toldDays: 8, toldFree: true }
const facts = { 'item.committedDays': 8, 'item.free': true }
const asked = does(desk, 'ask', '2026-03-02', given)
/** A question asked so often within so many days belongs into the guide; an office publishes its own. */
const [OFTEN, WITHIN] = [5, 90]

/** 咨询登记: what people ask, what they are told, and whether the guide says the same. */
export const adviceLog = institution({
  code: 'advice-log',
  title: said('咨询登记', 'Advice log'),
  purpose: said(
    '群众问了什么、谁怎么答、何时答；常问的写进办事指南，与指南不一致的看得见。',
    'What people ask, who answers what and when; frequent questions go into the guide, contradictions are seen.',
  ),
  basis: '',
  answers: ['HALL-25'],
  area: 'hall',
  fields: [
    longText('question', '问题', 'Question', { fixed: true }),
    item('item', '事项', 'Item'),
    unit('unit', '解答单位', 'Department that answers'),
    choice('channel', '来源', 'Channel', {
      counter: ['窗口', 'counter'],
      phone: ['电话', 'phone'],
      web: ['网上', 'web'],
    }),
    person('asker', '咨询人', 'Who asks'),
    longText('answer', '答复', 'Answer'),
    number('toldDays', '告知的办理天数', 'Days told'),
    yesNo('toldFree', '告知不收费', 'Told that it is free'),
    longText('guideText', '写入指南的问答', 'Text for the guide'),
  ],
  named: 'question',
  owner: { field: 'unit' },
  states: [
    open('asked', '待答复', 'asked'),
    open('answered', '已答复', 'answered'),
    over('inGuide', '已写入指南', 'in the guide'),
  ],
  steps: [
    step('ask', '登记咨询', 'Log a question', {
      ...{
        to: 'asked',
        by: ['anyUnit', 'resident'],
        asks: ['question', 'item?', 'unit', 'channel', 'asker?'],
      },
    }),
    step('answer', '答复', 'Answer', {
      from: ['asked', 'answered'],
      to: 'answered',
      by: ['unit'],
      asks: ['item?', 'answer', 'toldDays?', 'toldFree?'],
      demands: [
        demand(
          'says-something',
          atLeast(lengthOf(field('answer')), 6),
          '请把答复写完整，“来了再说”不算答复',
          'Write a whole answer: "come and see" is none',
        ),
      ],
    }),
    step('pass-on', '转办', 'Pass on', { from: ['asked'], to: 'asked', by: ['unit'], asks: ['unit'] }),
    step('feed', '写入指南', 'Into the guide', {
      ...{ from: ['answered'], to: 'inGuide', by: ['head'], asks: ['guideText'] },
    }),
  ],
  clocks: [clock('answering', '答复', 'Answer', { starts: 'ask', stops: ['answer'], limit: '3W' })],
  flags: [
    flag(
      'contradicts-guide',
      'red',
      {
        any: [
          all(
            filled(field('toldDays')),
            filled(fact('item.committedDays', { item: field('item') })),
            differs(field('toldDays'), fact('item.committedDays', { item: field('item') })),
          ),
          all(
            filled(field('toldFree')),
            filled(fact('item.free', { item: field('item') })),
            differs(field('toldFree'), fact('item.free', { item: field('item') })),
          ),
        ],
      },
      '答复与办事指南不一致',
      'The answer contradicts the guide',
    ),
    flag(
      'frequent',
      'notice',
      all(
        equals(state, 'answered'),
        atLeast(
          count(
            'advice-log',
            all(
              equals(its('item'), field('item')),
              differs(itsState, 'inGuide'),
              less(days(itsDayOf('ask'), today), WITHIN),
            ),
          ),
          OFTEN,
        ),
      ),
      `${WITHIN}天内问了${OFTEN}次以上，请写进指南`,
      `Asked ${OFTEN} times or more within ${WITHIN} days: put it into the guide`,
    ),
  ],
  measures: [
    measure('count', 'by-item', '各事项咨询量', 'Questions by item', { of: true, value: true, per: 'item' }),
    measure('share', 'in-time', '按时答复率', 'Answered in time', {
      ...{ of: true, value: { not: { passed: 'answering' } }, per: 'unit' },
    }),
  ],
  notices: [
    {
      on: 'answer',
      to: 'asker',
      text: said('您咨询的“{question}”已答复：{answer}', 'Your question "{question}" is answered: {answer}'),
    },
  ],
  visibility: { public: { states: ['inGuide'], fields: ['question', 'item', 'guideText'] }, units: 'all' },
  examples: [
    example(
      '问、答、写入指南',
      'Asked, answered, in the guide',
      [
        asked,
        does(officer, 'answer', '2026-03-03', answered),
        does(head, 'feed', '2026-03-04', { guideText: '八个工作日' }),
      ],
      { facts },
    ),
    example(
      '网上自己问',
      'Asked online',
      [
        does(caller, 'ask', '2026-03-02', { ...given, channel: 'web' }),
        does(officer, 'answer', '2026-03-03', answered),
      ],
      { facts },
    ),
    example(
      '说的天数与指南不同',
      'Other days than the guide',
      [asked, does(officer, 'answer', '2026-03-03', { ...answered, toldDays: 20 })],
      { facts, flagged: ['contradicts-guide'] },
    ),
    example('没人答复', 'Nobody answers', [asked], { seenOn: '2026-03-12', flagged: ['answering'] }),
    example('常问的', 'Asked often', [asked, does(officer, 'answer', '2026-03-03', answered)], {
      facts,
      others: [1, 2, 3, 4].map(() => ({ state: 'answered', values: { item: 'food-business' } })),
      flagged: ['frequent'],
    }),
    example(
      '来了再说',
      '"Come and see"',
      [asked, does(officer, 'answer', '2026-03-03', { answer: '来了再说' })],
      { refused: 'says-something' },
    ),
  ],
})
