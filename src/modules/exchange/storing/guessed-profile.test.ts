import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LogMapping } from '../mapping/log-mapping.ts'
import { guessedProfile } from './guessed-profile.ts'

test('a table whose events carry further columns, and no preset, still tells what its steps mean', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guessed-profile-'))
  try {
    const file = join(folder, 'permits.csv')
    writeFileSync(file, '办件编号,环节,时间,费用\nA-1,受理,2026-03-02 09:00,50\nA-1,办结,2026-03-03 09:00,\n')
    const mapping = LogMapping.parse({ columns: { case: '办件编号', activity: '环节', at: '时间' } })
    const profile = await guessedProfile(file, mapping, {})
    expect(profile.meanings).toMatchObject({ 受理: 'accepted' })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
