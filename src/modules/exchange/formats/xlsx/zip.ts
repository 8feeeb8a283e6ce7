import { open, type FileHandle } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { refuse } from '../../refusals.ts'
import type { Reading } from '../../source/content.ts'
import { HARMLESS_BYTES } from '../../source/limits.ts'
import type { LocalFile } from '../../source/local-file.ts'

/** One file inside a ZIP archive, as the archive's directory tells of it. */
interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packedBytes: number
  readonly headerAt: number
}

const END_MARK = 0x06054b50
const DIRECTORY_MARK = 0x02014b50
const HEADER_MARK = 0x04034b50
const LONGEST_COMMENT = 65_535
const MOST_ENTRIES = 10_000
const MOST_DIRECTORY_BYTES = 16 * 2 ** 20

export interface Zip {
  has(name: string): boolean
  /** The unpacked content, guarded: what the directory says of its size is not believed. */
  content(name: string, mostBytes?: number): AsyncGenerator<Buffer>
}

/** Opens a ZIP archive by its directory (APPNOTE 6.3, without ZIP64 and encryption). */
export async function openZip(file: LocalFile, reading: Reading): Promise<Zip> {
  const handle = await open(file.path)
  try {
    const entries = await directory(handle, file)
    const places = new Map<string, { entry: ZipEntry; dataAt: number }>()
    for (const entry of entries) {
      if (places.has(entry.name)) throw damaged(file, '内有同名文件', 'two of its parts have the same name')
      places.set(entry.name, { entry, dataAt: await dataPlace(handle, file, entry) })
    }
    return {
      has: (name) => places.has(name),
      content(name, mostBytes = reading.limits.contentBytes) {
        const place = places.get(name)
        if (!place) throw damaged(file, `缺少 ${name}`, `the part ${name} is missing`)
        return unpacked(file, place, { reading, mostBytes })
      },
    }
  } finally {
    await handle.close()
  }
}

export const damaged = ({ name }: LocalFile, zh: string, en: string) =>
  refuse('exchange.workbook-broken', { name, zh, en })

async function directory(handle: FileHandle, file: LocalFile): Promise<ZipEntry[]> {
  const tail = await bytesAt(
    handle,
    Math.max(0, file.size - LONGEST_COMMENT - 22),
    Math.min(file.size, LONGEST_COMMENT + 22),
  )
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END_MARK) end--
  if (end < 0) throw damaged(file, '文件不完整', 'the file is not complete')
  const count = tail.readUInt16LE(end + 10)
  const size = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES || size > MOST_DIRECTORY_BYTES || start + size > file.size) {
    throw damaged(file, '目录有误', 'its directory is not usable')
  }
  return entriesIn(await bytesAt(handle, start, size), count, file)
}

function entriesIn(bytes: Buffer, count: number, file: LocalFile): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_MARK) {
      throw damaged(file, '目录有误', 'its directory is not usable')
    }
    if (bytes.readUInt16LE(at + 8) & 1) throw damaged(file, '文件已加密', 'it is encrypted')
    const nameLength = bytes.readUInt16LE(at + 28)
    const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    })
    at = next
  }
  return entries
}

async function dataPlace(handle: FileHandle, file: LocalFile, entry: ZipEntry): Promise<number> {
  const header = await bytesAt(handle, entry.headerAt, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== HEADER_MARK) {
    throw damaged(file, `${entry.name} 无法读取`, `the part ${entry.name} cannot be read`)
  }
  const dataAt = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (dataAt + entry.packedBytes > file.size) throw damaged(file, '文件不完整', 'the file is not complete')
  return dataAt
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}

interface Guarded {
  readonly reading: Reading
  readonly mostBytes: number
}

async function* unpacked(
  file: LocalFile,
  { entry, dataAt }: { entry: ZipEntry; dataAt: number },
  { reading, mostBytes }: Guarded,
): AsyncGenerator<Buffer> {
  if (entry.packedBytes === 0) return
  if (entry.method !== 0 && entry.method !== 8)
    throw damaged(file, '压缩方式不受支持', 'its way of packing is not supported')
  const stored = createReadStream(file.path, { start: dataAt, end: dataAt + entry.packedBytes - 1 })
  const content = entry.method === 0 ? stored : createInflateRaw({ chunkSize: 256 * 1024 })
  if (content !== stored) pipeline(stored, content as NodeJS.ReadWriteStream, () => undefined)
  let bytes = 0
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (reading.signal?.aborted) throw refuse('exchange.stopped')
      if (bytes > mostBytes) {
        throw refuse('exchange.too-large', {
          name: file.name,
          limitMiB: Math.round(mostBytes / 2 ** 20),
          byte: bytes,
        })
      }
      if (bytes > HARMLESS_BYTES && bytes > stored.bytesRead * reading.limits.expansion) {
        throw refuse('exchange.expands-too-far', {
          name: file.name,
          ratio: reading.limits.expansion,
          byte: bytes,
        })
      }
      yield chunk
      reading.onProgress?.(dataAt + stored.bytesRead, file.size)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw code.startsWith('Z_')
      ? damaged(file, `${entry.name} 无法解压`, `the part ${entry.name} cannot be unpacked`)
      : error
  } finally {
    stored.destroy()
  }
}
