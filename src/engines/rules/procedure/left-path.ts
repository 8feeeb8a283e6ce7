import type { Bilingual } from '#kernel/refusal.ts'
import type { Hit } from '../finding.ts'
import { deviationsOf, type Deviation } from '../path/index.ts'
import type { ReadPair, Reading } from '../reading.ts'
import { NOT_CONCERNED, NOTHING_FOUND, type Rule } from '../rule.ts'
import { instantOf, isFinished, type Watched } from '../watched.ts'

/** What the rules of procedure share; each speaks about some of the ways in which a path can be left. */
export interface PathSpeaker {
  readonly rule: string
  /** What it says of a deviation; undefined where another rule speaks. */
  readonly ofDeviation: (deviation: Deviation) => Bilingual | undefined
  /** What it says of two steps whose order is published; the first event is the one at which it happened. */
  readonly ofPair: (watched: Watched, pair: ReadPair) => Told | undefined
}

export interface Told {
  readonly events: readonly number[]
  readonly said: Bilingual
}

export const lacksPath = ({ path, precedence }: Reading): Bilingual | undefined =>
  path || precedence.length > 0
    ? undefined
    : { zh: '日志说明没有公布的流程', en: 'the profile of the log states no published path' }

export function checkPath(speaker: PathSpeaker): Rule['check'] {
  const sentences = sentencesOf(speaker)
  return (watched) => {
    if (watched.from === watched.to) return NOT_CONCERNED
    const { precedence } = watched.reading
    const kept = keptPath(watched)
    if (kept && precedence.length === 0) return NOTHING_FOUND
    const hits: Hit[] = []
    if (!kept) {
      for (const { place, because } of sentences(leftPath(watched)))
        hits.push(hit(speaker, watched, [watched.from + place], because))
    }
    for (const pair of precedence) {
      const told = speaker.ofPair(watched, pair)
      if (told) hits.push(hit(speaker, watched, told.events, () => told.said))
    }
    return hits.length > 0 ? hits : NOTHING_FOUND
  }
}

function hit(
  { rule }: PathSpeaker,
  watched: Watched,
  events: readonly number[],
  because: Hit['because'],
): Hit {
  const at = instantOf(watched, events[0] ?? watched.from)
  return { rule, level: 'yellow', caseIndex: watched.caseIndex, at, events, because }
}

/** Whether one look at the automaton shows that the path was kept: most cases end here. */
function keptPath(watched: Watched): boolean {
  const { path } = watched.reading
  if (!path || watched.from === watched.to) return true
  const { pathState } = watched.shape
  return pathState >= 0 && (path.automaton.accepting[pathState] === 1 || !isFinished(watched))
}

const NONE: readonly Deviation[] = []

/** Found once for every way of running, for both rules. */
function leftPath(watched: Watched): readonly Deviation[] {
  const { shape, reading, from, to } = watched
  const { path, histories } = reading
  if (!path) return NONE
  const closed = isFinished(watched)
  const known = closed ? shape.leftWhenFinished : shape.leftWhenOpen
  if (known) return known
  const found = deviationsOf(path, histories.activity, { from, to, closed })
  if (closed) shape.leftWhenFinished = found
  else shape.leftWhenOpen = found
  return found
}

interface Sentence {
  readonly place: number
  readonly because: Hit['because']
}

/** Cases that ran alike share what is said of them. */
function sentencesOf({
  ofDeviation,
}: PathSpeaker): (deviations: readonly Deviation[]) => readonly Sentence[] {
  const made = new WeakMap<readonly Deviation[], readonly Sentence[]>()
  return (deviations) => {
    const known = made.get(deviations)
    if (known) return known
    const sentences = deviations.flatMap((deviation) => {
      const said = ofDeviation(deviation)
      return said ? [{ place: deviation.place, because: () => said }] : []
    })
    made.set(deviations, sentences)
    return sentences
  }
}
