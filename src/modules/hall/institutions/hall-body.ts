import { institution, shape, word } from '#engines/registers/index.ts'

const {
  account,
  choices,
  clock,
  day,
  demand,
  does,
  example,
  flag,
  hall,
  longText,
  open,
  over,
  said,
  step,
  unit,
} = shape
const { equals, fact, field, not, oneOf } = word

const leader = { by: 'leader', as: 'leader', unit: 'government' } as const
const other = { by: 'head', as: 'head', unit: 'hall-office' } as const
const given = {
  body: 'hall-office',
  hall: 'main',
  manager: 'head',
  powers: ['assignWindows', 'scoreStaff', 'proposeReturn'],
  since: '2026-03-02',
  paper: '县政府〔2026〕1号',
}
const facts = { 'account.unit': 'hall-office', 'unit.items': 0 }

/** 大厅管理机构: who runs the hall and with which powers; never one of those who handle its cases. */
export const hallBody = institution({
  code: 'hall-body',
  title: said('大厅管理机构', 'Hall management body'),
  purpose: said(
    '登记大厅由谁管理、有哪些管理权；管理机构管窗口，不办件。',
    'Who runs a hall and with which powers: it manages windows and handles no cases.',
  ),
  basis: '',
  answers: ['HALL-09'],
  area: 'hall',
  fields: [
    unit('body', '管理机构', 'Body', { fixed: true }),
    hall('hall', '大厅', 'Hall', { fixed: true }),
    account('manager', '负责人', 'Manager'),
    choices('powers', '管理权', 'Powers', {
      assignWindows: ['调配窗口', 'assign windows'],
      scoreStaff: ['窗口人员月度考评', 'score window staff monthly'],
      proposeReturn: ['建议退回派驻人员', 'propose to send a person back'],
      closeCounter: ['关停窗口', 'close a counter'],
    }),
    day('since', '自', 'Since'),
    longText('paper', '设立文件', 'Founding paper'),
  ],
  named: 'body',
  owner: { field: 'body' },
  states: [
    open('proposed', '待确认', 'proposed'),
    open('inForce', '履职中', 'in office'),
    over('ended', '已撤销', 'ended'),
  ],
  steps: [
    step('propose', '登记', 'Register', {
      to: 'proposed',
      by: ['leader', 'unit'],
      asks: ['body', 'hall', 'manager', 'powers', 'since', 'paper'],
      demands: [
        demand(
          'of-the-body',
          equals(fact('account.unit', { account: field('manager') }), field('body')),
          '负责人须是管理机构的人员；派驻部门的人员不能兼任，否则可以改办件',
          'The manager has to belong to the body; somebody of a department could edit its cases',
        ),
        demand(
          'handles-no-cases',
          equals(fact('unit.items', { unit: field('body') }), 0),
          '管理机构自己不能实施事项：管窗口的人不得改办件。请另定机构，或先把事项划出',
          'The body may act for no items itself: who manages windows must not be able to edit cases',
        ),
      ],
    }),
    step('confirm', '确认', 'Confirm', {
      from: ['proposed'],
      to: 'inForce',
      by: ['leader'],
      notBy: ['propose'],
    }),
    step('grant', '调整管理权', 'Change powers', {
      from: ['inForce'],
      to: 'inForce',
      by: ['leader'],
      asks: ['powers', 'paper'],
    }),
    step('end', '撤销', 'End', { from: ['inForce'], to: 'ended', by: ['leader'], asks: ['paper'] }),
  ],
  clocks: [
    clock('confirming', '确认', 'Confirmation', { starts: 'propose', stops: ['confirm'], limit: '10W' }),
  ],
  flags: [
    flag(
      'no-power-over-conduct',
      'red',
      not(oneOf('scoreStaff', field('powers'))),
      '管理机构无权考评窗口人员，管不住窗口作风',
      'The body has no power over conduct at the windows',
    ),
  ],
  measures: [],
  notices: [],
  visibility: {
    public: { states: ['inForce'], fields: ['body', 'hall', 'powers', 'since'] },
    units: 'all',
  },
  examples: [
    example(
      '登记并由领导确认',
      'Registered and confirmed by a leader',
      [does(other, 'propose', '2026-03-02', given), does(leader, 'confirm', '2026-03-03')],
      { facts },
    ),
    example(
      '没有考评权',
      'Without power over conduct',
      [does(other, 'propose', '2026-03-02', { ...given, powers: ['assignWindows'] })],
      { facts, flagged: ['no-power-over-conduct'] },
    ),
    example(
      '负责人是派驻部门的人',
      'The manager is of a department',
      [does(other, 'propose', '2026-03-02', given)],
      { facts: { ...facts, 'account.unit': 'planning' }, refused: 'of-the-body' },
    ),
    example(
      '管理机构自己办事项',
      'The body acts for items itself',
      [does(other, 'propose', '2026-03-02', given)],
      { facts: { ...facts, 'unit.items': 3 }, refused: 'handles-no-cases' },
    ),
    example(
      '领导不确认自己登记的',
      'A leader does not confirm what he registered',
      [does(leader, 'propose', '2026-03-02', given), does(leader, 'confirm', '2026-03-02')],
      { facts, refused: 'register.checks-himself' },
    ),
  ],
})
