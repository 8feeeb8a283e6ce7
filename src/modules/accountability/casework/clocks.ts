import { type Day, day, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type ClockTerms, parseLimit } from '#engines/clocks/index.ts'
import { DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { findClocksOf, type OnFired, startClocks, stopClock } from '#engines/clocks/stored/index.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { BY_TIME, type InvestigationEvent, openedByRule } from './events.ts'
import { investigationFolding, investigationLists } from './lists.ts'
import { caseworkNumbers, dayAt } from './numbers.ts'
import { INVESTIGATION, type Investigation, stageOf } from './state.ts'
import { taskStanding, taskTrigger } from './tasks.ts'

type Run = { readonly limit: string } | { readonly until: Day }

/** The limits that run for a case as it stands, by their names. */
export function limitsOf(state: Investigation): ReadonlyMap<string, Run> {
  const numbers = caseworkNumbers(state.entered.at)
  const stage = stageOf(state)
  const open = state.opened !== null && state.closed === null
  const running = new Map<string, Run>()
  const limit = numbers.stages[stage]
  const waits = state.particulars.kind === 'weakExecution' && stage === 'lead'
  if (limit !== undefined && !waits) running.set(`stage/${stage}`, { limit })
  if (open && !state.decision)
    running.set(`weekly/${state.reports.length + 1}`, { limit: numbers.reportEvery })
  if (open) {
    const dueOn = state.opened?.dueOn
    running.set('due', dueOn ? { until: dueOn } : { limit: numbers.caseWithin })
  }
  if (open && state.notified !== null && !state.answer) running.set('answer', { limit: numbers.unitAnswers })
  if (state.transfer && !state.transfer.receipt) running.set('receipt', { limit: numbers.receipt })
  if (state.referral && !state.sentUp) running.set('result', { until: state.referral.resultDueOn })
  if (state.decision) running.set('appealable', { limit: numbers.appealWithin })
  for (const { node, decided } of state.appeals)
    if (!decided) running.set(`appeal/${node}`, { limit: numbers.appealDecided })
  if (state.particulars.kind === 'weakExecution' && waits && !state.task.done) {
    const { countsUntil } = taskStanding(state.particulars, state.task.moves, numbers.taskMoves)
    running.set(`trigger/${countsUntil}`, { until: countsUntil })
  }
  return running
}

const BASIS = '效能建设个案查办办法（地方制度）'

/** Not the unit that the case is about: it would read of it among its own limits. */
const HANDLING = 'supervision'

function termsOf(run: Run, { team }: Investigation, now: EpochMs): ClockTerms {
  const limit =
    'until' in run
      ? { from: run.until, limit: parseLimit('0D'), roll: 'none' as const }
      : { from: dayAt(now), limit: parseLimit(run.limit) }
  return {
    ...{ kind: 'other', ...limit, citation: BASIS, calendar: 'cn', zone: DEFAULT_ZONE },
    ...{ handlingUnit: HANDLING, suspendedBy: [], onExpiry: 'event' },
    ...(team ? { owner: { post: HANDLING, holder: team.lead } } : {}),
  }
}

interface Entered {
  readonly actor: string
  readonly now: EpochMs
}

/** Stops what runs no longer and starts what runs from now; a limit that ran once does not run again. */
export async function runClocks(db: Db, state: Investigation, entered: Entered): Promise<void> {
  const subject = INVESTIGATION + state.number
  const wanted = limitsOf(state)
  const known = await findClocksOf(db, subject)
  for (const { id, stoppedAt } of known)
    if (stoppedAt === null && !wanted.has(id.slice(subject.length + 1)))
      await stopClock(db, id, 'done', entered)
  const ids = new Set(known.map(({ id }) => id))
  const started = [...wanted]
    .map(([name, run]) => ({ id: `${subject}/${name}`, subject, terms: termsOf(run, state, entered.now) }))
    .filter(({ id }) => !ids.has(id))
  if (started.length > 0) await startClocks(db, started, entered)
}

/** 期限届满: stands in the case at its legal instant; a task that ran over makes a case of it. */
export const onInvestigationClocks: OnFired = async (db, fired) => {
  for (const { clock, event } of fired) {
    if (event.type !== 'ClockExpired' || !clock.subject.startsWith(INVESTIGATION)) continue
    const limit = clock.id.slice(clock.subject.length + 1)
    await passLimit(db, clock.subject.slice(INVESTIGATION.length), limit, {
      at: event.at,
      now: event.noticedAt,
    })
  }
}

async function passLimit(
  db: Db,
  number: string,
  limit: string,
  { at, now }: { readonly at: EpochMs; readonly now: EpochMs },
): Promise<void> {
  const entered = { actor: BY_TIME, now, occurredAt: at }
  const passed = { type: 'LimitPassed', limit } as const
  const state = await changeFolded(
    db,
    { ...investigationFolding, lists: investigationLists },
    number,
    (before) => (before ? [passed, ...openedByTime(before, limit, at)] : []),
    entered,
  )
  if (state) await runClocks(db, state, { actor: BY_TIME, now })
}

/** 任务逾期立案 (ACCT-18): nobody has to notice, and nobody can look away. */
function openedByTime(state: Investigation, limit: string, at: EpochMs): InvestigationEvent[] {
  const { particulars, opened, dropped } = state
  if (!limit.startsWith('trigger/') || opened || dropped || particulars.kind !== 'weakExecution') return []
  const { taskMoves } = caseworkNumbers(state.entered.at)
  const because = taskTrigger(state, particulars, { today: day(dayAt(at)), mostMoves: taskMoves })
  return because === null ? [] : [openedByRule(`任务 ${particulars.task} 逾期未完成`)]
}
