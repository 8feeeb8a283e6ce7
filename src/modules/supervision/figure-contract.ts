import { z } from 'zod'
import { BilingualText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { Level, LogQuery } from './card-contract.ts'

/** A figure that opens: numerator, denominator, interval, and the filter of `/api/cases` that lists its subjects. */
export const Figure = z.object({
  code: z.string(),
  title: BilingualText,
  unit: z.enum(['share', 'count', 'workingDays', 'hours']),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Fewer subjects than the minimum cell size: shown grey with the reason. */
  small: z.boolean(),
  /** Query of the list that holds exactly the subjects counted, e.g. `/cases?log=demo&colour=red`. */
  opens: z.string(),
})
export type Figure = z.infer<typeof Figure>

export const Overview = z.object({
  log: z.string().nullable(),
  at: InstantText,
  figures: z.array(Figure),
  /** Concluded cases by working days used, as a histogram: `upTo` inclusive. */
  durations: z.array(z.object({ upTo: z.number(), count: z.number().int() })),
  byRule: z.array(
    z.object({ rule: z.string(), title: BilingualText, level: Level, count: z.number().int() }),
  ),
})
export type Overview = z.infer<typeof Overview>

export const UnitFigures = z.object({
  unit: z.string(),
  unitName: z.string(),
  cases: z.number().int(),
  open: z.number().int(),
  overdue: z.number().int(),
  yellow: z.number().int(),
  red: z.number().int(),
  onTime: Figure,
  medianWorkingDays: z.number().nullable(),
})
export type UnitFigures = z.infer<typeof UnitFigures>

export const getOverview = endpoint({
  name: 'getOverview',
  method: 'GET',
  path: '/api/overview',
  summary: { zh: '总览', en: 'Overview' },
  guard: 'cases.read',
  query: LogQuery,
  answer: Overview,
})

export const listUnitFigures = endpoint({
  name: 'listUnitFigures',
  method: 'GET',
  path: '/api/overview/units',
  summary: { zh: '各单位情况', en: 'Units compared' },
  guard: 'cases.read',
  query: LogQuery,
  answer: z.object({ rows: z.array(UnitFigures), minimumCell: z.number().int() }),
})
