import { likenessOfTexts } from '#kernel/likeness.ts'

export interface Earlier {
  readonly file: string
  readonly text: string
}

/** The earlier text that is most like it, with how far both say the same, 0 to 100; null where nothing is. */
export function mostLike(
  text: string,
  earlier: readonly Earlier[],
): { readonly percent: number; readonly file: string } | null {
  const compared = earlier.map((one) => ({
    file: one.file,
    percent: Math.round(likenessOfTexts(text, one.text) * 100),
  }))
  const [first] = compared.sort((a, b) => b.percent - a.percent)
  return first && first.percent > 0 ? first : null
}
