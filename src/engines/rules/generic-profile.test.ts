import { expect, test } from 'vitest'
import { historiesBuilder } from '#engines/histories/index.ts'
import { genericProfile, judge, readProfile } from './index.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)

function flatTable() {
  const builder = historiesBuilder()
  const row = { 法定办结时间: '2026-03-30', 受理渠道: '窗口' }
  builder.addCase({
    caseId: 'A',
    attributes: {},
    events: [
      { activity: '窗口收件', at: at('2026-03-02T09:00'), attributes: { ...row, 备注: '一' } },
      { activity: '受理', at: at('2026-03-03T09:00'), attributes: { ...row, 备注: '二' } },
      {
        activity: '办结',
        at: at('2026-03-31T00:00:01'),
        attributes: { ...row, 办结时间: '2026-03-31 00:00:01' },
      },
    ],
  })
  return builder.finish('arrival')
}

test('a flat table with Chinese headings says by itself what is due', () => {
  const profile = genericProfile(flatTable())
  expect(profile).toMatchObject({
    meanings: { 窗口收件: 'received', 受理: 'accepted', 办结: 'concluded' },
    case: { statutoryDueAt: '法定办结时间', concludedAt: '办结时间', channel: '受理渠道' },
  })
})

test('a bare due day ends at its midnight, and what comes a second later is late', () => {
  const histories = flatTable()
  const { rules } = judge(histories, readProfile(genericProfile(histories)), {
    at: at('2026-05-01T09:00'),
    rules: ['SV-01'],
  })
  expect(rules[0]?.hits.map(({ level, at: when }) => [level, when])).toEqual([
    ['red', at('2026-03-31T00:00')],
  ])
})

test('what changes from row to row describes the event, not the case', () => {
  const builder = historiesBuilder()
  const event = (time: string, type: string) => ({ activity: 'a', at: at(time), attributes: { type } })
  builder.addCase({
    caseId: 'A',
    attributes: {},
    events: [event('2026-03-02T09:00', 'x'), event('2026-03-03T09:00', 'y')],
  })
  expect(genericProfile(builder.finish('arrival')).case?.item).toBeUndefined()
})
