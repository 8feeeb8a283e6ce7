import { z } from 'zod'
import { BilingualText, endpoint, InstantText, pageOf, PageQuery } from '#kernel/endpoint.ts'

const LogParams = z.object({ log: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/) })

/** One item of the log, by its name as the log says it; left out, all of them. */
const ItemQuery = z.object({ item: z.string().max(300).optional() })

/** The keys of `xiaoneng mine`. */
export const MiningView = z.object({
  cases: z.number().int(),
  events: z.number().int(),
  activities: z.number().int(),
  variants: z.number().int(),
  topVariants: z.array(z.object({ path: z.array(z.string()), count: z.number().int() })),
  startActivities: z.record(z.string(), z.number().int()),
  endActivities: z.record(z.string(), z.number().int()),
  dfg: z.array(
    z.object({ from: z.string(), to: z.string(), count: z.number().int(), meanSeconds: z.number() }),
  ),
  meanDurationSeconds: z.number(),
  medianDurationSeconds: z.number(),
  /** Within office hours, by the calendar of the log; `cases` are those that the calendar reaches. */
  workingTime: z
    .object({
      hours: z.string(),
      cases: z.number().int(),
      meanSeconds: z.number(),
      medianSeconds: z.number(),
    })
    .optional(),
})
export type MiningView = z.infer<typeof MiningView>

export const MapNode = z.object({
  activity: z.string(),
  events: z.number().int(),
  cases: z.number().int(),
  /** Cases in which it happened more than once. */
  reworkCases: z.number().int(),
  onPath: z.boolean(),
})

export const MapEdge = z.object({
  from: z.string(),
  to: z.string(),
  count: z.number().int(),
  cases: z.number().int(),
  meanSeconds: z.number(),
  /** Within 1/128 of the middle wait; exact where few or equal waits lie around it. */
  medianSeconds: z.number(),
  /** False: the published path does not allow it; drawn dashed. */
  onPath: z.boolean(),
})

/** What really ran, drawn over what was published. `coverage` is the share of cases that the shown variants hold. */
export const ProcessMap = z.object({
  log: z.string(),
  cases: z.number().int(),
  nodes: z.array(MapNode),
  edges: z.array(MapEdge),
  starts: z.record(z.string(), z.number().int()),
  ends: z.record(z.string(), z.number().int()),
  variants: z.array(
    z.object({ path: z.array(z.string()), count: z.number().int(), fits: z.boolean().nullable() }),
  ),
  totalVariants: z.number().int(),
  shownVariants: z.number().int(),
  /** How long a case may lie between two steps by the log's rules; waits are coloured against it where it is known. */
  waitLimitSeconds: z.number().nullable().optional(),
  /** The items of the log, whichever is shown. */
  items: z.array(z.object({ item: z.string(), cases: z.number().int() })),
  item: z.string().nullable(),
  /** 移交: from unit to unit, with the time that cases lay in between. */
  handOvers: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      count: z.number().int(),
      cases: z.number().int(),
      medianSeconds: z.number(),
    }),
  ),
  published: z
    .object({
      title: BilingualText,
      steps: z.array(z.object({ activity: z.string(), optional: z.boolean() })),
    })
    .nullable(),
})
export type ProcessMap = z.infer<typeof ProcessMap>

export const ConformanceView = z.object({
  log: z.string(),
  cases: z.number().int(),
  /** Ran the whole path. */
  fitting: z.number().int(),
  /** Still under way and in accordance with it until now; what is left of `cases` deviates. */
  fittingSoFar: z.number().int(),
  deviations: z.array(
    z.object({
      kind: z.enum(['skipped', 'outOfOrder', 'repeated', 'unknown', 'unfinished', 'constraint']),
      /** For a broken constraint its short form, such as `precedence(审查, 决定)`. */
      activity: z.string(),
      cases: z.number().int(),
      text: BilingualText,
    }),
  ),
})
export type ConformanceView = z.infer<typeof ConformanceView>

export const CaseReference = z.object({
  log: z.string(),
  caseId: z.string(),
  startedAt: InstantText.nullable(),
  seconds: z.number().nullable(),
})

export const mineLog = endpoint({
  name: 'mineLog',
  method: 'GET',
  path: '/api/logs/{log}/mining',
  summary: { zh: '流程挖掘结果', en: 'Process mining figures' },
  guard: 'logs.read',
  params: LogParams,
  answer: MiningView,
})

export const getProcessMap = endpoint({
  name: 'getProcessMap',
  method: 'GET',
  path: '/api/logs/{log}/map',
  summary: { zh: '流程图：实际运行与公布流程', en: 'Process map: what ran beside what was published' },
  guard: 'logs.read',
  params: LogParams,
  query: ItemQuery.extend({ variants: z.coerce.number().int().min(1).max(100_000).optional() }),
  answer: ProcessMap,
})

export const listMapCases = endpoint({
  name: 'listMapCases',
  method: 'GET',
  path: '/api/logs/{log}/map/cases',
  summary: { zh: '流程图上某一步或某条线的办件', en: 'Cases behind a node or an arrow of the map' },
  guard: 'logs.read',
  recorded: 'listed',
  params: LogParams,
  query: PageQuery.extend({
    ...ItemQuery.shape,
    activity: z.string().max(300).optional(),
    from: z.string().max(300).optional(),
    to: z.string().max(300).optional(),
    deviation: z.string().max(40).optional(),
    /** Units between which it was handed over. */
    fromUnit: z.string().max(200).optional(),
    toUnit: z.string().max(200).optional(),
  }),
  answer: pageOf(CaseReference),
})

export const getConformance = endpoint({
  name: 'getConformance',
  method: 'GET',
  path: '/api/logs/{log}/conformance',
  summary: { zh: '与公布流程的符合情况', en: 'Conformance with the published path' },
  guard: 'logs.read',
  params: LogParams,
  query: ItemQuery,
  answer: ConformanceView,
})

export const setPublishedPath = endpoint({
  name: 'setPublishedPath',
  method: 'PUT',
  path: '/api/logs/{log}/path',
  summary: {
    zh: '设定公布流程（YAML 步骤或 BPMN 2.0）',
    en: 'Set the published path (YAML steps or BPMN 2.0)',
  },
  guard: 'logs.import',
  params: LogParams,
  body: z.object({ format: z.enum(['yaml', 'bpmn']), text: z.string().max(1_000_000) }),
  answer: ConformanceView,
})
