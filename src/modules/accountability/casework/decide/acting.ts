import type { Day, EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { InvestigationAct } from '../../casework-contract.ts'
import { INVESTIGATION_STAGES, type InvestigationStage } from '../../casework-shapes.ts'
import type { InvestigationEvent } from '../events.ts'
import type { Beside } from '../faults.ts'
import { type CaseworkNumbers, caseworkNumbers, dayAt } from '../numbers.ts'
import { refuse } from '../refusals.ts'
import { type Investigation, type NodeState, stageOf } from '../state.ts'

/** Whoever acts on a case, and what he sees beside it. */
export interface Acting {
  readonly account: string
  readonly now: EpochMs
  readonly beside: Beside
}

export type Act<Name extends InvestigationAct['act']> = Extract<InvestigationAct, { act: Name }>
export type Decide<Name extends InvestigationAct['act']> = (
  state: Investigation,
  act: Act<Name>,
  by: Acting,
) => InvestigationEvent[]

export const today = ({ now }: Pick<Acting, 'now'>): Day => dayAt(now)
/** A case is measured by the numbers of the day it was entered. */
export const numbersOf = ({ entered }: Pick<Investigation, 'entered'>): CaseworkNumbers =>
  caseworkNumbers(entered.at)

/** † Shorter is no reason. */
const REASON = 5

export function said(text: string, what: Bilingual): string {
  const cleaned = text.trim()
  if ([...cleaned].length < REASON)
    throw refuse('investigation.reason-missing', { whatZh: what.zh, whatEn: what.en })
  return cleaned
}

export function at(state: Investigation, ...stages: readonly InvestigationStage[]): void {
  const stage = stageOf(state)
  if (stages.includes(stage)) return
  const { zh: stageZh, en: stageEn } = INVESTIGATION_STAGES[stage]
  throw refuse('investigation.wrong-moment', { stageZh, stageEn })
}

/** While it is looked into: opened and not decided. */
export const UNDER_WAY: readonly InvestigationStage[] = ['plan', 'facts', 'hearing', 'decision']

export function nodeOf(state: Investigation, node: string): NodeState {
  const found = state.nodes.find((one) => one.node === node)
  if (!found) throw refuse('investigation.unknown-node', { node })
  return found
}

export function knownEvidence(state: Investigation, ids: readonly string[]): readonly string[] {
  for (const evidence of ids)
    if (!state.evidence.some((one) => one.evidence === evidence))
      throw refuse('investigation.unknown-evidence', { evidence })
  return ids
}

export const next = (letter: string, before: readonly unknown[]): string => `${letter}${before.length + 1}`
