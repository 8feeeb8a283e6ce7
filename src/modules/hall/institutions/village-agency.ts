import { institution, shape, word } from '#engines/registers/index.ts'

const {
  account,
  clock,
  day,
  demand,
  does,
  example,
  flag,
  item,
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
const {
  all,
  any,
  atLeast,
  count,
  dayOf,
  days,
  equals,
  field,
  filled,
  its,
  lengthOf,
  more,
  passed,
  state,
  today,
} = word

const village = { by: 'agent', as: 'unit', unit: 'village-1' } as const
const township = { by: 'clerk', as: { field: 'township' }, unit: 'township-1' } as const
const given = {
  village: 'village-1',
  township: 'township-1',
  agent: 'agent',
  items: '生育登记、养老认证、建房申请',
  from: '2026-03-02',
}
const named = does(village, 'name', '2026-03-02', given)
/** A village with an agent and no paper for so long; an office publishes its own. */
const IDLE_DAYS = 60

/** 村级代理员: which village has an agent, for which items. */
export const villageAgent = institution({
  code: 'village-agent',
  title: said('村级代理员', 'Village agents'),
  purpose: said(
    '每个村谁代办、代办哪些事；挂了名却没有代办件的村看得见。',
    'Who acts for villagers in each village and for which items; villages with an agent and no papers are seen.',
  ),
  basis: '',
  answers: ['HALL-28'],
  area: 'hall',
  fields: [
    unit('village', '村（社区）', 'Village', { fixed: true }),
    unit('township', '乡镇', 'Township'),
    account('agent', '代理员', 'Agent'),
    longText('items', '代办事项', 'Items'),
    day('from', '自', 'From'),
    text('why', '停止理由', 'Why ended'),
  ],
  named: 'village',
  owner: { field: 'village' },
  states: [open('serving', '代办中', 'serving'), over('ended', '已停止', 'ended')],
  steps: [
    step('name', '登记', 'Name', {
      to: 'serving',
      by: ['unit', { field: 'township' }],
      asks: ['village', 'township', 'agent', 'items', 'from'],
      demands: [
        demand('has-items', atLeast(lengthOf(field('items')), 2), '请列出代办事项', 'List the items'),
      ],
    }),
    step('change', '调整', 'Change', {
      from: ['serving'],
      to: 'serving',
      by: ['unit'],
      asks: ['agent', 'items'],
    }),
    step('end', '停止', 'End', {
      from: ['serving'],
      to: 'ended',
      by: ['unit', { field: 'township' }],
      asks: ['why'],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'no-papers',
      'yellow',
      all(
        equals(state, 'serving'),
        more(days(dayOf('name'), today), IDLE_DAYS),
        equals(count('village-paper', equals(its('village'), field('village'))), 0),
      ),
      `有代理员，${IDLE_DAYS}天没有代办件`,
      `An agent and no paper in ${IDLE_DAYS} days`,
    ),
  ],
  measures: [
    measure('sum', 'volume', '各村代办量', 'Papers by village', {
      of: equals(state, 'serving'),
      value: count('village-paper', equals(its('village'), field('village'))),
      per: 'village',
    }),
  ],
  notices: [],
  visibility: { public: { states: ['serving'], fields: ['village', 'items'] }, units: 'all' },
  examples: [
    example('有代办件', 'With papers', [named], {
      ...{ seenOn: '2026-07-01', others: [{ of: 'village-paper', values: { village: 'village-1' } }] },
    }),
    example('没有代办件', 'Without', [named], { seenOn: '2026-07-01', flagged: ['no-papers'] }),
    example('没列事项', 'No items', [does(village, 'name', '2026-03-02', { ...given, items: '无' })], {
      refused: 'has-items',
    }),
  ],
})

const paper = {
  village: 'village-1',
  township: 'township-1',
  item: 'food-business',
  who: '李大爷 13900139000',
  mandate: '口头委托，已录音',
}
const taken = does(village, 'take', '2026-03-02', paper)
const handed = does(village, 'hand-up', '2026-03-03')
const received = does(township, 'receive', '2026-03-04')
const returned = does(township, 'return', '2026-03-12', { result: '已办结' })

/** 村级代办件: papers on their way from the villager to the township and back, with every hand-over. */
export const villagePaper = institution({
  code: 'village-paper',
  title: said('村级代办件', 'Village agency papers'),
  purpose: said(
    '村民交来的材料：何时收下、送乡镇、乡镇签收、取回、送到村民手中，压在哪里看得见。',
    'Papers of villagers: taken, handed up, received, returned and delivered, so that it is seen where they lie.',
  ),
  basis: '',
  answers: ['HALL-28'],
  area: 'hall',
  fields: [
    unit('village', '村（社区）', 'Village', { fixed: true }),
    unit('township', '乡镇', 'Township', { fixed: true }),
    item('item', '事项', 'Item'),
    person('who', '村民', 'Villager'),
    text('mandate', '委托方式', 'Mandate'),
    text('result', '结果', 'Result'),
  ],
  named: 'item',
  owner: { field: 'village' },
  states: [
    open('taken', '村里已收', 'in the village'),
    open('onTheWay', '送乡镇途中', 'on the way up'),
    open('atTownship', '乡镇办理中', 'at the township'),
    open('back', '已取回', 'returned'),
    over('delivered', '已送达村民', 'delivered'),
  ],
  steps: [
    step('take', '收下', 'Take', {
      to: 'taken',
      by: ['unit'],
      asks: ['village', 'township', 'item', 'who', 'mandate'],
    }),
    step('hand-up', '送乡镇', 'Hand up', { from: ['taken'], to: 'onTheWay', by: ['unit'] }),
    step('receive', '乡镇签收', 'Receive', {
      from: ['onTheWay'],
      to: 'atTownship',
      by: [{ field: 'township' }],
      notBy: ['hand-up'],
    }),
    step('return', '退交结果', 'Return', {
      from: ['atTownship'],
      to: 'back',
      by: [{ field: 'township' }],
      asks: ['result'],
    }),
    step('deliver', '送达村民', 'Deliver', { from: ['back'], to: 'delivered', by: ['unit'] }),
  ],
  clocks: [
    clock('handing-up', '送乡镇', 'Handing up', { starts: 'take', stops: ['hand-up'], limit: '2W' }),
    clock('receiving', '乡镇签收', 'Receipt', { starts: 'hand-up', stops: ['receive'], limit: '2W' }),
    clock('delivering', '送达村民', 'Delivery', { starts: 'return', stops: ['deliver'], limit: '3W' }),
  ],
  flags: [
    flag(
      'held-in-village',
      'red',
      any(
        all(passed('handing-up'), equals(state, 'taken')),
        all(passed('delivering'), equals(state, 'back')),
      ),
      '材料压在村里',
      'Papers held in the village',
    ),
  ],
  measures: [
    measure('count', 'by-village', '各村代办量', 'Papers by village', {
      of: true,
      value: true,
      per: 'village',
    }),
    measure('median', 'days-in-village', '在村停留天数', 'Days in the village', {
      ...{ of: filled(dayOf('hand-up')), value: days(dayOf('take'), dayOf('hand-up')), per: 'village' },
    }),
  ],
  notices: [
    {
      on: 'return',
      to: 'who',
      text: said('您委托代办的事项有结果：{result}', 'There is a result: {result}'),
    },
  ],
  visibility: { public: null, units: 'own' },
  examples: [
    example('一路按时', 'In time all the way', [
      taken,
      handed,
      received,
      returned,
      does(village, 'deliver', '2026-03-13'),
    ]),
    example('压在村里', 'Held in the village', [taken], {
      seenOn: '2026-03-09',
      flagged: ['handing-up', 'held-in-village'],
    }),
    example('取回不送', 'Returned and not delivered', [taken, handed, received, returned], {
      ...{ seenOn: '2026-03-20', flagged: ['delivering', 'held-in-village'] },
    }),
    example(
      '村里自己签收',
      'Received by the village itself',
      [taken, handed, does(village, 'receive', '2026-03-04')],
      {
        refused: 'register.not-yours',
      },
    ),
  ],
})
