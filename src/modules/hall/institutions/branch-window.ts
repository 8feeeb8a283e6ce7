import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choices,
  clock,
  counter,
  day,
  demand,
  does,
  example,
  flag,
  longText,
  open,
  over,
  said,
  step,
  text,
  unit,
} = shape
const { all, count, dayOf, days, equals, fact, field, its, itsDayOf, less, more, oneOf, state, today } = word

const department = { by: 'head', as: 'head', unit: 'planning' } as const
const hallOffice = { by: 'manager', as: { unitKind: 'hall' }, unit: 'hall-office' } as const
const given = {
  ...{
    unit: 'planning',
    counter: 'B01',
    place: '不动产登记分厅一楼',
    reason: '档案库在分厅，厅内不具备条件',
  },
  ...{ same: ['receipt', 'limit', 'rating'], until: '2027-03-01' },
}
const allowed = [does(department, 'ask', '2026-03-02', given), does(hallOffice, 'approve', '2026-03-04')]
const facts = { 'counter.cases': 40 }
/** A branch that nobody looked at for so long is outside supervision; an office publishes its own. */
const UNSEEN_DAYS = 90

/** 窗口式办文: an approved window outside of the hall, under the hall's receipt, limit and rating. */
export const branchWindow = institution({
  code: 'branch-window',
  title: said('厅外分窗口', 'Branch windows'),
  purpose: said(
    '经批准设在大厅以外的窗口，回执、时限、评价与大厅相同，并纳入检查。',
    'Approved windows outside of the hall, under the same receipt, limit, rating and checks.',
  ),
  basis: '',
  answers: ['HALL-23'],
  area: 'hall',
  fields: [
    unit('unit', '设立单位', 'Department', { fixed: true }),
    counter('counter', '窗口（已在系统登记）', 'Counter (registered here)', { fixed: true }),
    text('place', '地点', 'Place'),
    longText('reason', '设在厅外的理由', 'Why outside of the hall'),
    choices('same', '与大厅相同的规则', 'Rules as in the hall', {
      receipt: ['回执', 'receipt'],
      limit: ['时限', 'limit'],
      rating: ['评价', 'rating'],
    }),
    day('until', '批准至', 'Approved until'),
    text('document', '批准文号', 'Approval'),
    text('why', '撤销理由', 'Why closed'),
  ],
  named: 'place',
  owner: { field: 'unit' },
  states: [
    open('asked', '待批准', 'asked for'),
    open('open', '运行中', 'in use'),
    over('closed', '已撤销', 'closed'),
  ],
  steps: [
    step('ask', '申请', 'Ask', {
      to: 'asked',
      by: ['head'],
      asks: ['unit', 'counter', 'place', 'reason', 'same', 'until'],
      demands: [
        demand(
          'same-rules',
          all(...['receipt', 'limit', 'rating'].map((one) => oneOf(one, field('same')))),
          '分窗口须与大厅同一套回执、时限和评价，缺一不可',
          'A branch window works by the same receipt, limit and rating as the hall, all three',
        ),
      ],
    }),
    step('approve', '批准', 'Approve', {
      ...{
        from: ['asked'],
        to: 'open',
        by: [{ unitKind: 'hall' }, 'leader'],
        notBy: ['ask'],
        asks: ['document?'],
      },
    }),
    step('close', '撤销', 'Close', {
      ...{
        from: ['asked', 'open'],
        to: 'closed',
        by: ['head', { unitKind: 'hall' }, 'leader'],
        asks: ['why'],
      },
    }),
  ],
  clocks: [
    clock('approved', '批准期限', 'Approval ends', {
      starts: 'ask',
      stops: ['close'],
      limit: { until: 'until' },
    }),
  ],
  flags: [
    flag(
      'outside-supervision',
      'red',
      all(
        equals(state, 'open'),
        more(days(dayOf('approve'), today), UNSEEN_DAYS),
        equals(
          count(
            'hall-check',
            all(equals(its('counter'), field('counter')), less(days(itsDayOf('record'), today), UNSEEN_DAYS)),
          ),
          0,
        ),
      ),
      `分窗口${UNSEEN_DAYS}天无人检查，游离在监督之外`,
      `Nobody checked the branch for ${UNSEEN_DAYS} days: outside supervision`,
    ),
    flag(
      'no-cases',
      'yellow',
      all(
        equals(state, 'open'),
        more(days(dayOf('approve'), today), UNSEEN_DAYS),
        equals(fact('counter.cases', { counter: field('counter'), from: dayOf('approve') }), 0),
      ),
      '分窗口没有一件有编号的办件，可能在系统外收件',
      'Not one numbered case at the branch: papers may be taken in outside of the platform',
    ),
  ],
  measures: [],
  notices: [],
  visibility: { public: { states: ['open'], fields: ['unit', 'place', 'same', 'until'] }, units: 'all' },
  examples: [
    example('批准设立，有人检查', 'Approved and checked', allowed, {
      facts,
      seenOn: '2026-07-01',
      others: [{ of: 'hall-check', step: 'record', values: { counter: 'B01' } }],
    }),
    example('没人检查', 'Never checked', allowed, {
      ...{ facts, seenOn: '2026-07-01', flagged: ['outside-supervision'] },
    }),
    example('没有办件', 'No cases', allowed, {
      ...{
        facts: { 'counter.cases': 0 },
        seenOn: '2026-07-01',
        flagged: ['no-cases', 'outside-supervision'],
      },
    }),
    example(
      '只答应回执',
      'Only receipts',
      [does(department, 'ask', '2026-03-02', { ...given, same: ['receipt'] })],
      { refused: 'same-rules' },
    ),
    example('到期未撤', 'Approval over', allowed, {
      facts,
      seenOn: '2027-03-02',
      others: [{ of: 'hall-check', step: 'record', values: { counter: 'B01' } }],
      flagged: ['approved'],
    }),
  ],
})
