import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { Project } from './project.ts'

const Stored = z.object({
  state: z.custom<Project>((value) => typeof value === 'object' && value !== null),
  version: z.number(),
})

export const findProject = (db: Db, project: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from project_file
     where jurisdiction = ${db.scope.jurisdiction}
       and project = ${project}`,
  )

/** Those that the reader may see. */
export const findProjects = async (db: Db): Promise<Project[]> =>
  (
    await db.rows(
      Stored,
      sql`
      select state, version
        from project_file
       where jurisdiction = ${db.scope.jurisdiction}
       order by project
       limit 200`,
    )
  ).map(({ state }) => state)

export const putProject = (
  db: Db,
  { state, version }: { readonly state: Project; readonly version: number },
) => {
  const seenBy = [
    ...new Set([...state.permits.map(({ unit }) => unit), ...(state.agent ? [state.agent.unit] : [])]),
  ]
  return db.run(sql`
    insert into project_file (jurisdiction, project, unit, seen_by, agent, state, version)
    values (${db.scope.jurisdiction}, ${state.project}, ${state.unit}, ${seenBy}::text[],
            ${state.agent?.account ?? null}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, project) do update
       set seen_by = excluded.seen_by, agent = excluded.agent, state = excluded.state, version = excluded.version`)
}
