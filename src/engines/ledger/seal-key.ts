import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Hash } from './chain.ts'
import { refuse } from './refusals.ts'

export interface SealKey {
  /** SPKI, base64: what a verifier needs, and may know from elsewhere. */
  readonly publicKey: string
  /** Ed25519 over the bytes of a hash, base64. */
  sign(hash: Hash): string
}

export interface SealKeyPlace {
  readonly dataFolder: string
  /** A key of the user's own (`XIAONENG_SEAL_KEY`); otherwise one is made in the data folder. */
  readonly file?: string | undefined
}

/** The key that seals are signed with. It must be readable by its owner alone: who has it can forge seals. */
export function openSealKey({ dataFolder, file }: SealKeyPlace): SealKey {
  const path = file ?? join(dataFolder, 'seal-key.pem')
  if (!file) makeKey(path)
  const key = readKey(path)
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
  return { publicKey, sign: (hash) => sign(null, Buffer.from(hash, 'hex'), key).toString('base64') }
}

/** Two processes may come here at once: the file is made by one and read by both. */
function makeKey(path: string): void {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw unusable(path, error)
  }
}

function readKey(path: string): KeyObject {
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new Error('others may read it')
    const key = createPrivateKey(readFileSync(path))
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`its type is ${key.asymmetricKeyType}`)
    return key
  } catch (error) {
    throw unusable(path, error)
  }
}

const unusable = (file: string, error: unknown) =>
  refuse('ledger.seal-key', { file, reason: error instanceof Error ? error.message : String(error) })

/** Whether a signature over a hash was made with a key; anything that is not even a key or a signature was not. */
export function isSignedBy(publicKey: string, hash: Hash, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    return verify(null, Buffer.from(hash, 'hex'), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
