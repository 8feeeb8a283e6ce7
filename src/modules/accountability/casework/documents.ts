import { refuse } from './refusals.ts'
import type { Investigation } from './state.ts'

/** What a case recorded by its fingerprint: evidence, what was said in an interview, proof of a refund, minutes. */
export interface Fingerprint {
  readonly sha256: string
  readonly text: string
}

export const fingerprintsOf = ({
  evidence,
  interviews,
  refunds,
  minutes,
}: Pick<Investigation, 'evidence' | 'interviews' | 'refunds' | 'minutes'>): readonly Fingerprint[] => [
  ...evidence.map(({ evidence: id, text, sha256 }) => ({ sha256, text: `证据 ${id} ${text}` })),
  ...interviews.map(({ interview, sha256 }) => ({ sha256, text: `谈话记录 ${interview}` })),
  ...refunds.map(({ reference, sha256 }) => ({ sha256, text: `退款凭证 ${reference}` })),
  ...(minutes ? [{ sha256: minutes.sha256, text: `会议记录 ${minutes.claimedOn}` }] : []),
]

/** 存入原件: only what was recorded when it was found, and that once: nothing is exchanged for something that suits better. */
export function refuseStranger(state: Investigation, sha256: string): void {
  if (!fingerprintsOf(state).some((one) => one.sha256 === sha256))
    throw refuse('investigation.document-differs')
  if (documentOf(state, sha256)) throw refuse('investigation.document-kept')
}

export const documentOf = ({ documents = [] }: Pick<Investigation, 'documents'>, sha256: string) =>
  documents.find((one) => one.sha256 === sha256)

/** Recorded by their fingerprint alone: the original is not in the file. */
export const missingOf = (state: Investigation): readonly Fingerprint[] =>
  fingerprintsOf(state).filter(({ sha256 }) => !documentOf(state, sha256))
