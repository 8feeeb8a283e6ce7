import type { Db } from '#kernel/sql.ts'
import { type Entered, findClocksOf, startClocks, stopClock } from '../clocks/stored/index.ts'
import type { Institution } from './definition.ts'
import type { Entry, Taken } from './entry.ts'
import { termsOf } from './limits.ts'
import { clockId, entryOfClock, entryStream } from './streams.ts'

/** A step ends the clocks that wait for it, and starts those that hang on it; one that goes on starts anew. */
export async function runClocks(
  db: Db,
  definition: Institution,
  { entry, taken }: { readonly entry: Entry; readonly taken: Taken },
  entered: Entered,
): Promise<void> {
  const { clocks } = definition
  const ended = clocks.filter(({ starts, stops }) => starts === taken.step || stops.includes(taken.step))
  if (ended.length === 0) return
  const subject = entryStream(entry.institution, entry.id)
  if (entry.taken.length > 1)
    await stopRunning(db, subject, new Set(ended.map(({ code }) => code)), taken.step, entered)
  const run = entry.taken.filter(({ step }) => step === taken.step).length
  const started = clocks.flatMap((clock) => {
    if (clock.starts !== taken.step) return []
    const terms = termsOf(clock, entry, taken, 'cn')
    return terms ? [{ id: clockId(subject, clock.code, run), subject, terms }] : []
  })
  if (started.length > 0) await startClocks(db, started, entered)
}

async function stopRunning(
  db: Db,
  subject: string,
  codes: ReadonlySet<string>,
  outcome: string,
  entered: Entered,
): Promise<void> {
  for (const { id } of await findClocksOf(db, subject))
    if (codes.has(entryOfClock(id)?.clock ?? '')) await stopClock(db, id, outcome, entered)
}
