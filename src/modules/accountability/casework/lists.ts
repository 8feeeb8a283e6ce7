import type { Projection } from '#engines/ledger/index.ts'
import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import type { InvestigationEvent } from './events.ts'
import { evolveInvestigation, INVESTIGATION, type Investigation } from './state.ts'
import { findInvestigation, putInvestigation, putView } from './store.ts'

export const investigationFolding: Folding<Investigation, InvestigationEvent> = {
  prefix: INVESTIGATION,
  evolve: evolveInvestigation,
  find: findInvestigation,
  put: (db, _, row) => putInvestigation(db, row),
}

export const investigationLists = foldingLists(
  'investigations',
  ['investigation'],
  [anyFolding(investigationFolding)],
)

/** 调阅记录: one stream beside each sealed case. */
export const VIEWING = 'investigation-view/'

export const investigationViewLists: Projection = {
  name: 'investigation-views',
  tables: ['investigation_view'],
  async apply(db, events) {
    for (const { stream, version, type, actor, occurredAt } of events)
      if (stream.startsWith(VIEWING))
        await putView(db, stream.slice(VIEWING.length), {
          ...{ nth: version, account: actor, at: occurredAt },
          allowed: type === 'InvestigationViewed',
        })
  },
}
