import { z } from 'zod'
import { BilingualText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { DefinitionView, FlagView } from './institution-shapes.ts'

const OfInstitution = z.object({ institution: z.string().max(60) })

export const FaultView = BilingualText.extend({ at: z.string() })

export const DraftView = z.object({
  institution: z.string(),
  definition: DefinitionView,
  draftedBy: BilingualText,
  savedAt: InstantText,
  version: z.number().int(),
  faults: z.array(FaultView),
  /** Somebody else drafted it and it has no fault. */
  mayPublish: z.boolean(),
})
export type DraftView = z.infer<typeof DraftView>

export const getRegisterDraft = endpoint({
  name: 'getRegisterDraft',
  method: 'GET',
  path: '/api/registers/{institution}/draft',
  summary: { zh: '制度草稿和校验结果', en: 'The draft of an institution, and what the checks find' },
  guard: 'registers.draft',
  params: OfInstitution,
  answer: DraftView,
})

export const saveRegisterDraft = endpoint({
  name: 'saveRegisterDraft',
  method: 'PUT',
  path: '/api/registers/{institution}/draft',
  summary: { zh: '保存制度草稿', en: 'Save the draft of an institution' },
  guard: 'registers.draft',
  params: OfInstitution,
  body: z.object({
    definition: DefinitionView,
    /** The version of the draft that was seen; none for the first. */
    seen: z.number().int().optional(),
  }),
  answer: DraftView,
})

export const dropRegisterDraft = endpoint({
  name: 'dropRegisterDraft',
  method: 'DELETE',
  path: '/api/registers/{institution}/draft',
  summary: { zh: '放弃制度草稿', en: 'Drop the draft of an institution' },
  guard: 'registers.draft',
  params: OfInstitution,
})

export const tryRegisterDraft = endpoint({
  name: 'tryRegisterDraft',
  method: 'POST',
  path: '/api/registers/{institution}/draft/trial',
  summary: { zh: '用已有记录试运行草稿', en: 'Try a draft on the entries of the past' },
  guard: 'registers.draft',
  params: OfInstitution,
  answer: z.object({
    entries: z.number().int(),
    rows: z.array(z.object({ entry: z.string(), before: z.array(FlagView), after: z.array(FlagView) })),
  }),
})

export const publishRegisterDraft = endpoint({
  name: 'publishRegisterDraft',
  method: 'POST',
  path: '/api/registers/{institution}/draft/publication',
  summary: { zh: '公布制度新版本（起草人不能公布）', en: 'Publish a new version; not by whoever drafted it' },
  guard: 'registers.publish',
  params: OfInstitution,
  answer: z.object({ version: z.number().int() }),
})
