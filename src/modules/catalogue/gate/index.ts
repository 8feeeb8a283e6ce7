import type { Finding, ItemContent } from '../contract.ts'
import type { Check, Surroundings } from './check.ts'

/** The publish gate in the order of its codes. */
export const CHECKS: readonly Check[] = []

export const examine = (content: ItemContent, around: Surroundings): Finding[] =>
  CHECKS.flatMap(({ code, check }) => check(content, around).map((found) => ({ check: code, ...found })))
