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

/** The file's bytes in chunks, unpacked when it begins like gzip. A chunk is valid until the next one is asked for. */
export async function* contentOf(file: LocalFile, reading: Reading): AsyncGenerator<Buffer> {
  const packed = await beginsLikeGzip(file)
  const progress = { stored: 0, content: 0 }
  const chunks = packed ? unpacked(file, progress) : plain(file, progress)
  try {
    for await (const chunk of chunks) {
      progress.content += chunk.length
      if (reading.signal?.aborted) throw refuse('exchange.stopped')
      guard(file, progress.stored, progress.content, packed, reading.limits)
      yield chunk
      reading.onProgress?.(progress.stored, file.size)
    }
  } catch (error) {
    throw gzipFault(error, file, progress.stored) ?? error
  }
}

/** One buffer is read into again and again: a new one for each chunk would keep the garbage collector busy. */
async function* plain(file: LocalFile, progress: { stored: number }): AsyncGenerator<Buffer> {
  const handle = await open(file.path)
  const buffer = Buffer.allocUnsafeSlow(CHUNK)
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK)
      if (bytesRead === 0) return
      progress.stored += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

async function* unpacked(file: LocalFile, progress: { stored: number }): AsyncGenerator<Buffer> {
  const stored = createReadStream(file.path, { highWaterMark: CHUNK })
  const gunzip = createGunzip({ chunkSize: CHUNK })
  // The loop over `gunzip` sees every error; the callback is only there so that none goes unheard.
  pipeline(stored, gunzip, () => undefined)
  try {
    for await (const chunk of gunzip) {
      progress.stored = stored.bytesRead
      yield chunk as Buffer
    }
  } finally {
    progress.stored = stored.bytesRead
    stored.destroy()
  }
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
