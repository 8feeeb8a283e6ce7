import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { conductOf } from '#modules/findings/index.ts'
import { todayAt } from './doing.ts'
import { checklists, inspectors } from './lists.ts'
import { refuse } from './refusals.ts'
import * as checklist from './visits/checklist.ts'

interface Arranging {
  readonly actor: string
  readonly now: EpochMs
}

/** Into the one pool, or out of it with a reason. */
export async function arrangeInspector(
  db: Db,
  account: string,
  { skills, left }: { readonly skills: string; readonly left: string | null },
  doing: Arranging,
): Promise<void> {
  if ((await findPeople(db, [account])).length === 0) throw refuse('inspection.no-such-account', { account })
  const event =
    left === null
      ? ({ type: 'InspectorEnrolled', skills } as const)
      : ({ type: 'InspectorLeft', reason: left } as const)
  await changeFolded(db, inspectors, account, () => [event], doing)
}

/** A new version of a checklist; its conducts are those of the taxonomy of findings. */
export async function publishChecklist(
  db: Db,
  code: string,
  content: checklist.ChecklistContent,
  doing: Arranging,
): Promise<checklist.Checklist['versions'][number]> {
  const today = todayAt(doing.now)
  for (const { conduct } of content.items) conductOf(conduct, today)
  const decide = (state: checklist.Checklist | undefined) => checklist.publish(state, today, content)
  const state = await changeFolded(db, checklists, code, decide, doing)
  return state?.versions.at(-1) as checklist.Checklist['versions'][number]
}
