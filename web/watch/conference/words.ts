import type { AgendaItem, Body, ConferenceView } from '#modules/supervision/contract.ts'

export const BODY_WORDS = {
  supervision: '监察',
  legal: '法制',
  audit: '审计',
  personnel: '人事',
  finance: '财政',
  other: '其他',
} as const satisfies Record<Body, string>

export const STATUS_WORDS = {
  called: '已召集',
  held: '已召开',
  cancelled: '已取消',
} as const satisfies Record<ConferenceView['status'], string>

const WHY_WORDS = { overdue: '逾期未处置', grave: '严重问题', open: '未了结问题' } as const

export const whyOf = ({ why }: AgendaItem) => (why === null ? '上次未落实的决定' : WHY_WORDS[why])
