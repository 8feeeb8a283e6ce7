/**
 * Group commit for work that needs more than an append: whatever arrives while the last batch is on its way to the disk
 * goes into the next one. With one caller nothing waits; with many the transaction is paid for once.
 */
export interface Grouped<Item, Answer> {
  /** Answers after the batch that holds the item is committed. */
  add(item: Item): Promise<Answer>
  /** Waits for what was given; later items are refused by `closed`. */
  close(): Promise<void>
}

interface Waiting<Item, Answer> {
  readonly item: Item
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * `work` handles a batch as a whole: it gives an answer for each item, or a function that throws that item's refusal.
 * When the batch fails, each item is tried alone, so that nobody suffers for another's fault.
 */
export function grouped<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly (() => Answer)[]>,
  {
    lanes = 2,
    limit = 500,
    weigh = () => 1,
  }: { lanes?: number; limit?: number; weigh?: (item: Item) => number } = {},
): Grouped<Item, Answer> {
  let waiting: Waiting<Item, Answer>[] = []
  let busy = 0
  let scheduled = false
  let whenIdle: (() => void) | undefined

  const take = (): Waiting<Item, Answer>[] => {
    let weight = 0
    let count = 0
    for (const { item } of waiting) {
      weight += weigh(item)
      if (count > 0 && weight > limit) break
      count++
    }
    const batch = waiting.slice(0, count)
    waiting = waiting.slice(count)
    return batch
  }

  const run = async (batch: readonly Waiting<Item, Answer>[]): Promise<void> => {
    try {
      const answers = await work(batch.map(({ item }) => item))
      batch.forEach(({ resolve, reject }, index) => {
        try {
          const answer = answers[index]
          if (!answer) throw new Error('A batch left one of its items without an answer')
          resolve(answer())
        } catch (error) {
          reject(error)
        }
      })
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else for (const one of batch) await run([one])
    }
  }

  const pump = () => {
    scheduled = false
    while (busy < lanes && waiting.length > 0) {
      busy++
      void run(take()).finally(() => {
        busy--
        pump()
      })
    }
    if (busy === 0 && waiting.length === 0) whenIdle?.()
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        if (!scheduled) setImmediate(pump)
        scheduled = true
      }),
    async close() {
      if (busy === 0 && waiting.length === 0) return
      await new Promise<void>((resolve) => (whenIdle = resolve))
    },
  }
}
