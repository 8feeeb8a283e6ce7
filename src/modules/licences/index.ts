import type { Module } from '#kernel/module.ts'

export { barredUntil, type BanSet } from './ban.ts'
export { findBan } from './ban-store.ts'
export { knownAs, refuseBarred, rememberBarred } from './barred.ts'
export { changeLicence, type Entered, grantLicence, newEvent, setBan } from './commands.ts'
export { type Document, licenceOfHolder, type Renewing } from './holder.ts'
export {
  askRenewal,
  belongs,
  checkedNumber,
  endRenewal,
  type Licence,
  type LicenceGranted,
  licenceStream,
  mayBeRenewed,
  renew,
  renewUntil,
  revokeWithDecision,
} from './licence.ts'
export { findLicence } from './licence-store.ts'
export { licenceLists } from './lists.ts'
export { neededForLicences } from './needed.ts'
export { licenceRoutes, type LicenceServices } from './routes.ts'
export { BAN_LAW, RENEWAL_LAW } from './terms.ts'
export { banRow, dayAt, licenceRow } from './views.ts'

/** 证照: what was granted, until when, renewed or taken away, and who may not apply again. */
export const licences: Module = {
  name: 'licences',
  title: { zh: '证照', en: 'Licences' },
  needs: ['ledger', 'clocks', 'organisation', 'vault', 'notices', 'residents', 'catalogue'],
}
