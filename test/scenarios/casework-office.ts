import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { sweepClocks } from '#engines/clocks/stored/index.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import { onInvestigationClocks } from '#modules/accountability/index.ts'
import type { InvestigationView } from '#modules/accountability/contract.ts'
import { addUnit } from '#modules/organisation/index.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import type { Desk } from '#test/http/office.ts'
import { testDatabase } from '../database/index.ts'
import { chinaTime } from './hall.ts'
import { furnish, HALL_SCOPE, openWholeHall } from './whole-hall.ts'

const CITY = {
  id: 'city-supervision',
  name: '市效能监察室',
  nameEn: 'City supervision',
  kind: 'supervision',
} as const

const PEOPLE = [
  ['he.hui', 'supervision', 'supervisor'],
  ['liu.qing', 'supervision', 'supervisor'],
  ['came.from', 'supervision', 'supervisor'],
  ['city.wu', 'city-supervision', 'supervisor'],
  ['second.leader', 'county-government', 'leader'],
  ['market.head', 'market', 'unitHead'],
] as const

export const HASH = 'a'.repeat(64)
/** The usual people of a case: who leads it, who works on it, who decides. */
export const TEAM = { lead: 'zhang.min', members: ['he.hui'], decider: 'chen.jie' }

export interface Came {
  readonly status: number
  readonly code: string | undefined
  readonly view: InvestigationView
}

/** The whole platform with two offices of supervision, and short words for what people do to single cases. */
export async function openCasework(start: string) {
  const clock = { now: chinaTime(start) }
  const database = await testDatabase()
  await furnish(database, clock.now)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await database.transaction(HALL_SCOPE, async (db) => {
    const doing = { by: 'demo', at: clock.now }
    await addUnit(db, { ...CITY, parent: null }, doing)
    for (const [account, unit, role] of PEOPLE)
      await addAccount(
        db,
        { account, name: account, unit, role },
        { passwordHash, mustChange: false, ...doing },
      )
  })
  const hall = await openWholeHall(database, () => clock.now)
  const desks = new Map<string, Desk>()
  const as = async (account: string): Promise<Desk> => {
    const desk = desks.get(account) ?? (await hall.signIn(account))
    desks.set(account, desk)
    return desk
  }
  const post = async (account: string, url: string, body: object = {}) =>
    (await as(account)).send('POST', url, body)
  const get = async (account: string, url: string) => (await as(account)).get(url)
  const came = (answer: { statusCode: number; json(): unknown }): Came => {
    const body = answer.json() as InvestigationView & { code?: string }
    return { status: answer.statusCode, code: body.code, view: body }
  }
  const act = async (account: string, number: string, body: object) =>
    came(await post(account, `/api/investigations/${number}/acts`, body))
  const fine = async (account: string, number: string, body: object): Promise<InvestigationView> => {
    const done = await act(account, number, body)
    if (done.status !== 200) throw new Error(JSON.stringify(done.view))
    return done.view
  }
  const enter = async (account: string, body: object) =>
    came(
      await post(account, '/api/investigations', {
        ...{ title: '群众反映的问题', source: 'clue', unit: 'planning' },
        learnedOn: formatInstant(clock.now, DEFAULT_ZONE).slice(0, 10),
        ...body,
      }),
    )
  const see = async (account: string, number: string) =>
    came(await get(account, `/api/investigations/${number}`))
  const eventually = async <T>(look: () => Promise<T | undefined | false>): Promise<T> => {
    for (let tries = 0; tries < 300; tries++) {
      const found = await look()
      if (found) return found
      await sleep(50)
    }
    throw new Error('it did not come about')
  }

  return {
    ...{
      database,
      http: hall.http,
      signInAsResident: hall.signInAsResident,
      as,
      post,
      get,
      act,
      fine,
      enter,
      see,
      eventually,
    },
    put: async (account: string, url: string, body: object) => (await as(account)).send('PUT', url, body),
    get now() {
      return clock.now
    },
    /** The time passes: limits run out, and people sign in again. */
    async pass(text: string): Promise<void> {
      clock.now = chinaTime(text)
      desks.clear()
      await sweepClocks(database, DEMO_JURISDICTION, { now: clock.now, onFired: onInvestigationClocks })
    },
    /** Enters a lead and opens it with the usual people. */
    async opened(particulars: object, more: object = {}): Promise<string> {
      const { view, status } = await enter('zhang.min', { particulars, ...more })
      if (status !== 200) throw new Error(JSON.stringify(view))
      await fine('zhang.min', view.number, { act: 'open', ...TEAM, because: '线索具体、有凭据' })
      return view.number
    },
    /** Plans it with one milestone. */
    planned: (number: string, dueOn: string) =>
      fine('zhang.min', number, {
        ...{ act: 'plan', text: '先调阅资料，再谈话' },
        milestones: [{ code: 'files', title: '调阅资料', dueOn }],
      }),
    async proven(number: string, ...proofs: readonly string[]): Promise<string[]> {
      const ids: string[] = []
      for (const proves of proofs) {
        const view = await fine('he.hui', number, {
          ...{ act: 'evidence', proves, text: `证明${proves}的材料`, reference: '卷宗第一页', sha256: HASH },
        })
        ids.push(view.evidence.at(-1)?.evidence ?? '')
      }
      return ids
    },
    /** Somebody of the chain, heard. */
    person: async (number: string, account: string | null, more: object = {}) => {
      const view = await fine('zhang.min', number, {
        ...{
          act: 'node',
          kind: 'person',
          unit: 'planning',
          account,
          name: account ?? '某领导',
          role: 'acted',
        },
        ...{ because: '办理记录载明由其办理', ...more },
      })
      return view.nodes.at(-1)?.node ?? ''
    },
    hear: (number: string, node: string) =>
      fine('he.hui', number, { act: 'hear', node, statement: '情况属实，愿意改正', waived: false }),
    liable: (number: string, node: string) =>
      fine('zhang.min', number, { act: 'result', node, result: 'liable', reason: '证据证明其应负责任' }),
    top: (number: string, node: string, evidence: string) =>
      fine('zhang.min', number, { act: 'top', node, reason: '查阅批件，无人指使批准', evidence: [evidence] }),
    decide: async (number: string, account = 'chen.jie', more: object = {}) =>
      came(
        await post(account, `/api/investigations/${number}/decision`, {
          ...{ agreed: true, text: '同意承办组的意见', publication: 'internal', ...more },
        }),
      ),
    flags: async (account: string, number: string) =>
      (await see(account, number)).view.flags.map(({ code }) => code),
  }
}
