import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Calendar, DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import type { HearingView, TrackedHearing } from '../contract.ts'
import { firstHearingDay } from '../decisions/index.ts'
import { endOfRequest } from './clocks.ts'
import { type HearingState, isHearingDue } from './state.ts'

const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)

export function hearingView(
  hearing: HearingState | undefined,
  { now, calendar }: { readonly now: EpochMs; readonly calendar: Calendar },
): HearingView | null {
  if (!hearing) return null
  const { stage, matter, minutes, asked } = hearing
  return {
    ...{ stage, matter, minutes, session: sessionOf(hearing) },
    offeredAt: instantText(hearing.offeredAt),
    asked: asked && { ...asked, at: instantText(asked.at) },
    firstDay: isHearingDue(hearing) ? firstHearingDay(now, calendar) : null,
  }
}

/** What the applicant may know and do about it. */
export async function trackedHearing(
  db: Db,
  caseNo: string,
  hearing: HearingState | undefined,
): Promise<TrackedHearing | null> {
  if (!hearing) return null
  const { stage, matter } = hearing
  const until = stage === 'offered' ? instantText(await endOfRequest(db, caseNo)) : null
  return { stage, matter, until, session: sessionOf(hearing) }
}

const sessionOf = ({ session }: HearingState): HearingView['session'] =>
  session && {
    at: instantText(session.at),
    place: session.place,
    chair: session.chairName,
    closedFor: session.closedFor,
  }
