import type { Bilingual } from '#kernel/refusal.ts'
import type { Limit } from '../limit.ts'
import { parseLimit } from '../limit.ts'
import type { ExpiryEffect, ExtensionTerms, SuspensionGround } from '../terms.ts'

/** One time limit of law, regulation or practice, as data: what starts it, how long it is, and what follows. */
export interface StatutoryRule {
  readonly id: string
  readonly trigger: Bilingual
  /** What has to be done by the end of it. */
  readonly duty: Bilingual
  readonly limit: RuleLimit
  readonly suspendedBy: readonly SuspensionGround[]
  readonly extension?: ExtensionTerms
  readonly effect: ExpiryEffect
  /** Rungs of electronic supervision, where the row sets some. */
  readonly rungs?: Readonly<Partial<Record<'warning' | 'yellow' | 'red', Rung>>>
  readonly citation: string
  readonly confidence: Confidence
  /** National rules apply everywhere; local ones are templates of one place that an office copies and adapts. */
  readonly scope: 'national' | 'local'
  /** Who checked it against the text in force, and when; nobody yet. */
  readonly reviewedBy: string | null
  readonly reviewedOn: string | null
  readonly enabled: boolean
  readonly note?: Bilingual
}

/** `certain`: the article was read · `likely`: a secondary source, or one part of it is our reading · `unsure`: needs a lawyer. */
export type Confidence = 'certain' | 'likely' | 'unsure'

export type RuleLimit =
  | { readonly kind: 'within'; readonly limit: Limit; readonly onTheSpotFirst?: boolean }
  /** Counted back from the trigger (提前, T-09). */
  | { readonly kind: 'before'; readonly limit: Limit }
  /** Kept, barred or in force for at least that long. */
  | { readonly kind: 'atLeast'; readonly limit: Limit }
  | { readonly kind: 'atOnce' }
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number }
  /** The order, plan, item or promise names the limit. */
  | { readonly kind: 'named' }
  /** A measure, guard or ladder that stands without a clock. */
  | { readonly kind: 'standing' }

export type Rung =
  | {
      readonly side: 'before' | 'after'
      readonly of: 'committedEnd' | 'statutoryEnd' | 'ownEnd'
      readonly by: Limit | null
    }
  | { readonly side: 'upon'; readonly fact: Bilingual }

type Given = Omit<
  StatutoryRule,
  'suspendedBy' | 'effect' | 'scope' | 'reviewedBy' | 'reviewedOn' | 'enabled'
> &
  Partial<Pick<StatutoryRule, 'suspendedBy' | 'effect' | 'scope' | 'enabled'>>

/**
 * What an unsure rule or another place's rule says is shipped switched off: a template is not a default, and a limit that
 * needs a lawyer is not a limit yet.
 */
export function rule(given: Given): StatutoryRule {
  const { scope = 'national', confidence } = given
  return {
    suspendedBy: [],
    effect: 'event',
    scope,
    reviewedBy: null,
    reviewedOn: null,
    enabled: scope === 'national' && confidence !== 'unsure',
    ...given,
  }
}

export const say = (zh: string, en: string): Bilingual => ({ zh, en })

export const within = (limit: string): RuleLimit => ({ kind: 'within', limit: parseLimit(limit) })
export const onTheSpotOr = (limit: string): RuleLimit => ({
  kind: 'within',
  limit: parseLimit(limit),
  onTheSpotFirst: true,
})
export const before = (limit: string): RuleLimit => ({ kind: 'before', limit: parseLimit(limit) })
export const atLeast = (limit: string): RuleLimit => ({ kind: 'atLeast', limit: parseLimit(limit) })
export const atOnce: RuleLimit = { kind: 'atOnce' }
export const named: RuleLimit = { kind: 'named' }
export const standing: RuleLimit = { kind: 'standing' }
export const yearly = (month: number, day: number): RuleLimit => ({ kind: 'yearly', month, day })

export const APPLICANT = say('申请人，并说明理由', 'the applicant, with the reason')
export const PARTIES = say('当事人，书面', 'the parties, in writing')

/** Once, by at most `longest`. */
export const extension = (
  longest: string | null,
  approver: Bilingual,
  told: Bilingual,
  times = 1,
): ExtensionTerms => ({
  longest: longest === null ? null : parseLimit(longest),
  times,
  approver,
  told,
})
