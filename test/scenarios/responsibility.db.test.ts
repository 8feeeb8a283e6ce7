import { expect, test } from 'vitest'
import { calendarEditions, clockList } from '#engines/clocks/stored/index.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import { caseLists } from '#modules/cases/index.ts'
import type { FileView, TransferCase } from '#modules/cases/contract.ts'
import { delegationLists, enquiryLists } from '#modules/hall/index.ts'
import { applicant, fileOf, openHall, paper, refusal } from './hall.ts'

/** An item of the planning office whose review lies at its own post `review`. */
const item = {
  ...soundItem,
  steps: soundItem.steps.map((step) => ({ ...step, post: { zh: '审查岗', en: 'review' } })),
}
const hall = await openHall({ permit: item })
const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const

const NEW = [
  { account: 'qian.market', name: '钱市', unit: 'market', role: 'unitHead' },
  { account: 'zhao.market', name: '赵市', unit: 'market', role: 'officer' },
  { account: 'sun.backup', name: '孙备', unit: 'planning', role: 'officer' },
] as const
const passwordHash = await hashPassword(DEMO_PASSWORD)
await hall.database.transaction(scope, async (db) => {
  for (const person of NEW)
    await addAccount(db, person, { passwordHash, mustChange: false, by: 'demo', at: hall.now })
})

const entered = new Map<string, Awaited<ReturnType<typeof hall.signIn>>>()
const enter = async (account: string) => {
  const desk = entered.get(account) ?? (await hall.signIn(account))
  entered.set(account, desk)
  return desk
}
const pass = async (text: string) => {
  await hall.pass(text)
  entered.clear()
}
const get = async (account: string, url: string) => (await enter(account)).get(url)
const post = async (account: string, url: string, body: object = {}) =>
  (await enter(account)).send('POST', url, body)
const put = async (account: string, url: string, body: object) =>
  (await enter(account)).send('PUT', url, body)
const fine = async <T>(answer: Promise<{ statusCode: number; body: string; json(): T }>): Promise<T> => {
  const given = await answer
  if (given.statusCode !== 200) throw new Error(given.body)
  return given.json()
}

await pass('2026-03-02T09:00:00')
const system = 'sun.yi'
for (const [unit, id, title, holder, backup] of [
  ['planning', 'review', '审查岗', 'li.wei', 'sun.backup'],
  ['market', 'desk', '综合岗', 'zhao.market', 'qian.market'],
] as const) {
  await fine(post(system, `/api/units/${unit}/posts`, { id, title, titleEn: id }))
  await fine(put(system, `/api/units/${unit}/posts/${id}/holder`, { holder, backup }))
}

const receive = async (account = 'li.wei', more: object = {}): Promise<FileView> => {
  const answer = await post(account, '/api/files', {
    ...{ item: 'permit', channel: 'counter', counter: null, applicant, acceptIfComplete: true },
    ...{ materials: [paper('application'), paper('layout')], ...more },
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json().file
}
const act = (account: string, caseNo: string, path: string, body: object) =>
  post(account, `/api/files/${caseNo}/${path}`, body)
const seen = async (account: string, caseNo: string) => fileOf(await enter(account), caseNo)
const transfer = (unit: string) => ({
  ...{ step: 'review', to: { unit } },
  reason: '经核对，此环节按三定方案属于对方职责',
  basis: '三定方案第五条',
})

test('[CASE-29] transfers between departments are counted, the third stops and goes to the coordinator with a ruling date; loops and transfers just before the due date show', async () => {
  const { caseNo } = await receive()
  expect(refusal(await act('li.wei', caseNo, 'transfers', transfer('market')))).toEqual([
    403,
    'transfer.head-consents',
  ])
  const short = { ...transfer('market'), reason: '不归我管' }
  expect(refusal(await act('wang.fang', caseNo, 'transfers', short))).toEqual([
    422,
    'transfer.reason-too-short',
  ])
  const first = await fine<FileView>(act('wang.fang', caseNo, 'transfers', transfer('market')))
  expect(first.responsibility.transfers).toMatchObject([
    { nth: 1, from: { unit: 'planning' }, to: { unit: 'market' }, loop: false, lastMinute: false },
  ])
  const due = first.clocks.find(({ limit }) => limit === 'committed')?.dueAt

  const second = await fine<FileView>(act('qian.market', caseNo, 'transfers', transfer('planning')))
  expect(second.responsibility.transfers[1]).toMatchObject({ nth: 2, loop: true })
  const third = await fine<FileView>(act('wang.fang', caseNo, 'transfers', transfer('market')))
  expect(third.responsibility.transfers).toHaveLength(2)
  expect(third.responsibility.dispute).toMatchObject({ nth: 3, because: 'third' })
  expect(third.steps.find(({ code }) => code === 'review')?.unit).toBe('planning')
  // The clock of the case runs on as if nobody had passed anything on.
  expect(third.clocks.find(({ limit }) => limit === 'committed')?.dueAt).toBe(due)
  expect(refusal(await act('wang.fang', caseNo, 'transfers', transfer('market')))).toEqual([
    409,
    'transfer.awaiting-ruling',
  ])

  const waiting = await fine<{ rows: TransferCase[] }>(get('chen.jie', '/api/transfers?waiting=yes'))
  expect(waiting.rows).toMatchObject([
    { caseNo, count: 3, loop: true, dispute: { ruleBy: '2026-03-06T00:00:00+08:00' } },
  ])
  const ruling = { to: { unit: 'market' }, reason: '事中监管属市场监管', basis: '三定方案' }
  expect(refusal(await act('wang.fang', caseNo, 'ruling', ruling))[0]).toBe(403)
  const ruled = await fine<FileView>(act('chen.jie', caseNo, 'ruling', ruling))
  expect(ruled.steps.find(({ code }) => code === 'review')?.unit).toBe('market')
  expect(refusal(await act('qian.market', caseNo, 'transfers', transfer('planning')))).toEqual([
    409,
    'transfer.ruled',
  ])
  // Whoever had it on the way goes on seeing it; the applicant is told, and is told of no quarrel.
  expect((await get('wang.fang', `/api/files/${caseNo}`)).statusCode).toBe(200)
  expect((await hall.told()).join()).toContain('环节已转由其他部门办理，不用您跑，承诺的期限不变')

  const late = await receive()
  await pass('2026-03-11T15:00:00')
  const tooLate = await fine<FileView>(act('wang.fang', late.caseNo, 'transfers', transfer('market')))
  expect(tooLate.responsibility.dispute).toMatchObject({ nth: 1, because: 'tooLate', lastMinute: true })
})

test('[CASE-29] a ruling that is not made in time is a fact of the case', async () => {
  await pass('2026-03-12T09:00:00')
  const { caseNo } = await receive()
  for (const [who, unit] of [
    ['wang.fang', 'market'],
    ['qian.market', 'planning'],
    ['wang.fang', 'market'],
  ] as const)
    await fine(act(who, caseNo, 'transfers', transfer(unit)))
  await pass('2026-03-18T09:00:00')
  const file = await seen('chen.jie', caseNo)
  expect(file.timeline.map(({ text }) => text.zh)).toContain('协调机构裁定时限届满，尚未办结')
})

test('[CASE-28] what reached a leader is counted with the days lost; routine matters carried upwards, late entries of calls and words without an entry show to the head of the department and above', async () => {
  await pass('2026-03-19T09:00:00')
  const { caseNo } = await receive()
  const raised = {
    ...{ how: 'report', raisedBy: 'department', leader: '分管副县长', matter: '请示是否可以批准' },
    heardAt: '2026-03-19T09:00:00+08:00',
  }
  await pass('2026-03-19T10:00:00')
  expect(refusal(await act('qian.market', caseNo, 'interventions', raised))[0]).toBe(404)
  await fine(act('li.wei', caseNo, 'interventions', raised))
  await pass('2026-03-24T09:00:00')
  const answer = { instruction: '依法依规办理' }
  const answered = await fine<FileView>(act('li.wei', caseNo, 'interventions/answer', answer))
  expect(answered.responsibility.interventions).toMatchObject([
    { withinPower: true, routine: true, enteredLate: false, answered: { daysLost: 3 } },
  ])
  expect(refusal(await act('li.wei', caseNo, 'interventions/answer', answer))).toEqual([
    409,
    'intervention.none-open',
  ])

  const called = await receive()
  await pass('2026-03-27T09:00:00')
  const call = {
    ...{ how: 'phone', raisedBy: 'leader', leader: '县长', matter: '询问进展' },
    heardAt: '2026-03-24T10:00:00+08:00',
  }
  const late = await fine<FileView>(act('li.wei', called.caseNo, 'interventions', call))
  expect(late.responsibility.interventions).toMatchObject([{ enteredLate: true, routine: false }])

  const silent = await receive()
  await fine(
    act('li.wei', silent.caseNo, 'steps', { step: 'review', outcome: 'agreed', opinion: '按领导指示同意' }),
  )
  expect((await seen('wang.fang', silent.caseNo)).responsibility.unrecorded).toMatchObject([
    { words: '按领导' },
  ])

  for (const account of ['wang.fang', 'chen.jie', 'zhang.min'])
    expect(await fine(get(account, '/api/interventions'))).toMatchObject({
      units: [
        {
          ...{ unit: 'planning', involved: 2, withinPower: 2, routine: 1 },
          ...{ enteredLate: 1, unrecorded: 1, daysLost: 3 },
        },
      ],
    })
  expect(await fine(get('qian.market', '/api/interventions'))).toEqual({ units: [], rows: [] })
})

test('[HALL-29] a named officer stays with the case through all departments, the applicant hears of every change and sees whom to ask; a case gone silent shows', async () => {
  await pass('2026-04-01T09:00:00')
  const created = await post('li.wei', '/api/files', {
    ...{ item: 'permit', channel: 'counter', counter: null, applicant, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
  })
  const { file, trackingCode } = created.json()
  const { caseNo } = file
  expect(file.responsibility.officer).toMatchObject({ account: 'li.wei', standIn: null })
  const tracked = async () => (await hall.app.inject(`/api/track/${caseNo}?code=${trackingCode}`)).json()
  expect(await tracked()).toMatchObject({ officer: { name: '李蔚（演示）', unitName: { zh: '规划局' } } })

  await hall.told()
  await fine(act('wang.fang', caseNo, 'transfers', transfer('market')))
  const changed = { account: 'sun.backup', reason: '由孙备全程跟进' }
  expect(refusal(await act('li.wei', caseNo, 'service-officer', changed))).toEqual([
    403,
    'service.head-names',
  ])
  await fine(act('wang.fang', caseNo, 'service-officer', changed))
  await fine(act('zhao.market', caseNo, 'steps', { step: 'review', outcome: 'agreed', opinion: '符合条件' }))
  const told = (await hall.told()).join()
  for (const words of ['已转由其他部门办理', '现由孙备全程服务', '环节已办完']) expect(told).toContain(words)
  expect(await tracked()).toMatchObject({ officer: { name: '孙备' } })

  const silentNow = async (account: string) =>
    (await fine<{ rows: { caseNo: string }[] }>(get(account, '/api/silent-cases'))).rows.map(
      (row) => row.caseNo,
    )
  expect(await silentNow('wang.fang')).not.toContain(caseNo)
  await pass('2026-04-10T09:00:00')
  expect(await silentNow('wang.fang')).toContain(caseNo)
  expect(await silentNow('zhang.min')).toContain(caseNo)
  expect((await seen('wang.fang', caseNo)).responsibility).toMatchObject({ silent: true })
  const message = { way: 'message', text: '正在等待市场监管局的意见' }
  expect(refusal(await act('zhao.market', caseNo, 'informed', message))).toEqual([
    403,
    'service.not-the-officer',
  ])
  await fine(act('sun.backup', caseNo, 'informed', message))
  expect((await hall.told()).join()).toContain('正在等待市场监管局的意见')
  expect(await silentNow('wang.fang')).not.toContain(caseNo)
})

test('[HALL-13] powers are delegated to the window item by item and the path follows them: who lacks a power is refused, a window head without decision and a withdrawal without notice show', async () => {
  await pass('2026-04-13T09:00:00')
  await fine(
    post(system, '/api/units/planning/posts', {
      id: 'window',
      title: '窗口首席代表',
      titleEn: 'window head',
    }),
  )
  await fine(
    put(system, '/api/units/planning/posts/window/holder', { holder: 'sun.backup', backup: 'li.wei' }),
  )
  const desk = { unit: 'planning', post: 'window' }
  const record = {
    ...{ full: true, windowHead: desk, accept: [desk], review: [desk], decide: [], seal: [desk] },
    ...{ document: '规授〔2026〕1号', from: '2026-04-13' },
  }
  expect(refusal(await put('li.wei', '/api/delegations/permit', record))[0]).toBe(403)
  expect(refusal(await put('qian.market', '/api/delegations/permit', record))).toEqual([
    403,
    'delegation.not-the-head',
  ])
  const past = { ...record, from: '2026-04-01' }
  expect(refusal(await put('wang.fang', '/api/delegations/permit', past))).toEqual([
    422,
    'delegation.backdated',
  ])
  expect(await fine(put('wang.fang', '/api/delegations/permit', record))).toMatchObject({
    flags: ['headCannotDecide', 'powerMissing'],
  })
  await fine(put('wang.fang', '/api/delegations/permit', { ...record, decide: [desk] }))
  expect(await fine(get('zhang.min', '/api/delegations'))).toMatchObject({
    rows: [{ item: 'permit', inForce: true, flags: [], decide: [{ post: 'window', acting: '孙备' }] }],
  })

  // Li takes the papers in and may not accept any more; the window's own post goes the whole way.
  const file = await receive('li.wei')
  expect(file.status).toBe('received')
  const { caseNo } = file
  expect(refusal(await act('li.wei', caseNo, 'acceptance', {}))).toEqual([403, 'case.power-not-delegated'])
  await fine(act('sun.backup', caseNo, 'acceptance', {}))
  const agreed = { step: 'review', outcome: 'agreed', opinion: '' }
  expect(refusal(await act('li.wei', caseNo, 'steps', agreed))).toEqual([403, 'case.power-not-delegated'])
  await fine(act('sun.backup', caseNo, 'steps', agreed))
  const granted = { outcome: 'granted', reasons: '', basis: '', result: '许可证' }
  expect(refusal(await act('li.wei', caseNo, 'decision', granted))).toEqual([403, 'case.power-not-delegated'])
  await fine(act('sun.backup', caseNo, 'decision', granted))
  const handed = { way: 'inPerson', proof: '签收' }
  expect(refusal(await act('li.wei', caseNo, 'delivery', handed))).toEqual([403, 'case.power-not-delegated'])

  const withdrawal = { effectiveOn: '2026-04-14', reason: '调整分工', notice: '' }
  const path = '/api/delegations/permit/withdrawal'
  expect(await fine(post('wang.fang', path, withdrawal))).toMatchObject({
    ...{ inForce: true, flags: ['withoutNotice'] },
    withdrawn: { effectiveOn: '2026-04-14', notice: '' },
  })
  expect(refusal(await post('wang.fang', path, withdrawal))).toEqual([409, 'delegation.none'])
  // A case that was received under it is finished under it.
  await fine(act('sun.backup', caseNo, 'delivery', handed))
  await pass('2026-04-14T09:00:00')
  expect((await receive('li.wei')).status).toBe('accepted')
})

test('A/B posts: from the moment that the holder is marked away, work, powers, dates and enquiries are the backup’s, and his again when he is back', async () => {
  await pass('2026-04-15T09:00:00')
  const { caseNo } = await receive('wang.fang')
  const agreed = { step: 'review', outcome: 'agreed', opinion: '' }
  expect(refusal(await act('sun.backup', caseNo, 'steps', agreed))[0]).toBe(403)
  const asked = await fine<{ enquiry: string }>(
    post('li.wei', '/api/enquiries', { matter: '怎么办规划许可' }),
  )
  const answer = { outcome: 'answered', text: '已发一次性告知单' }
  expect(refusal(await post('sun.backup', `/api/enquiries/${asked.enquiry}/outcome`, answer))).toEqual([
    403,
    'enquiry.not-yours',
  ])

  const away = { from: '2026-04-15T09:00:00+08:00', until: '2026-04-16T09:00:00+08:00' }
  await fine(put('li.wei', '/api/units/planning/posts/review/away', away))
  const file = await seen('sun.backup', caseNo)
  expect(file.responsibility.turns).toMatchObject([
    { holder: { zh: '李蔚（演示）' }, acting: { zh: '孙备' }, asBackup: true },
  ])
  const work = await fine<{ rows: { caseNo: string; whose: string; dueAt: string | null }[] }>(
    get('sun.backup', '/api/work?whose=mine'),
  )
  expect(work.rows.find((row) => row.caseNo === caseNo)).toMatchObject({
    whose: 'borrowed',
    dueAt: expect.stringMatching(/^2026-04/),
  })
  expect(await fine(get('sun.backup', `/api/enquiries/${asked.enquiry}`))).toMatchObject({
    ...{ mine: 'borrowed', standIn: '孙备' },
    first: { account: 'li.wei' },
  })
  expect(refusal(await act('li.wei', caseNo, 'steps', agreed))[0]).toBe(403)
  const done = await fine<FileView>(act('sun.backup', caseNo, 'steps', agreed))
  expect(done.timeline.at(-1)?.text.zh).toContain('B岗代办')
  await fine(post('sun.backup', `/api/enquiries/${asked.enquiry}/outcome`, answer))

  await pass('2026-04-16T09:00:00')
  const window = { unit: 'planning', post: 'window' }
  await fine(
    put('wang.fang', '/api/delegations/permit', {
      ...{ full: false, windowHead: window, decide: [window], document: '规授〔2026〕2号' },
      from: '2026-04-16',
    }),
  )
  const next = await receive('wang.fang')
  expect(refusal(await act('sun.backup', next.caseNo, 'steps', agreed))[0]).toBe(403)
  await fine(act('li.wei', next.caseNo, 'steps', agreed))
  // A delegated power goes with the post: while its holder is away the backup decides, and before he does not.
  const granted = { outcome: 'granted', reasons: '', basis: '', result: '许可证' }
  expect(refusal(await act('li.wei', next.caseNo, 'decision', granted))).toEqual([
    403,
    'case.power-not-delegated',
  ])
  const leave = { from: '2026-04-16T09:00:00+08:00', until: '2026-04-17T09:00:00+08:00' }
  await fine(put('sun.backup', '/api/units/planning/posts/window/away', leave))
  await fine(act('li.wei', next.caseNo, 'decision', granted))
})

test('[HALL-21] whoever is asked first answers for it until it is answered, accepted or handed over: time to hand-over is measured, closing without an outcome and renaming the first officer are refused', async () => {
  await pass('2026-04-20T09:00:00')
  const ask = (account: string) =>
    post(account, '/api/enquiries', { matter: '开小饭馆要什么', phone: '138 0013 8000' })
  const { enquiry, first } = await fine<{ enquiry: string; first: object }>(ask('li.wei'))
  expect(first).toMatchObject({ account: 'li.wei' })
  expect(refusal(await ask('zhao.market'))).toEqual([409, 'enquiry.first-officer-stays'])
  const outcome = (account: string, body: object) => post(account, `/api/enquiries/${enquiry}/outcome`, body)
  expect(refusal(await outcome('li.wei', {}))).toEqual([422, 'enquiry.no-outcome'])
  expect(refusal(await outcome('li.wei', { outcome: 'answered', text: ' ' }))).toEqual([
    422,
    'enquiry.no-outcome',
  ])
  const unknown = { outcome: 'accepted', text: '已受理', caseNo: '000000-000000-0' }
  expect(refusal(await outcome('li.wei', unknown))).toEqual([422, 'enquiry.no-such-case'])
  expect(refusal(await outcome('zhao.market', { outcome: 'answered', text: '不知道' }))[0]).toBe(404)

  await pass('2026-04-20T09:40:00')
  const { caseNo } = await receive('li.wei')
  const settled = await fine(outcome('li.wei', { outcome: 'accepted', text: '已受理', caseNo }))
  expect(settled).toMatchObject({ status: 'settled', handOverMinutes: 40, settled: { caseNo } })
  expect(refusal(await outcome('li.wei', { outcome: 'answered', text: '再改' }))).toEqual([
    409,
    'enquiry.settled',
  ])
  const list = await fine(get('wang.fang', '/api/enquiries?from=2026-04-20'))
  expect(list).toMatchObject({ figures: { asked: 1, open: 0, medianMinutes: 40 } })
})

test('[HALL-20] a question of another department leaves with a slip that names department, counter and telephone, and arrival is confirmed; "not ours" without a slip is refused and sending to and fro shows', async () => {
  await pass('2026-04-21T09:00:00')
  const { enquiry } = await fine<{ enquiry: string }>(
    post('zhao.market', '/api/enquiries', { matter: '门头招牌审批', item: 'permit' }),
  )
  const notOurs = { outcome: 'notOurs', text: '不归我们管' }
  expect(refusal(await post('zhao.market', `/api/enquiries/${enquiry}/outcome`, notOurs))).toEqual([
    409,
    'enquiry.slip-needed',
  ])
  const refer = (account: string, body: object) => post(account, `/api/enquiries/${enquiry}/referrals`, body)
  const slip = { unit: 'planning', place: '规划局二楼 3 号', phone: '0990-1234567', reason: '归规划局审批' }
  expect(refusal(await refer('zhao.market', { ...slip, unit: 'supervision' }))).toEqual([
    422,
    'enquiry.wrong-department',
  ])
  expect(refusal(await refer('zhao.market', { ...slip, phone: '' }))).toEqual([
    422,
    'enquiry.slip-incomplete',
  ])
  const referred = await fine<{ slips: { slip: string; code: string }[] }>(refer('zhao.market', slip))
  expect(referred).toMatchObject({
    ...{ status: 'referred', owner: { account: 'zhao.market' } },
    slips: [{ to: { unit: 'planning' }, place: '规划局二楼 3 号', phone: '0990-1234567', arrived: null }],
  })
  const [{ slip: number, code }] = referred.slips as [{ slip: string; code: string }]
  const held = (code: string) => hall.app.inject(`/api/held-slips/${number}?code=${code}`)
  expect(refusal(await held('WRONG2'))).toEqual([404, 'enquiry.no-such-slip'])
  expect((await held(code)).json()).toMatchObject({ officer: '赵市', to: { name: { zh: '规划局' } } })

  await pass('2026-04-21T09:25:00')
  expect(refusal(await post('qian.market', `/api/slips/${number}/arrival`))).toEqual([
    403,
    'enquiry.slip-of-another',
  ])
  const arrived = await fine(post('li.wei', `/api/slips/${number}/arrival`))
  expect(arrived).toMatchObject({
    ...{ status: 'handedOver', owner: { account: 'li.wei' }, first: { account: 'zhao.market' } },
    ...{ handOverMinutes: 25, slips: [{ arrived: { how: 'counter' } }] },
  })
  // Sent back to where it came from: people are sent to and fro, and whoever runs the place sees it.
  const wrongly = { ...slip, unit: 'market', reason: '还是归市场局' }
  expect(refusal(await refer('li.wei', wrongly))).toEqual([422, 'enquiry.wrong-department'])

  const other = await fine<{ enquiry: string }>(post('zhao.market', '/api/enquiries', { matter: '占道经营' }))
  const go = (account: string, unit: string) =>
    fine<{ slips: { slip: string; code: string; pingPong: boolean }[] }>(
      post(account, `/api/enquiries/${other.enquiry}/referrals`, { ...slip, unit }),
    )
  const away = (await go('zhao.market', 'planning')).slips[0]
  const citizen = await hall.app.inject({
    ...{ method: 'POST', url: `/api/held-slips/${away?.slip}/arrival`, payload: { code: away?.code } },
  })
  expect(citizen.json()).toMatchObject({ arrived: { how: 'citizen' } })
  expect((await go('li.wei', 'market')).slips[1]).toMatchObject({ pingPong: true })
  const list = await fine(get('zhang.min', '/api/enquiries?pingPong=yes&from=2026-04-21'))
  expect(list).toMatchObject({ rows: [{ enquiry: other.enquiry }], figures: { pingPong: 1 } })
})

test('every list of responsibility is made anew from the ledger with identical result', async () => {
  const compared = await compareRebuilt(hall.database, DEMO_JURISDICTION, [
    ...[calendarEditions, clockList, caseLists, enquiryLists, delegationLists],
  ])
  expect(compared.filter(({ identical }) => !identical)).toEqual([])
  expect(compared.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['hall_enquiry', 'hall_delegation', 'case_file']),
  )
})
