import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import type { ItemEvent } from './item.ts'
import { endSearchable, insertSearchable } from './search/search-store.ts'
import { initialsOf, wordsOf } from './search/words.ts'
import { deleteDraft, findDraft, putDraft } from './draft-store.ts'
import { insertVersion } from './version-store.ts'
import { markClosing, markPublished, putItem } from './store.ts'
import { summaryOf } from './summary.ts'

const STREAM = 'item/'
export const itemStream = (item: string) => `${STREAM}${item}`

/** The ledger holds what the decisions of `item.ts` said. */
export const itemEventOf = ({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>) =>
  ({ type, ...payload }) as unknown as ItemEvent

export const catalogueLists: Projection = {
  name: 'catalogue',
  tables: ['catalogue_item', 'catalogue_version', 'catalogue_draft', 'catalogue_search'],
  async apply(db: Db, events) {
    for (const event of events)
      if (event.stream.startsWith(STREAM)) await listItemEvent(db, event.stream.slice(STREAM.length), event)
  },
}

async function listItemEvent(db: Db, item: string, stored: StoredEvent): Promise<void> {
  const event = itemEventOf(stored)
  const { version: streamVersion, actor: by } = stored
  const at = new Date(stored.occurredAt).toISOString()
  switch (event.type) {
    case 'ItemDrafted':
      await putItem(db, { item, unit: event.unit, streamVersion })
      await putDraft(db, { item, unit: event.unit, content: event.content, at, by })
      return
    case 'ItemPublished':
      return listVersion(db, item, { event, streamVersion, at, by })
    case 'ItemCancelled':
      await deleteDraft(db, item)
      await endSearchable(db, item, event.from)
      await markClosing(db, item, event, streamVersion)
      return
    case 'ItemSuspended':
    case 'ItemResumed':
      await markClosing(db, item, event, streamVersion)
  }
}

interface Published {
  readonly event: Extract<ItemEvent, { type: 'ItemPublished' }>
  readonly streamVersion: number
  readonly at: string
  readonly by: string
}

async function listVersion(db: Db, item: string, { event, streamVersion, at, by }: Published): Promise<void> {
  const draft = await findDraft(db, item)
  if (!draft) throw new Error(`The draft of ${item} is not listed`)
  const { content, unit } = draft
  const { version, from, hash, draftedBy, reason = '' } = event
  await insertVersion(db, {
    item,
    version,
    from,
    publishedAt: at,
    publishedBy: by,
    draftedBy,
    hash,
    reason,
    basicCode: content.codes.basic,
    summary: summaryOf(content, { item, version, unit }),
  })
  const also = [...content.phrases, ...(content.mainItem ? [content.mainItem] : [])]
  const results = content.results.map(({ name }) => name.zh)
  await insertSearchable(db, unit, {
    item,
    version,
    from,
    clients: content.clients,
    themes: content.themes,
    name: content.name.zh.normalize('NFKC').toLowerCase(),
    initials: initialsOf(content.name.zh),
    words: wordsOf({ name: content.name, also: [...also, ...results] }),
  })
  await markPublished(db, item, version, streamVersion)
  await deleteDraft(db, item)
}
