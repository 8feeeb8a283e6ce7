import type { ParticularsOf } from '../casework-shapes.ts'

/** 程序缺失 (ACCT-19): what a decision of this weight needs and did not have on the day it was taken. */
export function gapsOf({
  legalCheckOn,
  minutesOn,
  decidedOn,
  needed,
  present,
}: Pick<
  ParticularsOf<'decisionError'>,
  'legalCheckOn' | 'minutesOn' | 'decidedOn' | 'needed' | 'present'
>): string[] {
  const gaps = [
    (legalCheckOn === null || legalCheckOn > decidedOn) && '未经合法性审查',
    present < needed && `到会 ${present} 人，不足 ${needed} 人`,
    minutesOn === null && '没有会议记录',
  ]
  return gaps.filter((gap) => gap !== false)
}
