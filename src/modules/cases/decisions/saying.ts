import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import type { LivingCase } from '../case.ts'
import { refuse } from '../refusals.ts'

export const spoken = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE).slice(0, 16).replace('T', ' ')

/** A reason that must be there, in words. */
export function required(text: string, what: Bilingual): void {
  if (text.trim() === '') throw refuse('case.reason-missing', { what: `${what.zh} ${what.en}` })
}

const OVER: Readonly<Partial<Record<LivingCase['status'], string>>> = {
  decided: '作出决定 decided',
  delivered: '办结送达 delivered',
  declined: '不予受理 declined',
  withdrawn: '撤回 withdrawn',
}
export const overText = ({ status }: LivingCase): string => OVER[status] ?? status
