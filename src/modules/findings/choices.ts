import type { Bilingual } from '#kernel/refusal.ts'
import { conducts } from './conducts.ts'
import { SEVERITY_WORDS } from './terms.ts'

type Pair = readonly [zh: string, en: string]
const pairOf = ({ zh, en }: Bilingual): Pair => [zh, en]

/** The taxonomy as the choices of a field, for registers whose entries become findings. */
export const conductChoices: Readonly<Record<string, Pair>> = Object.fromEntries(
  conducts.map((one) => [one.code, pairOf(one)]),
)

export const severityChoices: Readonly<Record<string, Pair>> = Object.fromEntries(
  Object.entries(SEVERITY_WORDS).map(([code, words]) => [code, pairOf(words)]),
)
