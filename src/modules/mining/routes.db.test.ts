import { describe, expect, test } from 'vitest'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { loadDemo } from '#modules/supervision/index.ts'
import { openOffice } from '#test/http/office.ts'
import type { ConformanceView, MiningView } from './contract.ts'
import { miningRoutes } from './index.ts'

const FRIDAY = Date.parse('2026-11-20T12:00:00+08:00')
const office = await openOffice({ routes: () => [...miningRoutes] })
office.now = FRIDAY
await office.database.transaction({ jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' }, (db) =>
  loadDemo(db, { now: FRIDAY, calendar: chinaCalendar() }),
)
const supervisor = await office.signIn('zhang.min')
const officer = await office.signIn('li.wei')

const path = '/api/logs/demo/path'
const published = (text: string) => ({ format: 'yaml', text })

describe('mining over HTTP', () => {
  test('gives working time by the calendar of the log', async () => {
    const figures = (await supervisor.get('/api/logs/demo/mining')).json<MiningView>()
    expect(figures.workingTime).toMatchObject({ hours: '08:30-17:00', cases: figures.cases })
    expect(figures.workingTime?.meanSeconds).toBeLessThan(figures.meanDurationSeconds)
  })

  test('a published constraint is kept with the log, and opens to the cases that broke it', async () => {
    const set = await supervisor.send('PUT', path, published('constraints: [{ precedence: [复核, 决定] }]'))
    expect([set.statusCode, set.body]).toEqual([200, expect.stringContaining('precedence(复核, 决定)')])
    const view = (await supervisor.get('/api/logs/demo/conformance')).json<ConformanceView>()
    const [broken, ...others] = view.deviations
    expect(others).toEqual([])
    expect(broken).toMatchObject({ kind: 'constraint', text: { zh: '“决定”之前须有“复核”' } })
    expect(view.fitting + view.fittingSoFar + (broken?.cases ?? 0)).toBe(view.cases)
    const name = encodeURIComponent(broken?.activity ?? '')
    const cases = await supervisor.get(`/api/logs/demo/map/cases?deviation=constraint&activity=${name}`)
    expect(cases.json<{ total: number }>().total).toBe(broken?.cases)
  })

  test('a malformed constraint is refused with its place, and what was published before stands', async () => {
    const before = (await supervisor.get('/api/logs/demo/conformance')).body
    const answer = await supervisor.send('PUT', path, published('constraints: [{ precedence: [复核] }]'))
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'path.constraint-invalid'])
    expect((await supervisor.get('/api/logs/demo/conformance')).body).toBe(before)
  })

  test('who may not import logs cannot publish for them', async () => {
    const answer = await officer.send('PUT', path, published('constraints: [{ absence: 决定 }]'))
    expect(answer.statusCode).toBe(403)
  })
})
