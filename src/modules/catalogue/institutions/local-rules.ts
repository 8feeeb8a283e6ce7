import { institution, shape, word } from '#engines/registers/index.ts'

const {
  choice,
  clock,
  day,
  demand,
  does,
  example,
  flag,
  longText,
  measure,
  open,
  over,
  said,
  step,
  text,
  unit,
} = shape
const { all, any, atLeast, atMost, count, differs, equals, fact, field, its, state } = word

const office = { by: 'legal', as: 'head', unit: 'justice' } as const
const supervisor = { by: 'supervisor', as: 'supervision', unit: 'supervision' } as const
const given = {
  ...{ name: '青禾县集贸市场管理办法', number: '县政府令第12号', issuedBy: '县人民政府', kind: 'rule' },
  ...{ unit: 'justice', issuedOn: '2009-05-01' },
}
const registered = does(office, 'register', '2026-03-02', given)
const repealed = does(office, 'repeal', '2026-03-10', {
  repealedOn: '2026-04-01',
  paper: '县政府令第30号',
  why: '与上位法抵触',
})
const resting = { 'items.resting': 2, 'decisions.citing': 0 }
const stopped = { 'items.resting': 0, 'decisions.citing': 0 }

/** 法规规章清理: local rules with their validity; what rests on a repealed one is stopped, what cites it is seen. */
export const localRules = institution({
  code: 'local-rules',
  title: said('规章规范性文件清理', 'Clean-up of local rules'),
  purpose: said(
    '本地规章和规范性文件哪些有效、修改、废止；以废止文件为依据的事项停下来复核，引用它的决定看得见。',
    'Which local rules are valid, amended or repealed; items on a repealed one are stopped, decisions that cite it are seen.',
  ),
  basis: '《规章制定程序条例》第三十九条',
  answers: ['ITEM-08'],
  area: 'catalogue',
  fields: [
    text('name', '名称', 'Name', { fixed: true }),
    text('number', '文号', 'Number', { fixed: true }),
    text('issuedBy', '制定机关', 'Issued by'),
    choice('kind', '类别', 'Kind', { rule: ['规章', 'rule'], document: ['规范性文件', 'document of rules'] }),
    unit('unit', '清理责任单位', 'Department that keeps it'),
    day('issuedOn', '公布日期', 'Issued on'),
    day('amendedOn', '修改日期', 'Amended on'),
    day('repealedOn', '废止日期', 'Repealed on'),
    text('paper', '修改、废止文号', 'Paper of the change'),
    longText('why', '理由', 'Why'),
    longText('review', '复核结论', 'Review of the items'),
  ],
  named: 'name',
  owner: { field: 'unit' },
  states: [
    open('valid', '有效', 'valid'),
    open('amended', '已修改', 'amended'),
    open('repealed', '已废止，事项待复核', 'repealed, items to be reviewed'),
    over('reviewed', '已废止，事项已复核', 'repealed, items reviewed'),
  ],
  steps: [
    step('register', '登记', 'Register', {
      ...{
        to: 'valid',
        by: ['unit', 'supervision'],
        asks: ['name', 'number', 'issuedBy', 'kind', 'unit', 'issuedOn'],
      },
      demands: [
        demand(
          'once',
          equals(
            count(
              'local-rules',
              all(differs(its('id'), field('id')), equals(its('number'), field('number'))),
            ),
            0,
          ),
          '这个文号已登记',
          'A rule of this number is registered',
        ),
      ],
    }),
    step('amend', '修改', 'Amend', {
      ...{ from: ['valid', 'amended'], to: 'amended', by: ['unit'], asks: ['amendedOn', 'paper', 'why'] },
    }),
    step('repeal', '废止', 'Repeal', {
      ...{ from: ['valid', 'amended'], to: 'repealed', by: ['unit'], asks: ['repealedOn', 'paper', 'why'] },
    }),
    step('review', '事项已复核', 'Items reviewed', {
      from: ['repealed'],
      to: 'reviewed',
      by: ['supervision'],
      notBy: ['repeal'],
      asks: ['review'],
      demands: [
        demand(
          'nothing-rests-on-it',
          atMost(fact('items.resting', { law: field('name') }), 0),
          '仍有在办事项以它为依据：请先暂停这些事项，或公布换了依据的新版本',
          'Items still rest on it: suspend them, or publish versions with another basis first',
        ),
      ],
    }),
  ],
  clocks: [
    clock('reviewing', '事项复核', 'Review of the items', {
      starts: 'repeal',
      stops: ['review'],
      limit: '20W',
    }),
  ],
  flags: [
    flag(
      'items-rest-on-it',
      'red',
      all(
        any(equals(state, 'repealed'), equals(state, 'reviewed')),
        atLeast(fact('items.resting', { law: field('name') }), 1),
      ),
      '事项仍以废止的文件为依据，须停下来复核',
      'Items rest on a repealed rule and have to be stopped for review',
    ),
    flag(
      'decisions-cite-it',
      'red',
      all(
        any(equals(state, 'repealed'), equals(state, 'reviewed')),
        atLeast(fact('decisions.citing', { law: field('name'), from: field('repealedOn') }), 1),
      ),
      '废止后仍有决定引用它',
      'Decisions cite it after its repeal',
    ),
  ],
  measures: [
    measure('count', 'by-kind', '有效文件', 'Rules in force', {
      ...{ of: any(equals(state, 'valid'), equals(state, 'amended')), value: true, per: 'kind' },
    }),
  ],
  notices: [],
  visibility: {
    public: {
      states: ['valid', 'amended', 'repealed', 'reviewed'],
      fields: ['name', 'number', 'issuedBy', 'issuedOn', 'amendedOn', 'repealedOn'],
    },
    units: 'all',
  },
  examples: [
    example(
      '废止，事项已停，复核',
      'Repealed, items stopped, reviewed',
      [registered, repealed, does(supervisor, 'review', '2026-03-20', { review: '两项已暂停' })],
      { facts: stopped },
    ),
    example('事项仍以它为依据', 'Items still rest on it', [registered, repealed], {
      facts: resting,
      flagged: ['items-rest-on-it'],
    }),
    example(
      '没停就报复核',
      'Reviewed while items rest on it',
      [registered, repealed, does(supervisor, 'review', '2026-03-20', { review: '没问题' })],
      { facts: resting, refused: 'nothing-rests-on-it' },
    ),
    example('废止后仍被引用', 'Cited after its repeal', [registered, repealed], {
      ...{ facts: { ...stopped, 'decisions.citing': 1 }, flagged: ['decisions-cite-it'] },
    }),
    example('重复登记', 'Registered twice', [registered], {
      ...{ others: [{ values: { number: '县政府令第12号' } }], refused: 'once' },
    }),
  ],
})
