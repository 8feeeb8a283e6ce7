/** Growable typed columns: doubling, so that n pushes cost O(n) and no event is ever an object. */
export interface IntegerColumn {
  push(value: number): void
  set(index: number, value: number): void
  get(index: number): number
  readonly length: number
  trimmed(): Int32Array
  clear(): void
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
    clear: () => void (length = 0),
  }
}

/** A view where little would be saved by copying: a long log would otherwise stand twice in memory. */
const trimmed = <Column extends Int32Array | Float64Array>(values: Column, length: number): Column =>
  (length * 4 >= values.length * 3 ? values.subarray(0, length) : values.slice(0, length)) as Column

/** The five columns every event has, grown together: one look at the room an event. */
export function eventColumns() {
  let room = 1024
  let count = 0
  let ofCase = new Int32Array(room)
  let activity = new Int32Array(room)
  let at = new Float64Array(room)
  let resource = new Int32Array(room)
  let lifecycle = new Int32Array(room)

  function grow(): void {
    room *= 2
    ofCase = wider(ofCase, new Int32Array(room))
    activity = wider(activity, new Int32Array(room))
    at = wider(at, new Float64Array(room))
    resource = wider(resource, new Int32Array(room))
    lifecycle = wider(lifecycle, new Int32Array(room))
  }

  return {
    count: () => count,
    add(caseCode: number, activityCode: number, instant: number, who: number, phase: number): number {
      if (count === room) grow()
      ofCase[count] = caseCode
      activity[count] = activityCode
      at[count] = instant
      resource[count] = who
      lifecycle[count] = phase
      return count++
    },
    trimmed: () => ({
      ofCase: trimmed(ofCase, count),
      activity: trimmed(activity, count),
      at: trimmed(at, count),
      resource: trimmed(resource, count),
      lifecycle: trimmed(lifecycle, count),
    }),
    clear: () => void (count = 0),
  }
}

function wider<Column extends Int32Array | Float64Array>(narrow: Column, wide: Column): Column {
  wide.set(narrow)
  return wide
}
