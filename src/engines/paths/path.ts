import type { Bilingual } from '#kernel/refusal.ts'
import type { GATE_KINDS, Persons, Power } from './terms.ts'

export { END, PERSONS, type Persons, type Power, POWERS, START } from './terms.ts'

/** 路径: how a matter goes through posts and departments, as drawn on the canvas or read from a list of steps. */
export interface Path {
  readonly steps: readonly PathStep[]
  readonly gates: readonly Gate[]
  /** Between ids of steps and gates, from `START` to `END`. */
  readonly flows: readonly Flow[]
  readonly joint: Joint | null
  readonly persons: Persons
}

export interface PathStep {
  readonly id: string
  readonly name: Bilingual
  /** The word of whoever owns the path: 审查, 现场核查. */
  readonly kind: string
  /** Null: the acting unit itself. */
  readonly unit: string | null
  readonly post: string
  readonly power: Power | null
  /** As the clocks engine reads it, `5W`; empty where nobody has said. */
  readonly limit: string
  /** Steps elsewhere whose result this one may wait for. */
  readonly needs: readonly string[]
}

/** 并行开始 and 并行汇合: every branch of a fork runs, and the join waits for all of them. */
export interface Gate {
  readonly id: string
  readonly kind: (typeof GATE_KINDS)[number]
}

export interface Flow {
  readonly from: string
  readonly to: string
}

/** 联合审批 (行政许可法 26, 42): the branches of the one fork run under a common limit and one department assembles. */
export interface Joint {
  readonly lead: string | null
  readonly limit: string
}

export type PathFault =
  | 'dead-end'
  | 'unreachable'
  | 'circular'
  | 'unknown-flow'
  | 'unknown-need'
  | 'gate'
  | 'nested'
  | 'no-post'
  | 'no-power'
  | 'no-clock'
  | 'mixed-units'
  | 'beyond-joint-limit'
  | 'joint-beyond-law'
  | 'joint-without-branches'
  | 'no-lead'
  | 'one-person-twice'
  | 'third-signature'
  | 'long-branch'

/** What is wrong with a path, where, and what to do: sentences for whoever drew it. */
export interface PathFinding {
  readonly fault: PathFault
  readonly level: 'blocking' | 'warning'
  /** Ids of steps and gates to look at. */
  readonly at: readonly string[]
  readonly text: Bilingual
  readonly todo: Bilingual
}
