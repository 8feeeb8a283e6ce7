/** Which numbers of a reporting system have arrived: up to `highest`, without the closed ranges in `gaps`. */
export interface Sequence {
  readonly highest: number
  readonly gaps: readonly (readonly [from: number, to: number])[]
}

/** A system that has reported nothing yet; its first number is 1. */
export const NO_NUMBERS: Sequence = { highest: 0, gaps: [] }

/** The numbers after some more have arrived, in whatever order. A number seen before changes nothing. */
export function afterNumbers(before: Sequence = NO_NUMBERS, numbers: readonly number[]): Sequence {
  return [...numbers].sort((a, b) => a - b).reduce(afterNumber, before)
}

function afterNumber({ highest, gaps }: Sequence, number: number): Sequence {
  if (number > highest) {
    return { highest: number, gaps: number > highest + 1 ? [...gaps, [highest + 1, number - 1]] : gaps }
  }
  return { highest, gaps: gaps.flatMap((gap) => without(gap, number)) }
}

function without([from, to]: readonly [number, number], number: number): (readonly [number, number])[] {
  if (number < from || number > to) return [[from, to]]
  const left: (readonly [number, number])[] = number > from ? [[from, number - 1]] : []
  return number < to ? [...left, [number + 1, to]] : left
}
