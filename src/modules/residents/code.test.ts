import { expect, test } from 'vitest'
import { type CodeState, isOpen, maySend } from './code.ts'

const NOW = Date.parse('2026-03-02T12:00:00+08:00')
const MINUTE = 60_000
const last = (more: Partial<CodeState>): CodeState => ({
  tries: 0,
  sentToday: 1,
  sentAt: NOW,
  expiresAt: NOW + 5 * MINUTE,
  ...more,
})

test.each([
  { why: 'nobody asked before', state: undefined, after: 0, sending: { may: true, sentToday: 1 } },
  {
    why: 'one was sent 20 seconds ago',
    state: last({}),
    after: 20_000,
    sending: { may: false, seconds: 40 },
  },
  { why: 'one was sent a minute ago', state: last({}), after: MINUTE, sending: { may: true, sentToday: 2 } },
  {
    why: 'ten were sent',
    state: last({ sentToday: 10 }),
    after: MINUTE,
    sending: { may: false, seconds: null },
  },
  {
    why: 'ten were sent yesterday',
    state: last({ sentToday: 10 }),
    after: 24 * 60 * MINUTE,
    sending: { may: true, sentToday: 1 },
  },
])('a code is sent when $why: $sending', ({ state, after, sending }) => {
  expect(maySend(state, NOW + after)).toEqual(sending)
})

test.each([
  { state: last({}), after: 5 * MINUTE - 1, open: true },
  { state: last({}), after: 5 * MINUTE, open: false },
  { state: last({ tries: 4 }), after: 0, open: true },
  { state: last({ tries: 5 }), after: 0, open: false },
])('a code holds five minutes and five tries: $open', ({ state, after, open }) => {
  expect(isOpen(state, NOW + after)).toBe(open)
})
