import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '#src/app.ts'
import { day } from '#kernel/day.ts'
import { createDemoAccounts, DEMO_JURISDICTION, DEMO_PASSWORD } from '#modules/access/index.ts'
import {
  CATALOGUE_DEPARTMENTS,
  demoCatalogue,
  type ItemContent,
  loadItems,
} from '#modules/catalogue/index.ts'
import type { Database } from '#platform/database/index.ts'
import { soundItem } from '../src/modules/catalogue/gate/sound-item.ts'
import type { RunningServer } from './server.ts'

/** The item that the demo's planning office handles to the end: its people have accounts. */
export const HANDLED = 'small-restaurant'

const PLANNING = { id: 'planning', name: '自然资源和规划局', nameEn: 'Natural Resources and Planning' }

type OpenOffice = Omit<RunningServer, 'restart'>

/** The whole server with the demo's catalogue, in this process: residents need no year of history behind them. */
export async function openResidentsOffice(database: Database): Promise<OpenOffice> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-residents-'))
  const others = CATALOGUE_DEPARTMENTS.filter(({ id }) => id !== PLANNING.id)
  await createDemoAccounts(database, { now: Date.now(), units: [PLANNING, ...others] })
  await database.transaction({ jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' }, (db) =>
    loadItems(db, [{ item: HANDLED, unit: PLANNING.id, content: handled }, ...demoCatalogue()], {
      draftedBy: 'wang.fang',
      publishedBy: 'zhang.min',
      at: Date.now(),
      from: day('2026-01-01'),
    }),
  )
  const { http, close } = await openApp({
    ...{ database, dataFolder, version: '0', now: Date.now, demo: true, logLevel: 'error' },
  })
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  return {
    address,
    password: DEMO_PASSWORD,
    async stop() {
      await close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

const handled: ItemContent = {
  ...soundItem,
  name: { zh: '小餐饮经营登记', en: 'Registration of a small restaurant' },
  actingBody: { ...soundItem.actingBody, name: { zh: PLANNING.name, en: PLANNING.nameEn } },
  form: [
    {
      ...{
        code: 'area',
        label: { zh: '使用面积（平方米）', en: 'floor area (m²)' },
        kind: 'number',
        required: true,
      },
      ...{
        hint: { zh: '以房产证为准', en: 'as on the deed' },
        choices: [],
        maxLength: null,
        min: 1,
        max: 10_000,
      },
    },
    {
      ...{ code: 'trade', label: { zh: '经营业态', en: 'kind of food' }, kind: 'choice', required: true },
      choices: [
        { code: 'hot', label: { zh: '热食', en: 'hot food' } },
        { code: 'cold', label: { zh: '冷食', en: 'cold food' } },
      ],
      ...{ hint: { zh: '', en: '' }, maxLength: null, min: null, max: null },
    },
  ],
}

/** A member of the staff as the portal's tests need one: what happens at the counter and in the office meanwhile. */
export async function staffOf({ address, password }: OpenOffice, account: string) {
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { csrfToken } = (await signedIn.json()) as { csrfToken: string }
  const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' }
  const post = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
  const act = (caseNo: string, path: string, body: object) => post(`/api/files/${caseNo}/${path}`, body)
  return {
    act,
    /** Every step, the decision and the delivery of an accepted file. */
    async finish(caseNo: string): Promise<void> {
      await act(caseNo, 'steps', { step: 'review', outcome: 'agreed' })
      await act(caseNo, 'decision', { outcome: 'granted' })
      await act(caseNo, 'delivery', { way: 'electronic', proof: '短信送达' })
    },
    async receive(item: string): Promise<{ caseNo: string; code: string }> {
      const body = { item, channel: 'counter', counter: '3', applicant: ANYBODY, materials: [] }
      const { file, trackingCode } = (await post('/api/files', body)) as Received
      return { caseNo: file.caseNo, code: trackingCode }
    },
    async checkCode(caseNo: string): Promise<string> {
      const answer = await fetch(`${address}/api/notices?subject=case/${caseNo}`, { headers: { cookie } })
      const { rows } = (await answer.json()) as { rows: { checkCode: string }[] }
      return rows[0]?.checkCode ?? ''
    },
  }
}

interface Received {
  readonly file: { readonly caseNo: string }
  readonly trackingCode: string
}

const ANYBODY = {
  kind: 'natural',
  name: '李大山',
  documentKind: 'residentId',
  documentNumber: '11010519491231002X',
  phone: '13800138000',
}
