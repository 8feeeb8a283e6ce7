import { z } from 'zod'
import { DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { MARK_CODES, RECHECK_CODES, VISIT_STATE_CODES } from './terms.ts'

export const Position = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: z.number().min(0).max(100_000),
})
export const AnswerShape = z.object({
  item: z.string().max(60),
  mark: z.enum(MARK_CODES),
  note: z.string().max(2000).default(''),
  receivers: z
    .array(
      z.object({
        reference: z.string().trim().min(1).max(80),
        confirms: z.boolean(),
        /** False: was tried and not reached. */
        reached: z.boolean().default(true),
      }),
    )
    .max(100)
    .default([]),
})

const VisitParams = z.object({ visit: z.string().max(60) })

const Instant = InstantText
/** Which act of which device it is, counted from 1, and when by the clock of the device. */
const Device = {
  device: z.string().min(4).max(60),
  nth: z.number().int().min(1).max(100_000),
  deviceAt: Instant,
}

/** What an inspector does on the spot, one act after the other, as the phone tells it afterwards. */
export const VisitAct = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    ...Device,
    position: Position.nullable().default(null),
    present: z.array(z.string().max(80)).max(20).default([]),
    /** The device's clock at the moment of sending; the difference to ours sets the other times right. */
    sentAt: Instant.optional(),
  }),
  z.object({ kind: z.literal('answer'), ...Device, answers: z.array(AnswerShape).min(1).max(200) }),
  z.object({
    kind: z.literal('note'),
    ...Device,
    evidence: z.string().min(4).max(60),
    text: z.string().trim().min(2).max(4000),
    /** Of the text, as the device computed it. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    item: z.string().max(60).nullable().default(null),
    position: Position.nullable().default(null),
    witnesses: z.array(z.string().max(80)).max(20).default([]),
  }),
  z.object({
    kind: z.literal('statement'),
    ...Device,
    /** Post or duty; the name goes into the vault. */
    speaker: z.string().trim().min(1).max(80),
    name: z.string().trim().max(80).nullable().default(null),
    text: z.string().trim().min(1).max(4000),
    signature: z.string().max(60).nullable().default(null),
    refusedBefore: z.string().max(80).nullable().default(null),
  }),
  z.object({
    kind: z.literal('finding'),
    ...Device,
    item: z.string().max(60).nullable().default(null),
    conduct: z.string().max(60).nullable().default(null),
    severity: z.enum(['light', 'ordinary', 'grave']).nullable().default(null),
    fact: z.string().trim().min(5).max(2000),
    account: z.string().max(80).nullable().default(null),
    post: z.string().max(80).nullable().default(null),
    badge: z.string().max(40).nullable().default(null),
    matter: z.string().max(120).nullable().default(null),
    dueOn: DayText.nullable().default(null),
    recheckOn: DayText.nullable().default(null),
  }),
  z.object({
    kind: z.literal('recheck'),
    ...Device,
    finding: z.string().max(80),
    outcome: z.enum(RECHECK_CODES),
    note: z.string().trim().max(2000).default(''),
  }),
  z.object({
    kind: z.literal('end'),
    ...Device,
    refused: z.array(z.number().int().min(1)).max(10_000).default([]),
  }),
])
export type VisitAct = z.input<typeof VisitAct>

/** What came of one act: the page keeps the number of a finding, and how often the server had seen the act. */
export const ActAnswer = z.object({
  visit: z.string(),
  status: z.enum(VISIT_STATE_CODES),
  acts: z.number().int(),
  finding: z.string().nullable(),
})
export type ActAnswer = z.infer<typeof ActAnswer>

export const tellAct = endpoint({
  name: 'tellAct',
  method: 'POST',
  path: '/api/inspections/visits/{visit}/acts',
  summary: {
    zh: '上报现场的一步',
    en: 'Tell one act of a visit; a repeat under the same key changes nothing',
  },
  guard: 'inspections.visit',
  params: VisitParams,
  body: VisitAct,
  answer: ActAnswer,
})

export const keepEvidence = endpoint({
  name: 'keepEvidence',
  method: 'POST',
  path: '/api/inspections/visits/{visit}/evidence',
  summary: {
    zh: '上传现场证据，校验值由设备当场算出',
    en: 'Hand in evidence with the hash its device computed',
  },
  guard: 'inspections.visit',
  kind: 'upload',
  params: VisitParams,
  query: z.object({
    device: z.string().min(4).max(60),
    nth: z.coerce.number().int().min(1).max(100_000),
    deviceAt: Instant,
    evidence: z.string().min(4).max(60),
    kind: z.enum(['photo', 'sound', 'document', 'signature']),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    caption: z.string().max(300).default(''),
    item: z.string().max(60).optional(),
    /** `latitude,longitude,accuracy` */
    position: z
      .string()
      .regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$/)
      .optional(),
    /** Accounts, by commas. */
    witnesses: z.string().max(400).default(''),
  }),
  answer: ActAnswer,
})
