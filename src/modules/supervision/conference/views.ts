import type { Day } from '#kernel/day.ts'
import type { AgendaItem as AgendaRow, ConferenceView, RulingView } from '../conference-contract.ts'
import { instantText } from '../moments.ts'
import type { AgendaItem, Conference, Ruling } from './conference.ts'
import { periodMonths, periodName, periodNumber } from './settings.ts'

const stamped = <Said extends { readonly at: number }>(said: Said) => ({ ...said, at: instantText(said.at) })

export const rulingView = (conference: string, ruling: Ruling, today: Day): RulingView => ({
  ...ruling,
  conference,
  overdue: ruling.ended === null && ruling.dueOn < today,
  reports: ruling.reports.map(stamped),
  sentBack: ruling.sentBack.map(stamped),
  ended: ruling.ended && stamped(ruling.ended),
})

const NOTHING = { conference: null, number: null, finding: null, why: null }
export const agendaRow = (item: AgendaItem): AgendaRow => ({ ...NOTHING, ...item })

export const conferenceView = (
  { state, version }: { readonly state: Conference; readonly version: number },
  today: Day,
): ConferenceView => ({
  conference: state.conference,
  status: state.status,
  on: state.held?.on ?? state.on,
  convener: state.convener,
  members: [...state.members],
  agenda: state.agenda.map(agendaRow),
  present: [...(state.held?.present ?? [])],
  minutes: state.held?.minutes ?? null,
  carried: [...(state.held?.carried ?? [])],
  rulings: state.rulings.map((ruling) => rulingView(state.conference, ruling, today)),
  cancelled: state.cancelled,
  version,
})

const PERIODS_SHOWN = 8

/** Whether one was held in each period from the first one called on; a period that ended without one was missed. */
export function periodsOf(conferences: readonly Conference[], first: Day | undefined, today: Day) {
  const months = periodMonths(today)
  const present = periodNumber(today, months)
  const oldest = Math.max(
    present - PERIODS_SHOWN + 1,
    first === undefined ? present : periodNumber(first, months),
  )
  return Array.from({ length: Math.max(0, present - oldest) + 1 }, (_, back) => {
    const period = present - back
    const held = conferences.filter((one) => one.held && periodNumber(one.held.on, months) === period).length
    const over = period < present
    return { period: periodName(period, months), held, over, missed: over && held === 0 }
  })
}
