import { Readable } from 'node:stream'
import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, route, streamRoute } from '#platform/http/index.ts'
import { drawForm } from '#modules/notices/index.ts'
import { findUnit } from '#modules/organisation/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import * as contract from '../contract.ts'
import type { Prover } from '../proof.ts'
import { refuse } from '../refusals.ts'
import { findFile } from '../store.ts'
import { linesOf } from './handed-in.ts'
import { caseOf, readForm } from './reading.ts'

const REACH = { reach: 'jurisdiction' } as const
const OWN = '申请人查看本人填写的申请表'

/** 申请表 for those who handle the case, for a purpose that is recorded. */
export const formRoutes = (vault: Vault): Route[] => [
  route(contract.revealForm, async (call) => {
    const { params, body, caller, now } = call
    await refuseUnseen(call)
    const doing = { by: caller.account, at: now }
    return call.transaction((db) => readForm(db, params.caseNo, { ...body, vault, doing }), REACH)
  }),
]

async function refuseUnseen({ params: { caseNo }, read }: Pick<Call<{ caseNo: string }>, 'params' | 'read'>) {
  if (!(await read((db) => findFile(db, caseNo)))) throw refuse('case.not-found', { caseNo })
}

/** 申请表 for the applicant, by number and code: to look it over, to correct it, to print it. */
export const trackedFormRoutes = (vault: Vault, proof: Prover, publicUrl: string): Route[] => [
  route(contract.trackForm, ({ params: { caseNo }, query, now, address }) =>
    proof.write({ caseNo, ...query }, { address, now }, (db, person) =>
      ownForm(db, caseNo, { vault, person, now }),
    ),
  ),
  streamRoute(contract.trackFormPaper, async ({ params: { caseNo }, query, now, address }) => {
    const drawing = await proof.write({ caseNo, ...query }, { address, now }, async (db, person) => {
      const { fields, answers, ...form } = await ownForm(db, caseNo, { vault, person, now })
      const { plan } = await caseOf(db, caseNo)
      const { name } = await vault.readPerson(
        db,
        person,
        { purpose: OWN, fields: ['name'] },
        { by: `resident/${person}`, at: now },
      )
      return {
        ...form,
        ...{ caseNo, itemName: plan.name.zh, applicant: name ?? '', lines: linesOf(fields, answers) },
        unitName: (await findUnit(db, plan.unit))?.name ?? plan.unit,
        trackUrl: `${publicUrl}/track/${caseNo}`,
      }
    })
    return {
      contentType: 'application/pdf',
      fileName: `${caseNo}-申请表.pdf`,
      body: Readable.from([await drawForm(drawing)]),
    }
  }),
]

interface Own {
  readonly vault: Vault
  readonly person: string
  readonly now: number
}

const ownForm = (db: Db, caseNo: string, { vault, person, now }: Own) =>
  readForm(db, caseNo, { vault, purpose: OWN, doing: { by: `resident/${person}`, at: now } })
