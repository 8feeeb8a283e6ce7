import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { sql } from '#kernel/sql.ts'
import { unzip } from '#platform/archive/index.ts'
import { verifyCommand } from '../../src/cli/verify.ts'
import { openCasework } from './casework-office.ts'
import { HALL_SCOPE } from './whole-hall.ts'

/** What was found is kept itself, not its fingerprint alone: it leaves in the bundle, and one byte gives it away. */
const office = await openCasework('2026-03-02T09:00:00')
const { enter, fine, get, planned, post, put } = office

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`)
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const purpose = `purpose=${encodeURIComponent('移送审查')}`

async function upload(account: string, url: string, payload: Buffer) {
  const { cookie, csrfToken } = await office.as(account)
  const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/octet-stream' }
  return office.http.inject({ method: 'POST', url, headers, payload })
}
const documents = (number: string) => `/api/investigations/${number}/documents`
const keep = (account: string, number: string, bytes: Buffer) =>
  upload(account, `${documents(number)}?name=${encodeURIComponent('退件单.pdf')}`, bytes)
const bundleOf = async (account: string, kind: string, id: string): Promise<Buffer> => {
  const answer = await get(account, `/api/evidence/${kind}/${id}?${purpose}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.rawPayload
}

/** What `xiaoneng verify` says of a bundle: 0 accepted, 1 refused. */
async function verified(bytes: Buffer) {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'given.zip'), bytes)
  const stdout = new PassThrough()
  const code = await verifyCommand(['given.zip'], {
    ...{ stdout, stderr: new PassThrough(), cwd: folder, environment: {}, isTerminal: false, now: () => 0 },
    signal: new AbortController().signal,
  })
  return { code, said: String(stdout.read() ?? '') }
}

/** The bundle holds the document as it was, and is refused by its name after one of its bytes was changed. */
async function holds(bundle: Buffer, document: Buffer) {
  const entry = unzip(bundle).entries.find(({ bytes }) => document.equals(bytes))
  expect(entry?.name).toMatch(/^documents\//)
  expect((await verified(bundle)).code).toBe(0)
  const changed = Buffer.from(bundle)
  const at = bundle.indexOf(document) + (document.length >> 1)
  changed[at] = (changed[at] as number) ^ 1
  const refused = await verified(changed)
  expect(refused.code).toBe(1)
  expect(refused.said).toContain(entry?.name)
  return entry?.name ?? ''
}
const manifestOf = (bundle: Buffer) =>
  JSON.parse(Buffer.from(unzip(bundle).entries[0]?.bytes ?? []).toString()) as {
    entries: { name: string; recorded: boolean }[]
    leftOut: { en: string }[]
  }
const evidence = (bytes: Buffer, text = '3月2日退件单一份') => ({
  ...{ act: 'evidence', proves: 'fact', text, reference: '卷宗第3页' },
  sha256: sha256(bytes),
})

test('the original of recorded evidence is kept once and by its fingerprint alone, opened for a purpose by those who may, and leaves with the case', async () => {
  const number = await office.opened({ kind: 'supervision' }, { title: '窗口无故退件' })
  await planned(number, '2026-03-20')
  const slip = pdf('退件单')
  expect((await keep('he.hui', number, slip)).json().code).toBe('investigation.document-differs')
  await fine('he.hui', number, evidence(slip))
  await fine('he.hui', number, evidence(pdf('未存入'), '未入卷的复印件'))
  expect((await keep('liu.qing', number, slip)).json().code).toBe('investigation.not-on-it')
  expect((await keep('wang.fang', number, slip)).statusCode).toBe(403)
  const kept = await keep('he.hui', number, slip)
  expect(kept.json().documents).toMatchObject([
    { name: '退件单.pdf', sha256: sha256(slip), mediaType: 'application/pdf', by: { account: 'he.hui' } },
  ])
  expect((await keep('zhang.min', number, slip)).json().code).toBe('investigation.document-kept')

  const open = (account: string, why = purpose) => get(account, `${documents(number)}/${sha256(slip)}?${why}`)
  expect((await open('chen.jie')).rawPayload.equals(slip)).toBe(true)
  expect((await open('chen.jie', '')).statusCode).toBe(400)
  expect((await open('wang.fang')).statusCode).toBe(403)
  expect((await open('lin.guan')).statusCode).toBe(403)

  const bundle = await bundleOf('zhang.min', 'investigation', number)
  const name = await holds(bundle, slip)
  const { entries, leftOut } = manifestOf(bundle)
  // Its hash stands in an event of the bundle, so that its being the original can be checked.
  expect(entries.find((one) => one.name === name)?.recorded).toBe(true)
  expect(leftOut.map(({ en }) => en).join()).toContain('the original is not in the file')
})

test('originals of a sealed case are there for those on it alone, and who else asks stands in its record of looks', async () => {
  const letter = pdf('举报信')
  const particulars = { kind: 'demandingBenefits', demanded: '索要购物卡' }
  const { view } = await enter('zhang.min', { particulars, title: '审批人员索要购物卡' })
  const { number } = view
  await fine('zhang.min', number, {
    ...{ act: 'open', lead: 'zhang.min', members: ['he.hui'], decider: 'chen.jie' },
    because: '举报具体、有凭据',
  })
  await planned(number, '2026-03-20')
  await fine('he.hui', number, evidence(letter))
  expect((await keep('he.hui', number, letter)).statusCode).toBe(200)
  const open = (account: string) => get(account, `${documents(number)}/${sha256(letter)}?${purpose}`)
  expect((await open('chen.jie')).statusCode).toBe(200)
  for (const outsider of ['liu.qing', 'second.leader'])
    expect((await open(outsider)).json().code).toBe('investigation.not-found')
  expect((await keep('liu.qing', number, letter)).json().code).toBe('investigation.not-found')
  const { views } = (await office.see('zhang.min', number)).view
  const turnedAway = views.filter(({ allowed }) => !allowed).map(({ by }) => by.account)
  expect(turnedAway).toEqual(['liu.qing', 'second.leader', 'liu.qing'])
  await holds(await bundleOf('zhang.min', 'investigation', number), letter)
})

test('a file that was changed where it is stored is not handed out, and the bundle says that it is missing', async () => {
  const number = await office.opened({ kind: 'supervision' }, { title: '被动过手脚的卷宗' })
  await planned(number, '2026-03-20')
  const minutes = pdf('会议记录')
  await fine('he.hui', number, evidence(minutes))
  await keep('he.hui', number, minutes)
  // The application's role may not change a row; somebody at the database replaces it.
  const about = `investigation/${number}`
  const columns = sql`f.jurisdiction, f.person, f.about, f.label, f.media_type, f.size, f.sha256, f.kept_at`
  await office.database.transaction(HALL_SCOPE, async (db) => {
    await db.run(
      sql`create temporary table altered on commit drop as select ${columns}, f.file, set_byte(f.content, 40, (get_byte(f.content, 40) + 1) % 256) as content from vault_file f where f.about = ${about}`,
    )
    await db.run(sql`delete from vault_file where about = ${about}`)
    await db.run(
      sql`insert into vault_file (jurisdiction, person, about, label, media_type, size, sha256, kept_at, file, content) select ${columns}, f.file, f.content from altered f`,
    )
  })
  const answer = await get('zhang.min', `${documents(number)}/${sha256(minutes)}?${purpose}`)
  expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  const bundle = await bundleOf('zhang.min', 'investigation', number)
  expect((await verified(bundle)).code).toBe(0)
  expect(
    manifestOf(bundle)
      .leftOut.map(({ en }) => en)
      .join(),
  ).toContain('does not open any more')
})

test('photos and recordings of a round, and the proofs of a problem, leave in its bundle with their hashes', async () => {
  const base = '/api/inspections'
  const item = { code: 'onDuty', title: { zh: '在岗', en: 'on duty' }, conduct: 'absence' }
  await put('zhang.min', `${base}/checklists/duty`, {
    ...{ title: { zh: '在岗', en: 'Duty' }, basis: '督查条例', items: [item] },
  })
  for (const account of ['zhang.min', 'he.hui'])
    await put('zhang.min', `${base}/inspectors/${account}`, { skills: '督查' })
  const { round } = (
    await post('zhang.min', `${base}/rounds`, {
      ...{ kind: 'open', title: '明查', theme: 'duty', basis: '年度计划', checklist: 'duty' },
      ...{ from: '2026-03-02', until: '2026-03-06', places: [{ unit: 'planning' }] },
      team: [{ account: 'zhang.min', leads: true }, { account: 'he.hui' }],
    })
  ).json()
  await post('zhang.min', `${base}/rounds/${round}/commitment`)
  const drawn = await post('he.hui', `${base}/rounds/${round}/lots`, { word: '春' })
  const { visit } = drawn.json().visitRows[0]
  const at = { device: 'phone', deviceAt: new Date(office.now).toISOString() }
  await post('he.hui', `${base}/visits/${visit}/acts`, {
    ...{ kind: 'start', nth: 1, ...at, position: { latitude: 31.2, longitude: 120.6, accuracy: 9 } },
  })
  const taken = { ...at, nth: '2', kind: 'photo', evidence: 'window', sha256: sha256(PNG) }
  const query = new URLSearchParams({ ...taken, position: '31.2,120.6,9', caption: '三号窗口' })
  expect((await upload('he.hui', `${base}/visits/${visit}/evidence?${query}`, PNG)).statusCode).toBe(200)
  const name = await holds(await bundleOf('zhang.min', 'round', round), PNG)
  // The phone gave it no ending; whoever has the bundle can open it all the same.
  expect(name).toMatch(/window\.png$/)

  const problem = await post('zhang.min', '/api/rectification/problems', {
    ...{ unit: 'planning', source: 'opinion', category: 'service', happenedOn: '2026-03-02' },
    fact: '3月2日，3号窗口让申请人往返4次补交同一份图纸',
  })
  const { problem: id } = problem.json()
  const measure = await post('wang.fang', '/api/rectification/measures', {
    ...{ unit: 'planning', problems: [id], treats: 'cause', leader: 'wang.fang', officer: 'li.wei' },
    ...{ action: '全部窗口实行一次性告知', result: '同一材料补正不超过1次', dueOn: '2026-03-30' },
  })
  const proof = pdf('告知单样张')
  const proofs = `/api/rectification/measures/${measure.json().measure}/proofs?name=proof.pdf`
  expect((await upload('li.wei', proofs, proof)).statusCode).toBe(200)
  await holds(await bundleOf('zhang.min', 'problem', id), proof)
  await holds(await bundleOf('wang.fang', 'problem', id), proof)
})

test('the decision of a measure leaves with its file as a paper, and the record of its number with it', async () => {
  const done = async (account: string, url: string, body: object) => {
    const answer = await post(account, url, body)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json() as { finding: string; file: string; number: string }
  }
  const { finding } = await done('zhang.min', '/api/findings', {
    ...{ source: 'inquiry', sourceId: 'inquiry/1', unit: 'planning', account: 'li.wei', conduct: 'rudeness' },
    ...{ severity: 'light', fact: '3月2日对办事群众态度生硬', happenedOn: '2026-03-02' },
  })
  const { file } = await done('zhang.min', '/api/accountability/files', {
    ...{ facts: '经查，当事人在窗口对办事群众推诿、态度生硬', basis: '关于违反工作纪律的处理规定第三条' },
    ...{ evidence: [{ text: '现场录音', reference: 'visit/1' }], unitAside: '单位已尽管理和教育职责' },
    ...{ findings: [finding], instrument: 'reminderCard', deviation: '初次发生，当场道歉' },
    subject: { kind: 'person', unit: 'planning', account: 'li.wei', status: 'civilServant', rank: 'staff' },
  })
  const undecided = manifestOf(await bundleOf('zhang.min', 'accountability', file))
  expect(undecided.entries.some(({ name }) => name.startsWith('documents/'))).toBe(false)
  const act = (account: string, path: string, body: object) =>
    done(account, `/api/accountability/files/${file}/${path}`, body)
  await act('zhang.min', 'notice', { deciders: ['he.hui'] })
  await act('he.hui', 'decision', { agrees: true, reason: '事实清楚，证据充分' })
  const bundle = await bundleOf('zhang.min', 'accountability', file)
  const paper = unzip(bundle).entries.find(({ name }) => name.startsWith('documents/'))
  expect(
    Buffer.from(paper?.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await holds(bundle, Buffer.from(paper?.bytes ?? []))
})
