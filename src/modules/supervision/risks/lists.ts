import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent, Subscription } from '#engines/ledger/index.ts'
import {
  CASE_STREAM,
  caseEventOf,
  caseNoOf,
  findStates,
  isCaseStream,
  type LivingCase,
} from '#modules/cases/index.ts'
import { findItemUnits } from '#modules/catalogue/index.ts'
import { actOfEnquiry, actsOfCase, ENQUIRY_STREAM, type Question, questionOf } from './acts.ts'
import { findQuestions, type ListedAct, putActs } from './store.ts'

/** Acts by month, unit and counter: what nobody can be blamed for once and what shows when it is counted. */
export const riskLists: Projection = {
  name: 'supervision/risks',
  tables: ['risk_act'],
  apply: (db, events) => listActs(db, events),
}

/** Cases and enquiries lie below and know nothing of this. */
export const followRisks: Subscription = {
  name: 'supervision/risks',
  follows: [{ stream: CASE_STREAM }, { stream: ENQUIRY_STREAM }],
  handle: (db, events) => listActs(db, events),
}

async function listActs(db: Db, events: readonly StoredEvent[]): Promise<void> {
  await putActs(db, [
    ...(await ofCases(
      db,
      events.filter(({ stream }) => isCaseStream(stream)),
    )),
    ...(await ofEnquiries(
      db,
      events.filter(({ stream }) => stream.startsWith(ENQUIRY_STREAM)),
    )),
  ])
}

async function ofCases(db: Db, events: readonly StoredEvent[]): Promise<ListedAct[]> {
  if (events.length === 0) return []
  const numbers = [...new Set(events.map(({ stream }) => caseNoOf(stream)))]
  const states = new Map<string, LivingCase>(
    (await findStates(db, numbers)).map(({ caseNo, state }) => [caseNo, state]),
  )
  return events.flatMap((event) => {
    const state = states.get(caseNoOf(event.stream))
    return state
      ? actsOfCase(caseEventOf(event), event.actor, state).map((act, place) => listed(event, act, place))
      : []
  })
}

async function ofEnquiries(db: Db, events: readonly StoredEvent[]): Promise<ListedAct[]> {
  if (events.length === 0) return []
  const questions = new Map<string, Question>(
    (await findQuestions(db, [...new Set(events.map(({ stream }) => stream))])).map(
      ({ stream, ...question }) => [stream, question],
    ),
  )
  for (const event of events)
    if (event.type === 'EnquiryAsked') questions.set(event.stream, questionOf(event))
  const unitOf = await findItemUnits(
    db,
    [...questions.values()].flatMap(({ item }) => item ?? []),
  )
  return events.flatMap((event) => {
    const question = questions.get(event.stream)
    const act = question && actOfEnquiry(event, { question, unitOf })
    return act ? [listed(event, act, 0)] : []
  })
}

const listed = (
  { stream, version, occurredAt }: StoredEvent,
  act: Omit<ListedAct, 'stream' | 'version' | 'place' | 'happenedAt'>,
  place: number,
): ListedAct => ({
  ...act,
  ...{ stream, version, place, happenedAt: occurredAt },
})
