import type { InvestigationAct } from '../casework-contract.ts'
import type { InvestigationStage } from '../casework-shapes.ts'
import { BY_TIME } from './events.ts'
import { rulesOf } from './numbers.ts'
import { type Investigation, onTeam, personsOf, stageOf, tookPart } from './state.ts'

type ActName = InvestigationAct['act']
const WORK: readonly ActName[] = [
  'evidence',
  'interview',
  'node',
  'top',
  'report',
  'milestone',
  'team',
  'rename',
]

const BY_STAGE: Readonly<Partial<Record<InvestigationStage, readonly ActName[]>>> = {
  lead: ['open', 'drop'],
  plan: ['plan', ...WORK],
  facts: ['facts', ...WORK],
  hearing: ['consequence', 'hear', 'result', ...WORK],
  decision: ['propose', 'result', 'hear', ...WORK],
  reply: ['reply', 'milestone'],
  closing: ['close'],
}

interface Reader {
  readonly account: string
  readonly roles: readonly string[]
}

/** What the page offers this reader; the act itself decides again. */
export function openActs(state: Investigation, { account, roles }: Reader): string[] {
  const stage = stageOf(state)
  const review = mayReview(state, account, roles) ? ['decideAppeal'] : []
  if (roles.includes('leader')) return [...decisions(state, account), ...review]
  const free = (state.team === null || state.team.lead === BY_TIME) && !state.sealed
  if (!roles.includes('supervisor') || !(free || onTeam(state, account))) return review
  const decided = state.decision !== null
  const underWay = state.opened !== null && !decided && stage !== 'dropped'
  const offered: readonly (ActName | false)[] = [
    ...(BY_STAGE[stage] ?? []).filter((one) => fits(state, one)),
    underWay && state.notified === null && !state.sealed && 'notify',
    (underWay || stage === 'lead') && !state.transfer && 'transfer',
    state.transfer !== null && !state.transfer.receipt && 'receipt',
    decided && state.harmed !== null && state.harmedTold === null && stage !== 'closed' && 'tellHarmed',
    decided && state.referral !== null && !state.sentUp && stage !== 'closed' && 'sendUp',
    decided && 'appeal',
    state.appeals.some((one) => !one.decided) && 'reviewer',
    decided &&
      (state.decision?.measures ?? []).some(({ node }) => !state.files.some((one) => one.node === node)) &&
      'file',
    ...ofKind(state, underWay || stage === 'lead', decided && stage !== 'closed'),
  ]
  return offered.filter((one) => one !== false)
}

function fits(state: Investigation, act: ActName): boolean {
  if (act === 'consequence') return state.consequence === null
  if (act === 'facts') return rulesOf(state.kind).proofs.length > 0
  return act !== 'hear' || personsOf(state).some(({ heard }) => !heard)
}

function ofKind(
  { particulars, minutes, task }: Investigation,
  before: boolean,
  after: boolean,
): (ActName | false)[] {
  switch (particulars.kind) {
    case 'illegalCharges':
      return [(before || after) && 'refund']
    case 'decisionError':
      return [before && minutes === null && 'minutes']
    case 'weakExecution':
      return [before && task.done === null && 'moveTask', before && task.done === null && 'taskDone']
    default:
      return []
  }
}

const decisions = ({ team, proposal, decision }: Investigation, account: string): string[] =>
  team?.decider === account && proposal && !decision ? ['decide'] : []

/** Named for it; a leader also where nobody is and the case is not sealed. */
function mayReview(state: Investigation, account: string, roles: readonly string[]): boolean {
  const free = roles.includes('leader') && !state.sealed
  return state.appeals.some(
    ({ decided, reviewer }) =>
      !decided && !tookPart(state, account) && (reviewer === account || (reviewer === null && free)),
  )
}
