import { ACCOUNTABILITY_RULES } from './accountability.ts'
import { COMPLAINT_RULES, RATING_RULES } from './complaints.ts'
import { DATA_RULES } from './data-security.ts'
import { DISCLOSURE_RULES } from './disclosure.ts'
import { ENFORCEMENT_RULES } from './enforcement.ts'
import { GOVERNMENT_RULES } from './government.ts'
import { HOTLINE_RULES } from './hotline.ts'
import { LICENSING_RULES } from './licensing.ts'
import { PETITION_RULES } from './petitions.ts'
import { REVIEW_RULES } from './review.ts'
import type { StatutoryRule } from './rule.ts'
import { SUPERVISION_RULES } from './supervision.ts'

export type { Confidence, RuleLimit, Rung, StatutoryRule } from './rule.ts'

/** 法定时限规则表: every time limit the platform knows, with its basis and how sure we are of it. */
export const STATUTORY_RULES: readonly StatutoryRule[] = [
  ...LICENSING_RULES,
  ...PETITION_RULES,
  ...DISCLOSURE_RULES,
  ...ENFORCEMENT_RULES,
  ...REVIEW_RULES,
  ...GOVERNMENT_RULES,
  ...HOTLINE_RULES,
  ...COMPLAINT_RULES,
  ...RATING_RULES,
  ...SUPERVISION_RULES,
  ...ACCOUNTABILITY_RULES,
  ...DATA_RULES,
]
