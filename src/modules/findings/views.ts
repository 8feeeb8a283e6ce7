import type { EpochMs } from '#kernel/day.ts'
import { type Bilingual, isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { RELATION_WORDS, type RelationKind } from '#modules/recusal/terms.ts'
import { conductOf, conducts, conductWords } from './conducts.ts'
import type { FindingAction, FindingRow, FindingView } from './contract.ts'
import * as decide from './decisions.ts'
import { exemptions } from './exemptions.ts'
import { type FindingState, isSealed, severityOf, standing } from './finding.ts'
import { dayAt, instantText } from './moments.ts'
import { type Names, namesOf } from './names.ts'
import { refuse } from './refusals.ts'
import type { StoredFinding } from './store.ts'
import { DISPOSITION_WORDS, REVIEW_WORDS, SOURCE_WORDS } from './terms.ts'

const accountsIn = ({
  account,
  handler,
  sources,
  answers,
  disposed,
  review,
  recused,
  remedy,
  withdrawn,
}: FindingState) => [
  ...(account === null ? [] : [account]),
  ...[...sources, ...answers, ...recused].map(({ by }) => by),
  ...[handler, disposed, review, review?.decided, remedy, withdrawn].flatMap((one) => one?.by ?? []),
]

const namesIn = (db: Db, states: readonly FindingState[]): Promise<Names> =>
  namesOf(db, {
    units: states.map(({ unit }) => unit),
    accounts: states.flatMap(accountsIn),
    matters: states.map(({ matter }) => matter),
  })

/** Findings as rows of a list. The states are what the reader may know of them (`openSide`). */
export async function findingRows(
  db: Db,
  found: readonly StoredFinding[],
  now: EpochMs,
): Promise<FindingRow[]> {
  const names = await namesIn(
    db,
    found.map(({ state }) => state),
  )
  return found.map((one) => rowOf(one, names, now))
}

const isOver = ({ status }: FindingState) => status === 'disposed' || status === 'withdrawn'

function rowOf({ state, version }: StoredFinding, names: Names, now: EpochMs): FindingRow {
  const { finding, unit, account, badge, matter, conduct, kind, status, happenedOn, disposed, handler } =
    state
  const held = standing(state)
  const told = held.length > 0 ? held : state.sources
  return {
    ...{ finding, badge, matter, conduct, kind, status, happenedOn, version },
    unit: names.unit(unit),
    person: account === null ? null : names.person(account),
    matterName: names.matter(matter),
    conductName: { zh: conductWords(conduct).zh, en: conductWords(conduct).en },
    style: conducts.find(({ code }) => code === conduct)?.style ?? null,
    severity: severityOf(state),
    sealed: isSealed(state),
    sources: [...new Set(told.map(({ source }) => source))],
    fact: told[0]?.fact ?? '',
    disposeBy: instantText(state.disposeBy),
    overdue: !isOver(state) && now >= state.disposeBy,
    disposition: disposed?.disposition ?? null,
    handler: handler && names.person(handler.by),
    remedyOwed: owesRemedy(state),
    remedyBy: disposed?.remedyBy ?? null,
  }
}

/** Somebody was harmed; what was ordered has a day, and until it is done it is owed. */
const owesRemedy = ({ conduct, happenedOn, status, disposed, remedy }: FindingState): boolean =>
  conductOf(conduct, happenedOn).harms &&
  status !== 'withdrawn' &&
  disposed?.disposition !== 'noFault' &&
  remedy === null

export interface Looking {
  readonly by: decide.FindingActor
  readonly permissions: ReadonlySet<string>
  readonly now: EpochMs
}

export async function findingView(db: Db, stored: StoredFinding, looking: Looking): Promise<FindingView> {
  const { state } = stored
  const names = await namesIn(db, [state])
  const { disposed, review, remedy, replyBy } = state
  return {
    ...rowOf(stored, names, looking.now),
    replyBy: replyBy === null ? null : instantText(replyBy),
    harms: conductOf(state.conduct, state.happenedOn).harms,
    told: state.sources.map(({ at, by: _, evidence, withdrawn, ...one }) => ({
      ...one,
      evidence: [...evidence],
      at: instantText(at),
      withdrawn: withdrawn && withdrawn.reason,
    })),
    disposed: disposed && {
      ...{ reason: disposed.reason, reference: disposed.reference },
      ground: exemptions.find(({ code }) => code === disposed.ground) ?? null,
      reviewUntil: disposed.reviewUntil === null ? null : instantText(disposed.reviewUntil),
      educatedBefore: [...disposed.educatedBefore],
    },
    review: review && {
      ...{ grounds: review.grounds, decideBy: instantText(review.decideBy) },
      outcome: review.decided?.outcome ?? null,
    },
    remedy: remedy && { what: remedy.what, on: remedy.on, proof: remedy.proof },
    history: historyOf(state, names),
    actions: actionsOf(state, looking),
  }
}

interface Line {
  readonly at: EpochMs
  readonly by: string
  readonly what: Bilingual
  readonly text: string
}

const said = (zh: string, en: string): Bilingual => ({ zh, en })

/** What happened to it, in order, as far as the reader may know: from the state, which leaves out what is sealed. */
function historyOf(state: FindingState, names: Names): FindingView['history'] {
  const { sources, answers, recused, handler, disposed, remedy, review, withdrawn } = state
  const lines: Line[] = [
    ...sources.map(({ source, fact, at, by }) => {
      const { zh, en } = SOURCE_WORDS[source]
      return { at, by, what: said(`登记（${zh}）`, `entered (${en})`), text: fact }
    }),
    ...sources.flatMap(({ withdrawn: gone }) =>
      gone ? [{ ...gone, what: said('撤销来源', 'source withdrawn'), text: gone.reason }] : [],
    ),
    ...answers.map((one) => ({
      ...one,
      what: one.late
        ? said('单位回复（逾期）', 'the unit answered, late')
        : said('单位回复', 'the unit answered'),
    })),
    ...recused.map((one) => {
      const { zh, en } = RELATION_WORDS[one.relation as RelationKind]
      return { ...one, what: said('申报回避', 'stood aside'), text: `${zh} ${en}` }
    }),
    ...(handler
      ? [{ ...handler, what: said('申报无回避情形，承办', 'declared no relation, handles it'), text: '' }]
      : []),
    ...(disposed ? [disposedLine(disposed)] : []),
    ...(remedy
      ? [{ ...remedy, what: said('补救', 'remedy'), text: `${remedy.on} ${remedy.what}（${remedy.proof}）` }]
      : []),
    ...(review ? [{ ...review, what: said('申请复核', 'asked for review'), text: review.grounds }] : []),
    ...(review?.decided ? [decidedLine(review.decided)] : []),
    ...(withdrawn && !review?.decided
      ? [{ ...withdrawn, what: said('撤销', 'withdrawn'), text: withdrawn.reason }]
      : []),
  ]
  return lines
    .sort((a, b) => a.at - b.at)
    .map(({ at, by, what, text }) => ({ at: instantText(at), by: names.person(by), what, text }))
}

function disposedLine(disposed: NonNullable<FindingState['disposed']>): Line {
  const { zh, en } = DISPOSITION_WORDS[disposed.disposition]
  return { ...disposed, what: said(`处置：${zh}`, `disposed: ${en}`), text: disposed.reason }
}

function decidedLine(decided: NonNullable<NonNullable<FindingState['review']>['decided']>): Line {
  const { zh, en } = REVIEW_WORDS[decided.outcome]
  return { ...decided, what: said(`复核：${zh}`, `review: ${en}`), text: decided.reason }
}

const SAMPLE = '——————'

/** What this reader may do now, and for the rest why not, by asking the decisions themselves. */
function actionsOf(state: FindingState, { by, permissions, now }: Looking): FindingView['actions'] {
  const handled = () => mustHandle(state, by.account)
  const disposing: decide.Disposing = {
    ...{ disposition: 'transfer', reason: SAMPLE, remedyBy: dayAt(now) },
  }
  const around = { by, now, educated: [], reviewUntil: null }
  const tries: Readonly<Record<FindingAction, readonly [permission: string, attempt: () => unknown]>> = {
    take: ['findings.dispose', () => decide.mayTake(state, by)],
    answer: ['findings.answer', () => decide.answer(state, SAMPLE, by, now)],
    release: ['findings.dispose', () => (handled(), decide.release(state, by, now))],
    dispose: ['findings.dispose', () => (handled(), decide.dispose(state, disposing, around))],
    remedy: ['findings.dispose', () => (handled(), decide.remedyHarm(state, remedyOf(now), by, dayAt(now)))],
    askReview: [
      'findings.answer',
      () => decide.askReview(state, { grounds: SAMPLE, decideBy: now }, by, now),
    ],
    decideReview: [
      'findings.dispose',
      () => decide.decideReview(state, { outcome: 'kept', reason: SAMPLE }, by),
    ],
    withdraw: ['findings.dispose', () => (handled(), decide.withdraw(state, { reason: SAMPLE }, by))],
  }
  return (Object.keys(tries) as FindingAction[]).flatMap((action) => {
    const [permission, attempt] = tries[action]
    if (!permissions.has(permission)) return []
    const whyNot = refusalOf(attempt)
    return [{ action, open: whyNot === null, whyNot }]
  })
}

const remedyOf = (now: EpochMs) => ({ what: SAMPLE, on: dayAt(now), proof: SAMPLE })

function refusalOf(attempt: () => unknown): Bilingual | null {
  try {
    attempt()
    return null
  } catch (error) {
    if (isRefusal(error)) return error.text
    throw error
  }
}

/** 先申报后办理: only who declared that nothing stands between him and the unit, and took it, works on it. */
export function mustHandle({ handler }: FindingState, account: string): void {
  if (handler?.by !== account) throw refuse('finding.declare-first')
}
