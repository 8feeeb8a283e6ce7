import { z } from 'zod'
import { DayText } from '#kernel/endpoint.ts'
import type { Bilingual } from '#kernel/refusal.ts'

type Words<Code extends string> = Readonly<Record<Code, Bilingual>>
const codesOf = <Code extends string>(words: Words<Code>) => Object.keys(words) as [Code, ...Code[]]

/** 案由: what a single case is about. The four of harm done to people who came are handled sealed, and so is a demand for benefits. */
export const INVESTIGATION_KINDS = {
  supervision: { zh: '效能监察案件', en: 'Efficiency supervision case' },
  adminFault: { zh: '行政过错', en: 'Administrative fault' },
  graveFailure: { zh: '不履行或不正确履行职责造成重大失误', en: 'Grave failure of duty' },
  weakExecution: { zh: '执行上级决策部署不力', en: 'Weak execution of decisions' },
  decisionError: { zh: '违反程序决策失误', en: 'Decision error by breach of procedure' },
  managementFailure: { zh: '不认真履行管理职责', en: 'Failure of management' },
  delayedWork: { zh: '贻误工作', en: 'Delay of work' },
  illegalCharges: { zh: '乱收费、乱罚款、乱摊派', en: 'Illegal charges, fines, levies' },
  demandingBenefits: { zh: '伸手要好处', en: 'Demanding benefits' },
  acceptingOfficer: { zh: '受理人员责任', en: 'Liability of the accepting officer' },
  overdue: { zh: '超时责任', en: 'Liability for overdue' },
  obstruction: { zh: '刁难', en: 'Obstruction' },
  abuseOfPower: { zh: '玩弄权力', en: 'Abuse of power' },
  illegalGain: { zh: '谋取非法利益', en: 'Illegal gain' },
  neglect: { zh: '玩忽职守', en: 'Neglect of duty' },
  attitude: { zh: '服务态度', en: 'Attitude at service' },
} as const satisfies Words<string>
export type InvestigationKind = keyof typeof INVESTIGATION_KINDS
export const InvestigationKind = z.enum(codesOf(INVESTIGATION_KINDS))

export const INVESTIGATION_STAGES = {
  lead: { zh: '线索待处置', en: 'a lead to be looked at' },
  plan: { zh: '立案，待定方案', en: 'opened, to be planned' },
  facts: { zh: '查明事实', en: 'facts' },
  hearing: { zh: '后果认定与陈述申辩', en: 'consequence and hearing' },
  decision: { zh: '待决定', en: 'to be decided' },
  reply: { zh: '待答复', en: 'to be answered to its source' },
  closing: { zh: '待结案', en: 'to be closed' },
  closed: { zh: '已结案', en: 'closed' },
  dropped: { zh: '不立案', en: 'not opened' },
} as const satisfies Words<string>
export type InvestigationStage = keyof typeof INVESTIGATION_STAGES
export const InvestigationStage = z.enum(codesOf(INVESTIGATION_STAGES))

export const LEAD_SOURCES = {
  finding: { zh: '监察发现', en: 'a finding' },
  card: { zh: '黄红牌', en: 'a card' },
  clue: { zh: '线索', en: 'a clue' },
  report: { zh: '群众举报', en: 'a report' },
  upper: { zh: '上级交办', en: 'referred down' },
  leader: { zh: '领导批示', en: "a leader's instruction" },
  attempt: { zh: '受理后要求补件被拦', en: 'an attempted late supplement' },
  liability: { zh: '部门超时责任', en: "a department's liability for delay" },
  task: { zh: '督办任务', en: 'a task' },
} as const satisfies Words<string>
export type LeadSource = keyof typeof LEAD_SOURCES
export const LeadSource = z.enum(codesOf(LEAD_SOURCES))

export const HARM_LEVELS = {
  slight: { zh: '轻微', en: 'slight' },
  ordinary: { zh: '一般', en: 'ordinary' },
  grave: { zh: '严重', en: 'grave' },
} as const satisfies Words<string>
export type HarmLevel = keyof typeof HARM_LEVELS
export const HarmLevel = z.enum(codesOf(HARM_LEVELS))

/** 处理: rungs of the ladder of instruments by their codes, from the lightest. */
export const GRADES = {
  reminderCard: { zh: '提醒卡', en: 'reminder card' },
  warningTalk: { zh: '谈话警示', en: 'warning talk' },
  selfCriticism: { zh: '书面检查', en: 'written self-criticism' },
  admonition: { zh: '效能告诫', en: 'efficiency admonition' },
  circularCriticism: { zh: '通报批评', en: 'criticism by circular' },
  warning: { zh: '警告', en: 'warning' },
  postAdjustment: { zh: '调整岗位', en: 'adjustment of post' },
  removalRecommendation: { zh: '建议免职', en: 'recommendation for removal' },
} as const satisfies Words<string>
export type Grade = keyof typeof GRADES
export const Grade = z.enum(codesOf(GRADES))

export const NODE_ROLES = {
  acted: { zh: '直接实施', en: 'acted' },
  ordered: { zh: '指使、决定', en: 'ordered' },
  approved: { zh: '批准、审核', en: 'approved' },
  managed: { zh: '主管、分管', en: 'was in charge' },
} as const satisfies Words<string>
export type NodeRole = keyof typeof NODE_ROLES

export const NODE_RESULTS = {
  liable: { zh: '应负责任', en: 'answers for it' },
  notLiable: { zh: '不负责任', en: 'does not answer for it' },
  transferred: { zh: '移送', en: 'transferred' },
} as const satisfies Words<string>
export type NodeResult = keyof typeof NODE_RESULTS

/** 公开范围, from the narrowest. */
export const PUBLICATIONS = {
  sealed: { zh: '不公开', en: 'sealed' },
  internal: { zh: '内部', en: 'internal' },
  circular: { zh: '通报', en: 'circular' },
  public: { zh: '向社会公开', en: 'public' },
} as const satisfies Words<string>
export type Publication = keyof typeof PUBLICATIONS
export const Publication = z.enum(codesOf(PUBLICATIONS))

/** 证据证明什么: what each kind of case has to prove. */
export const PROOFS = {
  fact: { zh: '事实', en: 'the fact' },
  duty: { zh: '职责未履行', en: 'a duty that failed' },
  loss: { zh: '损失或影响', en: 'the loss or effect' },
  effect: { zh: '不良后果', en: 'the bad consequence' },
  procedure: { zh: '程序缺失', en: 'the missing procedure' },
  charge: { zh: '收费票据', en: 'the charge' },
  order: { zh: '指示、批准', en: 'an order or approval' },
  top: { zh: '无人指使、批准', en: 'that nobody above ordered or approved' },
  excuse: { zh: '免责、从轻情节', en: 'what excuses' },
} as const satisfies Words<string>
export type Proof = keyof typeof PROOFS
export const Proof = z.enum(codesOf(PROOFS))

/** 监察层级: what an office of each level may do here. */
export const OFFICE_LEVELS = {
  county: { zh: '县级', en: 'county' },
  city: { zh: '市级', en: 'city' },
  province: { zh: '省级', en: 'province' },
} as const satisfies Words<string>
export type OfficeLevel = keyof typeof OFFICE_LEVELS
export const OfficeLevel = z.enum(codesOf(OFFICE_LEVELS))

const Text = z.string().trim().max(2000)
const Cents = z.number().int().min(0).max(1e13)
const nothingMore = <Kind extends InvestigationKind>(kind: Kind) => z.object({ kind: z.literal(kind) })

/** What a case of a kind holds beyond what all hold. Money in cents, days in Asia/Shanghai. */
export const Particulars = z.discriminatedUnion('kind', [
  nothingMore('supervision'),
  nothingMore('adminFault'),
  nothingMore('obstruction'),
  nothingMore('abuseOfPower'),
  nothingMore('illegalGain'),
  nothingMore('neglect'),
  nothingMore('attitude'),
  z.object({
    kind: z.literal('graveFailure'),
    duty: Text.min(2),
    lossCents: Cents.default(0),
    injured: z.number().int().min(0).default(0),
    badEffect: Text.default(''),
  }),
  z.object({
    kind: z.literal('weakExecution'),
    /** Number of the task where it was given. */
    task: z.string().min(1).max(80),
    assignedOn: DayText,
    dueOn: DayText,
  }),
  z.object({
    kind: z.literal('decisionError'),
    decision: z.string().min(1).max(120),
    decidedOn: DayText,
    legalCheckOn: DayText.nullable().default(null),
    /** The minutes that lay in the file when the lead was entered; what is filed later is filed later. */
    minutesOn: DayText.nullable().default(null),
    needed: z.number().int().min(1).max(200),
    present: z.number().int().min(0).max(200),
    deciders: z
      .array(
        z.object({ name: z.string().min(1).max(60), account: z.string().max(80).nullable().default(null) }),
      )
      .min(1)
      .max(30),
    damage: Text.min(2),
  }),
  z.object({
    kind: z.literal('managementFailure'),
    area: z.enum(['social', 'internal']),
    matter: Text.min(2),
  }),
  z.object({ kind: z.literal('delayedWork'), caseNo: z.string().max(60), effect: Text.min(2) }),
  z.object({
    kind: z.literal('illegalCharges'),
    item: z.string().max(80).nullable().default(null),
    basisClaimed: Text.min(2),
    refundDueOn: DayText,
    /** `payer` tells payers apart and is not a name: the name stands in the vault. */
    sums: z
      .array(
        z.object({
          title: z.string().min(1).max(120),
          cents: Cents.min(1),
          on: DayText,
          payer: z.string().max(20),
        }),
      )
      .min(1)
      .max(200),
  }),
  z.object({ kind: z.literal('demandingBenefits'), demanded: Text.min(2) }),
  z.object({
    kind: z.literal('acceptingOfficer'),
    caseNo: z.string().max(60),
    officer: z.string().max(80),
    materials: z.array(z.string()).max(200),
    asked: Text,
  }),
  z.object({ kind: z.literal('overdue'), caseNo: z.string().max(60), liability: z.string().max(120) }),
])
export type Particulars = z.infer<typeof Particulars>
export type ParticularsOf<Kind extends InvestigationKind> = Extract<Particulars, { kind: Kind }>
