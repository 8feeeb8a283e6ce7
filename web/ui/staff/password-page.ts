import { lazy } from 'react'

/** Most people never need it on a day, so it is fetched when it is shown. */
export const PasswordPage = lazy(() =>
  import('./PasswordPage.tsx').then((file) => ({ default: file.PasswordPage })),
)
