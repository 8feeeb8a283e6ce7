export {
  Institution,
  type Example,
  type Field,
  type Who,
  Code,
  FIELD_KINDS,
  institution,
  type Step,
} from './definition.ts'
export { Expression, Value } from './expression.ts'
export type { Surroundings } from './evaluate.ts'
export { type FoundFact, foundOf } from './found.ts'
export * as shape from './shapes.ts'
export * as word from './words.ts'
export { checkDefinition, type Fault } from './definition-check.ts'
export { type Actor, offered, openingStep, stateOf } from './decide.ts'
export type { Entry, Taken } from './entry.ts'
export { isAsSaid, type Outcome, tryExample } from './example.ts'
export {
  type Acting,
  answerFlag,
  correctEntry,
  type EntryName,
  openEntry,
  passLimit,
  surroundings,
  takeStep,
  todayOf,
} from './commands.ts'
export {
  BY_CODE,
  definitionAt,
  definitionInForce,
  definitionsInForce,
  type Fact,
  type InForce,
  type Registers,
} from './definitions.ts'
export { dropDraft, faultsOf, getDraft, publishDraft, saveDraft, type Trial, tryDraft } from './drafts.ts'
export { type RegisterFigure, figuresOf } from './figures.ts'
export { registerLists } from './lists.ts'
export { refuse as refuseRegister } from './refusals.ts'
export { type Raised, standingOf } from './standing.ts'
export {
  findDefinitions,
  findDrafts,
  findEntries,
  findEntry,
  findUses,
  findVisible,
  nameOf,
} from './store.ts'
export { entryOfClock, entryStream } from './streams.ts'
export { isReference, readValue, type Reference } from './values.ts'
export { whoInWords } from './who.ts'
