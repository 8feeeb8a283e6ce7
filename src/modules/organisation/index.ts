import type { Module } from '#kernel/module.ts'

export { addUnit, changeUnit, findActing, getUnit, type NewUnit, openJurisdiction } from './commands.ts'
export { organisationRoutes, type OrganisationServices } from './routes.ts'
export { findJurisdiction, findJurisdictions, findUnit } from './store.ts'

/** 机构岗位: who there is, what they are there for, and who stands in for whom. */
export const organisation: Module = {
  name: 'organisation',
  title: { zh: '机构岗位', en: 'Organisation' },
  needs: ['ledger'],
}
