import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { CASE_SHAPE, ruleByCode } from '#engines/rules/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import * as contract from '../contract.ts'
import type { EditionView } from '../contract.ts'
import { namesFor } from '../efficiency/naming.ts'
import { dayAt, instantText } from '../moments.ts'
import { change, draft, editionName } from './commands.ts'
import { approve, type Edition, statusOf, tried, withdraw } from './edition.ts'
import { refuseEdition } from './refusals.ts'
import { findEdition, findEditions } from './store.ts'
import { tryOver, wrongExamples } from './trial.ts'

const fieldsOf = (shape: object) =>
  Object.entries(shape).flatMap(([name, kind]) => (typeof kind === 'string' ? [{ name, kind }] : []))

const doing = ({ caller, now }: Pick<Call, 'caller' | 'now'>) => ({ actor: caller.account, now })

/** 规则的一生: drafted, tried over history, approved by a second person with its day, withdrawn. */
export const ruleEditionRoutes: Route[] = [
  route(contract.listRuleEditions, ({ query, caller, read }) =>
    read(async (db) => {
      const found = (await findEditions(db)).filter(({ state }) => !query.rule || state.code === query.rule)
      const rows = await viewsOf(
        db,
        found.map(({ state }) => state),
        caller.account,
      )
      return { rows: rows.reverse(), fields: fieldsOf(CASE_SHAPE), actFields: fieldsOf(CASE_SHAPE.acts) }
    }),
  ),

  route(contract.draftRule, (call) =>
    call.transaction(async (db) => viewOf(db, await draft(db, call.body, doing(call)), call.caller.account)),
  ),

  route(contract.tryRule, (call) =>
    call.transaction(async (db) => {
      const { edition } = call.params
      const found = await findEdition(db, edition)
      if (!found) throw refuseEdition('rule-edition.not-found')
      const trial = await tryOver(db, found.state, call.body.log, call.now)
      return viewOf(
        db,
        await change(db, edition, (state) => tried(state, trial), doing(call)),
        call.caller.account,
      )
    }),
  ),

  route(contract.approveRule, (call) =>
    call.transaction(async (db) => {
      const { account } = call.caller
      const decided = await change(
        db,
        call.params.edition,
        (state) =>
          approve(state, {
            ...{ by: account, from: day(call.body.from), today: dayAt(call.now) },
            wrongExamples: state ? wrongExamples(state) : [],
          }),
        doing(call),
      )
      return viewOf(db, decided, account)
    }),
  ),

  route(contract.withdrawRule, (call) =>
    call.transaction(async (db) => {
      const today = dayAt(call.now)
      const { reason, until } = call.body
      const given = { reason, until: until === undefined ? today : day(until), today }
      const decided = await change(db, call.params.edition, (state) => withdraw(state, given), doing(call))
      return viewOf(db, decided, call.caller.account)
    }),
  ),
]

const viewOf = async (db: Db, edition: Edition, reader: string): Promise<EditionView> =>
  (await viewsOf(db, [edition], reader))[0] as EditionView

async function viewsOf(db: Db, editions: readonly Edition[], reader: string): Promise<EditionView[]> {
  const { unit } = await namesFor(db, [])
  return editions.map((edition) => {
    const { content, trial, approval, withdrawal, draftedBy } = edition
    const status = statusOf(edition)
    return {
      ...{ edition: editionName(edition), code: edition.code, number: edition.number, status },
      title: content.form === 'own' ? content.title : ruleByCode(edition.code).title,
      ...{ form: content.form, content: { ...content } },
      ...{ draftedBy, draftedAt: instantText(edition.draftedAt), wrongExamples: wrongExamples(edition) },
      trial: trial && {
        ...trial,
        units: trial.units.map((one) => ({
          ...{ unit: one.unit, cases: one.cases, samples: [...one.samples] },
          unitName: one.unit === null ? { zh: '（未注明）', en: '(not given)' } : unit(one.unit),
        })),
      },
      approval: approval && { ...approval, at: instantText(approval.at) },
      withdrawal: withdrawal && { ...withdrawal, at: instantText(withdrawal.at) },
      mayApprove: status === 'draft' && draftedBy !== reader,
    }
  })
}
