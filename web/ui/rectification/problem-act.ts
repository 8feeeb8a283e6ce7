import {
  getProblem,
  listProblems,
  type ProblemView,
  rectificationBoard,
} from '#modules/rectification/contract.ts'

export const refreshes = { refreshes: [getProblem, listProblems, rectificationBoard] }

export interface Of {
  readonly of: ProblemView
}
