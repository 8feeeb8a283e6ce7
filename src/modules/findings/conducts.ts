import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { refuse } from './refusals.ts'
import type { FindingKind, Severity, StyleClass } from './terms.ts'

/** One conduct of the taxonomy: what somebody did or left undone, the class of style it is, how grave it usually is. */
export interface Conduct extends Bilingual {
  readonly code: string
  readonly style: StyleClass
  readonly kind: FindingKind
  readonly severity: Severity
  /** Somebody outside is harmed by it: the finding does not close without remedy (乱作为, ESUP-10). */
  readonly harms: boolean
  readonly from: Day
  /** The last day on which it could be found; null: still in force. */
  readonly until: Day | null
}

type Line = readonly [
  code: string,
  zh: string,
  en: string,
  style: StyleClass,
  kind: FindingKind,
  severity: Severity,
  harms?: 'harms',
]

/** † The taxonomy of a local system: an office that names things otherwise ends a line and begins another. */
const LINES: readonly Line[] = [
  ['oldWays', '思想僵化、墨守成规', 'old ways for their own sake', 'thinking', 'conduct', 'light'],
  ['hollowLearning', '学用脱节、学习走过场', 'learning for show', 'thinking', 'conduct', 'light'],
  ['overLimit', '超过时限', 'over the limit', 'policyFlow', 'time', 'ordinary'],
  [
    'orderNotCarriedOut',
    '政令不畅、决定不落实',
    'a decision not carried out',
    'policyFlow',
    'process',
    'ordinary',
  ],
  ['beyondPower', '超越职权', 'beyond its power', 'policyFlow', 'content', 'grave', 'harms'],
  ['beyondProcedure', '违反法定程序', 'against the procedure', 'policyFlow', 'process', 'ordinary', 'harms'],
  [
    'offGuide',
    '不按公示的内容、范围、程序办理',
    'off the published guide',
    'policyFlow',
    'content',
    'ordinary',
  ],
  [
    'noReasons',
    '决定无依据或者不说明理由',
    'a decision without basis or reasons',
    'policyFlow',
    'content',
    'ordinary',
  ],
  ['falseReport', '弄虚作假', 'false figures or records', 'policyFlow', 'content', 'grave'],
  [
    'lateReport',
    '迟报、漏报、断号',
    'reported late, with gaps, or not at all',
    'policyFlow',
    'process',
    'light',
  ],
  ['dormantInstitution', '制度形同虚设', 'an institution in name only', 'policyFlow', 'process', 'ordinary'],
  ['conflictOfInterest', '应当回避而未回避', 'did not stand aside', 'policyFlow', 'conduct', 'ordinary'],
  ['delay', '拖延', 'delay', 'shirking', 'time', 'ordinary'],
  ['inaction', '不作为', 'inaction', 'shirking', 'time', 'ordinary'],
  ['shirking', '推诿扯皮', 'shirking', 'shirking', 'service', 'ordinary'],
  ['departmentalism', '本位主义、拒不配合', 'departmentalism', 'shirking', 'conduct', 'ordinary'],
  ['rudeness', '态度蛮横、生硬', 'rude conduct', 'service', 'service', 'ordinary'],
  ['onceTold', '未一次性告知', 'not told at once', 'service', 'service', 'light'],
  ['noBadge', '不挂牌、不亮证', 'without badge', 'service', 'service', 'light'],
  ['undisclosed', '应公开未公开', 'not disclosed', 'service', 'process', 'ordinary'],
  ['poorEnvironment', '办事环境差', 'a poor place to be served', 'service', 'service', 'light'],
  ['managingOnly', '重管理轻服务', 'managing without serving', 'service', 'service', 'ordinary'],
  [
    'crudeEnforcement',
    '执法简单粗暴、随意',
    'crude or arbitrary enforcement',
    'service',
    'conduct',
    'grave',
    'harms',
  ],
  [
    'lastThree',
    '民主评议列末三位',
    'among the last three of an evaluation',
    'service',
    'service',
    'ordinary',
  ],
  ['absence', '空岗、擅离岗位', 'away from the post', 'spirit', 'conduct', 'ordinary'],
  ['lateArrival', '迟到早退', 'late in, early out', 'spirit', 'conduct', 'light'],
  [
    'unrelatedActivity',
    '上班时间做与工作无关的事',
    'something else in working hours',
    'spirit',
    'conduct',
    'light',
  ],
  ['drinking', '工作日饮酒', 'drinking on a working day', 'spirit', 'conduct', 'ordinary'],
  ['gambling', '工作时间赌博打牌', 'gambling in working hours', 'spirit', 'conduct', 'grave'],
  ['formalism', '形式主义、虎头蛇尾', 'for show, strong start and weak end', 'spirit', 'conduct', 'light'],
  ['solicitation', '吃拿卡要', 'extortion and soliciting favours', 'thrift', 'conduct', 'grave', 'harms'],
  [
    'beyondRate',
    '超标准、无依据收费',
    'charged above the rate or without basis',
    'thrift',
    'fee',
    'ordinary',
    'harms',
  ],
  ['fineTarget', '下达罚款收费指标', 'targets for fines and fees', 'thrift', 'fee', 'grave'],
  [
    'selfServingRule',
    '部门利益、以权谋利',
    'a rule that serves its own income',
    'thrift',
    'content',
    'grave',
  ],
  ['auditIrregularity', '审计查出的资金问题', 'money found wrong by audit', 'thrift', 'fee', 'ordinary'],
  ['extravagance', '铺张浪费、公款吃喝', 'extravagance at public cost', 'thrift', 'fee', 'ordinary'],
  ['other', '其他', 'something else', 'spirit', 'conduct', 'light'],
]

const START = '2000-01-01' as Day

const lineOf = ([code, zh, en, style, kind, severity, harms]: Line): Conduct => ({
  ...{ code, zh, en, style, kind, severity },
  ...{ harms: harms !== undefined, from: START, until: null },
})

/** The taxonomy, dated: a finding is classed by what was in force on the day it happened. */
export const conducts: readonly Conduct[] = LINES.map(lineOf)

const inForce = ({ from, until }: Conduct, on: Day): boolean => from <= on && (until === null || on <= until)

export const conductsOn = (on: Day): Conduct[] => conducts.filter((one) => inForce(one, on))

/** A conduct of the taxonomy on a day, or a refusal that says where the taxonomy stands. */
export function conductOf(code: string, on: Day): Conduct {
  const found = conducts.find((one) => one.code === code && inForce(one, on))
  if (!found) throw refuse('finding.unknown-conduct', { conduct: code })
  return found
}

/** Its words, also of one that is no longer in force. */
export const conductWords = (code: string): Bilingual =>
  conducts.find((one) => one.code === code) ?? { zh: code, en: code }
