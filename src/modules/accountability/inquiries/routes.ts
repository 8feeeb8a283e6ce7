import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import { todayAt } from '../files/clocks.ts'
import { findFile, findFiles } from '../files/store.ts'
import * as contract from '../figures-contract.ts'
import type { InquiryView } from '../figures-contract.ts'
import { changeInquiry } from './commands.ts'
import { answerInquiry, type Inquiry } from './inquiry.ts'
import { refuse } from './refusals.ts'
import { findInquiries, findInquiry } from './store.ts'

export const inquiryRoutes: Route[] = [
  route(contract.listInquiries, ({ read, now }) =>
    read(async (db) => {
      const rows = []
      for (const one of await findInquiries(db)) rows.push(await viewOf(db, one, now))
      return { rows }
    }),
  ),
  route(contract.answerPrincipalInquiry, ({ params, body, caller, now, ...call }) =>
    call.transaction(async (db) => {
      if (!(await findInquiry(db, params.inquiry))) throw refuse('inquiry.not-found')
      const about = body.file === null ? undefined : (await findFile(db, body.file))?.state.subject.account
      const asked = { ...body, fileAbout: about ?? null }
      const state = await changeInquiry(db, params.inquiry, (one) => answerInquiry(one, asked), {
        ...{ actor: caller.account, now },
      })
      if (!state) throw refuse('inquiry.not-found')
      return viewOf(db, state, now)
    }),
  ),
]

async function viewOf(db: Db, inquiry: Inquiry, now: EpochMs): Promise<InquiryView> {
  const { unit, principal, because, findings, on, answerBy, answered } = inquiry
  const [title] = await findUnitTitles(db, [unit])
  const [person] = principal === null ? [] : await findPeople(db, [principal])
  const files = await findFiles(db, { unit, kind: 'person' })
  const same = files.filter((file) => file.findings.some((one) => findings.includes(one)))
  return {
    inquiry: inquiry.inquiry,
    unit: { id: unit, name: { zh: title?.name ?? unit, en: title?.nameEn ?? unit } },
    principal: principal === null ? null : { account: principal, name: person?.name ?? principal },
    ...{ because: [...because], findings: [...findings], on, answerBy },
    overdue: answered === null && todayAt(now) > answerBy,
    subordinates: same.filter(({ subject }) => subject.account !== principal).map(({ file }) => file),
    answered: answered && {
      ...{ outcome: answered.outcome, reason: answered.reason, file: answered.file, by: answered.by },
    },
  }
}
