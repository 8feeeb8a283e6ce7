import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import type { StoredEvent } from '../../ledger/index.ts'
import { type ClockEvent, type ClockState, evolve, NO_CLOCK } from '../clock.ts'
import type { ClockKind } from '../terms.ts'

type Started = Exclude<ClockState, { status: 'none' }>

export const Kind = z.enum(['statutory', 'committed', 'step', 'stated', 'other'])

/** Written by projectRow alone; checked deeply it would cost more than computing the end anew. */
export const ClockStateShape = z.custom<Started>(
  (value) => typeof value === 'object' && value !== null && 'terms' in value,
)

/** One move of an end by a calendar: nobody touched the matter itself. */
export interface EndMove {
  readonly at: EpochMs
  readonly from: EpochMs | null
  readonly to: EpochMs | null
  /** The notice or file that moved it. */
  readonly title: string
  /** Whether the end still rests on days whose notice has not been published. */
  readonly provisional: boolean
}

/** Written by our own code alone, like the state. */
export const EndMoves = z.custom<readonly EndMove[]>((value) => Array.isArray(value))

/** A clock as its list shows it. */
export interface ClockRow {
  readonly id: string
  readonly subject: string
  readonly kind: ClockKind
  readonly rule: string | null
  readonly unit: string
  readonly status: 'open' | 'suspended' | 'stopped' | 'expired'
  readonly startedAt: EpochMs
  readonly dueAt: EpochMs | null
  readonly warnAt: EpochMs | null
  readonly warned: boolean
  /** When it next does something by itself; null: never, as things stand. */
  readonly nextAt: EpochMs | null
  readonly provisional: boolean
  readonly calendar: string
  readonly calendarVersion: string
  readonly expiredAt: EpochMs | null
  readonly stoppedAt: EpochMs | null
  readonly defects: number
  /** The colour that falls due with it, for a rung after the end of a limit. */
  readonly rung: string | null
  /** Who answers for it: the post, its holder, and who stands in. */
  readonly post: string | null
  readonly holder: string | null
  readonly backup: string | null
  readonly moves: readonly EndMove[]
  readonly state: Started
  readonly version: number
}

/** What was computed when an event was recorded; kept with it, so that lists come from the ledger alone. */
export interface Projected {
  readonly dueAt: EpochMs | null
  readonly warnAt: EpochMs | null
  readonly provisional: boolean
  readonly calendarVersion: string
}

/** Besides what people did to a clock, its stream tells that its warning rung was passed. */
export type ClockRecord =
  | { readonly event: ClockEvent; readonly projected: Projected | null; readonly subject: string }
  | { readonly event: ClockWarned }

export interface ClockWarned {
  readonly type: 'ClockWarned'
  /** The instant of the rung, not of the sweep. */
  readonly at: EpochMs
  readonly noticedAt: EpochMs
}

/**
 * The journal of dates that moved without anyone touching their matters: a batch of clocks, each with its old end and
 * its new one, and the notice that is the reason. One event for a batch: a million events would be a gigabyte.
 */
export interface ClocksReprojected {
  readonly calendar: string
  readonly calendarVersion: string
  readonly title: string
  readonly moves: readonly ClockMove[]
}

export interface ClockMove {
  readonly clock: string
  readonly from: EpochMs | null
  readonly to: EpochMs | null
  readonly warnAt: EpochMs | null
  readonly provisional: boolean
}

const STREAM = 'clock/'
export const streamOf = (id: string): string => STREAM + id
export const isClockStream = (stream: string): boolean => stream.startsWith(STREAM)
export const idOf = (stream: string): string => stream.slice(STREAM.length)

/** Two walk at once, so each has a stream of its own. */
export const movesStreamOf = (calendar: string, walker: number): string => `clock-moves/${calendar}/${walker}`
export const REPROJECTED = 'ClocksReprojected'

const Instant = z.number().int()
const ProjectedShape = z.object({
  dueAt: Instant.nullable(),
  warnAt: Instant.nullable(),
  provisional: z.boolean(),
  calendarVersion: z.string(),
})
const Payload = z.object({
  event: z.custom<ClockRecord['event']>(
    (value) => typeof value === 'object' && value !== null && 'type' in value,
  ),
  projected: ProjectedShape.nullable().optional(),
  subject: z.string().optional(),
})

export function recordOf({ payload }: StoredEvent): z.infer<typeof Payload> {
  return Payload.parse(payload)
}

const MovesPayload = z.object({
  calendar: z.string(),
  calendarVersion: z.string(),
  title: z.string(),
  moves: z.array(
    z.object({
      clock: z.string(),
      from: Instant.nullable(),
      to: Instant.nullable(),
      warnAt: Instant.nullable(),
      provisional: z.boolean(),
    }),
  ),
})

export const movesOf = ({ payload }: StoredEvent): ClocksReprojected => MovesPayload.parse(payload)

/** The row after its end was moved by a calendar. */
export function moveRow(
  row: ClockRow,
  { from, to, warnAt, provisional }: ClockMove,
  { at, title, calendarVersion }: { at: EpochMs; title: string; calendarVersion: string },
): ClockRow {
  const moves = [...row.moves, { at, from, to, title, provisional }]
  return withNext({ ...row, dueAt: to, warnAt, provisional, calendarVersion, moves })
}

/** The row after one more event; events are never refused here, since what is in the ledger happened. */
export function projectRow(row: ClockRow | undefined, stored: StoredEvent): ClockRow | undefined {
  const { event, projected, subject } = recordOf(stored)
  const { version } = stored
  if (event.type === 'ClockWarned') return row && withNext({ ...row, warned: true, version })
  const state = evolve(row?.state ?? NO_CLOCK, event)
  if (state.status === 'none') return row
  const { terms, defects } = state
  return withNext({
    id: idOf(stored.stream),
    subject: row?.subject ?? subject ?? '',
    kind: terms.kind,
    rule: terms.rule ?? null,
    unit: terms.handlingUnit,
    status: state.status === 'running' ? 'open' : state.status,
    startedAt: state.startedAt,
    dueAt: row?.dueAt ?? null,
    warnAt: row?.warnAt ?? null,
    provisional: row?.provisional ?? false,
    calendarVersion: row?.calendarVersion ?? '',
    ...projected,
    warned: stillWarned(row, projected?.warnAt),
    nextAt: null,
    calendar: terms.calendar,
    expiredAt: state.status === 'expired' || state.status === 'stopped' ? (state.expiredAt ?? null) : null,
    stoppedAt: state.status === 'stopped' ? state.stoppedAt : null,
    defects: defects.length,
    rung: terms.rung ?? null,
    post: terms.owner?.post ?? null,
    holder: terms.owner?.holder ?? null,
    backup: terms.owner?.backup ?? null,
    moves: row?.moves ?? [],
    state,
    version,
  })
}

/** A rung that moved later can be passed again. */
function stillWarned(row: ClockRow | undefined, warnAt: EpochMs | null | undefined): boolean {
  if (!row?.warned) return false
  return warnAt === undefined || warnAt === null || row.warnAt === null || warnAt <= row.warnAt
}

const withNext = (row: ClockRow): ClockRow => ({ ...row, nextAt: nextAtOf(row) })

/** What an open clock waits for: its warning rung, then its end; a provisional end is nobody's end yet. */
export function nextAtOf({
  status,
  warnAt,
  warned,
  provisional,
  dueAt,
}: Pick<ClockRow, 'status' | 'warnAt' | 'warned' | 'provisional' | 'dueAt'>): EpochMs | null {
  if (status !== 'open') return null
  if (warnAt !== null && !warned) return warnAt
  return provisional ? null : dueAt
}
