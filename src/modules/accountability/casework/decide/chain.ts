import { refuse } from '../refusals.ts'
import { type Investigation, type NodeState, personsOf } from '../state.ts'
import { leftOut } from '../delay.ts'
import {
  type Acting,
  at,
  type Decide,
  knownEvidence,
  next,
  nodeOf,
  numbersOf,
  said,
  UNDER_WAY,
} from './acting.ts'
import { refuseAgreed } from './inquiry.ts'

/** 责任链 (ACCT-34): from whoever acted up to those who ordered or approved. */
export const node: Decide<'node'> = (state, { act: _, because, ...one }, by) => {
  at(state, ...UNDER_WAY)
  if (one.of !== null) nodeOf(state, one.of)
  const { lead, members = [], decider } = state.team ?? {}
  if (one.account !== null && [lead, decider, ...members].includes(one.account))
    throw refuse('investigation.of-the-team', { account: one.account })
  const { acceptor } = by.beside
  if (
    state.kind === 'acceptingOfficer' &&
    one.role === 'acted' &&
    acceptor !== null &&
    one.account !== acceptor
  )
    throw refuse('investigation.officer-swapped', { officer: acceptor })
  const why = said(because, { zh: '为什么与其有关', en: 'why he belongs here' })
  return [{ type: 'NodeAdded', ...one, node: next('n', state.nodes), because: why }]
}

/** 查到头了: nobody above ordered or approved it, with evidence. */
export const top: Decide<'top'> = (state, { node: id, reason, evidence }) => {
  at(state, ...UNDER_WAY)
  const found = nodeOf(state, id)
  if (evidence.length === 0) throw refuse('investigation.unknown-evidence', { evidence: '–' })
  const why = said(reason, { zh: '上面无人指使、批准的依据', en: 'why nobody above' })
  return [{ type: 'TopReached', node: found.node, reason: why, evidence: knownEvidence(state, evidence) }]
}

export const result: Decide<'result'> = (state, { node: id, result: came, reason, evidence }) => {
  at(state, 'hearing', 'decision')
  const found = nodeOf(state, id)
  refuseAgreed(state, reason)
  if (found.kind === 'person' && !found.heard) throw refuse('investigation.not-heard', { name: found.name })
  const why = said(reason, { zh: '结论的理由', en: 'why this result' })
  return [
    { type: 'NodeResulted', node: id, result: came, reason: why, evidence: knownEvidence(state, evidence) },
  ]
}

/** 陈述申辩: what he says, or that he says nothing. */
export const hear: Decide<'hear'> = (state, { node: id, statement, waived }) => {
  at(state, 'hearing', 'decision')
  const found = nodeOf(state, id)
  const words = waived ? statement.trim() : said(statement, { zh: '本人的陈述申辩', en: 'the statement' })
  return [{ type: 'NodeHeard', node: found.node, statement: words, waived }]
}

/** Whoever has nobody above him in the chain and of whom nobody proved that there is none. */
const unfollowed = ({ nodes }: Investigation): NodeState | undefined =>
  nodes.find(({ node: id, top: proven }) => !proven && !nodes.some(({ of }) => of === id))

/** 一查到底: refuses to go on to a proposal with a chain that breaks off. */
export function refuseBroken(state: Investigation, by: Acting): void {
  const first = state.nodes[0]
  if (!first) throw refuse('investigation.stops-at-first', { name: '–' })
  refuseLeftOut(state, by)
  const loose = unfollowed(state)
  if (loose) throw refuse('investigation.stops-at-first', { name: loose.name })
  const unheard = personsOf(state).find(({ heard }) => !heard)
  if (unheard) throw refuse('investigation.not-heard', { name: unheard.name })
  const open = state.nodes.find(({ result: came }) => !came)
  if (open) throw refuse('investigation.no-result', { name: open.name })
}

/** Whom the record names beside those that the chain holds (ACCT-21, ACCT-25). */
function refuseLeftOut(state: Investigation, { beside }: Acting): void {
  if (state.kind === 'delayedWork') {
    const [order] = beside.instructions
    if (order && !state.nodes.some(({ role }) => role !== 'acted'))
      throw refuse('investigation.leader-left-out', { leader: order.leader })
  }
  if (state.kind === 'overdue') {
    const named = state.nodes.flatMap(({ account, unit, kind }) =>
      kind === 'unit' ? [unit] : [account ?? ''],
    )
    const left = leftOut(
      beside.shares.map((one) => ({ ...one, who: whoIn(one.who, named), steps: [], ms: 0 })),
      named,
      numbersOf(state).shareFrom,
    )
    if (left)
      throw refuse('investigation.only-the-last', { who: left.who, share: Math.round(left.share * 100) })
  }
}

/** A desk that nobody had taken up is its unit's. */
function whoIn(who: string, named: readonly string[]): string {
  const slash = who.indexOf('/')
  const unit = slash < 0 ? who : who.slice(0, slash)
  return slash >= 0 && named.includes(unit) ? unit : who
}
