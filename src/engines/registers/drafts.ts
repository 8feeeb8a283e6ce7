import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { calendarOf, surroundings } from './commands.ts'
import type { Institution } from './definition.ts'
import { checkDefinition, type Fault } from './definition-check.ts'
import { currentDefinition, type Registers, tell } from './definitions.ts'
import type { Entry } from './entry.ts'
import { refuse } from './refusals.ts'
import { type Raised, standingOf } from './standing.ts'
import { type Draft, findDefinitions, findDrafts, findEntries } from './store.ts'

interface Entered {
  readonly by: string
  readonly now: EpochMs
}

export async function getDraft(db: Db, institution: string): Promise<Draft> {
  const found = (await findDrafts(db)).find((one) => one.institution === institution)
  if (!found) throw refuse('register.no-draft', { institution: institution.slice(0, 60) })
  return found
}

/** 起草: saves what somebody is working on, however wrong it still is; two people do not overwrite each other. */
export async function saveDraft(
  db: Db,
  definition: Institution,
  { seen, ...entered }: Entered & { readonly seen: number | undefined },
): Promise<Draft> {
  const known = (await findDrafts(db)).find(({ institution }) => institution === definition.code)
  if (known && seen !== known.version) throw refuse('register.draft-changed')
  await tell(db, definition.code, { type: 'DefinitionDrafted', definition }, entered)
  return getDraft(db, definition.code)
}

export async function dropDraft(db: Db, institution: string, entered: Entered): Promise<void> {
  await getDraft(db, institution)
  await tell(db, institution, { type: 'DraftDropped' }, entered)
}

export const faultsOf = async (db: Db, definition: Institution): Promise<Fault[]> =>
  checkDefinition(definition, await calendarOf(db))

/** What a draft would have noticed in an entry that is there already. */
export interface Trial {
  readonly entry: string
  readonly before: readonly Raised[]
  readonly after: readonly Raised[]
}

/** 试运行: the draft's conditions over the entries of today, beside those of the version in force. */
export async function tryDraft(
  db: Db,
  registers: Registers,
  definition: Institution,
  now: EpochMs,
): Promise<Trial[]> {
  const around = await surroundings(db, registers, now)
  const versions = new Map(
    (await findDefinitions(db, definition.code)).map((one) => [one.version, one.definition]),
  )
  const trials: Trial[] = []
  for (const entry of await findEntries(db, definition.code))
    trials.push({
      entry: entry.id,
      before: await raisedUnder(versions.get(entry.version), entry, around),
      after: await standingOf(definition, entry, around),
    })
  return trials
}

const raisedUnder = async (
  definition: Institution | undefined,
  entry: Entry,
  around: Parameters<typeof standingOf>[2],
): Promise<Raised[]> => (definition ? standingOf(definition, entry, around) : [])

/** 公布: by somebody else than whoever drafted it, and only without faults. Entries keep the version they have. */
export async function publishDraft(
  db: Db,
  registers: Registers,
  institution: string,
  entered: Entered,
): Promise<number> {
  const { definition, draftedBy } = await getDraft(db, institution)
  if (draftedBy === entered.by) throw refuse('register.own-draft')
  const faults = await faultsOf(db, definition)
  if (faults.length > 0)
    throw refuse('register.definition-wrong', {
      faults: faults.map(({ zh }) => zh).join('；'),
      faultsEn: faults.map(({ en }) => en).join('; '),
    })
  // What the platform brought stands in the ledger before what replaces it.
  if (registers.coded.has(institution)) await currentDefinition(db, registers, institution, entered.now)
  const version = ((await findDefinitions(db, institution)).at(-1)?.version ?? 0) + 1
  await tell(db, institution, { type: 'DefinitionPublished', definition, version, draftedBy }, entered)
  return version
}
