import type { Module } from '#kernel/module.ts'

export {
  conflictsOf,
  declareFile,
  declareRelation,
  recordService,
  type RecusalDoing,
  refuseConflict,
} from './commands.ts'
export { recusalLists } from './lists.ts'
export { recusalRoutes } from './routes.ts'
export type { Concerned, Conflict, FileDeclaration, RecusalState, Relation, Service } from './relation.ts'
export { findRecusal, findRecusals } from './store.ts'

/** 回避: who may not judge whom, by what he declared and by where he served. */
export const recusal: Module = {
  name: 'recusal',
  title: { zh: '回避', en: 'Recusal' },
  needs: ['ledger', 'calendar', 'clocks', 'organisation', 'access'],
}
