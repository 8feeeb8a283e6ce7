export {
  type Calendar,
  type CalendarSource,
  type DayState,
  isWeekend,
  isWorking,
  makeCalendar,
  nthWorkingDayAfter,
  stateOf,
  weekdayOf,
  workingDayFrom,
  workingDaysWithin,
} from './calendar.ts'
export { calendarFromCsv } from './calendar-file.ts'
export { CHINA_NOTICES } from './china/index.ts'
export { chinaCalendar, chinaCalendarFrom, chinaCalendarKnownAt } from './china-calendar.ts'
export { type DayExplanation, englishName, explainDay, weekdayName } from './explain-day.ts'
export {
  addOpenTime,
  closingOf,
  nextOpening,
  type OfficeHours,
  officeHours,
  openTimeBetween,
  spansOf,
} from './hours.ts'
export { type CalendarLayer, type LayerDay, layered } from './layers.ts'
export { citeNotice, type HolidayNotice, type NoticeReference, type Ruling, rulingsOf } from './notice.ts'
export { workingSecondsBetween, workingSecondsCounter } from './working-time.ts'
export { addWorkingDays, countWorkingDays, dayAfterNotice, subtractWorkingDays } from './working-days.ts'
export {
  DAY_MS,
  dayNumberAt,
  DEFAULT_ZONE,
  formatClock,
  formatInstant,
  instantOf,
  localTime,
  type LocalTime,
  offsetAt,
  zone,
} from './zone.ts'
