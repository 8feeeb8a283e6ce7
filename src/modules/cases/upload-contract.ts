import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { FileParams } from './file-contract.ts'

const File = z.string().max(80)

/** What was handed in with an application stays: it is part of the case. */
export const removeOwnUpload = endpoint({
  name: 'removeOwnUpload',
  method: 'DELETE',
  path: '/api/own/uploads/{file}',
  summary: { zh: '删去还没有提交的文件', en: 'Remove a file that was not handed in yet' },
  guard: 'own.apply',
  params: z.object({ file: File }),
  query: z.object({ item: z.string().max(80) }),
})

export const removeTrackedUpload = endpoint({
  name: 'removeTrackedUpload',
  method: 'DELETE',
  path: '/api/track/{caseNo}/uploads/{file}',
  summary: {
    zh: '凭编号和查询码删去还没有送交的补正文件',
    en: 'Remove a file that was not handed in yet, by number and code',
  },
  guard: 'public',
  params: FileParams.extend({ file: File }),
  query: z.object({ code: z.string().min(4).max(20), jurisdiction: z.string().max(40).optional() }),
})
