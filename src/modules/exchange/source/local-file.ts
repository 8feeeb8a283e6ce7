import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refuse } from '../refusals.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'

/** A path, or a stream with the name its sender gave it; a name is only shown, never opened. */
export type LogSource = string | { readonly stream: Readable; readonly name: string }

export interface LocalFile {
  readonly path: string
  /** For messages: the last part of the name, without control characters. */
  readonly name: string
  readonly size: number
}

export interface HeldFile {
  readonly file: LocalFile
  release(): Promise<void>
}

/**
 * A file on disk. A stream is first written to a folder of its own, readable only by this account and removed by
 * `release`: formats are told apart by their beginning, and some are read twice.
 */
export async function localFile(source: LogSource, limits: Limits = DEFAULT_LIMITS): Promise<HeldFile> {
  if (typeof source === 'string') return { file: await ordinaryFile(source), release: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'xiaoneng-log-'))
  const release = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'log')
    const name = shownName(source.name)
    await pipeline(
      source.stream,
      limitedTo(limits.storedBytes, name),
      createWriteStream(path, { mode: 0o600 }),
    )
    return { file: { ...(await ordinaryFile(path)), name }, release }
  } catch (error) {
    await release()
    throw error
  }
}

export async function withLocalFile<Answer>(
  source: LogSource,
  work: (file: LocalFile) => Promise<Answer>,
  limits: Limits = DEFAULT_LIMITS,
): Promise<Answer> {
  const { file, release } = await localFile(source, limits)
  try {
    return await work(file)
  } finally {
    await release()
  }
}

const limitedTo = (limit: number, name: string) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > limit)
        throw refuse('exchange.too-large', { name, limitMiB: Math.round(limit / 2 ** 20), byte: bytes })
      yield chunk
    }
  }

async function ordinaryFile(path: string): Promise<LocalFile> {
  const name = shownName(path)
  const found = await stat(path).catch(() => undefined)
  if (!found) throw refuse('exchange.file-not-found', { name })
  if (!found.isFile()) throw refuse('exchange.file-unreadable', { name })
  if (found.size === 0) throw refuse('exchange.file-empty', { name })
  const handle = await open(path).catch(() => undefined)
  if (!handle) throw refuse('exchange.file-unreadable', { name })
  await handle.close()
  return { path, name, size: found.size }
}

const LONGEST_NAME = 120

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

const shownName = (name: string): string =>
  basename(name.replaceAll('\\', '/')).replace(CONTROL, '').slice(0, LONGEST_NAME) || '?'
