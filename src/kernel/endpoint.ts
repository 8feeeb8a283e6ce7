import { z } from 'zod'
import type { Bilingual } from './refusal.ts'

/**
 * One door of the HTTP API, said once: the server validates with it, the OpenAPI document is made from it,
 * and the pages call it by its types. It holds no behaviour, so that pages may import it.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `{name}` for path parameters, as OpenAPI writes them. */
  readonly path: string
  readonly summary: Bilingual
  /** The permission that its caller must hold, `'public'`, or `'signedIn'` for any session. There is no default. */
  readonly guard: string
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
  /** 200 unless said otherwise; 202 for long work that goes on. */
  readonly status?: number
  /** `json` unless said otherwise. `stream` endpoints write their own body; `upload` takes raw bytes. */
  readonly kind?: 'json' | 'stream' | 'upload' | 'events'
  /** The answer carries an `ETag`, and a write may carry `If-Match`: the expected version. */
  readonly versioned?: boolean
  /** A write without `If-Match` is refused (428): for what must not be decided without having seen the newest. */
  readonly versionRequired?: boolean
  /** Each use is written down (who, when, at what, why), since the answer holds cases: how much of them it shows. */
  readonly recorded?: 'opened' | 'listed' | 'exported'
}

export const nothing = z.object({})
type Nothing = typeof nothing

interface Given<P, Q, B, A> extends Omit<Endpoint, 'params' | 'query' | 'body' | 'answer'> {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answer?: A
}

/** Fills in "nothing" where an endpoint takes or gives nothing. */
export function endpoint<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  A extends z.ZodType = Nothing,
>(given: Given<P, Q, B, A>): Endpoint<P, Q, B, A> {
  const { params = nothing, query = nothing, body = nothing, answer = nothing, ...rest } = given
  return { ...rest, params, query, body, answer } as Endpoint<P, Q, B, A>
}

/** RFC 9457 problem answer; `code` is stable, `detail` and `detailEn` are the sentences people read. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  detailEn: z.string(),
  instance: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof Problem>

/** A text in both languages. */
export const BilingualText = z.object({ zh: z.string(), en: z.string() })

/** Lists come in pages: pass `next` back as `after`; null is the end. `total` is exact. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), total: z.number().int() })

export const PageQuery = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

/** Why the reader looks, in his own words; kept beside who looked at what. Some answers are not given without. */
export const PurposeQuery = z.object({ purpose: z.string().min(2).max(200).optional() })

export const DayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** ISO 8601 with offset, e.g. `2026-03-02T09:00:00.000+08:00`. */
export const InstantText = z.iso.datetime({ offset: true })
