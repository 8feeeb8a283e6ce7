import { createHash } from 'node:crypto'
import { day, type EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { conductOf, openFinding } from '#modules/findings/index.ts'
import { findStates } from '#modules/cases/index.ts'
import { refuseConflict } from '#modules/recusal/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import type { z } from 'zod'
import type { VisitAct } from '../contract.ts'
import { calendarNow, todayAt, workingDaysAfter } from '../doing.ts'
import { visits } from '../lists.ts'
import { numbersOn } from '../numbers.ts'
import { refuse } from '../refusals.ts'
import { findChecklist, findVisit } from '../store.ts'
import { isUndercover } from '../terms.ts'
import * as decide from './acting.ts'
import type { ChecklistItem } from './checklist.ts'
import { startSheetClock, stopSheetClock } from './sheet-clock.ts'
import type { ByDevice, Evidence, Position, Visit, VisitEvent } from './visit.ts'

export interface VisitDoing {
  readonly actor: decide.Inspector
  readonly now: EpochMs
}

/** What the vault does for a visit: files under its own key, names of those who spoke. */
export type EvidenceVault = Pick<Vault, 'keepFile' | 'keepPerson' | 'readFile'>

export async function getVisit(db: Db, visit: string): Promise<Visit> {
  const found = await findVisit(db, visit)
  if (!found) throw refuse('inspection.not-found')
  return { ...found.state, sealed: found.sealed }
}

export async function itemsOf(
  db: Db,
  { checklist }: Pick<Visit, 'checklist'>,
): Promise<readonly ChecklistItem[]> {
  const known = await findChecklist(db, checklist.code)
  return known?.state.versions.find(({ version }) => version === checklist.version)?.items ?? []
}

const change = async (
  db: Db,
  visit: string,
  { actor, now }: VisitDoing,
  work: (state: Visit) => readonly VisitEvent[],
): Promise<Visit> => {
  await getVisit(db, visit)
  const doing = { actor: actor.account, now }
  return (await changeFolded(db, visits, visit, (state) => work(state as Visit), doing)) as Visit
}

type Act = z.output<typeof VisitAct>
type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>

/** Times of a device are set right by how far its clock was off when it began to tell. */
const ownTime = (state: Visit, deviceAt: string): EpochMs =>
  Date.parse(deviceAt) + (state.started?.drift ?? 0)

const toldBy = (
  state: Visit,
  { device, nth, deviceAt }: Pick<Act, 'device' | 'nth' | 'deviceAt'>,
): ByDevice => ({
  ...{ device, nth },
  deviceAt: ownTime(state, deviceAt),
})

export interface Told {
  readonly state: Visit
  readonly finding: string | null
}

/** One act as the device tells it. A finding is opened with it: sealed as long as its round is. */
export async function tellAct(
  db: Db,
  visit: string,
  act: Act,
  { vault, ...doing }: VisitDoing & { readonly vault: EvidenceVault },
): Promise<Told> {
  const before = await getVisit(db, visit)
  const context = { ...doing, items: await itemsOf(db, before) }
  const told = toldBy(before, act)
  const apply = async (work: (state: Visit) => readonly VisitEvent[]): Promise<Told> => ({
    state: await change(db, visit, doing, work),
    finding: null,
  })
  switch (act.kind) {
    case 'start':
      return apply((state) => decide.begin(state, started(act, doing.now), doing.actor, doing.now))
    case 'answer':
      return apply((state) => decide.answer(state, { answers: act.answers, ...told }, context))
    case 'note':
      return apply((state) => decide.keep(state, { ...noteOf(act), ...told }, context))
    case 'statement': {
      const person = act.name ? await nameKept(db, vault, act.name, doing) : null
      const { speaker, text, signature, refusedBefore } = act
      const statement = { speaker, person, text, signature, refusedBefore, ...told }
      return apply((state) => decide.takeStatement(state, statement, context))
    }
    case 'finding':
      return noted(db, before, { act, told }, context)
    case 'recheck': {
      const { finding, outcome, note } = act
      return apply((state) => decide.recheck(state, { finding, outcome, note, ...told }, context))
    }
    case 'end':
      return left(db, before, { act, told }, context)
  }
}

/** 离开现场: from that day on the sheet is due, in so many working days as were set for it. */
async function left(
  db: Db,
  before: Visit,
  { act, told }: { readonly act: ActOf<'end'>; readonly told: ByDevice },
  context: VisitDoing & { readonly items: readonly ChecklistItem[] },
): Promise<Told> {
  const from = todayAt(told.deviceAt)
  const days = (await numbersOn(db, from))('findingsDays')
  const submitBy = workingDaysAfter(await calendarNow(db), from, days)
  const state = await change(db, before.visit, context, (one) =>
    decide.end(one, { refused: act.refused, submitBy, ...told }, context),
  )
  await startSheetClock(db, state, { from, days }, { actor: context.actor.account, now: context.now })
  return { state, finding: null }
}

const nameKept = (db: Db, vault: EvidenceVault, name: string, { actor, now }: VisitDoing) =>
  vault.keepPerson(db, { kind: 'natural', name }, { by: actor.account, at: now })

function started({ device, nth, deviceAt, sentAt, position, present }: ActOf<'start'>, now: EpochMs) {
  const drift = sentAt === undefined ? 0 : now - Date.parse(sentAt)
  return { device, nth, deviceAt: Date.parse(deviceAt) + drift, position, present, drift }
}

function noteOf({ evidence, text, sha256, item, position, witnesses }: ActOf<'note'>): Evidence {
  if (createHash('sha256').update(text).digest('hex') !== sha256) throw refuse('inspection.evidence-altered')
  return {
    ...{ evidence, kind: 'note', file: null, holder: null, text, caption: '', item, sha256 },
    ...{ mediaType: 'text/plain', size: Buffer.byteLength(text), position, witnesses },
  }
}

interface Noting {
  readonly act: ActOf<'finding'>
  readonly told: ByDevice
}

async function noted(
  db: Db,
  before: Visit,
  { act, told }: Noting,
  context: VisitDoing & { readonly items: readonly ChecklistItem[] },
): Promise<Told> {
  const item = context.items.find(({ code }) => code === act.item)
  const conduct = act.conduct ?? item?.conduct ?? 'other'
  const happenedOn = todayAt(told.deviceAt)
  const severity = act.severity ?? item?.severity ?? conductOf(conduct, happenedOn).severity
  const { fact, account, post, badge, matter } = act
  const noting = {
    ...{ item: act.item, body: item?.body ?? null, fact, severity, ...told },
    dueOn: act.dueOn === null ? null : day(act.dueOn),
    recheckOn: act.recheckOn === null ? null : day(act.recheckOn),
  }
  // Decided on before anything is opened elsewhere; the number is known only afterwards.
  decide.noteFinding(before, { finding: '', ...noting }, context)
  const evidence = before.evidence
    .filter((one) => act.item === null || one.item === act.item)
    .map(({ evidence: reference, kind, caption, text, sha256 }) => ({
      text: caption || text || kind,
      reference,
      sha256,
    }))
  const { finding } = await openFinding(
    db,
    {
      ...{
        source: 'visit',
        sourceId: `visit/${before.visit}`,
        unit: before.unit,
        account,
        post,
        badge,
        matter,
      },
      ...{ conduct, kind: item?.kind, severity, fact, happenedOn, evidence, sealed: before.sealed },
    },
    { actor: openedBy(before, context.actor), now: context.now },
  )
  const state = await change(db, before.visit, context, (one) =>
    decide.noteFinding(one, { finding, ...noting }, context),
  )
  return { state, finding }
}

/** Who went undercover stays sealed for good, so the finding names the round. */
const openedBy = ({ kind, round }: Visit, actor: decide.Inspector): string =>
  isUndercover(kind) ? `round/${round}` : actor.account

export interface HandedEvidence {
  readonly evidence: string
  readonly kind: 'photo' | 'sound' | 'document' | 'signature'
  readonly sha256: string
  readonly caption: string
  readonly item: string | null
  readonly position: Position | null
  readonly witnesses: readonly string[]
  readonly bytes: Buffer
}

/** A file with the hash its device computed when it was made: one byte changed on the way, and it is not taken. */
export async function keepEvidence(
  db: Db,
  visit: string,
  { bytes, ...given }: HandedEvidence & Pick<Act, 'device' | 'nth' | 'deviceAt'>,
  { vault, ...doing }: VisitDoing & { readonly vault: EvidenceVault },
): Promise<Told> {
  if (createHash('sha256').update(bytes).digest('hex') !== given.sha256)
    throw refuse('inspection.evidence-altered')
  const before = await getVisit(db, visit)
  const context = { ...doing, items: await itemsOf(db, before) }
  const { evidence, kind, sha256, caption, item, position, witnesses } = given
  const keeping = {
    ...{ evidence, kind, sha256, caption, item, position, witnesses, text: '' },
    ...toldBy(before, given),
  }
  const unkept = { file: '', holder: '', mediaType: '', size: bytes.length }
  decide.keep(before, { ...keeping, ...unkept }, context)
  const by = { by: doing.actor.account, at: doing.now }
  const known = before.evidence.find((one) => one.holder !== null)?.holder
  const holder = known ?? (await vault.keepPerson(db, { kind: 'legal', name: `检查证据 ${visit}` }, by))
  const about = `visit/${visit}`
  const kept = await vault.keepFile(db, holder, { name: evidence, bytes, about, sounds: true }, by)
  const { file, mediaType, size } = kept
  const state = await change(db, visit, doing, (one) =>
    decide.keep(one, { ...keeping, file, holder, mediaType, size }, context),
  )
  return { state, finding: null }
}

/** The bytes of a piece of evidence, if they are still what the ledger says they were. */
export async function readEvidence(
  db: Db,
  {
    visit,
    evidence,
    purpose,
  }: { readonly visit: string; readonly evidence: string; readonly purpose: string },
  { vault, ...doing }: VisitDoing & { readonly vault: EvidenceVault },
): Promise<{ bytes: Buffer; mediaType: string }> {
  const state = await getVisit(db, visit)
  const found = state.evidence.find((one) => one.evidence === evidence)
  if (!found?.file) throw refuse('inspection.no-such-evidence')
  const by = { by: doing.actor.account, at: doing.now }
  const { bytes, mediaType } = await vault.readFile(db, found.file, { purpose }, by).catch(damaged)
  if (createHash('sha256').update(bytes).digest('hex') !== found.sha256)
    throw refuse('inspection.evidence-altered')
  return { bytes, mediaType }
}

interface Reaching {
  readonly visit: string
  readonly reference: string
  readonly purpose: string
}

/** How to reach somebody who was drawn, for whoever goes on this visit and until its sheet is in. */
export async function receiverContact(
  db: Db,
  { visit, reference, purpose }: Reaching,
  { vault, ...doing }: VisitDoing & { readonly vault: Pick<Vault, 'readPerson'> },
) {
  const state = await getVisit(db, visit)
  decide.refuseOthers(state, doing.actor)
  if (state.submitted) throw refuse('inspection.visit-over')
  const drawn = state.receivers?.some((one) => one.reference === reference)
  const [file] = drawn ? await findStates(db, [reference]) : []
  if (!file) throw refuse('inspection.no-such-receiver', { reference })
  const { applicant, plan } = file.state
  const by = { by: doing.actor.account, at: doing.now }
  const { name, phone = '' } = await vault.readPerson(
    db,
    applicant,
    { purpose, fields: ['name', 'phone'] },
    by,
  )
  return { reference, name: name ?? '', phone, matter: plan.name }
}

/** What is stored no longer opens under its key: to whoever asks for the evidence that is an altered file. */
function damaged(error: unknown): never {
  if (isRefusal(error) && error.code === 'vault.key-does-not-fit') throw refuse('inspection.evidence-altered')
  throw error
}

export async function handIn(db: Db, visit: string, text: string, doing: VisitDoing): Promise<Visit> {
  const state = await change(db, visit, doing, (one) => decide.handIn(one, text, doing.actor))
  await stopSheetClock(db, visit, { actor: doing.actor.account, now: doing.now })
  return state
}

export const skipVisit = (db: Db, visit: string, reason: string, doing: VisitDoing): Promise<Visit> =>
  change(db, visit, doing, (state) => {
    if (!state.team.includes(doing.actor.account)) throw refuse('inspection.not-in-team')
    return decide.skip(state, reason)
  })

/** Others go instead; nobody who serves or served there, and no kin (403 `recusal.conflict`). */
export async function changeInspectors(
  db: Db,
  visit: string,
  { inspectors, reason }: { readonly inspectors: readonly string[]; readonly reason: string },
  doing: VisitDoing,
): Promise<Visit> {
  const { unit, team } = await getVisit(db, visit)
  if (!team.includes(doing.actor.account)) throw refuse('inspection.not-in-team')
  for (const account of inspectors) await refuseConflict(db, { account, units: [unit] }, todayAt(doing.now))
  return change(db, visit, doing, (state) => decide.changeInspectors(state, inspectors, reason))
}
