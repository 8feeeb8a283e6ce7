import { expect, test } from 'vitest'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { openRegisters } from './registers.ts'
import { ITEM } from './whole-hall.ts'

const office = await openRegisters('2026-03-02T09:00:00')
const { enter, take, see } = office
const [CLERK, HEAD, SUPERVISOR, LEADER] = ['li.wei', 'wang.fang', 'zhang.min', 'chen.jie'] as const
const RESIDENT = '13900001111'

test('[ITEM-06] each function has one owner and a boundary, and disputes end in a ruling; two owners and none are refused or flagged', async () => {
  const given = {
    name: '临时建设管理',
    unit: 'planning',
    basis: '三定方案第四条',
    boundary: '集市摊位归市场监管局',
  }
  expect((await enter(HEAD, 'function-list', { ...given, unit: '' })).code).toBe('register.field-missing')
  const listed = await enter(HEAD, 'function-list', given)
  const of = ['function-list', listed.entry] as const
  const second = await enter('market.head', 'function-list', { ...given, unit: 'market' })
  expect(second.code).toBe('register.function-list.one-owner')
  const disputed = await take('market.head', of, 'dispute', { dispute: '集市内棚房应归规划局' })
  expect(disputed.flags).toEqual(['disputed'])
  const ruling = { unit: 'planning', boundary: '集市内临时棚房归规划局', ruling: '会议纪要〔2026〕4号' }
  expect((await take('market.head', of, 'rule', ruling)).code).toBe('register.not-yours')
  expect(await take(LEADER, of, 'rule', ruling)).toMatchObject({ state: 'listed', flags: [] })
  expect((await office.publicRows('function-list'))[0]?.values['boundary']?.zh).toBe(ruling.boundary)
  const given_up = await take(HEAD, of, 'give-up', { why: '三定方案已调整' })
  expect(given_up).toMatchObject({ state: 'ownerless', flags: ['no-owner'] })
})

test('[ITEM-07] findings of the review are tagged by kind with owner and date and closed by another; a function without basis and a duty nobody performs are flagged', async () => {
  const finding = {
    ...{ what: '要求先办选址同意书', kind: 'overstepping', unit: 'planning', facts: '三家餐馆被要求' },
    correctBy: '2026-03-31',
  }
  const past = await enter(SUPERVISOR, 'function-review', { ...finding, correctBy: '2026-01-01' })
  expect(past.code).toBe('register.function-review.in-time')
  const found = await enter(SUPERVISOR, 'function-review', finding)
  expect(found.flags).toEqual(['without-basis'])
  const absent = { ...finding, kind: 'absent', item: 'stall' }
  expect((await enter(SUPERVISOR, 'function-review', absent)).flags).toEqual(['nobody-performs'])
  await office.handle('stall')
  expect((await see(LEADER, 'function-review', '2026-0002')).flags).toEqual([])
  const of = ['function-review', found.entry] as const
  expect((await see(LEADER, ...of)).state).toBe('open')
  await take(CLERK, of, 'correct', { done: '已停止要求' })
  expect((await take(HEAD, of, 'confirm')).code).toBe('register.not-yours')
  expect(await take(SUPERVISOR, of, 'confirm')).toMatchObject({ state: 'closed', flags: [] })
  expect(await office.figure('function-review', 'open-by-kind', '缺位')).toMatchObject({ value: 1 })
})

test('[ITEM-08] local rules have their status; items on a repealed one are stopped, and it counts as reviewed only when none rests on it; deciding by it is refused, decisions that cite it are flagged', async () => {
  const law = '青禾县集贸市场管理办法'
  const basis = [{ law, article: '第三条', text: '', inForceFrom: '2009-05-01', repealedFrom: null }]
  await office.load('market-place', { ...soundItem, basis }, '2026-01-01')
  const rule = {
    ...{ name: law, number: '县政府令第12号', issuedBy: '县人民政府', kind: 'rule', unit: 'planning' },
    issuedOn: '2009-05-01',
  }
  const registered = await enter(HEAD, 'local-rules', rule)
  const of = ['local-rules', registered.entry] as const
  expect((await enter(HEAD, 'local-rules', rule)).code).toBe('register.local-rules.once')
  await office.handle('market-place', { basis: `《${law}》第三条` })
  const open = await office.handle('market-place')
  const repeal = { repealedOn: '2026-03-02', paper: '县政府令第30号', why: '与上位法抵触' }
  expect((await take(HEAD, of, 'repeal', repeal)).flags).toEqual(['items-rest-on-it', 'decisions-cite-it'])

  await expect(office.handle('market-place')).rejects.toThrow('catalogue.no-law-in-force')
  await expect(office.decide(open, { basis: `《${law}》第三条` })).rejects.toThrow('reform.repealed-cited')
  const review = { review: '事项已停' }
  expect((await take(SUPERVISOR, of, 'review', review)).code).toBe('register.local-rules.nothing-rests-on-it')
  const stopped = await (
    await office.as(SUPERVISOR)
  ).send('POST', '/api/catalogue/items/market-place/suspension', {
    ...{ from: '2026-03-03', reason: '依据已废止，复核中', document: '县政府令第30号' },
  })
  expect(stopped.statusCode).toBe(200)
  await office.pass('2026-03-03T09:00:00')
  expect(await take(SUPERVISOR, of, 'review', review)).toMatchObject({
    ...{ state: 'reviewed', flags: ['decisions-cite-it'] },
  })
  expect((await office.publicRows('local-rules'))[0]?.values['repealedOn']?.zh).toContain('2026')
})

test('[ITEM-37] risky steps have level, control and owner; high risk takes two persons, a larger sample and a tested control, and a step done by one person alone is flagged', async () => {
  const risk = {
    ...{ item: ITEM, step: 'review', unit: 'planning', level: 'high', control: '两人现场核查', owner: HEAD },
    ...{ twoPersons: true, sample: 20 },
  }
  expect((await enter(HEAD, 'risk-register', { ...risk, twoPersons: false })).code).toBe(
    'register.risk-register.two-for-high',
  )
  expect((await enter(HEAD, 'risk-register', { ...risk, sample: 2 })).code).toBe(
    'register.risk-register.larger-sample',
  )
  const rated = await enter(HEAD, 'risk-register', risk)
  const of = ['risk-register', rated.entry] as const
  expect(rated.flags).toEqual([])
  await office.handle(ITEM, { basis: '行政许可法第三十八条' })
  expect((await see(SUPERVISOR, ...of)).flags).toEqual(['done-alone'])
  const low = await enter(HEAD, 'risk-register', { ...risk, step: 'accept', level: 'low', sample: 0 })
  await office.pass('2026-06-08T09:00:00')
  expect((await see(SUPERVISOR, 'risk-register', low.entry)).flags).toEqual(['testing', 'never-tested'])
  const test = { result: '照片为补拍', works: false }
  expect((await take(HEAD, of, 'test', test)).code).toBe('register.not-yours')
  expect((await take(SUPERVISOR, of, 'test', test)).flags).toEqual(['testing', 'done-alone', 'fails'])
})

test('[ITEM-38] penalty powers move on their day with staff and a reference city; from then on the old body cannot fine, and no act is fined twice', async () => {
  const power = '违法建设处罚权'
  const transfer = {
    ...{ power, from: 'planning', to: 'urban-management', on: '2026-06-10', staff: 12 },
    ...{ reference: '厦门市', document: '自治区批复〔2026〕8号' },
  }
  expect((await enter(HEAD, 'penalty-transfer', { ...transfer, to: 'planning' })).code).toBe(
    'register.penalty-transfer.two-bodies',
  )
  expect((await enter(HEAD, 'penalty-transfer', { ...transfer, staff: 0 })).flags).toEqual(['without-staff'])
  expect((await enter(HEAD, 'penalty-transfer', transfer)).code).toBe('register.penalty-transfer.once')
  const of = ['penalty-transfer', '2026-0001'] as const
  await take(LEADER, of, 'approve')
  const fine = (unit: string, act: string) => ({
    ...{ power, unit, act, amount: 500000, basis: '城乡规划法第六十四条' },
    who: { name: '某公司', phone: '' },
  })
  const before = await enter(CLERK, 'penalty-record', fine('planning', '一号楼加建'))
  expect(before.state).toBe('imposed')
  await office.pass('2026-06-10T09:00:00')
  await take('urban.officer', of, 'take-over')
  expect((await enter(CLERK, 'penalty-record', fine('planning', '二号楼加建'))).code).toBe(
    'register.penalty-record.has-the-power',
  )
  const twice = await enter('urban.officer', 'penalty-record', fine('urban-management', '一号楼加建'))
  expect(twice.code).toBe('register.penalty-record.fined-once')
  const fresh = await enter('urban.officer', 'penalty-record', fine('urban-management', '二号楼加建'))
  expect(fresh.state).toBe('imposed')
})

test('[ITEM-41] the duties of the licensing law are checked item by item with gaps and dates; an empty checklist is not compliance', async () => {
  const opened = await enter(CLERK, 'law-checklist', { item: ITEM, unit: 'planning', dueOn: '2026-06-30' })
  const of = ['law-checklist', opened.entry] as const
  expect((await take(SUPERVISOR, of, 'comply')).code).toBe('register.law-checklist.all-met')
  const some = ['basis', 'limit']
  expect((await take(CLERK, of, 'check', { met: some })).code).toBe('register.law-checklist.gaps-said')
  expect((await take(CLERK, of, 'check', { met: some, gaps: '未公示' })).flags).toEqual(['gaps'])
  expect((await take(SUPERVISOR, of, 'comply')).code).toBe('register.law-checklist.all-met')
  const met = ['basis', 'publicity', 'onceNotice', 'limit', 'hearing', 'noFee']
  await take(CLERK, of, 'check', { met })
  const compliant = await take(SUPERVISOR, of, 'comply')
  expect(compliant.state).toBe('compliant')
  expect(compliant.flags).toEqual([])
  const late = await enter(CLERK, 'law-checklist', { item: 'stall', unit: 'planning', dueOn: '2026-06-11' })
  await office.pass('2026-06-15T09:00:00')
  expect((await see(SUPERVISOR, 'law-checklist', late.entry)).flags).toEqual(['closing'])
})

test('[ITEM-42] what a department really regulates is compared with the law each year; a de facto approval outside of the catalogue is flagged and only kept by a clause', async () => {
  const matter = {
    year: 2026,
    unit: 'planning',
    matter: '店招设置意见',
    form: 'opinion',
    evidence: '卷宗12份均附意见',
  }
  const noted = await enter(SUPERVISOR, 'regulated-matters', matter)
  expect(noted.flags).toEqual(['outside-the-catalogue'])
  const of = ['regulated-matters', noted.entry] as const
  await take(HEAD, of, 'answer', { answer: '沿用多年' })
  expect((await take(LEADER, of, 'settle', { outcome: 'justified' })).code).toBe(
    'register.regulated-matters.justified-by-law',
  )
  expect((await take(LEADER, of, 'settle', { outcome: 'entered' })).code).toBe(
    'register.regulated-matters.entered-as-item',
  )
  expect(await take(LEADER, of, 'settle', { outcome: 'cut' })).toMatchObject({ state: 'settled', flags: [] })
  const inside = { ...matter, matter: '食品经营许可', form: 'licence', item: ITEM }
  expect((await enter(SUPERVISOR, 'regulated-matters', inside)).flags).toEqual([])
  expect(await office.figure('regulated-matters', 'legal-powers')).toMatchObject({ value: 3 })
  expect(await office.figure('regulated-matters', 'outside')).toMatchObject({ value: 1 })
})

const pledge = {
  ...{ unit: 'planning', item: ITEM, goal: '少跑腿', standard: '材料齐全的八个工作日内办结' },
  ...{
    content: '受理、审查、发证',
    process: '受理→审查→决定→送达',
    limitDays: 8,
    remedy: '当面道歉并免费寄送',
  },
  ...{ measure: 'onTime', target: 95, from: '2026-06-15' },
}

test('[CASE-14] a pledge is public with a figure from its cases; one without a measure is refused, one weakened quietly too, and one longer than the guide is flagged', async () => {
  expect((await enter(CLERK, 'service-pledge', { ...pledge, target: 0 })).code).toBe(
    'register.service-pledge.can-be-missed',
  )
  const first = await enter(CLERK, 'service-pledge', pledge)
  const of = ['service-pledge', first.entry] as const
  expect(await take(HEAD, of, 'publish')).toMatchObject({ state: 'inForce', flags: [] })
  expect((await office.publicRows('service-pledge'))[0]?.values['limitDays']?.zh).toBe('8')
  const corrected = await (
    await office.as(CLERK)
  ).send('POST', `/api/registers/service-pledge/entries/${first.entry}/corrections`, {
    ...{ values: { limitDays: 15 }, reason: '写错了' },
  })
  expect(corrected.json().code).toBe('register.fixed')
  const weaker = await enter(CLERK, 'service-pledge', { ...pledge, limitDays: 10 })
  expect((await take(HEAD, ['service-pledge', weaker.entry], 'publish')).code).toBe(
    'register.service-pledge.one-in-force',
  )
  await take(HEAD, of, 'end', { why: '换新承诺' })
  expect((await take(HEAD, ['service-pledge', weaker.entry], 'publish')).code).toBe(
    'register.service-pledge.not-weakened-quietly',
  )
  const told = { limitDays: 10, because: '新增现场核查', noticeOn: '2026-06-08' }
  const open = await enter(CLERK, 'service-pledge', { ...pledge, ...told })
  const published = await take(HEAD, ['service-pledge', open.entry], 'publish')
  expect(published).toMatchObject({ state: 'inForce', flags: ['longer-than-catalogue'] })
  expect(await office.figure('service-pledge', 'on-time')).toMatchObject({ value: 1, denominator: 1 })
})

test('[CASE-15] the rule book of an item is bound to its version and one text for everybody; one that contradicts the guide or was left behind is flagged', async () => {
  const book = {
    ...{ unit: 'planning', item: ITEM, itemVersion: 1, limitDays: 8, free: true, from: '2026-06-15' },
    text: '一、材料齐全当场受理。二、三个工作日内现场核查，两人到场。三、次日发证。',
  }
  expect((await enter(CLERK, 'service-rules', { ...book, limitDays: 15 })).flags).toEqual([
    'contradicts-guide',
  ])
  const old = await enter(CLERK, 'service-rules', { ...book, itemVersion: 7 })
  expect((await take(HEAD, ['service-rules', old.entry], 'publish')).code).toBe(
    'register.service-rules.for-this-version',
  )
  const drafted = await enter(CLERK, 'service-rules', book)
  const of = ['service-rules', drafted.entry] as const
  expect(await take(HEAD, of, 'publish')).toMatchObject({ state: 'inForce', flags: [] })
  expect((await office.publicRows('service-rules'))[0]?.values['text']?.zh).toBe(book.text)
  await office.load(ITEM, soundItem, '2026-06-16')
  await office.pass('2026-06-16T09:00:00')
  expect((await see(CLERK, ...of)).flags).toEqual(['left-behind'])
})

const standard = {
  ...{ service: '食品经营许可审批', unit: 'planning', item: ITEM, time: 8, timeUnit: 'workingDays' },
  ...{ standard: '受理后八个工作日内作出决定', proof: 'decided', target: 95 },
  ...{ breach: 'deduct', excellence: 'praise' },
}
const published = async (more: object = {}) => {
  const { entry } = await enter(CLERK, 'service-standard', { ...standard, ...more })
  return take(HEAD, ['service-standard', entry], 'publish')
}

test('[CASE-16] every service has minutes or days before it is published; “as soon as possible” is refused', async () => {
  expect((await published({ time: null })).code).toBe('register.service-standard.has-a-time')
  expect((await published({ standard: '材料齐全的尽快办理' })).code).toBe(
    'register.service-standard.no-vague-words',
  )
  expect((await published({ standard: '在合理时间内办理完毕' })).code).toBe(
    'register.service-standard.no-vague-words',
  )
  const inMinutes = await published({ service: '取号等候', time: 15, timeUnit: 'minutes' })
  expect(inMinutes.state).toBe('inForce')
  expect(inMinutes.flags).toEqual([])
})

test('[CASE-17] every service has a standard and the event that proves it; one that nothing proves or that can never fail is refused', async () => {
  expect((await published({ proof: '' })).code).toBe('register.service-standard.has-a-proof')
  expect((await published({ target: 0 })).code).toBe('register.service-standard.has-a-proof')
  expect((await published({ time: 60 })).code).toBe('register.service-standard.can-fail')
  expect(await published({ service: '当日受理', time: 1, proof: 'accepted' })).toMatchObject({
    state: 'inForce',
  })
  expect((await office.publicRows('service-standard')).length).toBe(2)
})

test('[CASE-18] breaches and excellence lead to proposals with data for the decider within the month; a breach that led to none is flagged, a reward without data refused', async () => {
  expect((await published({ breach: 'none' })).code).toBe('register.service-standard.has-consequences')
  const inForce = await published()
  await office.handle(ITEM)
  await office.pass('2026-07-20T09:00:00')
  const of = ['service-standard', inForce.entry] as const
  expect((await see(SUPERVISOR, ...of)).flags).toEqual(['breach-without-consequence'])
  const proposal = {
    ...{ standard: inForce.entry, kind: 'excellence', unit: 'planning', decider: 'county-government' },
    ...{ facts: '本月零超时', proposal: '通报表扬' },
  }
  expect((await enter(CLERK, 'consequence-proposal', proposal)).code).toBe(
    'register.consequence-proposal.has-data',
  )
  const breach = { ...proposal, kind: 'breach', figure: 80, facts: '一件超时', proposal: '扣5分' }
  const proposed = await enter(CLERK, 'consequence-proposal', breach)
  expect((await see(SUPERVISOR, ...of)).flags).toEqual([])
  const kept = await enter(CLERK, 'consequence-proposal', breach)
  const ofProposal = ['consequence-proposal', proposed.entry] as const
  await take(CLERK, ofProposal, 'send')
  expect((await take(HEAD, ofProposal, 'decide', { decision: 'agreed', why: '属实' })).code).toBe(
    'register.not-yours',
  )
  expect((await take(LEADER, ofProposal, 'decide', { decision: 'agreed', why: '属实' })).state).toBe(
    'decided',
  )
  await office.pass('2026-08-24T09:00:00')
  expect((await see(SUPERVISOR, 'consequence-proposal', kept.entry)).flags).toEqual([
    'sending',
    'nothing-followed',
  ])
})

test('[CASE-22] help within the rules is logged and rated for fairness, speed and quality apart; outside of the rules it is refused, only for the known it is flagged', async () => {
  const help = {
    ...{ unit: 'planning', case: await office.handle(ITEM), group: 'local', known: true },
    ...{ help: '替申请人联系市场局补证明', within: true, clause: '优化营商环境条例第三十五条' },
  }
  expect((await enter(CLERK, 'help-log', { ...help, within: false })).code).toBe(
    'register.help-log.within-the-rules',
  )
  const helped = await enter(CLERK, 'help-log', help)
  const of = ['help-log', helped.entry] as const
  const stars = { fairness: 1, speed: 4, quality: 5 }
  expect((await take(HEAD, of, 'rate', stars)).code).toBe('register.not-yours')
  expect((await take('hall.manager', of, 'rate', { ...stars, speed: 9 })).code).toBe(
    'register.help-log.one-to-five',
  )
  expect((await take('hall.manager', of, 'rate', stars)).flags).toEqual(['unfair'])
  for (const code of ['fairness', 'speed', 'quality'])
    expect(await office.figure('help-log', code)).toMatchObject({ value: stars[code as 'speed'] })
  for (let times = 0; times < 3; times++) await enter(CLERK, 'help-log', help)
  expect((await enter(CLERK, 'help-log', help)).flags).toEqual(['only-the-known'])
  expect((await enter(CLERK, 'help-log', { ...help, known: false })).flags).toEqual([])
})

test('[CASE-31] harm from delay is claimed by the applicant and judged by supervision; the handling unit cannot close it, and a claim left lying is flagged', async () => {
  const claim = { unit: 'planning', kind: 'season', harm: '许可拖到五月，错过春茶收购季', loss: 3000000 }
  const claimed = await enter(RESIDENT, 'harm-claim', claim)
  const of = ['harm-claim', claimed.entry] as const
  const finding = { finding: 'notUpheld', reasons: '经自查不存在任何拖延' }
  expect((await take(CLERK, of, 'judge', finding)).code).toBe('register.not-yours')
  expect((await take(CLERK, of, 'withdraw', { why: '算了' })).code).toBe('register.not-yours')
  expect((await take('13900002222', of, 'withdraw', { why: '算了' })).code).toBe('register.no-such-entry')
  await take(CLERK, of, 'answer', { answer: '系统故障' })
  expect((await take(SUPERVISOR, of, 'judge', { ...finding, reasons: '不属实' })).code).toBe(
    'register.harm-claim.says-why',
  )
  const upheld = await take(SUPERVISOR, of, 'judge', { finding: 'upheld', reasons: '超时23个工作日' })
  expect(upheld).toMatchObject({ state: 'judged', flags: ['upheld'] })
  expect(await office.figure('harm-claim', 'loss')).toMatchObject({ value: 3000000 })
  const buried = await enter(RESIDENT, 'harm-claim', claim)
  await office.pass('2026-10-08T09:00:00')
  expect((await see(SUPERVISOR, 'harm-claim', buried.entry)).flags).toEqual([
    'answering',
    'judging',
    'buried',
  ])
})

test('[CASE-33] promises stand with whom they were made to and by when, and are kept as the receiver says; the promiser alone cannot mark one kept', async () => {
  const promise = {
    ...{ what: '十月底前修好公示栏', unit: 'planning', to: 'unit', receiver: 'market', until: '2026-10-30' },
  }
  expect((await enter(CLERK, 'promise-ledger', { ...promise, receiver: '' })).code).toBe(
    'register.promise-ledger.has-a-receiver',
  )
  const made = await enter(CLERK, 'promise-ledger', promise)
  const of = ['promise-ledger', made.entry] as const
  expect((await take(CLERK, of, 'judge', { kept: true })).code).toBe('register.not-yours')
  expect((await take(HEAD, of, 'judge', { kept: true })).code).toBe('register.not-yours')
  await take(CLERK, of, 'report', { proof: '现场照片' })
  expect(await take('market.head', of, 'judge', { kept: false, remark: '还是坏的' })).toMatchObject({
    ...{ state: 'judged', flags: ['broken'] },
  })
  const own = { what: '周五前答复', unit: 'planning', to: 'resident', until: '2026-10-09' }
  const who = { name: '李女士', phone: RESIDENT }
  const mine = await enter(RESIDENT, 'promise-ledger', { ...own, who })
  const ofMine = ['promise-ledger', mine.entry] as const
  await take(CLERK, ofMine, 'report', { proof: '已答复' })
  await office.pass('2026-10-26T09:00:00')
  expect((await see(CLERK, ...ofMine)).flags).toEqual(['judging', 'self-assessed'])
  expect((await take(RESIDENT, ofMine, 'judge', { kept: true })).state).toBe('judged')
  expect(await office.figure('promise-ledger', 'kept')).toMatchObject({ value: 0.5, denominator: 2 })
  expect((await office.publicRows('promise-ledger')).length).toBe(2)
})

test('[CASE-36] refusals by interpretation are listed with clause and lawful alternative and reviewed each quarter by another; one without an alternative is refused, a petty one flagged until it is mended', async () => {
  const refusal = {
    ...{ case: await office.handle(ITEM, { basis: '食品安全法第三十五条' }), unit: 'planning' },
    ...{ clause: '食品安全法第三十五条', ground: 'interpretation', reading: '“固定场所”须有产权证' },
    alternative: '租赁合同亦可，已告知改交',
  }
  expect((await enter(CLERK, 'refusal-review', { ...refusal, alternative: '无' })).code).toBe(
    'register.refusal-review.alternative-offered',
  )
  const listed = await enter(CLERK, 'refusal-review', refusal)
  const formality = await enter(CLERK, 'refusal-review', { ...refusal, ground: 'formality' })
  expect([listed.flags, formality.flags]).toEqual([[], ['formality']])
  const of = ['refusal-review', listed.entry] as const
  const finding = { finding: 'petty', reasons: '租赁合同即可证明' }
  expect((await take(HEAD, of, 'review', finding)).code).toBe('register.own-case')
  expect((await take('market.head', of, 'review', finding)).flags).toEqual(['petty'])
  expect((await take(CLERK, of, 'close', { mended: false })).code).toBe(
    'register.refusal-review.mended-or-right',
  )
  expect(await take(CLERK, of, 'close', { mended: true })).toMatchObject({ state: 'closed', flags: [] })
  const page = await (
    await office.as(SUPERVISOR)
  ).get(`/api/registers/refusal-review/entries/${formality.entry}`)
  expect(page.json().limits).toMatchObject([
    { clock: 'reviewing', dueAt: '2027-01-27T00:00:00+08:00', status: 'open', provisional: true },
  ])
})
