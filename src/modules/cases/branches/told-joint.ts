import type { Db } from '#kernel/sql.ts'
import { readStream, type StoredEvent } from '#engines/ledger/index.ts'
import type { LivingCase } from '../case.ts'
import { caseStream } from '../case-events.ts'
import { findStates } from '../store.ts'
import { findJointCases } from './store.ts'

/** A case of many departments as its stream tells it. */
export interface JointCase {
  readonly state: LivingCase
  readonly events: readonly StoredEvent[]
}

const AT_ONCE = 100

/** Every case handled jointly, by number; a hundred are held at a time. */
export async function* jointCases(db: Db): AsyncGenerator<JointCase> {
  for (let after = ''; ;) {
    const numbers = await findJointCases(db, after, AT_ONCE)
    for (const { state } of await findStates(db, numbers))
      yield { state, events: await readStream(db, caseStream(state.caseNo)) }
    const last = numbers.at(-1)
    if (last === undefined || numbers.length < AT_ONCE) return
    after = last
  }
}
