import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { modules } from '#src/modules.ts'

const foldersOf = (path: string): string[] =>
  readdirSync(fileURLToPath(new URL(`../../src/${path}`, import.meta.url)), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

test('every area is in the table of contents, and needs only what stands before it', () => {
  expect(modules.map(({ name }) => name).sort()).toEqual(foldersOf('modules').sort())
  const below = new Set(foldersOf('engines'))
  for (const { name, needs } of modules) {
    expect(needs.filter((need) => !below.has(need))).toEqual([])
    below.add(name)
  }
})
