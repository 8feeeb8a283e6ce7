import { z } from 'zod'
import { BilingualText, DayText, endpoint, pageOf, PageQuery } from '#kernel/endpoint.ts'
import {
  EntryRow,
  EntryView,
  FigureView,
  GivenValues,
  InstitutionRow,
  InstitutionView,
  UseRow,
} from './institution-shapes.ts'

export * from './draft-contract.ts'
export * from './institution-shapes.ts'

const OfInstitution = z.object({ institution: z.string().max(60) })
const OfEntry = OfInstitution.extend({ entry: z.string().max(20) })

export const listInstitutions = endpoint({
  name: 'listInstitutions',
  method: 'GET',
  path: '/api/registers',
  summary: { zh: '制度台账目录', en: 'Institutions and their registers' },
  guard: 'registers.use',
  answer: z.object({ rows: z.array(InstitutionRow), mayDraft: z.boolean() }),
})

export const getInstitution = endpoint({
  name: 'getInstitution',
  method: 'GET',
  path: '/api/registers/{institution}',
  summary: { zh: '制度：定义、指标、版本', en: 'An institution: definition, figures, versions' },
  guard: 'registers.use',
  params: OfInstitution,
  answer: InstitutionView,
})

export const listUses = endpoint({
  name: 'listUses',
  method: 'GET',
  path: '/api/registers/uses',
  summary: {
    zh: '制度运行情况（零记录即休眠）',
    en: 'How institutions are used; those without a record are dormant',
  },
  guard: 'registers.watch',
  query: z.object({ from: DayText, until: DayText }),
  answer: z.object({ rows: z.array(UseRow) }),
})

export const listEntries = endpoint({
  name: 'listEntries',
  method: 'GET',
  path: '/api/registers/{institution}/entries',
  summary: { zh: '台账记录', en: 'Entries of a register' },
  guard: 'registers.use',
  params: OfInstitution,
  query: PageQuery.extend({
    state: z.string().max(60).optional(),
    unit: z.string().max(80).optional(),
    search: z.string().max(100).optional(),
    /** Only what is flagged, or waits for the reader. */
    only: z.enum(['flagged', 'mine']).optional(),
    /** The entries behind a figure: its code, and the group it is told by. */
    figure: z.string().max(60).optional(),
    group: z.string().max(200).optional(),
    period: z.string().max(10).optional(),
    hits: z.enum(['true', 'false']).optional(),
  }),
  answer: pageOf(EntryRow),
  recorded: 'listed',
})

export const openEntry = endpoint({
  name: 'openEntry',
  method: 'POST',
  path: '/api/registers/{institution}/entries',
  summary: { zh: '登记', en: 'Open an entry' },
  guard: 'registers.use',
  params: OfInstitution,
  body: z.object({ values: GivenValues }),
  answer: EntryView,
})

export const getEntry = endpoint({
  name: 'getEntry',
  method: 'GET',
  path: '/api/registers/{institution}/entries/{entry}',
  summary: {
    zh: '一条记录：内容、经过、时限、可办的步骤',
    en: 'An entry: content, history, limits, possible steps',
  },
  guard: 'registers.use',
  params: OfEntry,
  answer: EntryView,
  recorded: 'opened',
})

export const takeStep = endpoint({
  name: 'takeStep',
  method: 'POST',
  path: '/api/registers/{institution}/entries/{entry}/steps',
  summary: { zh: '办理一步', en: 'Take a step of an entry' },
  guard: 'registers.use',
  params: OfEntry,
  body: z.object({ step: z.string().max(60), values: GivenValues.default({}) }),
  answer: EntryView,
})

export const correctEntry = endpoint({
  name: 'correctEntry',
  method: 'POST',
  path: '/api/registers/{institution}/entries/{entry}/corrections',
  summary: { zh: '更正（保留原内容）', en: 'Correct an entry; what stood before stays' },
  guard: 'registers.use',
  params: OfEntry,
  body: z.object({ values: GivenValues, reason: z.string().min(2).max(200) }),
  answer: EntryView,
})

export const answerFlag = endpoint({
  name: 'answerFlag',
  method: 'POST',
  path: '/api/registers/{institution}/entries/{entry}/answers',
  summary: { zh: '对提示作出说明', en: 'Answer what is flagged' },
  guard: 'registers.use',
  params: OfEntry,
  body: z.object({ flag: z.string().max(60), text: z.string().min(2).max(1000) }),
  answer: EntryView,
})

export const revealPerson = endpoint({
  name: 'revealPerson',
  method: 'POST',
  path: '/api/registers/{institution}/entries/{entry}/persons/{field}',
  summary: {
    zh: '查看姓名和电话（须说明用途，留痕）',
    en: 'Read a name and phone, with a purpose that is recorded',
  },
  guard: 'registers.use',
  params: OfEntry.extend({ field: z.string().max(60) }),
  body: z.object({ purpose: z.string().min(2).max(200) }),
  answer: z.object({ name: z.string(), phone: z.string() }),
})

export const exportEntries = endpoint({
  name: 'exportEntries',
  method: 'GET',
  path: '/api/registers/{institution}/sheet',
  summary: {
    zh: '导出台账或空白模板（Excel、CSV）',
    en: 'Export a register, or its empty template, as Excel or CSV',
  },
  guard: 'registers.use',
  params: OfInstitution,
  query: z.object({
    as: z.enum(['xlsx', 'csv']).default('xlsx'),
    template: z.enum(['true', 'false']).default('false'),
    language: z.enum(['zh', 'en']).default('zh'),
  }),
  kind: 'stream',
  recorded: 'listed',
})

export const importEntries = endpoint({
  name: 'importEntries',
  method: 'POST',
  path: '/api/registers/{institution}/sheet',
  summary: {
    zh: '导入台账（Excel、CSV），整张成功或不入库',
    en: 'Import entries from Excel or CSV, all rows or none',
  },
  guard: 'registers.use',
  params: OfInstitution,
  query: z.object({ name: z.string().max(200) }),
  answer: z.object({ entries: z.array(z.string()), rows: z.number().int() }),
  kind: 'upload',
})

const Where = z.object({ jurisdiction: z.string().max(40).optional() })

export const PublicRegister = z.object({
  institution: z.string(),
  title: BilingualText,
  purpose: BilingualText,
  basis: z.string(),
  entries: z.number().int(),
})
export type PublicRegister = z.infer<typeof PublicRegister>

export const listPublicRegisters = endpoint({
  name: 'listPublicRegisters',
  method: 'GET',
  path: '/api/public/registers',
  summary: { zh: '向社会公开的台账', en: 'Registers that everybody may read' },
  guard: 'public',
  query: Where,
  answer: z.object({ rows: z.array(PublicRegister) }),
})

export const readPublicRegister = endpoint({
  name: 'readPublicRegister',
  method: 'GET',
  path: '/api/public/registers/{institution}',
  summary: { zh: '公开的台账记录和指标', en: 'The public entries and figures of a register' },
  guard: 'public',
  params: OfInstitution,
  query: Where.extend({ search: z.string().max(100).optional() }),
  answer: PublicRegister.extend({
    fields: z.array(z.object({ field: z.string(), title: BilingualText, kind: z.string() })),
    rows: z.array(
      z.object({
        entry: z.string(),
        state: BilingualText,
        openedOn: z.string(),
        values: z.record(z.string(), BilingualText),
      }),
    ),
    figures: z.array(FigureView.omit({ hits: true, subjects: true })),
  }),
})

export const listOwnEntries = endpoint({
  name: 'listOwnEntries',
  method: 'GET',
  path: '/api/own/registers',
  summary: {
    zh: '申请人可登记的台账和自己的记录',
    en: 'What an applicant may enter, and what he has entered',
  },
  guard: 'registers.own',
  answer: z.object({
    institutions: z.array(
      InstitutionRow.pick({ institution: true, title: true, purpose: true }).extend({
        definition: z.record(z.string(), z.unknown()),
      }),
    ),
    entries: z.array(EntryView),
    /** Whom an entry may concern: the units of the government by name. */
    units: z.array(z.object({ unit: z.string(), name: BilingualText })),
  }),
})

export const openOwnEntry = endpoint({
  name: 'openOwnEntry',
  method: 'POST',
  path: '/api/own/registers/{institution}/entries',
  summary: { zh: '申请人登记', en: 'An applicant opens an entry' },
  guard: 'registers.own',
  params: OfInstitution,
  body: z.object({ values: GivenValues }),
  answer: EntryView,
})

export const takeOwnStep = endpoint({
  name: 'takeOwnStep',
  method: 'POST',
  path: '/api/own/registers/{institution}/entries/{entry}/steps',
  summary: { zh: '申请人办理自己记录的一步', en: 'An applicant takes a step of his own entry' },
  guard: 'registers.own',
  params: OfEntry,
  body: z.object({ step: z.string().max(60), values: GivenValues.default({}) }),
  answer: EntryView,
})
