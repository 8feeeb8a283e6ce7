/**
 * Remembers which ids have been met, 16 to 32 bytes an id whatever its length, so that a second one can be told on a
 * file of any size. Two different ids are taken for the same with a chance of about n² / 2⁶⁵: one in ten million for a
 * million ids.
 */
export interface SeenIds {
  /** Whether the id was new. */
  add(buffer: Buffer, from: number, to: number): boolean
}

export function seenIds(): SeenIds {
  let low = new Int32Array(1024)
  let high = new Int32Array(1024)
  let count = 0
  const lowSeed = (Math.random() * 2 ** 32) | 0
  const highSeed = (Math.random() * 2 ** 32) | 0

  function grow(): void {
    const [oldLow, oldHigh] = [low, high]
    low = new Int32Array(oldLow.length * 2)
    high = new Int32Array(oldLow.length * 2)
    count = 0
    oldLow.forEach((value, index) => {
      if (value !== 0 || oldHigh[index] !== 0) put(value, oldHigh[index] as number)
    })
  }

  function put(first: number, second: number): boolean {
    const mask = low.length - 1
    let place = first & mask
    while (low[place] !== 0 || high[place] !== 0) {
      if (low[place] === first && high[place] === second) return false
      place = (place + 1) & mask
    }
    low[place] = first
    high[place] = second
    count++
    return true
  }

  return {
    add(buffer, from, to) {
      if (count * 2 >= low.length) grow()
      const first = mixed(buffer, from, to, lowSeed, 0x85ebca6b)
      const second = mixed(buffer, from, to, highSeed, 0xcc9e2d51)
      return put(first, second === 0 ? 1 : second)
    },
  }
}

/** MurmurHash3's mixing, a byte at a time and seeded, so that no file can be made to collide. */
function mixed(buffer: Buffer, from: number, to: number, seed: number, factor: number): number {
  let hash = seed
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ (buffer[at] as number), factor)
    hash = (hash << 13) | (hash >>> 19)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
