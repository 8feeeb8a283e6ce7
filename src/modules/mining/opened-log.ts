import type { Db } from '#kernel/sql.ts'
import type { Histories } from '#engines/histories/index.ts'
import type { LogProfile } from '#engines/rules/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { getLog, publishedStepsOf, storedHistories } from '#modules/supervision/index.ts'
import { type CompiledPath, pathOfProfile, pathOfSteps } from './published-path.ts'
import { casesWhere, type Counted, type Holders, holdersOf, valuesOf } from './selection.ts'

/** A stored log as columns, or the cases of one item of it, with the profile and the path by which they are read. */
export interface OpenedLog {
  readonly histories: Histories
  readonly profile: LogProfile
  readonly title: string
  readonly path: CompiledPath | undefined
  readonly items: readonly Counted[]
  readonly holders: Holders
}

export async function openLog(db: Db, name: string, item?: string): Promise<OpenedLog> {
  const { profile, title, ...log } = await getLog(db, name)
  const whole = await storedHistories(db, { profile, title, ...log })
  const histories = casesWhere(whole, profile.case.item, item)
  return {
    ...{ histories, profile, title },
    path: pathOfProfile(profile) ?? (item === undefined ? undefined : await pathOfItem(db, name, histories)),
    items: valuesOf(whole, profile.case.item),
    holders: await holdersIn(db, histories, profile),
  }
}

/** What the item publishes, as the newest of its cases took it over. */
async function pathOfItem(db: Db, log: string, { caseIds }: Histories): Promise<CompiledPath | undefined> {
  const newest = caseIds.reduce((last, caseId) => (caseId > last ? caseId : last), '')
  return newest === '' ? undefined : pathTakenOver(db, log, newest)
}

/** The path that a case took over from what its item publishes. */
export async function pathTakenOver(db: Db, log: string, caseId: string): Promise<CompiledPath | undefined> {
  const steps = await publishedStepsOf(db, log, caseId)
  return steps && pathOfSteps(steps)
}

async function holdersIn(db: Db, histories: Histories, profile: LogProfile): Promise<Holders> {
  return holdersOf(histories, profile.event.unit, await unitsOfPeople(db, histories.resources))
}

/** A log that names more people than an office has is not of this office. */
const MOST_PEOPLE = 20_000
const ASKED_AT_ONCE = 1000

/** The units of those who have an account here and belong to one. */
export async function unitsOfPeople(db: Db, names: readonly string[]): Promise<Map<string, string>> {
  const units = new Map<string, string>()
  for (let start = 0; start < Math.min(names.length, MOST_PEOPLE); start += ASKED_AT_ONCE)
    for (const { account, unit } of await findPeople(db, names.slice(start, start + ASKED_AT_ONCE)))
      if (unit !== null) units.set(account, unit)
  return units
}
