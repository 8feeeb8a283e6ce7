/** 督查的种类 (《政府督查工作条例》第十四条, and the city's own words). Sealed: the plan is its team's alone until it is released. */
export const ROUND_KINDS = {
  open: { zh: '明查', en: 'open check', sealed: false },
  covert: { zh: '暗访', en: 'undercover visit', sealed: true },
  covertCheck: { zh: '暗查', en: 'covert check of facts', sealed: true },
  general: { zh: '普查', en: 'general inspection', sealed: false },
  supervisory: { zh: '督查', en: 'supervisory inspection', sealed: false },
  followUp: { zh: '追查（回头看）', en: 'follow-up', sealed: false },
  special: { zh: '专项督查', en: 'special inspection', sealed: false },
  event: { zh: '事件调查', en: 'inquiry into an event', sealed: false },
  routine: { zh: '日常督办', en: 'routine inspection', sealed: false },
  lead: { zh: '线索核查', en: 'check of a lead', sealed: true },
  joint: { zh: '联合督查', en: 'joint inspection', sealed: false },
} as const
export type RoundKind = keyof typeof ROUND_KINDS
export const KIND_CODES = Object.keys(ROUND_KINDS) as [RoundKind, ...RoundKind[]]
/** Who went stays sealed for good, also after the round is released. */
export const isUndercover = (kind: RoundKind): boolean => kind === 'covert' || kind === 'covertCheck'
export const isSealedKind = (kind: RoundKind): boolean => ROUND_KINDS[kind].sealed

/** How hard a place is to check well: a sample leaves none of them out. */
export const STRATA = {
  easy: { zh: '容易', en: 'easy' },
  ordinary: { zh: '一般', en: 'ordinary' },
  hard: { zh: '难点', en: 'hard' },
} as const
export type Stratum = keyof typeof STRATA
export const STRATUM_CODES = Object.keys(STRATA) as [Stratum, ...Stratum[]]

export const ROUND_STATES = {
  planned: { zh: '拟定', en: 'planned' },
  committed: { zh: '名单已封存，待抽取', en: 'lists committed, to be drawn' },
  running: { zh: '进行中', en: 'under way' },
  released: { zh: '已解密', en: 'released' },
  closed: { zh: '已完成', en: 'closed' },
} as const
export type RoundStanding = keyof typeof ROUND_STATES
export const ROUND_STATE_CODES = Object.keys(ROUND_STATES) as [RoundStanding, ...RoundStanding[]]

export const VISIT_STATES = {
  planned: { zh: '待检查', en: 'to be visited' },
  started: { zh: '检查中', en: 'under way' },
  ended: { zh: '已离开，待交情况单', en: 'left, findings sheet due' },
  submitted: { zh: '情况单已交', en: 'findings handed in' },
  skipped: { zh: '未检查（已说明）', en: 'left out, with a reason' },
} as const
export type VisitStanding = keyof typeof VISIT_STATES
export const VISIT_STATE_CODES = Object.keys(VISIT_STATES) as [VisitStanding, ...VisitStanding[]]

export const EVIDENCE_KINDS = {
  photo: { zh: '照片', en: 'photo' },
  sound: { zh: '录音', en: 'sound' },
  document: { zh: '文件', en: 'document' },
  note: { zh: '记录', en: 'note' },
  signature: { zh: '签名', en: 'signature' },
} as const
export type EvidenceKind = keyof typeof EVIDENCE_KINDS
export const EVIDENCE_CODES = Object.keys(EVIDENCE_KINDS) as [EvidenceKind, ...EvidenceKind[]]

export const MARKS = {
  yes: { zh: '符合', en: 'as it should be' },
  no: { zh: '不符合', en: 'not as it should be' },
  notApplicable: { zh: '不适用', en: 'does not apply' },
} as const
export type Mark = keyof typeof MARKS
export const MARK_CODES = Object.keys(MARKS) as [Mark, ...Mark[]]

export const RECHECKS = {
  mended: { zh: '已整改到位', en: 'mended' },
  stillThere: { zh: '仍然存在', en: 'still there' },
  worse: { zh: '更加严重', en: 'worse' },
  unreachable: { zh: '未能核实', en: 'could not be checked' },
} as const
export type Recheck = keyof typeof RECHECKS
export const RECHECK_CODES = Object.keys(RECHECKS) as [Recheck, ...Recheck[]]

/** Numbers that are local practice (†): dated data, set with a reason. */
export const INSPECTION_NUMBERS = {
  overlapDays: {
    zh: '同一单位几天内再查须说明理由',
    en: 'Days within which another inspection of a unit needs a reason',
    usual: 30,
  },
  sameThingDays: {
    zh: '同一单位同一事项几天内不得重复检查',
    en: 'Days within which a unit is not inspected again for one thing',
    usual: 7,
  },
  findingsDays: {
    zh: '情况单应在几个工作日内交',
    en: 'Working days to hand in the findings sheet',
    usual: 3,
  },
  servedDays: {
    zh: '核实对象从最近几天内办结的申请人中抽取',
    en: 'Days within which somebody was served, to be drawn for confirming the effect of a service',
    usual: 365,
  },
  clockDriftMinutes: {
    zh: '手机时间相差几分钟起提示',
    en: 'Minutes a phone may be wrong before it is pointed out',
    usual: 10,
  },
  hoursADay: {
    zh: '每个工作日按几小时计算在场时数',
    en: 'Hours of a working day, for the share of hours with an inspector there',
    usual: 8,
  },
  smallSample: {
    zh: '随机样本少于几处不作推算',
    en: 'Random places below which nothing is estimated',
    usual: 10,
  },
} as const
export type InspectionNumber = keyof typeof INSPECTION_NUMBERS
export const NUMBER_CODES = Object.keys(INSPECTION_NUMBERS) as [InspectionNumber, ...InspectionNumber[]]
