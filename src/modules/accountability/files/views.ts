import { type EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { conductWords } from '#modules/findings/index.ts'
import { findHeldPostsOf, findPostTitles, findUnitTitles } from '#modules/organisation/index.ts'
import { ladderFor } from '../instruments/lists.ts'
import type { CircularRow } from '../act-contract.ts'
import type { MeasureRow, MeasureView } from '../measure-contract.ts'
import { findRanksOf } from '../people/store.ts'
import { actsOf } from './acts.ts'
import { todayAt } from './clocks.ts'
import type { Actor } from './deciding.ts'
import { type AccountabilityFile, dueOf, isOver, isSealed } from './file.ts'
import { type SignalBasis, signalsOf } from './signals.ts'

export const instantText = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)

/** What accounts and units are called, as far as they stand in some files. */
export interface Names {
  person(account: string): { account: string; name: string }
  unit(unit: string): { id: string; name: Bilingual }
}

export async function namesFor(db: Db, files: readonly AccountabilityFile[]): Promise<Names> {
  const accounts = files.flatMap((file) => [
    ...[file.proposedBy, file.subject.account, ...file.deciders, ...file.agreed.map(({ by }) => by)],
    ...[file.check?.by, file.withdrawal?.by, file.ended?.by],
    ...file.answers.flatMap(({ by, judged }) => [by, judged?.by]),
    ...file.appeals.map(({ decided }) => decided?.by),
  ])
  const known = [...new Set(accounts.filter((one): one is string => typeof one === 'string'))]
  const people = new Map((await findPeople(db, known)).map(({ account, name }) => [account, name]))
  const units = [
    ...new Set(files.flatMap(({ subject, circular }) => [subject.unit, ...(circular?.reach ?? [])])),
  ]
  const titles = new Map((await findUnitTitles(db, units)).map((one) => [one.id, one]))
  return {
    person: (account) => ({ account, name: people.get(account) ?? account }),
    unit: (unit) => {
      const title = titles.get(unit)
      return { id: unit, name: { zh: title?.name ?? unit, en: title?.nameEn ?? unit } }
    },
  }
}

/** What signals are judged by: the ladder's numbers, and the posts and ranks that those concerned have now. */
async function signalBasis(db: Db, files: readonly AccountabilityFile[], now: EpochMs): Promise<SignalBasis> {
  const today = todayAt(now)
  const { numbers } = await ladderFor(db, today)
  const leaving = files.filter(({ instrument, decided }) => decided && instrument.family !== 'card')
  const accounts = leaving.flatMap(({ subject }) => subject.account ?? [])
  const held = accounts.length === 0 ? [] : await findHeldPostsOf(db, accounts, now)
  const ranks = await findRanksOf(db, accounts)
  const desks = leaving.flatMap(({ subject: { unit, post } }) => (post === null ? [] : { unit, post }))
  const titles = new Map(
    (await findPostTitles(db, [...held, ...desks])).map(({ unit, post, title }) => [
      `${unit}/${post}`,
      title,
    ]),
  )
  const titleOf = (unit: string, post: string | null) => titles.get(`${unit}/${post}`) ?? null
  const posts = held
    .filter(({ asBackup }) => !asBackup)
    .map(({ account, unit, post }) => ({
      ...{ account, unit, post, title: titleOf(unit, post), rank: ranks.get(account) ?? null },
    }))
  return { today, likeness: numbers.likeness, returnWithin: numbers.returnWithin, posts, titleOf }
}

export function rowOf(file: AccountabilityFile, names: Names, basis: SignalBasis): MeasureRow {
  const { subject, instrument, decided, stage } = file
  const { code, name, family, grade } = instrument
  return {
    ...{ file: file.file, stage, conduct: file.conduct, conductName: conductWords(file.conduct) },
    subject: {
      kind: subject.kind,
      unit: names.unit(subject.unit),
      person: subject.account === null ? null : names.person(subject.account),
      ...{ post: subject.post, status: subject.status, rank: subject.rank },
    },
    instrument: { code, name, family, grade },
    proposedOn: todayAt(file.proposedAt),
    decidedOn: decided?.on ?? null,
    number: decided?.number ?? null,
    dueOn: stage === 'decided' ? dueOf(file) : null,
    until: decided?.until ?? null,
    over: isOver(file) || ['dropped', 'withdrawn', 'cleared'].includes(stage),
    signals: signalsOf(file, basis).map((one) => ({ ...one })),
  }
}

export async function rowsOf(
  db: Db,
  files: readonly AccountabilityFile[],
  now: EpochMs,
): Promise<MeasureRow[]> {
  const names = await namesFor(db, files)
  const basis = await signalBasis(db, files, now)
  return files.map((file) => rowOf(file, names, basis))
}

export async function viewOf(
  db: Db,
  file: AccountabilityFile,
  { actor, now }: { readonly actor: Actor; readonly now: EpochMs },
): Promise<MeasureView> {
  const names = await namesFor(db, [file])
  const { instruments } = await ladderFor(db, todayAt(now))
  const {
    instrument,
    noticed,
    statement,
    decided,
    unitFirst,
    check,
    circular,
    confirmed,
    withdrawal,
    ended,
  } = file
  const tabled = instruments.find(({ code }) => code === file.table.instrument)?.name
  const { code: _, name: __, family: ___, grade: ____, appeal, authority, hearing, closes } = instrument
  return {
    ...rowOf(file, names, await signalBasis(db, [file], now)),
    ...{ authority, hearing, closes, appealWay: appeal, period: file.period, severity: file.severity },
    ...{ facts: file.facts, basis: file.basis, deviation: file.deviation, raisedFrom: file.raisedFrom },
    ...{ casework: file.casework, inquiry: file.inquiry, returned: file.returned, served: file.served },
    ...{ extended: file.extended, ranOut: file.ranOut, talk: file.talk, apology: file.apology },
    ...{ result: file.result, appealBy: file.appealBy, directBy: file.directBy, hearingHeld: file.hearing },
    findings: [...file.findings],
    evidence: file.evidence.map((one) => ({ ...one })),
    table: {
      instrument: tabled ?? { zh: file.table.instrument, en: file.table.instrument },
      because: [...file.table.because],
    },
    unitFirst: unitFirst && ('file' in unitFirst ? unitFirst.file : unitFirst.reason),
    proposedBy: names.person(file.proposedBy),
    deciders: file.deciders.map(names.person),
    stateBy: noticed?.stateBy ?? null,
    statement: statement && { ...statement, at: instantText(statement.at) },
    agreed: file.agreed.map(({ by, reason, at }) => ({ by: names.person(by), reason, at: instantText(at) })),
    decision: decided && {
      ...{ number: decided.number, on: decided.on, heard: decided.heard, level: decided.level },
      ...{ named: decided.named, hash: decided.hash },
    },
    personnelReceivedAt: file.personnelReceived && instantText(file.personnelReceived.at),
    answers: file.answers.map(({ at, by, judged, proof, ...answer }) => ({
      ...{ ...answer, proof: [...proof], at: instantText(at), by: names.person(by) },
      judged: judged && { ...judged, by: names.person(judged.by) },
    })),
    check: check && { ...check, by: names.person(check.by) },
    confirmed: confirmed && { seen: confirmed.seen, how: confirmed.how },
    circular: circular && {
      text: circular.text,
      reach: circular.reach.map((unit) => {
        const read = circular.read.find((one) => one.unit === unit)
        return {
          unit: names.unit(unit),
          readAt: read ? instantText(read.at) : null,
          changes: read?.changes ?? null,
        }
      }),
    },
    appeals: file.appeals.map(({ decided: judged, ...rest }) => ({
      ...rest,
      decided: judged && { ...judged, by: names.person(judged.by), at: instantText(judged.at) },
    })),
    sealed: isSealed(file),
    withdrawal: withdrawal && {
      ...{ reason: withdrawal.reason, by: names.person(withdrawal.by), at: instantText(withdrawal.at) },
    },
    ended: ended && { reason: ended.reason, by: names.person(ended.by), at: instantText(ended.at) },
    acts: actsOf(file, actor),
  }
}

export function circularRow(
  { file, circular, decided }: AccountabilityFile,
  unit: string,
): CircularRow | undefined {
  if (!circular?.reach.includes(unit) || !decided) return undefined
  const read = circular.read.find((one) => one.unit === unit)
  return {
    ...{ file, number: decided.number, on: decided.on, text: circular.text },
    ...{ readAt: read ? instantText(read.at) : null, changes: read?.changes ?? null },
  }
}
