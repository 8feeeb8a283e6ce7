import { type Day, day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Call } from '#platform/http/index.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { itemForDay } from '#modules/catalogue/index.ts'
import type { Document } from '#modules/licences/index.ts'
import type { FormAnswers } from '#modules/catalogue/contract.ts'
import { maskName, type Vault } from '#modules/vault/index.ts'
import type { z } from 'zod'
import type { CaseActor } from './actor.ts'
import { noteFiledAgain } from './attempts/recording.ts'
import { actorOf } from './callers.ts'
import { type LivingCase, missingMaterials } from './case.ts'
import { finishAtOnce } from './at-once/at-once.ts'
import type { Agent, CaseEvent } from './case-events.ts'
import { type Decision, type NewCase, receiveCase } from './commands.ts'
import type { ReceiveFile } from './contract.ts'
import * as decide from './decisions/index.ts'
import { admit } from './licensing/receiving.ts'
import { handInForm } from './forms/handed-in.ts'
import type { Papers } from './papers.ts'
import { refuseUnpledgeable, signPledge } from './pledge/sign.ts'
import type { CasePlan } from './plan.ts'
import { planOf } from './plan-of-item.ts'
import { type Place, placed } from './places/place.ts'
import { delegated, type DelegatedPowers, hasPower } from './powers.ts'
import { trackingCode } from './numbers.ts'
import { refuse } from './refusals.ts'
import { fileView } from './views.ts'

export interface ReceivingServices {
  readonly vault: Vault
  readonly papers: Papers
  /** The counter at which somebody sits now and the badge worn there; the hall hands it in, which stands beside. */
  readonly seatOf?: SeatOf
  readonly mustBeAtWindow?: WindowGate
  readonly powersFor?: PowersFor
  readonly servesEveryDay?: ServesEveryDay
}

export type SeatOf = (
  db: Db,
  account: string,
  now: EpochMs,
) => Promise<
  | {
      readonly counter: string
      readonly badge: string | null
      /** It has declared hours on rest days as well (HALL-26). */
      readonly everyDay?: boolean
    }
  | undefined
>

/** The powers that a department has delegated to the window for an item on a day (HALL-13); the hall hands it in. */
export type PowersFor = (db: Db, item: string, day: Day) => Promise<DelegatedPowers | undefined>

/** Whether a counter has declared hours on rest days as well (HALL-26). */
export type ServesEveryDay = (db: Db, counter: string) => Promise<boolean>

/** Refuses whoever may not receive or accept for a department: the hall beside hands it in; without a hall nobody is refused. */
export type WindowGate = (
  db: Db,
  at: {
    readonly account: string
    readonly unit: string
    readonly item: string
    readonly now: EpochMs
    readonly act: 'receive' | 'accept'
  },
) => Promise<void>

type CounterCall = Pick<Call<unknown, unknown, z.output<typeof ReceiveFile>>, 'body' | 'caller' | 'now'>

/** 窗口收件: identity was seen at the counter, so the person is the one known by that document. */
export async function receiveAtCounter(
  db: Db,
  { body, caller, now }: CounterCall,
  services: ReceivingServices,
) {
  const actor = await actorOf(db, caller, now)
  const person = await services.vault.keepPerson(db, body.applicant, {
    identity: 'checked',
    by: caller.account,
    at: now,
  })
  const agent =
    body.agent && (await keepAgent(db, body.agent, services.vault, { by: caller.account, at: now }))
  // 代办件须有书面委托 (HALL-27): an agent's case has an agent, and he has a mandate.
  if (body.channel === 'agent' && !agent) throw refuse('case.agent-without-mandate')
  decide.refuseUnmandated({ agent, applicant: person }, dayOfNumber(dayNumberAt(DEFAULT_ZONE, now)))
  const { channel, materials, item, form } = body
  const seat = await services.seatOf?.(db, caller.account, now)
  const given = {
    item,
    channel,
    counter: seat?.counter ?? body.counter,
    badge: seat?.badge ?? null,
    everyDay: seat?.everyDay,
    materials,
    agent,
    person,
    name: body.applicant.name,
    document: body.applicant,
    renews: body.renews,
    form,
    pledged: body.pledged,
  }
  const place: Place = { counter: seat?.counter ?? null, unit: actor.unit }
  const state = await receive(db, given, { actor, now, ...services }, (fresh) =>
    placed(answeredAtOnce(fresh, body, actor, now), place),
  )
  return {
    file: await fileView(db, state.caseNo, { actor, now }),
    trackingCode: trackingCode(db, services.vault, state.caseNo),
  }
}

/** 当场: decided and handed over where that was asked, or else accepted where it may be. */
function answeredAtOnce(
  fresh: LivingCase,
  { acceptIfComplete, finish, notOnTheSpot }: CounterCall['body'],
  actor: CaseActor,
  now: EpochMs,
): CaseEvent[] {
  if (finish) return finishAtOnce(fresh, { decision: finish, proof: finish.proof }, actor, now)
  if (!acceptIfComplete || !mayAcceptAtOnce(fresh, actor)) return []
  return decide.accept(fresh, notOnTheSpot ? { notOnTheSpot } : {}, actor, now)
}

/** Who takes papers in without the power to accept hands them on to whoever has it. */
const mayAcceptAtOnce = (fresh: LivingCase, actor: CaseActor): boolean =>
  missingMaterials(fresh).length === 0 && hasPower(fresh.plan, actor, 'accept') !== false

async function keepAgent(
  db: Db,
  { mandate, mandateUntil, ...fields }: NonNullable<CounterCall['body']['agent']>,
  vault: Vault,
  doing: { readonly by: string; readonly at: EpochMs },
): Promise<Agent> {
  const person = await vault.keepPerson(db, fields, { identity: 'checked', ...doing })
  return {
    person,
    mandate: mandate.trim(),
    mandateUntil: mandateUntil === null ? null : day(mandateUntil),
    masked: maskName(fields.name),
  }
}

/** 证件签发地: the prefecture of the division that the number begins with (GB 11643-1999; GB 32100-2015, places 3 to 8). */
function regionOf({ documentKind, documentNumber }: Document): { readonly region?: string } {
  if (documentKind === 'residentId') return { region: documentNumber.slice(0, 4) }
  if (documentKind === 'creditCode') return { region: documentNumber.slice(2, 6) }
  return {}
}

interface Given extends Pick<NewCase, 'counter' | 'badge' | 'channel' | 'materials' | 'agent'> {
  readonly item: string
  readonly person: string
  readonly name: string
  readonly form?: FormAnswers | undefined
  readonly document: Document
  /** 延续: the number of the licence that is to be renewed. */
  readonly renews: string | null
  /** 告知承诺: the applicant signed the pledge of the item. */
  readonly pledged?: boolean
  /** What is known already of the counter's hours on rest days. */
  readonly everyDay?: boolean | undefined
}

interface By {
  readonly actor: CaseActor
  readonly now: EpochMs
  readonly papers: Papers
  readonly vault: Vault
  readonly mustBeAtWindow?: WindowGate
  readonly powersFor?: PowersFor
  readonly servesEveryDay?: ServesEveryDay
}

interface Planning {
  readonly item: string
  readonly counter: string | null
  readonly everyDay: boolean | undefined
  readonly today: Day
}

/** The plan of the version in force, with the powers delegated on that day and what the window has declared. */
async function planFor(
  db: Db,
  { item, counter, everyDay: known, today }: Planning,
  { powersFor, servesEveryDay }: By,
): Promise<CasePlan> {
  const plan = await planOf(db, await itemForDay(db, item, today))
  const everyDay = known ?? (counter !== null && ((await servesEveryDay?.(db, counter)) ?? false))
  return delegated({ ...plan, ...(everyDay ? { everyDay } : {}) }, await powersFor?.(db, item, today))
}

/** A case under the version of the item that is in force today, with the form its version asks for. */
export async function receive(
  db: Db,
  { item, person, name, form, document: fields, renews: number, pledged = false, everyDay, ...rest }: Given,
  by: By,
  then?: Decision,
): Promise<LivingCase> {
  const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, by.now))
  const plan = await planFor(db, { item, counter: rest.counter, everyDay, today }, by)
  const { account, person: self } = by.actor
  if (self === null)
    await by.mustBeAtWindow?.(db, { account, unit: plan.unit, item, now: by.now, act: 'receive' })
  const doing = { by: by.actor.account, at: by.now }
  const admitting = { person, agent: rest.agent?.person ?? null, fields, renews: number, plan, today, doing }
  const identitySeen = by.actor.person === null
  const renews = await admit(db, { ...admitting, vault: by.vault, identitySeen })
  if (pledged) await refuseUnpledgeable(db, { plan, person, today })
  const sheet = await handInForm(db, form, { vault: by.vault, person, plan, doing })
  // What takes effect on receipt waits for nobody's acceptance.
  const onReceipt: Decision = (fresh) =>
    pledged ? signPledge(fresh) : plan.filing ? [] : (then?.(fresh) ?? [])
  const next: Decision = (fresh) => [...decide.handInForm(fresh, sheet), ...onReceipt(fresh)]
  const given = {
    ...rest,
    ...(renews ? { renews } : {}),
    plan,
    applicant: person,
    // What organisations must publish stays readable; a human being is recognised, not named.
    applicantMasked: fields.documentKind === 'creditCode' ? name : maskName(name),
    ...regionOf(fields),
  }
  const received = await receiveCase(db, given, by, sheet || then || pledged ? next : undefined)
  await noteFiledAgain(db, received, by)
  return received
}
