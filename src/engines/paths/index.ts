export { readBpmn } from './bpmn-read.ts'
export { writeBpmn } from './bpmn-write.ts'
export { checkPath } from './check.ts'
export { criticalPath, type CriticalPath, type Scheduled, type Task } from './critical.ts'
export { lengthOf, pathDays } from './days.ts'
export { circleIn, edgesOf, regionsOf, type Region } from './graph.ts'
export { inSequence, type Placed } from './sequence.ts'
export {
  END,
  type Flow,
  type Gate,
  type Joint,
  type Path,
  type PathFault,
  type PathFinding,
  type PathStep,
  PERSONS,
  type Persons,
  type Power,
  POWERS,
  START,
} from './path.ts'
export { progress, type Progress, type Standing } from './progress.ts'
export { LAW_LIMIT } from './sentences.ts'
export { type ListedStep, pathOfSteps } from './steps.ts'
