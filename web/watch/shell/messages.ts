import { messages } from '#ui/index.ts'

export const useText = messages('shell', {
  效能监察: 'Xiaoneng Watch',
  '办件时限、流程和责任的监察': 'Supervision of time limits, procedure and duty',
  总览: 'Overview',
  办件: 'Cases',
  黄红牌: 'Cards',
  流程: 'Process',
  规则: 'Rules',
  制度台账: 'Registers',
  单位: 'Units',
  效能: 'Efficiency',
  日志: 'Logs',
  日历: 'Calendar',
  管理: 'Administration',
  按编号找办件: 'Find a case by number',
  查找: 'Find',
  办件日志: 'Log',
  全部日志: 'All logs',
})
