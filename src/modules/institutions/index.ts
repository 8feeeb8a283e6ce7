import type { Module } from '#kernel/module.ts'

export { onEntryClocks } from './clocks.ts'
export { institutionRoutes } from './routes.ts'
export type { InstitutionServices, Titles } from './services.ts'
export { countRegisterUses, type LiveInstitutions } from './uses.ts'

/** 制度台账: institutions that are definitions, with their entries, figures, sheets and drafts. */
export const institutions: Module = {
  name: 'institutions',
  title: { zh: '制度台账', en: 'Institutions' },
  needs: ['registers', 'clocks', 'organisation', 'access', 'vault'],
}
