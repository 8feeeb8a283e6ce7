import {
  dictionary,
  internBytes,
  type AttributeWriter,
  type HistoriesBuilder,
} from '#engines/histories/index.ts'
import { readInstant } from '../../instants/read-instant.ts'
import { turnOver, type Collector } from '../../reading/collector.ts'
import { eventRoles, type KeyRole } from './key-roles.ts'

/**
 * Gathers one trace by codes and hands it over when it ends: only then is its id certain, whatever the order of the
 * attributes in the file, and a trace that is left out leaves nothing behind.
 */
export function traceWriter(own: Collector) {
  const keys = dictionary()
  const roles = eventRoles(own.mapping)
  const roleOf: (KeyRole | undefined)[] = []
  const id = textRoom()
  let traceLine = 0
  let traceNumber = 0

  let bound: HistoriesBuilder | undefined
  let caseWriters: (AttributeWriter | undefined)[] = []
  let eventWriters: (AttributeWriter | undefined)[] = []

  const trace = {
    events: 0,
    activity: [] as number[],
    at: [] as number[],
    resource: [] as number[],
    lifecycle: [] as number[],
  }
  const lines: number[] = []
  /** Triples: key, event of the trace (−1: the trace itself), code of the value. */
  let attributes = new Int32Array(192)
  let attributeCount = 0
  const event = {
    line: 0,
    activity: -1,
    at: Number.NaN,
    resource: -1,
    lifecycle: -1,
    fault: '',
    timeText: '',
    doubled: false,
  }
  let eventAttributesFrom = 0
  let parts: string[] = []

  const keyCode = (window: Buffer, from: number, to: number): number =>
    internBytes(keys.bytes, window, from, to)

  function beginTrace(line: number): void {
    bind()
    traceLine = line
    traceNumber++
    id.length = 0
    trace.events = 0
    attributeCount = 0
  }

  function bind(): void {
    if (bound === own.builder) return
    bound = own.builder
    caseWriters = []
    eventWriters = []
  }

  function traceValue(window: Buffer, key: number, from: number, to: number): void {
    const name = keys.texts[key] ?? ''
    if (name === roles.caseKey) id.take(window, from, to)
    else if (to > from)
      putAttribute(key, -1, internBytes(caseWriter(key, name).values.bytes, window, from, to))
  }

  const caseWriter = (key: number, name: string): AttributeWriter =>
    (caseWriters[key] ??= own.builder.caseAttribute(name))

  function beginEvent(line: number): void {
    event.line = line
    event.activity = event.resource = event.lifecycle = -1
    event.at = Number.NaN
    event.fault = event.timeText = ''
    event.doubled = false
    eventAttributesFrom = attributeCount
    parts = []
  }

  function eventValue(window: Buffer, key: number, from: number, to: number, line: number): void {
    const role = (roleOf[key] ??= roles.of(keys.texts[key] ?? ''))
    if (from === to) return
    const { builder } = own
    switch (role.role) {
      case 'activity':
        event.activity = internBytes(builder.activities.bytes, window, from, to)
        break
      case 'at':
        time(window, from, to, line)
        break
      case 'resource':
        event.resource = internBytes(builder.resources.bytes, window, from, to)
        break
      case 'lifecycle':
        event.lifecycle = internBytes(builder.lifecycles.bytes, window, from, to)
        break
      case 'activityPart':
        parts[role.part] = window.toString('utf8', from, to)
        break
      case 'eventId':
        event.doubled = !own.eventIds.add(window, from, to)
        break
      case 'caseAttribute':
        putAttribute(key, -1, internBytes(caseWriter(key, role.name).values.bytes, window, from, to))
        return
    }
    if (role.kept) {
      const writer = (eventWriters[key] ??= builder.eventAttribute(role.name))
      putAttribute(key, trace.events, internBytes(writer.values.bytes, window, from, to))
    }
  }

  function time(window: Buffer, from: number, to: number, line: number): void {
    const { instants, report } = own
    event.at = readInstant(instants, window, from, to)
    if (instants.assumed) report.notice('zone-assumed', line, instants.zone)
    if (instants.fault) {
      event.fault = instants.fault
      event.timeText = window.toString('utf8', from, to)
    }
  }

  function putAttribute(key: number, index: number, code: number): void {
    if (attributeCount + 3 > attributes.length) {
      const wider = new Int32Array(attributes.length * 2)
      wider.set(attributes)
      attributes = wider
    }
    attributes[attributeCount] = key
    attributes[attributeCount + 1] = index
    attributes[attributeCount + 2] = code
    attributeCount += 3
  }

  function endEvent(): void {
    if (roles.activityParts > 0 && parts.some((part) => part)) {
      event.activity = own.builder.activities.code(
        Array.from({ length: roles.activityParts }, (_, part) => parts[part] ?? '').join('+'),
      )
    }
    const fault = faultOf(event)
    if (fault) {
      own.report.reject(
        fault,
        event.line,
        fault.startsWith('time') ? roles.timeKey : undefined,
        event.timeText || undefined,
      )
      attributeCount = eventAttributesFrom
      return
    }
    const place = trace.events++
    if (place > 0 && event.at < (trace.at[place - 1] as number)) own.report.notice('out-of-order', event.line)
    trace.activity[place] = event.activity
    trace.at[place] = event.at
    trace.resource[place] = event.resource
    trace.lifecycle[place] = event.lifecycle
    lines[place] = event.line
  }

  function endTrace(): void {
    if (id.length === 0) {
      own.report.notice('case-unnamed', traceLine)
      id.take(Buffer.from(`#${traceNumber}`), 0)
    }
    if (!own.caseIds.add(id.bytes, 0, id.length)) {
      own.report.reject('case-duplicate', traceLine, roles.caseKey, id.bytes.toString('utf8', 0, id.length))
      return
    }
    commit(internBytes(own.builder.caseIds.bytes, id.bytes, 0, id.length))
    turnOver(own)
  }

  function commit(caseCode: number): void {
    const { builder } = own
    const first = builder.eventCount
    for (let place = 0; place < trace.events; place++) {
      builder.add(
        caseCode,
        trace.activity[place] as number,
        trace.at[place] as number,
        trace.resource[place] as number,
        trace.lifecycle[place] as number,
      )
    }
    for (let index = 0; index < attributeCount; index += 3) {
      const key = attributes[index] as number
      const place = attributes[index + 1] as number
      const code = attributes[index + 2] as number
      if (place < 0) caseWriters[key]?.codes.set(caseCode, code)
      else eventWriters[key]?.codes.set(first + place, code)
    }
  }

  return { keyCode, beginTrace, traceValue, beginEvent, eventValue, endEvent, endTrace }
}

function faultOf(event: { activity: number; at: number; fault: string; doubled: boolean }) {
  if (event.fault) return event.fault as 'time-unreadable' | 'time-impossible' | 'time-order-unclear'
  if (event.activity < 0) return 'activity-missing'
  if (Number.isNaN(event.at)) return 'time-missing'
  return event.doubled ? 'event-duplicate' : undefined
}

/** Bytes kept beyond the window they came in. */
function textRoom() {
  const room = {
    bytes: Buffer.alloc(256),
    length: 0,
    take(window: Buffer, from: number, to = window.length) {
      if (to - from > room.bytes.length) room.bytes = Buffer.alloc((to - from) * 2)
      room.length = window.copy(room.bytes, 0, from, to)
    },
  }
  return room
}
