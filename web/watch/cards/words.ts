import type { CardRow } from '#modules/supervision/contract.ts'

export const STATUS_WORDS = {
  raised: '待说明',
  answered: '已说明，待认定',
  upheld: '已认定',
  excused: '免予追究',
  withdrawn: '已撤销',
} as const satisfies Record<CardRow['status'], string>

export const STATUSES = Object.keys(STATUS_WORDS) as Array<CardRow['status']>

export const CARD_FILTERS = ['log', 'unit', 'rule', 'level', 'status'] as const
