import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { itemForDay } from '#modules/catalogue/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import type { CaseActor } from '../actor.ts'
import type { HandedIn } from '../case-events.ts'
import { isOver, type LivingCase, missingMaterials } from '../case.ts'
import { dayAt } from '../charges/charging.ts'
import * as decide from '../decisions/index.ts'
import type { Papers } from '../papers.ts'
import { receive, type ReceivingServices } from '../receiving.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { findStates } from '../store.ts'
import { type Agency, type AgencyEvent, type Agent, type AgentEvent, file } from './agency.ts'
import { findAgency } from './agency-store.ts'
import { agencyFolding, agencyLists, agentFolding } from './lists.ts'
import { refuse } from './refusals.ts'

export interface Doing {
  readonly actor: string
  readonly now: EpochMs
  readonly papers: Papers
}

export const changeAgent = (
  db: Db,
  account: string,
  decide: (state: Agent | undefined) => readonly AgentEvent[],
  doing: Pick<Doing, 'actor' | 'now'>,
): Promise<Agent | undefined> =>
  changeFolded(db, { ...agentFolding, lists: agencyLists }, account, decide, doing)

/** What the resident is told at each step: 全程代办 keeps him posted, so that he need not go and ask. */
const TOLD: Readonly<Partial<Record<AgencyEvent['type'], (state: Agency) => string>>> = {
  AgencyTaken: ({ agentName, phone }) => `已由代办员${agentName}（${phone}）受托代办，代办不收费。`,
  AgencyHandedOver: () => '材料已送出，等待镇便民服务中心签收。',
  AgencyArrived: () => '材料已到镇便民服务中心。',
  AgencyFiled: ({ caseNo }) => `已收件，办件编号 ${caseNo}。`,
  AgencyReturned: () => '结果已由代办员取回，将尽快送交您。',
  AgencyDelivered: () => '结果已送交，请评价代办服务；代办如向您收钱，请在进度页反映。',
  AgencyEnded: ({ ended }) => `代办已终止：${ended}。材料将退还给您。`,
}

/** Decides, records, and tells the resident. */
export async function changeAgency(
  db: Db,
  agency: string,
  decide: (state: Agency | undefined) => readonly AgencyEvent[],
  { actor, now, papers }: Doing,
): Promise<Agency> {
  let events: readonly AgencyEvent[] = []
  const deciding = (state: Agency | undefined) => (events = decide(state))
  const state = await changeFolded(db, { ...agencyFolding, lists: agencyLists }, agency, deciding, {
    actor,
    now,
  })
  if (!state) throw refuse('agency.not-found', { agency })
  for (const { type } of events) {
    const text = TOLD[type]?.(state)
    if (text)
      await papers.tell?.(
        db,
        {
          to: state.person,
          kind: 'progress',
          text: `您委托代办的“${state.itemName.zh}”（代办编号 ${agency}）${text}`,
        },
        now,
      )
  }
  return state
}

export async function getAgency(db: Db, agency: string): Promise<Agency> {
  const found = await findAgency(db, agency)
  if (!found) throw refuse('agency.not-found', { agency: agency.slice(0, 60) })
  return found.state
}

export async function caseOf(db: Db, caseNo: string): Promise<LivingCase> {
  const [stored] = await findStates(db, [caseNo])
  if (!stored) throw refuseCase('case.not-found', { caseNo })
  return stored.state
}

/** Decided or declined: there is something to bring home. */
export const hasResult = async (db: Db, { caseNo }: Agency): Promise<boolean> =>
  caseNo !== null && isOver(await caseOf(db, caseNo))

export interface Filing {
  readonly caseNo: string | null
  readonly counter: string | null
  readonly materials: readonly HandedIn[]
}

/**
 * 代办件收件: the case is the resident's own. One that was received elsewhere may be named instead; either way it is for the
 * person and the item of the mandate.
 */
export async function fileAgency(
  db: Db,
  agency: Agency,
  given: Filing,
  {
    vault,
    actor,
    ...services
  }: ReceivingServices & { readonly vault: Vault; readonly actor: CaseActor; readonly now: EpochMs },
): Promise<Agency> {
  const { now, papers } = services
  const today = dayAt(now)
  // Whether it may be filed is known before a number is given out.
  file(agency, { caseNo: '', applicant: agency.person, item: agency.item }, today)
  const caseFile = given.caseNo
    ? await caseOf(db, given.caseNo)
    : await receiveFor(db, agency, given, { vault, actor, ...services })
  const { caseNo, applicant, plan } = caseFile
  return changeAgency(
    db,
    agency.agency,
    (state) => (state ? file(state, { caseNo, applicant, item: plan.item }, today) : []),
    { actor: actor.account, now, papers },
  )
}

async function receiveFor(
  db: Db,
  { agency, person, item }: Agency,
  { counter, materials }: Filing,
  by: ReceivingServices & { readonly vault: Vault; readonly actor: CaseActor; readonly now: EpochMs },
): Promise<LivingCase> {
  const { vault, actor, now } = by
  const doing = { by: actor.account, at: now }
  const known = await vault.readPerson(db, person, { purpose: `代办收件 ${agency}` }, doing)
  // An item that does not name agents as a way in is applied for at the counter, where the agent stands for the resident.
  const { content } = await itemForDay(db, item, dayAt(now))
  const channel = content.channels.includes('agent') ? 'agent' : 'counter'
  const { name = '', documentKind = 'other', documentNumber = '' } = known
  return receive(
    db,
    {
      ...{ item, person, name, counter, badge: null, channel, materials, agent: null, renews: null },
      document: { documentKind, documentNumber },
    },
    by,
    (fresh) => (missingMaterials(fresh).length === 0 ? decide.accept(fresh, {}, actor, now) : []),
  )
}
