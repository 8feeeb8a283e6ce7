import type { Day, EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { type ClockRow, findClocksOf } from '#engines/clocks/stored/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import type { InvestigationRow, InvestigationView } from '../casework-contract.ts'
import { INVESTIGATION_STAGES, type InvestigationStage } from '../casework-shapes.ts'
import { type FoundBeside } from './beside.ts'
import { BY_TIME } from './events.ts'
import { faultsOf } from './faults.ts'
import { caseworkNumbers, dayAt, gradeTable } from './numbers.ts'
import { openActs } from './open-acts.ts'
import { type By, INVESTIGATION, type Investigation, stageOf } from './state.ts'
import { findViews } from './store.ts'
import { taskStanding } from './tasks.ts'

export const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)

export interface Called {
  unit(unit: string): Bilingual
  person(account: string): { readonly account: string; readonly name: string }
}

export async function calledIn(
  db: Db,
  { units, accounts }: { readonly units: readonly string[]; readonly accounts: readonly string[] },
): Promise<Called> {
  const titles = new Map((await findUnitTitles(db, [...new Set(units)])).map((one) => [one.id, one]))
  const people = new Map((await findPeople(db, [...new Set(accounts)])).map((one) => [one.account, one.name]))
  return {
    unit: (unit) => {
      const title = titles.get(unit)
      return title ? { zh: title.name, en: title.nameEn } : { zh: unit, en: unit }
    },
    person: (account) => ({
      account,
      name: account === BY_TIME ? '按规定自动' : (people.get(account) ?? account),
    }),
  }
}

/** Rows of a list. What stands beside a case is looked up on its own page only. */
export async function investigationRows(
  db: Db,
  states: readonly Investigation[],
  now: EpochMs,
): Promise<InvestigationRow[]> {
  const called = await calledIn(db, {
    units: states.map(({ unit }) => unit),
    accounts: states.flatMap(({ team }) => (team ? [team.lead] : [])),
  })
  return states.map((state) => rowOf(state, { called, now }))
}

interface Around {
  readonly called: Called
  readonly now: EpochMs
  readonly beside?: FoundBeside
}

export function rowOf(state: Investigation, { called, now, beside }: Around): InvestigationRow {
  const { number, title, kind, source, reference, unit, sealed, publication, entered, opened, team } = state
  return {
    ...{ number, title, kind, source, reference, unit, sealed, publication, stage: stageOf(state) },
    unitName: called.unit(unit),
    enteredAt: instantText(entered.at),
    openedAt: opened && instantText(opened.at),
    dueOn: opened?.dueOn ?? null,
    lead: team && called.person(team.lead),
    flags: faultsOf(state, now, beside),
  }
}

interface Looking {
  readonly account: string
  readonly roles: readonly string[]
  readonly now: EpochMs
  readonly beside: FoundBeside
  readonly vault: Pick<Vault, 'maskedPersons'>
  readonly version: number
}

/** A case with all that those on it may see. */
export async function investigationView(
  db: Db,
  state: Investigation,
  looking: Looking,
): Promise<InvestigationView> {
  const { now, beside, version } = looking
  const views = await findViews(db, state.number)
  const called = await calledIn(db, {
    units: [
      state.unit,
      ...state.nodes.map(({ unit }) => unit),
      ...(state.referral ? [state.referral.office] : []),
    ],
    accounts: [...accountsIn(state, beside), ...views.map(({ account }) => account)],
  })
  const clocks = await findClocksOf(db, INVESTIGATION + state.number)
  const by = ({ at, by: account }: By) => ({ at: instantText(at), by: called.person(account) })
  const { particulars, learnedOn, findings, task } = state
  const leads = state.team?.lead === looking.account
  return {
    ...rowOf(state, { called, now, beside }),
    ...{ particulars, learnedOn, findings: [...findings], version },
    entered: by(state.entered),
    because: state.opened?.because ?? state.dropped?.reason ?? '',
    ...inquiryOf(state, called, by),
    ...endingOf(state, called, by),
    ...(await personsOf(db, state, looking)),
    files: state.files.map((one) => ({ ...one })),
    limits: clocks.filter(({ id }) => !id.includes('/appealable')).map(limitOf),
    table: gradeTable(dayAt(state.opened?.at ?? state.entered.at))[state.kind],
    task: {
      moves: task.moves.map((one) => ({
        ...by(one),
        to: one.to,
        reason: one.reason,
        approvedBy: one.approvedBy,
      })),
      done: task.done,
      countsUntil: countsUntil(state),
    },
    instructions: beside.instructions.map((one) => ({ ...one, at: instantText(one.at) })),
    shares: beside.shares.map(({ who, steps, ms, share }) => ({
      ...{ who: called.person(who), steps: [...steps], hours: Math.round(ms / 3_600_000) },
      share: Math.round(share * 1000) / 1000,
    })),
    views:
      leads || looking.roles.includes('auditAdministrator')
        ? views.map(({ account, viewedAt, allowed }) => ({ ...by({ at: viewedAt, by: account }), allowed }))
        : [],
    may: openActs(state, looking),
  }
}

type Stamp = (by: By) => { at: string; by: { account: string; name: string } }

function inquiryOf(state: Investigation, called: Called, by: Stamp) {
  const { team, plan, facts, consequence, notified, answer } = state
  return {
    team: team && {
      lead: called.person(team.lead),
      members: team.members.map(called.person),
      decider: called.person(team.decider),
    },
    plan: plan && {
      text: plan.text,
      milestones: plan.milestones.map(({ reached, ...one }) => ({
        ...one,
        reached: reached && { ...by(reached), note: reached.note },
      })),
    },
    reports: state.reports.map((one) => ({ ...by(one), text: one.text, next: one.next })),
    evidence: state.evidence.map(({ evidence, proves, text, reference, sha256, ...one }) => ({
      ...by(one),
      ...{ evidence, proves, text, reference, sha256 },
    })),
    documents: (state.documents ?? []).map(({ sha256, name, mediaType, size, ...one }) => ({
      ...by(one),
      ...{ sha256, name, mediaType, size },
    })),
    interviews: state.interviews.map(({ recorded: _, heldAt, by: held, ...one }) => ({
      ...one,
      heldAt: instantText(heldAt),
      by: held.map(called.person),
    })),
    nodes: state.nodes.map(({ heard, top, result, ...node }) => ({
      ...node,
      unitName: called.unit(node.unit),
      name: node.account === null ? node.name : called.person(node.account).name,
      top: top && { ...top, evidence: [...top.evidence] },
      result: result && { ...result, evidence: [...result.evidence] },
      heard: heard && { ...by(heard), statement: heard.statement, waived: heard.waived },
    })),
    facts: facts && { ...by(facts), text: facts.text },
    consequence: consequence && {
      ...by(consequence),
      ...{ level: consequence.level, reason: consequence.reason, evidence: [...consequence.evidence] },
    },
    notifiedAt: notified === null ? null : instantText(notified),
    answer: answer && { ...by(answer), text: answer.text },
  }
}

function endingOf(state: Investigation, called: Called, by: Stamp) {
  const { proposal, decision, transfer, minutes, answered, referral, sentUp } = state
  const ended = (one: NonNullable<typeof proposal | typeof decision>) => ({
    ...by(one),
    text: one.text,
    measures: one.measures.map((measure) => ({ ...measure })),
  })
  return {
    proposal: proposal && ended(proposal),
    decision: decision && ended(decision),
    transfer: transfer && {
      ...by(transfer),
      to: transfer.to,
      reason: transfer.reason,
      receipt: transfer.receipt,
    },
    refunds: state.refunds.map(({ cents, on, payer, reference, sha256, ...one }) => ({
      ...by(one),
      ...{ cents, on, payer, reference, sha256 },
    })),
    minutes: minutes && { ...by(minutes), claimedOn: minutes.claimedOn, sha256: minutes.sha256 },
    reply: answered && { ...by(answered), text: answered.text },
    referral: referral && { ...referral, office: called.unit(referral.office) },
    sentUp: sentUp && { ...by(sentUp), text: sentUp.text },
    appeals: state.appeals.map(({ node, text, reviewer, decided, ...one }) => ({
      ...by(one),
      ...{ node, text, reviewer: reviewer === null ? null : called.person(reviewer) },
      decided: decided && { ...by(decided), upheld: decided.upheld, text: decided.text },
    })),
  }
}

/** 受害人、缴费人: masked, as everywhere. */
async function personsOf(db: Db, { harmed, harmedTold, payers }: Investigation, { vault }: Looking) {
  const persons = [...(harmed === null ? [] : [harmed]), ...Object.values(payers)]
  const masked = persons.length > 0 ? await vault.maskedPersons(db, persons) : new Map()
  const nameOf = (person: string): string => masked.get(person)?.name ?? '–'
  return {
    harmed:
      harmed === null
        ? null
        : { name: nameOf(harmed), toldAt: harmedTold === null ? null : instantText(harmedTold) },
    payers: Object.entries(payers).map(([payer, person]) => ({ payer, name: nameOf(person) })),
  }
}

function accountsIn({ team, nodes, ...state }: Investigation, { shares }: FoundBeside): string[] {
  const stamped: readonly (By | null)[] = [
    ...[state.entered, state.facts, state.consequence, state.answer, state.proposal, state.decision],
    ...[state.transfer, state.minutes, state.answered, state.sentUp],
    ...[
      ...state.reports,
      ...state.evidence,
      ...(state.documents ?? []),
      ...state.refunds,
      ...state.task.moves,
    ],
    ...[...state.appeals, ...state.appeals.map(({ decided }) => decided)],
    ...(state.plan?.milestones.map(({ reached }) => reached) ?? []),
    ...nodes.map(({ heard }) => heard),
  ]
  return [
    ...stamped.flatMap((one) => (one ? [one.by] : [])),
    ...state.interviews.flatMap(({ by }) => by),
    ...nodes.flatMap(({ account }) => (account === null ? [] : [account])),
    ...state.appeals.flatMap(({ reviewer }) => (reviewer === null ? [] : [reviewer])),
    ...(team ? [team.lead, team.decider, ...team.members] : []),
    ...shares.map(({ who }) => who),
  ]
}

const LIMITS: Readonly<Record<string, Bilingual>> = {
  weekly: { zh: '每周报告', en: 'weekly report' },
  due: { zh: '本案期限', en: 'the whole case' },
  answer: { zh: '单位答复', en: "the unit's answer" },
  receipt: { zh: '移送回执', en: 'receipt for the transfer' },
  result: { zh: '向上级报送结果', en: 'result to the office above' },
  appeal: { zh: '申诉复核', en: 'decision on the appeal' },
  trigger: { zh: '任务到期', en: 'the task is due' },
}

function limitOf({ id, dueAt, status, expiredAt, stoppedAt }: ClockRow): InvestigationView['limits'][number] {
  const [, , kind = '', code = ''] = id.split('/')
  const title =
    kind === 'stage'
      ? INVESTIGATION_STAGES[code as InvestigationStage]
      : (LIMITS[kind] ?? { zh: kind, en: kind })
  const limit = id.split('/').slice(2).join('/')
  const late = expiredAt !== null || status === 'expired'
  return {
    limit,
    title,
    dueAt: dueAt === null ? null : instantText(dueAt),
    ended: stoppedAt !== null || late,
    late,
  }
}

function countsUntil({ particulars, task, entered }: Investigation): Day | null {
  if (particulars.kind !== 'weakExecution') return null
  return taskStanding(particulars, task.moves, caseworkNumbers(entered.at).taskMoves).countsUntil
}
