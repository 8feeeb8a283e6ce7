import type { Day, EpochMs } from '#kernel/day.ts'
import { dayOfNumber } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { refuse } from './refusals.ts'
import type { Settings } from './settings.ts'

/** Whoever acts. */
export interface Actor {
  readonly account: string
  readonly unit: string | null
  readonly roles: readonly string[]
}

/** What every decision is taken on besides its subject. */
export interface Deciding {
  readonly actor: Actor
  readonly today: Day
  readonly now: EpochMs
  readonly settings: Settings
}

export const dayAt = (at: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

/** 监察室: the office that keeps the register. */
export const isOffice = ({ roles }: Actor): boolean => roles.includes('supervisor')
export const isLeader = ({ roles }: Actor): boolean => roles.includes('leader')
export const isHeadOf = ({ roles, unit }: Actor, of: string): boolean =>
  roles.includes('unitHead') && unit === of

const LEAST = 6

/** A reason that somebody else can judge. */
export function mustSayWhy(reason: string): string {
  const text = reason.trim()
  if ([...text].length < LEAST) throw refuse('problem.reason-missing', { least: LEAST })
  return text
}
