import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const Served = z.object({ unit: z.string(), caseNo: z.string() })

/** So many of a unit are enough to draw from, and few enough to be laid down whole. */
const MOST = 200

/** 服务对象: whose application a unit decided since an instant, by the number of the file, the latest of each unit. */
export const findServed = (
  db: Db,
  { units, since }: { readonly units: readonly string[]; readonly since: EpochMs },
) =>
  db.rows(
    Served,
    sql`
    select unit, case_no
      from (select unit, case_no,
                   row_number() over (partition by unit order by ended_at desc, case_no) as nth
              from case_file
             where jurisdiction = ${db.scope.jurisdiction}
               and unit = any (${[...units]}::text[])
               and outcome is not null
               and ended_at >= ${new Date(since).toISOString()}) as latest
     where nth <= ${MOST}
     order by unit, case_no
     limit 100000`,
  )
