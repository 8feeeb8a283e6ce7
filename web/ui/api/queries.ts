import {
  type InfiniteData,
  type QueryKey,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { call, type Given } from './call.ts'
import type { ProblemError } from './problem.ts'

type Schema = z.ZodType

/** Every answer is remembered under its endpoint's name, so that a command can say which endpoints it made stale. */
export const keyOf = (endpoint: Pick<Endpoint, 'name'>, given?: unknown): QueryKey =>
  given === undefined ? [endpoint.name] : [endpoint.name, given]

/** What may stand in an endpoint's query: `QueryOf<typeof listCases>`. */
export type QueryOf<E extends Endpoint> = z.input<E['query']>

interface Reading {
  readonly enabled?: boolean
  /** Milliseconds between refreshes, for pages that follow long work. */
  readonly every?: number | false
}

/** One answer of a GET endpoint: `useAnswer(getCard, { params: { card } })`. */
export function useAnswer<P extends Schema, Q extends Schema, B extends Schema, A extends Schema>(
  endpoint: Endpoint<P, Q, B, A>,
  given: Given<P, Q, B>,
  { enabled = true, every = false }: Reading = {},
) {
  return useQuery<z.output<A>, ProblemError>({
    queryKey: keyOf(endpoint, given),
    queryFn: ({ signal }) => call(endpoint, { ...given, signal }),
    enabled,
    refetchInterval: every,
  })
}

interface PageAnswer<Row> {
  readonly rows: Row[]
  readonly next: string | null
  readonly total: number
}

type RowOf<A extends Schema> = z.output<A> extends PageAnswer<infer Row> ? Row : never

/** A list that comes in pages; `<Table of={…}>` shows it with "load more". */
export function useRows<P extends Schema, Q extends Schema, B extends Schema, A extends Schema>(
  endpoint: Endpoint<P, Q, B, A>,
  given: Given<P, Q, B>,
  { enabled = true }: Reading = {},
) {
  const { params, query } = given as { params?: object; query?: object }
  return useInfiniteQuery<PageAnswer<RowOf<A>>, ProblemError, Rows<RowOf<A>>, QueryKey, string | undefined>({
    queryKey: keyOf(endpoint, given),
    queryFn: async ({ signal, pageParam }) => {
      const page: unknown = { params, query: { ...query, after: pageParam }, signal }
      return (await call(endpoint, page as Given<P, Q, B>)) as PageAnswer<RowOf<A>>
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: flatten,
    enabled,
  })
}

export interface Rows<Row> {
  readonly rows: Row[]
  readonly total: number
}

const flatten = <Row>({ pages }: InfiniteData<PageAnswer<Row>, string | undefined>): Rows<Row> => ({
  rows: pages.flatMap((page) => page.rows),
  total: pages[0]?.total ?? 0,
})

/** A write. `refreshes` names the endpoints whose remembered answers it makes stale. */
export function useCommand<P extends Schema, Q extends Schema, B extends Schema, A extends Schema>(
  endpoint: Endpoint<P, Q, B, A>,
  { refreshes = [] }: { readonly refreshes?: ReadonlyArray<Pick<Endpoint, 'name'>> } = {},
) {
  const client = useQueryClient()
  const refresh = async () => {
    await Promise.all(refreshes.map((stale) => client.invalidateQueries({ queryKey: keyOf(stale) })))
  }
  return useMutation<z.output<A>, ProblemError, Given<P, Q, B>>({
    mutationFn: (given) => call(endpoint, given),
    onSuccess: refresh,
    // Somebody was faster: the reader must see what is true now before trying again.
    onError: async ({ status }) => {
      if (status === 409 || status === 412) await refresh()
    },
  })
}
