/**
 * What people say, and what catalogues call it. Each place words its catalogue in its own way, so the right side names
 * several readings, the likeliest first.
 */
export interface Everyday {
  /** Any of these; words with a space between them must all be there, in any order. */
  readonly say: readonly string[]
  /** Looked for as if typed; words with a space between them must all be there. */
  readonly means: readonly string[]
}

/** One line of the tables: alternatives stand between 、 on both sides. */
export const phrase = (say: string, means: string): Everyday => ({
  say: say.split('、'),
  means: means.split('、'),
})
