import { institution, shape, word } from '#engines/registers/index.ts'

const { choice, clock, day, demand, does, entry, example, flag, longText, measure, number, open } = shape
const { over, person, said, step, text, yesNo } = shape
const { all, any, atLeast, atMost, count, days, differs, equals, field, its, itsDayOf, less } = word
const { not, state, today } = word

const office = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const given = {
  topic: '窗口服务怎么样',
  heldOn: '2026-03-12',
  pool: 400,
  byLot: true,
  seed: '2026-03-09 福彩双色球 03 08 11 19 22 30+07',
}
const plan = does(office, 'plan', '2026-03-09', given)
const hold = does(office, 'hold', '2026-03-12', { minutes: '到会6人，谈窗口午休和材料重复提交' })
const extract = does(office, 'extract', '2026-03-16')
const invited = { of: 'forum-participant', state: 'invited', values: { forum: 'example' } }
const spoken = { of: 'opinion', state: 'entered', values: { forum: 'example' } }

/** 群众座谈会: who was drawn, what was said, and that each word of it is answered. */
export const opinionForum = institution({
  code: 'opinion-forum',
  title: said('群众座谈会', 'Public forums'),
  purpose: said(
    '参加人从名册里抽签产生；会后一周内把意见逐条登记，逐条答复。',
    'Participants are drawn by lot from a roll; within the week every opinion is entered and then answered.',
  ),
  basis: '',
  answers: ['RECT-02'],
  area: 'rectification',
  fields: [
    text('topic', '主题', 'Topic'),
    day('heldOn', '召开日期', 'Held on'),
    number('pool', '名册人数', 'People on the roll'),
    yesNo('byLot', '是否抽签产生', 'Drawn by lot'),
    text('seed', '抽签所用随机数', 'Random number of the draw'),
    longText('minutes', '会议记录', 'Minutes'),
  ],
  named: 'topic',
  owner: 'opener',
  states: [
    open('planned', '已安排', 'planned'),
    open('held', '已召开', 'held'),
    over('extracted', '意见已登记', 'opinions entered'),
  ],
  steps: [
    step('plan', '安排', 'Plan', {
      to: 'planned',
      by: ['supervision'],
      asks: ['topic', 'heldOn', 'pool', 'byLot', 'seed?'],
      demands: [
        demand(
          'lot-on-record',
          any(not(equals(field('byLot'), true)), atLeast({ lengthOf: field('seed') }, 6)),
          '抽签产生的，请写明所用的随机数，别人才能核对',
          'For a draw by lot, say the random number, so that others can check it',
        ),
      ],
    }),
    step('hold', '召开', 'Hold', {
      from: ['planned'],
      to: 'held',
      by: ['supervision'],
      asks: ['minutes'],
      demands: [
        demand(
          'on-its-day',
          atMost(field('heldOn'), today),
          '还没有到召开日期，不能登记召开',
          'The day of the forum has not come yet',
        ),
        demand(
          'with-people',
          atLeast(count('forum-participant', equals(its('forum'), field('id'))), 1),
          '请先登记参加人及其类别',
          'Enter the participants with their categories first',
        ),
      ],
    }),
    step('extract', '意见登记完毕', 'Opinions entered', {
      from: ['held'],
      to: 'extracted',
      by: ['supervision'],
      demands: [
        demand(
          'has-opinions',
          atLeast(count('opinion', equals(its('forum'), field('id'))), 1),
          '会议记录里的意见还没有逐条登记',
          'The opinions in the minutes have not been entered one by one',
        ),
      ],
    }),
  ],
  clocks: [
    clock('extracting', '登记意见', 'Entering the opinions', {
      starts: 'hold',
      stops: ['extract'],
      limit: '5W',
    }),
  ],
  flags: [
    flag(
      'hand-picked',
      'yellow',
      all(differs(field('byLot'), true), differs(state, 'planned')),
      '参加人不是抽签产生的',
      'The participants were not drawn by lot',
    ),
  ],
  measures: [
    measure('share', 'by-lot', '抽签产生的', 'Drawn by lot', {
      of: true,
      value: equals(field('byLot'), true),
    }),
    measure('sum', 'opinions', '登记意见数', 'Opinions entered', {
      ...{ of: true, value: count('opinion', equals(its('forum'), field('id'))) },
    }),
  ],
  notices: [],
  visibility: {
    public: { states: ['extracted'], fields: ['topic', 'heldOn', 'pool', 'byLot'] },
    units: 'all',
  },
  examples: [
    example('抽签、召开、登记意见', 'Drawn, held, entered', [plan, hold, extract], {
      others: [invited, spoken],
    }),
    example('会后没登记意见', 'Opinions never entered', [plan, hold], {
      ...{ others: [invited], seenOn: '2026-03-24', flagged: ['extracting'] },
    }),
    example('没有意见就想了结', 'Closed without an opinion', [plan, hold, extract], {
      ...{ others: [invited], refused: 'has-opinions' },
    }),
    example('没有参加人', 'Without participants', [plan, hold], { refused: 'with-people' }),
    example(
      '会还没开',
      'Before the day',
      [plan, does(office, 'hold', '2026-03-11', { minutes: '提前写好的记录' })],
      { others: [invited], refused: 'on-its-day' },
    ),
    example(
      '抽签不留记录',
      'A draw without its number',
      [does(office, 'plan', '2026-03-09', { ...given, seed: '' })],
      { refused: 'lot-on-record' },
    ),
    example(
      '指定参加人',
      'Hand-picked',
      [does(office, 'plan', '2026-03-09', { ...given, byLot: false, seed: '' }), hold],
      { others: [invited], flagged: ['hand-picked'] },
    ),
  ],
})

/** Invited as often within a year is no longer chance (†: an office publishes its own). */
const [TIMES, WITHIN] = [3, 365]

const person1 = { forum: 'other-1', roll: 'A-117', category: 'firm', who: '王女士 13800138000' }
const invite = does(office, 'invite', '2026-03-09', person1)
const before = { values: { roll: 'A-117', forum: 'earlier' } }
const forum = { of: 'opinion-forum', state: 'planned', values: { topic: '窗口服务' } }

/** 座谈会参加人: known by the number on the roll, so that the same faces show. */
export const forumParticipant = institution({
  code: 'forum-participant',
  title: said('座谈会参加人', 'Participants of forums'),
  purpose: said(
    '每名参加人记名册号和类别；同一个人总被请来会提示出来。',
    'Each participant with the number on the roll and a category; the same faces again and again are noticed.',
  ),
  basis: '',
  answers: ['RECT-02'],
  area: 'rectification',
  fields: [
    entry('opinion-forum', 'forum', '座谈会', 'Forum', { fixed: true }),
    text('roll', '名册号', 'Number on the roll', { fixed: true }),
    choice('category', '类别', 'Category', {
      firm: ['企业', 'enterprise'],
      resident: ['居民', 'resident'],
      villager: ['村民', 'villager'],
      deputy: ['代表、委员', 'deputy or member'],
      grassroots: ['基层单位', 'grass-roots unit'],
    }),
    person('who', '姓名、电话', 'Name and phone'),
  ],
  named: 'roll',
  owner: 'opener',
  states: [
    open('invited', '已邀请', 'invited'),
    over('came', '到会', 'came'),
    over('absent', '未到', 'absent'),
  ],
  steps: [
    step('invite', '登记邀请', 'Invite', {
      to: 'invited',
      by: ['supervision'],
      asks: ['forum', 'roll', 'category', 'who?'],
      demands: [
        demand(
          'once',
          equals(
            count(
              'forum-participant',
              all(
                differs(its('id'), field('id')),
                equals(its('forum'), field('forum')),
                equals(its('roll'), field('roll')),
              ),
            ),
            0,
          ),
          '该名册号已登记在这次座谈会',
          'This number on the roll is already entered for this forum',
        ),
      ],
    }),
    step('come', '到会', 'Came', { from: ['invited'], to: 'came', by: ['supervision'] }),
    step('stay-away', '未到', 'Did not come', { from: ['invited'], to: 'absent', by: ['supervision'] }),
  ],
  clocks: [],
  flags: [
    flag(
      'again-and-again',
      'yellow',
      atLeast(
        count(
          'forum-participant',
          all(equals(its('roll'), field('roll')), less(days(itsDayOf('invite'), today), WITHIN)),
        ),
        TIMES,
      ),
      `一年内第${TIMES}次以上请来同一个人`,
      `The same person for the ${TIMES}rd time or more within a year`,
    ),
  ],
  measures: [
    measure('count', 'by-category', '按类别', 'By category', {
      ...{ of: true, value: true, per: 'category' },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example('邀请', 'Invited', [invite], { others: [forum] }),
    example('总是这几个人', 'The same faces', [invite], {
      others: [forum, before, { values: { roll: 'A-117', forum: 'before-that' } }],
      flagged: ['again-and-again'],
    }),
    example('同一次请两回', 'Twice for one forum', [invite], {
      others: [forum, { values: { roll: 'A-117', forum: 'other-1' } }],
      refused: 'once',
    }),
  ],
})
