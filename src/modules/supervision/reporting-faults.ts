import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream } from '#engines/ledger/index.ts'
import { type CardRaised, cardId, cardStream, type ReportGap } from './card.ts'
import { cardEvent } from './card-list.ts'
import { findCardsOfRule, lockCards } from './card-store.ts'
import { lockCases } from './case-store.ts'
import { dayAt, instantText, workingDaysAfter } from './moments.ts'
import { lateReportHours, replyWorkingDays } from './policy.ts'
import { type CardRecord, type Raising, recordCards } from './raising.ts'
import type { Report, Reported } from './reporting.ts'
import type { Sequence } from './sequence.ts'
import type { WatchedLog } from './watched-log.ts'

/** A reported event with the report it came in. */
export interface Taken {
  readonly report: Report
  readonly event: Reported
}

/** What a batch of reports brought: new events, the same with another content, and which numbers were known before and after. */
export interface Arrived {
  readonly taken: readonly Taken[]
  readonly edited: readonly Taken[]
  readonly before: ReadonlyMap<string, Sequence>
  readonly after: ReadonlyMap<string, Sequence>
}

interface Fault {
  readonly rule: 'SV-14' | 'SV-15'
  readonly level: 'notice' | 'yellow'
  readonly occasion: string
  readonly taken: Taken
  readonly because: CardRaised['because']
  readonly gap?: ReportGap
}

/** ESUP-01: late upload, deleted events, edited times, gaps in the sequence; and what becomes of a gap that closes. */
export async function raiseReportingFaults(
  db: Db,
  log: WatchedLog,
  arrived: Arrived,
  raising: Raising,
): Promise<void> {
  const { now } = raising
  const faults = [...gapFaults(arrived), ...lateFaults(arrived, now), ...editFaults(arrived)]
  const raised = faults.length > 0 ? await cardsOf(db, log, faults, raising) : []
  const unique = [...new Map(raised.map((data) => [data.card, data])).values()]
  const names = unique.map(({ card }) => card)
  const there = new Set(names.length > 0 ? (await lockCards(db, names)).map(({ card }) => card) : [])
  const records: CardRecord[] = unique
    .filter(({ card }) => !there.has(card))
    .map((data) => ({ card: data.card, at: now, event: { type: 'CardRaised', data } }))
  await recordCards(db, [...records, ...(await closedGaps(db, log, arrived, now))], raising)
}

async function cardsOf(
  db: Db,
  log: WatchedLog,
  faults: readonly Fault[],
  { now, calendar }: Raising,
): Promise<CardRaised[]> {
  const caseIds = [...new Set(faults.map(({ taken }) => taken.event.caseId))].sort()
  const units = new Map((await lockCases(db, log.log, caseIds)).map((row) => [row.caseId, row.unit]))
  const replyBy = workingDaysAfter(now, replyWorkingDays(dayAt(now)), calendar)
  return faults.map(({ rule, level, occasion, taken, because, gap }): CardRaised => {
    const { caseId, activity, resource = null, at } = taken.event
    const fault = { log: log.log, caseId, rule, occasion }
    return {
      ...fault,
      card: cardId(fault),
      level,
      unit: units.get(caseId) ?? taken.report.unit,
      person: resource,
      effectiveAt: new Date(now).toISOString(),
      replyBy,
      because,
      evidence: [{ text: because, version: null, at: instantText(at, log.zone), activity, resource }],
      ...(gap ? { gap } : {}),
    }
  })
}

function gapFaults({ taken, before, after }: Arrived): Fault[] {
  return [...after].flatMap(([source, { gaps }]) => {
    const old = before.get(source)?.highest ?? 0
    return gaps
      .filter(([from]) => from > old)
      .flatMap(([from, to]): Fault[] => {
        const next = taken.find(({ report, event }) => report.source === source && event.sequence === to + 1)
        if (!next) return []
        const numbers = from === to ? String(from) : `${from}–${to}`
        return [
          {
            rule: 'SV-14',
            level: 'yellow',
            occasion: `gap ${source} ${from}`,
            taken: next,
            because: {
              zh: `系统“${source}”的上报序号缺 ${numbers}，事件可能被删除或没有上报`,
              en: `the numbers ${numbers} of the system "${source}" are missing: events may have been deleted or withheld`,
            },
            gap: { source, from, to },
          },
        ]
      })
  })
}

function lateFaults({ taken }: Arrived, now: EpochMs): Fault[] {
  const hours = lateReportHours(dayAt(now))
  return taken
    .filter(({ event }) => now - event.at > hours * 3_600_000)
    .map((one) => ({
      rule: 'SV-15' as const,
      level: 'notice' as const,
      occasion: `late ${one.report.source} ${one.event.id}`,
      taken: one,
      because: {
        zh: `“${one.event.activity}”发生于 ${instantText(one.event.at)}，${instantText(now)} 才上报，超过 ${hours} 小时`,
        en: `"${one.event.activity}" happened at ${instantText(one.event.at)} and was reported only at ${instantText(now)}, more than ${hours} hours later`,
      },
    }))
}

const editFaults = ({ edited }: Arrived): Fault[] =>
  edited.map((one) => ({
    rule: 'SV-15' as const,
    level: 'yellow' as const,
    occasion: `edited ${one.report.source} ${one.event.id}`,
    taken: one,
    because: {
      zh: `系统“${one.report.source}”用同一编号 ${one.event.id} 再次上报，内容与首次不同（时间 ${instantText(one.event.at)}）；以首次上报为准`,
      en: `the system "${one.report.source}" reported ${one.event.id} again with another content (time ${instantText(one.event.at)}); the first report stands`,
    },
  }))

/** The cards of gaps whose numbers have all arrived meanwhile say so; supervision may then withdraw them. */
async function closedGaps(
  db: Db,
  log: WatchedLog,
  { before, after }: Arrived,
  now: EpochMs,
): Promise<CardRecord[]> {
  const isOpen = ({ source, from, to }: ReportGap) =>
    (after.get(source)?.gaps ?? []).some(([first, last]) => first <= to && last >= from)
  const narrowed = [...before].some(([source, { gaps }]) =>
    gaps.some(([from, to]) => !(after.get(source)?.gaps ?? []).some(([a, b]) => a === from && b === to)),
  )
  if (!narrowed) return []
  const records: CardRecord[] = []
  for (const { card } of await findCardsOfRule(db, log.log, 'SV-14')) {
    const [first] = await readStream(db, cardStream(card))
    const event = first && cardEvent(first)
    const gap = event?.type === 'CardRaised' ? event.data.gap : undefined
    if (!gap || !before.has(gap.source) || isOpen(gap)) continue
    records.push({ card, at: now, event: { type: 'CardFactNoted', data: factOfGap(gap) } })
  }
  return records
}

const factOfGap = ({ source, from, to }: ReportGap) => ({
  stillFound: false,
  text: {
    zh: `系统“${source}”缺少的序号 ${from === to ? from : `${from}–${to}`} 已经补报；牌不自动消失，监察可以撤销`,
    en: `the missing numbers ${from === to ? from : `${from}–${to}`} of the system "${source}" have arrived; the card stays, and supervision may withdraw it`,
  },
})
