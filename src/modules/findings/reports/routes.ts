import { randomInt } from 'node:crypto'
import { type Day, day, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { findUnit, findUnitKinds, jurisdictionOf } from '#modules/organisation/index.ts'
import { conflictsOf } from '#modules/recusal/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, limiter, type Route, route } from '#platform/http/index.ts'
import { startLimit, stopLimit, SUPERVISION } from '../clocks.ts'
import { openFinding } from '../opening.ts'
import * as contract from '../contract.ts'
import { dayAt, instantText } from '../moments.ts'
import { namesOf } from '../names.ts'
import { REACH } from '../reach.ts'
import { reportStreams } from './lists.ts'
import { refuse } from './refusals.ts'
import { close, enterResult, type Report, type ReportEvent, say, transfer } from './report.ts'
import { findReport, findReports } from './store.ts'

export interface ReportServices {
  readonly database: Database
  readonly vault: Vault
  /** Cases of a unit that lay idle and were then suddenly finished: where to look first. */
  readonly idleThenFast: (
    db: Db,
    unit: string,
  ) => Promise<readonly { readonly matter: string; readonly idleDays: number; readonly finishedOn: Day }[]>
}

export const reportRoutes = (services: ReportServices): Route[] => [
  ...reporterRoutes(services),
  ...supervisorRoutes(services),
]

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Follows from the number by a key that never leaves the server. */
const codeOf = (db: Db, vault: Vault, report: string): string =>
  Array.from(vault.mark(db, 'report', report).subarray(0, 8), (byte) => SIGNS[byte % SIGNS.length]).join('')

const NEW_REPORTS = { most: 10, windowMs: 60 * 60_000 }
const GUESSES = { most: 20, windowMs: 10 * 60_000 }

function reporterRoutes({ database, vault }: ReportServices): Route[] {
  const [telling, guesses] = [limiter(NEW_REPORTS), limiter(GUESSES)]
  const scopeFor = async (asked: string | undefined) => ({
    ...{ jurisdiction: await jurisdictionOf(database, asked), account: 'portal' },
    ...REACH,
  })
  interface Shown {
    readonly report: string
    readonly code: string
  }
  /** A wrong code and a wrong number are told alike. */
  const held = async (
    db: Db,
    { report, code }: Shown,
    guesser: { address: string; now: EpochMs },
  ): Promise<Report> => {
    const stored = await findReport(db, report)
    if (stored && codeOf(db, vault, report) === code.trim().toUpperCase()) return stored.state
    guesses.count(guesser.address, guesser.now)
    throw refuse('report.not-found')
  }
  return [
    route(contract.tellReport, async ({ body, address, now }) => {
      telling.check(address, now)
      telling.count(address, now)
      return database.transaction(await scopeFor(body.jurisdiction), (db) => tell(db, vault, body, now))
    }),
    route(contract.listReportUnits, async ({ query }) =>
      database.read(await scopeFor(query.jurisdiction), async (db) => ({
        rows: (await findUnitKinds(db)).map(({ id, name, nameEn }) => ({
          id,
          name: { zh: name, en: nameEn },
        })),
      })),
    ),
    route(contract.getHeldReport, async ({ params, query, address, now }) => {
      guesses.check(address, now)
      return database.read(await scopeFor(query.jurisdiction), async (db) =>
        heldView(await held(db, { ...params, ...query }, { address, now })),
      )
    }),
    route(contract.sayWord, async ({ params, body, address, now }) => {
      guesses.check(address, now)
      return database.transaction(await scopeFor(body.jurisdiction), async (db) => {
        await held(db, { ...params, ...body }, { address, now })
        const entered = { actor: 'portal/reporter', now }
        return heldView(await change(db, params.report, (state) => say(state, body.agrees), entered))
      })
    }),
  ]
}

type ToldBody = ReturnType<(typeof contract.tellReport)['body']['parse']>

async function tell(db: Db, vault: Vault, body: ToldBody, now: EpochMs) {
  const { unit, text, happenedOn = null, name, phone } = body
  if (!(await findUnit(db, unit))) throw refuse('report.no-such-unit')
  const report = await freeNumber(db)
  const doing = { by: 'portal/reporter', at: now }
  const named = Boolean(name?.trim() || phone?.trim())
  const person = await vault.keepPerson(db, { kind: 'natural', name: name?.trim() || '匿名', phone }, doing)
  const answers = { text, ...(happenedOn === null ? {} : { happenedOn }) }
  const subject = reportStreams.prefix + report
  const { sheet } = await vault.keepSheet(db, person, { about: subject, answers }, doing)
  const entered = { actor: doing.by, now }
  const clock = { id: `${subject}/transfer`, subject, unit: SUPERVISION, setting: 'transferWithin' } as const
  const transferBy = await startLimit(db, clock, entered)
  await changeFolded<Report, ReportEvent>(
    db,
    reportStreams,
    report,
    () => [{ type: 'ReportTold', unit, person, sheet, named, transferBy }],
    entered,
  )
  return { report, code: codeOf(db, vault, report) }
}

async function freeNumber(db: Db): Promise<string> {
  for (;;) {
    const report = `B${String(randomInt(1_000_000_000)).padStart(9, '0')}`
    if (!(await findReport(db, report))) return report
  }
}

const heldView = (state: Report): contract.HeldReport => ({
  ...{ report: state.report, state: state.state, toldAt: instantText(state.toldAt) },
  transferBy: instantText(state.transferBy),
  transferredAt: state.transferred && instantText(state.transferred.at),
  answer: state.closed?.answer ?? null,
  wordAsked: state.state === 'answered' && state.agrees === null,
})

interface Entered {
  readonly actor: string
  readonly now: EpochMs
}

async function change(
  db: Db,
  report: string,
  decide: (state: Report) => ReportEvent[],
  entered: Entered,
): Promise<Report> {
  const after = await changeFolded<Report, ReportEvent>(
    db,
    reportStreams,
    report,
    (state) => {
      if (!state) throw refuse('report.not-found')
      return decide(state)
    },
    entered,
  )
  return after as Report
}

type ReportCall = Pick<Call<{ report: string }>, 'params' | 'caller' | 'now' | 'transaction'>

/** 本单位及其上下级: neither the unit, nor whom it is under, nor what is under it; nor anybody with a relation to it. */
async function mayKnow(
  db: Db,
  { unit }: Report,
  { caller, now }: Pick<ReportCall, 'caller' | 'now'>,
): Promise<boolean> {
  const own = caller.unit
  if (own !== null) {
    const [reported, mine] = [await findUnit(db, unit), await findUnit(db, own)]
    if (own === unit || reported?.parent === own || mine?.parent === unit) return false
  }
  return (await conflictsOf(db, { account: caller.account, units: [unit] }, dayAt(now))).length === 0
}

function supervisorRoutes({ vault, idleThenFast }: ReportServices): Route[] {
  const acting = (
    call: ReportCall,
    work: (db: Db, state: Report, entered: Entered) => Promise<Report>,
  ): Promise<contract.ReportRow> =>
    call.transaction(async (db) => {
      const state = await reportFor(db, call)
      const after = await work(db, state, { actor: call.caller.account, now: call.now })
      return rowOf(db, after, call.now)
    })
  return [
    route(contract.listReports, (call) =>
      call.read(async (db) => {
        const rows: contract.ReportRow[] = []
        for (const { state } of await findReports(db))
          if (await mayKnow(db, state, call)) rows.push(await rowOf(db, state, call.now))
        return { rows }
      }),
    ),
    route(contract.openReport, (call) =>
      call.transaction(async (db) => {
        const state = await reportFor(db, call)
        const { purpose, reporter } = call.body
        const doing = { by: call.caller.account, at: call.now }
        const { answers } = await vault.readSheet(db, state.sheet, { purpose }, doing)
        const read =
          reporter && state.named ? await vault.readPerson(db, state.person, { purpose }, doing) : undefined
        const text = (key: string) => (typeof answers[key] === 'string' ? answers[key] : null)
        return {
          row: await rowOf(db, state, call.now),
          ...{ text: text('text') ?? '', happenedOn: text('happenedOn') },
          ...{ name: read?.name ?? null, phone: read?.phone ?? null },
          hints: [...(await idleThenFast(db, state.unit))],
        }
      }),
    ),
    route(contract.transferReport, (call) =>
      acting(call, async (db, { report }, entered) => {
        const after = await change(db, report, (state) => transfer(state, call.body), entered)
        const subject = reportStreams.prefix + report
        await stopLimit(db, { id: `${subject}/transfer`, subject, outcome: '已移送 transferred' }, entered)
        return after
      }),
    ),
    route(contract.answerReport, (call) =>
      acting(call, (db, { report }, entered) =>
        change(db, report, (state) => enterResult(state, call.body), entered),
      ),
    ),
    route(contract.closeReport, (call) =>
      acting(call, async (db, before, entered) => {
        close(before, call.body, null)
        const finding = call.body.outcome === 'verified' ? await verified(db, vault, before, entered) : null
        return change(db, before.report, (state) => close(state, call.body, finding), entered)
      }),
    ),
  ]
}

async function reportFor(db: Db, call: ReportCall): Promise<Report> {
  const stored = await findReport(db, call.params.report)
  if (!stored || !(await mayKnow(db, stored.state, call))) throw refuse('report.not-found')
  return stored.state
}

/** What proved true is a finding, sealed: the unit learns of it when it is released, and never from whom. */
async function verified(db: Db, vault: Vault, state: Report, entered: Entered): Promise<string> {
  const doing = { by: entered.actor, at: entered.now }
  const { answers } = await vault.readSheet(db, state.sheet, { purpose: '举报查实，登记问题' }, doing)
  const happenedOn =
    typeof answers['happenedOn'] === 'string' ? day(answers['happenedOn']) : dayAt(state.toldAt)
  const { finding } = await openFinding(
    db,
    {
      ...{ source: 'inquiry', sourceId: reportStreams.prefix + state.report, unit: state.unit },
      ...{ conduct: 'solicitation', happenedOn, sealed: true },
      fact: `举报吃拿卡要，经核查属实：${state.result?.result ?? ''}`,
    },
    entered,
  )
  return finding
}

async function rowOf(db: Db, state: Report, now: EpochMs): Promise<contract.ReportRow> {
  const { report, unit, named, toldAt, transferBy, transferred, result, agrees, closed } = state
  const names = await namesOf(db, { units: [unit], accounts: [] })
  return {
    ...{ report, state: state.state, named, unit: names.unit(unit), reporterAgrees: agrees },
    ...{ toldAt: instantText(toldAt), transferBy: instantText(transferBy) },
    overdue: transferred === null && now >= transferBy,
    transferredTo: transferred?.to ?? null,
    receipt: transferred?.receipt ?? null,
    result: result?.result ?? null,
    outcome: closed?.outcome ?? null,
    finding: closed?.finding ?? null,
  }
}
