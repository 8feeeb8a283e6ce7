import { z } from 'zod'
import { endpoint, PurposeQuery } from '#kernel/endpoint.ts'

export const exportEvidence = endpoint({
  name: 'exportEvidence',
  method: 'GET',
  path: '/api/evidence/{kind}/{id}',
  summary: {
    zh: '导出证据包（可离线校验）',
    en: 'Export a file as an evidence bundle, which can be verified offline',
  },
  guard: 'evidence.export',
  kind: 'stream',
  recorded: 'exported',
  params: z.object({ kind: z.string().max(40), id: z.string().max(400) }),
  query: PurposeQuery,
})
