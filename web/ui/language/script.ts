/** How Chinese is written at the moment: as it stands in our files, or converted. */
let convert: ((text: string) => string) | undefined
const converted = new Map<string, string>()
const MOST_KEPT = 5000

/** The text in the reader's script. The same few texts are drawn again and again, so they are kept. */
export function inScript(text: string): string {
  if (!convert) return text
  const known = converted.get(text)
  if (known !== undefined) return known
  const made = convert(text)
  if (converted.size < MOST_KEPT) converted.set(text, made)
  return made
}

/** Fetches the dictionary for 繁體; throws when the network does not give it. */
export async function writeTraditional(): Promise<void> {
  convert = (await import('./traditional.ts')).toTraditionalText
}

export function writeAsIs(): void {
  convert = undefined
  converted.clear()
}
