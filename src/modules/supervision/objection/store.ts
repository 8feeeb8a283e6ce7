import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const DayColumn = z.string().transform((text) => text as Day)

/** An objection as the list holds it. */
const ListedObjection = z.object({
  card: z.string(),
  unit: z.string().nullable(),
  grounds: z.string(),
  objectedOn: DayColumn,
  decideBy: DayColumn,
  outcome: z.enum(['kept', 'withdrawn']).nullable(),
})
type ListedObjection = z.infer<typeof ListedObjection>

/** Those that wait first, the most urgent first. */
export const findObjections = (db: Db, limit: number): Promise<ListedObjection[]> =>
  db.rows(
    ListedObjection,
    sql`
    select card, unit, grounds, objected_on, decide_by, outcome
      from card_objection
     where jurisdiction = ${db.scope.jurisdiction}
     order by outcome is not null, decide_by, card
     limit ${limit}`,
  )

export const insertObjection = (db: Db, given: Omit<ListedObjection, 'outcome'>) =>
  db.run(sql`
    insert into card_objection (jurisdiction, card, unit, grounds, objected_on, decide_by)
    values (${db.scope.jurisdiction}, ${given.card}, ${given.unit}, ${given.grounds}, ${given.objectedOn}, ${given.decideBy})
        on conflict (jurisdiction, card) do nothing`)

export const settleObjection = (db: Db, card: string, outcome: 'kept' | 'withdrawn') =>
  db.run(sql`
    update card_objection
       set outcome = ${outcome}
     where jurisdiction = ${db.scope.jurisdiction}
       and card = ${card}`)
