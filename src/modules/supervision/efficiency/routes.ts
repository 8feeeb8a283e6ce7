import type { Route } from '#platform/http/index.ts'
import { figureRoutes } from './figure-routes.ts'
import { settingRoutes } from './setting-routes.ts'

export const efficiencyRoutes: Route[] = [...figureRoutes, ...settingRoutes]
