import type { Institution } from '#engines/registers/index.ts'
import { conductCheck, conductPlan } from './conduct-check.ts'
import { congressOpinion, congressTask } from './congress.ts'
import { corpsMember } from './corps-member.ts'
import { corpsReport } from './corps-report.ts'
import { corpsTask } from './corps-task.ts'
import { cppccSuggestion, cppccVisit } from './cppcc.ts'
import { evaluationCheck } from './evaluation-check.ts'
import { hallBuildingCheck } from './hall-building.ts'
import { handlingNotice } from './handling-notice.ts'
import { leaderInstruction, leaderVisit } from './leader-visit.ts'
import { monitoringPoint } from './monitoring-point.ts'
import { monitoringReport } from './monitoring-report.ts'
import { sharedOrder } from './shared-order.ts'
import { systemsCheck, systemsRound } from './systems-round.ts'
import { caseQuota, typicalCase } from './typical-case.ts'
import { upperFinding } from './upper-finding.ts'

export { inspectionFacts } from './facts.ts'

/** 制度 of inspection, each a definition that an office may replace by its own. */
export const inspectionInstitutions: readonly Institution[] = [
  monitoringPoint,
  monitoringReport,
  corpsMember,
  corpsTask,
  corpsReport,
  handlingNotice,
  systemsRound,
  systemsCheck,
  hallBuildingCheck,
  evaluationCheck,
  conductPlan,
  conductCheck,
  upperFinding,
  congressOpinion,
  congressTask,
  cppccVisit,
  cppccSuggestion,
  sharedOrder,
  caseQuota,
  typicalCase,
  leaderVisit,
  leaderInstruction,
]
