import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { HallPlace } from './contract.ts'
import { HALL_CHANNELS, HALL_LEVELS } from './terms.ts'

const Place = z.object({
  hall: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  level: z.enum(HALL_LEVELS),
  address: z.string(),
  phone: z.string(),
  unit: z.string(),
  channels: z.array(z.enum(HALL_CHANNELS)),
})

/** Every hall of the jurisdiction. */
export const findHalls = (db: Db) =>
  db.rows(
    Place,
    sql`
    select hall, name_zh, name_en, level, address, phone, unit, channels
      from hall_place
     where jurisdiction = ${db.scope.jurisdiction}
     order by hall
     limit 5000`,
  )

export const putPlace = (db: Db, hall: string, { name, level, address, phone, unit, channels }: HallPlace) =>
  db.run(sql`
    insert into hall_place (jurisdiction, hall, name_zh, name_en, level, address, phone, unit, channels)
    values (${db.scope.jurisdiction}, ${hall}, ${name.zh}, ${name.en}, ${level}, ${address}, ${phone}, ${unit},
            ${channels}::text[])
        on conflict (jurisdiction, hall) do update
       set name_zh = excluded.name_zh, name_en = excluded.name_en, level = excluded.level,
           address = excluded.address, phone = excluded.phone, unit = excluded.unit, channels = excluded.channels`)
