import { describe, expect, test } from 'vitest'
import type { FileView } from '#modules/cases/contract.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { findLogs } from '#modules/supervision/index.ts'
import type { Desk } from '#test/http/office.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'

const ITEM = 'food-business'
const deemed = {
  ...soundItem,
  deemedApproval: {
    eligible: true,
    reason: { zh: '不涉及公共安全', en: 'no public safety at stake' },
    approver: { zh: '县人民政府', en: 'County Government' },
    basis: { law: '某某条例', article: '第十二条', text: '', inForceFrom: '2010-01-01', repealedFrom: null },
  },
}
const bare = {
  ...soundItem,
  materials: soundItem.materials.map((material) => ({
    ...material,
    ...{ guidance: { zh: '', en: '' }, acceptanceStandard: { zh: '', en: '' }, sample: null },
  })),
}
const hall = await openHall({ [ITEM]: soundItem, 'deemed-item': deemed, 'bare-item': bare })
await hall.pass('2026-03-02T09:00:00')
const via = (account: string): Desk => ({
  get cookie() {
    return hall.desk(account).cookie
  },
  get csrfToken() {
    return hall.desk(account).csrfToken
  },
  get: (...given) => hall.desk(account).get(...given),
  send: (...given) => hall.desk(account).send(...given),
})
const [head, clerk, supervisor, leader] = ['wang.fang', 'li.wei', 'zhang.min', 'chen.jie'].map(via) as [
  Desk,
  Desk,
  Desk,
  Desk,
]

async function receive(materials = [paper('application'), paper('layout')], item = ITEM, more: object = {}) {
  const body = { item, channel: 'counter', counter: '3', applicant, materials, ...more }
  const answer = await clerk.send('POST', '/api/files', body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json() as { file: FileView; trackingCode: string }
}
const act = (desk: typeof clerk, { caseNo }: { caseNo: string }, path: string, body: object, headers = {}) =>
  desk.send('POST', `/api/files/${caseNo}/${path}`, body, headers)
const whyNot = (file: FileView, action: string) =>
  file.actions.find((one) => one.action === action)?.whyNot?.zh

describe('an application from the counter to the rating', () => {
  test('[CASE-03] tells the date it is due, from limit and calendar, never later than the law; and when it moves', async () => {
    const { file } = await receive(undefined, ITEM, { acceptIfComplete: true })
    const due = (view: FileView, limit: string) => view.clocks.find((clock) => clock.limit === limit)?.dueAt
    expect(due(file, 'committed')).toBe('2026-03-13T00:00:00+08:00')
    expect(due(file, 'statutory')).toBe('2026-03-31T00:00:00+08:00')
    expect(file.daysLeft).toBe(8)
    expect((await hall.told()).join()).toContain('已受理，承诺 2026-03-12 前办结')
    await act(head, file, 'extension-request', { by: '5W', reason: '需要现场核查' })
    await act(leader, file, 'extension', { told: true })
    expect(due(await fileOf(clerk, file.caseNo), 'committed')).toBe('2026-03-20T00:00:00+08:00')
    expect((await hall.told()).join()).toContain('经批准延期，理由：需要现场核查，承诺 2026-03-19 前办结')
  })

  test('[CASE-10] is extended above the unit, before the limit, told beforehand; never by the unit itself, twice or too late', async () => {
    const { file } = await receive(undefined, ITEM, { acceptIfComplete: true })
    expect(refusal(await act(leader, file, 'extension', { told: true }))).toEqual([
      409,
      'case.no-extension-asked',
    ])
    expect(refusal(await act(head, file, 'extension-request', { by: '5W', reason: ' ' }))).toEqual([
      422,
      'case.reason-missing',
    ])
    await act(head, file, 'extension-request', { by: '11W', reason: '案情复杂' })
    expect((await act(head, file, 'extension', { told: true })).statusCode).toBe(403)
    expect(refusal(await act(leader, file, 'extension', { told: true }))[1]).toBe('extension.too-long')
    await act(leader, file, 'extension-refusal', { reason: '超过法定最长期限' })
    await act(head, file, 'extension-request', { by: '10W', reason: '案情复杂' })
    const granted = await act(leader, file, 'extension', { told: true })
    expect(granted.json().timeline.at(-1).notice.number).toMatch(/延字/)
    await act(head, file, 'extension-request', { by: '1W', reason: '再延' })
    expect(refusal(await act(leader, file, 'extension', { told: true }))[1]).toBe('extension.already-granted')
  })

  test('[CASE-04] is told once what is missing, out of the closed list; a second notice is refused and needs the head with a ground', async () => {
    const { file } = await receive([])
    const notice = (desk: typeof clerk, missing: string[], exception: string | null = null) =>
      act(desk, file, 'supplement-notice', { missing, exception })
    expect(refusal(await notice(clerk, ['marriage-certificate']))).toEqual([422, 'case.material-not-listed'])
    const given = await notice(clerk, ['application', 'layout'])
    expect(given.json().supplement).toMatchObject({ missing: ['application', 'layout'], times: 1 })
    expect(given.json().timeline.at(-1).notice.number).toMatch(/补字/)
    expect(refusal(await notice(clerk, ['layout']))).toEqual([409, 'case.second-supplement-notice'])
    expect(refusal(await notice(head, ['layout']))).toEqual([409, 'case.second-supplement-notice'])
    expect((await notice(head, ['layout'], '《食品经营许可和备案管理办法》第十二条修改')).statusCode).toBe(
      200,
    )
    await hall.pass('2026-03-02T10:00:00')
    const cards = (await supervisor.get(`/api/cards?limit=200`)).json().rows as {
      rule: string
      caseId: string
    }[]
    expect(cards.filter(({ caseId }) => caseId === file.caseNo).map(({ rule }) => rule)).toContain('SV-03')
  })

  test('[CASE-05] each missing paper is told with guidance, sample and contact, as the guide has them; a slip without content is refused; the applicant confirms', async () => {
    const bare = await receive([], 'bare-item')
    const notice = (file: FileView, more: object) =>
      act(clerk, file, 'supplement-notice', { missing: ['layout'], ...more })
    expect(refusal(await notice(bare.file, {}))).toEqual([422, 'case.supplement-unexplained'])
    const explained = await notice(bare.file, { wrong: { layout: '须标明操作间和卫生间，比例 1:100' } })
    expect(explained.json().supplement).toMatchObject({ missing: ['layout'], understood: false })

    const { file, trackingCode: code } = await receive([])
    expect(refusal(await act(clerk, file, 'supplement-notice', { missing: [] }))[1]).toBe(
      'case.nothing-missing',
    )
    const both = { missing: ['application', 'layout'] }
    // What is to be told stands in the guide: a text of one's own beside it is not taken.
    const contradicting = await act(clerk, file, 'supplement-notice', { ...both, guidance: '过几天再来' })
    expect(contradicting.statusCode).toBe(400)
    await act(clerk, file, 'supplement-notice', both)
    const tracked = async () => (await hall.app.inject(`/api/track/${file.caseNo}?code=${code}`)).json()
    const guide = (await hall.app.inject({ url: `/api/catalogue/items/${ITEM}` })).json().guide.content
    const { missing, contact, understood } = await tracked()
    const guided = guide.materials.map(({ guidance }: { guidance: { zh: string } }) => guidance.zh)
    expect(missing.map(({ guidance }: { guidance: string }) => guidance)).toEqual(guided)
    expect(missing.map(({ sample }: { sample: boolean }) => sample)).toEqual([true, false])
    expect(contact).toEqual({ phone: guide.phones.consult, address: guide.place.address.zh })
    expect(understood).toBe(false)

    const confirm = (by: string) =>
      hall.app.inject({ method: 'POST', url: `/api/track/${file.caseNo}/understood`, payload: { code: by } })
    expect(refusal(await confirm('AAAAAAAA'))).toEqual([404, 'case.not-found'])
    expect((await confirm(code)).json().understood).toBe(true)
    expect((await confirm(code)).statusCode).toBe(200)
    const view = await fileOf(clerk, file.caseNo)
    expect(view.supplement).toMatchObject({ understood: true })
    expect(
      view.timeline.filter(({ type }) => type === 'SupplementUnderstood').map(({ by }) => by.zh),
    ).toEqual(['申请人'])
    const atCounter = await receive([])
    const told = await act(clerk, atCounter.file, 'supplement-notice', {
      missing: ['layout'],
      understood: true,
    })
    expect(told.json().supplement).toMatchObject({ understood: true })
  })

  test('[CASE-06] after acceptance knows neither supplement nor return: the counter has no such act, the doors refuse it, and who tries is a card at supervision', async () => {
    const { file } = await receive(undefined, ITEM, { acceptIfComplete: true })
    const cards = async (caseNo: string) => {
      await hall.pass(new Date(hall.now + 8 * 3_600_000 + 60_000).toISOString().slice(0, 19))
      const { rows } = (await supervisor.get('/api/cards?limit=200')).json() as {
        rows: { rule: string; caseId: string; because: { zh: string } }[]
      }
      return rows.filter(({ caseId, rule }) => caseId === caseNo && rule === 'SV-04')
    }
    expect(whyNot(file, 'supplementNotice')).toContain('已经受理')
    const late = { missing: ['layout'] }
    const notice = () => act(clerk, file, 'supplement-notice', late, { 'if-match': '"1"' })
    expect(refusal(await notice())).toEqual([409, 'case.after-acceptance'])
    // Whoever has an older version before him cannot know of the acceptance: no attempt.
    expect(await cards(file.caseNo)).toEqual([])

    for (const desk of [clerk, clerk])
      expect(refusal(await act(desk, file, 'supplement-notice', late))).toEqual([
        409,
        'case.after-acceptance',
      ])
    const excepted = await act(head, file, 'supplement-notice', { ...late, exception: '有依据' })
    expect(refusal(excepted)).toEqual([409, 'case.after-acceptance'])
    const returned = await act(clerk, file, 'refusal', { reason: 'x', basis: 'x', nextStep: 'x' })
    expect(refusal(returned)).toEqual([409, 'case.after-acceptance'])
    const toApplicant = { from: 'review', to: 'applicant', reason: 'x' }
    expect(refusal(await act(head, file, 'sent-back', toApplicant))).toEqual([404, 'case.no-such-step'])
    const view = await fileOf(clerk, file.caseNo)
    expect(view).toMatchObject({ status: 'accepted', supplement: null, dueAt: file.dueAt })
    expect(view.timeline.filter(({ type }) => type === 'ReturnAttempted').map(({ by }) => by.zh)).toEqual([
      '规划局 李蔚（演示）',
      '规划局 王放（演示）',
      '规划局 李蔚（演示）',
    ])
    expect((await cards(file.caseNo)).map(({ because }) => because.zh).join()).toContain('受理后要求补正')
  })

  test('[CASE-06] a withdrawal after acceptance with the same application soon after is examined; an honest one is not', async () => {
    const withdraw = async ({ file, trackingCode: code }: Awaited<ReturnType<typeof receive>>) => {
      const url = `/api/track/${file.caseNo}/withdrawal`
      await hall.app.inject({ method: 'POST', url, payload: { code, reason: '窗口让我撤回' } })
    }
    const [accepted, unanswered] = [
      await receive(undefined, ITEM, { acceptIfComplete: true }),
      await receive(),
    ]
    for (const one of [accepted, unanswered]) await withdraw(one)
    const again = await receive()
    const told = async ({ file }: typeof accepted) =>
      (await fileOf(clerk, file.caseNo)).timeline.filter(({ type }) => type === 'CaseFiledAgain')
    expect((await told(accepted)).map(({ text }) => text.zh).join()).toContain(again.file.caseNo)
    expect(await told(unanswered)).toEqual([])
    await hall.pass('2026-03-02T13:00:00')
    const { rows } = (await supervisor.get('/api/cards?limit=200')).json() as {
      rows: { rule: string; caseId: string }[]
    }
    const examined = rows.filter(({ rule }) => rule === 'SV-04').map(({ caseId }) => caseId)
    expect(examined).toContain(accepted.file.caseNo)
    expect(examined).not.toContain(unanswered.file.caseNo)
    const tracked = await hall.app.inject(`/api/track/${accepted.file.caseNo}?code=${accepted.trackingCode}`)
    expect(tracked.body).not.toContain('又申请')
  })

  test('[CASE-21] is declined with clause and next step, never barely', async () => {
    const { file, trackingCode } = await receive()
    const decline = (nextStep: string) =>
      act(clerk, file, 'refusal', {
        ...{ reason: '不属本机关职权', basis: '行政许可法 32(2)', ground: 'notOurs', nextStep },
      })
    expect(refusal(await decline(' '))).toEqual([422, 'case.reason-missing'])
    expect((await decline('请到县行政审批局二楼 5 号窗口申请')).json()).toMatchObject({ status: 'declined' })
    expect((await hall.told()).join()).toContain('请到县行政审批局二楼 5 号窗口申请')
    const payload = { code: trackingCode, grade: 'satisfied' }
    const rated = await hall.app.inject({ method: 'POST', url: `/api/track/${file.caseNo}/rating`, payload })
    expect(rated.json()).toMatchObject({ rated: 'satisfied' })
  })

  test('[CASE-32] is decided with reasons, delivered with proof, rated once by the applicant alone', async () => {
    const { file, trackingCode } = await receive(undefined, ITEM, { acceptIfComplete: true })
    const at = { caseNo: file.caseNo }
    expect(refusal(await act(head, at, 'decision', { outcome: 'granted' }))).toEqual([409, 'case.steps-open'])
    expect((await act(head, at, 'steps', { step: 'review', outcome: 'agreed' })).statusCode).toBe(200)
    expect(refusal(await act(head, at, 'decision', { outcome: 'denied', reasons: '', basis: '' }))).toEqual([
      422,
      'case.basis-missing',
    ])
    expect(refusal(await act(clerk, at, 'delivery', { way: 'inPerson', proof: '签收' }))).toEqual([
      409,
      'case.not-decided',
    ])
    const denied = {
      ...{ outcome: 'denied', reasons: '布局不符合要求', basis: '食品安全法 33' },
      unmet: ['premises'],
    }
    expect((await act(head, at, 'decision', denied)).json()).toMatchObject({
      status: 'decided',
      outcome: 'denied',
    })
    expect(refusal(await act(clerk, at, 'delivery', { way: 'inPerson', proof: '' }))).toEqual([
      422,
      'case.reason-missing',
    ])
    expect((await act(clerk, at, 'delivery', { way: 'inPerson', proof: '本人签收' })).json().status).toBe(
      'delivered',
    )
    expect((await hall.told()).join()).toContain('评价')
    const rate = (code: string) =>
      hall.app.inject({
        method: 'POST',
        url: `/api/track/${file.caseNo}/rating`,
        payload: { code, grade: 'dissatisfied' },
      })
    expect(refusal(await rate('AAAAAAAA'))).toEqual([404, 'case.not-found'])
    expect((await rate(trackingCode)).json()).toMatchObject({ rated: 'dissatisfied', mayRate: false })
    expect(refusal(await rate(trackingCode))).toEqual([409, 'case.already-rated'])
  })
})

describe('when the office is silent', () => {
  test('[CASE-12] an eligible item is granted at its limit, the others never; and the cards name both', async () => {
    const start = '2026-04-01T09:00:00'
    await hall.pass(start)
    const [plain, eligible] = [
      await receive(undefined, ITEM, { acceptIfComplete: true }),
      await receive(undefined, 'deemed-item', { acceptIfComplete: true }),
    ]
    const escape = await act(head, eligible.file, 'decision', { outcome: 'denied', reasons: '', basis: '' })
    expect(refusal(escape)).toEqual([409, 'case.steps-open'])
    await hall.pass('2026-06-01T09:00:00')
    const [late, granted] = [await fileOf(head, plain.file.caseNo), await fileOf(head, eligible.file.caseNo)]
    expect(late).toMatchObject({ status: 'accepted', decision: null })
    expect(granted.decision).toMatchObject({
      outcome: 'granted',
      deemed: true,
      basis: '某某条例 第十二条',
      by: 'system/law',
    })
    expect(granted.decision?.at).toBe(granted.clocks.find(({ limit }) => limit === 'statutory')?.dueAt)
    const cards = (await supervisor.get(`/api/cards?limit=200`)).json().rows as {
      level: string
      caseId: string
    }[]
    expect(
      cards
        .filter(({ caseId }) => caseId === plain.file.caseNo)
        .map(({ level }) => level)
        .sort(),
    ).toEqual(expect.arrayContaining(['red', 'yellow']))
  })

  test('[CASE-34] whether an item is eligible is said with reason and approver, and a later change touches no running case', async () => {
    await hall.pass('2026-07-01T09:00:00')
    const guide = (await hall.app.inject({ url: '/api/catalogue/items/deemed-item' })).json().guide.content
    expect(guide.deemedApproval).toMatchObject({ eligible: true, approver: { zh: '县人民政府' } })
    const unfounded = { ...deemed, deemedApproval: { ...deemed.deemedApproval, basis: null } }
    await head.send('PUT', '/api/catalogue/drafts/deemed-item', { content: unfounded })
    const publish = () =>
      supervisor.send('POST', '/api/catalogue/items/deemed-item/versions', { from: '2026-07-02' })
    expect(refusal(await publish())[1]).toBe('catalogue.not-ready')
    const running = await receive(undefined, 'deemed-item', { acceptIfComplete: true })
    await head.send('PUT', '/api/catalogue/drafts/deemed-item', { content: soundItem })
    const published = await publish()
    expect(published.statusCode).toBe(200)
    await hall.pass('2026-07-02T09:00:00')
    const later = await receive(undefined, 'deemed-item', { acceptIfComplete: true })
    await hall.pass('2026-09-01T09:00:00')
    expect((await fileOf(head, running.file.caseNo)).decision).toMatchObject({ deemed: true })
    expect((await fileOf(head, later.file.caseNo)).decision).toBeNull()
  })

  test('[CASE-11] what is overdue turns red under supervision, and the unit cannot judge its own card', async () => {
    const cards = (await supervisor.get('/api/cards?level=red&limit=200')).json().rows as {
      card: string
      unit: string
      log: string
    }[]
    const red = cards.find(({ log }) => log === 'hall')
    expect(red?.unit).toBe('planning')
    const judged = await head.send('POST', `/api/cards/${red?.card}/judgement`, {
      outcome: 'excused',
      ground: 'systemOutage',
      reason: '忙',
    })
    expect(judged.statusCode).toBe(403)
  })
})

describe('misuse', () => {
  test('a wrong code and a wrong number look alike, and guessing stops', async () => {
    const { file } = await receive()
    const ask = (caseNo: string, code: string) =>
      hall.app.inject({ url: `/api/track/${caseNo}?code=${code}` })
    const [code, number] = [await ask(file.caseNo, 'AAAAAAAA'), await ask('260302-000000-0', 'AAAAAAAA')]
    expect([refusal(code)[1], refusal(number)[1]]).toEqual(['case.not-found', 'case.not-found'])
    for (let count = 0; count < 30; count++) await ask(file.caseNo, 'BBBBBBBB')
    expect((await ask(file.caseNo, 'BBBBBBBB')).statusCode).toBe(429)
    hall.now += 11 * 60_000
  })

  test('the same click twice gives one file and the same answer', async () => {
    const body = { item: ITEM, channel: 'counter', applicant, materials: [] }
    const key = { 'idempotency-key': 'click-1' }
    const [first, second] = [
      await clerk.send('POST', '/api/files', body, key),
      await clerk.send('POST', '/api/files', body, key),
    ]
    expect(second.json().file.caseNo).toBe(first.json().file.caseNo)
  })

  test('whoever wants to know the applicant says what for, and the answer is on record', async () => {
    const { file } = await receive()
    expect((await act(clerk, file, 'applicant', {})).statusCode).toBe(400)
    const shown = await act(clerk, file, 'applicant', { purpose: '电话通知补正' })
    expect(shown.json()).toMatchObject({ name: '王小明', phone: '13800138000' })
    expect(JSON.stringify(await fileOf(clerk, file.caseNo))).not.toMatch(
      /王小明|13800138000|11010519491231002X/,
    )
  })
})

test('the living hall is one log beside the others', async () => {
  const logs = await hall.database.read({ jurisdiction: '990100', reach: 'jurisdiction' }, (db) =>
    findLogs(db),
  )
  expect(logs.map(({ log }) => log)).toEqual(['hall'])
})
