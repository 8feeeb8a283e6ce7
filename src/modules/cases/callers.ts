import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Caller } from '#platform/http/index.ts'
import { findStanding } from '#modules/organisation/index.ts'
import { type CaseActor, deskName, THE_LAW } from './actor.ts'

/** What a signed-in account stands for now: its unit, and the posts it holds or stands in for. */
export async function actorOf(db: Db, { account, unit, roles }: Caller, now: EpochMs): Promise<CaseActor> {
  const rows = await findStanding(db, { account, unit, at: now })
  const held = rows.flatMap(({ unit: of, post, holder, asBackup }) =>
    of !== null && post !== null ? [{ unit: of, post, holder, asBackup: asBackup ?? false }] : [],
  )
  return {
    account,
    unit,
    headOfUnit: roles.includes('unitHead'),
    leader: roles.includes('leader'),
    atHall: rows[0]?.kind === 'hall',
    desks: new Set(held.map(deskName)),
    asBackup: new Set(held.filter(({ asBackup }) => asBackup).map(deskName)),
    standsInFor: new Set(held.flatMap(({ asBackup, holder }) => (asBackup ? (holder ?? []) : []))),
    person: null,
  }
}

/** An applicant, proved by the number and code of the case or by a sign-in as a resident. */
export const applicantActor = (person: string): CaseActor => ({
  ...THE_LAW,
  account: `resident/${person}`,
  person,
})
