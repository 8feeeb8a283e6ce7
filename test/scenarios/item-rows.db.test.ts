import { expect, test } from 'vitest'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import type { FileView } from '#modules/cases/contract.ts'
import type { Finding, ItemContent } from '#modules/catalogue/contract.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'

const ITEM = 'food-business'
/** Each under its own basic code: items of one code must say the same everywhere, which is another check. */
const own = (item: string, content: ItemContent): ItemContent => ({
  ...content,
  codes: { ...content.codes, basic: `L-${item}` },
})
const hall = await openHall({ [ITEM]: own(ITEM, soundItem), changing: own('changing', soundItem) })
await hall.pass('2026-03-02T09:00:00')

const desk = (account: string) => hall.desk(account)
const draft = async (item: string, content: ItemContent): Promise<Finding[]> => {
  const answer = await desk('wang.fang').send('PUT', `/api/catalogue/drafts/${item}`, {
    content: own(item, content),
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().findings
}
const publish = (item: string, from: string, reason = '') =>
  desk('zhang.min').send('POST', `/api/catalogue/items/${item}/versions`, { from, reason })
const guide = async (item = ITEM): Promise<ItemContent> =>
  (await hall.app.inject(`/api/catalogue/items/${item}`)).json().guide.content
const checks = (found: readonly Finding[], level: string) =>
  found.filter((one) => one.level === level).map(({ check, place }) => [check, place])

const receive = (more: object = {}) =>
  desk('li.wei').send('POST', '/api/files', {
    ...{ item: ITEM, channel: 'counter', counter: '1', applicant, acceptIfComplete: true },
    ...{ materials: [paper('application'), paper('layout')], ...more },
  })
const received = async (more: object = {}) => {
  const answer = await receive(more)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json() as { file: FileView; trackingCode: string }
}
const limited = (committed: number): ItemContent => ({
  ...soundItem,
  limits: { ...soundItem.limits, committed: { length: committed, unit: 'workingDays' } },
})

test('[ITEM-09] a change is a new version with who, why and from when; a running case keeps its own, and its materials and limits are refused any change', async () => {
  const { file } = await received({ item: 'changing' })
  const [first, ...others] = soundItem.materials
  const lease = { ...first, code: 'lease', name: { zh: '租赁合同', en: 'lease' } } as typeof first
  const next = { ...limited(10), materials: [first, ...others, lease] } as ItemContent
  expect(checks(await draft('changing', next), 'warning').map(([check]) => check)).toContain('IC-16')
  expect(refusal(await publish('changing', '2026-03-02'))).toEqual([409, 'catalogue.not-before-today'])
  expect((await publish('changing', '2026-03-03', '管理办法修订')).statusCode).toBe(200)
  const impact = (await desk('zhang.min').get('/api/catalogue/items/changing/impact')).json()
  expect(impact.rows[0]).toMatchObject({
    ...{ version: 2, from: '2026-03-03', reason: '管理办法修订' },
    ...{ draftedBy: 'wang.fang', publishedBy: 'zhang.min' },
  })

  await hall.pass('2026-03-03T09:00:00')
  const running = await fileOf(desk('wang.fang'), file.caseNo)
  expect([running.itemVersion, running.dueAt]).toEqual([1, file.dueAt])
  expect(running.materials.map(({ code }) => code)).toEqual(['application', 'layout'])
  const asked = await desk('li.wei').send('POST', `/api/files/${file.caseNo}/supplement-notice`, {
    ...{ missing: ['lease'], orally: false },
  })
  expect(refusal(asked)).toEqual([409, 'case.after-acceptance'])
  const waiting = (await received({ item: 'changing', acceptIfComplete: false })).file
  expect([waiting.itemVersion, waiting.materials.length]).toEqual([2, 3])
  const rewritten = await desk('zhang.min').send('PUT', '/api/catalogue/items/changing/versions/1', {})
  expect(refusal(rewritten)[0]).toBe(405)
})

test('[ITEM-10] the guide holds the ten elements; one that lacks an element is refused publication, and a window that asks beyond the guide is refused', async () => {
  const without = { ...soundItem, discipline: [], samples: [] }
  expect(checks(await draft('half-guide', without), 'blocking').map(([, place]) => place)).toEqual([
    'samples',
    'discipline',
  ])
  expect(refusal(await publish('half-guide', '2026-03-04'))).toEqual([409, 'catalogue.not-ready'])
  const shown = await guide()
  for (const list of [shown.basis, shown.conditions, shown.steps, shown.materials, shown.samples])
    expect(list.length).toBeGreaterThan(0)
  for (const list of [shown.results, shown.discipline]) expect(list.length).toBeGreaterThan(0)
  expect([shown.duties.zh, shown.content.zh, shown.limits.committed?.length]).toEqual([
    ...['对食品经营进行许可', '食品经营许可的核发', 8],
  ])
  expect(refusal(await receive({ materials: [paper('photo')] }))).toEqual([422, 'case.material-not-listed'])
})

test('[ITEM-11] each basis is cited to its clause with the time in which it is law; without one in force an item is neither published nor accepted', async () => {
  const [law] = soundItem.basis
  const until = (repealedFrom: string) => ({ ...soundItem, basis: [{ ...law, repealedFrom }] }) as ItemContent
  await draft('old-law', until('2026-03-04'))
  expect(refusal(await publish('old-law', '2026-03-04'))).toEqual([409, 'catalogue.not-ready'])
  await draft('old-law', until('2026-03-10'))
  expect((await publish('old-law', '2026-03-04')).statusCode).toBe(200)
  await hall.pass('2026-03-09T09:00:00')
  expect((await guide('old-law')).basis).toMatchObject([
    { law: '中华人民共和国食品安全法', article: '第三十五条', repealedFrom: '2026-03-10' },
  ])
  expect((await received({ item: 'old-law' })).file.status).toBe('accepted')
  await hall.pass('2026-03-10T09:00:00')
  expect(refusal(await receive({ item: 'old-law' }))).toEqual([409, 'catalogue.no-law-in-force'])
})

test('[ITEM-13] steps have posts and days that fit the promise; a case that would skip, repeat or add a step is refused, and the applicant sees where it stands', async () => {
  const slow = soundItem.steps.map((step) => ({
    ...step,
    limit: { length: 9, unit: 'workingDays' as const },
  }))
  expect(checks(await draft('slow-steps', { ...soundItem, steps: slow }), 'blocking')).toEqual([
    ['IC-06', 'steps'],
  ])
  const { file, trackingCode } = await received()
  const path = `/api/files/${file.caseNo}`
  const decision = { outcome: 'granted', reasons: '', basis: '', result: '证' }
  const decide = () => desk('wang.fang').send('POST', `${path}/decision`, decision)
  expect(refusal(await decide())).toEqual([409, 'case.steps-open'])
  const finish = (step: string) =>
    desk('wang.fang').send('POST', `${path}/steps`, { step, outcome: 'agreed', opinion: '' })
  expect(refusal(await finish('expert-opinion'))).toEqual([404, 'case.no-such-step'])
  const track = async () =>
    (await hall.app.inject(`/api/track/${file.caseNo}?code=${trackingCode}`)).json().steps
  expect(await track()).toMatchObject([{ status: 'open' }])
  expect((await finish('review')).statusCode).toBe(200)
  expect(await track()).toMatchObject([{ status: 'done' }])
  expect(refusal(await finish('review'))[0]).toBeGreaterThanOrEqual(404)
  expect((await decide()).statusCode).toBe(200)
})

test('[ITEM-14] both limits are public and the shorter drives the clock; a promise slower than the law is refused, and a running case keeps its date when the promise is lengthened', async () => {
  await hall.pass('2026-03-16T09:00:00')
  expect(checks(await draft('too-slow', limited(21)), 'blocking')).toEqual([['IC-01', 'limits.committed']])
  expect(refusal(await publish('too-slow', '2026-03-17'))).toEqual([409, 'catalogue.not-ready'])
  expect((await guide()).limits).toMatchObject({
    statutory: { length: 20, unit: 'workingDays' },
    committed: { length: 8, unit: 'workingDays' },
  })
  const { file } = await received()
  // Eight working days after Monday the 16th: the end of Thursday the 26th.
  expect(file.dueAt?.slice(0, 10)).toBe('2026-03-27')
  await draft(ITEM, limited(15))
  await publish(ITEM, '2026-03-17', '人手不足')
  await hall.pass('2026-03-18T09:00:00')
  expect((await guide()).limits.committed?.length).toBe(15)
  expect((await fileOf(desk('wang.fang'), file.caseNo)).dueAt).toBe(file.dueAt)
})

test('[ITEM-15] the list says form, source and reason of each material and the receipt prints what was handed in; a catch-all entry and a paper beyond the list are refused', async () => {
  const [first, ...others] = soundItem.materials
  const open = { ...soundItem, materials: [{ ...first, name: { zh: '其他相关材料', en: '' } }, ...others] }
  expect(checks(await draft('open-list', open as ItemContent), 'blocking')).toEqual([
    ['IC-07', 'materials.0.name'],
  ])
  expect(refusal(await publish('open-list', '2026-03-20'))).toEqual([409, 'catalogue.not-ready'])
  expect((await guide()).materials).toMatchObject([
    { code: 'application', originals: 1, source: 'applicant', basis: '食品经营许可和备案管理办法 12' },
    { code: 'layout', medium: 'either' },
  ])
  expect(refusal(await receive({ materials: [paper('application'), paper('bribe')] }))).toEqual([
    ...[422, 'case.material-not-listed'],
  ])
  const { file } = await received()
  expect(file.materials.filter(({ handedIn }) => handedIn).map(({ code }) => code)).toEqual([
    ...['application', 'layout'],
  ])
  expect(file.timeline.at(-1)?.notice?.number).toMatch(/受字/)
})

test('[ITEM-16] blank and filled sample carry their date and the guide always shows the present one; a missing, empty or outdated sample is refused or flagged', async () => {
  const old = soundItem.samples.map((one) => ({ ...one, updatedOn: '2001-01-01' }))
  const flagged = await draft('old-sample', { ...soundItem, samples: old })
  expect(flagged.map(({ check, place }) => [check, place])).toEqual([['IC-17', 'samples.0']])
  const empty = soundItem.samples.map((one) => ({ ...one, rows: [] }))
  await draft('no-sample', { ...soundItem, samples: empty })
  expect(refusal(await publish('no-sample', '2026-03-20'))).toEqual([409, 'catalogue.not-ready'])
  await draft('no-sample', { ...soundItem, samples: [] })
  expect(refusal(await publish('no-sample', '2026-03-20'))).toEqual([409, 'catalogue.not-ready'])

  const renewed = soundItem.samples.map((one) => ({ ...one, updatedOn: '2026-03-18' }))
  await draft(ITEM, { ...limited(15), samples: renewed })
  expect((await publish(ITEM, '2026-03-19', '换新表')).statusCode).toBe(200)
  expect((await guide()).samples).toMatchObject([{ updatedOn: '2025-01-06', rows: [{}] }])
  await hall.pass('2026-03-19T09:00:00')
  expect((await guide()).samples).toMatchObject([{ updatedOn: '2026-03-18' }])
})

test('[ITEM-18] rules of conduct and a way to complain stand in the guide; without them, or with a way that ends at the desk itself, publication is refused', async () => {
  const ending = { ...soundItem, phones: { consult: '0999-5551234', complaint: '09995551234' } }
  expect(checks(await draft('own-judge', ending), 'blocking')).toEqual([['IC-08', 'phones.complaint']])
  expect(refusal(await publish('own-judge', '2026-03-20'))).toEqual([409, 'catalogue.not-ready'])
  await draft('own-judge', { ...soundItem, discipline: [] })
  expect(refusal(await publish('own-judge', '2026-03-20'))).toEqual([409, 'catalogue.not-ready'])
  const shown = await guide()
  expect(shown.discipline[0]?.zh).toContain('不得索要清单以外的材料')
  expect(shown.phones.complaint).not.toBe(shown.phones.consult)
})
