import { describe, expect, test } from 'vitest'
import { alikeAcrossUnits, likenessOf } from './likeness.ts'
import { isVague, problemsIn, weakerThan } from './wording.ts'

describe('an entry', () => {
  test.each([
    { fact: '工作作风有待改进', vague: true },
    { fact: '服务意识不强，效率不高', vague: true },
    { fact: '存在一些问题', vague: true },
    { fact: '慢', vague: true },
    { fact: '3月2日3号窗口让申请人往返4次补交材料', vague: false },
    { fact: '“建设用地规划许可”承诺10日，实际23日才办结', vague: false },
    { fact: '窗口服务意识不强：上班时间锁门离岗', vague: false },
  ])('$fact: vague is $vague', ({ fact, vague }) => {
    expect(isVague(fact)).toBe(vague)
  })

  test.each([
    { fact: '一是窗口离岗，二是超时办结，三是乱收费', count: 3 },
    { fact: '1.窗口离岗。2.超时办结', count: 2 },
    { fact: '食品经营许可超时办结；收费公示栏没有更新', count: 2 },
    { fact: '3月2日让申请人往返4次，承诺5.5天而用了23天', count: 1 },
    { fact: '食品经营许可超时11天办结', count: 1 },
  ])('$fact: holds $count', ({ fact, count }) => {
    expect(problemsIn(fact)).toBe(count)
  })
})

describe('a promise', () => {
  const before = { action: '全部窗口实行当场一次性告知', result: '补正率降至5%以下', dueOn: '2026-06-30' }
  test.each([
    { why: 'the same is not weaker', now: before, found: [] },
    { why: 'later', now: { ...before, dueOn: '2026-09-30' }, found: ['later'] },
    {
      why: 'its number is gone',
      now: { ...before, result: '补正率明显降低，群众满意' },
      found: ['numberGone'],
    },
    { why: 'softer', now: { ...before, action: '争取在窗口逐步实行当场一次性告知' }, found: ['softer'] },
    { why: 'half of it', now: { ...before, action: '告知', result: '5%' }, found: ['shorter'] },
    { why: 'firmer is fine', now: { ...before, result: '补正率降至5%以下，不再要求重复提交' }, found: [] },
    {
      why: 'another thing under the same number',
      now: { ...before, action: '更换大厅5号门口绿植和座椅垫子', result: '环境整洁美观大方舒适' },
      found: ['otherThing'],
    },
  ])('$why', ({ now, found }) => {
    expect(weakerThan(now, before)).toEqual(found)
  })
})

test('texts of different units that read alike are boilerplate; of one unit they are not', () => {
  const text = '加强学习教育，提高思想认识，强化责任意识，健全长效机制'
  const found = alikeAcrossUnits(
    [
      { id: 'm1', unit: 'a', text },
      { id: 'm2', unit: 'b', text: `${text}。` },
      { id: 'm3', unit: 'a', text },
      { id: 'm4', unit: 'c', text: '取消居住证明，改为数据共享核验' },
    ],
    80,
  )
  expect(found.get('m1')).toEqual(['m2'])
  expect(found.get('m2')).toEqual(['m1', 'm3'])
  expect(found.has('m4')).toBe(false)
  expect(likenessOf('窗口离岗', '')).toBe(0)
})
