import { isRefusal } from '#kernel/refusal.ts'
import type { Breach } from '../branch-shape.ts'

const REFUSED: Readonly<Record<string, Breach>> = {
  'joint.unlisted-wait': 'unlistedWait',
  'joint.absent-objects': 'absentObjection',
  'joint.applicant-carries': 'carriedPapers',
  'joint.same-person': 'samePerson',
  'joint.third-signature': 'thirdSignature',
}

/** What a refusal says of whoever tried the act: undefined where it was a mistake like any other. */
export const breachOf = (error: unknown): Breach | undefined =>
  isRefusal(error) ? REFUSED[error.code] : undefined
