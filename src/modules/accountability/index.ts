import type { Module } from '#kernel/module.ts'

export * from './casework/index.ts'
export type { AccountabilityFile } from './files/file.ts'
export { stands as measureStands } from './files/file.ts'
export { accountabilityLists } from './files/lists.ts'
export { type FileDoing, type NewFile, type NewSubject, proposeFile } from './files/proposing.ts'
export { findFile as findMeasure, findFiles as findMeasures } from './files/store.ts'
export { ladderLists } from './instruments/lists.ts'

/** 问责: measures as one ladder, from the reminder card to removal; proposed, heard, decided by two, appealed, ended. */
export const accountability: Module = {
  name: 'accountability',
  title: { zh: '问责', en: 'Accountability' },
  needs: [
    ...['ledger', 'calendar', 'clocks', 'organisation', 'access', 'notices', 'recusal', 'findings'],
    ...['inspections', 'rectification'],
  ],
}
