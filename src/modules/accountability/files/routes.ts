import { Readable } from 'node:stream'
import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route, streamRoute } from '#platform/http/index.ts'
import { findOfficials, findPeople } from '#modules/access/index.ts'
import { findFinding, severityOf } from '#modules/findings/index.ts'
import type { PaperServices } from '#modules/notices/index.ts'
import { findUnit } from '#modules/organisation/index.ts'
import { ladderFor } from '../instruments/lists.ts'
import * as acts from '../act-contract.ts'
import * as contract from '../measure-contract.ts'
import type { MeasureView } from '../measure-contract.ts'
import { isSubject } from './acts.ts'
import { startFileClock, stopFileClocks, todayAt } from './clocks.ts'
import * as commands from './commands.ts'
import * as decide from './deciding.ts'
import type { Actor } from './deciding.ts'
import type { AccountabilityFile, FileEvent } from './file.ts'
import { suggest } from './ladder.ts'
import { mostLike } from './likeness.ts'
import { changeFile } from './lists.ts'
import { measurePaperOf } from './paper.ts'
import * as perform from './performing.ts'
import { drop, proposeWithdrawal } from './withdrawing.ts'
import { proposeFile } from './proposing.ts'
import { refuse } from './refusals.ts'
import { findFile, findFiles } from './store.ts'
import { circularRow, rowsOf, viewOf } from './views.ts'

export interface MeasureServices extends PaperServices {
  readonly database: Database
}

/** Who acts was decided here; what follows (the paper, the clocks, other files of the subject) reaches further. */
const REACH = { reach: 'jurisdiction' } as const
type Doing = Pick<Call, 'caller' | 'now'>
type Acting = Doing & Pick<Call, 'read' | 'transaction'> & { readonly params: { readonly file: string } }

const actorOf = ({ caller: { account, unit, roles } }: Doing): Actor => ({ account, unit, roles })
const doingOf = ({ caller, now }: Doing) => ({ actor: caller.account, now })

/**
 * What the caller may see is changed by what he may do, and shown as it then stands. Nobody acts for the office on a file
 * about himself, his unit or somebody he is related to; what is the subject's own to do he does as the subject.
 */
async function acting(
  call: Acting,
  work: (db: Db, file: AccountabilityFile) => Promise<void>,
  as: 'office' | 'subject' = 'office',
): Promise<MeasureView> {
  const { file } = call.params
  if (!(await call.read((db) => findFile(db, file)))) throw refuse('accountability.not-found')
  return call.transaction(async (db) => {
    const found = await commands.getFile(db, file)
    if (as === 'subject') bySubject(call, found)
    else await commands.refuseConcerned(db, found, doingOf(call))
    await work(db, found)
    return viewOf(db, await commands.getFile(db, file), { actor: actorOf(call), now: call.now })
  }, REACH)
}

/** A decision that is only about the file itself; what it brings to its end stops the clocks that waited for it. */
const simply = (
  call: Acting,
  decision: (state: AccountabilityFile | undefined) => FileEvent[],
  as: 'office' | 'subject' = 'office',
) =>
  acting(
    call,
    async (db, { file }) => {
      const after = await changeFile(db, file, decision, doingOf(call))
      if (after?.stage === 'closed')
        await stopFileClocks(db, file, { clocks: ['due', 'check'], outcome: '已完成 done' }, doingOf(call))
      if (after?.stage === 'dropped')
        await stopFileClocks(db, file, { outcome: '不予处理 dropped' }, doingOf(call))
    },
    as,
  )

function bySubject(call: Doing, file: AccountabilityFile): void {
  if (!isSubject(file, actorOf(call))) throw refuse('accountability.not-yours')
}

export const measureRoutes = (services: MeasureServices): Route[] => [
  ...readingRoutes(services),
  ...proposalRoutes,
  ...decisionRoutes,
  ...performanceRoutes,
  ...outwardRoutes,
  ...circularRoutes(services),
]

const readingRoutes = (services: MeasureServices): Route[] => [
  route(contract.listMeasures, ({ query, read, now }) =>
    read(async (db) => {
      const { over, stage, purpose: _, ...asked } = query
      const files = await findFiles(db, { ...asked, ordinary: over !== 'yes' })
      return {
        rows: await rowsOf(
          db,
          files.filter((one) => stage === undefined || one.stage === stage),
          now,
        ),
      }
    }),
  ),
  route(contract.getMeasure, ({ params, read, ...call }) =>
    read(async (db) =>
      viewOf(db, await commands.getFile(db, params.file), { actor: actorOf(call), now: call.now }),
    ),
  ),
  streamRoute(acts.measurePaper, async ({ params, read, scope, now, caller }) => {
    const file = await read((db) => commands.getFile(db, params.file))
    // The paper is the issuer's; whoever sees the file sees what it says.
    const paper = await services.database.read({ ...scope, ...REACH }, (db) =>
      measurePaperOf(db, file, services, { actor: caller.account, now }),
    )
    const body = Readable.from([await paper.draw()])
    return { contentType: 'application/pdf', fileName: paper.fileName, body }
  }),
]

const proposalRoutes: Route[] = [
  route(contract.suggestMeasure, ({ query, read, now }) =>
    read(async (db) => {
      const finding = await findFinding(db, query.finding)
      if (!finding) throw refuse('accountability.no-finding')
      const { kind, unit, account, status = null } = query
      const today = todayAt(now)
      const weighed = { conduct: finding.conduct, severity: severityOf(finding), subject: kind, status }
      const earlier = await findFiles(db, account === undefined ? { unit, kind } : { account, kind })
      const { instrument, because, raisedFrom } = suggest(await ladderFor(db, today), weighed, earlier, today)
      const { code, name, grade } = instrument
      return { instrument: { code, name, grade }, because: [...because], raisedFrom }
    }),
  ),
  route(contract.proposeMeasure, ({ body, ...call }) =>
    call.transaction(async (db) => {
      const { file } = await proposeFile(db, body, doingOf(call))
      return viewOf(db, await commands.getFile(db, file), { actor: actorOf(call), now: call.now })
    }, REACH),
  ),
  route(acts.dropMeasure, ({ body, ...call }) =>
    simply(call, (state) => drop(state, actorOf(call), body.reason)),
  ),
  route(acts.noticeMeasure, ({ body, ...call }) =>
    acting(call, async (db, { file }) => {
      await commands.noticeFile(db, file, await findOfficials(db, body.deciders), doingOf(call))
    }),
  ),
  route(acts.stateMeasure, ({ body, ...call }) =>
    simply(call, (state) => decide.state(state, body), 'subject'),
  ),
  route(acts.hearMeasure, ({ body, ...call }) =>
    simply(call, (state) => decide.hear(state, { ...body, on: day(body.on) }, todayAt(call.now))),
  ),
]

const decisionRoutes: Route[] = [
  route(acts.decideMeasure, ({ body, ...call }) =>
    acting(call, async (db, { file }) => {
      const actor = actorOf(call)
      if (body.agrees) await commands.decideFile(db, file, body, { actor, now: call.now })
      else await changeFile(db, file, (state) => decide.giveBack(state, actor, body.reason), doingOf(call))
    }),
  ),
  route(acts.serveMeasure, ({ body, ...call }) =>
    acting(call, (db, { file }) =>
      commands.serveFile(db, file, { on: day(body.on), way: body.way }, doingOf(call)),
    ),
  ),
  route(acts.withdrawMeasure, ({ body, ...call }) =>
    simply(call, (state) => proposeWithdrawal(state, actorOf(call), body.reason)),
  ),
  route(acts.decideMeasureWithdrawal, ({ body, ...call }) =>
    acting(call, (db, { file }) =>
      commands.withdrawFile(db, file, body, { actor: actorOf(call), now: call.now }),
    ),
  ),
  route(acts.receiveMeasure, (call) => simply(call, decide.receive)),
  route(acts.appealMeasure, ({ body, ...call }) =>
    acting(call, (db, { file }) => commands.lodgeAppeal(db, file, body, doingOf(call)), 'subject'),
  ),
  route(acts.nameAppealJudge, ({ body, ...call }) =>
    acting(call, async (db, { file }) => {
      const [judge] = await findOfficials(db, [body.judge])
      if (!judge) throw refuse('accountability.no-person')
      await commands.nameAppealJudge(db, file, judge, doingOf(call))
    }),
  ),
  route(acts.judgeMeasureAppeal, ({ body, ...call }) =>
    acting(call, (db, { file }) =>
      commands.judgeAppeal(db, file, body, { actor: actorOf(call), now: call.now }),
    ),
  ),
]

const performanceRoutes: Route[] = [
  route(acts.answerMeasure, ({ body, ...call }) =>
    acting(
      call,
      async (db, file) => {
        const others = await findFiles(db, { instrument: file.instrument.code })
        const earlier = others
          .filter((one) => one.file !== file.file)
          .flatMap((one) => one.answers.map(({ text }) => ({ file: one.file, text })))
        const likeness = mostLike(body.text, earlier)
        await changeFile(
          db,
          file.file,
          (state) => perform.answer(state, { ...body, likeness }),
          doingOf(call),
        )
      },
      'subject',
    ),
  ),
  route(acts.judgeMeasureAnswer, ({ body, ...call }) =>
    acting(call, async (db, { file }) => {
      const { numbers } = await ladderFor(db, todayAt(call.now))
      const judged = { ...body, unit: call.caller.unit, likenessFrom: numbers.likeness }
      const after = await changeFile(db, file, (state) => perform.judgeAnswer(state, judged), doingOf(call))
      if (after?.stage === 'closed')
        await stopFileClocks(db, file, { clocks: ['due'], outcome: '已完成 done' }, doingOf(call))
    }),
  ),
  route(acts.extendMeasure, ({ body, ...call }) =>
    acting(call, async (db, { file, issuer }) => {
      const until = day(body.until)
      const asked = { until, reason: body.reason, today: todayAt(call.now) }
      await changeFile(db, file, (state) => perform.extendTerm(state, asked), doingOf(call))
      await stopFileClocks(db, file, { clocks: ['due'], outcome: '延期 extended' }, doingOf(call))
      const run = { clock: 'due', run: 2, from: asked.today, limit: { until }, unit: issuer } as const
      await startFileClock(
        db,
        file,
        { ...run, basis: body.reason, holder: call.caller.account },
        doingOf(call),
      )
    }),
  ),
  route(acts.talkMeasure, ({ body, ...call }) =>
    simply(call, (state) =>
      perform.talked(state, { ...body, on: day(body.on), checkBy: day(body.checkBy) }, todayAt(call.now)),
    ),
  ),
  route(acts.checkMeasureTalk, ({ body, ...call }) =>
    simply(call, (state) => perform.checkTalk(state, { ...body, on: day(body.on) }, todayAt(call.now))),
  ),
]

const outwardRoutes: Route[] = [
  route(acts.apologiseMeasure, ({ body, ...call }) =>
    simply(
      call,
      (state) => perform.apologise(state, { ...body, on: day(body.on) }, todayAt(call.now)),
      'subject',
    ),
  ),
  route(acts.confirmMeasureApology, ({ body, ...call }) =>
    simply(call, (state) => perform.confirmApology(state, body)),
  ),
  route(acts.circulateMeasure, ({ body, ...call }) =>
    acting(call, async (db, { file, subject }) => {
      const unitName = (await findUnit(db, subject.unit))?.name ?? subject.unit
      const [person] = subject.account === null ? [] : await findPeople(db, [subject.account])
      const personName = person?.name.replace(/（.*）$/, '') ?? null
      await changeFile(
        db,
        file,
        (state) => perform.circulate(state, { ...body, unitName, personName }),
        doingOf(call),
      )
    }),
  ),
  route(acts.returnMeasureResult, ({ body, ...call }) =>
    simply(call, (state) => perform.returnResult(state, { ...body, on: day(body.on) }, todayAt(call.now))),
  ),
]

/** A circular is read by units that do not see the file behind it. */
const circularRoutes = ({ database }: MeasureServices): Route[] => [
  route(acts.listMeasureCirculars, ({ scope, caller }) =>
    database.read({ ...scope, ...REACH }, (db) => circularsTo(db, caller.unit)),
  ),
  route(acts.readMeasureCircular, ({ params, body, ...call }) =>
    call.transaction(async (db) => {
      const { unit } = call.caller
      if (unit === null) throw refuse('accountability.not-in-reach')
      const asked = { unit, changes: body.changes }
      await changeFile(db, params.file, (state) => perform.readCircular(state, asked), doingOf(call))
      return circularsTo(db, unit)
    }, REACH),
  ),
]

async function circularsTo(db: Db, unit: string | null) {
  if (unit === null) return { rows: [] }
  const files = await findFiles(db)
  return {
    rows: files
      .filter(({ stage }) => stage === 'decided' || stage === 'closed')
      .flatMap((file) => circularRow(file, unit) ?? []),
  }
}
