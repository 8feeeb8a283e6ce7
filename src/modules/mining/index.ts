import type { Module } from '#kernel/module.ts'

export { compileBpmn } from './bpmn.ts'
export { alignmentCosts, conform, type Conformance, type Verdict, VERDICTS } from './conform.ts'
export { briefly, checkLog, type ConstraintConformance, type ConstraintFigures } from './constraints.ts'
export { directlyFollows, type DirectlyFollows, medianGaps } from './directly-follows.ts'
export { durationFigures, durationsOf, workingFigures, workingSecondsOf } from './durations.ts'
export { mine, type OfficeTime, USUAL_HOURS } from './mine.ts'
export { casesBehind, type DrawnMap, processMap } from './process-map.ts'
export { conformToPublished, type PublishedConformance } from './published.ts'
export { type CompiledPath, compilePublishedPath, pathOfProfile, programOf } from './published-path.ts'
export {
  checkTemporalProfile,
  learnTemporalProfile,
  type TemporalDeviations,
  type TemporalProfile,
} from './temporal-profile.ts'
export { temporalReport, type TemporalReport, USUAL_ZETA } from './temporal-report.ts'
export { pathOfCase, type Variants, variantsOf } from './variants.ts'
export { miningRoutes } from './routes.ts'

/** 流程挖掘: what really ran, beside what was published. */
export const mining: Module = {
  name: 'mining',
  title: { zh: '流程挖掘', en: 'Process mining' },
  needs: ['histories', 'rules', 'supervision'],
}
