import type { Institution } from '#engines/registers/index.ts'
import { adviceLog } from './advice-log.ts'
import { branchWindow } from './branch-window.ts'
import { communityStation } from './community-station.ts'
import { convenienceService } from './convenience-service.ts'
import { delegationRecord } from './delegation-record.ts'
import { guideReview } from './guide-review.ts'
import { hallBody } from './hall-body.ts'
import { hallCheck } from './hall-check.ts'
import { hallMilestone } from './hall-milestone.ts'
import { hallRules } from './hall-rules.ts'
import { homeVisit } from './home-visit.ts'
import { onsiteMatter, onsiteSession } from './onsite-session.ts'
import { windowScore } from './window-score.ts'
import { windowStaff } from './window-staff.ts'

export { hallFacts } from './facts.ts'

/** 制度 of the service hall, each a definition that an office may replace by its own. */
export const hallInstitutions: readonly Institution[] = [
  hallBody,
  windowScore,
  hallRules,
  hallCheck,
  windowStaff,
  branchWindow,
  adviceLog,
  communityStation,
  guideReview,
  homeVisit,
  onsiteSession,
  onsiteMatter,
  hallMilestone,
  convenienceService,
  delegationRecord,
]
