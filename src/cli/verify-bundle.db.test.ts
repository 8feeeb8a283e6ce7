import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineRefusals } from '#kernel/refusal.ts'
import { append, openSealKey, sealNew } from '#engines/ledger/index.ts'
import { unzip, zipOf } from '#platform/archive/index.ts'
import { settled, testDatabase } from '#test/database/index.ts'
import { verifyCommand } from './verify.ts'
import { makeBundle } from '../modules/evidence/bundle.ts'
import { gather } from '../modules/evidence/gather.ts'
import type { BundleSource } from '../modules/evidence/source.ts'
import { verifyBundle } from '../modules/evidence/verify.ts'

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
const key = openSealKey({ dataFolder: folder })
afterAll(() => rmSync(folder, { recursive: true }))

const now = Date.UTC(2026, 2, 2, 1)
const jurisdiction = '510000'
const refuse = defineRefusals({ 'note.not-found': { status: 404, zh: '没有', en: 'none' } })

const says = (stream: string, ...texts: string[]) =>
  database.transaction({ jurisdiction }, (db) =>
    append(db, {
      ...{ stream, expectedVersion: 'any', recordedAt: now },
      events: texts.map((text) => ({ type: 'Said', occurredAt: now, actor: 'li.wei', payload: { text } })),
    }),
  )
const seal = async () => {
  await settled(database)
  await database.transaction({ jurisdiction }, (db) => sealNew(db, { key, now }))
}

/** A file of a kind of its own: `one` leads to `two` and to `sealed`, which nobody here may see. */
const notes: BundleSource = {
  kind: 'note',
  title: { zh: '便笺', en: 'Note' },
  permission: 'notes.read',
  open: (_, id) => {
    if (id === 'sealed') throw refuse('note.not-found')
    const document = { name: '附件/一.txt', title: { zh: '附件', en: 'A document' }, recorded: false }
    return Promise.resolve({
      title: { zh: `便笺 ${id}`, en: `note ${id}` },
      facts: [{ label: { zh: '编号', en: 'Number' }, value: id }],
      streams: [`note/${id}`],
      linked: id === 'one' ? ['two', 'sealed'].map((other) => ({ kind: 'note', id: other })) : [],
      documents: id === 'one' ? [{ ...document, bytes: () => Promise.resolve(Buffer.from('所附材料')) }] : [],
    })
  },
}
const reader = {
  ...{ account: 'zhang.min', unit: null, roles: ['supervisor'], purpose: '移送核查', now },
  permissions: new Set(['notes.read']),
}

async function bundleOf(id: string, permissions: ReadonlySet<string> = reader.permissions): Promise<Buffer> {
  const asked = { kind: 'note', id }
  const gathered = await database.read({ jurisdiction }, (db) =>
    gather(db, [notes], asked, { ...reader, permissions }),
  )
  return makeBundle(gathered, { key, now, account: reader.account, purpose: reader.purpose })
}

let bundle: Buffer
beforeAll(async () => {
  await says('note/other', '无关的一条')
  await says('note/one', '第一句', '第二句')
  await seal()
  await says('note/two', '另一份')
  await says('note/sealed', '保密来源：王某')
  await seal()
  await says('note/one', '第三句')
  bundle = await bundleOf('one')
}, 60_000)

async function verify(bytes: Buffer, ...more: string[]) {
  const file = join(folder, 'given.zip')
  writeFileSync(file, bytes)
  const stdout = new PassThrough()
  const code = await verifyCommand([file, ...more], {
    ...{ stdout, stderr: new PassThrough(), cwd: folder, environment: {}, isTerminal: false, now: () => now },
    signal: new AbortController().signal,
  })
  return { code, text: String(stdout.read() ?? '') }
}

test('a bundle holds the file, what it leads to and what proves both, and is accepted offline', async () => {
  expect(verifyBundle(bundle, { publicKey: key.publicKey })).toMatchObject({
    ...{ events: 4, streams: 2, seals: 2, sealedEvents: 3, documents: 1, problemCount: 0 },
    title: { zh: '便笺 one' },
  })
  const answer = await verify(bundle, '--public-key', key.publicKey)
  expect(answer).toMatchObject({ code: 0, text: expect.stringContaining('nothing was altered') })
  const names = unzip(bundle).entries.map(({ name }) => name)
  expect(names).toEqual([
    ...['manifest.json', 'signature.json', 'README.txt', 'story.pdf', 'events.jsonl', 'seals.jsonl'],
    ...['proofs.jsonl', 'documents/01-附件_一.txt'],
  ])
})

test('what the reader may not see is neither in it nor mentioned, and without the right to see the kind there is no bundle', async () => {
  for (const { name, bytes } of unzip(bundle).entries)
    if (name !== 'story.pdf') expect(Buffer.from(bytes).toString()).not.toMatch(/note\/sealed|王某/)
  await expect(bundleOf('sealed')).rejects.toMatchObject({ code: 'note.not-found' })
  await expect(bundleOf('one', new Set())).rejects.toMatchObject({ code: 'evidence.may-not' })
})

test('one byte changed anywhere is noticed and something is named', () => {
  fc.assert(
    fc.property(fc.nat({ max: bundle.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(bundle)
      changed[at] = (changed[at] as number) ^ change
      const found = problemsOf(changed)
      expect(found.length).toBeGreaterThan(0)
      expect(found[0]).not.toBe('')
    }),
    { numRuns: 300 },
  )
})

/** What the verifier says; that a file is no bundle at all is said as a refusal. */
function problemsOf(bytes: Buffer): string[] {
  try {
    return verifyBundle(bytes).problems.map(({ text }) => text.en)
  } catch (error) {
    return [(error as { code?: string }).code ?? '']
  }
}

test.each([
  [
    'an event changed',
    (name: string, text: string) => (name === 'events.jsonl' ? text.replace('第一句', '第二句') : text),
  ],
  [
    'an event removed',
    (name: string, text: string) => (name === 'events.jsonl' ? text.slice(text.indexOf('\n') + 1) : text),
  ],
  [
    'events in another order',
    (name: string, text: string) => (name === 'events.jsonl' ? swapped(text) : text),
  ],
  [
    'a seal removed',
    (name: string, text: string) => (name === 'seals.jsonl' ? text.slice(text.indexOf('\n') + 1) : text),
  ],
  [
    'a document changed',
    (name: string, text: string) => (name.startsWith('documents/') ? `${text}。` : text),
  ],
  [
    'another purpose',
    (name: string, text: string) => (name === 'manifest.json' ? text.replace('移送核查', '内部阅知') : text),
  ],
])('%s is refused by name', async (_, change) => {
  const entries = unzip(bundle).entries.map(({ name, bytes }) =>
    name === 'story.pdf'
      ? { name, bytes }
      : { name, bytes: Buffer.from(change(name, Buffer.from(bytes).toString())) },
  )
  const changed = entries.find(
    ({ bytes }, place) => !Buffer.from(unzip(bundle).entries[place]?.bytes ?? []).equals(Buffer.from(bytes)),
  )
  const answer = await verify(zipOf(entries))
  expect(answer.code).toBe(1)
  expect(answer.text).toContain(changed?.name)
})

const swapped = (text: string) => {
  const [first = '', second = '', ...rest] = text.split('\n')
  return [second, first, ...rest].join('\n')
}

test('entries removed, added, moved or cut off are noticed', () => {
  const { entries } = unzip(bundle)
  const without = (name: string) => entries.filter((entry) => entry.name !== name)
  expect(problemsOf(zipOf(without('documents/01-附件_一.txt'))).join()).toContain('is missing')
  expect(problemsOf(zipOf(without('proofs.jsonl'))).join()).toContain('proofs.jsonl')
  expect(problemsOf(zipOf([...entries, { name: 'x', bytes: Buffer.of(1) }])).join()).toContain(
    'x: does not belong',
  )
  expect(problemsOf(zipOf([...entries].reverse())).join()).toContain('order')
  for (const cut of [1, 100, bundle.length >> 1]) expect(problemsOf(bundle.subarray(0, -cut))).not.toEqual([])
})

test('a bundle made anew under another key is refused by whoever knows the key', async () => {
  const other = openSealKey({ dataFolder: join(folder, 'other') })
  const gathered = await database.read({ jurisdiction }, (db) =>
    gather(db, [notes], { kind: 'note', id: 'two' }, reader),
  )
  const forged = await makeBundle(gathered, { key: other, now, account: 'x', purpose: 'x' })
  expect(problemsOf(forged).join()).toContain('another key')
  expect((await verify(forged, '--public-key', key.publicKey)).code).toBe(1)
})
