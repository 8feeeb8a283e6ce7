import { meaningsOf, withoutFiller } from './everyday/index.ts'
import { type Intent, intentOf } from './intent.ts'
import { simplified } from './simplified.ts'
import { chineseRuns, folded, latinReadings, latinRuns, pairsOf } from './words.ts'

/** What somebody typed, as the index can be asked it. */
export interface Question {
  /** As typed, folded, without spaces: what names are compared with. */
  readonly text: string
  /** An item answers when it has every word of one of these; those before count for more. */
  readonly readings: readonly (readonly string[])[]
  /** The words of it all: when no reading answers, items that have most of the rarer ones do. */
  readonly words: readonly string[]
  /** What the name of an item holds that is meant, the likeliest first: all pieces of one of these. */
  readonly meant: readonly (readonly string[])[]
  readonly intent: Intent
}

const MOST_READINGS = 8
const MOST_WORDS = 24

/**
 * `undefined` when nothing was typed that could be looked for. 繁體 is read in 简体 first and then as it was typed, since
 * some characters (著, 乾) stand in both.
 */
export function questionOf(typed: string): Question | undefined {
  const asTyped = questionAsTyped(typed)
  const converted = simplified(typed)
  const inSimplified = converted === typed ? undefined : questionAsTyped(converted)
  if (!asTyped || !inSimplified) return inSimplified ?? asTyped
  return {
    text: inSimplified.text,
    readings: unique([...inSimplified.readings, ...asTyped.readings]).slice(0, MOST_READINGS),
    words: inSimplified.words,
    meant: inSimplified.meant,
    intent: inSimplified.intent,
  }
}

function questionAsTyped(typed: string): Question | undefined {
  const text = folded(typed).replace(/\s+/g, '')
  const chinese = chineseRuns(typed)
  const latin = latinRuns(typed)
  const meanings = meaningsOf(chinese.join('') + latin.join(''))
  const meant = meanings.map(wordsOfMeaning)
  const readings = [
    ...(chinese.length > 0 ? readChinese(chinese, latin) : readLatin(latin)),
    ...meant,
  ].filter(({ length }) => length > 0)
  if (readings.length === 0) return undefined
  const stripped = chinese.map(withoutFiller).flatMap(chineseRuns)
  return {
    text,
    readings: unique(readings).slice(0, MOST_READINGS),
    words: [...new Set(stripped.flatMap(pairsOf))].slice(0, MOST_WORDS),
    meant: [stripped, ...meanings.map(chineseRuns)]
      .filter(({ length }) => length > 0)
      .slice(0, MOST_READINGS),
    intent: intentOf(text),
  }
}

/** People ask for the paper, catalogues name the act: 取水许可证, 取水许可. */
const withoutPaper = (run: string) => withoutFiller(run).replace(/(证书|证件|执照|证)$/, '')

/** A meaning may be of several pieces: 食品 经营许可. */
const wordsOfMeaning = (meaning: string) => chineseRuns(meaning).flatMap(pairsOf)

function readChinese(chinese: readonly string[], latin: readonly string[]): string[][] {
  const asTyped = [...chinese.flatMap(pairsOf), ...latin]
  const stripped = [...chinese.map(withoutFiller).flatMap(chineseRuns).flatMap(pairsOf), ...latin]
  const bare = [...chinese.map(withoutPaper).flatMap(chineseRuns).flatMap(pairsOf), ...latin]
  return [asTyped, stripped, bare].map((words) => words.slice(0, MOST_WORDS))
}

/** Several words: each read in the same way. */
function readLatin(latin: readonly string[]): string[][] {
  const runs = latin.filter((run) => run.length > 1).map((run) => latinReadings(run.slice(0, 30)))
  return [0, 1, 2].map((way) => runs.flatMap((readings) => readings[way] ?? []))
}

const unique = (readings: readonly (readonly string[])[]) => [
  ...new Map(readings.map((words) => [words.join(' '), words])).values(),
]
