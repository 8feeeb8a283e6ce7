import type pg from 'pg'

/**
 * The tables, functions, policies and rights of a database as SQL, from its catalogue: the same text whatever server
 * version made it and whether or not `pg_dump` is installed.
 */
export async function describeSchema(client: pg.Client): Promise<string> {
  const lines = async (text: string) =>
    (await client.query<{ line: string }>(text)).rows.map(({ line }) => line)
  const parts = [
    await lines(SEQUENCES),
    ...(await lines(FUNCTIONS)).map((text) => [text]),
    ...(await tableParts(client, lines)),
    await lines(VIEWS),
  ]
  return parts
    .filter((part) => part.length > 0)
    .map((part) => `${part.join('\n')}\n`)
    .join('\n')
}

type Lines = (text: string) => Promise<string[]>

async function tableParts(client: pg.Client, lines: Lines): Promise<string[][]> {
  const tables = await client.query<{ oid: number; name: string }>(`
    select oid::int, relname as name
      from pg_class
     where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p')
       and not relispartition
       and relname <> 'schema_migration'
     order by relname collate "C"`)
  const parts: string[][] = []
  for (const { oid, name } of tables.rows) {
    const inside = [...(await lines(columnsOf(oid))), ...(await lines(constraintsOf(oid)))]
    const partitioned = await lines(
      `select ' partition by ' || pg_get_partkeydef(${oid}) as line where pg_get_partkeydef(${oid}) is not null`,
    )
    parts.push([
      `create table ${name} (`,
      inside.map((line) => `  ${line}`).join(',\n'),
      `)${partitioned.join('')};`,
      ...(await lines(indexesOf(oid))),
      ...(await lines(partitionsOf(oid))),
      ...(await lines(policiesOf(oid))),
      ...(await lines(grantsOf(oid))),
      ...(await lines(commentsOf(oid))),
    ])
  }
  return parts
}

const SEQUENCES = `
  select format('create sequence %s;', relname) as line
    from pg_class
   where relnamespace = 'public'::regnamespace
     and relkind = 'S'
     and not exists (select from pg_depend where objid = pg_class.oid and deptype in ('a', 'i'))
   order by relname collate "C"`

const FUNCTIONS = `
  select rtrim(pg_get_functiondef(pg_proc.oid), E'\\n') || ';' as line
    from pg_proc
   where pronamespace = 'public'::regnamespace
     and prokind = 'f'
     and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
   order by proname collate "C", pg_get_function_identity_arguments(pg_proc.oid)`

const VIEWS = `
  select format('create %sview %s as%s', case relkind when 'm' then 'materialized ' else '' end, relname,
                E'\\n' || pg_get_viewdef(oid, true)) as line
    from pg_class
   where relnamespace = 'public'::regnamespace
     and relkind in ('v', 'm')
   order by relname collate "C"`

const columnsOf = (table: number) => `
  select format('%s %s', quote_ident(attname), format_type(atttypid, atttypmod))
         || case when attcollation <> 0 and collname <> 'default' then format(' collate %I', collname) else '' end
         || case when attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(adbin, adrelid))
                 when attidentity <> '' then format(' generated %s as identity', case attidentity when 'a' then 'always' else 'by default' end)
                 when adbin is not null then format(' default %s', pg_get_expr(adbin, adrelid))
                 else '' end
         || case when attnotnull then ' not null' else '' end as line
    from pg_attribute
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    left join pg_collation on pg_collation.oid = attcollation
   where attrelid = ${table}
     and attnum > 0
     and not attisdropped
   order by attnum`

const constraintsOf = (table: number) => `
  select format('constraint %I %s', conname, pg_get_constraintdef(oid)) as line
    from pg_constraint
   where conrelid = ${table}
     and contype in ('p', 'u', 'f', 'c', 'x')
   order by position(contype in 'pufcx'), conname collate "C"`

const indexesOf = (table: number) => `
  select replace(pg_get_indexdef(indexrelid), ' ON public.', ' ON ') || ';' as line
    from pg_index
    join pg_class on pg_class.oid = indexrelid
   where indrelid = ${table}
     and not exists (select from pg_constraint where conindid = indexrelid)
   order by relname collate "C"`

const partitionsOf = (table: number) => `
  select format('create table %s partition of %s %s;', child.relname, parent.relname, pg_get_expr(child.relpartbound, child.oid)) as line
    from pg_inherits
    join pg_class as child on child.oid = inhrelid
    join pg_class as parent on parent.oid = inhparent
   where inhparent = ${table}
   order by child.relname collate "C"`

const policiesOf = (table: number) => `
  select line
    from (select 0 as rank, '' as name, format('alter table %s enable row level security;', relname) as line
            from pg_class
           where oid = ${table} and relrowsecurity
           union all
          select 1, polname, format('create policy %I on %s%s for %s to %s%s%s;', polname, ${table}::regclass,
                 case when polpermissive then '' else ' as restrictive' end,
                 case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
                 coalesce((select string_agg(rolname, ', ' order by rolname) from pg_roles where oid = any (polroles)), 'public'),
                 coalesce(' using (' || pg_get_expr(polqual, polrelid) || ')', ''),
                 coalesce(' with check (' || pg_get_expr(polwithcheck, polrelid) || ')', ''))
            from pg_policy
           where polrelid = ${table}) as described
   order by rank, name collate "C"`

const grantsOf = (table: number) => `
  select format('grant %s on %s to %s;', string_agg(lower(privilege_type), ', ' order by privilege_type), ${table}::regclass, rolname) as line
    from pg_class
   cross join lateral aclexplode(relacl)
    join pg_roles on pg_roles.oid = grantee
   where pg_class.oid = ${table}
     and grantee <> relowner
   group by rolname
   order by rolname`

const commentsOf = (table: number) => `
  select format('comment on %s is %L;',
                case when objsubid = 0 then format('table %s', ${table}::regclass)
                     else format('column %s.%I', ${table}::regclass, attname) end, description) as line
    from pg_description
    left join pg_attribute on attrelid = objoid and attnum = objsubid
   where objoid = ${table}
     and classoid = 'pg_class'::regclass
   order by objsubid`
