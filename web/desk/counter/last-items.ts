const STORED = 'xiaoneng.desk.items'
const KEPT = 8

/** What was received last at this machine: a counter sees the same few items all day. No names of people. */
export const lastItems = {
  read(): string[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]')
      return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : []
    } catch {
      return []
    }
  },
  add(item: string): void {
    try {
      const others = lastItems.read().filter((one) => one !== item)
      localStorage.setItem(STORED, JSON.stringify([item, ...others].slice(0, KEPT)))
    } catch {
      // Then the list simply keeps its own order.
    }
  },
}

const COUNTER = 'xiaoneng.desk.counter'

/** The number of the counter this machine stands at. */
export const counterHere = {
  read(): string {
    try {
      return localStorage.getItem(COUNTER) ?? ''
    } catch {
      return ''
    }
  },
  set(counter: string): void {
    try {
      localStorage.setItem(COUNTER, counter)
    } catch {
      // Then it is typed again tomorrow.
    }
  },
}
