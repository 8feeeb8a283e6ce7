import { useQuery } from '@tanstack/react-query'
import { getProcessMap, type ProcessMap } from '#modules/mining/contract.ts'
import { call, keyOf, type ProblemError } from '#ui/index.ts'

/** The map of one log or one item of it; while the slider moves, the last map stays until the next one is there. */
export function useProcessMap(log: string | undefined, variants: number, item: string | undefined) {
  const given = { params: { log: log ?? '' }, query: { variants, item } }
  return useQuery<ProcessMap, ProblemError>({
    queryKey: keyOf(getProcessMap, given),
    queryFn: ({ signal }) => call(getProcessMap, { ...given, signal }),
    enabled: log !== undefined,
    placeholderData: (before) =>
      before?.log === log && before?.item === (item ?? null) ? before : undefined,
  })
}

/** A path drawn as BPMN has no list of steps, but every variant then says whether it fits. */
export const hasPublishedPath = ({ published, variants }: ProcessMap): boolean =>
  published !== null || variants.some(({ fits }) => fits !== null)

/** Cases that the shown variants hold. The list of variants may be cut; the map's own count then stands in. */
export function casesShown({ variants, shownVariants, cases }: ProcessMap): number {
  if (variants.length < shownVariants) return cases
  return variants.slice(0, shownVariants).reduce((sum, { count }) => sum + count, 0)
}
