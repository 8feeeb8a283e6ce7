import type { Day, EpochMs } from '#kernel/day.ts'
import type { EvidenceKind, Mark, Recheck, RoundKind, VisitStanding } from '../terms.ts'

/** 一次检查: one place seen by its inspectors, as their devices told it. Stream `visit/<id>`. */
export type VisitEvent =
  | ({ readonly type: 'VisitPlanned' } & PlannedVisit)
  | { readonly type: 'InspectorsChanged'; readonly inspectors: readonly string[]; readonly reason: string }
  | { readonly type: 'VisitSkipped'; readonly reason: string }
  | ({ readonly type: 'VisitStarted' } & Started & ByDevice)
  | ({ readonly type: 'SheetAnswered'; readonly answers: readonly Answer[] } & ByDevice)
  | ({ readonly type: 'EvidenceKept' } & Evidence & ByDevice)
  | ({ readonly type: 'StatementTaken' } & Statement & ByDevice)
  | ({ readonly type: 'FindingNoted' } & NotedFinding & ByDevice)
  | ({ readonly type: 'FindingRechecked' } & Rechecked & ByDevice)
  | ({ readonly type: 'VisitEnded'; readonly submitBy: Day } & ByDevice)
  | { readonly type: 'SheetHandedIn'; readonly text: string }
  /** By the clock of the sheet: one working day is left, or none. */
  | { readonly type: 'SheetReminded' }
  | { readonly type: 'SheetOverdue' }

export interface PlannedVisit {
  readonly round: string
  readonly kind: RoundKind
  readonly theme: string
  readonly unit: string
  readonly section: string | null
  readonly group: string
  readonly inspectors: readonly string[]
  readonly bodies: readonly string[]
  readonly checklist: { readonly code: string; readonly version: number }
  readonly from: Day
  readonly until: Day
  readonly sealed: boolean
  readonly team: readonly string[]
  /** Drawn by lot out of strata: only such visits say something about those that were not visited. */
  readonly random: boolean
  readonly follows: readonly string[]
  /** Who is asked for each item that asks, in the order of their lots. */
  readonly receivers?: readonly { readonly item: string; readonly reference: string }[]
}

/** Which act of which device it was, and when by the device's clock, set right by what the server knew of it. */
export interface ByDevice {
  readonly device: string
  readonly nth: number
  readonly deviceAt: EpochMs
}

export interface Position {
  readonly latitude: number
  readonly longitude: number
  /** Metres. */
  readonly accuracy: number
}

export interface Started {
  readonly position: Position | null
  readonly present: readonly string[]
  /** How far the device's clock was off, in milliseconds. */
  readonly drift: EpochMs
}

export interface Answer {
  readonly item: string
  readonly mark: Mark
  readonly note: string
  readonly receivers: readonly {
    readonly reference: string
    readonly confirms: boolean
    /** False: was tried and not reached. */
    readonly reached?: boolean
  }[]
}

export interface Evidence {
  readonly evidence: string
  readonly kind: EvidenceKind
  /** In the vault, under the key of this visit's evidence; null: a note, whose text is here. */
  readonly file: string | null
  readonly holder: string | null
  readonly text: string
  readonly caption: string
  readonly item: string | null
  readonly sha256: string
  readonly mediaType: string
  readonly size: number
  readonly position: Position | null
  readonly witnesses: readonly string[]
}

/** 现场陈述: what the visited say on the spot. */
export interface Statement {
  /** Post or duty. */
  readonly speaker: string
  /** Who it was: a reference into the vault. */
  readonly person: string | null
  readonly text: string
  readonly signature: string | null
  /** 拒绝签名: who witnessed it. */
  readonly refusedBefore: string | null
}

export interface NotedFinding {
  readonly finding: string
  readonly item: string | null
  readonly body: string | null
  readonly fact: string
  readonly severity: 'light' | 'ordinary' | 'grave'
  readonly dueOn: Day | null
  readonly recheckOn: Day | null
}

export interface Rechecked {
  readonly finding: string
  readonly outcome: Recheck
  readonly note: string
}

interface ToldAt {
  readonly by: string
  /** When the server took it in. */
  readonly at: EpochMs
}

export interface Visit extends PlannedVisit {
  readonly visit: string
  readonly plannedAt: EpochMs
  readonly skipped: (ToldAt & { readonly reason: string }) | null
  readonly started: (Started & ByDevice & ToldAt) | null
  readonly answers: readonly Answer[]
  readonly evidence: readonly (Evidence & ByDevice & ToldAt)[]
  readonly statements: readonly (Statement & ByDevice & ToldAt)[]
  readonly findings: readonly (NotedFinding & ByDevice & ToldAt)[]
  readonly rechecks: readonly (Rechecked & ByDevice & ToldAt)[]
  readonly ended: (ByDevice & ToldAt & { readonly submitBy: Day }) | null
  readonly submitted: (ToldAt & { readonly text: string }) | null
  /** Not there before it happened: the sheet was asked for, and was not there in time. */
  readonly remindedAt?: EpochMs
  readonly overdueAt?: EpochMs
  /** Acts that each device told, by number: none is taken twice, and none is missing when the visit ends. */
  readonly told: Readonly<Record<string, readonly number[]>>
}

export function evolveVisit(
  state: Visit | undefined,
  event: VisitEvent,
  { at, by, id }: ToldAt & { readonly id: string },
): Visit | undefined {
  if (event.type === 'VisitPlanned') {
    const { type: _, ...planned } = event
    return {
      ...{ ...planned, visit: id, plannedAt: at, skipped: null, started: null, answers: [], evidence: [] },
      ...{ statements: [], findings: [], rechecks: [], ended: null, submitted: null, told: {} },
    }
  }
  if (!state) return state
  const { type, ...said } = event
  const entry = { ...said, by, at } as never
  return noteDevice({ ...state, ...changedBy(state, type, entry) }, event)
}

function changedBy(state: Visit, type: VisitEvent['type'], entry: never): Partial<Visit> {
  switch (type) {
    case 'InspectorsChanged':
      return { inspectors: (entry as { inspectors: readonly string[] }).inspectors }
    case 'VisitSkipped':
      return { skipped: entry }
    case 'VisitStarted':
      return { started: entry }
    case 'SheetAnswered': {
      const { answers } = entry as { answers: readonly Answer[] }
      const kept = state.answers.filter(({ item }) => !answers.some((one) => one.item === item))
      return { answers: [...kept, ...answers] }
    }
    case 'EvidenceKept':
      return { evidence: [...state.evidence, entry] }
    case 'StatementTaken':
      return { statements: [...state.statements, entry] }
    case 'FindingNoted':
      return { findings: [...state.findings, entry] }
    case 'FindingRechecked':
      return { rechecks: [...state.rechecks, entry] }
    case 'VisitEnded':
      return { ended: entry }
    case 'SheetHandedIn':
      return { submitted: entry }
    case 'SheetReminded':
      return { remindedAt: (entry as ToldAt).at }
    case 'SheetOverdue':
      return { overdueAt: (entry as ToldAt).at }
    case 'VisitPlanned':
      return {}
  }
}

const noteDevice = (state: Visit, event: VisitEvent): Visit => {
  if (!('device' in event)) return state
  const { device, nth } = event
  return { ...state, told: { ...state.told, [device]: [...(state.told[device] ?? []), nth] } }
}

export function standingOf({ skipped, started, ended, submitted }: Visit): VisitStanding {
  if (skipped) return 'skipped'
  if (submitted) return 'submitted'
  if (ended) return 'ended'
  return started ? 'started' : 'planned'
}
