/** What the apps of the staff have in common: signing in, the frame around every page, who one is and what one may do. */
export { Broken } from './Broken.tsx'
export { NotFound } from './NotFound.tsx'
export { PasswordPage } from './PasswordPage.tsx'
export { ROLES, useRoleWord } from './role-words.ts'
export { type Place, Shell } from './Shell.tsx'
export { usePermits, useSession } from './session.ts'
export { useUnitName, useUnits } from './unit-names.ts'
