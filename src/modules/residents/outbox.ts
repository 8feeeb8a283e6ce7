import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { EpochMs } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { jurisdictionsOf } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import { maskPhone, type Vault } from '#modules/vault/index.ts'
import { insertMessage, markSent, takeWaiting } from './outbox-store.ts'

export interface Message {
  /** A reference into the vault. */
  readonly to: string
  readonly kind: string
  readonly text: string
}

/** What carries messages to phones. It throws when it could not; the message is tried again. */
export interface Gateway {
  deliver(message: { readonly phone: string; readonly kind: string; readonly text: string }): Promise<void>
}

/** Stands in for a gateway: lines in a file that only its owner reads, with the number masked. */
export const fileGateway = (file: string): Gateway => ({
  async deliver({ phone, kind, text }) {
    await mkdir(dirname(file), { recursive: true })
    await appendFile(file, `${JSON.stringify({ to: maskPhone(phone), kind, text })}\n`, { mode: 0o600 })
  },
})

/** Leaves a message in the caller's transaction: what is rolled back is never told. */
export async function send(
  db: Db,
  vault: Pick<Vault, 'sealText'>,
  { to, kind, text }: Message,
  now: EpochMs,
): Promise<void> {
  const message = newId(now)
  const content = await vault.sealText(db, to, `message/${message}`, text)
  await insertMessage(db, { message, person: to, kind, content, at: now })
}

export interface Delivering {
  readonly vault: Vault
  readonly gateway: Gateway
  readonly now: () => EpochMs
  readonly failed: (error: unknown) => void
}

const BATCH = 50
const MOST_TRIES = 10
const EVERY_MS = 2000

/** Sends what waits in one jurisdiction; says how many left. One that fails is tried again, up to ten times. */
export async function deliverWaiting(
  database: Database,
  jurisdiction: string,
  { vault, gateway, now, failed }: Delivering,
): Promise<number> {
  const scope = { jurisdiction }
  const at = now()
  const open = await database.transaction(scope, async (db) => {
    const waiting = await takeWaiting(db, { limit: BATCH, mostTries: MOST_TRIES })
    const opened = []
    for (const { message, person, kind, content } of waiting) {
      const found = await readable(db, vault, { message, person, content }, at)
      if (found) opened.push({ message, kind, ...found })
    }
    return opened
  })
  let sent = 0
  for (const { message, ...told } of open) {
    try {
      await gateway.deliver(told)
      await database.transaction(scope, (db) => markSent(db, message, now()))
      sent++
    } catch (error) {
      failed(error)
    }
  }
  return sent
}

/** Undefined for a person who was forgotten meanwhile, or has no phone: nothing can be sent. */
async function readable(
  db: Db,
  vault: Vault,
  {
    message,
    person,
    content,
  }: { readonly message: string; readonly person: string; readonly content: Buffer },
  at: EpochMs,
) {
  try {
    const text = await vault.openText(db, person, `message/${message}`, content)
    const doing = { by: 'outbox', at }
    const { phone } = await vault.readPerson(db, person, { purpose: '发送短信', fields: ['phone'] }, doing)
    return phone === undefined ? undefined : { phone, text }
  } catch (error) {
    if (isRefusal(error) && error.code === 'vault.forgotten') return undefined
    throw error
  }
}

/** Sends what waits in every jurisdiction, again and again until it is closed. */
export function runOutbox(database: Database, delivering: Delivering) {
  let running = Promise.resolve()
  const round = async () => {
    for (const jurisdiction of await jurisdictionsOf(database))
      await deliverWaiting(database, jurisdiction, delivering)
  }
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = round()
      .catch(delivering.failed)
      .finally(() => (busy = false))
  }, EVERY_MS)
  return {
    async close() {
      clearInterval(timer)
      await running
    },
  }
}
