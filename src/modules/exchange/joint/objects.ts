import type { JointCase } from '#modules/cases/index.ts'

/** What a joint case consists of, as OCEL 2.0 sees it. */
export const OBJECT_TYPES = ['case', 'branch', 'material', 'opinion', 'meeting', 'decision'] as const
export type ObjectType = (typeof OBJECT_TYPES)[number]

export interface LogObject {
  readonly id: string
  readonly type: ObjectType
  readonly attributes: Readonly<Record<string, string>>
  /** Objects that it belongs to. */
  readonly of: readonly { readonly id: string; readonly qualifier: string }[]
}

export interface LogEvent {
  readonly type: string
  readonly at: number
  readonly attributes: Readonly<Record<string, string>>
  readonly objects: readonly { readonly id: string; readonly qualifier: ObjectType }[]
}

export interface ObjectLog {
  readonly objects: readonly LogObject[]
  readonly events: readonly LogEvent[]
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value : []

/**
 * One case with its branches, materials, opinions, meetings and decision, and every event with all that it touched: the
 * case always, a branch where it is about one, the opinion that it gave, the materials that it brought.
 */
export function objectsOf({ state, events }: JointCase): ObjectLog {
  const { caseNo, plan } = state
  const known = new Map<string, LogObject>()
  const add = (type: ObjectType, code: string, attributes: LogObject['attributes'], of: LogObject['of']) => {
    const id = code === '' ? caseNo : `${caseNo}/${type}/${code}`
    known.set(id, { id, type, attributes, of })
    return { id, qualifier: type }
  }
  const ofCase = { id: caseNo, qualifier: 'of' }
  const whole = add('case', '', { item: plan.item, unit: plan.unit, status: state.status }, [])
  const branches = new Map(
    (state.joint?.branches ?? []).map(({ code, unit, name, status }) => [
      code,
      add('branch', code, { unit, name: name.zh, status }, [ofCase]),
    ]),
  )
  const touched = ({ type, version, payload }: JointCase['events'][number]): LogEvent['objects'] => {
    const branch = branches.get(text(payload['branch']))
    const own = branch ? [branch] : []
    switch (type) {
      case 'CaseReceived':
      case 'MaterialsSupplied':
        return list(payload['materials']).map(({ code, form }) =>
          add('material', text(code), { form: text(form) }, [ofCase]),
        )
      case 'OpinionGiven': {
        const attributes = { result: text(payload['result']), late: String(payload['late'] === true) }
        const about = branch ? [{ id: branch.id, qualifier: 'about' }] : [ofCase]
        return [...own, add('opinion', `${version}`, attributes, about)]
      }
      case 'MeetingCalled':
      case 'MeetingHeld':
        return [add('meeting', text(payload['meeting']), {}, [ofCase])]
      case 'CaseDecided':
        return [add('decision', `${version}`, { outcome: text(payload['outcome']) }, [ofCase])]
      default:
        return own
    }
  }
  const told = events.map((event): LogEvent => ({
    type: event.type,
    at: event.occurredAt,
    attributes: { actor: event.actor },
    objects: [whole, ...touched(event)],
  }))
  return { objects: [...known.values()], events: told }
}
