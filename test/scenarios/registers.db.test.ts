import ExcelJS from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#kernel/sql.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { registerLists } from '#engines/registers/index.ts'
import { sweepClocks } from '#engines/clocks/stored/index.ts'
import { onEntryClocks } from '#modules/institutions/index.ts'
import type { Desk } from '#test/http/office.ts'
import { testDatabase } from '../database/index.ts'
import { furnish, MARKET_CLERK, openWholeHall } from './whole-hall.ts'

const title = (zh: string, en: string) => ({ zh, en })

/** 延时服务登记: what an office might want that no programmer thought of. */
const lateService = {
  code: 'late-service',
  title: title('延时服务登记', 'After-hours service'),
  purpose: title('下班后为群众继续办理的登记和核实', 'Work done for people after closing time, and checked'),
  basis: '',
  answers: [],
  area: 'hall',
  fields: [
    { code: 'matter', title: title('事由', 'Matter'), kind: 'text', fixed: true },
    { code: 'resident', title: title('群众', 'Resident'), kind: 'person' },
    { code: 'helper', title: title('协办单位', 'Helping unit'), kind: 'unit' },
    { code: 'minutes', title: title('分钟', 'Minutes'), kind: 'number' },
    { code: 'true', title: title('属实', 'True'), kind: 'yesNo' },
  ],
  named: 'matter',
  owner: 'opener',
  states: [
    { code: 'entered', title: title('已登记', 'Entered') },
    { code: 'checked', title: title('已核实', 'Checked'), over: true },
  ],
  steps: [
    {
      code: 'enter',
      title: title('登记', 'Enter'),
      from: [],
      to: 'entered',
      by: ['unit'],
      asks: [
        { field: 'matter', required: true },
        { field: 'resident', required: false },
        { field: 'helper', required: false },
        { field: 'minutes', required: true },
      ],
      demands: [
        {
          code: 'notLate',
          holds: { not: { less: [{ field: 'minutes' }, 5] } },
          sentence: title('不足5分钟不算延时服务', 'Less than five minutes is no after-hours service'),
        },
      ],
    },
    {
      code: 'check',
      title: title('核实', 'Check'),
      from: ['entered'],
      to: 'checked',
      by: ['head', 'unit'],
      notBy: ['enter'],
      asks: [{ field: 'true', required: true }],
    },
  ],
  clocks: [
    {
      code: 'checking',
      title: title('核实', 'Checking'),
      starts: 'enter',
      stops: ['check'],
      limit: '3W',
      basis: '',
    },
  ],
  flags: [
    {
      code: 'untrue',
      title: title('登记不实', 'What was entered is not true'),
      level: 'red',
      when: { equals: [{ field: 'true' }, false] },
    },
  ],
  measures: [
    {
      code: 'minutes',
      title: title('延时分钟', 'Minutes after hours'),
      kind: 'sum',
      of: true,
      value: { field: 'minutes' },
    },
  ],
  notices: [
    { on: 'check', to: 'resident', text: title('您的“{matter}”已核实', 'Your "{matter}" was checked') },
  ],
  visibility: { public: { states: ['checked'], fields: ['matter', 'minutes'] }, units: 'own' },
  examples: [
    {
      title: title('三个工作日内核实', 'Checked within three working days'),
      acts: [
        {
          step: 'enter',
          by: 'a',
          as: 'unit',
          on: '2026-03-02',
          values: { matter: '老人补材料', minutes: 30 },
        },
        { step: 'check', by: 'b', as: 'head', on: '2026-03-03', values: { true: true } },
      ],
    },
    {
      title: title('本人不能核实', 'Not by oneself'),
      acts: [
        {
          step: 'enter',
          by: 'a',
          as: 'unit',
          on: '2026-03-02',
          values: { matter: '老人补材料', minutes: 30 },
        },
        { step: 'check', by: 'a', as: 'unit', on: '2026-03-03', values: { true: true } },
      ],
      refused: 'register.checks-himself',
    },
  ],
}

const NOW = Date.parse('2026-03-02T18:00:00+08:00')
const clock = { now: NOW }
const office = await (async () => {
  const database = await testDatabase()
  await furnish(database, NOW)
  return { database, ...(await openWholeHall(database, () => clock.now)) }
})()

const URL = '/api/registers/late-service'
let [clerk, head, supervisor, market]: Desk[] = []
const desks = () => ({
  clerk: clerk as Desk,
  head: head as Desk,
  supervisor: supervisor as Desk,
  market: market as Desk,
})

/** A session does not outlast a week. */
const signInAll = async () => {
  clerk = await office.signIn('li.wei')
  head = await office.signIn('wang.fang')
  supervisor = await office.signIn('zhang.min')
  market = await office.signIn(MARKET_CLERK)
}
beforeAll(signInAll)

const entered = (matter: string, more: object = {}) => ({ values: { matter, minutes: 30, ...more } })

test('an office makes an institution in the browser: drafted, mended, tried, and published by somebody else', async () => {
  const { head, supervisor } = desks()
  const wrong = {
    ...lateService,
    states: [...lateService.states, { code: 'lost', title: title('丢', 'Lost') }],
  }
  const first = await head.send('PUT', `${URL}/draft`, { definition: wrong })
  expect(first.json()).toMatchObject({ version: 1, mayPublish: false })
  expect(first.json().faults[0]).toMatchObject({ at: 'states.lost' })
  const refused = await supervisor.send('POST', `${URL}/draft/publication`)
  expect([refused.statusCode, refused.json().code]).toEqual([400, 'register.definition-wrong'])
  const unseen = await supervisor.send('PUT', `${URL}/draft`, { definition: lateService })
  expect(unseen.json().code).toBe('register.draft-changed')
  const mended = await head.send('PUT', `${URL}/draft`, { definition: lateService, seen: 1 })
  expect(mended.json()).toMatchObject({ faults: [], mayPublish: false })
  expect((await head.send('POST', `${URL}/draft/publication`)).statusCode).toBe(403)
  expect((await supervisor.get(`${URL}/draft`)).json()).toMatchObject({ mayPublish: true })
  expect((await supervisor.send('POST', `${URL}/draft/publication`)).json()).toEqual({ version: 1 })
  const malformed = await head.send('PUT', `${URL}/draft`, { definition: { ...lateService, steps: 'none' } })
  expect(malformed.json().code).toBe('institutions.definition-shape')
})

test('an entry lives by its institution: refused, opened, masked, checked by another, told to the resident', async () => {
  const { clerk, head, market } = desks()
  const short = await clerk.send('POST', `${URL}/entries`, entered('盖章', { minutes: 2 }))
  expect([short.statusCode, short.json().code]).toEqual([409, 'register.late-service.notLate'])
  const nobody = await clerk.send('POST', `${URL}/entries`, entered('盖章', { helper: 'nowhere' }))
  expect(nobody.json().code).toBe('register.reference-unknown')
  const resident = { name: '欧阳建国', phone: '13900001234' }
  const opened = await clerk.send('POST', `${URL}/entries`, entered('老人补材料', { resident }))
  expect(opened.json()).toMatchObject({ entry: '2026-0001', state: 'entered', version: 1, mine: false })
  expect(opened.body).not.toContain('欧阳建国')
  expect(opened.body).not.toContain('13900001234')
  const one = `${URL}/entries/2026-0001`
  expect((await market.get(one)).statusCode).toBe(404)
  expect(
    (await clerk.send('POST', `${one}/steps`, { step: 'check', values: { true: true } })).json().code,
  ).toBe('register.checks-himself')
  const seen = await head.send('POST', `${one}/persons/resident`, { purpose: '回访' })
  expect(seen.json()).toEqual(resident)
  const corrected = await clerk.send('POST', `${one}/corrections`, {
    values: { minutes: 45 },
    reason: '少记',
  })
  expect(corrected.json()).toMatchObject({
    values: { minutes: 45 },
    corrections: [{ before: { minutes: 30 } }],
  })
  const fixed = await clerk.send('POST', `${one}/corrections`, { values: { matter: '别的' }, reason: '改错' })
  expect(fixed.json().code).toBe('register.fixed')
  const checked = await head.send('POST', `${one}/steps`, { step: 'check', values: { true: true } })
  expect(checked.json()).toMatchObject({
    state: 'checked',
    flags: [],
    limits: [{ clock: 'checking', status: 'stopped' }],
  })
  const told = await office.database.read({ jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' }, (db) =>
    db.rows(z.object({ kind: z.string() }), sql`select kind from outbox_message limit 10`),
  )
  expect(told).toEqual([{ kind: 'register.late-service' }])
  const again = await head.send('POST', `${one}/steps`, { step: 'check', values: { true: false } })
  expect([again.statusCode, again.json().code]).toEqual([409, 'register.step-not-now'])
})

test('a limit that ran out stays in the entry from its legal instant on, and is answered but not taken away', async () => {
  await desks().clerk.send('POST', `${URL}/entries`, entered('等人盖章'))
  clock.now = Date.parse('2026-03-09T10:00:00+08:00')
  await signInAll()
  await sweepClocks(office.database, DEMO_JURISDICTION, { now: clock.now, onFired: onEntryClocks })
  const { head, supervisor } = desks()
  const one = `${URL}/entries/2026-0002`
  await head.send('POST', `${one}/steps`, { step: 'check', values: { true: false } })
  const seen = (await supervisor.get(one)).json()
  expect(seen.flags.map(({ flag }: { flag: string }) => flag)).toEqual(['checking', 'untrue'])
  const strange = await supervisor.send('POST', `${one}/answers`, { flag: 'untrue', text: '不算' })
  expect(strange.statusCode).toBe(403)
  const answered = await head.send('POST', `${one}/answers`, { flag: 'untrue', text: '当事人记错' })
  expect(answered.json().flags[1]).toMatchObject({ flag: 'untrue', answer: { text: '当事人记错' } })
  const flagged = (await supervisor.get(`${URL}/entries?only=flagged`)).json()
  expect(flagged).toMatchObject({ total: 1, rows: [{ entry: '2026-0002' }] })
})

test('figures open to their entries, and a unit counts only its own', async () => {
  const { supervisor, market } = desks()
  const view = (await supervisor.get(URL)).json()
  expect(view.figures).toMatchObject([{ code: 'minutes', value: 75, subjects: ['2026-0001', '2026-0002'] }])
  const behind = (await supervisor.get(`${URL}/entries?figure=minutes`)).json()
  expect(behind.total).toBe(2)
  expect((await market.get(URL)).json()).toMatchObject({ entries: 0, figures: [{ value: 0 }] })
})

test('everybody reads what is public, and no more', async () => {
  const read = (await office.http.inject({ url: '/api/public/registers/late-service' })).json()
  expect(read.rows.map(({ entry }: { entry: string }) => entry)).toEqual(['2026-0001', '2026-0002'])
  expect(Object.keys(read.rows[0].values)).toEqual(['matter', 'minutes'])
  expect(JSON.stringify(read)).not.toContain('欧阳')
  expect((await office.http.inject({ url: '/api/registers' })).statusCode).toBe(401)
})

test('a sheet goes out in words and comes in whole or not at all', async () => {
  const { clerk } = desks()
  const book = new ExcelJS.Workbook()
  const out = await clerk.get(`${URL}/sheet?as=xlsx`)
  await book.xlsx.load(out.rawPayload as unknown as ExcelJS.Buffer)
  expect(book.worksheets[0]?.getRow(2).values).toEqual(
    expect.arrayContaining(['2026-0001', '已核实', '老人补材料']),
  )
  expect(out.rawPayload.includes('欧阳')).toBe(false)
  const upload = (text: string) =>
    office.http.inject({
      method: 'POST',
      url: `${URL}/sheet?name=a.csv`,
      headers: {
        cookie: clerk.cookie,
        'x-csrf-token': clerk.csrfToken,
        'content-type': 'application/octet-stream',
      },
      payload: Buffer.from(text),
    })
  const bad = await upload('事由,分钟\n修表,20\n盖章,2\n')
  expect(bad.json()).toMatchObject({ code: 'register.sheet-row' })
  expect(bad.json().detail).toContain('第3行')
  const lacking = await upload('分钟\n20\n')
  expect(lacking.json().code).toBe('register.sheet-columns')
  const good = await upload('分钟,事由,群众\n20,修表,"张三,13900005678"\n25,盖章,\n')
  expect(good.json()).toEqual({ entries: ['2026-0003', '2026-0004'], rows: 2 })
  expect((await clerk.get(`${URL}/entries?search=${encodeURIComponent('修表')}`)).json().total).toBe(1)
})

test('entries keep their version when a new one is published, and a trial shows what it would change', async () => {
  const { head, supervisor, clerk } = desks()
  const longer = {
    ...lateService,
    flags: [
      ...lateService.flags,
      {
        code: 'long',
        title: title('超过40分钟', 'Over 40 minutes'),
        level: 'notice',
        when: { less: [40, { field: 'minutes' }] },
      },
    ],
  }
  await head.send('PUT', `${URL}/draft`, { definition: longer })
  const trial = (await head.send('POST', `${URL}/draft/trial`)).json()
  expect(trial.entries).toBe(4)
  const changed = trial.rows.filter(
    (row: { before: object[]; after: object[] }) => row.before.length !== row.after.length,
  )
  expect(changed.map(({ entry }: { entry: string }) => entry)).toEqual(['2026-0001'])
  expect((await supervisor.send('POST', `${URL}/draft/publication`)).json()).toEqual({ version: 2 })
  expect((await clerk.get(`${URL}/entries/2026-0001`)).json()).toMatchObject({ version: 1, flags: [] })
  const fresh = await clerk.send('POST', `${URL}/entries`, entered('很久', { minutes: 90 }))
  expect(fresh.json()).toMatchObject({ version: 2, flags: [{ flag: 'long' }] })
})

test('lists of registers are the same when they are made again from the ledger', async () => {
  const tables = await compareRebuilt(office.database, DEMO_JURISDICTION, [registerLists])
  expect(tables.map(({ table }) => table)).toContain('register_entry')
  expect(tables.filter(({ identical }) => !identical)).toEqual([])
})
