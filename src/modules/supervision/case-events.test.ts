import { describe, expect, test } from 'vitest'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { caseEvents, caseOfStream, caseStream, logStream, storedCase } from './case-events.ts'

const history = {
  caseId: 'A/1',
  attributes: { item: '食品经营许可' },
  events: [
    { activity: '收件', at: 1000, resource: '甲' },
    { activity: '受理', at: 3000, attributes: { unit: 'market' } },
  ],
}

const stored = (): StoredEvent[] =>
  caseEvents(history, 'import').map((event, index) => ({
    ...event,
    stream: caseStream('demo', 'A/1'),
    version: index + 1,
    recordedAt: 9000,
    payload: event.payload as Record<string, unknown>,
  }))

describe('a case in the ledger', () => {
  test('reads back as it was written', () => {
    expect(storedCase('A/1', stored(), 'arrival').history).toEqual({
      ...history,
      events: [
        { activity: '收件', at: 1000, resource: '甲', lifecycle: undefined, attributes: undefined },
        {
          activity: '受理',
          at: 3000,
          resource: undefined,
          lifecycle: undefined,
          attributes: { unit: 'market' },
        },
      ],
    })
  })

  test('an event told late takes its place by time, under the version at which it was told', () => {
    const late: StoredEvent = {
      stream: caseStream('demo', 'A/1'),
      version: 3,
      type: 'CaseEventRecorded',
      occurredAt: 2000,
      recordedAt: 9500,
      actor: 'market',
      payload: { activity: '补正告知', caseAttributes: { item: '餐饮服务许可' } },
    }
    const byTime = storedCase('A/1', [...stored(), late], 'time')
    expect(byTime.versions).toEqual([1, 3, 2])
    expect(byTime.history.attributes).toEqual({ item: '餐饮服务许可' })
    expect(storedCase('A/1', [...stored(), late], 'arrival').versions).toEqual([1, 2, 3])
  })

  test('a case number may hold a slash, a log name cannot', () => {
    expect(caseOfStream(caseStream('demo', 'A/1'))).toEqual({ log: 'demo', caseId: 'A/1' })
    expect(caseOfStream(logStream('demo'))).toBeUndefined()
    expect(caseOfStream('card/x')).toBeUndefined()
  })
})
