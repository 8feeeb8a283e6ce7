import type { Db } from '#kernel/sql.ts'
import { openFinding } from '#modules/findings/index.ts'
import type { InvestigationAct } from '../casework-contract.ts'
import type { InvestigationKind } from '../casework-shapes.ts'
import { proposeFile } from '../files/proposing.ts'
import type { InvestigationEvent } from './events.ts'
import { dayAt } from './numbers.ts'
import { refuse } from './refusals.ts'
import { INVESTIGATION, type Investigation } from './state.ts'

/** What a case of each kind is called among the conducts. */
const CONDUCTS: Readonly<Record<InvestigationKind, string>> = {
  ...{ supervision: 'other', adminFault: 'beyondProcedure', graveFailure: 'inaction' },
  ...{ weakExecution: 'orderNotCarriedOut', decisionError: 'beyondProcedure', managementFailure: 'inaction' },
  ...{ delayedWork: 'delay', illegalCharges: 'beyondRate', demandingBenefits: 'solicitation' },
  ...{ acceptingOfficer: 'onceTold', overdue: 'overLimit', obstruction: 'shirking' },
  ...{
    abuseOfPower: 'beyondPower',
    illegalGain: 'selfServingRule',
    neglect: 'inaction',
    attitude: 'rudeness',
  },
}

const SEVERITY = { slight: 'light', ordinary: 'ordinary', grave: 'grave' } as const

type Filing = Extract<InvestigationAct, { act: 'file' }>

/** 立卷: what was decided becomes a file of the ladder, resting on a finding of this case. */
export async function fileMeasure(
  db: Db,
  state: Investigation,
  { node: id, status, rank, basis, unitAside }: Filing,
  by: { readonly actor: string; readonly now: number },
): Promise<InvestigationEvent[]> {
  const measure = state.decision?.measures.find(({ node }) => node === id)
  const node = state.nodes.find((one) => one.node === id)
  if (!measure || !node || state.files.some((one) => one.node === id))
    throw refuse('investigation.unknown-node', { node: id })
  if (state.appeals.some((one) => one.node === id && one.decided?.upheld === false))
    throw refuse('investigation.measure-lifted', { name: node.name })
  const { unit, account } = node
  if (node.kind === 'person' && account === null)
    throw refuse('investigation.no-such-person', { account: node.name })
  const stream = INVESTIGATION + state.number
  // Findings and files are read by more people than a sealed case: what it rests on stays in the case.
  const evidence = state.sealed
    ? [{ text: '见该个案卷宗', reference: stream }]
    : state.evidence.map(({ text, reference, sha256 }) => ({ text, reference, sha256 }))
  const facts = state.facts?.text ?? state.title
  const { finding } = await openFinding(
    db,
    {
      ...{ source: 'inquiry', sourceId: stream, unit, account, matter: state.number },
      ...{ conduct: CONDUCTS[state.kind], severity: SEVERITY[state.consequence?.level ?? 'slight'] },
      ...{
        fact: state.sealed ? `个案 ${state.number} 查明的事实` : facts,
        happenedOn: dayAt(state.entered.at),
        evidence,
      },
      sealed: state.sealed,
    },
    by,
  )
  const subject =
    account === null
      ? ({ kind: 'unit', unit } as const)
      : ({ kind: 'person', unit, account, status, rank } as const)
  const { file } = await proposeFile(
    db,
    {
      ...{
        subject,
        instrument: measure.grade,
        deviation: measure.deviation || `按个案 ${state.number} 的决定`,
      },
      ...{ findings: [finding], facts, basis, evidence, unitAside },
      ...{ casework: stream, sealed: state.sealed },
    },
    by,
  )
  return [{ type: 'MeasureFiled', node: id, file }]
}
