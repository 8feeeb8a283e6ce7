import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { findingPages } from '#ui/findings/routes.ts'
import { circularPages } from '#ui/circulars/routes.ts'
import { measurePages } from '#ui/measures/routes.ts'
import { registerPages } from '#ui/registers/routes.ts'
import { PasswordPage } from '#ui/staff/index.ts'
import type { Address } from './shell/address.ts'
import { WatchShell } from './shell/WatchShell.tsx'
import { StartPage } from './shell/StartPage.tsx'

/**
 * The pages of the watch and their addresses. Each page's code is fetched when it is first opened; filters stand in
 * the address, so that what one sees can be sent to somebody.
 */
const root = createRootRoute({
  component: WatchShell,
  validateSearch: (search: Record<string, unknown>): Address => search as Address,
})
const under = { getParentRoute: () => root }

const start = createRoute({ ...under, path: '/', component: StartPage })

const overview = createRoute({
  ...under,
  path: '/overview',
  component: lazyRouteComponent(() => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
})

const cases = createRoute({
  ...under,
  path: '/cases',
  component: lazyRouteComponent(() => import('./cases/CasesPage.tsx'), 'CasesPage'),
})
const oneCase = createRoute({
  ...under,
  path: '/cases/$log/$caseId',
  component: lazyRouteComponent(() => import('./cases/CasePage.tsx'), 'CasePage'),
})

const cards = createRoute({
  ...under,
  path: '/cards',
  component: lazyRouteComponent(() => import('./cards/CardsPage.tsx'), 'CardsPage'),
})
const oneCard = createRoute({
  ...under,
  path: '/cards/$card',
  component: lazyRouteComponent(() => import('./cards/CardPage.tsx'), 'CardPage'),
})

const processMap = createRoute({
  ...under,
  path: '/process',
  component: lazyRouteComponent(() => import('./process/ProcessPage.tsx'), 'ProcessPage'),
})

const rules = createRoute({
  ...under,
  path: '/rules',
  component: lazyRouteComponent(() => import('./rules/RulesPage.tsx'), 'RulesPage'),
})
const ruleDrafts = createRoute({
  ...under,
  path: '/rules/drafts',
  component: lazyRouteComponent(() => import('./rules/DraftsPage.tsx'), 'DraftsPage'),
})
const risks = createRoute({
  ...under,
  path: '/risks',
  component: lazyRouteComponent(() => import('./risks/RisksPage.tsx'), 'RisksPage'),
})
const oneRule = createRoute({
  ...under,
  path: '/rules/$rule',
  component: lazyRouteComponent(() => import('./rules/RulePage.tsx'), 'RulePage'),
})

const units = createRoute({
  ...under,
  path: '/units',
  component: lazyRouteComponent(() => import('./units/UnitsPage.tsx'), 'UnitsPage'),
})

const efficiency = createRoute({
  ...under,
  path: '/efficiency',
  component: lazyRouteComponent(() => import('./efficiency/EfficiencyPage.tsx'), 'EfficiencyPage'),
})
const indicator = createRoute({
  ...under,
  path: '/efficiency/figures/$code',
  component: lazyRouteComponent(() => import('./efficiency/IndicatorPage.tsx'), 'IndicatorPage'),
})
const indicatorCases = createRoute({
  ...under,
  path: '/efficiency/figures/$code/cases',
  component: lazyRouteComponent(() => import('./efficiency/CasesPages.tsx'), 'IndicatorCasesPage'),
})
const boardCases = createRoute({
  ...under,
  path: '/efficiency/boards/$board',
  component: lazyRouteComponent(() => import('./efficiency/CasesPages.tsx'), 'BoardCasesPage'),
})

const inspections = createRoute({
  ...under,
  path: '/inspections',
  component: lazyRouteComponent(() => import('./inspections/InspectionsPage.tsx'), 'InspectionsPage'),
})
const oneRound = createRoute({
  ...under,
  path: '/inspections/rounds/$round',
  component: lazyRouteComponent(() => import('./inspections/RoundPage.tsx'), 'RoundPage'),
})
const oneVisit = createRoute({
  ...under,
  path: '/inspections/visits/$visit',
  component: lazyRouteComponent(() => import('./inspections/VisitPage.tsx'), 'VisitPage'),
})

const accountability = createRoute({
  ...under,
  path: '/accountability',
  component: lazyRouteComponent(
    () => import('./accountability/AccountabilityPage.tsx'),
    'AccountabilityPage',
  ),
})
const casework = createRoute({
  ...under,
  path: '/casework',
  component: lazyRouteComponent(() => import('./casework/CaseworkPage.tsx'), 'CaseworkPage'),
})
const oneInvestigation = createRoute({
  ...under,
  path: '/casework/$number',
  component: lazyRouteComponent(() => import('./casework/CasePage.tsx'), 'CasePage'),
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

const logs = createRoute({
  ...under,
  path: '/logs',
  component: lazyRouteComponent(() => import('./logs/LogsPage.tsx'), 'LogsPage'),
})
const importLog = createRoute({
  ...under,
  path: '/logs/import',
  component: lazyRouteComponent(() => import('./logs/ImportPage.tsx'), 'ImportPage'),
})

const calendar = createRoute({
  ...under,
  path: '/calendar/$year',
  component: lazyRouteComponent(() => import('./calendar/CalendarPage.tsx'), 'CalendarPage'),
})

const administration = createRoute({
  ...under,
  path: '/administration',
  component: lazyRouteComponent(
    () => import('./administration/AdministrationPage.tsx'),
    'AdministrationPage',
  ),
})
const accounts = createRoute({
  ...under,
  path: '/administration/accounts',
  component: lazyRouteComponent(() => import('./administration/AccountsPage.tsx'), 'AccountsPage'),
})
const audit = createRoute({
  ...under,
  path: '/administration/audit',
  component: lazyRouteComponent(() => import('./administration/AuditPage.tsx'), 'AuditPage'),
})
const reads = createRoute({
  ...under,
  path: '/administration/reads',
  component: lazyRouteComponent(() => import('./administration/ReadsPage.tsx'), 'ReadsPage'),
})
const organisation = createRoute({
  ...under,
  path: '/administration/units',
  component: lazyRouteComponent(() => import('./administration/OrganisationPage.tsx'), 'OrganisationPage'),
})
const oneUnit = createRoute({
  ...under,
  path: '/administration/units/$unit',
  component: lazyRouteComponent(() => import('./administration/UnitPage.tsx'), 'UnitPage'),
})
const conferences = createRoute({
  ...under,
  path: '/conferences',
  component: lazyRouteComponent(() => import('./conference/ConferencesPage.tsx'), 'ConferencesPage'),
})
const oneConference = createRoute({
  ...under,
  path: '/conferences/$conference',
  component: lazyRouteComponent(() => import('./conference/ConferencePage.tsx'), 'ConferencePage'),
})
const password = createRoute({
  ...under,
  path: '/password',
  component: () => <PasswordPage />,
})

export const routeTree = root.addChildren([
  start,
  overview,
  cases,
  oneCase,
  cards,
  oneCard,
  processMap,
  rules,
  ruleDrafts,
  oneRule,
  risks,
  units,
  efficiency,
  indicator,
  indicatorCases,
  boardCases,
  inspections,
  oneRound,
  oneVisit,
  casework,
  oneInvestigation,
  rectification,
  oneProblem,
  logs,
  importLog,
  calendar,
  administration,
  accounts,
  audit,
  reads,
  organisation,
  oneUnit,
  ...findingPages(root),
  accountability,
  ...measurePages(root),
  ...registerPages(root),
  ...circularPages(root),
  conferences,
  oneConference,
  password,
])
