import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal.ts'
import {
  actingAt,
  assignPost,
  createPost,
  createUnit,
  evolve,
  markAway,
  type UnitEvent,
  type UnitState,
} from './unit.ts'

const HOUR = 3_600_000
const NOW = Date.parse('2026-03-02T09:00:00+08:00')

const created: UnitEvent = {
  type: 'UnitCreated',
  name: '规划局',
  nameEn: 'Planning',
  kind: 'department',
  parent: null,
}
const post: UnitEvent = { type: 'PostCreated', post: 'window', title: '窗口', titleEn: 'Window' }
const assigned: UnitEvent = { type: 'PostAssigned', post: 'window', holder: 'jia', backup: 'yi' }

const given = (...events: UnitEvent[]): UnitState =>
  [created, ...events].reduce<UnitState | undefined>(evolve, undefined) as UnitState

const codeOf = (work: () => unknown) => {
  try {
    work()
    return 'done'
  } catch (error) {
    return isRefusal(error) ? error.code : 'bug'
  }
}

const away = (more: Partial<Parameters<typeof markAway>[1]> = {}) => ({
  post: 'window',
  from: NOW,
  until: NOW + 8 * HOUR,
  by: { account: 'jia', headOfUnit: false },
  now: NOW,
  ...more,
})

describe('a post', () => {
  test.each([
    {
      why: 'a unit is created once',
      work: () => createUnit(given(), 'x', { ...created }),
      code: 'organisation.unit-exists',
    },
    {
      why: 'a post is created once',
      work: () => createPost(given(post), { post: 'window', title: 'x', titleEn: 'x' }),
      code: 'organisation.post-exists',
    },
    {
      why: 'one person is not holder and backup',
      work: () => assignPost(given(post), { post: 'window', holder: 'jia', backup: 'jia' }),
      code: 'organisation.same-person',
    },
    {
      why: 'a backup stands in for somebody',
      work: () => assignPost(given(post), { post: 'window', holder: null, backup: 'yi' }),
      code: 'organisation.backup-without-holder',
    },
    {
      why: 'a post must be there',
      work: () => assignPost(given(), { post: 'window', holder: 'jia', backup: 'yi' }),
      code: 'organisation.no-such-post',
    },
    {
      why: 'holder and backup may be named',
      work: () => assignPost(given(post), { post: 'window', holder: 'jia', backup: 'yi' }),
      code: 'done',
    },
  ])('$why: $code', ({ work, code }) => {
    expect(codeOf(work)).toBe(code)
  })

  test('naming the same people again is no event', () => {
    expect(assignPost(given(post, assigned), { post: 'window', holder: 'jia', backup: 'yi' })).toEqual([])
  })
})

describe('an absence', () => {
  const alone: UnitEvent = { ...assigned, backup: null }
  test.each([
    { why: 'the holder marks himself away', state: given(post, assigned), given: away(), code: 'done' },
    {
      why: 'the head of the unit marks him away',
      state: given(post, assigned),
      given: away({ by: { account: 'head', headOfUnit: true } }),
      code: 'done',
    },
    { why: 'until further notice', state: given(post, assigned), given: away({ until: null }), code: 'done' },
    {
      why: 'from tomorrow',
      state: given(post, assigned),
      given: away({ from: NOW + 24 * HOUR, until: NOW + 48 * HOUR }),
      code: 'done',
    },
    {
      why: 'a colleague does not',
      state: given(post, assigned),
      given: away({ by: { account: 'bing', headOfUnit: false } }),
      code: 'organisation.not-own-post',
    },
    {
      why: 'the backup does not',
      state: given(post, assigned),
      given: away({ by: { account: 'yi', headOfUnit: false } }),
      code: 'organisation.not-own-post',
    },
    {
      why: 'nobody leaves without a backup',
      state: given(post, alone),
      given: away(),
      code: 'organisation.no-backup',
    },
    {
      why: 'nobody is away from an empty post',
      state: given(post),
      given: away({ by: { account: 'head', headOfUnit: true } }),
      code: 'organisation.nobody-holds',
    },
    {
      why: 'it ends after it starts',
      state: given(post, assigned),
      given: away({ until: NOW }),
      code: 'organisation.away-order',
    },
    {
      why: 'it is not entered for yesterday',
      state: given(post, assigned),
      given: away({ from: NOW - 24 * HOUR }),
      code: 'organisation.away-backdated',
    },
  ])('$why: $code', ({ state, given, code }) => {
    expect(codeOf(() => markAway(state, given))).toBe(code)
  })

  test('the holder who comes back early has his powers again from that moment', () => {
    const before = given(post, assigned, ...markAway(given(post, assigned), away()))
    const later = NOW + 2 * HOUR
    const back = given(post, assigned, ...markAway(before, away({ until: later, now: later })))
    const window = back.posts.get('window')
    expect(window && [actingAt(window, later - 1), actingAt(window, later)]).toEqual(['yi', 'jia'])
  })

  test('a new holder is there', () => {
    const state = given(
      post,
      assigned,
      { type: 'HolderAway', post: 'window', from: NOW, until: null },
      { ...assigned, holder: 'bing' },
    )
    const window = state.posts.get('window')
    expect(window && actingAt(window, NOW + HOUR)).toBe('bing')
  })

  test('at any instant exactly one of holder and backup acts, the backup within the absence and nowhere else', () => {
    const instants = fc.integer({ min: -1_000, max: 1_000 })
    fc.assert(
      fc.property(instants, fc.option(fc.integer({ min: 1, max: 500 })), instants, (from, length, at) => {
        const until = length === null ? null : from + length
        const acting = actingAt({ holder: 'jia', backup: 'yi', away: { from, until } }, at)
        const within = at >= from && (until === null || at < until)
        expect(acting).toBe(within ? 'yi' : 'jia')
      }),
    )
  })
})
