import { expect, test } from 'vitest'
import { likenessOfTexts } from './likeness.ts'

test.each([
  {
    why: 'stops and spaces do not make a text another',
    one: '窗口 有人，秩序好。',
    other: '窗口有人秩序好',
    like: 1,
  },
  {
    why: 'one word changed is nearly the same',
    one: '窗口三名人员在岗，秩序良好',
    other: '窗口四名人员在岗，秩序良好',
    like: 0.82,
  },
  { why: 'width and signs do not make another', one: '收费１０元（＋税）', other: '收费10元 税', like: 1 },
  { why: 'other words are another text', one: '无人排队', other: '系统故障停办', like: 0 },
  { why: 'nothing is like nothing', one: '', other: '', like: 0 },
  { why: 'a single sign compares', one: '无', other: '无', like: 1 },
])('$why', ({ one, other, like }) => {
  expect(likenessOfTexts(one, other)).toBe(like)
})
