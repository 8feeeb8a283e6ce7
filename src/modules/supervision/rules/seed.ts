import type { z } from 'zod'
import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { draftRule } from '../contract.ts'
import { findLogs } from '../log-store.ts'
import { change, draft, editionName } from './commands.ts'
import { approve, tried } from './edition.ts'
import { findEditions } from './store.ts'
import { tryOver } from './trial.ts'

type Draft = z.infer<typeof draftRule.body>

interface Seeding {
  readonly drafter: string
  readonly approver: string
  readonly draftedAt: EpochMs
  readonly approvedAt: EpochMs
  readonly from: Day
  readonly numbers: Draft
  readonly own: Draft
}

/** For a demo: numbers that were tried and approved some time ago, and a draft that waits. Once only. */
export async function seedEditions(
  db: Db,
  { drafter, approver, draftedAt, approvedAt, from, numbers, own }: Seeding,
): Promise<void> {
  if ((await findEditions(db)).length > 0) return
  const drafting = { actor: drafter, now: draftedAt }
  const stricter = await draft(db, numbers, drafting)
  await draft(db, own, drafting)
  const [log] = await findLogs(db)
  // Nothing is approved that was not tried.
  if (!log) return
  const edition = editionName(stricter)
  const trial = await tryOver(db, stricter, log.log, draftedAt)
  await change(db, edition, (state) => tried(state, trial), drafting)
  const approving = { by: approver, from, today: from, wrongExamples: [] }
  await change(db, edition, (state) => approve(state, approving), { actor: approver, now: approvedAt })
}
