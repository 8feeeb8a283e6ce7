import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import {
  countedHandOvers,
  countedVariants,
  findNewestCase,
  getLog,
  idleLimitSeconds,
  type WatchedLog,
} from '#modules/supervision/index.ts'
import type { ProcessMap } from './contract.ts'
import { mapOfCounts } from './counted-map.ts'
import { inSeconds } from './durations.ts'
import { type HandOver, handOversOf } from './hand-overs.ts'
import { oftenFirst } from './mine.ts'
import { openLog, pathTakenOver, unitsOfPeople } from './opened-log.ts'
import { type DrawnMap, processMap } from './process-map.ts'
import { type CompiledPath, pathOfProfile } from './published-path.ts'
import type { Counted } from './selection.ts'

const SHOWN_ITEMS = 300
const SHOWN_HAND_OVERS = 50

export interface MapAsked {
  readonly log: string
  readonly item: string | undefined
  readonly variants: number
}

/** What a map shows, wherever it was counted. */
interface Drawn {
  readonly map: DrawnMap
  readonly items: readonly Counted[]
  readonly handOvers: readonly HandOver[]
}

/** 流程图 of a stored log: from the counts that are kept of it, or from its events where not all cases were counted yet. */
export async function drawLog(db: Db, asked: MapAsked): Promise<ProcessMap> {
  const log = await getLog(db, asked.log)
  const { map, items, handOvers } =
    (await drawnFromCounts(db, log, asked)) ?? (await drawnFromEvents(db, asked))
  return {
    ...map,
    log: asked.log,
    waitLimitSeconds: idleLimitSeconds(log.profile),
    items: items.slice(0, SHOWN_ITEMS).map(({ value, cases }) => ({ item: value, cases })),
    item: asked.item ?? null,
    handOvers: handOvers.slice(0, SHOWN_HAND_OVERS),
    published: map.published && { ...map.published, title: pathTitle(asked.item ?? log.title) },
  }
}

const pathTitle = (title: string): Bilingual => ({ zh: `${title}：公布流程`, en: `${title}: published path` })

async function drawnFromCounts(db: Db, { profile }: WatchedLog, asked: MapAsked): Promise<Drawn | undefined> {
  const counted = await countedVariants(db, asked, { variants: asked.variants, items: SHOWN_ITEMS })
  const handOvers = counted && (await countedHandOvers(db, asked, (people) => unitsOfPeople(db, people)))
  if (!counted || !handOvers) return undefined
  const path = pathOfProfile(profile) ?? (await pathOfNewest(db, asked))
  const listed = handOvers.map(({ from, to, count, cases, medianMs }) => {
    return { from, to, count, cases, medianSeconds: inSeconds(medianMs) }
  })
  return { map: mapOfCounts(counted, path), items: counted.items, handOvers: listed.sort(oftenFirst) }
}

/** What the item publishes, as the newest of its cases took it over. */
async function pathOfNewest(db: Db, { log, item }: MapAsked): Promise<CompiledPath | undefined> {
  const newest = item === undefined ? undefined : await findNewestCase(db, log, item)
  return newest && pathTakenOver(db, log, newest.caseId)
}

export async function drawnFromEvents(db: Db, asked: MapAsked): Promise<Drawn> {
  const { histories, path, items, holders } = await openLog(db, asked.log, asked.item)
  const map = processMap(histories, { shownVariants: asked.variants, path })
  return { map, items, handOvers: handOversOf(histories, holders) }
}
