import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import type { StoredEvent } from '../../ledger/index.ts'
import { type ClockEvent, type ClockState, evolve, NO_CLOCK } from '../clock.ts'
import type { ClockKind } from '../terms.ts'

type Started = Exclude<ClockState, { status: 'none' }>

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

/** Besides what people did to a clock, its stream tells that its warning rung was passed and that its end was moved. */
export type ClockRecord =
  | { readonly event: ClockEvent; readonly projected: Projected | null; readonly subject: string }
  | { readonly event: ClockWarned }
  | { readonly event: ClockReprojected; readonly projected: Projected }

export interface ClockWarned {
  readonly type: 'ClockWarned'
  /** The instant of the rung, not of the sweep. */
  readonly at: EpochMs
  readonly noticedAt: EpochMs
}

/** The journal of a date that moved without anyone touching its matter: old, new, and why. */
export interface ClockReprojected {
  readonly type: 'ClockReprojected'
  readonly at: EpochMs
  readonly from: EpochMs | null
  readonly to: EpochMs | null
  readonly why: { readonly zh: string; readonly en: string }
}

const STREAM = 'clock/'
export const streamOf = (id: string): string => STREAM + id
export const isClockStream = (stream: string): boolean => stream.startsWith(STREAM)
export const idOf = (stream: string): string => stream.slice(STREAM.length)

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

/** The row after one more event; events are never refused here, since what is in the ledger happened. */
export function projectRow(row: ClockRow | undefined, stored: StoredEvent): ClockRow | undefined {
  const { event, projected, subject } = recordOf(stored)
  const { version } = stored
  if (event.type === 'ClockWarned') return row && withNext({ ...row, warned: true, version })
  if (event.type === 'ClockReprojected')
    return row && projected ? withNext({ ...row, ...projected, version }) : row
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
    state,
    version,
  })
}

/** A rung that moved later can be passed again. */
function stillWarned(row: ClockRow | undefined, warnAt: EpochMs | null | undefined): boolean {
  if (!row?.warned) return false
  return warnAt === undefined || warnAt === null || row.warnAt === null || warnAt <= row.warnAt
}

/** What an open clock waits for: its warning rung, then its end; a provisional end is nobody's end yet. */
function withNext(row: ClockRow): ClockRow {
  if (row.status !== 'open') return { ...row, nextAt: null }
  const nextAt = row.warnAt !== null && !row.warned ? row.warnAt : row.provisional ? null : row.dueAt
  return { ...row, nextAt }
}
