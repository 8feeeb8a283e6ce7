/**
 * The median of values in any order, which it reorders: selection (Hoare's, with the middle of three as pivot) takes a
 * pass or two over them where sorting takes twenty. NaN of none.
 */
export function medianIn(values: Float64Array): number {
  const { length } = values
  if (length === 0) return Number.NaN
  const middle = length >> 1
  const upper = select(values, middle)
  if (length % 2 === 1) return upper
  let lower = values[0] as number
  for (let at = 1; at < middle; at++) if ((values[at] as number) > lower) lower = values[at] as number
  return (lower + upper) / 2
}

/** The value that would stand at a place if they were sorted; smaller ones stand before it afterwards. */
function select(values: Float64Array, place: number): number {
  let [left, right] = [0, values.length - 1]
  while (left < right) {
    const pivot = middleOfThree(
      values[left] as number,
      values[(left + right) >> 1] as number,
      values[right] as number,
    )
    let [low, high] = [left, right]
    while (low <= high) {
      while ((values[low] as number) < pivot) low++
      while ((values[high] as number) > pivot) high--
      if (low > high) break
      const swapped = values[low] as number
      values[low++] = values[high] as number
      values[high--] = swapped
    }
    if (place <= high) right = high
    else if (place >= low) left = low
    else break
  }
  return values[place] as number
}

const middleOfThree = (a: number, b: number, c: number): number =>
  a < b ? (b < c ? b : Math.max(a, c)) : a < c ? a : Math.max(b, c)
