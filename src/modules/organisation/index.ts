import type { Module } from '#kernel/module.ts'

export {
  addUnit,
  changeUnit,
  decided,
  findActing,
  getUnit,
  type NewUnit,
  openJurisdiction,
} from './commands.ts'
export { type LoadedPost, type LoadedUnit, loadUnits } from './loading.ts'
export { organisationLists } from './lists.ts'
export { organisationRoutes, type OrganisationServices } from './routes.ts'
export {
  findHeldPosts,
  findHeldPostsOf,
  findPosts,
  findPostsAt,
  findPostTitles,
  findStanding,
  findStandIns,
} from './post-store.ts'
export {
  findJurisdiction,
  findJurisdictions,
  findUnit,
  findUnitKinds,
  findUnitNames,
  findUnitsNamed,
  findUnitTitles,
  findWhereFrom,
} from './store.ts'
export { assignPost, createPost } from './unit.ts'
export { jurisdictionOf } from './visited.ts'

/** 机构岗位: who there is, what they are there for, and who stands in for whom. */
export const organisation: Module = {
  name: 'organisation',
  title: { zh: '机构岗位', en: 'Organisation' },
  needs: ['ledger'],
}
