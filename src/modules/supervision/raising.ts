import { DAY_MS, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import { appendMany, type BulkStream } from '#engines/ledger/index.ts'
import { type Evidence, type Finding, findingsOf, judge, type Rule, RULES } from '#engines/rules/index.ts'
import { type CardEvidence, type CardEvent, type CardRaised, cardId, cardStream } from './card.ts'
import { findCardsOfCases, type ListedCard, lockCards } from './card-store.ts'
import type { StoredCase } from './case-events.ts'
import { applyEvents } from './lists.ts'
import type { Evaluated } from './looking.ts'
import { instantText, workingDaysAfter } from './moments.ts'
import { dayAt } from './moments.ts'
import { replyWorkingDays } from './policy.ts'

/** Who raises cards: the rules. People answer, judge and withdraw. */
export const RULES_ACTOR = 'rules'

/** Findings of these rules come from the reporting itself (see `reporting.ts`); no later event of the case removes them. */
const REPORTING_RULES: ReadonlySet<string> = new Set(['SV-14', 'SV-15'])

export interface Raising {
  /** When this is recorded; live, also the instant of supervision. */
  readonly now: EpochMs
  readonly calendar: Calendar
  /** The rules in force here; those of the platform unless the office has made its own. */
  readonly rules?: readonly Rule[]
}

/** Everything the rules find in some cases, as cards they would raise; sorted out by case. */
export function findings(
  evaluated: Evaluated,
  { now, calendar, rules: among = RULES }: Raising,
): Map<string, CardRaised[]> {
  const { log, at, histories, facts, cases } = evaluated
  const found = new Map<string, CardRaised[]>()
  const places = new Map(cases.map(({ history }, index) => [history.caseId, index]))
  const replyByAll = workingDaysAfter(now, replyWorkingDays(dayAt(now)), calendar)
  for (const finding of findingsOf(judge(histories, log.profile, { at, calendar, among }))) {
    const index = places.get(finding.caseId) ?? -1
    const own = found.get(finding.caseId) ?? []
    const occasion = occasionOf(finding, own)
    const fault = { log: log.log, caseId: finding.caseId, rule: finding.rule, occasion }
    const { replyDays } = among.find(({ code }) => code === finding.rule) ?? {}
    own.push({
      ...fault,
      card: cardId(fault),
      level: finding.level,
      unit: facts[index]?.unit ?? null,
      person: personAt(cases[index], finding.at),
      effectiveAt: new Date(finding.at).toISOString(),
      replyBy: replyDays === undefined ? replyByAll : workingDaysAfter(now, replyDays, calendar),
      because: finding.because,
      evidence: finding.evidence.map((one) => evidenceOf(one, cases[index])),
      ...versionOf(finding, among),
    })
    found.set(finding.caseId, own)
  }
  return found
}

/** The version it was raised by, where the office made one; an own rule also says what it is called and founded on. */
function versionOf({ rule, edition }: Finding, among: readonly Rule[]): Partial<CardRaised> {
  if (edition === undefined) return {}
  const own = RULES.some(({ code }) => code === rule) ? undefined : among.find(({ code }) => code === rule)
  return { ruleVersion: edition, ...(own ? { ruleTitle: own.title, ruleBasis: own.basis } : {}) }
}

/** Who acted last before the fault was complete: the case lay with them, or they had passed it to nobody. */
function personAt(stored: StoredCase | undefined, at: EpochMs): string | null {
  const before = stored?.history.events.filter((event) => event.at <= at && event.resource !== undefined)
  return before?.at(-1)?.resource ?? null
}

/** A rule speaks once at each level of a case; where it speaks oftener, its findings are told apart by their order. */
function occasionOf({ rule, level }: Finding, earlier: readonly CardRaised[]): string {
  const same = earlier.filter((card) => card.rule === rule && card.level === level).length
  return same === 0 ? level : `${level}-${same + 1}`
}

function evidenceOf({ activity, at, resource }: Evidence, stored: StoredCase | undefined): CardEvidence {
  const place =
    stored?.history.events.findIndex((event) => event.activity === activity && event.at === at) ?? -1
  return {
    text: {
      zh: resource ? `${activity}（${resource}）` : activity,
      en: resource ? `${activity} (${resource})` : activity,
    },
    version: stored?.versions[place] ?? null,
    at: instantText(at),
    activity,
    resource: resource ?? null,
  }
}

/**
 * Raises the cards that do not exist yet and notes on the others what has become of their finding. One fault has one
 * card: what was raised before, by whatever road, and also what was withdrawn, is not raised again.
 */
export async function raiseFindings(
  db: Db,
  evaluated: Evaluated,
  found: ReadonlyMap<string, readonly CardRaised[]>,
  raising: Raising,
): Promise<string[]> {
  const { log, rules } = evaluated
  const asked = [...found.values()].flat()
  const carded = [...rules].filter(([, own]) => own.length > 0).map(([caseId]) => caseId)
  if (asked.length === 0 && carded.length === 0) return []
  const there = new Map<string, ListedCard>()
  if (asked.length > 0)
    for (const card of await lockCards(
      db,
      asked.map(({ card }) => card),
    ))
      there.set(card.card, card)
  if (carded.length > 0)
    for (const card of await findCardsOfCases(db, log.log, carded)) there.set(card.card, card)
  const fresh = asked.filter(({ card }) => !there.has(card))
  const again = new Set(asked.map(({ card }) => card))
  const noted = [...there.values()].filter((card) => changedFinding(card, again.has(card.card)))
  await recordCards(
    db,
    [
      ...fresh.map((data) => ({
        card: data.card,
        at: Date.parse(data.effectiveAt),
        event: { type: 'CardRaised' as const, data },
      })),
      ...noted.map((card) => ({ card: card.card, at: raising.now, event: factOf(!card.stillFound) })),
    ],
    raising,
  )
  return fresh.map(({ card }) => card)
}

const changedFinding = (card: ListedCard, found: boolean): boolean =>
  card.status !== 'withdrawn' && card.stillFound !== found && !REPORTING_RULES.has(card.rule)

const factOf = (stillFound: boolean): CardEvent => ({
  type: 'CardFactNoted',
  data: {
    stillFound,
    text: stillFound
      ? { zh: '依现有事件，该规则再次成立', en: 'by the events as now known the rule finds this again' }
      : {
          zh: '依后来到达的事件，该规则已不再成立；牌不自动消失，监察可以撤销',
          en: 'by events that arrived later the rule no longer finds this; the card stays, and supervision may withdraw it',
        },
  },
})

export interface CardRecord {
  readonly card: string
  readonly at: EpochMs
  readonly event: CardEvent
}

/** Writes events of cards and brings the lists up to date. */
export async function recordCards(
  db: Db,
  records: readonly CardRecord[],
  { now, calendar }: Raising,
  actor = RULES_ACTOR,
): Promise<void> {
  if (records.length === 0) return
  const streams = new Map<string, BulkStream & { events: BulkStream['events'][number][] }>()
  for (const { card, at, event } of records) {
    const stream = cardStream(card)
    const own = streams.get(stream) ?? { stream, events: [] }
    own.events.push({ type: event.type, occurredAt: at, actor, payload: event.data })
    streams.set(stream, own)
  }
  const stored = await appendMany(db, { streams: [...streams.values()], recordedAt: now })
  await applyEvents(db, stored, calendar)
  const unique = [...new Set(records.map(({ card }) => card))]
  for (let start = 0; start < unique.length; start += CARDS_PER_NOTICE) {
    db.notify(
      CARD_CHANNEL,
      JSON.stringify([db.scope.jurisdiction, ...unique.slice(start, start + CARDS_PER_NOTICE)]),
    )
  }
}

/** Names of cards that were raised or changed, after their jurisdiction; a message of PostgreSQL holds 8,000 bytes. */
export const CARD_CHANNEL = 'xiaoneng_cards'
const CARDS_PER_NOTICE = 100

/** The next instant at which a rule will find something if nothing more happens; null: never, as far as can be seen. */
export function nextFindings(
  { log, at, histories }: Evaluated,
  { calendar, rules: among }: Raising,
): (EpochMs | null)[] {
  const next: (EpochMs | null)[] = Array.from({ length: histories.caseCount }, () => null)
  for (const { hits } of judge(histories, log.profile, { at: at + HORIZON_MS, calendar, among }).rules) {
    for (const hit of hits) {
      const known = next[hit.caseIndex] ?? null
      if (hit.at >= at && (known === null || hit.at + 1 < known)) next[hit.caseIndex] = hit.at + 1
    }
  }
  return next
}

/** How far ahead rules are asked: no limit of a rule is longer than some months, and every new event asks again. */
const HORIZON_MS = 400 * DAY_MS

export const soonerOf = (a: EpochMs | null, b: EpochMs | null): EpochMs | null =>
  a === null ? b : b === null ? a : Math.min(a, b)
