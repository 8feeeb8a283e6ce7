import type { Day } from '#kernel/day.ts'
import type { Handover } from '../contract.ts'
import { refuse } from '../refusals.ts'
import type { Level } from '../terms.ts'

/** 事权划分: who has the power over an item from which day on, in the stream `reform/power/<item>`. */
export type PowerEvent =
  ({ readonly type: 'PowerMoved' } & Move) | { readonly type: 'SealHandedOver'; readonly on: Day }

export interface Move extends Handover {
  readonly on: Day
  readonly document: string
  readonly from: { readonly level: Level; readonly unit: string }
}

export interface Power {
  /** The oldest first. */
  readonly moves: readonly Move[]
}

export function evolvePower(state: Power | undefined, event: PowerEvent): Power {
  const moves = state?.moves ?? []
  if (event.type === 'PowerMoved') {
    const { type: _type, ...move } = event
    return { moves: [...moves, move] }
  }
  return { moves: moves.map((move, at) => (at === moves.length - 1 ? { ...move, sealOn: event.on } : move)) }
}

/** Who has it on a day, as far as it was ever moved. */
export const powerOn = (power: Power | undefined, day: Day): Move | undefined =>
  power?.moves.findLast(({ on }) => on <= day)

/** 下放: the receiver is ready before the power comes, or it goes down on paper only. */
export function movePower(state: Power | undefined, given: Move & { readonly today: Day }): PowerEvent[] {
  const { today, ...move } = given
  if (move.on <= today) throw refuse('reform.effect-not-later', { today })
  const last = state?.moves.at(-1)
  if (last && move.on <= last.on) throw refuse('reform.moves-in-order', { on: last.on })
  if (move.toUnit === move.from.unit) throw refuse('reform.moved-to-itself')
  if (move.staff === 0) throw refuse('reform.receiver-without-staff', { unit: move.toUnit })
  if (move.trained === 0 || move.trainedOn === null || move.trainedOn > move.on)
    throw refuse('reform.receiver-untrained', { unit: move.toUnit })
  return [{ type: 'PowerMoved', ...move }]
}

export function handOverSeal(state: Power | undefined, on: Day): PowerEvent[] {
  const last = state?.moves.at(-1)
  if (!last) throw refuse('reform.power-never-moved')
  return last.sealOn === null ? [{ type: 'SealHandedOver', on }] : []
}
