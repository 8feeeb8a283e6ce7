import { DAY_MS, dayNumber, type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import { DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'
import { type ClockRow, findClock } from '#engines/clocks/stored/index.ts'
import { actorOf } from '../callers.ts'
import { act } from '../commands.ts'
import * as contract from '../contract.ts'
import type { UrgencyRow } from '../contract.ts'
import { type DeskServices, REACH } from '../desk-acts.ts'
import { instantOf as instantOrNull, instantText, type ListNames, listNames } from '../kinds/people.ts'
import { settingOn } from '../kinds/settings.ts'
import { spanOf } from '../kinds/shares.ts'
import { findFlags, type ListedOutcome } from '../outcomes/store.ts'
import { auditUrgency } from './decisions.ts'
import type { UrgencyState } from './state.ts'

/** 急件台账: every flag of a month, and what supervision finds of it. */
export const urgencyRoutes = ({ papers }: DeskServices): Route[] => [
  route(contract.listUrgency, (call) =>
    call.read(async (db) => {
      const { from, to } = spanOf(call.query.month)
      const flags = await findFlags(db, startOf(from), startOf(to))
      const before = await findFlags(db, startOf(from) - 90 * DAY_MS, startOf(to))
      const names = await namesOf(db, flags)
      const rows: UrgencyRow[] = []
      for (const flag of flags) rows.push(await rowOf(db, flag, { names, before, now: call.now }))
      const unaudited = rows.filter(({ status, audit }) => status === 'granted' && audit === null).length
      return { rows, unaudited, auditBy: auditDay(to) }
    }),
  ),
  route(contract.auditUrgency, (call) =>
    call.transaction(async (db) => {
      const { params, body, caller, now } = call
      const actor = await actorOf(db, caller, now)
      await act(db, params.caseNo, { actor, now, papers }, (state) => auditUrgency(state, body, actor))
      return { caseNo: params.caseNo, finding: body.finding }
    }, REACH),
  ),
]

const startOf = (day: Day): EpochMs => instantOf(DEFAULT_ZONE, dayNumber(day))

/** The last day on which a month is looked at. */
const auditDay = (next: Day): Day =>
  dayOfNumber(dayNumber(next) + settingOn('auditedWithinDays', startOf(next)) - 1)

const namesOf = (db: Db, flags: readonly ListedOutcome[]): Promise<ListNames> =>
  listNames(db, {
    units: flags.map(({ unit }) => unit),
    accounts: flags.flatMap(({ facts: { urgency } }) => [
      urgency?.askedBy ?? null,
      urgency?.answeredBy ?? null,
      urgency?.audit?.by ?? null,
    ]),
  })

interface Around {
  readonly names: ListNames
  /** Flags of the ninety days before the end of the month. */
  readonly before: readonly ListedOutcome[]
  readonly now: EpochMs
}

async function rowOf(db: Db, flag: ListedOutcome, { names, before, now }: Around): Promise<UrgencyRow> {
  const urgency = flag.facts.urgency as UrgencyState
  const express = await findClock(db, `${flag.caseNo}/urgent`)
  const answer = await findClock(db, `${flag.caseNo}/urgency`)
  const again = before.filter(({ applicant }) => applicant === flag.applicant).length
  const { status, ground, reason, askedAt, answer: said, within, audit } = urgency
  return {
    ...{ caseNo: flag.caseNo, item: flag.item, itemName: { zh: flag.itemNameZh, en: flag.itemNameEn } },
    ...{ unit: flag.unit, unitName: names.unit(flag.unit), applicant: flag.facts.applicantMasked },
    ...{ status, ground, reason, answer: said, within },
    askedAt: instantText(askedAt),
    askedBy: names.by(urgency.askedBy),
    answeredAt: urgency.answeredAt === null ? null : instantText(urgency.answeredAt),
    answeredBy: urgency.answeredBy === null ? null : names.by(urgency.answeredBy),
    endedAt: instantOrNull(flag.endedAt),
    dueAt: express?.dueAt == null ? null : instantText(express.dueAt),
    late: isLate(express, flag.endedAt?.getTime() ?? now),
    leftWaiting: isLate(answer, urgency.answeredAt ?? now),
    repeated: again >= settingOn('repeatedFlags', askedAt) ? again : null,
    audit: audit && {
      ...{ finding: audit.finding, reason: audit.reason, by: names.by(audit.by), at: instantText(audit.at) },
    },
  }
}

/** Past its end when it was answered, or now while nobody has. */
const isLate = (clock: ClockRow | undefined, until: EpochMs): boolean => {
  const end = clock?.dueAt ?? clock?.expiredAt ?? null
  return end !== null && until >= end
}
