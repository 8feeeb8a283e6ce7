import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { SupervisionCard } from './card.ts'

const State = z.custom<SupervisionCard>(
  (value) => typeof value === 'object' && value !== null && 'card' in value,
)
const Stored = z.object({ state: State, version: z.number() })

export const findCard = (db: Db, card: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from supervision_card
     where jurisdiction = ${db.scope.jurisdiction}
       and card = ${card}`,
  )

/** Of one unit or all, the ones that came back last first. */
export const findCards = async (
  db: Db,
  { unit, returned = false }: { readonly unit?: string | undefined; readonly returned?: boolean },
): Promise<SupervisionCard[]> =>
  (
    await db.rows(
      Stored,
      sql`
      select state, version
        from supervision_card
       where jurisdiction = ${db.scope.jurisdiction}
         and (${unit ?? null}::text is null or handed_to = ${unit ?? null})
         and (not ${returned} or returned_at is not null)
       order by returned_at desc nulls last, handed_on desc, card
       limit 20000`,
    )
  ).map(({ state }) => state)

export const putCard = (
  db: Db,
  card: string,
  { state, version }: { readonly state: SupervisionCard; readonly version: number },
) =>
  db.run(sql`
    insert into supervision_card
           (jurisdiction, card, batch, handed_to, handed_on, given_on, returned_at, handled, state, version)
    values (${db.scope.jurisdiction}, ${card}, ${state.batch}, ${state.unit}, ${state.handedOn}, ${state.givenOn},
            ${state.returned ? new Date(state.returned.at).toISOString() : null}, ${state.handled !== null},
            ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, card) do update
       set given_on = excluded.given_on, returned_at = excluded.returned_at, handled = excluded.handled,
           state = excluded.state, version = excluded.version`)
