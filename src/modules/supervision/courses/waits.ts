/**
 * How long cases lay at several places, as buckets: each holds how many waits fell into it and their sum. Whole
 * milliseconds; up to 255 each has its own bucket, beyond that there are 128 to every doubling, as in HdrHistogram
 * (Tene 2012). Waits can be taken out again, so that the buckets are always those of the cases as they now stand.
 *
 * Counts and sums, so also means, are exact. The value at a rank is the mean of its bucket: exact where one or two
 * waits, or equal ones, share the bucket, and else within 1/128 (0.8 %).
 */
export type Waits = Map<number, Bucket>

export interface Bucket {
  count: number
  sum: number
}

/** Places and signed numbers of buckets in one key, ordered by place and then by length of the wait. */
const KEYS_OF_PLACE = 65_536
const ZERO_WAIT = 32_768

export function addWait(
  waits: Waits,
  place: number,
  wait: { readonly ms: number; readonly by: 1 | -1 },
): void {
  const ms = Math.floor(wait.ms)
  // A wait is negative where the log puts an event before one that happened earlier.
  const number = ms >= 0 ? bucketOf(ms) : -1 - bucketOf(-ms)
  addBucket(waits, place * KEYS_OF_PLACE + ZERO_WAIT + number, wait.by, wait.by * ms)
}

function addBucket(waits: Waits, key: number, count: number, sum: number): void {
  const known = waits.get(key)
  if (!known) waits.set(key, { count, sum })
  else {
    known.count += count
    known.sum += sum
  }
}

const OWN_BUCKETS = 256
const OF_DOUBLING = 128

function bucketOf(ms: number): number {
  if (ms < OWN_BUCKETS) return ms
  const doubling = Math.floor(Math.log2(ms))
  // The logarithm of a number just below a power of two may be rounded up to it.
  const exact = ms < 2 ** doubling ? doubling - 1 : doubling
  return OWN_BUCKETS + (exact - 9) * OF_DOUBLING + Math.floor(ms / 2 ** (exact - 7))
}

/** The shortest wait of a bucket. */
function shortest(bucket: number): number {
  if (bucket < OWN_BUCKETS) return bucket
  const beyond = bucket - OWN_BUCKETS
  return (OF_DOUBLING + (beyond % OF_DOUBLING)) * 2 ** (Math.floor(beyond / OF_DOUBLING) + 1)
}

const leastOf = (key: number): number => {
  const number = (key % KEYS_OF_PLACE) - ZERO_WAIT
  return number >= 0 ? shortest(number) : shortest(-1 - number)
}

/** As bytes: for each bucket in its order the step from the last key, the count, and what the sum has beyond the least. */
export function packWaits(waits: Waits): Buffer {
  const bytes: number[] = []
  let before = 0
  for (const key of [...waits.keys()].sort((a, b) => a - b)) {
    const { count, sum } = waits.get(key) as Bucket
    // Fewer than none: a case from before there were counts was taken out; a rebuild counts them all.
    if (count <= 0) continue
    put(bytes, key - before)
    put(bytes, count)
    put(bytes, Math.max(0, Math.abs(sum) - count * leastOf(key)))
    before = key
  }
  return Buffer.from(bytes)
}

/** Seven bits a byte, the lowest first; by division, since sums are beyond 32 bits. */
function put(bytes: number[], number: number): void {
  let left = number
  while (left >= 128) {
    bytes.push((left % 128) + 128)
    left = Math.floor(left / 128)
  }
  bytes.push(left)
}

/** Adds packed buckets; `placeOf` says where the waits of a place now belong, or nowhere. */
export function unpackWaits(
  into: Waits,
  bytes: Buffer,
  placeOf: (place: number) => number | undefined = (place) => place,
): void {
  let at = 0
  const next = (): number => {
    let [number, weight] = [0, 1]
    for (;;) {
      const byte = bytes[at++] ?? 0
      if (byte < 128) return number + byte * weight
      number += (byte - 128) * weight
      weight *= 128
    }
  }
  let key = 0
  while (at < bytes.length) {
    key += next()
    const count = next()
    const magnitude = next() + count * leastOf(key)
    const sum = key % KEYS_OF_PLACE < ZERO_WAIT ? -magnitude : magnitude
    const place = placeOf(Math.floor(key / KEYS_OF_PLACE))
    if (place !== undefined) addBucket(into, place * KEYS_OF_PLACE + (key % KEYS_OF_PLACE), count, sum)
  }
}

export interface WaitFigures {
  readonly count: number
  readonly meanMs: number
  readonly medianMs: number
}

/** Count, mean and median of each place that has any wait. */
export function figuresOf(waits: Waits): Map<number, WaitFigures> {
  const places = new Map<number, Bucket[]>()
  for (const key of [...waits.keys()].sort((a, b) => a - b)) {
    const place = Math.floor(key / KEYS_OF_PLACE)
    const buckets = places.get(place) ?? []
    buckets.push(waits.get(key) as Bucket)
    places.set(place, buckets)
  }
  return new Map([...places].map(([place, buckets]) => [place, figures(buckets)]))
}

function figures(buckets: readonly Bucket[]): WaitFigures {
  const count = buckets.reduce((all, bucket) => all + bucket.count, 0)
  const sum = buckets.reduce((all, bucket) => all + bucket.sum, 0)
  const middles = [Math.floor((count - 1) / 2), Math.floor(count / 2)].map((rank) => valueAt(buckets, rank))
  return { count, meanMs: sum / count, medianMs: ((middles[0] ?? 0) + (middles[1] ?? 0)) / 2 }
}

function valueAt(buckets: readonly Bucket[], rank: number): number {
  let passed = 0
  for (const { count, sum } of buckets) {
    passed += count
    if (rank < passed) return sum / count
  }
  return Number.NaN
}
