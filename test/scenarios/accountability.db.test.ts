import { expect, test } from 'vitest'
import type {
  CardRate,
  ContactCard,
  InquiryView,
  LadderView,
  MeasureFigures,
  MeasureRow,
  MeasureView,
  StandingView,
  StatementView,
} from '#modules/accountability/contract.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { projections } from '#src/projections.ts'
import { openAccountability, person, refusal, unitOf } from './accountability.ts'

const county = await openAccountability()
const { act, fine, finding, get, post, propose, view } = county
await county.pass('2026-03-02T09:00:00')

const DECIDERS: Record<string, readonly string[]> = {
  supervision: ['he.san', 'yu.si'],
  leadership: ['chen.jie', 'tang.li'],
  appointing: ['zheng.ren', 'chen.jie'],
  discipline: ['zheng.ren', 'chen.jie'],
}

/** Told, heard, agreed by as many as needed, and served. */
async function decided(file: string, more: object = {}): Promise<MeasureView> {
  const { authority, instrument, hearing } = await view('zhang.min', file)
  const all = DECIDERS[authority] ?? []
  const deciders = instrument.family === 'card' ? all.slice(0, 1) : all
  const noticed = await fine<MeasureView>(act('zhang.min', file, 'notice', { deciders }))
  if (hearing !== 'reply') {
    const who =
      noticed.subject.person?.account ?? (noticed.subject.unit.id === 'market' ? 'qian.market' : 'wang.fang')
    await fine(act(who, file, 'statement', { text: '当时排队的人很多，我愿意改正' }))
  }
  for (const decider of deciders)
    await fine(act(decider, file, 'decision', { agrees: true, reason: '事实清楚，证据充分', ...more }))
  return fine<MeasureView>(act('zhang.min', file, 'service', { on: today(), way: '当面送达' }))
}
const today = () => new Date(county.office.now + 8 * 3_600_000).toISOString().slice(0, 10)

const proposed = async (more: object): Promise<string> => (await fine<MeasureView>(propose(more))).file
const rude = (account: string, unit: string, more: object = {}) =>
  finding({ unit, account, conduct: 'rudeness', ...more })
const figures = (from = '2026-01-01', until = '2026-12-31') =>
  fine<MeasureFigures>(get('chen.jie', `/api/accountability/figures?from=${from}&until=${until}`))
const CONFIRMS = { agrees: true, reason: '经核对，同意撤回' }
const codes = ({ signals }: Pick<MeasureView, 'signals'>) => signals.map(({ code }) => code)
const standing = (account: string, reader = account) =>
  fine<StandingView>(get(reader, `/api/accountability/standing?account=${account}&year=2026`))

test('[ACCT-32] the table makes the proposal from the conduct; another measure needs a reason that the leading group sees, and unlike measures for equal conduct are found', async () => {
  const first = await rude('li.wei', 'planning')
  const second = await rude('zhao.market', 'market')
  const suggestion = `/api/accountability/suggestion?kind=person&unit=planning&account=li.wei&finding=${first}`
  expect(await fine(get('zhang.min', suggestion))).toMatchObject({ instrument: { code: 'warningTalk' } })
  const mild = await proposed({ ...person('li.wei', 'planning'), findings: [first] })
  expect((await view('zhang.min', mild)).instrument.code).toBe('warningTalk')
  const hard = { ...person('zhao.market', 'market'), findings: [second], instrument: 'admonition' }
  expect(refusal(await propose(hard))).toEqual([422, 'accountability.deviation-unexplained'])
  const heavier = await proposed({ ...hard, deviation: '造成群众三次往返，影响较大' })
  await decided(mild)
  await decided(heavier)
  const { signals } = await figures()
  expect(signals.find(({ code }) => code === 'unequal')?.files.sort()).toEqual([mild, heavier].sort())
  // Whoever leads sees why it is off the table.
  expect((await view('tang.li', heavier)).deviation).toContain('三次往返')
  expect(signals.find(({ code }) => code === 'deviation')?.files).toEqual([heavier])
})

test('[ESUP-19] a decision is numbered and says whom, facts, measure, basis, day, that the subject was heard, and the appeal, with a copy for the personnel body; what is only said and what has no basis is refused', async () => {
  const found = await finding({ unit: 'market', account: 'lin.shi', conduct: 'absence' })
  const about = { ...person('lin.shi', 'market', { status: 'temporary' }), findings: [found] }
  expect(refusal(await propose({ ...about, instrument: 'oralReprimand' }))).toEqual([
    ...[422, 'accountability.no-such-instrument'],
  ])
  expect(refusal(await propose({ ...about, basis: '' }))).toEqual([422, 'accountability.no-facts'])
  expect(refusal(await propose({ ...about, evidence: [] }))).toEqual([422, 'accountability.no-evidence'])
  expect(refusal(await propose({ ...about, unitAside: null }))).toEqual([422, 'accountability.unit-first'])
  expect(refusal(await propose({ ...about, findings: [] }))).toEqual([422, 'accountability.no-finding'])
  const file = await proposed(about)
  // Nobody but those who work on it knows before it is decided, not even that it is there.
  for (const reader of ['lin.shi', 'qian.market', 'chen.jie', 'li.wei'])
    expect(refusal(await get(reader, `/api/accountability/files/${file}`))).toEqual([
      ...[404, 'accountability.not-found'],
    ])
  const listed = await fine<{ rows: MeasureRow[] }>(get('chen.jie', '/api/accountability/files'))
  expect(listed.rows.map((one) => one.file)).not.toContain(file)
  expect(refusal(await propose(about))).toEqual([409, 'accountability.same-fact'])
  expect(refusal(await act('zhang.min', file, 'notice', { deciders: ['zhang.min', 'he.san'] }))).toEqual([
    ...[409, 'accountability.proposer-decides'],
  ])
  expect(refusal(await act('zhang.min', file, 'notice', { deciders: ['he.san'] }))).toEqual([
    ...[422, 'accountability.too-few-deciders'],
  ])
  await fine(act('zhang.min', file, 'notice', { deciders: ['he.san', 'yu.si'] }))
  const agrees = { agrees: true, reason: '事实清楚，证据充分' }
  expect(refusal(await act('he.san', file, 'decision', agrees))).toEqual([409, 'accountability.not-heard'])
  await fine(act('lin.shi', file, 'statement', { text: '家人住院，确有急事' }))
  expect((await fine<MeasureView>(act('he.san', file, 'decision', agrees))).stage).toBe('noticed')
  expect(refusal(await act('he.san', file, 'decision', agrees))).toEqual([
    409,
    'accountability.decided-twice',
  ])
  const done = await fine<MeasureView>(act('yu.si', file, 'decision', agrees))
  expect(done.number).toMatch(/效处字〔2026〕第\d{4}号/)
  expect(done).toMatchObject({
    ...{ stage: 'decided', basis: '关于违反工作纪律的处理规定第三条', decidedOn: '2026-03-02' },
    ...{ decision: { heard: true }, appealWay: [{ ask: '15W' }], personnelReceivedAt: null },
  })
  expect((await fine<MeasureView>(act('zheng.ren', file, 'receipt'))).personnelReceivedAt).not.toBeNull()
  const paper = await get('lin.shi', `/api/accountability/files/${file}/paper`)
  expect([paper.statusCode, paper.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  expect(refusal(await get('qian.market', `/api/accountability/files/${file}/paper`))[0]).toBe(404)
})

test('[ACCT-01] cards and the letter are types that two people change, with trigger, issuer, addressee and reply-by; a card without a reply shows, and one withdrawn without a reason is refused', async () => {
  const { ladder } = await fine<LadderView>(get('li.wei', '/api/accountability/ladder'))
  const own = ladder.instruments.filter(({ family }) => family === 'card' || family === 'letter')
  expect(own.length).toBeGreaterThanOrEqual(5)
  // Each says when it is for; the letter weighs on the year, the reminder does not.
  expect(own.every(({ trigger }) => trigger.zh !== '' && trigger.en !== '')).toBe(true)
  const weighs = (wanted: string) => own.find(({ code }) => code === wanted)?.counts
  expect([weighs('reminderCard'), weighs('admonition')]).toEqual(['none', 'admonition'])
  const card = own.find(({ code }) => code === 'reminderCard')
  const more = { ...card, code: 'serviceCard', name: { zh: '服务提示卡', en: 'Service card' }, dueBy: '3W' }
  const draft = {
    from: '2026-03-02',
    reason: '增加服务提示卡',
    ladder: { ...ladder, instruments: [...ladder.instruments, more] },
  }
  const drafts = '/api/accountability/ladder/drafts'
  expect(refusal(await post('zhang.min', drafts, { ...draft, from: '2026-03-01' }))).toEqual([
    ...[422, 'ladder.retroactive'],
  ])
  const [version] = (await fine<LadderView>(post('zhang.min', drafts, draft))).versions
  expect(refusal(await post('zhang.min', `${drafts}/${version?.draft}/approval`))).toEqual([
    ...[409, 'ladder.own-draft'],
  ])
  await fine(post('he.san', `${drafts}/${version?.draft}/approval`))
  const found = await finding({ unit: 'planning', conduct: 'noBadge', severity: 'light' })
  const about = { ...unitOf('planning'), findings: [found], instrument: 'serviceCard' }
  const file = await proposed({ ...about, deviation: '按新设的服务提示卡办理' })
  const issued = await decided(file)
  expect(issued).toMatchObject({
    ...{ instrument: { code: 'serviceCard' }, dueOn: '2026-03-05', findings: [found] },
    ...{ subject: { unit: { id: 'planning' } }, proposedBy: { account: 'zhang.min' } },
  })
  expect(issued.number).toMatch(/第\d{4}号/)
  expect(refusal(await act('zhang.min', file, 'withdrawal', { reason: '撤' }))).toEqual([
    ...[422, 'accountability.reason-missing'],
  ])
  // Nobody has proposed it yet; there is nothing to confirm.
  expect(refusal(await act('he.san', file, 'withdrawal/decision', CONFIRMS))).toEqual([
    ...[409, 'accountability.no-withdrawal'],
  ])
  await county.pass('2026-03-09T09:00:00')
  expect(codes(await view('zhang.min', file))).toContain('noReply')
  await fine(act('wang.fang', file, 'answer', { text: '已补发胸牌并检查佩戴' }))
  expect(refusal(await act('wang.fang', file, 'judgement', { accepted: true, reason: '好' }))[0]).toBe(403)
  expect(
    (await fine<MeasureView>(act('zhang.min', file, 'judgement', { accepted: true, reason: '已改正' })))
      .stage,
  ).toBe('closed')
  const other = await proposed({
    ...{ ...unitOf('planning'), instrument: 'reminderCard' },
    ...{
      deviation: '首次出现，先提醒',
      findings: [await finding({ unit: 'planning', conduct: 'onceTold' })],
    },
  })
  await decided(other)
  const mistaken = { reason: '核对后发现系统时间有误，事实不成立' }
  const asked = await fine<MeasureView>(act('yu.si', other, 'withdrawal', mistaken))
  // It still stands: what others decided one person does not take back.
  expect([asked.stage, codes(asked)]).toEqual(['decided', expect.arrayContaining(['withdrawalProposed'])])
  expect(asked.acts).not.toContain('decideWithdrawal')
  for (const alone of ['yu.si', 'zhang.min'])
    expect(refusal(await act(alone, other, 'withdrawal/decision', CONFIRMS))).toEqual([
      ...[403, 'accountability.withdrawal-alone'],
    ])
  expect(refusal(await act('chen.jie', other, 'withdrawal/decision', CONFIRMS))).toEqual([
    ...[403, 'accountability.withdrawal-alone'],
  ])
  const gone = await fine<MeasureView>(act('he.san', other, 'withdrawal/decision', CONFIRMS))
  expect([gone.stage, codes(gone)]).toEqual(['withdrawn', ['withdrawn']])
})

test('what two leaders decided is withdrawn by two of whom one is a leader, and what nobody decided yet by its proposer or by them', async () => {
  const removal = { instrument: 'removalRecommendation', deviation: '后果严重，应予从重处理' }
  const found = await rude('lin.shi', 'market', { severity: 'grave', matter: 'removal' })
  const file = await proposed({ ...person('lin.shi', 'market'), findings: [found], ...removal })
  const { authority } = await view('zhang.min', file)
  await decided(file)
  const reason = '复查发现主要证据系伪造，应予撤回'
  // Whom it is about has the appeal, not the withdrawal.
  expect((await act('lin.shi', file, 'withdrawal', { reason })).statusCode).toBe(403)
  expect((await fine<MeasureView>(act('zhang.min', file, 'withdrawal', { reason }))).stage).toBe('decided')
  expect(refusal(await act('he.san', file, 'withdrawal', { reason }))).toEqual([
    ...[409, 'accountability.withdrawal-open'],
  ])
  // A supervisor is not of the body that decided it.
  expect([authority, refusal(await act('he.san', file, 'withdrawal/decision', CONFIRMS))]).toEqual([
    ...['appointing', [403, 'accountability.withdrawal-alone']],
  ])
  const kept = await fine<MeasureView>(
    act('tang.li', file, 'withdrawal/decision', { agrees: false, reason: '证据并非伪造，不同意撤回' }),
  )
  expect([kept.stage, kept.withdrawal]).toEqual(['decided', null])
  await fine(act('he.san', file, 'withdrawal', { reason }))
  const gone = await fine<MeasureView>(act('tang.li', file, 'withdrawal/decision', CONFIRMS))
  expect([gone.stage, gone.ended?.by.account]).toEqual(['withdrawn', 'tang.li'])

  const again = await rude('lin.shi', 'market', { severity: 'grave', matter: 'removal-2' })
  const open = await proposed({ ...person('lin.shi', 'market'), findings: [again], ...removal })
  expect(refusal(await act('he.san', open, 'drop', { reason: '我看不必处理' }))).toEqual([
    ...[403, 'accountability.not-to-drop'],
  ])
  const dropped = await fine<MeasureView>(act('zhang.min', open, 'drop', { reason: '核实后事实不清' }))
  expect(dropped.stage).toBe('dropped')
})

test('[ACCT-03] an admonition is written with facts, rule, hearing, correction day and expiry; told by word of mouth it is none, and a second one within the period must be heavier', async () => {
  await county.pass('2026-03-10T09:00:00')
  const found = await finding({
    unit: 'market',
    account: 'zhao.market',
    conduct: 'drinking',
    severity: 'grave',
  })
  const about = { ...person('zhao.market', 'market'), findings: [found] }
  expect(refusal(await propose({ ...about, period: '9M' }))).toEqual([422, 'accountability.bad-period'])
  expect(refusal(await propose({ ...about, instrument: 'oralReprimand' }))).toEqual([
    ...[422, 'accountability.no-such-instrument'],
  ])
  const file = await proposed({ ...about, period: '4M' })
  await fine(act('zhang.min', file, 'notice', { deciders: ['he.san', 'yu.si'] }))
  await fine(act('zhao.market', file, 'statement', { text: '要求听证', hearing: true }))
  const agrees = { agrees: true, reason: '事实清楚，证据充分' }
  expect(refusal(await act('he.san', file, 'decision', agrees))).toEqual([409, 'accountability.hearing-due'])
  await fine(act('zhang.min', file, 'hearing', { on: '2026-03-10', minutes: '听取了当事人和两名证人的陈述' }))
  await fine(act('he.san', file, 'decision', agrees))
  const done = await fine<MeasureView>(act('yu.si', file, 'decision', agrees))
  expect(done).toMatchObject({
    ...{ instrument: { code: 'admonition' }, until: '2026-07-10', stage: 'decided', dueOn: '2026-03-24' },
    ...{ basis: '关于违反工作纪律的处理规定第三条', statement: { hearing: true } },
  })
  expect(done.facts).toContain('态度生硬')
  expect(refusal(await act('zhang.min', file, 'service', { on: '2026-03-10', way: '口头告知' }))).toEqual([
    ...[422, 'accountability.only-told'],
  ])
  await fine(act('zhang.min', file, 'service', { on: '2026-03-10', way: '当面送达' }))
  const again = await finding({
    unit: 'market',
    account: 'zhao.market',
    conduct: 'drinking',
    severity: 'grave',
  })
  const second = {
    ...person('zhao.market', 'market'),
    findings: [again],
    deviation: '本人态度较好，建议从轻',
  }
  for (const instrument of ['admonition', 'warningTalk'])
    expect(refusal(await propose({ ...second, instrument }))).toEqual([409, 'accountability.must-be-higher'])
  const raised = await view('zhang.min', await proposed({ ...second, deviation: null }))
  expect(raised).toMatchObject({ raisedFrom: file, instrument: { code: 'postAdjustment' } })
  await fine(act('zhang.min', raised.file, 'drop', { reason: '经核实与前次为同一次饮酒' }))
  // It ends by itself, and from then on ordinary views leave it out.
  await county.pass('2026-07-11T09:00:00')
  expect(await view('zhao.market', file)).toMatchObject({ stage: 'closed', over: true })
  const shown = await fine<{ rows: MeasureRow[] }>(get('zhao.market', '/api/accountability/files'))
  expect(shown.rows.map((one) => one.file)).not.toContain(file)
})

test('[ACCT-04] a talk is entered with interviewer, facts, promises, check day and signature, after it took place; only its check closes it, and one that was not checked shows', async () => {
  await county.pass('2026-07-13T09:00:00')
  const file = await proposed({
    ...person('li.wei', 'planning'),
    findings: [await finding({ unit: 'planning', account: 'li.wei', conduct: 'absence' })],
  })
  await decided(file)
  const talk = {
    ...{ on: '2026-07-13', interviewer: '张敏', factsShown: '七月六日下午无人在岗', promises: '按规定请假' },
    ...{ checkBy: '2026-07-20', signedBy: '李蔚' },
  }
  expect(refusal(await act('zhang.min', file, 'talk', { ...talk, on: '2026-07-14' }))).toEqual([
    ...[422, 'accountability.future'],
  ])
  expect(refusal(await act('zhang.min', file, 'talk', { ...talk, signedBy: '' }))).toEqual([
    ...[422, 'accountability.unsigned'],
  ])
  expect((await fine<MeasureView>(act('zhang.min', file, 'talk', talk))).stage).toBe('decided')
  await county.pass('2026-07-22T09:00:00')
  expect(codes(await view('zhang.min', file))).toContain('noCheck')
  const check = { on: '2026-07-22', kept: true, note: '两周考勤和现场抽查均在岗' }
  expect((await fine<MeasureView>(act('he.san', file, 'check', check))).stage).toBe('closed')
})

test('[ACCT-05] an order to rectify has finding, day, proof and verification by its issuer, and overdue raises the next grade; a second extension and verification by the unit are refused', async () => {
  const found = await finding({ unit: 'market', conduct: 'undisclosed' })
  const file = await proposed({ ...unitOf('market'), findings: [found] })
  expect((await decided(file)).instrument.code).toBe('orderToRectify')
  const early = { text: '已公开全部收费标准', proof: [] }
  expect(refusal(await act('qian.market', file, 'answer', early))).toEqual([422, 'accountability.no-proof'])
  const longer = { until: '2026-09-01', reason: '公示栏正在改造' }
  await fine(act('zhang.min', file, 'extension', longer))
  expect(refusal(await act('zhang.min', file, 'extension', { ...longer, until: '2026-10-01' }))).toEqual([
    ...[409, 'accountability.extended-already'],
  ])
  expect(refusal(await act('qian.market', file, 'judgement', { accepted: true, reason: '已验收' }))[0]).toBe(
    403,
  )
  await county.pass('2026-09-03T09:00:00')
  const late = await view('zhang.min', file)
  expect(codes(late)).toEqual(expect.arrayContaining(['overdue', 'extendedInVain']))
  expect(late.ranOut).toBe('2026-09-01')
  // The same facts, unmet: the next grade, by the table itself.
  const next = await view('zhang.min', await proposed({ ...unitOf('market'), findings: [found] }))
  expect(next.raisedFrom).toBe(file)
  expect(next.instrument.grade).toBeGreaterThan(late.instrument.grade)
  await fine(act('zhang.min', next.file, 'drop', { reason: '公示已补，先验收' }))
  await fine(act('qian.market', file, 'answer', { text: '已公开全部收费标准', proof: ['公示照片'] }))
  expect(
    (await fine<MeasureView>(act('zhang.min', file, 'judgement', { accepted: true, reason: '现场查看属实' })))
      .stage,
  ).toBe('closed')
})

/** A self-criticism that nobody writes until its day is over. */
let unwritten = ''
test('[ACCT-06] a self-criticism is filed by its day, accepted or sent back by the issuer, and compared with earlier ones; copied text is found and not accepted', async () => {
  const text = '我对办事群众态度生硬，没有耐心解释，辜负了组织的信任。今后我将认真学习业务，改进作风。'
  const write = async (account: string, unit: string, words: string) => {
    const about = {
      ...person(account, unit),
      findings: [await finding({ unit, account, conduct: 'noBadge' })],
    }
    const file = await proposed({
      ...about,
      instrument: 'selfCriticism',
      deviation: '影响较大，责令书面检查',
    })
    await decided(file)
    return fine<MeasureView>(act(account, file, 'answer', { text: words }))
  }
  const about = {
    ...person('zhao.market', 'market'),
    findings: [await finding({ unit: 'market', account: 'zhao.market', conduct: 'noBadge' })],
  }
  unwritten = await proposed({ ...about, instrument: 'selfCriticism', deviation: '影响较大，责令书面检查' })
  // Ten working days.
  expect((await decided(unwritten)).dueOn).toBe('2026-09-17')
  const own = await write('li.wei', 'planning', text)
  expect(own.answers[0]?.likeness).toBeNull()
  const back = await fine<MeasureView>(
    act('zhang.min', own.file, 'judgement', { accepted: false, reason: '没有写清事情经过' }),
  )
  expect(back.stage).toBe('decided')
  await fine(act('li.wei', own.file, 'answer', { text: `${text}六月三日上午我让老人往返了三次。` }))
  const accepted = act('zhang.min', own.file, 'judgement', { accepted: true, reason: '写清了' })
  expect((await fine<MeasureView>(accepted)).stage).toBe('closed')
  const copied = await write('lin.shi', 'market', text.replace('生硬', '不好'))
  expect(codes(copied)).toContain('copied')
  expect(
    refusal(await act('zhang.min', copied.file, 'judgement', { accepted: true, reason: '可以' })),
  ).toEqual([...[409, 'accountability.text-copied']])
})

test('[ACCT-07] an apology has text, channel, day and the word of the harmed; what they never saw stays open and shows', async () => {
  const file = await proposed({
    ...{ ...unitOf('planning'), instrument: 'publicApology', deviation: '群众多次往返，应当公开道歉' },
    findings: [await finding({ unit: 'planning', conduct: 'delay' })],
  })
  await decided(file, { level: 'public' })
  const apology = {
    text: '就延误办件向王女士公开道歉',
    channel: '县政府网站',
    on: today(),
    link: 'https://example.gov.cn/1',
  }
  expect(refusal(await act('li.wei', file, 'apology', apology))[0]).toBe(404)
  await fine(act('wang.fang', file, 'apology', apology))
  const told = await county.office.app.inject('/api/public-measures?year=2026')
  const { text, channel, on, link } = apology
  expect(told.json().apologies).toEqual([{ unit: expect.anything(), text, channel, on, link }])
  const unseen = await fine<MeasureView>(
    act('zhang.min', file, 'confirmation', { seen: false, how: '电话回访', harmed: '王女士' }),
  )
  expect([unseen.stage, codes(unseen)]).toEqual(['decided', ['deviation', 'apologyUnseen']])
  await fine(act('wang.fang', file, 'apology', { ...apology, channel: '上门' }))
  const seen = { seen: true, how: '本人当面确认', harmed: '王女士' }
  expect((await fine<MeasureView>(act('zhang.min', file, 'confirmation', seen))).stage).toBe('closed')

  // Decided for the unit alone it is told to whoever was harmed, and not to everybody.
  const quiet = await proposed({
    ...{ ...unitOf('planning'), instrument: 'publicApology', deviation: '只涉及一人，向其本人道歉' },
    findings: [await finding({ unit: 'planning', conduct: 'shirking' })],
  })
  await decided(quiet, { level: 'none' })
  await fine(act('wang.fang', quiet, 'apology', { ...apology, text: '就推诿向办事人道歉' }))
  expect((await county.office.app.inject('/api/public-measures?year=2026')).json().apologies).toHaveLength(1)
})

test('[ACCT-08] a circular has facts, reach and read receipts and stays on the record for its period; one kept inside the unit or without its name is refused, and so is a person whom the decision does not name', async () => {
  const found = await finding({ unit: 'planning', conduct: 'falseReport' })
  const file = await proposed({ ...unitOf('planning'), findings: [found] })
  const done = await decided(file, { level: 'circular' })
  expect(done.instrument.code).toBe('circularCriticism')
  const text = '规划局上报数据弄虚作假，给予通报批评'
  const send = (body: object) =>
    act('zhang.min', file, 'circular', { text, reach: ['market', 'planning'], ...body })
  expect(refusal(await send({ reach: ['planning'] }))).toEqual([422, 'accountability.circular-inside'])
  expect(refusal(await send({ text: '某单位上报数据弄虚作假，给予通报批评' }))).toEqual([
    ...[422, 'accountability.circular-nameless'],
  ])
  await fine(send({}))
  const inbox = await fine<{ rows: { file: string; text: string }[] }>(
    get('qian.market', '/api/accountability/circulars'),
  )
  expect(inbox.rows).toMatchObject([{ file, text, readAt: null }])
  expect(
    refusal(await post('xu.school', `/api/accountability/circulars/${file}/reading`, { changes: '无' })),
  ).toEqual([...[404, 'accountability.not-in-reach']])
  const read = { changes: '本单位核对全部上报数据' }
  await fine(post('qian.market', `/api/accountability/circulars/${file}/reading`, read))
  expect((await view('zhang.min', file)).circular?.reach).toMatchObject([
    { unit: { id: 'market' }, changes: read.changes },
    { unit: { id: 'planning' }, readAt: null },
  ])
  await county.pass('2026-09-28T09:00:00')
  expect(codes(await view('zhang.min', file))).toContain('circularUnread')
  await fine(post('wang.fang', `/api/accountability/circulars/${file}/reading`, read))
  expect(await view('zhang.min', file)).toMatchObject({ stage: 'closed', over: false, until: '2027-03-03' })
})

test('[ACCT-06] a self-criticism that is not there by its day shows until its issuer took it; one that is there does not', async () => {
  const signals = async () => codes(await view('zhang.min', unwritten))
  expect(await signals()).toContain('overdue')
  const text = '九月一日我让一位老人在窗口外等了两个小时，没有解释，事后也没有道歉，今后一定改正。'
  const written = await fine<MeasureView>(act('zhao.market', unwritten, 'answer', { text }))
  expect(written.stage).toBe('decided')
  const taken = { accepted: true, reason: '写清了事情经过' }
  expect((await fine<MeasureView>(act('zhang.min', unwritten, 'judgement', taken))).stage).toBe('closed')
  expect(await signals()).not.toContain('overdue')
  expect(refusal(await act('zhao.market', unwritten, 'answer', { text }))[0]).toBe(409)
})

test('a supervisor whom a file is about learns of it like everybody and acts on it only as its subject; nothing is served before it was decided', async () => {
  const found = await rude('mei.wu', 'fairness')
  const file = await proposed({ ...person('mei.wu', 'fairness'), findings: [found] })
  const own = `/api/accountability/files/${file}`
  expect(refusal(await get('mei.wu', own))).toEqual([404, 'accountability.not-found'])
  expect((await get('mei.wu', '/api/accountability/files')).body).not.toContain(file)
  const reason = { reason: '情节轻微，不再处理，予以了结' }
  expect(refusal(await act('mei.wu', file, 'drop', reason))).toEqual([404, 'accountability.not-found'])
  const { authority } = await view('zhang.min', file)
  const deciders = DECIDERS[authority] ?? []
  await fine(act('zhang.min', file, 'notice', { deciders }))
  await fine(act('mei.wu', file, 'statement', { text: '当日另有紧急公务，请求从轻' }))
  for (const path of ['drop', 'withdrawal'])
    expect(refusal(await act('mei.wu', file, path, reason))).toEqual([403, 'recusal.conflict'])
  for (const decider of deciders)
    await fine(act(decider, file, 'decision', { agrees: true, reason: '事实清楚，证据充分' }))
  const early = await act('zhang.min', file, 'service', { on: '2026-01-05', way: '当面送达' })
  expect(refusal(early)).toEqual([422, 'accountability.served-before'])
})

test('a personnel act is appealed at once or after its review (公务员法 95); what the office’s own rules look at again has no short cut', async () => {
  const about = { ...person('zhao.market', 'market'), deviation: '造成较大影响，从重处理' }
  const found = () => finding({ unit: 'market', account: 'zhao.market', conduct: 'shirking' })
  const grounds = '当天我在外勤，有派单记录'
  const admonished = await proposed({ ...about, instrument: 'admonition', findings: [await found()] })
  expect((await decided(admonished)).directBy).toBeNull()
  const shortCut = await act('zhao.market', admonished, 'appeal', { grounds, direct: true })
  expect(refusal(shortCut)).toEqual([409, 'accountability.no-direct-appeal'])

  const moved = await proposed({ ...about, instrument: 'postAdjustment', findings: [await found()] })
  const served = await decided(moved)
  expect(served.directBy).toBe(served.appealBy)
  const asked = await fine<MeasureView>(act('zhao.market', moved, 'appeal', { grounds, direct: true }))
  expect(asked.appeals).toMatchObject([{ step: 1, decided: null }])
  const upheld = { outcome: 'upheld', reasons: '事实清楚，处理适当' }
  const after = await fine<MeasureView>(act('fang.zheng', moved, 'appeal-decision', upheld))
  expect(after.appealBy).toBeNull()
  // The review that was passed over does not come afterwards.
  expect((await view('zhao.market', moved)).acts).not.toContain('appeal')
  const again = await act('zhao.market', moved, 'appeal', { grounds })
  expect(refusal(again)).toEqual([409, 'accountability.no-appeal'])
  const result = {
    on: today(),
    document: '人事〔2026〕11号',
    outcome: 'declined',
    reason: '本人已调离窗口岗位',
  }
  await fine(act('zheng.ren', moved, 'result', result))
})

test('a person is cleared on appeal: figures, effects, the paper and what was published are corrected', async () => {
  const file = await proposed({
    ...{ ...person('li.wei', 'planning'), instrument: 'admonition', deviation: '造成较大影响，从重处理' },
    findings: [await finding({ unit: 'planning', account: 'li.wei', conduct: 'shirking' })],
  })
  const done = await decided(file)
  const before = await standing('li.wei')
  expect(before.effects.map(({ effect }) => effect)).toContain('notExcellent')
  const counted = (await figures()).rows.length
  const list = { from: '2026-09-01', until: '2026-09-30', title: '九月效能问责情况', audience: 'circular' }
  const stated = await fine<StatementView>(
    post('zhang.min', '/api/accountability/statements', { ...list, files: [file], total: 1 }),
  )
  expect(refusal(await act('zhao.market', file, 'appeal', { grounds: '处理过重' }))[0]).toBe(404)
  const asked = await fine<MeasureView>(
    act('li.wei', file, 'appeal', { grounds: '当天我在外勤，有派单记录' }),
  )
  expect(asked.appeals).toMatchObject([{ step: 0, decided: null }])
  const cleared = { outcome: 'cleared', reasons: '派单记录属实，事实不成立' }
  for (const judge of ['he.san', 'zhang.min'])
    expect(refusal(await act(judge, file, 'appeal-decision', cleared))).toEqual([
      ...[403, 'accountability.appeal-same-body'],
    ])
  expect((await fine<MeasureView>(act('fang.zheng', file, 'appeal-decision', cleared))).stage).toBe('cleared')

  const after = await standing('li.wei')
  expect(after.effects.map(({ effect }) => effect)).not.toContain('notExcellent')
  expect(after.measures).toBe(before.measures - 1)
  const now = await figures()
  expect([now.rows.length, now.rows.some((one) => one.file === file)]).toEqual([counted - 1, false])
  const statements = await fine<{ rows: StatementView[] }>(get('chen.jie', '/api/accountability/statements'))
  expect(statements.rows.find(({ statement }) => statement === stated.statement)).toMatchObject({
    ...{ total: 0, persons: [], corrections: 1 },
  })
  const notices = await fine<{ rows: { number: string; withdrawnAt: string | null }[] }>(
    get('zhang.min', `/api/notices?subject=accountability/${file}`),
  )
  expect(notices.rows).toMatchObject([{ number: done.number }])
  expect(notices.rows[0]?.withdrawnAt).not.toBeNull()
  // It stays on record for those who must know that it was lifted, and weighs on nobody.
  expect(await view('li.wei', file)).toMatchObject({ stage: 'cleared', over: true })
})

const assign = async (unit: string, postId: string, holder: string) => {
  const title = { id: postId, title: '负责人', titleEn: postId }
  const made = await post('sun.yi', `/api/units/${unit}/posts`, title)
  if (made.statusCode !== 200 && made.json().code !== 'organisation.post-exists') throw new Error(made.body)
  const desk = await county.desk('sun.yi')
  await fine(desk.send('PUT', `/api/units/${unit}/posts/${postId}/holder`, { holder, backup: null }))
}
const RESULT = { on: '2026-10-08', document: '人事〔2026〕12号' }

test('[ACCT-09] an order to resign has authority, hearing and day, and the personnel body returns the result; a transfer at the same rank in its place shows and closes nothing', async () => {
  await county.pass('2026-10-08T09:00:00')
  const found = await finding({ unit: 'market', account: 'qian.market', conduct: 'beyondPower' })
  const about = { ...person('qian.market', 'market', { rank: 'head' }), findings: [found] }
  const file = await proposed({ ...about, instrument: 'orderToResign', deviation: '影响恶劣，负有领导责任' })
  expect(refusal(await act('zhang.min', file, 'notice', { deciders: ['he.san', 'yu.si'] }))).toEqual([
    ...[403, 'accountability.wrong-body'],
  ])
  expect(await decided(file)).toMatchObject({ authority: 'appointing', hearing: 'hearing' })
  expect(refusal(await act('qian.market', file, 'result', RESULT))[0]).toBe(403)
  const moved = { ...RESULT, outcome: 'transferred', post: '商务局局长', rank: 'head' }
  const swapped = await fine<MeasureView>(act('zheng.ren', file, 'result', moved))
  expect([swapped.stage, swapped.result?.swapped]).toEqual(['decided', 'sideways'])
  expect(codes(swapped)).toContain('swapped')
  const resigned = act('zheng.ren', file, 'result', { ...RESULT, outcome: 'resigned' })
  expect((await fine<MeasureView>(resigned)).stage).toBe('closed')
})

test('[ACCT-10] a recommendation for removal goes to the appointing body with a reply day; one left unanswered is listed to the leading group', async () => {
  const found = await finding({ unit: 'planning', account: 'wang.fang', conduct: 'falseReport' })
  const about = { ...person('wang.fang', 'planning', { rank: 'head' }), findings: [found] }
  const file = await proposed({
    ...about,
    instrument: 'removalRecommendation',
    deviation: '不宜继续担任领导职务',
  })
  expect((await decided(file)).dueOn).toBe('2026-10-28')
  const listed = async () => (await figures()).signals.filter(({ code }) => code === 'unanswered')
  expect(await listed()).toEqual([])
  await county.pass('2026-10-30T09:00:00')
  expect(await listed()).toMatchObject([{ files: [file] }])
  expect(refusal(await act('zheng.ren', file, 'result', { ...RESULT, outcome: 'declined' }))).toEqual([
    ...[422, 'accountability.reason-missing'],
  ])
  await fine(act('zheng.ren', file, 'result', { ...RESULT, outcome: 'removed' }))
  expect(await listed()).toEqual([])
})

test('[ACCT-12] a warning by the competent body has number, day, basis and period, and is seen by the person, the head and the personnel body; without facts, or as light as the last, it is refused', async () => {
  const found = () =>
    finding({ unit: 'planning', account: 'li.wei', conduct: 'gambling', severity: 'ordinary' })
  const about = { ...person('li.wei', 'planning'), instrument: 'warning', deviation: '违纪，应予政务处分' }
  const first = await found()
  expect(refusal(await propose({ ...about, findings: [first], facts: '' }))).toEqual([
    ...[422, 'accountability.no-facts'],
  ])
  const file = await proposed({ ...about, findings: [first] })
  expect(file).toMatch(/^S/)
  const done = await decided(file)
  expect(done).toMatchObject({
    until: '2027-04-30',
    authority: 'discipline',
    appealWay: [{ ask: '1M' }, { ask: '1M' }],
  })
  expect(done.number).toMatch(/第\d{4}号/)
  for (const reader of ['li.wei', 'wang.fang', 'zheng.ren'])
    expect((await view(reader, file)).number).toBe(done.number)
  expect(refusal(await get('qian.market', `/api/accountability/files/${file}`))[0]).toBe(404)
  expect(refusal(await propose({ ...about, findings: [await found()] }))).toEqual([
    ...[409, 'accountability.must-be-higher'],
  ])
})

test('[ACCT-13] an adjustment of post is kept with reason, finding and day; one that is a promotion shows', async () => {
  const adjusted = async (rank: string) => {
    const found = await finding({ unit: 'market', account: 'lin.shi', conduct: 'unrelatedActivity' })
    const about = { ...person('lin.shi', 'market', { status: 'temporary' }), findings: [found] }
    const file = await proposed({ ...about, instrument: 'postAdjustment', deviation: '不适合窗口岗位' })
    await decided(file)
    const result = { ...RESULT, outcome: 'adjusted', post: '档案室', rank, reason: '不适合窗口岗位' }
    // Without the rank nobody could tell it from a promotion.
    for (const left of [{ rank: null }, { post: '' }])
      expect(refusal(await act('zheng.ren', file, 'result', { ...result, ...left }))).toEqual([
        ...[422, 'accountability.post-missing'],
      ])
    return fine<MeasureView>(act('zheng.ren', file, 'result', result))
  }
  const kept = await adjusted('staff')
  expect(kept).toMatchObject({ stage: 'closed', result: { post: '档案室', on: '2026-10-08', swapped: null } })
  expect(kept.findings).toHaveLength(1)
  const promoted = await adjusted('section')
  expect([promoted.stage, codes(promoted).includes('promoted')]).toEqual(['decided', true])
})

test('[ACCT-14] a removal has basis, hearing and appeal, and its day is held against the post table; who still holds the post, or soon a similar one, shows', async () => {
  await assign('planning', 'director', 'wang.fang')
  const found = await finding({ unit: 'planning', account: 'wang.fang', conduct: 'solicitation' })
  const about = { ...person('wang.fang', 'planning', { rank: 'head', post: 'director' }), findings: [found] }
  const file = await proposed({ ...about, instrument: 'removalFromPost', deviation: '情节严重，应予撤职' })
  const done = await decided(file)
  expect(done).toMatchObject({ hearing: 'hearing', until: '2028-10-30', appealWay: [{ decide: '1M' }, {}] })
  expect(done.decision?.heard).toBe(true)
  await county.pass('2026-11-02T09:00:00')
  const flagged = async () => codes(await view('zhang.min', file))
  expect(await flagged()).toContain('stillInPost')
  await assign('planning', 'director', 'li.wei')
  expect(await flagged()).not.toContain('stillInPost')
  await assign('market', 'director', 'wang.fang')
  expect(await flagged()).toContain('earlyReturn')
})

test('[ACCT-15] a confirmed illegal fee of a school head leads to dismissal at once; without proof it is refused, and one closed with the refund alone shows', async () => {
  const desk = await county.desk('zheng.ren')
  const head = { status: 'schoolHead', rank: 'head' }
  await fine(desk.send('PUT', '/api/accountability/people/xu.school', head))
  const charged = () => finding({ unit: 'school', account: 'xu.school', conduct: 'beyondRate' })
  const found = await charged()
  const about = { ...person('xu.school', 'school', head), findings: [found] }
  expect(refusal(await propose({ ...about, evidence: [] }))).toEqual([422, 'accountability.no-evidence'])
  const refunded = await charged()
  await county.dispose(refunded, 'rectify')
  const shown = (await figures()).signals.filter(({ code }) => code === 'refundOnly')
  expect(shown.map(({ text }) => text.zh).join()).toContain(refunded)
  const file = await proposed(about)
  const done = await decided(file)
  expect(done).toMatchObject({
    instrument: { code: 'dismissalOnTheSpot' },
    deviation: null,
    authority: 'appointing',
  })
  const result = { ...RESULT, on: '2026-11-02', outcome: 'dismissed' }
  expect((await fine<MeasureView>(act('zheng.ren', file, 'result', result))).stage).toBe('closed')
})

test('[ACCT-11] thresholds over a unit’s findings open an inquiry into its principal; a subordinate made to take the blame is found, and does not answer it', async () => {
  const inquiries = async () =>
    (await fine<{ rows: InquiryView[] }>(get('zhang.min', '/api/accountability/inquiries'))).rows
  // Grave findings of the tests before have opened their own.
  expect((await inquiries()).map(({ because }) => because[0])).toContain('grave')
  expect((await inquiries()).find(({ unit }) => unit.id === 'school')).toBeUndefined()
  const late = []
  for (let nth = 0; nth < 3; nth++) late.push(await finding({ unit: 'school', conduct: 'overLimit' }))
  const evaluated = (sourceId: string, conduct: string, happenedOn: string) =>
    finding({ unit: 'school', source: 'poll', sourceId, conduct, happenedOn: happenedOn as never })
  await evaluated('poll/first-half', 'lastThree', '2026-07-10')
  // The same evaluation entered again, and what else people said in it, are no second place among the last three.
  await evaluated('poll/first-half', 'lastThree', '2026-07-13')
  await evaluated('poll/first-half', 'rudeness', '2026-07-10')
  await county.pass('2026-11-03T09:00:00')
  const opened = (await inquiries()).find(({ unit }) => unit.id === 'school')
  expect(opened).toMatchObject({
    because: ['overdue'],
    principal: { account: 'xu.school' },
    answerBy: '2026-11-24',
  })
  expect(opened?.findings.toSorted()).toEqual(late.toSorted())
  const again = await evaluated('poll/second-half', 'lastThree', '2026-11-02')

  const market = (await inquiries()).find(({ unit }) => unit.id === 'market')
  const grave = market?.findings[0] ?? ''
  const taken = await finding({ unit: 'market', conduct: 'falseReport' })
  await county.pass('2026-11-04T09:00:00')
  const twice = (await inquiries()).find(({ inquiry }) => inquiry === opened?.inquiry)
  expect(twice?.because).toEqual(['overdue', 'bottomThree'])
  expect(twice?.findings).toEqual(expect.arrayContaining([again]))
  expect(twice?.findings).toHaveLength(late.length + 2)
  const joined = (await inquiries()).find(({ inquiry }) => inquiry === market?.inquiry)
  expect(joined?.findings).toEqual(expect.arrayContaining([grave, taken]))
  const about = { ...person('lin.shi', 'market', { status: 'temporary' }), findings: [taken] }
  const file = await proposed(about)
  expect(codes(await view('zhang.min', file))).toContain('subordinate')
  await fine(act('zhang.min', file, 'notice', { deciders: ['he.san', 'yu.si'] }))
  await fine(act('lin.shi', file, 'statement', { text: '数据是领导要求这样填的' }))
  const agrees = { agrees: true, reason: '事实清楚，证据充分' }
  expect(refusal(await act('he.san', file, 'decision', agrees))).toEqual([
    409,
    'accountability.principal-first',
  ])
  const answer = { outcome: 'liable', reason: '由经办人员承担全部责任', file }
  const url = `/api/accountability/inquiries/${market?.inquiry}/answer`
  expect(refusal(await post('zhang.min', url, answer))).toEqual([409, 'inquiry.about-the-principal'])
  const own = await proposed({
    ...{ ...person('qian.market', 'market', { rank: 'head' }), findings: [taken] },
    ...{ instrument: 'selfCriticism', deviation: '已主动纠正，予以书面检查' },
  })
  const reason = '主要负责人授意填报，负主要领导责任'
  const answered = await fine<InquiryView>(post('zhang.min', url, { outcome: 'liable', reason, file: own }))
  expect([answered.answered?.file, answered.subordinates.includes(file)]).toEqual([own, true])
  await fine(act('he.san', file, 'decision', agrees))
})

test('[ACCT-02] a supervision card goes from whoever was served straight to the centre; cards kept by the unit or not returned show with the rate', async () => {
  const handed = await fine<{ cards: { card: string; code: string }[] }>(
    post('zhang.min', '/api/contact-cards', { unit: 'planning', count: 4 }),
  )
  const [first, second, third] = handed.cards
  const url = (one: typeof first) => `/api/contact-cards/${one?.card}/giving`
  for (const one of [first, second, third]) await fine(post('li.wei', url(one), { on: '2026-11-04' }))
  expect(refusal(await post('zhao.market', url(first), { on: '2026-11-04' }))[0]).toBe(404)
  const held = `/api/held-cards/${first?.card}`
  const inject = (method: 'GET' | 'POST', address: string, payload?: object) =>
    county.office.app.inject({ method, url: address, ...(payload ? { payload } : {}) })
  expect((await inject('GET', `${held}?code=WRONG2`)).statusCode).toBe(404)
  expect((await inject('GET', `${held}?code=${first?.code}`)).json()).toMatchObject({ returned: false })
  const said = {
    ...{ code: first?.code, badge: 'G-07', contactAt: '2026-11-04 10:20', opinion: 'dissatisfied' },
    ...{ text: '窗口让我改天再来，还要收回这张卡', collected: true },
  }
  expect((await inject('POST', held, { ...said, text: '' })).json().code).toBe('contact-card.say-what')
  expect((await inject('POST', held, said)).json()).toMatchObject({ returned: true })
  expect((await inject('POST', held, said)).json().code).toBe('contact-card.returned')
  for (const reader of ['wang.fang', 'li.wei'])
    expect((await get(reader, '/api/contact-cards')).statusCode).toBe(403)
  await county.pass('2026-12-10T09:00:00')
  const { rows, rates } = await fine<{ rows: ContactCard[]; rates: CardRate[] }>(
    get('zhang.min', '/api/contact-cards'),
  )
  expect(rows[0]).toMatchObject({ card: first?.card, returned: { badge: 'G-07', collected: true } })
  expect(rates).toMatchObject([
    {
      unit: { id: 'planning' },
      handed: 4,
      given: 3,
      returned: 1,
      rate: 33.3,
      kept: 1,
      missing: 2,
      collected: 1,
    },
  ])
  const handled = await fine<ContactCard>(
    post('zhang.min', `/api/contact-cards/${first?.card}/handling`, {
      outcome: '已核实并批评教育',
      conduct: 'rudeness',
    }),
  )
  expect(handled.handled?.finding).toMatch(/^F/)
  expect((await inject('GET', `${held}?code=${first?.code}`)).json().outcome).toBe('已核实并批评教育')
})

test('[ACCT-27] measures stand beside findings by rank and status and are published yearly, small groups left out; a year in which only juniors answered shows', async () => {
  await county.pass('2027-01-11T09:00:00')
  const found = await finding({
    unit: 'market',
    account: 'lin.shi',
    conduct: 'rudeness',
    happenedOn: '2027-01-04' as never,
  })
  await finding({
    unit: 'school',
    account: 'xu.school',
    conduct: 'rudeness',
    happenedOn: '2027-01-05' as never,
  })
  const about = { ...person('lin.shi', 'market', { status: 'temporary' }), findings: [found] }
  await decided(await proposed({ ...about, instrument: 'warningTalk', deviation: '情节一般，谈话警示' }))
  const year = await figures('2027-01-01', '2027-12-31')
  expect(year.signals.map(({ code }) => code)).toContain('onlyJuniors')
  expect(year.byStatus.find(({ status }) => status === 'temporary')).toMatchObject({
    findings: 1,
    measures: 1,
  })
  expect(year.byStatus.find(({ status }) => status === 'schoolHead')).toMatchObject({
    findings: 1,
    measures: 0,
  })
  const before = await figures()
  expect(before.byRank.find(({ rank }) => rank === 'head')?.files.length).toBeGreaterThan(1)
  expect(before.signals.map(({ code }) => code)).not.toContain('onlyJuniors')
  const open = (await county.office.app.inject('/api/public-measures')).json()
  expect(open.year).toBe(2026)
  const heads = open.byRank.find(({ rank }: { rank: string }) => rank === 'head')
  const staff = open.byRank.find(({ rank }: { rank: string }) => rank === 'staff')
  expect(staff.findings).toBeGreaterThan(5)
  // Fewer than five would tell who.
  expect(before.byRank.find(({ rank }) => rank === 'head')?.measures).toBeLessThan(5)
  expect(heads.measures).toBeNull()
  for (const { measures, findings } of [...open.byRank, ...open.byStatus])
    for (const count of [measures, findings]) expect(count === null || count === 0 || count >= 5).toBe(true)
})

test('[ACCT-31] totals come from persons who each link to a finding, a measure and a decision day; a total with no list behind it is refused', async () => {
  const { rows, persons, byInstrument } = await figures()
  expect(rows.length).toBeGreaterThanOrEqual(16)
  expect(byInstrument.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
  expect(persons).toBeGreaterThan(3)
  for (const row of rows) {
    expect(row.findings.length).toBeGreaterThan(0)
    expect([row.decidedOn, row.number].every(Boolean)).toBe(true)
  }
  const year = { from: '2026-01-01', until: '2026-12-31', title: '全年共处理 16 人次', audience: 'circular' }
  const files = rows.slice(0, 16).map(({ file }) => file)
  const publish = (body: object) => post('zhang.min', '/api/accountability/statements', { ...year, ...body })
  for (const none of [[], files.slice(0, 15)])
    expect(refusal(await publish({ files: none, total: 16 }))).toEqual([422, 'statement.total-without-list'])
  expect((await fine<StatementView>(publish({ files, total: 16 }))).total).toBe(16)
})

test('[ACCT-30] fourteen are published by status, conduct and measure, and the categories add up; a name without a decision that allows it is refused', async () => {
  const { rows } = await figures()
  const files = rows.slice(0, 14).map(({ file }) => file)
  const list = {
    from: '2026-01-01',
    until: '2026-12-31',
    title: '公开处理 14 人',
    audience: 'public',
    files,
    total: 14,
  }
  const publish = (body: object) => post('zhang.min', '/api/accountability/statements', { ...list, ...body })
  const undecided = await proposed({
    ...person('li.wei', 'planning'),
    findings: [await rude('li.wei', 'planning')],
    deviation: null,
  })
  expect(refusal(await publish({ files: [...files.slice(1), undecided] }))).toEqual([
    409,
    'statement.not-decided',
  ])
  expect(refusal(await publish({ named: files.slice(0, 1) }))).toEqual([409, 'statement.not-to-name'])
  const published = await fine<StatementView>(publish({}))
  expect(published.byStatus.reduce((sum, { count }) => sum + count, 0)).toBe(14)
  const open = (await county.office.app.inject('/api/public-measures?year=2026')).json()
  const shown = open.rows.find(({ title }: StatementView) => title === list.title) as StatementView
  expect(shown.persons).toHaveLength(14)
  expect(shown.persons.every(({ name, file }) => name === null && file === null)).toBe(true)
  expect(shown.persons.every(({ measure, conduct }) => measure.zh !== '' && conduct.zh !== '')).toBe(true)
})

test('everything here is made again from the ledger with the same result', async () => {
  // Of every module: what a file brings about stands in findings, clocks, papers and statements as well.
  const tables = await compareRebuilt(county.office.database, DEMO_JURISDICTION, projections)
  expect(tables.filter(({ identical }) => !identical)).toEqual([])
  expect(tables.map(({ table }) => table)).toContain('accountability_file')
}, 60_000)
