import type { Bilingual } from './refusal.ts'

/**
 * One area of the platform as the rest of it sees it: a name, what it stands on, and what it adds.
 * `src/modules.ts` lists all of them in the order in which they may call each other.
 */
export interface Module {
  readonly name: string
  readonly title: Bilingual
  /** The modules and engines it may call, only through their `index.ts`. */
  readonly needs: readonly string[]
}
