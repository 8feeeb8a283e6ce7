import { institution, shape, word } from '#engines/registers/index.ts'
import { second, supervisor } from './parts.ts'

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
const { all, any, atLeast, days, differs, equals, fact, field, filled, lengthOf, more, not, passed, state } =
  word
const { today } = word

/** † Harm that lay for so long before it was found was missed by somebody. */
const LATE_DAYS = 30

const given = {
  ...{ harm: '二十三家企业重复提交材料两个月', finding: 'F260302-000001', unit: 'planning' },
  ...{ began: '2026-01-05', foundOn: '2026-03-02' },
}
const facts = { 'finding.unit': 'planning' }
const recorded = does(supervisor, 'record', '2026-03-03', given)
const analysis = {
  ...{ missed: 'card', analysis: '规则只看时限，不看同一材料被要求两次', windowPart: '窗口未用一次告知单' },
  ...{ change: '增加“重复要求材料”规则', changeBy: '2026-04-30' },
}
const analysed = does(supervisor, 'analyse', '2026-03-10', analysis)

/** 效能监察不到位: which of our own steps should have caught it, and what changes there by when. */
export const supervisionGap = institution({
  code: 'supervision-gap',
  title: said('监察漏洞', 'Supervision gaps'),
  purpose: said(
    '迟发现的损害，查明监察的哪一步本应发现，并限期改进；只怪窗口不算分析。',
    'For harm found late: which step of supervision should have caught it, changed by a date; blaming the window is no analysis.',
  ),
  basis: '',
  answers: ['ESUP-29'],
  area: 'supervision',
  fields: [
    longText('harm', '损害', 'Harm', { fixed: true }),
    text('finding', '问题编号', 'Finding', { fixed: true }),
    unit('unit', '发生单位', 'Unit', { fixed: true }),
    day('began', '发生日期', 'Began on', { fixed: true }),
    day('foundOn', '发现日期', 'Found on', { fixed: true }),
    choice('missed', '本应发现的监察步骤', 'Step that should have caught it', {
      card: ['电子监察规则', 'a rule of electronic supervision'],
      daySheet: ['大厅每日检查', 'the daily check of the hall'],
      spotCheck: ['作风抽查', 'a spot check'],
      visit: ['明查暗访', 'an inspection'],
      complaint: ['投诉受理', 'a complaint'],
      point: ['监测点和监督员', 'monitoring points and supervisors'],
      rating: ['好差评', 'ratings'],
      audit: ['审计', 'audit'],
      regular: ['定期检查', 'a regular check'],
      none: ['没有任何一步覆盖', 'no step covers it'],
      windowOnly: ['只是窗口的责任', "the window's fault alone"],
    }),
    longText('analysis', '为什么没有发现', 'Why it was missed'),
    longText('windowPart', '窗口的责任', "The window's part"),
    longText('change', '改进措施', 'What changes'),
    day('changeBy', '改进日期', 'Changed by'),
    longText('proof', '改进佐证', 'Proof of the change'),
    longText('seen', '核实情况', 'What was seen'),
  ],
  named: 'harm',
  owner: 'opener',
  states: [
    open('recorded', '待分析', 'recorded'),
    open('analysed', '改进中', 'being changed'),
    open('changed', '待核实', 'to be verified'),
    over('closed', '已改进', 'changed'),
  ],
  steps: [
    step('record', '登记', 'Record', {
      to: 'recorded',
      by: ['supervision', 'leader'],
      asks: ['harm', 'finding', 'unit', 'began', 'foundOn'],
      demands: [
        demand(
          'about-a-finding',
          equals(fact('finding.unit', { finding: field('finding') }), field('unit')),
          '须针对该单位一个已登记的问题',
          'It is about a finding of that unit',
        ),
      ],
    }),
    step('analyse', '分析', 'Analyse', {
      from: ['recorded'],
      to: 'analysed',
      by: ['supervision'],
      asks: ['missed', 'analysis', 'windowPart?', 'change', 'changeBy'],
      demands: [
        demand(
          'own-step',
          differs(field('missed'), 'windowOnly'),
          '只怪窗口不是分析：写明监察的哪一步本应发现',
          'Blaming the window is no analysis: say which step of supervision should have caught it',
        ),
        demand(
          'says-why',
          all(atLeast(lengthOf(field('analysis')), 10), atLeast(lengthOf(field('change')), 4)),
          '写明为什么没有发现（不少于 10 个字）和改什么',
          'Say why it was missed, in ten characters at least, and what changes',
        ),
        demand('ahead', more(field('changeBy'), today), '改进日期须晚于今天', 'The change lies ahead'),
      ],
    }),
    step('change', '已改进', 'Changed', {
      from: ['analysed'],
      to: 'changed',
      by: ['supervision'],
      asks: ['proof'],
    }),
    step('verify', '核实', 'Verify', {
      ...{
        from: ['changed'],
        to: 'closed',
        by: ['supervision', 'leader'],
        notBy: ['change'],
        asks: ['seen'],
      },
    }),
  ],
  clocks: [
    clock('analysing', '分析', 'Analysis', { starts: 'record', stops: ['analyse'], limit: '10W' }),
    clock('changing', '改进', 'Change', {
      starts: 'analyse',
      stops: ['change'],
      limit: { until: 'changeBy' },
    }),
  ],
  flags: [
    flag(
      'found-late',
      'notice',
      all(more(days(field('began'), field('foundOn')), LATE_DAYS), differs(state, 'closed')),
      `发生${LATE_DAYS}天后才发现`,
      `Found more than ${LATE_DAYS} days after it began`,
    ),
  ],
  measures: [
    measure('count', 'by-step', '漏在哪一步', 'Missed by step', {
      ...{ of: filled(field('missed')), value: true, per: 'missed' },
    }),
    measure('share', 'in-time', '按期改进', 'Changed in time', {
      ...{ of: any(equals(state, 'changed'), equals(state, 'closed')), value: not(passed('changing')) },
    }),
    measure('median', 'days-hidden', '多少天后发现', 'Days until it was found', {
      ...{ of: true, value: days(field('began'), field('foundOn')) },
    }),
  ],
  notices: [],
  visibility: { public: null, units: 'own', sealed: ['recorded', 'analysed', 'changed', 'closed'] },
  examples: [
    example(
      '分析、改进、核实',
      'Analysed, changed, verified',
      [
        recorded,
        analysed,
        does(supervisor, 'change', '2026-04-20', { proof: '规则已施行' }),
        does(second, 'verify', '2026-04-22', { seen: '新规则试算发现七件' }),
      ],
      { facts },
    ),
    example(
      '只怪窗口',
      'The window alone',
      [recorded, does(supervisor, 'analyse', '2026-03-10', { ...analysis, missed: 'windowOnly' })],
      { facts, refused: 'own-step' },
    ),
    example(
      '没有分析',
      'No analysis',
      [recorded, does(supervisor, 'analyse', '2026-03-10', { ...analysis, analysis: '窗口责任心不强' })],
      { facts, refused: 'says-why' },
    ),
    example(
      '改进日期已过',
      'A date gone by',
      [recorded, does(supervisor, 'analyse', '2026-03-10', { ...analysis, changeBy: '2026-03-01' })],
      { facts, refused: 'ahead' },
    ),
    example('没有这个问题', 'No such finding', [recorded], { refused: 'about-a-finding' }),
    example('迟迟没有分析', 'Nobody analyses', [recorded], {
      ...{ facts, seenOn: '2026-03-20', flagged: ['analysing', 'found-late'] },
    }),
  ],
})
