import { beforeAll, describe, expect, test } from 'vitest'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import type {
  CentralView,
  ChangeView,
  EfficiencyCase,
  IndicatorAnswer,
  SideComparisonView,
  SignalView,
  SourceView,
  TierView,
  WindowWeekView,
} from '#modules/supervision/contract.ts'
import { queueDefaults } from '#modules/hall/index.ts'
import { openReporter } from '#modules/supervision/index.ts'
import type { ItemContent } from '#modules/catalogue/index.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, openHall, paper, refusal } from './hall.ts'

const own = (item: string, content: ItemContent): ItemContent => ({
  ...content,
  codes: { ...content.codes, basic: `L-${item}` },
})
const [accepting, review, ...rest] = soundItem.steps as [Step, Step, ...Step[]]
type Step = ItemContent['steps'][number]
const short = { length: 2, unit: 'workingDays' as const }
const second: Step = { ...review, code: 'second', name: { zh: '复核', en: 'second look' }, limit: short }
const twoSteps = { ...soundItem, steps: [accepting, { ...review, limit: short }, second, ...rest] }
const before = {
  ...twoSteps,
  ...{ visits: 1, channels: ['counter' as const], onlineDepth: 0 },
  onSiteReason: { zh: '依法须当面核对原件', en: 'originals are compared' },
}
const [application, layout] = soundItem.materials as [Material, Material]
type Material = ItemContent['materials'][number]
const testReport: Material = {
  ...{ ...layout, code: 'report', name: { zh: '检测报告', en: 'test report' }, source: 'other' },
  issuer: { zh: '检测机构', en: 'a testing body' },
}
/** One step and one visit less, a shorter promise, and a report that somebody else has to write. */
const after = {
  ...soundItem,
  steps: [accepting, { ...review, limit: short }, ...rest],
  limits: { ...soundItem.limits, committed: { length: 6, unit: 'workingDays' as const } },
  materials: [application, layout, testReport],
}
const hall = await openHall({
  two: own('two', twoSteps),
  simple: own('simple', soundItem),
  cut: own('cut', before),
  dead: own('dead', soundItem),
})
const desk = (account: string) => hall.desk(account)
const SPAN = 'from=2026-03-01&until=2026-12-31'

const post = async (account: string, path: string, body: object) => {
  const answer = await desk(account).send('POST', path, body)
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`)
  return answer.json()
}
const received = async (item: string, more: object = {}): Promise<{ caseNo: string; code: string }> => {
  const { file, trackingCode } = await post('li.wei', '/api/files', {
    ...{ item, channel: 'counter', counter: 'A01', applicant, acceptIfComplete: true },
    ...{ materials: [paper('application'), paper('layout')], ...more },
  })
  return { caseNo: file.caseNo, code: trackingCode }
}
const receive = async (item: string, more: object = {}) => (await received(item, more)).caseNo
const finish = (caseNo: string, step = 'review') =>
  post('wang.fang', `/api/files/${caseNo}/steps`, { step, outcome: 'agreed', opinion: '符合' })
const decide = (caseNo: string) =>
  post('wang.fang', `/api/files/${caseNo}/decision`, {
    ...{ outcome: 'granted', reasons: '', basis: '', result: '证' },
  })
const deliver = (caseNo: string) =>
  post('wang.fang', `/api/files/${caseNo}/delivery`, { way: 'inPerson', proof: '签收单' })
const back = (caseNo: string) =>
  post('wang.fang', `/api/files/${caseNo}/sent-back`, {
    from: 'second',
    to: 'review',
    reason: '意见没有写明',
  })
const all = async (work: (caseNo: string) => Promise<unknown>, cases: readonly string[]) => {
  for (const caseNo of cases) await work(caseNo)
}
const read = async <T>(path: string, account = 'zhang.min'): Promise<T> => {
  const answer = await desk(account).get(`/api/efficiency/${path}`)
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`)
  return answer.json()
}
const indicator = (code: string, query = ''): Promise<IndicatorAnswer> =>
  read(`indicators/${code}?${SPAN}&${query}`)
const casesOf = async (code: string, query = ''): Promise<EfficiencyCase[]> =>
  (await read<{ rows: EfficiencyCase[] }>(`indicators/${code}/cases?${SPAN}&${query}`)).rows
const board = async <Row>(name: string, span = SPAN): Promise<Row[]> =>
  (await read<{ rows: Row[] }>(`boards/${name}?${span}`)).rows
const signals = async (code: SignalView['code'], span = SPAN): Promise<SignalView[]> =>
  (await read<{ rows: SignalView[] }>(`signals?${span}`)).rows.filter((row) => row.code === code)
const opened = async (name: string, key: string, what = '', span = SPAN): Promise<string[]> => {
  const path = `boards/${name}/cases?${span}&key=${encodeURIComponent(key)}&what=${what}`
  return (await read<{ rows: EfficiencyCase[] }>(path)).rows.map(({ caseNo }) => caseNo).sort()
}
const set = (name: string, value: number | string, from: string, more: object = {}) =>
  desk('zhang.min').send('PUT', `/api/efficiency/settings/${name}`, {
    from,
    value,
    reason: '本县试行办法',
    ...more,
  })

/** Mends the check digit of a document of another province (GB 11643-1999). */
function outsider(nth: number) {
  const body = `31010119900101${String(101 + nth * 2)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0)
  return { ...applicant, documentNumber: body + ('10X98765432'[sum % 11] ?? ''), name: '张远来' }
}

let system = await hall.signIn('sun.yi')
const put = async (path: string, body: object) => {
  const answer = await system.send('PUT', `/api/hall/${path}`, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
}
const place = (level: string) => ({
  name: { zh: '服务中心', en: 'Hall' },
  ...{ level, address: '青禾路', phone: '12345', unit: 'planning', channels: ['counter', 'web'] },
})
const counter = (given: { hall: string; units: string[] }) => ({
  ...{ name: { zh: '窗口', en: 'Counter' }, place: '一楼', ...given },
  ...{ workingHours: '09:00-12:00,13:30-17:00', restHours: null },
})

/** Li Wei signs on; a seat ends with its day. */
const sit = (at: string) => post('li.wei', `/api/hall/counters/${at}/seat`, { badge: '001' })

await hall.pass('2026-03-02T09:00:00')
system = await hall.signIn('sun.yi')
await put('halls/main', place('county'))
await put('halls/station', place('village'))
await put('counters/A01', counter({ hall: 'main', units: ['planning'] }))
await put('counters/A02', counter({ hall: 'main', units: ['market'] }))
await put('counters/V01', counter({ hall: 'station', units: ['planning'] }))
for (const [badge, account] of [
  ['001', 'li.wei'],
  ['002', 'wang.fang'],
])
  await put(`badges/${badge}`, {
    account,
    name: badge,
    unit: 'planning',
    duties: { zh: '受理', en: 'Intake' },
  })
for (const one of ['A01', 'V01']) {
  const answer = await desk('wang.fang').send('PUT', `/api/hall/counters/${one}/state`, { state: 'open' })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}
await sit('A01')
for (const [name, value] of [
  ['minimumCell', 3],
  ['lastMinuteDecisions', 3],
  ['neverDecidedDays', 20],
  ['localRegions', '1101'],
] as const)
  expect((await set(name, value, '2026-03-02')).statusCode).toBe(200)

let [first, unanswered, dragged] = ['', '', '']
let inRow: string[] = []
let cutBefore: string[] = []
let cutAfter: string[] = []
const far: string[] = []
const near: string[] = []
const codes: string[] = []
const onPaper: string[] = []

async function spring() {
  first = await receive('two')
  unanswered = await receive('two', { acceptIfComplete: false })
  inRow = [await receive('simple'), await receive('simple'), await receive('simple')]
  dragged = await receive('simple')
  cutBefore = [await receive('cut'), await receive('cut'), await receive('cut')]
  await hall.pass('2026-03-03T10:00:00')
  await finish(first)
  await all(finish, inRow)
  await all(finish, cutBefore)
  await hall.pass('2026-03-04T09:00:00')
  await back(first)
  await hall.pass('2026-03-09T09:00:00')
  await finish(first)
  await hall.pass('2026-03-10T09:00:00')
  await back(first)
  await finish(first)
  await finish(first, 'second')
  await all((caseNo) => finish(caseNo, 'second'), cutBefore)
  await hall.pass('2026-03-12T16:00:00')
  await decide(first)
  await all(decide, inRow)
  await all(decide, cutBefore)
  await all(deliver, cutBefore)
  await post('wang.fang', `/api/files/${dragged}/extension-request`, { by: '10W', reason: '情况复杂' })
  await hall.pass('2026-03-18T09:00:00')
  await all(deliver, inRow)
  await hall.pass('2026-04-24T09:00:00')
}

describe('in spring', () => {
  beforeAll(spring)

  test('[CASE-08] the on-time rate is computed by item, department, officer and month; decisions stamped in a row on the last day and delivered days later are seen', async () => {
    for (const by of ['unit', 'item', 'officer', 'month']) {
      const { rows } = await indicator('onTime', `by=${by}`)
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(9)
    }
    const { figure } = await indicator('onTime', 'item=simple')
    // Three in time, and the one that is still open past its end.
    expect(figure).toMatchObject({ count: 4, sum: 3, value: 0.75, isSmall: false })
    expect((await casesOf('onTime', 'item=simple&part=misses')).map(({ caseNo }) => caseNo)).toEqual([
      dragged,
    ])
    const lastMinute = await signals('lastMinute')
    expect(lastMinute).toMatchObject([{ subject: 'wang.fang', unit: 'planning', row: 'CASE-08', cases: 4 }])
    const flagged = await opened('signals', lastMinute[0]?.key ?? '')
    expect(flagged).toEqual([...inRow, first].sort())
  })

  test('[CASE-23] the time to the first real act is measured by officer, slowest first; a finish that is sent back does not end it and is shown', async () => {
    const { rows } = await indicator('firstActHours', 'by=officer&item=two')
    expect(rows).toContainEqual(expect.objectContaining({ group: 'wang.fang', count: 2 }))
    // Received on Monday at nine; the empty finish of Tuesday would have said seven and a half hours.
    const [slowest] = await casesOf('firstActHours', 'item=two')
    expect(slowest).toMatchObject({ caseNo: first, officer: 'wang.fang', value: 39 })
    const [row] = await signals('emptyAct')
    expect(row).toMatchObject({ subject: 'wang.fang', cases: 1 })
    const weekly = await indicator('firstActHours', 'by=week')
    expect(weekly.rows.map(({ group }) => group)).toContain('2026-03-09')
    expect(refusal(await desk('li.wei').get('/api/efficiency/indicators'))[0]).toBe(403)
  })

  test('[CASE-24] idle working days on which nobody outside was awaited are counted for each case; idling and bunching on the due day are pointed out', async () => {
    const pace = await read<{ idleDays: number; totalDays: number }>(`cases/${first}`, 'wang.fang')
    // Of eight days: acts on the 3rd, 9th, 10th and 12th.
    expect(pace).toMatchObject({ totalDays: 8, idleDays: 4 })
    const [bunched] = await signals('bunching')
    expect(bunched).toMatchObject({ unit: 'planning', cases: 7 })
    expect((await set('idleShare', 50, '2026-04-24')).statusCode).toBe(200)
    expect(await signals('idle')).toMatchObject([{ unit: 'planning' }])
    expect(refusal(await set('idleShare', 50, '2026-03-01'))).toEqual([422, 'efficiency.setting-retroactive'])
  })

  test('[CASE-25] slow to start, slow to do and never decided are three figures on the department’s page, by month; no average hides the last', async () => {
    const start = await indicator('startDays', 'by=month')
    const handling = await indicator('handlingDays', 'by=month')
    const never = await indicator('never', 'by=month')
    expect(start.rows).toMatchObject([{ group: '2026-03', value: 0 }])
    expect(handling.rows).toMatchObject([{ group: '2026-03', count: 7, value: 8 }])
    expect(never.rows).toMatchObject([{ group: '2026-03', count: 9, sum: 2 }])
    expect((await casesOf('never', 'part=hits')).map(({ caseNo }) => caseNo).sort()).toEqual(
      [dragged, unanswered].sort(),
    )
    expect(handling.figure.sum).toBe(7 * 8)
    expect(await signals('never')).toMatchObject([{ unit: 'planning', cases: 2 }])
    const { rows } = await read<{ rows: { figure: { count: number } }[] }>(`indicators?${SPAN}`, 'wang.fang')
    expect(rows[3]?.figure.count).toBe(9)
  })

  test('[CASE-30] simple cases older than twice the usual time are listed for the head; a longer procedure asked for afterwards does not take them off', async () => {
    const { rows } = await read<{ rows: { caseNo: string; usual: number; raised: number }[] }>(
      'boards/dragged',
      'wang.fang',
    )
    expect(rows).toMatchObject([{ caseNo: dragged, usual: 8, raised: 1 }])
    expect(await signals('dragged')).toMatchObject([{ unit: 'planning', cases: 1 }])
  })

  test('[CASE-35] every matter for the public has a limit; without one it is not published, whatever it is called', async () => {
    const unlimited = {
      ...own('unlimited', soundItem),
      type: 'publicService' as const,
      limits: { ...soundItem.limits, statutory: null, committed: null, statutoryRule: null },
    }
    const draft = await desk('wang.fang').send('PUT', '/api/catalogue/drafts/unlimited', {
      content: unlimited,
    })
    expect(draft.json().findings).toContainEqual(
      expect.objectContaining({ check: 'IC-01', level: 'blocking', place: 'limits.committed' }),
    )
    const published = await desk('zhang.min').send('POST', '/api/catalogue/items/unlimited/versions', {
      ...{ from: '2026-04-25', reason: '' },
    })
    expect(refusal(published)).toEqual([409, 'catalogue.not-ready'])
    expect(await signals('noClock')).toEqual([])
  })

  test('[CASE-37] from when only the decision was missing to the decision, by decider; files sent round do not start it anew and are shown', async () => {
    const { rows } = await indicator('decideDays', 'by=officer')
    expect(rows).toMatchObject([{ group: 'wang.fang', count: 7, most: 7 }])
    expect(await signals('sentRound')).toMatchObject([{ unit: 'planning', cases: 1 }])
    expect(await opened('signals', 'sentRound|planning|')).toEqual([first])
  })

  test('[HALL-04] the rate of central handling is computed by department and month; dead items do not pad it', async () => {
    const rows = await board<CentralView>('central', 'from=2026-03-01&until=2026-03-31')
    const march = rows.find(({ unit }) => unit === 'planning')
    expect(march).toMatchObject({ month: '2026-03', items: 4, rate: 0.75, whollyCases: 7, partlyCases: 0 })
    expect(march?.dead.map(({ item }) => item)).toEqual(['dead'])
    expect(await opened('central', march?.key ?? '', 'wholly')).toHaveLength(7)
    expect(await signals('deadItems', 'from=2026-03-01&until=2026-03-31')).toMatchObject([
      { unit: 'planning' },
    ])
  })

  test('[HALL-07] what each department takes in, decides and issues at its windows is counted by week; shells and mailrooms are pointed out to the manager', async () => {
    const SPRING = 'from=2026-03-01&until=2026-03-31'
    const rows = await read<{ rows: WindowWeekView[] }>(`boards/windows?${SPRING}`, 'wang.fang')
    const week = rows.rows.find((row) => row.unit === 'planning' && row.week === '2026-03-09')
    expect(week).toMatchObject({ received: 0, decided: 7, byWindow: 7, certificates: 7 })
    expect(await opened('windows', week?.key ?? '', 'decided', SPRING)).toHaveLength(7)
    expect(await signals('shell', SPRING)).toMatchObject([{ unit: 'market' }])
    expect(await signals('forwarding', SPRING)).toEqual([])
  })

  test('[HALL-08] what each system sent, when last, what is missing and what was refused is visible; silence, batches and lost reports are pointed out', async () => {
    const reporter = openReporter(hall.database, () => hall.now)
    const event = (sequence: number, at: string) => ({
      ...{
        id: `e${sequence}`,
        sequence,
        caseId: `c${sequence}`,
        activity: '收件',
        at: Date.parse(`${at}+08:00`),
      },
      caseAttributes: { unit: 'planning' },
    })
    const report = (events: ReturnType<typeof event>[]) =>
      reporter.report(DEMO_JURISDICTION, {
        ...{ log: 'market-system', source: 'planning-oa', events, account: 'planning.system', unit: null },
      })
    await report([
      event(1, '2026-04-01T09:00:00'),
      event(2, '2026-04-23T09:00:00'),
      event(5, '2026-04-23T10:00:00'),
    ])
    await expect(report([event(6, '2027-01-01T09:00:00')])).rejects.toMatchObject({
      code: 'event.instant-in-future',
    })
    await reporter.close()
    const [now] = await board<SourceView>('sources', '')
    expect(now).toMatchObject({ source: 'planning-oa', silentDays: 0, missing: 2, days: [{ messages: 3 }] })
    expect(now?.failures).toMatchObject([{ code: 'event.instant-in-future', reports: 1, events: 1 }])
    expect(now?.flags.map(({ code }) => code)).toEqual(['batchSource', 'lostReports', 'refusedReports'])
    await hall.pass('2026-04-30T08:00:00')
    expect(await signals('silentSource')).toMatchObject([{ subject: 'planning-oa', unit: 'planning' }])
  })
})

async function change() {
  await hall.pass('2026-04-30T09:00:00')
  const cutDraft = await desk('wang.fang').send('PUT', '/api/catalogue/drafts/cut', {
    content: own('cut', after),
  })
  if (cutDraft.statusCode !== 200) throw new Error(cutDraft.body)
  await post('zhang.min', '/api/catalogue/items/cut/versions', { from: '2026-05-01', reason: '精简环节' })
  await hall.pass('2026-05-11T09:00:00')
  await sit('A01')
  const three = { materials: [paper('application'), paper('layout'), paper('report')] }
  cutAfter = [await receive('cut', three), await receive('cut', three), await receive('cut', three)]
  await hall.pass('2026-05-21T09:00:00')
  await all(finish, cutAfter)
  await all(decide, cutAfter)
  await hall.pass('2026-05-21T10:00:00')
}

describe('after an item was changed', () => {
  beforeAll(change)

  test('[ITEM-19] step counts before and after a change stand beside real days of both periods; steps merged on paper or moved to others are pointed out', async () => {
    const [change] = await board<ChangeView>('changes')
    expect(change).toMatchObject({
      item: 'cut',
      before: { version: 1, steps: before.steps.length, cases: 3, days: { value: 8 } },
      after: { version: 2, from: '2026-05-01', steps: after.steps.length, cases: 3, days: { value: 8 } },
    })
    expect(change?.flags.map(({ code }) => code)).toEqual([
      'mergedOnPaper',
      'movedOut',
      'pushedOn',
      'limitOnPaper',
    ])
    expect(await opened('changes', 'cut@2', 'after')).toEqual([...cutAfter].sort())
    expect(await signals('mergedOnPaper')).toMatchObject([{ subject: 'cut', cases: 3 }])
  })

  test('[ITEM-20] forms, papers, stamps and visits before and after are counted and held against real cases; what is pushed on to others is pointed out', async () => {
    const [change] = await board<ChangeView>('changes')
    expect(change?.before).toMatchObject({
      materials: 2,
      plannedVisits: 1,
      seals: { value: 3 },
      visits: { value: 2 },
    })
    expect(change?.after).toMatchObject({
      materials: 3,
      plannedVisits: 0,
      seals: { value: 2 },
      visits: { value: 1 },
    })
    expect(await signals('pushedOn')).toMatchObject([{ subject: 'cut' }])
    const { rows } = await indicator('seals', 'by=quarter&item=cut')
    expect(rows).toMatchObject([
      { group: '2026-Q1', value: 3 },
      { group: '2026-Q2', value: 2 },
    ])
  })

  test('[ITEM-21] seals and visits are counted from events, items ranked and held against targets', async () => {
    const rows = await board<{ item: string; isOverTarget: boolean; seals: { value: number } }>('burdens')
    expect(rows.map(({ item }) => item)[0]).toBe('two')
    expect(rows.find(({ item }) => item === 'two')).toMatchObject({ seals: { value: 5, isSmall: true } })
    const over = async () => (await signals('overTarget')).map(({ subject }) => subject).sort()
    expect(await over()).toEqual(['cut', 'simple'])
    for (const subject of ['cut', 'simple'])
      expect((await set('visitTarget', 2, '2026-05-21', { subject })).statusCode).toBe(200)
    expect(await over()).toEqual([])
    expect((await set('sealTarget', 1, '2026-05-21', { subject: 'cut' })).statusCode).toBe(200)
    expect(await signals('overTarget')).toMatchObject([{ subject: 'cut', cases: 6 }])
  })

  test('[ITEM-21] a visit that was passed off as advice shows: people were served for whom there is neither a case nor an entry', async () => {
    const groups = [{ group: 'A', name: { zh: '规划', en: 'Planning' }, units: ['planning'] }]
    const settings = { ...queueDefaults, groups, mostCounters: 3, seats: 10 }
    const arranged = await desk('wang.fang').send('PUT', '/api/hall/halls/main/queue-settings', {
      ...{ from: '2026-05-21', settings },
    })
    expect(refusal(arranged)[0]).toBe(200)
    await sit('A01')
    for (let nth = 0; nth < 4; nth++) {
      await post('li.wei', '/api/hall/halls/main/tickets', { item: 'cut' })
      const { number } = await post('li.wei', '/api/hall/counter-queue/call', {})
      await post('li.wei', `/api/hall/counter-queue/${number}/served`, {})
    }
    const THAT_DAY = 'from=2026-05-21&until=2026-05-21'
    await post('li.wei', '/api/enquiries', { matter: '问办件要带什么材料', item: 'cut' })
    expect(await signals('unloggedVisits', THAT_DAY)).toMatchObject([{ subject: 'cut', unit: 'planning' }])
    await post('li.wei', '/api/enquiries', { matter: '问什么时候可以领证', item: 'cut' })
    expect(await signals('unloggedVisits', THAT_DAY)).toEqual([])
  })

  test('[ITEM-28] median and ninth decile stand by quarter beside the promise, for everybody; a promise cut while days stay is pointed out', async () => {
    const answer = (await hall.app.inject('/api/items/cut/times')).json()
    expect(answer.rows).toEqual([
      { quarter: '2026-Q1', cases: 3, median: 8, p90: 8, onTime: 1, committedDays: 8 },
      { quarter: '2026-Q2', cases: 3, median: 8, p90: 8, onTime: 0, committedDays: 6 },
    ])
    const small = (await hall.app.inject('/api/items/two/times')).json()
    expect(small.rows).toMatchObject([{ cases: 1, median: null, p90: null, onTime: null }])
    expect(await signals('limitOnPaper')).toMatchObject([{ subject: 'cut', cases: 3 }])
  })
})

async function summer() {
  await hall.pass('2026-06-01T09:00:00')
  await sit('A01')
  for (let nth = 0; nth < 5; nth++) far.push(await receive('two', { applicant: outsider(nth) }))
  await hall.pass('2026-06-02T09:00:00')
  for (let nth = 0; nth < 4; nth++) {
    const { caseNo, code } = await received('two')
    near.push(caseNo)
    codes.push(code)
  }
  const through = async (caseNo: string) => {
    await finish(caseNo)
    await finish(caseNo, 'second')
    await decide(caseNo)
  }
  await hall.pass('2026-06-03T09:00:00')
  await all(through, near)
  await hall.pass('2026-06-05T09:00:00')
  await all(finish, far)
  await hall.pass('2026-06-09T09:00:00')
  await all((caseNo) => finish(caseNo, 'second'), far)
  await all(decide, far.slice(1))
  await hall.pass('2026-06-26T09:00:00')
  await decide(far[0] as string)
  await hall.pass('2026-06-29T09:00:00')
  await sit('V01')
  for (let nth = 0; nth < 2; nth++) onPaper.push(await receive('two', { counter: 'V01' }))
  hall.now += 5 * 60_000
  await all(through, onPaper)
  await hall.pass('2026-06-30T09:00:00')
}

describe('in summer', () => {
  beforeAll(summer)

  test('[CASE-26] time and outcome are compared between groups with intervals, like with like; a marked gap shows, and so does going past others without a logged word', async () => {
    const rows = await board<SideComparisonView>('sides', 'from=2026-06-01&until=2026-06-25')
    const local = rows.find(({ key }) => key === 'local')
    expect(local).toMatchObject({ one: { cases: 4 }, other: { cases: 4 }, isSmall: false })
    expect(local?.slower).toMatchObject({ value: 0, isMarked: true })
    expect(local?.granted).toMatchObject({ value: 0, isMarked: false })
    expect(await signals('unequal', 'from=2026-06-01&until=2026-06-25')).toMatchObject([{ subject: 'local' }])
    expect(await opened('signals', 'unlogged|planning|')).toEqual([...near].sort())
    expect(await opened('sides', 'local', 'other', 'from=2026-06-01&until=2026-06-25')).toEqual(
      far.slice(1).sort(),
    )
  })

  test('[ITEM-28] a mean within the promise does not hide the tail', async () => {
    const [row] = await signals('hiddenTail', 'from=2026-06-01&until=2026-06-26')
    expect(row).toMatchObject({ subject: 'two', cases: 1 })
    expect(await opened('signals', row?.key ?? '', '', 'from=2026-06-01&until=2026-06-26')).toEqual([far[0]])
  })

  test('[HALL-35] all tiers stand side by side each week under one clock; a tier without figures and cases worked on paper are pointed out', async () => {
    const rows = await board<TierView>('tiers', 'from=2026-06-22&until=2026-07-05')
    expect(rows.map(({ tier, week, decided, isMissing }) => [week, tier, decided, isMissing])).toEqual([
      ['2026-06-22', 'county', 1, false],
      ['2026-06-22', 'village', 0, true],
      ['2026-06-29', 'county', 0, true],
      ['2026-06-29', 'village', 2, false],
    ])
    expect(
      await opened('tiers', 'village|2026-06-29', 'decided', 'from=2026-06-22&until=2026-07-05'),
    ).toEqual([...onPaper].sort())
    expect(await signals('tierMissing', 'from=2026-03-02&until=2026-03-08')).toMatchObject([
      { subject: 'village' },
    ])
    expect(await signals('paperTier', 'from=2026-06-22&until=2026-07-05')).toMatchObject([
      { subject: 'village', cases: 2 },
    ])
  })

  test('[ITEM-36] the applicant sees each step, who does it and the days left at any time; steps entered afterwards all at once are pointed out', async () => {
    const tracked = await hall.app.inject(`/api/track/${near[0]}?code=${codes[0]}`)
    expect(tracked.statusCode).toBe(200)
    expect(tracked.json().steps).toMatchObject([
      { name: '审查', status: 'done', unitName: { zh: '规划局' } },
      { name: '复核', status: 'done' },
    ])
    expect(tracked.json().clocks.length).toBeGreaterThan(0)
    expect(await signals('atOnce', 'from=2026-06-29&until=2026-06-30')).toMatchObject([{ cases: 2 }])
    expect(await opened('signals', 'atOnce|planning|', '', 'from=2026-06-29&until=2026-06-30')).toEqual(
      [...onPaper].sort(),
    )
  })

  test('[HALL-07] a window whose cases are decided elsewhere is a mailroom, and the manager is told', async () => {
    await put0('badges/002/withdrawal', '调离窗口')
    await hall.pass('2026-07-06T09:00:00')
    await sit('A01')
    const one = await receive('simple')
    await hall.pass('2026-07-13T09:00:00')
    await sit('A01')
    await finish(one)
    await decide(one)
    const other = await receive('simple')
    await hall.pass('2026-07-14T09:00:00')
    const JULY = 'from=2026-07-06&until=2026-07-19'
    expect(await signals('forwarding', JULY)).toMatchObject([{ unit: 'planning', cases: 2 }])
    expect(await opened('signals', 'forwarding|planning|', '', JULY)).toEqual([one, other].sort())
  })

  test('[ITEM-40] one board a quarter holds items, steps, days, fees, share in the hall, seals and trips, all from cases; what cases do not reproduce is not published', async () => {
    const { rows } = await read<{ rows: { quarter: string; values: { code: string; value: number }[] }[] }>(
      'boards/reform?until=2026-Q2&quarters=2',
    )
    const values = Object.fromEntries((rows[0]?.values ?? []).map(({ code, value }) => [code, value]))
    expect(rows.map(({ quarter }) => quarter)).toEqual(['2026-Q1', '2026-Q2'])
    expect(values).toMatchObject({ items: 4, days: 8, inHall: 100, steps: 1.6, trips: 1.9 })
    const publish = (quarter: string, told: object) =>
      desk('zhang.min').send('PUT', `/api/efficiency/boards/reform/${quarter}`, { values: told })
    expect(refusal(await publish('2026-Q1', { days: 5 }))).toEqual([409, 'efficiency.figure-contradicted'])
    expect(refusal(await publish('2026-Q1', { happiness: 99 }))).toEqual([
      422,
      'efficiency.figure-not-from-cases',
    ])
    expect(refusal(await publish('2026-Q3', {}))).toEqual([409, 'efficiency.quarter-not-over'])
    expect((await publish('2026-Q1', { days: 8, items: 4 })).json()).toMatchObject({
      ...{ quarter: '2026-Q1', published: { by: 'zhang.min' } },
    })
    expect(await opened('reform', '2026-Q1')).toHaveLength(7)
  })

  test('[CASE-35] an item that leaves the public in a new version is pointed out with the cases that people brought before', async () => {
    const inside = { ...own('simple', soundItem), channels: [] }
    const draft = await desk('wang.fang').send('PUT', '/api/catalogue/drafts/simple', { content: inside })
    expect(draft.statusCode).toBe(200)
    await post('zhang.min', '/api/catalogue/items/simple/versions', {
      from: '2026-07-20',
      reason: '转为内部事项',
    })
    const [signal] = await signals('relabelled')
    expect(signal).toMatchObject({
      unit: 'planning',
      subject: 'simple',
      because: { zh: expect.stringContaining('不再面向社会') },
    })
    expect(signal?.cases).toBeGreaterThan(0)
  })
})

async function put0(path: string, reason: string) {
  const answer = await desk('wang.fang').send('POST', `/api/hall/${path}`, { reason })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}
