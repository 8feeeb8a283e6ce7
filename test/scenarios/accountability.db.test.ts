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
import {
  accountabilityLists,
  contactCardLists,
  inquiryLists,
  ladderLists,
  standingLists,
  statementLists,
} from '#modules/accountability/index.ts'
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
  return fine(act('zhang.min', file, 'service', { on: today(), way: '当面送达' }))
}
const today = () => new Date(county.office.now + 8 * 3_600_000).toISOString().slice(0, 10)

const proposed = async (more: object): Promise<string> => (await fine<MeasureView>(propose(more))).file
const rude = (account: string, unit: string, more: object = {}) =>
  finding({ unit, account, conduct: 'rudeness', ...more })
const figures = (from = '2026-01-01', until = '2026-12-31') =>
  fine<MeasureFigures>(get('chen.jie', `/api/accountability/figures?from=${from}&until=${until}`))
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
  expect(issued).toMatchObject({ instrument: { code: 'serviceCard' }, dueOn: '2026-03-05' })
  expect(refusal(await act('zhang.min', file, 'withdrawal', { reason: '撤' }))).toEqual([
    ...[422, 'accountability.reason-missing'],
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
  const gone = await fine<MeasureView>(
    act('zhang.min', other, 'withdrawal', { reason: '核对后发现系统时间有误，事实不成立' }),
  )
  expect([gone.stage, codes(gone)]).toEqual(['withdrawn', ['withdrawn']])
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
  const file = await proposed({ ...about, period: '4M' })
  await fine(act('zhang.min', file, 'notice', { deciders: ['he.san', 'yu.si'] }))
  await fine(act('zhao.market', file, 'statement', { text: '要求听证', hearing: true }))
  const agrees = { agrees: true, reason: '事实清楚，证据充分' }
  expect(refusal(await act('he.san', file, 'decision', agrees))).toEqual([409, 'accountability.hearing-due'])
  await fine(act('zhang.min', file, 'hearing', { on: '2026-03-10', minutes: '听取了当事人和两名证人的陈述' }))
  await fine(act('he.san', file, 'decision', agrees))
  const done = await fine<MeasureView>(act('yu.si', file, 'decision', agrees))
  expect(done).toMatchObject({ instrument: { code: 'admonition' }, until: '2026-07-10', stage: 'decided' })
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
  const unseen = await fine<MeasureView>(
    act('zhang.min', file, 'confirmation', { seen: false, how: '电话回访', harmed: '王女士' }),
  )
  expect([unseen.stage, codes(unseen)]).toEqual(['decided', ['deviation', 'apologyUnseen']])
  await fine(act('wang.fang', file, 'apology', { ...apology, channel: '上门' }))
  const seen = { seen: true, how: '本人当面确认', harmed: '王女士' }
  expect((await fine<MeasureView>(act('zhang.min', file, 'confirmation', seen))).stage).toBe('closed')
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
