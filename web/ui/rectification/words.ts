import type { Bilingual } from '#kernel/refusal.ts'

/** The words of a table of terms as options of a choice. */
export const choicesOf = (
  words: Readonly<Record<string, Bilingual>>,
  said: (text: Bilingual) => string,
): { readonly value: string; readonly text: string }[] =>
  Object.entries(words).map(([value, text]) => ({ value, text: said(text) }))

export const problemAt = (problem: string): string => `/rectification/problems/${encodeURIComponent(problem)}`

/** Everything that an act may change on these pages. */
export const textOf = (given: FormData, name: string): string => String(given.get(name) ?? '').trim()
