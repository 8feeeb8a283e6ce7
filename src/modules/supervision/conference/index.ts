export {
  call as callConference,
  getConference,
  hold as holdConference,
  report as reportRuling,
} from './commands.ts'
export { findConferences } from './store.ts'
export { conferenceLists } from './lists.ts'
export { conferenceRoutes } from './routes.ts'
