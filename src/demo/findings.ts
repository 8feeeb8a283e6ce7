import { day, type EpochMs } from '#kernel/day.ts'
import { seeded } from '#kernel/random.ts'
import type { Db } from '#kernel/sql.ts'
import { chinaCalendar, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import {
  answerFinding,
  disposeFinding,
  findFindings,
  type NewFinding,
  openFinding,
  takeFinding,
} from '#modules/findings/index.ts'
import { officeTime } from './office-time.ts'

const SUPERVISOR = 'zhang.min'
const OFFICER = 'li.wei'
const SEED = 20_260_825
const MARK = 'demo/finding-1'

/** What a newcomer finds under findings: one to be answered, one to be disposed of, one that is late, educated twice. */
export async function seedFindings(db: Db, { now }: { readonly now: EpochMs }): Promise<void> {
  if ((await findFindings(db, { sourceId: MARK, limit: 1 })).length > 0) return
  const time = officeTime(chinaCalendar(), seeded(SEED))
  const ago = (workingDays: number) => time.ago(now, workingDays)
  let nth = 0
  const open = async (
    workingDays: number,
    given: Partial<NewFinding> & Pick<NewFinding, 'conduct' | 'fact'>,
  ) => {
    const at = ago(workingDays)
    const happenedOn = day(formatInstant(at, DEFAULT_ZONE).slice(0, 10))
    const from = { source: 'complaint' as const, sourceId: `demo/finding-${++nth}`, unit: 'planning' }
    const doing = { actor: SUPERVISOR, now: at }
    return (await openFinding(db, { ...from, happenedOn, ...given }, doing)).finding
  }
  const answered = async (finding: string, workingDays: number, text: string) => {
    await answerFinding(db, finding, { text }, { actor: OFFICER, now: ago(workingDays) })
    const doing = { actor: SUPERVISOR, now: ago(workingDays - 1) }
    await takeFinding(db, finding, { relation: null, note: '' }, doing)
  }
  const dispose = (finding: string, workingDays: number, given: Parameters<typeof disposeFinding>[2]) =>
    disposeFinding(db, finding, given, { actor: SUPERVISOR, now: ago(workingDays) })

  for (const workingDays of [90, 60]) {
    const finding = await open(workingDays, { conduct: 'onceTold', fact: '两次告知补正，没有一次说清' })
    await answered(finding, workingDays - 4, '窗口新人不熟悉，已培训')
    await dispose(finding, workingDays - 8, {
      disposition: 'educated',
      reason: '首次发现，情节轻微，批评教育',
    })
  }
  const charged = await open(40, {
    source: 'audit',
    conduct: 'beyondRate',
    fact: '复印费按每页两元收取，标准为五角',
  })
  await answered(charged, 34, '多收部分已经列出清单')
  const remedyBy = day(formatInstant(time.after(now, 10), DEFAULT_ZONE).slice(0, 10))
  const rectify = { disposition: 'rectify', reason: '超标准收费，责令清退并整改', remedyBy } as const
  await dispose(charged, 30, rectify)
  await open(45, { conduct: 'delay', fact: '现场踏勘以后二十天没有下一步', matter: '踏勘' })
  await answered(
    await open(12, { conduct: 'rudeness', fact: '来访群众反映窗口态度生硬', badge: '001' }),
    6,
    '已向群众道歉',
  )
  await open(2, { source: 'leader', unit: 'market', conduct: 'undisclosed', fact: '收费标准没有在窗口公示' })
  await open(1, { source: 'visit', conduct: 'absence', fact: '暗访时窗口无人值守四十分钟', sealed: true })
}
