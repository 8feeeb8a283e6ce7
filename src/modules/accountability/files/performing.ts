import type { Day } from '#kernel/day.ts'
import { type Closing, type Rank, rankOf, type ResultKind } from '../terms.ts'
import { atStage, mustSay } from './deciding.ts'
import {
  type AccountabilityFile,
  type Apology,
  type FileEvent,
  isSealed,
  type Result,
  type Talk,
} from './file.ts'
import { refuse } from './refusals.ts'

/** Carried out in one way and no other: the instrument says which. */
function carriedOutBy(
  state: AccountabilityFile | undefined,
  ...ways: readonly Closing[]
): AccountabilityFile {
  const file = atStage(state, 'decided')
  if (!ways.includes(file.instrument.closes))
    throw refuse('accountability.wrong-way', { instrument: file.instrument.name.zh })
  return file
}

const closed = (because: string): FileEvent => ({ type: 'FileClosed', because })

export interface Answering {
  readonly text: string
  readonly proof: readonly string[]
  readonly likeness: { readonly percent: number; readonly file: string } | null
}

/** The reply to a card, the text of a self-criticism, or the proof of what was mended: by the subject. */
export function answer(
  state: AccountabilityFile | undefined,
  { text, proof, likeness }: Answering,
): FileEvent[] {
  const { instrument } = carriedOutBy(state, 'reply', 'text', 'rectify')
  if (instrument.closes === 'rectify' && proof.length === 0) throw refuse('accountability.no-proof')
  return [{ type: 'AnswerGiven', text: mustSay(text), proof, likeness }]
}

export interface Judged {
  readonly accepted: boolean
  readonly reason: string
  /** Unit of whoever judges: never the subject's own. */
  readonly unit: string | null
  readonly likenessFrom: number
}

/** Accepted or sent back by the issuer. A unit does not verify itself, and a copied text is not accepted. */
export function judgeAnswer(state: AccountabilityFile | undefined, judged: Judged): FileEvent[] {
  const file = carriedOutBy(state, 'reply', 'text', 'rectify')
  const last = file.answers.at(-1)
  if (!last || last.judged) throw refuse('accountability.no-answer')
  if (judged.unit === file.subject.unit) throw refuse('accountability.self-verified')
  const { likeness } = last
  if (
    judged.accepted &&
    file.instrument.closes === 'text' &&
    likeness &&
    likeness.percent >= judged.likenessFrom
  )
    throw refuse('accountability.text-copied', { ...likeness })
  const event: FileEvent = {
    type: 'AnswerJudged',
    accepted: judged.accepted,
    reason: mustSay(judged.reason, 2),
  }
  return judged.accepted ? [event, closed('accepted')] : [event]
}

/** Once, with a reason, by the issuer; unmet, the next grade follows. */
export function extendTerm(
  state: AccountabilityFile | undefined,
  { until, reason, today }: { readonly until: Day; readonly reason: string; readonly today: Day },
): FileEvent[] {
  const file = carriedOutBy(state, 'reply', 'text', 'rectify', 'result')
  if (file.extended) throw refuse('accountability.extended-already')
  if (until <= today) throw refuse('accountability.past')
  return [{ type: 'TermExtended', until, reason: mustSay(reason) }]
}

/** 谈话: what was said and promised, after it was said. */
export function talked(state: AccountabilityFile | undefined, talk: Talk, today: Day): FileEvent[] {
  const file = carriedOutBy(state, 'talk')
  if (file.talk) throw refuse('accountability.talk-first')
  if (talk.on > today) throw refuse('accountability.future', { on: talk.on })
  if (talk.checkBy <= talk.on) throw refuse('accountability.past')
  if ([talk.factsShown, talk.promises, talk.signedBy].some((text) => text.trim() === ''))
    throw refuse('accountability.unsigned')
  return [{ type: 'TalkHeld', ...talk }]
}

/** Only the result of the check closes a talk; a promise that was not kept leaves it open for the next grade. */
export function checkTalk(
  state: AccountabilityFile | undefined,
  { on, kept, note }: { readonly on: Day; readonly kept: boolean; readonly note: string },
  today: Day,
): FileEvent[] {
  const file = carriedOutBy(state, 'talk')
  if (!file.talk || file.check) throw refuse('accountability.talk-first')
  if (on > today) throw refuse('accountability.future', { on })
  const event: FileEvent = { type: 'TalkChecked', on, kept, note: mustSay(note) }
  return kept ? [event, closed('checked')] : [event]
}

export function apologise(state: AccountabilityFile | undefined, apology: Apology, today: Day): FileEvent[] {
  carriedOutBy(state, 'apology')
  if (apology.on > today) throw refuse('accountability.future', { on: apology.on })
  return [{ type: 'ApologyMade', ...apology, text: mustSay(apology.text) }]
}

/** What the harmed person says of it; not seen, it is not done and must be made again. */
export function confirmApology(
  state: AccountabilityFile | undefined,
  { seen, how, harmed }: { readonly seen: boolean; readonly how: string; readonly harmed: string },
): FileEvent[] {
  const file = carriedOutBy(state, 'apology')
  if (!file.apology) throw refuse('accountability.apology-unseen')
  const event: FileEvent = {
    type: 'ApologyConfirmed',
    seen,
    how: mustSay(how, 2),
    harmed: mustSay(harmed, 2),
  }
  return seen ? [event, closed('confirmed')] : [event]
}

export interface Circulating {
  readonly text: string
  readonly reach: readonly string[]
  readonly unitName: string
  readonly personName: string | null
}

/** To others than the unit it is about, with the unit named; a person only where the decision says so. */
export function circulate(
  state: AccountabilityFile | undefined,
  { text, reach, unitName, personName }: Circulating,
): FileEvent[] {
  const file = carriedOutBy(state, 'circular')
  if (file.circular) throw refuse('accountability.wrong-way', { instrument: file.instrument.name.zh })
  if (isSealed(file)) throw refuse('accountability.sealed', { file: file.file })
  if (!reach.some((unit) => unit !== file.subject.unit)) throw refuse('accountability.circular-inside')
  if (!text.includes(unitName)) throw refuse('accountability.circular-nameless', { unit: unitName })
  const named = file.decided?.named ?? false
  if (!named && personName !== null && text.includes(personName))
    throw refuse('accountability.circular-persons')
  if (named && personName !== null && !text.includes(personName))
    throw refuse('accountability.circular-nameless', { unit: personName })
  return [{ type: 'CircularSent', text: mustSay(text), reach: [...new Set(reach)] }]
}

export function readCircular(
  state: AccountabilityFile | undefined,
  { unit, changes }: { readonly unit: string; readonly changes: string },
): FileEvent[] {
  const circular = state?.circular
  if (!state || !circular?.reach.includes(unit)) throw refuse('accountability.not-in-reach')
  if (circular.read.some((one) => one.unit === unit)) return []
  const event: FileEvent = { type: 'CircularRead', unit, changes: mustSay(changes, 2) }
  const done = circular.read.length + 1 === circular.reach.length && state.stage === 'decided'
  return done ? [event, closed('read')] : [event]
}

/** What each decision asks the personnel body for; anything else in its place shows. */
const ASKED: Readonly<Record<string, readonly ResultKind[]>> = {
  orderToResign: ['resigned', 'removed', 'dismissed'],
  removalRecommendation: ['removed', 'resigned', 'dismissed'],
  removalFromPost: ['removed', 'dismissed'],
  dismissalOnTheSpot: ['dismissed', 'removed'],
  postAdjustment: ['adjusted', 'transferred'],
}

/** 回告: what came of it, by the personnel body. A sideways move in its place, or a promotion, is marked and closes nothing. */
export function returnResult(
  state: AccountabilityFile | undefined,
  given: Omit<Result, 'swapped'>,
  today: Day,
): FileEvent[] {
  const file = carriedOutBy(state, 'result')
  if (given.on > today) throw refuse('accountability.future', { on: given.on })
  if (isMove(given.outcome) && (given.rank === null || (given.post ?? '').trim() === ''))
    throw refuse('accountability.post-missing')
  const swapped = swapOf(file, given)
  const result = { ...given, document: mustSay(given.document, 2), reason: given.reason.trim(), swapped }
  if (given.outcome === 'declined') mustSay(given.reason)
  const event: FileEvent = { type: 'ResultReturned', ...result }
  return swapped ? [event] : [event, closed(given.outcome)]
}

const isMove = (outcome: ResultKind): boolean => outcome === 'transferred' || outcome === 'adjusted'

function swapOf(
  { instrument, subject }: AccountabilityFile,
  { outcome, rank }: Omit<Result, 'swapped'>,
): Result['swapped'] {
  if (isHigher(rank, subject.rank)) return 'promotion'
  const asked = ASKED[instrument.code]
  return isMove(outcome) && asked !== undefined && !asked.includes(outcome) ? 'sideways' : null
}

const isHigher = (rank: Rank | null, before: Rank | null): boolean =>
  rank !== null && before !== null && rankOf(rank) > rankOf(before)
