import type { Db } from '#kernel/sql.ts'
import { findStates } from '#modules/cases/index.ts'
import type { ChecklistView, FindingChain, VisitRow, VisitView } from '../contract.ts'
import { type Doer, instantText, peopleNames, todayAt, unitNames } from '../doing.ts'
import { numbersOn } from '../numbers.ts'
import { refuse } from '../refusals.ts'
import { findChecklist } from '../store.ts'
import type { Checklist } from './checklist.ts'
import { isUndercover } from '../terms.ts'
import { type SheetDue, sheetsDue } from './sheet-clock.ts'
import { standingOf, type Visit } from './visit.ts'

export async function visitRows(
  db: Db,
  visited: readonly Visit[],
  { caller, now }: Doer,
): Promise<VisitRow[]> {
  const names = await unitNames(
    db,
    visited.map(({ unit }) => unit),
  )
  const dueOf = await sheetsDue(db, visited)
  return visited.map((visit) => {
    const { kind, theme, unit, section, group, from, until, started, sealed } = visit
    const due = dueOf(visit)
    return {
      ...{ visit: visit.visit, round: visit.round, kind, theme, unit, name: names(unit), section, group },
      ...{ from, until, status: standingOf(visit), sealed },
      startedAt: started && instantText(started.deviceAt),
      submitBy: due.by,
      reminded: visit.remindedAt !== undefined,
      late: isLate(visit, due, now),
      ...{ findings: visit.findings.length, evidence: visit.evidence.length },
      mine: visit.inspectors.includes(caller.account),
    }
  })
}

/** Handed in late is late for good; one that is out stays late also where the sweep has not come by yet. */
const isLate = ({ ended, submitted, overdueAt }: Visit, { by, at }: SheetDue, now: number): boolean =>
  overdueAt !== undefined ||
  (ended !== null && !submitted && (at === null ? by !== null && by < todayAt(now) : at <= now))

export const checklistView = (code: string, one: Checklist['versions'][number]): ChecklistView => ({
  ...{ code, version: one.version, from: one.from, title: one.title, basis: one.basis },
  ...{ items: one.items.map((item) => ({ ...item })), publishedBy: one.by },
})

/** A visit as its reader may know it. The people of a covert visit are named to its own team only, for good. */
export async function visitView(db: Db, visit: Visit, doer: Doer): Promise<VisitView> {
  const { caller, now } = doer
  const [row] = await visitRows(db, [visit], doer)
  const inside = visit.team.includes(caller.account)
  const sealed = isUndercover(visit.kind) && !inside
  const visited = caller.reach === 'unit' && !inside
  const people = await peopleNames(db, [...visit.team, ...visit.inspectors])
  const named = (accounts: readonly string[]) =>
    sealed ? [] : accounts.map((account) => ({ account, name: people(account) }))
  const { checklist } = visit
  const sheet = (await findChecklist(db, checklist.code))?.state.versions.find(
    ({ version }) => version === checklist.version,
  )
  if (!row || !sheet) throw refuse('inspection.checklist-unknown', { checklist: checklist.code })
  const driftMs = (await numbersOn(db, todayAt(now)))('clockDriftMinutes') * 60_000
  return {
    ...row,
    checklist: checklistView(checklist.code, sheet),
    follows: [...visit.follows],
    inspectors: named(visit.inspectors),
    team: inside ? named(visit.team) : [],
    started: visit.started && {
      at: instantText(visit.started.deviceAt),
      position: visit.started.position,
      present: visit.started.present.length,
      clockOff: Math.abs(visit.started.drift) > driftMs,
    },
    // What somebody said of a unit is not for the unit to read by his file.
    answers: visit.answers.map(({ receivers, ...one }) => ({
      ...one,
      receivers: visited ? [] : receivers.map((asked) => ({ reached: true, ...asked })),
    })),
    receivers: visited ? [] : await receiversSeen(db, visit),
    evidenceRows: visit.evidence.map(({ deviceAt, at, witnesses, ...one }) => ({
      ...{ evidence: one.evidence, kind: one.kind, text: one.text, caption: one.caption, item: one.item },
      ...{ sha256: one.sha256, mediaType: one.mediaType, size: one.size, position: one.position },
      ...{ witnesses: witnesses.length, takenAt: instantText(deviceAt), receivedAt: instantText(at) },
    })),
    statements: visit.statements.map((one) => ({
      ...{ speaker: one.speaker, text: one.text, signed: one.signature !== null },
      refusedBefore: one.refusedBefore && (sealed ? '见证人' : people(one.refusedBefore)),
      at: instantText(one.deviceAt),
    })),
    findingRows: visit.findings.map(({ finding, item, body, fact, severity, dueOn, recheckOn }) => ({
      ...{ finding, item, body, fact, severity, dueOn, recheckOn },
    })),
    rechecks: visit.rechecks.map(({ finding, outcome, note }) => ({ finding, outcome, note })),
    skippedBecause: visit.skipped?.reason ?? null,
    report: visit.submitted?.text ?? null,
    acts: Object.values(visit.told).reduce((sum, all) => sum + all.length, 0),
    may: mayOf(visit, caller.account),
  }
}

/** Masked: the name and the telephone are read one by one, for a purpose. */
async function receiversSeen(db: Db, { receivers = [] }: Visit): Promise<VisitView['receivers']> {
  if (receivers.length === 0) return []
  const files = await findStates(
    db,
    receivers.map(({ reference }) => reference),
  )
  const names = new Map(files.map(({ caseNo, state }) => [caseNo, state.applicantMasked]))
  return receivers.map((one) => ({ ...one, name: names.get(one.reference) ?? '' }))
}

function mayOf(visit: Visit, account: string): VisitView['may'] {
  const standing = standingOf(visit)
  const going = visit.inspectors.includes(account)
  return [
    ...(going && (standing === 'planned' || standing === 'started') ? (['act'] as const) : []),
    ...(going && standing === 'ended' ? (['handIn'] as const) : []),
    ...(visit.team.includes(account) && standing === 'planned' ? (['skip', 'reassign'] as const) : []),
  ]
}

/** 追查: every visit on which a finding was seen, in order; dropped when its day of re-check passed and nobody went. */
export function chainView(finding: string, visited: readonly Visit[], today: string): FindingChain {
  const links = visited.flatMap((visit): FindingChain['links'] => {
    const at = { visit: visit.visit, round: visit.round, unit: visit.unit }
    const noted = visit.findings.filter((one) => one.finding === finding)
    const seen = visit.rechecks.filter((one) => one.finding === finding)
    const waiting = visit.follows.includes(finding) && seen.length === 0 && !visit.skipped
    return [
      ...noted.map(({ deviceAt, fact }) => ({
        ...at,
        on: todayAt(deviceAt),
        did: 'noted' as const,
        note: fact,
      })),
      ...seen.map(({ deviceAt, outcome, note }) => ({ ...at, on: todayAt(deviceAt), did: outcome, note })),
      ...(waiting ? [{ ...at, on: visit.from, did: 'planned' as const, note: '' }] : []),
    ]
  })
  links.sort((a, b) => (a.on < b.on ? -1 : 1))
  const recheckOn =
    visited.flatMap((visit) => visit.findings).find((one) => one.finding === finding)?.recheckOn ?? null
  const checked = links.filter(({ did }) => did !== 'noted' && did !== 'planned')
  const closed = checked.at(-1)?.did === 'mended'
  const planned = links.some(({ did }) => did === 'planned')
  const dropped = !closed && !planned && checked.length === 0 && recheckOn !== null && recheckOn < today
  return { finding, links, recheckOn, closed, dropped }
}
