import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { StoredEvent, Subscription } from '#engines/ledger/index.ts'
import { ATTEMPT_NAMES, CASE_STREAM, caseEventOf, caseNoOf, isCaseStream } from '#modules/cases/index.ts'
import { FINDING_STREAM, findFinding, findingOfStream, isSealed, openSide } from '#modules/findings/index.ts'
import { graveProblemOf } from '#modules/rectification/index.ts'
import { acceptorOf, fileOf } from './beside.ts'
import { changeInvestigation, enterLead } from './entering.ts'
import { BY_TIME, type Lead } from './events.ts'
import { dayAt } from './numbers.ts'
import { stageOf } from './state.ts'
import { findByReference } from './store.ts'
import { addUp } from './talk.ts'

const WITHDRAWING: readonly string[] = ['LiabilityLifted', 'FindingWithdrawn', 'ProblemWithdrawn']

/** 来源已撤销: a lead that nobody opened yet goes with what it came from. What is a case by then its people end. */
async function dropLeads(db: Db, { stream, occurredAt }: StoredEvent, now: EpochMs): Promise<void> {
  const reason = '线索所依据的事实已被撤销'
  for (const { number, state } of await findByReference(db, stream))
    if (stageOf(state) === 'lead')
      await changeInvestigation(db, number, () => [{ type: 'LeadDropped', reason, withdrawn: true }], {
        actor: BY_TIME,
        now: Math.max(now, occurredAt),
      })
}

/**
 * Clues that the record itself holds become leads without anybody's doing: an attempted late supplement (ACCT-24), a
 * department's delay that supervision found unjust (ACCT-25), a finding that was sent on to accountability (ACCT-33), a problem that was classed grave (RECT-17).
 */
export const followLeads = (now: () => EpochMs): Subscription => ({
  name: 'accountability/leads',
  follows: [
    { stream: CASE_STREAM, types: ['ReturnAttempted'] },
    { types: ['DepartmentLiable', 'ProblemTriaged', 'FindingDisposed', ...WITHDRAWING] },
  ],
  async handle(db, events) {
    for (const event of events) {
      if (WITHDRAWING.includes(event.type)) await dropLeads(db, event, now())
      const found = await leadOf(db, event)
      if (!found || (await findByReference(db, found.lead.reference)).length > 0) continue
      await enterLead(db, found.lead, { actor: found.by, now: Math.max(now(), event.occurredAt) })
    }
  },
})

interface Found {
  readonly by: string
  readonly lead: Omit<Lead, 'number'>
}

async function leadOf(db: Db, event: StoredEvent): Promise<Found | undefined> {
  if (isCaseStream(event.stream)) return attempted(db, event)
  if (event.type === 'DepartmentLiable') return overdue(event)
  if (event.type === 'ProblemTriaged') return grave(db, event)
  return event.type === 'FindingDisposed' ? disposed(db, event) : undefined
}

/** 重症 (RECT-17): a problem classed grave is looked into as a single case at once. */
async function grave(db: Db, event: StoredEvent): Promise<Found | undefined> {
  const found = await graveProblemOf(db, event)
  if (!found) return undefined
  const { unit, fact, finding, sealed } = found
  return {
    by: event.actor,
    lead: {
      ...plain,
      ...{ title: fact.slice(0, 120), source: 'finding', reference: event.stream, unit, nodes: [], sealed },
      ...{ findings: finding === null ? [] : [finding], learnedOn: dayAt(event.occurredAt) },
      particulars: { kind: 'supervision' },
    },
  }
}

const plain = {
  findings: [],
  sealed: false,
  publication: 'internal',
  harmed: null,
  payers: {},
  referral: null,
} as const

async function attempted(db: Db, event: StoredEvent): Promise<Found | undefined> {
  const said = caseEventOf(event)
  const caseNo = caseNoOf(event.stream)
  if (said.type !== 'ReturnAttempted' || caseNo === undefined) return undefined
  const file = await fileOf(db, caseNo)
  if (!file) return undefined
  const officer = acceptorOf(file)
  const asked = ATTEMPT_NAMES[said.data.act].zh
  const because = `办件 ${caseNo} 受理后：${asked}`
  const node = {
    ...{ node: 'n1', unit: file.plan.unit, account: officer, name: officer, of: null, because },
    ...({ kind: 'person', role: 'acted' } as const),
  }
  return {
    by: BY_TIME,
    lead: {
      ...plain,
      ...{
        title: because.slice(0, 120),
        source: 'attempt',
        reference: `${event.stream}/attempt`,
        unit: file.plan.unit,
      },
      learnedOn: dayAt(event.occurredAt),
      particulars: {
        ...{ kind: 'acceptingOfficer', caseNo, officer, asked },
        materials: file.materials.map(({ code }) => code),
      },
      nodes: [node],
    },
  }
}

function overdue({ stream, payload, occurredAt }: StoredEvent): Found | undefined {
  const { because, liability, caseNo, unit } = payload as Record<
    'because' | 'liability' | 'caseNo' | 'unit',
    string
  >
  if (because !== 'overdue') return undefined
  return {
    by: BY_TIME,
    lead: {
      ...plain,
      ...{ title: `办件 ${caseNo} 超时责任`, source: 'liability', reference: stream, unit, nodes: [] },
      learnedOn: dayAt(occurredAt),
      particulars: { kind: 'overdue', caseNo, liability },
    },
  }
}

async function disposed(
  db: Db,
  { stream, payload, actor, occurredAt }: StoredEvent,
): Promise<Found | undefined> {
  const id = findingOfStream(stream)
  const finding = payload['disposition'] === 'accountability' && id ? await findFinding(db, id) : undefined
  if (!finding) return undefined
  const { unit, sources } = openSide(finding) ?? finding
  return {
    // Sealed findings stay sealed: whoever sent it on is on it, and nobody else.
    by: actor,
    lead: {
      ...plain,
      ...{
        title: (sources[0]?.fact ?? stream).slice(0, 120),
        source: 'finding',
        reference: stream,
        unit,
        nodes: [],
      },
      ...{ findings: [finding.finding], sealed: isSealed(finding), learnedOn: dayAt(occurredAt) },
      particulars: { kind: 'supervision' },
    },
  }
}

/** 小节: each small finding that the unit may know of is added to those before (ACCT-35). */
export const followSmallFindings = (now: () => EpochMs): Subscription => ({
  name: 'accountability/small-findings',
  follows: [{ stream: FINDING_STREAM, types: ['FindingOpened', 'FindingReleased'] }],
  async handle(db, events) {
    for (const { type, stream, occurredAt } of events) {
      if (type !== 'FindingOpened' && type !== 'FindingReleased') continue
      const id = findingOfStream(stream)
      const finding = id ? await findFinding(db, id) : undefined
      if (!finding || isSealed(finding)) continue
      const entered = { actor: BY_TIME, now: Math.max(now(), occurredAt) }
      await addUp(db, { unit: finding.unit, account: finding.account }, entered)
    }
  },
})
