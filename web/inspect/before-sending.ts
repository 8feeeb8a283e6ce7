import { isConfirmed } from './asked.ts'
import type { TakenVisit } from './phone-store.ts'

type Looked = Pick<TakenVisit, 'draft'> & {
  readonly view: Pick<TakenVisit['view'], 'checklist' | 'follows' | 'receivers'>
}

/**
 * What the server would refuse a visit for once it is over, when nobody is on the spot any more to do it: so it is
 * asked for here, with the same conditions (`inspections/visits/acting.ts`). Codes of items; findings for re-checks.
 */
export interface Lacking {
  readonly unanswered: readonly string[]
  readonly receivers: readonly string[]
  readonly withoutFinding: readonly string[]
  readonly rechecks: readonly string[]
}

export function lackingOf({ view, draft }: Looked): Lacking {
  const { items } = view.checklist
  const { receivers: named = [] } = view
  const codes = (which: (item: (typeof items)[number]) => boolean) =>
    items.filter(which).map(({ code }) => code)
  const mark = (code: string) => draft.marks[code]?.mark
  const drawnFor = (code: string) => named.filter(({ item }) => item === code).length
  return {
    unanswered: codes(({ code }) => mark(code) === undefined),
    receivers: codes(
      ({ code, receivers }) =>
        mark(code) === 'yes' &&
        receivers > 0 &&
        !isConfirmed(draft.marks[code]?.receivers ?? '', receivers, drawnFor(code)),
    ),
    withoutFinding: codes(
      ({ code }) => mark(code) === 'no' && !draft.findings.some(({ item }) => item === code),
    ),
    rechecks: view.follows.filter((finding) => !draft.rechecked.includes(finding)),
  }
}

export const isComplete = (lacking: Lacking): boolean =>
  Object.values(lacking).every((codes: readonly string[]) => codes.length === 0)

export type FindingFault = 'evidenceFirst' | 'bothDays'

/** Why a finding would not be taken: its item asks for evidence, or only one of its two days is said. */
export function findingFault(
  { view, draft }: Looked,
  given: { readonly item: string | null; readonly dueOn: string | null; readonly recheckOn: string | null },
): FindingFault | undefined {
  const item = view.checklist.items.find(({ code }) => code === given.item)
  if (item?.evidence && !draft.evidence.some((one) => one.item === item.code)) return 'evidenceFirst'
  const { dueOn, recheckOn } = given
  if (dueOn === null && recheckOn === null) return undefined
  return dueOn !== null && recheckOn !== null && recheckOn >= dueOn ? undefined : 'bothDays'
}

/** A stamp of the place, or somebody else who saw it: with neither it proves nothing. */
export const isWitnessed = (position: unknown, present: readonly string[], self: string): boolean =>
  position !== null || present.some((account) => account !== self)
