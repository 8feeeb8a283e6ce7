import { type Day, day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { appendMany, type BulkStream, type NewEvent, readStream, record } from '#engines/ledger/index.ts'
import { refuseOtherVersion } from '#platform/http/index.ts'
import type { Finding, ItemContent } from './contract.ts'
import { examine } from './gate/index.ts'
import * as decisions from './item.ts'
import { type Doing, evolve, type ItemEvent, type ItemState, type Why } from './item.ts'
import { catalogueLists, itemEventOf, itemStream } from './lists.ts'
import { refuse } from './refusals.ts'
import { holderOn } from './reform/holder.ts'
import { findNamesakes, findOwnPhones } from './store.ts'
import { findVersionOn } from './version-store.ts'
import { hashOfContent } from './summary.ts'
import { todayOf } from './today.ts'

export interface Changing extends Doing {
  readonly item: string
  readonly expectedVersion?: number | undefined
}

type Decide = (state: ItemState | undefined) => ItemEvent[] | Promise<ItemEvent[]>

/** Decides on an item as it stands in the ledger, appends what follows, and brings the lists along. */
async function changeItem(
  db: Db,
  { item, by, at, expectedVersion }: Changing,
  decide: Decide,
): Promise<ItemEvent[]> {
  const stored = await readStream(db, itemStream(item))
  refuseOtherVersion(expectedVersion, stored.length)
  const state = stored.reduce<ItemState | undefined>(
    (so, one) => evolve(so, itemEventOf(one), one),
    undefined,
  )
  const events = await decide(state)
  await record(db, [catalogueLists], {
    stream: itemStream(item),
    expectedVersion: stored.length,
    recordedAt: at,
    events: events.map((event) => asNew(event, { by, at })),
  })
  return events
}

const asNew = ({ type, ...payload }: ItemEvent, { by, at }: Doing): NewEvent => ({
  type,
  payload,
  actor: by,
  occurredAt: at,
})

/** 起草: `unit` is the unit that will answer for the item. */
export const draftItem = (
  db: Db,
  given: Changing & { readonly unit: string; readonly content: ItemContent },
) =>
  changeItem(db, given, async (state) => {
    const holder = await holderOn(db, given.item, todayOf(given.at))
    return decisions.draft(state, { ...given, ...(holder ? { holder } : {}) })
  })

export interface PublishItem extends Changing {
  readonly from: Day
  readonly reason?: string
  readonly today: Day
}

/** 公布: through the gate, by a second person, for a later day. Answers the number of the version. */
export async function publishItem(db: Db, given: PublishItem): Promise<number> {
  const events = await changeItem(db, given, async (state) => {
    const content = state?.draft?.content
    const findings = content ? await findingsOf(db, given.item, content, given.from) : []
    const hash = content ? hashOfContent(content) : ''
    const warnings = findings.filter(({ level }) => level === 'warning').map(({ check }) => check)
    const decided = decisions.publish(state, { ...given, hash, warnings: [...new Set(warnings)] })
    refuseBlocked(findings)
    return decided
  })
  const published = events.find((event) => event.type === 'ItemPublished')
  return published?.version ?? 0
}

function refuseBlocked(findings: readonly Finding[]): void {
  const faults = findings.filter(({ level }) => level === 'blocking')
  const [first] = faults
  if (!first) return
  const { text, place, check } = first
  throw refuse('catalogue.not-ready', {
    count: faults.length,
    first: text.zh,
    firstEn: text.en,
    place,
    check,
  })
}

/** What the gate finds in a content that would be in force from a day. */
export async function findingsOf(db: Db, item: string, content: ItemContent, from: Day): Promise<Finding[]> {
  const before = await findVersionOn(db, item, from)
  const { basic } = content.codes
  const namesakes = basic === null ? [] : await findNamesakes(db, basic, item)
  const ownPhones = await findOwnPhones(db, item, from)
  return examine(content, { from, before: before?.content, namesakes, ownPhones })
}

type Closing = Changing & Why & { readonly today: Day }

export const suspendItem = (db: Db, given: Closing) =>
  changeItem(db, given, (state) => decisions.suspend(state, given))
export const resumeItem = (db: Db, given: Closing) =>
  changeItem(db, given, (state) => decisions.resume(state, given))
export const cancelItem = (db: Db, given: Closing) =>
  changeItem(db, given, (state) => decisions.cancel(state, given))

/**
 * A whole catalogue at once, drafted and published from a day, for a demo or a first loading from another system. The
 * gate is passed by every item, the days and persons are the caller's to answer for.
 */
export async function loadItems(
  db: Db,
  items: readonly { readonly item: string; readonly unit: string; readonly content: ItemContent }[],
  { draftedBy, publishedBy, at, from }: Loading,
): Promise<void> {
  const streams: BulkStream[] = []
  for (const given of items) {
    const { item, content } = given
    refuseBlocked(examine(content, { from, before: undefined, namesakes: [] }))
    const before = await readItem(db, item)
    const drafted = decisions.draft(before, given)
    const state = drafted.reduce<ItemState | undefined>(
      (so, event) => evolve(so, event, { actor: draftedBy }),
      before,
    )
    const hash = hashOfContent(content)
    const today = day('0001-01-01')
    const published = decisions.publish(state, { item, by: publishedBy, from, today, hash, warnings: [] })
    const events = [
      ...drafted.map((event) => asNew(event, { by: draftedBy, at })),
      ...published.map((event) => asNew(event, { by: publishedBy, at })),
    ]
    streams.push({ stream: itemStream(item), events })
  }
  await catalogueLists.apply(db, await appendMany(db, { streams, recordedAt: at }))
}

async function readItem(db: Db, item: string): Promise<ItemState | undefined> {
  const stored = await readStream(db, itemStream(item))
  return stored.reduce<ItemState | undefined>((so, one) => evolve(so, itemEventOf(one), one), undefined)
}

export interface Loading {
  readonly draftedBy: string
  readonly publishedBy: string
  readonly at: number
  readonly from: Day
}
