import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { type Conference, type ConferenceEvent, evolveConference } from './conference.ts'
import { findConference, putConference } from './store.ts'

const folding: Folding<Conference, ConferenceEvent> = {
  prefix: 'conference/',
  evolve: evolveConference,
  find: findConference,
  put: putConference,
}

export const conferenceLists = foldingLists(
  'conferences',
  ['conference', 'conference_ruling'],
  [anyFolding(folding)],
)
export const conferenceStreams = { ...folding, lists: conferenceLists }
