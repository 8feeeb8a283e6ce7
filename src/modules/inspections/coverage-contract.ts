import { z } from 'zod'
import { BilingualText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { STRATUM_CODES } from './terms.ts'

export const SectionRow = z.object({
  unit: z.string(),
  name: BilingualText,
  section: z.string(),
  title: BilingualText,
  posts: z.array(z.string()),
  stratum: z.enum(STRATUM_CODES),
  enterpriseFacing: z.boolean(),
  confirmed: z.number().int(),
  struck: z.string().nullable(),
})
export type SectionRow = z.infer<typeof SectionRow>

export const listSections = endpoint({
  name: 'listSections',
  method: 'GET',
  path: '/api/inspections/sections',
  summary: { zh: '重点涉企处室抽样框', en: 'Sampling frame: enterprise-facing sections' },
  guard: 'inspections.plan',
  answer: z.object({
    rows: z.array(SectionRow),
    /** Rows that nobody confirmed this year. */
    stale: z.array(z.object({ unit: z.string(), section: z.string() })),
    /** Units with items for enterprises of which no section is in the frame. */
    missing: z.array(z.object({ unit: z.string(), name: BilingualText })),
  }),
})

const SectionParams = z.object({
  unit: z.string().min(1).max(80),
  section: z.string().regex(/^[a-zA-Z0-9-]{1,60}$/),
})

export const listSection = endpoint({
  name: 'listSection',
  method: 'PUT',
  path: '/api/inspections/sections/{unit}/{section}',
  summary: { zh: '处室列入抽样框', en: 'List a section in the sampling frame' },
  guard: 'inspections.arrange',
  params: SectionParams,
  body: z.object({
    title: BilingualText,
    posts: z.array(z.string().min(1).max(80)).max(60),
    stratum: z.enum(STRATUM_CODES).default('ordinary'),
    enterpriseFacing: z.boolean().default(true),
  }),
})

export const confirmSections = endpoint({
  name: 'confirmSections',
  method: 'POST',
  path: '/api/inspections/sections/confirmation',
  summary: { zh: '年度核对抽样框', en: 'Confirm rows of the frame for this year' },
  guard: 'inspections.arrange',
  body: z.object({
    rows: z.array(SectionParams).min(1).max(1000),
    struck: z
      .array(SectionParams.extend({ reason: z.string().trim().min(5).max(300) }))
      .max(200)
      .default([]),
  }),
})

const Share = z.object({
  checked: z.number(),
  of: z.number(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
const Estimate = z.object({ low: z.number().nullable(), high: z.number().nullable() })

export const Coverage = z.object({
  year: z.number().int(),
  units: Share,
  sections: Share,
  posts: Share,
  /** Hours with an inspector there, of the working hours of all units up to today. */
  hours: Share,
  found: z.number().int(),
  /** Null: too few random places to say anything of the rest. */
  undetected: z
    .object({
      sample: z.number().int(),
      prevalence: Estimate.extend({ share: z.number() }),
      expected: Estimate.extend({ count: z.number() }),
      undetected: Estimate.extend({ share: z.number() }),
    })
    .nullable(),
  sample: z.number().int(),
  smallest: z.number().int(),
  method: BilingualText,
  visits: z.array(z.string()),
  unvisited: z.array(z.object({ unit: z.string(), name: BilingualText })),
  told: z.object({ at: InstantText, by: z.string(), text: z.string() }).nullable(),
})
export type Coverage = z.infer<typeof Coverage>

const YearParams = z.object({ year: z.coerce.number().int().min(2000).max(2100) })

export const getCoverage = endpoint({
  name: 'getCoverage',
  method: 'GET',
  path: '/api/inspections/years/{year}',
  summary: { zh: '检查覆盖面和没有查到的', en: 'Coverage of a year, and what was not found' },
  guard: 'inspections.figures',
  params: YearParams,
  answer: Coverage,
})

export const tellYear = endpoint({
  name: 'tellYear',
  method: 'POST',
  path: '/api/inspections/years/{year}/report',
  summary: {
    zh: '上报年度检查情况（含覆盖面和推算）',
    en: 'Report on a year, with coverage and the estimated rest',
  },
  guard: 'inspections.figures',
  params: YearParams,
  body: z.object({ text: z.string().trim().min(5).max(8000) }),
  answer: Coverage,
})
