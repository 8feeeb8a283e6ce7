import { createHmac, hkdfSync } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decrypt, encrypt, newKey } from './cipher.ts'
import { refuse } from './refusals.ts'

export interface MasterKeyPlace {
  readonly dataFolder: string
  /** A file of the user's own (`XIAONENG_VAULT_KEY`); otherwise one is made in the data folder. */
  readonly file?: string | undefined
}

/** Wraps the keys of persons. Each line of its file is one key; the last line wraps new ones, the others still open. */
export interface MasterKey {
  readonly version: number
  wrap(key: Buffer, about: string): Buffer
  unwrap(wrapped: Buffer, version: number, about: string): Buffer
  /** A keyed hash by which a number is found again without being kept. It comes from the first key and stays. */
  mark(about: string, value: string): Buffer
}

const KEY_BYTES = 32

/** Who has this file can read every person; who loses it, nobody. It is kept apart from the backups of the database. */
export function openMasterKey({ dataFolder, file }: MasterKeyPlace): MasterKey {
  const path = file ?? join(dataFolder, 'vault-key')
  if (!file) makeFile(path)
  const keys = readKeys(path)
  const markKey = Buffer.from(hkdfSync('sha256', keys[0] as Buffer, '', 'xiaoneng vault marks', KEY_BYTES))
  return {
    version: keys.length,
    wrap: (key, about) => encrypt(keys.at(-1) as Buffer, about, key),
    unwrap(wrapped, version, about) {
      const key = keys[version - 1]
      const opened = key && decrypt(key, about, wrapped)
      if (!opened) throw refuse('vault.key-does-not-fit')
      return opened
    },
    mark: (about, value) => createHmac('sha256', markKey).update(`${about}\n${value}`).digest(),
  }
}

/** Two processes may come here at once: the file appears whole under its name, and only the first one does. */
function makeFile(path: string): void {
  const draft = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(draft, `${newKey().toString('base64')}\n`, { mode: 0o600 })
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw unusable(path, error)
  } finally {
    rmSync(draft, { force: true })
  }
}

function readKeys(path: string): Buffer[] {
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new Error('others may read it')
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
    const keys = lines.map((line) => Buffer.from(line, 'base64'))
    if (keys.length === 0 || keys.some(({ length }) => length !== KEY_BYTES))
      throw new Error('each line must be 32 bytes in base64')
    return keys
  } catch (error) {
    throw unusable(path, error)
  }
}

const unusable = (file: string, error: unknown) =>
  refuse('vault.key-unusable', { file, reason: error instanceof Error ? error.message : String(error) })
