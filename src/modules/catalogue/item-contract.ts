import { z } from 'zod'
import { BilingualText, DayText } from '#kernel/endpoint.ts'
import { POWERS } from '#engines/paths/terms.ts'
import { PathShape } from './path-shape.ts'
import {
  clientKinds,
  codeSchemes,
  codesOf,
  conditionNatures,
  fieldKinds,
  gradeOutcomes,
  itemChannels,
  itemTypes,
  levels,
  licenceEffects,
  materialMedia,
  materialSources,
  necessities,
  paymentWays,
  resultKinds,
  specialStepKinds,
  stepKinds,
  themes,
} from './terms.ts'

/** Chinese is always there; English may be empty where a place's own catalogue has none, and pages then show the Chinese. */
const Text = BilingualText
export type Text = z.infer<typeof Text>

const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/)
/** The item's name in the catalogue for good: a code of the national or provincial scheme, or one of the place's own. */
export const ItemCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,79}$/)

/** A limit always names its unit; `0 workingDays` is "on the spot". */
export const LimitShape = z.object({
  length: z.number().int().min(0).max(10_000),
  unit: z.enum(['workingDays', 'calendarDays', 'months', 'years', 'workingHours', 'hours']),
})
export type LimitShape = z.infer<typeof LimitShape>

/** 办理依据, to the article, with the time in which it is law. */
export const Basis = z.object({
  law: z.string().min(1).max(200),
  article: z.string().max(200),
  text: z.string().max(4000),
  inForceFrom: DayText,
  /** The first day on which it is law no more. */
  repealedFrom: DayText.nullable(),
})
export type Basis = z.infer<typeof Basis>

export const Condition = z.object({
  code: Code,
  text: Text,
  /** How one can tell that it is met; left out, from facts. */
  nature: z.enum(codesOf(conditionNatures)).optional(),
})
export type Condition = z.infer<typeof Condition>

/** 环节: what happens, in which unit and post, and how long it may take of the promise. */
export const Step = z.object({
  code: Code,
  name: Text,
  kind: z.enum(codesOf(stepKinds)),
  /** Null is the acting unit itself. */
  unit: z.string().max(80).nullable(),
  post: Text,
  limit: LimitShape.nullable(),
  /** Steps with the same word here run side by side. */
  parallelGroup: z.string().max(40).nullable(),
  reviewStandard: Text,
  /** Which power is used; left out, the one its kind says. */
  power: z.enum(POWERS).optional(),
  /** Steps elsewhere whose result this one may wait for: listed dependencies, and no others. */
  needs: z.array(Code).max(20).optional(),
})
export type Step = z.infer<typeof Step>

/** 材料. The list is closed: nothing beyond it may be asked for. */
export const Material = z.object({
  code: Code,
  name: Text,
  originals: z.number().int().min(0).max(99),
  copies: z.number().int().min(0).max(99),
  medium: z.enum(codesOf(materialMedia)),
  necessity: z.enum(codesOf(necessities)),
  /** The stated case in which a conditional one is asked for. */
  requiredWhen: Text.nullable(),
  source: z.enum(codesOf(materialSources)),
  issuer: Text.nullable(),
  /** 可通过数据共享获得: then the office fetches it and the applicant is not asked. */
  bySharing: z.boolean(),
  askedFromApplicant: z.boolean(),
  /** 政府已有: the department that holds it; left out or null where none does. */
  heldBy: Text.nullable().optional(),
  blankForm: z.string().max(500).nullable(),
  sample: z.string().max(500).nullable(),
  guidance: Text,
  acceptanceStandard: Text,
  basis: z.string().max(500),
})
export type Material = z.infer<typeof Material>

/** 申请书示范文本: the blank is its labels, the filled sample its examples. */
export const SampleForm = z.object({
  code: Code,
  name: Text,
  updatedOn: DayText,
  file: z.string().max(500).nullable(),
  rows: z.array(z.object({ label: Text, example: Text })).max(100),
})
export type SampleForm = z.infer<typeof SampleForm>

export const ItemResult = z.object({
  code: Code,
  name: Text,
  kind: z.enum(codesOf(resultKinds)),
  sample: z.string().max(500).nullable(),
  validFor: LimitShape.nullable(),
  /** What becomes of the licence, where the result is one; left out, it is granted. */
  licence: z.enum(codesOf(licenceEffects)).optional(),
  /** 有效期届满多久前申请延续; left out, the thirty days of 行政许可法 50. */
  renewBefore: z
    .object({ length: z.number().int().min(1).max(365), unit: z.enum(['calendarDays', 'months']) })
    .optional(),
})
export type ItemResult = z.infer<typeof ItemResult>

export const ItemLimits = z.object({
  /** 即办件 or 承诺件 */
  onTheSpot: z.boolean(),
  statutory: LimitShape.nullable(),
  committed: LimitShape.nullable(),
  /** The row of the statutory table the clock of the law follows, e.g. `XK-04`; null where only the item names it. */
  statutoryRule: z.string().max(20).nullable(),
  note: Text,
})

export const FeeItem = z.object({
  code: Code,
  name: Text,
  standard: Text,
  basis: z.string().max(500),
  reductions: Text.nullable(),
})
export const Fee = z.object({
  charged: z.boolean(),
  items: z.array(FeeItem).max(50),
  waysToPay: z.array(z.enum(codesOf(paymentWays))).max(3),
})
export type Fee = z.infer<typeof Fee>

export const DeemedApproval = z.object({
  eligible: z.boolean(),
  reason: Text,
  approver: Text.nullable(),
  /** The law or local rule that allows it. */
  basis: Basis.nullable(),
})

/** 特别程序: time that is not counted, and why it may be taken. */
export const SpecialStep = z.object({
  code: Code,
  name: Text,
  kind: z.enum(codesOf(specialStepKinds)),
  limit: LimitShape,
  basis: Basis,
  noticeTemplate: Text,
})

/** 告知承诺: which papers a signed pledge stands in for, what it says, and until when it is checked. */
export const PledgeTerms = z.object({
  /** The pledge in full, as it is signed. */
  text: Text,
  /** Materials that are then not asked for. */
  waives: z.array(Code).max(40),
  /** 事后核查, from the decision on. */
  checkWithin: LimitShape,
  /** What follows when it was false. */
  consequence: Text,
  basis: z.string().max(500),
})
export type PledgeTerms = z.infer<typeof PledgeTerms>

/** 裁量基准: one grade, when it applies, and which decision it leaves open. */
export const DiscretionGrade = z.object({
  code: Code,
  name: Text,
  when: Text,
  outcome: z.enum(codesOf(gradeOutcomes)),
})
export type DiscretionGrade = z.infer<typeof DiscretionGrade>

const Body = z.object({ name: Text, address: Text, phone: z.string().max(60) })
export type SpecialStep = z.infer<typeof SpecialStep>

export const Remedies = z.object({
  review: Body.extend({ within: LimitShape }),
  court: Body.extend({ within: LimitShape }),
})

/** 申请表字段, asked in the portal and at the counter. */
export const FormField = z.object({
  code: Code,
  label: Text,
  kind: z.enum(codesOf(fieldKinds)),
  required: z.boolean(),
  choices: z.array(z.object({ code: Code, label: Text })).max(60),
  hint: Text,
  maxLength: z.number().int().min(1).max(4000).nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
})
export type FormField = z.infer<typeof FormField>

/** Everything that one version of an item says. Published, it is never changed. */
export const ItemContent = z.object({
  name: Text,
  type: z.enum(codesOf(itemTypes)),
  level: z.enum(codesOf(levels)),
  codes: z.object({
    scheme: z.enum(codesOf(codeSchemes)),
    basic: z.string().max(60).nullable(),
    implementation: z.string().max(80).nullable(),
    localBasic: z.string().max(60).nullable(),
    localImplementation: z.string().max(80).nullable(),
  }),
  /** The body that acts, as its seal says; `creditCode` is kept as given, also when it is no sound code. */
  actingBody: z.object({ name: Text, creditCode: z.string().max(60).nullable() }),
  /** 主项, under which business items stand together. */
  mainItem: z.string().max(300).nullable(),
  clients: z.array(z.enum(codesOf(clientKinds))).max(6),
  themes: z.array(z.enum(codesOf(themes))).max(10),
  /** What people say when they mean this item. */
  phrases: z.array(z.string().min(1).max(60)).max(40),

  duties: Text,
  content: Text,
  basis: z.array(Basis).max(40),
  conditions: z.array(Condition).max(60),
  steps: z.array(Step).max(40),
  limits: ItemLimits,
  materials: z.array(Material).max(80),
  samples: z.array(SampleForm).max(20),
  results: z.array(ItemResult).max(20),
  discipline: z.array(Text).max(20),

  fee: Fee,
  visits: z.number().int().min(0).max(20),
  /** 必须现场办理原因 */
  onSiteReason: Text.nullable(),
  /** 网上办理深度 I–IV; 0 is not online. */
  onlineDepth: z.number().int().min(0).max(4),
  channels: z.array(z.enum(codesOf(itemChannels))).max(5),
  place: z.object({ address: Text, hours: Text }),
  phones: z.object({ consult: z.string().max(60), complaint: z.string().max(60) }),
  deemedApproval: DeemedApproval,
  specialSteps: z.array(SpecialStep).max(20),
  remedies: Remedies.nullable(),
  faq: z.array(z.object({ question: Text, answer: Text })).max(60),
  form: z.array(FormField).max(60),
  /** 流程图; left out, the steps follow each other as they are listed. */
  path: PathShape.optional(),
  /** 直接关系公共安全、人身健康、生命财产安全 (行政许可法 78, 79): who deceives may not apply again for a time. */
  safety: z.boolean().optional(),
  /** 备案: takes effect on complete receipt; there is nothing to refuse. */
  filing: z.boolean().optional(),
  /** 材料齐全、符合条件的，当天决定。 */
  sameDay: z.boolean().optional(),
  pledge: PledgeTerms.nullable().optional(),
  /** 裁量基准表; left out where nothing is left to discretion. */
  discretion: z.array(DiscretionGrade).max(20).optional(),
  /** 急事急办: the limit of a case in the express lane; left out, the platform's. */
  express: LimitShape.nullable().optional(),
})
export type ItemContent = z.infer<typeof ItemContent>
