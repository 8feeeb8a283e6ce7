import { z } from 'zod'
import { DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { deskAct } from './act-contract.ts'
import { FileParams } from './file-contract.ts'
import { TrackedFile, TrackedProof } from './portal-contract.ts'
import { CLOSED_FOR, HEARING_PARTIES } from './terms.ts'

export const offerHearing = deskAct(
  'offerHearing',
  'hearing-offer',
  '告知听证权利',
  'Tell of the right to a hearing',
  'files.handle',
  z.object({ matter: z.string().max(1000), concerned: z.string().max(500).default('') }),
)
export const askHearing = deskAct(
  'askHearing',
  'hearing-request',
  '登记听证申请',
  'Enter a request for a hearing',
  'files.handle',
  z.object({ by: z.enum(HEARING_PARTIES), postedOn: DayText.nullable().default(null) }),
)
export const setHearing = deskAct(
  'setHearing',
  'hearing',
  '通知听证时间地点',
  'Announce time and place of the hearing',
  'files.handle',
  z.object({
    at: InstantText,
    place: z.string().max(200),
    /** Account of the chair. */
    chair: z.string().max(60),
    closedFor: z.enum(CLOSED_FOR).nullable().default(null),
  }),
)
export const holdHearing = deskAct(
  'holdHearing',
  'hearing-minutes',
  '登记听证笔录',
  'Enter the minutes of the hearing',
  'files.handle',
  z.object({ attended: z.string().max(500), statements: z.string().max(8000) }),
)
export const giveUpHearing = deskAct(
  'giveUpHearing',
  'hearing-given-up',
  '登记放弃听证',
  'Enter that the hearing was given up',
  'files.handle',
  z.object({ reason: z.string().max(1000) }),
)

/** By the applicant himself, from wherever he is; the day is today. */
export const askHearingTracked = endpoint({
  name: 'askHearingTracked',
  method: 'POST',
  path: '/api/track/{caseNo}/hearing-request',
  summary: { zh: '凭编号和查询码要求听证', en: 'Ask for a hearing, by number and code' },
  guard: 'public',
  params: FileParams,
  body: TrackedProof,
  answer: TrackedFile,
})
