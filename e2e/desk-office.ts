import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '#kernel/day.ts'
import type { Database } from '#platform/database/index.ts'
import {
  createDemoAccounts,
  DEMO_JURISDICTION,
  DEMO_PASSWORD,
  type DemoAccount,
} from '#modules/access/index.ts'
import { type ItemContent, loadItems } from '#modules/catalogue/index.ts'
import { assignPost, changeUnit, createPost, decided } from '#modules/organisation/index.ts'
import { openApp } from '#src/app.ts'
import { soundItem } from '../src/modules/catalogue/gate/sound-item.ts'
import type { RunningServer } from './server.ts'

const [first, second] = soundItem.materials as [
  ItemContent['materials'][number],
  ItemContent['materials'][number],
]
const more: ItemContent['materials'] = [
  { ...first, code: 'identity', name: { zh: '经营者身份证明', en: 'identity of the operator' } },
  {
    ...second,
    code: 'mandate',
    name: { zh: '授权委托书', en: 'mandate' },
    necessity: 'conditional',
    requiredWhen: { zh: '委托他人办理的', en: 'somebody else applies' },
  },
  { ...second, code: 'photos', name: { zh: '现场照片', en: 'photographs' }, necessity: 'deferrable' },
]

const ITEMS: Readonly<Record<string, ItemContent>> = {
  'food-business': soundItem,
  'small-workshop': {
    ...soundItem,
    name: { zh: '食品小作坊登记', en: 'Registration of a small food workshop' },
    phrases: ['做豆腐'],
    materials: [...soundItem.materials, ...more],
  },
  'shop-sign': {
    ...soundItem,
    name: { zh: '户外招牌设置许可', en: 'Permit for a shop sign' },
    phrases: ['挂招牌'],
    materials: [first],
  },
}

const POSTS = [
  { post: 'accept', title: '受理岗', titleEn: 'acceptance post', holder: 'li.wei', backup: 'wang.fang' },
  { post: 'review', title: '审查岗', titleEn: 'review post', holder: 'li.wei', backup: 'wang.fang' },
  { post: 'decide', title: '决定岗', titleEn: 'decision post', holder: 'wang.fang', backup: 'li.wei' },
  { post: 'deliver', title: '送达岗', titleEn: 'delivery post', holder: 'li.wei', backup: 'wang.fang' },
] as const

interface More {
  /** What time it is there; the machine's unless given. */
  readonly now?: () => number
  readonly people?: readonly DemoAccount[]
  readonly items?: Readonly<Record<string, ItemContent>>
}

/** A planning office with three items and its posts, as its clerk, its head and the leader above it find it in the morning. */
export async function openDeskOffice(
  database: Database,
  { now: clock = Date.now, people = [], items = {} }: More = {},
): Promise<Omit<RunningServer, 'restart'>> {
  const now = clock()
  await createDemoAccounts(database, {
    now,
    units: [
      { id: 'planning', name: '规划局', nameEn: 'Planning' },
      { id: 'market', name: '市场监管局', nameEn: 'Market' },
    ],
    more: people,
  })
  const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
  const doing = { by: 'demo', at: now }
  await database.transaction(scope, async (db) => {
    for (const { post, title, titleEn, holder, backup } of POSTS) {
      await changeUnit(db, 'planning', doing, (state) =>
        createPost(decided(state, 'planning'), { post, title, titleEn }),
      )
      await changeUnit(db, 'planning', doing, (state) =>
        assignPost(decided(state, 'planning'), { post, holder, backup }),
      )
    }
    const given = Object.entries({ ...ITEMS, ...items }).map(([item, content]) => ({
      item,
      unit: 'planning',
      content,
    }))
    await loadItems(db, given, {
      draftedBy: 'wang.fang',
      publishedBy: 'zhang.min',
      at: now,
      from: day('2026-01-01'),
    })
  })
  const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-desk-'))
  const app = await openApp({ database, dataFolder, version: '0', now: clock, demo: true })
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
  return {
    address,
    password: DEMO_PASSWORD,
    async stop() {
      await app.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
