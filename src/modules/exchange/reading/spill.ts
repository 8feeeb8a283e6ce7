import { createHash } from 'node:crypto'
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  caseAt,
  type CaseHistory,
  type HistoriesBuilder,
  historiesBuilder,
} from '#engines/histories/index.ts'

/** About so much of the file comes together in memory at a time. */
const BUCKET_BYTES = 4 * 2 ** 20
const MOST_BUCKETS = 1024
const BATCH = 1000

/**
 * Brings together the cases of a file in which they stand scattered: every piece of a case goes to the bucket its id
 * hashes to (as in a Grace hash join, Kitsuregawa et al. 1983), then the buckets are read one after the other. They lie
 * in a folder of their own that is removed afterwards. Pieces keep their order, so equal times keep their lines' order.
 */
export async function* regrouped(
  segments: AsyncIterable<HistoriesBuilder>,
  fileBytes: number,
): AsyncGenerator<CaseHistory[]> {
  // Packed files hold several times their size; a bucket then holds as many times more, which is still little.
  const buckets = Math.min(MOST_BUCKETS, Math.max(4, Math.ceil((fileBytes * 4) / BUCKET_BYTES)))
  const folder = await mkdtemp(join(tmpdir(), 'xiaoneng-cases-'))
  try {
    const used = await scatter(segments, folder, buckets)
    for (const bucket of used) yield* gathered(join(folder, String(bucket)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function scatter(
  segments: AsyncIterable<HistoriesBuilder>,
  folder: string,
  buckets: number,
): Promise<number[]> {
  const used = new Set<number>()
  for await (const builder of segments) {
    const histories = builder.finish('arrival')
    const lines = new Map<number, string[]>()
    for (let index = 0; index < histories.caseCount; index++) {
      if (histories.firstEvent[index] === histories.firstEvent[index + 1]) continue
      const piece = caseAt(histories, index)
      const bucket = bucketOf(piece.caseId, buckets)
      const own = lines.get(bucket) ?? []
      own.push(`${JSON.stringify(piece)}\n`)
      lines.set(bucket, own)
    }
    for (const [bucket, own] of lines) {
      used.add(bucket)
      await appendFile(join(folder, String(bucket)), own.join(''), { mode: 0o600 })
    }
  }
  return [...used].sort((a, b) => a - b)
}

const bucketOf = (caseId: string, buckets: number): number =>
  createHash('sha256').update(caseId).digest().readUInt32BE(0) % buckets

async function* gathered(path: string): AsyncGenerator<CaseHistory[]> {
  const builder = historiesBuilder()
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    if (line !== '') builder.addCase(JSON.parse(line) as CaseHistory)
  }
  const histories = builder.finish('time')
  for (let first = 0; first < histories.caseCount; first += BATCH) {
    const last = Math.min(first + BATCH, histories.caseCount)
    yield Array.from({ length: last - first }, (_, index) => caseAt(histories, first + index))
  }
}
