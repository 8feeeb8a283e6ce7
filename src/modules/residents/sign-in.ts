import { randomInt, timingSafeEqual } from 'node:crypto'
import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Limiter, limiter } from '#platform/http/index.ts'
import { type Started, startResidentSession } from '#modules/access/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import { cleanMobile, maskPhone, type Vault } from '#modules/vault/index.ts'
import { isOpen, maySend, VALID_MS } from './code.ts'
import { send } from './outbox.ts'
import { refuse } from './refusals.ts'
import { closeCode, countTry, lockCode, putCode } from './store.ts'

export interface SignInServices {
  readonly database: Database
  readonly vault: Vault
  /** Nothing is really sent: the code is answered, so that a visitor can go on. */
  readonly demo: boolean
  /** What else of a draft goes with it: its files, which a module above knows. */
  readonly draftRemoved?: (
    db: Db,
    draft: { readonly person: string; readonly item: string },
    doing: { readonly by: string; readonly at: EpochMs },
  ) => Promise<void>
}

interface Asked {
  readonly jurisdiction?: string | undefined
  readonly phone: string
}

interface From {
  readonly address: string
  readonly now: EpochMs
}

/** Codes sent and wrong codes typed from one address, whatever the numbers. */
const SENT = { most: 30, windowMs: 10 * 60_000 }
const WRONG = { most: 30, windowMs: 10 * 60_000 }
const PHONE = 'resident-phone'

/** A phone that was proved in another way, such as at a counter, finds its owner at the next sign-in. */
export const provePhone = (
  db: Db,
  vault: Pick<Vault, 'markPerson'>,
  person: string,
  phone: string,
): Promise<void> => vault.markPerson(db, person, PHONE, cleanMobile(phone))

export function codeDesk(services: SignInServices) {
  const [sent, wrong] = [limiter(SENT), limiter(WRONG)]
  return {
    sendCode: (asked: Asked, from: From) => sendCode(services, sent, asked, from),
    signIn: (asked: Asked & { readonly code: string }, from: From) => signIn(services, wrong, asked, from),
  }
}

async function sendCode(
  { database, vault, demo }: SignInServices,
  sent: Limiter,
  asked: Asked,
  { address, now }: From,
) {
  const phone = cleanMobile(asked.phone)
  sent.count(address, now)
  const scope = { jurisdiction: await jurisdictionOf(database, asked.jurisdiction) }
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await database.transaction(scope, async (db) => {
    const mark = vault.mark(db, PHONE, phone)
    const sending = maySend(await lockCode(db, mark), now)
    if (!sending.may)
      throw sending.seconds === null
        ? refuse('resident.too-many-codes')
        : refuse('resident.code-just-sent', { seconds: sending.seconds })
    const { sentToday } = sending
    await putCode(db, mark, {
      codeHash: hashOf(vault, db, phone, code),
      sentToday,
      sentAt: now,
      expiresAt: now + VALID_MS,
    })
    const person = await personOfPhone(db, vault, phone, now)
    await send(
      db,
      vault,
      { to: person, kind: 'signInCode', text: `验证码 ${code}，5 分钟内有效，请勿告诉他人。` },
      now,
    )
  })
  return { sentTo: maskPhone(phone), validSeconds: VALID_MS / 1000, demoCode: demo ? code : null }
}

/** Keyed: six digits under a plain hash would be tried out in a moment by whoever reads the table. */
const hashOf = (vault: Vault, db: Db, phone: string, code: string) =>
  vault.mark(db, 'resident-code', `${phone}/${code}`)

/** Who has proved this number before, or a new person of whom nothing but the number is known. */
export async function personOfPhone(db: Db, vault: Vault, phone: string, now: EpochMs): Promise<string> {
  const known = await vault.findMarkedPerson(db, PHONE, phone)
  if (known !== undefined) return known
  const person = await vault.keepPerson(db, { kind: 'natural', phone }, { by: 'portal', at: now })
  await vault.markPerson(db, person, PHONE, phone)
  return person
}

async function signIn(
  { database, vault }: SignInServices,
  wrong: Limiter,
  asked: Asked & { readonly code: string },
  { address, now }: From,
): Promise<Started> {
  wrong.check(address, now)
  const phone = cleanMobile(asked.phone)
  const scope = { jurisdiction: await jurisdictionOf(database, asked.jurisdiction) }
  const started = await database.transaction(scope, async (db) => {
    const mark = vault.mark(db, PHONE, phone)
    const last = await lockCode(db, mark)
    const right = last && timingSafeEqual(last.codeHash, hashOf(vault, db, phone, asked.code.trim()))
    if (!last || !isOpen(last, now)) return undefined
    if (!right) {
      await countTry(db, mark)
      return undefined
    }
    await closeCode(db, mark, now)
    return startResidentSession(db, await personOfPhone(db, vault, phone, now), now)
  })
  if (started) return started
  wrong.count(address, now)
  throw refuse('resident.wrong-code')
}
