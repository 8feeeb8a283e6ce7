import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choice,
  clock,
  day,
  demand,
  does,
  entry,
  example,
  flag,
  longText,
  measure,
  open,
  over,
  person,
  said,
  step,
  text,
  unit,
} = shape
const { all, any, atLeast, count, equals, field, filled, its, passed, state } = word

const leader = { by: 'head', as: 'head', unit: 'planning' } as const
const given = {
  on: '2026-03-12',
  place: '双河镇轻纺园',
  departments: '规划局、市场监管局、税务局',
  photos: '照片6张',
}
const held = does(leader, 'hold', '2026-03-12', given)
const matter = { of: 'onsite-matter', state: 'solved', values: { session: 'example' } }

/** 现场办公: a session away from the hall counts by the matters raised and solved, not by its pictures. */
export const onsiteSession = institution({
  code: 'onsite-session',
  title: said('现场办公', 'On-site sessions'),
  purpose: said(
    '到基层、企业、一线办公：地点、到场部门、提出的问题、当场解决的、其余的何时解决。没有问题的不算。',
    'Away from the hall: place, departments, matters raised, solved on the spot, the rest with dates. Without a matter it does not count.',
  ),
  basis: '',
  answers: ['HALL-34'],
  area: 'hall',
  fields: [
    day('on', '日期', 'Day'),
    text('place', '地点', 'Place'),
    text('departments', '到场部门', 'Departments'),
    text('photos', '照片、材料', 'Pictures and papers'),
    longText('summary', '小结', 'Summary'),
  ],
  named: 'place',
  owner: 'opener',
  states: [
    open('held', '已开展', 'held'),
    over('counted', '已计入', 'counted'),
    over('void', '不计入', 'not counted'),
  ],
  steps: [
    step('hold', '登记', 'Record', {
      to: 'held',
      by: ['unit'],
      asks: ['on', 'place', 'departments', 'photos?'],
    }),
    step('count', '计入', 'Count', {
      from: ['held'],
      to: 'counted',
      by: ['unit'],
      asks: ['summary'],
      demands: [
        demand(
          'has-matters',
          atLeast(count('onsite-matter', equals(its('session'), field('id'))), 1),
          '没有登记任何问题的现场办公不计入；请先登记现场提出的问题',
          'A session without a matter does not count; enter the matters that were raised first',
        ),
      ],
    }),
    step('void', '不计入', 'Not counted', { from: ['held'], to: 'void', by: ['unit'], asks: ['summary?'] }),
  ],
  clocks: [
    clock('counting', '登记问题并计入', 'Entering the matters', {
      starts: 'hold',
      stops: ['count', 'void'],
      limit: '5W',
    }),
  ],
  flags: [
    flag(
      'pictures-only',
      'yellow',
      all(
        filled(field('photos')),
        any(equals(state, 'void'), passed('counting')),
        equals(count('onsite-matter', equals(its('session'), field('id'))), 0),
      ),
      '有照片、无问题记录的现场办公',
      'Pictures of a session and no matter recorded',
    ),
  ],
  measures: [
    measure('sum', 'matters', '提出问题数', 'Matters raised', {
      ...{ of: equals(state, 'counted'), value: count('onsite-matter', equals(its('session'), field('id'))) },
    }),
  ],
  notices: [],
  visibility: {
    public: { states: ['counted'], fields: ['on', 'place', 'departments', 'summary'] },
    units: 'all',
  },
  examples: [
    example(
      '有问题、有解决',
      'With matters',
      [held, does(leader, 'count', '2026-03-13', { summary: '提出1个，解决1个' })],
      { others: [matter] },
    ),
    example(
      '没有问题就想计入',
      'Counted without a matter',
      [held, does(leader, 'count', '2026-03-13', { summary: '很成功' })],
      { refused: 'has-matters' },
    ),
    example('只有照片', 'Pictures only', [held, does(leader, 'void', '2026-03-13')], {
      flagged: ['pictures-only'],
    }),
    example('迟迟不登记问题', 'Never entered', [held], {
      seenOn: '2026-03-30',
      flagged: ['counting', 'pictures-only'],
    }),
  ],
})

const department = { by: 'officer', as: { field: 'unit' }, unit: 'market' } as const
const raised = {
  session: 'other-1',
  what: '园区摊位照怎么办',
  unit: 'market',
  solved: 'later',
  dueOn: '2026-03-27',
}
const session = { of: 'onsite-session', state: 'held', values: { place: '轻纺园' } }

/** 现场办公问题: one matter raised at a session; what is not solved there has a date and a department. */
export const onsiteMatter = institution({
  code: 'onsite-matter',
  title: said('现场办公问题', 'Matters of on-site sessions'),
  purpose: said(
    '现场提出的每个问题：当场解决，或写明由谁在哪天之前解决。',
    'Each matter raised on the spot: solved there, or by whom and until when.',
  ),
  basis: '',
  answers: ['HALL-34'],
  area: 'hall',
  fields: [
    entry('onsite-session', 'session', '现场办公', 'Session', { fixed: true }),
    longText('what', '问题', 'Matter'),
    person('who', '提出人', 'Who raised it'),
    unit('unit', '解决单位', 'Department that solves it'),
    choice('solved', '解决情况', 'Solved', {
      onTheSpot: ['当场解决', 'on the spot'],
      later: ['限期解决', 'later'],
    }),
    day('dueOn', '解决期限', 'Until'),
    longText('result', '结果', 'Result'),
  ],
  named: 'what',
  owner: 'opener',
  states: [open('open', '限期解决', 'open'), over('solved', '已解决', 'solved')],
  steps: [
    step('raise', '登记问题', 'Enter a matter', {
      to: 'open',
      by: ['unit'],
      asks: ['session', 'what', 'who?', 'unit', 'solved', 'dueOn?', 'result?'],
      demands: [
        demand(
          'dated-or-solved',
          {
            any: [filled(field('dueOn')), all(equals(field('solved'), 'onTheSpot'), filled(field('result')))],
          },
          '当场解决的写明结果，其余的写明期限',
          'Say the result of what was solved on the spot, and a date for the rest',
        ),
      ],
    }),
    step('solve', '解决', 'Solve', {
      ...{ from: ['open'], to: 'solved', by: [{ field: 'unit' }, 'unit'], asks: ['result'] },
    }),
  ],
  clocks: [
    clock('solving', '限期解决', 'Solving', { starts: 'raise', stops: ['solve'], limit: { until: 'dueOn' } }),
  ],
  flags: [],
  measures: [
    measure('share', 'on-the-spot', '当场解决率', 'Solved on the spot', {
      ...{ of: true, value: equals(field('solved'), 'onTheSpot'), per: 'unit' },
    }),
  ],
  notices: [
    {
      on: 'solve',
      to: 'who',
      text: said('您在现场提出的“{what}”：{result}', 'What you raised ("{what}"): {result}'),
    },
  ],
  visibility: { public: null, units: 'all' },
  examples: [
    example(
      '限期解决',
      'Solved in time',
      [
        does(leader, 'raise', '2026-03-12', raised),
        does(department, 'solve', '2026-03-20', { result: '已送指南并受理3家' }),
      ],
      { others: [session] },
    ),
    example('过期未解决', 'Not in time', [does(leader, 'raise', '2026-03-12', raised)], {
      ...{ others: [session], seenOn: '2026-03-30', flagged: ['solving'] },
    }),
    example(
      '没期限也没结果',
      'Neither date nor result',
      [does(leader, 'raise', '2026-03-12', { ...raised, dueOn: '' })],
      { others: [session], refused: 'dated-or-solved' },
    ),
  ],
})
