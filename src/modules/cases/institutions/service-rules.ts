import { institution, shape, word } from '#engines/registers/index.ts'

const {
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
  unit,
  yesNo,
} = shape
const { all, any, atLeast, differs, equals, fact, field, filled, less, lengthOf, state } = word

const officer = { by: 'officer', as: 'unit', unit: 'planning' } as const
const head = { by: 'head', as: 'head', unit: 'planning' } as const
const given = {
  ...{
    unit: 'planning',
    item: 'food-business',
    itemVersion: 1,
    limitDays: 8,
    free: true,
    from: '2026-03-10',
  },
  text: '一、受理：材料齐全当场受理。二、审查：三个工作日内现场核查，两人到场。三、决定：次日发证。',
}
const facts = { 'item.version': 1, 'item.committedDays': 8, 'item.free': true }
const drafted = does(officer, 'draft', '2026-03-02', given)
const published = [drafted, does(head, 'publish', '2026-03-05')]
const ofItem = { item: field('item') }

/** 办事细则: a unit's rule book for an item, bound to the version of the item that it explains. */
export const serviceRules = institution({
  code: 'service-rules',
  title: said('办事细则', 'Detailed service rules'),
  purpose: said(
    '单位按事项制定的细则，与事项版本绑定；指南、宣传册、窗口屏用同一份文字。',
    'A rule book for each item, bound to its version; guide, brochure and window screen show one text.',
  ),
  basis: '',
  answers: ['CASE-15'],
  area: 'cases',
  fields: [
    unit('unit', '单位', 'Unit', { fixed: true }),
    item('item', '事项', 'Item', { fixed: true }),
    number('itemVersion', '所依事项版本', 'Version of the item'),
    longText('text', '细则', 'Text'),
    number('limitDays', '写明的时限（工作日）', 'Limit that it names (working days)'),
    yesNo('free', '写明不收费', 'Says that it is free'),
    day('from', '施行日期', 'From'),
    longText('because', '修订理由', 'Why revised'),
  ],
  named: 'item',
  owner: { field: 'unit' },
  states: [
    open('draft', '草案', 'draft'),
    open('inForce', '施行中', 'in force'),
    over('ended', '已废止', 'ended'),
  ],
  steps: [
    step('draft', '起草', 'Draft', {
      to: 'draft',
      by: ['unit'],
      asks: ['unit', 'item', 'itemVersion', 'text', 'limitDays', 'free', 'from'],
      demands: [
        demand(
          'has-text',
          atLeast(lengthOf(field('text')), 20),
          '细则太短，请写出步骤、标准和时间',
          'Too short: say steps, standards and times',
        ),
      ],
    }),
    step('publish', '公布', 'Publish', {
      from: ['draft'],
      to: 'inForce',
      by: ['head'],
      notBy: ['draft', 'revise'],
      demands: [
        demand(
          'for-this-version',
          equals(field('itemVersion'), fact('item.version', ofItem)),
          '细则所依的不是事项的现行版本，请按现行版本修订',
          'The rules explain another version than the one in force; revise them',
        ),
      ],
    }),
    step('revise', '修订', 'Revise', {
      ...{ from: ['inForce', 'draft'], to: 'draft', by: ['unit'] },
      asks: ['itemVersion', 'text', 'limitDays', 'free', 'from', 'because'],
    }),
    step('end', '废止', 'End', { from: ['draft', 'inForce'], to: 'ended', by: ['head'], asks: ['because'] }),
  ],
  clocks: [],
  flags: [
    flag(
      'left-behind',
      'yellow',
      all(equals(state, 'inForce'), less(field('itemVersion'), fact('item.version', ofItem))),
      '事项已变更，细则没有跟着改',
      'The item has changed and the rules have not',
    ),
    flag(
      'contradicts-guide',
      'red',
      all(
        differs(state, 'ended'),
        any(
          all(
            filled(fact('item.committedDays', ofItem)),
            differs(field('limitDays'), fact('item.committedDays', ofItem)),
          ),
          all(filled(fact('item.free', ofItem)), differs(field('free'), fact('item.free', ofItem))),
        ),
      ),
      '细则与办事指南矛盾（时限或收费）',
      'The rules contradict the guide (limit or fee)',
    ),
  ],
  measures: [
    measure('share', 'current', '与现行版本一致', 'Current', {
      of: equals(state, 'inForce'),
      value: equals(field('itemVersion'), fact('item.version', ofItem)),
      per: 'unit',
    }),
  ],
  notices: [],
  visibility: {
    public: { states: ['inForce'], fields: ['unit', 'item', 'text', 'limitDays', 'from'] },
    units: 'all',
  },
  examples: [
    example('公布，与指南一致', 'Published and in line with the guide', published, { facts }),
    example('事项改了细则没改', 'Left behind', published, {
      ...{ facts, seenWith: { 'item.version': 2 }, flagged: ['left-behind'] },
    }),
    example(
      '与指南矛盾',
      'Contradicts the guide',
      [does(officer, 'draft', '2026-03-02', { ...given, limitDays: 15 })],
      {
        ...{ facts, flagged: ['contradicts-guide'] },
      },
    ),
    example('依的是旧版本', 'For an old version', published, {
      ...{ facts: { ...facts, 'item.version': 3 }, refused: 'for-this-version' },
    }),
    example(
      '一句话的细则',
      'One sentence',
      [does(officer, 'draft', '2026-03-02', { ...given, text: '按规定办' })],
      {
        ...{ facts, refused: 'has-text' },
      },
    ),
  ],
})
