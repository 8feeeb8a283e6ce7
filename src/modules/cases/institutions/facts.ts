import { z } from 'zod'
import { dayNumber, dayOfNumber, type Day, isDay } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE, workingDaysWithin } from '#engines/calendar/index.ts'
import { readCalendars } from '#engines/clocks/stored/index.ts'
import type { Fact } from '#engines/registers/index.ts'
import { cites } from '#modules/catalogue/index.ts'
import {
  type CasesAsked,
  countAlone,
  countOnTime,
  countReceived,
  countUnderClock,
  findCited,
  findSpans,
} from './facts-store.ts'

const DayGiven = z.custom<Day>((value) => typeof value === 'string' && isDay(value))
const Asked = z.object({
  item: z.string().optional(),
  unit: z.string().optional(),
  counter: z.string().optional(),
  from: DayGiven.optional(),
  until: DayGiven.optional(),
})

/** A figure about what a condition names; unknown (null) where a field that it names is still empty. */
const factOf =
  <Given>(
    shape: z.ZodType<Given>,
    figure: (db: Db, given: Given, at: Parameters<Fact>[2]) => Promise<number | null>,
  ): Fact =>
  async (db, given, at) => {
    const read = shape.safeParse(given)
    return read.success ? figure(db, read.data, at) : null
  }

/** Figures of handling that conditions of institutions may ask for. */
export const caseFacts: Readonly<Record<string, Fact>> = {
  'cases.received': factOf(Asked, countReceived),
  'cases.recent': factOf(z.object({ days: z.number().int().min(1) }), (db, { days }, { today }) =>
    countReceived(db, { from: dayOfNumber(dayNumber(today) - days + 1), until: today }),
  ),
  'cases.onTime': factOf(Asked, async (db, asked) => {
    const { decided, onTime } = (await countOnTime(db, asked)) ?? { decided: 0, onTime: 0 }
    return decided === 0 ? null : onTime / decided
  }),
  'cases.late': factOf(Asked.extend({ days: z.number() }), (db, { days, ...asked }, { now }) =>
    countLate(db, asked, { days, now }),
  ),
  'cases.alone': factOf(Asked.extend({ step: z.string() }), (db, { step, ...asked }) =>
    countAlone(db, step, asked),
  ),
  'cases.underClock': factOf(z.object({}), countUnderClock),
  'decisions.citing': factOf(
    z.object({ law: z.string(), from: DayGiven }),
    async (db, { law, from }) => (await findCited(db, from)).filter(({ basis }) => cites(basis, law)).length,
  ),
  'counter.cases': factOf(Asked.extend({ counter: z.string() }), countReceived),
}

/** Accepted cases that took, or are taking, more working days than so many. */
async function countLate(
  db: Db,
  asked: CasesAsked,
  { days, now }: { readonly days: number; readonly now: number },
): Promise<number> {
  const calendar = (await readCalendars(db)).current('cn')
  const dayOf = (at: number) => dayNumberAt(DEFAULT_ZONE, at)
  const spans = await findSpans(db, asked)
  return spans.filter(
    ({ acceptedAt, decidedAt }) =>
      workingDaysWithin(calendar, dayOf(acceptedAt.getTime()), dayOf(decidedAt?.getTime() ?? now)) > days,
  ).length
}
