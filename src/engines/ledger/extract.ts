import { z } from 'zod'
import type { Db } from '#kernel/sql.ts'
import { ownJurisdiction } from './algorithm.ts'
import type { Algorithm } from './chain.ts'
import { type Place, THE_BEGINNING } from './event.ts'
import { eventText } from './export.ts'
import { eventLine, sealLine, type StreamEnd } from './export-format.ts'
import type { StoredText } from './export-store.ts'
import { findSealNumbers, findTexts } from './extract-store.ts'
import { newProver } from './merkle-proof.ts'
import { refuse } from './refusals.ts'
import type { Seal } from './seal.ts'
import { findHashesAfter, findSeals } from './seal-store.ts'
import { findChain } from './store.ts'

/** That an event stands under a seal: its number in the extract, the seal's, and the way to the seal's root. */
export const ProofLine = z.object({ n: z.number().int(), seal: z.number().int(), path: z.array(z.string()) })

/** Whole streams with what proves them: lines as in an export, and for each sealed event its way to the seal. */
export interface Extract {
  readonly jurisdiction: string
  readonly algorithm: Algorithm
  readonly rows: readonly StoredText[]
  readonly streams: readonly StreamEnd[]
  readonly events: string
  readonly seals: string
  readonly proofs: string
  readonly sealCount: number
  /** Events that no seal covers yet. */
  readonly unsealed: number
}

const MOST_EVENTS = 50_000

/** Streams of the transaction's jurisdiction with their proofs. Which streams somebody may see is the caller's to decide. */
export async function extractStreams(db: Db, streams: readonly string[]): Promise<Extract> {
  const jurisdiction = ownJurisdiction(db)
  const algorithm = (await findChain(db))?.algorithm ?? 'sha256'
  const rows = await findTexts(db, streams, MOST_EVENTS + 1)
  if (rows.length > MOST_EVENTS) throw refuse('ledger.extract-too-long', { limit: MOST_EVENTS })
  const numbers = rows.length > 0 ? await findSealNumbers(db, rows) : []
  const sealed = new Map<number, number[]>()
  for (const { place, number } of numbers)
    if (number !== null) sealed.set(number, [...(sealed.get(number) ?? []), place])
  const seals: string[] = []
  const proofs: string[] = []
  for (const [number, places] of [...sealed].sort(([a], [b]) => a - b)) {
    const [seal, paths] = await proofsUnder(
      db,
      algorithm,
      number,
      places.map((place) => rows[place] as StoredText),
    )
    seals.push(sealLine(seal))
    places.forEach((place, index) =>
      proofs.push(`${JSON.stringify({ n: place + 1, seal: number, path: paths[index] })}\n`),
    )
  }
  return {
    jurisdiction,
    algorithm,
    rows,
    streams: endsOf(rows),
    events: rows.map((row, place) => eventLine(place + 1, row, eventText(jurisdiction, row))).join(''),
    seals: seals.join(''),
    proofs: proofs.join(''),
    sealCount: seals.length,
    unsealed: numbers.filter(({ number }) => number === null).length,
  }
}

function endsOf(rows: readonly StoredText[]): StreamEnd[] {
  const ends = new Map<string, StreamEnd>()
  for (const { stream, version, hash } of rows)
    if (version > (ends.get(stream)?.version ?? 0)) ends.set(stream, { stream, version, hash })
  return [...ends.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1))
}

const HASHES_AT_ONCE = 20_000

/** One walk over the hashes under a seal gives the ways of all events asked for. */
async function proofsUnder(
  db: Db,
  algorithm: Algorithm,
  number: number,
  asked: readonly StoredText[],
): Promise<readonly [Seal, readonly (readonly string[])[]]> {
  const around = await findSeals(db, Math.max(1, number - 1), 2)
  const seal = around.find((one) => one.number === number)
  if (!seal) throw new Error(`Seal ${number} covers events and is not there`)
  const wanted = new Map(asked.map((row, index) => [nameOf(row), `${index}`]))
  const prover = newProver(algorithm)
  let after: Place = around.find((one) => one.number === number - 1) ?? THE_BEGINNING
  for (let left = seal.count; left > 0;) {
    const found = await findHashesAfter(db, after, Math.min(left, HASHES_AT_ONCE))
    for (const row of found) prover.add(row.hash, wanted.get(nameOf(row)))
    left -= found.length
    const last = found.at(-1)
    if (!last) break
    after = last
  }
  const paths = prover.paths()
  return [seal, asked.map((_, index) => paths.get(`${index}`) ?? [])]
}

const nameOf = ({ transaction, position }: Place): string => `${transaction}/${position}`
