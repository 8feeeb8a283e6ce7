import type { Institution } from '#engines/registers/index.ts'
import { commissionedPoll, pollAnswer } from './commissioned-poll.ts'
import { consultationStall, stallQuestion } from './consultation-stall.ts'
import { doorVisit, doorVisits } from './door-visits.ts'
import { forumParticipant, opinionForum } from './opinion-forum.ts'
import { opinionForms } from './opinion-forms.ts'
import { opinion } from './opinion.ts'
import { selfCheck } from './self-check.ts'

/** 制度 by which problems are collected: forms, forums, visits, stalls, polls and what units find of themselves. */
export const rectificationInstitutions: readonly Institution[] = [
  opinionForms,
  opinion,
  opinionForum,
  forumParticipant,
  doorVisits,
  doorVisit,
  consultationStall,
  stallQuestion,
  commissionedPoll,
  pollAnswer,
  selfCheck,
]
