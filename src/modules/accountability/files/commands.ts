import { createHash } from 'node:crypto'
import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { OnFired } from '#engines/clocks/stored/index.ts'
import { canonical } from '#engines/ledger/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { issueNotice, withdrawNotice } from '#modules/notices/index.ts'
import { refuseConflict } from '#modules/recusal/index.ts'
import { findOpenInquiry } from '../inquiries/store.ts'
import { correctStatements } from '../statements/commands.ts'
import type { Level } from '../terms.ts'
import { clockOf, lastDayOf, startFileClock, stopFileClocks, todayAt } from './clocks.ts'
import * as decide from './deciding.ts'
import { decideWithdrawal } from './withdrawing.ts'
import type { Actor } from './deciding.ts'
import type { AccountabilityFile } from './file.ts'
import { changeFile, fileOfStream } from './lists.ts'
import type { FileDoing } from './proposing.ts'
import { refuse } from './refusals.ts'
import { findFile } from './store.ts'

export async function getFile(db: Db, file: string): Promise<AccountabilityFile> {
  const stored = await findFile(db, file)
  if (!stored) throw refuse('accountability.not-found')
  return stored.state
}

/** 回避: whoever acts for the office has nothing to do with the subject. */
export const refuseConcerned = (
  db: Db,
  { subject }: AccountabilityFile,
  { actor, now }: FileDoing,
): Promise<void> =>
  refuseConflict(
    db,
    {
      account: actor,
      units: [subject.unit],
      accounts: subject.account === null ? [] : [subject.account],
    },
    todayAt(now),
  )

/** 告知: the deciders are named, each of the competent body and without conflict; the time to state a case begins. */
export async function noticeFile(
  db: Db,
  file: string,
  deciders: readonly Actor[],
  { actor, now }: FileDoing,
): Promise<void> {
  const found = await getFile(db, file)
  const { instrument, issuer } = found
  const today = todayAt(now)
  for (const { account } of deciders) await refuseConcerned(db, found, { actor: account, now })
  const { stateBy: limit } = instrument
  const stateBy = limit === null ? today : await lastDayOf(db, today, limit)
  const after = await changeFile(
    db,
    file,
    (state) => decide.notice(state, { on: today, stateBy, deciders }),
    { actor, now },
  )
  if (limit === null) return
  await startFileClock(
    db,
    file,
    {
      ...{ clock: 'statement', run: runOf(after), from: today, limit, unit: issuer, holder: actor },
      basis: '决定前告知事实、听取陈述和申辩',
    },
    { actor, now },
  )
}

/** A returned proposal may be put forward again: its clock then runs once more under a number of its own. */
const runOf = (state: AccountabilityFile | undefined): number =>
  state?.noticed ? Date.parse(state.noticed.on) : 1

export interface Deciding {
  readonly reason: string
  readonly level: Level
  readonly named: boolean
}

/** One agreement; with the last one the measure is decided, its paper numbered, its clocks started. */
export async function decideFile(
  db: Db,
  file: string,
  deciding: Deciding,
  { actor, now }: { readonly actor: Actor; readonly now: EpochMs },
): Promise<void> {
  const state = await getFile(db, file)
  const today = todayAt(now)
  const inquiry = state.inquiry === null ? undefined : await findOpenInquiry(db, state.subject.unit)
  const inquiryOpen = inquiry !== undefined && inquiry.inquiry === state.inquiry
  const { complete } = decide.agree(state, actor, { ...deciding, today, inquiryOpen })
  const decision = complete ? await decisionOf(db, state, deciding, { actor: actor.account, now }) : undefined
  const doing = { actor: actor.account, now }
  await changeFile(
    db,
    file,
    (found) => {
      const { events } = decide.agree(found, actor, { ...deciding, today, inquiryOpen })
      return decision ? [...events, decide.decided(decision)] : events
    },
    doing,
  )
  if (!decision) return
  await stopFileClocks(db, file, { clocks: ['statement'], outcome: '已决定 decided' }, doing)
  await startDecided(db, state, decision, doing)
}

async function decisionOf(
  db: Db,
  state: AccountabilityFile,
  { level, named }: Deciding,
  { actor, now }: FileDoing,
) {
  const { file, instrument, issuer, facts, basis, evidence, subject, statement } = state
  const today = todayAt(now)
  const said = { file, facts, basis, evidence, measure: instrument.code, subject }
  const hash = createHash('sha256').update(canonical(said)).digest('hex')
  // Neither a name nor a fact: whoever may read papers of the unit need not know of whom this one speaks.
  const issued = await issueNotice(
    db,
    {
      kind: 'measureDecision',
      unit: issuer,
      subject: `accountability/${file}`,
      data: { file, sealedHash: hash },
    },
    { actor, now },
  )
  return {
    ...{ number: issued.number, notice: issued.notice, hash, on: today, from: today, level, named },
    dueBy: instrument.dueBy === null ? null : await lastDayOf(db, today, instrument.dueBy),
    until: decide.untilOf(state, today),
    heard: statement !== null,
  }
}

async function startDecided(
  db: Db,
  { file, issuer, instrument }: AccountabilityFile,
  { dueBy, until, on }: { readonly dueBy: Day | null; readonly until: Day | null; readonly on: Day },
  doing: FileDoing,
): Promise<void> {
  const shared = { run: 1, from: on, unit: issuer, holder: doing.actor, basis: instrument.basis }
  if (dueBy !== null && instrument.dueBy !== null && instrument.closes !== 'period')
    await startFileClock(db, file, { ...shared, clock: 'due', limit: instrument.dueBy }, doing)
  if (until !== null) await startFileClock(db, file, { ...shared, clock: 'period', limit: { until } }, doing)
}

/** 送达: from then on the subject may appeal. */
export async function serveFile(
  db: Db,
  file: string,
  { on, way }: { readonly on: Day; readonly way: string },
  doing: FileDoing,
): Promise<void> {
  const { instrument, issuer } = await getFile(db, file)
  const [first] = instrument.appeal
  if (!first) return
  const appealBy = await lastDayOf(db, on, first.ask)
  const direct = instrument.appeal.find((step) => step.direct)?.direct ?? null
  const directBy = direct === null ? null : await lastDayOf(db, on, direct)
  const serving = { on, way, appealBy, directBy }
  await changeFile(db, file, (state) => decide.serve(state, serving, todayAt(doing.now)), doing)
  await startFileClock(
    db,
    file,
    {
      clock: 'appeal',
      run: 1,
      from: on,
      limit: first.ask,
      unit: issuer,
      basis: first.basis,
      holder: doing.actor,
    },
    doing,
  )
}

/** 申请复核、申诉: the next step of its way, or the second at once. */
export async function lodgeAppeal(
  db: Db,
  file: string,
  { grounds, direct }: { readonly grounds: string; readonly direct: boolean },
  doing: FileDoing,
): Promise<void> {
  const state = await getFile(db, file)
  const today = todayAt(doing.now)
  const step = decide.stepAskedFor(state, direct)
  const way = state.instrument.appeal[step]
  const decideBy = way ? await lastDayOf(db, today, way.decide) : today
  await changeFile(db, file, (found) => decide.lodge(found, { grounds, direct, today, decideBy }), doing)
  if (!way) return
  await stopFileClocks(db, file, { clocks: ['appeal'], outcome: '已提出 asked for' }, doing)
  const shared = { run: step + 1, from: today, unit: state.issuer, basis: way.basis, holder: doing.actor }
  await startFileClock(db, file, { ...shared, clock: 'appealDecision', limit: way.decide }, doing)
}

/** 申诉决定 by another body. What is cleared is corrected everywhere: its paper, its effects, what was published of it. */
export async function judgeAppeal(
  db: Db,
  file: string,
  { outcome, reasons }: { readonly outcome: 'upheld' | 'cleared'; readonly reasons: string },
  { actor, now }: { readonly actor: Actor; readonly now: EpochMs },
): Promise<void> {
  const state = await getFile(db, file)
  const { instrument, issuer } = state
  const today = todayAt(now)
  const next = outcome === 'upheld' ? instrument.appeal[decide.nextStepOf(state)] : undefined
  const appealBy = next ? await lastDayOf(db, today, next.ask) : null
  const units = await unitsInvolved(db, state)
  const doing = { actor: actor.account, now }
  await changeFile(
    db,
    file,
    (found) => decide.judgeAppeal(found, actor, { outcome, reasons, appealBy, units }),
    doing,
  )
  await stopFileClocks(db, file, { clocks: ['appealDecision'], outcome: '已决定 decided' }, doing)
  if (next) {
    const shared = { run: decide.nextStepOf(state) + 1, from: today, unit: issuer, basis: next.basis }
    await startFileClock(
      db,
      file,
      { ...shared, clock: 'appeal', limit: next.ask, holder: doing.actor },
      doing,
    )
  }
  if (outcome === 'cleared') await undo(db, state, `申诉后撤销：${reasons}`, doing)
}

/** Units of those who proposed and decided: an appeal goes to another body. */
async function unitsInvolved(
  db: Db,
  { proposedBy, agreed }: AccountabilityFile,
): Promise<readonly (string | null)[]> {
  return (await findPeople(db, [proposedBy, ...agreed.map(({ by }) => by)])).map(({ unit }) => unit)
}

/** Who decides the appeal in a sealed file; without conflict, as everybody who decides. */
export async function nameAppealJudge(db: Db, file: string, judge: Actor, doing: FileDoing): Promise<void> {
  const state = await getFile(db, file)
  await refuseConcerned(db, state, { actor: judge.account, now: doing.now })
  const units = await unitsInvolved(db, state)
  await changeFile(db, file, (found) => decide.nameJudge(found, judge, units), doing)
}

/** 撤回, confirmed by another of the deciding body: the paper, the clocks and what was published follow. */
export async function withdrawFile(
  db: Db,
  file: string,
  said: { readonly agrees: boolean; readonly reason: string },
  { actor, now }: { readonly actor: Actor; readonly now: EpochMs },
): Promise<void> {
  const state = await getFile(db, file)
  const doing = { actor: actor.account, now }
  const after = await changeFile(db, file, (found) => decideWithdrawal(found, actor, said), doing)
  if (after?.ended) await undo(db, state, after.ended.reason, doing)
}

async function undo(
  db: Db,
  { file, decided }: AccountabilityFile,
  reason: string,
  doing: FileDoing,
): Promise<void> {
  await stopFileClocks(db, file, { outcome: '已撤销 lifted' }, doing)
  if (decided) await withdrawNotice(db, decided.notice, { reason }, doing)
  await correctStatements(db, file, reason, doing)
}

/** What a clock that ran out leaves in its file; whoever watches is shown it, and nothing is decided by it. */
export const onAccountabilityClocks: OnFired = async (db, fired) => {
  for (const { clock, event } of fired) {
    const file = fileOfStream(clock.subject)
    const which = clockOf(clock.id)
    if (file === undefined || event.type !== 'ClockExpired') continue
    // The instant is the end of the last day.
    const on = todayAt(event.at - 1)
    const doing = { actor: 'clock', now: event.noticedAt }
    if (which === 'due') await changeFile(db, file, () => [{ type: 'TermRanOut', on }], doing)
    if (which === 'period') await changeFile(db, file, (state) => decide.endPeriod(state, on), doing)
  }
}
