import { type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { seeded } from '#kernel/random.ts'
import type { Db } from '#kernel/sql.ts'
import { chinaCalendar, dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import {
  actOnMeasure,
  type Actor,
  commentOn,
  decidingNow,
  findProblems,
  planMeasure,
  publishCommitment,
  registerProblem,
  triageProblem,
} from '#modules/rectification/index.ts'
import { officeTime } from './office-time.ts'

const OFFICE: Actor = { account: 'zhang.min', unit: 'supervision', roles: ['supervisor'] }
const READER: Actor = { account: 'reader', unit: null, roles: [] }
const SEED = 20_260_519

interface Told {
  /** Working days ago that it was entered. */
  readonly ago: number
  readonly unit: string
  readonly source: 'opinion' | 'complaint' | 'poll' | 'upper'
  readonly category: 'thinking' | 'policyFlow' | 'shirking' | 'service' | 'spirit' | 'thrift'
  readonly triage?: 'acute' | 'stubborn' | 'ordinary'
  readonly fact: string
  readonly measure?: {
    readonly action: string
    readonly result: string
    readonly treats: 'symptom' | 'cause'
    /** Days from the present on which it is due: behind us, it is overdue. */
    readonly due: number
    readonly public?: true
  }
}

/** What a newcomer finds in the register: some under way, one overdue in public, one that nobody has planned for. */
const PROBLEMS: readonly Told[] = [
  {
    ...{ ago: 16, unit: 'planning', source: 'opinion', category: 'service', triage: 'ordinary' },
    fact: '3号窗口让同一申请人往返4次补交同一份图纸',
    measure: {
      ...{ action: '全部窗口实行一次性告知，图纸要求印入告知单', result: '同一材料补正不超过1次' },
      ...{ treats: 'cause', due: 12, public: true },
    },
  },
  {
    ...{ ago: 15, unit: 'planning', source: 'complaint', category: 'spirit', triage: 'ordinary' },
    fact: '咨询电话工作日上午连续5次无人接听',
    measure: {
      ...{ action: '电话转接到值班窗口，每天公示接听人', result: '工作时间接通率不低于95%' },
      ...{ treats: 'cause', due: -1, public: true },
    },
  },
  {
    ...{ ago: 12, unit: 'planning', source: 'poll', category: 'policyFlow', triage: 'stubborn' },
    fact: '并联审批第4次在同一会签环节等待9天',
    measure: {
      ...{ action: '督促会签单位补签积压的5件', result: '5件积压件全部签完', treats: 'symptom', due: 20 },
    },
  },
  {
    ...{ ago: 3, unit: 'planning', source: 'upper', category: 'shirking' },
    fact: '2宗用地手续在两个科室之间退转3次',
  },
]

export async function seedRectification(db: Db, { now }: { readonly now: EpochMs }): Promise<void> {
  if ((await findProblems(db)).length > 0) return
  const time = officeTime(chinaCalendar(), seeded(SEED))
  for (const one of PROBLEMS) await tell(db, one, { at: time.ago(now, one.ago), now })
}

const dayAfter = (now: EpochMs, days: number): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, now) + days)

async function tell(
  db: Db,
  { unit, source, category, triage, fact, measure }: Told,
  { at, now }: { readonly at: EpochMs; readonly now: EpochMs },
): Promise<void> {
  const deciding = await decidingNow(db, OFFICE, at)
  const given = {
    severity: 'ordinary',
    ...{ unit, source, category, fact, happenedOn: dayAfter(at, -1), sourceId: '' },
    ...{ matter: null, finding: null, period: null, firstEnteredOn: null, apartBecause: '', sealed: false },
  } as const
  const { problem } = await registerProblem(db, given, deciding)
  if (triage) await triageProblem(db, problem, { triage, reason: '' }, deciding)
  if (!measure) return
  const { due, public: isPublic, ...plan } = measure
  const planned = {
    leader: 'wang.fang',
    officer: 'li.wei',
    atOnce: false,
    changes: null,
    dueOn: dayAfter(now, due),
  }
  const number = await planMeasure(db, { ...plan, ...planned, unit, problems: [problem] }, deciding)
  if (!isPublic) return
  const { action, result } = plan
  await actOnMeasure(db, number, deciding, (state) =>
    publishCommitment(state, { problem: fact, action, result }, deciding),
  )
  if (due >= 0) return
  const said = { comment: `demo-${problem}`, solved: false, text: '昨天上午打了三次，还是没有人接' }
  const reading = await decidingNow(db, READER, now)
  await actOnMeasure(db, number, reading, (state) => commentOn(state, said))
}
