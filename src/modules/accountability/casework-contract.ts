import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import {
  HarmLevel,
  Grade,
  InvestigationKind,
  LeadSource,
  OFFICE_LEVELS,
  NODE_RESULTS,
  NODE_ROLES,
  OfficeLevel,
  Particulars,
  Proof,
  Publication,
  InvestigationStage,
} from './casework-shapes.ts'
import { RANKS, STATUSES } from './terms.ts'

export * from './casework-shapes.ts'

const codes = <Code extends string>(words: Readonly<Record<Code, unknown>>) =>
  z.enum(Object.keys(words) as [Code, ...Code[]])
const Id = z.string().max(40)
const Account = z.string().max(80)
const Said = z.string().trim().max(2000)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Ids = z.array(Id).max(50).default([])
const Cents = z.number().int().min(1).max(1e13)

const Person = z.object({ name: z.string().trim().min(1).max(60), phone: z.string().max(20) })

export const NewNode = z.object({
  kind: z.enum(['unit', 'person']),
  unit: z.string().max(80),
  account: Account.nullable().default(null),
  name: z.string().trim().min(1).max(80),
  role: codes(NODE_ROLES),
  /** Whose act he ordered or approved. */
  of: Id.nullable().default(null),
  because: Said,
})

export const MeasureGiven = z.object({ node: Id, grade: Grade, deviation: Said.default('') })

/** What those on a case do, one act at a time; the answer of a case says which are open. */
export const InvestigationAct = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('open'),
    lead: Account,
    members: z.array(Account).max(10).default([]),
    decider: Account,
    dueOn: DayText.nullable().default(null),
    because: Said,
  }),
  z.object({ act: z.literal('drop'), reason: Said }),
  z.object({
    act: z.literal('team'),
    lead: Account,
    members: z.array(Account).max(10),
    decider: Account,
    reason: Said,
  }),
  z.object({
    act: z.literal('plan'),
    text: Said,
    milestones: z
      .array(z.object({ code: Id, title: z.string().trim().min(1).max(120), dueOn: DayText }))
      .max(30),
  }),
  z.object({ act: z.literal('milestone'), code: Id, note: Said }),
  z.object({ act: z.literal('report'), text: Said, next: Said }),
  z.object({
    act: z.literal('evidence'),
    proves: Proof,
    text: Said,
    reference: z.string().max(300).default(''),
    sha256: Sha256,
  }),
  z.object({
    act: z.literal('interview'),
    node: Id,
    by: z.array(Account).max(5),
    heldAt: InstantText,
    text: Said,
    sha256: Sha256,
  }),
  NewNode.extend({ act: z.literal('node') }),
  z.object({ act: z.literal('top'), node: Id, reason: Said, evidence: Ids }),
  z.object({ act: z.literal('result'), node: Id, result: codes(NODE_RESULTS), reason: Said, evidence: Ids }),
  z.object({ act: z.literal('facts'), text: Said }),
  z.object({ act: z.literal('consequence'), level: HarmLevel, reason: Said, evidence: Ids }),
  z.object({ act: z.literal('hear'), node: Id, statement: Said, waived: z.boolean().default(false) }),
  z.object({ act: z.literal('notify') }),
  z.object({ act: z.literal('rename'), kind: InvestigationKind, reason: Said }),
  z.object({ act: z.literal('propose'), text: Said, measures: z.array(MeasureGiven).max(50) }),
  z.object({ act: z.literal('transfer'), to: z.string().trim().min(2).max(120), reason: Said }),
  z.object({
    act: z.literal('receipt'),
    number: z.string().trim().min(1).max(80),
    by: z.string().trim().min(1).max(80),
    on: DayText,
  }),
  z.object({
    act: z.literal('refund'),
    cents: Cents,
    on: DayText,
    payer: z.string().max(20),
    reference: z.string().trim().min(1).max(120),
    sha256: Sha256,
  }),
  z.object({ act: z.literal('minutes'), claimedOn: DayText, sha256: Sha256 }),
  z.object({
    act: z.literal('moveTask'),
    to: DayText,
    reason: Said,
    approvedBy: z.string().max(80).default(''),
  }),
  z.object({ act: z.literal('taskDone'), on: DayText, distorted: Said.default('') }),
  z.object({ act: z.literal('reply'), text: Said }),
  z.object({ act: z.literal('tellHarmed'), text: Said }),
  z.object({ act: z.literal('sendUp'), text: Said }),
  z.object({ act: z.literal('appeal'), node: Id, text: Said }),
  /** 立卷: the measure of one of the chain goes into the ladder as a file of its own. */
  z.object({
    act: z.literal('file'),
    node: Id,
    status: z.enum(STATUSES).default('civilServant'),
    rank: z.enum(RANKS).default('staff'),
    basis: z.string().trim().min(2).max(300),
    /** Why the unit is not at fault, where it has no measure. */
    unitAside: z.string().max(500).nullable().default(null),
  }),
  z.object({ act: z.literal('close') }),
])
export type InvestigationAct = z.infer<typeof InvestigationAct>

const Names = z.object({ account: z.string(), name: z.string() })
const At = { at: InstantText, by: Names }
const Flag = z.object({ code: z.string(), because: BilingualText })

export const InvestigationRow = z.object({
  number: z.string(),
  title: z.string(),
  kind: InvestigationKind,
  stage: InvestigationStage,
  source: LeadSource,
  reference: z.string(),
  unit: z.string(),
  unitName: BilingualText,
  sealed: z.boolean(),
  publication: Publication,
  enteredAt: InstantText,
  openedAt: InstantText.nullable(),
  dueOn: DayText.nullable(),
  lead: Names.nullable(),
  flags: z.array(Flag),
})
export type InvestigationRow = z.infer<typeof InvestigationRow>

const NodeView = NewNode.extend({
  node: z.string(),
  unitName: BilingualText,
  top: z.object({ reason: z.string(), evidence: z.array(z.string()) }).nullable(),
  result: z
    .object({ result: codes(NODE_RESULTS), reason: z.string(), evidence: z.array(z.string()) })
    .nullable(),
  heard: z.object({ ...At, statement: z.string(), waived: z.boolean() }).nullable(),
})

const MeasureView = MeasureGiven.extend({ byTable: Grade })

export const InvestigationView = InvestigationRow.extend({
  particulars: Particulars,
  entered: z.object(At),
  learnedOn: DayText,
  because: z.string(),
  team: z.object({ lead: Names, members: z.array(Names), decider: Names }).nullable(),
  findings: z.array(z.string()),
  /** Every limit of it with its end, those that ran out and those under way. */
  limits: z.array(
    z.object({
      limit: z.string(),
      title: BilingualText,
      dueAt: InstantText.nullable(),
      ended: z.boolean(),
      late: z.boolean(),
    }),
  ),
  plan: z
    .object({
      text: z.string(),
      milestones: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          dueOn: DayText,
          reached: z.object({ ...At, note: z.string() }).nullable(),
        }),
      ),
    })
    .nullable(),
  reports: z.array(z.object({ ...At, text: z.string(), next: z.string() })),
  evidence: z.array(
    z.object({
      ...At,
      evidence: z.string(),
      proves: Proof,
      text: z.string(),
      reference: z.string(),
      sha256: z.string(),
    }),
  ),
  interviews: z.array(
    z.object({
      interview: z.string(),
      node: z.string(),
      by: z.array(Names),
      heldAt: InstantText,
      text: z.string(),
      sha256: z.string(),
    }),
  ),
  nodes: z.array(NodeView),
  facts: z.object({ ...At, text: z.string() }).nullable(),
  consequence: z
    .object({ ...At, level: HarmLevel, reason: z.string(), evidence: z.array(z.string()) })
    .nullable(),
  answer: z.object({ ...At, text: z.string() }).nullable(),
  notifiedAt: InstantText.nullable(),
  proposal: z.object({ ...At, text: z.string(), measures: z.array(MeasureView) }).nullable(),
  decision: z.object({ ...At, text: z.string(), measures: z.array(MeasureView) }).nullable(),
  files: z.array(z.object({ node: z.string(), file: z.string() })),
  /** What the table says for this kind: slight, ordinary, grave. */
  table: z.object({ slight: Grade, ordinary: Grade, grave: Grade }),
  transfer: z
    .object({
      ...At,
      to: z.string(),
      reason: z.string(),
      receipt: z.object({ number: z.string(), by: z.string(), on: DayText }).nullable(),
    })
    .nullable(),
  refunds: z.array(
    z.object({ ...At, cents: z.number(), on: DayText, payer: z.string(), reference: z.string() }),
  ),
  minutes: z.object({ ...At, claimedOn: DayText }).nullable(),
  task: z.object({
    moves: z.array(z.object({ ...At, to: DayText, reason: z.string(), approvedBy: z.string() })),
    done: z.object({ on: DayText, distorted: z.string() }).nullable(),
    countsUntil: DayText.nullable(),
  }),
  reply: z.object({ ...At, text: z.string() }).nullable(),
  harmed: z.object({ name: z.string(), toldAt: InstantText.nullable() }).nullable(),
  payers: z.array(z.object({ payer: z.string(), name: z.string() })),
  referral: z
    .object({ office: BilingualText, level: codes(OFFICE_LEVELS), number: z.string(), resultDueOn: DayText })
    .nullable(),
  sentUp: z.object({ ...At, text: z.string() }).nullable(),
  appeals: z.array(
    z.object({
      ...At,
      node: z.string(),
      text: z.string(),
      decided: z.object({ ...At, upheld: z.boolean(), text: z.string() }).nullable(),
    }),
  ),
  /** What fell into the case from outside: orders received, and how long each held it. */
  instructions: z.array(z.object({ at: InstantText, leader: z.string(), matter: z.string() })),
  shares: z.array(z.object({ who: Names, steps: z.array(z.string()), hours: z.number(), share: z.number() })),
  /** Who looked at it and who tried: for those who lead it. */
  views: z.array(z.object({ ...At, allowed: z.boolean() })),
  may: z.array(z.string()),
  version: z.number().int(),
})
export type InvestigationView = z.infer<typeof InvestigationView>

const Numbered = z.object({ number: z.string().max(40) })

export const listInvestigations = endpoint({
  name: 'listInvestigations',
  method: 'GET',
  path: '/api/investigations',
  summary: { zh: '个案和线索', en: 'Single cases and leads' },
  guard: 'investigations.read',
  recorded: 'listed',
  query: z.object({
    kind: InvestigationKind.optional(),
    stage: InvestigationStage.optional(),
    unit: z.string().max(80).optional(),
    search: z.string().max(80).optional(),
  }),
  answer: z.object({
    rows: z.array(InvestigationRow),
    /** Beyond `rows` where there are more. */
    total: z.number().int(),
    mayEnter: z.boolean(),
    /** The level of the reader's office. */
    level: OfficeLevel,
  }),
})

export const enterLead = endpoint({
  name: 'enterLead',
  method: 'POST',
  path: '/api/investigations',
  summary: { zh: '登记线索', en: 'Enter a lead' },
  guard: 'investigations.enter',
  body: z.object({
    title: z.string().trim().min(2).max(120),
    source: LeadSource,
    reference: z.string().max(200).default(''),
    learnedOn: DayText,
    findings: z.array(z.string().max(80)).max(20).default([]),
    unit: z.string().max(80),
    sealed: z.boolean().default(false),
    publication: Publication.default('internal'),
    particulars: Particulars,
    harmed: Person.nullable().default(null),
    payers: z
      .array(Person.extend({ payer: z.string().min(1).max(20) }))
      .max(50)
      .default([]),
    referral: z
      .object({ number: z.string().trim().min(1).max(80), resultDueOn: DayText })
      .nullable()
      .default(null),
  }),
  answer: InvestigationView,
})

export const getInvestigation = endpoint({
  name: 'getInvestigation',
  method: 'GET',
  path: '/api/investigations/{number}',
  summary: { zh: '一件个案', en: 'One case' },
  guard: 'investigations.read',
  recorded: 'opened',
  params: Numbered,
  answer: InvestigationView,
})

export const actOnInvestigation = endpoint({
  name: 'actOnInvestigation',
  method: 'POST',
  path: '/api/investigations/{number}/acts',
  summary: { zh: '承办个案的一步', en: 'One act of those who handle a case' },
  guard: 'investigations.act',
  params: Numbered,
  body: InvestigationAct,
  answer: InvestigationView,
})

export const decideInvestigation = endpoint({
  name: 'decideInvestigation',
  method: 'POST',
  path: '/api/investigations/{number}/decision',
  summary: { zh: '决定或者退回处理意见；对申诉作决定', en: 'Decide on what was proposed, or on an appeal' },
  guard: 'investigations.decide',
  params: Numbered,
  body: z.discriminatedUnion('on', [
    z.object({ on: z.literal('proposal'), agreed: z.boolean(), text: Said, publication: Publication }),
    z.object({ on: z.literal('appeal'), node: Id, upheld: z.boolean(), text: Said }),
  ]),
  answer: InvestigationView,
})

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
