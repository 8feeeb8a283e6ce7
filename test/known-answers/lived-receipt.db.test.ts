import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#kernel/sql.ts'
import { caseAt } from '#engines/histories/index.ts'
import { catchUp } from '#engines/ledger/index.ts'
import { type Acting, act, caseDecisions, type CasePlan, receiveCase, THE_LAW } from '#modules/cases/index.ts'
import { preset, readHistories } from '#modules/exchange/index.ts'
import { followCases } from '#modules/supervision/index.ts'
import { testDatabase } from '#test/database/index.ts'
import { sharedData } from '#test/shared-data.ts'

const file = sharedData('wabo-receipt/receipt.xes.gz')
const scope = { jurisdiction: 'wabo', reach: 'jurisdiction' } as const

/** One process: what is handed in is complete, and the office has until the date that the case itself states. */
const plan: CasePlan = {
  item: 'environmental-permit',
  version: 1,
  name: { zh: '环境许可', en: 'environmental permit' },
  unit: 'general',
  onTheSpot: false,
  channels: ['counter'],
  materials: [],
  steps: [
    {
      code: 'check',
      name: 'T02 Check confirmation of receipt',
      unit: 'general',
      post: 'check',
      group: 1,
      limit: null,
    },
  ],
  decidedBy: { unit: 'general', post: 'decide' },
  deliveredBy: { unit: 'general', post: 'deliver' },
  // The log names no limit of law besides its deadline; ten years never come before it.
  statutory: { limit: '3650D', rule: 'XK-04' },
  committed: '3650D',
  deemedApproval: null,
}

const officer = { ...THE_LAW, account: 'officer', unit: 'general', headOfUnit: true }
let papers = 0
const acting = (now: number): Acting => ({
  actor: officer,
  now,
  papers: { issue: async () => ({ notice: `${++papers}`, number: `${papers}` }) },
})

describe.skipIf(!file)(
  'the receipt log lived through as cases (skipped where the public data is absent)',
  async () => {
    const database = await testDatabase()

    test(
      'as many are late as when the log is imported, and as many open ones overdue',
      { timeout: 600_000 },
      async () => {
        const { histories } = await readHistories(file ?? '', preset('wabo-receipt'))
        let end = 0
        for (let index = 0; index < histories.caseCount; index++) {
          const { attributes, events } = caseAt(histories, index)
          const [start, deadline] = [attributes['startdate'], attributes['deadline']].map((text) =>
            Date.parse(text ?? ''),
          )
          const enddate = attributes['enddate'] === undefined ? undefined : Date.parse(attributes['enddate'])
          for (const { at } of events) end = Math.max(end, at)
          // Two cases of the log end before they begin: they are lived in the order in which they must have happened.
          await live(
            start as number,
            deadline as number,
            enddate === undefined ? undefined : Math.max(enddate, (start as number) + 3),
          )
        }
        await catchUp(
          database,
          followCases(() => end),
          scope.jurisdiction,
        )
        const rows = await database.read(scope, (db) =>
          db.rows(
            z.object({ name: z.string(), count: z.number() }),
            sql`
        select case state when 'concluded' then 'concluded' else 'open' end || case when late then ' late' else '' end as name,
               sum(cases)::int8 as count
          from watch_cell
         where rule = ''
         group by 1`,
          ),
        )
        expect(Object.fromEntries(rows.map(({ name, count }) => [name, count]))).toEqual({
          concluded: 1329 - 377,
          'concluded late': 377,
          open: 105 - 39,
          'open late': 39,
        })
      },
    )

    const live = (start: number, deadline: number, enddate: number | undefined) =>
      database.transaction(scope, async (db) => {
        const given = {
          channel: 'counter',
          plan,
          applicant: 'p',
          applicantMasked: '某',
          agent: null,
          counter: null,
          materials: [],
        } as const
        const { caseNo } = await receiveCase(db, given, acting(start))
        await act(db, caseNo, acting(start + 1), (state) =>
          caseDecisions.accept(state, { promisedUntil: deadline }, officer, start + 1),
        )
        if (enddate === undefined) return
        await act(db, caseNo, acting(start + 2), (state) =>
          caseDecisions.finishStep(state, { step: 'check', outcome: 'agreed', opinion: '' }, officer),
        )
        await act(db, caseNo, acting(enddate), (state) =>
          caseDecisions.decide(state, { outcome: 'granted', reasons: '', basis: '', result: null }, officer),
        )
      })
  },
)
