import { type Day, dayNumber } from '#kernel/day.ts'
import type { ParticularsOf } from '../casework-shapes.ts'

/**
 * 程序缺失 (ACCT-19): what a decision of this weight needs and did not have on the day it was taken. Minutes that bear a day
 * later than the time for writing them are none: they were written to cure the gap.
 */
export function gapsOf(
  {
    legalCheckOn,
    minutesOn,
    decidedOn,
    needed,
    present,
  }: Pick<ParticularsOf<'decisionError'>, 'legalCheckOn' | 'minutesOn' | 'decidedOn' | 'needed' | 'present'>,
  { minutesWithinDays }: { readonly minutesWithinDays: number },
): string[] {
  const later = minutesOn === null ? 0 : dayNumber(minutesOn as Day) - dayNumber(decidedOn as Day)
  const gaps = [
    (legalCheckOn === null || legalCheckOn > decidedOn) && '未经合法性审查',
    present < needed && `到会 ${present} 人，不足 ${needed} 人`,
    minutesOn === null && '没有会议记录',
    later > minutesWithinDays && `会议记录在决定 ${later} 天后才有`,
  ]
  return gaps.filter((gap) => gap !== false)
}
