import type { Module } from '#kernel/module.ts'
import type { Db } from '#kernel/sql.ts'
import { findAccount } from './account-store.ts'
import type { Role } from './contract.ts'

export { findHeadsOf, findOfficials, findPeople, findStaffOf, type StaffPerson } from './account-store.ts'
export { type Authenticator, authenticator } from './authenticate.ts'
export {
  createDemoAccounts,
  DEMO_JURISDICTION,
  DEMO_PASSWORD,
  type DemoAccount,
  demoAccounts,
} from './demo.ts'
export { type FirstAdministrator, foundJurisdiction } from './founding.ts'
export { accessLists } from './lists.ts'
export { permissionsOf, policy, reachOf } from './policy.ts'
export { openReadBook, type ReadBook } from './read-book.ts'
export { accessRoutes } from './routes.ts'
export { permits, SESSION_MS, sessionView } from './signed.ts'
export { type SignInServices, type Started, startResidentSession } from './sign-in.ts'

/** For modules below, which are handed it by the composer. */
export const isAccount = async (db: Db, account: string): Promise<boolean> =>
  (await findAccount(db, account)) !== undefined

/** What somebody is here; nobody is nothing. */
export const rolesOf = async (db: Db, account: string): Promise<readonly Role[]> =>
  (await findAccount(db, account))?.roles ?? []

/** 用户与权限: who may come in, as whom, and what each may do. */
export const access: Module = {
  name: 'access',
  title: { zh: '用户与权限', en: 'Access' },
  needs: ['ledger', 'organisation'],
}
