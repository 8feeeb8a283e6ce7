import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choices,
  clock,
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
const { all, any, atLeast, atMost, dayOf, days, equals, fact, field, filled, more, oneOf, state, today } =
  word

const above = { by: 'head', as: 'head', unit: 'planning' } as const
const station = { by: 'agent', as: { field: 'station' }, unit: 'station-1' } as const
const given = {
  unit: 'planning',
  station: 'station-1',
  item: 'food-business',
  power: ['accept', 'decide'],
  from: '2026-03-10',
  document: '规审〔2026〕3号',
}
const ready = { staff: 2, trainedOn: '2026-03-05' }
const facts = { 'cases.received': 12 }
const lived = [does(above, 'delegate', '2026-03-02', given), does(station, 'take-over', '2026-03-09', ready)]
/** A station without a case for so long; an office publishes its own. */
const IDLE_DAYS = 60

/** 社区公共服务站: an item that a station handles, with the power, the people and the training for it. */
export const communityStation = institution({
  code: 'community-station',
  title: said('社区公共服务站事项', 'Items of community stations'),
  purpose: said(
    '下放到社区、乡镇服务站的事项：权限、人员、培训到位才开办，时限和评价与大厅相同。',
    'Items pushed down to a station open only with power, staff and training, under the clocks and ratings of the hall.',
  ),
  basis: '',
  answers: ['HALL-30'],
  area: 'hall',
  fields: [
    unit('unit', '下放单位', 'Delegating department', { fixed: true }),
    unit('station', '服务站', 'Station', { fixed: true }),
    item('item', '事项', 'Item', { fixed: true }),
    choices('power', '下放权限', 'Power', {
      accept: ['受理', 'accept'],
      review: ['审查', 'review'],
      decide: ['决定', 'decide'],
      seal: ['用章', 'seal'],
    }),
    day('from', '开办日期', 'From'),
    text('document', '下放文号', 'Document'),
    number('staff', '经办人数', 'Staff'),
    day('trainedOn', '培训日期', 'Trained on'),
    longText('why', '收回理由', 'Why taken back'),
  ],
  named: 'station',
  owner: { field: 'unit' },
  states: [
    open('delegated', '已下放待承接', 'delegated'),
    open('open', '已开办', 'open'),
    over('closed', '已收回', 'taken back'),
  ],
  steps: [
    step('delegate', '下放', 'Delegate', {
      to: 'delegated',
      by: ['head'],
      asks: ['unit', 'station', 'item', 'power', 'from', 'document'],
      demands: [
        demand(
          'with-power',
          any(oneOf('decide', field('power')), oneOf('accept', field('power'))),
          '下放事项须一并下放受理或决定的权限，只给名义不给权不行',
          'An item is delegated with the power to accept or decide, not by name alone',
        ),
      ],
    }),
    step('take-over', '承接开办', 'Take over', {
      from: ['delegated'],
      to: 'open',
      by: [{ field: 'station' }],
      asks: ['staff', 'trainedOn'],
      demands: [
        demand(
          'with-staff',
          atLeast(field('staff'), 1),
          '没有经办人员，不能开办',
          'Without staff it does not open',
        ),
        demand(
          'trained',
          all(filled(field('trainedOn')), atMost(field('trainedOn'), today)),
          '经办人员培训后才能开办',
          'It opens once the staff have been trained',
        ),
      ],
    }),
    step('take-back', '收回', 'Take back', {
      ...{ from: ['delegated', 'open'], to: 'closed', by: ['head'], asks: ['why'] },
    }),
  ],
  clocks: [
    clock('opening', '承接开办', 'Taking over', {
      starts: 'delegate',
      stops: ['take-over', 'take-back'],
      limit: '20W',
    }),
  ],
  flags: [
    flag(
      'idle',
      'yellow',
      all(
        equals(state, 'open'),
        more(days(dayOf('take-over'), today), IDLE_DAYS),
        equals(
          fact('cases.received', { item: field('item'), unit: field('station'), from: dayOf('take-over') }),
          0,
        ),
      ),
      `开办${IDLE_DAYS}天没有办件`,
      `No case in ${IDLE_DAYS} days`,
    ),
  ],
  measures: [
    measure('sum', 'volume', '各站办件量', 'Cases by station', {
      of: equals(state, 'open'),
      value: fact('cases.received', {
        item: field('item'),
        unit: field('station'),
        from: dayOf('take-over'),
      }),
      per: 'station',
    }),
    measure('mean', 'on-time', '各站按时办结率', 'On time by station', {
      of: equals(state, 'open'),
      value: fact('cases.onTime', { item: field('item'), unit: field('station') }),
      per: 'station',
    }),
  ],
  notices: [],
  visibility: { public: { states: ['open'], fields: ['station', 'item', 'power', 'from'] }, units: 'all' },
  examples: [
    example('权限、人员、培训到位', 'With power, staff and training', lived, { facts, seenOn: '2026-07-01' }),
    example('开办后没有办件', 'Open without a case', lived, {
      ...{ facts: { 'cases.received': 0 }, seenOn: '2026-07-01', flagged: ['idle'] },
    }),
    example(
      '只下放跑腿',
      'No power',
      [does(above, 'delegate', '2026-03-02', { ...given, power: ['seal'] })],
      { refused: 'with-power' },
    ),
    example(
      '没有人',
      'Nobody there',
      [
        does(above, 'delegate', '2026-03-02', given),
        does(station, 'take-over', '2026-03-09', { ...ready, staff: 0 }),
      ],
      { refused: 'with-staff' },
    ),
    example(
      '以后再培训',
      'Training later',
      [
        does(above, 'delegate', '2026-03-02', given),
        does(station, 'take-over', '2026-03-09', { ...ready, trainedOn: '2026-06-01' }),
      ],
      { refused: 'trained' },
    ),
    example('迟迟不承接', 'Not taken over', [does(above, 'delegate', '2026-03-02', given)], {
      ...{ seenOn: '2026-05-20', flagged: ['opening'] },
    }),
  ],
})
