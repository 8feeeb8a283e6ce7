export { alignmentCost } from './alignment.ts'
export { explore, refusePath, Automaton } from './automaton.ts'
export { compilePath, readPath, stepNames } from './compile.ts'
export { PublishedPath, type PathStep } from './path.ts'
export {
  deviationsOf,
  DEVIATION_KINDS,
  layPath,
  runPath,
  type Deviation,
  type DeviationKind,
  type PathProgram,
} from './replay.ts'
