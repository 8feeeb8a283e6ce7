import { describe, expect, test } from 'vitest'
import type { FileView } from '#modules/cases/contract.ts'
import type { Desk } from '#test/http/office.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'
import { itemUnder } from './statutory-items.ts'

/*
 * The rows of the statutory table that are certain, for licences and services, as an office lives them. The dates were
 * counted by hand on the State Council's calendar of 2026, not taken from the platform.
 */
const hall = await openHall({
  licence: itemUnder('XK-04', '20W'),
  promised: itemUnder('XK-04', '20W', '8W'),
  joint: itemUnder('XK-05', '45W'),
  'first-examined': itemUnder('XK-06', '20W'),
  registration: itemUnder('DJ-01', '3W'),
  'real-estate': itemUnder('DJ-02', '30W'),
  'law-30D': itemUnder('XK-04', '30D'),
  'law-15D': itemUnder('XK-04', '15D'),
  'law-60D': itemUnder('XK-04', '60D'),
  'law-90D': itemUnder('XK-04', '90D'),
})

const COMPLETE = [paper('application'), paper('layout')]
const clerk = () => hall.desk('li.wei')
const head = () => hall.desk('wang.fang')
const leader = () => hall.desk('chen.jie')

async function receive(item: string, materials = COMPLETE, acceptIfComplete = false): Promise<string> {
  const body = { item, channel: 'counter', applicant, materials, acceptIfComplete }
  const answer = await clerk().send('POST', '/api/files', body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().file.caseNo
}
const accept = (item: string) => receive(item, COMPLETE, true)
const act = (desk: Desk, caseNo: string, path: string, body: object = {}) =>
  desk.send('POST', `/api/files/${caseNo}/${path}`, body)
/** An act that must not be refused. */
async function done(desk: Desk, caseNo: string, path: string, body: object = {}): Promise<FileView> {
  const answer = await act(desk, caseNo, path, body)
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`)
  return answer.json()
}
const file = (caseNo: string) => fileOf(clerk(), caseNo)

const SUSPENSION = { ground: 'expertReview', document: '青禾评〔2026〕1号', told: true, needs: '10W' }
const suspend = (caseNo: string, more: object = {}) =>
  act(clerk(), caseNo, 'suspension', { ...SUSPENSION, ...more })
async function extend(caseNo: string, by: string) {
  await done(head(), caseNo, 'extension-request', { by, reason: '需要现场核查' })
  return act(leader(), caseNo, 'extension', { told: true })
}

/** The last day of a limit in China: it runs out at 24:00. */
function lastDay({ clocks }: FileView, limit: string): string | undefined {
  const dueAt = clocks.find((clock) => clock.limit === limit)?.dueAt
  return dueAt ? new Date(Date.parse(dueAt) - 1 + 8 * 3_600_000).toISOString().slice(0, 10) : undefined
}
const lastDayOf = async (caseNo: string, limit = 'statutory') => lastDay(await file(caseNo), limit)
const happened = ({ timeline }: FileView) => timeline.map(({ type }) => type)
const morning = (day: string) => hall.pass(`${day}T09:00:00`)

describe('how days are counted (T-01 to T-03, T-12, T-13)', () => {
  test.each([
    ['law-30D', '2026-01-20', '2026-02-24', 'the last of thirty days is in Spring Festival'],
    ['licence', '2026-02-12', '2026-03-18', 'two Saturdays are made up for Spring Festival'],
    ['law-15D', '2026-04-20', '2026-05-06', 'the fifteenth day is in the Labour Day holiday'],
    ['law-90D', '2026-07-03', '2026-10-08', 'the ninetieth day is National Day'],
    ['law-60D', '2026-08-03', '2026-10-08', 'the sixtieth day is in the National Day holiday'],
    ['law-90D', '2026-08-03', '2026-11-02', 'the ninetieth day is a Sunday'],
    ['licence', '2026-09-18', '2026-10-22', 'a Sunday and a Saturday are made up around two holidays'],
  ])('%s accepted on %s ends with %s: %s', async (item, from, until) => {
    await morning(from)
    expect(await lastDayOf(await accept(item))).toBe(until)
  })

  test('T-13, T-12: five suspended working days over a holiday are left out, and an extension stands on top', async () => {
    await morning('2026-09-18')
    const caseNo = await accept('licence')
    await morning('2026-09-28')
    expect((await suspend(caseNo)).json().clocks).toContainEqual(
      expect.objectContaining({ limit: 'statutory', status: 'suspended', dueAt: null }),
    )
    await morning('2026-10-09')
    await done(clerk(), caseNo, 'resumption', { document: '青禾评〔2026〕1号意见' })
    expect(await lastDayOf(caseNo)).toBe('2026-10-29')
    expect((await extend(caseNo, '10W')).statusCode).toBe(200)
    expect(await lastDayOf(caseNo)).toBe('2026-11-12')
  })

  test('T-10: beyond the last announced year the date is provisional, and says so', async () => {
    await morning('2026-12-20')
    const caseNo = await accept('licence')
    const clock = (await file(caseNo)).clocks.find(({ limit }) => limit === 'statutory')
    expect(clock?.provisional).toBe(true)
    expect((await file(await receive('licence'))).clocks[0]).toMatchObject({
      limit: 'answer',
      provisional: false,
    })
  })
})

describe('licences 行政许可法', () => {
  test('XK-01: what is not ours is declined with clause and next step, and its clock stops', async () => {
    await morning('2026-03-02')
    const caseNo = await receive('licence')
    const declined = {
      ...{ reason: '不属本机关职权', basis: '行政许可法 32(2)', nextStep: '向省自然资源厅申请' },
      ground: 'notOurs',
    }
    expect(refusal(await act(clerk(), caseNo, 'refusal', { ...declined, nextStep: '' }))).toEqual([
      422,
      'case.reason-missing',
    ])
    const view = await done(clerk(), caseNo, 'refusal', declined)
    expect(view).toMatchObject({ status: 'declined', clocks: [{ limit: 'answer', status: 'stopped' }] })
  })

  test.each([
    ['2026-02-12', '2026-02-26', '2026-03-18'],
    ['2026-04-29', '2026-05-09', '2026-05-29'],
  ])(
    'XK-02: received on %s and nobody said what is missing until %s: accepted by law, from the day of receipt',
    async (from, until, decideBy) => {
      await morning(from)
      const [silent, told] = [await receive('licence', []), await receive('licence', [])]
      expect(await lastDayOf(silent, 'answer')).toBe(until)
      await hall.pass(`${until}T23:59:59`)
      expect(await file(silent)).toMatchObject({ status: 'received', deemedAccepted: false })
      await done(clerk(), told, 'supplement-notice', { missing: ['application', 'layout'] })
      await hall.pass(`${nextDay(until)}T00:00:00`)
      const view = await file(silent)
      expect(view).toMatchObject({ status: 'accepted', deemedAccepted: true })
      expect(view.acceptedAt).toBe(`${from}T09:00:00+08:00`)
      expect(lastDay(view, 'statutory')).toBe(decideBy)
      expect(await file(told)).toMatchObject({ status: 'received', deemedAccepted: false })
    },
  )

  test('XK-03: complete material is accepted with a numbered paper, and nothing more may be asked for', async () => {
    await morning('2026-03-02')
    const caseNo = await receive('licence', [paper('application')])
    expect(refusal(await act(clerk(), caseNo, 'acceptance'))).toEqual([409, 'case.materials-missing'])
    await done(clerk(), caseNo, 'supplement-notice', { missing: ['layout'] })
    await morning('2026-03-06')
    await done(clerk(), caseNo, 'materials', { materials: [paper('layout')] })
    expect(refusal(await act(head(), caseNo, 'supplement-notice', { missing: ['layout'] }))).toEqual([
      422,
      'case.material-already-handed-in',
    ])
    const view = await done(clerk(), caseNo, 'acceptance')
    expect(view.timeline.at(-1)?.notice?.number).toMatch(/受字〔2026〕第\d{4}号/)
    expect(view.acceptedAt).toBe('2026-03-06T09:00:00+08:00')
  })

  test('XK-04: twenty working days; listed grounds stop them, the head of the agency adds ten at most, once', async () => {
    await morning('2026-03-02')
    const caseNo = await accept('licence')
    expect(await lastDayOf(caseNo)).toBe('2026-03-30')
    expect(refusal(await suspend(caseNo, { ground: 'busy' }))).toEqual([422, 'suspension.ground-not-listed'])
    expect(refusal(await suspend(caseNo, { document: ' ' }))[1]).toBe('suspension.document-missing')
    expect(refusal(await extend(caseNo, '11W'))[1]).toBe('extension.too-long')
    expect((await act(head(), caseNo, 'extension', { told: true })).statusCode).toBe(403)
    await done(leader(), caseNo, 'extension-refusal', { reason: '超过十日' })
    expect((await extend(caseNo, '10W')).statusCode).toBe(200)
    expect(await lastDayOf(caseNo)).toBe('2026-04-14')
    expect(refusal(await extend(caseNo, '1W'))[1]).toBe('extension.already-granted')
  })

  test('XK-04, T-16: after the limit nothing is granted by silence or extended, and a late decision still stands', async () => {
    await morning('2026-03-02')
    const caseNo = await accept('licence')
    await hall.pass('2026-03-31T00:00:00')
    const late = await file(caseNo)
    expect(late).toMatchObject({ status: 'accepted', decision: null })
    expect(happened(late)).toContain('LimitPassed')
    expect(refusal(await act(head(), caseNo, 'extension-request', { by: '5W', reason: '来不及' }))).toEqual([
      409,
      'case.extension-too-late',
    ])
    expect((await suspend(caseNo)).statusCode).toBe(409)
    await done(head(), caseNo, 'steps', { step: 'review', outcome: 'agreed' })
    const decided = await done(head(), caseNo, 'decision', { outcome: 'granted', result: '许可证' })
    expect(decided.decision).toMatchObject({ outcome: 'granted', deemed: false, by: 'wang.fang' })
  })

  test('XK-05: joint handling has forty-five, and fifteen more from the government', async () => {
    await morning('2026-03-02')
    const caseNo = await accept('joint')
    expect(await lastDayOf(caseNo)).toBe('2026-05-08')
    expect(refusal(await extend(caseNo, '16W'))[1]).toBe('extension.too-long')
    await done(leader(), caseNo, 'extension-refusal', { reason: '超过十五日' })
    expect((await extend(caseNo, '15W')).statusCode).toBe(200)
    expect(await lastDayOf(caseNo)).toBe('2026-05-28')
  })

  test('XK-06: a lower agency that examines first has twenty, suspended alike, never extended', async () => {
    await morning('2026-03-02')
    const caseNo = await accept('first-examined')
    expect(await lastDayOf(caseNo)).toBe('2026-03-30')
    expect(refusal(await extend(caseNo, '1W'))[1]).toBe('extension.not-allowed')
    expect((await suspend(caseNo)).statusCode).toBe(200)
  })

  test('XK-07: the licence is delivered in ten working days of the decision, and late delivery is on record', async () => {
    await morning('2026-09-30')
    const caseNo = await accept('licence')
    await done(head(), caseNo, 'steps', { step: 'review', outcome: 'agreed' })
    const decided = await done(head(), caseNo, 'decision', { outcome: 'granted', result: '许可证' })
    expect(lastDay(decided, 'delivery')).toBe('2026-10-20')
    await hall.pass('2026-10-20T23:59:59')
    expect(happened(await file(caseNo))).not.toContain('LimitPassed')
    await hall.pass('2026-10-21T00:00:00')
    expect(happened(await file(caseNo)).at(-1)).toBe('LimitPassed')
    expect(await done(clerk(), caseNo, 'delivery', { way: 'post', proof: 'EMS 1' })).toMatchObject({
      status: 'delivered',
    })
  })

  test('XK-16: a broken promise is yellow and on record, no more: the law’s limit still runs', async () => {
    await morning('2026-03-02')
    const caseNo = await accept('promised')
    expect(await lastDayOf(caseNo, 'committed')).toBe('2026-03-12')
    await morning('2026-03-13')
    const view = await file(caseNo)
    expect(happened(view).at(-1)).toBe('LimitPassed')
    expect(view.clocks.map(({ limit, status }) => `${limit} ${status}`)).toEqual(
      expect.arrayContaining(['committed expired', 'statutory open']),
    )
    const answer = await hall.desk('zhang.min').get('/api/cards?limit=200')
    const cards = answer.json().rows as { caseId: string; level: string }[]
    expect(cards.filter(({ caseId }) => caseId === caseNo).map(({ level }) => level)).toEqual(['yellow'])
  })

  test('T-14: no promise beyond the law; law and promise stand still together', async () => {
    await morning('2026-03-02')
    const caseNo = await receive('promised')
    const promise = (promisedUntil: string) => act(clerk(), caseNo, 'acceptance', { promisedUntil })
    expect(refusal(await promise('2026-04-01T00:00:00+08:00'))[1]).toBe('commitment.longer-than-statutory')
    expect((await act(clerk(), caseNo, 'acceptance')).statusCode).toBe(200)
    await suspend(caseNo)
    await morning('2026-03-06')
    await done(clerk(), caseNo, 'resumption', { document: '评审意见' })
    const view = await file(caseNo)
    expect([lastDay(view, 'committed'), lastDay(view, 'statutory')]).toEqual(['2026-03-18', '2026-04-03'])
  })
})

describe('registration 登记', () => {
  test('DJ-01: three working days, three more from the head of the registry, and no ground stops them', async () => {
    await morning('2026-03-02')
    const caseNo = await accept('registration')
    expect(await lastDayOf(caseNo)).toBe('2026-03-05')
    expect(refusal(await suspend(caseNo))[1]).toBe('suspension.ground-not-listed')
    expect(refusal(await extend(caseNo, '4W'))[1]).toBe('extension.too-long')
    await done(leader(), caseNo, 'extension-refusal', { reason: '超过三日' })
    expect((await extend(caseNo, '3W')).statusCode).toBe(200)
    expect(await lastDayOf(caseNo)).toBe('2026-03-10')
  })

  test('DJ-02: real estate has thirty, without extension', async () => {
    await morning('2026-03-02')
    const caseNo = await accept('real-estate')
    expect(await lastDayOf(caseNo)).toBe('2026-04-14')
    expect(refusal(await suspend(caseNo))[1]).toBe('suspension.ground-not-listed')
    expect(refusal(await extend(caseNo, '1W'))[1]).toBe('extension.not-allowed')
    expect((await suspend(caseNo, { ground: 'lawException' })).statusCode).toBe(200)
  })

  test('DJ-03: who is not told on the spot what is missing is accepted from that day', async () => {
    await morning('2026-03-02')
    const [silent, told] = [await receive('real-estate', []), await receive('real-estate', [])]
    await done(clerk(), told, 'supplement-notice', { missing: ['layout'] })
    await hall.pass('2026-03-02T23:59:59')
    expect((await file(silent)).status).toBe('received')
    await hall.pass('2026-03-03T00:00:00')
    expect(await file(silent)).toMatchObject({
      status: 'accepted',
      deemedAccepted: true,
      acceptedAt: '2026-03-02T09:00:00+08:00',
    })
    expect((await file(told)).status).toBe('received')
  })
})

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
