export { indicatorByCode, INDICATORS } from './catalogue.ts'
export { type Figure, type Indicator, measure, measureBy, MINIMUM_CELL } from './indicator.ts'
export { type Interval, wilson } from './interval.ts'
export { type Subject, subjectsOf } from './subject.ts'
export {
  type Comparison,
  type Hits,
  shareDifference,
  slowerChance,
  stratifiedDifference,
} from './comparison.ts'
export {
  type Grouped,
  medianInterval,
  quantile,
  sharesOf,
  sortedValues,
  spreadsOf,
  type Summary,
} from './groups.ts'
