import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { compileCondition, type Shape } from './index.ts'

const SHAPE = {
  status: 'text',
  promisedAt: 'number',
  now: 'number',
  urgent: 'yesNo',
  extensions: { approved: 'yesNo', until: 'number' },
} satisfies Shape

/** An open case past its promised time, with no approved extension still running. */
const OVERDUE = parse(`
all:
  - { field: status, in: [accepted, reviewed] }
  - { field: promisedAt, below: { field: now } }
  - none: extensions
    where:
      all:
        - { field: approved, is: true }
        - { field: until, atLeast: { outer: now } }
`) as unknown

const thing = {
  status: 'accepted',
  promisedAt: 5,
  now: 10,
  extensions: [] as { approved?: boolean; until: number }[],
}

describe('a condition stated as data', () => {
  test.each([
    { why: 'an open case past its promise', change: {}, holds: true },
    { why: 'not a concluded one', change: { status: 'decided' }, holds: false },
    { why: 'not at the promised instant itself', change: { promisedAt: 10 }, holds: false },
    {
      why: 'not while an approved extension runs',
      change: { extensions: [{ approved: true, until: 10 }] },
      holds: false,
    },
    { why: 'but when it has run out', change: { extensions: [{ approved: true, until: 9 }] }, holds: true },
    {
      why: 'and when it was never approved',
      change: { extensions: [{ approved: false, until: 99 }] },
      holds: true,
    },
    { why: 'a field not given satisfies no comparison', change: { promisedAt: undefined }, holds: false },
    { why: 'a list not given holds nothing', change: { extensions: undefined }, holds: true },
  ])('$why', ({ change, holds }) => {
    expect(compileCondition(OVERDUE, SHAPE)({ ...thing, ...change })).toBe(holds)
  })

  test.each([
    { condition: { field: 'now', below: 10 }, holds: false },
    { condition: { field: 'now', atMost: 10 }, holds: true },
    { condition: { field: 'now', above: 10 }, holds: false },
    { condition: { field: 'now', atLeast: 10 }, holds: true },
    { condition: { field: 'promisedAt', atMost: { field: 'now' } }, holds: true },
    { condition: { field: 'promisedAt', above: { field: 'now' } }, holds: false },
    { condition: { field: 'urgent', given: false }, holds: true },
    { condition: { field: 'urgent', is: false }, holds: false },
    { condition: { not: { field: 'urgent', is: true } }, holds: true },
    {
      condition: {
        any: [
          { field: 'now', is: 1 },
          { field: 'status', is: 'accepted' },
        ],
      },
      holds: true,
    },
    { condition: { some: 'extensions', where: { field: 'until', above: 0 } }, holds: false },
  ])('$condition is $holds', ({ condition, holds }) => {
    expect(compileCondition(condition, SHAPE)(thing)).toBe(holds)
  })

  test('all, any and not are the logic they are named after, at any depth', () => {
    const leaf = fc.record({ field: fc.constant('now'), is: fc.constantFrom(1, 10) })
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 5 }) }),
        fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 5 }) }),
        fc.record({ not: tie('tree') }),
      ),
    }))
    fc.assert(
      fc.property(tree, (condition) => {
        expect(compileCondition(condition, SHAPE)(thing)).toBe(plainly(condition as Tree))
      }),
    )
  })

  test.each([
    { why: 'a misspelt word', given: { field: 'now', bellow: 3 }, says: /when.*bellow/ },
    {
      why: 'a misspelt field',
      given: { all: [{ field: 'promised', below: 3 }] },
      says: /when\.all\.0.*promised.*promisedAt/,
    },
    {
      why: 'a word deep inside',
      given: { not: { any: [{ field: 'now', is: [] }] } },
      says: /when\.not\.any\.0\.is/,
    },
    { why: 'two tests in one', given: { field: 'now', is: 1, below: 3 }, says: /when.*2/ },
    { why: 'no test', given: { field: 'now' }, says: /when.*0/ },
    { why: 'a comparison without a field', given: { below: 3 }, says: /field/ },
    {
      why: 'where without a list',
      given: { field: 'now', is: 1, where: { field: 'now', is: 1 } },
      says: /where/,
    },
    { why: 'a list without where', given: { none: 'extensions' }, says: /where/ },
    { why: 'a text compared as a number', given: { field: 'status', below: 3 }, says: /status.*text/ },
    { why: 'a number held to be a text', given: { field: 'now', in: ['a'] }, says: /now.*number/ },
    { why: 'a list compared', given: { field: 'extensions', is: 'a' }, says: /extensions.*list/ },
    {
      why: 'a field searched as a list',
      given: { some: 'now', where: { field: 'now', is: 1 } },
      says: /when\.some.*now/,
    },
    { why: 'an outer field outside any list', given: { field: 'now', below: { outer: 'now' } }, says: /now/ },
    { why: 'a name every object has', given: { field: 'constructor', given: true }, says: /constructor/ },
    { why: 'an empty all', given: { all: [] }, says: /when\.all/ },
    { why: 'no object', given: 'now < 3', says: /when/ },
  ])('$why is refused with its place', ({ given, says }) => {
    expect(() => compileCondition(given, SHAPE)).toThrow(says)
  })
})

interface Tree {
  readonly all?: readonly Tree[]
  readonly any?: readonly Tree[]
  readonly not?: Tree
  readonly is?: number
}

function plainly({ all, any, not, is }: Tree): boolean {
  if (all) return all.every(plainly)
  if (any) return any.some(plainly)
  return not ? !plainly(not) : is === thing.now
}
