import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { PasswordPage } from '#ui/staff/index.ts'
import type { Address } from './shell/address.ts'
import { DeskShell } from './shell/DeskShell.tsx'
import { StartPage } from './shell/StartPage.tsx'

/** The pages of the desk and their addresses; each page's code is fetched when it is first opened. */
const root = createRootRoute({
  component: DeskShell,
  validateSearch: (search: Record<string, unknown>): Address => search as Address,
})
const under = { getParentRoute: () => root }

const start = createRoute({ ...under, path: '/', component: StartPage })
const counter = createRoute({
  ...under,
  path: '/counter',
  component: lazyRouteComponent(() => import('./counter/CounterPage.tsx'), 'CounterPage'),
})
const work = createRoute({
  ...under,
  path: '/work',
  component: lazyRouteComponent(() => import('./work/WorkPage.tsx'), 'WorkPage'),
})
const files = createRoute({
  ...under,
  path: '/files',
  component: lazyRouteComponent(() => import('./files/FilesPage.tsx'), 'FilesPage'),
})
const oneFile = createRoute({
  ...under,
  path: '/files/$caseNo',
  component: lazyRouteComponent(() => import('./files/FilePage.tsx'), 'FilePage'),
})
const hall = createRoute({
  ...under,
  path: '/hall',
  component: lazyRouteComponent(() => import('./hall/HallPage.tsx'), 'HallPage'),
})
const licences = createRoute({
  ...under,
  path: '/licences',
  component: lazyRouteComponent(() => import('./licences/LicencesPage.tsx'), 'LicencesPage'),
})
const oneLicence = createRoute({
  ...under,
  path: '/licences/$number',
  component: lazyRouteComponent(() => import('./licences/LicencePage.tsx'), 'LicencePage'),
})
const drafts = createRoute({
  ...under,
  path: '/catalogue',
  component: lazyRouteComponent(() => import('./catalogue/DraftsPage.tsx'), 'DraftsPage'),
})
const oneDraft = createRoute({
  ...under,
  path: '/catalogue/$item',
  component: lazyRouteComponent(() => import('./catalogue/DraftPage.tsx'), 'DraftPage'),
})
const password = createRoute({
  ...under,
  path: '/password',
  component: () => <PasswordPage />,
})

export const routeTree = root.addChildren([
  start,
  counter,
  work,
  files,
  oneFile,
  licences,
  oneLicence,
  hall,
  drafts,
  oneDraft,
  password,
])
