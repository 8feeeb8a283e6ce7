import { pinyin } from 'pinyin-pro'

/**
 * The words an item is found by. Chinese has no spaces, so each pair of neighbouring characters is a word; what is typed
 * in Latin letters may be the first letters of the syllables (`gssl`), the syllables (`gongsi`) or English, and each of
 * the three is cut into pieces of three letters. A mark in front keeps the kinds apart.
 */
const INITIALS = '~'
const SPELLING = '%'
const ENGLISH = '$'

const CHINESE = /\p{Script=Han}+/gu
const LATIN = /[a-z0-9]+/g

export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

export const chineseRuns = (text: string): string[] => folded(text).match(CHINESE) ?? []
export const latinRuns = (text: string): string[] => folded(text).match(LATIN) ?? []

export const pairsOf = (run: string): string[] => pieces(Array.from(run), 2)

/** Pieces of so many signs; a shorter run is one piece. */
function pieces(signs: readonly string[], size: number): string[] {
  if (signs.length <= size) return signs.length === 0 ? [] : [signs.join('')]
  return Array.from({ length: signs.length - size + 1 }, (_, at) => signs.slice(at, at + size).join(''))
}

const marked = (mark: string, run: string, sizes: readonly number[]): string[] =>
  sizes.flatMap((size) => pieces(Array.from(run), size)).map((piece) => mark + piece)

const syllables = (run: string): string[] => pinyin(run, { toneType: 'none', type: 'array', v: true })

export const initialsOf = (text: string): string =>
  chineseRuns(text)
    .map((run) =>
      syllables(run)
        .map((one) => one[0] ?? '')
        .join(''),
    )
    .join(' ')

/** What somebody typed in Latin letters, in its three readings: an item must have all words of one of them. */
export const latinReadings = (run: string): string[][] =>
  [INITIALS, SPELLING, ENGLISH].map((mark) => marked(mark, run, [run.length < 3 ? 2 : 3]))

export interface Searchable {
  readonly name: { readonly zh: string; readonly en: string }
  /** Everyday phrases, main item, names of results. */
  readonly also: readonly string[]
}

/** Every word of an item, each once, in a fixed order. */
export function wordsOf({ name, also }: Searchable): string[] {
  const texts = [name.zh, ...also]
  const chinese = texts.flatMap(chineseRuns)
  const spelled = [name.zh, ...also].flatMap(chineseRuns).map(syllables)
  return [
    ...new Set([
      ...chineseRuns(name.zh).flatMap((run) => Array.from(run)),
      ...chinese.flatMap(pairsOf),
      ...texts.flatMap(latinRuns),
      ...spelled.flatMap((run) => marked(INITIALS, run.map((one) => one[0] ?? '').join(''), [2, 3])),
      ...chineseRuns(name.zh)
        .map(syllables)
        .flatMap((run) => marked(SPELLING, run.join(''), [2, 3])),
      ...latinRuns(name.en).flatMap((run) => marked(ENGLISH, run, [2, 3])),
    ]),
  ].sort()
}
