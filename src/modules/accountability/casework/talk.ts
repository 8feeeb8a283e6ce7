import { createHash } from 'node:crypto'
import { type Day, dayNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { parseLimit } from '#engines/clocks/index.ts'
import { findClock, startClocks, stopClock } from '#engines/clocks/stored/index.ts'
import { anyFolding, changeFolded, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { findAllFindings, type FindingState, isSealed, severityOf } from '#modules/findings/index.ts'
import { said } from './decide/index.ts'
import { caseworkNumbers, dayAt } from './numbers.ts'
import { refuse } from './refusals.ts'
import { findTalk, findTalks, putTalk } from './talk-store.ts'

/** 提醒谈话 (ACCT-35): small things that added up. Stream `reminder-talk/<id>`. */
export interface Talk {
  readonly talk: string
  readonly unit: string
  /** Null: the unit as such. */
  readonly account: string | null
  readonly findings: readonly string[]
  readonly dueAt: EpochMs | null
  readonly held: {
    readonly at: EpochMs
    readonly by: string
    readonly heldOn: Day
    readonly note: string
  } | null
}

export type TalkEvent =
  | ({ readonly type: 'TalkDue' } & Omit<Talk, 'talk' | 'held'>)
  | { readonly type: 'TalkHeld'; readonly heldOn: Day; readonly note: string }

const talkFolding: Folding<Talk, TalkEvent> = {
  prefix: 'reminder-talk/',
  evolve: (state, event, { at, by, id }) => {
    if (event.type === 'TalkDue') {
      const { type: _, ...due } = event
      return { ...due, talk: id, held: null }
    }
    return state && { ...state, held: { at, by, heldOn: event.heldOn, note: event.note } }
  },
  find: findTalk,
  put: (db, _, { state, version }) => putTalk(db, state, version),
}

export const talkLists = foldingLists('reminder-talks', ['reminder_talk'], [anyFolding(talkFolding)])
export const talks = { ...talkFolding, lists: talkLists }

export interface Whom {
  readonly unit: string
  readonly account: string | null
}

/** Light findings of somebody within the time that counts, which no talk was about yet. */
export function addingUp(
  { unit, account }: Whom,
  found: readonly FindingState[],
  {
    spent,
    today,
    withinDays,
  }: { readonly spent: ReadonlySet<string>; readonly today: Day; readonly withinDays: number },
): FindingState[] {
  return found.filter(
    (one) =>
      one.unit === unit &&
      one.account === account &&
      one.status !== 'withdrawn' &&
      !isSealed(one) &&
      severityOf(one) === 'light' &&
      !spent.has(one.finding) &&
      dayNumber(today) - dayNumber(one.happenedOn) <= withinDays,
  )
}

export const spentIn = (held: readonly Talk[]): ReadonlySet<string> =>
  new Set(held.flatMap(({ findings }) => findings))

interface Entered {
  readonly actor: string
  readonly now: EpochMs
}

/** 小节累计到线，提醒谈话到期: looked at again with every small finding that becomes known. */
export async function addUp(db: Db, whom: Whom, entered: Entered): Promise<void> {
  const { smallCount, smallWithinDays, talkWithin } = caseworkNumbers(entered.now)
  const found = await findAllFindings(db, { unit: whom.unit, account: whom.account ?? undefined })
  const spent = spentIn(await findTalks(db, whom.unit))
  const small = addingUp(whom, found, { spent, today: dayAt(entered.now), withinDays: smallWithinDays })
  if (small.length < smallCount) return
  const findings = small.map(({ finding }) => finding).sort()
  const talk = createHash('sha256').update(findings.join()).digest('hex').slice(0, 16)
  const subject = talkFolding.prefix + talk
  const id = `${subject}/talk`
  const terms = {
    ...{ kind: 'other' as const, from: dayAt(entered.now), limit: parseLimit(talkWithin), calendar: 'cn' },
    ...{ zone: DEFAULT_ZONE, handlingUnit: 'supervision', suspendedBy: [], onExpiry: 'event' as const },
    citation: '防微杜渐：小节累计提醒谈话（地方制度）',
  }
  await startClocks(db, [{ id, subject, terms }], entered)
  const dueAt = (await findClock(db, id))?.dueAt ?? null
  await changeFolded(db, talks, talk, () => [{ type: 'TalkDue' as const, ...whom, findings, dueAt }], entered)
}

export async function holdTalk(
  db: Db,
  talk: string,
  { heldOn, note }: { readonly heldOn: Day; readonly note: string },
  entered: Entered,
): Promise<Talk> {
  if (heldOn > dayAt(entered.now)) throw refuse('investigation.future', { at: heldOn })
  said(note, { zh: '谈话内容', en: 'what was said' })
  const state = await changeFolded(
    db,
    talks,
    talk,
    (before) => {
      if (!before) throw refuse('talk.not-found')
      if (before.held) throw refuse('talk.held')
      return [{ type: 'TalkHeld' as const, heldOn, note }]
    },
    entered,
  )
  await stopClock(db, `${talkFolding.prefix}${talk}/talk`, 'held', entered)
  return state as Talk
}
