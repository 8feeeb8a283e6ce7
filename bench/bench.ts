/** One measured goal: ours against a peer or a limit, in turn in the same run. Only the ratio is fit for a goal. */
export interface BenchRow {
  readonly name: string
  /** In words, e.g. `≥ 2.5 × saxes`. */
  readonly goal: string
  /** The ratio that the goal asks for; for `atMost` goals it must not be passed. */
  readonly bar: number
  readonly atMost?: boolean
  /** Median of the pairs' ratios. */
  readonly ratio: number
  readonly ours: number
  readonly peer: number
  readonly unit: string
  readonly note?: string
}

export interface BenchGroup {
  readonly title: string
  run(): Promise<readonly BenchRow[]>
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

export interface Pairs {
  readonly ours: number
  readonly peer: number
  readonly ratio: number
}

/**
 * Runs ours and the peer in turn (A B A B …) and compares CPU time, which repeats on a shared machine where wall time
 * does not. `ratio` is how many times as fast ours is; `ours` and `peer` are operations per CPU second.
 */
export async function inTurn(
  operations: number,
  ours: () => unknown,
  peer: () => unknown,
  pairs = 5,
): Promise<Pairs> {
  await ours()
  await peer()
  const rates = { ours: [] as number[], peer: [] as number[], ratio: [] as number[] }
  for (let pair = 0; pair < pairs; pair++) {
    const mine = await cpuSeconds(ours)
    const theirs = await cpuSeconds(peer)
    rates.ours.push(operations / mine)
    rates.peer.push(operations / theirs)
    rates.ratio.push(theirs / mine)
  }
  return { ours: median(rates.ours), peer: median(rates.peer), ratio: median(rates.ratio) }
}

export async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const used = process.cpuUsage(before)
  return Math.max((used.user + used.system) / 1e6, 1e-6)
}

/** An answer that differs is no measurement. */
export function agree(what: string, ours: number, limit: number): void {
  if (ours !== limit) throw new Error(`${what}: ours says ${ours}, the kernel ${limit}`)
}
