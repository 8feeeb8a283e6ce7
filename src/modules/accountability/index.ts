import type { Module } from '#kernel/module.ts'
import type { Route } from '#platform/http/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { contactCardRoutes } from './cards/routes.ts'
import { figureRoutes } from './figures/routes.ts'
import { measureRoutes, type MeasureServices } from './files/routes.ts'
import { inquiryRoutes } from './inquiries/routes.ts'
import { ladderRoutes } from './instruments/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { statementRoutes } from './statements/routes.ts'

export * from './casework/index.ts'
export { contactsKnown } from './cards/known.ts'
export { contactCardLists } from './cards/lists.ts'
export { decideFile, noticeFile, onAccountabilityClocks, serveFile } from './files/commands.ts'
export type { AccountabilityFile } from './files/file.ts'
export { stands as measureStands } from './files/file.ts'
export { measureFile } from './files/bundle-file.ts'
export { accountabilityLists } from './files/lists.ts'
export { type FileDoing, type NewFile, type NewSubject, proposeFile } from './files/proposing.ts'
export { findFile as findMeasure, findFiles as findMeasures } from './files/store.ts'
export { followPrincipals, inquiryLists } from './inquiries/commands.ts'
export { ladderLists } from './instruments/lists.ts'
export { standingLists } from './people/person.ts'
export { statementLists } from './statements/commands.ts'

export interface AccountabilityServices extends MeasureServices {
  readonly vault: Vault
}

export const accountabilityRoutes = (services: AccountabilityServices): Route[] => [
  ...measureRoutes(services),
  ...ladderRoutes,
  ...peopleRoutes,
  ...figureRoutes(services),
  ...statementRoutes,
  ...inquiryRoutes,
  ...contactCardRoutes(services),
]

/** 问责: measures as one ladder, from the reminder card to removal; proposed, heard, decided by two, appealed, ended. */
export const accountability: Module = {
  name: 'accountability',
  title: { zh: '问责', en: 'Accountability' },
  needs: [
    ...['ledger', 'calendar', 'clocks', 'organisation', 'access', 'notices', 'recusal', 'findings'],
    ...['inspections', 'rectification'],
  ],
}
