import { type Day, day as readDay, dayNumber } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type Calendar, makeCalendar } from './calendar.ts'
import { officeHours } from './hours.ts'
import type { NoticeReference, Ruling } from './notice.ts'

/** What a province, a city or an organisation orders beyond the calendar it stands on. */
export interface CalendarLayer {
  readonly id: string
  readonly title: Bilingual
  readonly days: readonly LayerDay[]
}

export interface LayerDay {
  readonly date: string
  readonly kind: 'off' | 'work' | 'half'
  readonly name: string
  /** The office hours of a half day. */
  readonly hours?: string
  readonly notice?: NoticeReference
}

/**
 * National → province → city → organisation: each layer overrules the ones below it for the days it names and no others.
 * A layer does not move the horizon: a town that closes on one day of next year has not announced next year.
 */
export function layered(base: Calendar, ...layers: readonly CalendarLayer[]): Calendar {
  return layers.reduce(withLayer, base)
}

function withLayer(base: Calendar, layer: CalendarLayer): Calendar {
  const rulings = new Map<number, Ruling>(base.rulings)
  for (const { date, kind, name, hours, notice } of layer.days) {
    if (hours) officeHours(hours)
    rulings.set(dayNumber(readDay(date) as Day), { kind, name, notice, hours })
  }
  return makeCalendar({ ...base, id: `${base.id}/${layer.id}`, title: layer.title, rulings })
}
