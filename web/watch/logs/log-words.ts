import type { ImportView, LogSummary } from '#modules/exchange/contract.ts'

export const SOURCE_WORDS = {
  demo: '示例',
  import: '导入',
  reported: '部门上报',
  handled: '本平台办理',
} as const satisfies Record<LogSummary['source'], string>

export const STATUS_WORDS = {
  waiting: '等待开始',
  reading: '正在读取',
  storing: '正在存入',
  done: '已完成',
  unchanged: '没有变化（同一文件已导入过）',
  refused: '已拒绝',
} as const satisfies Record<ImportView['status'], string>

export const isRunning = ({ status }: Pick<ImportView, 'status'>): boolean =>
  status === 'waiting' || status === 'reading' || status === 'storing'
