import { describe, expect, test } from 'vitest'
import { caseAt, historiesBuilder } from './index.ts'

const scattered = () => {
  const builder = historiesBuilder()
  builder.addCase({
    caseId: 'A',
    attributes: { channel: 'desk' },
    events: [{ activity: 'received', at: 10 }],
  })
  builder.addCase({ caseId: 'B', attributes: {}, events: [{ activity: 'received', at: 5, resource: 'Li' }] })
  builder.addCase({
    caseId: 'A',
    attributes: {},
    events: [
      { activity: 'checked', at: 7 },
      { activity: 'decided', at: 7 },
    ],
  })
  return builder
}

describe('histories', () => {
  test('events of one case that stand apart in the file come together', () => {
    const { firstEvent, caseIds } = scattered().finish('arrival')
    expect(caseIds).toEqual(['A', 'B'])
    expect([...firstEvent]).toEqual([0, 3, 4])
  })

  test('by time, equal times keep the order in which they arrived', () => {
    const names = caseAt(scattered().finish('time'), 0).events.map((event) => event.activity)
    expect(names).toEqual(['checked', 'decided', 'received'])
  })

  test('by arrival, a time that runs backwards moves nothing', () => {
    const names = caseAt(scattered().finish('arrival'), 0).events.map((event) => event.activity)
    expect(names).toEqual(['received', 'checked', 'decided'])
  })

  test('an attribute that only some cases carry is absent for the others', () => {
    const histories = scattered().finish('arrival')
    expect(caseAt(histories, 0).attributes).toEqual({ channel: 'desk' })
    expect(caseAt(histories, 1).attributes).toEqual({})
    expect(caseAt(histories, 1).events[0]?.resource).toBe('Li')
  })

  test('event attributes move with their events', () => {
    const builder = historiesBuilder()
    builder.addCase({
      caseId: 'A',
      attributes: {},
      events: [
        { activity: 'late', at: 9, attributes: { note: 'second' } },
        { activity: 'early', at: 1, attributes: { note: 'first' } },
      ],
    })
    const notes = caseAt(builder.finish('time'), 0).events.map((event) => event.attributes?.note)
    expect(notes).toEqual(['first', 'second'])
  })

  test('a builder used again knows nothing of the histories before', () => {
    const builder = scattered()
    builder.finish('time')
    builder.clear()
    builder.addCase({ caseId: 'C', attributes: {}, events: [{ activity: 'decided', at: 1 }] })
    const histories = builder.finish('time')
    expect(histories).toMatchObject({ caseCount: 1, eventCount: 1, caseIds: ['C'], activities: ['decided'] })
    expect([histories.caseAttributes.size, histories.resources.length]).toEqual([0, 0])
    expect(caseAt(histories, 0).events[0]).toMatchObject({ activity: 'decided', at: 1 })
  })

  test('an empty log is a log', () => {
    expect(historiesBuilder().finish('time')).toMatchObject({ caseCount: 0, eventCount: 0 })
  })
})
