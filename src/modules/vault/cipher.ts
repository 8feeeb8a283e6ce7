import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/** AES-256-GCM. `about` is bound to the text, so that what was put elsewhere by hand does not open there. */
export function encrypt(key: Buffer, about: string, text: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const body = cipher.update(text)
  cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The text again, or undefined for another key, another place or an altered text. */
export function decrypt(key: Buffer, about: string, sealed: Buffer): Buffer | undefined {
  if (sealed.length < NONCE + TAG) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
  } catch {
    return undefined
  }
}

export const newKey = (): Buffer => randomBytes(32)
