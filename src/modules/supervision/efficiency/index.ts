export { foundSettings } from './founding.ts'
export { efficiencyLists, followPace } from './lists.ts'
export { efficiencyRoutes } from './routes.ts'
