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
export { hallInstitutions } from './institutions/index.ts'
export { hallLists } from './lists.ts'
export { arrangeQueue, callTicket, issueTicket } from './queue/commands.ts'
export { queueLists } from './queue/lists.ts'
export { capacityOf, mustFit } from './queue/load.ts'
export { queueRoutes } from './queue/routes.ts'
export { hallRoutes, type HallServices } from './routes.ts'
export { findBadges, findCounters, findHalls } from './store.ts'
export { seatOf } from './views.ts'

/** 服务大厅: counters, who sits there with which badge, and what the public sees of it now. */
export const hall: Module = {
  name: 'hall',
  title: { zh: '服务大厅', en: 'Service hall' },
  needs: ['ledger', 'calendar', 'clocks', 'organisation', 'access', 'catalogue'],
}
