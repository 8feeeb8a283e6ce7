import type { CaseRow } from '#modules/supervision/contract.ts'

export const STATE_WORDS = {
  open: '办理中',
  suspended: '中止',
  concluded: '已办结',
} as const satisfies Record<CaseRow['state'], string>

/** What one can ask for: also everything still in hand, whether its clock runs or not. */
export const STATE_FILTER_WORDS = { ...STATE_WORDS, unfinished: '未办结（含中止）' } as const

export const CLOCK_WORDS = {
  open: '计时中',
  suspended: '中止',
  stopped: '已停止',
  expired: '已到期',
} as const

/** Query names of the list that stand in the address and go to the API as they are. */
export const CASE_FILTERS = ['log', 'unit', 'state', 'colour', 'late', 'early', 'rule', 'search'] as const
