import type { EpochMs } from '#kernel/day.ts'

export interface Queue<T> {
  put(one: T, at: EpochMs): void
  take(): [one: T, at: EpochMs] | undefined
}

/** Whatever is soonest comes first; what was put in first among equals. */
export function newQueue<T>(): Queue<T> {
  const heap: { readonly at: EpochMs; readonly order: number; readonly one: T }[] = []
  let order = 0
  const before = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]]
    if (!one || !other) return false
    return one.at < other.at || (one.at === other.at && one.order < other.order)
  }
  const swap = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]]
    if (!one || !other) return
    heap[a] = other
    heap[b] = one
  }
  return {
    put(one, at) {
      heap.push({ at, order: order++, one })
      for (let place = heap.length - 1; place > 0;) {
        const parent = (place - 1) >> 1
        if (!before(place, parent)) break
        swap(place, parent)
        place = parent
      }
    },
    take() {
      const first = heap[0]
      const last = heap.pop()
      if (!first || !last) return undefined
      if (heap.length > 0) heap[0] = last
      for (let place = 0; ;) {
        const [left, right] = [place * 2 + 1, place * 2 + 2]
        const least = [left, right].reduce((so, child) => (before(child, so) ? child : so), place)
        if (least === place) break
        swap(place, least)
        place = least
      }
      return [first.one, first.at]
    },
  }
}
