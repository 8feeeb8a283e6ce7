import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#modules/access/index.ts'
import { caseworkRoutes, followLeads } from '#modules/accountability/index.ts'
import type { FindingRow, FindingShare } from '#modules/findings/contract.ts'
import { findingRoutes, networkRoutes, ratingsKnown } from '#modules/findings/index.ts'
import { followFindings, onRectificationClocks, rectificationRoutes } from '#modules/rectification/index.ts'
import { send } from '#modules/residents/index.ts'
import type { CardRow, CardView, RuleRow, UnitFigures } from '#modules/supervision/contract.ts'
import { cardsKnown } from '#modules/supervision/index.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { applicant, openHall, paper } from './hall.ts'
import { HALL_SCOPE } from './whole-hall.ts'

/** 一张错牌: raised, upheld, made a finding and a problem to be mended; then objected to, found wrong, and gone from every figure. */
const hall = await openHall(
  { permit: soundItem },
  {
    routes: ({ database, vault }) => [
      ...findingRoutes(),
      ...networkRoutes([cardsKnown, ratingsKnown]),
      ...caseworkRoutes({ database, vault, tell: (db, message, now) => send(db, vault, message, now) }),
      ...rectificationRoutes({
        ...{ database, vault, tell: (db, message, now) => send(db, vault, message, now) },
        readSheet: () => Promise.reject(new Error('no workbook in this test')),
      }),
    ],
    onFired: onRectificationClocks,
    follow: [followFindings, followLeads],
  },
)
const [HEAD, JUDGE, HANDLER, REVIEWER, LEADER] = [
  'wang.fang',
  'zhang.min',
  'qian.second',
  'sun.third',
  'chen.jie',
] as const
const passwordHash = await hashPassword(DEMO_PASSWORD)
await hall.database.transaction(HALL_SCOPE, async (db) => {
  for (const account of [HANDLER, REVIEWER])
    await addAccount(
      db,
      { account, name: account, unit: 'supervision', role: 'supervisor' },
      { passwordHash, mustChange: false, by: 'demo', at: hall.now },
    )
})

const desks = new Map<string, Awaited<ReturnType<typeof hall.signIn>>>()
const desk = async (account: string) => {
  const found = desks.get(account) ?? (await hall.signIn(account))
  desks.set(account, found)
  return found
}
const pass = async (text: string) => {
  await hall.pass(text)
  desks.clear()
}
const read = async <T>(account: string, url: string): Promise<T> => {
  const answer = await (await desk(account)).get(url)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
const post = async (account: string, url: string, body: object) =>
  (await desk(account)).send('POST', url, body)
const done = async <T>(account: string, url: string, body: object): Promise<T> => {
  const answer = await post(account, url, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

interface Counted {
  readonly total: number
}

/** Every figure that a card of the planning office finds its way into. */
async function figures(rule: string, matter: string) {
  const rules = await read<{ rows: RuleRow[] }>(LEADER, '/api/rules?log=hall')
  const found = await read<{ rows: FindingRow[] }>(LEADER, '/api/findings?unit=planning')
  const shares = await read<{ rows: FindingShare[] }>(LEADER, '/api/finding-shares')
  const facts = async (query: string) =>
    (await read<{ facts: number }>(LEADER, `/api/finding-network?${query}&purpose=cards`)).facts
  const board = await read<{ problems: number }>(LEADER, '/api/rectification/board')
  const balance = await read<{ found: number }>(LEADER, '/api/investigation-balance')
  const units = await read<{ rows: UnitFigures[] }>(LEADER, '/api/overview/units?log=hall')
  const ofPlanning = units.rows.find(({ unit }) => unit === 'planning')
  return {
    overview: (ofPlanning?.red ?? 0) + (ofPlanning?.yellow ?? 0),
    standing: (await read<Counted>(LEADER, '/api/cards?status=standing&log=hall')).total,
    ofUnit: (await read<Counted>(HEAD, '/api/cards?status=standing&log=hall')).total,
    firings: rules.rows.find(({ code }) => code === rule)?.firings ?? 0,
    findings: found.rows.filter(({ status }) => status !== 'withdrawn').length,
    shares: shares.rows.reduce((sum, one) => sum + one.findings, 0),
    ofTheUnit: await facts('unit=planning'),
    ofTheMatter: await facts(`matter=${matter}`),
    problems: board.problems,
    cases: balance.found,
  }
}

test('a wrong card is objected to by the unit, judged by another, withdrawn, and leaves every figure that it came into', async () => {
  await pass('2026-03-02T09:00:00')
  const { file } = await done<{ file: { caseNo: string } }>('li.wei', '/api/files', {
    ...{ item: 'permit', channel: 'counter', counter: null, applicant, acceptIfComplete: true },
    materials: [paper('application'), paper('layout')],
  })
  const matter = file.caseNo
  await pass('2026-04-20T09:00:00')
  const { rows } = await read<{ rows: CardRow[] }>(JUDGE, '/api/cards?level=red&log=hall&limit=200')
  const { card, rule } = rows.find((one) => one.caseId === matter)!
  const raised = await figures(rule, matter)

  // Upheld on a first look: a finding, an order to mend it, and a problem with the unit.
  await done('li.wei', `/api/cards/${card}/answer`, { text: '系统停机两周，正在查公告' })
  const judged = await done<CardView>(JUDGE, `/api/cards/${card}/judgement`, {
    ...{ outcome: 'upheld', reason: '超过时限，未提交停机依据' },
  })
  const finding = judged.finding ?? ''
  await done(HANDLER, `/api/findings/${finding}/handler`, { relation: null, note: '无回避情形' })
  const rectify = { disposition: 'rectify', reason: '办件超时，责令整改' }
  await done(HANDLER, `/api/findings/${finding}/disposition`, rectify)
  await pass('2026-04-21T09:00:00')
  const upheld = await figures(rule, matter)
  expect(upheld).toMatchObject({ findings: 1, shares: 1, problems: 1, standing: raised.standing })

  // The unit objects; whoever upheld it does not decide, nor does the unit.
  const grounds = { grounds: '停机公告在案，期间不计入时限' }
  const decision = { outcome: 'withdrawn', reason: '停机属实，该牌有误' }
  const decide = (account: string) => post(account, `/api/cards/${card}/objection/decision`, decision)
  expect((await decide(REVIEWER)).json().code).toBe('objection.none')
  await done(HEAD, `/api/cards/${card}/objection`, grounds)
  expect((await decide(JUDGE)).json().code).toBe('objection.own-judgement')
  expect((await decide(HEAD)).statusCode).toBe(403)
  const settled = await done<CardView>(REVIEWER, `/api/cards/${card}/objection/decision`, decision)
  expect(settled).toMatchObject({ status: 'withdrawn', finding: null })
  // What follows from the withdrawal is followed in its turn.
  for (const time of ['10:00', '10:05', '10:10']) await pass(`2026-04-21T${time}:00`)

  const corrected = await figures(rule, matter)
  expect(corrected).toMatchObject({ findings: 0, shares: 0, problems: 0, cases: raised.cases })
  expect(corrected.overview).toBe(raised.overview - 1)
  expect(corrected.standing).toBe(raised.standing - 1)
  expect(corrected.ofUnit).toBe(raised.ofUnit - 1)
  expect(corrected.ofTheUnit).toBe(raised.ofTheUnit - 1)
  expect(corrected.ofTheMatter).toBe(raised.ofTheMatter - 1)
  expect([upheld.firings, corrected.firings]).toEqual([raised.firings, raised.firings - 1])
  // The record keeps what happened: nobody took a line away.
  const kept = await read<{ status: string }>(LEADER, `/api/findings/${finding}?purpose=check`)
  expect(kept.status).toBe('withdrawn')
  const list = await read<{ rows: { state: string }[] }>(LEADER, '/api/rectification/problems?unit=planning')
  expect(list.rows.every(({ state }) => state === 'withdrawn')).toBe(true)
})
