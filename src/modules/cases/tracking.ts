import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream } from '#engines/ledger/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findStandIns, findUnit } from '#modules/organisation/index.ts'
import { branchUnits, trackedBranches } from './branches/tracked.ts'
import { isOver, type LivingCase } from './case.ts'
import { caseEventOf, caseStream, type CaseEvent } from './case-events.ts'
import type { TrackedFile } from './contract.ts'
import { trackedHearing } from './hearings/view.ts'
import { refusalView } from './kinds/view.ts'
import { refuse } from './refusals.ts'
import { officerOf } from './service-officer/state.ts'
import { findStates } from './store.ts'
import { isTransfer } from './transfers/events.ts'
import { desksSpokenOf } from './transfers/state.ts'
import { movedText, type UnitName } from './transfers/words.ts'
import type { CaseClockName } from './terms.ts'
import { calendarOf, fileClocks, instantOrNull, instantText, nextStepOf, timelineOf } from './views.ts'

/** What the office says among itself is not shown to the applicant: opinions, sending back, who asked for more time. */
const INNER: ReadonlySet<CaseEvent['type']> = new Set([
  'StepSentBack',
  'ExtensionAsked',
  'ExtensionRefused',
  'ReturnAttempted',
  'BeyondListAttempted',
  'UrgencyAudited',
  'ReadingReviewed',
  'CaseFiledAgain',
  'PapersAsked',
  'ConflictRuled',
  'JointBreachTried',
  'TransferStopped',
  'LeaderInvolved',
  'LeaderAnswered',
])

/** The case as its applicant sees it. No account names, no inner opinions. */
export async function trackedFile(db: Db, caseNo: string, now: EpochMs): Promise<TrackedFile> {
  const [stored] = await findStates(db, [caseNo])
  if (!stored) throw refuse('case.not-found', { caseNo })
  const { state } = stored
  const { plan, decision, supplement } = state
  const names = await unitNames(db, state)
  const waiting = state.status === 'received' && supplement !== null && supplement.suppliedAt === null
  const missing = waiting ? plan.materials.filter(({ code }) => supplement.missing.includes(code)) : []
  return {
    caseNo,
    item: plan.item,
    itemName: plan.name,
    unitName: names(plan.unit),
    status: state.status,
    nextStep: nextStepOf(state),
    receivedAt: instantText(state.receivedAt),
    endedAt: instantOrNull(state.endedAt),
    outcome: decision?.outcome ?? null,
    deemedAccepted: state.accepted?.deemed ?? false,
    refusal: refusalView(state),
    pledgedAt: instantOrNull(state.pledge?.at ?? null),
    urgency: state.urgency?.status ?? null,
    clocks: (await fileClocks(db, state, now, await calendarOf(db))).filter(concernsApplicant),
    missing: missing.map(({ code, name, guidance, sample }) => ({
      ...{ code, name, guidance, sample: Boolean(sample) },
      wrong: supplement?.wrong?.[code] ?? '',
    })),
    contact: plan.contact ?? null,
    understood: waiting ? (supplement.understood ?? false) : null,
    steps: state.steps.map(({ name, unit, status, doneAt }) => ({
      name,
      unitName: names(unit),
      status,
      doneAt: instantOrNull(doneAt),
    })),
    branches: trackedBranches(state, names),
    timeline: await publicTimeline(db, state, names),
    hearing: await trackedHearing(db, caseNo, state.hearing),
    officer: await trackedOfficer(db, state, now),
    mayRate: isOver(state) && state.status !== 'withdrawn' && state.rating === null,
    rated: state.rating?.grade ?? null,
    mayWithdraw: !isOver(state),
    maySupply: waiting,
    formAt: instantOrNull(state.form?.at ?? null),
  }
}

/** Limits between desks and departments stay inside the office. */
const INSIDE: ReadonlySet<CaseClockName> = new Set(['step', 'visit', 'ruling', 'joint', 'branch'])
export const concernsApplicant = ({ limit }: { readonly limit: CaseClockName }): boolean => !INSIDE.has(limit)

async function publicTimeline(
  db: Db,
  state: LivingCase,
  unitName: UnitName,
): Promise<TrackedFile['timeline']> {
  const events = await readStream(db, caseStream(state.caseNo))
  return events
    .filter(({ type }) => !INNER.has(type as CaseEvent['type']))
    .map((event) => {
      const { at, text, notice, type } = timelineOf(event, state, unitName)
      const own = caseEventOf(event)
      const moved = isTransfer(own) && movedText(own, (code) => stepNameIn(state, code), unitName)
      return { at, notice, text: moved || (INWARD.has(type) ? beforeColon(text) : text) }
    })
}

const stepNameIn = ({ steps, plan }: LivingCase, code: string): string =>
  [...steps, ...plan.steps].find((step) => step.code === code)?.name ?? code

/** Told as done; what was said stays inside the office. */
const INWARD: ReadonlySet<string> = new Set(['StepFinished', 'OpinionGiven', 'JointAssembled', 'MeetingHeld'])

/** 「初审：同意，……」 tells the applicant that the step is done, not what the desk said. */
const beforeColon = ({ zh, en }: { zh: string; en: string }) => ({
  zh: `${zh.split('：')[0] ?? zh}办结`,
  en: `${en.split(':')[0] ?? en} done`,
})

/** 全程服务人员, by the name on the plate; the phone is the item's, where the guide names one. */
async function trackedOfficer(db: Db, state: LivingCase, now: EpochMs): Promise<TrackedFile['officer']> {
  const account = officerOf(state)
  const [person] = account === null ? [] : await findPeople(db, [account])
  if (!person) return null
  const away = (await findStandIns(db, [person.account], now)).get(person.account)
  const [standIn] = away === undefined ? [] : await findPeople(db, [away])
  const title = person.unit === null ? undefined : await findUnit(db, person.unit)
  return {
    name: person.name,
    unitName: { zh: title?.name ?? '', en: title?.nameEn ?? '' },
    phone: state.plan.contact?.phone ?? '',
    standIn: standIn?.name ?? null,
  }
}

async function unitNames(db: Db, { plan, steps, transfers }: LivingCase) {
  const desks = [...steps, ...desksSpokenOf(transfers)].map(({ unit }) => unit)
  const units = [...new Set([plan.unit, ...desks, ...branchUnits(plan)])]
  const found = new Map<string, { zh: string; en: string }>()
  for (const unit of units) {
    const row = await findUnit(db, unit)
    found.set(unit, row ? { zh: row.name, en: row.nameEn } : { zh: unit, en: unit })
  }
  return (unit: string) => found.get(unit) ?? { zh: unit, en: unit }
}
