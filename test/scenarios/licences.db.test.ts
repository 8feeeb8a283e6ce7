import { describe, expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import type { ItemContent } from '#modules/catalogue/index.ts'
import type { FileClockPanel, FileView } from '#modules/cases/contract.ts'
import type { BanRow, LicenceRow, LicenceView } from '#modules/licences/contract.ts'
import { findLicence, licenceLists } from '#modules/licences/index.ts'
import type { Desk } from '#test/http/office.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'
import { itemUnder } from './statutory-items.ts'

/*
 * Licences as an office lives them: granted, renewed before their end or by law, ended, and who may not apply again.
 * The dates were counted by hand (行政许可法 50, 69, 70, 78, 79; rows XK-11, XK-12, XK-14, XK-15).
 */
const yields = (months: number, more: Partial<ItemContent> = {}): ItemContent => ({
  ...itemUnder('XK-04', '20W'),
  mainItem: '测绘作业许可',
  results: [
    {
      ...{ code: 'result', name: { zh: '测绘作业证', en: 'Surveying licence' }, kind: 'licence' as const },
      ...{ sample: '样本', validFor: { length: months, unit: 'months' as const } },
    },
  ],
  ...more,
})
const hall = await openHall({
  survey: yields(3),
  'survey-renewal': yields(3),
  endless: { ...yields(3), mainItem: '另一主项', results: [{ ...result(yields(3)), validFor: null }] },
  blasting: yields(12, { mainItem: '爆破作业许可', safety: true }),
  'blasting-renewal': yields(12, { mainItem: '爆破作业许可', safety: true }),
  paper: { ...yields(3), mainItem: '无证事项', results: [{ ...result(yields(3)), kind: 'approval' }] },
})
function result({ results }: ItemContent): ItemContent['results'][number] {
  const [first] = results
  if (!first) throw new Error('An item without a result')
  return first
}

const COMPLETE = [paper('application'), paper('layout')]
const clerk = () => hall.desk('li.wei')
const head = () => hall.desk('wang.fang')
const leader = () => hall.desk('chen.jie')
const somebody = { ...applicant, name: '李明', documentNumber: '110101199003070070', phone: '13900139000' }

const receiving = (item: string, more: object = {}) => {
  const body = { item, channel: 'counter', applicant, materials: COMPLETE, acceptIfComplete: true, ...more }
  return clerk().send('POST', '/api/files', body)
}
async function received(item: string, more: object = {}): Promise<string> {
  const answer = await receiving(item, more)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().file.caseNo
}
async function decided(caseNo: string, decision: object): Promise<FileView> {
  await head().send('POST', `/api/files/${caseNo}/steps`, { step: 'review', outcome: 'agreed' })
  const answer = await head().send('POST', `/api/files/${caseNo}/decision`, decision)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
const GRANT = { outcome: 'granted', result: '许可证' }
const DENY = {
  ...{ outcome: 'denied', reasons: '租赁合同系伪造', basis: '行政许可法 38' },
  unmet: ['premises'],
}
const file = (caseNo: string) => fileOf(clerk(), caseNo)
const happened = ({ timeline }: FileView) => timeline.map(({ type }) => type)

async function granted(item: string, day: string, more: object = {}): Promise<LicenceRow> {
  await hall.pass(`${day}T09:00:00`)
  const { licensing } = await decided(await received(item, more), GRANT)
  if (!licensing.licence) throw new Error('No licence was granted')
  return licensing.licence
}
const licenceOf = async (number: string): Promise<LicenceView> =>
  (await clerk().get(`/api/licences/${encodeURIComponent(number)}`)).json()
const ends = (number: string, how: string, body: object, desk = head()) =>
  desk.send('POST', `/api/licences/${encodeURIComponent(number)}/${how}`, body)
const WHY = { reason: '查明不实', document: '青禾规撤〔2026〕1号' }

/** Another head, of this department or another. */
async function headOf(unit: string): Promise<Desk> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const account = { account: `second.${unit}`, name: '赵市（演示）', unit, role: 'unitHead' } as const
  await hall.database.transaction({ jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' }, (db) =>
    addAccount(db, account, { passwordHash, mustChange: false, by: 'demo', at: hall.now }),
  )
  return hall.signIn(account.account)
}

async function cardsOf(caseNo: string): Promise<string[]> {
  const answer = await hall.desk('zhang.min').get('/api/cards?limit=200')
  const cards = answer.json().rows as { caseId: string; level: string }[]
  return cards.filter(({ caseId }) => caseId === caseNo).map(({ level }) => level)
}

describe('a licence', () => {
  test('comes with the grant, stands until 24:00 of its last day and is found by its number', async () => {
    const { number, validFrom, validUntil, state } = await granted('survey', '2026-03-02')
    expect([validFrom, validUntil, state]).toEqual(['2026-03-02', '2026-06-02', 'valid'])
    const found = await clerk().get(`/api/licences?search=${number.slice(2, 9)}`)
    expect(found.json().rows).toEqual([expect.objectContaining({ number, holder: '王**' })])
    expect(found.body).not.toContain('王小明')
    await hall.pass('2026-06-02T23:59:59')
    expect((await licenceOf(number)).state).toBe('valid')
    expect((await clerk().get('/api/licences?endsWithin=0')).json().total).toBe(1)
    await hall.pass('2026-06-03T00:00:00')
    expect((await licenceOf(number)).state).toBe('lapsed')
    expect((await clerk().get('/api/licences?state=lapsed')).json().total).toBe(1)
  })

  test('may be given its printed number, and no number twice or of a shape that is none', async () => {
    await hall.pass('2026-03-03T09:00:00')
    const numbered = { ...GRANT, licenceNumber: '青规测〔2026〕第001号' }
    const first = await decided(await received('survey'), numbered)
    expect(first.licensing.licence?.number).toBe('青规测〔2026〕第001号')
    expect(first.timeline.at(-1)?.text.zh).toContain('青规测〔2026〕第001号')
    const caseNo = await received('survey')
    const again = (decision: object) => head().send('POST', `/api/files/${caseNo}/decision`, decision)
    await head().send('POST', `/api/files/${caseNo}/steps`, { step: 'review', outcome: 'agreed' })
    expect(refusal(await again(numbered))).toEqual([409, 'licence.number-taken'])
    expect(refusal(await again({ ...GRANT, licenceNumber: '../x' }))[1]).toBe('licence.number-invalid')
    expect(refusal(await again({ ...DENY, licenceNumber: '青规测〔2026〕第002号' }))[1]).toBe(
      'case.no-licence-number',
    )
    expect((await file(caseNo)).decision).toBeNull()
  })

  test('does not come with a paper that is none, nor with a denial', async () => {
    await hall.pass('2026-03-04T09:00:00')
    expect((await decided(await received('paper'), GRANT)).licensing.licence).toBeNull()
    expect((await decided(await received('survey'), DENY)).licensing.licence).toBeNull()
  })

  test('of one unit is not there for another, and in another government there is no such number', async () => {
    const { number } = await granted('survey', '2026-03-05')
    const stranger = await headOf('market')
    expect((await leader().get(`/api/licences/${number}`)).statusCode).toBe(200)
    expect((await stranger.get(`/api/licences/${number}`)).statusCode).toBe(404)
    expect((await stranger.get(`/api/licences?search=${number}`)).json().total).toBe(0)
    expect(refusal(await ends(number, 'penalty', WHY, stranger))).toEqual([404, 'licence.not-found'])
    const elsewhere = { jurisdiction: '990200', reach: 'jurisdiction' } as const
    expect(await hall.database.read(elsewhere, (db) => findLicence(db, number))).toBeUndefined()
  })
})

describe('renewal 延续', () => {
  test('XK-11: thirty days before the end is in time until 24:00; later is received and marked late', async () => {
    const [first, second] = [await granted('survey', '2026-03-02'), await granted('survey', '2026-03-02')]
    expect(first.renewUntil).toBe('2026-05-03')
    await hall.pass('2026-05-03T23:59:59')
    const inTime = await file(await received('survey-renewal', { renews: first.number }))
    expect(inTime.licensing.renews).toMatchObject({ licence: first.number, inTime: true })
    await hall.pass('2026-05-04T00:00:00')
    const late = await file(await received('survey', { renews: second.number }))
    expect(late.licensing.renews).toMatchObject({ inTime: false, renewUntil: '2026-05-03' })
    expect(late.timeline[0]?.text.zh).toContain('可以按新申请办理')
    expect(late.clocks.some(({ limit }) => limit === 'validity')).toBe(false)
  })

  test('granted it ends as long after its old end, under the same number', async () => {
    const { number } = await granted('survey', '2026-03-02')
    await hall.pass('2026-04-20T09:00:00')
    const caseNo = await received('survey-renewal', { renews: number })
    const view = await decided(caseNo, GRANT)
    expect(view.licensing.licence).toMatchObject({ number, state: 'renewed', validUntil: '2026-09-02' })
    expect(view.clocks.find(({ limit }) => limit === 'validity')?.status).toBe('stopped')
    const licence = await licenceOf(number)
    expect(licence.cases.map((one) => one.caseNo)).toEqual([expect.any(String), caseNo])
    expect(licence.history.map(({ text }) => text.en)).toEqual([
      'granted, until 2026-06-02',
      'renewal applied for in time',
      'renewed, until 2026-09-02',
    ])
  })

  test('XK-12: undecided when the licence ends it is renewed by law in the next instant, a special procedure or not', async () => {
    const [plain, suspended] = [await granted('survey', '2026-03-02'), await granted('survey', '2026-03-02')]
    await hall.pass('2026-04-30T09:00:00')
    const open = await received('survey-renewal', { renews: plain.number })
    const still = await received('survey-renewal', { renews: suspended.number })
    const lacking = (await granted('survey', '2026-03-03')).number
    await hall.pass('2026-04-30T10:00:00')
    const unfinished = await received('survey-renewal', { renews: lacking, materials: [] })
    await clerk().send('POST', `/api/files/${unfinished}/supplement-notice`, {
      missing: ['application', 'layout'],
    })
    await clerk().send('POST', `/api/files/${still}/suspension`, {
      ...{ ground: 'expertReview', document: '青禾评〔2026〕1号', told: true },
    })
    await hall.pass('2026-06-02T23:59:59')
    for (const caseNo of [open, still]) expect((await file(caseNo)).decision).toBeNull()
    const panels = (await clerk().get(`/api/files/${still}/clocks`)).json().rows as FileClockPanel[]
    expect(panels.find(({ limit }) => limit === 'validity')).toMatchObject({
      ...{ rule: 'XK-12', length: '33D', status: 'open', dueAt: '2026-06-03T00:00:00+08:00' },
    })
    await hall.pass('2026-06-03T00:00:00')
    for (const [caseNo, number] of [
      [open, plain.number],
      [still, suspended.number],
    ] as const) {
      const view = await file(caseNo)
      expect(view.decision).toMatchObject({
        outcome: 'granted',
        deemed: true,
        at: '2026-06-03T00:00:00+08:00',
      })
      expect(view.decision?.basis).toContain('第五十条第二款')
      expect(view.licensing.licence).toMatchObject({ number, state: 'renewed', validUntil: '2026-09-02' })
      expect(await cardsOf(caseNo)).toContain('red')
    }
    await hall.pass('2026-06-04T00:00:01')
    expect(happened(await file(open)).filter((type) => type === 'CaseDecided')).toHaveLength(1)
    expect((await file(unfinished)).decision).toBeNull()
    expect((await licenceOf(lacking)).state).toBe('lapsed')
  })

  test('XK-12: neither a late application nor one that was denied or withdrawn is renewed by law', async () => {
    const rows = [await granted('survey', '2026-03-02'), await granted('survey', '2026-03-02')]
    const [late, denied] = rows.map(({ number }) => number)
    await hall.pass('2026-05-03T09:00:00')
    await decided(await received('survey-renewal', { renews: denied }), DENY)
    expect((await licenceOf(denied ?? '')).renewal).toBeNull()
    await hall.pass('2026-05-06T09:00:00')
    const caseNo = await received('survey-renewal', { renews: late })
    await hall.pass('2026-06-03T00:00:00')
    expect((await file(caseNo)).decision).toBeNull()
    expect((await licenceOf(late ?? '')).state).toBe('lapsed')
    expect((await licenceOf(denied ?? '')).state).toBe('lapsed')
  })

  test('XK-12: one that was revoked meanwhile is renewed by nobody', async () => {
    const { number } = await granted('survey', '2026-03-02')
    await hall.pass('2026-04-30T09:00:00')
    const caseNo = await received('survey-renewal', { renews: number })
    await ends(number, 'revocation', { ground: 'unqualified', ...WHY })
    await hall.pass('2026-06-03T00:00:00')
    expect((await file(caseNo)).decision).toBeNull()
    expect((await licenceOf(number)).state).toBe('revoked')
    await head().send('POST', `/api/files/${caseNo}/steps`, { step: 'review', outcome: 'agreed' })
    expect(refusal(await head().send('POST', `/api/files/${caseNo}/decision`, GRANT))).toEqual([
      409,
      'licence.not-in-force',
    ])
  })

  test.each<[string, string, object, string]>([
    ['by another person', 'survey-renewal', { applicant: somebody }, 'licence.not-the-holder'],
    ['under another item', 'paper', {}, 'licence.another-item'],
    ['of a number that is none', 'survey-renewal', { renews: 'L000000-000000-0' }, 'licence.not-found'],
  ])('%s is refused, and nothing is stored', async (_, item, more, code) => {
    const { number } = await granted('survey', '2026-03-06')
    const files = async () => (await clerk().get('/api/files')).json().total as number
    const before = await files()
    expect(refusal(await receiving(item, { renews: number, ...more }))[1]).toBe(code)
    expect(await files()).toBe(before)
  })

  test('twice at once, and of what has no end, is refused', async () => {
    const { number } = await granted('survey', '2026-03-09')
    await received('survey-renewal', { renews: number })
    expect(refusal(await receiving('survey-renewal', { renews: number }))).toEqual([
      409,
      'licence.renewal-under-way',
    ])
    const endless = await granted('endless', '2026-03-09')
    expect(endless.validUntil).toBeNull()
    expect(refusal(await receiving('endless', { renews: endless.number }))[1]).toBe('licence.without-end')
  })
})

describe('taking a licence away 撤销、注销、吊销', () => {
  test('is the head’s, with reason and document, once, and the holder is told on paper and by phone', async () => {
    const { number } = await granted('survey', '2026-03-10')
    const cancelling = { ground: 'dissolved', ...WHY }
    expect(refusal(await ends(number, 'cancellation', cancelling, clerk()))[1]).toBe('licence.head-decides')
    expect(refusal(await ends(number, 'cancellation', cancelling, leader()))[0]).toBe(403)
    expect(refusal(await ends(number, 'cancellation', { ...cancelling, document: '' }))[1]).toBe(
      'licence.reason-missing',
    )
    await hall.told()
    expect((await ends(number, 'cancellation', cancelling)).json()).toMatchObject({ state: 'cancelled' })
    expect(refusal(await ends(number, 'penalty', WHY))[1]).toBe('licence.not-in-force')
    expect((await hall.told()).join()).toContain(`（${number}）已注销，理由：查明不实`)
  })
})

test('a licence does not outlive the decision that granted it', async () => {
  const { number } = await granted('survey', '2026-03-11')
  const [granting] = (await licenceOf(number)).cases
  const second = await headOf('planning')
  const corrected = await second.send('POST', `/api/files/${granting?.caseNo}/correction`, {
    ...{ subject: 'revoked', to: '', reason: '决定有误' },
  })
  expect(corrected.json().licensing.licence).toMatchObject({ number, state: 'revoked' })
  expect((await licenceOf(number)).because).toBe('决定有误')
})

const bans = async (): Promise<BanRow[]> => (await clerk().get('/api/bans')).json().rows
const person = (documentNumber: string, phone: string) => ({ ...applicant, documentNumber, phone })

describe('who may not apply again 不得再次申请', () => {
  test('XK-14: false material in what bears on safety bars for a year, until 24:00, and then by itself no more', async () => {
    const who = { applicant: person('110101199003074370', '13900139001') }
    await hall.pass('2026-03-02T09:00:00')
    const caseNo = await received('blasting', who)
    await hall.told()
    const denied = await decided(caseNo, { ...DENY, falseMaterial: '爆破员资格证系伪造' })
    expect(denied.licensing.ban).toMatchObject({ until: '2027-03-02', stands: true, ground: 'falseMaterial' })
    expect((await hall.told()).join()).toContain('2027-03-02 24:00 前不得再次申请')
    for (const [item, channel] of [
      ['blasting', 'counter'],
      ['blasting-renewal', 'post'],
    ]) {
      const answer = await receiving(item ?? '', { ...who, channel })
      expect(refusal(answer)).toEqual([409, 'ban.in-force'])
      for (const said of ['2027-03-02 24:00', '第七十八条', '规划局', '行政复议'])
        expect(answer.json().detail).toContain(said)
    }
    expect((await receiving('survey', who)).statusCode).toBe(200)
    expect((await receiving('blasting', { applicant: somebody })).statusCode).toBe(200)
    await hall.pass('2027-03-02T23:59:59')
    expect((await receiving('blasting', who)).statusCode).toBe(409)
    await hall.pass('2027-03-03T00:00:00')
    expect((await receiving('blasting', who)).statusCode).toBe(200)
    expect((await bans()).find((ban) => ban.ban === caseNo)?.stands).toBe(false)
  })

  test('XK-14: without a finding, or where the item does not bear on safety, nobody is barred', async () => {
    const who = { applicant: person('110101199003075373', '13900139002') }
    await hall.pass('2026-03-03T09:00:00')
    await decided(await received('blasting', who), DENY)
    await decided(await received('survey', who), { ...DENY, falseMaterial: '材料不实' })
    expect((await receiving('blasting', who)).statusCode).toBe(200)
    expect((await receiving('survey', who)).statusCode).toBe(200)
    const open = await received('blasting', who)
    await head().send('POST', `/api/files/${open}/steps`, { step: 'review', outcome: 'agreed' })
    const both = { ...GRANT, falseMaterial: '材料不实' }
    expect(refusal(await head().send('POST', `/api/files/${open}/decision`, both))).toEqual([
      422,
      'case.false-material-granted',
    ])
  })

  test('XK-15: a licence got by fraud is revoked and bars for three years; other grounds do not', async () => {
    const [deceiver, other] = [
      { applicant: person('110101199003079999', '13900139003') },
      { applicant: person('110101199003078777', '13900139004') },
    ]
    const fraud = await granted('blasting', '2026-03-02', deceiver)
    const procedure = await granted('blasting', '2026-03-02', other)
    expect((await ends(fraud.number, 'revocation', { ground: 'fraud', ...WHY })).json()).toMatchObject({
      state: 'revoked',
      ban: { until: '2029-03-02', ground: 'fraud', stands: true },
    })
    expect(
      (await ends(procedure.number, 'revocation', { ground: 'procedure', ...WHY })).json().ban,
    ).toBeNull()
    expect((await receiving('blasting', other)).statusCode).toBe(200)
    const refused = await receiving('blasting', deceiver)
    expect(refused.json().detail).toContain('第七十九条')
    await hall.pass('2029-03-02T23:59:59')
    expect((await receiving('blasting', deceiver)).statusCode).toBe(409)
    await hall.pass('2029-03-03T00:00:00')
    expect((await receiving('blasting', deceiver)).statusCode).toBe(200)
  })

  test('a wrong ban is lifted with a reason by another than who set it, and the person is told', async () => {
    const who = { applicant: person('110101199003073335', '13900139005') }
    await hall.pass('2026-03-04T09:00:00')
    const caseNo = await received('blasting', who)
    await decided(caseNo, { ...DENY, falseMaterial: '资格证系伪造' })
    const lift = (desk = leader(), reason = '资格证经发证机关查实') =>
      desk.send('POST', `/api/bans/${caseNo}/lifting`, { reason })
    expect(refusal(await lift(head()))).toEqual([403, 'ban.lifted-by-same'])
    expect(refusal(await lift(clerk()))).toEqual([403, 'ban.lifted-by-same'])
    expect(refusal(await lift(leader(), ' '))[1]).toBe('licence.reason-missing')
    await hall.told()
    expect((await lift()).json()).toMatchObject({ stands: false, lifted: { by: 'chen.jie' } })
    expect(refusal(await lift())[1]).toBe('ban.lifted')
    expect((await hall.told()).join()).toContain('已经解除')
    expect((await receiving('blasting', who)).statusCode).toBe(200)
  })
})

test('the lists of licences and bans are made anew from the ledger', async () => {
  const tables = await compareRebuilt(hall.database, DEMO_JURISDICTION, [licenceLists])
  expect(tables.map(({ table, identical }) => [table, identical]).sort()).toEqual([
    ['application_ban', true],
    ['licence', true],
  ])
})
