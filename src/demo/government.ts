import { DAY_MS, type EpochMs } from '#kernel/day.ts'
import { CATALOGUE_DEPARTMENTS, DEMO_POSTS, type DemoItem } from '#modules/catalogue/index.ts'
import type { LoadedPost, LoadedUnit } from '#modules/organisation/index.ts'
import { DEPARTMENTS } from './departments.ts'
import { postHolder } from './people.ts'
import { places } from './places.ts'

export const CITY = { name: '青禾市', nameEn: 'Qinghe City' } as const
export const HALL_UNIT = 'service-hall'
const GOVERNMENT = 'county-government'

const ABOVE: readonly LoadedUnit[] = [
  {
    id: GOVERNMENT,
    name: '市人民政府',
    nameEn: 'City Government',
    kind: 'leadership',
    parent: null,
    posts: [],
  },
  {
    id: 'supervision',
    name: '效能监察室',
    nameEn: 'Efficiency Supervision',
    kind: 'supervision',
    parent: GOVERNMENT,
    posts: [],
  },
]

/** Posts held by people whom a visitor can sign in as: the holder first, then the backup. */
const KNOWN: Readonly<Record<string, readonly [holder: string, backup: string]>> = {
  'planning/reception': ['li.wei', 'wang.fang'],
  'planning/review': ['li.wei', 'lin.xia'],
  'planning/site-visit': ['lin.xia', 'li.wei'],
  'planning/decision': ['wang.fang', 'shen.zhiqiu'],
  'market/review': ['su.wen', 'lu.huaiyuan'],
  'market/decision': ['song.yan', 'ye.wangshu'],
  'service-hall/reception': ['he.qing', 'tan.ming'],
}

/** Away on the day of the first start and two days more, so that his backup sees what he would have to do. */
const AWAY = 'planning/site-visit'
const AWAY_MS = 3 * DAY_MS

/** The units of the city with their posts, as the steps of its items need them; everywhere a holder and a backup. */
export function government(items: readonly DemoItem[], now?: EpochMs): LoadedUnit[] {
  let number = 0
  const held = (unit: string, { id, title, titleEn }: Pick<LoadedPost, 'id' | 'title' | 'titleEn'>) => {
    const [holder, backup] = KNOWN[`${unit}/${id}`] ?? [postHolder(number++), postHolder(number++)]
    const away = now !== undefined && `${unit}/${id}` === AWAY ? { from: now, until: now + AWAY_MS } : null
    return { id, title, titleEn, holder, backup, away }
  }
  const needed = postsNeeded(items)
  const deciding = new Set(CATALOGUE_DEPARTMENTS.map(({ id }) => id))
  return [
    ...ABOVE,
    {
      id: HALL_UNIT,
      name: '市民服务中心',
      nameEn: 'Citizen Service Centre',
      kind: 'hall',
      parent: GOVERNMENT,
      posts: [held(HALL_UNIT, { id: 'reception', title: '综合窗口岗', titleEn: 'General counter' })],
    },
    ...DEPARTMENTS.map(({ id, name, nameEn }): LoadedUnit => ({
      id,
      name: name.replace(/^市(?!场)/, ''),
      nameEn,
      kind: 'department',
      parent: GOVERNMENT,
      posts: deciding.has(id)
        ? (needed.get(id) ?? []).map((post) => held(id, post))
        : [held(id, { id: 'office', title: '综合岗', titleEn: 'General office' })],
    })),
    ...places.map((place): LoadedUnit => ({ ...place, posts: [] })),
  ]
}

/** Which posts the steps of the items name, by unit. */
function postsNeeded(items: readonly DemoItem[]) {
  const all = Object.values(DEMO_POSTS)
  const titles = new Map<string, Set<string>>()
  for (const { unit, content } of items)
    for (const step of content.steps) {
      const of = step.unit ?? unit
      titles.set(of, (titles.get(of) ?? new Set<string>()).add(step.post.zh))
    }
  return new Map([...titles].map(([unit, named]) => [unit, all.filter(({ title }) => named.has(title))]))
}
