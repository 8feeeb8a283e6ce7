import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { codes, Id, InvestigationAct, MeasureGiven, NewNode, Person, Said } from './acts-contract.ts'
import {
  HarmLevel,
  Grade,
  InvestigationKind,
  LeadSource,
  OFFICE_LEVELS,
  NODE_RESULTS,
  OfficeLevel,
  Particulars,
  Proof,
  Publication,
  InvestigationStage,
} from './casework-shapes.ts'

export const Names = z.object({ account: z.string(), name: z.string() })
export const At = { at: InstantText, by: Names }
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
  /** Originals in the file, each of whatever bears its fingerprint. */
  documents: z.array(
    z.object({ ...At, sha256: z.string(), name: z.string(), mediaType: z.string(), size: z.number().int() }),
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
    z.object({
      ...{ ...At, cents: z.number(), on: DayText, payer: z.string(), reference: z.string() },
      sha256: z.string(),
    }),
  ),
  minutes: z.object({ ...At, claimedOn: DayText, sha256: z.string() }).nullable(),
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
      reviewer: Names.nullable(),
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

export const Numbered = z.object({ number: z.string().max(40) })

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
  summary: { zh: '决定或者退回处理意见', en: 'Decide on what was proposed, or return it' },
  guard: 'investigations.decide',
  params: Numbered,
  body: z.object({ agreed: z.boolean(), text: Said, publication: Publication }),
  answer: InvestigationView,
})

export const decideInvestigationAppeal = endpoint({
  name: 'decideInvestigationAppeal',
  method: 'POST',
  path: '/api/investigations/{number}/appeal-decision',
  summary: { zh: '对申诉作决定', en: 'Decide on an appeal' },
  guard: 'investigations.review',
  params: Numbered,
  body: z.object({ node: Id, upheld: z.boolean(), text: Said }),
  answer: InvestigationView,
})
