import { describe, expect, test } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { conducts, conductsOn } from './conducts.ts'
import * as decide from './decisions.ts'
import { evolveFinding, type FindingEvent, type FindingState, openSide, severityOf } from './finding.ts'
import { STYLE_CLASSES } from './terms.ts'

const at = Date.parse('2026-11-02T10:00:00+08:00')
const replyBy = Date.parse('2026-11-17T00:00:00+08:00')
const later = Date.parse('2026-11-20T10:00:00+08:00')
const supervisor = { account: 'shen', unit: 'discipline' }
const officer = { account: 'zhao', unit: 'market' }

const from = {
  source: 'card' as const,
  sourceId: 'card/1',
  severity: 'ordinary' as const,
  fact: '应于 10 月 30 日办结',
  evidence: [],
  sealed: false,
}
const opening = {
  ...{ type: 'FindingOpened' as const, unit: 'market', account: null, post: null, badge: null, matter: 'A1' },
  ...{ conduct: 'overLimit', kind: 'time' as const, happenedOn: '2026-10-30' as Day, from },
  ...{ disposeBy: later, replyBy },
}

const given = (...events: FindingEvent[]): FindingState =>
  events.reduce<FindingState | undefined>(
    (state, event) => evolveFinding(state, event, { at, by: 'shen', id: 'F1' }),
    undefined,
  ) as FindingState

const codeOf = (attempt: () => unknown): string => {
  try {
    attempt()
    return 'done'
  } catch (error) {
    if (isRefusal(error)) return error.code
    throw error
  }
}

const disposing = (
  state: FindingState,
  asked: Partial<decide.Disposing>,
  around: Partial<decide.DisposingNow> = {},
) =>
  decide.dispose(
    state,
    { disposition: 'rectify', reason: '事实清楚，责令改正', ...asked },
    { by: supervisor, now: later, educated: [], reviewUntil: null, ...around },
  )

describe('the taxonomy', () => {
  test('has every conduct once, each in one of the six classes of style', () => {
    expect(new Set(conducts.map(({ code }) => code)).size).toBe(conducts.length)
    expect(new Set(conducts.map(({ style }) => style))).toEqual(new Set(STYLE_CLASSES))
    expect(conductsOn('2026-11-02' as Day)).toHaveLength(conducts.length)
  })
})

describe('a disposition', () => {
  const state = given(opening)
  const educated = (finding: string, on: string) => ({ finding, on: on as Day })

  test.each([
    {
      why: 'the unit itself disposes of nothing',
      asked: {},
      around: { by: officer },
      code: 'finding.supervised',
    },
    { why: 'reasons are given', asked: { reason: '同意' }, around: {}, code: 'finding.reason-missing' },
    {
      why: 'a unit that may still answer is heard before an instrument',
      asked: { disposition: 'instrument' as const },
      around: { now: at },
      code: 'finding.hearing-first',
    },
    {
      why: 'an unheard unit may be told to put it right at once',
      asked: { disposition: 'rectify' as const },
      around: { now: at },
      code: 'done',
    },
    {
      why: 'only what stands on the list excuses',
      asked: { disposition: 'exempt' as const, ground: 'goodIntentions' },
      around: {},
      code: 'finding.not-exempt',
    },
    {
      why: 'what stands on the list excuses',
      asked: { disposition: 'exempt' as const, ground: 'systemOutage' },
      around: {},
      code: 'done',
    },
    {
      why: 'educating twice within a year was enough',
      asked: { disposition: 'educated' as const },
      around: { educated: [educated('F2', '2026-05-01'), educated('F3', '2026-02-01')] },
      code: 'finding.educated-before',
    },
    {
      why: 'what lies more than a year back does not count',
      asked: { disposition: 'educated' as const },
      around: { educated: [educated('F2', '2026-05-01'), educated('F3', '2025-11-20')] },
      code: 'done',
    },
  ])('$why', ({ asked, around, code }) => {
    expect(codeOf(() => disposing(state, asked, around))).toBe(code)
  })

  test('the second time of educating says what came before', () => {
    const around = { educated: [educated('F2', '2026-05-01')] }
    const [event] = disposing(state, { disposition: 'educated' }, around)
    expect(event).toMatchObject({ educatedBefore: ['F2'] })
  })

  test('is taken once', () => {
    expect(codeOf(() => disposing(given(opening, ...disposing(state, {})), {}))).toBe('finding.over')
  })
})

describe('harm (乱作为)', () => {
  const harmful = given({ ...opening, conduct: 'beyondPower' })

  test('a finding that harmed somebody does not end without remedy, nor with a day that is over', () => {
    expect(codeOf(() => disposing(harmful, { disposition: 'instrument' }))).toBe('finding.remedy-first')
    expect(codeOf(() => disposing(harmful, {}))).toBe('finding.remedy-first')
    expect(codeOf(() => disposing(harmful, { remedyBy: '2026-11-01' as Day }))).toBe('finding.remedy-date')
    expect(codeOf(() => disposing(harmful, { remedyBy: '2026-12-01' as Day }))).toBe('done')
  })

  test('a remedy with its day and proof opens the way', () => {
    const remedy = { what: '退还多收的 120 元', on: '2026-11-10' as Day, proof: '退款凭证 0012' }
    const events = decide.remedyHarm(harmful, remedy, supervisor, '2026-11-20' as Day)
    const remedied = given({ ...opening, conduct: 'beyondPower' }, ...events)
    expect(codeOf(() => disposing(remedied, { disposition: 'instrument' }))).toBe('done')
  })
})

describe('what is sealed', () => {
  const sealed = given({ ...opening, from: { ...from, sealed: true }, replyBy: null })

  test('is nothing to the unit, and burdens nobody before it is released', () => {
    expect(openSide(sealed)).toBeUndefined()
    expect(codeOf(() => disposing(sealed, {}))).toBe('finding.sealed')
    const released = given(
      { ...opening, from: { ...from, sealed: true } },
      { type: 'FindingReleased', replyBy },
    )
    expect(openSide(released)?.sources).toHaveLength(1)
  })

  test('stays hidden beside an open source of the same fact, also when the open one is withdrawn', () => {
    const secret = { ...from, sourceId: 'visit/7', severity: 'grave' as const, sealed: true }
    const both = given(opening, { type: 'FindingJoined', from: secret, replyBy: null })
    const seen = openSide(both)
    expect(JSON.stringify(seen)).not.toContain('visit/7')
    expect(seen && severityOf(seen)).toBe('ordinary')
    const events = decide.withdraw(both, { sourceId: 'card/1', reason: '系统故障所致' }, supervisor)
    const after = given(opening, { type: 'FindingJoined', from: secret, replyBy: null }, ...events)
    expect([after.status, openSide(after)?.status]).toEqual(['open', 'withdrawn'])
  })
})

describe('review', () => {
  const disposed = given(opening, ...disposing(given(opening), {}, { reviewUntil: later + 1000 }))

  test('is asked for by the unit while it may, once', () => {
    const asked = { grounds: '当日系统停机，有公告', decideBy: later }
    expect(codeOf(() => decide.askReview(disposed, asked, supervisor, later))).toBe(
      'finding.not-yours-to-answer',
    )
    expect(codeOf(() => decide.askReview(disposed, asked, officer, later + 1000))).toBe('finding.review-late')
    expect(codeOf(() => decide.askReview(disposed, asked, officer, later))).toBe('done')
  })

  test('is decided by somebody who took no part', () => {
    const asked = given(opening, ...disposing(given(opening), {}), {
      type: 'ReviewAsked',
      grounds: '当日系统停机',
      decideBy: later,
    })
    const decision = { outcome: 'lifted' as const, reason: '停机公告属实' }
    expect(codeOf(() => decide.decideReview(asked, decision, supervisor))).toBe('finding.took-part')
    const events = decide.decideReview(asked, decision, { account: 'qian', unit: 'discipline' })
    expect(evolveFinding(asked, events[0] as FindingEvent, { at, by: 'qian', id: 'F1' })?.status).toBe(
      'withdrawn',
    )
  })
})
