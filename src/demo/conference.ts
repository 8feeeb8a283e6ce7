import { day, type EpochMs } from '#kernel/day.ts'
import { seeded } from '#kernel/random.ts'
import type { Db } from '#kernel/sql.ts'
import { chinaCalendar, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { callConference, findConferences, holdConference, reportRuling } from '#modules/supervision/index.ts'
import { officeTime } from './office-time.ts'

const SEED = 20_260_817
const CONVENER = { account: 'zhang.min', unit: 'supervision' } as const
const MEMBERS = [
  { body: 'legal', account: 'chen.jie' },
  { body: 'audit', account: 'he.cha' },
  { body: 'personnel', account: 'zheng.ren' },
  { body: 'finance', account: 'lin.guan' },
] as const

/** What a newcomer finds: a joint conference two months ago with a ruling that is overdue and one that waits to be confirmed. */
export async function seedConference(db: Db, { now }: { readonly now: EpochMs }): Promise<void> {
  if ((await findConferences(db)).length > 0) return
  const time = officeTime(chinaCalendar(), seeded(SEED))
  const dayOf = (at: EpochMs) => day(formatInstant(at, DEFAULT_ZONE).slice(0, 10))
  const heldAt = time.ago(now, 40)
  const on = dayOf(heldAt)
  const doing = { ...CONVENER, now: heldAt }
  const conference = await callConference(db, { members: MEMBERS, on }, doing)
  const ruling = { unit: 'planning', owner: 'wang.fang', finding: null }
  await holdConference(
    db,
    conference,
    {
      on,
      present: MEMBERS.map(({ account }) => account),
      minutes: '听取上季度监察情况，研究补正环节超期和材料清单不一致的问题，议定两项。',
      carried: [],
      rulings: [
        { ...ruling, text: '一个月内清理在办超期件，逐件说明原因', dueOn: dayOf(time.ago(now, 15)) },
        { ...ruling, text: '核对并重新公布办事指南的材料清单', dueOn: dayOf(time.ago(now, 2)) },
      ],
    },
    doing,
  )
  const reporting = { account: 'wang.fang', unit: 'planning', now: time.ago(now, 5) }
  await reportRuling(db, conference, 2, '八份指南已核对，重新公布六份。', reporting)
}
