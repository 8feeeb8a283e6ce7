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
  changeClocksOf,
  type ClockAct,
  clockList,
  type Entered,
  extendClock,
  resumeClocks,
  type StartClock,
  startClocks,
  stopClocks,
  suspendClocks,
} from './change.ts'
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
export { countDue as countDueClocks, findClock, findClocksOf } from './store.ts'
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
