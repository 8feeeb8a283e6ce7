import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type CaseActor } from '../actor.ts'
import { isOver, type LivingCase } from '../case.ts'
import type { CaseEvent, LimitPassed } from '../case-events.ts'
import { refuse as refuseHearing } from '../hearings/refusals.ts'
import { isHearingDue } from '../hearings/state.ts'
import { refuse } from '../refusals.ts'
import { filed } from '../at-once/by-law.ts'
import { deemAccepted } from './answering.ts'
import { deemGranted } from './concluding.ts'
import { refuseNotRunning } from './handling.ts'
import { deemRenewed } from './renewing.ts'
import { lapseHearing } from './hearing.ts'
import { overText, required } from './saying.ts'

export interface Suspend {
  readonly ground: string
  readonly groundText: Bilingual
  readonly document: string
  readonly toldAt: EpochMs | null
  /** 所需时间, as `20W`. */
  readonly needs?: string
}

/** 大厅受理、回去研究 (HALL-15) and 365 窗口 (HALL-26): neither a journey of papers nor a holiday is a special procedure. */
const NO_GROUND = /放假|假期|节假日|休息日|周末|holiday|材料(在途|传递|流转|送回|带回)|papers? travel/i

/**
 * 特别程序 (行政许可法 45): the clocks engine holds which grounds the rule lists; here is who may and when. The applicant is
 * told in writing how long it takes; without that it stands with its defect shown.
 */
export function suspend(state: LivingCase, asked: Suspend, actor: CaseActor): CaseEvent[] {
  refuseNotRunning(state)
  refuseOtherUnits(state, actor)
  if (NO_GROUND.test(asked.document)) throw refuse('case.holiday-no-ground')
  return [{ type: 'CaseSuspended', data: { ...asked, issued: null } }]
}

export function resume(
  state: LivingCase,
  { document }: { readonly document: string },
  actor: CaseActor,
): CaseEvent[] {
  if (state.status !== 'suspended') throw refuse('case.not-suspended')
  if (state.suspension?.ground === 'hearing' && isHearingDue(state.hearing))
    throw refuseHearing('hearing.not-held')
  refuseOtherUnits(state, actor)
  required(document, { zh: '特别程序结束的文书', en: 'the document that ends the special procedure' })
  return [{ type: 'CaseResumed', data: { document } }]
}

export interface AskExtension {
  /** As the clocks engine reads it: `5W`. */
  readonly by: string
  readonly reason: string
}

/** 申请延期: by the unit, before the limit runs out, with its reason (行政许可法 42, CASE-10). */
export function askExtension(state: LivingCase, { by, reason }: AskExtension, actor: CaseActor): CaseEvent[] {
  refuseNotRunning(state)
  refuseOtherUnits(state, actor)
  if (state.extension?.status === 'asked') throw refuse('case.extension-asked')
  if (state.passed.some(({ limit }) => limit === 'statutory')) throw refuse('case.extension-too-late')
  required(reason, { zh: '延期的理由', en: 'why more time is needed' })
  return [{ type: 'ExtensionAsked', data: { by, reason } }]
}

/** 批准延期: above the handling unit, never by itself; how long and how often the rule of the clock says. */
export function grantExtension(
  state: LivingCase,
  { toldAt }: { readonly toldAt: EpochMs | null },
  actor: CaseActor,
): CaseEvent[] {
  const asked = askedExtension(state, actor)
  if (state.passed.some(({ limit }) => limit === 'statutory')) throw refuse('case.extension-too-late')
  const { by, reason } = asked
  const data = { by, reason, approverUnit: actor.unit ?? 'leadership', toldAt, issued: null }
  return [{ type: 'CaseExtended', data }]
}

export function refuseExtension(
  state: LivingCase,
  { reason }: { readonly reason: string },
  actor: CaseActor,
): CaseEvent[] {
  askedExtension(state, actor)
  required(reason, { zh: '不批准延期的理由', en: 'why the extension is refused' })
  return [{ type: 'ExtensionRefused', data: { reason } }]
}

function askedExtension(state: LivingCase, actor: CaseActor) {
  refuseNotRunning(state)
  if (!actor.leader || actor.unit === state.plan.unit || actor.account === state.extension?.askedBy)
    throw refuse('case.extension-self-approved')
  if (state.extension?.status !== 'asked') throw refuse('case.no-extension-asked')
  return state.extension
}

/**
 * 届满: what the law lets follow, and only that. Silence on the application is acceptance (32(4)); a missed decision is a
 * grant only where the item says that a law or local rule makes it one; everything else is a fact that people judge.
 */
export function passLimit(state: LivingCase, passed: LimitPassed): CaseEvent[] {
  if (passed.limit === 'answer') return unanswered(state, passed)
  if (passed.limit === 'hearing-request') return lapseHearing(state, passed.dueAt)
  if (isOver(state) && passed.limit !== 'delivery') return []
  const fact: CaseEvent = { type: 'LimitPassed', data: passed }
  if (passed.limit === 'validity') return [fact, ...deemRenewed(state)]
  return passed.limit === 'statutory' ? [fact, ...deemGranted(state)] : [fact]
}

/** Silence is acceptance (32(4)); of a filing nothing is left to decide then. */
function unanswered(state: LivingCase, { dueAt }: LimitPassed): CaseEvent[] {
  const accepted = deemAccepted(state)
  return accepted.length > 0 && state.plan.filing ? filed(state, dueAt) : accepted
}

function refuseOtherUnits(state: LivingCase, { unit }: CaseActor): void {
  const units = [state.plan.unit, ...state.steps.map((step) => step.unit)]
  if (unit === null || !units.includes(unit)) throw refuse('case.other-unit', { unit: state.plan.unit })
  if (isOver(state)) throw refuse('case.over', { how: overText(state) })
}
