import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { sql } from '#kernel/sql.ts'
import { sweepClocks } from '#engines/clocks/stored/index.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import type {
  Coverage,
  DrawView,
  FindingChain,
  RoundReport,
  RoundRow,
  RoundView,
  VisitView,
} from '#modules/inspections/contract.ts'
import { inspectionLists, onInspectionClocks } from '#modules/inspections/index.ts'
import { loadUnits } from '#modules/organisation/index.ts'
import { recordService } from '#modules/recusal/index.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { draw, seedOf } from '../../src/modules/inspections/rounds/draw.ts'
import { testDatabase } from '../database/index.ts'
import type { Desk } from '../http/office.ts'
import { applicant, paper } from './hall.ts'
import { furnish, HALL_SCOPE, ITEM, openWholeHall } from './whole-hall.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
let now = at('2026-03-02T09:00:00')
const database = await testDatabase()
await furnish(database, now)

/** 97 units: the two of the demo county and 95 more. */
const MORE = Array.from({ length: 95 }, (_, nth) => `unit-${String(nth + 1).padStart(2, '0')}`)
const UNITS = ['planning', 'market', ...MORE]
/** Twelve inspectors; the first two are of the office itself, the last serves in a unit that is inspected. */
const TEAM = Array.from({ length: 12 }, (_, nth) => `inspector.${nth + 1}`)
const [ONE, TWO, LAST] = [TEAM[0]!, TEAM[1]!, TEAM[11]!]
await database.transaction(HALL_SCOPE, async (db) => {
  const unit = (id: string) => ({ id, name: `${id} 局`, nameEn: id, kind: 'department' as const })
  await loadUnits(
    db,
    MORE.map((id) => ({ ...unit(id), parent: 'county-government', posts: [] })),
    { by: 'demo', at: now },
  )
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  for (const account of TEAM) {
    const person = {
      account,
      name: account,
      unit: account === LAST ? 'market' : 'supervision',
      role: 'inspector',
    }
    await addAccount(db, person as never, { passwordHash, mustChange: false, by: 'demo', at: now })
  }
  const service = { unit: 'planning', from: day('2024-01-01'), to: day('2025-06-30') }
  await recordService(db, TWO, service, { actor: 'demo', now })
})

const hall = await openWholeHall(database, () => now)
const desks = new Map<string, Promise<Desk>>()
const as = (account: string) => {
  const desk = desks.get(account) ?? hall.signIn(account)
  desks.set(account, desk)
  return desk
}
const BASE = '/api/inspections'
const get = async (account: string, path: string) => (await as(account)).get(BASE + path)
const send = async (account: string, method: 'POST' | 'PUT', path: string, body: object = {}, key?: string) =>
  (await as(account)).send(method, BASE + path, body, key ? { 'idempotency-key': key } : {})
const fine = async <T>(answer: Promise<{ statusCode: number; body: string; json(): T }>): Promise<T> => {
  const given = await answer
  if (given.statusCode !== 200) throw new Error(given.body)
  return given.json()
}
const refused = async (answer: Promise<{ statusCode: number; json(): { code: string } }>) => {
  const given = await answer
  return [given.statusCode, given.json().code]
}
const sleepUntil = (text: string) => {
  now = at(text)
  desks.clear()
}

const item = (code: string, more: object = {}) => ({
  ...{ code, title: { zh: code, en: code }, conduct: 'absence', kind: 'conduct' },
  ...more,
})
const sheet = (code: string, items: object[]) =>
  fine(send(ONE, 'PUT', `/checklists/${code}`, { title: { zh: code, en: code }, basis: '督查条例', items }))
const place = (unit: string, stratum = 'ordinary', section: string | null = null) => ({
  unit,
  stratum,
  section,
})
const team = (...accounts: string[]) => accounts.map((account, nth) => ({ account, leads: nth === 0 }))
const plan = (more: object) => ({
  ...{
    kind: 'open',
    title: '明查',
    theme: 'conduct',
    basis: '年度计划',
    from: '2026-03-02',
    until: '2026-03-06',
  },
  ...{
    checklist: 'conduct',
    places: [place('planning')],
    team: team(ONE, TWO, 'inspector.3', 'inspector.4'),
  },
  ...more,
})
const opened = (more: object, by = ONE) => fine<RoundView>(send(by, 'POST', '/rounds', plan(more)) as never)
const drawn = async ({ round }: RoundView, commitment: object = {}, [by, other] = [ONE, TWO]) => {
  await fine(send(by, 'POST', `/rounds/${round}/commitment`, commitment))
  return fine<RoundView>(send(other, 'POST', `/rounds/${round}/lots`, { word: '2026' }) as never)
}
const visitOf = (account: string, visit: string) => fine<VisitView>(get(account, `/visits/${visit}`) as never)

const POSITION = { latitude: 31.2, longitude: 120.6, accuracy: 12 }
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const nths = new Map<string, number>()
const told = (visit: string) => {
  const nth = (nths.get(visit) ?? 0) + 1
  nths.set(visit, nth)
  return { device: 'phone-1', nth, deviceAt: new Date(now).toISOString() }
}
const act = (account: string, visit: string, more: object) =>
  send(account, 'POST', `/visits/${visit}/acts`, { ...told(visit), ...more })
const begin = async (visit: string) => {
  const { inspectors } = await visitOf(ONE, visit)
  const account = inspectors[0]!.account
  await fine(act(account, visit, { kind: 'start', position: POSITION }))
  return account
}
const mark = (code: string, given = 'yes', more: object = {}) => ({ item: code, mark: given, ...more })
const handIn = (account: string, visit: string) =>
  send(account, 'POST', `/visits/${visit}/sheet`, { text: '情况如表' })
/** A whole visit in which everything is as it should be, with a note as evidence. */
const uneventful = async (visit: string, answers: object[]) => {
  const account = await begin(visit)
  await fine(act(account, visit, { kind: 'answer', answers }))
  const text = `${visit} 在岗`
  const note = { kind: 'note', evidence: `n-${visit}`, text, sha256: sha256(text), position: POSITION }
  await fine(act(account, visit, note))
  await fine(act(account, visit, { kind: 'end' }))
  await fine(handIn(account, visit))
  return account
}
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const WEBM = Buffer.from(
  '1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806700',
  'hex',
)
const photo = async (account: string, visit: string, more: Record<string, string>, bytes = PNG) => {
  const { nth, device, deviceAt } = told(visit)
  const query = new URLSearchParams({
    device,
    nth: String(nth),
    deviceAt,
    kind: 'photo',
    sha256: sha256(PNG),
    ...more,
  })
  const { cookie, csrfToken } = await as(account)
  return hall.http.inject({
    ...{ method: 'POST', url: `${BASE}/visits/${visit}/evidence?${query}`, payload: bytes },
    headers: { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/octet-stream' },
  })
}

for (const account of TEAM) await fine(send('zhang.min', 'PUT', `/inspectors/${account}`, { skills: '督查' }))
await sheet('conduct', [item('onDuty', { evidence: true }), item('badge')])

/** The round as an evidence bundle, by supervision. */
const bundleOf = async ({ round }: Pick<RoundView, 'round'>) =>
  (await as('zhang.min')).get(`/api/evidence/round/${round}?purpose=${encodeURIComponent('核对抽签')}`)

test('[INSP-27] enterprise-facing sections are the frame that is confirmed each year; a unit that is missing and a row nobody confirmed show', async () => {
  const frame = () =>
    fine<{ rows: []; stale: []; missing: { unit: string }[] }>(get(ONE, '/sections') as never)
  expect((await frame()).missing.map(({ unit }) => unit)).toEqual(['planning'])
  // 29 departments and five counties with 70 sections.
  for (let nth = 0; nth < 70; nth++) {
    const unit = UNITS[nth % 34]!
    const body = { title: { zh: '审批科', en: 'Permits' }, posts: ['reception', 'review'] }
    await fine(send('zhang.min', 'PUT', `/sections/${unit}/s${nth}`, body))
  }
  expect(
    await refused(
      send(ONE, 'PUT', '/sections/planning/x', { title: { zh: 'x', en: 'x' }, posts: [] }) as never,
    ),
  ).toEqual([403, 'access.not-permitted'])
  expect((await frame()).rows).toHaveLength(70)
  expect((await frame()).missing).toEqual([])
  const before = now
  sleepUntil('2027-01-04T09:00:00')
  expect((await frame()).stale).toHaveLength(70)
  await fine(
    send('zhang.min', 'POST', '/sections/confirmation', { rows: [{ unit: 'planning', section: 's0' }] }),
  )
  expect((await frame()).stale).toHaveLength(69)
  sleepUntil(new Date(before + 8 * 3_600_000).toISOString().slice(0, 19))
})

test('[INSP-24] what was found is not told as the whole: without a random sample the report on a year is refused', async () => {
  expect(
    await refused(send('chen.jie', 'POST', '/years/2026/report', { text: '查到的都查了' }) as never),
  ).toEqual([409, 'inspection.found-is-not-all'])
})

test('[INSP-02] an undercover round is seen by its team alone, its lots can be drawn again by anybody, and easy places alone are refused', async () => {
  const covert = { kind: 'covert', title: '暗访窗口', theme: 'covert-windows' }
  const easy = { ...covert, places: [place('unit-01', 'easy'), place('unit-02', 'easy')] }
  expect(await refused(send(ONE, 'POST', '/rounds', plan(easy)) as never)).toEqual([
    422,
    'inspection.only-easy-units',
  ])
  const places = ['unit-01', 'unit-02', 'unit-03', 'unit-04', 'planning'].map((unit, nth) =>
    place(unit, nth % 2 ? 'hard' : 'easy'),
  )
  const round = await opened({ ...covert, places })
  const path = `/rounds/${round.round}`
  expect(await refused(send(ONE, 'POST', `${path}/commitment`, { sample: { easy: 2 } }) as never)).toEqual([
    422,
    'inspection.stratum-left-out',
  ])
  const committed = await fine<RoundView>(
    send(ONE, 'POST', `${path}/commitment`, { sample: { easy: 2, hard: 1 } }) as never,
  )
  expect((await fine<DrawView>(get(ONE, `${path}/lots`) as never)).secret).toBeNull()
  expect(await refused(send(ONE, 'POST', `${path}/lots`, { word: '我来' }) as never)).toEqual([
    403,
    'inspection.own-word',
  ])
  await fine(send(TWO, 'POST', `${path}/lots`, { word: '风' }))
  expect(await refused(send('inspector.3', 'POST', `${path}/lots`, { word: '雨' }) as never)).toEqual([
    409,
    'inspection.drawn',
  ])

  // Anybody with the lists and the two words computes the same.
  const lots = await fine<DrawView>(get(ONE, `${path}/lots`) as never)
  expect(sha256(lots.secret!)).toBe(committed.committed?.commitment)
  const again = draw({ ...lots, groups: null } as never, seedOf(lots.secret!, lots.word!))
  expect(again.drawn).toEqual(lots.drawn)

  // To everybody else it is not there: opened, listed, counted, on the calendar, in reports.
  for (const outsider of ['zhang.min', 'chen.jie', 'he.cha', 'inspector.9']) {
    expect((await get(outsider, path)).statusCode).toBe(404)
    expect((await get(outsider, `${path}/report`)).statusCode).toBe(404)
    const list = await fine<{ rows: []; byKind: [] }>(get(outsider, '/rounds') as never)
    expect([list.rows, list.byKind]).toEqual([[], []])
    expect((await fine<{ rows: [] }>(get(outsider, '/visits') as never)).rows).toEqual([])
  }
  const visit = (await fine<RoundView>(get(ONE, path) as never)).visitRows[0]!.visit
  expect((await get('zhang.min', `/visits/${visit}`)).json().code).toBe('inspection.not-found')
  expect((await get('wang.fang', `/visits/${visit}`)).statusCode).toBe(404)
  const seen = await fine<RoundView>(get(TWO, path) as never)
  expect(seen.turnedAway.map(({ by }) => by)).toHaveLength(4)
  expect(seen.views.map(({ by }) => by)).toEqual([ONE, TWO])
  expect(await refused(send(ONE, 'POST', `${path}/release`) as never)).toEqual([
    409,
    'inspection.visits-open',
  ])

  for (const row of seen.visitRows) await uneventful(row.visit, [mark('onDuty'), mark('badge')])
  const done = await visitOf(ONE, visit)
  expect(done.evidenceRows[0]).toMatchObject({ position: POSITION, witnesses: 1 })
  expect(done.started?.position).toEqual(POSITION)
  await fine(send(ONE, 'POST', `${path}/release`))
  // Released: read by supervision, and still nobody learns who went.
  const open = await visitOf('zhang.min', visit)
  expect([open.inspectors, open.team]).toEqual([[], []])
  expect((await fine<RoundView>(get('zhang.min', path) as never)).team).toEqual([])
  // Nor does the record leave the house with their names.
  expect((await bundleOf(round)).statusCode).toBe(404)
})

let pursued = ''
test('[INSP-05] a covert check takes evidence with a machine stamp or two witnesses, whole or not at all', async () => {
  const round = await drawn(
    await opened({
      kind: 'covertCheck',
      title: '暗查考勤',
      theme: 'attendance',
      places: [place('unit-05', 'hard')],
    }),
  )
  const visit = round.visitRows[0]!.visit
  const account = await begin(visit)
  const other = (await visitOf(ONE, visit)).inspectors[1]!.account
  expect(await refused(photo(account, visit, { evidence: 'bare' }) as never)).toEqual([
    422,
    'inspection.evidence-unstamped',
  ])
  const stamped = { evidence: 'stamped', position: '31.2,120.6,9', item: 'onDuty' }
  expect(await refused(photo(account, visit, stamped, Buffer.from([...PNG, 1])) as never)).toEqual([
    422,
    'inspection.evidence-altered',
  ])
  const unsaid = { kind: 'finding', item: 'onDuty', fact: '上午十点窗口无人在岗' }
  expect(await refused(act(account, visit, unsaid) as never)).toEqual([422, 'inspection.evidence-needed'])
  await fine(photo(account, visit, stamped) as never)
  await fine(photo(account, visit, { evidence: 'witnessed', witnesses: other }) as never)
  // A recording is taken as a recording, and nothing as what it is not.
  const sound = { kind: 'sound', witnesses: other, sha256: sha256(WEBM) }
  expect(
    await refused(
      photo(account, visit, { ...sound, evidence: 'empty', sha256: sha256('') }, Buffer.from('')) as never,
    ),
  ).toEqual([400, 'vault.file-empty'])
  await fine(photo(account, visit, { ...sound, evidence: 'recorded' }, WEBM) as never)
  const wait = { kind: 'note', evidence: 'queue', text: '排队 14 人，等候 35 分钟', position: POSITION }
  expect(await refused(act(account, visit, { ...wait, sha256: sha256('别的') }) as never)).toEqual([
    422,
    'inspection.evidence-altered',
  ])
  await fine(act(account, visit, { ...wait, sha256: sha256(wait.text) }))
  const statement = { kind: 'statement', speaker: '值班人员', name: '王某某', text: '去吃早饭了' }
  expect(await refused(act(account, visit, statement) as never)).toEqual([
    422,
    'inspection.statement-unsigned',
  ])
  await fine(act(account, visit, { ...statement, refusedBefore: other }))
  const { finding } = await fine<{ finding: string }>(act(account, visit, unsaid) as never)
  pursued = finding
  await fine(act(account, visit, { kind: 'answer', answers: [mark('onDuty', 'no'), mark('badge')] }))
  // Acts 1, 3 and others arrived or were refused by number; a gap is not passed over.
  expect(await refused(act(account, visit, { kind: 'end' }) as never)).toEqual([
    409,
    'inspection.acts-missing',
  ])
  const taken = await database.read(HALL_SCOPE, (db) =>
    db.rows(
      { parse: (row: unknown) => row } as never,
      sql`select state -> 'told' -> 'phone-1' as told from inspection_visit where visit = ${visit}`,
    ),
  )
  const arrived = (taken as { told: number[] }[])[0]!.told
  const lost = Array.from({ length: nths.get(visit)! }, (_, nth) => nth + 1).filter(
    (nth) => !arrived.includes(nth),
  )
  await fine(act(account, visit, { kind: 'end', refused: lost }))
  await fine(handIn(account, visit))
  const bytes = async () => (await as(account)).get(`${BASE}/visits/${visit}/evidence/stamped?purpose=核对`)
  expect((await bytes()).rawPayload.equals(PNG)).toBe(true)
  await fine(send(ONE, 'POST', `/rounds/${round.round}/release`))
  // Somebody swaps the stored file behind our back: it fails its hash.
  await database.transaction(HALL_SCOPE, (db) =>
    db.run(
      sql`insert into vault_file select f.jurisdiction, f.file || 'x', f.person, f.about, f.label, f.media_type, f.size, f.sha256, set_byte(f.content, 40, (get_byte(f.content, 40) + 1) % 256), f.kept_at from vault_file f`,
    ),
  )
  await database.transaction(HALL_SCOPE, (db) => db.run(sql`delete from vault_file where file not like '%x'`))
  await database.transaction(HALL_SCOPE, (db) =>
    db.run(
      sql`insert into vault_file select jurisdiction, left(file, -1), person, about, label, media_type, size, sha256, content, kept_at from vault_file`,
    ),
  )
  expect((await bytes()).json().code).toBe('inspection.evidence-altered')
})

test('[INSP-10] one calendar and one pool: the same thing twice in a week is refused, another within the month needs a reason', async () => {
  const again = {
    kind: 'routine',
    theme: 'covert-windows',
    places: [place('unit-03')],
    from: '2026-03-09',
    until: '2026-03-10',
  }
  const first = await drawn(await opened({ ...again, theme: 'windows', places: [place('unit-10')] }))
  expect(
    await refused(
      send(
        'zhang.min',
        'POST',
        '/rounds',
        plan({ ...again, theme: 'windows', places: [place('unit-10')], team: team('zhang.min', ONE) }),
      ) as never,
    ),
  ).toEqual([422, 'inspection.not-in-pool'])
  expect(
    await refused(
      send(ONE, 'POST', '/rounds', plan({ ...again, theme: 'windows', places: [place('unit-10')] })) as never,
    ),
  ).toEqual([409, 'inspection.same-thing-twice'])
  const another = { ...again, theme: 'fees', places: [place('unit-10')] }
  expect(await refused(send(ONE, 'POST', '/rounds', plan(another)) as never)).toEqual([
    409,
    'inspection.overlap-needs-reason',
  ])
  const reasoned = await opened({ ...another, overlapReason: '群众举报收费' })
  expect(reasoned.overlap).toEqual({ reason: '群众举报收费', with: [first.visitRows[0]!.visit] })
  const { rows } = await fine<{ rows: { visit: string }[] }>(
    get('zhang.min', '/visits?unit=unit-10') as never,
  )
  expect(rows.map(({ visit }) => visit)).toEqual([first.visitRows[0]!.visit])
  const pool = await fine<{ rows: { account: string }[] }>(get(ONE, '/inspectors') as never)
  expect(pool.rows).toHaveLength(12)
})

test('[INSP-03] a general inspection counts to the last unit, and neither leaves one out nor lets a unit fill in its own sheet', async () => {
  const units = ['market', 'unit-11', 'unit-12']
  const general = {
    kind: 'general',
    title: '普查',
    theme: 'census',
    places: units.map((unit) => place(unit)),
  }
  const round = await drawn(await opened({ ...general, team: team(ONE, TWO, LAST, 'inspector.3') }))
  const [market] = round.visitRows.filter(({ unit }) => unit === 'market')
  expect(await refused(act(LAST, market!.visit, { kind: 'start', position: POSITION }) as never)).toEqual([
    403,
    'inspection.self-filled',
  ])
  nths.set(market!.visit, 0)
  await uneventful(market!.visit, [mark('onDuty'), mark('badge', 'notApplicable')])
  const close = () => send(ONE, 'POST', `/rounds/${round.round}/report`, { text: '普查情况报告' })
  expect(await refused(close() as never)).toEqual([409, 'inspection.units-skipped'])
  const rest = round.visitRows.filter(({ unit }) => unit !== 'market')
  await uneventful(rest[0]!.visit, [mark('onDuty'), mark('badge')])
  await fine(send(ONE, 'POST', `/visits/${rest[1]!.visit}/left-out`, { reason: '单位已撤并，人员划转' }))
  await fine(close())
  expect((await bundleOf(round)).statusCode).toBe(200)
  const report = await fine<RoundReport>(get('chen.jie', `/rounds/${round.round}/report`) as never)
  expect(report.figures[0]).toMatchObject({ code: 'visited', value: 2, of: 3 })
  expect(report.figures[0]!.visits).toHaveLength(2)
  expect(report.faults.find(({ code }) => code === 'skipped')?.visits).toEqual([rest[1]!.visit])
  expect(report.byUnit.find(({ unit }) => unit === 'market')?.marks).toEqual({
    onDuty: 'yes',
    badge: 'notApplicable',
  })
})

let ordered = ''
test('[INSP-04] a supervisory inspection orders by day and re-check day, shows it to the unit at once, and takes no report of praise', async () => {
  const supervisory = { kind: 'supervisory', title: '督查', theme: 'orders', places: [place('planning')] }
  const round = await drawn(
    await opened({
      ...supervisory,
      overlapReason: '督查要求落实',
      team: team(ONE, TWO, 'inspector.3', 'inspector.4', 'inspector.5', 'inspector.6'),
    }),
  )
  const visit = round.visitRows[0]!.visit
  const account = await begin(visit)
  await fine(act(account, visit, { kind: 'answer', answers: [mark('onDuty'), mark('badge', 'no')] }))
  const finding = { kind: 'finding', item: 'badge', fact: '两名工作人员未佩戴工作牌' }
  expect(await refused(act(account, visit, finding) as never)).toEqual([422, 'inspection.no-due-date'])
  const early = { dueOn: '2026-03-20', recheckOn: '2026-03-10' }
  expect(await refused(act(account, visit, { ...finding, ...early }) as never)).toEqual([
    422,
    'inspection.no-due-date',
  ])
  const told = await fine<{ finding: string }>(
    act(account, visit, { ...finding, dueOn: '2026-03-10', recheckOn: '2026-03-20' }) as never,
  )
  ordered = told.finding
  expect(round).toMatchObject({ kind: 'supervisory', theme: 'orders', status: 'running' })
  expect((await visitOf(ONE, visit)).answers.map(({ item: code, mark: given }) => [code, given])).toEqual([
    ['onDuty', 'yes'],
    ['badge', 'no'],
  ])
  // The unit sees it at once, the leader as a summary.
  const own = await visitOf('wang.fang', visit)
  expect(own.findingRows).toMatchObject([{ finding: ordered, dueOn: '2026-03-10', recheckOn: '2026-03-20' }])
  expect((await get('zhao.market', `/visits/${visit}`)).statusCode).toBe(404)
  const listed = await fine<{ rows: RoundRow[] }>(get('chen.jie', '/rounds') as never)
  expect(listed.rows.find((one) => one.round === round.round)?.findings).toBe(1)
  nths.set(visit, 5)
  await fine(act(account, visit, { kind: 'end', refused: [3, 4] }))
  expect(
    await refused(send(ONE, 'POST', `/rounds/${round.round}/report`, { text: '总体情况良好' }) as never),
  ).toEqual([409, 'inspection.visits-open'])
  await fine(handIn(account, visit))

  const praise = await drawn(await opened({ ...supervisory, theme: 'praise', places: [place('unit-13')] }))
  const empty = praise.visitRows[0]!.visit
  const praising = await begin(empty)
  await fine(act(praising, empty, { kind: 'answer', answers: [mark('onDuty'), mark('badge')] }))
  await fine(act(praising, empty, { kind: 'end' }))
  await fine(handIn(praising, empty))
  expect(
    await refused(send(ONE, 'POST', `/rounds/${praise.round}/report`, { text: '一切情况都好' }) as never),
  ).toEqual([422, 'inspection.praise-only'])
})

let lastServed = { caseNo: '', code: '' }
/** A file of the planning office, decided: somebody whom it really served. */
async function served(): Promise<string> {
  const clerk = await as('li.wei')
  const head = await as('wang.fang')
  const body = { item: ITEM, channel: 'counter', counter: null, applicant, acceptIfComplete: true }
  const materials = [paper('application'), paper('layout')]
  const received = await fine<{ file: { caseNo: string }; trackingCode: string }>(
    clerk.send('POST', '/api/files', { ...body, materials }) as never,
  )
  const { caseNo } = received.file
  lastServed = { caseNo, code: received.trackingCode }
  const step = { step: 'review', outcome: 'agreed', opinion: '' }
  await fine(head.send('POST', `/api/files/${caseNo}/steps`, step) as never)
  await fine(head.send('POST', `/api/files/${caseNo}/decision`, { outcome: 'granted' }) as never)
  return caseNo
}

test('[INSP-08] the effect of each service is confirmed with receivers drawn by lot of those whom the unit served, not told by the unit or by whom the inspector chose', async () => {
  const services = ['enterprise', 'project', 'grassroots', 'people'].map((code) =>
    item(`serve-${code}`, { receivers: 2, conduct: 'managingOnly' }),
  )
  const codes = ['serve-enterprise', 'serve-project', 'serve-grassroots', 'serve-people']
  await sheet('four-services', services)
  const files = await Promise.all([served(), served(), served()])
  files.push(await served(), await served(), await served())
  const round = await opened({
    ...{ kind: 'special', theme: 'four-services', checklist: 'four-services', places: [place('planning')] },
    overlapReason: '“四服务”成效督查',
    team: team(ONE, 'inspector.3', 'inspector.4'),
  })
  const { visitRows } = await drawn(round, {}, [ONE, 'inspector.3'])
  const path = `/rounds/${round.round}/lots`
  // Whom the unit served was laid down before the seed was known; anybody on the team draws the same ones again.
  const lots = await fine<DrawView>(get(ONE, path) as never)
  expect(lots.served).toEqual({ planning: [...files].sort() })
  const again = draw({ ...lots, groups: null } as never, seedOf(lots.secret!, lots.word!))
  expect(again.receivers).toEqual(lots.receivers)
  expect(lots.receivers).toHaveLength(16)
  const outside = await fine<DrawView>(get('zhang.min', path) as never)
  expect([outside.served, outside.receivers]).toEqual([{}, []])

  const { visit } = visitRows[0]!
  const account = await begin(visit)
  const seen = await visitOf(account, visit)
  const order = (code: string) => seen.receivers.filter((one) => one.item === code)
  const [first, second, third, fourth] = order('serve-people').map(({ reference }) => reference)
  expect(seen.receivers.some(({ name }) => name === '' || name === applicant.name)).toBe(false)
  // How to reach somebody is read from the vault, for a purpose, by whoever goes there and for those drawn alone.
  const contact = (by: string, reference: string, why = '?purpose=核实服务成效') =>
    get(by, `/visits/${visit}/receivers/${reference}${why}`)
  expect((await contact(account, first!)).json()).toMatchObject({
    name: applicant.name,
    phone: applicant.phone,
  })
  expect((await contact(account, first!, '')).statusCode).toBe(400)
  expect(await refused(contact('zhang.min', first!) as never)).toEqual([403, 'inspection.not-in-team'])
  expect(await refused(contact(account, 'C-unknown') as never)).toEqual([404, 'inspection.no-such-receiver'])

  const answering = (receivers: object[], code = 'serve-people') =>
    act(account, visit, { kind: 'answer', answers: [mark(code, 'yes', { receivers })] })
  const says = (reference: string | undefined, confirms = true) => ({ reference, confirms })
  const code = async (answer: ReturnType<typeof answering>) => (await answer).json().code
  const refusedWith = await Promise.resolve([
    await code(answering([says('企业 A'), says('企业 B')])),
    await code(answering([says(second)])),
    await code(answering([says(first, false), says(second, false), says(third), says(fourth)])),
  ])
  expect(refusedWith).toEqual([
    'inspection.receiver-not-drawn',
    'inspection.receiver-passed-over',
    'inspection.receivers-enough',
  ])
  // One who was asked and says that nothing came of it does not confirm.
  for (const other of codes)
    await fine(
      answering(
        order(other)
          .slice(0, 2)
          .map(({ reference }, nth) => says(reference, nth === 0)),
        other,
      ),
    )
  expect(await refused(act(account, visit, { kind: 'end', refused: [2, 3, 4] }) as never)).toEqual([
    422,
    'inspection.receivers-missing',
  ])
  // Whoever cannot be reached is said to be, and the next of the order is asked.
  for (const other of codes) {
    const [one, two, three] = order(other).map(({ reference }) => reference)
    await fine(answering([says(one), { ...says(two, false), reached: false }, says(three)], other))
  }
  await fine(act(account, visit, { kind: 'end', refused: [2, 3, 4, 9] }))
  // The unit reads the result and not who said what.
  const own = await visitOf('wang.fang', visit)
  expect([own.receivers, own.answers.flatMap(({ receivers }) => receivers)]).toEqual([[], []])
  const flagged = async () =>
    (await fine<RoundReport>(get(ONE, `/rounds/${round.round}/report`) as never)).faults.map(
      (one) => one.code,
    )
  expect(await flagged()).not.toContain('receiversEntered')
})

test('where the office knows of nobody served, whom the inspectors asked is their own choice, and the report says so', async () => {
  const round = await drawn(
    await opened({
      ...{ kind: 'special', theme: 'effect', checklist: 'four-services', places: [place('unit-14')] },
    }),
  )
  const { visit } = round.visitRows[0]!
  const account = await begin(visit)
  const receivers = ['企业 A', '企业 B'].map((reference) => ({ reference, confirms: true }))
  const codes = ['serve-enterprise', 'serve-project', 'serve-grassroots', 'serve-people']
  const answers = codes.map((code) => mark(code, 'yes', { receivers: [receivers[0], receivers[0]] }))
  await fine(act(account, visit, { kind: 'answer', answers }))
  expect(await refused(act(account, visit, { kind: 'end' }) as never)).toEqual([
    422,
    'inspection.receivers-missing',
  ])
  const asked = codes.map((code) => mark(code, 'yes', { receivers }))
  await fine(act(account, visit, { kind: 'answer', answers: asked }))
  await fine(act(account, visit, { kind: 'end', refused: [3] }))
  const { faults } = await fine<RoundReport>(get(ONE, `/rounds/${round.round}/report`) as never)
  expect(faults.map(({ code }) => code)).toContain('receiversEntered')
})

test('[INSP-09] a joint inspection is one visit whose findings are split to each body, and no body goes there again by itself', async () => {
  await sheet('joint', [
    item('fire', { body: 'market', conduct: 'offGuide' }),
    item('plan', { body: 'planning', conduct: 'noReasons' }),
  ])
  const joint = {
    kind: 'joint',
    theme: 'sites',
    checklist: 'joint',
    bodies: ['market', 'planning'],
    places: [place('unit-15')],
  }
  const round = await drawn(await opened(joint))
  expect(round.visitRows).toHaveLength(1)
  const visit = round.visitRows[0]!.visit
  const account = await begin(visit)
  await fine(act(account, visit, { kind: 'answer', answers: [mark('fire', 'no'), mark('plan', 'no')] }))
  const ids: string[] = []
  for (const code of ['fire', 'plan'])
    ids.push(
      (
        await fine<{ finding: string }>(
          act(account, visit, { kind: 'finding', item: code, fact: `${code} 不符合要求` }) as never,
        )
      ).finding,
    )
  const { byBody } = await fine<RoundReport>(get(ONE, `/rounds/${round.round}/report`) as never)
  expect(byBody.map(({ body, findings }) => [body, findings])).toEqual([
    ['market', [ids[0]]],
    ['planning', [ids[1]]],
  ])
  const alone = { kind: 'special', theme: 'sites', bodies: ['market'], places: [place('unit-15')] }
  expect(await refused(send(ONE, 'POST', '/rounds', plan(alone)) as never)).toEqual([
    409,
    'inspection.same-thing-twice',
  ])
})

test('[INSP-07] six groups over 92 units: nobody goes to his home or old unit, and sheets alike show', async () => {
  await sheet('measures', [
    item('measure-1', { measure: '限时办结' }),
    item('measure-2', { measure: '首问负责' }),
  ])
  const groups = Array.from({ length: 6 }, (_, nth) => ({
    group: `G${nth + 1}`,
    members: [TEAM[2 * nth]!, TEAM[2 * nth + 1]!],
  }))
  const units = ['planning', 'market', ...MORE.slice(0, 90)]
  const concentrated = {
    kind: 'special',
    title: '集中督查',
    theme: 'measures',
    checklist: 'measures',
    from: '2026-07-20',
    until: '2026-07-31',
  }
  sleepUntil('2026-07-20T09:00:00')
  const round = await drawn(
    await opened({ ...concentrated, places: units.map((unit) => place(unit)), team: team(...TEAM) }),
    { groups },
  )
  const report = await fine<RoundReport>(get(ONE, `/rounds/${round.round}/report`) as never)
  expect(report.byGroup.map(({ visits }) => visits).sort()).toEqual([15, 15, 15, 15, 16, 16])
  const lots = await fine<DrawView>(get(ONE, `/rounds/${round.round}/lots`) as never)
  const placed = (unit: string) => lots.drawn.find((one) => one.unit === unit)!
  expect(placed('planning').inspectors).not.toContain(TWO)
  expect(placed('market').inspectors).not.toContain(LAST)
  expect(lots.passedOver.map(({ unit, account }) => [unit, account])).toEqual(
    expect.arrayContaining([
      ['planning', TWO],
      ['market', LAST],
    ]),
  )
  // An inspector drawn for his old unit: refused by hand too.
  const visit = (unit: string) => round.visitRows.find((one) => one.unit === unit)!.visit
  const swap = { inspectors: [TWO, 'inspector.3'], reason: '临时调换人员' }
  expect(await refused(send(ONE, 'PUT', `/visits/${visit('planning')}/inspectors`, swap) as never)).toEqual([
    403,
    'recusal.conflict',
  ])
  await fine(send(ONE, 'PUT', `/visits/${visit('unit-20')}/inspectors`, swap))

  const note = { note: '该单位措施已全部落实，成效明显，群众满意' }
  for (const unit of ['unit-20', 'unit-21', 'unit-22'])
    await uneventful(visit(unit), [
      mark('measure-1', 'yes', unit === 'unit-22' ? {} : note),
      mark('measure-2'),
    ])
  const after = await fine<RoundReport>(get(ONE, `/rounds/${round.round}/report`) as never)
  expect(after.copied).toEqual([
    { because: 'sheet', visits: expect.arrayContaining([visit('unit-20'), visit('unit-21')]) },
  ])
  expect(after.byGroup.reduce((sum, { handedIn }) => sum + handedIn, 0)).toBe(3)
})

test('[INSP-06] a finding is looked at again until it is mended, each visit and day on its chain; one that was dropped shows', async () => {
  const dropped = async () =>
    (await fine<{ rows: FindingChain[] }>(get('zhang.min', '/findings/dropped') as never)).rows.map(
      ({ finding }) => finding,
    )
  expect(await dropped()).toContain(ordered)
  const look = {
    kind: 'followUp',
    title: '回头看',
    theme: 'orders',
    places: [],
    from: '2026-07-20',
    until: '2026-07-24',
    team: team(ONE, 'inspector.3', 'inspector.4'),
  }
  const recheck = async (outcome: string, on: string) => {
    sleepUntil(`${on}T10:00:00`)
    const round = await drawn(await opened({ ...look, follows: [ordered], from: on, until: on }), {}, [
      ONE,
      'inspector.3',
    ])
    const visit = round.visitRows[0]!.visit
    const account = await begin(visit)
    await fine(act(account, visit, { kind: 'answer', answers: [mark('onDuty'), mark('badge')] }))
    expect(
      await refused(act(account, visit, { kind: 'recheck', finding: pursued, outcome }) as never),
    ).toEqual([422, 'inspection.finding-not-followed'])
    expect(await refused(act(account, visit, { kind: 'end', refused: [3] }) as never)).toEqual([
      ...[422, 'inspection.recheck-left-out'],
    ])
    return { visit, account }
  }
  await recheck('stillThere', '2026-07-22')
  expect(await dropped()).not.toContain(ordered)
  const chain = () => fine<FindingChain>(get(ONE, `/findings/${ordered}/visits`) as never)
  expect((await chain()).closed).toBe(false)

  sleepUntil('2026-07-23T10:00:00')
  const last = await drawn(
    await opened({ ...look, follows: [ordered], from: '2026-07-23', until: '2026-07-23' }),
    {},
    [ONE, 'inspector.3'],
  )
  const visit = last.visitRows[0]!.visit
  const account = await begin(visit)
  await fine(
    act(account, visit, { kind: 'recheck', finding: ordered, outcome: 'stillThere', note: '仍有一人未戴' }),
  )
  await fine(
    act(account, visit, { kind: 'recheck', finding: ordered, outcome: 'mended', note: '当场已佩戴' }),
  )
  expect((await chain()).links.map(({ did }) => did)).toEqual(['noted', 'planned', 'stillThere', 'mended'])
  expect(await chain()).toMatchObject({ closed: true, dropped: false })
})

test('a findings sheet has a clock: one working day before its end it is asked for, then it is late for good, in the report and in the share of its inspectors; its days are dated', async () => {
  const sweep = () => sweepClocks(database, DEMO_JURISDICTION, { now, onFired: onInspectionClocks })
  const shares = async () =>
    (
      await fine<{ rows: { account: string; sheets: number; sheetsLate: number }[] }>(
        (await as('chen.jie')).get('/api/finding-shares') as never,
      )
    ).rows
  sleepUntil('2026-08-03T09:00:00')
  const week = { from: '2026-08-03', until: '2026-08-07', kind: 'open', overlapReason: '窗口在岗抽查' }
  const ended = async (theme: string, unit: string) => {
    const round = await drawn(await opened({ ...week, theme, places: [place(unit)] }))
    const { visit } = round.visitRows[0]!
    const account = await begin(visit)
    await fine(act(account, visit, { kind: 'answer', answers: [mark('onDuty'), mark('badge')] }))
    await fine(act(account, visit, { kind: 'end' }))
    return { round: round.round, visit, account }
  }
  const [prompt, tardy] = [await ended('prompt', 'unit-71'), await ended('tardy', 'unit-72')]
  await fine(handIn(prompt.account, prompt.visit))
  sleepUntil('2026-08-06T09:00:00')
  await sweep()
  expect(await visitOf(ONE, tardy.visit)).toMatchObject({
    submitBy: '2026-08-06',
    reminded: true,
    late: false,
  })
  expect(await visitOf(ONE, prompt.visit)).toMatchObject({ reminded: false, late: false })
  sleepUntil('2026-08-10T09:00:00')
  await sweep()
  await fine(handIn(tardy.account, tardy.visit))
  expect(await visitOf(ONE, tardy.visit)).toMatchObject({ status: 'submitted', late: true })
  const { faults } = await fine<RoundReport>(get(ONE, `/rounds/${tardy.round}/report`) as never)
  expect(faults).toMatchObject([{ code: 'lateSheet', visits: [tardy.visit] }])
  const slow = (await shares()).find(({ account }) => account === tardy.account)
  expect(slow?.sheetsLate).toBeGreaterThan(0)
  expect(slow?.sheets).toBeGreaterThanOrEqual(slow?.sheetsLate ?? 0)

  // Another number holds from its day on and not before.
  const days = { from: '2026-08-17', value: 5, reason: '节后检查集中' }
  await fine(send('zhang.min', 'PUT', '/numbers/findingsDays', days))
  const past = { ...days, from: '2026-08-01' }
  expect(await refused(send('zhang.min', 'PUT', '/numbers/findingsDays', past) as never)).toEqual([
    422,
    'inspection.setting-retroactive',
  ])
  const before = await ended('before', 'unit-73')
  sleepUntil('2026-08-17T09:00:00')
  const after = await drawn(
    await opened({
      ...week,
      from: '2026-08-17',
      until: '2026-08-21',
      theme: 'after',
      places: [place('unit-74')],
    }),
  )
  const { visit } = after.visitRows[0]!
  const account = await begin(visit)
  await fine(act(account, visit, { kind: 'answer', answers: [mark('onDuty'), mark('badge')] }))
  await fine(act(account, visit, { kind: 'end' }))
  expect((await visitOf(ONE, before.visit)).submitBy).toBe('2026-08-13')
  expect((await visitOf(ONE, visit)).submitBy).toBe('2026-08-24')
  const tables = await compareRebuilt(database, DEMO_JURISDICTION, [inspectionLists])
  expect(tables.filter(({ identical }) => !identical)).toEqual([])
  const usual = { from: '2026-08-18', value: 3, reason: '恢复三个工作日' }
  await fine(send('zhang.min', 'PUT', '/numbers/findingsDays', usual))
})

test('the one view of a unit has its visits, each counted with what it found, and no finding that was withdrawn', async () => {
  interface View {
    readonly findings: { readonly finding: string; readonly status: string }[]
    readonly items: { readonly source: string; readonly id: string; readonly finding: string | null }[]
  }
  const view = async (account: string) =>
    fine<View>((await as(account)).get('/api/finding-network?unit=planning&purpose=review') as never)
  // By post: the rating of a case that lay there, and of no other.
  const { caseNo, code } = lastServed
  const clerk = await as('li.wei')
  await fine(
    clerk.send('POST', `/api/files/${caseNo}/delivery`, { way: 'inPerson', proof: '本人签收' }) as never,
  )
  const payload = { code, grade: 'satisfied' }
  await fine(hall.http.inject({ method: 'POST', url: `/api/track/${caseNo}/rating`, payload }) as never)
  const { steps } = await fine<{ steps: { post: string }[] }>(clerk.get(`/api/files/${caseNo}`) as never)
  const ofPost = async (post = '') =>
    (
      await fine<View>(
        (await as('chen.jie')).get(
          `/api/finding-network?unit=planning&post=${encodeURIComponent(post)}&purpose=review`,
        ) as never,
      )
    ).items.map(({ source }) => source)
  expect(await ofPost(steps[0]?.post)).toContain('rating')
  expect(await ofPost('nobodys')).toEqual([])

  const before = await view('chen.jie')
  const visit = before.items.find(({ source, finding }) => source === 'visit' && finding === ordered)
  expect(visit?.id).toMatch(/^visit\//)
  const round = (await visitOf(ONE, (visit?.id ?? '').slice('visit/'.length))).round
  const count = async () =>
    (await fine<RoundReport>(get(ONE, `/rounds/${round}/report`) as never)).figures.find(
      ({ code }) => code === 'findings',
    )?.value
  expect(await count()).toBe(1)
  const watch = await as('zhang.min')
  await fine(
    watch.send('POST', `/api/findings/${ordered}/handler`, { relation: null, note: '无回避情形' }) as never,
  )
  await fine(
    watch.send('POST', `/api/findings/${ordered}/withdrawal`, {
      reason: '经复核当日工作牌正在统一更换',
    }) as never,
  )
  expect(await count()).toBe(0)
  const after = (await view('chen.jie')).findings.find(({ finding }) => finding === ordered)
  expect(after?.status).toBe('withdrawn')
})

test('an inspector drawn for his old unit is refused: by the lots, by hand, and where he comes all the same', async () => {
  sleepUntil('2026-11-02T09:00:00')
  const plans = { kind: 'special', theme: 'old-unit', from: '2026-11-02', until: '2026-11-06' }
  // TWO served in the planning office until last year; alone with another of the same past nobody is left to go.
  const only = await opened(
    {
      ...{ ...plans, theme: 'nobody-left', places: [place('planning')], overlapReason: '线索集中' },
      team: team(TWO, 'inspector.3'),
    },
    TWO,
  )
  const path = `/rounds/${only.round}`
  const groups = [{ group: '1', members: [TWO, 'inspector.3'] }]
  await fine(send(TWO, 'POST', `${path}/commitment`, { groups }))
  expect(await refused(send('inspector.3', 'POST', `${path}/lots`, { word: '秋' }) as never)).toEqual([
    409,
    'inspection.nobody-left',
  ])
  const round = await drawn(
    await opened({
      ...{ ...plans, places: [place('planning'), place('unit-80')], overlapReason: '线索集中' },
      team: team(ONE, TWO, 'inspector.3', 'inspector.4'),
    }),
    {},
    [ONE, 'inspector.3'],
  )
  const lots = await fine<DrawView>(get(ONE, `/rounds/${round.round}/lots`) as never)
  const old = lots.drawn.find(({ unit }) => unit === 'planning')
  expect(old?.inspectors).not.toContain(TWO)
  expect(lots.passedOver).toMatchObject([{ unit: 'planning', account: TWO, because: expect.any(String) }])
  const { visit } = round.visitRows.find(({ unit }) => unit === 'planning')!
  const swap = { inspectors: [TWO, 'inspector.3'], reason: '临时调换人员' }
  expect(await refused(send(ONE, 'PUT', `/visits/${visit}/inspectors`, swap) as never)).toEqual([
    403,
    'recusal.conflict',
  ])
  expect(await refused(act(TWO, visit, { kind: 'start', position: POSITION }) as never)).toEqual([
    403,
    'inspection.not-in-team',
  ])
})

test('[INSP-24] 34 of 97 units with 70 sections are 35.1 % covered; random visits tell what was not found, with an interval', async () => {
  sleepUntil('2027-03-01T09:00:00')
  const places = Array.from({ length: 70 }, (_, nth) => place(UNITS[nth % 34]!, 'ordinary', `s${nth}`))
  const round = await drawn(
    await opened({
      kind: 'open',
      theme: 'enterprise',
      places,
      team: team(ONE, 'inspector.3', 'inspector.4', 'inspector.5'),
      from: '2027-03-01',
      until: '2027-03-05',
    }),
    { sample: { ordinary: 70 } },
    [ONE, 'inspector.3'],
  )
  for (const { visit } of round.visitRows) await begin(visit)
  const bad = round.visitRows[0]!
  const inspector = (await visitOf(ONE, bad.visit)).inspectors[0]!.account
  await fine(act(inspector, bad.visit, { kind: 'finding', conduct: 'absence', fact: '涉企岗位无人值守' }))
  const coverage = await fine<Coverage>(get('chen.jie', '/years/2027') as never)
  expect(coverage.units).toMatchObject({ checked: 34, of: 97 })
  expect(((coverage.units.share ?? 0) * 100).toFixed(1)).toBe('35.1')
  expect(coverage.sections).toMatchObject({ checked: 70, of: 70 })
  expect(coverage.posts).toMatchObject({ checked: 140, of: 140 })
  expect(coverage.unvisited).toHaveLength(63)
  expect(coverage.hours.of).toBeGreaterThan(0)
  expect(coverage).toMatchObject({ sample: 34, found: 1 })
  const { undetected } = coverage.undetected!
  expect(undetected.low).toBeLessThanOrEqual(undetected.share)
  expect(undetected.high).toBeGreaterThan(undetected.share)
  const told = await fine<Coverage>(
    send('chen.jie', 'POST', '/years/2027/report', { text: '年度检查情况' }) as never,
  )
  expect(told.told?.text).toBe('年度检查情况')
})

test('[INSP-01] rounds of a year are counted by kind; one without a findings sheet and one that leaked show', async () => {
  sleepUntil('2028-01-10T09:00:00')
  const kinds = [
    'open',
    'open',
    'covert',
    'covert',
    'covertCheck',
    'general',
    'supervisory',
    'special',
    'followUp',
  ]
  const rounds: RoundView[] = []
  for (const [nth, kind] of kinds.entries())
    rounds.push(
      await opened({
        kind,
        theme: `year-${nth}`,
        title: `第${nth + 1}次`,
        places: [place(`unit-${nth + 50}`)],
        from: '2028-01-10',
        until: '2028-01-14',
      }),
    )
  const year = await fine<{ byKind: { kind: string; rounds: number }[]; rows: RoundRow[] }>(
    get(ONE, '/rounds?year=2028') as never,
  )
  expect(year.byKind.reduce((sum, one) => sum + one.rounds, 0)).toBe(9)
  expect(year.byKind).toContainEqual({ kind: 'covert', rounds: 2 })
  // Supervision counts what it may know of.
  const known = await fine<{ byKind: { rounds: number }[] }>(get('zhang.min', '/rounds?year=2028') as never)
  expect(known.byKind.reduce((sum, one) => sum + one.rounds, 0)).toBe(6)

  expect(await refused(get('zhang.min', `/rounds/${rounds[2]!.round}`) as never)).toEqual([
    404,
    'inspection.not-found',
  ])
  const covert = await drawn(rounds[2]!)
  await fine(
    send(ONE, 'POST', `/rounds/${covert.round}/warnings`, {
      text: '门口已挂欢迎横幅',
      visit: covert.visitRows[0]!.visit,
    }),
  )
  const leaked = await fine<RoundReport>(get(ONE, `/rounds/${covert.round}/report`) as never)
  const flagged = leaked.faults
  expect(flagged).toMatchObject([{ code: 'warned', value: 1, visits: [covert.visitRows[0]!.visit] }])
  sleepUntil('2028-02-10T09:00:00')
  const later = await fine<{ rows: RoundRow[] }>(get(ONE, '/rounds?year=2028') as never)
  const withoutFindingsSheet = later.rows.filter(({ noSheet }) => noSheet)
  expect(withoutFindingsSheet.map(({ round }) => round).sort()).toEqual(
    rounds.map(({ round }) => round).sort(),
  )
  expect(later.rows.find(({ round }) => round === covert.round)?.warned).toBe(true)
})

test('an act told twice under one key is done once, a findings sheet is due in three working days, and lists come out of a rebuild alike', async () => {
  const round = await drawn(
    await opened({
      kind: 'open',
      theme: 'twice',
      places: [place('unit-70')],
      from: '2028-02-10',
      until: '2028-02-11',
    }),
  )
  const visit = round.visitRows[0]!.visit
  const { inspectors } = await visitOf(ONE, visit)
  const account = inspectors[0]!.account
  const start = { kind: 'start', position: POSITION, ...told(visit) }
  const first = await send(
    account,
    'POST',
    `/visits/${visit}/acts`,
    { ...start, sentAt: new Date(now).toISOString() },
    'act-1',
  )
  const second = await send(
    account,
    'POST',
    `/visits/${visit}/acts`,
    { ...start, sentAt: new Date(now + 5).toISOString() },
    'act-1',
  )
  expect(second.json()).toEqual(first.json())
  expect(second.headers['idempotency-replayed']).toBe('true')
  expect((await visitOf(ONE, visit)).acts).toBe(1)
  await fine(act(account, visit, { kind: 'answer', answers: [mark('onDuty'), mark('badge')] }))
  await fine(act(account, visit, { kind: 'end' }))
  expect(await visitOf(ONE, visit)).toMatchObject({ submitBy: '2028-02-15', late: false })
  const tables = await compareRebuilt(database, DEMO_JURISDICTION, [inspectionLists])
  expect(tables.filter(({ identical }) => !identical)).toEqual([])
})
