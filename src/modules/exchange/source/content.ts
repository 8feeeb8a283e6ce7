import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { refuse } from '../refusals.ts'
import { HARMLESS_BYTES, type Limits } from './limits.ts'
import type { LocalFile } from './local-file.ts'

const CHUNK = 256 * 1024

export interface Reading {
  readonly limits: Limits
  readonly signal?: AbortSignal | undefined
  /** Bytes of the stored file read so far, of how many. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined
}

/** The file's bytes in chunks, unpacked when it begins like gzip. */
export async function* contentOf(file: LocalFile, reading: Reading): AsyncGenerator<Buffer> {
  const packed = await beginsLikeGzip(file)
  const stored = createReadStream(file.path, { highWaterMark: CHUNK })
  const progress = { content: 0 }
  try {
    const chunks = packed ? unpacked(stored) : stored
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      progress.content += chunk.length
      if (reading.signal?.aborted) throw refuse('exchange.stopped')
      guard(file, stored.bytesRead, progress.content, packed, reading.limits)
      yield chunk
      reading.onProgress?.(stored.bytesRead, file.size)
    }
  } catch (error) {
    throw gzipFault(error, file, stored.bytesRead) ?? error
  } finally {
    stored.destroy()
  }
}

function unpacked(stored: ReturnType<typeof createReadStream>) {
  const gunzip = createGunzip({ chunkSize: CHUNK })
  // The loop over `gunzip` sees every error; the callback is only there so that none goes unheard.
  pipeline(stored, gunzip, () => undefined)
  return gunzip
}

async function beginsLikeGzip(file: LocalFile): Promise<boolean> {
  const handle = await open(file.path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await handle.close()
  }
}

function guard({ name }: LocalFile, stored: number, content: number, packed: boolean, limits: Limits): void {
  if (content > limits.contentBytes) {
    throw refuse('exchange.too-large', {
      name,
      limitMiB: Math.round(limits.contentBytes / 2 ** 20),
      byte: content,
    })
  }
  if (packed && content > HARMLESS_BYTES && content > stored * limits.expansion) {
    throw refuse('exchange.expands-too-far', { name, ratio: limits.expansion, byte: content })
  }
}

function gzipFault(error: unknown, { name }: LocalFile, byte: number): Error | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'Z_BUF_ERROR') return refuse('exchange.gzip-truncated', { name, byte })
  if (code === 'Z_DATA_ERROR' || code === 'Z_STREAM_ERROR' || code === 'Z_NEED_DICT') {
    return refuse('exchange.gzip-broken', { name, byte })
  }
  if (code === 'EACCES' || code === 'EISDIR') return refuse('exchange.file-unreadable', { name })
  return undefined
}
