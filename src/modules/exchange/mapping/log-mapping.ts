import { z } from 'zod'

const Column = z.string().min(1).max(500)

/**
 * Which column of a file says what. Every part may be left out: what is missing is guessed from the names of the
 * columns, and XES needs nothing because its standard says it.
 */
export const ColumnMapping = z.strictObject({
  case: Column.optional(),
  /** Several columns are joined by "+", as an XES classifier does. */
  activity: z.union([Column, z.array(Column).min(1)]).optional(),
  at: Column.optional(),
  resource: Column.optional(),
  lifecycle: Column.optional(),
  /** An id of the event: the second event with the same id is rejected. */
  eventId: Column.optional(),
  /** Columns that describe the case. Those named `case:…` or `(case)_…` do so without being listed. */
  caseAttributes: z.array(Column).optional(),
  /** Columns kept with each event: all the others (default), none, or those listed. */
  eventAttributes: z.union([z.enum(['all', 'none']), z.array(Column)]).optional(),
  /** A table with one row a case: name of the milestone → column with its time; an empty cell is no event. */
  milestones: z.record(z.string().min(1), Column).optional(),
  /** IANA name for times that say no offset; Asia/Shanghai unless given. */
  zone: z.string().min(1).optional(),
  /** Needed only where a file writes 01/02/2015. */
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  /** OCEL: the object type whose objects become the cases. */
  objectType: z.string().min(1).optional(),
  /** XLSX: the sheet; the first one unless given. */
  sheet: z.string().min(1).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  encoding: z.string().min(1).optional(),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

/**
 * A mapping file or preset: the columns, and the section `profile` that says what the log's activities and
 * attributes mean. The profile belongs to the rules engine, which parses it; here it only travels along.
 */
export const LogMapping = z.strictObject({
  name: z.string().min(1).optional(),
  title: z.strictObject({ zh: z.string(), en: z.string() }).optional(),
  columns: ColumnMapping.default({}),
  profile: z.unknown().optional(),
})
export type LogMapping = z.infer<typeof LogMapping>

export const DEFAULT_ZONE = 'Asia/Shanghai'

/** How flattened logs mark a column that describes the case; the attribute's name is what follows. */
export const CASE_PREFIX = /^(?:case:|\(case\)_)/
