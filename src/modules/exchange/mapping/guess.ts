import type { ColumnMapping } from './log-mapping.ts'

/**
 * What common systems call their columns, the surest name first. Compared without case, spaces, `_` and `-`.
 */
const NAMES = {
  case: [
    'case:concept:name',
    'caseid',
    'case',
    'caseno',
    'casenumber',
    'casekey',
    'traceid',
    'processinstanceid',
    'instanceid',
    '办件编号',
    '办件号',
    '办件流水号',
    '办件编码',
    '申办流水号',
    '业务流水号',
    '业务编号',
    '受理编号',
    '受理号',
    '案件编号',
    '案号',
    '工单编号',
    '工单号',
    '申请编号',
    '流水号',
    '案例编号',
    '实例编号',
    'casenbr',
    'ticketid',
    'ticketnumber',
    'requestid',
    'applicationid',
    'applicationnumber',
    'caseenquiryid',
    'servicerequestid',
    '编号',
    'id',
  ],
  activity: [
    'concept:name',
    'activity',
    'activityname',
    'activityid',
    'eventname',
    'event',
    'task',
    'taskname',
    'step',
    'stepname',
    'stage',
    'action',
    '环节',
    '环节名称',
    '办理环节',
    '活动',
    '活动名称',
    '步骤',
    '步骤名称',
    '业务动作',
    '办理动作',
    '操作',
    '动作',
    '事件',
  ],
  at: [
    'time:timestamp',
    'timestamp',
    'completetimestamp',
    'completetime',
    'eventtime',
    'eventtimestamp',
    'occurredat',
    'datetime',
    'time',
    'at',
    '时间',
    '办理时间',
    '发生时间',
    '操作时间',
    '处理时间',
    '时间戳',
    '完成时间',
    '结束时间',
    'endtime',
    'endtimestamp',
    'date',
    '日期',
    '办理日期',
    '开始时间',
    'starttimestamp',
    'starttime',
  ],
  resource: [
    'org:resource',
    'resource',
    'user',
    'username',
    'userid',
    'actor',
    'handler',
    'performer',
    'employee',
    'officer',
    'agent',
    '经办人',
    '办理人',
    '办理人员',
    '经办人员',
    '处理人',
    '操作人',
    '操作员',
    '承办人',
    '人员',
    '受理人员',
  ],
  lifecycle: ['lifecycle:transition', 'lifecycle', 'transition', 'eventtype', '生命周期', '状态类型'],
} as const

/** Columns with the time of a milestone, as tables with one row a case have them. */
const MILESTONES: readonly (readonly [name: string, columns: readonly string[]])[] = [
  [
    'Opened',
    [
      'opendt',
      'openedat',
      'opendate',
      'openeddate',
      'opened',
      'createddate',
      'createdat',
      'creationdate',
      'requestdate',
      'requesteddatetime',
    ],
  ],
  [
    'Closed',
    [
      'closeddt',
      'closedat',
      'closedate',
      'closeddate',
      'closed',
      'completiondate',
      'completeddate',
      'resolveddate',
    ],
  ],
  ['申请', ['申请时间', '申请日期', '申报时间']],
  ['收件', ['收件时间', '收件日期', '登记时间']],
  ['受理', ['受理时间', '受理日期']],
  ['决定', ['决定时间', '决定日期', '审批时间', '审核通过时间']],
  ['办结', ['办结时间', '办结日期', '结案时间', '办理完成时间']],
  ['送达', ['送达时间', '送达日期']],
]

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '')

/** Completes a mapping from the header: what it already says stays, what nothing suggests stays open. */
export function completedMapping(
  mapping: ColumnMapping,
  header: readonly string[],
  sample: readonly string[][] = [],
): ColumnMapping {
  const free = new Map(header.map((name) => [plain(name), name]))
  for (const taken of [
    mapping.case,
    mapping.at,
    mapping.resource,
    mapping.lifecycle,
    mapping.activity,
  ].flat()) {
    if (taken !== undefined) free.delete(plain(taken))
  }
  const find = (names: readonly string[]): string | undefined => {
    const known = names.find((name) => free.has(name))
    const column = known === undefined ? undefined : free.get(known)
    if (known !== undefined) free.delete(known)
    return column
  }
  const caseColumn = mapping.case ?? find(NAMES.case)
  if (mapping.milestones) return { ...mapping, case: caseColumn }
  const activity = mapping.activity ?? find(NAMES.activity)
  const milestones = activity === undefined ? milestonesAmong(free) : undefined
  if (milestones)
    return {
      ...mapping,
      case: caseColumn,
      milestones,
      dateOrder: mapping.dateOrder ?? dateOrderOf(header, sample, Object.values(milestones)),
    }
  const at = mapping.at ?? find(NAMES.at)
  return {
    ...mapping,
    case: caseColumn,
    activity,
    at,
    resource: mapping.resource ?? find(NAMES.resource),
    lifecycle: mapping.lifecycle ?? find(NAMES.lifecycle),
    dateOrder: mapping.dateOrder ?? dateOrderOf(header, sample, at === undefined ? [] : [at]),
  }
}

function milestonesAmong(columns: ReadonlyMap<string, string>): Record<string, string> | undefined {
  const found = MILESTONES.flatMap(([milestone, names]) => {
    const known = names.find((name) => columns.has(name))
    return known === undefined ? [] : [[milestone, columns.get(known) as string] as const]
  })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

const YEAR_LAST = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/

/** 13/02/2015 gives the order away; where no row does, it stays open and such rows are rejected. */
function dateOrderOf(
  header: readonly string[],
  sample: readonly string[][],
  columns: readonly string[],
): 'dmy' | 'mdy' | undefined {
  for (const column of columns) {
    const place = header.indexOf(column)
    for (const row of sample) {
      const parts = YEAR_LAST.exec(row[place] ?? '')
      if (parts && Number(parts[1]) > 12) return 'dmy'
      if (parts && Number(parts[2]) > 12) return 'mdy'
    }
  }
  return undefined
}
