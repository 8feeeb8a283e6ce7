/** The shape of a definition, for pages that show or edit one. */
export type {
  Clock,
  Demand,
  Example,
  Field,
  FieldKind,
  Flag,
  Institution,
  Measure,
  Notice,
  State,
  Step,
  Who,
} from './definition.ts'
export type { Expression, Value } from './expression.ts'
