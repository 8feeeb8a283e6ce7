import { day } from '#kernel/day.ts'
import { type OnFired, sweepClocks } from '#engines/clocks/stored/index.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import { type ItemContent, loadItems } from '#modules/catalogue/index.ts'
import { onEntryClocks } from '#modules/institutions/index.ts'
import type { EntryView } from '#modules/institutions/contract.ts'
import { addUnit } from '#modules/organisation/index.ts'
import type { Desk } from '#test/http/office.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'
import { testDatabase } from '../database/index.ts'
import { applicant, chinaTime, paper } from './hall.ts'
import { furnish, HALL_SCOPE, openWholeHall } from './whole-hall.ts'

const UNITS = [
  { id: 'hall-office', name: '政务服务中心', nameEn: 'Hall office', kind: 'hall' },
  { id: 'station-1', name: '青禾社区服务站', nameEn: 'Qinghe station', kind: 'village' },
  { id: 'urban-management', name: '城市管理局', nameEn: 'Urban management', kind: 'department' },
] as const

const PEOPLE = [
  ['hall.manager', 'hall-office', 'unitHead'],
  ['hall.second', 'hall-office', 'officer'],
  ['station.agent', 'station-1', 'officer'],
  ['market.head', 'market', 'unitHead'],
  ['urban.officer', 'urban-management', 'officer'],
  ['second.supervisor', 'supervision', 'supervisor'],
  ['second.leader', 'county-government', 'leader'],
] as const

/** What came of an act on a register: its code when it was refused, else the entry with its flags. */
export interface Came {
  readonly code: string | undefined
  readonly entry: string
  readonly state: string
  readonly flags: readonly string[]
}

const cameOf = (answer: { json(): Partial<EntryView> & { code?: string } }): Came => {
  const { code, entry = '', state = '', flags = [] } = answer.json()
  return { code, entry, state, flags: flags.map(({ flag }) => flag) }
}

type Values = Readonly<Record<string, unknown>>

/** The whole platform with a hall office, a station and a second item, and short words for what people do to registers. */
export async function openRegisters(start: string, onFired: OnFired = onEntryClocks) {
  const clock = { now: chinaTime(start) }
  const database = await testDatabase()
  await furnish(database, clock.now)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await database.transaction(HALL_SCOPE, async (db) => {
    const doing = { by: 'demo', at: clock.now }
    for (const unit of UNITS) await addUnit(db, { ...unit, parent: null }, doing)
    for (const [account, unit, role] of PEOPLE)
      await addAccount(
        db,
        { account, name: account, unit, role },
        { passwordHash, mustChange: false, ...doing },
      )
    await loadItems(db, [{ item: 'stall', unit: 'planning', content: soundItem }], {
      ...{ draftedBy: 'wang.fang', publishedBy: 'zhang.min', at: clock.now, from: day('2026-01-01') },
    })
  })
  const hall = await openWholeHall(database, () => clock.now)
  const desks = new Map<string, Desk>()
  const as = async (account: string): Promise<Desk> => {
    const known = desks.get(account)
    if (known) return known
    const desk = /^\d+$/.test(account) ? await hall.signInAsResident(account) : await hall.signIn(account)
    desks.set(account, desk)
    return desk
  }
  const base = (account: string, institution: string) =>
    `/api/${/^\d+$/.test(account) ? 'own/' : ''}registers/${institution}/entries`
  const send = async (account: string, url: string, body: object) =>
    (await as(account)).send('POST', url, body)

  const decide = async (caseNo: string, { basis }: { basis: string }): Promise<void> => {
    const agreed = { step: 'review', outcome: 'agreed', opinion: '' }
    await send('wang.fang', `/api/files/${caseNo}/steps`, agreed)
    const decided = await send('wang.fang', `/api/files/${caseNo}/decision`, {
      ...{ outcome: 'denied', reasons: '经营场所不符合条件', basis, result: '', unmet: ['premises'] },
    })
    if (decided.statusCode !== 200) throw new Error(decided.body)
  }

  return {
    database,
    http: hall.http,
    as,
    /** The time passes: limits run out, and people sign in again. */
    async pass(text: string): Promise<void> {
      clock.now = chinaTime(text)
      desks.clear()
      await sweepClocks(database, DEMO_JURISDICTION, { now: clock.now, onFired })
    },
    /** Opens an entry; an account of digits is a resident's phone. */
    enter: async (account: string, institution: string, values: Values): Promise<Came> =>
      cameOf(await send(account, base(account, institution), { values })),
    take: async (
      account: string,
      [institution, entry]: readonly [string, string],
      step: string,
      values: Values = {},
    ): Promise<Came> =>
      cameOf(await send(account, `${base(account, institution)}/${entry}/steps`, { step, values })),
    see: async (account: string, institution: string, entry: string): Promise<Came> =>
      cameOf(await (await as(account)).get(`${base(account, institution)}/${entry}`)),
    /** A figure of a register as a supervisor reads it, for the group or the whole. */
    async figure(institution: string, code: string, group?: string) {
      const { figures } = (await (await as('zhang.min')).get(`/api/registers/${institution}`)).json()
      return figures.find(
        (one: { code: string; group: { zh: string } | null }) =>
          one.code === code && (group === undefined || one.group?.zh === group),
      )
    },
    async publicRows(institution: string) {
      return (await hall.http.inject(`/api/public/registers/${institution}`)).json().rows as {
        entry: string
        values: Record<string, { zh: string }>
      }[]
    },
    /** A case taken in, and denied on this basis if one is given; the number of the file. */
    async handle(item: string, decided?: { basis: string }): Promise<string> {
      const received = await send('li.wei', '/api/files', {
        ...{ item, channel: 'counter', counter: null, applicant, acceptIfComplete: true },
        materials: [paper('application'), paper('layout')],
      })
      if (received.statusCode !== 200) throw new Error(received.body)
      const { caseNo } = received.json().file
      if (decided) await decide(caseNo, decided)
      return caseNo
    },
    decide,
    /** Publishes a version of an item of the planning office. */
    load: (item: string, content: ItemContent, from: string) =>
      database.transaction(HALL_SCOPE, (db) =>
        loadItems(db, [{ item, unit: 'planning', content }], {
          ...{ draftedBy: 'wang.fang', publishedBy: 'zhang.min', at: clock.now, from: day(from) },
        }),
      ),
  }
}
