import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { act, caseDecisions as decide, enterFollowing, findWork } from '#modules/cases/index.ts'
import { issueNotice } from '#modules/notices/index.ts'
import type { Staff } from './staff.ts'

const REQUESTS = [
  { ground: 'livelihood', reason: '家中断电断粮，社区证明附后', answer: 'granted' },
  { ground: 'projectStart', reason: '三天后投标截止，招标公告附后', answer: 'granted' },
  { ground: 'lifeAndHealth', reason: '术后居家用药，医院证明附后', answer: 'granted' },
  { ground: 'projectStart', reason: '想早点开业', answer: 'refused' },
  { ground: 'perishable', reason: '鲜果已到港，报关单附后', answer: null },
] as const

interface Seeding {
  readonly staff: Staff
  readonly units: readonly string[]
  readonly at: EpochMs
}

/**
 * What stands beside the year's cases: the later checks of pledges and the liability for defaults, and a few requests for the
 * express lane, one of them still waiting.
 */
export async function seedKinds(db: Db, { staff, units, at }: Seeding): Promise<void> {
  await enterFollowing(db, { actor: 'demo', now: at, occurredAt: at })
  const question = { units, desks: [], onlyMine: false, kind: 'step', limit: 60, offset: 0 }
  const open = [...new Map((await findWork(db, question)).map((one) => [one.item, one])).values()]
  const papers = { issue: issueNotice }
  for (const [index, { ground, reason, answer }] of REQUESTS.entries()) {
    const found = open[index]
    if (!found) return
    const clerk = staff.clerk(found.unit, false)
    await act(db, found.caseNo, { actor: clerk, now: at, papers }, (state) =>
      state.urgency || state.plan.unit !== found.unit
        ? []
        : decide.askUrgency(state, { ground, reason }, clerk),
    )
    if (answer === null) continue
    const head = staff.head(found.unit)
    await act(db, found.caseNo, { actor: head, now: at, papers }, (state) => {
      if (state.urgency?.status !== 'asked' || state.urgency.askedAt !== at) return []
      return answer === 'refused'
        ? decide.refuseUrgency(state, { reason: '不属于规定的急件情形' }, head)
        : decide.grantUrgency(state, { within: '1W', reason: '情况属实，按急件办理' }, head, at)
    })
  }
}
