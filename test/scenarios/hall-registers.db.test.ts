import { expect, test } from 'vitest'
import { ITEM } from './whole-hall.ts'
import { openRegisters } from './registers.ts'

const office = await openRegisters('2026-03-02T09:00:00')
const { enter, take, see } = office
const MANAGER = 'hall.manager'
const RESIDENT = '13900001111'
const put = async (path: string, body: object) => {
  const answer = await (await office.as('sun.yi')).send('PUT', `/api/hall/${path}`, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
}
const plate = { name: '李', unit: 'planning', duties: { zh: '受理', en: 'Intake' } }

await put('halls/main', {
  name: { zh: '政务服务中心', en: 'Service Hall' },
  ...{ level: 'county', address: '青禾路 1 号', phone: '12345', unit: 'hall-office' },
  channels: ['counter', 'web'],
})
for (const [code, hall] of [
  ['A01', 'main'],
  ['B01', 'main'],
])
  await put(`counters/${code}`, {
    ...{ hall, name: { zh: '规划窗口', en: 'Planning' }, place: '一楼', units: ['planning'] },
    ...{ workingHours: '09:00-12:00,13:30-17:00', restHours: null },
  })
await put('badges/001', { ...plate, account: 'li.wei' })

/** A case at a counter that its manager opened and where the clerk signed on with his badge. */
const receiveAt = async (counter: string) => {
  await (await office.as(MANAGER)).send('PUT', `/api/hall/counters/${counter}/state`, { state: 'open' })
  await (await office.as('li.wei')).send('POST', `/api/hall/counters/${counter}/seat`, { badge: '001' })
  return office.handle(ITEM)
}

const body = {
  ...{ body: 'hall-office', hall: 'main', manager: MANAGER, since: '2026-03-02', paper: '县政府〔2026〕1号' },
  powers: ['assignWindows', 'scoreStaff', 'proposeReturn'],
}
const rule = {
  ...{ title: '接待规范', kind: 'conduct', text: '起立迎接，听清来意，认真审查，讲清下一步' },
  ...{ check: '每天巡查两次并抽问群众', everyDays: 7, effectiveOn: '2026-03-02' },
}
let conduct = ''

test('[HALL-09] the body that runs the hall has its powers on file and scores window staff for their department to see; without power over conduct it is flagged, and nobody who could edit cases manages it', async () => {
  const score = {
    month: '2026-02',
    badge: '001',
    home: 'planning',
    score: 45,
    because: '三次无故离岗',
  }
  expect((await enter(MANAGER, 'window-score', score)).code).toBe('register.window-score.has-the-power')
  expect((await enter(MANAGER, 'hall-body', { ...body, manager: 'li.wei' })).code).toBe(
    'register.hall-body.of-the-body',
  )
  const planning = { ...body, body: 'planning', manager: 'wang.fang' }
  expect((await enter('wang.fang', 'hall-body', planning)).code).toBe('register.hall-body.handles-no-cases')
  const powerless = await enter(MANAGER, 'hall-body', { ...body, powers: ['assignWindows'] })
  expect(powerless.flags).toEqual(['no-power-over-conduct'])
  const of = ['hall-body', powerless.entry] as const
  await take('chen.jie', of, 'confirm')
  expect((await enter(MANAGER, 'window-score', score)).code).toBe('register.window-score.has-the-power')
  const granted = await take('chen.jie', of, 'grant', { powers: body.powers, paper: '县政府〔2026〕2号' })
  expect(granted).toMatchObject({ state: 'inForce', flags: [] })

  const scored = await enter(MANAGER, 'window-score', score)
  expect(scored).toMatchObject({ state: 'scored', flags: ['poor'] })
  expect(await see('wang.fang', 'window-score', scored.entry)).toMatchObject({ state: 'scored' })
  expect((await see('market.head', 'window-score', scored.entry)).code).toBe('register.no-such-entry')
  const ofScore = ['window-score', scored.entry] as const
  expect((await take(MANAGER, ofScore, 'propose-return', { why: '不称职' })).state).toBe('returnProposed')
  expect((await take('wang.fang', ofScore, 'settle', { decision: '换人' })).state).toBe('settled')

  const caseNo = await office.handle(ITEM)
  const decision = { outcome: 'granted', reasons: '', basis: '', result: '食品经营许可证' }
  const edited = await (await office.as(MANAGER)).send('POST', `/api/files/${caseNo}/decision`, decision)
  expect([403, 404]).toContain(edited.statusCode)
})

test('[HALL-10] rules of the hall have a version, a check and somebody who publishes them; one that nothing checks is refused, one never checked is flagged, and checks reach the badge', async () => {
  expect((await enter(MANAGER, 'hall-rules', { ...rule, check: '会查' })).code).toBe(
    'register.hall-rules.has-a-check',
  )
  const drafted = await enter(MANAGER, 'hall-rules', rule)
  const of = ['hall-rules', drafted.entry] as const
  expect((await take(MANAGER, of, 'publish')).code).toBe('register.checks-himself')
  expect(await take('hall.second', of, 'publish')).toMatchObject({ state: 'inForce', flags: [] })
  expect((await office.publicRows('hall-rules'))[0]?.values['title']?.zh).toBe('接待规范')
  conduct = drafted.entry

  await office.pass('2026-03-11T09:00:00')
  expect((await see(MANAGER, ...of)).flags).toEqual(['not-checked'])
  const check = { rule: conduct, counter: 'A01', badge: '001', home: 'planning' }
  const unbadged = { ...check, outcome: 'unbadged', found: '工作牌放在抽屉里' }
  expect((await enter(MANAGER, 'hall-check', { ...unbadged, found: '' })).code).toBe(
    'register.hall-check.says-what',
  )
  expect((await enter(MANAGER, 'hall-check', unbadged)).flags).toEqual(['unbadged'])
  expect((await enter(MANAGER, 'hall-check', { ...unbadged, outcome: 'wrongBadge' })).flags).toEqual([
    'wrong-badge',
  ])
  expect((await see(MANAGER, ...of)).flags).toEqual([])
})

test('[HALL-19] reception is scored against its standard and the papers examined stand on the receipt; a second complaint of attitude about one badge is flagged', async () => {
  const check = { rule: conduct, counter: 'A01', badge: '001', home: 'planning' }
  const met = ['greeted', 'listened', 'examined']
  expect((await enter(MANAGER, 'hall-check', { ...check, outcome: 'kept', met })).flags).toEqual([])
  expect(await office.figure('hall-check', 'examined')).toMatchObject({ value: 1, denominator: 1 })
  const attitude = { ...check, outcome: 'attitude', found: '不理睬群众' }
  const first = await enter(MANAGER, 'hall-check', attitude)
  expect(first.flags).toEqual([])
  expect((await take(MANAGER, ['hall-check', first.entry], 'close')).code).toBe('register.hall-check.mended')
  const second = await enter(MANAGER, 'hall-check', attitude)
  expect(second.flags).toEqual(['repeated-attitude'])
  await take('wang.fang', ['hall-check', second.entry], 'answer', { answer: '已谈话' })
  expect((await see('wang.fang', 'hall-check', second.entry)).flags).toEqual(['repeated-attitude'])
  const file = await (await office.as('li.wei')).get(`/api/files/${await office.handle(ITEM)}`)
  expect(file.json().materials).toMatchObject([
    { name: '食品经营许可申请书', handedIn: { form: 'original', copies: 1 } },
    { name: '经营场所布局图', handedIn: { form: 'original', copies: 1 } },
  ])
})

test('[HALL-16] window staff have qualification, years, training and results on file with the reason why they were chosen; temporaries and quick rotation are flagged', async () => {
  const staff = {
    ...{
      person: 'li.wei',
      home: 'planning',
      counter: 'A01',
      from: '2026-03-11',
      years: 8,
      trainingHours: 40,
    },
    ...{ employment: 'established', qualification: '注册规划师', basis: '审批科业务骨干，近三年考核优秀' },
  }
  const head = 'wang.fang'
  expect((await enter(head, 'window-staff', { ...staff, basis: '工作需要' })).code).toBe(
    'register.window-staff.says-why',
  )
  expect((await enter(head, 'window-staff', { ...staff, person: 'zhao.market' })).code).toBe(
    'register.window-staff.of-the-home',
  )
  const chosen = await enter(head, 'window-staff', staff)
  const of = ['window-staff', chosen.entry] as const
  await take(MANAGER, of, 'confirm')
  expect(await take(MANAGER, of, 'note', { results: '办件214件，零投诉' })).toMatchObject({
    ...{ state: 'serving', flags: [] },
  })
  expect(await office.figure('window-staff', 'years')).toMatchObject({ value: 8, denominator: 1 })
  expect(await office.figure('window-staff', 'established')).toMatchObject({ value: 1 })
  const temporary = { ...staff, person: head, employment: 'temporary', counter: 'B01' }
  expect((await enter(head, 'window-staff', temporary)).flags).toEqual(['temporary'])
  await office.pass('2026-04-01T09:00:00')
  const left = await take(head, of, 'leave', { until: '2026-04-01', why: '另有任用' })
  expect(left).toMatchObject({ state: 'left', flags: ['rotated'] })
})

test('[HALL-23] a window outside of the hall works by the same receipt, limit and rating and is approved; one that nobody checks, or that has no numbered case, is flagged', async () => {
  const branch = {
    ...{ unit: 'planning', counter: 'B01', place: '不动产分厅', reason: '档案库在分厅' },
    ...{ same: ['receipt', 'limit', 'rating'], until: '2027-03-01' },
  }
  expect((await enter('wang.fang', 'branch-window', { ...branch, same: ['receipt'] })).code).toBe(
    'register.branch-window.same-rules',
  )
  const asked = await enter('wang.fang', 'branch-window', branch)
  const of = ['branch-window', asked.entry] as const
  expect((await take('wang.fang', of, 'approve')).code).toBe('register.not-yours')
  expect(await take(MANAGER, of, 'approve', { document: '中心〔2026〕3号' })).toMatchObject({ flags: [] })
  await office.pass('2026-07-02T09:00:00')
  expect((await see(MANAGER, ...of)).flags).toEqual(['outside-supervision', 'no-cases'])
  const check = { rule: conduct, counter: 'B01', home: 'planning', outcome: 'kept' }
  await enter('zhang.min', 'hall-check', check)
  expect((await see(MANAGER, ...of)).flags).toEqual(['no-cases'])
  const file = await (await office.as('li.wei')).get(`/api/files/${await receiveAt('B01')}`)
  expect(file.json()).toMatchObject({ counter: 'B01', badge: '001', daysLeft: 8 })
  expect((await see(MANAGER, ...of)).flags).toEqual([])
})

test('[HALL-25] a question is logged with its answer, item, officer and time, and goes into the guide; an answer unlike the guide and one that never comes are flagged', async () => {
  const asked = { question: '开小饭馆要几天？', item: ITEM, unit: 'planning', channel: 'web' }
  const ask = () => enter(RESIDENT, 'advice-log', asked)
  const first = await ask()
  const of = ['advice-log', first.entry] as const
  expect((await take('li.wei', of, 'answer', { answer: '来了再说' })).code).toBe(
    'register.advice-log.says-something',
  )
  const wrong = { answer: '二十个工作日内办好。', toldDays: 20, toldFree: true }
  expect((await take('li.wei', of, 'answer', wrong)).flags).toEqual(['contradicts-guide'])
  const right = { answer: '材料齐全的，八个工作日内办好，不收费。', toldDays: 8, toldFree: true }
  expect((await take('li.wei', of, 'answer', right)).flags).toEqual([])
  const unanswered = await ask()
  for (let times = 0; times < 3; times++) await ask()
  expect((await see('li.wei', ...of)).flags).toEqual(['frequent'])
  expect((await take('wang.fang', of, 'feed', { guideText: '八个工作日' })).state).toBe('inGuide')
  expect((await office.publicRows('advice-log'))[0]?.values).toMatchObject({
    guideText: { zh: '八个工作日' },
  })
  expect(await office.figure('advice-log', 'by-item')).toMatchObject({ value: 5 })
  await office.pass('2026-07-09T09:00:00')
  expect((await see('li.wei', 'advice-log', unanswered.entry)).flags).toEqual(['answering'])
})

test('[HALL-30] a station opens an item with power, staff and training, and its volume and punctuality are its own cases; an item pushed down without them is refused', async () => {
  const given = {
    ...{
      unit: 'planning',
      station: 'station-1',
      item: ITEM,
      from: '2026-07-13',
      document: '规审〔2026〕3号',
    },
    power: ['accept', 'decide'],
  }
  expect((await enter('wang.fang', 'community-station', { ...given, power: ['seal'] })).code).toBe(
    'register.community-station.with-power',
  )
  const delegated = await enter('wang.fang', 'community-station', given)
  const of = ['community-station', delegated.entry] as const
  const agent = 'station.agent'
  const ready = { staff: 2, trainedOn: '2026-07-06' }
  expect((await take(agent, of, 'take-over', { ...ready, staff: 0 })).code).toBe(
    'register.community-station.with-staff',
  )
  expect((await take(agent, of, 'take-over', { ...ready, trainedOn: '2026-08-06' })).code).toBe(
    'register.community-station.trained',
  )
  expect((await take('wang.fang', of, 'take-over', ready)).code).toBe('register.not-yours')
  expect(await take(agent, of, 'take-over', ready)).toMatchObject({ state: 'open', flags: [] })
  expect(await office.figure('community-station', 'volume')).toMatchObject({ value: 0, denominator: 1 })
  await office.pass('2026-09-21T09:00:00')
  expect((await see(agent, ...of)).flags).toEqual(['idle'])
})

test('[HALL-31] the hall manager’s week of wrong windows is kept by item with what was mended; a week is a week', async () => {
  const week = { hall: 'main', item: ITEM, from: '2026-09-14', until: '2026-09-20', cause: 'sign' }
  expect((await enter(MANAGER, 'guide-review', { ...week, until: '2026-10-14' })).code).toBe(
    'register.guide-review.a-week',
  )
  const noted = await enter(MANAGER, 'guide-review', week)
  expect(noted).toMatchObject({ state: 'noted', flags: [] })
  expect(await office.figure('guide-review', 'wrong')).toMatchObject({ value: 0, denominator: 1 })
  const of = ['guide-review', noted.entry] as const
  expect((await take(MANAGER, of, 'mend', { mended: '加装地贴' })).state).toBe('mended')
})

test('[HALL-33] a visit is asked for by those whom it is for, promised, done by an officer and rated by the visited; a disguised check is refused and reported ones, favours and late visits are flagged', async () => {
  const asked = {
    ...{ unit: 'planning', item: ITEM, group: 'elderly', need: '行动不便，请上门核对原件' },
    who: { name: '王奶奶', phone: RESIDENT },
  }
  expect((await enter(RESIDENT, 'home-visit', { ...asked, group: 'other' })).code).toBe(
    'register.home-visit.eligible',
  )
  const own = await enter(RESIDENT, 'home-visit', asked)
  const of = ['home-visit', own.entry] as const
  const promised = await take('li.wei', of, 'promise', { promisedOn: '2026-09-24', officer: 'li.wei' })
  expect(promised.state).toBe('promised')
  const visited = { visitedOn: '2026-09-21', purpose: 'serve', result: '当场受理' }
  expect((await take('li.wei', of, 'visit', { ...visited, purpose: 'check' })).code).toBe(
    'register.home-visit.no-check',
  )
  await take('li.wei', of, 'visit', visited)
  const stars = { stars: 2, wasChecked: true }
  expect((await take('li.wei', of, 'rate', stars)).code).toBe('register.not-yours')
  expect((await take(RESIDENT, of, 'rate', stars)).flags).toEqual(['used-as-check'])

  const firm = { ...asked, who: asked.who, group: 'keyProject', firm: '青禾纺织有限公司' }
  const visits = []
  for (let times = 0; times < 3; times++) visits.push(await enter('li.wei', 'home-visit', firm))
  expect(visits.map(({ flags }) => flags)).toEqual([[], [], ['favour']])
  const late = ['home-visit', visits[0]?.entry ?? ''] as const
  await take('li.wei', late, 'promise', { promisedOn: '2026-09-22', officer: 'li.wei' })
  await office.pass('2026-09-23T09:00:00')
  expect((await see('li.wei', ...late)).flags).toEqual(['visiting', 'favour'])
})

test('[HALL-34] an on-site session counts by its matters, solved there or dated; pictures without a matter do not count and are flagged', async () => {
  const session = {
    on: '2026-09-22',
    place: '织里轻纺园',
    departments: '规划、市场监管',
    photos: '照片6张',
  }
  const held = await enter('wang.fang', 'onsite-session', session)
  const of = ['onsite-session', held.entry] as const
  expect((await take('wang.fang', of, 'count', { summary: '很成功' })).code).toBe(
    'register.onsite-session.has-matters',
  )
  const matter = { session: held.entry, what: '摊位照怎么办', unit: 'market', solved: 'later' }
  expect((await enter('wang.fang', 'onsite-matter', matter)).code).toBe(
    'register.onsite-matter.dated-or-solved',
  )
  const dated = await enter('wang.fang', 'onsite-matter', { ...matter, dueOn: '2026-09-25' })
  const spot = { ...matter, solved: 'onTheSpot', result: '已更正' }
  await enter('wang.fang', 'onsite-matter', spot)
  expect((await take('wang.fang', of, 'count', { summary: '提出2个，当场解决1个' })).state).toBe('counted')
  expect(await office.figure('onsite-session', 'matters')).toMatchObject({ value: 2 })
  const pictures = await enter('market.head', 'onsite-session', session)
  expect((await take('market.head', ['onsite-session', pictures.entry], 'void')).flags).toEqual([
    'pictures-only',
  ])
  await office.pass('2026-09-29T09:00:00')
  const open = ['onsite-matter', dated.entry] as const
  expect((await see('wang.fang', ...open)).flags).toEqual(['solving'])
  expect((await take('market.head', open, 'solve', { result: '已送指南' })).state).toBe('solved')
})

test('[HALL-36] milestones carry the superior’s date and are confirmed by another; done without live data is refused, a date gone by is flagged', async () => {
  const milestone = (kind: string) => ({
    ...{ hall: 'main', kind, what: '24个部门进驻', dueOn: '2026-10-09', paper: '自治区〔2026〕5号' },
  })
  const set = await enter(MANAGER, 'hall-milestone', milestone('departments'))
  const of = ['hall-milestone', set.entry] as const
  const evidence = { evidence: '全部进驻' }
  expect((await take(MANAGER, of, 'report', evidence)).code).toBe('register.hall-milestone.live-data')
  await put('halls/main/departments/planning', { since: '2026-09-01', central: false, online: false })
  expect((await take(MANAGER, of, 'report', evidence)).state).toBe('reported')
  expect((await take(MANAGER, of, 'confirm')).code).toBe('register.not-yours')
  expect((await take('zhang.min', of, 'confirm')).state).toBe('done')
  const network = await enter(MANAGER, 'hall-milestone', milestone('network'))
  const ofNetwork = ['hall-milestone', network.entry] as const
  expect((await take(MANAGER, ofNetwork, 'report', evidence)).code).toBe('register.hall-milestone.live-data')
  await office.pass('2026-10-12T09:00:00')
  expect((await see(MANAGER, ...ofNetwork)).flags).toEqual(['due', 'late'])
})

test('[HALL-37] every convenience is listed with its coverage, and its use is its cases; one announced and never used is flagged, a typed figure refused', async () => {
  const service = {
    ...{ name: '周六不打烊', unit: 'planning', kind: 'restDays', coverage: '全县个体户' },
    announcedOn: '2026-10-12',
  }
  const used = await enter('wang.fang', 'convenience-service', { ...service, item: ITEM })
  const unused = await enter('wang.fang', 'convenience-service', {
    ...service,
    name: '绿色通道',
    item: 'stall',
  })
  const typed = await take('wang.fang', ['convenience-service', used.entry], 'count', { uses: 500 })
  expect(typed.code).toBe('register.convenience-service.no-item')
  expect(await office.publicRows('convenience-service')).toHaveLength(2)
  await receiveAt('A01')
  await office.pass('2026-12-21T09:00:00')
  expect((await see('wang.fang', 'convenience-service', used.entry)).flags).toEqual([])
  expect((await see('wang.fang', 'convenience-service', unused.entry)).flags).toEqual(['unused'])
  expect(await office.figure('convenience-service', 'use')).toMatchObject({ value: 1, denominator: 2 })
})
