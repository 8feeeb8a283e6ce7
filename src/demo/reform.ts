import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, dayNumberAt } from '#engines/calendar/index.ts'
import { beginRound, disposeItems, findItemsInForce, roundsOf } from '#modules/catalogue/index.ts'
import { admission, changeAdmission, findCounters } from '#modules/hall/index.ts'
import { HALL_DEPARTMENTS } from './departments.ts'

const HALL = 'city'
const ROUND = 'qinghe-1'
const DOCUMENT = '青禾政发〔2026〕3号'
const BEGUN_DAYS_AGO = 60
/** So many items of the catalogue wait for their outcome: a newcomer finds something to decide. */
const UNDECIDED = 6

/** What departments do without standing in the catalogue: the review brings it to light. */
const OUTSIDE = [
  { item: 'stall-stamp', name: '夜市摊位盖章', replyDays: 20 },
  { item: 'opinion-letter', name: '装修开工征求意见函', replyDays: 90 },
  { item: 'site-note', name: '经营场所情况说明备查', replyDays: null },
] as const

/**
 * A review that is nearly done and a hall that lacks a few items. Nothing of it changes what the year's cases meet: what
 * is pending or cancelled is no item of theirs.
 */
export async function seedReform(db: Db, { now }: { readonly now: EpochMs }): Promise<void> {
  if ((await roundsOf(db)).length > 0) return
  const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))
  await reviewItems(db, { now, today })
  await fillGaps(db, { now, today })
}

interface Seeding {
  readonly now: EpochMs
  readonly today: Day
}

const after = (day: Day, days: number) => dayOfNumber(dayNumber(day) + days)

async function reviewItems(db: Db, { now, today }: Seeding): Promise<void> {
  const begun = after(today, -BEGUN_DAYS_AGO)
  const doing = { by: 'zhang.min', at: now, today: begun }
  const units = HALL_DEPARTMENTS.map(({ id }) => id)
  const items = OUTSIDE.map(({ item, name }, at) => ({ item, name, unit: units[at] ?? '' }))
  await beginRound(
    db,
    {
      ...{ round: ROUND, name: '行政许可（审批）事项清理', document: DOCUMENT, dueOn: after(today, 30) },
      ...{ catalogue: true, items },
    },
    doing,
  )
  const said = {
    ...{ document: DOCUMENT, decidedOn: begun, effectiveOn: null, notice: null },
    ...{ question: null, into: null, handover: null },
  }
  const all = (await findItemsInForce(db, begun)).map(({ item }) => item)
  const kept = { ...said, outcome: 'kept', reason: '依据充分，确需保留' } as const
  await disposeItems(db, { round: ROUND, items: all.slice(0, -UNDECIDED), disposition: kept }, doing)
  for (const { item, name, replyDays } of OUTSIDE) {
    if (replyDays === null) continue
    const question = {
      ...{ text: `“${name}”有无上位法依据，是否取消`, sentOn: begun, to: '省人民政府审改办' },
      ...{ contact: '审改处值班室', replyBy: after(begun, replyDays) },
    }
    const pending = { ...said, outcome: 'pendingSuperior', reason: '上位法不明', question } as const
    await disposeItems(db, { round: ROUND, items: [item], disposition: pending }, doing)
  }
}

async function fillGaps(db: Db, { now, today }: Seeding): Promise<void> {
  const doing = { actor: 'demo', now }
  const counters = await findCounters(db, HALL)
  const served = new Set(counters.flatMap(({ units }) => units))
  const items = (await findItemsInForce(db, today)).filter(({ unit }) => served.has(unit))
  for (const [at, { item, unit }] of items.slice(0, 9).entries())
    await changeAdmission(
      db,
      { hall: HALL, item },
      (state) => {
        if (at < 4) return admission.request(state, { unit, on: today, reason: '群众办得多' })
        if (at < 7)
          return admission.explain(state, {
            unit,
            reason: '窗口设备未到位',
            dueOn: after(today, 14 + at),
            today,
          })
        return admission.exempt(state, {
          ...{ unit, approver: '分管副市长', document: '青禾政函〔2026〕8号', reason: '须在现场查勘' },
          ...{ until: after(today, 90), today },
        })
      },
      doing,
    )
}
