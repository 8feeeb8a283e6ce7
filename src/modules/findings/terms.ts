import type { Bilingual } from '#kernel/refusal.ts'

/** What a finding came from (全方位监督网络). */
export const SOURCE_WORDS = {
  card: { zh: '黄红牌', en: 'card' },
  visit: { zh: '明察暗访', en: 'visit' },
  audit: { zh: '审计报告', en: 'audit' },
  upper: { zh: '上级交办', en: 'from above' },
  media: { zh: '媒体曝光', en: 'media' },
  rating: { zh: '差评', en: 'bad rating' },
  complaint: { zh: '投诉举报', en: 'complaint' },
  recommendation: { zh: '纪检监察建议', en: 'recommendation' },
  selfCheck: { zh: '自查', en: 'self-check' },
  opinion: { zh: '征求意见', en: 'opinion' },
  poll: { zh: '民主评议', en: 'poll' },
  corps: { zh: '效能监督员', en: 'supervisors’ corps' },
  monitoringPoint: { zh: '监测点', en: 'monitoring point' },
  congress: { zh: '人大代表', en: 'people’s congress' },
  cppcc: { zh: '政协委员', en: 'CPPCC' },
  leader: { zh: '领导批示', en: 'leader' },
  register: { zh: '制度台账', en: 'register' },
  inquiry: { zh: '调查核实', en: 'inquiry' },
  ingest: { zh: '数据报送', en: 'reporting system' },
} as const satisfies Record<string, Bilingual>
export type FindingSource = keyof typeof SOURCE_WORDS
export const FINDING_SOURCES = Object.keys(SOURCE_WORDS) as [FindingSource, ...FindingSource[]]

export const KIND_WORDS = {
  time: { zh: '时限', en: 'time' },
  process: { zh: '程序', en: 'process' },
  content: { zh: '内容', en: 'content' },
  fee: { zh: '收费', en: 'fees' },
  conduct: { zh: '行为', en: 'conduct' },
  service: { zh: '服务', en: 'service' },
} as const satisfies Record<string, Bilingual>
export type FindingKind = keyof typeof KIND_WORDS
export const FINDING_KINDS = Object.keys(KIND_WORDS) as [FindingKind, ...FindingKind[]]

export const SEVERITY_WORDS = {
  light: { zh: '轻微', en: 'light' },
  ordinary: { zh: '一般', en: 'ordinary' },
  grave: { zh: '严重', en: 'grave' },
} as const satisfies Record<string, Bilingual>
export type Severity = keyof typeof SEVERITY_WORDS
export const SEVERITIES = Object.keys(SEVERITY_WORDS) as [Severity, ...Severity[]]

export const FINDING_STATE_WORDS = {
  open: { zh: '待回复', en: 'open' },
  answered: { zh: '已回复', en: 'answered' },
  disposed: { zh: '已处置', en: 'disposed' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
} as const satisfies Record<string, Bilingual>
export type FindingStatus = keyof typeof FINDING_STATE_WORDS
export const FINDING_STATES = Object.keys(FINDING_STATE_WORDS) as [FindingStatus, ...FindingStatus[]]

/** What becomes of a finding. The last three have no consequence for whoever is at fault. */
export const DISPOSITION_WORDS = {
  rectify: { zh: '责令整改', en: 'rectify' },
  instrument: { zh: '发效能告诫类文书', en: 'an instrument' },
  accountability: { zh: '提请问责', en: 'accountability' },
  transfer: { zh: '移送', en: 'transferred' },
  educated: { zh: '批评教育', en: 'educated' },
  exempt: { zh: '免责', en: 'exempt' },
  noFault: { zh: '不属过错', en: 'no fault' },
} as const satisfies Record<string, Bilingual>
export type Disposition = keyof typeof DISPOSITION_WORDS
export const DISPOSITIONS = Object.keys(DISPOSITION_WORDS) as [Disposition, ...Disposition[]]

export const REVIEW_WORDS = {
  kept: { zh: '维持', en: 'kept' },
  lifted: { zh: '撤销', en: 'lifted' },
} as const satisfies Record<string, Bilingual>
export type ReviewOutcome = keyof typeof REVIEW_WORDS
export const REVIEW_OUTCOMES = Object.keys(REVIEW_WORDS) as [ReviewOutcome, ...ReviewOutcome[]]

/** 六类作风问题 (RECT-26). */
export const STYLE_WORDS = {
  thinking: { zh: '思想解放不够，创新能力不足', en: 'Thinking: closed minds, no invention' },
  policyFlow: { zh: '政令不畅，执行不力', en: 'Policy flow: orders not carried out' },
  shirking: { zh: '推诿扯皮，本位主义', en: 'Shirking and departmentalism' },
  service: { zh: '服务意识不强，态度生硬', en: 'Service: no will to serve' },
  spirit: { zh: '精神不振，纪律松弛', en: 'Spirit: slack discipline' },
  thrift: { zh: '铺张浪费，与民争利', en: 'Thrift: waste and gain' },
} as const satisfies Record<string, Bilingual>
export type StyleClass = keyof typeof STYLE_WORDS
export const STYLE_CLASSES = Object.keys(STYLE_WORDS) as [StyleClass, ...StyleClass[]]
