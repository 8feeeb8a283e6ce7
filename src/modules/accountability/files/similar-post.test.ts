import { expect, test } from 'vitest'
import { isSimilarPost } from './similar-post.ts'

const director = { unit: 'planning', post: 'director', title: '局长', rank: 'head' } as const

test.each([
  { why: 'the same kind of post in another unit', now: { ...director, unit: 'market' }, is: true },
  {
    why: 'the same name under another code',
    now: { unit: 'market', post: 'chief', title: '局长', rank: null },
    is: true,
  },
  {
    why: 'another post at the same rank',
    now: { unit: 'market', post: 'inspector', title: '督查专员', rank: 'head' },
    is: true,
  },
  {
    why: 'another post at a higher rank',
    now: { unit: 'market', post: 'leader', title: '分管领导', rank: 'principal' },
    is: true,
  },
  {
    why: 'a lower post is no return',
    now: { unit: 'market', post: 'clerk', title: '科员', rank: 'staff' },
    is: false,
  },
  {
    why: 'a post of another kind whose rank nobody entered is no return',
    now: { unit: 'market', post: 'clerk', title: '科员', rank: null },
    is: false,
  },
  { why: 'who never left has not come back: that is another signal', now: director, is: false },
] as const)('$why', ({ now, is }) => {
  expect(isSimilarPost(director, now)).toBe(is)
})

test('of a post that nobody named, at a rank that nobody entered, any other may be like it', () => {
  const unknown = { unit: 'planning', post: null, title: null, rank: null }
  expect(isSimilarPost(unknown, { unit: 'market', post: 'clerk', title: '科员', rank: 'staff' })).toBe(true)
})
