import type { Day } from '#kernel/day.ts'
import { lastDayAfter, parseLimit } from '#engines/clocks/index.ts'
import { AUTHORITY_WORDS, type Level, LEVEL_WORDS, LEVELS, STAGE_WORDS } from '../terms.ts'
import { type AccountabilityFile, type Decision, type FileEvent, isSealed, stands } from './file.ts'
import { refuse } from './refusals.ts'

/** Which roles speak for a body. 政务处分 is taken by the competent body; here it is only put on record by its people. */
export const BODIES = {
  supervision: ['supervisor'],
  leadership: ['leader'],
  appointing: ['personnel', 'leader'],
  discipline: ['personnel', 'leader'],
} as const satisfies Record<keyof typeof AUTHORITY_WORDS, readonly string[]>

/** Whoever acts, as far as it matters here. */
export interface Actor {
  readonly account: string
  readonly unit: string | null
  readonly roles: readonly string[]
}

export function atStage(
  state: AccountabilityFile | undefined,
  ...stages: readonly string[]
): AccountabilityFile {
  if (!state) throw refuse('accountability.not-found')
  if (!stages.includes(state.stage))
    throw refuse('accountability.wrong-stage', { stage: STAGE_WORDS[state.stage].zh })
  return state
}

export const mustSay = (text: string, least = 5): string => {
  if (text.trim().length < least) throw refuse('accountability.reason-missing')
  return text.trim()
}

/** 告知: who will decide is named, and the subject has until `stateBy` to state a case. */
export function notice(
  state: AccountabilityFile | undefined,
  { on, stateBy, deciders }: { readonly on: Day; readonly stateBy: Day; readonly deciders: readonly Actor[] },
): FileEvent[] {
  const file = atStage(state, 'proposed')
  const { instrument, proposedBy } = file
  const accounts = [...new Set(deciders.map(({ account }) => account))]
  if (accounts.includes(proposedBy)) throw refuse('accountability.proposer-decides')
  if (accounts.length < instrument.deciders)
    throw refuse('accountability.too-few-deciders', { needed: instrument.deciders })
  for (const decider of deciders) refuseOtherBody(file, decider)
  return [{ type: 'FileNoticed', on, stateBy, deciders: accounts }]
}

function refuseOtherBody({ instrument }: AccountabilityFile, { roles }: Actor): void {
  const bodies: readonly string[] = BODIES[instrument.authority]
  if (roles.some((role) => bodies.includes(role))) return
  const { zh: authority, en: authorityEn } = AUTHORITY_WORDS[instrument.authority]
  throw refuse('accountability.wrong-body', { instrument: instrument.name.zh, authority, authorityEn })
}

/** 陈述申辩: by the subject itself, in its own words; a hearing where the instrument has one. */
export function state(
  found: AccountabilityFile | undefined,
  { text, hearing }: { readonly text: string; readonly hearing: boolean },
): FileEvent[] {
  const { instrument } = atStage(found, 'noticed')
  if (hearing && instrument.hearing !== 'hearing')
    throw refuse('accountability.no-hearing', { instrument: instrument.name.zh })
  return [{ type: 'StatementGiven', text: mustSay(text, 2), hearing }]
}

export function hear(
  found: AccountabilityFile | undefined,
  { on, minutes }: { readonly on: Day; readonly minutes: string },
  today: Day,
): FileEvent[] {
  atStage(found, 'noticed')
  if (on > today) throw refuse('accountability.future', { on })
  return [{ type: 'HearingHeld', on, minutes: mustSay(minutes) }]
}

/** A decider does not agree: it goes back to whoever proposed it, who may put it forward again or drop it. */
export function giveBack(found: AccountabilityFile | undefined, actor: Actor, reason: string): FileEvent[] {
  const file = atStage(found, 'noticed')
  refuseDecider(file, actor)
  return [{ type: 'ProposalReturned', reason: mustSay(reason) }]
}

export interface Deciding {
  readonly reason: string
  readonly level: Level
  readonly named: boolean
  readonly today: Day
  /** An inquiry into the principal about the same facts that nobody has answered yet. */
  readonly inquiryOpen: boolean
}

/** Agreed by one decider: an event of its own until as many have agreed as the instrument asks for. */
export function agree(
  found: AccountabilityFile | undefined,
  actor: Actor,
  deciding: Deciding,
): { readonly events: FileEvent[]; readonly complete: boolean } {
  const file = atStage(found, 'noticed')
  refuseDecider(file, actor)
  refuseUnheard(file, deciding.today)
  if (deciding.inquiryOpen) throw refuse('accountability.principal-first', { inquiry: file.inquiry ?? '' })
  refuseLevel(file, deciding)
  if (file.agreed.some(({ by }) => by === actor.account)) throw refuse('accountability.decided-twice')
  return {
    events: [{ type: 'DecisionAgreed', reason: mustSay(deciding.reason) }],
    complete: file.agreed.length + 1 >= file.instrument.deciders,
  }
}

function refuseDecider(file: AccountabilityFile, actor: Actor): void {
  if (actor.account === file.proposedBy) throw refuse('accountability.proposer-decides')
  if (!file.deciders.includes(actor.account)) throw refuse('accountability.not-found')
  refuseOtherBody(file, actor)
}

/** 不听取陈述不得决定: heard, or the time to be heard has passed; a hearing that was asked for has taken place. */
function refuseUnheard({ instrument, statement, hearing, noticed }: AccountabilityFile, today: Day): void {
  if (instrument.hearing === 'reply') return
  if (statement?.hearing && !hearing) throw refuse('accountability.hearing-due')
  const until = noticed?.stateBy ?? today
  if (!statement && today <= until) throw refuse('accountability.not-heard', { until })
}

function refuseLevel({ instrument, subject }: AccountabilityFile, { level, named }: Deciding): void {
  const tooWide = LEVELS.indexOf(level) > LEVELS.indexOf(instrument.level)
  if (tooWide || (named && subject.kind === 'person' && !instrument.names)) {
    const { zh, en } = LEVEL_WORDS[instrument.level]
    throw refuse('accountability.level-too-wide', { instrument: instrument.name.zh, level: zh, levelEn: en })
  }
}

export const decided = (decision: Decision): FileEvent => ({ type: 'FileDecided', ...decision })

/** From the day of the decision for its period; without one it is in force once. */
export const untilOf = ({ period }: AccountabilityFile, from: Day): Day | null =>
  period === null ? null : lastDayAfter(from, parseLimit(period))

/** 口头告诫 is none (ACCT-03): what is served is the numbered paper. */
const ONLY_TOLD = /口头|口述|\boral|\bverbal|word of mouth/i

export interface Serving {
  readonly on: Day
  readonly way: string
  readonly appealBy: Day
  /** The last day on which the second step may be taken without the first. */
  readonly directBy: Day | null
}

export function serve(
  found: AccountabilityFile | undefined,
  { on, way, appealBy, directBy }: Serving,
  today: Day,
): FileEvent[] {
  const { served, decided: decision } = atStage(found, 'decided', 'closed')
  if (served) throw refuse('accountability.served-already')
  if (on > today) throw refuse('accountability.future', { on })
  // Served before it was decided, its time for an appeal would be over before it began.
  if (decision && on < decision.on) throw refuse('accountability.served-before', { decided: decision.on })
  if (ONLY_TOLD.test(way)) throw refuse('accountability.only-told')
  return [{ type: 'DecisionServed', on, way: mustSay(way, 2), appealBy, directBy }]
}

/** 抄送组织人事部门: its receipt. */
export function receive(found: AccountabilityFile | undefined): FileEvent[] {
  const file = atStage(found, 'decided', 'closed')
  return file.personnelReceived ? [] : [{ type: 'PersonnelReceived' }]
}

export interface Lodging {
  readonly grounds: string
  /** The second step at once, where the law leaves that open. */
  readonly direct: boolean
  readonly today: Day
  readonly decideBy: Day
}

/** Which step of its way of appeal is the next one: one that was passed over does not come again. */
export const nextStepOf = ({ appeals }: Pick<AccountabilityFile, 'appeals'>): number =>
  (appeals.at(-1)?.step ?? -1) + 1

/** The step that is asked for: the next one, or at first the one that may be taken without it. */
export const stepAskedFor = (
  file: Pick<AccountabilityFile, 'appeals' | 'instrument'>,
  direct: boolean,
): number => (direct ? file.instrument.appeal.findIndex((way) => way.direct) : nextStepOf(file))

export function lodge(
  found: AccountabilityFile | undefined,
  { grounds, direct, today, decideBy }: Lodging,
): FileEvent[] {
  const file = atStage(found, 'decided', 'closed')
  if (!file.served) throw refuse('accountability.not-served')
  if (file.appeals.some(({ decided }) => decided === null)) throw refuse('accountability.appeal-open')
  const step = stepAskedFor(file, direct)
  const way = file.instrument.appeal[step]
  if (!way) throw refuse(direct ? 'accountability.no-direct-appeal' : 'accountability.no-appeal')
  if (direct && file.appeals.length > 0) throw refuse('accountability.no-direct-appeal')
  const until = (direct ? file.directBy : file.appealBy) ?? today
  if (today > until)
    throw refuse('accountability.appeal-late', { step: way.name.zh, stepEn: way.name.en, until })
  return [{ type: 'AppealLodged', step, grounds: mustSay(grounds), on: today, decideBy }]
}

export interface Judging {
  readonly outcome: 'upheld' | 'cleared'
  readonly reasons: string
  readonly appealBy: Day | null
  /** Units of those who proposed and decided: the appeal goes to another body. */
  readonly units: readonly (string | null)[]
}

/** In a sealed file nobody sees that there is an appeal: those on it name whoever decides it, of another body. */
export function nameJudge(
  found: AccountabilityFile | undefined,
  judge: Actor,
  units: readonly (string | null)[],
): FileEvent[] {
  const file = atStage(found, 'decided', 'closed')
  if (!isSealed(file)) throw refuse('accountability.not-sealed')
  if (!file.appeals.some(({ decided }) => decided === null)) throw refuse('accountability.no-appeal')
  if (!judge.roles.some((role) => APPEAL_BODIES.includes(role))) throw refuse('accountability.no-person')
  refuseInvolved(file, judge, units)
  return [{ type: 'AppealJudgeNamed', judge: judge.account }]
}

/** Who may decide appeals. */
export const APPEAL_BODIES: readonly string[] = ['leader', 'supervisor', 'personnel']

/** By another body: neither those who proposed and decided nor anybody of their units. It is kept or lifted, never made heavier. */
export function judgeAppeal(
  found: AccountabilityFile | undefined,
  actor: Actor,
  { outcome, reasons, appealBy, units }: Judging,
): FileEvent[] {
  const file = atStage(found, 'decided', 'closed')
  const open = file.appeals.find(({ decided }) => decided === null)
  if (!open) throw refuse('accountability.no-appeal')
  // Who sees a sealed file is named one by one: so is whoever decides its appeal.
  if (isSealed(file) && !file.judges.includes(actor.account)) throw refuse('accountability.judge-not-named')
  refuseInvolved(file, actor, units)
  return [{ type: 'AppealDecided', outcome, reasons: mustSay(reasons), appealBy }]
}

function refuseInvolved(
  { proposedBy, deciders, agreed, appeals, subject }: AccountabilityFile,
  actor: Actor,
  units: readonly (string | null)[],
): void {
  const judges = appeals.flatMap(({ decided }) => (decided ? [decided.by] : []))
  const involved = [proposedBy, ...deciders, ...agreed.map(({ by }) => by), ...judges]
  if (actor.unit === subject.unit || involved.includes(actor.account) || units.includes(actor.unit))
    throw refuse('accountability.appeal-same-body')
}

/** 期满自动解除: the effect ends by itself; what was to be done beside it is still to be done. */
export function endPeriod(found: AccountabilityFile | undefined, on: Day): FileEvent[] {
  if (!found || !stands(found)) return []
  const ended: FileEvent = { type: 'EffectEnded', on }
  const over = found.stage === 'decided' && found.instrument.closes === 'period'
  return over ? [ended, { type: 'FileClosed', because: 'period' }] : [ended]
}
