import { z } from 'zod'
import { type Day, isDay } from '#kernel/day.ts'
import type { Fact } from '#engines/registers/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { countDepartments, countEnquiries, countSteered, countWrongWindows } from './facts-store.ts'

const DayGiven = z.custom<Day>((value) => typeof value === 'string' && isDay(value))
const Term = z.object({ unit: z.string().nullish(), from: DayGiven, until: DayGiven })
const Week = z.object({ hall: z.string(), from: DayGiven, until: DayGiven })

/** Figures of the hall that conditions of institutions may ask for; unknown (null) where a field is still empty. */
export const hallFacts: Readonly<Record<string, Fact>> = {
  'hall.departments': async (db, { hall }, { today }) =>
    typeof hall === 'string' ? countDepartments(db, hall, today) : null,
  'hall.wrongWindows': async (db, given) => {
    const week = Week.extend({ item: z.string() }).safeParse(given)
    return week.success ? countWrongWindows(db, week.data.item, week.data) : null
  },
  'hall.steered': async (db, given) => {
    const week = Week.safeParse(given)
    return week.success ? countSteered(db, week.data) : null
  },
  'enquiries.asked': async (db, given) => {
    const term = Term.safeParse(given)
    return term.success ? countEnquiries(db, { ...term.data, unit: term.data.unit ?? null }) : null
  },
  'account.unit': async (db, { account }) =>
    typeof account === 'string' ? ((await findPeople(db, [account]))[0]?.unit ?? null) : null,
}
