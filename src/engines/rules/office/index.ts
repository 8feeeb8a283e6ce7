export { CASE_SHAPE } from './case-thing.ts'
export { type NewNumbers, type RuleEdition, rulesWith } from './editions.ts'
export { compileOwnRule, OwnRule } from './own-rule.ts'
