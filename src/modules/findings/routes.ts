import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import * as commands from './commands.ts'
import { conductsOn } from './conducts.ts'
import * as contract from './contract.ts'
import type { FindingView } from './contract.ts'
import { exemptions } from './exemptions.ts'
import { type FindingState, standing } from './finding.ts'
import { dayAt } from './moments.ts'
import { openFinding } from './opening.ts'
import type { FindingDoing } from './recording.ts'
import { refuse } from './refusals.ts'
import { REACH } from './reach.ts'
import { type SharesKnown, shareRoute } from './share-routes.ts'
import { type FindingReader, keepsBack, shownTo } from './shown.ts'
import { countFindings, findStored, findStoredFindings } from './store.ts'
import { findingRows, findingView, mustHandle } from './views.ts'

const PAGE = 50

type FindingCall = Pick<Call, 'caller' | 'now' | 'expectedVersion' | 'read' | 'transaction'>

const doing = ({ caller, now, expectedVersion }: FindingCall): FindingDoing => ({
  actor: caller.account,
  now,
  expectedVersion,
})

const readerOf = ({ caller: { reach, account } }: Pick<FindingCall, 'caller'>): FindingReader => ({
  unitOnly: reach === 'unit',
  account,
})

const looking = ({ caller, now }: FindingCall) => ({
  by: { account: caller.account, unit: caller.unit },
  permissions: caller.permissions,
  now,
})

async function viewOf(db: Db, finding: string, call: FindingCall): Promise<FindingView> {
  const stored = shownTo(await findStored(db, finding), readerOf(call))
  if (!stored) throw refuse('finding.not-found', { finding })
  return findingView(db, stored, looking(call))
}

/** Acts where the whole office is reached; whoever may not see the finding is told that there is none. */
async function acting(
  call: FindingCall & { readonly params: { readonly finding: string } },
  work: (db: Db, finding: string, acting: Acting) => Promise<unknown>,
): Promise<FindingView> {
  const { finding } = call.params
  const unitOnly = call.caller.reach === 'unit'
  return call.transaction(async (db) => {
    const stored = await findStored(db, finding)
    const seen = shownTo(stored, readerOf(call))
    if (!stored || !seen || (unitOnly && seen.state.unit !== call.caller.unit))
      throw refuse('finding.not-found', { finding })
    const partly = unitOnly || keepsBack(stored, seen)
    // Whoever sees a part adds to it and sees no version of the ledger, which would tell of what is sealed.
    const entered = partly ? { ...doing(call), expectedVersion: undefined } : doing(call)
    await work(db, finding, { entered, seen: seen.state, partly })
    return viewOf(db, finding, call)
  }, REACH)
}

interface Acting {
  readonly entered: FindingDoing
  /** As far as whoever acts sees it. */
  readonly seen: FindingState
  /** Something sealed is kept back from him: he acts on his part alone. */
  readonly partly: boolean
}

/** Judging asks for the declaration first (ESUP-14). */
const handling = (
  call: FindingCall & { readonly params: { readonly finding: string } },
  work: (db: Db, finding: string, acting: Acting) => Promise<unknown>,
) =>
  acting(call, async (db, finding, as) => {
    mustHandle(await commands.getFinding(db, finding), call.caller.account)
    await work(db, finding, as)
  })

/** Where something sealed stands beside it, an outsider withdraws the sources that he sees, one by one, and not the fact. */
async function withdrawn(
  db: Db,
  finding: string,
  said: { readonly reason: string; readonly sourceId?: string | undefined },
  { entered, seen, partly }: Acting,
): Promise<void> {
  const own = standing(seen).map(({ sourceId }) => sourceId)
  const { sourceId } = said
  if (!partly || (sourceId !== undefined && own.includes(sourceId)))
    return void (await commands.withdrawFinding(db, finding, said, entered))
  if (sourceId !== undefined) throw refuse('finding.no-such-source')
  for (const one of own)
    await commands.withdrawFinding(db, finding, { reason: said.reason, sourceId: one }, entered)
}

export const findingRoutes = (knowing: SharesKnown = {}): Route[] => [
  ...readingRoutes,
  shareRoute(knowing),
  ...unitRoutes,
  ...supervisorRoutes,
]

const readingRoutes: Route[] = [
  route(contract.listFindings, ({ query, caller, read, now }) =>
    read(async (db) => {
      const { from, until, limit = PAGE, purpose: _, ...rest } = query
      const days = {
        from: from === undefined ? undefined : day(from),
        until: until === undefined ? undefined : day(until),
      }
      const filter = { ...rest, ...days }
      const found = (await findStoredFindings(db, { ...filter, limit })).flatMap(
        (one) => shownTo(one, readerOf({ caller })) ?? [],
      )
      const next = found.length === limit ? (found.at(-1)?.state.finding ?? null) : null
      const { after: _after, ...all } = filter
      return { rows: await findingRows(db, found, now), next, total: await countFindings(db, all) }
    }),
  ),
  route(contract.getFinding, (call) => call.read((db) => viewOf(db, call.params.finding, call))),
  route(contract.getFindingTerms, ({ now }) => ({
    conducts: conductsOn(dayAt(now)).map(({ code, zh, en, style, kind, severity, harms }) => ({
      ...{ code, name: { zh, en }, style, kind, severity, harms },
    })),
    exemptions: exemptions.map(({ code, zh, en, basis }) => ({ code, name: { zh, en }, basis })),
  })),
]

const unitRoutes: Route[] = [
  route(contract.answerFinding, (call) =>
    acting(call, (db, finding, { entered }) => commands.answerFinding(db, finding, call.body, entered)),
  ),
  route(contract.askReview, (call) =>
    acting(call, (db, finding, { entered }) => commands.askReview(db, finding, call.body, entered)),
  ),
]

const supervisorRoutes: Route[] = [
  route(contract.openFinding, (call) =>
    call.transaction(async (db) => {
      const given = { ...call.body, happenedOn: day(call.body.happenedOn) }
      const { finding, sameFactAs } = await openFinding(db, given, doing(call))
      const view = await viewOf(db, finding, call)
      // That somebody else tells of it under seal is not said.
      return { ...view, sameFactAs: view.told.length > 1 ? sameFactAs : null }
    }, REACH),
  ),
  route(contract.takeFinding, (call) =>
    acting(call, (db, finding, { entered }) => commands.takeFinding(db, finding, call.body, entered)),
  ),
  route(contract.releaseFinding, (call) =>
    handling(call, (db, finding, { entered, seen }) => {
      // What he does not see he does not release.
      if (seen.sources.every(({ sealed }) => !sealed)) throw refuse('finding.not-sealed')
      return commands.releaseFinding(db, finding, entered)
    }),
  ),
  route(contract.disposeFinding, (call) =>
    handling(call, (db, finding, { entered }) => {
      const { remedyBy, ...rest } = call.body
      const asked = { ...rest, remedyBy: remedyBy === undefined ? undefined : day(remedyBy) }
      return commands.disposeFinding(db, finding, asked, entered)
    }),
  ),
  route(contract.remedyFinding, (call) =>
    handling(call, (db, finding, { entered }) =>
      commands.remedyFinding(db, finding, { ...call.body, on: day(call.body.on) }, entered),
    ),
  ),
  route(contract.withdrawFinding, (call) =>
    handling(call, (db, finding, as) => withdrawn(db, finding, call.body, as)),
  ),
  route(contract.decideReview, (call) =>
    acting(call, (db, finding, { entered }) => commands.decideReview(db, finding, call.body, entered)),
  ),
]
