import { explore, refusePath, type Automaton } from './automaton.ts'
import { PublishedPath, type PathStep } from './path.ts'

/**
 * Steps to automaton by derivatives (Brzozowski 1964): what may still follow after a step is itself a path, and two
 * states are one when what may follow is written the same. Interleaving has a derivative of its own, so parallel
 * branches need no separate construction.
 */
type Rest =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'end' }
  | { readonly kind: 'step'; readonly symbol: number }
  | { readonly kind: 'then'; readonly first: Rest; readonly second: Rest }
  | { readonly kind: 'or'; readonly of: readonly Rest[] }
  | { readonly kind: 'together'; readonly of: readonly Rest[] }
  | { readonly kind: 'again'; readonly body: Rest }

const NOTHING: Rest = { kind: 'nothing' }
const END: Rest = { kind: 'end' }

/** Reads a path as it stands in a file, or refuses with the place of the fault. */
export function readPath(given: unknown): PublishedPath {
  const parsed = PublishedPath.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw refusePath('path.invalid', { place: issue?.path.join('.') || 'path', reason: issue?.message ?? '' })
}

export function compilePath(path: PublishedPath): Automaton {
  const alphabet = [...new Set(stepNames(path))]
  const symbolOf = new Map(alphabet.map((name, symbol) => [name, symbol]))
  return explore({
    alphabet,
    start: restOf(path, symbolOf),
    keyOf: written,
    follow: (rest, symbol) => {
      const after = derive(rest, symbol)
      return after.kind === 'nothing' ? undefined : after
    },
    accepts: mayEnd,
  })
}

export function stepNames(path: PublishedPath): string[] {
  return path.flatMap((step) => {
    if (typeof step === 'string') return [step]
    if ('optional' in step) return stepNames(step.optional)
    if ('repeat' in step) return stepNames(step.repeat)
    return ('choice' in step ? step.choice : step.parallel).flatMap(stepNames)
  })
}

function restOf(path: PublishedPath, symbolOf: ReadonlyMap<string, number>): Rest {
  return path.map((step) => restOfStep(step, symbolOf)).reduceRight((after, step) => then(step, after), END)
}

function restOfStep(step: PathStep, symbolOf: ReadonlyMap<string, number>): Rest {
  if (typeof step === 'string') return { kind: 'step', symbol: symbolOf.get(step) ?? -1 }
  if ('optional' in step) return or([END, restOf(step.optional, symbolOf)])
  if ('choice' in step) return or(step.choice.map((branch) => restOf(branch, symbolOf)))
  if ('parallel' in step) return together(step.parallel.map((branch) => restOf(branch, symbolOf)))
  const body = restOf(step.repeat, symbolOf)
  return then(body, { kind: 'again', body })
}

/** What may follow once `symbol` has happened. */
function derive(rest: Rest, symbol: number): Rest {
  switch (rest.kind) {
    case 'nothing':
    case 'end':
      return NOTHING
    case 'step':
      return rest.symbol === symbol ? END : NOTHING
    case 'then': {
      const inFirst = then(derive(rest.first, symbol), rest.second)
      return mayEnd(rest.first) ? or([inFirst, derive(rest.second, symbol)]) : inFirst
    }
    case 'or':
      return or(rest.of.map((branch) => derive(branch, symbol)))
    case 'together':
      return or(rest.of.map((branch, place) => together(rest.of.with(place, derive(branch, symbol)))))
    case 'again':
      return then(derive(rest.body, symbol), rest)
  }
}

function mayEnd(rest: Rest): boolean {
  switch (rest.kind) {
    case 'nothing':
    case 'step':
      return false
    case 'end':
    case 'again':
      return true
    case 'then':
      return mayEnd(rest.first) && mayEnd(rest.second)
    case 'or':
      return rest.of.some(mayEnd)
    case 'together':
      return rest.of.every(mayEnd)
  }
}

function then(first: Rest, second: Rest): Rest {
  if (first.kind === 'nothing' || second.kind === 'nothing') return NOTHING
  if (first.kind === 'end') return second
  if (second.kind === 'end') return first
  if (first.kind === 'then') return { kind: 'then', first: first.first, second: then(first.second, second) }
  return { kind: 'then', first, second }
}

/** Branches in one order and each once, so that equal states are written equally. */
function or(branches: readonly Rest[]): Rest {
  const flat = branches.flatMap((branch) => (branch.kind === 'or' ? branch.of : [branch]))
  const distinct = new Map(
    flat.filter((branch) => branch.kind !== 'nothing').map((branch) => [written(branch), branch]),
  )
  const of = [...distinct.keys()].sort().map((key) => distinct.get(key) as Rest)
  return of.length === 0 ? NOTHING : of.length === 1 ? (of[0] as Rest) : { kind: 'or', of }
}

function together(branches: readonly Rest[]): Rest {
  if (branches.some((branch) => branch.kind === 'nothing')) return NOTHING
  const open = branches.filter((branch) => branch.kind !== 'end')
  if (open.length === 0) return END
  if (open.length === 1) return open[0] as Rest
  return { kind: 'together', of: open.toSorted((a, b) => (written(a) < written(b) ? -1 : 1)) }
}

function written(rest: Rest): string {
  switch (rest.kind) {
    case 'nothing':
      return '0'
    case 'end':
      return '1'
    case 'step':
      return `s${rest.symbol}`
    case 'then':
      return `(${written(rest.first)}.${written(rest.second)})`
    case 'or':
      return `(${rest.of.map(written).join('|')})`
    case 'together':
      return `(${rest.of.map(written).join('&')})`
    case 'again':
      return `${written(rest.body)}*`
  }
}
