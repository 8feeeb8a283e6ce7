import { completedMapping } from '../../mapping/guess.ts'
import type { ColumnMapping } from '../../mapping/log-mapping.ts'
import type { Collector } from '../../reading/collector.ts'
import { refuse } from '../../refusals.ts'
import { contentOf, type Reading } from '../../source/content.ts'
import { utf8Of } from '../../source/encoding.ts'
import type { LocalFile } from '../../source/local-file.ts'
import { feed } from '../../source/window.ts'
import { recordWriter } from '../jsonl/record-writer.ts'
import { encodingChoice } from '../recognise.ts'
import { jsonMembers, type MemberTaker } from './json-members.ts'
import { EVENT_SECTIONS, OBJECT_SECTIONS, ocelEvent, ocelObject, type OcelObject } from './ocel-log.ts'

const CASE = 'ocel:oid'
const ACTIVITY = 'ocel:activity'
const TIME = 'ocel:timestamp'

/**
 * OCEL 2.0 JSON (and 1.0), flattened by one object type: every object of that type becomes a case, and an event
 * becomes an event of each such object it refers to (van der Aalst 2019, "flattening"). Unless the mapping names the
 * type, it is the one that most events refer to. The file is read three times: objects, choice, events.
 */
export async function* readOcel(file: LocalFile, own: Collector, reading: Reading): AsyncGenerator<void> {
  const silent: Reading = { limits: reading.limits, signal: reading.signal }
  const objects = await objectsOf(file, own.mapping, silent)
  const objectType = await chosenType(file, objects, { mapping: own.mapping, reading: silent })
  const columns = { case: CASE, activity: ACTIVITY, at: TIME }
  const { resource, zone, dateOrder, eventAttributes } = own.mapping
  const names = await eventNames(file, own.mapping, silent)
  const mapping = completedMapping({ ...columns, resource, zone, dateOrder, eventAttributes }, [
    CASE,
    ACTIVITY,
    TIME,
    ...names,
  ])
  const writer = recordWriter(own, [CASE, ACTIVITY, TIME, ...names], mapping)

  yield* members(file, own.mapping, reading, EVENT_SECTIONS, (_, name, value, line) => {
    const event = ocelEvent(name, value)
    if (!event) return own.report.reject('json-broken', line, name)
    const id = Buffer.from(event.id)
    if (!own.eventIds.add(id, 0, id.length)) return own.report.reject('event-duplicate', line, 'id', event.id)
    for (const objectId of new Set(event.objects)) {
      const object = objects.get(objectId)
      if (!object) own.report.reject('object-unknown', line, 'objectId', objectId)
      else if (object.type === objectType) writer.write(flattened(event, object), line)
    }
  })
}

function flattened(
  event: { type: string; time: string; attributes: Readonly<Record<string, string>> },
  object: OcelObject,
) {
  const ofCase = Object.entries(object.attributes).map(([name, value]) => [`case:${name}`, value] as const)
  const ofEvent = Object.entries(event.attributes)
  return new Map([...ofEvent, ...ofCase, [CASE, object.id], [ACTIVITY, event.type], [TIME, event.time]])
}

function members(
  file: LocalFile,
  mapping: ColumnMapping,
  reading: Reading,
  sections: readonly string[],
  take: MemberTaker,
): AsyncGenerator<void> {
  const text = utf8Of(contentOf(file, reading), encodingChoice(file, mapping, 'ocel'))
  return feed(text, jsonMembers(new Set(sections), take), reading.limits.tokenBytes)
}

async function objectsOf(
  file: LocalFile,
  mapping: ColumnMapping,
  reading: Reading,
): Promise<Map<string, OcelObject>> {
  const objects = new Map<string, OcelObject>()
  const take: MemberTaker = (_, name, value, line) => {
    const object = ocelObject(name, value)
    if (!object)
      throw notOcel(`第 ${line} 行的对象缺少 id 或 type`, `the object on line ${line} has no id or type`)
    if (objects.has(object.id))
      throw notOcel(
        `对象编号“${object.id}”重复（第 ${line} 行）`,
        `the object id "${object.id}" appears twice (line ${line})`,
      )
    objects.set(object.id, object)
  }
  for await (const _ of members(file, mapping, reading, OBJECT_SECTIONS, take)) void _
  if (objects.size === 0) throw notOcel('没有对象（objects）', 'it has no objects')
  return objects
}

const notOcel = (zh: string, en: string) => refuse('exchange.not-ocel', { zh, en })

/** How many events refer to each object type. */
async function eventsByType(
  file: LocalFile,
  objects: ReadonlyMap<string, OcelObject>,
  { mapping, reading }: { mapping: ColumnMapping; reading: Reading },
): Promise<Map<string, number>> {
  const counts = new Map([...objects.values()].map(({ type }) => [type, 0]))
  const take: MemberTaker = (_, name, value) => {
    const types = new Set((ocelEvent(name, value)?.objects ?? []).map((id) => objects.get(id)?.type))
    for (const type of types) if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  for await (const _ of members(file, mapping, reading, EVENT_SECTIONS, take)) void _
  return counts
}

async function chosenType(
  file: LocalFile,
  objects: ReadonlyMap<string, OcelObject>,
  given: { mapping: ColumnMapping; reading: Reading },
): Promise<string> {
  const counts = await eventsByType(file, objects, given)
  const { objectType } = given.mapping
  if (objectType !== undefined) {
    if (counts.has(objectType)) return objectType
    throw refuse('exchange.object-type-unknown', { objectType, objectTypes: [...counts.keys()].join(', ') })
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? ''
}

const LOOKED_AT = 1000

/** Names of the events' attributes, so that a column for the person can be recognised before the first event is written. */
async function eventNames(file: LocalFile, mapping: ColumnMapping, reading: Reading): Promise<string[]> {
  const names = new Set<string>()
  let seen = 0
  const take: MemberTaker = (_, name, value) => {
    if (seen++ < LOOKED_AT)
      for (const key of Object.keys(ocelEvent(name, value)?.attributes ?? {})) names.add(key)
  }
  for await (const _ of members(file, mapping, reading, EVENT_SECTIONS, take)) if (seen > LOOKED_AT) break
  return [...names]
}
