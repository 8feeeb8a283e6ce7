import { z } from 'zod'
import type { PaperDays } from './days.ts'

const text = z.string().catch('')
const instant = z.number().nullable().catch(null)
const named = z.looseObject({
  name: text,
  guidance: text,
  wrong: text,
  standard: text,
  sample: text,
  code: text,
  form: text,
  copies: z.number().catch(1),
})

const appealBody = z.looseObject({ name: text, address: text, phone: text, within: text })

/** What modules above put into a paper, as far as it is printed; a field that is missing leaves its sentence out. */
export const LetterData = z.looseObject({
  caseNo: text,
  itemName: z
    .union([z.looseObject({ zh: text, en: text }), z.string().transform((zh) => ({ zh, en: zh }))])
    .catch({ zh: '', en: '' }),
  receivedAt: instant,
  countsFrom: instant,
  toldAt: instant,
  deemed: z.boolean().catch(false),
  materials: z.array(named).catch([]),
  missing: z.array(named).catch([]),
  statutoryLimit: text,
  committedLimit: text,
  reason: text,
  reasons: text,
  basis: text,
  nextStep: text,
  result: text,
  document: text,
  needs: text,
  /** 不予的根据: the published conditions that are not met, the clause as it is read, and the lawful way that stays open. */
  unmetTexts: z.array(z.string()).catch([]),
  clause: text,
  alternative: text,
  gradeName: text,
  by: text,
  groundText: z.looseObject({ zh: text, en: text }).catch({ zh: '', en: '' }),
  way: z.enum(['inPerson', 'post', 'electronic']).nullable().catch(null),
  proof: text,
  phone: text,
  itemType: text,
  clockRule: text,
  itemBasis: text,
  contact: z.looseObject({ phone: text, address: text }).catch({ phone: '', address: '' }),
  appeal: z.looseObject({ review: appealBody, court: appealBody }).optional().catch(undefined),
  hearing: z.looseObject({ minutes: text, heard: text }).catch({ minutes: '', heard: '' }),
  postedOn: text,
  licence: text,
  licenceName: z.looseObject({ zh: text, en: text }).catch({ zh: '', en: '' }),
  how: z.enum(['revoked', 'cancelled', 'withdrawn']).nullable().catch(null),
  /** The last day on which the applicant may not apply again. */
  barredUntil: text,
  /** Of papers whose words come whole from the module that issues them (`asGiven`). */
  heading: text,
  addressee: text,
  lead: z.array(z.string()).catch([]),
  lines: z.array(z.string()).catch([]),
  closing: z.array(z.string()).catch([]),
  clock: z.custom<PaperDays>((value) => typeof value === 'object' && value !== null).optional(),
})
export type LetterData = z.infer<typeof LetterData>
