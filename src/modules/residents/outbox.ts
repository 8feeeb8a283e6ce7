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

interface Delivery {
  /** The same at every try, so that a gateway that answered too late does not send it twice. */
  readonly id: string
  readonly phone: string
  readonly kind: string
  readonly text: string
}

/** What carries messages to phones. It throws when it could not; the message is tried again. */
export interface Gateway {
  deliver(message: Delivery): Promise<void>
}

/** Stands in for a gateway: lines in a file that only its owner reads, with the number masked. */
export const fileGateway = (file: string): Gateway => ({
  async deliver({ phone, kind, text }) {
    await mkdir(dirname(file), { recursive: true })
    await appendFile(file, `${JSON.stringify({ to: maskPhone(phone), kind, text })}\n`, { mode: 0o600 })
  },
})

const ANSWERS_WITHIN_MS = 10_000

/**
 * Posts `{ phone, kind, text }` as JSON to the office's own gateway for short messages, with a bearer token where one is
 * set. Any 2xx is sent; everything else, and silence, is tried again later.
 */
export const httpGateway = ({
  url,
  token,
}: {
  readonly url: string
  readonly token?: string | undefined
}): Gateway => ({
  async deliver({ id, phone, kind, text }) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'idempotency-key': id },
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ phone, kind, text }),
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    })
    // Its body may repeat the number, and what is thrown is logged.
    if (!answer.ok) throw new Error(`The gateway for messages answered ${answer.status}`)
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
/** 30 s, a minute, two, … four hours: a gateway that is down for a night loses nothing. */
const PAUSE_MS = 30_000
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
    const waiting = await takeWaiting(db, {
      ...{ limit: BATCH, mostTries: MOST_TRIES, now: at, pauseMs: PAUSE_MS },
    })
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
      await gateway.deliver({ id: message, ...told })
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
