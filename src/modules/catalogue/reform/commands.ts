import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { cancelItem, publishItem } from '../commands.ts'
import type { Disposition, Handover, ItemContent, Outcome, ReviewedItem } from '../contract.ts'
import { findDraft } from '../draft-store.ts'
import type { Doing } from '../item.ts'
import { refuse } from '../refusals.ts'
import { findItem } from '../store.ts'
import { findVersionOn } from '../version-store.ts'
import { isLighter } from './changes.ts'
import { type Law, reviewLaw, titleOf } from './law.ts'
import { repealedLaws } from './law-in-force.ts'
import { handOverSeal, movePower, type Power } from './power.ts'
import { hasBasis } from './review.ts'
import { closeRound, dispose, openRound, type Round } from './round.ts'
import { findItemsInForce, findStandings } from './store.ts'
import { changeLaw, changePower, changeRound } from './streams.ts'

export interface Reforming extends Doing {
  readonly today: Day
}

const changed = ({ by, at }: Doing) => ({ actor: by, now: at })

interface Opening {
  readonly round: string
  readonly name: string
  readonly document: string
  readonly dueOn: Day
  readonly catalogue: boolean
  readonly items: readonly ReviewedItem[]
}

/** 开始清理: over the catalogue as it stands, and over what is applied without standing in it. */
export async function beginRound(
  db: Db,
  { round, catalogue, items, ...given }: Opening,
  doing: Reforming,
): Promise<Round | undefined> {
  const standing = catalogue ? await findItemsInForce(db, doing.today) : []
  const reviewed = standing.map(({ item, unit, summary }) => ({ item, unit, name: summary.name.zh }))
  return changeRound(
    db,
    round,
    (state) => openRound(state, { ...given, openedOn: doing.today, items: [...reviewed, ...items] }),
    changed(doing),
  )
}

/** 结论: said of one item or many, and carried out in the catalogue from its day. */
export async function disposeItems(
  db: Db,
  { round, items, disposition }: { round: string; items: readonly string[]; disposition: Disposition },
  doing: Reforming,
): Promise<Round | undefined> {
  const standings = new Map((await findStandings(db, items, doing.today)).map((one) => [one.item, one]))
  const repealed = await repealedLaws(db, doing.today)
  const facts = items.map((item) => ({
    item,
    hasBasis: hasBasis(standings.get(item), doing.today, repealed),
  }))
  const after = await changeRound(
    db,
    round,
    (state) => dispose(state, { items, disposition, today: doing.today, facts }),
    changed(doing),
  )
  for (const item of items)
    if ((standings.get(item)?.latestVersion ?? 0) > 0) await carryOut(db, item, disposition, doing)
  return after
}

/** What a decision means for the catalogue: it says so from the day on, not when somebody thinks of it. */
async function carryOut(db: Db, item: string, disposition: Disposition, doing: Reforming): Promise<void> {
  const { outcome, reason, document, effectiveOn, handover } = disposition
  if (effectiveOn === null) return
  const from = effectiveOn as Day
  if (outcome === 'delegated' && handover)
    return void (await transfer(db, { item, on: from, document, handover }, doing))
  if (outcome === 'merged') await refuseNoSuccessor(db, disposition.into ?? '', from)
  if (outcome === 'cancelled' || outcome === 'merged')
    return void (await cancelItem(db, { item, from, reason, document, ...doing }))
  if (outcome !== 'adjusted' && outcome !== 'exempted' && outcome !== 'toFiling') return
  await refuseOtherDraft(db, item, outcome, doing.today)
  await publishItem(db, { item, from, reason: `${reason}（${document}）`, ...doing })
}

async function refuseNoSuccessor(db: Db, into: string, from: Day): Promise<void> {
  const [standing] = await findStandings(db, [into], from)
  if (!standing || standing.version === null || standing.cancellation !== null)
    throw refuse('reform.merged-into-what')
}

/** The draft has to be what the outcome says: lighter where burdens are cut, no licence where it becomes a filing. */
async function refuseOtherDraft(db: Db, item: string, outcome: Outcome, today: Day): Promise<void> {
  const draft = await findDraft(db, item)
  if (!draft) throw refuse('reform.no-draft-of-change', { item })
  const before: ItemContent | undefined = (await findVersionOn(db, item, today))?.content
  if (outcome === 'exempted' && before && !isLighter(before, draft.content))
    throw refuse('reform.not-lighter', { item })
  if (outcome === 'toFiling' && draft.content.type === 'licensing')
    throw refuse('reform.still-approval', { item })
}

export const endRound = (db: Db, round: string, doing: Reforming) =>
  changeRound(db, round, (state) => closeRound(state, doing.today), changed(doing))

interface Transfer {
  readonly item: string
  readonly on: Day
  readonly document: string
  readonly handover: Handover
}

/** 下放、上收: acceptance and routing follow from its day. */
export async function transfer(
  db: Db,
  { item, on, document, handover }: Transfer,
  doing: Reforming,
): Promise<Power | undefined> {
  const version = await findVersionOn(db, item, doing.today)
  if (!version) throw refuse('catalogue.no-such-item', { item })
  await getUnit(db, handover.toUnit)
  const origin = { level: version.content.level, unit: version.unit }
  return changePower(
    db,
    item,
    (state) => {
      const last = state?.moves.at(-1)
      const from = last ? { level: last.level, unit: last.toUnit } : origin
      return movePower(state, { ...handover, on, document, from, today: doing.today })
    },
    changed(doing),
  )
}

export async function passSeal(db: Db, item: string, on: Day, doing: Doing): Promise<Power | undefined> {
  if (!(await findItem(db, item))) throw refuse('catalogue.no-such-item', { item })
  return changePower(db, item, (state) => handOverSeal(state, on), changed(doing))
}

export const recordLaw = (db: Db, law: string, given: Law, doing: Doing) =>
  changeLaw(db, titleOf(law), (state) => reviewLaw(state, given), changed(doing))
