import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { ownJurisdiction } from './algorithm.ts'
import { canonical } from './canonical.ts'
import { type Hash, hashHex, NO_HASH } from './chain.ts'
import { instantText, type Place, textAfter, textBefore } from './event.ts'
import { eventLine, headLine, sealLine } from './export-format.ts'
import { storedHeads, storedTexts, type StoredText } from './export-store.ts'
import { newTree } from './merkle.ts'
import type { Seal } from './seal.ts'
import { findSeals } from './seal-store.ts'
import type { SealKey } from './seal-key.ts'
import { findChain } from './store.ts'

export interface Export {
  readonly key: SealKey
  readonly now: EpochMs
  /**
   * Only this stream and those below it. Seals cover the whole ledger, so such an export holds none; its chains are
   * whole, and the signature of its last line covers every event in it.
   */
  readonly within?: string | undefined
}

/**
 * The lines of a jurisdiction's whole ledger, in pieces to be written to a file, as one moment of `database.read` sees
 * it. See `export-format.ts` for the lines; `verifyExport` reads them back.
 */
export async function* exportLedger(db: Db, { key, now, within }: Export): AsyncGenerator<string> {
  const jurisdiction = ownJurisdiction(db)
  const algorithm = (await findChain(db))?.algorithm ?? 'sha256'
  const exportedAt = instantText(now, 'now')
  const { publicKey } = key
  yield `${JSON.stringify({ ledgerExport: 1, jurisdiction, algorithm, exportedAt, publicKey })}\n`

  const seals = within === undefined ? sealsInOrder(db) : noSeals
  let seal = await seals.next()
  let tail = newTree(algorithm)
  let [events, streams, sealCount] = [0, 0, 0]
  let lastSeal: Hash = NO_HASH
  for await (const rows of storedTexts(db, within)) {
    let text = ''
    for (const row of rows) {
      while (seal && isBefore(seal, row)) {
        text += sealLine(seal)
        ;[tail, lastSeal, sealCount] = [newTree(algorithm), seal.hash, sealCount + 1]
        seal = await seals.next()
      }
      text += eventLine(++events, row, eventText(jurisdiction, row))
      tail.add(row.hash)
    }
    yield text
  }
  for (; seal; seal = await seals.next()) {
    yield sealLine(seal)
    ;[tail, lastSeal, sealCount] = [newTree(algorithm), seal.hash, sealCount + 1]
  }
  for await (const rows of storedHeads(db, within)) {
    streams += rows.length
    yield rows.map(headLine).join('')
  }
  const counts = {
    events,
    streams,
    seals: sealCount,
    lastSeal,
    tailCount: tail.size(),
    tailRoot: tail.root(),
  }
  const end = { jurisdiction, exportedAt, ...counts }
  yield `${JSON.stringify({ end, signature: key.sign(hashHex(algorithm, Buffer.from(canonical(end)))) })}\n`
}

/** The canonical text under the hash, put together from the row. */
export function eventText(jurisdiction: string, row: StoredText): string {
  const [occurredAt, recordedAt] = [row.occurredAt.toISOString(), row.recordedAt.toISOString()]
  const { stream, version, type, actor, payload } = row
  const header = { jurisdiction, stream, version, type, actor, occurredAt, recordedAt }
  return textBefore(header) + payload + textAfter(header)
}

/** Whether a seal ends before an event. */
export function isBefore(seal: Place, event: Place): boolean {
  const [sealed, inserted] = [BigInt(seal.transaction), BigInt(event.transaction)]
  return sealed < inserted || (sealed === inserted && seal.position < event.position)
}

const noSeals: ReturnType<typeof sealsInOrder> = { next: () => Promise.resolve(undefined) }

const SEALS_AT_ONCE = 500

/** The seals one by one; beside an open cursor, so by pages. */
export function sealsInOrder(db: Db): { next(): Promise<(Seal & Place) | undefined> } {
  let page: Array<Seal & Place> = []
  let number = 1
  return {
    async next() {
      if (page.length === 0) page = await findSeals(db, number, SEALS_AT_ONCE)
      const seal = page.shift()
      if (seal) number = seal.number + 1
      return seal
    },
  }
}
