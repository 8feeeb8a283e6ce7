import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import {
  type Calendar,
  dayNumberAt,
  DEFAULT_ZONE,
  formatInstant,
  workingDaysWithin,
} from '#engines/calendar/index.ts'
import { findStatutoryRule } from '#engines/clocks/index.ts'
import { type ClockRow, findClock, findClocksOf, readCalendars } from '#engines/clocks/stored/index.ts'
import { readStream, type StoredEvent } from '#engines/ledger/index.ts'
import { offeredActions } from './actions.ts'
import type { CaseActor } from './actor.ts'
import { wayView } from './branches/way.ts'
import { isOver, type LivingCase } from './case.ts'
import { caseEventOf, caseStream, type Issued } from './case-events.ts'
import { clockId } from './clock-work.ts'
import type { FileClock, FileRow, FileView, WorkRow } from './contract.ts'
import { type Directory, directoryOf } from './directory.ts'
import { kindView } from './kinds/view.ts'
import { licensingView } from './licensing/view.ts'
import { namedIn, type Names, namesIn } from './names.ts'
import { hearingView } from './hearings/view.ts'
import { decisionView } from './outcomes/decision-view.ts'
import { refuse } from './refusals.ts'
import { answerableIn, responsibilityView } from './responsibility-view.ts'
import { type ListedFile, findWholeFile } from './store.ts'
import { type ListedWork } from './work-store.ts'
import type { VisitState } from './visits/state.ts'
import type { UnitName } from './transfers/words.ts'
import { eventText } from './words.ts'

export interface Looking {
  readonly actor: CaseActor
  readonly now: EpochMs
}

export const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)
export const instantOrNull = (at: EpochMs | null): string | null => (at === null ? null : instantText(at))
const dateText = (at: Date | null): string | null => (at === null ? null : instantText(at.getTime()))

export const calendarOf = async (db: Db): Promise<Calendar> => (await readCalendars(db)).current('cn')

/** Working days after today up to the due day; days past, as a negative number. Null without an end that is known. */
export function daysLeft(dueAt: EpochMs | null, now: EpochMs, calendar: Calendar): number | null {
  if (dueAt === null) return null
  // The end is 24:00 of the last day, which is already the first instant of the next.
  const [today, last] = [dayNumberAt(DEFAULT_ZONE, now), dayNumberAt(DEFAULT_ZONE, dueAt - 1)]
  if (last > calendar.last || today > calendar.last || today < calendar.first) return null
  return last >= today ? workingDaysWithin(calendar, today, last) : -workingDaysWithin(calendar, last, today)
}

export function fileRow(row: ListedFile, now: EpochMs, calendar: Calendar): FileRow {
  const {
    itemNameZh,
    itemNameEn,
    applicantMasked,
    receivedAt,
    acceptedAt,
    endedAt,
    dueAt,
    provisional,
    ...rest
  } = row
  return {
    ...rest,
    itemName: { zh: itemNameZh, en: itemNameEn },
    applicant: applicantMasked,
    receivedAt: instantText(receivedAt.getTime()),
    acceptedAt: dateText(acceptedAt),
    endedAt: dateText(endedAt),
    dueAt: dateText(dueAt),
    daysLeft: daysLeft(dueAt?.getTime() ?? null, now, calendar),
    provisional: provisional ?? false,
  }
}

export function workRow(
  row: ListedWork,
  { actor, now, calendar }: Looking & { readonly calendar: Calendar },
): WorkRow {
  const { itemNameZh, itemNameEn, applicantMasked, since, dueAt, provisional, title, step, mine, ...rest } =
    row
  const borrowed = mine && row.post !== null && actor.asBackup.has(`${row.unit}/${row.post}`)
  return {
    ...rest,
    step: step === '' ? null : step,
    title: { zh: title, en: WORK_EN[row.kind] ?? title },
    itemName: { zh: itemNameZh, en: itemNameEn },
    applicant: applicantMasked,
    since: instantText(since.getTime()),
    dueAt: dateText(dueAt),
    daysLeft: daysLeft(dueAt?.getTime() ?? null, now, calendar),
    provisional: provisional ?? false,
    whose: borrowed ? 'borrowed' : mine || row.post === null ? 'mine' : 'unit',
  }
}

const WORK_EN: Readonly<Partial<Record<WorkRow['kind'], string>>> = {
  answer: 'check and answer',
  decide: 'decide',
  deliver: 'deliver',
  extension: 'grant or refuse an extension',
  hearing: 'arrange and hold the hearing',
  visit: 'name who goes to the site',
  branch: 'give the department’s opinion',
  assemble: 'assemble the opinions',
  urgency: 'answer the request for the express lane',
}

/** The whole case, or the refusal that says nothing of whether it exists. The scope decides who sees it. */
export async function fileView(db: Db, caseNo: string, { actor, now }: Looking): Promise<FileView> {
  const found = await findWholeFile(db, caseNo)
  if (!found) throw refuse('case.not-found', { caseNo })
  const { state, ...row } = found
  const calendar = await calendarOf(db)
  const events = await readStream(db, caseStream(caseNo))
  const directory = await directoryFor(db, state, events)
  const names = namesIn(directory, state)
  return {
    ...fileRow(row, now, calendar),
    ...factsOf(state, names),
    ...handingInOf(events),
    decision: decisionView(state, events),
    kind: kindView(state),
    way: wayView(state, events, names),
    hearing: hearingView(state.hearing, { now, calendar }),
    clocks: await fileClocks(db, state, now, calendar),
    licensing: await licensingView(db, state, now),
    responsibility: responsibilityView(state, { now, calendar, directory }),
    timeline: events.map((event) => ({
      ...timelineOf(event, state, names.unit),
      by: names.by(event.actor),
    })),
    actions: offeredActions(state, actor, now, names.said).map(({ steps, ...rest }) => ({
      ...rest,
      steps: [...steps],
    })),
  }
}

/** Everybody whom the page names, asked for once. */
function directoryFor(db: Db, state: LivingCase, events: readonly StoredEvent[]): Promise<Directory> {
  const acted = events.map(({ actor }) => actor)
  const named = namedIn(state, [...acted, ...state.steps.flatMap(({ doneBy }) => doneBy ?? [])])
  const answerable = answerableIn(state)
  return directoryOf(db, {
    desks: [...named.desks, ...answerable.desks],
    holders: answerable.holders,
    accounts: [...named.accounts, ...answerable.accounts],
    units: [...named.units, ...answerable.units],
  })
}

/** Who stood at the counter, on which side, is in the first event; the state keeps only the reference. */
function handingInOf(events: readonly StoredEvent[]): Pick<FileView, 'agent' | 'badge'> {
  const [first] = events.map(caseEventOf)
  if (first?.type !== 'CaseReceived') return { agent: null, badge: null }
  const { agent, badge = null } = first.data
  if (agent === null) return { agent, badge }
  const { mandate, mandateUntil = null, masked = '***' } = agent
  return { agent: { name: masked, mandate, mandateUntil }, badge }
}

type Facts = Omit<
  FileView,
  | keyof FileRow
  | (
      | 'agent'
      | 'badge'
      | 'clocks'
      | 'timeline'
      | 'actions'
      | 'hearing'
      | 'licensing'
      | 'responsibility'
      | 'way'
    )
  | ('decision' | 'kind')
>

function factsOf(state: LivingCase, names: Names): Facts {
  const { plan, materials, supplement, suspension, rating } = state
  const byCode = new Map(materials.map((one) => [one.code, one]))
  return {
    itemVersion: plan.version,
    counter: state.counter,
    onTheSpot: plan.onTheSpot,
    materials: plan.materials.map((material) => {
      const had = byCode.get(material.code)
      return { ...material, handedIn: had ? { ...had, files: [...had.files] } : null }
    }),
    form: state.form
      ? { at: instantText(state.form.at), sha256: state.form.sha256, corrected: state.form.corrected }
      : null,
    steps: state.steps.map(({ limit: _limit, since, doneAt, ...step }) => ({
      ...step,
      postTitle: names.post(step),
      since: instantOrNull(since),
      doneAt: instantOrNull(doneAt),
      siteVisit: step.siteVisit ?? false,
      visit: visitView(state.visits?.[step.code]),
      doneByName: step.doneBy === null ? null : names.by(step.doneBy),
    })),
    supplement: supplement && {
      ...supplement,
      missing: [...supplement.missing],
      understood: supplement.understood ?? false,
      at: instantText(supplement.at),
      suppliedAt: instantOrNull(supplement.suppliedAt),
    },
    suspension: suspension && { ...suspension, since: instantText(suspension.since) },
    suspensionGrounds: [...(findStatutoryRule(plan.statutory.rule)?.suspendedBy ?? [])],
    extension: state.extension,
    deemedAccepted: state.accepted?.deemed ?? false,
    deliveredAt: instantOrNull(state.deliveredAt),
    rating: rating && { ...rating, tags: [...rating.tags] },
  }
}

const visitView = (visit: VisitState | undefined): FileView['steps'][number]['visit'] =>
  visit ? { people: [...visit.people], assignedAt: instantText(visit.assignedAt), found: visit.found } : null

type Renewing = Pick<LivingCase, 'caseNo' | 'renews'>

export async function fileClocks(
  db: Db,
  state: Renewing,
  now: EpochMs,
  calendar: Calendar,
): Promise<FileClock[]> {
  return (await clocksOfCase(db, state)).map((row) => clockView(row, now, calendar))
}

/** Its own clocks, and the one of the licence that it is to renew. */
export async function clocksOfCase(db: Db, { caseNo, renews }: Renewing): Promise<ClockRow[]> {
  const validity = renews?.inTime ? await findClock(db, clockId(caseNo, 'validity')) : undefined
  return [...(await findClocksOf(db, caseStream(caseNo))), ...(validity ? [validity] : [])]
}

function clockView(row: ClockRow, now: EpochMs, calendar: Calendar): FileClock {
  const [limit = 'step', step] = row.id.split('/').slice(1)
  const runs = row.status === 'open' || row.status === 'expired'
  return {
    clock: row.id,
    limit: limit as FileClock['limit'],
    step: step ?? null,
    unit: row.unit,
    status: row.status,
    dueAt: instantOrNull(row.dueAt),
    provisional: row.provisional,
    expiredAt: instantOrNull(row.expiredAt),
    daysLeft: runs ? daysLeft(row.dueAt, now, calendar) : null,
  }
}

export function timelineOf(
  event: StoredEvent,
  state: LivingCase,
  unitName?: UnitName,
): Omit<FileView['timeline'][number], 'by'> {
  const own = caseEventOf(event)
  return {
    version: event.version,
    type: event.type,
    at: instantText(event.occurredAt),
    recordedAt: instantText(event.recordedAt),
    actor: event.actor,
    text: eventText(own, state, unitName),
    notice: issuedOf(own),
  }
}

export function issuedOf({ data }: ReturnType<typeof caseEventOf>): Issued | null {
  return 'issued' in data ? data.issued : null
}

/** What is being worked on now: steps, parts of departments, or putting their opinions together. */
function openParts({ steps, joint }: LivingCase): string[] {
  const open = steps.filter(({ status }) => status === 'open').map(({ name }) => name)
  if (!joint || joint.assembled || open.length > 0) return open
  const asked = joint.branches.filter(({ status }) => status === 'open').map(({ name }) => name.zh)
  return asked.length > 0 ? asked : ['汇总各部门意见']
}

/** Where the case stands and what comes next, for the applicant. */
export function nextStepOf(state: LivingCase): Bilingual {
  const open = openParts(state)
  switch (state.status) {
    case 'received':
      if (state.supplement && state.supplement.suppliedAt === null)
        return {
          zh: '请按清单一次补齐所缺材料，可在网上上传或送到窗口',
          en: 'Please hand in the missing materials on the list, online or at the counter',
        }
      if (state.supplement)
        return {
          zh: '正在核对补交的材料，齐全即予受理',
          en: 'What you handed in is being checked; the case is accepted once everything is there',
        }
      return {
        zh: '正在核对材料，五个工作日内答复；逾期不答复视为受理',
        en: 'Your materials are being checked: an answer comes within five working days, and silence means acceptance',
      }
    case 'accepted':
      return open.length > 0
        ? { zh: `正在办理：${open.join('、')}`, en: `Being handled: ${open.join(', ')}` }
        : { zh: '各环节已办完，等待作出决定', en: 'All steps are done; the decision is being taken' }
    case 'suspended':
      return {
        zh: `进入特别程序（${state.suspension?.text.zh ?? ''}），这段时间不计入办理时限`,
        en: `In a special procedure (${state.suspension?.text.en ?? ''}); this time is not counted`,
      }
    case 'decided':
      return {
        zh: '已作出决定，正在制证送达；领取时请带身份证件',
        en: 'Decided; the paper is on its way. Bring your identity document to collect it',
      }
    case 'delivered':
      return {
        zh: '已办结送达，欢迎评价；不服决定的，可按决定书所写申请复议或起诉',
        en: 'Done and delivered; you may rate it, or appeal as the decision says',
      }
    case 'declined':
      return {
        zh: '未予受理，请看通知书写明的理由和下一步',
        en: 'Not accepted: see the notice for the reason and what you can do',
      }
    case 'withdrawn':
      return {
        zh: '您已撤回申请；需要时可以重新申请',
        en: 'You withdrew the application; you may apply again',
      }
  }
}

export const isFinished = isOver
