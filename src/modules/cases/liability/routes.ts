import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import { record } from '#engines/ledger/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findPostTitles } from '#modules/organisation/index.ts'
import * as contract from '../contract.ts'
import type { LiabilityRow } from '../contract.ts'
import { REACH } from '../desk-acts.ts'
import { instantText, type ListNames, listNames } from '../kinds/people.ts'
import {
  concludeInquiry,
  type InquiryConcluded,
  type Liability,
  type LiabilityEvent,
  liabilityStream,
  openInquiry,
} from './liability.ts'
import { liabilityLists } from './lists.ts'
import { refuse } from './refusals.ts'
import { findLiability, listLiabilities, lockLiability } from './store.ts'

/** 默认和超时的责任: the department by itself, then the person in it, by supervision. */
export const liabilityRoutes = (): Route[] => [
  route(contract.listLiabilities, (call) =>
    call.read(async (db) => {
      const found = (await listLiabilities(db, { limit: 500 })).map(({ content }) => content)
      return { rows: await rowsOf(db, found, call.now) }
    }),
  ),
  route(contract.openInquiry, (call) =>
    changing(call, (state, by) =>
      openInquiry(state, { note: call.body.note, due: instantText(state.dueAt).slice(0, 10) }, by),
    ),
  ),
  route(contract.concludeInquiry, (call) =>
    changing(call, async (state, by, db) => concludeInquiry(state, await named(db, call.body, state), by)),
  ),
]

type LiabilityCall = Pick<Call<{ liability: string }>, 'params' | 'caller' | 'now' | 'transaction'>

interface By {
  readonly account: string
  readonly unit: string | null
}

const changing = (
  { params, caller, now, transaction }: LiabilityCall,
  decide: (state: Liability, by: By, db: Db) => LiabilityEvent[] | Promise<LiabilityEvent[]>,
): Promise<LiabilityRow> =>
  transaction(async (db) => {
    const stored = await lockLiability(db, params.liability)
    if (!stored) throw refuse('liability.not-found', params)
    const events = await decide(stored.content, caller, db)
    await record(db, [liabilityLists], {
      stream: liabilityStream(params.liability),
      expectedVersion: stored.version,
      recordedAt: now,
      events: events.map(({ type, data }) => ({
        type,
        payload: { ...data },
        actor: caller.account,
        occurredAt: now,
      })),
    })
    const changed = await findLiability(db, params.liability)
    const [row] = await rowsOf(db, changed ? [changed.content] : [], now)
    return row as LiabilityRow
  }, REACH)

/** Somebody with an account is named as the account says, and works in the department that answers. */
async function named(db: Db, asked: InquiryConcluded, { unit }: Liability): Promise<InquiryConcluded> {
  if (asked.person === null) return asked
  const [person] = await findPeople(db, [asked.person])
  if (!person || person.unit !== unit) throw refuse('liability.person-elsewhere', { person: asked.person })
  return { ...asked, personName: person.name }
}

async function rowsOf(db: Db, found: readonly Liability[], now: EpochMs): Promise<LiabilityRow[]> {
  const names = await listNames(db, {
    units: found.map(({ unit }) => unit),
    accounts: found.flatMap(({ inquiry, conclusion }) => [inquiry?.by ?? null, conclusion?.by ?? null]),
  })
  const desks = found.flatMap((one) => one.desks.map(deskOf))
  const posts = new Map(
    (await findPostTitles(db, desks)).map(({ unit, post, title, titleEn }) => [
      `${unit}/${post}`,
      { zh: title, en: titleEn },
    ]),
  )
  return found.map((one) => rowOf(one, { names, posts, now }))
}

function deskOf(desk: string) {
  const at = desk.indexOf('/')
  return { unit: desk.slice(0, at), post: desk.slice(at + 1) }
}

interface Around {
  readonly names: ListNames
  readonly posts: ReadonlyMap<string, { readonly zh: string; readonly en: string }>
  readonly now: EpochMs
}

function rowOf(one: Liability, { names, posts, now }: Around): LiabilityRow {
  const { inquiry, conclusion, desks, enteredAt, dueAt, unit, ...rest } = one
  return {
    ...{ liability: rest.liability, caseNo: rest.caseNo, item: rest.item, itemName: rest.itemName },
    ...{ because: rest.because, consequence: rest.consequence, stage: rest.stage, card: rest.card },
    ...{ unit, unitName: names.unit(unit), enteredAt: instantText(enteredAt), dueAt: instantText(dueAt) },
    overdue: rest.stage !== 'concluded' && now >= dueAt,
    desks: desks.map((desk) => posts.get(desk) ?? { zh: deskOf(desk).post, en: deskOf(desk).post }),
    inquiry: inquiry && { by: names.by(inquiry.by), at: instantText(inquiry.at), note: inquiry.note },
    conclusion: conclusion && {
      ...{ by: names.by(conclusion.by), at: instantText(conclusion.at), cause: conclusion.cause },
      ...{ personName: conclusion.personName, finding: conclusion.finding, measure: conclusion.measure },
    },
  }
}
