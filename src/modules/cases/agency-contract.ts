import { z } from 'zod'
import { BilingualText as Text, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { ApplicantFields } from '#modules/vault/contract.ts'
import { AGENCY_KINDS, AGENCY_STAGES } from './agency-shape.ts'
import { HandedIn } from './file-contract.ts'
import { GRADES } from './terms.ts'

const Params = z.object({ agency: z.string().max(60) })

/** 代办员: named people of a village or of the hall, what they take on, and where one finds them. */
export const AgentRow = z.object({
  account: z.string(),
  name: z.string(),
  kind: z.enum(AGENCY_KINDS),
  unit: z.string(),
  unitName: Text,
  phone: z.string(),
  items: z.array(z.object({ item: z.string(), name: Text })),
  /** Where the papers of a village go: the service centre of its township. */
  township: z.string().nullable(),
  since: DayText,
  endedOn: DayText.nullable(),
})
export type AgentRow = z.infer<typeof AgentRow>

export const listAgents = endpoint({
  name: 'listAgents',
  method: 'GET',
  path: '/api/agents',
  summary: { zh: '代办员和可代办事项（公开）', en: 'Agents and what they take on, for everybody' },
  guard: 'public',
  query: z.object({ jurisdiction: z.string().max(20).optional() }),
  answer: z.object({ rows: z.array(AgentRow) }),
})

export const nameAgent = endpoint({
  name: 'nameAgent',
  method: 'PUT',
  path: '/api/agents/{account}',
  summary: { zh: '确定代办员及其可代办事项', en: 'Name an agent and what he takes on' },
  guard: 'agency.arrange',
  params: z.object({ account: z.string().max(80) }),
  body: z.object({
    kind: z.enum(AGENCY_KINDS),
    unit: z.string().max(80),
    phone: z.string().max(30),
    items: z.array(z.string().max(80)).min(1).max(200),
    township: z.string().max(80).nullable(),
  }),
  answer: AgentRow,
})

export const endAgent = endpoint({
  name: 'endAgent',
  method: 'POST',
  path: '/api/agents/{account}/end',
  summary: { zh: '代办员卸任', en: 'End the naming of an agent' },
  guard: 'agency.arrange',
  params: z.object({ account: z.string().max(80) }),
  body: z.object({ reason: z.string().min(2).max(300) }),
  answer: AgentRow,
})

export const AgencyView = z.object({
  agency: z.string(),
  kind: z.enum(AGENCY_KINDS),
  stage: z.enum(AGENCY_STAGES),
  item: z.string(),
  itemName: Text,
  agent: z.string(),
  agentName: z.string(),
  unit: z.string(),
  unitName: Text,
  township: z.string().nullable(),
  person: z.string(),
  mandate: z.string(),
  mandateUntil: DayText,
  papers: z.array(z.string()),
  caseNo: z.string().nullable(),
  /** When each stage was reached; null: not yet. */
  takenAt: InstantText,
  handedOverAt: InstantText.nullable(),
  arrivedAt: InstantText.nullable(),
  filedAt: InstantText.nullable(),
  returnedAt: InstantText.nullable(),
  deliveredAt: InstantText.nullable(),
  proof: z.string().nullable(),
  rating: z.enum(GRADES).nullable(),
  ended: z.string().nullable(),
  /** Working days at the present stage, and after how many it is too long; null where nobody is waited for. */
  waiting: z.object({ days: z.number().int(), most: z.number().int(), late: z.boolean() }).nullable(),
  /** What the reader may do now. */
  may: z.array(z.enum(['handOver', 'confirmArrival', 'file', 'takeBack', 'deliver', 'end'])),
})
export type AgencyView = z.infer<typeof AgencyView>

export const listAgencies = endpoint({
  name: 'listAgencies',
  method: 'GET',
  path: '/api/agencies',
  summary: { zh: '代办件', en: 'What is being done for residents' },
  guard: 'agency.read',
  recorded: 'listed',
  query: z.object({ open: z.enum(['true']).optional(), mine: z.enum(['true']).optional() }),
  answer: z.object({ rows: z.array(AgencyView), total: z.number().int(), agent: AgentRow.nullable() }),
})

export const takeAgency = endpoint({
  name: 'takeAgency',
  method: 'POST',
  path: '/api/agencies',
  summary: {
    zh: '受托代办：须有书面委托，不收费',
    en: 'Take on a matter for a resident, on a written mandate and for nothing',
  },
  guard: 'agency.act',
  body: z.object({
    item: z.string().max(80),
    applicant: ApplicantFields,
    mandate: z.object({ document: z.string().max(200), until: DayText }),
    papers: z.array(z.string().min(1).max(100)).max(50),
  }),
  answer: AgencyView.extend({ code: z.string() }),
})

const act = <B extends z.ZodType>(name: string, path: string, zh: string, en: string, body: B) =>
  endpoint({
    name,
    method: 'POST',
    path: `/api/agencies/{agency}/${path}`,
    summary: { zh, en },
    guard: 'agency.act',
    params: Params,
    body,
    answer: AgencyView,
  })

export const handOverAgency = act(
  'handOverAgency',
  'handover',
  '交镇便民服务中心',
  'Hand the papers over to the township',
  z.object({ papers: z.number().int().min(0).max(200) }),
)
export const confirmAgency = act(
  'confirmAgency',
  'arrival',
  '镇便民服务中心签收',
  'The township confirms that the papers arrived',
  z.object({ papers: z.number().int().min(0).max(200) }),
)
export const fileAgency = act(
  'fileAgency',
  'case',
  '以代办件收件（或关联已收的办件）',
  'Receive the case, or name the one that was received',
  z.object({
    caseNo: z.string().max(60).nullable().default(null),
    counter: z.string().max(40).nullable().default(null),
    materials: z.array(HandedIn).max(200).default([]),
  }),
)
export const returnAgency = act(
  'returnAgency',
  'result',
  '代办员取回结果',
  'The agent has the result in hand',
  z.object({}),
)
export const deliverAgency = act(
  'deliverAgency',
  'delivery',
  '送交委托人',
  'Bring the result to the resident',
  z.object({ proof: z.string().min(2).max(200) }),
)
export const endAgency = act(
  'endAgency',
  'ending',
  '终止代办（退还材料）',
  'End it and give the papers back',
  z.object({ reason: z.string().min(2).max(500) }),
)

/** 按村统计: volumes, delays, papers held, and agents to whom nobody comes. */
export const AgencyFigures = z.object({
  unit: z.string(),
  unitName: Text,
  kind: z.enum(AGENCY_KINDS),
  agents: z.number().int(),
  taken: z.number().int(),
  delivered: z.number().int(),
  /** Median working days; null: none yet. */
  toTownship: z.number().nullable(),
  toCase: z.number().nullable(),
  backToResident: z.number().nullable(),
  /** Papers that lie in the village longer than allowed. */
  held: z.number().int(),
  /** Results that wait to be brought back longer than allowed. */
  undelivered: z.number().int(),
  /** An agent, and nobody has come since as long as the setting says. */
  quiet: z.boolean(),
  rated: z.number().int(),
  satisfied: z.number().int(),
})
export type AgencyFigures = z.infer<typeof AgencyFigures>

export const agencyFigures = endpoint({
  name: 'agencyFigures',
  method: 'GET',
  path: '/api/agency-figures',
  summary: { zh: '代办情况（按村、按窗口）', en: 'Agencies by village and desk' },
  guard: 'agency.read',
  recorded: 'listed',
  answer: z.object({
    handOverDays: z.number().int(),
    bringBackDays: z.number().int(),
    quietDays: z.number().int(),
    rows: z.array(AgencyFigures),
  }),
})

const Proof = z.object({ code: z.string().max(20), jurisdiction: z.string().max(20).optional() })

/** 委托人: what was done for me, by whom and when. */
export const TrackedAgency = AgencyView.omit({
  person: true,
  may: true,
  unit: true,
  agent: true,
  township: true,
}).extend({
  phone: z.string(),
  mayRate: z.boolean(),
  mayRevoke: z.boolean(),
})
export type TrackedAgency = z.infer<typeof TrackedAgency>

export const trackAgency = endpoint({
  name: 'trackAgency',
  method: 'GET',
  path: '/api/agency/{agency}',
  summary: { zh: '代办进度（凭代办编号和查询码）', en: 'How far it is, by number and code' },
  guard: 'public',
  params: Params,
  query: Proof,
  answer: TrackedAgency,
})

export const rateAgency = endpoint({
  name: 'rateAgency',
  method: 'POST',
  path: '/api/agency/{agency}/rating',
  summary: { zh: '评价代办', en: 'Rate the agent' },
  guard: 'public',
  params: Params,
  body: Proof.extend({ grade: z.enum(GRADES), text: z.string().max(500).default('') }),
  answer: TrackedAgency,
})

export const revokeAgency = endpoint({
  name: 'revokeAgency',
  method: 'POST',
  path: '/api/agency/{agency}/revocation',
  summary: { zh: '撤回委托', en: 'Take the mandate back' },
  guard: 'public',
  params: Params,
  body: Proof,
  answer: TrackedAgency,
})

export const tellAgencyFee = endpoint({
  name: 'tellAgencyFee',
  method: 'POST',
  path: '/api/agency/{agency}/fee',
  summary: {
    zh: '反映代办收钱（代办不收费，当场通报监察）',
    en: 'Tell that the agent took money: supervision hears of it',
  },
  guard: 'public',
  params: Params,
  body: Proof.extend({ cents: z.number().int().min(1).max(100_000_000), text: z.string().max(300) }),
  answer: TrackedAgency,
})
