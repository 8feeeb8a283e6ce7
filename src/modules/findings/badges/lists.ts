import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { findBadgeTalk, putBadgeTalk } from './store.ts'
import { type BadgeTalk, type BadgeTalkEvent, evolveBadgeTalk } from './talk.ts'

const folding: Folding<BadgeTalk, BadgeTalkEvent> = {
  prefix: 'badge-talk/',
  evolve: evolveBadgeTalk,
  find: findBadgeTalk,
  put: putBadgeTalk,
}

export const badgeTalkLists = foldingLists('badge-talks', ['badge_talk'], [anyFolding(folding)])
export const badgeTalks = { ...folding, lists: badgeTalkLists }
