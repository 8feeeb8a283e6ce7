import { day } from '#kernel/day.ts'
import { openedByRule } from '../events.ts'
import { refuse } from '../refusals.ts'
import type { Investigation } from '../state.ts'
import { at, type Decide, said, today, UNDER_WAY } from './acting.ts'

/** An act that only one kind of case knows. */
function only(state: Investigation, kind: Investigation['kind']): void {
  if (state.particulars.kind !== kind) at(state)
}

export const refund: Decide<'refund'> = (state, { act: _, on, ...one }, by) => {
  only(state, 'illegalCharges')
  at(state, ...UNDER_WAY, 'reply', 'closing')
  if (on > today(by)) throw refuse('investigation.future', { at: on })
  return [{ type: 'RefundProven', ...one, on: day(on) }]
}

/** 会议记录: filed when it is filed; what day it claims stands beside. */
export const minutes: Decide<'minutes'> = (state, { claimedOn, sha256 }) => {
  only(state, 'decisionError')
  at(state, 'lead', ...UNDER_WAY)
  return [{ type: 'MinutesFiled', claimedOn: day(claimedOn), sha256 }]
}

export const moveTask: Decide<'moveTask'> = (state, { to, reason, approvedBy }) => {
  only(state, 'weakExecution')
  at(state, 'lead', ...UNDER_WAY)
  return [
    {
      type: 'TaskMoved',
      to: day(to),
      reason: said(reason, { zh: '改期的理由', en: 'why the date moves' }),
      approvedBy,
    },
  ]
}

export const taskDone: Decide<'taskDone'> = (state, { on, distorted }, by) => {
  only(state, 'weakExecution')
  at(state, 'lead', ...UNDER_WAY)
  if (on > today(by)) throw refuse('investigation.future', { at: on })
  const done = { type: 'TaskDone', on: day(on), distorted: distorted.trim() } as const
  const bent = done.distorted !== '' && state.opened === null
  return bent ? [done, openedByRule(`任务执行走样：${done.distorted}`)] : [done]
}
