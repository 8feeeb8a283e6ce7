import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { findingPages } from '#ui/findings/routes.ts'
import { circularPages } from '#ui/circulars/routes.ts'
import { measurePages } from '#ui/measures/routes.ts'
import { registerPages } from '#ui/registers/routes.ts'
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
const permits = createRoute({
  ...under,
  path: '/permits',
  component: lazyRouteComponent(() => import('./permits/PermitsPage.tsx'), 'PermitsPage'),
})
const joint = createRoute({
  ...under,
  path: '/joint/$caseNo',
  component: lazyRouteComponent(() => import('./joint/JointPage.tsx'), 'JointPage'),
})
const greeter = createRoute({
  ...under,
  path: '/greeter',
  component: lazyRouteComponent(() => import('./queue/GreeterPage.tsx'), 'GreeterPage'),
})
const accountability = createRoute({
  ...under,
  path: '/accountability',
  component: lazyRouteComponent(
    () => import('./accountability/AccountabilityPage.tsx'),
    'AccountabilityPage',
  ),
})
const rectification = createRoute({
  ...under,
  path: '/rectification',
  component: lazyRouteComponent(() => import('./rectification/RectificationPage.tsx'), 'RectificationPage'),
})
const oneProblem = createRoute({
  ...under,
  path: '/rectification/problems/$problem',
  component: lazyRouteComponent(() => import('./rectification/ProblemPage.tsx'), 'ProblemPage'),
})
const inspections = createRoute({
  ...under,
  path: '/inspections',
  component: lazyRouteComponent(() => import('./inspections/InspectionsPage.tsx'), 'InspectionsPage'),
})
const cards = createRoute({
  ...under,
  path: '/cards',
  component: lazyRouteComponent(() => import('./cards/CardsPage.tsx'), 'CardsPage'),
})
const efficiency = createRoute({
  ...under,
  path: '/efficiency',
  component: lazyRouteComponent(() => import('./efficiency/EfficiencyPage.tsx'), 'EfficiencyPage'),
})
const hall = createRoute({
  ...under,
  path: '/hall',
  component: lazyRouteComponent(() => import('./hall/HallPage.tsx'), 'HallPage'),
})
const enquiries = createRoute({
  ...under,
  path: '/enquiries',
  component: lazyRouteComponent(() => import('./enquiries/EnquiriesPage.tsx'), 'EnquiriesPage'),
})
const oneEnquiry = createRoute({
  ...under,
  path: '/enquiries/$enquiry',
  component: lazyRouteComponent(() => import('./enquiries/EnquiryPage.tsx'), 'EnquiryPage'),
})
const responsibility = createRoute({
  ...under,
  path: '/responsibility',
  component: lazyRouteComponent(
    () => import('./responsibility/ResponsibilityPage.tsx'),
    'ResponsibilityPage',
  ),
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
const money = createRoute({
  ...under,
  path: '/fees',
  component: lazyRouteComponent(() => import('./money/MoneyPage.tsx'), 'MoneyPage'),
})
const agency = createRoute({
  ...under,
  path: '/agency',
  component: lazyRouteComponent(() => import('./agency/AgencyPage.tsx'), 'AgencyPage'),
})
const projects = createRoute({
  ...under,
  path: '/projects',
  component: lazyRouteComponent(() => import('./projects/ProjectsPage.tsx'), 'ProjectsPage'),
})
const oneProject = createRoute({
  ...under,
  path: '/projects/$project',
  component: lazyRouteComponent(() => import('./projects/ProjectPage.tsx'), 'ProjectPage'),
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
const reform = createRoute({
  ...under,
  path: '/reform',
  component: lazyRouteComponent(() => import('./reform/ReformPage.tsx'), 'ReformPage'),
})
const oneRound = createRoute({
  ...under,
  path: '/reform/$round',
  component: lazyRouteComponent(() => import('./reform/RoundPage.tsx'), 'RoundPage'),
})
const kinds = createRoute({
  ...under,
  path: '/kinds',
  component: lazyRouteComponent(() => import('./kinds/KindsPage.tsx'), 'KindsPage'),
})
const observing = createRoute({
  ...under,
  path: '/observing',
  component: lazyRouteComponent(() => import('./observing/ObservingPage.tsx'), 'ObservingPage'),
})
const rulings = createRoute({
  ...under,
  path: '/rulings',
  component: lazyRouteComponent(() => import('./rulings/RulingsPage.tsx'), 'RulingsPage'),
})
const password = createRoute({
  ...under,
  path: '/password',
  component: () => <PasswordPage />,
})

const ownCases = createRoute({
  ...under,
  path: '/own-cases',
  component: lazyRouteComponent(() => import('./casework/OwnCasesPage.tsx'), 'OwnCasesPage'),
})

export const routeTree = root.addChildren([
  ownCases,
  start,
  counter,
  work,
  files,
  oneFile,
  joint,
  permits,
  licences,
  oneLicence,
  hall,
  greeter,
  enquiries,
  oneEnquiry,
  responsibility,
  inspections,
  cards,
  efficiency,
  rectification,
  oneProblem,
  money,
  agency,
  projects,
  oneProject,
  drafts,
  oneDraft,
  reform,
  oneRound,
  ...findingPages(root),
  accountability,
  ...measurePages(root),
  ...registerPages(root),
  ...circularPages(root),
  kinds,
  observing,
  rulings,
  password,
])
