import { z } from 'zod'
import { BilingualText as Text, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { FeeBill } from '#modules/catalogue/contract.ts'
import { CHARGE_FAULTS, PROJECT_KINDS, QUANTITIES } from '#modules/catalogue/terms.ts'
import { CaseNo, FileParams } from './file-contract.ts'

const Cents = z.number().int().min(0).max(100_000_000_000_000)

/** What the bill is made out for. Investment in fen, counts in hundredths. */
export const ChargedFor = z.object({
  investment: Cents.nullable().default(null),
  project: z.enum(PROJECT_KINDS).nullable().default(null),
  quantities: z.partialRecord(z.enum(QUANTITIES), z.number().int().min(0)).default({}),
})

export const ChargeRow = z.object({
  fee: z.string(),
  name: Text,
  cents: Cents,
  full: Cents,
  reduction: z.string().nullable(),
  because: z.array(Text),
  at: InstantText,
  by: z.string(),
  receipt: z.object({ notice: z.string(), number: z.string() }),
})

export const FileCharges = z.object({
  /** What may be charged for the item now, reckoned for what was said of the case. */
  bill: FeeBill,
  chargedFor: ChargedFor,
  charges: z.array(ChargeRow),
  /** What was refused or found wrong about this case. */
  faults: z.array(z.object({ at: InstantText, fault: z.enum(CHARGE_FAULTS), because: Text })),
  mayCharge: z.boolean(),
})
export type FileCharges = z.infer<typeof FileCharges>

export const fileCharges = endpoint({
  name: 'fileCharges',
  method: 'GET',
  path: '/api/files/{caseNo}/charges',
  summary: { zh: '办件的账单和收费', en: 'The bill of a case and what was charged' },
  guard: 'files.read',
  params: FileParams,
  answer: FileCharges,
})

export const billFile = endpoint({
  name: 'billFile',
  method: 'PUT',
  path: '/api/files/{caseNo}/bill',
  summary: { zh: '登记计费依据（投资额、面积等）', en: 'Say what the bill of a case is reckoned by' },
  guard: 'files.handle',
  params: FileParams,
  body: ChargedFor,
  answer: FileCharges,
})

export const chargeFile = endpoint({
  name: 'chargeFile',
  method: 'POST',
  path: '/api/files/{caseNo}/charges',
  summary: {
    zh: '收费并出具票据；与收费目录不符的不能收取，并通报监察',
    en: 'Charge and issue the receipt; what the register does not bear out is refused and supervision hears of it',
  },
  guard: 'files.handle',
  params: FileParams,
  body: z.object({
    fee: z.string().max(60).nullable(),
    title: z.string().max(200).default(''),
    cents: Cents,
    voluntary: z.boolean().default(false),
  }),
  answer: FileCharges,
})

/** 申请人: what was asked of me, and was it right? */
export const TrackedCharges = z.object({
  charges: z.array(ChargeRow.omit({ by: true })),
  /** What came of what the applicant told of; null: the register bears it out. */
  found: z.object({ fault: z.enum(CHARGE_FAULTS), because: Text }).nullable(),
})
export type TrackedCharges = z.infer<typeof TrackedCharges>

const Proof = z.object({ code: z.string().max(20), jurisdiction: z.string().max(20).optional() })

export const trackCharges = endpoint({
  name: 'trackCharges',
  method: 'GET',
  path: '/api/track/{caseNo}/charges',
  summary: { zh: '我交了哪些费（凭查询码）', en: 'What I was charged, by number and code' },
  guard: 'public',
  params: z.object({ caseNo: CaseNo }),
  query: Proof,
  answer: TrackedCharges,
})

export const tellChargeTracked = endpoint({
  name: 'tellChargeTracked',
  method: 'POST',
  path: '/api/track/{caseNo}/charges',
  summary: {
    zh: '反映被收的钱：与收费目录核对，不符的当场通报监察（凭查询码）',
    en: 'Tell what one was asked to pay: it is compared with the register, and supervision hears of a mismatch',
  },
  guard: 'public',
  params: z.object({ caseNo: CaseNo }),
  body: Proof.extend({
    /** As on the receipt; empty: it has none, or there was no receipt. */
    fee: z.string().max(60).nullable(),
    title: z.string().min(1).max(200),
    cents: Cents,
    on: DayText,
    voluntary: z.boolean().default(false),
    /** Who took it: the office, whoever acts for the applicant, or a firm. */
    by: z.enum(['office', 'agent', 'intermediary']),
  }),
  answer: TrackedCharges,
})
