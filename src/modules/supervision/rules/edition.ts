import type { Day, EpochMs } from '#kernel/day.ts'
import type { Told } from '#engines/ledger/index.ts'
import type { NewNumbers, OwnRule } from '#engines/rules/index.ts'
import { refuseEdition } from './refusals.ts'

/** What an office may put in a rule's place. `reason`: why these numbers. */
export type EditionContent = OwnRule | (NewNumbers & { readonly reason: string })

/** What a draft would have found over the history of a log. */
export interface Trial {
  readonly log: string
  readonly at: string
  readonly before: number
  readonly after: number
  readonly units: readonly {
    readonly unit: string | null
    readonly cases: number
    readonly samples: readonly string[]
  }[]
}

/** 规则的一生, in the stream `rule/<code>-<number>`. */
export type EditionEvent =
  | {
      readonly type: 'RuleDrafted'
      readonly code: string
      readonly number: number
      readonly content: EditionContent
    }
  | { readonly type: 'RuleTried'; readonly trial: Trial }
  | { readonly type: 'RuleApproved'; readonly from: Day }
  | { readonly type: 'RuleWithdrawn'; readonly reason: string; readonly until: Day }

export interface Edition {
  readonly code: string
  readonly number: number
  readonly content: EditionContent
  readonly draftedBy: string
  readonly draftedAt: EpochMs
  readonly trial: Trial | null
  readonly approval: { readonly by: string; readonly at: EpochMs; readonly from: Day } | null
  readonly withdrawal: {
    readonly by: string
    readonly at: EpochMs
    readonly reason: string
    readonly until: Day
  } | null
}

/** Never refuses: what is in the ledger happened. */
export function evolveEdition(
  state: Edition | undefined,
  event: EditionEvent,
  { at, by }: Told,
): Edition | undefined {
  if (event.type === 'RuleDrafted') {
    const { code, number, content } = event
    return {
      code,
      number,
      content,
      draftedBy: by,
      draftedAt: at,
      trial: null,
      approval: null,
      withdrawal: null,
    }
  }
  if (!state) return undefined
  switch (event.type) {
    case 'RuleTried':
      return { ...state, trial: event.trial }
    case 'RuleApproved':
      return { ...state, approval: { by, at, from: event.from } }
    case 'RuleWithdrawn':
      return { ...state, withdrawal: { by, at, reason: event.reason, until: event.until } }
  }
}

export const statusOf = ({ approval, withdrawal }: Edition) => {
  if (withdrawal) return approval ? ('withdrawn' as const) : ('dropped' as const)
  return approval ? ('approved' as const) : ('draft' as const)
}

const open = (state: Edition | undefined): Edition => {
  if (!state) throw refuseEdition('rule-edition.not-found')
  if (state.withdrawal) throw refuseEdition('rule-edition.ended')
  return state
}

export function tried(state: Edition | undefined, trial: Trial): EditionEvent[] {
  if (open(state).approval) throw refuseEdition('rule-edition.no-draft')
  return [{ type: 'RuleTried', trial }]
}

/** 批准: by a second person, from today at the earliest, after it was tried and while its examples come out. */
export function approve(
  state: Edition | undefined,
  { by, from, today, wrongExamples }: { by: string; from: Day; today: Day; wrongExamples: readonly string[] },
): EditionEvent[] {
  const { approval, draftedBy, trial } = open(state)
  if (approval) throw refuseEdition('rule-edition.no-draft')
  if (draftedBy === by) throw refuseEdition('rule-edition.own-draft')
  if (from < today) throw refuseEdition('rule-edition.in-the-past', { from, today })
  if (wrongExamples.length > 0)
    throw refuseEdition('rule-edition.examples-wrong', { examples: wrongExamples.join('；') })
  if (!trial) throw refuseEdition('rule-edition.untried')
  return [{ type: 'RuleApproved', from }]
}

/** 停用: it ends with a day and a reason; every case that it judged keeps its cards. */
export function withdraw(
  state: Edition | undefined,
  { reason, until, today }: { reason: string; until: Day; today: Day },
): EditionEvent[] {
  open(state)
  if (reason.trim().length < 5) throw refuseEdition('rule-edition.reason-needed')
  if (until < today) throw refuseEdition('rule-edition.in-the-past', { from: until, today })
  return [{ type: 'RuleWithdrawn', reason, until }]
}
