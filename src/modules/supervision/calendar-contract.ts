import { z } from 'zod'
import { BilingualText, DayText, endpoint } from '#kernel/endpoint.ts'

/** A State Council notice loaded by an administrator; every open clock is computed anew, with a journal entry. */
export const loadHolidayNotice = endpoint({
  name: 'loadHolidayNotice',
  method: 'POST',
  path: '/api/calendar/notices',
  summary: { zh: '录入放假通知并重算在途时限', en: 'Load a holiday notice and re-project open clocks' },
  guard: 'calendar.write',
  status: 202,
  body: z.object({
    year: z.number().int().min(2007).max(2100),
    title: z.string().min(1).max(200),
    source: z.string().min(1).max(300),
    issuedOn: DayText,
    days: z
      .array(z.object({ day: DayText, name: z.string().max(40), kind: z.enum(['off', 'work']) }))
      .min(1)
      .max(120),
  }),
  answer: z.object({ openClocks: z.number().int(), changed: z.number().int() }),
})

export const getCalendar = endpoint({
  name: 'getCalendar',
  method: 'GET',
  path: '/api/calendar/{year}',
  summary: { zh: '某年工作日历', en: 'The working-day calendar of a year' },
  // What days work is published law; whoever sets a date in a form sees it.
  guard: 'signedIn',
  params: z.object({ year: z.coerce.number().int().min(2007).max(2100) }),
  answer: z.object({
    year: z.number().int(),
    announced: z.boolean(),
    workingDays: z.number().int(),
    days: z.array(
      z.object({ day: DayText, kind: z.string(), why: BilingualText, source: z.string().nullable() }),
    ),
  }),
})
