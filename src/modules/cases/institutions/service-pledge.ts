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
const { all, any, atLeast, count, differs, equals, fact, field, filled, its, itsState, less, state, today } =
  word

const officer = { by: 'officer', as: 'unit', unit: 'planning' } as const
const head = { by: 'head', as: 'head', unit: 'planning' } as const
const leader = { by: 'leader', as: 'leader', unit: 'government' } as const
const given = {
  ...{
    unit: 'planning',
    item: 'food-business',
    goal: '让群众少跑腿',
    standard: '材料齐全的八个工作日内办结',
  },
  ...{
    content: '受理、审查、发证',
    process: '窗口受理→审查→决定→送达',
    limitDays: 8,
    remedy: '超时当面道歉并免费寄送',
  },
  ...{ measure: 'onTime', target: 95, from: '2026-03-10' },
}
const drafted = does(officer, 'draft', '2026-03-02', given)
const earlier = { state: 'ended', values: { unit: 'planning', item: 'food-business', limitDays: 5 } }
const announced = { because: '新增现场核查', noticeOn: '2026-03-01' }

/** What cases say about a promise. */
const measured = fact('cases.onTime', { unit: field('unit'), item: field('item') })

/** 服务承诺: what a unit promises in public, with the figure from its cases that shows whether it holds. */
export const servicePledge = institution({
  code: 'service-pledge',
  title: said('服务承诺', 'Service pledges'),
  purpose: said(
    '单位公开承诺目标、标准、内容、流程、时限和补救，每项承诺用办件数据检验；不得悄悄放宽。',
    'A unit pledges goal, standard, content, process, limit and remedy in public, measured by its cases and never weakened quietly.',
  ),
  basis: '',
  answers: ['CASE-14'],
  area: 'cases',
  fields: [
    unit('unit', '承诺单位', 'Unit', { fixed: true }),
    item('item', '事项', 'Item', { fixed: true }),
    longText('goal', '目标', 'Goal'),
    longText('standard', '标准', 'Standard', { fixed: true }),
    longText('content', '服务内容', 'Content'),
    longText('process', '办理流程', 'Process'),
    number('limitDays', '时限（工作日）', 'Limit in working days', { fixed: true }),
    longText('remedy', '做不到怎么补救', 'Remedy'),
    choice(
      'measure',
      '检验指标（取自办件）',
      'Measured by (from cases)',
      { onTime: ['按时办结率', 'share on time'], satisfied: ['满意率', 'share satisfied'] },
      { fixed: true },
    ),
    number('target', '目标值（%）', 'Target in per cent', { fixed: true }),
    day('from', '施行日期', 'From'),
    longText('because', '放宽理由', 'Why weaker than before'),
    day('noticeOn', '放宽公告日期', 'Weakening announced on'),
    text('why', '撤回理由', 'Why ended'),
  ],
  named: 'standard',
  owner: { field: 'unit' },
  states: [
    open('draft', '草案', 'draft'),
    open('inForce', '施行中', 'in force'),
    over('ended', '已被取代或撤回', 'replaced or ended'),
  ],
  steps: [
    step('draft', '起草', 'Draft', {
      to: 'draft',
      by: ['unit'],
      asks: [
        ...[
          'unit',
          'item',
          'goal',
          'standard',
          'content',
          'process',
          'limitDays',
          'remedy',
          'measure',
          'target',
        ],
        ...['from', 'because?', 'noticeOn?'],
      ],
      demands: [
        demand(
          'can-be-missed',
          all(atLeast(field('target'), 1), atLeast(100, field('target')), atLeast(field('limitDays'), 0)),
          '承诺要有能检验的目标值（1—100），没有指标的承诺不能公布',
          'A pledge needs a target of 1 to 100 that cases can miss',
        ),
      ],
    }),
    step('publish', '公布', 'Publish', {
      from: ['draft'],
      to: 'inForce',
      by: ['head', 'leader'],
      notBy: ['draft'],
      demands: [
        demand(
          'one-in-force',
          equals(
            count(
              'service-pledge',
              all(
                differs(its('id'), field('id')),
                equals(its('unit'), field('unit')),
                equals(its('item'), field('item')),
                equals(itsState, 'inForce'),
              ),
            ),
            0,
          ),
          '这个事项已有施行中的承诺，请先撤回旧的',
          'There is a pledge in force for this item; end it first',
        ),
        demand(
          'not-weakened-quietly',
          any(
            equals(
              count(
                'service-pledge',
                all(
                  differs(its('id'), field('id')),
                  equals(its('unit'), field('unit')),
                  equals(its('item'), field('item')),
                  equals(itsState, 'ended'),
                  any(less(its('limitDays'), field('limitDays')), less(field('target'), its('target'))),
                ),
              ),
              0,
            ),
            all(filled(field('because')), less(field('noticeOn'), today)),
          ),
          '新承诺比原来的宽：请写明理由，先公告再公布',
          'This is weaker than what was promised before: give the reason and announce it first',
        ),
      ],
    }),
    step('end', '撤回', 'End', {
      from: ['draft', 'inForce'],
      to: 'ended',
      by: ['head', 'leader'],
      asks: ['why'],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'longer-than-catalogue',
      'red',
      all(
        equals(state, 'inForce'),
        less(fact('item.committedDays', { item: field('item') }), field('limitDays')),
      ),
      '承诺时限比事项清单公布的还长',
      'Longer than the limit that the catalogue publishes',
    ),
    flag(
      'missed',
      'yellow',
      all(
        equals(state, 'inForce'),
        equals(field('measure'), 'onTime'),
        less({ product: [measured, 100] }, field('target')),
      ),
      '按时办结率没有达到承诺',
      'The share on time is below the pledge',
    ),
  ],
  measures: [
    measure('mean', 'on-time', '按时办结率', 'Share on time', {
      ...{ of: equals(state, 'inForce'), value: measured, per: 'unit' },
    }),
    measure('count', 'by-unit', '施行中的承诺', 'Pledges in force', {
      ...{ of: equals(state, 'inForce'), value: true, per: 'unit' },
    }),
  ],
  notices: [],
  visibility: {
    public: {
      states: ['inForce'],
      fields: ['unit', 'item', 'goal', 'standard', 'content', 'process', 'limitDays', 'remedy', 'target'],
    },
    units: 'all',
  },
  examples: [
    example('公布，做到了', 'Published and kept', [drafted, does(head, 'publish', '2026-03-09')], {
      facts: { 'cases.onTime': 0.97, 'item.committedDays': 8 },
    }),
    example('没有做到', 'Missed', [drafted, does(head, 'publish', '2026-03-09')], {
      ...{ facts: { 'cases.onTime': 0.8, 'item.committedDays': 8 }, flagged: ['missed'] },
    }),
    example(
      '比清单还长',
      'Longer than the catalogue says',
      [
        does(officer, 'draft', '2026-03-02', { ...given, limitDays: 15 }),
        does(head, 'publish', '2026-03-09'),
      ],
      { facts: { 'item.committedDays': 8 }, flagged: ['longer-than-catalogue'] },
    ),
    example(
      '没有指标',
      'Nothing to measure it by',
      [does(officer, 'draft', '2026-03-02', { ...given, target: 0 })],
      {
        refused: 'can-be-missed',
      },
    ),
    example('悄悄放宽', 'Weakened quietly', [drafted, does(head, 'publish', '2026-03-09')], {
      ...{ others: [earlier], refused: 'not-weakened-quietly' },
    }),
    example(
      '说明理由、先公告再放宽',
      'Weakened with reason and notice',
      [
        does(officer, 'draft', '2026-03-02', { ...given, ...announced }),
        does(leader, 'publish', '2026-03-09'),
      ],
      { others: [earlier] },
    ),
    example('同时两个承诺', 'Two at once', [drafted, does(head, 'publish', '2026-03-09')], {
      ...{ others: [{ ...earlier, state: 'inForce' }], refused: 'one-in-force' },
    }),
    example(
      '自己起草自己公布',
      'Published by its drafter',
      [does(head, 'draft', '2026-03-02', given), does(head, 'publish', '2026-03-09')],
      {
        refused: 'register.checks-himself',
      },
    ),
  ],
})
