import { textOf } from '#ui/index.ts'

/** Yuan as typed, in fen; null where nothing was typed. */
export function centsOf(form: FormData, name: string): number | null {
  const text = textOf(form, name)
  return text === '' ? null : Math.round(Number(text) * 100)
}
