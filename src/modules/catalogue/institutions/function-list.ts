import { institution, shape, word } from '#engines/registers/index.ts'

const { clock, demand, does, example, flag, longText, measure, open, over, said, step, text, unit } = shape
const { all, atLeast, count, differs, equals, field, its, itsState, lengthOf, state } = word

const planning = { by: 'head', as: 'head', unit: 'planning' } as const
const market = { by: 'market-head', as: 'anyHead', unit: 'market' } as const
const leader = { by: 'leader', as: 'leader', unit: 'government' } as const
const given = {
  ...{ unit: 'planning', name: '临时建设管理', basis: '三定方案第四条第六项' },
  boundary: '规划区内归规划局；集市摊位归市场监管局',
}
const listed = does(planning, 'list', '2026-03-02', given)
const disputed = does(market, 'dispute', '2026-03-09', { dispute: '集市内临时棚房也应由规划局管' })
const live = ['listed', 'disputed', 'ownerless']

/** 部门职能清单: each function with one owner, its boundary and how disputes about it ended. */
export const functionList = institution({
  code: 'function-list',
  title: said('部门职能清单', 'Functions of departments'),
  purpose: said(
    '每项职能只有一个主责单位，写明边界；争议由领导裁定并留档。',
    'Each function has one owner and a boundary; disputes are decided by a leader and kept on file.',
  ),
  basis: '',
  answers: ['ITEM-06'],
  area: 'catalogue',
  fields: [
    text('name', '职能', 'Function', { fixed: true }),
    unit('unit', '主责单位', 'Owner'),
    text('basis', '依据（三定方案、法条）', 'Basis'),
    longText('boundary', '边界说明', 'Boundary'),
    longText('dispute', '争议', 'Dispute'),
    longText('ruling', '裁定', 'Ruling'),
    longText('why', '放弃或取消理由', 'Why given up'),
  ],
  named: 'name',
  owner: { field: 'unit' },
  states: [
    open('listed', '已列明', 'listed'),
    open('disputed', '有争议', 'disputed'),
    open('ownerless', '无人承担', 'without an owner'),
    over('cancelled', '已取消', 'cancelled'),
  ],
  steps: [
    step('list', '列入清单', 'List', {
      to: 'listed',
      by: ['head', 'leader'],
      asks: ['name', 'unit', 'basis', 'boundary'],
      demands: [
        demand(
          'one-owner',
          equals(
            count(
              'function-list',
              all(differs(its('id'), field('id')), equals(its('name'), field('name')), {
                oneOf: [itsState, live],
              }),
            ),
            0,
          ),
          '这项职能已有主责单位；一项职能不能有两个，请在原记录上提出争议',
          'This function has its owner; it cannot have two: dispute it on that entry',
        ),
        demand(
          'says-boundary',
          atLeast(lengthOf(field('boundary')), 6),
          '请写明与相邻部门的边界',
          'Say where it ends and a neighbour begins',
        ),
      ],
    }),
    step('dispute', '提出争议', 'Dispute', {
      from: ['listed'],
      to: 'disputed',
      by: ['anyHead'],
      asks: ['dispute'],
    }),
    step('rule', '裁定', 'Rule', {
      ...{ from: ['disputed', 'ownerless'], to: 'listed', by: ['leader'], notBy: ['dispute'] },
      asks: ['unit', 'boundary', 'ruling'],
    }),
    step('give-up', '声明不承担', 'Give up', {
      from: ['listed'],
      to: 'ownerless',
      by: ['head'],
      asks: ['why'],
    }),
    step('cancel', '取消', 'Cancel', {
      from: ['listed', 'ownerless'],
      to: 'cancelled',
      by: ['leader'],
      asks: ['why'],
    }),
  ],
  clocks: [clock('ruling', '裁定争议', 'Ruling', { starts: 'dispute', stops: ['rule'], limit: '15W' })],
  flags: [
    flag('no-owner', 'red', equals(state, 'ownerless'), '职能无人承担', 'Nobody owns the function'),
    flag('disputed', 'notice', equals(state, 'disputed'), '职能有争议，待裁定', 'Disputed, to be ruled on'),
  ],
  measures: [
    measure('count', 'by-unit', '各单位职能数', 'Functions by department', {
      ...{ of: equals(state, 'listed'), value: true, per: 'unit' },
    }),
  ],
  notices: [],
  visibility: { public: { states: ['listed'], fields: ['name', 'unit', 'basis', 'boundary'] }, units: 'all' },
  examples: [
    example('列明、争议、裁定', 'Listed, disputed, ruled', [
      listed,
      disputed,
      does(leader, 'rule', '2026-03-16', {
        unit: 'planning',
        boundary: '集市内临时棚房归规划局',
        ruling: '县政府会议纪要〔2026〕4号',
      }),
    ]),
    example('争议未决', 'A dispute that stands', [listed, disputed], { flagged: ['disputed'] }),
    example('争议久拖', 'A dispute that drags on', [listed, disputed], {
      seenOn: '2026-05-20',
      flagged: ['disputed', 'ruling'],
    }),
    example(
      '没人管',
      'Nobody owns it',
      [listed, does(planning, 'give-up', '2026-04-01', { why: '三定方案已调整' })],
      {
        flagged: ['no-owner'],
      },
    ),
    example('两个主责单位', 'Two owners', [listed], {
      others: [{ state: 'listed', values: { name: '临时建设管理', unit: 'market' } }],
      refused: 'one-owner',
    }),
    example(
      '没写边界',
      'Without a boundary',
      [does(planning, 'list', '2026-03-02', { ...given, boundary: '略' })],
      {
        refused: 'says-boundary',
      },
    ),
    example('没有单位', 'Without an owner', [does(planning, 'list', '2026-03-02', { ...given, unit: '' })], {
      refused: 'register.field-missing',
    }),
  ],
})
