import type { CaseHistory, HistoryEvent } from '#engines/histories/index.ts'
import type { Cases, ExportOptions } from './export-log.ts'
import { spool } from './spool.ts'
import { instantText, valuesOf } from './written-event.ts'

const CASE_TYPE = 'case'
/** The standard gives an attribute that never changed the beginning of time. */
const ALWAYS = '1970-01-01T00:00:00Z'

/**
 * OCEL 2.0 as JSON, with one object type: the case. Events come first, and the types at the end, when they are known;
 * JSON does not mind the order.
 */
export async function* ocelText(cases: Cases, { zone }: ExportOptions): AsyncGenerator<string> {
  const ofEvents = new Map<string, Set<string>>()
  const ofCases = new Set<string>()
  const waiting = await spool(cases, ({ attributes, events }) => {
    for (const name of Object.keys(attributes)) ofCases.add(name)
    for (const event of events) learn(ofEvents, event, zone)
  })
  try {
    yield '{"events":['
    let number = 0
    for await (const history of waiting.items()) {
      for (const event of history.events)
        yield `${number > 0 ? ',' : ''}\n${eventText(event, history.caseId, ++number, zone)}`
    }
    yield '\n],"objects":['
    let isFirst = true
    for await (const history of waiting.items()) {
      yield `${isFirst ? '' : ','}\n${objectText(history)}`
      isFirst = false
    }
    yield `\n],"objectTypes":${JSON.stringify([{ name: CASE_TYPE, attributes: typed(ofCases) }])}`
    const eventTypes = [...ofEvents].map(([name, attributes]) => ({ name, attributes: typed(attributes) }))
    yield `,"eventTypes":${JSON.stringify(eventTypes)}}\n`
  } finally {
    await waiting.remove()
  }
}

const typed = (names: ReadonlySet<string>) => [...names].map((name) => ({ name, type: 'string' }))

/** What an event has beside its activity and time, which OCEL has fields of its own for. */
const furtherValues = (event: HistoryEvent, zone: string | undefined) => [...valuesOf(event, zone)].slice(2)

function learn(types: Map<string, Set<string>>, event: HistoryEvent, zone: string | undefined): void {
  const names = types.get(event.activity) ?? new Set()
  for (const [name] of furtherValues(event, zone)) names.add(name)
  types.set(event.activity, names)
}

const eventText = (event: HistoryEvent, caseId: string, number: number, zone: string | undefined): string =>
  JSON.stringify({
    id: `e${number}`,
    type: event.activity,
    time: instantText(event.at, zone),
    attributes: furtherValues(event, zone).map(([name, value]) => ({ name, value })),
    relationships: [{ objectId: caseId, qualifier: CASE_TYPE }],
  })

const objectText = ({ caseId, attributes }: CaseHistory): string =>
  JSON.stringify({
    id: caseId,
    type: CASE_TYPE,
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, time: ALWAYS, value })),
  })
