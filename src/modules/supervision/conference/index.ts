export { getConference } from './commands.ts'
export { conferenceLists } from './lists.ts'
export { conferenceRoutes } from './routes.ts'
