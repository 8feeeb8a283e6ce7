import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { DELEGATION_FLAGS } from './terms.ts'

const Desk = z.object({ unit: z.string().max(80), post: z.string().max(80) })
const Posts = z.array(Desk).max(20)

export const DelegatedDesk = Desk.extend({
  unitName: BilingualText,
  postTitle: BilingualText,
  holder: z.string().nullable(),
  /** Has the powers now; the backup while the holder is away. */
  acting: z.string().nullable(),
})
const Desks = z.array(DelegatedDesk)

export const DelegationView = z.object({
  item: z.string(),
  itemName: BilingualText,
  unit: z.string(),
  unitName: BilingualText,
  /** Declared as full: the window may do everything. */
  full: z.boolean(),
  windowHead: DelegatedDesk,
  accept: Desks,
  review: Desks,
  decide: Desks,
  seal: Desks,
  document: z.string(),
  from: DayText,
  recordedAt: InstantText,
  withdrawn: z
    .object({
      at: InstantText,
      effectiveOn: DayText,
      reason: z.string(),
      /** The paper by which the hall was told beforehand. */
      notice: z.string(),
    })
    .nullable(),
  inForce: z.boolean(),
  flags: z.array(z.enum(DELEGATION_FLAGS)),
  /** Whether the reader heads the department and may change it. */
  mayChange: z.boolean(),
})
export type DelegationView = z.infer<typeof DelegationView>

const ItemParams = z.object({ item: z.string().max(80) })

export const listDelegations = endpoint({
  name: 'listDelegations',
  method: 'GET',
  path: '/api/delegations',
  summary: { zh: '授权到窗口的记录', en: 'What departments have delegated to the window' },
  guard: 'hall.read',
  answer: z.object({
    noticeDays: z.number().int(),
    rows: z.array(DelegationView),
  }),
})

export const putDelegation = endpoint({
  name: 'putDelegation',
  method: 'PUT',
  path: '/api/delegations/{item}',
  summary: { zh: '部门负责人登记对窗口的授权', en: 'The head of the department delegates to the window' },
  guard: 'delegations.write',
  params: ItemParams,
  body: z.object({
    full: z.boolean(),
    windowHead: Desk,
    accept: Posts.default([]),
    review: Posts.default([]),
    decide: Posts.default([]),
    seal: Posts.default([]),
    document: z.string().trim().min(2).max(200),
    from: DayText,
  }),
  answer: DelegationView,
})

export const withdrawDelegation = endpoint({
  name: 'withdrawDelegation',
  method: 'POST',
  path: '/api/delegations/{item}/withdrawal',
  summary: { zh: '收回对窗口的授权', en: 'Withdraw what was delegated to the window' },
  guard: 'delegations.write',
  params: ItemParams,
  body: z.object({
    effectiveOn: DayText,
    reason: z.string().trim().min(2).max(500),
    notice: z.string().max(200).default(''),
  }),
  answer: DelegationView,
})
