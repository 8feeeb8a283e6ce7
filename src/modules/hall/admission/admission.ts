import type { Day } from '#kernel/day.ts'
import type { AdmissionFlag, AdmissionState } from '../contract.ts'
import { refuse } from './refusals.ts'

/** 进驻档案: one item and one hall, in the stream `admission/<hall>/<item>`. */
export type AdmissionEvent =
  | { readonly type: 'AdmissionRequested'; readonly unit: string; readonly on: Day; readonly reason: string }
  | ({ readonly type: 'AdmissionApproved' } & Approval)
  | ({ readonly type: 'ItemExempted'; readonly unit: string } & Exemption)
  | { readonly type: 'OutsideExplained'; readonly unit: string; readonly reason: string; readonly dueOn: Day }
  | { readonly type: 'EntryFollowedUp'; readonly on: Day; readonly note: string }

export interface Approval {
  readonly on: Day
  readonly document: string
  readonly entryOn: Day
  readonly counter: string
  readonly batch: string | null
}

export interface Exemption {
  readonly approver: string
  readonly document: string
  readonly reason: string
  readonly until: Day
}

export interface Admission {
  /** Whose item it is. */
  readonly unit: string
  readonly request: { readonly on: Day; readonly reason: string } | null
  readonly approval: Approval | null
  readonly exemption: Exemption | null
  readonly outside: { readonly reason: string; readonly dueOn: Day } | null
  readonly followUp: { readonly on: Day; readonly note: string } | null
}

export const NO_FILE: Admission = {
  unit: '',
  ...{ request: null, approval: null, exemption: null, outside: null, followUp: null },
}

export function evolveAdmission(state: Admission | undefined, event: AdmissionEvent): Admission {
  const before = state ?? NO_FILE
  switch (event.type) {
    case 'AdmissionRequested': {
      const { unit, on, reason } = event
      return { ...before, unit, request: { on, reason } }
    }
    case 'AdmissionApproved': {
      const { type: _type, ...approval } = event
      return { ...before, approval, exemption: null, followUp: null }
    }
    case 'ItemExempted': {
      const { type: _type, unit, ...exemption } = event
      return { ...before, unit, exemption }
    }
    case 'OutsideExplained': {
      const { unit, reason, dueOn } = event
      return { ...before, unit, outside: { reason, dueOn } }
    }
    case 'EntryFollowedUp':
      return { ...before, followUp: { on: event.on, note: event.note } }
  }
}

const isEntered = ({ approval }: Admission, today: Day) => approval !== null && approval.entryOn <= today

export function request(
  state: Admission | undefined,
  given: { unit: string; on: Day; reason: string },
): AdmissionEvent[] {
  if (state?.approval) throw refuse('admission.approved-already')
  return [{ type: 'AdmissionRequested', ...given }]
}

/** 核准: what was asked for, from tomorrow at the earliest, so that people know where to go. */
export function approve(state: Admission | undefined, given: Approval): AdmissionEvent[] {
  if (!state?.request) throw refuse('admission.not-requested')
  if (state.approval && isEntered(state, given.on)) throw refuse('admission.approved-already')
  if (given.entryOn <= given.on) throw refuse('admission.entry-not-later', { today: given.on })
  return [{ type: 'AdmissionApproved', ...given }]
}

interface Exempting extends Omit<Exemption, 'until'> {
  readonly unit: string
  readonly until: Day | null
  readonly today: Day
}

/** 应进必进: staying outside takes somebody who answers for it, and a day on which it ends. */
export function exempt(
  state: Admission | undefined,
  { today, until, ...given }: Exempting,
): AdmissionEvent[] {
  if (given.approver.trim() === '' || given.document.trim() === '' || given.reason.trim() === '')
    throw refuse('admission.exemption-unsigned')
  if (until === null) throw refuse('admission.exemption-endless')
  if (until <= today) throw refuse('admission.exemption-over', { today })
  if (state && isEntered(state, today)) throw refuse('admission.approved-already')
  return [{ type: 'ItemExempted', ...given, until }]
}

export function explain(
  state: Admission | undefined,
  given: { unit: string; reason: string; dueOn: Day; today: Day },
): AdmissionEvent[] {
  const { today, ...said } = given
  if (state && isEntered(state, today)) throw refuse('admission.approved-already')
  if (said.dueOn <= today) throw refuse('admission.due-not-later', { today })
  return [{ type: 'OutsideExplained', ...said }]
}

export function followUp(state: Admission | undefined, given: { on: Day; note: string }): AdmissionEvent[] {
  if (!state || !isEntered(state, given.on)) throw refuse('admission.not-entered')
  return [{ type: 'EntryFollowedUp', ...given }]
}

export function stateOf(state: Admission, today: Day): AdmissionState {
  if (isEntered(state, today)) return 'entered'
  if (state.approval) return 'approved'
  if (state.exemption && state.exemption.until >= today) return 'exempt'
  return state.request ? 'requested' : 'outside'
}

export interface EntryCases {
  readonly inHall: number
  readonly elsewhere: number
  readonly firstAt: number | null
}

interface Looked {
  readonly today: Day
  readonly followUpOn: Day | null
  readonly cases: EntryCases | null
}

/** What the file contradicts: entered on paper, or outside without an answer. */
export function flagsOf(state: Admission, { today, followUpOn, cases }: Looked): AdmissionFlag[] {
  const flags: AdmissionFlag[] = []
  if (isEntered(state, today)) {
    if ((cases?.elsewhere ?? 0) > 0) flags.push('elsewhere')
    const due = followUpOn !== null && followUpOn <= today
    if (due && (cases?.inHall ?? 0) === 0) flags.push('noCase')
    if (due && state.followUp === null) flags.push('followUpDue')
    return flags
  }
  const { exemption, outside, approval, request: asked } = state
  if (exemption && exemption.until < today) flags.push('exemptionOver')
  if (stateOf(state, today) === 'exempt' || approval) return flags
  if (!outside && !asked) flags.push('unexplained')
  if (outside && outside.dueOn < today) flags.push('outsideOverdue')
  return flags
}
