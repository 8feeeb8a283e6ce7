import { type Db, sql } from '#kernel/sql.ts'
import { type Setting, SettingShape } from './settings.ts'

/** Sets a number from a day on; another for the same day takes its place. */
export const putSetting = (db: Db, { name, subject, from, value, reason, by }: Setting) =>
  db.run(sql`
    insert into efficiency_setting (jurisdiction, name, subject, valid_from, value, reason, set_by)
    values (${db.scope.jurisdiction}, ${name}, ${subject}, ${from}, ${JSON.stringify(value)}::jsonb, ${reason}, ${by})
        on conflict (jurisdiction, name, subject, valid_from) do update
       set value = excluded.value, reason = excluded.reason, set_by = excluded.set_by`)

/** Every setting ever made, oldest first. */
export const findSettings = (db: Db): Promise<Setting[]> =>
  db.rows(
    SettingShape,
    sql`
    select name, subject, valid_from as "from", value, reason, set_by as by
      from efficiency_setting
     where jurisdiction = ${db.scope.jurisdiction}
     order by valid_from, name, subject
     limit 10000`,
  )
