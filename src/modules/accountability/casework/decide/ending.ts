import { day } from '#kernel/day.ts'
import type { MeasureGiven } from '../../casework-contract.ts'
import { GRADES, type Publication } from '../../casework-shapes.ts'
import { totalOf } from '../charges.ts'
import type { InvestigationEvent, Measure } from '../events.ts'
import { dayAt, gradeByTable, isGraveKind } from '../numbers.ts'
import { refuse } from '../refusals.ts'
import { type Investigation, tookPart } from '../state.ts'
import { type Acting, at, type Decide, nodeOf, said, today, UNDER_WAY } from './acting.ts'
import { refuseBroken } from './chain.ts'

type Given = (typeof MeasureGiven)['_output']

/** 处理意见: by the table of act, consequence and grade; anything else gives its reason (ACCT-16). */
export const propose: Decide<'propose'> = (state, { text, measures }, by) => {
  at(state, 'decision')
  refuseBroken(state, by)
  refuseUntransferred(state)
  const liable = state.nodes.filter(({ result }) => result?.result === 'liable').map(({ node }) => node)
  const same = new Set(measures.map(({ node }) => node))
  if (same.size !== measures.length || liable.length !== same.size || liable.some((one) => !same.has(one)))
    throw refuse('investigation.measure-missing')
  const proposed = measures.map((one) => measured(state, one))
  return [
    {
      type: 'MeasuresProposed',
      text: said(text, { zh: '处理意见', en: 'what is proposed' }),
      measures: proposed,
    },
  ]
}

function measured(state: Investigation, { node, grade, deviation }: Given): Measure {
  nodeOf(state, node)
  const level = state.consequence?.level ?? 'slight'
  const byTable = gradeByTable(state.kind, level, dayAt(state.opened?.at ?? state.entered.at))
  if (grade !== byTable && [...deviation.trim()].length < 5) {
    const { zh: gradeZh, en: gradeEn } = GRADES[byTable]
    throw refuse('investigation.outside-table', { gradeZh, gradeEn })
  }
  return { node, grade, byTable, deviation: grade === byTable ? '' : deviation.trim() }
}

/** 伸手要好处: not settled here, but transferred and received. */
function refuseUntransferred({ kind, transfer, nodes }: Investigation): void {
  const proven = nodes.some(({ result }) => result?.result !== 'notLiable')
  if (kind === 'demandingBenefits' && proven && !transfer?.receipt)
    throw refuse('investigation.transfer-first')
}

interface Deciding {
  readonly agreed: boolean
  readonly text: string
  readonly publication: Publication
}

/** 决定: by somebody else than those who handled it. */
export function decide(
  state: Investigation,
  { agreed, text, publication }: Deciding,
  by: Acting,
): InvestigationEvent[] {
  at(state, 'decision')
  refuseHandlers(state, by)
  if (!state.proposal) throw refuse('investigation.no-proposal')
  const reason = said(text, { zh: '决定的理由', en: 'the reasons' })
  if (!agreed) return [{ type: 'ProposalReturned', reason }]
  const { measures } = state.proposal
  return [
    {
      type: 'InvestigationDecided',
      text: reason,
      publication: state.sealed ? 'sealed' : publication,
      measures,
    },
  ]
}

function refuseHandlers({ team, handlers }: Investigation, { account }: Acting): void {
  if (team?.decider !== account)
    throw refuse('investigation.not-yours-to-decide', { decider: team?.decider ?? '–' })
  if (handlers.includes(account)) throw refuse('investigation.two-people')
}

export const transfer: Decide<'transfer'> = (state, { to, reason }) => {
  at(state, ...UNDER_WAY, 'lead')
  if (state.transfer) at(state)
  return [{ type: 'Transferred', to, reason: said(reason, { zh: '移送理由', en: 'why it is transferred' }) }]
}

export const receipt: Decide<'receipt'> = (state, { number, by: whose, on }, by) => {
  if (!state.transfer || state.transfer.receipt) at(state)
  if (on > today(by)) throw refuse('investigation.future', { at: on })
  return [{ type: 'TransferReceived', number, by: whose, on: day(on) }]
}

export const reply: Decide<'reply'> = (state, { text }) => {
  at(state, 'reply')
  return [{ type: 'SourceAnswered', text: said(text, { zh: '答复', en: 'the answer' }) }]
}

export const tellHarmed: Decide<'tellHarmed'> = (state, { text }) => {
  at(state, 'reply', 'closing')
  if (state.harmed === null) at(state)
  said(text, { zh: '告知的结果', en: 'the outcome' })
  return [{ type: 'HarmedTold' }]
}

export const sendUp: Decide<'sendUp'> = (state, { text }) => {
  at(state, 'reply', 'closing')
  if (!state.referral || state.sentUp) at(state)
  return [{ type: 'ResultSentUp', text: said(text, { zh: '报送的结果', en: 'the result' }) }]
}

/** 申诉: by whoever has a measure, while the time for it runs. */
export const appeal: Decide<'appeal'> = (state, { node, text }) => {
  const { name } = nodeOf(state, node)
  const measure = state.decision?.measures.some((one) => one.node === node)
  const over = state.passed.some(({ limit }) => limit === 'appealable')
  if (!measure || over || state.appeals.some((one) => one.node === node))
    throw refuse('investigation.not-appealable', { name })
  return [{ type: 'AppealMade', node, text: said(text, { zh: '申诉理由', en: 'the grounds' }) }]
}

const openAppeal = (state: Investigation, node: string) => {
  const open = state.appeals.find((one) => one.node === node && !one.decided)
  if (!open) throw refuse('investigation.not-appealable', { name: nodeOf(state, node).name })
  return open
}

/** 复核另行派员: named, and from then on admitted to the case; of a sealed one nobody else could decide on the appeal. */
export const reviewer: Decide<'reviewer'> = (state, { node, reviewer: named, reason }) => {
  openAppeal(state, node)
  if (tookPart(state, named)) throw refuse('investigation.appeal-same-people')
  const why = said(reason, { zh: '交其复核的理由', en: 'why it goes to them' })
  return [{ type: 'AppealAssigned', node, reviewer: named, reason: why }]
}

/** By neither those who handled it nor the one who decided it. */
export function decideAppeal(
  state: Investigation,
  { node, upheld, text }: { readonly node: string; readonly upheld: boolean; readonly text: string },
  { account }: Acting,
): InvestigationEvent[] {
  const { reviewer: named } = openAppeal(state, node)
  if (tookPart(state, account)) throw refuse('investigation.appeal-same-people')
  if (named !== account && (named !== null || state.sealed))
    throw refuse('investigation.not-yours-to-review', { reviewer: named ?? '–' })
  return [{ type: 'AppealDecided', node, upheld, text: said(text, { zh: '复核的理由', en: 'the reasons' }) }]
}

export const close: Decide<'close'> = (state) => {
  at(state, 'closing')
  if (state.harmed !== null && state.harmedTold === null) throw refuse('investigation.harmed-not-told')
  if (isGraveKind(state.kind)) refuseUntransferred(state)
  if (state.referral && !state.sentUp) throw refuse('investigation.result-not-sent-up')
  if (state.particulars.kind === 'illegalCharges') {
    const [due, paid] = [totalOf(state.particulars.sums), totalOf(state.refunds)]
    if (paid < due) throw refuse('investigation.refund-missing', { due: due / 100, paid: paid / 100 })
  }
  if (state.appeals.some(({ decided }) => !decided)) at(state)
  return [{ type: 'InvestigationClosed' }]
}
