/** Growable typed columns: doubling, so that n pushes cost O(n) and no event is ever an object. */
export interface IntegerColumn {
  push(value: number): void
  set(index: number, value: number): void
  get(index: number): number
  readonly length: number
  trimmed(): Int32Array
}

export function integerColumn(fill = -1): IntegerColumn {
  let values = new Int32Array(1024)
  let length = 0
  const room = (needed: number) => {
    if (needed <= values.length) return
    const wider = new Int32Array(Math.max(needed, values.length * 2))
    wider.set(values)
    values = wider
  }
  return {
    push(value) {
      room(length + 1)
      values[length++] = value
    },
    set(index, value) {
      room(index + 1)
      if (index >= length) {
        values.fill(fill, length, index + 1)
        length = index + 1
      }
      values[index] = value
    },
    get: (index) => (index < length ? (values[index] ?? fill) : fill),
    get length() {
      return length
    },
    trimmed: () => trimmed(values, length),
  }
}

/** A view where little would be saved by copying: a long log would otherwise stand twice in memory. */
const trimmed = <Column extends Int32Array | Float64Array>(values: Column, length: number): Column =>
  (length * 4 >= values.length * 3 ? values.subarray(0, length) : values.slice(0, length)) as Column

export interface InstantColumn {
  push(value: number): void
  readonly length: number
  trimmed(): Float64Array
}

export function instantColumn(): InstantColumn {
  let values = new Float64Array(1024)
  let length = 0
  return {
    push(value) {
      if (length === values.length) {
        const wider = new Float64Array(values.length * 2)
        wider.set(values)
        values = wider
      }
      values[length++] = value
    },
    get length() {
      return length
    },
    trimmed: () => trimmed(values, length),
  }
}
