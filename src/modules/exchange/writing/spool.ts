import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Spooled<Item> {
  items(): AsyncIterable<Item>
  remove(): Promise<void>
}

/** Lets items wait in a file of this account's own, so that memory does not grow with their number. */
export async function spool<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  look: (item: Item) => void,
): Promise<Spooled<Item>> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaoneng-export-'))
  const path = join(folder, 'items')
  const remove = () => rm(folder, { recursive: true, force: true })
  async function* lines() {
    for await (const item of items) {
      look(item)
      yield `${JSON.stringify(item)}\n`
    }
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await remove()
    throw error
  }
  return {
    remove,
    async *items() {
      for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
        yield JSON.parse(line) as Item
      }
    },
  }
}
