export {
  type CalendarChange,
  calendarEditions,
  type Calendars,
  calendarsFor,
  loadCalendarFile,
  type LoadFile,
  loadNotice,
  type LoadNotice,
  readCalendars,
} from './calendars.ts'
export {
  changeClock,
  type ClockAct,
  clockList,
  type Entered,
  type StartClock,
  startClocks,
  startLimits,
  type StartLimits,
} from './change.ts'
export { storedClocks } from './matter-clocks.ts'
export { type MatterClocks, type ToldClocks, toldClocks } from './told-clocks.ts'
export {
  assignClocks,
  changeClocksOf,
  extendClock,
  extendClocks,
  resumeClocks,
  stopClock,
  stopClocks,
  suspendClocks,
} from './matter.ts'
export { REPROJECTED as CLOCKS_MOVED } from './clock-row.ts'
export type { ClockMove, ClockRow, ClocksReprojected, ClockWarned, EndMove } from './clock-row.ts'
export { type DateChange, explainClock, type StoredExplanation } from './explanation.ts'
export {
  finishEveryReprojection,
  finishReprojections,
  firstChangedDay,
  loadFileAndReproject,
  loadNoticeAndReproject,
  type Moved,
  type OnMoved,
  reproject,
  type Reprojected,
  type ReprojectOptions,
} from './reproject.ts'
export {
  countDue as countDueClocks,
  findClock,
  findClocksNamed,
  findClocksOf,
  findRunning as findRunningClocks,
  findSuspended as findSuspendedClocks,
} from './store.ts'
export {
  countHeldClocks,
  type Fired,
  type OnFired,
  runSweeper,
  sweepClocks,
  type Sweeper,
  type SweepOptions,
  type Swept,
} from './sweep.ts'
