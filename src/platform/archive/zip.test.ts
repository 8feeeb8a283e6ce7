import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unzip, zipOf } from './index.ts'

const entries = [
  { name: 'manifest.json', bytes: Buffer.from('{}') },
  { name: '卷宗/决定书.pdf', bytes: Buffer.from('%PDF-1.7 …') },
  { name: 'empty', bytes: Buffer.alloc(0) },
]

test('the same entries give the same bytes, and come back as they were', () => {
  const zip = zipOf(entries)
  expect(zipOf(entries).equals(zip)).toBe(true)
  const { entries: found, differsAt } = unzip(zip)
  expect(differsAt).toBeUndefined()
  expect(found.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual(
    entries.map(({ name, bytes }) => [name, bytes.toString()]),
  )
})

test('a byte changed anywhere in the frame, or a byte added, shows; in an entry its check sum does not fit any more', () => {
  const zip = zipOf(entries)
  fc.assert(
    fc.property(fc.nat({ max: zip.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(zip)
      changed[at] = (changed[at] as number) ^ change
      expect(unzip(changed).differsAt).toBeDefined()
    }),
  )
  expect(unzip(Buffer.concat([zip, Buffer.of(0)])).differsAt).toBe(zip.length)
  expect(unzip(zip.subarray(0, -1)).differsAt).toBe(zip.length - 1)
})

test('another program opens it', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'))
  const file = join(folder, 'a.zip')
  writeFileSync(file, zipOf(entries))
  try {
    const listed = execFileSync('python3', ['-m', 'zipfile', '-t', file], { encoding: 'utf8', stdio: 'pipe' })
    expect(listed).toContain('Done testing')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') context.skip('no python3 here')
    throw error
  } finally {
    rmSync(folder, { recursive: true })
  }
})
