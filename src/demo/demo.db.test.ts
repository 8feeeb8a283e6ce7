import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#kernel/sql.ts'
import { catchUp, compareRebuilt, ledgerHead, verifyStored } from '#engines/ledger/index.ts'
import { findStates } from '#modules/cases/index.ts'
import { followCases } from '#modules/supervision/index.ts'
import { openVault } from '#modules/vault/index.ts'
import { testDatabase } from '#test/database/index.ts'
import { CITY_SCOPE, foundCity } from './city.ts'
import { loadYear } from './year.ts'

const database = await testDatabase()
const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-city-'))
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))
const vault = openVault({ dataFolder })
const NOW = Date.parse('2026-06-12T10:00:00+08:00')
const now = () => NOW

const t0 = process.cpuUsage()
const cpu = (label: string) => {
  const { user, system } = process.cpuUsage(t0)
  console.log(label, Math.round((user + system) / 1000), 'ms cpu', Math.round(performance.now()))
}
await foundCity(database, NOW)
cpu('city')
const stories = await loadYear(database, { vault, now, cases: Number(process.env['CITY_CASES'] ?? 300) })
cpu('year')
await catchUp(database, followCases(now), CITY_SCOPE.jurisdiction)
cpu('followed')

test('x', async () => {
  const rows = await database.read(CITY_SCOPE, (db) => db.rows(z.object({ caseId: z.string(), rule: z.string(), level: z.string() }), sql`select case_id, rule, level from card where log = 'hall'`))
  const byCase = new Map<string, string[]>()
  for (const { caseId, rule, level } of rows) byCase.set(caseId, [...(byCase.get(caseId) ?? []), `${rule} ${level}`])
  const out: Record<string, Record<string, number>> = {}
  for (const { caseNo, plot } of stories) {
    const key = String(plot)
    const f = (byCase.get(caseNo) ?? []).sort().join(',') 
    const o = (out[key] ??= {})
    o[f] = (o[f] ?? 0) + 1
  }
  console.log(JSON.stringify(out, null, 1), stories.length)
  for (const { caseNo, plot, plan } of stories) if (!plot && byCase.has(caseNo)) {
    const [s] = await database.read(CITY_SCOPE, (db) => findStates(db, [caseNo]))
    console.log(caseNo, plan.item, plan.committed, plan.statutory, byCase.get(caseNo), s?.state.status, new Date(s!.state.receivedAt + 288e5).toISOString(), s?.state.decision && new Date(s.state.decision.at+288e5).toISOString())
  }
})
