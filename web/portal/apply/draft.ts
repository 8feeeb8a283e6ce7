import type { KeptFile } from '#modules/vault/contract.ts'
import type { UrgencyGround } from '#modules/cases/terms.ts'
import type { FormAnswers } from '#modules/catalogue/contract.ts'
import type { DocumentKind } from '#modules/vault/contract.ts'

/** What an applicant has filled in so far: kept on the server under his own key after every step. */
export interface Application {
  readonly step: number
  readonly kind: 'natural' | 'legal'
  readonly name: string
  readonly documentKind: DocumentKind
  readonly documentNumber: string
  readonly phone: string
  readonly address: string
  /** 申请表: what the item itself asks. */
  readonly form: FormAnswers
  /** 延续: the licence to be renewed; empty where nothing is. */
  readonly renews: string
  /** 告知承诺: read in full and signed. */
  readonly pledged: boolean
  /** 加急: empty where nobody asks for it. */
  readonly urgentGround: UrgencyGround | ''
  readonly urgentReason: string
  readonly files: Readonly<Record<string, readonly KeptFile[]>>
}

export const emptyApplication: Application = {
  step: 0,
  kind: 'natural',
  name: '',
  documentKind: 'residentId',
  documentNumber: '',
  phone: '',
  address: '',
  form: {},
  renews: '',
  pledged: false,
  urgentGround: '',
  urgentReason: '',
  files: {},
}

/** A draft as it comes back: fields it does not have (an older version of this page wrote it) are the empty ones. */
export function readDraft(content: Readonly<Record<string, unknown>>): Application {
  const known = Object.entries(content).filter(
    ([name, value]) =>
      name in emptyApplication && typeof value === typeof emptyApplication[name as keyof Application],
  )
  return { ...emptyApplication, ...(Object.fromEntries(known) as Partial<Application>) }
}

export const writeDraft = (application: Application): Record<string, unknown> => ({ ...application })
