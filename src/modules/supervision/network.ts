import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Calendar, dayNumberAt, DEFAULT_ZONE, workingDaysWithin } from '#engines/calendar/index.ts'
import { findCasesOfPost } from '#modules/cases/index.ts'
import type { NetworkSource, NetworkSubject } from '#modules/findings/index.ts'
import { calendarNow } from './calendars.ts'
import { cardStream } from './card.ts'
import { matterOf } from './card-findings.ts'
import { findCardsFiltered } from './card-list-store.ts'
import { findCardsOfCases, type ListedCard } from './card-store.ts'
import { HALL_LOG } from './handled/profile.ts'
import { dayAt } from './moments.ts'
import { findWorked, type Worked } from './network-store.ts'

const STATUS_WORDS = {
  raised: { zh: '待说明', en: 'raised' },
  answered: { zh: '已说明', en: 'answered' },
  upheld: { zh: '认定成立', en: 'upheld' },
  excused: { zh: '免责', en: 'excused' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
} as const

const MOST = 100

/** Cards of a unit, of the cases that a post of it had, or of a case; a card that became a finding counts there. */
export const cardsKnown: NetworkSource = async (db, subject) => {
  const found = await cardsAbout(db, subject)
  return found
    .filter(({ status }) => status !== 'withdrawn')
    .map((card) => ({
      ...{ source: 'card', sourceName: { zh: '黄红牌', en: 'card' }, id: cardStream(card.card) },
      ...{ on: dayAt(card.effectiveAt), text: card.becauseZh, state: STATUS_WORDS[card.status] },
    }))
}

async function cardsAbout(db: Db, { unit, post, matter }: NetworkSubject): Promise<ListedCard[]> {
  if (matter !== undefined) {
    const slash = matter.indexOf('/')
    const [log, caseId] = slash < 0 ? [HALL_LOG, matter] : [matter.slice(0, slash), matter.slice(slash + 1)]
    const cards = await findCardsOfCases(db, log, [caseId])
    return unit === undefined ? cards : cards.filter((card) => card.unit === unit)
  }
  if (unit === undefined) return []
  if (post !== undefined) return findCardsOfCases(db, HALL_LOG, await findCasesOfPost(db, { unit, post }))
  return findCardsFiltered(db, { filter: { unit }, after: undefined, limit: MOST })
}

/** † Idle for so many working days and then finished within one: where reports of extortion are looked into first. */
const IDLE_DAYS = 10
const FAST_DAYS = 1

/** 久拖突办: cases of a unit that lay idle and were then suddenly finished. */
export async function idleThenFast(
  db: Db,
  unit: string,
): Promise<{ matter: string; idleDays: number; finishedOn: Day }[]> {
  const calendar = await calendarNow(db)
  return (await findWorked(db, unit)).flatMap((one) => suddenly(one, calendar) ?? [])
}

function suddenly({ log, caseId, concludedAt, times }: Worked, calendar: Calendar) {
  const days = times.map((at) => dayNumberAt(DEFAULT_ZONE, at))
  const ended = dayNumberAt(DEFAULT_ZONE, concludedAt)
  const between = (from: number, to: number) =>
    from < calendar.first || to > calendar.last ? 0 : workingDaysWithin(calendar, from, to)
  const gap = days
    .slice(1)
    .map((to, at) => ({ to, idle: between(days[at] ?? to, to) }))
    .find(({ to, idle }) => to <= ended && idle >= IDLE_DAYS && between(to, ended) <= FAST_DAYS)
  return gap && { matter: matterOf(log, caseId), idleDays: gap.idle, finishedOn: dayAt(concludedAt) }
}
