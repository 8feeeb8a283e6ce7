import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { Said } from './acts-contract.ts'
import { Grade, InvestigationKind, OfficeLevel, InvestigationStage } from './casework-shapes.ts'
import { At, InvestigationRow, Names, Numbered } from './investigation-contract.ts'

export * from './casework-shapes.ts'
export { keepInvestigationDocument, readInvestigationDocument } from './document-contract.ts'
export { InvestigationAct, MeasureGiven } from './acts-contract.ts'
export {
  actOnInvestigation,
  decideInvestigation,
  decideInvestigationAppeal,
  enterLead,
  getInvestigation,
  InvestigationRow,
  InvestigationView,
  listInvestigations,
} from './investigation-contract.ts'

/** What a unit sees of a case that it was told of: no evidence, no statement of anybody. */
export const NoticedCase = z.object({
  number: z.string(),
  title: z.string(),
  kind: InvestigationKind,
  stage: InvestigationStage,
  notifiedAt: InstantText,
  answerBy: InstantText.nullable(),
  facts: z.string(),
  answer: z.object({ ...At, text: z.string() }).nullable(),
  measures: z.array(z.object({ name: z.string(), grade: Grade })),
})
export type NoticedCase = z.infer<typeof NoticedCase>

export const listNoticedCases = endpoint({
  name: 'listNoticedCases',
  method: 'GET',
  path: '/api/noticed-cases',
  summary: { zh: '本单位被查的个案', en: 'Cases about the own unit that it was told of' },
  guard: 'investigations.answer',
  answer: z.object({ rows: z.array(NoticedCase) }),
})

export const answerNoticedCase = endpoint({
  name: 'answerNoticedCase',
  method: 'POST',
  path: '/api/noticed-cases/{number}/answer',
  summary: { zh: '被查单位答复', en: 'The unit in question answers' },
  guard: 'investigations.answer',
  params: Numbered,
  body: z.object({ text: Said }),
  answer: NoticedCase,
})

/** 发现一起、查处一起. */
export const reconcileInvestigations = endpoint({
  name: 'reconcileInvestigations',
  method: 'GET',
  path: '/api/investigation-balance',
  summary: { zh: '发现与查处对账', en: 'What was found beside what was decided' },
  guard: 'investigations.read',
  query: z.object({ from: DayText.optional(), until: DayText.optional() }),
  answer: z.object({
    from: DayText,
    until: DayText,
    found: z.number().int(),
    decided: z.number().int(),
    dropped: z.number().int(),
    balanced: z.boolean(),
    open: z.array(InvestigationRow.extend({ why: BilingualText })),
    /** Clues that stand somewhere in the record and were never entered here. */
    neverEntered: z.array(
      z.object({
        source: z.string(),
        reference: z.string(),
        unit: BilingualText,
        on: DayText,
        because: BilingualText,
      }),
    ),
    /** Units in which one class is never found although others are. */
    silentUnits: z.array(z.object({ unit: z.string(), unitName: BilingualText, because: BilingualText })),
    byKind: z.array(
      z.object({ kind: InvestigationKind, found: z.number().int(), decided: z.number().int() }),
    ),
  }),
})

export const TalkRow = z.object({
  talk: z.string(),
  unit: z.string(),
  unitName: BilingualText,
  person: Names.nullable(),
  findings: z.array(z.string()),
  dueAt: InstantText.nullable(),
  late: z.boolean(),
  held: z.object({ ...At, heldOn: DayText, note: z.string() }).nullable(),
})
export type TalkRow = z.infer<typeof TalkRow>

export const listReminderTalks = endpoint({
  name: 'listReminderTalks',
  method: 'GET',
  path: '/api/reminder-talks',
  summary: { zh: '小节累计和提醒谈话', en: 'Small findings added up, and the talks they make due' },
  guard: 'talks.read',
  answer: z.object({
    rows: z.array(TalkRow),
    adding: z.array(
      z.object({
        unit: z.string(),
        unitName: BilingualText,
        person: Names.nullable(),
        count: z.number().int(),
        of: z.number().int(),
      }),
    ),
    /** Units with other findings and never a small one: nothing adds up where nothing is entered. */
    silent: z.array(z.object({ unit: z.string(), unitName: BilingualText, others: z.number().int() })),
    mayHold: z.boolean(),
  }),
})

export const holdReminderTalk = endpoint({
  name: 'holdReminderTalk',
  method: 'POST',
  path: '/api/reminder-talks/{talk}/held',
  summary: { zh: '登记提醒谈话', en: 'Record that a reminder talk was held' },
  guard: 'talks.hold',
  params: z.object({ talk: z.string().max(160) }),
  body: z.object({ heldOn: DayText, note: Said }),
  answer: TalkRow,
})

export const OfficeRow = z.object({
  office: z.string(),
  name: BilingualText,
  level: OfficeLevel,
  powers: z.array(BilingualText),
  people: z.array(Names),
  referred: z.number().int(),
  resultsLate: z.number().int(),
})
export type OfficeRow = z.infer<typeof OfficeRow>

export const listSupervisionOffices = endpoint({
  name: 'listSupervisionOffices',
  method: 'GET',
  path: '/api/supervision-offices',
  summary: { zh: '效能监察机构和权限', en: 'Offices of supervision, their level and powers' },
  guard: 'investigations.read',
  answer: z.object({ rows: z.array(OfficeRow) }),
})

export const setSupervisionOffice = endpoint({
  name: 'setSupervisionOffice',
  method: 'PUT',
  path: '/api/supervision-offices/{office}',
  summary: { zh: '确定监察机构的层级', en: 'Say of which level an office of supervision is' },
  guard: 'investigations.offices',
  params: z.object({ office: z.string().max(80) }),
  body: z.object({ level: OfficeLevel, document: z.string().trim().min(2).max(120) }),
  answer: OfficeRow,
})

export const TypicalCircular = z.object({
  circular: z.string(),
  title: z.string(),
  status: z.enum(['drafted', 'issued', 'withdrawn']),
  number: z.string().nullable(),
  issuedAt: InstantText.nullable(),
  readBy: InstantText.nullable(),
  cases: z.array(
    z.object({ unitName: BilingualText, conduct: z.string(), fact: z.string(), measure: z.string() }),
  ),
  units: z.array(
    z.object({
      unit: z.string(),
      unitName: BilingualText,
      readAt: InstantText.nullable(),
      change: z.string().nullable(),
      /** Word for word what another unit wrote before. */
      copied: z.boolean(),
    }),
  ),
})
export type TypicalCircular = z.infer<typeof TypicalCircular>

export const listTypicalCases = endpoint({
  name: 'listTypicalCases',
  method: 'GET',
  path: '/api/typical-cases',
  summary: { zh: '典型个案通报', en: 'Circulars on typical cases' },
  guard: 'typical.read',
  answer: z.object({
    /** What was planned for the year: so many typical cases by a day. */
    plan: z.object({
      dueOn: DayText,
      wanted: z.number().int(),
      published: z.number().int(),
      short: z.boolean(),
    }),
    rows: z.array(TypicalCircular),
    /** Decided cases that may go into one. */
    ready: z.array(
      z.object({ number: z.string(), title: z.string(), unitName: BilingualText, decidedOn: DayText }),
    ),
    own: z.string().nullable(),
  }),
})

export const draftTypicalCases = endpoint({
  name: 'draftTypicalCases',
  method: 'POST',
  path: '/api/typical-cases',
  summary: { zh: '起草典型个案通报', en: 'Draft a circular on typical cases' },
  guard: 'investigations.act',
  body: z.object({
    title: z.string().trim().min(2).max(120),
    /** Each with what the circular says of it, naming the unit. */
    cases: z
      .array(z.object({ number: z.string().max(40), fact: Said }))
      .min(1)
      .max(20),
  }),
  answer: z.object({ circular: z.string() }),
})

export const sayTypicalChange = endpoint({
  name: 'sayTypicalChange',
  method: 'POST',
  path: '/api/typical-cases/{circular}/change',
  summary: { zh: '对照通报说明本单位改什么', en: 'Say what the own unit changes' },
  guard: 'typical.change',
  params: z.object({ circular: z.string().max(60) }),
  body: z.object({ text: Said }),
  answer: TypicalCircular,
})
