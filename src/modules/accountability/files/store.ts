import { z } from 'zod'
import { type Db, raw, type Sql, sql } from '#kernel/sql.ts'
import { type AccountabilityFile, isLive, isOver, isSealed, stands } from './file.ts'

/** Written by `evolveFile` and nobody else, so read back as it is. */
const State = z.custom<AccountabilityFile>(
  (value) => typeof value === 'object' && value !== null && 'file' in value,
)
const Stored = z.object({ state: State, version: z.number() })

/** 政务处分 stands apart from what the office itself may do: two tables of one shape. */
export type FileTable = 'accountability_file' | 'sanction_file'
const tableOf = (table: FileTable): Sql => raw(table)

export const isSanction = (file: string): boolean => file.startsWith('S')
const tableFor = (file: string): FileTable => (isSanction(file) ? 'sanction_file' : 'accountability_file')

export const findFile = (db: Db, file: string) =>
  db.one(
    Stored,
    sql`
    select state, version
      from ${tableOf(tableFor(file))}
     where jurisdiction = ${db.scope.jurisdiction}
       and file = ${file}`,
  )

export interface FileQuestion {
  readonly unit?: string | undefined
  readonly account?: string | undefined
  readonly kind?: 'unit' | 'person' | undefined
  readonly instrument?: string | undefined
  readonly finding?: string | undefined
  readonly casework?: string | undefined
  /** Those of which something is still to come or which are in force; all, with what is over, otherwise. */
  readonly ordinary?: boolean
}

/** Files on either table as far as the reader sees them, the newest first. */
const findFilesIn = async (db: Db, table: FileTable, asked: FileQuestion): Promise<AccountabilityFile[]> => {
  const { unit, account, kind, instrument, finding, casework, ordinary = false } = asked
  const rows = await db.rows(
    Stored,
    sql`
    select state, version
      from ${tableOf(table)}
     where jurisdiction = ${db.scope.jurisdiction}
       and (${unit ?? null}::text is null or unit = ${unit ?? null})
       and (${account ?? null}::text is null or account = ${account ?? null})
       and (${kind ?? null}::text is null or kind = ${kind ?? null})
       and (${instrument ?? null}::text is null or instrument = ${instrument ?? null})
       and (${finding ?? null}::text is null or ${finding ?? null} = any (findings))
       and (${casework ?? null}::text is null or casework = ${casework ?? null})
       and (not ${ordinary} or not over)
     order by proposed_at desc, file
     limit 5000`,
  )
  return rows.map(({ state }) => state)
}

export const findFiles = async (db: Db, asked: FileQuestion = {}): Promise<AccountabilityFile[]> =>
  [
    ...(await findFilesIn(db, 'accountability_file', asked)),
    ...(await findFilesIn(db, 'sanction_file', asked)),
  ].sort((a, b) => b.proposedAt - a.proposedAt || a.file.localeCompare(b.file))

/** Accounts that see it besides supervision and personnel: those who work on it; the subject once it was told. */
function seenBy({
  proposedBy,
  deciders,
  judges: named,
  agreed,
  noticed,
  decided,
  subject,
  appeals,
}: AccountabilityFile): string[] {
  const told = subject.account !== null && (noticed !== null || decided !== null)
  const judges = appeals.flatMap((one) => (one.decided ? [one.decided.by] : []))
  const accounts = [proposedBy, ...deciders, ...named, ...agreed.map(({ by }) => by), ...judges]
  return [...new Set([...accounts, ...(told ? [subject.account] : [])])].filter((one) => one !== null).sort()
}

/**
 * The head of the unit sees what is against the unit once it was told, and what against a person says so once decided; of a
 * sealed one only where its decision is to be known in the unit.
 */
function unitSees({ subject, noticed, decided, instrument, sealed }: AccountabilityFile): boolean {
  if (subject.kind === 'unit') return noticed !== null || decided !== null
  return decided !== null && instrument.headSees && (sealed !== true || decided.level !== 'none')
}

export const putFile = (
  db: Db,
  file: string,
  { state, version }: { readonly state: AccountabilityFile; readonly version: number },
) => {
  const { subject, instrument, casework, findings, stage, decided, proposedAt } = state
  const dropped = stage === 'dropped' || stage === 'withdrawn' || stage === 'cleared'
  return db.run(sql`
    insert into ${tableOf(tableFor(file))}
           (jurisdiction, file, unit, account, kind, instrument, grade, conduct, casework, findings, stage, live, decided,
            stands, over, sealed, seen_by, unit_sees, proposed_at, state, version)
    values (${db.scope.jurisdiction}, ${file}, ${subject.unit}, ${subject.account}, ${subject.kind}, ${instrument.code},
            ${instrument.grade}, ${state.conduct}, ${casework}, ${findings}, ${stage}, ${isLive(state)}, ${decided !== null},
            ${stands(state)}, ${dropped || isOver(state)}, ${isSealed(state)}, ${seenBy(state)}, ${unitSees(state)},
            ${new Date(proposedAt).toISOString()}, ${JSON.stringify(state)}::jsonb, ${version})
        on conflict (jurisdiction, file) do update
       set instrument = excluded.instrument, grade = excluded.grade, stage = excluded.stage, live = excluded.live,
           decided = excluded.decided, stands = excluded.stands, over = excluded.over, sealed = excluded.sealed,
           seen_by = excluded.seen_by, unit_sees = excluded.unit_sees, state = excluded.state, version = excluded.version`)
}
