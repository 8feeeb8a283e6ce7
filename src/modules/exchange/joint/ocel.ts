import type { JointCase } from '#modules/cases/index.ts'
import { spool, type Spooled } from '../writing/spool.ts'
import { instantText } from '../writing/written-event.ts'
import { type LogEvent, type LogObject, OBJECT_TYPES, type ObjectLog, objectsOf } from './objects.ts'

/** The standard gives an attribute that never changed the beginning of time. */
const ALWAYS = '1970-01-01T00:00:00Z'

const ATTRIBUTES: Readonly<Record<LogObject['type'], readonly string[]>> = {
  case: ['item', 'unit', 'status'],
  branch: ['unit', 'name', 'status'],
  material: ['form'],
  opinion: ['result', 'late'],
  meeting: [],
  decision: ['outcome'],
}

/** Joint cases waiting in a file of their own, so that the database is let go before the first byte leaves. */
export interface WaitingJoint {
  readonly waiting: Spooled<ObjectLog>
  readonly eventTypes: ReadonlySet<string>
}

export async function holdJoint(cases: AsyncIterable<JointCase>): Promise<WaitingJoint> {
  const eventTypes = new Set<string>()
  const waiting = await spool(objectLogs(cases), ({ events }) => {
    for (const { type } of events) eventTypes.add(type)
  })
  return { waiting, eventTypes }
}

/**
 * Joint cases as OCEL 2.0 (JSON): an event stands once and names every object it touched, so that a log of cases, of
 * branches or of opinions can be made of one file. Events first; JSON does not mind the order.
 */
export async function* jointOcel({ waiting, eventTypes: types }: WaitingJoint): AsyncGenerator<string> {
  try {
    yield '{"events":['
    let number = 0
    for await (const { events } of waiting.items())
      for (const event of events) yield `${number > 0 ? ',' : ''}\n${eventText(event, ++number)}`
    yield '\n],"objects":['
    let isFirst = true
    for await (const { objects } of waiting.items())
      for (const object of objects) {
        yield `${isFirst ? '' : ','}\n${objectText(object)}`
        isFirst = false
      }
    const objectTypes = OBJECT_TYPES.map((name) => ({ name, attributes: typed(ATTRIBUTES[name]) }))
    const eventTypes = [...types].sort().map((name) => ({ name, attributes: typed(['actor']) }))
    yield `\n],"objectTypes":${JSON.stringify(objectTypes)},"eventTypes":${JSON.stringify(eventTypes)}}\n`
  } finally {
    await waiting.remove()
  }
}

async function* objectLogs(cases: AsyncIterable<JointCase>) {
  for await (const one of cases) yield objectsOf(one)
}

const typed = (names: readonly string[]) => names.map((name) => ({ name, type: 'string' }))

const eventText = ({ type, at, attributes, objects }: LogEvent, number: number): string =>
  JSON.stringify({
    id: `e${number}`,
    type,
    time: instantText(at),
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    relationships: objects.map(({ id, qualifier }) => ({ objectId: id, qualifier })),
  })

const objectText = ({ id, type, attributes, of }: LogObject): string =>
  JSON.stringify({
    ...{ id, type },
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, time: ALWAYS, value })),
    relationships: of.map((one) => ({ objectId: one.id, qualifier: one.qualifier })),
  })
