import { useDraft } from './use-draft.ts'

/** What a reader of a reason needs at least. */
export const SHORTEST = 5

/** A text that is kept while it is written: spread `field` into the area, send `text`, clear when it was taken. */
export function useWords(draft: string) {
  const [typed, write] = useDraft(draft)
  const text = typed.trim()
  return {
    text,
    field: {
      value: typed,
      maxLength: 4000,
      onChange: ({ target }: { readonly target: { readonly value: string } }) => write(target.value),
    },
    ready: text.length >= SHORTEST,
    clear: () => write(''),
  }
}
