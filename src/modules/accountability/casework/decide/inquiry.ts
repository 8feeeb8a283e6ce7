import { day } from '#kernel/day.ts'
import { HARM_LEVELS, type HarmLevel, INVESTIGATION_KINDS, PROOFS } from '../../casework-shapes.ts'
import type { InvestigationEvent } from '../events.ts'
import { isGraveKind, rulesOf } from '../numbers.ts'
import { refuse } from '../refusals.ts'
import { type Investigation, onTeam } from '../state.ts'
import { at, type Decide, knownEvidence, next, nodeOf, numbersOf, said, today, UNDER_WAY } from './acting.ts'

export const open: Decide<'open'> = (state, { lead, members, decider, dueOn, because }, by) => {
  at(state, 'lead')
  refuseOneMan(lead, members, decider)
  if (dueOn !== null && dueOn < today(by)) throw refuse('investigation.future', { at: dueOn })
  return [
    {
      type: 'InvestigationOpened',
      ...{ lead, members, decider, dueOn: dueOn === null ? null : day(dueOn) },
      because: said(because, { zh: '立案理由', en: 'why it is opened' }),
    },
  ]
}

function refuseOneMan(lead: string, members: readonly string[], decider: string): void {
  if (lead === decider || members.includes(decider)) throw refuse('investigation.two-people')
}

/** 「申请人同意」: no excuse for asking again after acceptance (ACCT-24). */
const AGREED = /申请人.{0,6}(同意|自愿|愿意|没意见)|applicant.{0,12}(agree|consent|willing)/i

export function refuseAgreed({ particulars }: Investigation, reason: string): void {
  if (particulars.kind === 'acceptingOfficer' && AGREED.test(reason))
    throw refuse('investigation.applicant-agreed')
}

export const drop: Decide<'drop'> = (state, { reason }) => {
  at(state, 'lead')
  refuseAgreed(state, reason)
  return [{ type: 'LeadDropped', reason: said(reason, { zh: '不立案的理由', en: 'why it is not opened' }) }]
}

export const team: Decide<'team'> = (state, { lead, members, decider, reason }, by) => {
  at(state, ...UNDER_WAY)
  refuseOneMan(lead, members, decider)
  if (state.handlers.includes(decider)) throw refuse('investigation.two-people')
  const stays = [lead, ...members, decider, state.entered.by].includes(by.account)
  if (state.sealed && !stays) throw refuse('investigation.not-on-it')
  const why = said(reason, { zh: '换人的理由', en: 'why the people change' })
  return [{ type: 'TeamChanged', lead, members, decider, reason: why }]
}

export const plan: Decide<'plan'> = (state, { text, milestones }, by) => {
  at(state, 'plan')
  const dueOn = state.opened?.dueOn
  const wrong = milestones.some((one) => one.dueOn < today(by) || (dueOn && one.dueOn > dueOn))
  const codes = new Set(milestones.map(({ code }) => code))
  if (milestones.length === 0 || codes.size < milestones.length || wrong)
    throw refuse('investigation.no-milestone')
  const planned = milestones.map((one) => ({ ...one, dueOn: day(one.dueOn) }))
  return [{ type: 'PlanMade', text: said(text, { zh: '方案', en: 'the plan' }), milestones: planned }]
}

export const milestone: Decide<'milestone'> = (state, { code, note }) => {
  at(state, ...UNDER_WAY, 'reply')
  const found = state.plan?.milestones.find((one) => one.code === code)
  if (!found || found.reached) throw refuse('investigation.unknown-milestone', { code })
  return [{ type: 'MilestoneReached', code, note: note.trim() }]
}

export const report: Decide<'report'> = (state, { text, next: then }) => {
  at(state, ...UNDER_WAY)
  return [
    {
      type: 'StateReported',
      text: said(text, { zh: '本周进展', en: 'the state' }),
      next: said(then, { zh: '下一步', en: 'what is next' }),
    },
  ]
}

export const evidence: Decide<'evidence'> = (state, { act: _, text, ...one }) => {
  at(state, ...UNDER_WAY)
  const what = said(text, { zh: '证据说明', en: 'what it shows' })
  return [{ type: 'EvidenceAdded', ...one, text: what, evidence: next('e', state.evidence) }]
}

/** 谈话: two of those on the case, never written before it was held. */
export const interview: Decide<'interview'> = (state, { node, by: held, heldAt, text, sha256 }, by) => {
  at(state, ...UNDER_WAY)
  nodeOf(state, node)
  const { lead = '', members = [] } = state.team ?? {}
  const people = [...new Set(held)]
  if (people.length < 2 || people.some((one) => one !== lead && !members.includes(one)))
    throw refuse('investigation.two-interviewers')
  const instant = Date.parse(heldAt)
  if (instant > by.now) throw refuse('investigation.future', { at: heldAt })
  const what = said(text, { zh: '谈话内容', en: 'what was said' })
  const id = next('i', state.interviews)
  return [{ type: 'InterviewRecorded', interview: id, node, by: people, heldAt: instant, text: what, sha256 }]
}

/** 事实认定: only with all that a case of this kind has to prove. */
export const facts: Decide<'facts'> = (state, { text }) => {
  at(state, 'facts')
  const missing = rulesOf(state.kind).proofs.filter(
    (one) => !state.evidence.some(({ proves }) => proves === one),
  )
  if (missing.length > 0)
    throw refuse('investigation.proof-missing', {
      missingZh: missing.map((one) => PROOFS[one].zh).join('、'),
      missingEn: missing.map((one) => PROOFS[one].en).join(', '),
    })
  return [{ type: 'FactsFound', text: said(text, { zh: '查明的事实', en: 'the facts' }) }]
}

const ORDER = Object.keys(HARM_LEVELS) as HarmLevel[]

/** The least level that the loss and harm on record allow. */
function leastLevel(state: Investigation): HarmLevel {
  const { particulars } = state
  if (particulars.kind !== 'graveFailure') return 'slight'
  const { graveLossCents, ordinaryLossCents } = numbersOf(state)
  if (particulars.lossCents >= graveLossCents || particulars.injured > 0) return 'grave'
  return particulars.lossCents >= ordinaryLossCents ? 'ordinary' : 'slight'
}

/** 后果等次: after the facts, by evidence, and not lighter than the loss on record. */
export const consequence: Decide<'consequence'> = (state, { level, reason, evidence: ids }) => {
  if (!state.facts) throw refuse('investigation.facts-first')
  at(state, 'hearing')
  const least = leastLevel(state)
  if (ORDER.indexOf(level) < ORDER.indexOf(least)) {
    const { zh: levelZh, en: levelEn } = HARM_LEVELS[least]
    throw refuse('investigation.damage-labelled-minor', { levelZh, levelEn })
  }
  const why = said(reason, { zh: '后果认定的理由', en: 'why this level' })
  return [{ type: 'ConsequenceSet', level, reason: why, evidence: knownEvidence(state, ids) }]
}

export const notify: Decide<'notify'> = (state) => {
  at(state, ...UNDER_WAY)
  if (state.sealed || state.notified !== null) at(state)
  return [{ type: 'UnitNotified' }]
}

/** 单位答复: once, and before it is decided. */
export function answer(state: Investigation, text: string): InvestigationEvent[] {
  at(state, ...UNDER_WAY)
  if (state.answer) throw refuse('investigation.answered')
  return [{ type: 'UnitAnswered', text: said(text, { zh: '答复', en: 'the answer' }) }]
}

/** 案由可以改重，不能把刁难、谋私改作态度问题 (ACCT-26). */
export const rename: Decide<'rename'> = (state, { kind, reason }, by) => {
  at(state, ...UNDER_WAY)
  // From here on only those on it see it: whoever seals it is one of them.
  if (isGraveKind(kind) && !onTeam(state, by.account)) throw refuse('investigation.not-on-it')
  if (isGraveKind(state.kind) && !isGraveKind(kind)) {
    const { zh: kindZh, en: kindEn } = INVESTIGATION_KINDS[state.kind]
    throw refuse('investigation.no-downgrade', { kindZh, kindEn })
  }
  return [
    { type: 'KindChanged', kind, reason: said(reason, { zh: '改案由的理由', en: 'why the kind changes' }) },
  ]
}
