import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { day } from '#kernel/day.ts'
import { sweepClocks } from '#engines/clocks/stored/index.ts'
import { catchUp } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import {
  accountabilityRoutes,
  followPrincipals,
  onAccountabilityClocks,
} from '#modules/accountability/index.ts'
import type { MeasureView } from '#modules/accountability/contract.ts'
import { disposeFinding, type NewFinding, openFinding } from '#modules/findings/index.ts'
import { noticeRoutes } from '#modules/notices/index.ts'
import { addUnit } from '#modules/organisation/index.ts'
import { openVault } from '#modules/vault/index.ts'
import { type Desk, openOffice } from '#test/http/office.ts'
import { settled } from '#test/database/index.ts'
import { addAccount } from '../../src/modules/access/founding.ts'
import { hashPassword } from '../../src/modules/access/passwords.ts'

const SCOPE = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const

/** Besides the demo's people: three who supervise, two who lead, and those who may be held to account. */
const PEOPLE = [
  { account: 'he.san', name: '何三', unit: 'supervision', role: 'supervisor' },
  { account: 'yu.si', name: '于四', unit: 'supervision', role: 'supervisor' },
  { account: 'tang.li', name: '唐理', unit: 'county-government', role: 'leader' },
  { account: 'mei.wu', name: '梅五', unit: 'fairness', role: 'supervisor' },
  { account: 'fang.zheng', name: '方正', unit: 'fairness', role: 'leader' },
  { account: 'qian.market', name: '钱市', unit: 'market', role: 'unitHead' },
  { account: 'zhao.market', name: '赵市', unit: 'market', role: 'officer' },
  { account: 'lin.shi', name: '林时', unit: 'market', role: 'officer' },
  { account: 'xu.school', name: '徐校', unit: 'school', role: 'unitHead' },
] as const
const UNITS = [
  { id: 'fairness', name: '公正委员会', nameEn: 'Fairness committee', kind: 'leadership' },
  { id: 'school', name: '第一小学', nameEn: 'First School', kind: 'department' },
] as const

/** The demo county with those who propose, decide and answer, and with its clocks. */
export async function openAccountability() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-accountability-'))
  afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))
  const vault = openVault({ dataFolder })
  const office = await openOffice({
    routes: (database) => [
      ...accountabilityRoutes({ database, vault, publicUrl: '' }),
      ...noticeRoutes({ database, vault, publicUrl: '' }),
    ],
  })
  const { database } = office
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await database.transaction(SCOPE, async (db) => {
    for (const unit of UNITS) await addUnit(db, { ...unit, parent: null }, { by: 'demo', at: office.now })
    for (const person of PEOPLE)
      await addAccount(db, person, { passwordHash, mustChange: false, by: 'demo', at: office.now })
  })

  const desks = new Map<string, Desk>()
  const desk = async (account: string): Promise<Desk> => {
    const found = desks.get(account) ?? (await office.signIn(account))
    desks.set(account, found)
    return found
  }
  const post = async (account: string, url: string, body: object = {}) =>
    (await desk(account)).send('POST', url, body)
  const get = async (account: string, url: string) => (await desk(account)).get(url)
  const fine = async <T>(answer: Promise<{ statusCode: number; body: string; json(): T }>): Promise<T> => {
    const given = await answer
    if (given.statusCode !== 200) throw new Error(given.body)
    return given.json()
  }
  let number = 0

  return {
    ...{ office, database, desk, post, get, fine },
    /** Time goes by: clocks run out, inquiries are looked for, people sign in again. */
    async pass(text: string): Promise<void> {
      office.now = Date.parse(`${text}+08:00`)
      desks.clear()
      await sweepClocks(database, DEMO_JURISDICTION, { now: office.now, onFired: onAccountabilityClocks })
      await settled(database)
      await catchUp(
        database,
        followPrincipals(() => office.now),
        DEMO_JURISDICTION,
      )
    },
    finding: (more: Partial<NewFinding> & Pick<NewFinding, 'unit' | 'conduct'>): Promise<string> =>
      database.transaction(SCOPE, async (db) => {
        number += 1
        const given: NewFinding = {
          ...{ source: 'visit', sourceId: `visit/${number}`, fact: `第 ${number} 次检查发现的事实` },
          ...{ happenedOn: day('2026-03-02'), matter: `matter-${number}`, ...more },
        }
        return (await openFinding(db, given, { actor: 'zhang.min', now: office.now })).finding
      }),
    dispose: (finding: string, disposition: 'rectify' | 'noFault') =>
      database.transaction(SCOPE, (db) =>
        disposeFinding(
          db,
          finding,
          { disposition, reason: '已责令退还并整改完毕', remedyBy: day('2026-12-31') },
          { actor: 'zhang.min', now: office.now },
        ),
      ),
    propose: (more: object, account = 'zhang.min') =>
      post(account, '/api/accountability/files', {
        ...{ facts: '经查，当事人在窗口对办事群众推诿、态度生硬', basis: '关于违反工作纪律的处理规定第三条' },
        ...{ evidence: [{ text: '现场录音', reference: 'visit/1' }], unitAside: '单位已尽管理和教育职责' },
        ...more,
      }),
    act: (account: string, file: string, path: string, body: object = {}) =>
      post(account, `/api/accountability/files/${file}/${path}`, body),
    view: (account: string, file: string): Promise<MeasureView> =>
      fine<MeasureView>(get(account, `/api/accountability/files/${file}`)),
  }
}

export const refusal = (answer: { statusCode: number; json(): { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
]

export const person = (account: string, unit: string, more: object = {}) => ({
  subject: { kind: 'person', unit, account, status: 'civilServant', rank: 'staff', ...more },
})
export const unitOf = (unit: string) => ({ subject: { kind: 'unit', unit } })
