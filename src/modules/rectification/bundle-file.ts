import type { Bilingual } from '#kernel/refusal.ts'
import { type BundleSource, keptDocuments } from '#modules/evidence/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { type Measure, MEASURE } from './measure.ts'
import { PROBLEM } from './problem.ts'
import { refuse } from './refusals.ts'
import { findMeasuresOf, findProblem } from './store.ts'

const EVENTS: Readonly<Record<string, Bilingual>> = {
  ProblemRegistered: { zh: '登记问题', en: 'Registered' },
  ProblemTriaged: { zh: '分类定期限', en: 'Triaged' },
  MeasurePlanned: { zh: '制定措施', en: 'Measure planned' },
  CommitmentPublished: { zh: '公开承诺', en: 'Promised in public' },
  ProofAdded: { zh: '提交凭据', en: 'Proof added' },
  MeasureHandedIn: { zh: '报送完成', en: 'Handed in' },
  MeasureVerified: { zh: '核实', en: 'Verified' },
  MeasureReturned: { zh: '退回', en: 'Returned' },
  ProblemClosed: { zh: '销号', en: 'Closed out' },
  LookedBack: { zh: '回头看', en: 'Looked back' },
  ProblemRelapsed: { zh: '反弹', en: 'Relapsed' },
  ProblemReleased: { zh: '公开', en: 'Released' },
  ProblemWithdrawn: { zh: '撤销', en: 'Withdrawn' },
}

/** 整改问题 with its measures and what proves them. A unit never gets the stream of one that somebody raised: a reference could be met again. */
export const problemFile = ({ vault }: { readonly vault: Pick<Vault, 'readFile'> }): BundleSource => ({
  kind: 'problem',
  title: { zh: '整改问题', en: 'Problem' },
  permission: 'rectification.read',
  events: EVENTS,
  async open(db, id, reader) {
    const state = (await findProblem(db, id))?.state
    if (!state) throw refuse('problem.not-found', { problem: id })
    const measures = await findMeasuresOf(db, [id])
    const proofs = await keptDocuments(db, vault, measures.flatMap(proofsOf), reader)
    const held = db.scope.reach === 'unit' && (state.sealed || state.raisers.length > 0)
    return {
      title: { zh: `整改问题 ${id}`, en: `Problem ${id}` },
      facts: [
        { label: { zh: '单位', en: 'Unit' }, value: state.unit },
        { label: { zh: '问题', en: 'Problem' }, value: state.fact },
      ],
      streams: [...(held ? [] : [PROBLEM + id]), ...measures.map(({ measure }) => MEASURE + measure)],
      linked: state.finding === null ? [] : [{ kind: 'finding', id: state.finding }],
      documents: proofs.documents,
      leftOut: [
        ...proofs.leftOut,
        ...(held
          ? [{ zh: '来源的记录不对外提供', en: 'The record of where it came from is not given out' }]
          : []),
      ],
    }
  },
})

const proofsOf = ({ measure, proofs }: Measure) =>
  proofs.map(({ file, name, sha256, text }) => ({
    ...{ file, name, sha256 },
    title: {
      zh: `措施 ${measure} 的凭据：${text || name}`,
      en: `Proof of measure ${measure}: ${text || name}`,
    },
  }))
