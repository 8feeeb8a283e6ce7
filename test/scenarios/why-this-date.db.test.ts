import { expect, test } from 'vitest'
import type { FileClockPanel, FileView } from '#modules/cases/contract.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { applicant, openHall, paper, refusal } from './hall.ts'

const hall = await openHall({ 'food-business': soundItem })
await hall.pass('2026-04-28T09:00:00')

test('[CASE-03] each clock of a file is told day by day, with the notice that made a day a holiday, to those who see the file', async () => {
  const body = {
    item: 'food-business',
    channel: 'counter',
    counter: '3',
    applicant,
    materials: [paper('application'), paper('layout')],
    acceptIfComplete: true,
  }
  const { caseNo } = (await hall.desk('li.wei').send('POST', '/api/files', body)).json().file as FileView
  const panels = (await hall.desk('li.wei').get(`/api/files/${caseNo}/clocks`)).json()
    .rows as FileClockPanel[]
  expect(panels.map(({ limit, status }) => [limit, status])).toEqual([
    ['committed', 'open'],
    ['statutory', 'open'],
    ['answer', 'stopped'],
    ['step', 'open'],
  ])
  const [committed] = panels
  expect(committed?.days[0]).toMatchObject({ day: '2026-04-28', kind: 'trigger', counts: false })
  expect(committed?.days.filter(({ counts }) => counts)).toHaveLength(8)
  const labourDay = committed?.days.find(({ day }) => day === '2026-05-01')
  expect(labourDay).toMatchObject({ kind: 'resting', counts: false })
  expect(labourDay?.source).toContain('国务院办公厅')

  const before = await hall.desk('li.wei').get(`/api/files/${caseNo}/clocks?asOf=2026-04-27T09:00:00%2B08:00`)
  expect(before.json().rows).toEqual([])
  const stranger = await hall.desk('li.wei').get('/api/files/260428-000000-0/clocks')
  expect(refusal(stranger)).toEqual([404, 'case.not-found'])
})
