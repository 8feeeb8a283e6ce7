import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { AnswerShape, Position } from './act-contract.ts'
import { ChecklistView } from './checklist-contract.ts'
import { EVIDENCE_CODES, KIND_CODES, RECHECK_CODES, VISIT_STATE_CODES } from './terms.ts'

export const VisitRow = z.object({
  visit: z.string(),
  round: z.string(),
  kind: z.enum(KIND_CODES),
  theme: z.string(),
  unit: z.string(),
  name: BilingualText,
  section: z.string().nullable(),
  group: z.string(),
  from: DayText,
  until: DayText,
  status: z.enum(VISIT_STATE_CODES),
  sealed: z.boolean(),
  startedAt: InstantText.nullable(),
  submitBy: DayText.nullable(),
  /** One working day was left and it was not there. */
  reminded: z.boolean(),
  /** The sheet was not handed in by its day. */
  late: z.boolean(),
  findings: z.number().int(),
  evidence: z.number().int(),
  mine: z.boolean(),
})
export type VisitRow = z.infer<typeof VisitRow>

export const listVisits = endpoint({
  name: 'listVisits',
  method: 'GET',
  path: '/api/inspections/visits',
  summary: { zh: '检查台历', en: 'Calendar of all inspections' },
  guard: 'inspections.read',
  query: z.object({
    from: DayText.optional(),
    until: DayText.optional(),
    unit: z.string().max(80).optional(),
    mine: z.enum(['yes']).optional(),
  }),
  answer: z.object({ rows: z.array(VisitRow), from: DayText, until: DayText }),
})

export const EvidenceView = z.object({
  evidence: z.string(),
  kind: z.enum(EVIDENCE_CODES),
  text: z.string(),
  caption: z.string(),
  item: z.string().nullable(),
  sha256: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  position: Position.nullable(),
  witnesses: z.number().int(),
  /** By the clock of the device, set right by what the server knew of it; and when it arrived. */
  takenAt: InstantText,
  receivedAt: InstantText,
})
export type EvidenceView = z.infer<typeof EvidenceView>

export const VisitView = VisitRow.extend({
  checklist: ChecklistView,
  follows: z.array(z.string()),
  /** Of a covert visit nobody but the team ever learns who went. */
  inspectors: z.array(z.object({ account: z.string(), name: z.string() })),
  team: z.array(z.object({ account: z.string(), name: z.string() })),
  started: z
    .object({
      at: InstantText,
      position: Position.nullable(),
      present: z.number().int(),
      clockOff: z.boolean(),
    })
    .nullable(),
  answers: z.array(AnswerShape),
  /** Whom the lots name to be asked, item by item in their order. The visited never learn who it was. */
  receivers: z.array(z.object({ item: z.string(), reference: z.string(), name: z.string() })),
  evidenceRows: z.array(EvidenceView),
  statements: z.array(
    z.object({
      speaker: z.string(),
      text: z.string(),
      signed: z.boolean(),
      refusedBefore: z.string().nullable(),
      at: InstantText,
    }),
  ),
  findingRows: z.array(
    z.object({
      finding: z.string(),
      item: z.string().nullable(),
      body: z.string().nullable(),
      fact: z.string(),
      severity: z.string(),
      dueOn: DayText.nullable(),
      recheckOn: DayText.nullable(),
    }),
  ),
  rechecks: z.array(z.object({ finding: z.string(), outcome: z.enum(RECHECK_CODES), note: z.string() })),
  skippedBecause: z.string().nullable(),
  report: z.string().nullable(),
  acts: z.number().int(),
  may: z.array(z.enum(['act', 'handIn', 'skip', 'reassign'])),
})
export type VisitView = z.infer<typeof VisitView>

const VisitParams = z.object({ visit: z.string().max(60) })

export const getVisit = endpoint({
  name: 'getVisit',
  method: 'GET',
  path: '/api/inspections/visits/{visit}',
  summary: { zh: '一次检查', en: 'One visit' },
  guard: 'inspections.read',
  recorded: 'opened',
  params: VisitParams,
  answer: VisitView,
})

export const readEvidence = endpoint({
  name: 'readEvidence',
  method: 'GET',
  path: '/api/inspections/visits/{visit}/evidence/{evidence}',
  summary: { zh: '看一份证据，先核对校验值', en: 'A piece of evidence, checked against its hash first' },
  guard: 'inspections.evidence',
  kind: 'stream',
  recorded: 'opened',
  params: VisitParams.extend({ evidence: z.string().max(60) }),
  query: z.object({ purpose: z.string().min(2).max(200) }),
})

/** Only who goes there reads whom to call; that he did, and what for, stands in the ledger. */
export const getReceiverContact = endpoint({
  name: 'getReceiverContact',
  method: 'GET',
  path: '/api/inspections/visits/{visit}/receivers/{reference}',
  summary: { zh: '看核实对象的联系方式', en: 'How to reach somebody who was drawn to be asked' },
  guard: 'inspections.visit',
  recorded: 'opened',
  params: VisitParams.extend({ reference: z.string().max(80) }),
  query: z.object({ purpose: z.string().min(2).max(200) }),
  answer: z.object({ reference: z.string(), name: z.string(), phone: z.string(), matter: BilingualText }),
})

export const handInSheet = endpoint({
  name: 'handInSheet',
  method: 'POST',
  path: '/api/inspections/visits/{visit}/sheet',
  summary: { zh: '交情况单', en: 'Hand in the findings sheet of a visit' },
  guard: 'inspections.visit',
  params: VisitParams,
  body: z.object({ text: z.string().trim().min(2).max(4000) }),
  answer: VisitView,
})

export const skipVisit = endpoint({
  name: 'skipVisit',
  method: 'POST',
  path: '/api/inspections/visits/{visit}/left-out',
  summary: { zh: '说明为何不检查', en: 'Say why a place is left out' },
  guard: 'inspections.plan',
  params: VisitParams,
  body: z.object({ reason: z.string().trim().min(5).max(500) }),
  answer: VisitView,
})

export const changeInspectors = endpoint({
  name: 'changeInspectors',
  method: 'PUT',
  path: '/api/inspections/visits/{visit}/inspectors',
  summary: { zh: '更换检查人员，须无回避情形', en: 'Other inspectors for a visit; nobody who stands aside' },
  guard: 'inspections.plan',
  params: VisitParams,
  body: z.object({
    inspectors: z.array(z.string().max(80)).min(1).max(20),
    reason: z.string().trim().min(5).max(500),
  }),
  answer: VisitView,
})

export const ChainLink = z.object({
  visit: z.string(),
  round: z.string(),
  unit: z.string(),
  on: DayText,
  did: z.enum(['noted', 'mended', 'stillThere', 'worse', 'unreachable', 'planned']),
  note: z.string(),
})
export const FindingChain = z.object({
  finding: z.string(),
  links: z.array(ChainLink),
  recheckOn: DayText.nullable(),
  closed: z.boolean(),
  /** Its day of re-check has passed and nobody went. */
  dropped: z.boolean(),
})
export type FindingChain = z.infer<typeof FindingChain>

export const getFindingChain = endpoint({
  name: 'getFindingChain',
  method: 'GET',
  path: '/api/inspections/findings/{finding}/visits',
  summary: { zh: '一个问题的历次检查', en: 'The visits on which a finding was seen, one after the other' },
  guard: 'inspections.read',
  params: z.object({ finding: z.string().max(80) }),
  answer: FindingChain,
})

export const listDropped = endpoint({
  name: 'listDroppedFindings',
  method: 'GET',
  path: '/api/inspections/findings/dropped',
  summary: { zh: '查过一次就没有下文的问题', en: 'Findings whose re-check day passed without a visit' },
  guard: 'inspections.figures',
  answer: z.object({ rows: z.array(FindingChain) }),
})
