import { expect, test } from 'vitest'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import { addUnit } from '#modules/organisation/index.ts'
import { caseLists } from '#modules/cases/index.ts'
import { permitLists } from '#modules/catalogue/index.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import type { FileView, JointView } from '#modules/cases/contract.ts'
import type { Desk } from '#test/http/office.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'
import { jointItem, twoPersonsItem } from './joint-items.ts'

const hall = await openHall({ joint: jointItem, 'two-persons': twoPersonsItem })
const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
const HEADS = { fire: 'fire.head', water: 'water.head', market: 'market.head' } as const

await hall.database.transaction(scope, async (db) => {
  const doing = { by: 'demo', at: hall.now }
  const unit = (id: string, name: string) => ({
    id,
    name,
    nameEn: id,
    kind: 'department' as const,
    parent: null,
  })
  await addUnit(db, unit('fire', '消防救援大队'), doing)
  await addUnit(db, unit('water', '水务局'), doing)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const password = { passwordHash, mustChange: false, ...doing }
  for (const [unitOf, account] of Object.entries(HEADS))
    await addAccount(db, { account, name: account, unit: unitOf, role: 'unitHead' }, password)
})

const people = new Map<string, Desk>()
const at = async (text: string) => {
  await hall.pass(text)
  for (const account of Object.values(HEADS)) people.set(account, await hall.signIn(account))
}
const desk = (account: string): Desk => people.get(account) ?? hall.desk(account)
const [fire, water, market] = [HEADS.fire, HEADS.water, HEADS.market]

interface Opened {
  readonly file: FileView
  readonly code: string
}

const EXAMINED = { step: 'review', outcome: 'agreed', opinion: '' }

/** One application at the hall's counter. */
async function receivedFor(item: string): Promise<Opened> {
  const answer = await desk('li.wei').send('POST', '/api/files', {
    ...{ item, channel: 'counter', counter: '1', applicant, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const { file, trackingCode } = answer.json()
  return { file, code: trackingCode }
}
/** Examined by the lead, so that the branches are open. */
async function asked(): Promise<Opened> {
  const opened = await receivedFor('joint')
  await desk('wang.fang').send('POST', `/api/files/${opened.file.caseNo}/steps`, EXAMINED)
  return opened
}
const jointly = (account: string, { file }: Opened, path: string, body: object) =>
  desk(account).send('POST', `/api/joint/${file.caseNo}/${path}`, body)
const opinion = (account: string, opened: Opened, branch: string, more: object = {}) =>
  jointly(account, opened, 'opinions', { branch, result: 'agree', ...more })
const seen = async (account: string, { file }: Opened): Promise<JointView> => {
  const answer = await desk(account).get(`/api/joint/${file.caseNo}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
const branch = async (code: string, opened: Opened) => {
  const found = (await seen('wang.fang', opened)).branches.find((one) => one.code === code)
  if (!found) throw new Error(code)
  return found
}
const assembled = (opened: Opened) => jointly('li.wei', opened, 'assembly', { summary: '各部门均无异议' })
const decided = ({ file }: Opened, outcome: 'granted' | 'denied' = 'granted') =>
  desk('wang.fang').send('POST', `/api/files/${file.caseNo}/decision`, {
    ...{ outcome, reasons: '见汇总意见', basis: '行政许可法第二十六条', result: '许可' },
    unmet: outcome === 'denied' ? ['premises'] : [],
  })
const cards = async (rule: string, { file }: Opened) => {
  await hall.pass(new Date(hall.now + 8 * 3_600_000).toISOString().slice(0, 19))
  for (const account of Object.values(HEADS)) people.set(account, await hall.signIn(account))
  const { rows } = (await desk('zhang.min').get(`/api/cards?rule=${rule}`)).json()
  return (rows as { caseId: string }[]).filter(({ caseId }) => caseId === file.caseNo)
}
const work = async (account: string) =>
  (await desk(account).get('/api/work')).json().rows as { caseNo: string; kind: string; step: string }[]

await at('2026-03-02T09:00:00')

test('[ITEM-22] one submission opens the departments’ parts at once under one common limit and the lead assembles; waiting without a listed dependency is refused and told to supervision', async () => {
  const opened = await asked()
  const { branches, dueAt, limit, lead } = await seen('wang.fang', opened)
  expect([lead, limit.zh, dueAt?.slice(0, 10)]).toEqual(['planning', '10 个工作日', '2026-03-17'])
  expect(branches.map(({ code, status, dueAt: due }) => [code, status, due?.slice(0, 10)])).toEqual([
    ['fire', 'open', '2026-03-10'],
    ['market', 'open', '2026-03-10'],
    // 列明依赖: waits by itself, and its days have not begun.
    ['water', 'waiting', undefined],
  ])
  // Each department has its own part among its work, sees that alone, and not the case.
  expect((await work(fire)).filter(({ caseNo }) => caseNo === opened.file.caseNo)).toMatchObject([
    { kind: 'branch', step: 'fire', itemName: { zh: '工程联合审批' } },
  ])
  const own = await seen(fire, opened)
  expect([own.whole, own.branches.map(({ code }) => code)]).toEqual([false, ['fire']])
  expect((await desk(fire).get(`/api/files/${opened.file.caseNo}`)).statusCode).toBe(404)
  expect((await seen('zhang.min', opened)).branches).toHaveLength(3)

  expect(
    refusal(await jointly(fire, opened, 'waiting', { branch: 'fire', other: 'water', reason: '等水务先批' })),
  ).toEqual([...[409, 'joint.unlisted-wait']])
  expect(refusal(await opinion(water, opened, 'water'))).toEqual([409, 'joint.branch-waiting'])
  expect(refusal(await opinion('li.wei', opened, 'fire'))).toEqual([403, 'case.step-not-yours'])
  expect((await cards('SV-22', opened)).length).toBe(1)

  await opinion(fire, opened, 'fire')
  expect(refusal(await assembled(opened))).toEqual([409, 'joint.branches-open'])
  await opinion(market, opened, 'market', {
    result: 'conditions',
    conditions: '开业前复查',
    reason: '布局有改动',
  })
  // With what it waits for on the table, the next branch opens and its clock starts.
  expect(await branch('water', opened)).toMatchObject({ status: 'open', needs: [{ settled: true }] })
  expect(refusal(await decided(opened))).toEqual([409, 'joint.not-assembled'])
  await opinion(water, opened, 'water')
  expect((await work('wang.fang')).find(({ caseNo }) => caseNo === opened.file.caseNo)?.kind).toBe('assemble')
  expect(refusal(await jointly(fire, opened, 'assembly', { summary: '…' }))).toEqual([403, 'joint.not-lead'])
  expect((await assembled(opened)).statusCode).toBe(200)
  expect((await decided(opened)).json()).toMatchObject({ status: 'decided', outcome: 'granted' })
})

test('a late opinion is taken in as late: it raises a card and does not stop the joint decision', async () => {
  await at('2026-03-20T09:00:00')
  const opened = await asked()
  await opinion(market, opened, 'market')
  await opinion(water, opened, 'water')
  await at('2026-03-30T09:00:00')
  expect(await branch('fire', opened)).toMatchObject({ status: 'open', overdue: true })
  expect((await cards('SV-21', opened)).length).toBe(1)
  const late = await opinion(fire, opened, 'fire', {
    result: 'object',
    reason: '间距不足',
    basis: '消防法第十五条',
  })
  expect(late.json().branches[0].opinion).toMatchObject({ result: 'object', late: true })
  // It is read, and is no conflict that would have to be ruled on.
  expect((await assembled(opened)).statusCode).toBe(200)
  expect((await decided(opened)).statusCode).toBe(200)
})

test('opinions that conflict go to the lead for a ruling with reason and basis, and the decision follows it', async () => {
  await at('2026-04-07T09:00:00')
  const opened = await asked()
  const objection = { result: 'object', reason: '间距不足' }
  expect(refusal(await opinion(fire, opened, 'fire', objection))).toEqual([422, 'case.reason-missing'])
  await opinion(fire, opened, 'fire', { ...objection, basis: '消防法第十五条' })
  await opinion(market, opened, 'market')
  await opinion(water, opened, 'water')
  expect((await seen('wang.fang', opened)).conflict).toBe(true)
  expect(refusal(await assembled(opened))).toEqual([409, 'joint.conflict-unruled'])
  const ruling = { outcome: 'denied', reason: '消防间距不符合强制标准', basis: '消防法第十五条' }
  expect(refusal(await jointly(market, opened, 'ruling', ruling))).toEqual([403, 'joint.head-rules'])
  expect((await jointly('wang.fang', opened, 'ruling', ruling)).statusCode).toBe(200)
  expect((await assembled(opened)).statusCode).toBe(200)
  expect(refusal(await decided(opened, 'granted'))).toEqual([409, 'joint.against-ruling'])
  expect((await decided(opened, 'denied')).statusCode).toBe(200)
})

test('[ITEM-23] a joint meeting has invited departments, opinions, absentees and a dated result; a department that stayed away is refused an objection afterwards, and supervision hears of it', async () => {
  await at('2026-05-11T09:00:00')
  const opened = await asked()
  const call = { kind: 'survey', on: '2026-05-12', place: '项目现场', matter: '消防间距' }
  expect(
    refusal(await jointly('li.wei', opened, 'meetings', { ...call, units: ['fire', 'police'] })),
  ).toEqual([...[422, 'joint.unit-not-invited']])
  await jointly('li.wei', opened, 'meetings', { ...call, units: ['fire', 'market'] })
  expect((await seen(fire, opened)).meetings).toMatchObject([
    { kind: 'survey', on: '2026-05-12', held: null },
  ])
  expect((await seen(water, opened)).meetings).toEqual([])
  const minutes = {
    meeting: 'm1',
    heldOn: '2026-05-12',
    attended: [{ unit: 'market', people: '周敏' }],
    absent: ['fire'],
  }
  const said = [{ unit: 'market', result: 'agree', reason: '', basis: '', conditions: '' }]
  const hold = (more: object) =>
    jointly('li.wei', opened, 'minutes', { ...minutes, opinions: said, result: '现场符合，同意', ...more })
  expect(refusal(await hold({}))).toEqual([422, 'joint.meeting-day-wrong'])
  await at('2026-05-12T15:00:00')
  expect(refusal(await hold({ absent: [] }))).toEqual([422, 'joint.attendance-open'])
  expect((await hold({})).statusCode).toBe(200)
  const { meetings } = await seen('wang.fang', opened)
  expect(meetings[0]?.held).toMatchObject({
    heldOn: '2026-05-12',
    absent: ['fire'],
    result: '现场符合，同意',
  })
  // What was said there is the opinion of the branch.
  expect(await branch('market', opened)).toMatchObject({ status: 'given', opinion: { meeting: 'm1' } })

  const objection = { result: 'object', reason: '间距不足', basis: '消防法第十五条' }
  expect(refusal(await opinion(fire, opened, 'fire', objection))).toEqual([409, 'joint.absent-objects'])
  expect((await cards('SV-22', opened)).length).toBe(1)
  await opinion(water, opened, 'water')
  // Nobody waits for who stayed away.
  expect((await assembled(opened)).json().assembled).toMatchObject({ without: ['fire'] })
  expect((await decided(opened)).statusCode).toBe(200)
})

test('[HALL-24] one number and one visit for what touches several departments; telling the applicant to carry papers is refused, and what he reports of it is flagged', async () => {
  await at('2026-06-01T09:00:00')
  const opened = await asked()
  const { file, code } = opened
  const track = async () => (await hall.app.inject(`/api/track/${file.caseNo}?code=${code}`)).json()
  // The hall routed it: all parts run under the number of the receipt, and the applicant sees each department's.
  expect((await track()).nextStep.zh).toBe('正在办理：消防意见、市场监管意见')
  expect((await track()).branches).toMatchObject([
    { code: 'fire', unitName: { zh: '消防救援大队' }, status: 'open' },
    { code: 'market', status: 'open' },
    { code: 'water', status: 'waiting' },
  ])
  // Departments read the one set of papers that was handed in.
  expect((await seen(fire, opened)).materials.map(({ handedIn }) => handedIn)).toEqual([true, true, false])
  const papers = { branch: 'fire', papers: '总平面图' }
  const carry = await jointly(fire, opened, 'papers', { ...papers, from: 'applicant' })
  expect(refusal(carry)).toEqual([409, 'joint.applicant-carries'])
  expect((await jointly(fire, opened, 'papers', papers)).statusCode).toBe(200)
  expect((await branch('fire', opened)).papers).toMatchObject([{ papers: '总平面图' }])
  const report = (where: string) =>
    hall.app.inject({ method: 'POST', url: `/api/track/${file.caseNo}/carrying`, payload: { code, where } })
  expect((await report('消防窗口让我去规划局取图')).statusCode).toBe(200)
  expect((await cards('SV-22', opened)).length).toBe(2)
  const withdraw = (which: string, shown = code) =>
    hall.app.inject({
      method: 'POST',
      url: `/api/track/${file.caseNo}/branch-withdrawal`,
      payload: { code: shown, branch: which, reason: '不再需要' },
    })
  expect((await withdraw('market', 'XXXXXXXX')).statusCode).toBe(404)
  // One part is taken back; the rest goes on, and what waited for it waits no longer.
  expect((await withdraw('market')).json().branches).toMatchObject([
    { code: 'fire', status: 'open' },
    { code: 'market', status: 'withdrawn' },
    { code: 'water', status: 'open' },
  ])
  expect(refusal(await opinion(market, opened, 'market'))).toEqual([409, 'joint.branch-withdrawn'])
  await withdraw('water')
  expect(refusal(await withdraw('fire'))).toEqual([409, 'joint.last-branch'])
  await opinion(fire, opened, 'fire')
  expect((await assembled(opened)).statusCode).toBe(200)
})

test('[ITEM-24] one examiner and one approver, two people, each with stamp and time; the same person in both roles and a third signature are refused and told to supervision', async () => {
  await at('2026-07-01T09:00:00')
  const administrator = await hall.signIn('sun.yi')
  const post = { id: 'examiner', title: '审查岗', titleEn: 'examiner' }
  await administrator.send('POST', '/api/units/planning/posts', post)
  const holder = { holder: 'li.wei', backup: null }
  await administrator.send('PUT', '/api/units/planning/posts/examiner/holder', holder)
  const opened = await receivedFor('two-persons')
  const { file } = opened
  const sign = (account: string) => desk(account).send('POST', `/api/files/${file.caseNo}/steps`, EXAMINED)
  expect((await sign('li.wei')).statusCode).toBe(200)
  // A second signature that examines would be the third of the case.
  expect(refusal(await sign('wang.fang'))).toEqual([409, 'joint.third-signature'])
  expect((await decided(opened)).statusCode).toBe(200)
  const { way } = await fileOf(desk('wang.fang'), file.caseNo)
  expect(way).toMatchObject({
    signatures: [
      { role: 'examiner', by: { zh: /李蔚/ }, at: /^2026-07-01/, stamp: `${file.caseNo}-3` },
      { role: 'approver', by: { zh: /王放/ } },
    ],
  })
  expect((await cards('SV-22', opened)).length).toBe(1)

  const other = await receivedFor('two-persons')
  await desk('wang.fang').send('POST', `/api/files/${other.file.caseNo}/steps`, EXAMINED)
  expect(refusal(await decided(other))).toEqual([409, 'joint.same-person'])
  expect((await cards('SV-22', other)).length).toBe(1)
})

test('[ITEM-27] the map from approval to completion has order, department, days and the critical path; prerequisites in a circle are refused and a permit that is not on it is flagged', async () => {
  const permit = (
    code: string,
    unit: string,
    days: number,
    needs: string[] = [],
    item: string | null = null,
  ) => ({
    ...{ code, name: { zh: `${code}手续`, en: code }, item, unit, days, needs },
  })
  const permits = [
    permit('approval', 'planning', 5),
    permit('land', 'planning', 10, ['approval']),
    permit('fire', 'fire', 8, ['approval']),
    permit('build', 'planning', 6, ['land', 'fire'], 'joint'),
    permit('completion', 'market', 7, ['build']),
  ]
  const name = { zh: '工业项目', en: 'Industry' }
  const drawn = (more: object, account = 'wang.fang') =>
    desk(account).send('PUT', '/api/permit-maps/industry', { name, permits, reason: '全面梳理', ...more })
  expect((await drawn({}, 'li.wei')).statusCode).toBe(403)
  const circle = [...permits, permit('a', 'fire', 1, ['b']), permit('b', 'water', 1, ['a'])]
  expect(refusal(await drawn({ permits: circle }))).toEqual([422, 'permits.circular'])
  expect(refusal(await drawn({ permits: [permit('x', 'nowhere', 1)] }))).toEqual([
    422,
    'permits.unknown-unit',
  ])
  expect((await drawn({})).statusCode).toBe(200)

  // Everybody can read it: what comes after what, at whom, how long, and which chain decides the total.
  const map = (await hall.app.inject('/api/permit-maps/industry')).json()
  expect(map).toMatchObject({ days: 28, through: ['approval', 'land', 'build', 'completion'], drawing: 1 })
  expect(map.permits[2]).toMatchObject({
    code: 'fire',
    unitName: { zh: '消防救援大队' },
    from: 5,
    until: 13,
    slack: 2,
  })
  expect(map.because.zh).toContain('关键路径法')

  const demand = (of: string, applied = 'build') =>
    desk('li.wei').send('POST', '/api/permit-maps/industry/demands', {
      ...{ permit: of, for: applied, unit: 'market', project: '新厂房' },
    })
  expect((await demand('land')).json()).toMatchObject({ onMap: true })
  expect((await demand('村委会证明')).json()).toMatchObject({ onMap: false, fault: 'offMap' })
  expect((await demand('completion')).json()).toMatchObject({ onMap: false, fault: 'notPrerequisite' })
  const { rows } = (await desk('zhang.min').get('/api/permit-maps/industry/demands')).json()
  expect(rows).toMatchObject([
    { permit: '村委会证明', fault: 'offMap', unit: 'market', project: '新厂房' },
    { permit: 'completion', fault: 'notPrerequisite' },
    // 材料清单里藏着的: no permit of the map yields it.
    { permit: '环境影响评价批复', for: 'build', fault: 'hidden', at: null },
  ])
})

test('what departments did jointly is rebuilt from the ledger with identical lists', async () => {
  const tables = await compareRebuilt(hall.database, DEMO_JURISDICTION, [caseLists, permitLists])
  expect(tables.filter(({ identical }) => !identical)).toEqual([])
})
