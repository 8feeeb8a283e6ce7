import { checkCreditCode, checkResidentId } from '#kernel/codes/index.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Material } from '#modules/catalogue/contract.ts'
import type { ApplicantFields, DocumentKind } from '#modules/vault/contract.ts'
import type { z } from 'zod'

type Kind = z.infer<typeof DocumentKind>

/** What the clerk has typed of the applicant. */
export interface TypedApplicant {
  /** Chosen by hand; null: by the number itself. */
  readonly documentKind: Kind | null
  readonly documentNumber: string
  readonly name: string
  readonly phone: string
  readonly contactName: string
}

export const NOBODY: TypedApplicant = {
  documentKind: null,
  documentNumber: '',
  name: '',
  phone: '',
  contactName: '',
}

/** A number tells which document it is of: eighteen digits with a birthday are a person's, else an organisation's. */
export function documentKindOf({ documentKind, documentNumber }: TypedApplicant): Kind {
  if (documentKind) return documentKind
  const number = narrow(documentNumber)
  const birthday = /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/
  return number.length === 18 && !birthday.test(number) ? 'creditCode' : 'residentId'
}

export const isLegal = (typed: TypedApplicant): boolean => documentKindOf(typed) === 'creditCode'

export type Faults = Partial<Record<'documentNumber' | 'name' | 'phone', Bilingual>>

/** What would be refused, said before it is sent. */
export function faultsOf(typed: TypedApplicant): Faults {
  const number = narrow(typed.documentNumber)
  const kind = documentKindOf(typed)
  const sound =
    kind === 'residentId'
      ? checkResidentId(number).valid
      : kind === 'creditCode'
        ? checkCreditCode(number).valid
        : number.length >= 5
  return {
    // Not what the check digit should be: whoever has the card in his hand needs only look.
    ...(sound
      ? {}
      : { documentNumber: { zh: '号码有误，请对照证件', en: 'wrong: compare it with the document' } }),
    ...(typed.name.trim() ? {} : { name: { zh: '请填写', en: 'please fill in' } }),
    ...(/^[\d+][\d-]{4,}$/.test(narrow(typed.phone))
      ? {}
      : { phone: { zh: '应为手机号码或带区号的电话', en: 'a mobile number, or a landline with its code' } }),
  }
}

export const applicantOf = (typed: TypedApplicant): ApplicantFields => ({
  kind: isLegal(typed) ? 'legal' : 'natural',
  documentKind: documentKindOf(typed),
  documentNumber: narrow(typed.documentNumber),
  name: typed.name.trim(),
  phone: narrow(typed.phone),
  ...(isLegal(typed) && typed.contactName.trim() ? { contactName: typed.contactName.trim() } : {}),
})

/** 代理人: another human being, with the document that lets him apply. */
export interface TypedAgent extends TypedApplicant {
  readonly mandate: string
  /** Empty: until it is taken back. */
  readonly mandateUntil: string
}

export const NO_AGENT: TypedAgent = { ...NOBODY, mandate: '', mandateUntil: '' }

export type AgentFaults = Faults & Partial<Record<'mandate' | 'mandateUntil', Bilingual>>

export function agentFaultsOf(agent: TypedAgent, applicant: TypedApplicant, today: string): AgentFaults {
  const { mandate, mandateUntil } = agent
  const number = narrow(agent.documentNumber)
  return {
    ...faultsOf(agent),
    ...(number !== '' && number === narrow(applicant.documentNumber)
      ? {
          documentNumber: { zh: '和申请人是同一人，不必填代理人', en: 'the applicant himself: leave it out' },
        }
      : {}),
    ...(mandate.trim() ? {} : { mandate: { zh: '请填写委托书名称或编号', en: 'name the mandate' } }),
    ...(mandateUntil !== '' && mandateUntil < today
      ? { mandateUntil: { zh: '委托书已过期，请申请人重新出具', en: 'it has ended; a new one is needed' } }
      : {}),
  }
}

export const agentOf = (typed: TypedAgent) => ({
  ...applicantOf(typed),
  mandate: typed.mandate.trim(),
  mandateUntil: typed.mandateUntil || null,
})

/** Full-width signs come from Chinese keyboards. */
const narrow = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()

type Asked = Pick<Material, 'code' | 'necessity' | 'askedFromApplicant'>

/** The closed list as far as the applicant is asked; what the office fetches itself does not stand on it. */
export const askedOf = <M extends Asked>(materials: readonly M[]): M[] =>
  materials.filter(({ askedFromApplicant }) => askedFromApplicant)

export interface Ticked {
  readonly handedIn: readonly string[]
  /** Conditional materials whose case is this one. */
  readonly needed: readonly string[]
}

export const NOTHING_TICKED: Ticked = { handedIn: [], needed: [] }

/** What keeps the file from being accepted: necessary, or necessary in this case, and not there. */
export const missingOf = <M extends Asked>(materials: readonly M[], { handedIn, needed }: Ticked): M[] =>
  materials.filter(
    ({ code, necessity }) =>
      !handedIn.includes(code) &&
      (necessity === 'necessary' || (necessity === 'conditional' && needed.includes(code))),
  )

export const toggled = (codes: readonly string[], code: string): string[] =>
  codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code]
