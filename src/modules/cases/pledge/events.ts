import type { Day, EpochMs } from '#kernel/day.ts'

/** 告知承诺 in the stream of its case: what the applicant was told and signed. */
export type PledgeEvent = { readonly type: 'PledgeSigned'; readonly data: PledgeSigned }

export interface PledgeSigned {
  readonly way: 'counter' | 'online'
  /** Materials that are not asked for. */
  readonly waives: readonly string[]
  /** The text that was signed, word for word. */
  readonly text: string
}

export interface PledgeState extends PledgeSigned {
  readonly at: EpochMs
}

/** 事后核查, in the stream `pledge/<caseNo>`: it goes on after the case is closed. */
export type PledgeCheckEvent =
  | { readonly type: 'PledgeToCheck'; readonly data: PledgeToCheck }
  | { readonly type: 'PledgeChecked'; readonly data: PledgeChecked }

export interface PledgeToCheck {
  readonly caseNo: string
  readonly item: string
  readonly itemName: { readonly zh: string; readonly en: string }
  readonly unit: string
  readonly applicant: string
  readonly applicantMasked: string
  readonly signedAt: EpochMs
  readonly dueAt: EpochMs
  readonly consequence: { readonly zh: string; readonly en: string }
}

export interface PledgeChecked {
  readonly checkedOn: Day
  readonly result: 'kept' | 'broken'
  readonly finding: string
  /** Only of a broken one: the decision is taken back, or it is to be mended by a day and checked again. */
  readonly consequence: 'revoked' | 'mend' | null
  readonly mendBy: Day | null
}

export const pledgeStream = (caseNo: string): string => `pledge/${caseNo}`
export const pledgeOf = (stream: string): string | undefined =>
  stream.startsWith('pledge/') ? stream.slice('pledge/'.length) : undefined
