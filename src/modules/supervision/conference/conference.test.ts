import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import * as decide from './conference.ts'
import { periodName, periodNumber } from './settings.ts'
import { periodsOf } from './views.ts'

const today = day('2026-03-02')
const required = ['legal', 'audit', 'personnel', 'finance'] as const
const members = required.map((body) => ({ body, account: `of.${body}` }))
const called: decide.Called = { convener: 'zhang.min', members, on: day('2026-03-10'), agenda: [] }
const told = { by: 'zhang.min', at: 0, id: '2026-01' }

const folded = (...events: decide.ConferenceEvent[]) =>
  events.reduce<decide.Conference | undefined>(
    (state, event) => decide.evolveConference(state, event, told),
    undefined,
  ) as decide.Conference

const codeOf = (attempt: () => unknown): string => {
  try {
    attempt()
    return ''
  } catch (error) {
    if (isRefusal(error)) return error.code
    throw error
  }
}

const agenda = [
  {
    kind: 'ruling',
    conference: '2025-04',
    number: 2,
    unit: 'planning',
    text: '公布清单',
    dueOn: day('2026-01-31'),
  },
] as const
const meeting = folded({ type: 'ConferenceCalled', ...called, agenda })
const ruling = {
  text: '停止收取公证费',
  unit: 'planning',
  owner: 'wang.fang',
  dueOn: day('2026-04-01'),
  finding: null,
}
const carried = {
  conference: '2025-04',
  number: 2,
  outcome: 'continued',
  text: '再给一个月',
  dueOn: day('2026-04-10'),
} as const
const held: decide.Held = {
  ...{ on: day('2026-03-10'), present: members.map(({ account }) => account), minutes: '会议纪要' },
  ...{ carried: [carried], rulings: [ruling] },
}
const hold = (given: Partial<decide.Held>, on = '2026-03-10') =>
  decide.holdConference(meeting, { ...held, ...given }, { today: day(on), required })

test.each([
  ['another is called', { ...called }, true, 'conference.one-is-called'],
  ['the day is over', { ...called, on: day('2026-03-01') }, false, 'conference.past'],
  ['audit is not in it', { ...called, members: members.slice(2) }, false, 'conference.body-missing'],
  ['all is well', { ...called }, false, ''],
])('calling a conference: %s', (_, given, open, code) => {
  expect(codeOf(() => decide.callConference(given, { today, required, open }))).toBe(code)
})

test.each([
  ['a body is absent', { present: ['of.legal'] }, 'conference.body-absent'],
  ['nothing is said of what was carried over', { carried: [] }, 'conference.carried-unanswered'],
  ['it goes on without a day', { carried: [{ ...carried, dueOn: null }] }, 'conference.due-ahead'],
  ['a ruling is due on the day itself', { rulings: [{ ...ruling, dueOn: held.on }] }, 'conference.due-ahead'],
  ['the day is still to come', { on: day('2026-03-11') }, 'conference.not-yet'],
])('holding a conference: %s', (_, given, code) => {
  expect(codeOf(() => hold(given))).toBe(code)
})

describe('a ruling', () => {
  const ruled = folded({ type: 'ConferenceCalled', ...called }, { type: 'ConferenceHeld', ...held })
  const planning = { account: 'wang.fang', unit: 'planning' }
  const supervision = { account: 'second.supervisor', unit: 'supervision' }
  const reported = folded(
    ...[{ type: 'ConferenceCalled', ...called } as const, { type: 'ConferenceHeld', ...held } as const],
    { type: 'RulingReported', number: 1, unit: 'planning', text: '已停止' },
  )
  test('is reported by its unit and confirmed by another', () => {
    expect(codeOf(() => decide.reportRuling(ruled, 1, '已停止', supervision))).toBe('conference.other-unit')
    const said = { carriedOut: true, text: '属实' }
    expect(codeOf(() => decide.judgeRuling(ruled, 1, said, supervision))).toBe('conference.not-reported')
    expect(codeOf(() => decide.judgeRuling(reported, 1, said, planning))).toBe('conference.own-ruling')
    expect(decide.judgeRuling(reported, 1, said, supervision)).toEqual([
      { type: 'RulingConfirmed', number: 1, text: '属实' },
    ])
  })
  test('counts as carried out in a later conference only when it was reported', () => {
    const said = {
      conference: '2026-01',
      number: 1,
      outcome: 'carriedOut',
      text: '已落实',
      dueOn: null,
    } as const
    expect(codeOf(() => decide.takeUpRuling(ruled, said, '2026-02'))).toBe('conference.not-reported')
    const [event] = decide.takeUpRuling(reported, said, '2026-02')
    expect(
      decide.evolveConference(reported, event as decide.ConferenceEvent, told)?.rulings[0],
    ).toMatchObject({
      status: 'carriedOut',
      ended: { text: '已落实' },
    })
  })
})

test('a period that ended without a conference was missed; before the first one nothing was', () => {
  const one = folded({ type: 'ConferenceCalled', ...called }, { type: 'ConferenceHeld', ...held })
  expect(periodNumber(day('2026-03-31'), 3)).toBe(periodNumber(day('2026-01-01'), 3))
  expect(periodName(periodNumber(day('2026-05-01'), 3), 3).zh).toBe('2026年4—6月')
  const periods = periodsOf([one], held.on, day('2026-11-20'))
  expect(periods.map(({ missed }) => missed)).toEqual([false, true, true, false])
  expect(periodsOf([], undefined, day('2026-11-20'))).toHaveLength(1)
})
