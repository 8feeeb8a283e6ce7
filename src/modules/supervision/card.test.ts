import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import {
  answerCard,
  cardId,
  type CardEvent,
  type CardRaised,
  type CardState,
  evolveCard,
  judgeCard,
  type LivingCard,
  noCard,
  noteFact,
  raiseCard,
  withdrawCard,
} from './card.ts'
import { cardActions } from './card-actions.ts'
import { decideObjection, objectTo } from './objection/objection.ts'

const finding: CardRaised = {
  card: 'sv-01-0',
  rule: 'SV-01',
  level: 'red',
  log: 'demo',
  caseId: 'A-1',
  unit: 'planning',
  occasion: 'statutory',
  effectiveAt: '2026-03-06T16:00:00.000Z',
  replyBy: day('2026-03-11'),
  because: { zh: '应于 2026-03-06 办结', en: 'was due on 2026-03-06' },
  evidence: [],
}
const raised: CardEvent = { type: 'CardRaised', data: finding }
const officer = { account: 'li.wei', unit: 'planning' }
const supervisor = { account: 'zhang.min', unit: 'supervision' }
const early = day('2026-03-10')
const after = day('2026-03-12')
const text = '系统停机三小时，已附证明'

const given = (...events: CardEvent[]): LivingCard => {
  const state = events.reduce<CardState>(evolveCard, noCard)
  if (state.status === 'none') throw new Error('no card was raised')
  return state
}
const answered = (state: LivingCard) => answerCard(state, { text, by: officer, today: early, sameTextAs: [] })
const upheld = (): LivingCard => {
  const first = given(raised)
  const events = answered(first)
  const second = given(raised, ...events)
  return given(
    raised,
    ...events,
    ...judgeCard(second, { outcome: 'upheld', reason: text, by: supervisor, today: early }),
  )
}
const codeOf = (attempt: () => unknown): string => {
  try {
    attempt()
  } catch (error) {
    if (isRefusal(error)) return error.code
    throw error
  }
  return 'allowed'
}

describe('raising', () => {
  test('the same fault seen a second time raises no second card', () => {
    expect(raiseCard(noCard, finding)).toHaveLength(1)
    expect(raiseCard(given(raised), finding)).toEqual([])
  })

  test('the same fault has the same card; another case, rule or occasion has another', () => {
    const fault = { log: 'demo', caseId: 'A-1', rule: 'SV-01', occasion: 'statutory' }
    expect(cardId(fault)).toBe(cardId({ ...fault }))
    const others = [
      { ...fault, caseId: 'A-2' },
      { ...fault, rule: 'SV-02' },
      { ...fault, occasion: 'committed' },
      { ...fault, log: 'demoA', caseId: '-1' },
    ]
    expect(new Set([fault, ...others].map(cardId)).size).toBe(5)
  })
})

describe('answering', () => {
  test('the unit answers, and both of two answers stay', () => {
    const once = given(raised, ...answered(given(raised)))
    const twice = evolveCard(once, answered(once)[0] as CardEvent)
    expect(twice).toMatchObject({ status: 'answered', answers: [{ text }, { text }] })
  })

  test('an answer after the reply-by day is taken and marked late', () => {
    const [event] = answerCard(given(raised), { text, by: officer, today: after, sameTextAs: [] })
    expect(event).toMatchObject({ type: 'CardAnswered', data: { late: true } })
  })

  test('on the reply-by day itself an answer is in time', () => {
    const [event] = answerCard(given(raised), { text, by: officer, today: finding.replyBy, sameTextAs: [] })
    expect(event).toMatchObject({ data: { late: false } })
  })

  test.each([
    { why: 'another unit cannot answer', by: { account: 'x', unit: 'health' }, code: 'card.other-unit' },
    {
      why: 'nobody without a unit can answer for one',
      by: { account: 'x', unit: null },
      code: 'card.other-unit',
    },
  ])('$why', ({ by, code }) => {
    expect(codeOf(() => answerCard(given(raised), { text, by, today: early, sameTextAs: [] }))).toBe(code)
  })

  test('blank words are no answer', () => {
    const attempt = () =>
      answerCard(given(raised), { text: '  无  ', by: officer, today: early, sameTextAs: [] })
    expect(codeOf(attempt)).toBe('card.text-needed')
  })

  test('a judged card is not answered again', () => {
    expect(codeOf(() => answered(upheld()))).toBe('card.already-judged')
  })
})

describe('judging', () => {
  const judge = (
    state: LivingCard,
    by: { account: string; unit: string | null },
    today = after,
    outcome?: 'excused',
    ground = 'systemOutage',
  ) => judgeCard(state, { outcome: outcome ?? 'upheld', reason: text, by, today, ground })

  test('a card is upheld after the unit has answered', () => {
    expect(upheld().status).toBe('upheld')
  })

  test('a silent unit is judged once its time to answer has run out, not before', () => {
    expect(codeOf(() => judge(given(raised), supervisor, finding.replyBy))).toBe('card.reply-time-running')
    expect(codeOf(() => judge(given(raised), supervisor, after))).toBe('allowed')
  })

  test('an evident mistake is excused at once', () => {
    expect(codeOf(() => judge(given(raised), supervisor, early, 'excused'))).toBe('allowed')
  })

  test('only what stands on the list of exemptions excuses', () => {
    const kind = () => judge(given(raised), supervisor, early, 'excused', 'goodIntentions')
    expect(codeOf(kind)).toBe('finding.not-exempt')
  })

  test('nobody judges a card of their own unit', () => {
    expect(codeOf(() => judge(given(raised), { account: 'wang.fang', unit: 'planning' }))).toBe(
      'card.own-unit',
    )
  })

  test('whoever answered cannot judge, even from another unit later', () => {
    const state = given(raised, ...answered(given(raised)))
    expect(codeOf(() => judge(state, { account: 'li.wei', unit: 'supervision' }))).toBe('card.own-answer')
  })

  test('a judgement without reasons is none', () => {
    const attempt = () =>
      judgeCard(given(raised), { outcome: 'upheld', reason: '    ', by: supervisor, today: after })
    expect(codeOf(attempt)).toBe('card.text-needed')
  })

  test('a card is judged once', () => {
    expect(codeOf(() => judge(upheld(), supervisor))).toBe('card.already-judged')
  })
})

describe('withdrawing', () => {
  test('an upheld card can be withdrawn and what was said stays', () => {
    const state = upheld()
    const [event] = withdrawCard(state, { reason: text, by: supervisor })
    expect(evolveCard(state, event as CardEvent)).toMatchObject({ status: 'withdrawn', answers: [{ text }] })
  })

  test('the unit cannot have its own card withdrawn by its own people', () => {
    expect(codeOf(() => withdrawCard(given(raised), { reason: text, by: officer }))).toBe('card.own-unit')
  })

  test('nothing more happens to a withdrawn card', () => {
    const state = given(raised, ...withdrawCard(given(raised), { reason: text, by: supervisor }))
    expect(codeOf(() => withdrawCard(state, { reason: text, by: supervisor }))).toBe('card.already-withdrawn')
    expect(codeOf(() => answered(state))).toBe('card.already-withdrawn')
  })
})

describe('a later fact', () => {
  const explained = {
    zh: '补报的事件说明已按期办结',
    en: 'a late report shows that it was concluded in time',
  }

  test('is noted once and leaves the card as it stands', () => {
    const state = given(raised)
    const events = noteFact(state, false, explained)
    const next = given(raised, ...events)
    expect(next).toMatchObject({ status: 'raised', stillFound: false })
    expect(noteFact(next, false, explained)).toEqual([])
  })

  test('that restores the finding is noted as well', () => {
    const next = given(raised, ...noteFact(given(raised), false, explained))
    expect(noteFact(next, true, explained)).toHaveLength(1)
  })
})

describe('open actions', () => {
  test('the unit may answer only, supervision may judge and withdraw only, each with the reason why not', () => {
    const open = (by: { account: string; unit: string }) =>
      cardActions(given(raised), by, early)
        .filter((action) => action.open)
        .map((action) => action.action)
    expect(open(officer)).toEqual(['answer'])
    expect(open(supervisor)).toEqual(['judge', 'withdraw'])
    expect(cardActions(given(raised), supervisor, early)[0]?.whyNot?.zh).toContain('被发牌的单位')
  })
})

describe('objecting', () => {
  const asked = { grounds: text, decideBy: day('2026-04-11') }
  const objected = () => {
    const state = upheld()
    return [objectTo(state, asked, officer, after), state] as const
  }
  const evolved = (state: LivingCard, events: readonly CardEvent[]) =>
    events.reduce<CardState>(evolveCard, state) as LivingCard

  test('is the unit’s, once, to what was upheld', () => {
    const [events, state] = objected()
    expect(codeOf(() => objectTo(state, asked, supervisor, after))).toBe('objection.other-unit')
    expect(codeOf(() => objectTo(given(raised), asked, officer, after))).toBe('objection.not-upheld')
    expect(codeOf(() => objectTo(evolved(state, events), asked, officer, after))).toBe('objection.made')
  })

  test('is decided by another than who judged, and a wrong card goes', () => {
    const [events, state] = objected()
    const open = evolved(state, events)
    const said = { outcome: 'withdrawn' as const, reason: text }
    const other = { account: 'qian.yi', unit: 'supervision' }
    expect(codeOf(() => decideObjection(state, said, other))).toBe('objection.none')
    expect(codeOf(() => decideObjection(open, said, supervisor))).toBe('objection.own-judgement')
    expect(codeOf(() => decideObjection(open, said, officer))).toBe('card.own-unit')
    expect(evolved(open, decideObjection(open, said, other)).status).toBe('withdrawn')
    expect(evolved(open, decideObjection(open, { ...said, outcome: 'kept' }, other)).status).toBe('upheld')
  })
})
