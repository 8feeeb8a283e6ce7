import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { canonical } from '#engines/ledger/index.ts'
import type { LogMapping } from '../mapping/log-mapping.ts'

/** What makes an import the same import: the bytes of the file and how they were read. */
export async function markOfFile(file: string, mapping: LogMapping): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  const reading = createHash('sha256').update(canonical(JSON.parse(JSON.stringify(mapping))))
  return `${hash.digest('hex')}.${reading.digest('hex').slice(0, 16)}`
}
