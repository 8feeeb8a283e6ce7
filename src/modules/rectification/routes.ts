import type { Route } from '#platform/http/index.ts'
import { measureRoutes } from './measure-routes.ts'
import { officeRoutes } from './office-routes.ts'
import { problemRoutes } from './problem-routes.ts'
import { publicRoutes } from './public-routes.ts'
import type { RectificationServices } from './services.ts'
import { sheetRoutes } from './sheet-routes.ts'

export const rectificationRoutes = (services: RectificationServices): Route[] => [
  ...problemRoutes(services),
  ...measureRoutes(services),
  ...officeRoutes(),
  ...sheetRoutes(services),
  ...publicRoutes(services),
]
