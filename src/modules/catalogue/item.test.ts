import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, day, dayOfNumber } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { soundItem } from './gate/sound-item.ts'
import {
  cancel,
  draft,
  evolve,
  type ItemEvent,
  type ItemState,
  publish,
  resume,
  standingOn,
  suspend,
} from './item.ts'

const given = (...events: readonly (readonly [ItemEvent, string])[]): ItemState | undefined =>
  events.reduce<ItemState | undefined>((state, [event, actor]) => evolve(state, event, { actor }), undefined)
const codeOf = (work: () => unknown) => {
  try {
    work()
    return 'done'
  } catch (error) {
    return isRefusal(error) ? error.code : 'bug'
  }
}

const today = day('2026-03-02')
const drafted = [{ type: 'ItemDrafted', unit: 'market', content: soundItem }, 'head'] as const
const published = [
  { type: 'ItemPublished', version: 1, from: day('2026-03-10'), hash: 'x', draftedBy: 'head', warnings: [] },
  'supervisor',
] as const
const why = { item: 'a-1', today, from: day('2026-04-01'), reason: '改革', document: '〔2026〕1号' }
const suspended = [
  { type: 'ItemSuspended', from: why.from, reason: '改革', document: '〔2026〕1号' },
  'supervisor',
] as const
const cancelled = [{ ...suspended[0], type: 'ItemCancelled' }, 'supervisor'] as const
const publishing = { item: 'a-1', by: 'supervisor', from: day('2026-03-20'), today, hash: 'x', warnings: [] }
const own = { item: 'a-1', unit: 'market', content: soundItem }

describe('an item', () => {
  test.each([
    { why: 'is drafted', code: 'done', work: () => draft(undefined, own) },
    { why: 'is drafted again', code: 'done', work: () => draft(given(drafted), own) },
    { why: 'has a code', code: 'catalogue.bad-code', work: () => draft(undefined, { ...own, item: '../x' }) },
    {
      why: 'belongs to one unit',
      code: 'catalogue.other-unit',
      work: () => draft(given(drafted), { ...own, unit: 'x' }),
    },
    { why: 'is published', code: 'done', work: () => publish(given(drafted), publishing) },
    {
      why: 'is not published by its author',
      code: 'catalogue.own-draft',
      work: () => publish(given(drafted), { ...publishing, by: 'head' }),
    },
    {
      why: 'is not published for today',
      code: 'catalogue.not-before-today',
      work: () => publish(given(drafted), { ...publishing, from: today }),
    },
    {
      why: 'is not published without a draft',
      code: 'catalogue.no-draft',
      work: () => publish(given(drafted, published), publishing),
    },
    {
      why: 'follows its version before',
      code: 'catalogue.from-order',
      work: () => publish(given(drafted, published, drafted), { ...publishing, from: day('2026-03-10') }),
    },
    { why: 'is suspended', code: 'done', work: () => suspend(given(drafted, published), why) },
    {
      why: 'is suspended once',
      code: 'catalogue.already-suspended',
      work: () => suspend(given(drafted, published, suspended), why),
    },
    {
      why: 'is not suspended before it was published',
      code: 'catalogue.not-published',
      work: () => suspend(given(drafted), why),
    },
    {
      why: 'is not resumed without need',
      code: 'catalogue.not-suspended',
      work: () => resume(given(drafted, published), why),
    },
    { why: 'is resumed', code: 'done', work: () => resume(given(drafted, published, suspended), why) },
    {
      why: 'is not cancelled for the past',
      code: 'catalogue.not-before-today',
      work: () => cancel(given(drafted, published), { ...why, from: today }),
    },
    {
      why: 'is cancelled for good',
      code: 'catalogue.already-cancelled',
      work: () => draft(given(drafted, published, cancelled), own),
    },
  ])('$why: $code', ({ code, work }) => {
    expect(codeOf(work)).toBe(code)
  })

  test('stands on every day in exactly one way: cancelled before suspended, suspended from its day until the resumption', () => {
    const someDay = fc.integer({ min: 20_500, max: 20_600 }).map(dayOfNumber)
    const reason = (from: Day) => ({ from, reason: '', document: '' })
    fc.assert(
      fc.property(someDay, someDay, someDay, someDay, (on, stop, go, end) => {
        const closed = { suspension: reason(stop), resumption: reason(go), cancellation: reason(end) }
        const { state } = standingOn(closed, on, true)
        const expected = end <= on ? 'cancelled' : stop <= on && on < go ? 'suspended' : 'inForce'
        expect(state).toBe(expected)
      }),
    )
  })
})
