import type { EpochMs } from '#kernel/day.ts'
import { required } from '../decisions/saying.ts'
import type { LiabilityCause } from '../liability-shape.ts'
import { refuse } from './refusals.ts'

/**
 * 由此产生的后果由该部门负责，然后再追究部门内部有关责任人的责任 (CASE-13): two steps, in this order. The first follows by
 * itself, with the default; the second is an inquiry outside the department with a day by which it is concluded.
 */
export type LiabilityEvent =
  | { readonly type: 'DepartmentLiable'; readonly data: DepartmentLiable }
  | { readonly type: 'InquiryOpened'; readonly data: { readonly note: string } }
  | { readonly type: 'InquiryConcluded'; readonly data: InquiryConcluded }
  /** The card that it was entered for was withdrawn: nobody answers for what was no fault. */
  | { readonly type: 'LiabilityLifted'; readonly data: { readonly card: string; readonly reason: string } }

export interface DepartmentLiable {
  readonly liability: string
  readonly caseNo: string
  readonly item: string
  readonly itemName: { readonly zh: string; readonly en: string }
  readonly unit: string
  readonly because: 'deemedGranted' | 'overdue'
  readonly consequence: string
  /** Desks on which the case lay when its limit ran out: where the inquiry begins. */
  readonly desks: readonly string[]
  /** The card that was upheld; null where the law itself entered it. */
  readonly card: string | null
  readonly dueAt: EpochMs
}

export interface InquiryConcluded {
  /** Account and name of whoever is responsible in the department. */
  readonly person: string | null
  readonly personName: string
  readonly cause: LiabilityCause
  readonly finding: string
  readonly measure: string
}

/** Plain data, kept beside its row. */
export interface Liability extends DepartmentLiable {
  readonly enteredAt: EpochMs
  readonly stage: 'department' | 'inquiry' | 'concluded'
  readonly inquiry: { readonly by: string; readonly at: EpochMs; readonly note: string } | null
  readonly conclusion: (InquiryConcluded & { readonly by: string; readonly at: EpochMs }) | null
}

export const liabilityStream = (liability: string): string => `liability/${liability}`
export const liabilityOf = (stream: string): string | undefined =>
  stream.startsWith('liability/') ? stream.slice('liability/'.length) : undefined

export function evolveLiability(
  before: Liability | undefined,
  event: LiabilityEvent,
  { at, by }: { readonly at: EpochMs; readonly by: string },
): Liability | undefined {
  if (event.type === 'DepartmentLiable')
    return { ...event.data, enteredAt: at, stage: 'department', inquiry: null, conclusion: null }
  if (!before || event.type === 'LiabilityLifted') return undefined
  if (event.type === 'InquiryOpened')
    return { ...before, stage: 'inquiry', inquiry: { by, at, note: event.data.note } }
  return { ...before, stage: 'concluded', conclusion: { ...event.data, by, at } }
}

export interface Inquirer {
  readonly account: string
  readonly unit: string | null
}

/** 开始追究: by supervision, never by the department itself. */
export function openInquiry(
  state: Liability,
  { note, due }: { readonly note: string; readonly due: string },
  by: Inquirer,
): LiabilityEvent[] {
  refuseOwnUnit(state, by)
  if (state.stage === 'concluded') throw refuse('liability.concluded')
  if (state.stage === 'inquiry') throw refuse('liability.inquiry-runs', { by: state.inquiry?.by ?? '', due })
  return [{ type: 'InquiryOpened', data: { note: note.trim() } }]
}

/** 得出结论: a person of the department, or whom one looked at and why nobody is; never the applicant. */
export function concludeInquiry(state: Liability, asked: InquiryConcluded, by: Inquirer): LiabilityEvent[] {
  refuseOwnUnit(state, by)
  if (state.stage === 'concluded') throw refuse('liability.concluded')
  if (asked.cause === 'applicant') throw refuse('liability.blames-applicant')
  if (state.stage === 'department') throw refuse('liability.no-inquiry')
  const named = asked.person !== null || asked.personName.trim() !== ''
  if (!named) throw refuse('liability.ends-at-department')
  required(asked.finding, { zh: '查明的事实', en: 'what was found' })
  if (asked.cause !== 'nobody') required(asked.measure, { zh: '处理意见', en: 'what is to follow' })
  return [{ type: 'InquiryConcluded', data: asked }]
}

function refuseOwnUnit({ unit }: Liability, by: Inquirer): void {
  if (by.unit === unit) throw refuse('liability.own-unit')
}
