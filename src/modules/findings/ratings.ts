import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream, type StoredEvent, type Subscription } from '#engines/ledger/index.ts'
import {
  CASE_STREAM,
  type CaseEvent,
  caseEventOf,
  caseNoOf,
  caseStream,
  findRated,
  findStates,
  isCaseStream,
} from '#modules/cases/index.ts'
import { GRADE_WORDS } from '#modules/cases/terms.ts'
import { dayAt } from './moments.ts'
import type { NetworkSource } from './network.ts'
import { openFinding } from './opening.ts'

/** Ratings of a unit, of the cases that a post of it had, or of a case, for the one view of all sources. */
export const ratingsKnown: NetworkSource = async (db, { unit, post, matter }) => {
  if (unit === undefined && matter === undefined) return []
  return (await findRated(db, { unit, post, caseNo: matter })).map(({ caseNo, grade, lastAt }) => ({
    ...{ source: 'rating', sourceName: { zh: '好差评', en: 'rating' }, id: caseStream(caseNo) },
    ...{ on: dayAt(lastAt), text: caseNo, state: GRADE_WORDS[grade] },
  }))
}

type Rated = Extract<CaseEvent, { type: 'CaseRated' }>['data']

const BAD: ReadonlySet<Rated['grade']> = new Set(['dissatisfied', 'veryDissatisfied'])

/** Tags by which people say that it was the manner; other tags are about other things. */
const MANNER = /态度|蛮横|生硬|冷漠|attitude|rude/i

/**
 * 差评 (ESUP-11): what a resident said stands as a finding about the badge that was worn, and nobody but supervision can
 * withdraw it. His own words stay with the case; here stand the grade and the tags.
 */
export const followRatings = (now: () => EpochMs): Subscription => ({
  name: 'findings/ratings',
  follows: [{ stream: CASE_STREAM, types: ['CaseRated'] }],
  async handle(db, events) {
    for (const event of events) {
      if (!isCaseStream(event.stream) || event.type !== 'CaseRated') continue
      const rated = caseEventOf(event) as Extract<CaseEvent, { type: 'CaseRated' }>
      if (BAD.has(rated.data.grade)) await enterRating(db, event, rated.data, now())
    }
  },
})

async function enterRating(db: Db, event: StoredEvent, { grade, tags }: Rated, now: EpochMs): Promise<void> {
  const matter = caseNoOf(event.stream)
  const [stored] = await findStates(db, [matter])
  const [first] = await readStream(db, event.stream)
  if (!stored || !first) return
  const received = caseEventOf(first)
  const seat = received.type === 'CaseReceived' ? received.data : undefined
  const badge = seat?.badge ?? null
  await openFinding(
    db,
    {
      ...{ source: 'rating', sourceId: event.stream, matter, badge },
      unit: (badge && seat?.receivedAtUnit) ?? stored.state.plan.unit,
      conduct: tags.some((tag) => MANNER.test(tag)) ? 'rudeness' : 'managingOnly',
      severity: 'light',
      fact: `办事人评价“${GRADE_WORDS[grade].zh}”${tags.length > 0 ? `：${tags.join('、')}` : ''}`,
      happenedOn: dayAt(event.occurredAt),
    },
    { actor: 'system/ratings', now },
  )
}
