import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { type Db, EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import type {
  BackDoor,
  CompareRow,
  DraftImpact,
  PendingRow,
  PowerDetail,
  PowerFlag,
  PowerRow,
  ReviewRow,
  Revival,
  RoundHead,
  RoundView,
} from '../contract.ts'
import { findDraft } from '../draft-store.ts'
import { refuse } from '../refusals.ts'
import { findResembling } from '../search/search-store.ts'
import { intentOf } from '../search/intent.ts'
import { chineseRuns, pairsOf } from '../search/words.ts'
import { findVersionOn, findVersions } from '../version-store.ts'
import { changesBetween } from './changes.ts'
import { comparePlaces } from './compare.ts'
import { isLaw, repealedLaws, reviewedLaws } from './law-in-force.ts'
import { likenessOf } from './likeness.ts'
import { type Move, type Power, powerOn } from './power.ts'
import { flagsOf, isPublic, pendingOf } from './review.ts'
import { balanceOf, type Round } from './round.ts'
import { settingsOn } from './settings.ts'
import {
  findAddedSince,
  findCancelled,
  findPlaces,
  findReform,
  findResting,
  findStandings,
  listReform,
} from './store.ts'

export const headOf = (round: string, state: Round): RoundHead => ({
  round,
  name: state.name,
  document: state.document,
  openedOn: state.openedOn,
  dueOn: state.dueOn,
  closedOn: state.closedOn,
  balance: balanceOf(state),
})

export async function roundsOf(db: Db): Promise<RoundHead[]> {
  const rows = await listReform<Round>(db, 'round')
  return rows
    .map(({ subject, state }) => headOf(subject, state))
    .sort((a, b) => b.openedOn.localeCompare(a.openedOn) || a.round.localeCompare(b.round))
}

/** A round with its items as the catalogue has them today. */
export async function roundView(
  db: Db,
  round: string,
  { today, startOf }: { readonly today: Day; readonly startOf: (day: Day) => EpochMs },
): Promise<RoundView> {
  const found = await findReform<Round>(db, 'round', round)
  if (!found) throw refuse('reform.no-such-round')
  const { state } = found
  const codes = state.items.map(({ item }) => item)
  const standings = new Map((await findStandings(db, codes, today)).map((one) => [one.item, one]))
  const repealed = await repealedLaws(db, today)
  const rows = state.items.map((reviewed) => {
    const disposition = state.dispositions[reviewed.item]
    const standing = standings.get(reviewed.item)
    return {
      ...reviewed,
      disposition: disposition ?? null,
      flags: flagsOf(disposition, { standing, today, repealed }),
    }
  })
  const since = new Date(startOf(dayOfNumber(dayNumber(state.openedOn) + 1))).toISOString()
  return { ...headOf(round, state), rows, backDoor: await backDoorOf(db, since, new Set(codes)) }
}

async function backDoorOf(db: Db, since: string, reviewed: ReadonlySet<string>): Promise<BackDoor[]> {
  const added = await findAddedSince(db, since)
  return added
    .filter(({ item }) => !reviewed.has(item))
    .map(({ item, unit, from, publishedBy, summary }) => ({
      item,
      unit,
      from,
      publishedBy,
      name: summary.name,
    }))
}

export async function pendingRows(db: Db, today: Day): Promise<PendingRow[]> {
  const rounds = await listReform<Round>(db, 'round')
  return rounds
    .flatMap(({ subject, state }) => pendingOf(subject, state, today))
    .sort((a, b) => b.waitingDays - a.waitingDays || a.item.localeCompare(b.item))
}

/** What everybody may read of all rounds; pending ones without whom was asked what. */
export async function reviewRows(db: Db, today: Day): Promise<ReviewRow[]> {
  const rounds = await listReform<Round>(db, 'round')
  const rows = rounds.flatMap(({ subject, state }) =>
    state.items.flatMap((reviewed) => {
      const said = state.dispositions[reviewed.item]
      if (!said) return []
      const { outcome, document, decidedOn, effectiveOn, notice } = said
      return [{ ...reviewed, round: subject, outcome, document, decidedOn, effectiveOn, notice }]
    }),
  )
  const codes = [...new Set(rows.map(({ item }) => item))]
  const standings = new Map((await findStandings(db, codes, today)).map((one) => [one.item, one]))
  return rows.map((row) => ({ ...row, published: isPublic(standings.get(row.item), today) }))
}

/** The round in which an item is pending with the superior today, if it is. */
async function pendingRound(db: Db, item: string): Promise<Round | undefined> {
  const rounds = await listReform<Round>(db, 'round')
  return rounds.find(({ state }) => state.dispositions[item]?.outcome === 'pendingSuperior')?.state
}

/** 待定期间不得据此收费、不予许可 (ITEM-03). */
export async function refusePending(db: Db, item: string): Promise<void> {
  const round = await pendingRound(db, item)
  if (round) throw refuse('reform.pending-denied', { document: round.document })
}

/** Who has the power over an item on a day, where it was ever moved. */
export async function powerOf(db: Db, item: string, day: Day): Promise<Move | undefined> {
  return powerOn((await findReform<Power>(db, 'power', item))?.state, day)
}

type PowerLine = Omit<PowerRow, 'item' | 'name'>

/** Transfers as people read them, with the units by name. */
async function powerLines(db: Db, moves: readonly Move[]): Promise<PowerLine[]> {
  const units = [...new Set(moves.flatMap(({ toUnit, from }) => [toUnit, from.unit]))]
  const titles = new Map(
    (await findUnitTitles(db, units)).map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]),
  )
  const nameOf = (unit: string) => titles.get(unit) ?? { zh: unit, en: unit }
  return moves.map(({ level, toUnit, on, from, document }) => ({
    ...{ level, unit: toUnit, unitName: nameOf(toUnit), since: on, document },
    before: { ...from, unitName: nameOf(from.unit) },
  }))
}

export async function powerLine(db: Db, move: Move): Promise<PowerLine> {
  const [line] = await powerLines(db, [move])
  if (!line) throw new Error('A transfer has one line')
  return line
}

export async function powerRows(db: Db, today: Day): Promise<PowerRow[]> {
  const found: { item: string; name: PowerRow['name']; move: Move }[] = []
  for (const { subject, state } of await listReform<Power>(db, 'power')) {
    const move = powerOn(state, today) ?? state.moves.at(-1)
    const [version] = await findVersions(db, subject)
    if (move && version) found.push({ item: subject, name: version.summary.name, move })
  }
  const lines = await powerLines(
    db,
    found.map(({ move }) => move),
  )
  return lines.map((line, at) => ({
    item: found[at]?.item ?? '',
    name: found[at]?.name ?? line.unitName,
    ...line,
  }))
}

/** What the catalogue asks the cases above it; handed in by whoever puts the modules together. */
export interface ReformCases {
  /** Cases of items received since a day, by item. */
  readonly countSince: (
    db: Db,
    items: readonly string[],
    since: Day,
  ) => Promise<readonly { readonly item: string; readonly cases: number }[]>
  /** Cases of an item received within a span, by unit. */
  readonly volumes: (
    db: Db,
    asked: { readonly item: string; readonly from: Day; readonly until: Day },
  ) => Promise<PowerDetail['volumes']['before']>
  /** Cases received since a day that a unit decided all the same. */
  readonly decidedBy: (
    db: Db,
    asked: { readonly item: string; readonly unit: string; readonly since: Day },
  ) => Promise<number>
  /** Cases of one applicant that one unit turned away and another one met within so many days. */
  readonly bounced: (
    db: Db,
    asked: { readonly item: string; readonly since: Day; readonly days: number },
  ) => Promise<readonly (readonly string[])[]>
}

/** A transfer, with the figures of both sides and what contradicts it. */
export async function powerDetail(
  db: Db,
  item: string,
  today: Day,
  cases: ReformCases,
): Promise<PowerDetail> {
  const found = await findReform<Power>(db, 'power', item)
  const move = found?.state.moves.at(-1)
  const [head] = await findVersions(db, item)
  if (!move || !head) throw refuse('reform.power-never-moved')
  const { comparedDays: days, bounceDays } = settingsOn(today)
  const { on } = move
  const around = (offset: number) => dayOfNumber(dayNumber(on) + offset)
  const before = await findVersionOn(db, item, around(-1))
  const after = await findVersionOn(db, item, on > today ? on : today)
  const bounced = await cases.bounced(db, { item, since: on, days: bounceDays })
  const decidedAbove = await cases.decidedBy(db, { item, unit: move.from.unit, since: on })
  const steps = (after?.content.steps ?? []).map(({ unit }) => unit)
  const flags: PowerFlag[] = [
    ...(move.sealOn === null && on <= today ? (['sealAbove'] as const) : []),
    ...(steps.includes(move.from.unit) ? (['stepAbove'] as const) : []),
    ...(decidedAbove > 0 ? (['decidedAbove'] as const) : []),
    ...(bounced.length > 0 ? (['bounced'] as const) : []),
    ...(move.staff === 0 ? (['noStaff'] as const) : []),
  ]
  const { trainedOn, trained, staff, sealOn } = move
  return {
    ...{
      item,
      name: head.summary.name,
      ...(await powerLine(db, move)),
      trainedOn,
      trained,
      staff,
      sealOn,
      days,
      flags,
    },
    volumes: {
      before: await cases.volumes(db, { item, from: around(-days), until: on }),
      after: await cases.volumes(db, { item, from: on, until: around(days) }),
    },
    limits: {
      before: before?.content.limits.committed ?? null,
      after: after?.content.limits.committed ?? null,
    },
    bounced: bounced.map((numbers) => [...numbers]),
  }
}

/** Cancelled items and those in force that resemble them: found by the words of the name, then compared as a whole. */
export async function revivals(database: Database, jurisdiction: string, today: Day, cases: ReformCases) {
  const scope = { jurisdiction, account: '', reach: 'jurisdiction' } as const
  const cancelled = await database.read(scope, findCancelled)
  const rows: Omit<Revival, 'cases'>[] = []
  for (const { item, cancellation, content } of cancelled) {
    if (cancellation.from > today) continue
    const words = { words: [...new Set(chineseRuns(content.name.zh).flatMap(pairsOf))], intent: intentOf('') }
    // Words are asked as the system, as the search does; what it answers is public.
    const near = await database.read({ jurisdiction: EVERY_JURISDICTION }, (db) =>
      findResembling(db, words, { jurisdiction, day: today }, { least: 1, limit: 60 }),
    )
    for (const candidate of near.filter((one) => one.item !== item)) {
      const other = await database.read(scope, (db) => findVersionOn(db, candidate.item, today))
      if (!other) continue
      const { likeness, alike } = likenessOf(content, other.content)
      if (likeness < settingsOn(today).likeness) continue
      const { name } = other.content
      rows.push({
        cancelled: { item, name: content.name, from: cancellation.from },
        ...{ item: other.item, name, unit: other.unit, publishedFrom: other.from, likeness, alike },
      })
    }
  }
  const counted = await database.read(scope, (db) =>
    Promise.all(rows.map(({ item, cancelled: { from } }) => cases.countSince(db, [item], from as Day))),
  )
  return rows.map((row, at) => ({ ...row, cases: counted[at]?.[0]?.cases ?? 0 }))
}

/** The same item in other places, as anybody may compare it. */
export async function comparison(
  database: Database,
  given: { readonly jurisdiction: string; readonly item: string; readonly today: Day },
): Promise<{ item: string; basicCode: string | null; rows: CompareRow[] }> {
  const { jurisdiction, item, today } = given
  const own = await database.read({ jurisdiction, account: '', reach: 'none' }, (db) =>
    findVersionOn(db, item, today),
  )
  if (!own) throw refuse('catalogue.no-such-item', { item: item.slice(0, 80) })
  const basicCode = own.content.codes.basic
  const places =
    basicCode === null
      ? [{ jurisdiction, item, unit: own.unit, content: own.content }]
      : await database.read({ jurisdiction: EVERY_JURISDICTION }, (db) => findPlaces(db, basicCode, today))
  return { item, basicCode, rows: comparePlaces(places) }
}

/** Before publishing: who runs by which version, what the draft changes, and which cancelled item it resembles. */
export async function draftImpact(
  db: Db,
  item: string,
  today: Day,
  countOpenCases: (db: Db, item: string) => Promise<readonly { version: number; cases: number }[]>,
): Promise<DraftImpact> {
  const draft = await findDraft(db, item)
  if (!draft) throw refuse('catalogue.no-draft', { item: item.slice(0, 80) })
  const versions = await findVersions(db, item)
  const open = new Map((await countOpenCases(db, item)).map(({ version, cases }) => [version, cases]))
  const before = await findVersionOn(db, item, today)
  const cancelled = await findCancelled(db)
  return {
    item,
    version: versions[0]?.version ?? null,
    openCases: versions.flatMap(({ version, from }) => {
      const cases = open.get(version) ?? 0
      return cases > 0 ? [{ version, from, cases }] : []
    }),
    changes: changesBetween(before?.content, draft.content),
    resembles: cancelled
      .filter((one) => one.item !== item)
      .map(({ item: code, content }) => ({
        item: code,
        name: content.name,
        likeness: likenessOf(content, draft.content).likeness,
      }))
      .filter(({ likeness }) => likeness >= settingsOn(today).likeness)
      .sort((a, b) => b.likeness - a.likeness),
  }
}

/** Laws that were reviewed, with the items that rest on each and whether that stops them. */
export async function lawRows(db: Db, today: Day) {
  const repealed = await repealedLaws(db, today)
  const rows = []
  for (const [subject, state] of [...(await reviewedLaws(db))].sort()) {
    const resting = await findResting(db, subject, today)
    const items = resting.map(({ item, summary, basis }) => ({
      ...{ item, name: summary.name },
      stopped: !basis.some((clause) => isLaw(clause, today, repealed)),
    }))
    rows.push({ law: subject, ...state, items })
  }
  return rows
}
