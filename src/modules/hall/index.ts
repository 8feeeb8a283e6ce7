import type { Module } from '#kernel/module.ts'

export type { HallCases } from './board.ts'
export { fillDuty } from './arrangement.ts'
export {
  issueBadge,
  leaveSeat,
  registerCounter,
  registerHall,
  setCounterState,
  setDuty,
  stationDepartment,
  takeSeat,
  withdrawBadge,
} from './commands.ts'
export { type AtWindow, mustBeAtWindow } from './gate.ts'
export { hallLists } from './lists.ts'
export { hallRoutes, type HallServices } from './routes.ts'
export { findCounters, findHalls } from './store.ts'
export { seatOf } from './views.ts'

/** 服务大厅: counters, who sits there with which badge, and what the public sees of it now. */
export const hall: Module = {
  name: 'hall',
  title: { zh: '服务大厅', en: 'Service hall' },
  needs: ['ledger', 'calendar', 'clocks', 'organisation', 'access'],
}
