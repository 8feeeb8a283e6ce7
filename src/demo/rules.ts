import { day, type EpochMs } from '#kernel/day.ts'
import { seeded } from '#kernel/random.ts'
import type { Db } from '#kernel/sql.ts'
import { chinaCalendar, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { seedEditions } from '#modules/supervision/index.ts'
import { officeTime } from './office-time.ts'

const SEED = 20_260_824

/** What a newcomer finds among the rules: a stricter number that a leader approved, and a draft of the office's own to try. */
export async function seedRules(db: Db, { now }: { readonly now: EpochMs }): Promise<void> {
  const time = officeTime(chinaCalendar(), seeded(SEED))
  const draftedAt = time.ago(now, 30)
  const approvedAt = time.ago(now, 28)
  await seedEditions(db, {
    drafter: 'zhang.min',
    approver: 'chen.jie',
    draftedAt,
    approvedAt,
    from: day(formatInstant(approvedAt, DEFAULT_ZONE).slice(0, 10)),
    numbers: {
      ...{ form: 'numbers', code: 'SV-39', numbers: { headWorkingDays: 18 }, switchOn: false },
      reason: '本县限时办结要求更严，报负责人的天数由二十改为十八',
    },
    own: {
      form: 'own',
      title: { zh: '夜间作出决定', en: 'Decided at night' },
      kind: 'process',
      level: 'notice',
      basis: { zh: '青禾县行政审批监督办法第十二条', en: 'Qinghe rules on supervision, Art. 12' },
      explanation: {
        zh: '晚八点以后作出的决定逐件核实原因。',
        en: 'Decisions after eight in the evening are looked at one by one.',
      },
      numbers: { lateHour: { title: { zh: '几点以后', en: 'From this hour' }, unit: 'hours', value: 20 } },
      when: {
        some: 'acts',
        where: {
          all: [
            { field: 'meaning', is: 'decided' },
            { field: 'hour', atLeast: { outer: 'lateHour' } },
          ],
        },
      },
      examples: [
        {
          ...{ text: { zh: '晚九点决定', en: 'decided at nine' }, fires: true, at: '2026-03-10T09:00' },
          events: [{ at: '2026-03-02T21:00', activity: 'decided' }],
        },
        {
          ...{ text: { zh: '上午决定', en: 'decided in the morning' }, fires: false, at: '2026-03-10T09:00' },
          events: [{ at: '2026-03-02T10:00', activity: 'decided' }],
        },
      ],
    },
  })
}
