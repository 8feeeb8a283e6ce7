import { institution, shape, word } from '#engines/registers/index.ts'
import { conduct, second, severity, supervisor } from './parts.ts'

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
const { all, atLeast, differs, equals, field, filled, lengthOf, less, likeness, passed, state, today } = word

/** † Words that share less than this with the superior's are another text. */
const SAME_TEXT = 0.8

const upperSeverity = choice(
  'upperSeverity',
  '上级认定的轻重',
  'Severity as the superior says',
  { light: ['轻微', 'light'], ordinary: ['一般', 'ordinary'], grave: ['严重', 'grave'] },
  { fixed: true },
)
const given = {
  ...{
    body: '省效能监察室',
    paper: '省效〔2026〕12号',
    text: '规划窗口上班时间有两名工作人员擅自离岗，群众等候四十分钟',
  },
  ...{ unit: 'planning', foundOn: '2026-03-03', dueOn: '2026-03-31', upperSeverity: 'ordinary' },
}
const taken = does(supervisor, 'take-in', '2026-03-05', given)
const carried = {
  ...{
    localText: '规划窗口上班时间有两名工作人员擅自离岗，群众等候四十分钟',
    conduct: 'absence',
    severity: 'ordinary',
  },
}
const carry = does(supervisor, 'carry', '2026-03-06', carried)
const miss = {
  why: 'notCovered',
  analysis: '本季度未抽到该窗口的午间时段',
  change: '午间时段列入每周抽查',
  changeBy: '2026-04-15',
}

/** 上级明查暗访发现问题: word for word, with the superior's date, and why our own checks did not find it. */
export const upperFinding = institution({
  code: 'upper-finding',
  title: said('上级发现问题', 'Findings from above'),
  purpose: said(
    '上级通报的问题逐字登记，按期回报；并说明本级检查为何没有发现。',
    'What superiors found is taken in word for word with its date, and asks why our own checks missed it.',
  ),
  basis: '',
  answers: ['INSP-19'],
  area: 'inspections',
  fields: [
    text('body', '上级机关', 'Superior', { fixed: true }),
    text('paper', '文号', 'Paper', { fixed: true }),
    longText('text', '问题原文', 'The finding, word for word', { fixed: true }),
    unit('unit', '责任单位', 'Unit', { fixed: true }),
    day('foundOn', '发现日期', 'Found on', { fixed: true }),
    day('dueOn', '上级要求回报日期', "The superior's date", { fixed: true }),
    upperSeverity,
    longText('localText', '交办内容', 'As passed on to the unit'),
    conduct,
    severity,
    choice('why', '本级没有发现的原因', 'Why our own checks missed it', {
      notCovered: ['没有覆盖到', 'not covered'],
      seenNotRecorded: ['看到而未记录', 'seen and not recorded'],
      closedTooEarly: ['曾发现而销号过早', 'found, and closed too early'],
      ruleMissing: ['没有相应的规则', 'no rule for it'],
      after: ['检查之后才发生', 'happened after the check'],
    }),
    longText('analysis', '分析', 'Analysis'),
    longText('change', '本级检查怎样改', 'What changes in our own checks'),
    day('changeBy', '改进日期', 'Changed by'),
    longText('result', '回报内容', 'What is reported back'),
  ],
  named: 'text',
  owner: { field: 'unit' },
  states: [
    open('taken', '待交办', 'taken in'),
    open('carried', '待分析', 'passed on'),
    open('analysed', '待回报', 'analysed'),
    over('reported', '已回报', 'reported back'),
  ],
  steps: [
    step('take-in', '登记', 'Take in', {
      ...{ to: 'taken', by: ['supervision'] },
      asks: ['body', 'paper', 'text', 'unit', 'foundOn', 'dueOn', 'upperSeverity'],
    }),
    step('carry', '交办', 'Pass on', {
      from: ['taken'],
      to: 'carried',
      by: ['supervision'],
      asks: ['localText', 'conduct', 'severity'],
      demands: [
        demand(
          'word-for-word',
          atLeast(likeness(field('localText'), field('text')), SAME_TEXT),
          '交办内容与上级原文出入过大：不得改轻、改写上级发现的问题',
          "What is passed on departs too far from the superior's words",
        ),
        demand(
          'as-grave',
          equals(field('severity'), field('upperSeverity')),
          '轻重须与上级认定的一致',
          'It is as grave as the superior says',
        ),
      ],
    }),
    step('analyse', '漏查分析', 'Analyse the miss', {
      from: ['carried'],
      to: 'analysed',
      by: ['supervision'],
      asks: ['why', 'analysis', 'change', 'changeBy'],
      demands: [
        demand(
          'says-why',
          atLeast(lengthOf(field('analysis')), 10),
          '写明本级检查为何没有发现（不少于 10 个字）',
          'Say why our own checks missed it, in ten characters at least',
        ),
      ],
    }),
    step('report', '回报上级', 'Report back', {
      ...{ from: ['analysed'], to: 'reported', by: ['supervision', 'leader'], asks: ['result'] },
    }),
  ],
  clocks: [
    clock('due', '回报上级', "The superior's date", {
      ...{ starts: 'take-in', stops: ['report'], limit: { until: 'dueOn' } },
    }),
    clock('carrying', '交办', 'Passing on', { starts: 'take-in', stops: ['carry'], limit: '3W' }),
  ],
  flags: [
    flag(
      'unanalysed',
      'yellow',
      all(equals(state, 'carried'), less(field('dueOn'), today)),
      '到期仍未分析本级为何没有发现',
      'Due, and nobody has said why our own checks missed it',
    ),
    flag(
      'reworded',
      'notice',
      all(filled(field('localText')), differs(field('localText'), field('text'))),
      '交办内容与上级原文不完全相同',
      "What was passed on is not exactly the superior's words",
    ),
  ],
  measures: [
    measure('count', 'by-reason', '漏查原因', 'Why it was missed', {
      ...{ of: filled(field('why')), value: true, per: 'why' },
    }),
    measure('share', 'in-time', '按期回报', 'Reported in time', {
      ...{ of: equals(state, 'reported'), value: { not: passed('due') } },
    }),
  ],
  notices: [],
  findings: [
    {
      ...{ on: 'carry', source: 'upper', conduct: { field: 'conduct' }, severity: { field: 'severity' } },
      ...{ unit: 'unit', fact: 'text', happenedOn: 'foundOn' },
    },
  ],
  visibility: { public: null, units: 'own', sealed: ['taken'] },
  examples: [
    example('逐字登记、交办、分析、回报', 'Word for word, to the end', [
      taken,
      carry,
      does(second, 'analyse', '2026-03-10', miss),
      does(supervisor, 'report', '2026-03-25', { result: '两人已教育，午间加派窗口' }),
    ]),
    example(
      '改轻了',
      'Toned down',
      [taken, does(supervisor, 'carry', '2026-03-06', { ...carried, localText: '窗口秩序有待加强' })],
      { refused: 'word-for-word' },
    ),
    example(
      '改了轻重',
      'Made lighter',
      [taken, does(supervisor, 'carry', '2026-03-06', { ...carried, severity: 'light' })],
      { refused: 'as-grave' },
    ),
    example(
      '分析只有两个字',
      'An analysis of two signs',
      [taken, carry, does(supervisor, 'analyse', '2026-03-10', { ...miss, analysis: '疏忽' })],
      { refused: 'says-why' },
    ),
    example(
      '换了两个字',
      'Two signs changed',
      [taken, does(supervisor, 'carry', '2026-03-06', { ...carried, localText: `${carried.localText}左右` })],
      { flagged: ['reworded'] },
    ),
    example('到期没有分析', 'Not analysed in time', [taken, carry], {
      ...{ seenOn: '2026-04-02', flagged: ['due', 'unanalysed'] },
    }),
    example('没有交办', 'Not passed on', [taken], { seenOn: '2026-03-13', flagged: ['carrying'] }),
  ],
})
