import type { FormField, ItemContent, Material } from '#modules/catalogue/contract.ts'
import { checkCreditCode, checkResidentId } from '#kernel/codes/index.ts'
import type { Application } from './draft.ts'

/** One question a screen, in the order in which they are asked; a material has a screen of its own. */
export type Question =
  | { readonly ask: 'who' | 'name' | 'document' | 'contact' | 'review' }
  | {
      readonly ask: 'form'
      readonly fields: readonly FormField[]
      readonly part: number
      readonly parts: number
    }
  | { readonly ask: 'material'; readonly material: Material }

/** So many fields of the item's form go on one screen of a phone. */
const FIELDS_A_SCREEN = 4

export const questionsOf = ({ materials, form }: ItemContent): Question[] => [
  { ask: 'who' },
  { ask: 'name' },
  { ask: 'document' },
  { ask: 'contact' },
  ...formScreens(form),
  ...materials
    .filter(({ askedFromApplicant }) => askedFromApplicant)
    .map((material) => ({ ask: 'material' as const, material })),
  { ask: 'review' },
]

function formScreens(form: readonly FormField[]): Question[] {
  const parts = Math.ceil(form.length / FIELDS_A_SCREEN)
  return Array.from({ length: parts }, (_, part) => ({
    ask: 'form' as const,
    fields: form.slice(part * FIELDS_A_SCREEN, (part + 1) * FIELDS_A_SCREEN),
    part: part + 1,
    parts,
  }))
}

/** What keeps the applicant on a question; undefined when he may go on. The server checks all of it again. */
export type Fault =
  '要填' | '身份证号码不对，请对照证件逐位核对。' | '统一社会信用代码不对，请对照执照逐位核对。'

export function faultOf({ ask }: Pick<Question, 'ask'>, given: Application): Fault | undefined {
  if (ask === 'name') return given.name.trim() ? undefined : '要填'
  if (ask === 'contact') return given.phone.trim() ? undefined : '要填'
  if (ask === 'document') return documentFault(given)
  return undefined
}

function documentFault({ kind, documentKind, documentNumber }: Application): Fault | undefined {
  const number = documentNumber.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  if (!number) return '要填'
  if (kind === 'legal')
    return checkCreditCode(number).valid ? undefined : '统一社会信用代码不对，请对照执照逐位核对。'
  if (documentKind === 'residentId' && !checkResidentId(number).valid)
    return '身份证号码不对，请对照证件逐位核对。'
  return undefined
}

/** Necessary materials for which no file was sent. */
export const withoutFiles = (
  { materials, pledge }: ItemContent,
  { files, pledged }: Application,
): Material[] =>
  materials.filter(
    ({ code, askedFromApplicant, necessity }) =>
      askedFromApplicant &&
      necessity === 'necessary' &&
      (files[code] ?? []).length === 0 &&
      !(pledged && pledge?.waives.includes(code)),
  )
