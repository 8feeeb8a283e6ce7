import type { Desk } from './plan.ts'

/** Whoever acts on a case, and what they stand for at that moment. */
export interface CaseActor {
  readonly account: string
  readonly unit: string | null
  readonly headOfUnit: boolean
  /** A leader of the government, above every handling unit. */
  readonly leader: boolean
  /** Sits in the service hall and serves every department there. */
  readonly atHall: boolean
  /** Posts held now, as `unit/post`: as holder, or as backup while the holder is away. */
  readonly desks: ReadonlySet<string>
  /** Those of them held as backup. */
  readonly asBackup: ReadonlySet<string>
  /** Whose powers are had as backup, because they are away. */
  readonly standsInFor?: ReadonlySet<string>
  /** A resident acting for himself: his reference in the vault. */
  readonly person: string | null
}

export const deskName = ({ unit, post }: Desk): string => `${unit}/${post}`

/** The system itself, when the law lets something follow from the passing of time. */
export const THE_LAW: CaseActor = {
  account: 'system/law',
  unit: null,
  headOfUnit: false,
  leader: false,
  atHall: false,
  desks: new Set(),
  asBackup: new Set(),
  person: null,
}

/** Serves at the front of the unit: its own people, and the hall's for every department. */
export const serves = (actor: CaseActor, unit: string): boolean => actor.unit === unit || actor.atHall

export const heads = (actor: CaseActor, unit: string): boolean => actor.headOfUnit && actor.unit === unit

/** Holds the post, or heads the unit that it belongs to. */
export const holds = (actor: CaseActor, desk: Desk): boolean =>
  actor.desks.has(deskName(desk)) || heads(actor, desk.unit)
