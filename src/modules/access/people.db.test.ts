import { expect, test } from 'vitest'
import { openOffice } from '#test/http/office.ts'
import type { Person } from './contract.ts'

const office = await openOffice()

const found = async (account: string, text: string, unit = '') => {
  const desk = await office.signIn(account)
  const query = new URLSearchParams({ text, ...(unit ? { unit } : {}) })
  const answer = await desk.get(`/api/people?${query}`)
  expect(answer.statusCode).toBe(200)
  return answer.json<{ rows: Person[] }>().rows.map((one) => one.account)
}

test('whoever works for all units finds anybody by a part of the name, the account or the unit', async () => {
  expect(await found('zhang.min', '陈阶')).toEqual(['chen.jie'])
  expect(await found('zhang.min', 'LI.WE')).toEqual(['li.wei'])
  expect(await found('zhang.min', '规划')).toContain('li.wei')
  expect(await found('he.cha', '陈阶')).toEqual(['chen.jie'])
})

test('only people of the unit that is asked for are offered', async () => {
  expect(await found('zhang.min', '.', 'planning')).toContain('li.wei')
  expect(await found('zhang.min', '.', 'planning')).not.toContain('zhang.min')
})

test('staff of a unit find their own people only, whatever unit they ask for', async () => {
  expect(await found('li.wei', 'wang.fang')).toEqual(['wang.fang'])
  expect(await found('li.wei', 'zhang.min')).toEqual([])
  expect(await found('li.wei', 'zhang.min', 'supervision')).toEqual([])
})

test('a wildcard is a character, and a system is nobody', async () => {
  expect(await found('zhang.min', '%')).toEqual([])
  expect(await found('zhang.min', '_')).toEqual([])
  expect(await found('zhang.min', 'planning.system')).toEqual([])
})

test('administrators and observers find nobody; an account that one meets is named to everybody', async () => {
  for (const account of ['zhou.er', 'lin.guan']) {
    const desk = await office.signIn(account)
    expect((await desk.get('/api/people?text=li')).statusCode).toBe(403)
    const named = await desk.get('/api/people/names?accounts=li.wei,nobody.here')
    expect(named.json<{ rows: Person[] }>().rows.map((one) => one.account)).toEqual(['li.wei'])
    expect(named.body).not.toContain('roles')
  }
})
