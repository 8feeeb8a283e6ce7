import type { Bilingual } from '#kernel/refusal.ts'

export * from './fee-shape.ts'

/** Codes of the catalogue with the words people read. The numbers are those of GB/T 39046-2020. */

interface Term extends Bilingual {
  /** The code of the national sets, where there is one. */
  readonly national?: string
}

const term = (national: string, zh: string, en: string): Term => ({ national, zh, en })

/** 事项类型 */
export const itemTypes = {
  power: term('00', '行政权力', 'administrative power'),
  licensing: term('01', '行政许可', 'administrative licence'),
  penalty: term('02', '行政处罚', 'administrative penalty'),
  compulsion: term('03', '行政强制', 'administrative compulsion'),
  levy: term('04', '行政征收', 'administrative levy'),
  payment: term('05', '行政给付', 'administrative payment'),
  inspection: term('06', '行政检查', 'administrative inspection'),
  confirmation: term('07', '行政确认', 'administrative confirmation'),
  award: term('08', '行政奖励', 'administrative award'),
  ruling: term('09', '行政裁决', 'administrative ruling'),
  otherPower: term('10', '其他行政权力', 'other administrative power'),
  publicService: term('20', '公共服务', 'public service'),
} as const satisfies Record<string, Term>
export type ItemType = keyof typeof itemTypes

/** 行使层级 */
export const levels = {
  national: term('1', '国家级', 'national'),
  province: term('2', '省级', 'provincial'),
  city: term('3', '市级', 'city'),
  county: term('4', '县级', 'county'),
  township: term('5', '镇（乡、街道）级', 'township'),
  village: term('6', '村（社区）级', 'village'),
  shared: term('7', '分级管理', 'shared between levels'),
} as const satisfies Record<string, Term>
export type Level = keyof typeof levels

/** 服务对象 */
export const clientKinds = {
  person: term('1', '自然人', 'person'),
  enterprise: term('2', '企业法人', 'enterprise'),
  institution: term('3', '事业法人', 'public institution'),
  association: term('4', '社会组织法人', 'social organisation'),
  agency: term('5', '行政机关', 'government agency'),
  otherClient: term('6', '其他组织', 'other organisation'),
} as const satisfies Record<string, Term>
export type ClientKind = keyof typeof clientKinds

/** 办理形式 */
export const itemChannels = {
  counter: term('1', '窗口办理', 'at the counter'),
  web: term('2', '网上办理', 'online'),
  mobile: term('3', '移动端办理', 'on the phone'),
  post: term('4', '快递申请', 'by post'),
  agent: term('9', '代办帮办', 'through an agent'),
} as const satisfies Record<string, Term>
export type ItemChannel = keyof typeof itemChannels

interface Theme extends Bilingual {
  readonly for: 'person' | 'organisation'
}
const own = (zh: string, en: string): Theme => ({ zh, en, for: 'person' })
const corporate = (zh: string, en: string): Theme => ({ zh, en, for: 'organisation' })

/** 自然人主题、法人主题: what people come for. */
export const themes = {
  birth: own('生育收养', 'birth and adoption'),
  residence: own('户籍身份', 'household and identity'),
  education: own('教育科研', 'education'),
  work: own('就业创业', 'work and starting up'),
  marriage: own('婚姻登记', 'marriage'),
  housing: own('住房保障', 'housing'),
  property: own('不动产', 'real estate'),
  socialSecurity: own('社会保障', 'social security'),
  healthCare: own('医疗卫生', 'health care'),
  retirement: own('离职退休', 'retirement'),
  disability: own('助残服务', 'disability'),
  relief: own('社会救助', 'social relief'),
  veterans: own('优待抚恤', 'veterans'),
  driving: own('交通出行', 'driving and travel'),
  travelAbroad: own('出境入境', 'travel abroad'),
  funeral: own('死亡殡葬', 'death and burial'),
  legalAid: own('司法公证', 'law and notary'),
  startingBusiness: corporate('设立变更', 'founding and changing a business'),
  permits: corporate('准营准办', 'permits to operate'),
  qualification: corporate('资质认证', 'qualification'),
  construction: corporate('工程建设', 'construction'),
  land: corporate('国土规划', 'land and planning'),
  investment: corporate('投资审批', 'investment'),
  environment: corporate('环保绿化', 'environment and greening'),
  taxation: corporate('税收财务', 'tax and finance'),
  employers: corporate('人力资源', 'employers'),
  safety: corporate('安全生产', 'safety'),
  agriculture: corporate('农林牧渔', 'farming, forestry, fishery'),
  culture: corporate('文体教育', 'culture, sport, education'),
  transport: corporate('交通运输', 'transport'),
  utilities: corporate('公用事业', 'utilities'),
  closing: corporate('注销退出', 'closing down'),
} as const satisfies Record<string, Theme>
export type ThemeCode = keyof typeof themes

/** 环节种类 */
export const stepKinds = {
  accept: { zh: '受理', en: 'acceptance' },
  review: { zh: '审查', en: 'review' },
  siteVisit: { zh: '现场核查', en: 'site visit' },
  expertReview: { zh: '专家评审', en: 'expert review' },
  hearing: { zh: '听证', en: 'hearing' },
  decide: { zh: '决定', en: 'decision' },
  deliver: { zh: '送达', en: 'delivery' },
} as const satisfies Record<string, Bilingual>
export type StepKind = keyof typeof stepKinds

/** 办事条件怎样认定: what is not met for want of judgement or form is refused in another way than a fact. */
export const conditionNatures = {
  fact: { zh: '客观事实，可直接查验', en: 'a fact that can be checked' },
  judgement: { zh: '需要解释或裁量', en: 'needs interpretation' },
  formality: { zh: '形式要求，可当场更正', en: 'a formality that can be mended on the spot' },
} as const satisfies Record<string, Bilingual>
export type ConditionNature = keyof typeof conditionNatures

/** 裁量档次对应的决定 */
export const gradeOutcomes = {
  granted: { zh: '准予', en: 'granted' },
  denied: { zh: '不予', en: 'denied' },
  either: { zh: '可以准予也可以不予', en: 'either' },
} as const satisfies Record<string, Bilingual>
export type GradeOutcome = keyof typeof gradeOutcomes

/** 材料必要性 */
export const necessities = {
  necessary: { zh: '必要', en: 'necessary' },
  conditional: { zh: '特定情形必要', en: 'in stated cases' },
  deferrable: { zh: '容缺后补', en: 'may follow later' },
} as const satisfies Record<string, Bilingual>
export type Necessity = keyof typeof necessities

/** 材料来源渠道 */
export const materialSources = {
  applicant: { zh: '申请人自备', en: 'the applicant' },
  government: { zh: '政府部门核发', en: 'a government agency' },
  other: { zh: '其他', en: 'others' },
} as const satisfies Record<string, Bilingual>
export type MaterialSource = keyof typeof materialSources

/** 材料形式 */
export const materialMedia = {
  paper: { zh: '纸质', en: 'paper' },
  electronic: { zh: '电子', en: 'electronic' },
  either: { zh: '纸质或电子', en: 'paper or electronic' },
} as const satisfies Record<string, Bilingual>
export type MaterialMedium = keyof typeof materialMedia

/** 审批结果类型 */
export const resultKinds = {
  licence: { zh: '证照', en: 'licence' },
  approval: { zh: '批文', en: 'approval document' },
  certificate: { zh: '证明', en: 'certificate' },
  filing: { zh: '备案回执', en: 'filing receipt' },
  payment: { zh: '资金给付', en: 'payment' },
  record: { zh: '登记信息', en: 'entry in a register' },
} as const satisfies Record<string, Bilingual>
export type ResultKind = keyof typeof resultKinds

/** What an item does to a licence. */
export const licenceEffects = {
  grants: { zh: '颁发证照', en: 'grants a licence' },
  renews: { zh: '延续证照', en: 'renews a licence' },
  changes: { zh: '变更或补发证照', en: 'changes or reissues a licence' },
  ends: { zh: '注销证照', en: 'ends a licence' },
} as const satisfies Record<string, Bilingual>
export type LicenceEffect = keyof typeof licenceEffects

/** 特别程序的种类: 行政许可法 45 and others that a named law lists. */
export const specialStepKinds = {
  hearing: { zh: '听证', en: 'hearing' },
  tender: { zh: '招标', en: 'tender' },
  auction: { zh: '拍卖', en: 'auction' },
  inspection: { zh: '检验', en: 'inspection' },
  test: { zh: '检测', en: 'test' },
  quarantine: { zh: '检疫', en: 'quarantine' },
  appraisal: { zh: '鉴定', en: 'appraisal' },
  expertReview: { zh: '专家评审', en: 'expert review' },
  otherByLaw: { zh: '法律规定的其他程序', en: 'another procedure named by law' },
} as const satisfies Record<string, Bilingual>
export type SpecialStepKind = keyof typeof specialStepKinds

/** 缴费方式 */
export const paymentWays = {
  online: { zh: '网上缴费', en: 'online' },
  counter: { zh: '窗口缴费', en: 'at the counter' },
  bank: { zh: '银行缴费', en: 'at a bank' },
} as const satisfies Record<string, Bilingual>
export type PaymentWay = keyof typeof paymentWays

/** 编码体系: never re-coded silently, so the scheme stands beside every code. */
export const codeSchemes = {
  current: { zh: '现行（GB/T 39554）', en: 'current (GB/T 39554)' },
  old: { zh: '旧版（GB/T 39046）', en: 'old (GB/T 39046)' },
  provincial: { zh: '省级编码', en: 'provincial' },
  local: { zh: '地方编码', en: 'local' },
} as const satisfies Record<string, Bilingual>
export type CodeScheme = keyof typeof codeSchemes

export const itemStates = {
  upcoming: { zh: '已公布，尚未生效', en: 'published, not yet in force' },
  inForce: { zh: '在用', en: 'in force' },
  suspended: { zh: '暂停', en: 'suspended' },
  cancelled: { zh: '取消', en: 'cancelled' },
} as const satisfies Record<string, Bilingual>
export type ItemState = keyof typeof itemStates

export const fieldKinds = {
  text: { zh: '短文本', en: 'text' },
  longText: { zh: '长文本', en: 'long text' },
  number: { zh: '数字', en: 'number' },
  date: { zh: '日期', en: 'date' },
  choice: { zh: '单选', en: 'one of' },
  choices: { zh: '多选', en: 'any of' },
  yesNo: { zh: '是否', en: 'yes or no' },
} as const satisfies Record<string, Bilingual>
export type FieldKind = keyof typeof fieldKinds

/** 办事指南的十项公开要素, in the order in which every guide shows them. */
export const disclosedElements = [
  { element: 'duties', zh: '办事职责', en: 'duties' },
  { element: 'content', zh: '承办事项', en: 'matter handled' },
  { element: 'basis', zh: '办事依据', en: 'legal basis' },
  { element: 'conditions', zh: '办事条件', en: 'conditions' },
  { element: 'steps', zh: '办事程序', en: 'procedure' },
  { element: 'limits', zh: '办事时限', en: 'time limits' },
  { element: 'materials', zh: '提交的材料目录', en: 'materials to bring' },
  { element: 'samples', zh: '申请书示范文本', en: 'model application forms' },
  { element: 'results', zh: '办事结果', en: 'results' },
  { element: 'discipline', zh: '办事纪律', en: 'rules of conduct' },
] as const

/** The codes of one set, as Zod wants them. */
export const codesOf = <Codes extends Record<string, unknown>>(set: Codes) =>
  Object.keys(set) as [keyof Codes & string, ...(keyof Codes & string)[]]
