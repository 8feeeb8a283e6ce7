import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { NoticeReference } from '../calendar/index.ts'
import type { Terms } from './due.ts'

/** One step of the way from the trigger to the due date, in both languages. */
export interface Reason {
  readonly code: ReasonCode
  readonly zh: string
  readonly en: string
  readonly from?: Day
  readonly to?: Day
  readonly notice?: NoticeReference
  readonly document?: string
}

export type ReasonCode =
  | 'trigger'
  | 'started'
  | 'limit'
  | 'holiday'
  | 'shiftedWorkingDay'
  | 'halfDay'
  | 'suspended'
  | 'suspensionOpen'
  | 'extended'
  | 'rung'
  | 'rolled'
  | 'provisional'
  | 'yearEnd'
  | 'expiry'

export const said = (code: ReasonCode, text: Bilingual, more: Partial<Reason> = {}): Reason => ({
  code,
  ...text,
  ...more,
})

export const countsDays = (unit: Terms['limit']['unit']) =>
  unit === 'workingDays' || unit === 'calendarDays' || unit === 'months' || unit === 'years'

/** Whether any stretch reads the calendar day by day; the others only meet it when their last day is rolled. */
export const readsWorkingDays = ({ limit, extensions, after }: Terms): boolean =>
  [limit, ...extensions, ...(after ? [after] : [])].some(
    ({ unit }) => unit === 'workingDays' || unit === 'workingHours',
  )
