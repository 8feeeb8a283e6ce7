import { expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import type { FileView } from '#modules/cases/contract.ts'
import type {
  Disposition,
  DraftImpact,
  ItemContent,
  PendingRow,
  PowerDetail,
  ReviewRow,
  Revival,
  RoundView,
} from '#modules/catalogue/contract.ts'
import { loadItems } from '#modules/catalogue/index.ts'
import { keptLists } from './kept-lists.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { applicant, openHall, paper, refusal } from './hall.ts'

/** Each under its own basic code, about another matter, with its own law and papers. */
const matter = (code: string, about: string, more: Partial<ItemContent> = {}): ItemContent => ({
  ...soundItem,
  name: { zh: `${about}许可`, en: code },
  phrases: [],
  codes: { ...soundItem.codes, basic: `L-${code}` },
  basis: soundItem.basis.map((clause) => ({ ...clause, law: `${about}管理条例` })),
  ...more,
})

const SHAFT = '竖井开凿'
const hall = await openHall({
  'food-business': matter('food-business', '食品经营'),
  running: matter('running', '户外广告'),
  asked: matter('asked', '渡口设置'),
  ending: matter('ending', SHAFT),
  going: matter('going', '取土'),
  lighter: matter('lighter', '摊点设置'),
  filed: matter('filed', '开锁经营'),
  moved: matter('moved', '采砂'),
  lawless: matter('lawless', '集市'),
})
const REVIEWED = 220
const others = Array.from({ length: REVIEWED - 10 }, (_, at) => `item-${at + 1}`)
await hall.database.transaction({ jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' }, async (db) => {
  const loading = { draftedBy: 'wang.fang', publishedBy: 'zhang.min', at: hall.now, from: day('2026-01-01') }
  const items = others.map((item) => ({ item, unit: 'planning', content: matter(item, item) }))
  await loadItems(db, items, loading)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const entered = { passwordHash, mustChange: false, by: 'demo', at: hall.now }
  for (const [account, role] of [
    ['zhao.market', 'officer'],
    ['qian.market', 'unitHead'],
  ] as const)
    await addAccount(db, { account, name: account, unit: 'market', role }, entered)
})

let market = await hall.signIn('zhao.market')
let marketHead = await hall.signIn('qian.market')
const pass = async (text: string) => {
  await hall.pass(text)
  market = await hall.signIn('zhao.market')
  marketHead = await hall.signIn('qian.market')
}
await pass('2026-03-02T09:00:00')

const desk = (account: string) => hall.desk(account)
const read = async <T>(path: string): Promise<T> => {
  const answer = await desk('zhang.min').get(path)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
const round = () => read<RoundView>('/api/reform/rounds/2026')
const dispose = (items: readonly string[], more: Partial<Disposition>) =>
  desk('zhang.min').send('POST', '/api/reform/rounds/2026/dispositions', {
    items,
    disposition: {
      ...{ outcome: 'kept', reason: '确有必要', document: '青禾政发〔2026〕3号', decidedOn: '2026-03-02' },
      ...{ effectiveOn: null, notice: null, question: null, into: null, handover: null, ...more },
    },
  })
const question = {
  text: '是否保留',
  sentOn: '2026-03-02',
  to: '市政务办',
  contact: '刘工 0999-1',
  replyBy: '2026-04-01',
}
const carried = { effectiveOn: '2026-03-10', notice: '公告〔2026〕1号' }
const handover = {
  ...{
    toUnit: 'market',
    level: 'township' as const,
    trainedOn: '2026-03-05',
    trained: 4,
    staff: 2,
    sealOn: null,
  },
}
const draft = (account: string, item: string, content: ItemContent) =>
  desk(account).send('PUT', `/api/catalogue/drafts/${item}`, { content })
const receiveAs = (clerk: ReturnType<typeof desk>, item: string, more: object = {}) =>
  clerk.send('POST', '/api/files', {
    ...{ item, channel: 'counter', counter: '1', applicant, acceptIfComplete: true },
    ...{ materials: [paper('application'), paper('layout')], ...more },
  })
const received = async (
  clerk: ReturnType<typeof desk>,
  item: string,
  more: object = {},
): Promise<FileView> => {
  const answer = await receiveAs(clerk, item, more)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().file
}
const DENIED = {
  outcome: 'denied',
  reasons: '不符合条件',
  basis: '食品安全法第三十五条',
  result: null,
  unmet: ['premises'],
}
const decide = async (file: FileView, more: object = {}) => {
  await desk('wang.fang').send('POST', `/api/files/${file.caseNo}/steps`, {
    ...{ step: 'review', outcome: 'agreed', opinion: '' },
  })
  return desk('wang.fang').send('POST', `/api/files/${file.caseNo}/decision`, { ...DENIED, ...more })
}

test('[ITEM-01] a round reviews 220 items and closes only when each has an outcome; one applied outside the catalogue is shown, one listed twice refused', async () => {
  const open = (items: object[]) =>
    desk('zhang.min').send('PUT', '/api/reform/rounds/2026', {
      ...{
        name: '行政许可事项清理',
        document: '青禾政发〔2026〕1号',
        dueOn: '2026-06-30',
        catalogue: true,
        items,
      },
    })
  const outside = { item: 'stall-stamp', name: '夜市摊位盖章', unit: 'planning' }
  expect(refusal(await open([outside, outside]))).toEqual([409, 'reform.item-twice'])
  expect((await open([outside])).json().balance).toMatchObject({ reviewed: REVIEWED, missing: REVIEWED })
  const view = await round()
  expect(view.rows.filter(({ flags }) => flags.includes('notInCatalogue'))).toMatchObject([outside])

  expect((await dispose(others.slice(0, 90), {})).statusCode).toBe(200)
  const pending = [...others.slice(90, 201), 'asked']
  expect((await dispose(pending, { outcome: 'pendingSuperior', question })).statusCode).toBe(200)
  const closing = () => desk('zhang.min').send('POST', '/api/reform/rounds/2026/closing', {})
  const short = await closing()
  expect(refusal(short)).toEqual([409, 'reform.unbalanced'])
  expect(short.json().details).toMatchObject({ reviewed: 220, missing: 18 })

  await draft('wang.fang', 'running', matter('running', '户外广告', { channels: ['counter', 'web'] }))
  const [first] = soundItem.materials
  await draft('wang.fang', 'lighter', matter('lighter', '摊点设置', { materials: first ? [first] : [] }))
  await draft('wang.fang', 'filed', matter('filed', '开锁经营', { type: 'otherPower' }))
  const cancelled = [...others.slice(201), 'ending', 'food-business', 'lawless', 'stall-stamp'].filter(
    (item) => !['food-business', 'lawless'].includes(item),
  )
  const done = [
    await dispose(cancelled, { outcome: 'cancelled', reason: '市场可以自行调节', ...carried }),
    await dispose(['going'], { outcome: 'merged', into: 'running', ...carried }),
    await dispose(['running'], { outcome: 'adjusted', ...carried }),
    await dispose(['lighter'], { outcome: 'exempted', ...carried }),
    await dispose(['filed'], { outcome: 'toFiling', ...carried }),
    await dispose(['moved'], { outcome: 'delegated', handover, ...carried }),
    await dispose(['food-business', 'lawless'], { outcome: 'adjusted', ...carried }),
  ]
  expect(done.map(refusal)).toEqual([
    ...Array.from({ length: 6 }, () => [200, undefined]),
    [409, 'reform.no-draft-of-change'],
  ])
  expect((await round()).balance).toMatchObject({ missing: 2, balanced: false })
  for (const item of ['food-business', 'lawless'])
    await draft(
      'wang.fang',
      item,
      matter(item, item === 'lawless' ? '集市' : '食品经营', { phrases: ['新的说法'] }),
    )
  expect(refusal(await dispose(['food-business', 'lawless'], { outcome: 'adjusted', ...carried }))).toEqual([
    200,
    undefined,
  ])
  const { balance } = (await closing()).json()
  expect(balance).toMatchObject({ reviewed: 220, missing: 0, balanced: true })
  const { kept, pendingSuperior, ...explicit } = balance.outcomes
  expect([kept, pendingSuperior]).toEqual([90, 112])
  expect(Object.values<number>(explicit).reduce((sum, one) => sum + one, 0)).toBe(18)
  expect(refusal(await dispose(['item-1'], { outcome: 'cancelled', ...carried }))).toEqual([
    409,
    'reform.round-closed',
  ])
})

test('[ITEM-02] kept items are published with decision and date and the public list is the internal one; without a law in force nothing is kept, and one that falls away is flagged', async () => {
  const internal = (await round()).rows.filter(({ disposition }) => disposition?.outcome === 'kept')
  const { rows } = (await hall.app.inject('/api/catalogue/review')).json() as { rows: ReviewRow[] }
  const shown = rows.filter(({ outcome }) => outcome === 'kept')
  expect(shown.map(({ item }) => item)).toEqual(internal.map(({ item }) => item))
  expect(shown[0]).toMatchObject({
    document: '青禾政发〔2026〕3号',
    decidedOn: '2026-03-02',
    published: true,
  })
  expect(internal.flatMap(({ flags }) => flags)).toEqual([])

  const again = { name: '再清理', document: '青禾政发〔2026〕9号', dueOn: '2026-06-30', catalogue: false }
  const bare = { item: 'bare', name: '无依据事项', unit: 'planning' }
  await desk('zhang.min').send('PUT', '/api/reform/rounds/second', { ...again, items: [bare] })
  const kept = await desk('zhang.min').send('POST', '/api/reform/rounds/second/dispositions', {
    items: ['bare'],
    disposition: { ...internal[0]?.disposition },
  })
  expect(refusal(kept)).toEqual([409, 'reform.kept-without-basis'])

  const law = {
    law: '《item-1管理条例》',
    state: 'repealed',
    from: '2026-03-02',
    document: '青禾政发〔2026〕4号',
  }
  await desk('zhang.min').send('PUT', '/api/reform/laws', law)
  await desk('zhang.min').send('POST', '/api/catalogue/items/item-2/cancellation', {
    ...{ from: '2026-03-03', reason: '重复设置', document: '青禾政发〔2026〕5号' },
  })
  await pass('2026-03-03T09:00:00')
  const flagged = (await round()).rows.filter(
    ({ flags }) => flags.length > 0 && !flags.includes('notInCatalogue'),
  )
  expect(flagged.map(({ item, flags }) => [item, flags])).toEqual([
    ['item-1', ['keptWithoutBasis']],
    ['item-2', ['keptUnpublished']],
  ])
})

test('[ITEM-03] a pending item names question, contact and day of reply and ages on a list; it is used neither to deny nor to decline, and one without end is shown', async () => {
  const first = { items: ['bare'], outcome: 'pendingSuperior' as const }
  const pend = (more: object | null) =>
    desk('zhang.min').send('POST', '/api/reform/rounds/second/dispositions', {
      items: first.items,
      disposition: {
        ...{ outcome: 'pendingSuperior', reason: '上位法不明', document: '请示1', decidedOn: '2026-03-03' },
        ...{ effectiveOn: null, notice: null, into: null, handover: null, question: more },
      },
    })
  expect(refusal(await pend(null))).toEqual([422, 'reform.pending-unasked'])
  expect(refusal(await pend({ ...question, contact: ' ' }))).toEqual([422, 'reform.pending-unasked'])
  expect(refusal(await pend({ ...question, replyBy: '2026-03-02' }))).toEqual([
    422,
    'reform.reply-before-question',
  ])

  const file = await received(desk('li.wei'), 'asked')
  expect(refusal(await decide(file))).toEqual([409, 'reform.pending-denied'])
  const waiting = await received(desk('li.wei'), 'asked', { materials: [], acceptIfComplete: false })
  const declined = await desk('li.wei').send('POST', `/api/files/${waiting.caseNo}/refusal`, {
    ...{ reason: '待上级答复', basis: '食品安全法第三十五条', nextStep: '等通知', ground: 'notOurs' },
  })
  expect(refusal(declined)[1]).toBe('reform.pending-denied')
  expect(refusal(await decide(file, { outcome: 'granted', reasons: '', result: '证', unmet: [] }))[0]).toBe(
    200,
  )

  const list = async () => (await read<{ rows: PendingRow[] }>('/api/reform/pending')).rows
  expect(await list()).toHaveLength(112)
  expect((await list())[0]).toMatchObject({ waitingDays: 1, daysLeft: 29, overdue: false, forever: false })
  const { rows } = (await hall.app.inject('/api/catalogue/review')).json() as { rows: object[] }
  expect(JSON.stringify(rows)).not.toContain('刘工')
})

test('[ITEM-04] a decision names reason, day and notice and the catalogue changes on that day; a cancelled item under another name is found by name, law and papers', async () => {
  expect(refusal(await dispose(['item-91'], { outcome: 'cancelled', effectiveOn: '2026-03-12' }))).toEqual([
    ...[422, 'reform.without-notice'],
  ])
  expect(
    refusal(await dispose(['item-91'], { outcome: 'cancelled', effectiveOn: '2026-03-03', notice: '公告' })),
  ).toEqual([409, 'reform.effect-not-later'])
  expect((await receiveAs(desk('li.wei'), 'ending')).statusCode).toBe(200)
  // The same law, the same papers, another name.
  const renamed = matter('renamed', '竖井施工', { basis: matter('', SHAFT).basis })
  await draft('wang.fang', 'renamed', renamed)
  const impact = await read<DraftImpact>('/api/catalogue/drafts/renamed/impact')
  expect(impact.resembles[0]).toMatchObject({ item: 'ending' })
  await desk('zhang.min').send('POST', '/api/catalogue/items/renamed/versions', { from: '2026-03-09' })

  await pass('2026-03-10T09:00:00')
  expect(refusal(await receiveAs(desk('li.wei'), 'ending'))).toEqual([409, 'catalogue.cancelled'])
  expect(refusal(await receiveAs(desk('li.wei'), 'going'))).toEqual([409, 'catalogue.cancelled'])
  const guideOf = async (item: string): Promise<ItemContent> =>
    (await hall.app.inject(`/api/catalogue/items/${item}`)).json().guide.content
  expect((await guideOf('filed')).type).toBe('otherPower')
  expect((await guideOf('lighter')).materials).toHaveLength(1)
  const late = (await round()).rows.filter(({ flags }) => flags.includes('notCarriedOut'))
  expect(late).toEqual([])

  await received(desk('li.wei'), 'renamed')
  const { rows } = await read<{ rows: Revival[] }>('/api/reform/revivals')
  expect(rows.filter(({ item }) => item === 'renamed')).toMatchObject([
    { cancelled: { item: 'ending', from: '2026-03-10' }, alike: { basis: 1, materials: 1 }, cases: 1 },
  ])
  expect((await round()).backDoor).toMatchObject([{ item: 'renamed', publishedBy: 'zhang.min' }])
})

test('[ITEM-05] a transfer says from, to, day, training and staff and counts both sides; one to nobody, or with the seal or a step kept above, is refused or flagged', async () => {
  const move = (item: string, more: object = {}) =>
    desk('zhang.min').send('PUT', `/api/reform/powers/${item}`, {
      ...{ ...handover, on: '2026-03-20', document: '青禾政发〔2026〕6号', ...more },
    })
  expect(refusal(await move('filed', { staff: 0 }))).toEqual([409, 'reform.receiver-without-staff'])
  expect(refusal(await move('filed', { trained: 0 }))).toEqual([409, 'reform.receiver-untrained'])
  expect(refusal(await move('filed', { trainedOn: '2026-03-21' }))).toEqual([
    409,
    'reform.receiver-untrained',
  ])
  expect(refusal(await move('filed', { on: '2026-03-10' }))).toEqual([409, 'reform.effect-not-later'])

  const detail = () => read<PowerDetail>('/api/reform/powers/moved')
  expect(await detail()).toMatchObject({
    ...{ since: '2026-03-10', unit: 'market', level: 'township', trained: 4, staff: 2 },
    before: { unit: 'planning', level: 'county' },
    limits: { before: { length: 8 }, after: { length: 8 } },
    flags: ['sealAbove'],
  })
  await received(market, 'moved')
  expect((await detail()).volumes.after).toMatchObject([{ unit: 'market', received: 1, decided: 0 }])
  const steps = soundItem.steps.map((step) => (step.kind === 'decide' ? { ...step, unit: 'planning' } : step))
  const kept = await marketHead.send('PUT', '/api/catalogue/drafts/moved', {
    content: matter('moved', '采砂', { steps }),
  })
  expect(kept.statusCode).toBe(200)
  await desk('zhang.min').send('POST', '/api/catalogue/items/moved/versions', { from: '2026-03-11' })
  await pass('2026-03-11T09:00:00')
  await received(market, 'moved')
  expect((await detail()).flags).toEqual(['sealAbove', 'stepAbove', 'decidedAbove'])
  await desk('zhang.min').send('POST', '/api/reform/powers/moved/seal', { on: '2026-03-11' })
  expect((await detail()).flags).not.toContain('sealAbove')
})

test('[ITEM-39] from its day on acceptance follows the table of powers and the guide says which level; a case bounced between levels is found', async () => {
  const guide = (await hall.app.inject('/api/catalogue/items/filed')).json()
  expect(guide.power).toBeNull()
  const turned = await received(desk('li.wei'), 'filed', { materials: [], acceptIfComplete: false })
  const declined = await desk('li.wei').send('POST', `/api/files/${turned.caseNo}/refusal`, {
    ...{ reason: '已经下放', basis: '青禾政发〔2026〕6号', nextStep: '到乡镇办', ground: 'notOurs' },
  })
  expect(declined.statusCode).toBe(200)
  await desk('zhang.min').send('PUT', '/api/reform/powers/filed', {
    ...{ ...handover, on: '2026-03-12', document: '青禾政发〔2026〕6号', sealOn: '2026-03-12' },
  })
  await pass('2026-03-12T09:00:00')
  expect((await hall.app.inject('/api/catalogue/items/filed')).json()).toMatchObject({
    guide: { unit: 'market' },
    power: { level: 'township', since: '2026-03-12', before: { level: 'county', unit: 'planning' } },
  })
  expect(refusal(await receiveAs(desk('li.wei'), 'filed'))).toEqual([403, 'case.other-unit'])
  const file = await received(market, 'filed')
  expect(file.unit).toBe('market')
  const table = (await hall.app.inject('/api/catalogue/powers')).json().rows
  expect(table.map(({ item, unit }: { item: string; unit: string }) => [item, unit])).toEqual([
    ['filed', 'market'],
    ['moved', 'market'],
  ])
  expect(await read<PowerDetail>('/api/reform/powers/filed')).toMatchObject({
    ...{ flags: ['bounced'], bounced: [[turned.caseNo, file.caseNo]] },
  })
})

test('[ITEM-08] a law that was repealed stops the items that rest on it alone, and a decision that cites it is refused', async () => {
  const file = await received(desk('li.wei'), 'lawless')
  const repealed = await desk('zhang.min').send('PUT', '/api/reform/laws', {
    ...{ law: '集市管理条例', state: 'repealed', from: '2026-03-12', document: '常发〔2026〕2号' },
  })
  expect(repealed.json()).toMatchObject({ items: [{ item: 'lawless', stopped: true }] })
  expect(refusal(await receiveAs(desk('li.wei'), 'lawless'))).toEqual([409, 'catalogue.no-law-in-force'])
  expect(refusal(await decide(file, { basis: '《集市管理条例》第三条' }))).toEqual([
    409,
    'reform.repealed-cited',
  ])
  // A law whose name begins alike is another law.
  expect(refusal(await decide(file, { basis: '《集市管理条例实施细则》第三条' }))[0]).toBe(200)
})

test('before a version is published the impact says how many open cases run by which version and what changes', async () => {
  await received(desk('li.wei'), 'food-business')
  const slower = matter('food-business', '食品经营', {
    limits: { ...soundItem.limits, committed: { length: 12, unit: 'workingDays' } },
    materials: soundItem.materials.slice(1),
  })
  await draft('wang.fang', 'food-business', slower)
  const impact = await read<DraftImpact>('/api/catalogue/drafts/food-business/impact')
  expect(impact).toMatchObject({ version: 2, openCases: [{ version: 2, from: '2026-03-10', cases: 1 }] })
  expect(impact.changes.map(({ what, kind, before, after }) => [what.zh, kind, before.zh, after.zh])).toEqual(
    [
      ['承诺时限', 'changed', '8个工作日', '12个工作日'],
      ['材料', 'removed', '食品经营许可申请书', ''],
    ],
  )
})

test('what another department holds is not asked for, and asking is refused', async () => {
  const [, layout] = soundItem.materials
  const held = { ...layout, askedFromApplicant: true, heldBy: { zh: '公安局', en: 'Public Security' } }
  const content = (more: object) =>
    matter('item-3', 'item-3', {
      materials: soundItem.materials.map((one) =>
        one.code === 'layout' ? { ...held, ...more } : one,
      ) as never,
    })
  await draft('wang.fang', 'item-3', content({}))
  const publish = () =>
    desk('zhang.min').send('POST', '/api/catalogue/items/item-3/versions', { from: '2026-03-13' })
  expect(refusal(await publish())).toEqual([409, 'catalogue.not-ready'])
  await draft('wang.fang', 'item-3', content({ askedFromApplicant: false }))
  expect((await publish()).statusCode).toBe(200)
  await pass('2026-03-13T09:00:00')
  const file = await received(desk('li.wei'), 'item-3', { materials: [paper('application')] })
  expect(file.materials.map(({ code }) => code)).toEqual(['application'])
  expect(refusal(await receiveAs(desk('li.wei'), 'item-3'))).toEqual([422, 'case.held-by-government'])
})

test('one item in several places is compared by days, materials, visits and fees, and what is more than elsewhere is marked', async () => {
  const slow = matter('item-4', 'item-4', {
    limits: { ...soundItem.limits, committed: { length: 15, unit: 'workingDays' } },
  })
  const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
  await hall.database.transaction(scope, (db) =>
    loadItems(db, [{ item: 'item-4-east', unit: 'market', content: slow }], {
      ...{ draftedBy: 'qian.market', publishedBy: 'zhang.min', at: hall.now, from: day('2026-01-01') },
    }),
  )
  const { rows } = (await hall.app.inject('/api/catalogue/items/item-4/comparison')).json()
  expect(rows).toMatchObject([
    { item: 'item-4', worse: [] },
    { item: 'item-4-east', committed: { length: 15 }, worse: ['committed'] },
  ])
})

test('[ITEM-03] months later the list still says who is waiting, how long and that it is without end', async () => {
  await pass('2026-09-01T09:00:00')
  const { rows } = await read<{ rows: PendingRow[] }>('/api/reform/pending')
  expect(rows[0]).toMatchObject({
    overdue: true,
    forever: true,
    waitingDays: 183,
    question: { contact: '刘工 0999-1' },
  })
  expect((await round()).rows.find(({ item }) => item === 'item-91')?.flags).toEqual([
    'pendingOverdue',
    'pendingForever',
  ])
})

test('the lists of the reform are rebuilt from the ledger as they are', async () => {
  const differing = await compareRebuilt(hall.database, DEMO_JURISDICTION, keptLists)
  expect(differing.filter(({ identical }) => !identical)).toEqual([])
})
