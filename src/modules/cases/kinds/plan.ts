import type { Bilingual } from '#kernel/refusal.ts'
import { formatLimit } from '#engines/clocks/index.ts'
import type { ItemVersion } from '#modules/catalogue/index.ts'

/** What the version of the item says of the way in which a case is handled. Plans of before it was recorded leave it out. */
export interface PlannedKind {
  /** 办事条件, one by one: a refusal names the one that is not met. */
  readonly conditions?: readonly PlannedCondition[]
  /** 裁量基准: a decision names the grade that it follows. */
  readonly grades?: readonly PlannedGrade[]
  /** 备案: takes effect on complete receipt. */
  readonly filing?: boolean
  /** Decided on the day on which it is complete. */
  readonly sameDay?: boolean
  readonly pledge?: PlannedPledge
  /** The limit of the express lane, as `3W`; left out: the platform's. */
  readonly express?: string
  /** 特别程序 that the guide announced, with the time each needs. */
  readonly special?: readonly { readonly kind: string; readonly name: Bilingual; readonly limit: string }[]
}

export interface PlannedCondition {
  readonly code: string
  readonly text: Bilingual
  readonly nature: 'fact' | 'judgement' | 'formality'
}

export interface PlannedGrade {
  readonly code: string
  readonly name: Bilingual
  readonly when: Bilingual
  readonly outcome: 'granted' | 'denied' | 'either'
}

export interface PlannedPledge {
  readonly text: Bilingual
  readonly waives: readonly string[]
  /** As `2M`. */
  readonly checkWithin: string
  readonly consequence: Bilingual
  readonly basis: string
}

type Content = ItemVersion['content']

export function kindOf(content: Content): PlannedKind {
  const { conditions, discretion = [], filing, sameDay, express, specialSteps } = content
  return {
    ...(conditions.length > 0 ? { conditions: conditions.map(conditionOf) } : {}),
    ...(discretion.length > 0 ? { grades: discretion } : {}),
    ...(filing ? { filing } : {}),
    ...(sameDay ? { sameDay } : {}),
    ...(content.pledge ? { pledge: pledgeOf(content.pledge) } : {}),
    ...(express ? { express: formatLimit(express) } : {}),
    ...(specialSteps.length > 0
      ? { special: specialSteps.map(({ kind, name, limit }) => ({ kind, name, limit: formatLimit(limit) })) }
      : {}),
  }
}

const conditionOf = ({ code, text, nature = 'fact' }: Content['conditions'][number]): PlannedCondition => ({
  ...{ code, text, nature },
})

const pledgeOf = ({ checkWithin, ...terms }: NonNullable<Content['pledge']>): PlannedPledge => ({
  ...terms,
  checkWithin: formatLimit(checkWithin),
})
