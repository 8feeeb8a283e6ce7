import { expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { riskLists } from '#modules/supervision/index.ts'
import { applicant, paper } from './hall.ts'
import { openRegisters } from './registers.ts'

const office = await openRegisters('2026-03-02T09:00:00')
const { enter, take, see } = office
const [CLERK, HEAD, SUPERVISOR, LEADER] = ['li.wei', 'wang.fang', 'zhang.min', 'chen.jie'] as const

const read = async (account: string, path: string) => (await office.as(account)).get(path)

test('[ESUP-12] enforcement has basis, grade, two officers and a recording, and like cases stand side by side; a leader’s word for a basis is refused, unlike penalties and a word put in are flagged', async () => {
  const given = {
    ...{
      act: '无照经营',
      place: '三月一日青禾路集市',
      unit: 'planning',
      party: { name: '某商户', phone: '' },
    },
    ...{ basis: '《无证无照经营查处办法》第十三条', grade: 'light', measure: '罚款', amount: 50000 },
    ...{ first: CLERK, second: HEAD, video: '执法记录仪2026-0311' },
  }
  const byPower = await enter(CLERK, 'enforcement-record', { ...given, basis: '按领导指示依规定办理' })
  expect(byPower.code).toBe('register.enforcement-record.law-not-power')
  const alone = await enter(CLERK, 'enforcement-record', { ...given, second: CLERK })
  expect(alone.code).toBe('register.enforcement-record.two-officers')
  const first = await enter(CLERK, 'enforcement-record', given)
  expect(first.flags).toEqual([])
  const unlike = await enter(CLERK, 'enforcement-record', { ...given, place: '三月二日', amount: 500000 })
  expect(unlike.flags).toEqual(['unlike'])
  expect((await see(SUPERVISOR, 'enforcement-record', first.entry)).flags).toEqual(['unlike'])
  const asked = await enter(CLERK, 'enforcement-record', {
    ...given,
    act: '占道',
    word: '某科长来电请求从轻',
    video: '',
  })
  expect(asked.flags).toEqual(['word-heard', 'unseen'])
  expect(await office.figure('enforcement-record', 'by-grade', '从轻')).toBeDefined()
})

test('[ESUP-24] findings are tagged by signs of power put to own use and listed for the leading group; a rule that serves its maker’s income is flagged and cannot be cleared', async () => {
  const given = {
    ...{
      year: 2026,
      unit: 'planning',
      what: '自行规定效果图须由指定公司制作',
      signals: ['ownRule', 'designatedVendor'],
    },
    ...{ evidence: '窗口张贴的通知照片', listBy: '2026-12-31' },
  }
  expect((await enter(HEAD, 'power-capture', given)).code).toBe('register.not-yours')
  expect((await enter(SUPERVISOR, 'power-capture', { ...given, evidence: '听说' })).code).toBe(
    'register.power-capture.shown',
  )
  const vendor = await enter(SUPERVISOR, 'power-capture', given)
  expect(vendor.flags).toEqual([])
  const own = await enter(SUPERVISOR, 'power-capture', {
    ...{ ...given, what: '自定资料费留用', signals: ['ownRule', 'feesKept'] },
    ...{ incomeTo: 'planning', income: 12000000 },
  })
  expect(own.flags).toEqual(['own-income'])
  const of = ['power-capture', own.entry] as const
  await take(SUPERVISOR, of, 'list')
  // The leading group reads the list of the year, and another department does not.
  expect(await see(LEADER, ...of)).toMatchObject({ state: 'listed', flags: ['own-income'] })
  expect((await see('market.head', ...of)).code).toBe('register.no-such-entry')
  expect((await take(LEADER, of, 'clear', { outcome: '不予追究' })).code).toBe(
    'register.power-capture.not-own-income',
  )
  expect(await take(LEADER, of, 'end', { outcome: '立即停止，退还' })).toMatchObject({
    state: 'ended',
    flags: [],
  })
  expect(await office.figure('power-capture', 'by-year', '2026')).toMatchObject({ value: 1 })
})

test('[ESUP-25] who benefits from approvals, fee cuts and land is measured by unit; outliers are sealed to supervision, and the same names again show', async () => {
  const give = (code: string, beneficiary: string, kind = 'land') =>
    enter(CLERK, 'benefit-record', {
      ...{ kind, unit: 'planning', beneficiary, code, amount: 100000000 },
      ...{ approver: HEAD, on: '2026-03-02', basis: '《土地管理法》第五十四条' },
    })
  expect((await give('9145', '短代码公司')).code).toBe('register.benefit-record.coded')
  for (let time = 0; time < 5; time++) {
    const { entry } = await give('91450100MA5KAAAA12', '青禾置业有限公司')
    // What the unit says it took back was given all the same.
    if (time === 0) await take(HEAD, ['benefit-record', entry], 'withdraw', { why: '经研究予以收回' })
  }
  await give('91450100MA5KBBBB12', '乙公司')
  for (const letter of 'CDEFG') await give(`91450100MA5K${letter.repeat(4)}12`, `${letter}公司`, 'feeCut')
  const head = await office.as(HEAD)
  for (let time = 0; time < 5; time++) {
    const act = `/api/files/${await office.handle('stall')}`
    await head.send('POST', `${act}/steps`, { step: 'review', outcome: 'agreed', opinion: '' })
    const granted = { outcome: 'granted', reasons: '', basis: '', result: '证' }
    expect((await head.send('POST', `${act}/decision`, granted)).statusCode).toBe(200)
  }
  const { rows } = (await read(SUPERVISOR, '/api/supervision/concentration')).json()
  // Approvals are taken from the cases themselves, and name nobody in full.
  const approvals = rows.find((row: { kind: string }) => row.kind === 'approval')
  expect(approvals).toMatchObject({ unit: 'planning', times: 5, beneficiaries: 1, outlier: true })
  expect(approvals.top[0].name).not.toBe(applicant.name)
  const land = rows.find((row: { kind: string }) => row.kind === 'land')
  expect(land).toMatchObject({ unit: 'planning', times: 6, beneficiaries: 2, outlier: true })
  expect(land.top[0]).toMatchObject({ name: '青禾置业有限公司', times: 5 })
  expect(rows.find((row: { kind: string }) => row.kind === 'feeCut')).toMatchObject({
    outlier: false,
    beneficiaries: 5,
  })
  for (const account of [CLERK, HEAD, LEADER])
    expect((await read(account, '/api/supervision/concentration')).statusCode).toBe(403)
})

test('[ESUP-26] checks and fines stand against help for each department; a department that never helps is flagged, a target of fines is refused and approval without service is flagged', async () => {
  const contact = (kind: string, what: string) =>
    enter(CLERK, 'enterprise-contact', {
      unit: 'planning',
      kind,
      enterprise: '青禾食品',
      what,
      on: '2026-03-02',
    })
  expect((await contact('help', '帮办')).code).toBe('register.enterprise-contact.told')
  for (let time = 0; time < 4; time++) expect((await contact('check', '例行检查')).flags).toEqual([])
  const fifth = await contact('fine', '当场处罚')
  expect(fifth.flags).toEqual(['never-helps'])
  await contact('help', '上门指导补齐选址材料，当天受理')
  expect((await see(SUPERVISOR, 'enterprise-contact', fifth.entry)).flags).toEqual([])
  expect(await office.figure('enterprise-contact', 'help-share')).toMatchObject({
    numerator: 1,
    denominator: 6,
  })
  // Everybody reads the ratio on the page of the register, unit by unit.
  const page = (await office.http.inject('/api/public/registers/enterprise-contact')).json()
  const shown = (code: string) =>
    page.figures.find(
      (one: { code: string; group: { zh: string } | null }) =>
        one.code === code && one.group?.zh === '规划局',
    )
  expect(shown('help-share')).toMatchObject({ numerator: 1, denominator: 6 })
  expect([shown('checks').value, shown('fines').value, shown('helps').value]).toEqual([4, 1, 1])
  const target = { year: 2026, unit: 'planning', kind: 'approval', goal: '办证一千件', amount: 1000 }
  const fines = await enter(CLERK, 'unit-target', { ...target, goal: '罚没收入三百万元' })
  expect(fines.code).toBe('register.unit-target.no-fine-target')
  const approval = await enter(CLERK, 'unit-target', target)
  expect(approval.flags).toEqual(['approval-only'])
  await enter(CLERK, 'unit-target', { ...target, kind: 'service', goal: '帮办企业二百家' })
  expect((await see(SUPERVISOR, 'unit-target', approval.entry)).flags).toEqual([])
})

test('[ESUP-27] refusals to share data, join reviews or take common tasks have their reason and their rate; one hidden as "procedure" is flagged and not upheld', async () => {
  const ask = (what: string) =>
    enter('market.head', 'cooperation-request', {
      kind: 'data',
      unit: 'planning',
      asker: 'market',
      what,
      need: '一件事联办',
    })
  const first = await ask('规划条件数据接口')
  const of = ['cooperation-request', first.entry] as const
  expect((await take(CLERK, of, 'refuse', { reason: '不行' })).code).toBe(
    'register.cooperation-request.reasoned',
  )
  const hidden = await take(CLERK, of, 'refuse', { reason: '须按内部程序研究后再说' })
  expect(hidden.flags).toEqual(['hidden-as-procedure'])
  expect((await take(HEAD, of, 'uphold', { ruling: '成立' })).code).toBe('register.not-yours')
  expect((await take(LEADER, of, 'uphold', { ruling: '成立' })).code).toBe(
    'register.cooperation-request.by-article',
  )
  expect((await take(LEADER, of, 'overrule', { ruling: '十日内开通' })).state).toBe('overruled')
  const second = await ask('竣工数据')
  await take(CLERK, ['cooperation-request', second.entry], 'grant')
  expect(await office.figure('cooperation-request', 'refusal-rate', '规划局')).toMatchObject({
    numerator: 1,
    denominator: 2,
  })
  await ask('历史档案')
  await office.pass('2026-03-16T09:00:00')
  expect((await see(SUPERVISOR, 'cooperation-request', '2026-0003')).flags).toContain('unanswered')
})

const MONTH = '/api/supervision/shirking?month=2026-03'

test('[ESUP-07] refusals to accept, transfers and slips are counted per window and month; refusing a matter on the own list is listed by name and raises a red card', async () => {
  const fine = async (answer: Promise<{ statusCode: number; body: string }>) => {
    const { statusCode, body } = await answer
    if (statusCode !== 200) throw new Error(body)
    return JSON.parse(body)
  }
  const [system, head, desk] = [await office.as('sun.yi'), await office.as(HEAD), await office.as(CLERK)]
  const manager = await office.as('hall.manager')
  const called = { zh: '政务服务中心', en: 'Service Hall' }
  await fine(
    system.send('PUT', '/api/hall/halls/main', {
      ...{ name: called, level: 'county', address: '青禾路 1 号', phone: '12345' },
      ...{ unit: 'hall-office', channels: ['counter', 'web'] },
    }),
  )
  await fine(
    system.send('PUT', '/api/hall/counters/A01', {
      ...{ hall: 'main', name: called, place: '一楼', units: ['planning'] },
      ...{ workingHours: '09:00-12:00,13:30-17:00', restHours: null },
    }),
  )
  const posts = '/api/units/market/posts'
  await fine(system.send('POST', posts, { id: 'desk', title: '综合岗', titleEn: 'Desk' }))
  const held = { holder: 'zhao.market', backup: 'market.head' }
  await fine(system.send('PUT', `${posts}/desk/holder`, held))
  const badge = { account: CLERK, name: '李蔚', unit: 'planning', duties: { zh: '受理', en: 'Intake' } }
  await fine(manager.send('PUT', '/api/hall/badges/001', badge))
  await fine(manager.send('PUT', '/api/hall/counters/A01/state', { state: 'open' }))

  const take = async (item: string, counter: string | null, materials = ['application']) => {
    const given = { item, channel: 'counter', counter, applicant, acceptIfComplete: materials.length > 1 }
    const { file } = await fine(
      desk.send('POST', '/api/files', { ...given, materials: materials.map((one) => paper(one)) }),
    )
    return file.caseNo as string
  }
  const refuse = (caseNo: string, ground: string) =>
    fine(
      desk.send('POST', `/api/files/${caseNo}/refusal`, {
        ...{ reason: '不属本单位职责，请向其他部门申请', basis: '行政许可法第三十二条', ground },
        nextStep: '请到综合窗口，王工协助，三月六日前',
      }),
    )
  // Before he sits down at a window, what he does is no window's.
  await refuse(await take('stall', null), 'notNeeded')
  await fine(desk.send('POST', '/api/hall/counters/A01/seat', { badge: '001' }))
  const own = await take('food-business', 'A01')
  await refuse(own, 'notOurs')
  await refuse(await take('stall', 'A01'), 'notNeeded')
  await fine(
    head.send(
      'POST',
      `/api/files/${await take('food-business', 'A01', ['application', 'layout'])}/transfers`,
      {
        ...{ step: 'review', to: { unit: 'market' }, basis: '三定方案第五条' },
        reason: '经核对，此环节按三定方案属于对方职责',
      },
    ),
  )
  const ask = (more: object) => fine(desk.send('POST', '/api/enquiries', { matter: '开小饭馆', ...more }))
  const slip = (enquiry: string) =>
    desk.send('POST', `/api/enquiries/${enquiry}/referrals`, {
      ...{ unit: 'market', counter: null, place: '二楼三号窗', phone: '0000-1234567', reason: '不归我管' },
    })
  // To send somebody away with a slip for a matter of the own list is refused at the counter already.
  const ofOwnList = await slip((await ask({ item: 'food-business' })).enquiry)
  expect(ofOwnList.json().code).toBe('enquiry.wrong-department')
  await fine(slip((await ask({})).enquiry))

  const shirking = async (account: string, url = MONTH) => (await read(account, url)).json()
  const seen = async () =>
    (await shirking(SUPERVISOR)).rows.map(
      ({ key, declined, notOurs, transferred, slips, ownMatter }: Record<string, unknown>) =>
        [key, declined, notOurs, transferred, slips, ownMatter] as const,
    )
  await expect.poll(seen, { timeout: 8000 }).toEqual([
    ['planning|A01', 1, 1, 1, 1, 1],
    ['planning|', 1, 0, 0, 0, 0],
  ])
  expect((await shirking(SUPERVISOR)).ownMatters).toMatchObject([
    { caseNo: own, kind: 'notOurs', own: true, accountName: expect.stringContaining('李') },
  ])
  expect((await shirking(SUPERVISOR, MONTH.replace('-03', '-04'))).rows).toEqual([])
  expect((await shirking('market.head')).rows).toEqual([])
  await expect
    .poll(async () => (await read(SUPERVISOR, '/api/cards?log=hall&rule=SV-28')).json().rows.length, {
      timeout: 8000,
    })
    .toBe(1)
})

test('[ESUP-28] a decision at night and a case handed on just before its end are listed for supervision alone; one in office hours is not, and one without reasons is refused', async () => {
  const hands = async (caseNo: string, path: string, body: object) =>
    (await office.as(HEAD)).send('POST', `/api/files/${caseNo}/${path}`, body)
  const agreed = { step: 'review', outcome: 'agreed', opinion: '' }
  const bare = {
    outcome: 'denied',
    reasons: '',
    basis: '食品安全法第三十五条',
    result: '',
    unmet: ['premises'],
  }
  const [byDay, byNight, handedOn] = [
    await office.handle('stall', { basis: '食品安全法第三十五条' }),
    await office.handle('stall'),
    await office.handle('stall'),
  ]
  await office.pass('2026-03-18T21:30:00')
  expect((await hands(byNight, 'steps', agreed)).statusCode).toBe(200)
  expect((await hands(byNight, 'decision', bare)).json().code).toBe('case.basis-missing')
  await office.decide(byNight, { basis: '食品安全法第三十五条' })
  await office.pass('2026-03-25T10:00:00')
  const reason = '经核对，此环节按三定方案属于对方职责'
  const given = { step: 'review', to: { unit: 'market' }, reason, basis: '三定方案第五条' }
  expect((await hands(handedOn, 'transfers', given)).statusCode).toBe(200)

  const unusual = '/api/supervision/unusual-acts?month=2026-03'
  const listed = async () =>
    (await read(SUPERVISOR, unusual))
      .json()
      .rows.map(({ caseNo, kind, because }: { caseNo: string; kind: string; because: { en: string } }) => [
        ...[caseNo, kind, because.en],
      ])
  await expect.poll(listed, { timeout: 8000 }).toEqual([
    [byNight, 'decided', 'decided outside office hours'],
    [handedOn, 'transferred', 'handed on just before the end of the limit'],
  ])
  expect(await listed()).not.toContainEqual(expect.arrayContaining([byDay]))
  expect((await read(SUPERVISOR, unusual)).json().rows[0].accountName).toContain('王')
  for (const account of [CLERK, HEAD, LEADER]) expect((await read(account, unusual)).statusCode).toBe(403)
})

test('the acts of a month are the same when they are made again from the ledger', async () => {
  const tables = await compareRebuilt(office.database, DEMO_JURISDICTION, [riskLists])
  expect(tables).toMatchObject([{ table: 'risk_act', identical: true }])
  expect(tables[0]?.rowsBefore).toBeGreaterThan(0)
})
