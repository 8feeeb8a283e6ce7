import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { InvestigationView, Numbered } from './investigation-contract.ts'

/** The bytes decide where it belongs: to whatever the case recorded with this fingerprint. */
export const keepInvestigationDocument = endpoint({
  name: 'keepInvestigationDocument',
  method: 'POST',
  path: '/api/investigations/{number}/documents',
  summary: {
    zh: '存入证据原件，须与登记的校验值相符',
    en: 'Keep an original whose fingerprint the case has on record',
  },
  guard: 'investigations.act',
  kind: 'upload',
  params: Numbered,
  query: z.object({ name: z.string().trim().min(1).max(200) }),
  answer: InvestigationView,
})

export const readInvestigationDocument = endpoint({
  name: 'readInvestigationDocument',
  method: 'GET',
  path: '/api/investigations/{number}/documents/{sha256}',
  summary: {
    zh: '打开个案的证据原件，先核对校验值',
    en: 'Open an original of a case, checked against its fingerprint first',
  },
  guard: 'investigations.documents',
  kind: 'stream',
  recorded: 'opened',
  params: Numbered.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  query: z.object({ purpose: z.string().min(2).max(200) }),
})
