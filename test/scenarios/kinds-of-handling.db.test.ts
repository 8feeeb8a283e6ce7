import { describe, expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { caseLists, liabilityLists, pledgeLists } from '#modules/cases/index.ts'
import type {
  FileView,
  LiabilityRow,
  PledgeRow,
  PostedResult,
  ReadingRow,
  UrgencyRow,
} from '#modules/cases/contract.ts'
import type { ItemContent } from '#modules/catalogue/contract.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'

const own = (item: string, change: Partial<ItemContent>): ItemContent => ({
  ...soundItem,
  codes: { ...soundItem.codes, basic: `L-${item}` },
  ...change,
})
const said = (zh: string) => ({ zh, en: zh })
const AT_ONCE = {
  ...soundItem.limits,
  onTheSpot: true,
  committed: { length: 0, unit: 'workingDays' },
} as const

const RECEIPT = {
  code: 'receipt',
  name: said('备案回执'),
  kind: 'filing',
  sample: '备案回执（样本）',
  validFor: null,
} as const

const conditions: ItemContent['conditions'] = [
  { code: 'premises', text: said('有固定的经营场所') },
  { code: 'impact', text: said('不影响周边居民生活'), nature: 'judgement' },
  { code: 'stamp', text: said('申请书加盖公章'), nature: 'formality' },
]

const hall = await openHall({
  spot: own('spot', { limits: AT_ONCE, steps: soundItem.steps.map((step) => ({ ...step, limit: null })) }),
  prompt: own('prompt', { sameDay: true, conditions }),
  filing: own('filing', {
    ...{ filing: true, type: 'otherPower', limits: AT_ONCE, results: [RECEIPT], name: said('小餐饮备案') },
    steps: soundItem.steps
      .filter(({ kind }) => kind === 'accept' || kind === 'deliver')
      .map((step) => ({ ...step, limit: null })),
  }),
  pledged: own('pledged', {
    pledge: {
      text: said('本人承诺经营场所符合告知的条件'),
      waives: ['layout'],
      checkWithin: { length: 20, unit: 'workingDays' },
      consequence: said('撤销决定，一年内不适用告知承诺'),
      basis: '国办发〔2020〕42号',
    },
  }),
  graded: own('graded', {
    conditions,
    discretion: [
      { code: 'far', name: said('一般'), when: said('距离学校二百米以上'), outcome: 'granted' },
      { code: 'near', name: said('从严'), when: said('距离学校不足二百米'), outcome: 'either' },
    ],
  }),
  silent: own('silent', {
    deemedApproval: {
      ...{ eligible: true, reason: said('简易事项'), approver: said('县人民政府') },
      basis: { ...soundItem.basis[0], law: '超时默认办法', article: '第三条' } as never,
    },
  }),
})
await hall.pass('2026-03-02T09:00:00')

const clerk = () => hall.desk('li.wei')
const head = () => hall.desk('wang.fang')
const supervisor = () => hall.desk('zhang.min')

const complete = [paper('application'), paper('layout')]
const receive = (item: string, more: object = {}) =>
  clerk().send('POST', '/api/files', {
    ...{ item, channel: 'counter', counter: '3', applicant, materials: complete, ...more },
  })
async function received(item: string, more: object = {}, by = receive): Promise<FileView> {
  const answer = await by(item, more)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().file
}
const act = (who: typeof head, { caseNo }: Pick<FileView, 'caseNo'>, path: string, body: object) =>
  who().send('POST', `/api/files/${caseNo}/${path}`, body)
async function done(who: typeof head, file: Pick<FileView, 'caseNo'>, path: string, body: object) {
  const answer = await act(who, file, path, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<FileView>()
}
const GRANT = { outcome: 'granted', reasons: '', basis: '', result: '证' }
const DENY = { outcome: 'denied', reasons: '不符合', basis: '食品安全法 33' }
const reviewed = async (file: FileView) => {
  await done(head, file, 'acceptance', {})
  return done(head, file, 'steps', { step: 'review', outcome: 'agreed', opinion: '' })
}
const cardsOf = async () =>
  (await supervisor().get('/api/cards?limit=200')).json().rows as {
    card: string
    rule: string
    level: string
    caseId: string
  }[]
const rulesOn = async ({ caseNo }: Pick<FileView, 'caseNo'>) =>
  (await cardsOf()).filter(({ caseId }) => caseId === caseNo).map(({ rule }) => rule)

describe('[CASE-02] on the spot', () => {
  test('[CASE-02] an on-the-spot item is finished in one command; several days need a reason, and the exceptions reach the manager that day', async () => {
    const finish = { ...GRANT, proof: '本人签收' }
    const answer = await head().send('POST', '/api/files', {
      ...{ item: 'spot', channel: 'counter', counter: '1', applicant, materials: complete, finish },
    })
    expect(answer.json().file).toMatchObject({
      status: 'delivered',
      decision: { atOnce: 'onTheSpot', outcome: 'granted', delivery: { proof: '本人签收' } },
    })
    expect(refusal(await receive('spot', { acceptIfComplete: true }))).toEqual([422, 'at-once.reason-needed'])
    const unsigned = { item: 'spot', channel: 'counter', applicant, materials: complete, finish: GRANT }
    expect(refusal(await head().send('POST', '/api/files', unsigned))).toEqual([
      422,
      'at-once.not-handed-over',
    ])
    const slow = await received('spot', { acceptIfComplete: true, notOnTheSpot: '打印机故障' })
    expect([slow.status, slow.kind.notOnTheSpot]).toEqual(['accepted', '打印机故障'])
    // What was sent from home was not accepted at a counter, and nobody had to say why it was left.
    const left = await received('spot', { channel: 'web' })
    await done(clerk, left, 'acceptance', {})

    await hall.pass('2026-03-03T09:00:00')
    const daily = (await head().get('/api/on-the-spot?day=2026-03-02')).json()
    expect(daily.total).toEqual({ done: 1, all: 3 })
    expect(daily.counters.map(({ counter, done: finished, all }: never) => [counter, finished, all])).toEqual(
      [
        ['3', 0, 2],
        ['1', 1, 1],
      ],
    )
    expect(daily.exceptions.map(({ caseNo, reason }: never) => [caseNo, reason]).sort()).toEqual(
      [
        [slow.caseNo, '打印机故障'],
        [left.caseNo, ''],
      ].sort(),
    )
    // The promise was "now": what stays over night has broken it by itself.
    expect(await rulesOn(left)).toContain('SV-01')
    expect(refusal(await act(head, slow, 'at-once', { ...GRANT, proof: '签收' }))).toEqual([
      409,
      'at-once.another-day',
    ])
  })

  test('[CASE-20] complete cases are decided the same day where the item allows; the share per officer shows, and so does what was left to wait', async () => {
    const prompt = await received('prompt')
    expect((await done(head, prompt, 'at-once', { ...GRANT, proof: '' })).decision).toMatchObject({
      atOnce: 'sameDay',
    })
    const waiting = await received('prompt', { acceptIfComplete: true })
    const other = await received('graded', { acceptIfComplete: true })
    expect(refusal(await act(head, other, 'at-once', { ...GRANT, grade: 'far', proof: '签收' }))).toEqual([
      409,
      'at-once.not-allowed',
    ])
    expect(refusal(await act(clerk, waiting, 'at-once', { ...GRANT, proof: '签收' }))[0]).toBe(403)
    await hall.pass('2026-03-05T09:00:00')
    const shares = (await head().get('/api/same-day?from=2026-03-03&to=2026-03-05')).json()
    expect(shares.total).toEqual({ done: 1, all: 2 })
    expect(
      shares.officers.map(({ officer, done: d, all }: never) => [(officer as { zh: string }).zh, d, all]),
    ).toEqual([
      ['李蔚（演示）', 0, 1],
      ['王放（演示）', 1, 1],
    ])
    expect(shares.left).toMatchObject([{ caseNo: waiting.caseNo, days: 2, decidedOn: null }])
  })
})

describe('grounds of a refusal', () => {
  test('[ITEM-12] a refusal cites the published condition that is not met, and the applicant sees it; another reason and a condition added at the window are refused and reported', async () => {
    const answer = await receive('prompt')
    const { file, trackingCode } = answer.json()
    expect(file.kind.conditions.map(({ code }: { code: string }) => code)).toEqual([
      'premises',
      'impact',
      'stamp',
    ])
    expect(
      refusal(await act(head, file, 'refusal', { reason: '不行', basis: '法 1', nextStep: '等' })),
    ).toEqual([422, 'ground.why-not-accepted'])
    const added = { ground: 'condition', unmet: ['local-resident'] }
    expect(
      refusal(
        await act(head, file, 'refusal', { reason: '非本地人', basis: '法 1', nextStep: '等', ...added }),
      ),
    ).toEqual([422, 'ground.not-listed'])
    await reviewed(file)
    expect(refusal(await act(head, file, 'decision', DENY))).toEqual([422, 'ground.none-cited'])
    expect(refusal(await act(head, file, 'decision', { ...DENY, unmet: ['mood'] }))).toEqual([
      422,
      'ground.not-listed',
    ])
    const denied = await done(head, file, 'decision', { ...DENY, unmet: ['premises'] })
    expect(denied.decision?.unmet).toEqual([said('有固定的经营场所')])
    const tracked = (await hall.app.inject(`/api/track/${file.caseNo}?code=${trackingCode}`)).json()
    expect(tracked.refusal).toMatchObject({ unmet: [{ zh: '有固定的经营场所' }], basis: '食品安全法 33' })
    await hall.pass('2026-03-05T10:00:00')
    expect(await rulesOn(file)).toContain('SV-30')
  })

  test('[CASE-36] a refusal by interpretation needs clause and lawful way; a formality and an order of the office are no grounds; the list is looked at from outside every quarter', async () => {
    const file = await reviewed(await received('prompt'))
    const deny = (more: object) => act(head, file, 'decision', { ...DENY, ...more })
    expect(refusal(await deny({ unmet: ['stamp'] }))).toEqual([422, 'ground.mere-formality'])
    expect(refusal(await deny({ unmet: ['impact'] }))).toEqual([422, 'ground.interpretation-bare'])
    const petty = { clause: '本局内部会议要求', alternative: '无' }
    expect(refusal(await deny({ unmet: ['impact'], interpretation: petty }))).toEqual([
      422,
      'ground.petty-order',
    ])
    const reading = { clause: '食品安全法第三十三条第一款', alternative: '更换临街铺面后重新申请' }
    const denied = await done(head, file, 'decision', { ...DENY, unmet: ['impact'], interpretation: reading })
    expect(denied.decision?.interpretation).toEqual(reading)

    const listed = (await supervisor().get('/api/readings?quarter=2026-Q1')).json()
    const row = listed.rows.find(({ caseNo }: ReadingRow) => caseNo === file.caseNo)
    expect(row).toMatchObject({ ...reading, unmet: [{ zh: '不影响周边居民生活' }], review: null })
    expect([listed.unreviewed, listed.reviewBy]).toEqual([1, '2026-04-30'])
    const review = (desk: typeof head) =>
      desk().send('POST', `/api/readings/${file.caseNo}/review`, { finding: 'rigid', note: '可附条件准予' })
    expect((await review(head)).statusCode).toBe(403)
    expect((await review(supervisor)).statusCode).toBe(200)
    expect(refusal(await review(supervisor))).toEqual([409, 'reading.reviewed'])
    expect((await supervisor().get('/api/readings?quarter=2026-Q1')).json().unreviewed).toBe(0)
  })

  test('[ITEM-35] a decision cites the grade of the table; like cases with another result or far from the median show, explained or not', async () => {
    const first = await reviewed(await received('graded'))
    expect(refusal(await act(head, first, 'decision', GRANT))).toEqual([422, 'grade.none-cited'])
    expect(refusal(await act(head, first, 'decision', { ...GRANT, grade: 'friend' }))).toEqual([
      422,
      'grade.not-listed',
    ])
    const wrong = { ...DENY, unmet: ['premises'], grade: 'far' }
    expect(refusal(await act(head, first, 'decision', wrong))).toEqual([422, 'grade.other-outcome'])
    expect((await done(head, first, 'decision', { ...GRANT, grade: 'near' })).decision?.grade).toEqual({
      code: 'near',
      name: said('从严'),
    })
    const late = await reviewed(await received('graded'))
    const second = await reviewed(await received('graded'))
    await done(head, second, 'decision', { ...GRANT, grade: 'near' })
    const third = await reviewed(await received('graded'))
    await done(head, third, 'decision', { ...DENY, unmet: ['premises'], grade: 'near' })
    await hall.pass('2026-03-12T09:00:00')
    await done(head, late, 'decision', { ...GRANT, grade: 'near', timing: '等待学校回函' })

    const compared = (await supervisor().get('/api/discretion/graded?since=2026-01-01')).json()
    expect(compared.grades).toMatchObject([
      { grade: 'near', granted: 3, denied: 1, medianDays: 1, divided: true },
    ])
    expect(compared.unlike.map(({ caseNo, how, timing }: never) => [caseNo, how, timing])).toEqual([
      [third.caseNo, 'otherResult', ''],
      [late.caseNo, 'late', '等待学校回函'],
    ])
    expect((await supervisor().get('/api/discretion')).json().rows).toMatchObject([
      { item: 'graded', cases: 4 },
    ])
  })
})

describe('[CASE-19] inform and pledge', () => {
  const half = { materials: [paper('application')], pledged: true }
  const checkOf = async (caseNo: string) =>
    ((await head().get('/api/pledges')).json().rows as PledgeRow[]).find((row) => row.caseNo === caseNo)

  test('[CASE-19] who signs the pledge is decided on at once, the papers it waives may not be asked for, and it is checked later; a false one is never without consequence', async () => {
    expect(refusal(await receive('graded', half))).toEqual([409, 'pledge.not-offered'])
    const file = await received('pledged', half)
    expect(file).toMatchObject({
      status: 'decided',
      decision: { outcome: 'granted', atOnce: 'pledge' },
      kind: { pledge: { waives: ['经营场所布局图'] } },
    })
    const row = await checkOf(file.caseNo)
    expect([row?.open, row?.overdue, row?.dueAt.slice(0, 10)]).toEqual([true, false, '2026-04-11'])

    const waiting = await received('pledged', { materials: [], pledged: true })
    const ask = { missing: ['layout', 'application'], orally: false }
    expect(refusal(await act(clerk, waiting, 'supplement-notice', ask))).toEqual([409, 'pledge.waived'])
    await done(clerk, waiting, 'supplement-notice', { missing: ['application'], orally: false })
    const supplied = await done(clerk, waiting, 'materials', { materials: [paper('application')] })
    expect(supplied.decision).toMatchObject({ atOnce: 'pledge' })

    await hall.pass('2026-04-15T09:00:00')
    expect(await rulesOn(waiting)).toContain('SV-30')
    expect((await checkOf(file.caseNo))?.overdue).toBe(true)
    const check = (desk: typeof head, more: object) =>
      desk().send('POST', `/api/pledges/${file.caseNo}/check`, {
        ...{ checkedOn: '2026-04-14', result: 'broken', finding: '没有操作间', ...more },
      })
    expect(refusal(await check(head, {}))).toEqual([422, 'pledge.no-consequence'])
    expect(refusal(await check(clerk, { consequence: 'revoked' }))).toEqual([403, 'pledge.head-decides'])
    const broken = await check(head, { consequence: 'revoked' })
    expect(broken.json()).toMatchObject({ open: false, barredUntil: '2027-04-14' })
    expect((await fileOf(head(), file.caseNo)).decision).toMatchObject({
      revoked: true,
      revocation: { reason: '告知承诺不实：没有操作间' },
    })
    expect(refusal(await receive('pledged', half))).toEqual([409, 'pledge.broken-before'])
    expect(refusal(await check(head, { result: 'kept' }))).toEqual([409, 'pledge.already-checked'])
  })
})

describe('[ITEM-25] filing', () => {
  test('[ITEM-25] a filing takes effect on complete receipt under its number; it can be incomplete, never refused, and waits for nobody', async () => {
    const filed = await received('filing')
    expect(filed).toMatchObject({
      status: 'delivered',
      steps: [],
      decision: { atOnce: 'filing', outcome: 'granted', number: expect.stringContaining('备') },
    })
    expect(filed.endedAt).toBe(filed.receivedAt)
    const short = await received('filing', { materials: [paper('application')] })
    expect(short.status).toBe('received')
    const refusing = { reason: '不同意', basis: '食品安全法 33', nextStep: '无', ground: 'notOurs' }
    expect(refusal(await act(head, short, 'refusal', refusing))).toEqual([409, 'filing.no-refusal'])
    expect(refusal(await act(head, short, 'decision', { ...DENY, unmet: ['premises'] }))[0]).toBe(409)
    expect(
      refusal(await act(head, short, 'suspension', { ground: 'hearing', document: '文', told: false }))[0],
    ).toBe(409)
    await done(clerk, short, 'supplement-notice', { missing: ['layout'], orally: false })
    expect((await done(clerk, short, 'materials', { materials: [paper('layout')] })).status).toBe('delivered')

    const draft = own('filing-2', { filing: true, type: 'otherPower', limits: AT_ONCE })
    const found = (await head().send('PUT', '/api/catalogue/drafts/filing-2', { content: draft })).json()
    expect(found.findings.map(({ check }: { check: string }) => check)).toContain('IC-20')
    const publish = { from: '2026-04-20', reason: '' }
    expect(
      refusal(await supervisor().send('POST', '/api/catalogue/items/filing-2/versions', publish)),
    ).toEqual([409, 'catalogue.not-ready'])
    await hall.pass('2026-04-15T10:00:00')
    expect(await rulesOn(short)).toContain('SV-30')
  })
})

describe('[CASE-09] the express lane', () => {
  const listed = async (month: string) => {
    const answer = (await supervisor().get(`/api/urgency?month=${month}`)).json()
    return answer as { rows: UrgencyRow[]; unaudited: number; auditBy: string }
  }

  test('[CASE-09] a flag needs ground, reason and another’s approval, has a shorter limit of its own, and each is looked at by the month; an emergency left in the queue shows', async () => {
    const file = await received('graded', { acceptIfComplete: true })
    const asking = { ground: 'lifeAndHealth', reason: '术后须居家透析，医院证明附后' }
    expect(refusal(await act(clerk, file, 'urgency-request', { ...asking, reason: ' ' }))[1]).toBe(
      'case.reason-missing',
    )
    expect(
      (await act(clerk, file, 'urgency-request', { ...asking, ground: 'acquaintance' })).statusCode,
    ).toBe(400)
    await done(clerk, file, 'urgency-request', asking)
    const grant = { within: '2W', reason: '情况属实' }
    expect(refusal(await act(clerk, file, 'urgency', grant))).toEqual([403, 'urgency.approver-missing'])
    expect(refusal(await act(head, file, 'urgency', { ...grant, within: '8W' }))).toEqual([
      422,
      'urgency.not-shorter',
    ])
    const granted = await done(head, file, 'urgency', grant)
    expect(granted.clocks.find(({ limit }) => limit === 'urgent')?.dueAt?.slice(0, 10)).toBe('2026-04-18')
    expect(granted.dueAt?.slice(0, 10)).toBe('2026-04-18')
    const [first] = (await head().get('/api/work?whose=unit')).json().rows
    expect(first.caseNo).toBe(file.caseNo)

    const own = await received('graded', { acceptIfComplete: true })
    await done(head, own, 'urgency-request', asking)
    expect(refusal(await act(head, own, 'urgency', grant))).toEqual([403, 'urgency.approver-missing'])
    await hall.pass('2026-04-22T09:00:00')
    const { rows, unaudited, auditBy } = await listed('2026-04')
    expect([unaudited, auditBy]).toEqual([1, '2026-05-10'])
    expect(rows.find(({ caseNo }) => caseNo === own.caseNo)).toMatchObject({
      status: 'asked',
      leftWaiting: true,
    })
    expect(rows.find(({ caseNo }) => caseNo === file.caseNo)).toMatchObject({
      late: true,
      leftWaiting: false,
    })

    const audit = (desk: typeof head) =>
      desk().send('POST', `/api/urgency/${file.caseNo}/audit`, {
        finding: 'favour',
        reason: '证明与本人不符',
      })
    expect((await audit(head)).statusCode).toBe(403)
    expect((await audit(supervisor)).statusCode).toBe(200)
    expect(refusal(await audit(supervisor))).toEqual([409, 'urgency.audited'])
    expect((await listed('2026-04')).rows.find(({ caseNo }) => caseNo === file.caseNo)?.audit).toMatchObject({
      finding: 'favour',
    })
    for (let time = 0; time < 2; time++) {
      const more = await received('graded')
      await done(clerk, more, 'urgency-request', asking)
    }
    expect((await listed('2026-04')).rows.every(({ repeated }) => repeated === 4)).toBe(true)
  })
})

describe('[CASE-13] who answers for a default', () => {
  const entries = async () => (await supervisor().get('/api/liabilities')).json().rows as LiabilityRow[]
  const conclusion = { cause: 'person', personName: '', finding: '审查岗十个工作日未动', measure: '告诫' }

  test('[CASE-13] the department is entered with the default, then the person is looked for by a day; it neither ends at the department nor with the applicant', async () => {
    const file = await received('silent', { acceptIfComplete: true })
    await hall.pass('2026-05-29T09:00:00')
    expect((await fileOf(head(), file.caseNo)).decision).toMatchObject({ deemed: true })
    const entry = (await entries()).find(({ caseNo }) => caseNo === file.caseNo) as LiabilityRow
    expect(entry).toMatchObject({ unit: 'planning', because: 'deemedGranted', stage: 'department' })
    expect(entry.consequence).toContain('不得归责于申请人')
    expect(entry.dueAt > entry.enteredAt).toBe(true)

    const send = (desk: typeof head, path: string, body: object) =>
      desk().send('POST', `/api/liabilities/${entry.liability}/${path}`, body)
    expect((await send(head, 'inquiry', {})).statusCode).toBe(403)
    expect(refusal(await send(supervisor, 'conclusion', { ...conclusion, personName: '李' }))).toEqual([
      409,
      'liability.no-inquiry',
    ])
    expect((await send(supervisor, 'inquiry', { note: '调阅办件经过' })).json().stage).toBe('inquiry')
    expect(refusal(await send(supervisor, 'conclusion', conclusion))).toEqual([
      422,
      'liability.ends-at-department',
    ])
    const blaming = { ...conclusion, cause: 'applicant', personName: '王小明' }
    expect(refusal(await send(supervisor, 'conclusion', blaming))).toEqual([
      422,
      'liability.blames-applicant',
    ])
    expect(refusal(await send(supervisor, 'conclusion', { ...conclusion, person: 'zhang.min' }))).toEqual([
      422,
      'liability.person-elsewhere',
    ])
    const ended = await send(supervisor, 'conclusion', { ...conclusion, person: 'li.wei' })
    expect(ended.json()).toMatchObject({ stage: 'concluded', conclusion: { personName: '李蔚（演示）' } })
  })

  test('[CASE-11] an overdue case turns red and asks the unit for its reason by a day; what supervision finds unjust is entered for the department and an inquiry', async () => {
    const file = await received('graded', { acceptIfComplete: true })
    await hall.pass('2026-07-20T09:00:00')
    const card = (await cardsOf()).find(
      ({ caseId, rule, level }) => caseId === file.caseNo && rule === 'SV-01' && level === 'red',
    )?.card
    expect(card).toBeDefined()
    const asked = (await supervisor().get(`/api/cards/${card}`)).json()
    expect(asked.replyBy >= '2026-06').toBe(true)
    const judge = (desk: typeof head) =>
      desk().send('POST', `/api/cards/${card}/judgement`, { outcome: 'upheld', reason: '没有正当理由' })
    await head().send('POST', `/api/cards/${card}/answer`, { text: '经办人出差，无人顶岗，责任在本单位' })
    expect((await judge(head)).statusCode).toBe(403)
    expect((await judge(supervisor)).statusCode).toBe(200)
    await hall.pass('2026-07-20T10:00:00')
    const entry = (await entries()).find(({ caseNo }) => caseNo === file.caseNo)
    expect(entry).toMatchObject({ because: 'overdue', card, stage: 'department', unit: 'planning' })
    const count = (await entries()).length
    await hall.pass('2026-07-20T11:00:00')
    expect((await entries()).length).toBe(count)
  })
})

describe('[ITEM-17] results', () => {
  const results = async (query = '') =>
    (await hall.app.inject(`/api/results?limit=200${query}`)).json() as {
      rows: PostedResult[]
      next: string | null
    }

  test('[ITEM-17] a result with number, day, outcome and ground is delivered and posted with the name masked; another date is refused, and what nobody delivered shows', async () => {
    const file = await reviewed(await received('prompt'))
    expect(refusal(await act(head, file, 'decision', { ...GRANT, dated: '2026-06-01' }))).toEqual([
      422,
      'decision.back-dated',
    ])
    const decided = await done(head, file, 'decision', {
      ...{ ...DENY, reasons: '王小明的铺面是违法建筑', unmet: ['premises'], dated: '2026-07-20' },
    })
    const { decision } = decided
    expect(decision).toMatchObject({
      ...{ postedOn: '2026-07-20', effectiveOn: null, revocation: null, delivery: null },
      number: expect.stringContaining('2026'),
      remedies: [
        { way: 'review', until: null },
        { way: 'court', until: null },
      ],
    })
    const { rows } = await results()
    const posted = rows.find(({ caseNo }) => caseNo === file.caseNo)
    expect(posted).toMatchObject({
      ...{ decidedOn: '2026-07-20', outcome: 'denied', basis: '食品安全法 33', number: decision?.number },
      unmet: [{ zh: '有固定的经营场所' }],
    })
    expect(posted?.applicant).toMatch(/^王\*+$/)
    expect(JSON.stringify(rows)).not.toMatch(/王小明|违法建筑|13800138000/)
    expect((await results(`&search=${encodeURIComponent(decision?.number ?? '')}`)).rows).toHaveLength(1)
    const page = (await hall.app.inject('/api/results?limit=2')).json()
    expect(page.rows).toHaveLength(2)
    const next = (await hall.app.inject(`/api/results?limit=2&after=${page.next}`)).json()
    expect(next.rows[0].caseNo).not.toBe(page.rows[0].caseNo)

    await done(head, file, 'delivery', { way: 'inPerson', proof: '本人签收' })
    const delivered = (await fileOf(head(), file.caseNo)).decision
    expect(delivered?.delivery).toMatchObject({ way: 'inPerson', proof: '本人签收' })
    expect(delivered?.remedies.map(({ until }) => until)).toEqual(['2026-09-18', '2027-01-20'])

    const kept = await reviewed(await received('prompt'))
    await done(head, kept, 'decision', GRANT)
    await hall.pass('2026-08-20T09:00:00')
    expect(await rulesOn(kept)).toContain('SV-12')
    expect(await rulesOn(file)).toContain('SV-30')
  })
})

test('special procedures say in writing how long they take, never longer than announced', async () => {
  const file = await received('graded', { acceptIfComplete: true })
  const suspend = (more: object) =>
    act(head, file, 'suspension', {
      ground: 'expertReview',
      document: '专评〔2026〕1号',
      told: true,
      ...more,
    })
  expect(refusal(await suspend({}))).toEqual([422, 'special.needs-unsaid'])
  const suspended = (await suspend({ needs: '10W' })).json<FileView>()
  expect(suspended.kind.suspensionNeeds).toBe('10W')
  expect(suspended.clocks.find(({ limit }) => limit === 'special')?.dueAt?.slice(0, 10)).toBe('2026-09-04')
  const resumed = await done(head, file, 'resumption', { document: '专评〔2026〕2号' })
  expect(resumed.clocks.find(({ limit }) => limit === 'special')?.status).toBe('stopped')
})

test('the lists of the kinds are what the ledger says', async () => {
  const tables = await compareRebuilt(hall.database, DEMO_JURISDICTION, [
    caseLists,
    pledgeLists,
    liabilityLists,
  ])
  expect(tables.filter(({ identical }) => !identical)).toEqual([])
})
