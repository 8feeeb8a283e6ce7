import { z } from 'zod'
import { BilingualText as Text, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { CHARGE_FAULTS, FEE_PAYERS, FEE_STATES, PROJECT_KINDS, QUANTITIES } from './fee-shape.ts'

const FeeCode = z.string().min(2).max(60)
/** Money in fen (分). */
const Cents = z.number().int().min(0).max(100_000_000_000_000)

export const FeeRate = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), cents: Cents }),
  z.object({ kind: z.literal('each'), cents: Cents, of: z.enum(QUANTITIES) }),
  z.object({ kind: z.literal('share'), millionths: z.number().int().min(0).max(1_000_000) }),
])
export type FeeRate = z.infer<typeof FeeRate>

export const FeeTerms = z.object({
  from: DayText,
  status: z.enum(FEE_STATES),
  rate: FeeRate,
  basis: z.string().max(500),
  exemption: Text,
  /** What was collected in the last whole year before, in fen. */
  collectedYearly: Cents.nullable(),
})
export const FeeReduction = z.object({
  reduction: FeeCode,
  title: Text,
  basis: z.string().max(500),
  /** Per cent of the rate that is still paid. */
  percent: z.number().int(),
  from: DayText,
  until: DayText.nullable(),
  minInvestment: Cents.nullable(),
  /** Whether "以上" holds the amount itself (民法典 1259: it does, unless the list says otherwise). */
  boundary: z.enum(['included', 'excluded']),
  projects: z.array(z.enum(PROJECT_KINDS)).max(PROJECT_KINDS.length),
})

export const FeeProposal = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('entry'),
    name: Text,
    payer: z.enum(FEE_PAYERS),
    items: z.array(z.string().max(80)).max(200),
    terms: FeeTerms,
  }),
  z.object({ kind: z.literal('terms'), terms: FeeTerms }),
  z.object({ kind: z.literal('reduction'), reduction: FeeReduction }),
])
export type FeeProposal = z.infer<typeof FeeProposal>

/** A published fee as people read it: now, before, and from when. */
export const FeeRow = z.object({
  fee: z.string(),
  name: Text,
  unit: z.string(),
  unitName: Text,
  payer: z.enum(FEE_PAYERS),
  items: z.array(z.string()),
  status: z.enum(FEE_STATES),
  /** The day from which the present terms hold. */
  from: DayText,
  rate: Text,
  rateBefore: Text.nullable(),
  basis: z.string(),
  exemption: Text,
  /** Published and not yet in force. */
  next: z.object({ from: DayText, status: z.enum(FEE_STATES), rate: Text, basis: z.string() }).nullable(),
  reductions: z.array(
    FeeReduction.extend({ eligible: Text, rate: Text, rateBefore: Text, inForce: z.boolean() }),
  ),
})
export type FeeRow = z.infer<typeof FeeRow>

const Where = z.object({ jurisdiction: z.string().max(20).optional() })

export const listFees = endpoint({
  name: 'listFees',
  method: 'GET',
  path: '/api/fees',
  summary: { zh: '收费目录和减免清单（公示）', en: 'The register of fees and reductions, as published' },
  guard: 'public',
  query: Where.extend({
    search: z.string().max(60).optional(),
    status: z.enum(FEE_STATES).optional(),
    payer: z.enum(FEE_PAYERS).optional(),
    item: z.string().max(80).optional(),
    /** Only fees with a reduction that holds today. */
    reduced: z.enum(['true']).optional(),
  }),
  answer: z.object({ on: DayText, rows: z.array(FeeRow), total: z.number().int() }),
})

export const FeeBill = z.object({
  on: DayText,
  /** In fen. */
  full: Cents,
  due: Cents,
  saved: Cents,
  lines: z.array(
    z.object({
      fee: z.string(),
      name: Text,
      status: z.enum(FEE_STATES),
      rate: Text,
      full: Cents,
      due: Cents,
      saved: Cents,
      reduction: z.string().nullable(),
      /** Why it is so much, one sentence for each reason. */
      because: z.array(Text),
    }),
  ),
  open: z.array(z.object({ fee: z.string(), name: Text, rate: Text })),
})
export type FeeBill = z.infer<typeof FeeBill>

const Amount = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/)
  .optional()

export const reckonFees = endpoint({
  name: 'reckonFees',
  method: 'GET',
  path: '/api/fee-bill',
  summary: { zh: '测算收费：为什么是这个金额', en: 'What would be charged, and why so much' },
  guard: 'public',
  query: Where.extend({
    /** In 万元, with at most two decimals. */
    investment: Amount,
    project: z.enum(PROJECT_KINDS).optional(),
    area: Amount,
    people: Amount,
    vehicles: Amount,
    count: Amount,
    item: z.string().max(80).optional(),
    on: DayText.optional(),
  }),
  answer: FeeBill,
})

export const feeSavings = endpoint({
  name: 'feeSavings',
  method: 'GET',
  path: '/api/fee-savings',
  summary: { zh: '减轻企业负担（公示）', en: 'What reduced and abolished fees save, as published' },
  guard: 'public',
  query: Where.extend({ year: z.coerce.number().int().min(2000).max(2200).optional() }),
  answer: z.object({
    year: z.number().int(),
    /** In fen: in a whole year, by what was collected before; and on the receipts of this year. */
    yearly: Cents,
    measured: z.number().int(),
    rows: z.array(
      z.object({
        fee: z.string(),
        name: Text,
        payer: z.enum(FEE_PAYERS),
        status: z.enum(FEE_STATES),
        from: DayText,
        yearly: Cents,
        measured: z.number().int(),
        receipts: z.number().int(),
      }),
    ),
  }),
})

/** As the offices see it: with what is proposed and who may publish it. */
export const FeeDeskRow = FeeRow.partial({ status: true, from: true, rate: true, basis: true }).extend({
  proposal: z
    .object({ kind: z.enum(['entry', 'terms', 'reduction']), from: DayText, by: z.string(), text: Text })
    .nullable(),
  mayPropose: z.boolean(),
  mayPublish: z.boolean(),
  /** For each reduction: eligible receipts, and those of them that were reduced (减免是否人人有份). */
  reach: z.array(z.object({ reduction: z.string(), eligible: z.number().int(), reduced: z.number().int() })),
})
export type FeeDeskRow = z.infer<typeof FeeDeskRow>

export const listFeeDesk = endpoint({
  name: 'listFeeDesk',
  method: 'GET',
  path: '/api/fee-register',
  summary: { zh: '收费目录（含待公布内容）', en: 'The register of fees with what is proposed' },
  guard: 'fees.read',
  answer: z.object({ rows: z.array(FeeDeskRow), mayPropose: z.boolean() }),
})

export const proposeFee = endpoint({
  name: 'proposeFee',
  method: 'PUT',
  path: '/api/fee-register/{fee}/proposal',
  summary: { zh: '起草收费、调整或减免', en: 'Draft a fee, new terms or a reduction' },
  guard: 'fees.propose',
  params: z.object({ fee: FeeCode }),
  body: z.object({ proposal: FeeProposal }),
  answer: FeeDeskRow,
})

export const publishFee = endpoint({
  name: 'publishFee',
  method: 'POST',
  path: '/api/fee-register/{fee}/publication',
  summary: { zh: '公布收费调整', en: 'Publish what was drafted' },
  guard: 'fees.publish',
  params: z.object({ fee: FeeCode }),
  answer: FeeDeskRow,
})

export const dropFee = endpoint({
  name: 'dropFee',
  method: 'POST',
  path: '/api/fee-register/{fee}/return',
  summary: { zh: '退回收费草稿', en: 'Send a draft back' },
  guard: 'fees.publish',
  params: z.object({ fee: FeeCode }),
  body: z.object({ reason: z.string().min(2).max(500) }),
  answer: FeeDeskRow,
})

export const ReceiptRow = z.object({
  receipt: z.string(),
  unit: z.string(),
  fee: z.string().nullable(),
  title: z.string(),
  on: DayText,
  cents: Cents,
  /** What should have been paid; null where that cannot be said. */
  due: Cents.nullable(),
  saved: z.number().int(),
  reduction: z.string().nullable(),
  caseNo: z.string().nullable(),
  fault: z.enum(CHARGE_FAULTS).nullable(),
  because: Text.nullable(),
})
export type ReceiptRow = z.infer<typeof ReceiptRow>

export const ToldReceipt = z.object({
  receipt: z.string().min(1).max(60),
  fee: z.string().max(60).nullable(),
  title: z.string().min(1).max(200),
  on: DayText,
  cents: Cents,
  voluntary: z.boolean().default(false),
  item: z.string().max(80).nullable().default(null),
  investment: Cents.nullable().default(null),
  project: z.enum(PROJECT_KINDS).nullable().default(null),
  /** In hundredths. */
  quantities: z.partialRecord(z.enum(QUANTITIES), z.number().int().min(0)).default({}),
})

export const tellReceipts = endpoint({
  name: 'tellReceipts',
  method: 'POST',
  path: '/api/receipts',
  summary: {
    zh: '上报收费票据，当场与收费目录核对；不符的当日通报监察',
    en: 'Tell receipts; each is compared with the register and supervision hears of a mismatch at once',
  },
  guard: 'fees.tell',
  body: z.object({ rows: z.array(ToldReceipt).min(1).max(500) }),
  answer: z.object({ rows: z.array(ReceiptRow) }),
})

export const listReceipts = endpoint({
  name: 'listReceipts',
  method: 'GET',
  path: '/api/receipts',
  summary: { zh: '收费票据', en: 'Receipts' },
  guard: 'fees.read',
  query: z.object({ faulty: z.enum(['true']).optional(), fee: z.string().max(60).optional() }),
  answer: z.object({ rows: z.array(ReceiptRow), total: z.number().int() }),
})

export const ChargeFaultRow = z.object({
  subject: z.string(),
  at: InstantText,
  unit: z.string(),
  fault: z.enum(CHARGE_FAULTS),
  because: Text,
  by: z.string(),
})
export type ChargeFaultRow = z.infer<typeof ChargeFaultRow>

export const listChargeFaults = endpoint({
  name: 'listChargeFaults',
  method: 'GET',
  path: '/api/charge-faults',
  summary: { zh: '收费问题', en: 'What is wrong with charges' },
  guard: 'fees.read',
  answer: z.object({ rows: z.array(ChargeFaultRow) }),
})
