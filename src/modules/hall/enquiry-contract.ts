import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { ENQUIRY_OUTCOMES, ENQUIRY_STATUSES } from './terms.ts'

const Named = z.object({ unit: z.string(), name: BilingualText })
const Officer = z.object({ account: z.string(), name: z.string(), unit: BilingualText })

export const SlipView = z.object({
  slip: z.string(),
  issuedAt: InstantText,
  from: Named,
  to: Named,
  counter: z.string().nullable(),
  place: z.string(),
  phone: z.string(),
  reason: z.string(),
  arrived: z.object({ at: InstantText, how: z.enum(['counter', 'citizen']) }).nullable(),
  /** Back to a department that had it before. */
  pingPong: z.boolean(),
})
export type SlipView = z.infer<typeof SlipView>

export const EnquiryView = z.object({
  enquiry: z.string(),
  matter: z.string(),
  item: z.string().nullable(),
  counter: z.string().nullable(),
  askedAt: InstantText,
  status: z.enum(ENQUIRY_STATUSES),
  /** 首问责任人: who was asked first, for good. */
  first: Officer,
  /** Who answers for it now; null: its unit, until somebody there takes it up. */
  owner: Officer.nullable(),
  /** Has the owner's powers now, because he is away. */
  standIn: z.string().nullable(),
  mine: z.enum(['mine', 'borrowed', 'no']),
  /** From the question to the arrival where it was referred, or to the answer. */
  handOverMinutes: z.number().int().nullable(),
  slips: z.array(SlipView.extend({ code: z.string().nullable(), link: z.string().nullable() })),
  settled: z
    .object({
      at: InstantText,
      outcome: z.enum(ENQUIRY_OUTCOMES),
      text: z.string(),
      caseNo: z.string().nullable(),
    })
    .nullable(),
})
export type EnquiryView = z.infer<typeof EnquiryView>

const EnquiryParams = z.object({ enquiry: z.string().max(30) })
const SlipParams = z.object({ slip: z.string().max(40) })

export const listEnquiries = endpoint({
  name: 'listEnquiries',
  method: 'GET',
  path: '/api/enquiries',
  summary: { zh: '首问登记', en: 'Questions at the counter' },
  guard: 'enquiries.read',
  query: z.object({
    from: DayText.optional(),
    until: DayText.optional(),
    status: z.enum(ENQUIRY_STATUSES).optional(),
    pingPong: z.enum(['yes']).optional(),
  }),
  answer: z.object({
    rows: z.array(EnquiryView),
    figures: z.object({
      asked: z.number().int(),
      open: z.number().int(),
      referred: z.number().int(),
      pingPong: z.number().int(),
      /** Middle of the minutes to hand-over; null while nothing was handed over or settled. */
      medianMinutes: z.number().int().nullable(),
    }),
  }),
})

export const getEnquiry = endpoint({
  name: 'getEnquiry',
  method: 'GET',
  path: '/api/enquiries/{enquiry}',
  summary: { zh: '一件首问登记', en: 'One enquiry' },
  guard: 'enquiries.read',
  params: EnquiryParams,
  answer: EnquiryView,
})

/** 首问登记: whoever is asked is the first officer, and nobody enters it for somebody else. */
export const askEnquiry = endpoint({
  name: 'askEnquiry',
  method: 'POST',
  path: '/api/enquiries',
  summary: { zh: '首问登记', en: 'Enter a question; whoever is asked answers for it' },
  guard: 'enquiries.handle',
  body: z.object({
    matter: z.string().trim().min(2).max(300),
    item: z.string().max(80).nullable().default(null),
    /** Kept as a mark only: it recognises the same person asking again. */
    phone: z.string().max(20).nullable().default(null),
    ticket: z.string().max(40).nullable().default(null),
  }),
  answer: EnquiryView,
})

export const settleEnquiry = endpoint({
  name: 'settleEnquiry',
  method: 'POST',
  path: '/api/enquiries/{enquiry}/outcome',
  summary: { zh: '首问办结：答复、受理或者申请人放弃', en: 'Settle it: answered, accepted, or given up' },
  guard: 'enquiries.handle',
  params: EnquiryParams,
  body: z.object({
    /** `notOurs` is refused: a slip takes its place. */
    outcome: z
      .enum([...ENQUIRY_OUTCOMES, 'notOurs'])
      .nullable()
      .default(null),
    text: z.string().max(1000).default(''),
    caseNo: z.string().max(60).nullable().default(null),
  }),
  answer: EnquiryView,
})

export const referEnquiry = endpoint({
  name: 'referEnquiry',
  method: 'POST',
  path: '/api/enquiries/{enquiry}/referrals',
  summary: { zh: '出具转办单', en: 'Issue a referral slip' },
  guard: 'enquiries.handle',
  params: EnquiryParams,
  body: z.object({
    unit: z.string().max(80),
    /** Fills in place and telephone from the hall. */
    counter: z.string().max(40).nullable().default(null),
    place: z.string().max(200).default(''),
    phone: z.string().max(40).default(''),
    reason: z.string().max(500),
  }),
  answer: EnquiryView,
})

/** At the counter that the slip leads to: whoever confirms takes the question over. */
export const confirmSlip = endpoint({
  name: 'confirmSlip',
  method: 'POST',
  path: '/api/slips/{slip}/arrival',
  summary: { zh: '窗口确认转来的群众已到', en: 'Confirm at the counter that the person arrived' },
  guard: 'enquiries.handle',
  params: SlipParams,
  answer: EnquiryView,
})

const Proof = { code: z.string().min(4).max(20), jurisdiction: z.string().max(40).optional() }
/** What whoever holds the paper sees of it. */
export const HeldSlip = SlipView.extend({ enquiry: z.string(), matter: z.string(), officer: z.string() })
export type HeldSlip = z.infer<typeof HeldSlip>

export const getHeldSlip = endpoint({
  name: 'getHeldSlip',
  method: 'GET',
  path: '/api/held-slips/{slip}',
  summary: { zh: '凭编号和确认码看转办单', en: 'A referral slip, by its number and code' },
  guard: 'public',
  params: SlipParams,
  query: z.object(Proof),
  answer: HeldSlip,
})

export const confirmHeldSlip = endpoint({
  name: 'confirmHeldSlip',
  method: 'POST',
  path: '/api/held-slips/{slip}/arrival',
  summary: { zh: '群众确认已到转办的窗口', en: 'Whoever holds the slip says that he arrived' },
  guard: 'public',
  params: SlipParams,
  body: z.object(Proof),
  answer: HeldSlip,
})
