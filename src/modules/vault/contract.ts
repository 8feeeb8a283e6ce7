import { z } from 'zod'
import { endpoint, InstantText, pageOf, PageQuery } from '#kernel/endpoint.ts'

/** 证件类型: the kinds an applicant shows; `creditCode` is the one of organisations. */
export const DocumentKind = z.enum([
  'residentId',
  'creditCode',
  'passport',
  'hongKongMacaoPermit',
  'taiwanPermit',
  'permanentResidence',
  'other',
])
export type DocumentKind = z.infer<typeof DocumentKind>

const shapes = {
  name: z.string().max(100),
  documentKind: DocumentKind,
  documentNumber: z.string().max(40),
  phone: z.string().max(30),
  email: z.string().max(120),
  address: z.string().max(200),
  legalRepresentative: z.string().max(100),
  contactName: z.string().max(100),
  contactPhone: z.string().max(30),
}

/** What may be known of a person: a human being (`natural`) or an organisation (`legal`). */
export const PersonFields = z
  .object({ kind: z.enum(['natural', 'legal']) })
  .extend(z.object(shapes).partial().shape)
export type PersonFields = z.infer<typeof PersonFields>

/** What an application needs at least (GB/T 39046-2020, 申请者). */
export const ApplicantFields = PersonFields.required({
  name: true,
  documentKind: true,
  documentNumber: true,
  phone: true,
})
export type ApplicantFields = z.infer<typeof ApplicantFields>

/** Another phone, a corrected name: null takes a field away. */
export const PersonChange = z
  .object(
    Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, shape.nullable()])) as {
      [Name in keyof typeof shapes]: z.ZodNullable<(typeof shapes)[Name]>
    },
  )
  .partial()
export type PersonChange = z.infer<typeof PersonChange>

export type PersonField = keyof typeof shapes
export const PersonField = z.enum(Object.keys(shapes) as [PersonField, ...PersonField[]])

/** A person as everybody may see it who sees the case: enough to recognise, not enough to use. */
export const MaskedPerson = z.object({
  person: z.string(),
  kind: z.enum(['natural', 'legal']),
  name: z.string(),
  documentKind: DocumentKind.nullable(),
  documentNumber: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  /** The data were erased; `name` says so and the rest is null. */
  forgotten: z.boolean(),
})
export type MaskedPerson = z.infer<typeof MaskedPerson>

/** A file that was handed in, without its content. */
export const KeptFile = z.object({
  file: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  keptAt: InstantText,
})
export type KeptFile = z.infer<typeof KeptFile>

/** One time somebody did something with a person's data. */
export const PersonUse = z.object({
  version: z.number().int(),
  type: z.string(),
  at: InstantText,
  actor: z.string(),
  fields: z.array(z.string()),
  purpose: z.string().nullable(),
})
export type PersonUse = z.infer<typeof PersonUse>

const PersonParams = z.object({ person: z.string().max(60) })

export const listPersonUses = endpoint({
  name: 'listPersonUses',
  method: 'GET',
  path: '/api/persons/{person}/uses',
  summary: {
    zh: '谁在何时为何查看了某人的信息（审计管理员）',
    en: "Who saw a person's data, when and what for (audit administrator)",
  },
  guard: 'audit.read',
  params: PersonParams,
  query: PageQuery,
  answer: pageOf(PersonUse),
})

export const forgetPerson = endpoint({
  name: 'forgetPerson',
  method: 'POST',
  path: '/api/persons/{person}/forget',
  summary: {
    zh: '删除个人信息：销毁其密钥（安全管理员）',
    en: "Erase a person's data by destroying the key (security administrator)",
  },
  guard: 'persons.forget',
  params: PersonParams,
  body: z.object({ reason: z.string().min(5).max(200) }),
})
