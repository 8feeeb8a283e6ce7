import type { CardRow } from '#modules/supervision/contract.ts'

export const STATUS_WORDS = {
  raised: '待说明',
  answered: '已说明，待认定',
  upheld: '已认定',
  excused: '免予追究',
  withdrawn: '已撤销',
} as const satisfies Record<CardRow['status'], string>

/** What one can ask for: also what nobody has judged yet, and what figures count. */
export const STATUS_FILTER_WORDS = { ...STATUS_WORDS, unjudged: '未认定', standing: '未撤销' } as const

export const STATUSES = Object.keys(STATUS_FILTER_WORDS) as Array<keyof typeof STATUS_FILTER_WORDS>

export const CARD_FILTERS = ['log', 'unit', 'rule', 'level', 'status'] as const
