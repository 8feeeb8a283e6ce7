import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Db } from '#kernel/sql.ts'
import { conflict } from '#platform/database/index.ts'
import { canonical } from './canonical.ts'
import { checkName } from './event.ts'
import { refuse } from './refusals.ts'
import { findCommand, insertCommand, isTaken } from './store.ts'

export interface Command<Answer> {
  /** The idempotency key the caller chose. */
  readonly key: string
  /** What was asked, as plain data: the same key with another request is refused (422 `ledger.key-reused`). */
  readonly request: unknown
  /** The shape of the answer; a stored answer is read through it. */
  readonly answer: z.ZodType<Answer>
}

/**
 * Does `work` once for a key, however often it is asked: its answer is stored in the same transaction, and the same key
 * gets that answer. A refusal is not stored, since nothing happened; the same key may try again.
 */
export async function command<Answer>(
  db: Db,
  { key, request, answer }: Command<Answer>,
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; repeated: boolean }> {
  const requestHash = hashOfRequest(request)
  const earlier = await findCommand(db, checkName(key, 'key'))
  if (earlier) {
    if (earlier.requestHash !== requestHash) throw refuse('ledger.key-reused', { key })
    return { answer: answer.parse(earlier.answer), repeated: true }
  }
  const given = await work()
  try {
    await insertCommand(db, key, requestHash, canonical(given))
  } catch (error) {
    if (isTaken(error, 'ledger_command'))
      throw conflict('The same key was answered by another transaction first')
    throw error
  }
  return { answer: given, repeated: false }
}

export const hashOfRequest = (request: unknown): string =>
  createHash('sha256')
    .update(canonical(request ?? null))
    .digest('hex')
