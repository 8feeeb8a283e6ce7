import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText, PurposeQuery } from '#kernel/endpoint.ts'
import { AppealStep } from './instrument-shape.ts'
import {
  AUTHORITIES,
  CLOSINGS,
  FAMILIES,
  HEARINGS,
  LEVELS,
  RANKS,
  RESULTS,
  STAGES,
  STATUSES,
} from './terms.ts'

const Named = z.object({ id: z.string(), name: BilingualText })
const Person = z.object({ account: z.string(), name: z.string() })
const Reason = z.string().max(1000)
const FileParams = z.object({ file: z.string().max(20) })

export const MeasureSubject = z.object({
  kind: z.enum(['unit', 'person']),
  unit: Named,
  person: Person.nullable(),
  post: z.string().nullable(),
  status: z.enum(STATUSES).nullable(),
  rank: z.enum(RANKS).nullable(),
})

/** 提示: what somebody should look at; nothing follows from it by itself. */
export const MeasureSignal = z.object({ code: z.string(), text: BilingualText })
export type MeasureSignal = z.infer<typeof MeasureSignal>

export const MeasureRow = z.object({
  file: z.string(),
  stage: z.enum(STAGES),
  subject: MeasureSubject,
  instrument: z.object({
    code: z.string(),
    name: BilingualText,
    family: z.enum(FAMILIES),
    grade: z.number(),
  }),
  conduct: z.string(),
  conductName: BilingualText,
  proposedOn: DayText,
  decidedOn: DayText.nullable(),
  number: z.string().nullable(),
  dueOn: DayText.nullable(),
  until: DayText.nullable(),
  /** Carried out and its period ended, or come to nothing. */
  over: z.boolean(),
  signals: z.array(MeasureSignal),
})
export type MeasureRow = z.infer<typeof MeasureRow>

export const MeasureView = MeasureRow.extend({
  authority: z.enum(AUTHORITIES),
  hearing: z.enum(HEARINGS),
  closes: z.enum(CLOSINGS),
  period: z.string().nullable(),
  severity: z.enum(['light', 'ordinary', 'grave']),
  findings: z.array(z.string()),
  facts: z.string(),
  basis: z.string(),
  evidence: z.array(
    z.object({ text: z.string(), reference: z.string().nullable(), sha256: z.string().nullable() }),
  ),
  table: z.object({ instrument: BilingualText, because: z.array(z.string()) }),
  /** Why another than the table's was chosen. */
  deviation: z.string().nullable(),
  raisedFrom: z.string().nullable(),
  unitFirst: z.string().nullable(),
  casework: z.string().nullable(),
  inquiry: z.string().nullable(),
  proposedBy: Person,
  deciders: z.array(Person),
  stateBy: DayText.nullable(),
  returned: z.string().nullable(),
  statement: z.object({ text: z.string(), hearing: z.boolean(), at: InstantText }).nullable(),
  hearingHeld: z.object({ on: DayText, minutes: z.string() }).nullable(),
  agreed: z.array(z.object({ by: Person, reason: z.string(), at: InstantText })),
  decision: z
    .object({
      number: z.string(),
      on: DayText,
      heard: z.boolean(),
      level: z.enum(LEVELS),
      named: z.boolean(),
      hash: z.string(),
    })
    .nullable(),
  served: z.object({ on: DayText, way: z.string() }).nullable(),
  personnelReceivedAt: InstantText.nullable(),
  answers: z.array(
    z.object({
      text: z.string(),
      proof: z.array(z.string()),
      at: InstantText,
      by: Person,
      likeness: z.object({ percent: z.number(), file: z.string() }).nullable(),
      judged: z.object({ accepted: z.boolean(), reason: z.string(), by: Person }).nullable(),
    }),
  ),
  extended: z.object({ until: DayText, reason: z.string() }).nullable(),
  ranOut: DayText.nullable(),
  talk: z
    .object({
      on: DayText,
      interviewer: z.string(),
      factsShown: z.string(),
      promises: z.string(),
      checkBy: DayText,
      signedBy: z.string(),
    })
    .nullable(),
  check: z.object({ on: DayText, kept: z.boolean(), note: z.string(), by: Person }).nullable(),
  apology: z
    .object({ text: z.string(), channel: z.string(), on: DayText, link: z.string().nullable() })
    .nullable(),
  confirmed: z.object({ seen: z.boolean(), how: z.string() }).nullable(),
  circular: z
    .object({
      text: z.string(),
      reach: z.array(
        z.object({ unit: Named, readAt: InstantText.nullable(), changes: z.string().nullable() }),
      ),
    })
    .nullable(),
  result: z
    .object({
      outcome: z.enum(RESULTS),
      on: DayText,
      document: z.string(),
      post: z.string().nullable(),
      rank: z.enum(RANKS).nullable(),
      reason: z.string(),
      swapped: z.enum(['sideways', 'promotion']).nullable(),
    })
    .nullable(),
  appealWay: z.array(AppealStep),
  appealBy: DayText.nullable(),
  /** The last day on which the second step may be taken without the first; null where it may not. */
  directBy: DayText.nullable(),
  appeals: z.array(
    z.object({
      step: z.number(),
      grounds: z.string(),
      on: DayText,
      decideBy: DayText,
      decided: z
        .object({ outcome: z.enum(['upheld', 'cleared']), reasons: z.string(), by: Person, at: InstantText })
        .nullable(),
    }),
  ),
  /** 拟撤回, until another of the deciding body confirms or refuses it. */
  withdrawal: z.object({ reason: z.string(), by: Person, at: InstantText }).nullable(),
  /** Seen by nobody but the subject, those on the file and on its case. */
  sealed: z.boolean(),
  ended: z.object({ reason: z.string(), by: Person, at: InstantText }).nullable(),
  /** What the reader may do with the file now; pages show these and no others. */
  acts: z.array(z.string()),
})
export type MeasureView = z.infer<typeof MeasureView>

export const listMeasures = endpoint({
  name: 'listAccountabilityMeasures',
  method: 'GET',
  path: '/api/accountability/files',
  summary: {
    zh: '问责案卷：本人（本单位）的，或者全部',
    en: 'Files on measures, as far as the reader may see them',
  },
  guard: 'accountability.read',
  recorded: 'listed',
  query: PurposeQuery.extend({
    unit: z.string().max(80).optional(),
    account: z.string().max(80).optional(),
    instrument: z.string().max(60).optional(),
    stage: z.enum(STAGES).optional(),
    kind: z.enum(['unit', 'person']).optional(),
    /** With those that are over: ordinary views leave them out. */
    over: z.enum(['yes']).optional(),
  }),
  answer: z.object({ rows: z.array(MeasureRow) }),
})

export const getMeasure = endpoint({
  name: 'getAccountabilityMeasure',
  method: 'GET',
  path: '/api/accountability/files/{file}',
  summary: { zh: '一份问责案卷', en: 'One file on a measure' },
  guard: 'accountability.read',
  recorded: 'opened',
  params: FileParams,
  answer: MeasureView,
})

export const NewMeasure = z.object({
  subject: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('unit'), unit: z.string().max(80) }),
    z.object({
      kind: z.literal('person'),
      unit: z.string().max(80),
      account: z.string().max(80),
      post: z.string().max(80).nullable().default(null),
      status: z.enum(STATUSES),
      rank: z.enum(RANKS),
    }),
  ]),
  /** The table's choice where it is left out. */
  instrument: z.string().max(60).nullable().default(null),
  deviation: Reason.nullable().default(null),
  findings: z.array(z.string().max(40)).max(50),
  facts: z.string().max(4000),
  basis: z.string().max(500),
  evidence: z
    .array(
      z.object({
        text: z.string().min(2).max(500),
        reference: z.string().max(200).nullable().default(null),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .nullable()
          .default(null),
      }),
    )
    .max(50),
  unitAside: Reason.nullable().default(null),
  period: z.string().max(10).nullable().default(null),
})

export const proposeMeasure = endpoint({
  name: 'proposeMeasure',
  method: 'POST',
  path: '/api/accountability/files',
  summary: { zh: '提出处理', en: 'Propose a measure' },
  guard: 'accountability.propose',
  body: NewMeasure,
  answer: MeasureView,
})

/** What the table gives for such findings, before anything is proposed. */
export const suggestMeasure = endpoint({
  name: 'suggestMeasure',
  method: 'GET',
  path: '/api/accountability/suggestion',
  summary: { zh: '对照表给出的处理', en: 'What the table gives' },
  guard: 'accountability.propose',
  query: z.object({
    kind: z.enum(['unit', 'person']),
    unit: z.string().max(80),
    account: z.string().max(80).optional(),
    status: z.enum(STATUSES).optional(),
    finding: z.string().max(40),
  }),
  answer: z.object({
    instrument: z.object({ code: z.string(), name: BilingualText, grade: z.number() }),
    because: z.array(z.string()),
    raisedFrom: z.string().nullable(),
  }),
})
