import { expect, test } from 'vitest'
import { grouped } from './grouped.ts'

test('what arrives while a batch is away shares the next one', async () => {
  const batches: number[][] = []
  const group = grouped<number, number>(
    async (items) => {
      batches.push([...items])
      await new Promise((done) => setTimeout(done, 5))
      return items.map((item) => () => item * 2)
    },
    { lanes: 1 },
  )
  const first = group.add(1)
  await new Promise((done) => setImmediate(done))
  const rest = [2, 3, 4].map((item) => group.add(item))
  expect(await Promise.all([first, ...rest])).toEqual([2, 4, 6, 8])
  expect(batches).toEqual([[1], [2, 3, 4]])
})

test('the refusal of one leaves the others their answers', async () => {
  const group = grouped<number, number>(async (items) =>
    items.map((item) => () => {
      if (item === 2) throw new Error('refused')
      return item
    }),
  )
  const answers = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('a batch that breaks is tried one by one, and only the culprit fails', async () => {
  const group = grouped<number, number>(async (items) => {
    if (items.includes(2)) throw new Error('broken')
    return items.map((item) => () => item)
  })
  const answers = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
