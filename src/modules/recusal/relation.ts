import type { Day, EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { lastDayBefore, parseLimit } from '#engines/clocks/index.ts'
import { refuse } from './refusals.ts'
import { servedWithin } from './settings.ts'
import { type ConflictKind, RELATION_WORDS, type RelationKind } from './terms.ts'

/**
 * 回避: what stands between one person and whom he might judge. In the stream `recusal/<account>`.
 *
 * Basis: 《公务员法》第七十六条 (kin, interests, what may impair fairness), 《政府督查工作条例》第十七条 (who took part in a
 * finding stands aside in its review). Nothing here is withdrawn: a service ends, a relation is declared or recorded.
 */
export type RecusalEvent =
  | ({ readonly type: 'RelationDeclared' } & Relation)
  | ({ readonly type: 'ServiceRecorded' } & Service)
  /** 开卷前申报: said before a file is opened, with relation or without. */
  | ({ readonly type: 'FileDeclared' } & FileDeclaration)
  /** Found later: a relation or service that was there when "none" was declared. */
  | {
      readonly type: 'UndeclaredFound'
      readonly subject: string
      readonly unit: string
      readonly because: Bilingual
    }

export interface Relation {
  readonly kind: RelationKind
  /** With a unit as such, or with a person in it. */
  readonly unit: string | null
  readonly account: string | null
  readonly note: string
}

export interface Service {
  readonly unit: string
  readonly from: Day
  /** Null: still there. */
  readonly to: Day | null
}

export interface FileDeclaration {
  /** The stream of what is handled, such as `finding/F261122-01234`. */
  readonly subject: string
  readonly unit: string
  readonly accounts: readonly string[]
  /** Null: he declares that there is none. */
  readonly relation: RelationKind | null
  readonly note: string
  readonly on: Day
}

export interface RecusalState {
  readonly account: string
  readonly relations: readonly (Relation & { readonly by: string; readonly at: EpochMs })[]
  readonly services: readonly (Service & { readonly by: string; readonly at: EpochMs })[]
  readonly files: readonly (FileDeclaration & { readonly at: EpochMs })[]
  readonly undeclared: readonly {
    readonly subject: string
    readonly unit: string
    readonly because: Bilingual
    readonly at: EpochMs
  }[]
}

export const nothingKnown = (account: string): RecusalState => ({
  ...{ account, relations: [], services: [], files: [], undeclared: [] },
})

export function evolveRecusal(
  before: RecusalState | undefined,
  { type, ...said }: RecusalEvent,
  { at, by, id }: { readonly at: EpochMs; readonly by: string; readonly id: string },
): RecusalState {
  const state = before ?? nothingKnown(id)
  switch (type) {
    case 'RelationDeclared':
      return { ...state, relations: [...state.relations, { ...(said as Relation), by, at }] }
    case 'ServiceRecorded': {
      const service = said as Service
      const others = state.services.filter((one) => one.unit !== service.unit || one.from !== service.from)
      return { ...state, services: [...others, { ...service, by, at }] }
    }
    case 'FileDeclared':
      return { ...state, files: [...state.files, { ...(said as FileDeclaration), at }] }
    case 'UndeclaredFound': {
      const found = said as Omit<RecusalState['undeclared'][number], 'at'>
      return { ...state, undeclared: [...state.undeclared, { ...found, at }] }
    }
  }
}

/** Why somebody stands aside. */
export interface Conflict {
  readonly kind: ConflictKind
  readonly unit: string | null
  readonly account: string | null
  readonly because: Bilingual
}

export interface Concerned {
  /** The units concerned, with those above and below where these are concerned too. */
  readonly units: readonly string[]
  readonly accounts?: readonly string[] | undefined
}

/** Everything known that stands between a person and those concerned, on a day. */
export function conflictsIn(
  { account, relations, services }: RecusalState,
  ownUnit: string | null,
  { units, accounts = [] }: Concerned,
  today: Day,
): Conflict[] {
  const since = lastDayBefore(today, parseLimit(servedWithin(today)))
  return [
    ...accounts.flatMap((one) => (one === account ? [ofSelf(one)] : [])),
    ...units.flatMap((unit) => (unit === ownUnit ? [ofOwnUnit(unit)] : [])),
    ...services.flatMap((service) =>
      units.includes(service.unit) && service.from <= today && (service.to ?? today) >= since
        ? [ofService(service)]
        : [],
    ),
    ...relations.flatMap((relation) =>
      (relation.unit !== null && units.includes(relation.unit)) ||
      (relation.account !== null && accounts.includes(relation.account))
        ? [ofRelation(relation)]
        : [],
    ),
  ]
}

const concernedBy = ({ unit, accounts }: FileDeclaration): Concerned => ({ units: [unit], accounts })

const ofSelf = (account: string): Conflict => ({
  ...{ kind: 'self', unit: null, account },
  because: { zh: '涉及本人', en: 'it is about oneself' },
})
const ofOwnUnit = (unit: string): Conflict => ({
  ...{ kind: 'ownUnit', unit, account: null },
  because: { zh: '涉及本人所在单位', en: 'it is about the own unit' },
})
const ofService = ({ unit, from, to }: Service): Conflict => ({
  ...{ kind: 'served', unit, account: null },
  because: {
    zh: `曾在该单位任职（${from} 至 ${to ?? '今'}）`,
    en: `served in the unit (${from} to ${to ?? 'now'})`,
  },
})
const ofRelation = ({ kind, unit, account }: Relation): Conflict => ({
  ...{ kind: 'declared', unit, account },
  because: {
    zh: `已登记的关系：${RELATION_WORDS[kind].zh}`,
    en: `a relation on record: ${RELATION_WORDS[kind].en}`,
  },
})

/** A relation or service comes to be known: files in which it was not declared are found with it. */
export function learn(
  before: RecusalState,
  ownUnit: string | null,
  event: Extract<RecusalEvent, { type: 'RelationDeclared' | 'ServiceRecorded' }>,
): RecusalEvent[] {
  if (event.type === 'ServiceRecorded') refuseService(before, event)
  else refuseRelation(before, event)
  const after = evolveRecusal(before, event, { at: 0, by: '', id: before.account })
  const found = before.files
    .filter(({ relation, subject }) => relation === null && !isFound(before, subject))
    .flatMap((file): RecusalEvent[] => {
      const earlier = conflictsIn(before, ownUnit, concernedBy(file), file.on)
      const [fresh] = conflictsIn(after, ownUnit, concernedBy(file), file.on).slice(earlier.length)
      return fresh
        ? [{ type: 'UndeclaredFound', subject: file.subject, unit: file.unit, because: fresh.because }]
        : []
    })
  return [event, ...found]
}

const isFound = ({ undeclared }: RecusalState, subject: string): boolean =>
  undeclared.some((one) => one.subject === subject)

function refuseService({ services }: RecusalState, { unit, from, to }: Service): void {
  if (to !== null && to < from) throw refuse('recusal.period', { from, to })
  if (services.some((one) => one.unit === unit && one.from === from && one.to === to))
    throw refuse('recusal.known')
}

function refuseRelation({ account: self, relations }: RecusalState, { kind, unit, account }: Relation): void {
  if (unit === null && account === null) throw refuse('recusal.nobody')
  if (account === self) throw refuse('recusal.self')
  if (relations.some((one) => one.kind === kind && one.unit === unit && one.account === account))
    throw refuse('recusal.known')
}

/** 申报: who declares a relation is recused by it; who declares none while one is on record is refused. */
export function declareForFile(
  state: RecusalState,
  ownUnit: string | null,
  file: FileDeclaration,
): RecusalEvent[] {
  if (file.relation === null) refuseKnown(conflictsIn(state, ownUnit, concernedBy(file), file.on))
  return [{ type: 'FileDeclared', ...file }]
}

export function refuseKnown(conflicts: readonly Conflict[]): void {
  const [first] = conflicts
  if (!first) return
  const because = `${first.because.zh} / ${first.because.en}`
  throw refuse('recusal.conflict', { because, kind: first.kind })
}

export const RECUSAL = 'recusal/'
