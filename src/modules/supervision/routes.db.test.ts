import { describe, expect, test } from 'vitest'
import { everyRow, FRIDAY, listed, openWatch } from '../../../test/scenarios/watch.ts'
import type { CardRow, CaseRow, CaseView, Figure, Overview, UnitFigures } from './contract.ts'

const office = await openWatch()
const supervisor = await office.signIn('zhang.min')
const officer = await office.signIn('li.wei')

describe('the list of cases', () => {
  test('pages through every case exactly once, newest first', async () => {
    const rows = await everyRow<CaseRow>(supervisor, '/api/cases')
    const { total } = await listed<CaseRow>(supervisor, '/api/cases?limit=1')
    expect(rows.length).toBe(total)
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(total)
    const started = rows.map(({ startedAt }) => Date.parse(startedAt ?? ''))
    expect(started).toEqual(started.toSorted((a, b) => b - a))
  })

  test('open cases come by urgency', async () => {
    const rows = await everyRow<CaseRow>(supervisor, '/api/cases?state=open')
    const due = rows.flatMap(({ committedDueAt }) =>
      committedDueAt === null ? [] : [Date.parse(committedDueAt)],
    )
    expect(due).toEqual(due.toSorted((a, b) => a - b))
    expect(rows[0]?.workingDaysLeft).toBeLessThan(0)
  })

  test.each([
    'state=open',
    'colour=red',
    'state=open&colour=yellow',
    'late=true',
    'rule=SV-06',
    'unit=planning&state=concluded',
    'search=2026-001',
    'rule=SV-01&colour=red',
    'early=true',
  ])('the filter %s gives as many rows as it says, all of them fitting', async (filter) => {
    const rows = await everyRow<CaseRow>(supervisor, `/api/cases?${filter}`)
    const { total } = await listed<CaseRow>(supervisor, `/api/cases?${filter}&limit=1`)
    expect(rows.length).toBe(total)
    expect(total).toBeGreaterThan(0)
    const asked = new URLSearchParams(filter)
    for (const row of rows) {
      for (const name of ['state', 'colour', 'unit'] as const)
        expect(row[name]).toBe(asked.get(name) ?? row[name])
    }
  })

  test('a unit sees its own cases only, in lists, counts and by address', async () => {
    const own = await everyRow<CaseRow>(officer, '/api/cases')
    expect(own.length).toBeGreaterThan(0)
    expect(new Set(own.map(({ unit }) => unit))).toEqual(new Set(['planning']))
    expect((await listed(officer, '/api/cases?unit=market')).total).toBe(0)
    const [foreign] = (await listed<CaseRow>(supervisor, '/api/cases?unit=market&limit=1')).rows
    const answer = await officer.get(`/api/cases/demo/${foreign?.caseId}`)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'case.not-found'])
  })

  test('a page mark of somebody else’s making is refused', async () => {
    for (const after of ['x', 'W10', Buffer.from('["due",1e300,"a","b"]').toString('base64url')]) {
      expect((await supervisor.get(`/api/cases?after=${after}`)).json().code).toBe('page.invalid')
    }
  })
})

describe('one case', () => {
  test('shows its timeline, both clocks with their ribbons, and why', async () => {
    const [row] = (await listed<CaseRow>(supervisor, '/api/cases?state=open&colour=red')).rows
    const answer = await supervisor.get(`/api/cases/demo/${row?.caseId}`)
    expect(answer.statusCode).toBe(200)
    const view = answer.json<CaseView>()
    expect(view.clocks.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'committed expired',
      'statutory expired',
    ])
    const [committed] = view.clocks
    const counted = committed?.ribbon.filter(({ counts }) => counts).length
    expect(`${counted}W`).toBe(committed?.limit)
    expect(committed?.ribbon[0]?.kind).toBe('trigger')
    expect(view.cards.map(({ level }) => level)).toContain('red')
    expect(view.timeline[0]).toMatchObject({ activity: '收件', meaning: 'received', version: 1 })
    const explained = (await supervisor.get(`/api/clocks/${committed?.clock}/explanation`)).json()
    expect(explained.dueAt).toBe(committed?.dueAt)
    expect(explained.steps.length).toBe(committed?.ribbon.length)
  })

  test('the date as it was known before an extension is the earlier one', async () => {
    const rows = await everyRow<CaseRow>(supervisor, '/api/cases?rule=SV-11')
    const views = await Promise.all(
      rows.map(async ({ caseId }) => (await supervisor.get(`/api/cases/demo/${caseId}`)).json<CaseView>()),
    )
    const moved = views.flatMap((view) => {
      const extended = view.timeline.find(({ activity }) => activity === '延期')
      const clock = view.clocks.find(({ kind }) => kind === 'statutory')
      return extended && clock && clock.ribbon.some((day) => day.extended) ? [{ extended, clock }] : []
    })
    expect(moved.length).toBeGreaterThan(0)
    for (const { extended, clock } of moved) {
      const before = new Date(Date.parse(extended.at) - 1000).toISOString()
      const then = (await supervisor.get(`/api/clocks/${clock.clock}/explanation?asOf=${before}`)).json()
      expect(Date.parse(then.dueAt)).toBeLessThan(Date.parse(clock.dueAt))
    }
  })

  test('before a clock started nothing is known of it', async () => {
    const [row] = (await listed<CaseRow>(supervisor, '/api/cases?state=open&colour=red')).rows
    const answer = await supervisor.get(
      `/api/clocks/demo.committed0.${row?.caseId}/explanation?asOf=2025-01-01T00:00:00Z`,
    )
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'clock.not-known-then'])
    expect((await supervisor.get('/api/clocks/nonsense/explanation')).json().code).toBe('clock.not-found')
  })
})

describe('figures', () => {
  test('each figure opens to exactly the cases it counts', async () => {
    const { figures } = (await supervisor.get('/api/overview?log=demo')).json<Overview>()
    for (const figure of figures) {
      if (!figure.opens.startsWith('/cases') || figure.unit === 'workingDays') continue
      const { total } = await listed(supervisor, `/api${figure.opens}`)
      expect([figure.code, total]).toEqual([
        figure.code,
        figure.unit === 'share' ? figure.numerator : figure.value,
      ])
    }
  })

  test('a unit’s overview counts its own cases only', async () => {
    const value = ({ figures }: Overview, code: string) =>
      figures.find((figure: Figure) => figure.code === code)?.value
    const own = (await officer.get('/api/overview')).json<Overview>()
    expect(value(own, 'cases')).toBe((await everyRow(officer, '/api/cases')).length)
  })

  test('units stand beside each other with their names and their intervals', async () => {
    const { rows, minimumCell } = (await supervisor.get('/api/overview/units')).json<{
      rows: UnitFigures[]
      minimumCell: number
    }>()
    expect(minimumCell).toBe(10)
    expect(rows.find(({ unit }) => unit === 'planning')).toMatchObject({ unitName: '规划局' })
    for (const { onTime } of rows) expect(onTime.low ?? 0).toBeLessThanOrEqual(onTime.value ?? 0)
  })
})

describe('rules', () => {
  test('show what they found, with numbers and examples', async () => {
    const { rows } = (await supervisor.get('/api/rules?log=demo')).json()
    expect(rows.length).toBeGreaterThanOrEqual(12)
    const view = (await supervisor.get('/api/rules/SV-13?log=demo')).json()
    expect(view.firings).toBe(8)
    expect(view.overTime.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(8)
    expect(view.numbers[0].name).toBe('idleWorkingDays')
  })

  test('replay says what another number would have caught, and changes nothing', async () => {
    const ask = (set: object) => supervisor.send('POST', '/api/rules/SV-13/replay', { log: 'demo', set })
    const stricter = (await ask({ idleWorkingDays: 5 })).json()
    expect(stricter.before).toBe(8)
    expect(stricter.after).toBeGreaterThan(8)
    expect(stricter.gained.length).toBe(stricter.after - 8)
    expect((await ask({ idleWorkingDays: 30 })).json()).toMatchObject({ after: 0, gained: [] })
    expect((await ask({ noSuchNumber: 1 })).json().code).toBe('rule.unknown-number')
    expect((await supervisor.get('/api/rules/SV-13?log=demo')).json().firings).toBe(8)
  })
})

describe('a holiday notice loaded later', () => {
  test('moves open cases with a journal and makes provisional dates certain', async () => {
    const before = await everyRow<CaseRow>(supervisor, '/api/cases?state=open')
    const provisional = before.filter((row) => row.provisional)
    const days = ['2027-01-01', '2027-01-02', '2027-01-03'].map((day) => ({ day, name: '元旦', kind: 'off' }))
    const notice = {
      year: 2027,
      title: '关于2027年部分节假日安排的通知（试验）',
      source: 'https://example.org/2027',
      issuedOn: '2026-11-20',
    }
    office.now = FRIDAY + 60_000
    const answer = await supervisor.send('POST', '/api/calendar/notices', { ...notice, days })
    expect(answer.statusCode).toBe(202)
    expect(answer.json().openClocks).toBeGreaterThan(50)
    const after = await everyRow<CaseRow>(supervisor, '/api/cases?state=open')
    expect(after.filter((row) => row.provisional)).toEqual([])
    expect(after.length).toBe(before.length)
    const year = (await supervisor.get('/api/calendar/2027')).json()
    expect(year).toMatchObject({ year: 2027, announced: true })
    if (provisional.length === 0) return
    const first = provisional[0]
    const { clocks } = (await supervisor.get(`/api/cases/demo/${first?.caseId}`)).json<CaseView>()
    const statutory = clocks.find(({ kind }) => kind === 'statutory')
    const explained = (await supervisor.get(`/api/clocks/${statutory?.clock}/explanation`)).json()
    expect(explained.changes.length).toBe(1)
    expect(explained.changes[0].why.zh).toContain('2027')
  })

  test('is not for the supervised to load', async () => {
    const answer = await officer.send('POST', '/api/calendar/notices', {
      year: 2028,
      title: 'x',
      source: 'y',
      issuedOn: '2027-11-20',
      days: [{ day: '2028-01-01', name: '元旦', kind: 'off' }],
    })
    expect(answer.statusCode).toBe(403)
  })
})

describe('cards', () => {
  test.each(['level=red', 'status=raised', 'rule=SV-06', 'unit=planning', 'log=demo&level=yellow'])(
    'the filter %s gives as many cards as it says',
    async (filter) => {
      const rows = await everyRow<CardRow>(supervisor, `/api/cards?${filter}`)
      expect(rows.length).toBe((await listed(supervisor, `/api/cards?${filter}&limit=1`)).total)
      expect(rows.length).toBeGreaterThan(0)
    },
  )
})
