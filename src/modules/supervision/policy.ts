import type { Day } from '#kernel/day.ts'

/** Numbers of supervision by the day from which they hold. A card or figure uses those in force when it was made. */
interface Dated {
  readonly from: string
  readonly value: number
}

/** JC-11: the unit replies to a card within three working days. Local practice. */
const REPLY_WORKING_DAYS: readonly Dated[] = [{ from: '2000-01-01', value: 3 }]

/** JC-01: a case is shown as ending soon two working days before the end of its limit. Local practice. */
const SOON_WORKING_DAYS: readonly Dated[] = [{ from: '2000-01-01', value: 2 }]

/** A report that arrives later than this after its event is a late upload. ESUP-01; local practice. */
const LATE_REPORT_HOURS: readonly Dated[] = [{ from: '2000-01-01', value: 24 }]

/** Figures over fewer subjects than this are shown as small: nobody is ranked on a handful of cases. */
export const MINIMUM_CELL = 10

/** Who gets this share of what a unit gives, chance set aside, or got something so often in a year, is looked at. ESUP-25; local practice. */
const CONCENTRATION_SHARE: readonly Dated[] = [{ from: '2000-01-01', value: 0.3 }]
const CONCENTRATION_TIMES: readonly Dated[] = [{ from: '2000-01-01', value: 5 }]

const inForce = (numbers: readonly Dated[], today: Day): number =>
  numbers.findLast(({ from }) => from <= today)?.value ?? numbers[0]?.value ?? 0

export const replyWorkingDays = (today: Day): number => inForce(REPLY_WORKING_DAYS, today)
export const soonWorkingDays = (today: Day): number => inForce(SOON_WORKING_DAYS, today)
export const lateReportHours = (today: Day): number => inForce(LATE_REPORT_HOURS, today)
export const concentrationShare = (today: Day): number => inForce(CONCENTRATION_SHARE, today)
export const concentrationTimes = (today: Day): number => inForce(CONCENTRATION_TIMES, today)
