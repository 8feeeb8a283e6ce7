import { z } from 'zod'
import { BilingualText, endpoint, InstantText, pageOf, PageQuery, PurposeQuery } from '#kernel/endpoint.ts'

/** A log's name stands in addresses and file names: lower-case letters, digits, hyphens. */
export const LogName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
export const LogParams = z.object({ log: LogName })

export const LogSummary = z.object({
  name: LogName,
  title: z.string(),
  source: z.enum(['demo', 'import', 'reported', 'handled']),
  preset: z.string().nullable(),
  zone: z.string(),
  cases: z.number().int(),
  events: z.number().int(),
  firstAt: InstantText.nullable(),
  lastAt: InstantText.nullable(),
  importedAt: InstantText,
  open: z.number().int(),
  overdue: z.number().int(),
  cards: z.number().int(),
})
export type LogSummary = z.infer<typeof LogSummary>

/** What the wizard's preview knows of one column: the first values seen and the part it probably plays. */
export const ColumnPreview = z.object({
  name: z.string(),
  samples: z.array(z.string()),
  guess: z
    .enum(['case', 'activity', 'at', 'resource', 'lifecycle', 'caseAttribute', 'eventAttribute', 'milestone'])
    .nullable(),
})

export const UploadView = z.object({
  upload: z.string(),
  fileName: z.string(),
  bytes: z.number().int(),
  format: z.enum(['xes', 'csv', 'jsonl', 'xlsx', 'ocel']),
  encoding: z.string(),
  columns: z.array(ColumnPreview),
  /** First rows, cell by cell, in the order of `columns`. */
  rows: z.array(z.array(z.string())),
  presets: z.array(z.object({ name: z.string(), title: BilingualText, fits: z.boolean() })),
})
export type UploadView = z.infer<typeof UploadView>

/** The wizard's answer: which column plays which part. The full form is the mapping file, see docs/logs.md. */
export const ColumnChoice = z.object({
  case: z.string(),
  activity: z.string().optional(),
  at: z.string().optional(),
  resource: z.string().optional(),
  lifecycle: z.string().optional(),
  zone: z.string().optional(),
  caseAttributes: z.array(z.string()).optional(),
  /** For tables with one row a case: milestone name → column with its time. */
  milestones: z.record(z.string(), z.string()).optional(),
})
export type ColumnChoice = z.infer<typeof ColumnChoice>

export const ImportView = z.object({
  import: z.string(),
  log: LogName,
  fileName: z.string(),
  status: z.enum(['waiting', 'reading', 'storing', 'done', 'unchanged', 'refused']),
  /** 0 to 1, by bytes read. */
  progress: z.number(),
  cases: z.number().int(),
  events: z.number().int(),
  rejectedRows: z.number().int(),
  /** Units that the file names and the organisation does not know. */
  unknownUnits: z.array(z.string()),
  refusal: z.object({ code: z.string(), text: BilingualText }).nullable(),
  startedAt: InstantText,
  endedAt: InstantText.nullable(),
})
export type ImportView = z.infer<typeof ImportView>

/** One event as a department's own system reports it. `id` is the reporter's own and makes repeats harmless. */
export const ReportedEvent = z.object({
  id: z.string().min(1).max(120),
  /** Consecutive per source; a gap becomes a finding. */
  sequence: z.number().int().min(1),
  caseId: z.string().min(1).max(200),
  activity: z.string().min(1).max(300),
  at: InstantText,
  resource: z.string().max(200).optional(),
  lifecycle: z.string().max(40).optional(),
  caseAttributes: z.record(z.string().max(100), z.string().max(2000)).optional(),
  attributes: z.record(z.string().max(100), z.string().max(2000)).optional(),
})
export type ReportedEvent = z.infer<typeof ReportedEvent>

export const listLogs = endpoint({
  name: 'listLogs',
  method: 'GET',
  path: '/api/logs',
  summary: { zh: '办件日志列表', en: 'Logs' },
  guard: 'logs.read',
  answer: z.object({ rows: z.array(LogSummary) }),
})

export const getLog = endpoint({
  name: 'getLog',
  method: 'GET',
  path: '/api/logs/{log}',
  summary: { zh: '一份日志', en: 'One log' },
  guard: 'logs.read',
  params: LogParams,
  answer: LogSummary,
})

export const listPresets = endpoint({
  name: 'listPresets',
  method: 'GET',
  path: '/api/presets',
  summary: { zh: '内置映射', en: 'Presets' },
  guard: 'logs.read',
  answer: z.object({ rows: z.array(z.object({ name: z.string(), title: BilingualText })) }),
})

export const uploadLogFile = endpoint({
  name: 'uploadLogFile',
  method: 'POST',
  path: '/api/uploads',
  summary: { zh: '上传日志文件并预览', en: 'Upload a log file and preview it' },
  guard: 'logs.import',
  kind: 'upload',
  query: z.object({ fileName: z.string().min(1).max(200) }),
  answer: UploadView,
})

export const startImport = endpoint({
  name: 'startImport',
  method: 'POST',
  path: '/api/imports',
  summary: { zh: '开始导入', en: 'Start an import' },
  guard: 'logs.import',
  status: 202,
  body: z.object({
    upload: z.string().max(80),
    log: LogName,
    title: z.string().max(100).optional(),
    preset: z.string().max(60).optional(),
    columns: ColumnChoice.optional(),
    /** The text of a mapping file (YAML) instead of `columns`. */
    mapping: z.string().max(100_000).optional(),
  }),
  answer: ImportView,
})

export const listImports = endpoint({
  name: 'listImports',
  method: 'GET',
  path: '/api/imports',
  summary: { zh: '导入记录', en: 'Imports' },
  guard: 'logs.read',
  query: PageQuery,
  answer: pageOf(ImportView),
})

const ImportParams = z.object({ import: z.string().max(80) })

export const getImport = endpoint({
  name: 'getImport',
  method: 'GET',
  path: '/api/imports/{import}',
  summary: { zh: '导入进度', en: 'Progress of an import' },
  guard: 'logs.read',
  params: ImportParams,
  answer: ImportView,
})

export const getRejectedRows = endpoint({
  name: 'getRejectedRows',
  method: 'GET',
  path: '/api/imports/{import}/rejected.csv',
  summary: { zh: '被拒绝的行（CSV）', en: 'Rejected rows (CSV)' },
  guard: 'logs.read',
  kind: 'stream',
  recorded: 'opened',
  params: ImportParams,
})

export const exportLogFile = endpoint({
  name: 'exportLogFile',
  method: 'GET',
  path: '/api/logs/{log}/export',
  summary: { zh: '导出日志', en: 'Export a log' },
  guard: 'logs.export',
  kind: 'stream',
  recorded: 'exported',
  params: LogParams,
  query: PurposeQuery.extend({ format: z.enum(['xes', 'ocel', 'csv', 'jsonl']) }),
})

export const exportJointCases = endpoint({
  name: 'exportJointCases',
  method: 'GET',
  path: '/api/exchange/joint-cases',
  summary: {
    zh: '导出联合审批办件（OCEL 2.0：办件、分支、材料、意见、会审、决定）',
    en: 'Export joint cases as OCEL 2.0: cases, branches, materials, opinions, meetings, decisions',
  },
  guard: 'logs.export',
  kind: 'stream',
  recorded: 'exported',
  query: PurposeQuery,
})

export const reportEvents = endpoint({
  name: 'reportEvents',
  method: 'POST',
  path: '/api/logs/{log}/events',
  summary: { zh: '部门系统批量上报办件事件', en: "A department's system reports case events" },
  guard: 'events.report',
  params: LogParams,
  body: z.object({ source: z.string().min(1).max(80), events: z.array(ReportedEvent).min(1).max(1000) }),
  answer: z.object({
    accepted: z.number().int(),
    repeated: z.number().int(),
    /** Sequence numbers not seen yet, as closed ranges. */
    gaps: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
  }),
})

/** CloudEvents 1.0, JSON batch: https://cloudevents.io. `id` is its place in the ledger: pass the last one as `after`. */
export const CloudEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  time: InstantText,
  datacontenttype: z.literal('application/json'),
  data: z.unknown(),
})

export const readFeed = endpoint({
  name: 'readFeed',
  method: 'GET',
  path: '/api/feed',
  summary: { zh: '事件订阅（CloudEvents）', en: 'Event feed (CloudEvents)' },
  guard: 'feed.read',
  query: z.object({
    after: z
      .string()
      .regex(/^\d{1,20}-\d{1,16}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(1000).optional(),
  }),
  answer: z.array(CloudEvent),
})
