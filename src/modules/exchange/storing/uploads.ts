import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DAY_MS, type EpochMs } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import { refuse } from './refusals.ts'

/** Files that were uploaded and wait to be imported; each jurisdiction has a folder of its own. */
export interface Uploads {
  keep(jurisdiction: string, fileName: string, body: Readable, now: EpochMs): Promise<Upload>
  /** Refuses an upload that is gone, or of another jurisdiction. */
  find(jurisdiction: string, upload: string): Promise<Upload>
  /** What has waited longer than a day goes. */
  clear(now: EpochMs): Promise<void>
}

export interface Upload {
  readonly upload: string
  readonly fileName: string
  readonly path: string
  readonly bytes: number
}

const UPLOAD_ID = /^[0-9a-f-]{36}$/
const JURISDICTION = /^[A-Za-z0-9_-]{1,40}$/
// A path separator, a parent folder or a control character has no place in the name of a file.
const UNFIT = /[/\\\u0000-\u001f\u007f]|^\.+$/

export function openUploads(folder: string): Uploads {
  const folderOf = (jurisdiction: string, upload: string) => {
    if (!JURISDICTION.test(jurisdiction) || !UPLOAD_ID.test(upload)) throw refuse('exchange.no-upload')
    return join(folder, jurisdiction, upload)
  }
  return {
    async keep(jurisdiction, fileName, body, now) {
      if (UNFIT.test(fileName)) throw refuse('exchange.file-name', { name: fileName.slice(0, 80) })
      const upload = newId(now)
      const own = folderOf(jurisdiction, upload)
      await mkdir(own, { recursive: true, mode: 0o700 })
      const path = join(own, fileName)
      try {
        await pipeline(body, createWriteStream(path, { mode: 0o600 }))
      } catch (error) {
        await rm(own, { recursive: true, force: true })
        throw error
      }
      return { upload, fileName, path, bytes: (await stat(path)).size }
    },
    async find(jurisdiction, upload) {
      const own = folderOf(jurisdiction, upload)
      const [fileName] = await readdir(own).catch(() => [])
      if (fileName === undefined) throw refuse('exchange.no-upload')
      const path = join(own, fileName)
      return { upload, fileName, path, bytes: (await stat(path)).size }
    },
    async clear(now) {
      for (const jurisdiction of await readdir(folder).catch(() => [])) {
        for (const upload of await readdir(join(folder, jurisdiction)).catch(() => [])) {
          const own = join(folder, jurisdiction, upload)
          const { mtimeMs } = await stat(own)
          if (now - mtimeMs > DAY_MS) await rm(own, { recursive: true, force: true })
        }
      }
    },
  }
}
