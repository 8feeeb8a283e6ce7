import { institution, shape, word } from '#engines/registers/index.ts'
import { STYLE_WORDS } from '../terms.ts'

const { choice, clock, demand, does, entry, example, flag, longText, measure, open, over, person } = shape
const { said, step, text, unit } = shape
const { all, any, atLeast, count, differs, equals, field, filled, its, state, takerUnit } = word

const office = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const own = { by: 'officer', as: { field: 'unit' }, unit: 'market' } as const
const given = {
  ...{ forms: 'other-1', number: '0317', unit: 'market', style: 'service', words: '窗口中午没人，来了三次' },
  ...{ scan: '第3册第17页', who: '李先生 13800138000' },
}
const batch = { of: 'opinion-forms', state: 'issued', values: { title: '征求意见表' } }
const enter = does(office, 'enter', '2026-03-10', given)
const answer = does(own, 'answer', '2026-03-18', { reply: '已安排午间值班，欢迎监督' })
/** One sentence so often in one batch was hardly written by so many people (†: an office publishes its own). */
const SAME_WORDS = 3

const same = { of: 'opinion', state: 'entered', values: { forms: 'other-1', words: given.words } }

/** 群众意见: one thing that one person said of one unit, answered to whoever said it. */
export const opinion = institution({
  code: 'opinion',
  title: said('群众意见', 'Opinions of the public'),
  purpose: said(
    '征求意见表、座谈会、走访中的每条意见：原话照录，标明单位和类别，答复提出人。',
    'Each opinion from a form, a forum or a visit: word for word, with unit and class, answered to whoever gave it.',
  ),
  basis: '',
  answers: ['RECT-01', 'RECT-02', 'RECT-03'],
  area: 'rectification',
  fields: [
    entry('opinion-forms', 'forms', '征求意见表', 'Batch of forms', { fixed: true }),
    entry('opinion-forum', 'forum', '座谈会', 'Forum', { fixed: true }),
    entry('door-visit', 'visit', '走访', 'Visit', { fixed: true }),
    text('number', '表号', 'Number of the form', { fixed: true }),
    unit('unit', '涉及单位', 'Unit concerned'),
    choice(
      'style',
      '类别',
      'Class',
      Object.fromEntries(Object.entries(STYLE_WORDS).map(([code, { zh, en }]) => [code, [zh, en] as const])),
    ),
    longText('words', '原话', 'In their own words', { fixed: true }),
    text('scan', '原件所在', 'Where the paper is', { fixed: true }),
    person('who', '提出人', 'Who said it'),
    longText('reply', '答复', 'Answer'),
  ],
  named: 'words',
  owner: { field: 'unit' },
  states: [open('entered', '待答复', 'to be answered'), over('answered', '已答复', 'answered')],
  steps: [
    step('enter', '登记', 'Enter', {
      to: 'entered',
      by: ['supervision', 'anyUnit'],
      asks: ['forms?', 'forum?', 'visit?', 'number?', 'unit', 'style', 'words', 'scan', 'who?'],
      demands: [
        demand(
          'from-somewhere',
          any(filled(field('forms')), filled(field('forum')), filled(field('visit'))),
          '请选择意见来自哪批表格、哪次座谈会或者走访',
          'Say which batch of forms, forum or visit the opinion comes from',
        ),
        demand(
          'not-by-the-watched',
          differs(takerUnit, field('unit')),
          '涉及本单位的意见由其他单位登记',
          'An opinion of your own unit is entered by somebody else',
        ),
      ],
    }),
    step('answer', '答复', 'Answer', {
      ...{ from: ['entered'], to: 'answered', by: [{ field: 'unit' }, 'supervision'], asks: ['reply'] },
    }),
  ],
  clocks: [clock('answering', '答复', 'Answering', { starts: 'enter', stops: ['answer'], limit: '15W' })],
  flags: [
    flag(
      'same-words',
      'yellow',
      all(
        filled(field('forms')),
        atLeast(
          count('opinion', all(equals(its('forms'), field('forms')), equals(its('words'), field('words')))),
          SAME_WORDS,
        ),
      ),
      `同一批表格里${SAME_WORDS}份以上原话相同，是否由单位代填`,
      `${SAME_WORDS} forms or more of one batch in the same words: filled in by the unit?`,
    ),
  ],
  measures: [
    measure('count', 'opinions', '意见数', 'Opinions', { of: true, value: true, per: 'unit' }),
    measure('count', 'by-class', '按类别', 'By class', { of: true, value: true, per: 'style' }),
    measure('share', 'answered', '答复率', 'Answered', {
      ...{ of: true, value: equals(state, 'answered'), per: 'unit' },
    }),
  ],
  notices: [
    {
      on: 'answer',
      to: 'who',
      text: said('对您意见的答复：{reply}', 'The answer to what you said: {reply}'),
    },
  ],
  visibility: { public: null, units: 'own' },
  examples: [
    example('登记、答复', 'Entered and answered', [enter, answer], { others: [batch] }),
    example('没有答复', 'Not answered', [enter], {
      ...{ others: [batch], seenOn: '2026-04-03', flagged: ['answering'] },
    }),
    example('三份一模一样', 'Three alike', [enter], {
      ...{ others: [batch, same, same], flagged: ['same-words'] },
    }),
    example('不知从哪来', 'From nowhere', [does(office, 'enter', '2026-03-10', { ...given, forms: '' })], {
      refused: 'from-somewhere',
    }),
    example(
      '被说的单位自己登记',
      'Entered by the unit concerned',
      [does({ by: 'officer', as: 'anyUnit', unit: 'market' }, 'enter', '2026-03-10', given)],
      { others: [batch], refused: 'not-by-the-watched' },
    ),
  ],
})
