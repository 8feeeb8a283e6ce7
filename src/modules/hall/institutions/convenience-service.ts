import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choice,
  day,
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
  said,
  step,
  text,
  unit,
} = shape
const { all, any, days, empty, equals, fact, field, filled, more, not, state, today } = word

const department = { by: 'head', as: 'head', unit: 'planning' } as const
const given = {
  name: '周六不打烊',
  unit: 'planning',
  kind: 'restDays',
  coverage: '全县，个体户办证',
  item: 'food-business',
  announcedOn: '2026-03-02',
}
const announced = does(department, 'announce', '2026-03-02', given)
/** Announced so long ago and not used once; an office publishes its own. */
const UNUSED_DAYS = 60

/** 便民服务措施: every convenience that was announced, whom it reaches and whether anybody uses it. */
export const convenienceService = institution({
  code: 'convenience-service',
  title: said('便民服务措施', 'Convenience services'),
  purpose: said(
    '全程代理、365窗口、预约、上门等便民措施一览，覆盖范围和使用量；公布了没人用的看得见。',
    'All conveniences with coverage and use, so that those announced and never used are seen.',
  ),
  basis: '',
  answers: ['HALL-37'],
  area: 'hall',
  fields: [
    text('name', '措施名称', 'Service'),
    unit('unit', '提供单位', 'Department', { fixed: true }),
    choice('kind', '类别', 'Kind', {
      agency: ['全程代理', 'agency'],
      restDays: ['365窗口', 'rest days'],
      village: ['村级代理', 'village agency'],
      appointment: ['预约', 'appointment'],
      homeVisit: ['上门', 'home visit'],
      other: ['其他', 'other'],
    }),
    longText('coverage', '覆盖范围', 'Coverage'),
    item('item', '对应事项（有则按办件计使用量）', 'Item (its cases then count as use)'),
    day('announcedOn', '公布日期', 'Announced on'),
    number('uses', '累计使用次数（无对应事项的）', 'Times used (where there is no item)'),
    longText('why', '停办理由', 'Why ended'),
  ],
  named: 'name',
  owner: { field: 'unit' },
  states: [open('offered', '提供中', 'offered'), over('ended', '已停办', 'ended')],
  steps: [
    step('announce', '公布', 'Announce', {
      to: 'offered',
      by: ['unit'],
      asks: ['name', 'unit', 'kind', 'coverage', 'item?', 'announcedOn'],
      demands: [
        demand(
          'announced-today-or-before',
          not(more(field('announcedOn'), today)),
          '公布日期不能晚于今天；到那天再登记',
          'Enter it on the day on which it is announced',
        ),
      ],
    }),
    step('count', '记使用量', 'Enter use', {
      ...{ from: ['offered'], to: 'offered', by: ['unit'], asks: ['uses'] },
      demands: [
        demand(
          'no-item',
          empty(field('item')),
          '有对应事项的，使用量由办件算出，不能手填',
          'With an item, its cases are the use; nobody types it',
        ),
      ],
    }),
    step('end', '停办', 'End', { from: ['offered'], to: 'ended', by: ['head'], asks: ['why'] }),
  ],
  clocks: [],
  flags: [
    flag(
      'unused',
      'yellow',
      all(
        equals(state, 'offered'),
        more(days(field('announcedOn'), today), UNUSED_DAYS),
        any(
          all(
            filled(field('item')),
            equals(fact('cases.received', { item: field('item'), from: field('announcedOn') }), 0),
          ),
          all(empty(field('item')), any(empty(field('uses')), equals(field('uses'), 0))),
        ),
      ),
      `公布${UNUSED_DAYS}天无人使用`,
      `Announced ${UNUSED_DAYS} days ago and used by nobody`,
    ),
  ],
  measures: [
    measure('count', 'by-kind', '提供中的措施', 'Services offered', {
      of: equals(state, 'offered'),
      value: true,
      per: 'kind',
    }),
    measure('sum', 'use', '办件使用量', 'Use by cases', {
      of: all(equals(state, 'offered'), filled(field('item'))),
      value: fact('cases.received', { item: field('item'), from: field('announcedOn') }),
      per: 'unit',
    }),
  ],
  notices: [],
  visibility: {
    public: { states: ['offered'], fields: ['name', 'unit', 'kind', 'coverage', 'announcedOn'] },
    units: 'all',
  },
  examples: [
    example('有人用', 'In use', [announced], { facts: { 'cases.received': 31 }, seenOn: '2026-06-30' }),
    example('公布了没人用', 'Announced and unused', [announced], {
      ...{ facts: { 'cases.received': 0 }, seenOn: '2026-06-30', flagged: ['unused'] },
    }),
    example(
      '没有对应事项，按登记的次数',
      'Without an item, by what is entered',
      [
        does(department, 'announce', '2026-03-02', { ...given, item: '' }),
        does(department, 'count', '2026-05-02', { uses: 12 }),
      ],
      { seenOn: '2026-06-30' },
    ),
    example(
      '手填使用量',
      'Use typed in',
      [announced, does(department, 'count', '2026-05-02', { uses: 500 })],
      { refused: 'no-item' },
    ),
    example(
      '预先登记',
      'Entered ahead',
      [does(department, 'announce', '2026-03-02', { ...given, announcedOn: '2026-05-01' })],
      { refused: 'announced-today-or-before' },
    ),
  ],
})
