import { internBytes, type AttributeWriter, type HistoriesBuilder } from '#engines/histories/index.ts'
import { readInstant } from '../../instants/read-instant.ts'
import { turnOver, type Collector } from '../../reading/collector.ts'
import type { RecordTaker } from './csv-parser.ts'
import type { TableColumns } from './table-columns.ts'

/** Turns the records of a table into coded events: one event a record, or one a milestone of a case. */
export function tableWriter(own: Collector, columns: TableColumns): RecordTaker {
  const { report, instants } = own
  const width = columns.names.length
  const isCaseTable = columns.milestones.length > 0
  const singleActivity = columns.activity.length === 1 ? (columns.activity[0] as number) : -1
  const milestoneTimes = new Float64Array(columns.milestones.length)

  let bound: HistoriesBuilder | undefined
  let caseWriters: AttributeWriter[] = []
  let eventWriters: AttributeWriter[] = []
  let lastCase = -1
  let lastAt: number[] = []

  function bind(): void {
    bound = own.builder
    caseWriters = columns.caseAttributes.map(({ name }) => own.builder.caseAttribute(name))
    eventWriters = columns.eventAttributes.map(({ name }) => own.builder.eventAttribute(name))
    lastCase = -1
    lastAt = []
  }

  function take(window: Buffer, from: Int32Array, to: Int32Array, count: number, line: number): void {
    if (count !== width && !isPadded(from, to, count, width)) {
      report.reject('field-count', line, undefined, `${count} ≠ ${width}`)
      return
    }
    if (isEmpty(from, to, columns.case))
      return report.reject('case-missing', line, columns.names[columns.case])
    if (isCaseTable) caseRow(window, from, to, line)
    else eventRow(window, from, to, line)
  }

  function eventRow(window: Buffer, from: Int32Array, to: Int32Array, line: number): void {
    const at = time(window, from, to, columns.at, line)
    if (Number.isNaN(at)) return
    if (singleActivity >= 0 && isEmpty(from, to, singleActivity)) {
      return report.reject('activity-missing', line, columns.names[singleActivity])
    }
    const { eventId } = columns
    if (
      eventId >= 0 &&
      !isEmpty(from, to, eventId) &&
      !own.eventIds.add(window, from[eventId] as number, to[eventId] as number)
    ) {
      return report.reject('event-duplicate', line, columns.names[eventId], textOf(window, from, to, eventId))
    }
    const caseCode = caseOf(window, from, to)
    const { builder } = own
    const activity =
      singleActivity >= 0
        ? internBytes(
            builder.activities.bytes,
            window,
            from[singleActivity] as number,
            to[singleActivity] as number,
          )
        : joined(window, from, to)
    inOrder(caseCode, at, line)
    const event = builder.add(
      caseCode,
      activity,
      at,
      coded(builder.resources.bytes, window, from, to, columns.resource),
      coded(builder.lifecycles.bytes, window, from, to, columns.lifecycle),
    )
    describe(window, from, to, columns.eventAttributes, eventWriters, event)
    describe(window, from, to, columns.caseAttributes, caseWriters, caseCode)
  }

  function caseRow(window: Buffer, from: Int32Array, to: Int32Array, line: number): void {
    let told = 0
    for (let index = 0; index < columns.milestones.length; index++) {
      const { column } = columns.milestones[index] as TableColumns['milestones'][number]
      const isGiven = !isEmpty(from, to, column)
      const at = isGiven ? time(window, from, to, column, line) : Number.NaN
      if (isGiven && Number.isNaN(at)) return
      if (isGiven) told++
      milestoneTimes[index] = at
    }
    if (told === 0) return report.reject('time-missing', line)
    if (!own.caseIds.add(window, from[columns.case] as number, to[columns.case] as number)) {
      return report.reject(
        'case-duplicate',
        line,
        columns.names[columns.case],
        textOf(window, from, to, columns.case),
      )
    }
    const caseCode = caseOf(window, from, to)
    const { builder } = own
    const resource = coded(builder.resources.bytes, window, from, to, columns.resource)
    columns.milestones.forEach(({ activity }, index) => {
      const at = milestoneTimes[index] as number
      if (!Number.isNaN(at)) builder.add(caseCode, builder.activities.code(activity), at, resource, -1)
    })
    describe(window, from, to, columns.caseAttributes, caseWriters, caseCode)
  }

  /** The case's code in the builder that will hold the event: a full builder is left behind where a case begins. */
  function caseOf(window: Buffer, from: Int32Array, to: Int32Array): number {
    if (bound !== own.builder) bind()
    const [start, stop] = [from[columns.case] as number, to[columns.case] as number]
    const code = internBytes(own.builder.caseIds.bytes, window, start, stop)
    if (code === lastCase) return code
    if (lastCase >= 0 && own.builder.eventCount >= own.segmentEvents) {
      turnOver(own)
      bind()
      return (lastCase = internBytes(own.builder.caseIds.bytes, window, start, stop))
    }
    return (lastCase = code)
  }

  function time(window: Buffer, from: Int32Array, to: Int32Array, column: number, line: number): number {
    const at = readInstant(instants, window, from[column] as number, to[column] as number)
    if (instants.assumed) report.notice('zone-assumed', line, instants.zone)
    if (instants.fault)
      report.reject(instants.fault, line, columns.names[column], textOf(window, from, to, column))
    return at
  }

  function inOrder(caseCode: number, at: number, line: number): void {
    const before = lastAt[caseCode]
    if (before !== undefined && at < before) report.notice('out-of-order', line)
    else lastAt[caseCode] = at
  }

  function joined(window: Buffer, from: Int32Array, to: Int32Array): number {
    return own.builder.activities.code(
      columns.activity.map((column) => textOf(window, from, to, column)).join('+'),
    )
  }

  return take
}

function describe(
  window: Buffer,
  from: Int32Array,
  to: Int32Array,
  columns: readonly { readonly column: number }[],
  writers: readonly AttributeWriter[],
  index: number,
): void {
  for (let place = 0; place < columns.length; place++) {
    const { column } = columns[place] as { column: number }
    const start = from[column] as number
    const stop = to[column] as number
    if (start === stop) continue
    const { codes, values } = writers[place] as AttributeWriter
    codes.set(index, internBytes(values.bytes, window, start, stop))
  }
}

function coded(
  bytes: AttributeWriter['values']['bytes'],
  window: Buffer,
  from: Int32Array,
  to: Int32Array,
  column: number,
): number {
  if (column < 0 || from[column] === to[column]) return -1
  return internBytes(bytes, window, from[column] as number, to[column] as number)
}

const isEmpty = (from: Int32Array, to: Int32Array, column: number): boolean => from[column] === to[column]

const textOf = (window: Buffer, from: Int32Array, to: Int32Array, column: number): string =>
  window.toString('utf8', from[column], to[column])

/** Spreadsheets write empty fields behind the last column; more than that is a broken row. */
function isPadded(from: Int32Array, to: Int32Array, count: number, width: number): boolean {
  if (count < width) return false
  for (let column = width; column < count; column++) if (from[column] !== to[column]) return false
  return true
}
