import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import { type BundleReader, type BundleSource, keptDocuments } from '#modules/evidence/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { INVESTIGATION_KINDS, INVESTIGATION_STAGES } from '../casework-shapes.ts'
import { fingerprintsOf, missingOf } from './documents.ts'
import { refuse } from './refusals.ts'
import { INVESTIGATION, type Investigation, stageOf } from './state.ts'
import { findInvestigation, peopleOn } from './store.ts'
import { recordLook } from './viewing.ts'

const EVENTS: Readonly<Record<string, Bilingual>> = {
  LeadEntered: { zh: '登记线索', en: 'Lead entered' },
  LeadDropped: { zh: '不立案', en: 'Not opened' },
  InvestigationOpened: { zh: '立案', en: 'Opened' },
  TeamChanged: { zh: '换人承办', en: 'People changed' },
  PlanMade: { zh: '方案', en: 'Plan' },
  MilestoneReached: { zh: '节点完成', en: 'Milestone' },
  StateReported: { zh: '每周报告', en: 'Weekly report' },
  DocumentKept: { zh: '原件入卷', en: 'Original kept' },
  EvidenceAdded: { zh: '证据', en: 'Evidence' },
  InterviewRecorded: { zh: '谈话', en: 'Interview' },
  NodeAdded: { zh: '加入责任链', en: 'Added to the chain' },
  TopReached: { zh: '查到头了', en: 'The chain ends' },
  NodeResulted: { zh: '结论', en: 'Result' },
  FactsFound: { zh: '认定事实', en: 'Facts' },
  ConsequenceSet: { zh: '认定后果', en: 'Consequence' },
  NodeHeard: { zh: '陈述申辩', en: 'Statement' },
  UnitNotified: { zh: '告知单位', en: 'Unit told' },
  UnitAnswered: { zh: '单位答复', en: 'Unit answered' },
  KindChanged: { zh: '改案由', en: 'Kind changed' },
  MeasuresProposed: { zh: '处理意见', en: 'Proposed' },
  ProposalReturned: { zh: '退回', en: 'Returned' },
  InvestigationDecided: { zh: '决定', en: 'Decided' },
  Transferred: { zh: '移送', en: 'Transferred' },
  TransferReceived: { zh: '回执', en: 'Receipt' },
  RefundProven: { zh: '退款', en: 'Refund' },
  SourceAnswered: { zh: '答复来源', en: 'Source answered' },
  AppealMade: { zh: '申诉', en: 'Appeal' },
  AppealAssigned: { zh: '指定复核人', en: 'Named for the appeal' },
  AppealDecided: { zh: '复核', en: 'Appeal decided' },
  InvestigationClosed: { zh: '结案', en: 'Closed' },
  LimitPassed: { zh: '期限届满', en: 'Limit passed' },
}

interface Services {
  readonly vault: Pick<Vault, 'readFile'>
}

/** 个案卷宗 with its originals: as far as its reader is on the case; a sealed one does not exist for anybody else. */
export const investigationFile = ({ vault }: Services): BundleSource => ({
  kind: 'investigation',
  title: { zh: '个案卷宗', en: 'File of a case' },
  permission: 'investigations.read',
  events: EVENTS,
  async turnedAway(db, id, { account, now }) {
    const state = (await findInvestigation(db, id))?.state
    if (state?.sealed && !peopleOn(state).includes(account))
      await recordLook(db, id, { sees: false, account, now })
  },
  async open(db, id, reader) {
    const state = (await findInvestigation(db, id))?.state
    if (!state) throw refuse('investigation.not-found', { number: id })
    if (state.sealed) await recordLook(db, id, { sees: true, account: reader.account, now: reader.now })
    const { particulars, findings, files } = state
    const [unit] = await findUnitTitles(db, [state.unit])
    return {
      title: { zh: `个案 ${id} ${state.title}`, en: `Case ${id} ${state.title}` },
      facts: [
        { label: { zh: '案由', en: 'Kind' }, value: INVESTIGATION_KINDS[state.kind].zh },
        { label: { zh: '单位', en: 'Unit' }, value: unit?.name ?? state.unit },
        { label: { zh: '环节', en: 'Step' }, value: INVESTIGATION_STAGES[stageOf(state)].zh },
      ],
      streams: [INVESTIGATION + id],
      linked: [
        ...findings.map((finding) => ({ kind: 'finding', id: finding })),
        ...files.map(({ file }) => ({ kind: 'accountability', id: file })),
        ...('caseNo' in particulars ? [{ kind: 'case', id: particulars.caseNo }] : []),
      ],
      ...(await originalsOf(db, state, { vault, reader })),
    }
  },
})

/** What was recorded by its fingerprint and never kept is named: whoever gets the bundle asks for it on paper. */
async function originalsOf(
  db: Db,
  state: Investigation,
  { vault, reader }: Services & { readonly reader: BundleReader },
) {
  const texts = new Map(fingerprintsOf(state).map(({ sha256, text }) => [sha256, text]))
  const kept = (state.documents ?? []).map(({ file, name, sha256 }) => {
    const text = `${texts.get(sha256) ?? ''}（${name}）`
    return { file, name, sha256, title: { zh: text, en: `Original: ${text}` } }
  })
  const missing = missingOf(state).map(({ text }) => ({
    zh: `${text}：只登记了校验值，原件不在卷内`,
    en: `${text}: recorded by its fingerprint alone, the original is not in the file`,
  }))
  if (kept.length > 0 && !reader.permissions.has('investigations.documents')) {
    const closed = {
      zh: '证据原件：您没有打开的权限',
      en: 'Originals of the evidence: you may not open them',
    }
    return { leftOut: [closed, ...missing] }
  }
  const { documents, leftOut } = await keptDocuments(db, vault, kept, reader)
  return { documents, leftOut: [...leftOut, ...missing] }
}
