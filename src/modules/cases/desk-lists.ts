import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import type { CaseActor } from './actor.ts'
import { actorOf } from './callers.ts'
import * as contract from './contract.ts'
import { countFiles, type FileQuestion, findFiles, type ListedFile } from './store.ts'
import { countWork, findWork } from './work-store.ts'
import { calendarOf, fileRow, workRow } from './views.ts'

const PAGE = 50

/** 我的工作 and the files of one's unit. */
export const desks = (): Route[] => [
  route(contract.listWork, (call) => call.read((db) => workPage(db, call))),
  route(contract.listFiles, (call) => call.read((db) => filePage(db, call))),
]

type WorkCall = Pick<
  Call<unknown, { whose?: 'mine' | 'unit'; kind?: string; after?: string; limit?: number }>,
  'caller' | 'now' | 'query'
>

/** Urgent first, so pages are counted: the order changes with every clock. */
async function workPage(db: Db, { caller, now, query }: WorkCall) {
  const actor = await actorOf(db, caller, now)
  const limit = query.limit ?? PAGE
  const offset = Math.max(0, Number(query.after ?? 0) || 0)
  const question = {
    units: unitsOf(actor),
    desks: [...actor.desks],
    // Heads of units see what all their desks have to do.
    onlyMine: query.whose === 'mine' && !actor.headOfUnit,
    kind: query.kind,
    limit,
    offset,
  }
  const calendar = await calendarOf(db)
  const found = await findWork(db, question)
  const rows = found.slice(0, limit).map((row) => workRow(row, { actor, now, calendar }))
  const next = found.length > limit ? String(offset + limit) : null
  return { rows, next, total: await countWork(db, question) }
}

/** Work of one's unit, and of units whose posts one stands in for; leaders decide on extensions. */
const unitsOf = ({ unit, desks: held, leader }: CaseActor): string[] => [
  ...new Set([
    ...(unit === null ? [] : [unit]),
    ...[...held].map((desk) => desk.split('/')[0] ?? ''),
    ...(leader ? ['leadership'] : []),
  ]),
]

type FileListCall = Pick<
  Call<unknown, { status?: string; item?: string; search?: string; after?: string; limit?: number }>,
  'caller' | 'now' | 'query'
>

async function filePage(db: Db, { caller, now, query }: FileListCall) {
  const limit = query.limit ?? PAGE
  const { status, item, search } = query
  const unit = caller.reach === 'unit' ? (caller.unit ?? undefined) : undefined
  const question: FileQuestion = { unit, status, item, search, before: placeOf(query.after), limit }
  const found = await findFiles(db, question)
  const calendar = await calendarOf(db)
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return {
    rows: rows.map((row) => fileRow(row, now, calendar)),
    next: last ? nameOfPlace(last) : null,
    total: await countFiles(db, question),
  }
}

const nameOfPlace = ({ receivedAt, caseNo }: ListedFile): string => `${receivedAt.getTime()}~${caseNo}`

function placeOf(after: string | undefined): FileQuestion['before'] {
  const [at, caseNo] = (after ?? '').split('~')
  return caseNo && /^\d+$/.test(at ?? '') ? { at: Number(at), caseNo } : undefined
}
