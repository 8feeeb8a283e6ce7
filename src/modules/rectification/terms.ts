import type { Bilingual } from '#kernel/refusal.ts'
import { STYLE_WORDS as CLASS_WORDS } from '#modules/findings/terms.ts'

export {
  FINDING_SOURCES as SOURCES,
  type FindingSource as Source,
  SEVERITIES,
  type Severity,
  SEVERITY_WORDS,
  SOURCE_WORDS,
} from '#modules/findings/terms.ts'

const words = <Code extends string>(given: Readonly<Record<Code, Bilingual>>) => given
const codesOf = <Code extends string>(given: Readonly<Record<Code, Bilingual>>) =>
  Object.keys(given) as [Code, ...Code[]]

/** 六类作风问题 (RECT-26), and what fits none of them. */
export const STYLE_WORDS = words({ ...CLASS_WORDS, other: { zh: '其他', en: 'other' } })
export const STYLES = codesOf(STYLE_WORDS)
export type Style = (typeof STYLES)[number]

/** 诊断 (RECT-16, 17, 18, 21): each class has its own limit and its own demands. */
export const TRIAGE_WORDS = words({
  acute: { zh: '急症', en: 'acute' },
  grave: { zh: '重症', en: 'grave' },
  stubborn: { zh: '顽症', en: 'stubborn' },
  hard: { zh: '疑难', en: 'deep-seated' },
  ordinary: { zh: '一般', en: 'ordinary' },
})
export const TRIAGES = codesOf(TRIAGE_WORDS)
export type Triage = (typeof TRIAGES)[number]

export const STATE_WORDS = words({
  registered: { zh: '已登记', en: 'registered' },
  underWay: { zh: '整改中', en: 'under way' },
  closed: { zh: '已销号', en: 'closed out' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
})
export const STATES = codesOf(STATE_WORDS)
export type State = (typeof STATES)[number]

export const MEASURE_STATE_WORDS = words({
  open: { zh: '整改中', en: 'under way' },
  handedIn: { zh: '待验收', en: 'to be verified' },
  verified: { zh: '验收通过', en: 'verified' },
})
export const MEASURE_STATES = codesOf(MEASURE_STATE_WORDS)
export type MeasureState = (typeof MEASURE_STATES)[number]

/** 标本兼治 (RECT-20). */
export const TREATS_WORDS = words({
  symptom: { zh: '治标', en: 'symptom' },
  cause: { zh: '治本', en: 'cause' },
})
export const TREATS = codesOf(TREATS_WORDS)
export type Treats = (typeof TREATS)[number]

/** What is noticed of a problem or a measure: nothing is refused by it, and it stays until the facts change. */
export const FLAG_WORDS = words({
  noMeasure: { zh: '没有整改措施', en: 'no measure' },
  overdue: { zh: '逾期', en: 'overdue' },
  classOverdue: { zh: '超过本类问题的时限', en: 'past the limit of its class' },
  likeAnother: { zh: '疑似重复登记', en: 'suspected to stand already' },
  renamed: { zh: '疑似旧问题改名', en: 'an old problem under another name' },
  relapsed: { zh: '反弹', en: 'relapsed' },
  acuteInSlowClass: {
    zh: '涉及群众切身利益，却未列急症',
    en: 'touches people’s interests, yet in a slow class',
  },
  downgraded: { zh: '重症降级', en: 'grave class was lowered' },
  returning: { zh: '反复出现，只作一次性处理', en: 'keeps returning and was mended once' },
  parked: { zh: '以深层次为由搁置：无包案领导或节点', en: 'parked: no leader or no milestone' },
  reportMissing: { zh: '包案月报缺失', en: 'monthly report is missing' },
  silent: { zh: '久无动静', en: 'no sign of work' },
  onlySymptoms: { zh: '只有治标措施', en: 'only symptoms are treated' },
  commonAlone: { zh: '共性问题，各单位各自处理', en: 'common problem handled unit by unit' },
  boilerplate: { zh: '措施与其他单位雷同', en: 'measure reads like that of other units' },
  movedOften: { zh: '期限一再后延', en: 'date moved repeatedly' },
  weakened: { zh: '公开后弱化', en: 'weakened after publication' },
  weakerThanInternal: { zh: '公开内容弱于内部版本', en: 'published weaker than the internal version' },
  tickedInBulk: { zh: '一分钟内批量勾选', en: 'ticked in bulk' },
  notSolvedSaid: { zh: '群众反映没有解决', en: 'readers say it is not solved' },
  atOnceWithoutProof: { zh: '称立行立改而无证据', en: '“at once”, without evidence' },
  madeForTheVisit: { zh: '为检查补做材料', en: 'papers made for the visit' },
  falseClosure: { zh: '虚假销号', en: 'false closure' },
  outOfOrder: { zh: '未从最不满意的改起', en: 'not in the order of need' },
  answeredByNobody: { zh: '反映人未表态', en: 'whoever raised it has not spoken' },
})
export const FLAGS = codesOf(FLAG_WORDS)
export type Flag = (typeof FLAGS)[number]

/** What is noticed of a unit. */
export const UNIT_FLAG_WORDS = words({
  zeroProblems: { zh: '有发现、投诉而无问题', en: 'no problem, although there are findings' },
  unsigned: { zh: '负责人未签字确认', en: 'the head has not signed the list' },
  mostlyOther: { zh: '多数归入“其他”', en: 'most entries are “other”' },
  rushedClosures: { zh: '突击销号', en: 'a rush of closures' },
  easyFirst: { zh: '先易后难凑整改率', en: 'the easy ones first' },
})
export const UNIT_FLAGS = codesOf(UNIT_FLAG_WORDS)
export type UnitFlag = (typeof UNIT_FLAGS)[number]
