import { describe, expect, test } from 'vitest'
import * as decide from './ticket.ts'
import { evolveTicket, type Ticket, type TicketEvent } from './ticket.ts'

const issued: decide.Issued = {
  ...{ group: 'A', item: 'food', unit: 'market', channel: 'kiosk' as const, priority: null, booking: null },
  ...{ dueAt: null, visit: null, ahead: 0, saidMinutes: null },
}
const call: decide.Called = {
  ...{
    counter: 'B01',
    badge: '001',
    lane: 'ordinary' as const,
    because: 'firstCome' as const,
    overtook: [],
    reason: '',
  },
}

type Step = (ticket: Ticket | undefined) => TicketEvent[]
const given = (...steps: Step[]): readonly [Ticket | undefined, string] => [
  steps.reduce<Ticket | undefined>((state, step) => step(state).reduce(evolveTicket, state), undefined),
  'A001',
]
const issue: Step = (ticket) => decide.issue([ticket, 'A001'], issued)
const called: Step = (ticket) => decide.callTicket([ticket, 'A001'], call)
const recalled: Step = (ticket) => decide.recall([ticket, 'A001'], 'B01')
const skipped: Step = (ticket) => decide.skip([ticket, 'A001'], 'B01', 2)

const types = (events: TicketEvent[]) => events.map(({ type }) => type)

describe('a number', () => {
  test.each([
    [
      'waits, is called, and is served',
      () => decide.serve(given(issue, called), 'B01', null),
      'TicketServed',
    ],
    [
      'is missed after two calls',
      () => decide.skip(given(issue, called, recalled), 'B01', 2),
      'TicketSkipped',
    ],
    [
      'comes back after being missed',
      () => decide.returnTicket(given(issue, called, recalled, skipped)),
      'TicketReturned',
    ],
    ['leaves while it waits', () => decide.abandon(given(issue), 'left'), 'TicketAbandoned'],
  ])('%s', (_what, act, type) => {
    expect(types(act())).toEqual([type])
  })

  test.each([
    ['is not given twice', () => decide.issue(given(issue), issued), 'queue.number-given'],
    ['that was never given is not called', () => decide.callTicket(given(), call), 'queue.no-such-ticket'],
    [
      'is not called by two counters',
      () => decide.callTicket(given(issue, called), call),
      'queue.not-waiting',
    ],
    [
      'is not skipped after one call',
      () => decide.skip(given(issue, called), 'B01', 2),
      'queue.call-again-first',
    ],
    [
      'of another counter is not ended',
      () => decide.serve(given(issue, called), 'B02', null),
      'queue.not-here',
    ],
    ['that was not missed does not come back', () => decide.returnTicket(given(issue)), 'queue.not-missed'],
  ])('%s', (_what, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }))
  })
})

test('a call out of turn needs a reason in words, and keeps whom it overtook', () => {
  const jump = { ...call, overtook: ['A000'] }
  const refused = expect.objectContaining({ code: 'queue.jump-needs-reason' })
  expect(() => decide.callTicket(given(issue), jump)).toThrow(refused)
  expect(() => decide.callTicket(given(issue), { ...jump, reason: ' 急 ' })).toThrow(refused)
  expect(decide.callTicket(given(issue), { ...jump, reason: '突发疾病' })).toMatchObject([
    { overtook: ['A000'], reason: '突发疾病' },
  ])
})

test('what this counter cannot take went to the wrong window; what it takes is not sent away but for a further matter', () => {
  const matter = { group: 'B', item: 'land', unit: 'planning' }
  expect(
    decide.transfer(given(issue, called), 'B01', { matter, takenHere: false, further: false }),
  ).toMatchObject([{ cause: 'wrongWindow', item: 'land', from: { item: 'food' } }])
  expect(() =>
    decide.transfer(given(issue, called), 'B01', { matter, takenHere: true, further: false }),
  ).toThrow(expect.objectContaining({ code: 'queue.taken-here' }))
  expect(
    decide.transfer(given(issue, called), 'B01', { matter, takenHere: true, further: true }),
  ).toMatchObject([{ cause: 'furtherMatter' }])
})
