import { writeFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createDemoAccounts, DEMO_JURISDICTION } from '#modules/access/index.ts'
import { testDatabase } from '#test/database/index.ts'
import { importLog } from './import-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-units-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const NOW = Date.parse('2026-03-02T12:00:00+08:00')

test('units that nobody knows here are told by name, and the log is imported all the same', async () => {
  const database = await testDatabase()
  const units = [{ id: 'planning', name: '规划局', nameEn: 'Planning' }]
  await createDemoAccounts(database, { now: NOW, units })
  const file = join(folder, 'log.csv')
  writeFileSync(
    file,
    'case,activity,at,unit\n1,收件,2026-03-02T09:00:00+08:00,planning\n2,收件,2026-03-02T10:00:00+08:00,moon-office\n',
  )
  const imported = await importLog(database, {
    jurisdiction: DEMO_JURISDICTION,
    account: 'test',
    log: 'units',
    file,
    mapping: {
      columns: { case: 'case', activity: 'activity', at: 'at', caseAttributes: ['unit'] },
      profile: { meanings: { 收件: 'received' }, case: { unit: 'unit' } },
    },
    now: NOW,
  })
  expect(imported).toMatchObject({ status: 'done', cases: 2, unknownUnits: ['moon-office'] })
})
