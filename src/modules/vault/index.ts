import type { Module } from '#kernel/module.ts'

export { cleanMobile } from './fields.ts'
export { endingOf } from './file-kind.ts'
export { FILE_LIMIT_BYTES, type HandedIn, type ReadFile } from './files.ts'
export { maskName, maskPhone, maskText } from './masking.ts'
export type { Doing, Identity } from './person-events.ts'
export type { Reading } from './persons.ts'
export { vaultRoutes, type VaultServices } from './routes.ts'
export type { Answers, KeptSheet } from './sheets.ts'
export { openVault, type Vault } from './vault.ts'

/** 个人信息库: what is known of people, apart from the record of what was done. */
export const vault: Module = {
  name: 'vault',
  title: { zh: '个人信息库', en: 'Personal data vault' },
  needs: ['ledger', 'calendar', 'organisation', 'access'],
}
