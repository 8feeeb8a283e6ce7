import { z } from 'zod'
import { textOf } from '../jsonl/read-jsonl.ts'

/** An event and an object of OCEL, whichever of its two JSON forms they were written in. */
export interface OcelEvent {
  readonly id: string
  readonly type: string
  readonly time: string
  readonly attributes: Readonly<Record<string, string>>
  readonly objects: readonly string[]
}

export interface OcelObject {
  readonly id: string
  readonly type: string
  /** The last value of each attribute by its time. */
  readonly attributes: Readonly<Record<string, string>>
}

const Named = z.object({ name: z.string(), value: z.unknown(), time: z.string().optional() })
const Event2 = z.object({
  id: z.string(),
  type: z.string(),
  time: z.string(),
  attributes: z.array(Named).optional(),
  relationships: z.array(z.object({ objectId: z.string() })).optional(),
})
const Object2 = z.object({ id: z.string(), type: z.string(), attributes: z.array(Named).optional() })
const Event1 = z.object({
  'ocel:activity': z.string(),
  'ocel:timestamp': z.string(),
  'ocel:omap': z.array(z.string()).optional(),
  'ocel:vmap': z.record(z.string(), z.unknown()).optional(),
})
const Object1 = z.object({
  'ocel:type': z.string(),
  'ocel:ovmap': z.record(z.string(), z.unknown()).optional(),
})

/** Sections that hold events and objects: OCEL 2.0 as lists, OCEL 1.0 as maps by id. */
export const EVENT_SECTIONS = ['events', 'ocel:events']
export const OBJECT_SECTIONS = ['objects', 'ocel:objects']

export function ocelEvent(name: string | undefined, value: unknown): OcelEvent | undefined {
  if (name === undefined) {
    const { data } = Event2.safeParse(value)
    if (!data) return undefined
    const objects = (data.relationships ?? []).map(({ objectId }) => objectId)
    return {
      id: data.id,
      type: data.type,
      time: data.time,
      attributes: latest(data.attributes ?? []),
      objects,
    }
  }
  const { data } = Event1.safeParse(value)
  return (
    data && {
      id: name,
      type: data['ocel:activity'],
      time: data['ocel:timestamp'],
      attributes: asTexts(data['ocel:vmap'] ?? {}),
      objects: data['ocel:omap'] ?? [],
    }
  )
}

export function ocelObject(name: string | undefined, value: unknown): OcelObject | undefined {
  if (name === undefined) {
    const { data } = Object2.safeParse(value)
    return data && { id: data.id, type: data.type, attributes: latest(data.attributes ?? []) }
  }
  const { data } = Object1.safeParse(value)
  return data && { id: name, type: data['ocel:type'], attributes: asTexts(data['ocel:ovmap'] ?? {}) }
}

/** Of several values of an attribute the last by its time; of equal times, the last in the file. */
function latest(attributes: readonly z.infer<typeof Named>[]): Record<string, string> {
  const found = new Map<string, { at: number; text: string }>()
  for (const { name, value, time } of attributes) {
    const at = time === undefined ? Number.NEGATIVE_INFINITY : Date.parse(time)
    const known = found.get(name)
    if (!known || !(at < known.at)) found.set(name, { at, text: textOf(value) ?? String(value) })
  }
  return Object.fromEntries([...found].map(([name, { text }]) => [name, text]))
}

const asTexts = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value) ?? String(value)]))
