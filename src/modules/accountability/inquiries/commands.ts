import type { Day, EpochMs } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import type { Db } from '#kernel/sql.ts'
import { lastDayBefore, parseLimit } from '#engines/clocks/index.ts'
import {
  anyFolding,
  changeFolded,
  type Changed,
  type Folding,
  foldingLists,
  type StoredEvent,
  type Subscription,
} from '#engines/ledger/index.ts'
import { findHeadsOf } from '#modules/access/index.ts'
import {
  FINDING_STREAM,
  findFinding,
  findFindings,
  findingOfStream,
  type FindingState,
  isSealed,
  severityOf,
  standing,
} from '#modules/findings/index.ts'
import { lastDayOf, todayAt } from '../files/clocks.ts'
import { ladderFor } from '../instruments/lists.ts'
import type { LadderNumbers } from '../instrument-shape.ts'
import { type Counted, crossed, evolveInquiry, type Inquiry, type InquiryEvent } from './inquiry.ts'
import { findInquiries, findInquiry, findOpenInquiry, putInquiry } from './store.ts'

const inquiries: Folding<Inquiry, InquiryEvent> = {
  prefix: 'principal-inquiry/',
  evolve: evolveInquiry,
  find: findInquiry,
  put: putInquiry,
}

export const inquiryLists = foldingLists(
  'principal inquiries',
  ['principal_inquiry'],
  [anyFolding(inquiries)],
)

export const changeInquiry = (
  db: Db,
  inquiry: string,
  decide: (state: Inquiry | undefined) => readonly InquiryEvent[],
  doing: Changed,
) => changeFolded(db, { ...inquiries, lists: inquiryLists }, inquiry, decide, doing)

/** What was found of a unit within a year and still stands. */
async function countedOf(db: Db, unit: string, today: Day): Promise<Counted> {
  const from = lastDayBefore(today, parseLimit('1Y'))
  // What is sealed opens nothing that the office would see: it is looked at when it is released.
  const found = (await findFindings(db, { unit, from })).filter(
    (one) => one.status !== 'withdrawn' && !isSealed(one),
  )
  const ids = (some: typeof found) => some.map(({ finding }) => finding)
  return {
    grave: ids(found.filter((one) => severityOf(one) === 'grave')),
    overdue: ids(found.filter(({ conduct, kind }) => kind === 'time' && conduct === 'overLimit')),
    bottomThree: ids(oncePerEvaluation(found.filter(({ conduct }) => conduct === 'lastThree'))),
  }
}

/** 评议末三位: one evaluation counts once, however often it was entered. */
const oncePerEvaluation = (found: readonly FindingState[]): FindingState[] => [
  ...new Map(found.map((one) => [standing(one)[0]?.sourceId, one])).values(),
]

/** Looks at the thresholds of one unit, and opens or joins the inquiry into its principal. It opens; people answer. */
async function lookAtPrincipal(db: Db, unit: string, now: EpochMs): Promise<void> {
  const today = todayAt(now)
  const { numbers } = await ladderFor(db, today)
  const least = { grave: numbers.grave, overdue: numbers.overdue, bottomThree: numbers.bottomThree }
  const over = crossed(await countedOf(db, unit, today), least)
  const past = (await findInquiries(db)).filter((one) => one.unit === unit)
  for (const { because, findings } of over) {
    // What an inquiry was about already opens no other one.
    const known = new Set(past.filter((one) => one.because.includes(because)).flatMap((one) => one.findings))
    const fresh = findings.filter((one) => !known.has(one))
    if (fresh.length === 0 || (known.size > 0 && fresh.length < least[because])) continue
    await openOrJoin(db, { unit, because, findings, numbers }, { today, now })
  }
}

interface Crossing {
  readonly unit: string
  readonly because: Inquiry['because'][number]
  readonly findings: readonly string[]
  readonly numbers: LadderNumbers
}

async function openOrJoin(
  db: Db,
  { unit, because, findings, numbers }: Crossing,
  { today, now }: { readonly today: Day; readonly now: EpochMs },
): Promise<void> {
  const doing = { actor: 'rules', now }
  const open = await findOpenInquiry(db, unit)
  if (open) {
    await changeInquiry(db, open.inquiry, () => [{ type: 'InquiryJoined', because, findings }], doing)
    return
  }
  const answerBy = await lastDayOf(db, today, numbers.inquiryBy)
  const principal = await principalOf(db, unit)
  const opened = { unit, principal, because, findings, on: today, answerBy }
  await changeInquiry(db, newId(now), () => [{ type: 'InquiryOpened', ...opened }], doing)
}

/** The head of the unit on the day on which it opens. */
const principalOf = async (db: Db, unit: string): Promise<string | null> =>
  (await findHeadsOf(db, unit))[0]?.account ?? null

/** 一把手问责: every finding is looked at with the others of its unit. Following twice changes nothing. */
export const followPrincipals = (now: () => EpochMs): Subscription => ({
  name: 'principal inquiries',
  follows: [{ stream: FINDING_STREAM }],
  async handle(db, events: readonly StoredEvent[]) {
    const units = new Set<string>()
    for (const { stream } of events) {
      const finding = findingOfStream(stream)
      const unit = finding === undefined ? undefined : (await findFinding(db, finding))?.unit
      if (unit !== undefined) units.add(unit)
    }
    for (const unit of units) await lookAtPrincipal(db, unit, now())
  },
})
