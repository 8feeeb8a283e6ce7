export { efficiencyLists, followPace } from './lists.ts'
export { efficiencyRoutes } from './routes.ts'
