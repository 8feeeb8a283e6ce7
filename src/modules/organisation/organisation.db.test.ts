import { describe, expect, test } from 'vitest'
import { NOON, openOffice } from '#test/http/office.ts'
import { DEMO_JURISDICTION, foundJurisdiction } from '#modules/access/index.ts'
import { findActing } from './index.ts'

const office = await openOffice()
const { app, database } = office
const HOUR = 3_600_000
const at = (offset: number) => new Date(NOON + offset).toISOString()

describe('units and posts', () => {
  test('are written by the system administrator, read in pages, and found by part of a name', async () => {
    const system = await office.signIn('sun.yi')
    const hall = {
      id: 'hall',
      name: '政务服务大厅',
      nameEn: 'Service Hall',
      kind: 'hall',
      parent: 'county-government',
    }
    expect((await system.send('POST', '/api/units', hall)).json()).toMatchObject({
      ...hall,
      posts: 0,
      postRows: [],
    })
    expect((await system.send('POST', '/api/units', hall)).json().code).toBe('organisation.unit-exists')
    const orphan = await system.send('POST', '/api/units', { ...hall, id: 'other', parent: 'nowhere' })
    expect(orphan.json().code).toBe('organisation.no-such-unit')
    const first = (await system.get('/api/units?limit=2')).json()
    const second = (await system.get(`/api/units?limit=200&after=${first.next}`)).json()
    expect([...first.rows, ...second.rows]).toHaveLength(first.total)
    expect(second.next).toBeNull()
    const found = (await system.get(`/api/units?search=${encodeURIComponent('大厅')}`)).json()
    expect(found.rows.map(({ id }: { id: string }) => id)).toEqual(['hall'])
    const wild = (await system.get(`/api/units?search=${encodeURIComponent('%')}`)).json()
    expect(wild.rows).toEqual([])
    expect((await system.get('/api/units/nowhere')).json().code).toBe('organisation.no-such-unit')
  })

  test('the backup acts from the moment the holder is marked away, and the holder again from when he is back', async () => {
    const [system, holder] = [await office.signIn('sun.yi'), await office.signIn('li.wei')]
    const url = '/api/units/planning/posts/reception'
    const acting = async () => {
      const view = (await holder.get('/api/units/planning')).json()
      return view.postRows.find(({ id }: { id: string }) => id === 'reception').acting
    }
    const assign = (backup: string | null) =>
      system.send('PUT', `${url}/holder`, { holder: 'li.wei', backup })
    expect((await assign('ghost')).json().code).toBe('organisation.no-such-account')
    await assign('wang.fang')
    expect(await acting()).toBe('li.wei')
    const marked = await holder.send('PUT', `${url}/away`, { from: at(0), until: at(8 * HOUR) })
    expect(marked.statusCode).toBe(200)
    expect(await acting()).toBe('wang.fang')
    const scope = { jurisdiction: DEMO_JURISDICTION }
    const actingAt = (when: number) =>
      database.read(scope, (db) => findActing(db, 'planning', 'reception', when))
    expect([await actingAt(NOON - 1), await actingAt(NOON), await actingAt(NOON + 8 * HOUR)]).toEqual([
      'li.wei',
      'wang.fang',
      'li.wei',
    ])
    office.now = NOON + 8 * HOUR
    const evening = await office.signIn('li.wei')
    const view = (await evening.get('/api/units/planning')).json()
    expect(view.postRows[0]).toMatchObject({ acting: 'li.wei', awayFrom: null, awayUntil: null })
    office.now = NOON
  })

  test('who is not the holder and not the head of that unit marks nobody away', async () => {
    const system = await office.signIn('sun.yi')
    await system.send('POST', '/api/units/market/posts', { id: 'desk', title: '窗口', titleEn: 'Desk' })
    await system.send('PUT', '/api/units/market/posts/desk/holder', {
      holder: 'chen.jie',
      backup: 'zhang.min',
    })
    const head = await office.signIn('wang.fang')
    const answer = await head.send('PUT', '/api/units/market/posts/desk/away', { from: at(0), until: null })
    expect(answer.json().code).toBe('organisation.not-own-post')
  })
})

describe('another government on the same platform', () => {
  const person = (account: string) => ({ account, name: account, password: 'change-me-soon' })
  const first = {
    systemAdministrator: person('first.system'),
    securityAdministrator: person('first.security'),
    auditAdministrator: person('first.audit'),
  }
  const other = {
    id: '990200',
    name: '白湖县',
    nameEn: 'Baihu County',
    level: 'county',
    parent: null,
  } as const

  test('is opened once, with three different administrators', async () => {
    const same = { ...first, auditAdministrator: person('first.system') }
    await expect(foundJurisdiction(database, other, same, NOON)).rejects.toMatchObject({
      code: 'access.administrators-apart',
    })
    await expect(foundJurisdiction(database, { ...other, id: '*' }, first, NOON)).rejects.toThrow()
    await foundJurisdiction(database, other, first, NOON)
    await expect(foundJurisdiction(database, other, first, NOON)).rejects.toMatchObject({
      code: 'access.already-founded',
    })
    const names = (await app.inject('/api/jurisdictions')).json().rows.map(({ id }: { id: string }) => id)
    expect(names).toEqual([DEMO_JURISDICTION, '990200'])
  })

  test('signing in then needs the name of the jurisdiction', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { account: 'first.system', password: 'change-me-soon' },
    })
    expect(answer.json().code).toBe('access.which-jurisdiction')
  })

  test('sees and changes nothing of its neighbour, whatever it asks for', async () => {
    const system = await office.signInAt('990200', 'first.system', 'change-me-soon')
    const changed = await system.send('POST', '/api/session/password', {
      current: 'change-me-soon',
      next: 'its-own-password',
    })
    expect(changed.statusCode).toBe(200)
    const own = await office.signInAt('990200', 'first.system', 'its-own-password')
    expect((await own.get('/api/units')).json()).toEqual({ rows: [], next: null, total: 0 })
    expect((await own.get('/api/units?search=planning')).json().total).toBe(0)
    expect((await own.get('/api/units/planning')).json().code).toBe('organisation.no-such-unit')
    const accounts = (await own.get('/api/accounts?limit=200')).json()
    expect(accounts.rows.map(({ account }: { account: string }) => account)).toEqual([
      'first.audit',
      'first.security',
      'first.system',
    ])
    expect(accounts.total).toBe(3)
    const suspend = await own.send('PUT', '/api/accounts/li.wei/status', { status: 'suspended' })
    expect(suspend.json().code).toBe('access.no-such-account')
    const post = await own.send('POST', '/api/units/planning/posts', { id: 'spy', title: 'x', titleEn: 'x' })
    expect(post.json().code).toBe('organisation.no-such-unit')
    // The same names may be used here again: nothing is unique across governments.
    const planning = { id: 'planning', name: '规划局', nameEn: 'Planning', kind: 'department', parent: null }
    expect((await own.send('POST', '/api/units', planning)).statusCode).toBe(200)
    const neighbour = await office.signInAt(DEMO_JURISDICTION, 'sun.yi')
    expect((await neighbour.get('/api/units/planning')).json().parent).toBe('county-government')
  })
})
