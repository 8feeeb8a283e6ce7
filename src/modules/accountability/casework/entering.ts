import { randomInt } from 'node:crypto'
import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded, readStream } from '#engines/ledger/index.ts'
import { runClocks } from './clocks.ts'
import type { InvestigationEvent, Lead } from './events.ts'
import { investigationFolding, investigationLists } from './lists.ts'
import { dayAt } from './numbers.ts'
import { INVESTIGATION, type Investigation } from './state.ts'

interface Entered {
  readonly actor: string
  readonly now: EpochMs
}

/** By chance within the day: no number tells the next, or that there is one. */
async function freeNumber(db: Db, today: Day): Promise<string> {
  for (;;) {
    const chance = String(randomInt(1_000_000)).padStart(6, '0')
    const number = `I${today.slice(2).replaceAll('-', '')}-${chance}`
    if ((await readStream(db, INVESTIGATION + number)).length === 0) return number
  }
}

/** 登记线索: by people, or by what the record itself shows. */
export async function enterLead(
  db: Db,
  lead: Omit<Lead, 'number'>,
  entered: Entered,
  /** What follows from it at once. */
  then: readonly InvestigationEvent[] = [],
): Promise<string> {
  const number = await freeNumber(db, dayAt(entered.now))
  await changeInvestigation(db, number, () => [{ type: 'LeadEntered', ...lead, number }, ...then], entered)
  return number
}

/** Decides on a case, keeps what follows, and lets its limits run as it now stands. */
export async function changeInvestigation(
  db: Db,
  number: string,
  decide: (state: Investigation | undefined) => readonly InvestigationEvent[],
  entered: Entered & { readonly expectedVersion?: number | undefined },
): Promise<Investigation | undefined> {
  const state = await changeFolded(
    db,
    { ...investigationFolding, lists: investigationLists },
    number,
    decide,
    entered,
  )
  if (state) await runClocks(db, state, entered)
  return state
}
