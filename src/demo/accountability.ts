import type { EpochMs } from '#kernel/day.ts'
import { day } from '#kernel/day.ts'
import { seeded } from '#kernel/random.ts'
import type { Db } from '#kernel/sql.ts'
import { chinaCalendar, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import type { DemoAccount } from '#modules/access/index.ts'
import {
  decideFile,
  findMeasures,
  type NewSubject,
  noticeFile,
  proposeFile,
  serveFile,
} from '#modules/accountability/index.ts'
import { openFinding } from '#modules/findings/index.ts'
import { officeTime } from './office-time.ts'

const PROPOSER = 'zhang.min'
const SEED = 20_260_915

/** Whoever proposes a measure does not decide it, and two decide together: the demo needs more than one who supervises. */
export const benchAccounts: readonly DemoAccount[] = [
  {
    account: 'he.jing',
    name: '何静（演示）',
    unit: 'supervision',
    role: 'supervisor',
    title: { zh: '监察员（决定）', en: 'supervisor, decides' },
  },
  {
    account: 'yu.heng',
    name: '于衡（演示）',
    unit: 'supervision',
    role: 'supervisor',
    title: { zh: '监察员（决定）', en: 'supervisor, decides' },
  },
]
const BENCH = benchAccounts.map(({ account, unit, role }) => ({ account, unit, roles: [role] }))

/** What a newcomer finds among the measures: a card that waits for its reply, a talk about which the person may still speak. */
export async function seedAccountability(db: Db, { now }: { readonly now: EpochMs }): Promise<void> {
  if ((await findMeasures(db)).length > 0) return
  const time = officeTime(chinaCalendar(), seeded(SEED))
  const at = (workingDays: number) => time.ago(now, workingDays)

  const card = await proposed(db, at(4), {
    ...{ subject: { kind: 'unit', unit: 'planning' }, conduct: 'noBadge', about: null },
    facts: '明察时两个窗口工作人员未佩戴工作牌',
  })
  await noticeFile(db, card, BENCH.slice(0, 1), { actor: PROPOSER, now: at(3) })
  const [first] = BENCH
  if (first)
    await decideFile(
      db,
      card,
      { reason: '情节轻微，发卡提醒', level: 'unit', named: false },
      { actor: first, now: at(2) },
    )
  const served = at(1)
  await serveFile(db, card, { on: dayOf(served), way: '平台送达' }, { actor: PROPOSER, now: served })

  const person = { unit: 'planning', account: 'li.wei', status: 'civilServant', rank: 'staff' } as const
  const talk = await proposed(db, at(3), {
    ...{ subject: { kind: 'person', ...person }, conduct: 'rudeness', about: 'li.wei' },
    facts: '群众反映窗口人员态度生硬，调看录像属实',
  })
  await noticeFile(db, talk, BENCH, { actor: PROPOSER, now: at(1) })
}

const dayOf = (when: EpochMs) => day(formatInstant(when, DEFAULT_ZONE).slice(0, 10))

interface Proposing {
  readonly subject: NewSubject
  readonly conduct: string
  readonly about: string | null
  readonly facts: string
}

/** A finding of that day, and the measure that the table gives for it. */
async function proposed(
  db: Db,
  now: EpochMs,
  { subject, conduct, about, facts }: Proposing,
): Promise<string> {
  const { finding } = await openFinding(
    db,
    {
      ...{ source: 'visit', sourceId: `visit/demo-${conduct}`, unit: subject.unit, account: about, conduct },
      ...{ fact: facts, happenedOn: dayOf(now), evidence: [{ text: '现场照片' }] },
    },
    { actor: PROPOSER, now },
  )
  const { file } = await proposeFile(
    db,
    {
      ...{ subject, findings: [finding], facts, basis: '关于违反工作纪律的处理规定第三条' },
      ...{ evidence: [{ text: '现场照片', reference: finding }], unitAside: '单位已经教育管理，制度健全' },
    },
    { actor: PROPOSER, now },
  )
  return file
}
