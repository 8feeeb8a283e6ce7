import { type Day, day, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import {
  conductWords,
  findAllFindings,
  type FindingState,
  isSealed as isSealedFinding,
} from '#modules/findings/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import { todayAt } from '../files/clocks.ts'
import { type AccountabilityFile, isSealed, stands } from '../files/file.ts'
import { refuse } from '../files/refusals.ts'
import { findFiles } from '../files/store.ts'
import { namesFor, rowsOf } from '../files/views.ts'
import * as contract from '../figures-contract.ts'
import type { MeasureFigures, StandingView } from '../figures-contract.ts'
import { ladderFor } from '../instruments/lists.ts'
import { findStandings } from '../people/store.ts'
import { findStatements } from '../statements/store.ts'
import { statementViews } from '../statements/views.ts'
import type { PersonStatus, Rank } from '../terms.ts'
import {
  cells,
  countedIn,
  effectsOf,
  groups,
  onlyJuniors,
  RANK_KEYS,
  STATUS_KEYS,
  unequal,
  unlessSmall,
} from './figures.ts'

interface Services {
  readonly database: Database
}

export const figureRoutes = ({ database }: Services): Route[] => [
  route(contract.getMeasureFigures, ({ query, read, now }) =>
    read((db) => figuresOf(db, { from: day(query.from), until: day(query.until) }, now)),
  ),
  route(contract.getMeasureStanding, ({ query, read, caller, now }) => {
    const { account, unit, year } = query
    // Whoever may not see a person's files would otherwise read from an empty answer that there are none.
    const wide = caller.roles.some((role) => ['supervisor', 'leader', 'personnel'].includes(role))
    const own = account === undefined ? unit === caller.unit : account === caller.account
    if (!wide && !own) throw refuse('accountability.not-found')
    return read((db) => standingOf(db, { account, unit, year }, now))
  }),
  route(contract.publicMeasures, async ({ query, now }) => {
    const jurisdiction = await jurisdictionOf(database, query.jurisdiction)
    // The system's own look: what is published names nobody whom a decision does not name.
    return database.read({ jurisdiction }, (db) => publicOf(db, query.year, now))
  }),
]

interface Period {
  readonly from: Day
  readonly until: Day
}

interface Gathered {
  readonly files: AccountabilityFile[]
  readonly counted: AccountabilityFile[]
  readonly findings: FindingState[]
  readonly standing: (account: string) => { readonly status: PersonStatus; readonly rank: Rank } | undefined
}

async function gather(db: Db, { from, until }: Period): Promise<Gathered> {
  const files = await findFiles(db)
  const findings = (await findAllFindings(db, { from, until })).filter(({ status }) => status !== 'withdrawn')
  const entered = new Map((await findStandings(db)).map((one) => [one.account, one]))
  const standing: Gathered['standing'] = (account) => {
    const known = entered.get(account)
    if (known) return known
    const subject = files.find((one) => one.subject.account === account)?.subject
    return subject?.status && subject.rank ? { status: subject.status, rank: subject.rank } : undefined
  }
  return { files, counted: countedIn(files, from, until), findings, standing }
}

function byRankAndStatus({ counted, findings, standing }: Gathered) {
  const accounts = findings.flatMap(({ account }) => account ?? [])
  const found = [...new Set(accounts)].map((account) => ({
    account,
    findings: accounts.filter((one) => one === account).length,
  }))
  const given = { files: counted, found }
  return {
    byRank: cells(RANK_KEYS, { ...given, keyOf: (account) => standing(account)?.rank }).map(
      ({ key: rank, ...cell }) => ({ rank, ...cell, files: [...cell.files] }),
    ),
    byStatus: cells(STATUS_KEYS, { ...given, keyOf: (account) => standing(account)?.status }).map(
      ({ key: status, ...cell }) => ({ status, ...cell, files: [...cell.files] }),
    ),
  }
}

async function figuresOf(db: Db, period: Period, now: EpochMs): Promise<MeasureFigures> {
  const gathered = await gather(db, period)
  const { counted, findings, standing, files } = gathered
  const ids = (some: readonly AccountabilityFile[]) => some.map(({ file }) => file)
  const persons = counted.filter(({ subject }) => subject.kind === 'person')
  const inPeriod = files.filter(
    ({ decided }) => decided !== null && period.from <= decided.on && decided.on <= period.until,
  )
  const flagged = (await rowsOf(db, inPeriod, now)).flatMap(({ file, signals }) =>
    signals.map((one) => ({ ...one, files: [file] })),
  )
  const found = findings.flatMap(({ account }) => (account === null ? [] : [{ ...standing(account) }]))
  const juniors = onlyJuniors(
    counted,
    found.map(({ rank, status }) => ({ rank, status })),
  )
  return {
    ...period,
    persons: new Set(persons.map(({ subject }) => subject.account)).size,
    units: counted.length - persons.length,
    byInstrument: [...groups(counted, ({ instrument }) => instrument.code)].map(([code, some]) => ({
      ...{
        code,
        name: some[0]?.instrument.name ?? { zh: code, en: code },
        count: some.length,
        files: ids(some),
      },
    })),
    byConduct: [...groups(counted, ({ conduct }) => conduct)].map(([conduct, some]) => ({
      ...{ conduct, name: conductWords(conduct), count: some.length, files: ids(some) },
    })),
    ...byRankAndStatus(gathered),
    rows: counted.flatMap(({ file, findings: rested, instrument, decided }) =>
      decided
        ? [
            {
              file,
              findings: [...rested],
              instrument: instrument.code,
              decidedOn: decided.on,
              number: decided.number,
            },
          ]
        : [],
    ),
    signals: [
      ...[...unequal(counted), ...juniors].map((one) => ({ ...one, files: [...one.files] })),
      ...refundsOnly(gathered),
      ...flagged,
    ],
  }
}

/** 校长乱收费只退款了事: a school head's finding about fees that was ended by mending alone, without any measure. */
function refundsOnly({ findings, files, standing }: Gathered): MeasureFigures['signals'] {
  const alone = findings.filter(
    ({ account, kind, disposed, finding }) =>
      account !== null &&
      kind === 'fee' &&
      standing(account)?.status === 'schoolHead' &&
      disposed !== null &&
      disposed.disposition !== 'exempt' &&
      disposed.disposition !== 'noFault' &&
      !files.some((one) => one.findings.includes(finding) && one.stage !== 'dropped'),
  )
  return alone.map(({ finding }) => ({
    code: 'refundOnly',
    text: {
      zh: `校长违规收费（${finding}）只退款整改，没有处理`,
      en: `an illegal school fee (${finding}) ended with the refund, without a measure`,
    },
    files: [],
  }))
}

async function standingOf(
  db: Db,
  {
    account,
    unit,
    year,
  }: { readonly account?: string | undefined; readonly unit?: string | undefined; readonly year: number },
  now: EpochMs,
): Promise<StandingView> {
  const [from, until] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const asked = account === undefined ? { unit: unit ?? '', kind: 'unit' as const } : { account }
  const counted = countedIn(await findFiles(db, asked), from, until)
  const today = todayAt(now)
  const { appraisal } = await ladderFor(db, until < today ? until : today)
  const { measures, admonitions, effects } = effectsOf(counted, appraisal)
  return {
    ...{
      account: account ?? null,
      unit: unit ?? counted[0]?.subject.unit ?? '',
      year,
      measures,
      admonitions,
    },
    effects: effects.map((one) => ({ ...one, files: [...one.files] })),
  }
}

/** Beside what the office may see, a number that counts a sealed file as well would tell of it. */
const unsealed = ({ files, counted, findings, standing }: Gathered): Gathered => ({
  files: files.filter((one) => !isSealed(one)),
  counted: counted.filter((one) => !isSealed(one)),
  findings: findings.filter((one) => !isSealedFinding(one)),
  standing,
})

async function publicOf(db: Db, asked: number | undefined, now: EpochMs) {
  const today = todayAt(now)
  const year = asked ?? Number(today.slice(0, 4)) - 1
  const { smallest } = (await ladderFor(db, today)).numbers
  const gathered = unsealed(await gather(db, { from: day(`${year}-01-01`), until: day(`${year}-12-31`) }))
  const { byRank, byStatus } = byRankAndStatus(gathered)
  const told = <Row extends { findings: number | null; measures: number | null }>(row: Row) => ({
    ...row,
    findings: unlessSmall(row.findings, smallest),
    measures: unlessSmall(row.measures, smallest),
  })
  const statements = (await findStatements(db, { standing: true })).filter(
    ({ audience }) => audience === 'public',
  )
  const rows = await statementViews(db, statements, { all: gathered.files, inside: false })
  const apologies = await apologiesOf(db, gathered.files, String(year))
  return { rows, apologies, year, byRank: byRank.map(told), byStatus: byStatus.map(told) }
}

/** Of units, where the decision is for everybody and still stands; what a person said of himself would name him. */
async function apologiesOf(db: Db, files: readonly AccountabilityFile[], year: string) {
  const made = files.flatMap((file) =>
    file.apology?.on.startsWith(year) &&
    file.subject.kind === 'unit' &&
    file.decided?.level === 'public' &&
    stands(file)
      ? [{ ...file.apology, of: file.subject.unit }]
      : [],
  )
  const names = await namesFor(db, files)
  return made
    .toSorted((one, other) => other.on.localeCompare(one.on))
    .map(({ of, text, channel, on, link }) => ({ unit: names.unit(of).name, text, channel, on, link }))
}
