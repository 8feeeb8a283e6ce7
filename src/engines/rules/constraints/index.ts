export { Constraint, readConstraints, type Statement, TEMPLATES, type Template } from './constraint.ts'
export {
  type Break,
  checkConstraints,
  type Checked,
  type ConstraintProgram,
  layConstraints,
} from './program.ts'
export { sentenceOf } from './sentence.ts'
