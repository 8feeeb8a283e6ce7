import type { EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { type CaseActor, heads, serves } from '../actor.ts'
import { isOver, type LivingCase, missingMaterials } from '../case.ts'
import type { CaseEvent, DeclineGround, FormHandedIn, HandedIn } from '../case-events.ts'
import type { CasePlan } from '../plan.ts'
import { refuse as refuseAtOnce } from '../at-once/refusals.ts'
import { refuse as refuseGround } from '../grounds/refusals.ts'
import { type AskedGrounds, unmetOf } from '../grounds/grounds.ts'
import { refuse as refusePledge } from '../pledge/refusals.ts'
import { mustHavePower } from '../powers.ts'
import { refuse } from '../refusals.ts'
import { refuseUnlisted } from './receiving.ts'
import { overText, required, spoken } from './saying.ts'

export interface Supplement {
  readonly missing: readonly string[]
  /** 不符合法定形式: what is wrong with a material that was handed in, by its code. */
  readonly wrong?: Readonly<Record<string, string>>
  /** The applicant was there and said that he understood. */
  readonly understood?: boolean
  readonly orally: boolean
  /** The ground in law for a second notice; only the head of the unit may give one. */
  readonly exception: string | null
}

/**
 * 一次性告知 (行政许可法 32(4)): everything that is missing, once. A second notice needs the head of the unit and a ground
 * in law, and supervision sees it (CASE-04). After acceptance there is none at all (CASE-06).
 */
export function notifySupplement(state: LivingCase, asked: Supplement, actor: CaseActor): CaseEvent[] {
  refuseAnswered(state)
  refuseOthers(state, actor)
  const { plan, materials, supplement } = state
  if (asked.missing.length === 0) throw refuse('case.nothing-missing')
  refuseUnlisted(
    plan,
    asked.missing.map((code) => ({ code })),
  )
  const waived = asked.missing.find((code) => state.pledge?.waives.includes(code))
  if (waived !== undefined) throw refusePledge('pledge.waived', { material: nameIn(plan, waived) })
  const wrongWith = (code: string) => asked.wrong?.[code]?.trim() ?? ''
  const had = asked.missing.find((code) => !wrongWith(code) && materials.some((one) => one.code === code))
  if (had !== undefined) throw refuse('case.material-already-handed-in', { material: had })
  if (supplement && !mayRepeat(asked, state, actor))
    throw refuse('case.second-supplement-notice', { at: spoken(supplement.at) })
  const missing = plan.materials
    .filter(({ code }) => asked.missing.includes(code))
    .map(({ code, guidance }) => ({ code, guidance, ...(wrongWith(code) ? { wrong: wrongWith(code) } : {}) }))
  const unexplained = missing.find(({ code, wrong }) => !wrong && !explained(plan, code))
  if (unexplained) throw refuse('case.supplement-unexplained', { material: nameIn(plan, unexplained.code) })
  const { orally, understood } = asked
  const exception = supplement ? asked.exception : null
  const data = { missing, orally, exception, ...(understood ? { understood } : {}), issued: null }
  return [{ type: 'SupplementNoticed', data }]
}

/** 「并进行详细的指导和说明」 (CASE-05): what the guide says of it, word for word, or what the clerk adds. */
function explained({ materials }: CasePlan, code: string): boolean {
  const material = materials.find((one) => one.code === code)
  return Boolean(material?.guidance.trim() || material?.standard?.trim() || material?.sample)
}

const nameIn = ({ materials }: CasePlan, code: string) =>
  materials.find((one) => one.code === code)?.name ?? code

/** 申请人确认已看懂: at the counter with the notice, or later from home. Once is enough. */
export function confirmSupplement(state: LivingCase, actor: CaseActor): CaseEvent[] {
  if (!state.supplement) throw refuse('case.nothing-to-supply')
  if (actor.person === null || (actor.person !== state.applicant && actor.person !== state.agent))
    throw refuse('case.only-applicant')
  return state.supplement.understood ? [] : [{ type: 'SupplementUnderstood', data: {} }]
}

const mayRepeat = ({ exception }: Supplement, { plan }: LivingCase, actor: CaseActor) =>
  heads(actor, plan.unit) && exception !== null && exception.trim() !== ''

/** 补齐: by whoever applied, or at the counter in their presence. */
export function supply(
  state: LivingCase,
  { materials, form }: { readonly materials: readonly HandedIn[]; readonly form?: FormHandedIn | undefined },
  actor: CaseActor,
): CaseEvent[] {
  refuseAnswered(state)
  refuseStrangers(state, actor)
  if (!state.supplement) throw refuse('case.nothing-to-supply')
  refuseUnlisted(state.plan, materials)
  return [{ type: 'MaterialsSupplied', data: { materials } }, ...formEvents(form)]
}

/** 申请表: with the application, and again only with what was missing: afterwards the case stands on what it says. */
export function handInForm(state: LivingCase, form: FormHandedIn | undefined): CaseEvent[] {
  if (form !== undefined && state.form !== undefined) throw refuse('case.form-stands')
  return formEvents(form)
}

const formEvents = (form: FormHandedIn | undefined): CaseEvent[] =>
  form === undefined ? [] : [{ type: 'FormHandedIn', data: { sheet: form.sheet, sha256: form.sha256 } }]

export interface Accept {
  /** For an item that is finished on the spot: why this case cannot be (CASE-02). */
  readonly notOnTheSpot?: string
  /** An end promised to this applicant: sooner than the item's, or the one that another record states. */
  readonly promisedUntil?: EpochMs
  /** Decided in the same breath. */
  readonly finishing?: boolean
}

/** 受理 (行政许可法 32(5)): complete, in the legal form, within the unit's power. */
export function accept(
  state: LivingCase,
  { notOnTheSpot, promisedUntil, finishing = false }: Accept,
  actor: CaseActor,
  now: EpochMs,
): CaseEvent[] {
  refuseAnswered(state)
  refuseOthers(state, actor)
  mustHavePower(state.plan, actor, 'accept')
  const missing = missingMaterials(state)
  if (missing.length > 0)
    throw refuse('case.materials-missing', { missing: missing.map(({ name }) => name).join('、') })
  const reason = notOnTheSpot?.trim() || null
  if (state.plan.onTheSpot && state.channel === 'counter' && !finishing && reason === null)
    throw refuseAtOnce('at-once.reason-needed', { item: state.plan.name.zh })
  return [
    {
      type: 'CaseAccepted',
      data: {
        deemed: false,
        countsFrom: now,
        notOnTheSpot: reason,
        promisedUntil: promisedUntil ?? null,
        ...(leftLying(state, now) ? { late: true } : {}),
        issued: null,
      },
    },
  ]
}

/** 受理时间晚于收件 (CASE-01): everything was on the counter and the applicant went home without an acceptance. */
const leftLying = ({ channel, supplement, receivedAt }: LivingCase, now: EpochMs): boolean =>
  channel === 'counter' &&
  supplement === null &&
  dayNumberAt(DEFAULT_ZONE, now) > dayNumberAt(DEFAULT_ZONE, receivedAt)

/** 视为受理 (行政许可法 32(4)): nobody said in time what was missing, so the case is accepted, from the day of receipt. */
export function deemAccepted(state: LivingCase): CaseEvent[] {
  if (state.status !== 'received' || state.supplement) return []
  return [
    {
      type: 'CaseAccepted',
      data: {
        deemed: true,
        countsFrom: state.receivedAt,
        notOnTheSpot: null,
        promisedUntil: null,
        issued: null,
      },
    },
  ]
}

export interface Decline extends AskedGrounds {
  readonly reason: string
  readonly basis: string
  readonly nextStep: string
  readonly ground?: DeclineGround | null | undefined
}

/** 不予受理 (行政许可法 32(1)(2)): with its clause and the next step, never a bare refusal (CASE-21, CASE-36). */
export function decline(
  state: LivingCase,
  { reason, basis, nextStep, ...given }: Decline,
  actor: CaseActor,
): CaseEvent[] {
  refuseAnswered(state)
  refuseOthers(state, actor)
  if (state.plan.filing) throw refuseAtOnce('filing.no-refusal')
  required(reason, { zh: '不予受理的理由', en: 'why the case is declined' })
  required(basis, { zh: '所依据的条款', en: 'the clause it rests on' })
  required(nextStep, { zh: '申请人下一步怎么办', en: 'what the applicant can do next' })
  return [
    {
      type: 'CaseDeclined',
      data: { reason, basis, nextStep, ...declinedFor(state.plan, given), issued: null },
    },
  ]
}

/** 不予受理 has two grounds in the law (32(1)(2)); another must be a condition that the guide publishes. */
function declinedFor(
  { conditions = [] }: CasePlan,
  { ground, unmet, interpretation }: Omit<Decline, 'reason' | 'basis' | 'nextStep'>,
) {
  if (!ground) {
    if (conditions.length > 0) throw refuseGround('ground.why-not-accepted')
    return {}
  }
  if (ground === 'condition') return { ground, ...unmetOf(conditions, { unmet, interpretation }) }
  return { ground }
}

function refuseAnswered(state: LivingCase): void {
  if (isOver(state)) throw refuse('case.over', { how: overText(state) })
  if (state.status !== 'received') throw refuse('case.after-acceptance')
}

function refuseOthers({ plan }: LivingCase, actor: CaseActor): void {
  if (!serves(actor, plan.unit)) throw refuse('case.other-unit', { unit: plan.unit })
}

function refuseStrangers(state: LivingCase, actor: CaseActor): void {
  const own = actor.person !== null && (actor.person === state.applicant || actor.person === state.agent)
  if (!own) refuseOthers(state, actor)
}
