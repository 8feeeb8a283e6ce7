import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import {
  appendBulk,
  chainAfter,
  EMPTY_STREAM,
  exportLedger,
  type NewEvent,
  openSealKey,
  prepare,
  sealNew,
  verifyExport,
} from '#engines/ledger/index.ts'
import { type Database, migrate, openDatabase } from '#platform/database/index.ts'
import { type BenchGroup, type BenchRow, cpuSeconds, inTurn, median } from './bench.ts'

const CHAINED = 50_000
const STREAMS = Number(process.env['BENCH_LEDGER_STREAMS'] ?? 10_000)
const PER_STREAM = 10
const PAIRS = 5
const RECORDED_AT = Date.UTC(2026, 2, 2)
const scope = { jurisdiction: '510000' }

interface Acceptance extends NewEvent {
  readonly payload: ReturnType<typeof payloadOf>
}

/** About 330 bytes, members in no special order, a third of it Chinese. */
const payloadOf = (number: number) => ({
  window: 'W21',
  applicant: `申请人${number}`,
  channel: 'hall',
  materials: [
    { ok: true, code: 'M01' },
    { ok: false, code: 'M02' },
    { ok: true, code: 'M03' },
  ],
  opinion: `材料齐全，符合法定形式，当场予以受理（第${number}号）`,
  source: 'region-330111',
  batch: 'B1',
})

const events: readonly Acceptance[] = Array.from({ length: 1000 }, (_, number) => ({
  type: 'CaseAccepted',
  occurredAt: RECORDED_AT - number * 1000,
  actor: `R${number}`,
  payload: payloadOf(number),
}))

/** The chain, the bulk load and the verification of the ledger. */
export const ledgerBench: BenchGroup = {
  title: 'Ledger',
  async run() {
    const chain = await inTurn(
      CHAINED,
      () => ourChain('sha256'),
      () => kernelChain('sha256'),
    )
    const sm3 = await inTurn(
      CHAINED,
      () => ourChain('sm3'),
      () => kernelChain('sm3'),
    )
    return [
      {
        name: 'canonical form and SHA-256 chain against a serializer written for the one event',
        goal: '≥ 0.7 of the limit',
        bar: 0.7,
        ...chain,
        unit: 'events/s',
        note: 'checked and canonical for any payload; same hashes',
      },
      { name: 'the same with SM3', goal: '≥ 0.7 of the limit', bar: 0.7, ...sm3, unit: 'events/s' },
      ...(await withDatabase(async (database) => [
        await bulkAgainstCopy(database),
        await verification(database),
      ])),
    ]
  },
}

const where = { jurisdiction: '510000', stream: 'case/1', recordedAt: new Date(RECORDED_AT).toISOString() }

function ourChain(algorithm: 'sha256' | 'sm3'): string {
  let head = EMPTY_STREAM
  for (let number = 0; number < CHAINED; number++) {
    const [chained] = chainAfter(head, { ...where, algorithm }, [prepare(eventAt(number))])
    if (chained) head = { version: chained.version, hash: chained.hash }
  }
  return head.hash
}

const eventAt = (number: number): Acceptance => events[number % events.length] as Acceptance

/** What the same costs when the one shape of event is known beforehand. */
function kernelChain(algorithm: 'sha256' | 'sm3'): string {
  let hash = Buffer.alloc(32)
  for (let number = 0; number < CHAINED; number++) {
    hash = createHash(algorithm)
      .update(hash)
      .update(knownText(eventAt(number), number + 1))
      .digest()
  }
  return hash.toString('hex')
}

const PLAIN = /^[^"\\\u0000-\u001f]*$/
const text = (value: string) => (PLAIN.test(value) ? `"${value}"` : JSON.stringify(value))

function knownText({ actor, occurredAt, payload, type }: Acceptance, version: number): string {
  const { applicant, batch, channel, materials, opinion, source, window } = payload
  const listed = materials.map(({ code, ok }) => `{"code":${text(code)},"ok":${ok}}`).join(',')
  return (
    `{"actor":${text(actor)},"jurisdiction":${text(where.jurisdiction)},"occurredAt":"${new Date(occurredAt).toISOString()}","payload":` +
    `{"applicant":${text(applicant)},"batch":${text(batch)},"channel":${text(channel)},"materials":[${listed}],` +
    `"opinion":${text(opinion)},"source":${text(source)},"window":${text(window)}},"recordedAt":"${where.recordedAt}",` +
    `"stream":${text(where.stream)},"type":${text(type)},"version":${version}}`
  )
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  if (ourChain('sha256') !== kernelChain('sha256')) throw new Error('The kernel gives another chain')
  const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-bench-ledger-'))
  const database = await openDatabase({ dataFolder: folder })
  try {
    await migrate(database.url)
    return await work(database)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const COLUMNS =
  'jurisdiction, stream, version, type, occurred_at, recorded_at, actor, payload, previous_hash, hash'
const ROWS = STREAMS * PER_STREAM

/** By the clock: most of both is the server's work. The bare COPY sends the very rows that ours made. */
async function bulkAgainstCopy(database: Database): Promise<BenchRow> {
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  const streams = Array.from({ length: STREAMS }, (_, number) => ({
    stream: `case/${number}`,
    events: Array.from({ length: PER_STREAM }, (_, step) => eventAt(number * PER_STREAM + step)),
  }))
  const empty = () => owner.query('truncate ledger_event, ledger_seal; checkpoint')
  const load = { streams, expected: 'any', recordedAt: RECORDED_AT } as const
  const ours = () => database.transaction(scope, (db) => appendBulk(db, load))
  await ours()
  const rows: Buffer[] = []
  for await (const part of owner.query(copyTo(`copy ledger_event (${COLUMNS}) to stdout`))) rows.push(part)
  const bare = () =>
    pipeline(Readable.from(rows), owner.query(copyFrom(`copy ledger_event (${COLUMNS}) from stdin`)))
  const rates = { ours: [] as number[], peer: [] as number[], ratio: [] as number[] }
  for (let pair = 0; pair < PAIRS; pair++) {
    await empty()
    const theirs = await seconds(bare)
    await empty()
    const mine = await seconds(ours)
    rates.ours.push(ROWS / mine)
    rates.peer.push(ROWS / theirs)
    rates.ratio.push(theirs / mine)
  }
  await owner.end()
  return {
    name: 'bulk append, checked, chained, streams looked up, against a bare COPY of the same rows and indexes',
    goal: '≥ 0.7 of the limit',
    bar: 0.7,
    ours: median(rates.ours),
    peer: median(rates.peer),
    ratio: median(rates.ratio),
    unit: 'events/s',
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** CPU seconds for a million events, scaled from an export of what the bulk load left. */
async function verification(database: Database): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-bench-export-'))
  const file = join(folder, 'export.jsonl')
  const key = openSealKey({ dataFolder: folder })
  await database.transaction(scope, (db) => sealNew(db, { key, now: RECORDED_AT }))
  await database.read(scope, (db) =>
    pipeline(exportLedger(db, { key, now: RECORDED_AT }), createWriteStream(file)),
  )
  const times: number[] = []
  for (let round = 0; round < PAIRS; round++) {
    times.push(
      await cpuSeconds(async () => {
        const { problemCount, sealedEvents } = await verifyExport(
          createReadStream(file, { highWaterMark: 262_144 }),
        )
        if (problemCount > 0 || sealedEvents !== ROWS) throw new Error('The export does not verify')
      }),
    )
  }
  rmSync(folder, { recursive: true, force: true })
  const million = (median(times) / ROWS) * 1_000_000
  return {
    name: 'verifying an export of a million events on one core: hashes, chains, Merkle seals, signatures',
    goal: '≤ 6 s',
    bar: 6,
    atMost: true,
    ratio: million,
    ours: million,
    peer: 6,
    unit: 's',
    note: `measured on ${ROWS.toLocaleString('en')} events and scaled`,
  }
}
