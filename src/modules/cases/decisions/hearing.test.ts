import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, type Day } from '#kernel/day.ts'
import { Refusal } from '#kernel/refusal.ts'
import { chinaCalendar, subtractWorkingDays } from '#engines/calendar/index.ts'
import type { CaseActor } from '../actor.ts'
import type { LivingCase } from '../case.ts'
import { decided, handled, people, received, told } from '../examples.test-data.ts'
import * as decide from './index.ts'

const { clerk, hallClerk, head, reviewer, stranger, applicant, neighbour } = people
const calendar = chinaCalendar()
const at = (text: string) => Date.parse(`${text}+08:00`)

function codeOf(attempt: () => unknown): string {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'allowed'
}

const MATTER = { matter: '影响北侧住宅采光', concerned: '6 户' }
const offered = (state: LivingCase = handled()) =>
  told(state, decide.offerHearing(state, MATTER, clerk), clerk)
/** Told of on the second of March; the five working days end with the ninth. */
const UNTIL = at('2026-03-10T00:00:00')
const LIMIT_ENDS = at('2026-03-31T00:00:00')
const asking = (now: string) => ({ now: at(`${now}T10:00:00`), until: UNTIL, limitEndsAt: LIMIT_ENDS })
const asked = (state = offered()) =>
  told(
    state,
    decide.askHearing(state, { by: 'applicant', postedOn: null }, applicant, asking('2026-03-04')),
    applicant,
  )
const SESSION = {
  at: at('2026-03-20T09:00:00'),
  place: '三楼会议室',
  chair: 'gao',
  chairName: '高山',
  chairUnit: 'planning',
  closedFor: null,
} as const
const NOW = { now: at('2026-03-05T10:00:00'), calendar }
const arranged = (state = asked()) => told(state, decide.setHearing(state, SESSION, clerk, NOW), clerk)
const MINUTES = { attended: '申请人到场', statements: '同意退让' }
const AFTER = SESSION.at + 3_600_000
const held = (state = arranged()) => told(state, decide.holdHearing(state, MINUTES, clerk, AFTER), clerk)

describe('telling of the right to a hearing', () => {
  test.each<[string, () => unknown, string]>([
    ['the unit tells of it', () => offered(), 'allowed'],
    ['once', () => offered(offered()), 'hearing.already-offered'],
    [
      'with what it is about',
      () => decide.offerHearing(handled(), { matter: ' ', concerned: '' }, clerk),
      'case.reason-missing',
    ],
    ['not before acceptance', () => offered(received()), 'case.not-accepted'],
    ['not after the decision', () => offered(decided()), 'case.over'],
    ['no other unit does', () => decide.offerHearing(handled(), MATTER, stranger), 'case.other-unit'],
    ['nor the applicant himself', () => decide.offerHearing(handled(), MATTER, applicant), 'case.other-unit'],
  ])('%s', (_, attempt, code) => expect(codeOf(attempt)).toBe(code))
})

describe('asking for a hearing', () => {
  const ask =
    (now: string, postedOn: string | null = null, actor: CaseActor = clerk, state = offered()) =>
    () =>
      decide.askHearing(
        state,
        { by: 'concerned', postedOn: postedOn === null ? null : day(postedOn) },
        actor,
        asking(now),
      )
  const lapsed = () => {
    const state = offered()
    return told(state, decide.passLimit(state, { limit: 'hearing-request', dueAt: UNTIL }), clerk)
  }

  test.each<[string, () => unknown, string]>([
    ['the counter enters it', ask('2026-03-04'), 'allowed'],
    ['the hall’s as well', ask('2026-03-04', null, hallClerk), 'allowed'],
    ['the applicant asks himself', ask('2026-03-04', null, applicant), 'allowed'],
    ['nobody else does in his place', ask('2026-03-04', null, neighbour), 'case.other-unit'],
    ['on the last day it is in time', ask('2026-03-09'), 'allowed'],
    ['a day later it is not', ask('2026-03-10'), 'hearing.asked-too-late'],
    ['posted on the last day it is in time whenever it arrives', ask('2026-03-16', '2026-03-09'), 'allowed'],
    ['also after the right has lapsed', ask('2026-03-16', '2026-03-09', clerk, lapsed()), 'allowed'],
    ['posted a day later it is not', ask('2026-03-16', '2026-03-10'), 'hearing.asked-too-late'],
    ['nobody posts tomorrow', ask('2026-03-05', '2026-03-06'), 'hearing.posted-day-wrong'],
    ['nor before being told', ask('2026-03-05', '2026-02-27'), 'hearing.posted-day-wrong'],
    ['not without being told of the right', ask('2026-03-04', null, clerk, handled()), 'hearing.not-offered'],
    ['once', ask('2026-03-04', null, clerk, asked()), 'hearing.already-asked'],
    ['not after the decision', ask('2026-03-04', null, clerk, decided()), 'case.over'],
  ])('%s', (_, attempt, code) => expect(codeOf(attempt)).toBe(code))

  test('the clocks stand still for it where the rule knows the ground, and only there', () => {
    expect(asked()).toMatchObject({ status: 'suspended', suspension: { ground: 'hearing' } })
    const registration = offered(handled({ statutory: { limit: '3W', rule: 'DJ-01' } }))
    expect(asked(registration)).toMatchObject({
      status: 'accepted',
      suspension: null,
      hearing: { stage: 'asked' },
    })
  })

  test('a limit that has run out stands still for nothing, whether or not anybody noticed', () => {
    const late = { ...asking('2026-03-09'), limitEndsAt: at('2026-03-09T00:00:00') }
    const events = decide.askHearing(offered(), { by: 'applicant', postedOn: null }, applicant, late)
    expect(events.map(({ type }) => type)).toEqual(['HearingAsked'])
  })

  test('the right lapses in silence, once nobody used it, and not when somebody did', () => {
    expect(lapsed().hearing?.stage).toBe('lapsed')
    expect(decide.passLimit(asked(), { limit: 'hearing-request', dueAt: UNTIL })).toEqual([])
  })
})

describe('arranging it', () => {
  const set =
    (change: Partial<decide.SetHearing>, actor: CaseActor = clerk, state = asked()) =>
    () =>
      decide.setHearing(state, { ...SESSION, ...change }, actor, NOW)

  test.each<[string, () => unknown, string]>([
    ['with notice, place and a chair of the unit who has not worked on it', set({}), 'allowed'],
    // Told on Thursday the fifth: 5, 6, 9, 10, 11, 12 and 13 March lie before the sixteenth.
    ['on the first possible day', set({ at: at('2026-03-16T09:00:00') }), 'allowed'],
    ['not a working day earlier', set({ at: at('2026-03-13T09:00:00') }), 'hearing.notice-too-short'],
    ['somewhere', set({ place: '' }), 'case.reason-missing'],
    ['not under the reviewer', set({ chair: reviewer.account }), 'hearing.chair-handled'],
    ['nor under who accepted it', set({ chair: clerk.account }), 'hearing.chair-handled'],
    ['nor under somebody of another unit', set({ chairUnit: 'market' }), 'hearing.chair-not-of-unit'],
    ['nor under nobody', set({ chairUnit: null }), 'hearing.chair-not-of-unit'],
    ['no other unit arranges it', set({}, stranger), 'case.other-unit'],
    ['not before anybody asked', set({}, clerk, offered()), 'hearing.not-asked'],
    ['anew, with the same notice', set({ at: at('2026-03-25T09:00:00') }, clerk, arranged()), 'allowed'],
    ['not after it was held', set({}, clerk, held()), 'hearing.not-asked'],
  ])('%s', (_, attempt, code) => expect(codeOf(attempt)).toBe(code))

  test('the first day has seven working days before it, the day of the notice among them, and no earlier working day has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (days) => {
        const now = at('2026-01-05T10:00:00') + days * 86_400_000
        const today = new Date(now).toISOString().slice(0, 10)
        const first = decide.firstHearingDay(now, calendar)
        expect(subtractWorkingDays(first, 7, calendar) >= today).toBe(true)
        const before = subtractWorkingDays(first, 1, calendar) as Day
        expect(subtractWorkingDays(before, 7, calendar) < today).toBe(true)
      }),
    )
  })
})

describe('holding it, and deciding afterwards', () => {
  const grant = (state: LivingCase, heard?: string, actor: CaseActor = head) =>
    decide.decide(state, { outcome: 'granted', reasons: '', basis: '', result: '许可证', heard }, actor)

  test.each<[string, () => unknown, string]>([
    ['after it began', () => held(), 'allowed'],
    ['not before', () => decide.holdHearing(arranged(), MINUTES, clerk, SESSION.at - 1), 'hearing.not-begun'],
    ['not before it was announced', () => held(asked()), 'hearing.not-set'],
    [
      'with what was said',
      () => decide.holdHearing(arranged(), { ...MINUTES, statements: '' }, clerk, AFTER),
      'case.reason-missing',
    ],
    [
      'the clock does not go on by hand before',
      () => decide.resume(arranged(), { document: '意见' }, clerk),
      'hearing.not-held',
    ],
    ['nothing is decided while it may be asked for', () => grant(offered()), 'hearing.right-open'],
    ['nor while it is ahead', () => grant({ ...arranged(), status: 'accepted' }), 'hearing.not-held'],
    ['afterwards not in silence about it', () => grant(held()), 'hearing.minutes-unanswered'],
    ['afterwards with what became of it', () => grant(held(), '采纳'), 'allowed'],
    ['minutes nobody took are not referred to', () => grant(handled(), '采纳'), 'hearing.none-held'],
    [
      'the chair does not decide',
      () => grant(held(), '采纳', { ...head, account: 'gao' }),
      'hearing.chair-reviews',
    ],
    [
      'given up, it binds nobody',
      () => grant(told(asked(), decide.giveUpHearing(asked(), { reason: '撤回' }, clerk), clerk)),
      'allowed',
    ],
  ])('%s', (_, attempt, code) => expect(codeOf(attempt)).toBe(code))

  test('the clocks go on by themselves', () => {
    expect(held()).toMatchObject({ status: 'accepted', suspension: null, hearing: { stage: 'held' } })
  })

  test('the decision names the minutes', () => {
    const state = held()
    const minutes = '规划局听录字〔2026〕第0001号'
    const [event] = grant({ ...state, hearing: { ...state.hearing!, minutes } }, '采纳')
    expect(event?.data).toMatchObject({ hearing: { minutes, heard: '采纳' } })
  })
})
