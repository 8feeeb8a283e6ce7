import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const project = fileURLToPath(new URL('../../', import.meta.url))
const config = join(project, '.dependency-cruiser.cjs')
const program = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

interface Violation {
  readonly rule: { readonly name: string }
  readonly from: string
  readonly to: string
}

function violations(folder: string, ...where: string[]): string[] {
  const words = [program, ...where, '--config', config, '--output-type', 'json']
  const run = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: Violation[] } }
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
}

test('lower never imports upper, and folders are entered through their doors', { timeout: 180_000 }, () => {
  expect(violations(project, 'src', 'web')).toEqual([])
})

describe('the rules notice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-boundaries-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const files: Record<string, string> = {
    'package.json': JSON.stringify({
      type: 'module',
      imports: {
        '#modules/*': './src/modules/*',
        '#engines/*': './src/engines/*',
        '#kernel/*': './src/kernel/*',
      },
    }),
    'tsconfig.json': '{}',
    'src/kernel/day.ts': `import '#modules/access/index.ts'`,
    'src/engines/ledger/index.ts': `import '#engines/rules/index.ts'`,
    'src/engines/rules/index.ts': 'export const rules = 1',
    'src/modules/access/index.ts': 'export const access = 1',
    'src/modules/access/store.ts': 'export const store = 1',
    'src/modules/access/contract.ts': `import './store.ts'`,
    'src/modules/organisation/index.ts': `import '#modules/access/index.ts'`,
    'src/modules/supervision/index.ts': `import '#modules/access/store.ts'`,
    'src/modules/supervision/a.ts': `import './b.ts'`,
    'src/modules/supervision/b.ts': `import { a } from './a.ts'; export const b = a`,
    'web/watch/page.ts': `import '../../src/modules/access/index.ts'`,
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const found = violations(folder, 'src', 'web')

  test.each([
    ['the kernel knowing a module', 'kernel-knows-nobody: src/kernel/day.ts → src/modules/access/index.ts'],
    ['an engine above', 'engines-order: src/engines/ledger/index.ts → src/engines/rules/index.ts'],
    ['a module above', 'modules-order: src/modules/organisation/index.ts → src/modules/access/index.ts'],
    [
      'a way in beside the door',
      'through-the-door: src/modules/supervision/index.ts → src/modules/access/store.ts',
    ],
    [
      'a contract with the server behind it',
      'contracts-stay-light: src/modules/access/contract.ts → src/modules/access/store.ts',
    ],
    [
      'a page that runs the server',
      'pages-hold-no-behaviour-of-the-server: web/watch/page.ts → src/modules/access/index.ts',
    ],
    ['a circle', 'no-circles: src/modules/supervision/a.ts → src/modules/supervision/b.ts'],
  ])('%s', (_why, violation) => {
    expect(found).toContain(violation)
  })
})
