import {
  internBytes,
  type AttributeWriter,
  type DictionaryBytes,
  type HistoriesBuilder,
} from '#engines/histories/index.ts'
import { readInstant } from '../../instants/read-instant.ts'
import { turnOver, type Collector } from '../../reading/collector.ts'
import type { Fields, RecordTaker } from './csv-parser.ts'
import type { TableColumns } from './table-columns.ts'

/** A column whose texts are coded, with the code it had in the record before. */
interface CodedColumn {
  readonly place: number
  bytes: DictionaryBytes | undefined
  last: number
}

interface AttributeColumn extends CodedColumn {
  readonly name: string
  writer: AttributeWriter | undefined
}

/** Turns the records of a table into coded events: one event a record, or one a milestone of a case. */
export function tableWriter(own: Collector, columns: TableColumns): RecordTaker {
  const { report, instants } = own
  const width = columns.names.length
  const isCaseTable = columns.milestones.length > 0
  const coded = (place: number): CodedColumn => ({ place, bytes: undefined, last: -1 })
  const attribute = ({ name, column }: { name: string; column: number }): AttributeColumn => ({
    place: column,
    bytes: undefined,
    last: -1,
    name,
    writer: undefined,
  })
  const caseColumn = coded(columns.case)
  const activityColumn = coded(columns.activity.length === 1 ? (columns.activity[0] as number) : -1)
  const resourceColumn = coded(columns.resource)
  const lifecycleColumn = coded(columns.lifecycle)
  const ofCase = columns.caseAttributes.map(attribute)
  const ofEvent = columns.eventAttributes.map(attribute)

  let bound: HistoriesBuilder | undefined
  /** Whether the record before left its codes in the columns; a rejected one did not. */
  let isFollowing = false
  let lastCase = -1
  let isNewCase = true
  let lastAt: number[] = []

  function bind(): void {
    const { builder } = own
    bound = builder
    caseColumn.bytes = builder.caseIds.bytes
    activityColumn.bytes = builder.activities.bytes
    resourceColumn.bytes = builder.resources.bytes
    lifecycleColumn.bytes = builder.lifecycles.bytes
    for (const column of ofCase)
      column.bytes = (column.writer = builder.caseAttribute(column.name)).values.bytes
    for (const column of ofEvent)
      column.bytes = (column.writer = builder.eventAttribute(column.name)).values.bytes
    isFollowing = false
    isNewCase = true
    lastCase = -1
    lastAt = []
  }

  function take(window: Buffer, fields: Fields, line: number): void {
    if (bound !== own.builder) bind()
    const isFit = fields.count === width || isPadded(fields, width)
    if (!isFit) report.reject('field-count', line, undefined, `${fields.count} ≠ ${width}`)
    else if (isEmpty(fields, columns.case)) report.reject('case-missing', line, columns.names[columns.case])
    isFollowing =
      isFit && !isEmpty(fields, columns.case) && (isCaseTable ? caseRow : eventRow)(window, fields, line)
  }

  function eventRow(window: Buffer, fields: Fields, line: number): boolean {
    const at = time(window, fields, columns.at, line)
    if (Number.isNaN(at)) return false
    if (activityColumn.place >= 0 && isEmpty(fields, activityColumn.place)) {
      report.reject('activity-missing', line, columns.names[activityColumn.place])
      return false
    }
    if (columns.eventId >= 0 && isSecond(window, fields, line)) return false
    const caseCode = caseOf(window, fields)
    const repeats = isFollowing
    const activity =
      activityColumn.place >= 0 ? codeOf(window, fields, repeats, activityColumn) : joined(window, fields)
    const resource = codeOf(window, fields, repeats, resourceColumn)
    const lifecycle = codeOf(window, fields, repeats, lifecycleColumn)
    const event = own.builder.add(caseCode, activity, at, resource, lifecycle)
    inOrder(caseCode, at, line)
    for (let index = 0; index < ofEvent.length; index++)
      describe(window, fields, isFollowing, ofEvent[index] as AttributeColumn, event)
    describeCase(window, fields, caseCode)
    return true
  }

  function caseRow(window: Buffer, fields: Fields, line: number): boolean {
    const times = columns.milestones.map(({ column }) =>
      isEmpty(fields, column) ? undefined : time(window, fields, column, line),
    )
    if (times.some((at) => at !== undefined && Number.isNaN(at))) return false
    if (times.every((at) => at === undefined)) {
      report.reject('time-missing', line)
      return false
    }
    const place = columns.case
    if (!own.caseIds.add(window, fields.from[place] as number, fields.to[place] as number)) {
      report.reject('case-duplicate', line, columns.names[place], textOf(window, fields, place))
      return false
    }
    const caseCode = caseOf(window, fields)
    const resource = codeOf(window, fields, isFollowing, resourceColumn)
    columns.milestones.forEach(({ activity }, index) => {
      const at = times[index]
      if (at !== undefined) own.builder.add(caseCode, own.builder.activities.code(activity), at, resource, -1)
    })
    describeCase(window, fields, caseCode)
    return true
  }

  /** The case's code in the builder that will hold the event: a full builder is left behind where a case begins. */
  function caseOf(window: Buffer, fields: Fields): number {
    const known = codeOf(window, fields, isFollowing, caseColumn)
    isNewCase = known !== lastCase
    if (isNewCase && lastCase >= 0 && own.builder.eventCount >= own.segmentEvents) {
      turnOver(own)
      bind()
      return (lastCase = codeOf(window, fields, isFollowing, caseColumn))
    }
    return (lastCase = known)
  }

  /** Rows of one case repeat what they say of it; that is not written again. */
  function describeCase(window: Buffer, fields: Fields, caseCode: number): void {
    const isKnown = isFollowing && !isNewCase
    for (let index = 0; index < ofCase.length; index++) {
      const column = ofCase[index] as AttributeColumn
      if (!isKnown || fields.same[column.place] === 0) describe(window, fields, isFollowing, column, caseCode)
    }
  }

  function time(window: Buffer, { from, to }: Fields, column: number, line: number): number {
    const at = readInstant(instants, window, from[column] as number, to[column] as number)
    if (instants.assumed) report.notice('zone-assumed', line, instants.zone)
    if (instants.fault) {
      report.reject(
        instants.fault,
        line,
        columns.names[column],
        window.toString('utf8', from[column], to[column]),
      )
    }
    return at
  }

  function isSecond(window: Buffer, fields: Fields, line: number): boolean {
    const { eventId } = columns
    if (isEmpty(fields, eventId)) return false
    if (own.eventIds.add(window, fields.from[eventId] as number, fields.to[eventId] as number)) return false
    report.reject('event-duplicate', line, columns.names[eventId], textOf(window, fields, eventId))
    return true
  }

  function inOrder(caseCode: number, at: number, line: number): void {
    const before = lastAt[caseCode]
    if (before !== undefined && at < before) report.notice('out-of-order', line)
    else lastAt[caseCode] = at
  }

  const joined = (window: Buffer, fields: Fields): number =>
    own.builder.activities.code(columns.activity.map((column) => textOf(window, fields, column)).join('+'))

  return take
}

/** The code of a field, or −1 when it is empty. A field equal to the one before need not be looked up again. */
function codeOf(window: Buffer, fields: Fields, isFollowing: boolean, column: CodedColumn): number {
  const { place } = column
  if (place < 0) return -1
  if (isFollowing && fields.same[place] === 1) return column.last
  const start = fields.from[place] as number
  const stop = fields.to[place] as number
  return (column.last =
    start === stop ? -1 : internBytes(column.bytes as DictionaryBytes, window, start, stop))
}

function describe(
  window: Buffer,
  fields: Fields,
  isFollowing: boolean,
  column: AttributeColumn,
  index: number,
): void {
  const value = codeOf(window, fields, isFollowing, column)
  if (value >= 0) (column.writer as AttributeWriter).codes.set(index, value)
}

const isEmpty = ({ from, to }: Fields, column: number): boolean => from[column] === to[column]

const textOf = (window: Buffer, { from, to }: Fields, column: number): string =>
  window.toString('utf8', from[column], to[column])

/** Spreadsheets write empty fields behind the last column; more than that is a broken row. */
function isPadded({ from, to, count }: Fields, width: number): boolean {
  if (count < width) return false
  for (let column = width; column < count; column++) if (from[column] !== to[column]) return false
  return true
}
