import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { day } from '#kernel/day.ts'
import { catchUp, type Subscription } from '#engines/ledger/index.ts'
import { type OnFired, sweepClocks } from '#engines/clocks/stored/index.ts'
import { DEMO_JURISDICTION, isAccount } from '#modules/access/index.ts'
import {
  caseRoutes,
  casesOfHall,
  casesOfReform,
  countOpenByVersion,
  followJudgements,
  knownCase,
  onCaseClocks,
  type Papers,
} from '#modules/cases/index.ts'
import type { FileView } from '#modules/cases/contract.ts'
import { catalogueRoutes, type ItemContent, loadItems } from '#modules/catalogue/index.ts'
import {
  delegationRoutes,
  enquiryRoutes,
  hallRoutes,
  mustBeAtWindow,
  queueRoutes,
  powersFor,
  seatOf,
  servesEveryDay,
} from '#modules/hall/index.ts'
import { licenceRoutes } from '#modules/licences/index.ts'
import { issueNotice } from '#modules/notices/index.ts'
import {
  departmentCards,
  efficiencyRoutes,
  followCases,
  followCharges,
  followPace,
  supervisionRoutes,
  sweepAll,
  upheldDelays,
} from '#modules/supervision/index.ts'
import { deliverWaiting, send } from '#modules/residents/index.ts'
import type { Route } from '#platform/http/index.ts'
import { openVault, type Vault } from '#modules/vault/index.ts'
import { allVisible } from '#test/database/all-visible.ts'
import { type Desk, type Office, openOffice } from '#test/http/office.ts'

export interface Hall extends Office {
  /** Lets the time pass: clocks run out, supervision catches up and turns what has become late; people sign in again. */
  pass(text: string): Promise<void>
  /** The desk of an account, signed in since the time last passed. */
  desk(account: string): Desk
  /** What applicants were told by phone since this was last asked. */
  told(): Promise<string[]>
}

/** What modules above add to the office. */
export interface MoreHall {
  readonly routes?: (given: { database: Office['database']; vault: Vault; papers: Papers }) => Route[]
  readonly onFired?: OnFired
  readonly follow?: readonly ((now: () => number) => Subscription)[]
}

const STAFF = ['wang.fang', 'li.wei', 'zhang.min', 'chen.jie']

export const chinaTime = (text: string): number => Date.parse(`${text}+08:00`)

/** The demo county's planning office with these items published, as its people and its applicants see it over HTTP. */
export async function openHall(
  items: Readonly<Record<string, ItemContent>>,
  more: MoreHall = {},
): Promise<Hall> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-hall-'))
  afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))
  const vault = openVault({ dataFolder })
  const papers: Papers = {
    issue: issueNotice,
    tell: (db, message, now) => send(db, vault, message, now),
  }
  let clock = () => 0
  const office = await openOffice({
    routes: (database) => [
      ...catalogueRoutes({ database, countOpenCases: countOpenByVersion, reformCases: casesOfReform }),
      ...hallRoutes({ database, isAccount, cases: casesOfHall, cards: departmentCards }),
      ...queueRoutes({ database, now: () => clock() }),
      ...licenceRoutes({ database, vault }),
      ...enquiryRoutes({ database, vault, knownCase }),
      ...delegationRoutes(),
      ...caseRoutes({ database, vault, papers, seatOf, mustBeAtWindow, powersFor, servesEveryDay }),
      ...supervisionRoutes({ database, now: () => clock() }),
      ...efficiencyRoutes({ database }),
      ...(more.routes?.({ database, vault, papers }) ?? []),
    ],
  })
  clock = () => office.now
  const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
  const loading = {
    draftedBy: 'wang.fang',
    publishedBy: 'zhang.min',
    at: office.now,
    from: day('2026-01-01'),
  }
  const given = Object.entries(items).map(([item, content]) => ({ item, unit: 'planning', content }))
  await office.database.transaction(scope, (db) => loadItems(db, given, loading))
  const desks = new Map<string, Desk>()
  const pass = async (text: string) => {
    office.now = chinaTime(text)
    for (const account of STAFF) desks.set(account, await office.signIn(account))
    const now = office.now
    const ofCases = onCaseClocks(papers)
    const onFired: OnFired = async (db, fired) => {
      await ofCases(db, fired)
      await more.onFired?.(db, fired)
    }
    await sweepClocks(office.database, DEMO_JURISDICTION, { now, onFired })
    await allVisible(office.database, DEMO_JURISDICTION)
    for (const follow of [followCases, followCharges])
      await catchUp(
        office.database,
        follow(() => office.now),
        DEMO_JURISDICTION,
      )
    await catchUp(office.database, followPace, DEMO_JURISDICTION)
    await sweepAll(office.database, { now: () => office.now })
    const judged = followJudgements(() => office.now, upheldDelays)
    await catchUp(office.database, judged, DEMO_JURISDICTION)
    for (const follow of more.follow ?? [])
      await catchUp(
        office.database,
        follow(() => office.now),
        DEMO_JURISDICTION,
      )
  }
  const told = async () => {
    const texts: string[] = []
    await deliverWaiting(office.database, DEMO_JURISDICTION, {
      vault,
      gateway: { deliver: async ({ text }) => void texts.push(text) },
      now: () => office.now,
      failed: (error) => {
        throw error
      },
    })
    return texts
  }
  return Object.assign(office, { pass, told, desk: (account: string) => desks.get(account) as Desk })
}

export const applicant = {
  kind: 'natural',
  name: '王小明',
  documentKind: 'residentId',
  documentNumber: '11010519491231002X',
  phone: '13800138000',
} as const

export const paper = (code: string) => ({ code, form: 'original', copies: 1, files: [] })

/** What a refused command answered: its status and code. */
export const refusal = (answer: { statusCode: number; json(): { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
]

export async function fileOf(desk: Desk, caseNo: string): Promise<FileView> {
  const answer = await desk.get(`/api/files/${caseNo}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
