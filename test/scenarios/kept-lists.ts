import { projections } from '#src/projections.ts'

/** The lists that stand in the transaction of their command: an office without followers of the ledger keeps these. */
export const keptLists = projections.filter(({ name }) => name !== 'supervision/risks')
