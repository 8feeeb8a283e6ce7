import { hash, verify } from '@node-rs/argon2'
import { refuse } from './refusals.ts'

/** Argon2id with the parameters of OWASP's password storage sheet: 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password, options)

/** A hash of nothing anybody knows: an unknown account takes as long to refuse as a known one. */
const nobody = hashPassword(`${Math.random()}${Math.random()}`)

const AT_ONCE = 4
const WAITING = 200
let running = 0
const queue: Array<() => void> = []

/**
 * Compares in the time a comparison takes, whether there is such an account or not. Each holds 19 MiB and a
 * thread, so a few run at once, others wait, and a flood is sent away.
 */
export async function isPassword(stored: string | undefined, given: string): Promise<boolean> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw refuse('access.busy')
    await new Promise<void>((resolve) => queue.push(resolve))
  }
  running++
  try {
    const matches = await verify(stored ?? (await nobody), given)
    return matches && stored !== undefined
  } finally {
    running--
    queue.shift()?.()
  }
}

const SHORTEST = 10

/** Long passwords from the usual lists, and what people here type to satisfy a rule; compared without case and signs. */
const worst = new Set([
  '1234567890',
  '0123456789',
  '12345678910',
  '0987654321',
  '1111111111',
  '0000000000',
  '8888888888',
  '6666666666',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'qwerty12345',
  'qwerty123456',
  'password12',
  'password123',
  'password1234',
  'p@ssw0rd123',
  'passw0rd123',
  'admin12345',
  'admin123456',
  'administrator',
  'iloveyou123',
  'abc1234567',
  'abcd123456',
  'a123456789',
  'aa12345678',
  'woaini1314',
  'woaini520',
  'woaini1314520',
  'zhongguo123',
  'xiaoneng123',
  'huawei12345',
  '1234512345',
  '123123123123',
  '1122334455',
  '147258369',
  '1472583690',
  'asdfghjkl123',
  'zaq12wsxcde3',
  'q1w2e3r4t5',
  'changeme123',
  'welcome123',
])

/** GB/T 22239-2019 8.1.4.1 asks for passwords that are hard to guess; length and a list do more for that than signs. */
export function refuseWeak(password: string, account: string): void {
  const plain = password.toLowerCase()
  const letters = plain.replace(/[^a-z0-9]/g, '')
  const name = account.toLowerCase().replace(/[^a-z0-9]/g, '')
  const oneSign = new Set(plain).size < 4
  if (
    password.length < SHORTEST ||
    oneSign ||
    worst.has(plain) ||
    worst.has(letters) ||
    letters === name ||
    plain === account
  )
    throw refuse('access.weak-password')
}
