import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnitTitles } from '#modules/organisation/index.ts'
import { todayAt } from '../files/clocks.ts'
import type { AccountabilityFile } from '../files/file.ts'
import { findFile, findFiles } from '../files/store.ts'
import * as contract from '../figures-contract.ts'
import type { InquiryView } from '../figures-contract.ts'
import { changeInquiry } from './commands.ts'
import { answerInquiry, type Inquiry } from './inquiry.ts'
import { refuse } from './refusals.ts'
import { findInquiries, findInquiry } from './store.ts'

export const inquiryRoutes: Route[] = [
  route(contract.listInquiries, ({ read, now }) =>
    read(async (db) => ({ rows: await viewsOf(db, await findInquiries(db), now) })),
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
      return (await viewsOf(db, [state], now))[0] as InquiryView
    }),
  ),
]

async function viewsOf(db: Db, inquiries: readonly Inquiry[], now: EpochMs): Promise<InquiryView[]> {
  const units = [...new Set(inquiries.map(({ unit }) => unit))]
  const principals = [...new Set(inquiries.flatMap(({ principal }) => principal ?? []))]
  const beside: Beside = {
    titles: new Map((await findUnitTitles(db, units)).map((one) => [one.id, one])),
    people: new Map((await findPeople(db, principals)).map(({ account, name }) => [account, name])),
    files: inquiries.length === 0 ? [] : await findFiles(db, { kind: 'person' }),
    today: todayAt(now),
  }
  return inquiries.map((one) => viewOf(one, beside))
}

/** What is said of inquiries besides what they say themselves. */
interface Beside {
  readonly titles: ReadonlyMap<string, { readonly name: string; readonly nameEn: string }>
  readonly people: ReadonlyMap<string, string>
  /** Against people, of whatever unit. */
  readonly files: readonly AccountabilityFile[]
  readonly today: Day
}

function viewOf(inquiry: Inquiry, { titles, people, files, today }: Beside): InquiryView {
  const { unit, principal, because, findings, on, answerBy, answered } = inquiry
  const title = titles.get(unit)
  const same = files.filter(
    ({ subject, findings: of }) => subject.unit === unit && of.some((one) => findings.includes(one)),
  )
  return {
    inquiry: inquiry.inquiry,
    unit: { id: unit, name: { zh: title?.name ?? unit, en: title?.nameEn ?? unit } },
    principal: principal === null ? null : { account: principal, name: people.get(principal) ?? principal },
    ...{ because: [...because], findings: [...findings], on, answerBy },
    overdue: answered === null && today > answerBy,
    subordinates: same.filter(({ subject }) => subject.account !== principal).map(({ file }) => file),
    answered: answered && {
      ...{ outcome: answered.outcome, reason: answered.reason, file: answered.file, by: answered.by },
    },
  }
}
