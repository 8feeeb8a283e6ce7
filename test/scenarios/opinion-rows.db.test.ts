import { expect, test } from 'vitest'
import { openRegisters } from './registers.ts'

const office = await openRegisters('2026-03-02T09:00:00')
const { enter, take, see } = office
const [OFFICER, HEAD, SUPERVISOR, SECOND] = [
  'market.head',
  'market.head',
  'zhang.min',
  'second.supervisor',
] as const

const openFor = (unit: string, words: string, more: object) => ({
  ...{ unit, style: 'service', words, scan: '第3册', who: { name: '李先生', phone: '13800138000' } },
  ...more,
})

test('[RECT-01] a batch has its forms issued, returned and valid, each opinion its unit, class and answer; forms collected by the unit, in its own hand or changed at entry are refused or flagged', async () => {
  const batch = {
    ...{ title: '重点涉企岗位征求意见表', issuedOn: '2026-03-02', issued: 1019, returnBy: '2026-03-20' },
    collector: 'postbox',
  }
  expect((await enter(SUPERVISOR, 'opinion-forms', { ...batch, collector: 'watched' })).code).toBe(
    'register.opinion-forms.not-by-the-watched',
  )
  const { entry: forms } = await enter(SUPERVISOR, 'opinion-forms', batch)
  const of = ['opinion-forms', forms] as const
  expect((await take(SUPERVISOR, of, 'collect', { returned: 1020, valid: 972 })).code).toBe(
    'register.opinion-forms.adds-up',
  )
  expect((await take(SUPERVISOR, of, 'collect', { returned: 972, valid: 972 })).state).toBe('collected')
  const rate = await office.figure('opinion-forms', 'return-rate')
  expect(rate.value.toFixed(4)).toBe('0.9539')

  const said = openFor('market', '窗口中午没人', { forms, number: '0317' })
  expect((await enter(OFFICER, 'opinion', said)).code).toBe('register.opinion.not-by-the-watched')
  const first = await enter(SUPERVISOR, 'opinion', said)
  expect(first.flags).toEqual([])
  await enter(SUPERVISOR, 'opinion', { ...said, number: '0318' })
  expect((await enter(SUPERVISOR, 'opinion', { ...said, number: '0319' })).flags).toEqual(['same-words'])
  const changed = await (
    await office.as(SUPERVISOR)
  ).send('POST', `/api/registers/opinion/entries/${first.entry}/corrections`, {
    ...{ values: { words: '窗口服务很好' }, reason: '归纳' },
  })
  expect(changed.json().code).toBe('register.fixed')

  expect((await take(SECOND, of, 'close')).code).toBe('register.opinion-forms.all-answered')
  for (const entry of ['2026-0001', '2026-0002', '2026-0003'])
    await take(HEAD, ['opinion', entry], 'answer', { reply: '已安排午间值班' })
  expect((await take(SECOND, of, 'close')).state).toBe('closed')
  expect(await office.figure('opinion', 'answered')).toMatchObject({ numerator: 3, denominator: 3 })
})

test('[RECT-02] participants are drawn from a roll and what they say is entered within the week; the same faces, hand-picked ones and minutes without opinions show', async () => {
  const forum = { topic: '窗口服务', heldOn: '2026-03-02', pool: 400, byLot: true, seed: '03 08 11 19 22 30' }
  expect((await enter(SUPERVISOR, 'opinion-forum', { ...forum, seed: '' })).code).toBe(
    'register.opinion-forum.lot-on-record',
  )
  const held: string[] = []
  for (const topic of ['窗口服务', '收费', '办事指南']) {
    const { entry } = await enter(SUPERVISOR, 'opinion-forum', { ...forum, topic })
    const seat = { forum: entry, roll: 'A-117', category: 'firm', who: { name: '王女士', phone: '' } }
    const invited = await enter(SUPERVISOR, 'forum-participant', seat)
    expect(invited.flags).toEqual(held.length < 2 ? [] : ['again-and-again'])
    expect((await enter(SUPERVISOR, 'forum-participant', seat)).code).toBe('register.forum-participant.once')
    held.push(entry)
  }
  const of = ['opinion-forum', held[0] ?? ''] as const
  await take(SUPERVISOR, of, 'hold', { minutes: '到会六人，谈窗口午休' })
  expect((await take(SUPERVISOR, of, 'extract')).code).toBe('register.opinion-forum.has-opinions')
  await enter(SUPERVISOR, 'opinion', openFor('market', '午休无人', { forum: of[1] }))
  expect((await take(SUPERVISOR, of, 'extract')).state).toBe('extracted')

  const picked = await enter(SUPERVISOR, 'opinion-forum', { ...forum, byLot: false, seed: '' })
  const seat = { forum: picked.entry, roll: 'B-1', category: 'resident' }
  await enter(SUPERVISOR, 'forum-participant', seat)
  const minutes = { minutes: '到会一人，都很满意' }
  expect((await take(SUPERVISOR, ['opinion-forum', picked.entry], 'hold', minutes)).flags).toEqual([
    'hand-picked',
  ])
  await office.pass('2026-03-10T09:00:00')
  expect((await see(SUPERVISOR, 'opinion-forum', picked.entry)).flags).toEqual(['extracting', 'hand-picked'])
})

test('[RECT-03] a share of those visited has complained before, each visit has its follow-up; a list of friendly firms is flagged and cannot be closed', async () => {
  const { entry: round } = await enter(SUPERVISOR, 'door-visits', {
    ...{ title: '三月走访', unit: 'market', until: '2026-03-31' },
  })
  const of = ['door-visits', round] as const
  const visit = async (roll: string, kind: string, complaint = '') => {
    const { entry } = await enter(SUPERVISOR, 'door-visit', { round, roll, kind, complaint })
    const seen = { visitedOn: '2026-03-10', opinions: '口径不一', followUpOn: '2026-03-24' }
    await take(SUPERVISOR, ['door-visit', entry], 'visit', seen)
    return entry
  }
  expect((await take(SUPERVISOR, of, 'end')).code).toBe('register.door-visits.has-visits')
  await visit('1', 'supported')
  await visit('2', 'supported')
  expect((await see(SUPERVISOR, ...of)).flags).toEqual(['friendly-only'])
  expect((await take(SUPERVISOR, of, 'end')).code).toBe('register.door-visits.past-complainants')
  const nameless = { round, roll: '3', kind: 'complainant', complaint: '' }
  expect((await enter(SUPERVISOR, 'door-visit', nameless)).code).toBe('register.door-visit.which-complaint')
  const complainant = await visit('3', 'complainant', '12345-2025-0917')
  expect(await take(SUPERVISOR, of, 'end')).toMatchObject({ state: 'ended', flags: [] })
  await office.pass('2026-03-25T09:00:00')
  expect((await see(SUPERVISOR, 'door-visit', complainant)).flags).toEqual(['following-up'])
  const followed = await take(SUPERVISOR, ['door-visit', complainant], 'follow-up', { followUp: '已统一' })
  expect(followed.state).toBe('followed')
})

test('[RECT-04] a promise given at a stall is a task with a date; a stall with pictures and no entry does not count', async () => {
  const stall = { event: '3·15广场咨询', place: '人民广场', on: '2026-03-15', photos: '照片12张' }
  const { entry } = await enter('li.wei', 'consultation-stall', stall)
  const of = ['consultation-stall', entry] as const
  expect((await take(SUPERVISOR, of, 'count')).code).toBe('register.consultation-stall.has-questions')
  const asked = {
    ...{ stall: entry, unit: 'planning', question: '棚房怎么报建', promise: '四月十日前答复' },
    who: { name: '何女士', phone: '13800138000' },
  }
  expect((await enter('li.wei', 'stall-question', asked)).code).toBe('register.stall-question.promise-dated')
  const promised = await enter('li.wei', 'stall-question', { ...asked, dueOn: '2026-04-10' })
  const answered = await take('li.wei', ['stall-question', promised.entry], 'answer', { answer: '已解释' })
  expect(answered.code).toBe('register.stall-question.nothing-promised')
  expect((await take(SUPERVISOR, of, 'count')).state).toBe('counted')
  const empty = await enter('li.wei', 'consultation-stall', { ...stall, event: '只有横幅' })
  await office.pass('2026-04-13T09:00:00')
  expect((await see(SUPERVISOR, 'stall-question', promised.entry)).flags).toEqual(['keeping'])
  expect((await see(SUPERVISOR, 'consultation-stall', empty.entry)).flags).toEqual([
    'counting',
    'pictures-only',
  ])
  const kept = await take('li.wei', ['stall-question', promised.entry], 'keep', { result: '已当面答复' })
  expect(kept.state).toBe('done')
})

test('[RECT-05] contract, plan and every raw answer of a poll are kept and its result agrees with them; a unit neither pays for nor commissions its own, nor sees who answered', async () => {
  const poll = {
    ...{ title: '营商环境满意度', about: 'market', agency: '调查中心', contract: '合同2026-011' },
    ...{ paidBy: 'supervision', plan: '分层抽样，电话访问', sample: 2, until: '2026-05-29' },
  }
  expect((await enter(SUPERVISOR, 'commissioned-poll', { ...poll, paidBy: 'market' })).code).toBe(
    'register.commissioned-poll.not-own-money',
  )
  expect((await enter(HEAD, 'commissioned-poll', poll)).code).toBe('register.commissioned-poll.not-own-poll')
  const { entry } = await enter(SUPERVISOR, 'commissioned-poll', poll)
  const of = ['commissioned-poll', entry] as const
  const result = { valid: 2, satisfied: 1, signedBy: '沈某', deliveredOn: '2026-04-13' }
  // What the agency has not signed was not delivered.
  const unsigned = { ...result, signedBy: '' }
  expect((await take(SUPERVISOR, of, 'deliver', unsigned)).code).toBe('register.field-missing')
  expect((await take(SUPERVISOR, of, 'deliver', result)).flags).toEqual(['raw-data-missing'])
  expect((await take(SECOND, of, 'accept')).code).toBe('register.commissioned-poll.raw-data-complete')
  const answer = { poll: entry, respondent: 'R-001', layer: 'firm', grade: 5, said: '比去年快' }
  const raw = await enter(SUPERVISOR, 'poll-answer', answer)
  expect((await enter(SUPERVISOR, 'poll-answer', answer)).code).toBe('register.poll-answer.once')
  await enter(SUPERVISOR, 'poll-answer', { ...answer, respondent: 'R-002', grade: 2 })
  expect((await take(SUPERVISOR, of, 'accept')).code).toBe('register.checks-himself')
  expect(await take(SECOND, of, 'accept')).toMatchObject({ state: 'accepted', flags: [] })

  const head = await office.as(HEAD)
  expect((await head.get(`/api/registers/commissioned-poll/entries/${entry}`)).statusCode).toBe(200)
  expect((await head.get(`/api/registers/poll-answer/entries/${raw.entry}`)).statusCode).toBe(404)
  expect((await head.get('/api/registers/poll-answer/entries')).body).not.toContain('R-001')
})

test('[RECT-24] self-checks come by their day and stand beside what outsiders found; one that finds nothing while they did is flagged', async () => {
  const check = { unit: 'market', period: '2026年上半年', from: '2026-01-01', until: '2026-06-30' }
  const { entry } = await enter(SUPERVISOR, 'self-check', { ...check, dueOn: '2026-07-10' })
  const of = ['self-check', entry] as const
  expect((await take(HEAD, of, 'hand-in', { found: 2 })).code).toBe('register.self-check.each-problem-said')
  expect(await take(HEAD, of, 'hand-in', { found: 0 })).toMatchObject({ state: 'handedIn', flags: [] })

  const found = await (
    await office.as(SUPERVISOR)
  ).send('POST', '/api/findings', {
    ...{
      source: 'media',
      sourceId: 'media/daily-0409',
      unit: 'market',
      conduct: 'rudeness',
    },
    ...{ severity: 'ordinary', fact: '报纸载窗口冷落群众', happenedOn: '2026-04-09' },
  })
  expect(found.body).toContain('finding')
  expect((await see(SUPERVISOR, ...of)).flags).toEqual(['found-nothing'])
  expect(await office.figure('self-check', 'gap')).toMatchObject({ value: 1 })
  const late = await enter(SUPERVISOR, 'self-check', { ...check, unit: 'planning', dueOn: '2026-07-10' })
  await office.pass('2026-07-13T09:00:00')
  expect((await see(SUPERVISOR, 'self-check', late.entry)).flags).toEqual(['handing-in'])
})
