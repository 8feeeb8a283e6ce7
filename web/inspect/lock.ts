/**
 * What the phone keeps is encrypted (AES-256-GCM) under a key of its own, and that key under the password of whoever
 * signed in (PBKDF2-SHA-256): a lost phone tells nothing. WebCrypto exists on https only, so these pages do too.
 */
export interface Lock {
  readonly account: string
  readonly salt: Uint8Array<ArrayBuffer>
  /** The key of the data, wrapped by the one of the password. */
  readonly wrapped: Sealed
}

export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly content: ArrayBuffer
}

const ITERATIONS = 310_000
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

async function passwordKey(password: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

const dataKey = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** A fresh lock for this phone and whoever is signed in. */
export async function newLock(account: string, password: string): Promise<{ lock: Lock; key: CryptoKey }> {
  const [salt, bytes] = [random(16), random(32)]
  const wrapped = await sealBytes(await passwordKey(password, salt), bytes)
  return { lock: { account, salt, wrapped }, key: await dataKey(bytes) }
}

/** Undefined: another password. */
export async function unlock({ salt, wrapped }: Lock, password: string): Promise<CryptoKey | undefined> {
  try {
    return await dataKey(await openBytes(await passwordKey(password, salt), wrapped))
  } catch {
    return undefined
  }
}

export async function sealBytes(key: CryptoKey, bytes: BufferSource): Promise<Sealed> {
  const nonce = random(12)
  return { nonce, content: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, bytes) }
}

export const openBytes = (key: CryptoKey, { nonce, content }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, content)

export const sealJson = (key: CryptoKey, value: unknown): Promise<Sealed> =>
  sealBytes(key, new TextEncoder().encode(JSON.stringify(value)))

/** Written by `sealJson` under the same key, so it is what it was. */
export const openJson = async <T>(key: CryptoKey, sealed: Sealed): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await openBytes(key, sealed))) as T

/** The hash of a file at the moment it was made. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
