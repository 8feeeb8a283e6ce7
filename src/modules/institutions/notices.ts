import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Entry, Institution } from '#engines/registers/index.ts'
import { calledIn } from './called.ts'
import type { InstitutionServices } from './services.ts'
import { namedOf } from './views.ts'

/** Sends what an institution says after the step that was taken last. Messages are Chinese, as all that go to phones. */
export async function tellAfter(
  db: Db,
  services: InstitutionServices,
  definition: Institution,
  entry: Entry,
  now: EpochMs,
): Promise<void> {
  const step = entry.taken.at(-1)?.step
  const due = definition.notices.filter(({ on }) => on === step)
  if (due.length === 0) return
  const called = await calledIn(db, services, definition, [entry])
  const said = new Map(
    definition.fields.flatMap((field) => {
      const value = entry.values[field.code]
      return field.kind === 'person' || value === undefined
        ? []
        : [[field.code, namedOf({ ...definition, named: field.code }, entry, called)]]
    }),
  )
  for (const { to, text } of due) {
    const person = entry.values[to]
    const filled = text.zh.replace(/\{(\w+)\}/g, (_, code: string) =>
      code === 'id' ? entry.id : (said.get(code) ?? ''),
    )
    if (typeof person === 'string')
      await services.tell(db, { to: person, kind: `register.${definition.code}`, text: filled }, now)
  }
}
