import type { Day } from '#kernel/day.ts'
import type { Institution } from './definition.ts'
import type { Entry } from './entry.ts'
import { holdsFor, type Surroundings } from './evaluate.ts'
import { entryStream } from './streams.ts'

/** A fact that an entry tells of, in plain values; whoever keeps findings makes one of it. */
export interface FoundFact {
  readonly source: string
  /** The stream of the entry. */
  readonly sourceId: string
  readonly unit: string
  readonly account: string | null
  readonly badge: string | null
  readonly matter: string | null
  readonly conduct: string
  readonly severity: string
  readonly fact: string
  readonly happenedOn: Day
}

/** What the step that was taken last found, as the institution says. */
export async function foundOf(
  { findings = [] }: Institution,
  entry: Entry,
  around: Surroundings,
): Promise<FoundFact[]> {
  const last = entry.taken.at(-1)
  const text = (code: string | undefined): string | null => {
    const value = code === undefined ? undefined : entry.values[code]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const said = (one: string | { readonly field: string }): string =>
    typeof one === 'string' ? one : (text(one.field) ?? '')
  const found: FoundFact[] = []
  for (const { on, when = true, source, unit, fact, conduct, severity, ...named } of findings) {
    const [whose, what] = [text(unit), text(fact)]
    if (last?.step !== on || whose === null || what === null) continue
    if (!(await holdsFor(when, { entry, around }))) continue
    found.push({
      ...{ source, sourceId: entryStream(entry.institution, entry.id), unit: whose, fact: what },
      ...{ account: text(named.account), badge: text(named.badge), matter: text(named.matter) },
      ...{ conduct: said(conduct), severity: said(severity) },
      happenedOn: (text(named.happenedOn) as Day | null) ?? last.on,
    })
  }
  return found
}
