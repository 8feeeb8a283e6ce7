import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import * as commands from './commands.ts'
import { conductsOn } from './conducts.ts'
import * as contract from './contract.ts'
import type { FindingView } from './contract.ts'
import { exemptions } from './exemptions.ts'
import { dayAt } from './moments.ts'
import { namesOf } from './names.ts'
import { openFinding } from './opening.ts'
import type { FindingDoing } from './recording.ts'
import { refuse } from './refusals.ts'
import { REACH } from './reach.ts'
import { lenientPairs } from './shares.ts'
import { shownTo } from './shown.ts'
import { findJudged, findShares } from './share-store.ts'
import { countFindings, findStored, findStoredFindings } from './store.ts'
import { findingRows, findingView, mustHandle } from './views.ts'

const PAGE = 50

type FindingCall = Pick<Call, 'caller' | 'now' | 'expectedVersion' | 'read' | 'transaction'>

/** A unit adds to a finding and sees no version of the ledger, which would tell of what is sealed. */
const doing = ({ caller, now, expectedVersion }: FindingCall): FindingDoing => ({
  actor: caller.account,
  now,
  ...(caller.reach === 'unit' ? {} : { expectedVersion }),
})

const looking = ({ caller, now }: FindingCall) => ({
  by: { account: caller.account, unit: caller.unit },
  permissions: caller.permissions,
  now,
})

async function viewOf(db: Db, finding: string, call: FindingCall): Promise<FindingView> {
  const stored = shownTo(await findStored(db, finding), call.caller.reach === 'unit')
  if (!stored) throw refuse('finding.not-found', { finding })
  return findingView(db, stored, looking(call))
}

/** Acts where the whole office is reached; whoever may not see the finding is told that there is none. */
async function acting(
  call: FindingCall & { readonly params: { readonly finding: string } },
  work: (db: Db, finding: string) => Promise<unknown>,
): Promise<FindingView> {
  const { finding } = call.params
  return call.transaction(async (db) => {
    const seen = shownTo((await findStored(db, finding)) ?? undefined, call.caller.reach === 'unit')
    if (!seen || (call.caller.reach === 'unit' && seen.state.unit !== call.caller.unit))
      throw refuse('finding.not-found', { finding })
    await work(db, finding)
    return viewOf(db, finding, call)
  }, REACH)
}

/** Judging asks for the declaration first (ESUP-14). */
const handling = (
  call: FindingCall & { readonly params: { readonly finding: string } },
  work: (db: Db, finding: string) => Promise<unknown>,
) =>
  acting(call, async (db, finding) => {
    mustHandle(await commands.getFinding(db, finding), call.caller.account)
    await work(db, finding)
  })

export const findingRoutes = (): Route[] => [...readingRoutes, ...unitRoutes, ...supervisorRoutes]

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
        (one) => shownTo(one, caller.reach === 'unit') ?? [],
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
  route(contract.getFindingShares, ({ read, now }) =>
    read(async (db) => {
      const shares = await findShares(db, now)
      const lenient = lenientPairs(await findJudged(db))
      const names = await namesOf(db, {
        units: lenient.map(({ unit }) => unit),
        accounts: [...shares, ...lenient].map(({ account }) => account),
      })
      const name = (account: string) => ({ account, name: names.person(account) })
      return {
        rows: shares.map((one) => ({
          ...one,
          ...name(one.account),
          share: one.disposed === 0 ? null : one.withoutConsequence / one.disposed,
        })),
        lenient: lenient.map((one) => ({ ...one, ...name(one.account), unit: names.unit(one.unit) })),
      }
    }),
  ),
]

const unitRoutes: Route[] = [
  route(contract.answerFinding, (call) =>
    acting(call, (db, finding) => commands.answerFinding(db, finding, call.body, doing(call))),
  ),
  route(contract.askReview, (call) =>
    acting(call, (db, finding) => commands.askReview(db, finding, call.body, doing(call))),
  ),
]

const supervisorRoutes: Route[] = [
  route(contract.openFinding, (call) =>
    call.transaction(async (db) => {
      const given = { ...call.body, happenedOn: day(call.body.happenedOn) }
      const { finding, sameFactAs } = await openFinding(db, given, doing(call))
      return { ...(await viewOf(db, finding, call)), sameFactAs }
    }, REACH),
  ),
  route(contract.takeFinding, (call) =>
    acting(call, (db, finding) => commands.takeFinding(db, finding, call.body, doing(call))),
  ),
  route(contract.releaseFinding, (call) =>
    handling(call, (db, finding) => commands.releaseFinding(db, finding, doing(call))),
  ),
  route(contract.disposeFinding, (call) =>
    handling(call, (db, finding) => {
      const { remedyBy, ...rest } = call.body
      const asked = { ...rest, remedyBy: remedyBy === undefined ? undefined : day(remedyBy) }
      return commands.disposeFinding(db, finding, asked, doing(call))
    }),
  ),
  route(contract.remedyFinding, (call) =>
    handling(call, (db, finding) =>
      commands.remedyFinding(db, finding, { ...call.body, on: day(call.body.on) }, doing(call)),
    ),
  ),
  route(contract.withdrawFinding, (call) =>
    handling(call, (db, finding) => commands.withdrawFinding(db, finding, call.body, doing(call))),
  ),
  route(contract.decideReview, (call) =>
    acting(call, (db, finding) => commands.decideReview(db, finding, call.body, doing(call))),
  ),
]
