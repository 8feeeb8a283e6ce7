import { refuse } from '../refusals.ts'
import type { ChecklistItem } from './checklist.ts'
import type { Answer, Visit } from './visit.ts'

type Asked = Answer['receivers'][number]

/** Whom the lots name for an item, in their order; nobody where the unit served nobody that the office knows of. */
export const drawnFor = ({ receivers = [] }: Pick<Visit, 'receivers'>, item: string): readonly string[] =>
  receivers.filter((one) => one.item === item).map(({ reference }) => reference)

const isReached = ({ reached = true }: Asked): boolean => reached

/**
 * 成效核实: those whom the lots name are asked, in their order and until enough were reached. Nobody else is heard in their
 * place, nobody is passed over, and nobody is asked in addition because the first ones said no.
 */
export function refuseOtherReceivers(
  state: Pick<Visit, 'receivers'>,
  { item, receivers }: Answer,
  count: number,
): void {
  const drawn = drawnFor(state, item)
  if (drawn.length === 0 || receivers.length === 0) return
  const stranger = receivers.find(({ reference }) => !drawn.includes(reference))
  if (stranger) throw refuse('inspection.receiver-not-drawn', { reference: stranger.reference })
  const asked = new Map(receivers.map((one) => [one.reference, one]))
  let reached = 0
  for (const reference of drawn.slice(0, lastOf(drawn, asked) + 1)) {
    const one = asked.get(reference)
    if (!one) throw refuse('inspection.receiver-passed-over', { reference })
    if (reached >= count) throw refuse('inspection.receivers-enough', { item, count })
    if (isReached(one)) reached += 1
  }
}

const lastOf = (drawn: readonly string[], asked: ReadonlyMap<string, unknown>): number =>
  drawn.findLastIndex((reference) => asked.has(reference))

/** How many must confirm: as many as the sheet says, or all that could be reached of fewer. */
export function neededFor(
  state: Pick<Visit, 'receivers'>,
  { code, receivers: count }: ChecklistItem,
  { receivers }: Answer,
): number {
  const drawn = drawnFor(state, code)
  if (drawn.length === 0) return count
  const unreached = receivers.filter((one) => !isReached(one)).length
  return Math.min(count, Math.max(1, drawn.length - unreached))
}
