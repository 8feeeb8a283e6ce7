import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { RANKS, STATUSES } from './terms.ts'

const Row = z.object({
  account: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  status: z.enum(STATUSES),
  rank: z.enum(RANKS),
})

export const listStandings = endpoint({
  name: 'listStandings',
  method: 'GET',
  path: '/api/accountability/people',
  summary: { zh: '人员身份和职务层次', en: 'Status and rank of people' },
  guard: 'accountability.decide',
  recorded: 'listed',
  answer: z.object({ rows: z.array(Row) }),
})

export const setStanding = endpoint({
  name: 'setStanding',
  method: 'PUT',
  path: '/api/accountability/people/{account}',
  summary: { zh: '组织人事部门登记身份和职务层次', en: 'The personnel body enters status and rank' },
  guard: 'accountability.personnel',
  params: z.object({ account: z.string().max(80) }),
  body: z.object({ status: z.enum(STATUSES), rank: z.enum(RANKS) }),
  answer: Row,
})
