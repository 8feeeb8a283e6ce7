import { expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { caseworkLists } from '#modules/accountability/index.ts'
import { type NewFinding, openFinding } from '#modules/findings/index.ts'
import { recordService } from '#modules/recusal/index.ts'
import type { InvestigationRow } from '#modules/accountability/contract.ts'
import { day } from '#kernel/day.ts'
import { HASH, openCasework, TEAM } from './casework-office.ts'
import { applicant, paper } from './hall.ts'
import { HALL_SCOPE, ITEM } from './whole-hall.ts'

const office = await openCasework('2026-03-02T09:00:00')
const { act, decide, enter, fine, flags, get, hear, liable, person, planned, post, proven, see, top } = office

/** From planned to the proposal, with one person of the unit who answers for it. */
async function readyFor(number: string, level: string, proofs: readonly string[]) {
  const [first = ''] = await proven(number, ...proofs)
  await fine('zhang.min', number, { act: 'facts', text: '经查情况属实，事实清楚' })
  await fine('zhang.min', number, {
    act: 'consequence',
    level,
    reason: '造成的影响有证据',
    evidence: [first],
  })
  const node = await person(number, 'li.wei')
  await hear(number, node)
  await liable(number, node)
  await top(number, node, first)
  return node
}

test('[ESUP-02] a supervision case carries source, subject, facts, interview, finding, disposition and reply with a limit on each step; one that was opened and left shows', async () => {
  const number = await office.opened({ kind: 'supervision' }, { title: '窗口推诿的来信', source: 'report' })
  const early = await act('zhang.min', number, { act: 'facts', text: '事实已经查明清楚' })
  expect(early).toMatchObject({ status: 409, code: 'investigation.wrong-moment' })
  const { limits } = (await see('zhang.min', number)).view
  expect(limits.find(({ limit }) => limit === 'stage/plan')).toMatchObject({
    ...{ dueAt: '2026-03-10T00:00:00+08:00', late: false },
  })
  await planned(number, '2026-03-20')
  const node = await readyFor(number, 'ordinary', ['fact'])
  const alone = {
    act: 'interview',
    node,
    by: ['zhang.min'],
    heldAt: '2026-03-02T08:00:00+08:00',
    sha256: HASH,
  }
  expect(await act('zhang.min', number, { ...alone, text: '本人承认推诿' })).toMatchObject({
    code: 'investigation.two-interviewers',
  })
  const both = { ...alone, by: ['zhang.min', 'he.hui'], text: '本人承认推诿' }
  expect(await act('zhang.min', number, { ...both, heldAt: '2026-03-03T08:00:00+08:00' })).toMatchObject({
    code: 'investigation.future',
  })
  expect((await fine('zhang.min', number, both)).interviews).toHaveLength(1)
  const measures = [{ node, grade: 'warningTalk' }]
  await fine('zhang.min', number, { act: 'propose', text: '建议谈话警示', measures })
  expect(await decide(number, 'second.leader')).toMatchObject({ code: 'investigation.not-yours-to-decide' })
  expect((await decide(number)).view).toMatchObject({ stage: 'reply', decision: { measures } })
  await fine('he.hui', number, { act: 'reply', text: '已按决定处理并答复来信人' })
  expect((await fine('zhang.min', number, { act: 'close' })).stage).toBe('closed')

  const left = await office.opened({ kind: 'supervision' }, { title: '立了就放下的案' })
  await office.pass('2026-03-10T09:00:00')
  expect(await flags('zhang.min', left)).toContain('left')
  const rows = (await get('chen.jie', '/api/investigations')).json().rows as InvestigationRow[]
  expect(rows.find((row) => row.number === left)?.flags.map(({ code }) => code)).toContain('left')
  expect(await flags('zhang.min', number)).toEqual([])
})

test('[ACCT-28] a case has lead, plan, milestones, publication and day with a weekly state; months of "under study" show', async () => {
  const { view } = await enter('zhang.min', {
    ...{ title: '企业反映检查过频', particulars: { kind: 'supervision' } },
  })
  const { number } = view
  const open = { act: 'open', ...TEAM, dueOn: '2026-04-30', because: '来信具体有凭据' }
  expect(await act('zhang.min', number, { ...open, decider: 'he.hui' })).toMatchObject({
    code: 'investigation.two-people',
  })
  const opened = await fine('zhang.min', number, open)
  expect(opened).toMatchObject({
    stage: 'plan',
    dueOn: '2026-04-30',
    publication: 'internal',
    lead: { account: 'zhang.min' },
  })
  const late = {
    act: 'plan',
    text: '方案：调阅检查记录',
    milestones: [{ code: 'a', title: '调阅', dueOn: '2026-05-20' }],
  }
  expect(await act('zhang.min', number, late)).toMatchObject({ code: 'investigation.no-milestone' })
  await planned(number, '2026-03-13')
  const report = { act: 'report', text: '正在研究，尚无结论', next: '继续研究有关材料' }
  await fine('zhang.min', number, report)
  await fine('zhang.min', number, report)
  expect(await flags('chen.jie', number)).toEqual(['underStudy'])
  await office.pass('2026-03-20T09:00:00')
  expect(await flags('chen.jie', number)).toEqual(['underStudy', 'underStudy', 'milestoneLate'])
  await office.pass('2026-05-04T09:00:00')
  expect(await flags('chen.jie', number)).toEqual(expect.arrayContaining(['left', 'overdue', 'underStudy']))
  const { limits } = (await see('zhang.min', number)).view
  expect(limits.find(({ limit }) => limit === 'due')).toMatchObject({
    late: true,
    dueAt: '2026-05-01T00:00:00+08:00',
  })
})

test('[ACCT-16] a table of act, consequence and grade; facts, statement, decision and appeal with limits; a grade off the table needs its reason and shows', async () => {
  const number = await office.opened({ kind: 'adminFault' })
  await planned(number, '2026-05-20')
  const node = await readyFor(number, 'grave', ['fact'])
  const unknown = await act('zhang.min', number, { act: 'propose', text: '建议予以提醒', measures: [] })
  expect(unknown.code).toBe('investigation.measure-missing')
  const light = { act: 'propose', text: '建议予以提醒', measures: [{ node, grade: 'reminderCard' }] }
  const off = await act('zhang.min', number, light)
  expect(off).toMatchObject({ status: 422, code: 'investigation.outside-table' })
  const reasoned = [{ node, grade: 'reminderCard', deviation: '当日主动纠正并取得谅解' }]
  const proposed = await fine('zhang.min', number, { ...light, measures: reasoned })
  expect(proposed.proposal?.measures).toMatchObject([{ grade: 'reminderCard', byTable: 'circularCriticism' }])
  expect(await flags('chen.jie', number)).toEqual(['offTable'])
  const back = await decide(number, 'chen.jie', { agreed: false, text: '理由不足，按对照表' })
  expect(back.view.proposal).toBeNull()
  await fine('zhang.min', number, { ...light, measures: [{ node, grade: 'circularCriticism' }] })
  await decide(number)
  await fine('zhang.min', number, { act: 'appeal', node, text: '后果认定过重，请求复核' })
  const appeal = { node, upheld: true, text: '原决定事实清楚' }
  const review = `/api/investigations/${number}/appeal-decision`
  expect((await post('chen.jie', review, appeal)).json().code).toBe('investigation.appeal-same-people')
  expect((await post('liu.qing', review, appeal)).json().code).toBe('investigation.not-yours-to-review')
  const answered = await post('second.leader', review, appeal)
  expect(answered.json().appeals).toMatchObject([{ decided: { upheld: true } }])
  const { limits, table } = (await see('zhang.min', number)).view
  expect(limits.map(({ limit }) => limit)).toEqual(
    expect.arrayContaining([
      'stage/plan',
      'stage/facts',
      'stage/hearing',
      'stage/decision',
      `appeal/${node}`,
    ]),
  )
  expect(table).toEqual({ slight: 'reminderCard', ordinary: 'selfCriticism', grave: 'circularCriticism' })
})

test('[ACCT-17] grave failure needs the duty that failed and the loss, each by evidence; grave damage is not labelled minor', async () => {
  const number = await office.opened({
    kind: 'graveFailure',
    duty: '防汛值守',
    lossCents: 30_000_000,
    injured: 0,
  })
  await planned(number, '2026-05-20')
  const [duty = ''] = await proven(number, 'duty')
  const facts = { act: 'facts', text: '值守脱岗致仓库被淹' }
  expect(await act('zhang.min', number, facts)).toMatchObject({ code: 'investigation.proof-missing' })
  await proven(number, 'loss')
  await fine('zhang.min', number, facts)
  const minor = { act: 'consequence', level: 'slight', reason: '影响不大可以从轻', evidence: [duty] }
  expect(await act('zhang.min', number, minor)).toMatchObject({ code: 'investigation.damage-labelled-minor' })
  const set = await fine('zhang.min', number, { ...minor, level: 'grave' })
  expect(set.consequence).toMatchObject({ level: 'grave', by: { account: 'zhang.min' } })
})

test('[ACCT-18] an overdue or distorted task makes a case on the lead unit with its day; dates moved away from the trigger change nothing and show', async () => {
  const task = (more: object) => ({
    ...{ source: 'task', title: '县政府督办任务', unit: 'market' },
    particulars: {
      kind: 'weakExecution',
      task: 'T-2026-7',
      assignedOn: '2026-04-01',
      dueOn: '2026-05-06',
      ...more,
    },
  })
  const kept = (await enter('zhang.min', task({}))).view.number
  const approved = {
    act: 'moveTask',
    to: '2026-06-30',
    reason: '汛期停工，经县长同意',
    approvedBy: 'chen.jie',
  }
  expect((await fine('zhang.min', kept, approved)).task.countsUntil).toBe('2026-06-30')
  const { number } = (await enter('zhang.min', task({}))).view
  await fine('zhang.min', number, { ...approved, approvedBy: '' })
  await office.pass('2026-05-07T09:00:00')
  const opened = await office.eventually(async () => {
    const { view } = await see('zhang.min', number)
    return view.stage === 'plan' && view
  })
  expect(opened).toMatchObject({
    unit: 'market',
    because: '任务 T-2026-7 逾期未完成',
    task: { countsUntil: '2026-05-06' },
  })
  expect(opened.limits.map(({ limit }) => limit)).toContain('due')
  await fine('zhang.min', number, { ...approved, approvedBy: 'chen.jie' })
  expect(await flags('zhang.min', number)).toEqual(['datesMoved', 'datesMoved'])
  expect((await see('zhang.min', kept)).view.stage).toBe('lead')
  const bent = await fine('zhang.min', kept, {
    act: 'taskDone',
    on: '2026-05-07',
    distorted: '只挂牌没有设窗口',
  })
  expect(bent).toMatchObject({ stage: 'plan', because: '任务执行走样：只挂牌没有设窗口' })
})

test('[ACCT-19] a decision without legal check, quorum or minutes and with grave damage makes a case on those who decided; minutes written later do not cure it', async () => {
  const decision = (more: object) =>
    enter('zhang.min', {
      ...{ title: '出让地块的决定', unit: 'planning' },
      particulars: {
        ...{ kind: 'decisionError', decision: '规划局会议〔2026〕2号', decidedOn: '2026-04-10' },
        ...{ legalCheckOn: '2026-04-08', minutesOn: '2026-04-10', needed: 5, present: 5 },
        ...{ deciders: [{ name: '王放', account: 'wang.fang' }], damage: '国有土地损失', ...more },
      },
    })
  expect((await decision({})).view).toMatchObject({ stage: 'lead', because: '' })
  const cured = (await decision({ minutesOn: '2026-05-06' })).view
  expect(cured).toMatchObject({ stage: 'plan', because: expect.stringContaining('26 天后才有') })
  const { view } = await enter('zhang.min', {
    ...{ title: '违规出让地块', unit: 'planning' },
    particulars: {
      ...{
        kind: 'decisionError',
        decision: '规划局会议〔2026〕3号',
        decidedOn: '2026-04-20',
        needed: 5,
        present: 3,
      },
      ...{
        deciders: [
          { name: '王放', account: 'wang.fang' },
          { name: '李蔚', account: 'li.wei' },
        ],
        damage: '国有土地损失',
      },
    },
  })
  expect(view).toMatchObject({
    stage: 'plan',
    nodes: [{ account: 'wang.fang', role: 'acted' }, { account: 'li.wei' }],
  })
  expect(view.because).toMatch(/合法性审查、到会 3 人，不足 5 人、没有会议记录/)
  const filed = { act: 'minutes', claimedOn: '2026-04-20', sha256: HASH }
  const after = await fine('zhang.min', view.number, filed)
  expect(after.minutes).toMatchObject({ claimedOn: '2026-04-20', at: '2026-05-07T09:00:00+08:00' })
  expect(after.stage).toBe('plan')
  expect(await flags('zhang.min', view.number)).toContain('minutesLater')
})

test('[ACCT-20] a failure of management has level, evidence and decider, the unit sees it and answers by a day; no level before the facts, and inside failures never entered show', async () => {
  const number = await office.opened(
    { kind: 'managementFailure', area: 'social', matter: '市场安全监管' },
    { unit: 'market' },
  )
  const noticed = async () => (await get('market.head', '/api/noticed-cases')).json().rows
  expect(await noticed()).toEqual([])
  await planned(number, '2026-05-20')
  const level = { act: 'consequence', level: 'grave', reason: '先按严重后果处理', evidence: [] }
  expect(await act('zhang.min', number, level)).toMatchObject({ code: 'investigation.facts-first' })
  await fine('zhang.min', number, { act: 'notify' })
  expect(await noticed()).toMatchObject([{ number, answerBy: '2026-05-21T00:00:00+08:00' }])
  expect((await get('wang.fang', '/api/noticed-cases')).json().rows).toEqual([])
  const strange = await post('wang.fang', `/api/noticed-cases/${number}/answer`, { text: '与本局无关的说明' })
  expect(strange.json().code).toBe('investigation.not-found')
  const answered = await post('market.head', `/api/noticed-cases/${number}/answer`, {
    text: '已开展全面排查',
  })
  expect(answered.json().answer).toMatchObject({ by: { account: 'market.head' } })
  const [duty = ''] = await proven(number, 'duty', 'effect')
  await fine('zhang.min', number, { act: 'facts', text: '日常检查记录缺失属实' })
  expect((await fine('zhang.min', number, { ...level, evidence: [duty] })).consequence?.level).toBe('grave')
  const { silentUnits } = (await get('zhang.min', '/api/investigation-balance')).json()
  expect(silentUnits).toMatchObject([{ unit: 'market' }])
})

/** A fee of fixed amount in the list of what may be charged. */
const registerFee = async (fee: string, zh: string, cents: number) => {
  const proposal = {
    ...{ kind: 'entry', name: { zh, en: fee }, payer: 'enterprise', items: [ITEM] },
    terms: {
      ...{ from: '2026-05-08', status: 'kept', rate: { kind: 'fixed', cents }, basis: '省价费〔2012〕1号' },
      ...{ exemption: { zh: '无', en: 'none' }, collectedYearly: null },
    },
  }
  const drafted = await office.put('wang.fang', `/api/fee-register/${fee}/proposal`, { proposal })
  const published = await post('zhang.min', `/api/fee-register/${fee}/publication`)
  expect([drafted.statusCode, published.statusCode]).toEqual([200, 200])
}

test('[ACCT-22] illegal charges hold amount, payer, claimed basis and refund day; it is not closed without proof of refund, and split or renamed sums show', async () => {
  const sums = [
    { title: '场地协调费', cents: 30_000, on: '2026-04-01', payer: 'A' },
    { title: '场地服务费', cents: 40_000, on: '2026-04-10', payer: 'A' },
  ]
  const payers = [{ payer: 'A', name: '周小商', phone: '13900139000' }]
  const particulars = { kind: 'illegalCharges', basisClaimed: '局内部通知', refundDueOn: '2026-05-20', sums }
  const number = await office.opened(particulars, { payers })
  const shown = (await see('zhang.min', number)).view
  expect(shown).toMatchObject({ particulars, payers: [{ payer: 'A', name: '周**' }] })
  expect(shown.flags.map(({ code }) => code)).toEqual(['splitSums'])
  await registerFee('copying', '资料复印费', 55_000)
  const charged = async (title: string) =>
    (
      await enter('zhang.min', {
        particulars: { ...particulars, sums: [{ ...sums[0], title, cents: 55_000 }] },
        payers,
      })
    ).view.flags.map(({ code }) => code)
  expect(await charged('资料服务费')).toEqual(['renamedFee'])
  expect(await charged('资料复印费')).toEqual([])
  await planned(number, '2026-05-20')
  const node = await readyFor(number, 'slight', ['charge'])
  await fine('zhang.min', number, {
    act: 'propose',
    text: '建议告诫并退款',
    measures: [{ node, grade: 'admonition' }],
  })
  await decide(number)
  await fine('zhang.min', number, { act: 'reply', text: '已查实，责令全额退款' })
  expect(await act('zhang.min', number, { act: 'close' })).toMatchObject({
    code: 'investigation.refund-missing',
  })
  const refund = {
    act: 'refund',
    cents: 40_000,
    on: '2026-05-07',
    payer: 'A',
    reference: '回单 1',
    sha256: HASH,
  }
  await fine('zhang.min', number, refund)
  expect((await act('zhang.min', number, { act: 'close' })).code).toBe('investigation.refund-missing')
  await fine('zhang.min', number, { ...refund, cents: 30_000, reference: '回单 2' })
  expect((await fine('zhang.min', number, { act: 'close' })).stage).toBe('closed')
})

test('[ACCT-23] a demand for benefits is sealed with every look recorded and goes to the discipline body against a receipt; the unit complained of has no part, and whoever is not on it sees nothing and is recorded', async () => {
  const body = { particulars: { kind: 'demandingBenefits', demanded: '索要购物卡' } }
  const { view } = await enter('zhang.min', { ...body, title: '审批人员索要购物卡' })
  const { number } = view
  expect(view).toMatchObject({ sealed: true, publication: 'sealed' })
  expect(await see('liu.qing', number)).toMatchObject({ status: 404, code: 'investigation.not-found' })
  expect((await see('chen.jie', number)).status).toBe(404)
  for (const account of ['liu.qing', 'chen.jie', 'second.leader']) {
    const list = (await get(account, '/api/investigations?search=购物卡')).json()
    expect(list).toMatchObject({ rows: [], total: 0 })
  }
  const own = await act('zhang.min', number, {
    act: 'open',
    ...TEAM,
    members: ['li.wei'],
    because: '线索具体有凭据',
  })
  expect(own).toMatchObject({ status: 403, code: 'investigation.own-unit' })
  expect(await act('liu.qing', number, { act: 'drop', reason: '线索不具体，了结' })).toMatchObject({
    status: 404,
  })
  await fine('zhang.min', number, { act: 'open', ...TEAM, because: '线索具体有凭据' })
  expect((await see('chen.jie', number)).status).toBe(200)
  await planned(number, '2026-05-20')
  const node = await readyFor(number, 'grave', ['fact'])
  const measures = [{ node, grade: 'removalRecommendation' }]
  const proposal = { act: 'propose', text: '建议免去其职务', measures }
  expect(await act('zhang.min', number, proposal)).toMatchObject({ code: 'investigation.transfer-first' })
  await fine('zhang.min', number, { act: 'transfer', to: '县纪委监委', reason: '涉嫌违纪，依规移送' })
  await office.pass('2026-05-15T09:00:00')
  expect(await flags('zhang.min', number)).toContain('receiptMissing')
  await fine('zhang.min', number, { act: 'receipt', number: '纪收 2026-15', by: '信访室', on: '2026-05-15' })
  await fine('zhang.min', number, proposal)
  const looked = (await see('zhang.min', number)).view.views
  expect(looked.filter(({ allowed }) => !allowed).map(({ by }) => by.account)).toEqual(
    expect.arrayContaining(['liu.qing', 'chen.jie']),
  )
  expect(looked.some(({ by, allowed }) => allowed && by.account === 'chen.jie')).toBe(true)
  expect((await see('he.hui', number)).view.views).toEqual([])
})

test('[ACCT-23] an appeal in a sealed case goes to somebody named and admitted for it, never to whoever handled or decided it', async () => {
  const number = await office.opened({ kind: 'neglect' })
  // He handled it for a while: from then on he neither decides it nor an appeal.
  const swapped = { act: 'team', lead: 'zhang.min', members: ['liu.qing'], decider: 'chen.jie' }
  await fine('zhang.min', number, { ...swapped, reason: '何辉另有任务，换人承办' })
  await fine('zhang.min', number, { ...swapped, members: ['he.hui'], reason: '任务结束，换回原来的人' })
  const decider = { ...TEAM, act: 'team', members: [], decider: 'liu.qing', reason: '换一个决定人看看' }
  expect((await act('zhang.min', number, decider)).code).toBe('investigation.two-people')
  await planned(number, '2026-05-20')
  const himself = { act: 'node', kind: 'person', unit: 'supervision', account: 'he.hui', name: 'he.hui' }
  const caught = await act('zhang.min', number, { ...himself, role: 'acted', because: '记录载明由其经手' })
  expect(caught.code).toBe('investigation.of-the-team')
  const node = await readyFor(number, 'ordinary', ['fact'])
  const measures = [{ node, grade: 'warning' }]
  await fine('zhang.min', number, { act: 'propose', text: '建议给予警告', measures })
  expect((await decide(number)).status).toBe(200)
  await fine('zhang.min', number, { act: 'appeal', node, text: '后果认定过重，请求复核' })

  const appeal = { node, upheld: false, text: '证据不足，撤销原处理' }
  const review = (account: string) =>
    post(account, `/api/investigations/${number}/appeal-decision`, appeal).then((answer) => answer.json())
  expect((await review('chen.jie')).code).toBe('investigation.appeal-same-people')
  expect((await review('second.leader')).code).toBe('investigation.not-found')
  const name = { act: 'reviewer', node, reason: '没有参与过本案' }
  for (const reviewer of ['chen.jie', 'he.hui', 'liu.qing'])
    expect((await act('zhang.min', number, { ...name, reviewer })).code).toBe(
      'investigation.appeal-same-people',
    )
  expect((await act('zhang.min', number, { ...name, reviewer: 'li.wei' })).code).toBe(
    'investigation.no-such-person',
  )
  await fine('zhang.min', number, { ...name, reviewer: 'second.leader' })
  expect((await see('second.leader', number)).view.may).toEqual(['decideAppeal'])
  expect((await see('liu.qing', number)).status).toBe(404)
  expect((await review('second.leader')).appeals).toMatchObject([
    { reviewer: { account: 'second.leader' }, decided: { upheld: false } },
  ])
  expect((await act('zhang.min', number, { act: 'file', node, basis: '效能建设规定' })).code).toBe(
    'investigation.measure-lifted',
  )
})

test('[ACCT-26] the four kinds are handled sealed, and the person harmed gets the outcome before it closes; none becomes a matter of attitude', async () => {
  const harmed = { name: '吴受害', phone: '13700137000' }
  for (const kind of ['abuseOfPower', 'illegalGain', 'neglect'])
    expect((await enter('zhang.min', { particulars: { kind } })).view).toMatchObject({ kind, sealed: true })
  const named = await office.opened({ kind: 'supervision' })
  expect((await see('liu.qing', named)).status).toBe(200)
  await fine('zhang.min', named, { act: 'rename', kind: 'neglect', reason: '查明系玩忽职守' })
  expect((await see('liu.qing', named)).status).toBe(404)
  const number = await office.opened({ kind: 'obstruction' }, { harmed, title: '反复刁难不予受理' })
  const softer = { act: 'rename', kind: 'attitude', reason: '主要是服务态度不好' }
  expect(await act('zhang.min', number, softer)).toMatchObject({
    status: 422,
    code: 'investigation.no-downgrade',
  })
  await planned(number, '2026-05-20')
  const node = await readyFor(number, 'ordinary', ['fact'])
  await fine('zhang.min', number, {
    act: 'propose',
    text: '建议通报批评',
    measures: [{ node, grade: 'circularCriticism' }],
  })
  expect((await decide(number, 'chen.jie', { publication: 'public' })).view.publication).toBe('sealed')
  await fine('zhang.min', number, { act: 'reply', text: '已查实并作出处理' })
  expect(await act('zhang.min', number, { act: 'close' })).toMatchObject({
    code: 'investigation.harmed-not-told',
  })
  const told = await fine('zhang.min', number, { act: 'tellHarmed', text: '您反映的刁难问题已查实处理' })
  expect(told.harmed).toMatchObject({ name: '吴**', toldAt: '2026-05-15T09:00:00+08:00' })
  expect((await fine('zhang.min', number, { act: 'close' })).stage).toBe('closed')
})

test('[ACCT-34] a case follows the chain up to those who ordered or approved, each with a result; it does not stop at the first person', async () => {
  const number = await office.opened({ kind: 'supervision' })
  await planned(number, '2026-05-20')
  const [fact = ''] = await proven(number, 'fact')
  await fine('zhang.min', number, { act: 'facts', text: '违规退件属实清楚' })
  await fine('zhang.min', number, {
    act: 'consequence',
    level: 'slight',
    reason: '当日已经纠正',
    evidence: [],
  })
  const first = await person(number, 'li.wei')
  expect(
    await act('zhang.min', number, {
      act: 'result',
      node: first,
      result: 'liable',
      reason: '证据证明其办理',
    }),
  ).toMatchObject({
    code: 'investigation.not-heard',
  })
  await hear(number, first)
  await liable(number, first)
  const propose = { act: 'propose', text: '建议发提醒卡', measures: [{ node: first, grade: 'reminderCard' }] }
  expect(await act('zhang.min', number, propose)).toMatchObject({
    status: 409,
    code: 'investigation.stops-at-first',
  })
  expect(await flags('zhang.min', number)).toEqual(['stopsAtFirst'])
  const above = await person(number, 'wang.fang', {
    role: 'approved',
    of: first,
    because: '退件由其审核签字',
  })
  expect((await act('zhang.min', number, propose)).code).toBe('investigation.wrong-moment')
  await hear(number, above)
  await top(number, above, fact)
  expect((await act('zhang.min', number, propose)).code).toBe('investigation.no-result')
  const cleared = {
    act: 'result',
    node: above,
    result: 'notLiable',
    reason: '签字时材料被隐瞒',
    evidence: [fact],
  }
  await fine('zhang.min', number, cleared)
  const { nodes } = await fine('zhang.min', number, propose)
  expect(nodes).toMatchObject([
    { account: 'li.wei', result: { result: 'liable' } },
    { account: 'wang.fang', of: first, result: { result: 'notLiable' } },
  ])
})

test('[ESUP-03] offices have powers by level: the city sees and refers down, and the result goes back up by its day; who came from a unit does not handle it', async () => {
  const level = { level: 'city', document: '县政府〔2026〕2号' }
  expect((await office.put('zhang.min', '/api/supervision-offices/city-supervision', level)).statusCode).toBe(
    403,
  )
  const set = await office.put('chen.jie', '/api/supervision-offices/city-supervision', level)
  expect(set.json()).toMatchObject({ level: 'city', people: [{ account: 'city.wu' }] })
  const referral = { number: '市效监〔2026〕8号', resultDueOn: '2026-05-25' }
  const body = {
    particulars: { kind: 'supervision' },
    source: 'upper',
    title: '市里交办：收费窗口',
    referral,
  }
  expect(await enter('zhang.min', body)).toMatchObject({ code: 'investigation.only-upper-refers' })
  expect(await enter('city.wu', { ...body, referral: null })).toMatchObject({
    code: 'investigation.result-day-missing',
  })
  const { view } = await enter('city.wu', body)
  const { number } = view
  expect(view).toMatchObject({ referral: { level: 'city', resultDueOn: '2026-05-25' } })
  const open = { act: 'open', ...TEAM, because: '上级交办，线索具体' }
  expect(await act('city.wu', number, open)).toMatchObject({
    status: 403,
    code: 'investigation.upper-refers-down',
  })
  await office.database.transaction(HALL_SCOPE, (db) =>
    recordService(
      db,
      'came.from',
      { unit: 'planning', from: day('2020-01-01'), to: day('2025-12-31') },
      { actor: 'came.from', now: office.now },
    ),
  )
  expect(await act('zhang.min', number, { ...open, members: ['came.from'] })).toMatchObject({
    ...{ status: 403, code: 'recusal.conflict' },
  })
  await fine('zhang.min', number, open)
  await planned(number, '2026-05-20')
  const node = await readyFor(number, 'slight', ['fact'])
  await fine('zhang.min', number, {
    act: 'propose',
    text: '建议发提醒卡',
    measures: [{ node, grade: 'reminderCard' }],
  })
  await decide(number)
  await fine('zhang.min', number, { act: 'reply', text: '已处理并答复来信人' })
  expect(await act('zhang.min', number, { act: 'close' })).toMatchObject({
    code: 'investigation.result-not-sent-up',
  })
  await office.pass('2026-05-26T09:00:00')
  expect(await flags('city.wu', number)).toContain('resultLate')
  await fine('zhang.min', number, { act: 'sendUp', text: '查实一人，已发提醒卡' })
  expect((await see('city.wu', number)).view.sentUp?.text).toBe('查实一人，已发提醒卡')
  const { rows } = (await get('chen.jie', '/api/supervision-offices')).json()
  expect(rows.find((row: { office: string }) => row.office === 'city-supervision')).toMatchObject({
    ...{ referred: 1, resultsLate: 1 },
  })
})

const receive = async (): Promise<string> => {
  const received = await post('li.wei', '/api/files', {
    ...{ item: ITEM, channel: 'counter', counter: null, applicant, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
  })
  if (received.statusCode !== 200) throw new Error(received.body)
  return received.json().file.caseNo
}
const rows = async (query = '') =>
  (await get('zhang.min', `/api/investigations?${query}`)).json().rows as InvestigationRow[]
const opened = async (number: string) =>
  fine('zhang.min', number, { act: 'open', ...TEAM, because: '记录清楚，应当查办' })

test('[ACCT-24] an attempted late supplement opens on the officer who accepted, with the list then and what was asked later, due by a day; nobody takes his place and "the applicant agreed" is no excuse', async () => {
  const caseNo = await receive()
  await post('wang.fang', `/api/files/${caseNo}/supplement-notice`, { missing: ['layout'] })
  const lead = await office.eventually(async () => (await rows('kind=acceptingOfficer'))[0])
  const { view } = await see('zhang.min', lead.number)
  expect(view).toMatchObject({
    ...{ source: 'attempt', stage: 'lead', unit: 'planning' },
    particulars: { caseNo, officer: 'li.wei', materials: ['application', 'layout'], asked: '受理后要求补正' },
    nodes: [{ account: 'li.wei', role: 'acted' }],
  })
  expect(view.limits).toMatchObject([{ limit: 'stage/lead', late: false }])
  const drop = { act: 'drop', reason: '申请人自愿补交，没有意见' }
  expect(await act('zhang.min', lead.number, drop)).toMatchObject({ code: 'investigation.applicant-agreed' })
  await opened(lead.number)
  const swap = {
    act: 'node',
    kind: 'person',
    unit: 'planning',
    account: 'wang.fang',
    name: '王放',
    role: 'acted',
  }
  expect(await act('zhang.min', lead.number, { ...swap, because: '实际由其经办的' })).toMatchObject({
    code: 'investigation.officer-swapped',
  })
  await post('wang.fang', `/api/files/${caseNo}/supplement-notice`, { missing: ['application'] })
  expect(await rows('kind=acceptingOfficer')).toHaveLength(1)
  const other = { kind: 'acceptingOfficer', caseNo, officer: 'wang.fang', materials: [], asked: '补交材料' }
  const entered = (await enter('zhang.min', { particulars: other })).view
  expect(entered.flags.map(({ code }) => code)).toEqual(['officerSwapped'])
})

test("[ACCT-21] delay of work is linked to the clock and the instructions of its case and the person is heard; an officer does not take the blame for the leader's order", async () => {
  const caseNo = await receive()
  const asked = {
    how: 'phone',
    raisedBy: 'leader',
    leader: '分管副县长',
    matter: '先放一放',
    heardAt: '2026-05-26T09:00:00+08:00',
  }
  const told = await post('li.wei', `/api/files/${caseNo}/interventions`, asked)
  expect([told.statusCode, told.body]).toEqual([200, expect.anything()])
  const number = await office.opened({ kind: 'delayedWork', caseNo, effect: '企业错过招标' })
  const { view } = await see('zhang.min', number)
  expect(view.instructions).toMatchObject([{ leader: '分管副县长', matter: '先放一放' }])
  expect(view.flags.map(({ code }) => code)).toContain('leaderLeftOut')
  await planned(number, '2026-06-20')
  const node = await readyFor(number, 'ordinary', ['effect'])
  const propose = { act: 'propose', text: '建议效能告诫', measures: [{ node, grade: 'admonition' }] }
  expect(await act('zhang.min', number, propose)).toMatchObject({
    status: 409,
    code: 'investigation.leader-left-out',
  })
  const above = await person(number, null, { role: 'ordered', of: node, because: '其电话要求先放一放' })
  await hear(number, above)
  await top(number, above, 'e1')
  await fine('zhang.min', number, {
    act: 'result',
    node: above,
    result: 'transferred',
    reason: '按干部管理权限移送',
  })
  expect((await fine('zhang.min', number, propose)).proposal).not.toBeNull()
  expect(await flags('zhang.min', number)).not.toContain('leaderLeftOut')
})

test('[ACCT-25] an overdue case shares its liability by how long each held it; the last person alone is refused', async () => {
  const posts = '/api/units/planning/posts'
  await post('sun.yi', posts, { id: 'review', title: '审查岗', titleEn: 'review' })
  await office.put('sun.yi', `${posts}/review/holder`, { holder: 'li.wei', backup: 'wang.fang' })
  const caseNo = await receive()
  await office.pass('2026-06-24T09:00:00')
  const agreed = { step: 'review', outcome: 'agreed', opinion: '' }
  expect((await post('li.wei', `/api/files/${caseNo}/steps`, agreed)).statusCode).toBe(200)
  await office.pass('2026-07-01T09:00:00')
  const decided = await post('wang.fang', `/api/files/${caseNo}/decision`, {
    ...{
      outcome: 'denied',
      reasons: '经营场所不符合条件',
      basis: '食品安全法 33',
      result: '',
      unmet: ['premises'],
    },
  })
  expect([decided.statusCode, decided.body]).toEqual([200, expect.anything()])
  const card = await office.eventually(async () =>
    (
      (await get('zhang.min', '/api/cards?limit=200')).json().rows as {
        card: string
        caseId: string
        rule: string
        level: string
      }[]
    ).find((one) => one.caseId === caseNo && one.rule === 'SV-01' && one.level === 'red'),
  )
  await post('wang.fang', `/api/cards/${card.card}/answer`, { text: '经办人出差，责任在本单位' })
  const judged = await post('zhang.min', `/api/cards/${card.card}/judgement`, {
    outcome: 'upheld',
    reason: '没有正当理由',
  })
  expect([judged.statusCode, judged.body]).toEqual([200, expect.anything()])
  const lead = await office.eventually(async () =>
    (await rows('kind=overdue')).find(({ title }) => title.includes(caseNo)),
  )
  const { view } = await see('zhang.min', lead.number)
  expect(view).toMatchObject({ source: 'liability', particulars: { caseNo } })
  expect(view.shares.map(({ who, share }) => [who.account, Math.round(share * 100)])).toEqual([
    ['li.wei', 81],
    ['wang.fang', 19],
  ])
  await opened(lead.number)
  await planned(lead.number, '2026-07-20')
  const [fact = ''] = await proven(lead.number, 'fact')
  await fine('zhang.min', lead.number, { act: 'facts', text: '超过法定时限办结属实' })
  await fine('zhang.min', lead.number, {
    act: 'consequence',
    level: 'ordinary',
    reason: '企业开业推迟',
    evidence: [],
  })
  const last = await person(lead.number, 'wang.fang')
  await hear(lead.number, last)
  await liable(lead.number, last)
  await top(lead.number, last, fact)
  const propose = { act: 'propose', text: '建议效能告诫', measures: [{ node: last, grade: 'admonition' }] }
  const alone = await act('zhang.min', lead.number, propose)
  expect(alone).toMatchObject({ status: 409, code: 'investigation.only-the-last' })
  const first = await person(lead.number, 'li.wei')
  await hear(lead.number, first)
  await liable(lead.number, first)
  await top(lead.number, first, fact)
  const both = [...propose.measures, { node: first, grade: 'admonition' }]
  expect(
    (await fine('zhang.min', lead.number, { ...propose, measures: both })).proposal?.measures,
  ).toHaveLength(2)
})

const finding = (more: Partial<NewFinding>) =>
  office.database.transaction(HALL_SCOPE, (db) =>
    openFinding(
      db,
      {
        ...{
          source: 'visit',
          sourceId: 'visit/1',
          unit: 'market',
          conduct: 'lateArrival',
          fact: '九点十分才到岗',
        },
        ...{ happenedOn: day('2026-07-01'), ...more },
      },
      { actor: 'zhang.min', now: office.now },
    ),
  )

test('[ACCT-33] what was found meets what was decided, with the open ones and their reason; clues never entered show', async () => {
  const { finding: grave } = await finding({
    conduct: 'gambling',
    account: 'zhao.market',
    fact: '上班时间打牌被查获',
  })
  const balance = async () => (await get('chen.jie', '/api/investigation-balance')).json()
  const before = await balance()
  expect(before.found).toBe(before.decided + before.dropped + before.open.length)
  expect(before.open.every(({ why }: { why: { zh: string } }) => why.zh.length > 3)).toBe(true)
  expect(before.neverEntered).toEqual([])
  expect(before.balanced).toBe(false)
  await office.pass('2026-07-10T09:00:00')
  const missing = ({ neverEntered }: { neverEntered: { reference: string }[] }) =>
    neverEntered.find(({ reference }) => reference === grave)
  expect(missing(await balance())).toMatchObject({ source: 'visit', unit: { zh: '市场监管局' } })
  await enter('zhang.min', {
    unit: 'market',
    source: 'finding',
    findings: [grave],
    particulars: { kind: 'supervision' },
  })
  const after = await balance()
  expect(missing(after)).toBeUndefined()
  expect(after.found).toBe(before.found + 1)
  const late = await enter('zhang.min', { learnedOn: '2026-06-01', particulars: { kind: 'supervision' } })
  expect(late.view.flags.map(({ code }) => code)).toEqual(['enteredLate'])
})

test('[ACCT-35] small findings add up by person and unit to a reminder talk due within days; units that never enter a small one show', async () => {
  const talks = async (account = 'zhang.min') => (await get(account, '/api/reminder-talks')).json()
  const small = (fact: string, on: string) => finding({ account: 'zhao.market', fact, happenedOn: day(on) })
  await small('七月二日迟到十分钟', '2026-07-02')
  await small('七月三日早退二十分钟', '2026-07-03')
  const adding = await talks()
  expect(adding.rows).toEqual([])
  expect(adding.adding).toMatchObject([
    { unit: 'market', person: { account: 'zhao.market' }, count: 2, of: 3 },
  ])
  await finding({ unit: 'planning', conduct: 'absence', account: 'li.wei', fact: '上午窗口无人在岗' })
  expect((await talks()).silent).toMatchObject([{ unit: 'planning', others: 2 }])
  // Where nothing at all was ever found, nothing small is entered either.
  const archives = { id: 'archives', name: '档案局', nameEn: 'Archives', kind: 'department', parent: null }
  expect((await post('sun.yi', '/api/units', archives)).statusCode).toBe(200)
  const clerk = { account: 'bai.archives', name: '白云', unit: 'archives', password: 'archives-of-qinghe' }
  expect((await post('sun.yi', '/api/accounts', clerk)).statusCode).toBe(200)
  expect((await talks()).silent).toMatchObject([
    { unit: 'planning', others: 2 },
    { unit: 'archives', others: 0 },
  ])
  await small('七月六日迟到十五分钟', '2026-07-06')
  const due = await office.eventually(async () => (await talks()).rows[0])
  expect(due).toMatchObject({
    person: { account: 'zhao.market' },
    dueAt: '2026-07-18T00:00:00+08:00',
    late: false,
  })
  expect(due.findings).toHaveLength(3)
  expect((await talks('wang.fang')).rows).toEqual([])
  const held = { heldOn: '2026-07-20', note: '本人认识到问题，保证准时' }
  const url = `/api/reminder-talks/${due.talk}/held`
  expect((await post('market.head', url, held)).json().code).toBe('investigation.future')
  await office.pass('2026-07-20T09:00:00')
  expect((await talks()).rows[0].late).toBe(true)
  expect((await post('market.head', url, held)).json().held).toMatchObject({ heldOn: '2026-07-20' })
})

test('[ACCT-29] several typical cases are decided and told by the day set, each unit reads and says what it changes; an old case or one without its unit named is refused', async () => {
  const list = async (account = 'chen.jie') => (await get(account, '/api/typical-cases')).json()
  const { plan, ready } = await list()
  expect(plan).toMatchObject({ dueOn: '2026-06-30', wanted: 3, published: 0, short: true })
  const cases = (ready as { number: string }[]).slice(0, 3)
  expect(cases).toHaveLength(3)
  const told = (name: string) =>
    cases.map(({ number }) => ({ number, fact: `${name}窗口违规办理，企业反映强烈` }))
  const draft = (name: string) =>
    post('zhang.min', '/api/typical-cases', { title: '典型个案通报', cases: told(name) })
  expect((await draft('某单位')).json().code).toBe('typical.no-unit-named')
  const { circular } = (await draft('规划局')).json()
  expect((await draft('规划局')).json().code).toBe('typical.old-case')
  const issued = await post('chen.jie', `/api/circulars/${circular}/issue`)
  expect([issued.statusCode, issued.body]).toEqual([200, expect.anything()])
  const change = (account: string, text = '本局自查窗口收件并公开投诉电话') =>
    post(account, `/api/typical-cases/${circular}/change`, { text })
  expect((await change('wang.fang')).statusCode).toBe(200)
  await office.pass('2026-07-20T10:00:00')
  await post('market.head', `/api/circulars/${circular}/receipts`)
  await change('market.head')
  const [shown] = (await list()).rows
  const unit = (id: string) => shown.units.find((one: { unit: string }) => one.unit === id)
  expect(shown).toMatchObject({ status: 'issued', cases: [{ unitName: { zh: '规划局' } }, {}, {}] })
  expect(unit('planning')).toMatchObject({
    readAt: null,
    copied: false,
    change: expect.stringContaining('自查'),
  })
  expect(unit('market')).toMatchObject({ readAt: '2026-07-20T10:00:00+08:00', copied: true })
  await office.pass('2027-08-02T09:00:00')
  expect((await list()).ready).toEqual([])
})

test('a case is filed as a measure of the ladder for each who answers for it, and the lists come from the ledger alone', async () => {
  const open = (await rows('stage=reply')).concat(await rows('stage=closed'))
  const reply = open.find(({ sealed }) => !sealed)
  const { view } = await see('zhang.min', reply?.number ?? '')
  const node = view.decision?.measures[0]?.node ?? ''
  const file = { act: 'file', node, basis: '效能告诫办法第五条', unitAside: '单位制度健全，个人违反' }
  const filed = await act('zhang.min', view.number, file)
  expect([filed.status, filed.code]).toEqual([200, undefined])
  expect(filed.view.files).toMatchObject([{ node }])
  const bundle = (number: string, account: string) =>
    get(account, `/api/evidence/investigation/${number}?purpose=${encodeURIComponent('报送上级复核')}`)
  expect((await bundle(view.number, 'zhang.min')).statusCode).toBe(200)
  const [sealed] = await rows('kind=demandingBenefits')
  expect((await bundle(sealed?.number ?? '', 'liu.qing')).json().code).toBe('investigation.not-found')
  const rebuilt = await compareRebuilt(office.database, HALL_SCOPE.jurisdiction, [caseworkLists])
  expect(rebuilt.filter(({ identical }) => !identical)).toEqual([])
  expect(rebuilt.map(({ table }) => table)).toContain('investigation')
})
