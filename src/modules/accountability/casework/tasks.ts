import type { Day } from '#kernel/day.ts'
import type { ParticularsOf } from '../casework-shapes.ts'
import { dayAt } from './numbers.ts'
import type { Investigation, TaskMove } from './state.ts'

export interface TaskStanding {
  /** The day that counts: the first one, moved only as often and as openly as allowed. */
  readonly countsUntil: Day
  /** Moves that change nothing: after the day had passed, without approval, or one too many. */
  readonly ignored: readonly TaskMove[]
}

/**
 * 督办任务 (ACCT-18): a date moved after it had passed, by nobody, or again and again does not keep the trigger from firing.
 */
export function taskStanding(
  { dueOn }: Pick<ParticularsOf<'weakExecution'>, 'dueOn'>,
  moves: readonly TaskMove[],
  mostMoves: number,
): TaskStanding {
  let countsUntil = dueOn as Day
  let moved = 0
  const ignored: TaskMove[] = []
  for (const move of moves) {
    const lawful =
      dayAt(move.at) <= countsUntil &&
      move.approvedBy.trim() !== '' &&
      move.approvedBy !== move.by &&
      moved < mostMoves
    if (lawful) {
      countsUntil = move.to
      moved++
    } else ignored.push(move)
  }
  return { countsUntil, ignored }
}

/** Why a task makes a case of it, if it does. */
export function taskTrigger(
  { task: { done, moves } }: Pick<Investigation, 'task'>,
  particulars: ParticularsOf<'weakExecution'>,
  { today, mostMoves }: { readonly today: Day; readonly mostMoves: number },
): 'overdue' | 'distorted' | null {
  if (done && done.distorted.trim() !== '') return 'distorted'
  const { countsUntil } = taskStanding(particulars, moves, mostMoves)
  return (done?.on ?? today) > countsUntil ? 'overdue' : null
}
