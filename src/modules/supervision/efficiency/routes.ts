import type { Database } from '#platform/database/index.ts'
import type { Route } from '#platform/http/index.ts'
import { boardRoutes } from './board-routes.ts'
import { figureRoutes } from './figure-routes.ts'
import { publicRoutes } from './public-routes.ts'
import { reformRoutes } from './reform-routes.ts'
import { settingRoutes } from './setting-routes.ts'
import { sourceRoutes } from './source-routes.ts'

export const efficiencyRoutes = (services: { readonly database: Database }): Route[] => [
  ...figureRoutes,
  ...reformRoutes,
  ...boardRoutes(services),
  ...sourceRoutes,
  ...publicRoutes(services),
  ...settingRoutes,
]
