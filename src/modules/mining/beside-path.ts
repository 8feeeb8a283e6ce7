import type { Automaton } from '#engines/rules/index.ts'
import type { CompiledPath } from './published-path.ts'

/** One step directly after another, as a key. */
export const pairKey = (from: string, to: string): string => JSON.stringify([from, to])

/** Pairs of steps that the path lets stand one directly after the other. */
export function allowedPairs({ alphabet, states, next }: Automaton): Set<string> {
  const pairs = new Set<string>()
  for (let state = 0; state < states; state++) {
    alphabet.forEach((from, symbol) => {
      const reached = next[state * alphabet.length + symbol] ?? -1
      if (reached < 0) return
      alphabet.forEach((to, following) => {
        if ((next[reached * alphabet.length + following] ?? -1) >= 0) pairs.add(pairKey(from, to))
      })
    })
  }
  return pairs
}

/** Steps that the path does not name are passed over where it allows others, as conformance does. */
export function runsThrough({ automaton, others }: CompiledPath, path: readonly string[]): boolean {
  const { alphabet, next, accepting } = automaton
  let state = 0
  for (const name of path) {
    const symbol = alphabet.indexOf(name)
    if (symbol < 0 && others === 'allowed') continue
    state = symbol < 0 ? -1 : (next[state * alphabet.length + symbol] ?? -1)
    if (state < 0) return false
  }
  return accepting[state] === 1
}
