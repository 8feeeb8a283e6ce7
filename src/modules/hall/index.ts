import type { Module } from '#kernel/module.ts'

export { bookSlot, openSlots } from './appointments/commands.ts'
export { appointmentLists } from './appointments/lists.ts'
export { appointmentRoutes } from './appointments/routes.ts'
export { runBookings, settleBookings } from './appointments/settling.ts'
export type { HallCases } from './board.ts'
export * as admission from './admission/admission.ts'
export { admissionLists, changeAdmission } from './admission/streams.ts'
export { findDepartments } from './department-store.ts'
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
export { delegatePowers, powersFor } from './delegation/commands.ts'
export { delegationLists } from './delegation/lists.ts'
export { delegationRoutes } from './delegation/routes.ts'
export { ask as askEnquiry, changeEnquiry } from './enquiries/commands.ts'
export {
  confirmArrival as confirmReferral,
  type EnquiryActor,
  refer as referEnquiry,
  settle as settleEnquiry,
} from './enquiries/enquiry.ts'
export { enquiryLists } from './enquiries/lists.ts'
export { enquiryRoutes } from './enquiries/routes.ts'
export { type AtWindow, mustBeAtWindow } from './gate.ts'
export { hallFacts, hallInstitutions } from './institutions/index.ts'
export { hallLists } from './lists.ts'
export { arrangeQueue, callTicket, issueTicket } from './queue/commands.ts'
export { queueLists } from './queue/lists.ts'
export { capacityOf, mustFit } from './queue/load.ts'
export { countVisited } from './queue/visited-store.ts'
export { queueRoutes } from './queue/routes.ts'
export { UNARRANGED as queueDefaults } from './queue/settings.ts'
export { tellVisitor, type ToldVisitor } from './queue/told.ts'
export { hallRoutes, type HallServices } from './routes.ts'
export { findBadges } from './badge-store.ts'
export { findCounters } from './counter-store.ts'
export { findHalls } from './store.ts'
export { seatOf, servesEveryDay } from './views.ts'

/** 服务大厅: counters, who sits there with which badge, and what the public sees of it now. */
export const hall: Module = {
  name: 'hall',
  title: { zh: '服务大厅', en: 'Service hall' },
  needs: ['ledger', 'calendar', 'clocks', 'organisation', 'access', 'vault', 'catalogue'],
}
