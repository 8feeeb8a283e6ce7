import { institution, shape, word } from '#engines/registers/index.ts'
import { supervisor } from './parts.ts'

const { choices, clock, day, demand, does, entry, example, flag, longText, measure, number, open, over } =
  shape
const { said, step, text, unit } = shape
const { all, atLeast, count, equals, fact, field, filled, its, less, lengthOf, oneOf } = word

/** † Where fewer than this were in time, papers alone do not make a system kept. */
const WORK = 0.8
const SYSTEMS = {
  firstAsked: ['首问负责制', 'first asked, first responsible'],
  limits: ['限时办结制', 'done within the limit'],
  accountability: ['责任追究制', 'answering for faults'],
} as const

const begun = does(supervisor, 'begin', '2026-06-22', {
  ...{ name: '三项制度贯彻情况督查', from: '2026-01-01', until: '2026-06-20', dueOn: '2026-06-30' },
})
const report = does(supervisor, 'report', '2026-06-29', {
  summary: '两个单位文件齐备而超时较多，已约谈主要负责人',
})

/** 三项制度贯彻督查: one round in late June over all units, reported to the leading group. */
export const systemsRound = institution({
  code: 'systems-round',
  title: said('三项制度贯彻督查', 'Inspection of the three systems'),
  purpose: said(
    '六月下旬对全部单位督查三项制度，以办件数据检验，结果报领导小组。',
    'A round over all units in late June, judged by the work itself and reported to the leading group.',
  ),
  basis: '',
  answers: ['INSP-15'],
  area: 'inspections',
  fields: [
    text('name', '督查名称', 'Round'),
    day('from', '考察期起', 'Work from'),
    day('until', '考察期止', 'Work until'),
    day('dueOn', '完成日期', 'Due on'),
    longText('summary', '向领导小组的报告', 'Report to the leading group'),
  ],
  named: 'name',
  owner: 'opener',
  states: [open('begun', '督查中', 'under way'), over('reported', '已报告', 'reported')],
  steps: [
    step('begin', '部署', 'Begin', {
      ...{ to: 'begun', by: ['supervision', 'leader'], asks: ['name', 'from', 'until', 'dueOn'] },
    }),
    step('report', '报告', 'Report', {
      from: ['begun'],
      to: 'reported',
      by: ['supervision', 'leader'],
      asks: ['summary'],
      demands: [
        demand(
          'all-units',
          atLeast(count('systems-check', equals(its('round'), field('id'))), fact('units.departments')),
          '还有单位没有督查，不能报告',
          'Some units have not been inspected yet',
        ),
        demand(
          'says-something',
          atLeast(lengthOf(field('summary')), 10),
          '写明督查结果（不少于 10 个字）',
          'Say what came of it, in ten characters at least',
        ),
      ],
    }),
  ],
  clocks: [clock('due', '完成', 'Due', { starts: 'begin', stops: ['report'], limit: { until: 'dueOn' } })],
  flags: [],
  measures: [],
  notices: [],
  visibility: { public: null, units: 'all' },
  examples: [
    example('全部单位督查后报告', 'Reported after all units', [begun, report], {
      facts: { 'units.departments': 1 },
      others: [{ of: 'systems-check', values: { round: 'example' } }],
    }),
    example('漏了单位', 'A unit left out', [begun, report], {
      ...{ facts: { 'units.departments': 2 }, refused: 'all-units' },
    }),
    example(
      '报告只有两个字',
      'Two words',
      [begun, does(supervisor, 'report', '2026-06-29', { summary: '良好' })],
      {
        ...{ facts: { 'units.departments': 0 }, refused: 'says-something' },
      },
    ),
    example('误期', 'Late', [begun], { seenOn: '2026-07-02', flagged: ['due'] }),
  ],
})

const sheet = {
  ...{ round: 'other-1', unit: 'planning', papers: ['firstAsked', 'limits', 'accountability'] },
  ...{ from: '2026-01-01', until: '2026-06-20', finding: '抽查卷宗二十份，三份无首问登记' },
}
const checked = does(supervisor, 'record', '2026-06-24', sheet)
const aRound = { of: 'systems-round', state: 'begun', values: { from: '2026-01-01', until: '2026-06-20' } }
const asked = { unit: field('unit'), from: field('from'), until: field('until') }

/** One unit's sheet: what stands on paper beside what its cases show. */
export const systemsCheck = institution({
  code: 'systems-check',
  title: said('三项制度督查表', 'Sheets on the three systems'),
  purpose: said(
    '每个单位一张：文件有没有，办件做没做到；只查文件不查工作的看得见。',
    'One for each unit: what is on paper and what its cases show; papers without work are flagged.',
  ),
  basis: '',
  answers: ['INSP-15'],
  area: 'inspections',
  fields: [
    entry('systems-round', 'round', '督查', 'Round', { fixed: true }),
    unit('unit', '单位', 'Unit', { fixed: true }),
    day('from', '考察期起', 'Work from'),
    day('until', '考察期止', 'Work until'),
    choices('papers', '已印发的制度', 'Systems on paper', SYSTEMS),
    number('sampled', '抽查卷宗数', 'Files sampled'),
    longText('finding', '督查情况', 'What was found'),
  ],
  named: 'unit',
  owner: { field: 'unit' },
  states: [over('recorded', '已督查', 'inspected')],
  steps: [
    step('record', '填表', 'Fill in', {
      to: 'recorded',
      by: ['supervision'],
      asks: ['round', 'unit', 'from', 'until', 'papers?', 'sampled?', 'finding'],
      demands: [
        demand(
          'once',
          equals(
            count(
              'systems-check',
              all(equals(its('round'), field('round')), equals(its('unit'), field('unit'))),
            ),
            0,
          ),
          '这个单位在本次督查中已有一张表',
          'This unit has its sheet in this round already',
        ),
        demand(
          'period-of-round',
          atLeast(
            count(
              'systems-round',
              all(
                equals(its('id'), field('round')),
                equals(its('from'), field('from')),
                equals(its('until'), field('until')),
              ),
            ),
            1,
          ),
          '考察期须与本次督查相同，各单位才能比较',
          'The period is that of the round, so that units compare',
        ),
      ],
    }),
  ],
  clocks: [],
  flags: [
    flag(
      'papers-not-work',
      'red',
      all(
        ...Object.keys(SYSTEMS).map((one) => oneOf(one, field('papers'))),
        less(fact('cases.onTime', asked), WORK),
      ),
      '制度文件齐全，办件却多有超时',
      'All systems on paper, and the cases are late',
    ),
    flag(
      'work-not-looked-at',
      'yellow',
      all(atLeast(fact('cases.received', asked), 1), { not: filled(field('sampled')) }),
      '该单位有办件而没有抽查卷宗：只查了文件',
      'The unit had cases and none was sampled: only papers were inspected',
    ),
  ],
  measures: [
    measure('mean', 'on-time', '考察期内按时办结率', 'Decided in time', {
      ...{
        of: filled(fact('cases.onTime', asked)),
        value: fact('cases.onTime', asked),
        per: 'unit',
      },
    }),
    measure('share', 'papers', '三项制度文件齐全', 'All three on paper', {
      of: true,
      value: all(...Object.keys(SYSTEMS).map((one) => oneOf(one, field('papers')))),
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own' },
  examples: [
    example(
      '文件与工作都查',
      'Papers and work',
      [does(supervisor, 'record', '2026-06-24', { ...sheet, sampled: 20 })],
      {
        ...{ others: [aRound], facts: { 'cases.onTime': 0.97, 'cases.received': 80 } },
      },
    ),
    example(
      '文件齐全，工作超时',
      'Papers without work',
      [does(supervisor, 'record', '2026-06-24', { ...sheet, sampled: 20 })],
      {
        ...{
          others: [aRound],
          facts: { 'cases.onTime': 0.4, 'cases.received': 80 },
          flagged: ['papers-not-work'],
        },
      },
    ),
    example('没有抽查卷宗', 'No file sampled', [checked], {
      ...{ others: [aRound], facts: { 'cases.onTime': 0.97, 'cases.received': 80 } },
      flagged: ['work-not-looked-at'],
    }),
    example('一个单位两张表', 'Twice', [checked], {
      ...{ others: [aRound, { values: { round: 'other-1', unit: 'planning' } }], refused: 'once' },
    }),
    example(
      '换一段考察期',
      'Another period',
      [does(supervisor, 'record', '2026-06-24', { ...sheet, from: '2026-05-01' })],
      { others: [aRound], refused: 'period-of-round' },
    ),
  ],
})
