import type { NewUnit } from '#modules/organisation/index.ts'

interface Place {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly towns: readonly (readonly [id: string, name: string, nameEn: string])[]
}

const town = (id: string, name: string, nameEn: string) => [id, name, nameEn] as const

/** 三县二区: counties and districts under the city, each with townships or streets. None of them exists. */
const PLACES: readonly Place[] = [
  {
    id: 'heyuan-county',
    name: '禾源县',
    nameEn: 'Heyuan County',
    towns: [
      town('shuanghe', '双河镇', 'Shuanghe'),
      town('liulin', '柳林镇', 'Liulin'),
      town('shiqiao', '石桥乡', 'Shiqiao'),
      town('yunxi', '云溪乡', 'Yunxi'),
    ],
  },
  {
    id: 'qingshan-county',
    name: '青杉县',
    nameEn: 'Qingshan County',
    towns: [
      town('songlin', '松林镇', 'Songlin'),
      town('gutian', '古田镇', 'Gutian'),
      town('chashan', '茶山乡', 'Chashan'),
    ],
  },
  {
    id: 'mutang-county',
    name: '木塘县',
    nameEn: 'Mutang County',
    towns: [
      town('dongtang', '东塘镇', 'Dongtang'),
      town('hengling', '横岭镇', 'Hengling'),
      town('baihe', '白荷乡', 'Baihe'),
    ],
  },
  {
    id: 'dongcheng-district',
    name: '东澄区',
    nameEn: 'Dongcheng District',
    towns: [
      town('renmin-street', '仁民街道', 'Renmin Street'),
      town('hupan-street', '湖畔街道', 'Hupan Street'),
      town('gulou-street', '古楼街道', 'Gulou Street'),
    ],
  },
  {
    id: 'xihe-district',
    name: '西禾区',
    nameEn: 'Xihe District',
    towns: [
      town('hebin-street', '河滨街道', 'Hebin Street'),
      town('xincheng-street', '新城街道', 'Xincheng Street'),
      town('xijiao', '西郊镇', 'Xijiao'),
    ],
  },
]

const VILLAGES = [
  ['上禾', 'Shanghe'],
  ['下禾', 'Xiahe'],
  ['新桥', 'Xinqiao'],
] as const

const COMMUNITIES = [
  ['春晖', 'Chunhui'],
  ['和悦', 'Heyue'],
] as const

/** Governments, townships and streets, villages and communities; each under the one above. */
export const places: readonly NewUnit[] = PLACES.flatMap(({ id, name, nameEn, towns }) => [
  {
    id,
    name: `${name}人民政府`,
    nameEn: `${nameEn} Government`,
    kind: 'leadership' as const,
    parent: 'county-government',
  },
  ...towns.flatMap(([townId, townName, townEn]) => [
    { id: townId, name: townName, nameEn: townEn, kind: 'township' as const, parent: id },
    ...villagesOf(townId, townName, townEn),
  ]),
])

function villagesOf(parent: string, townName: string, townEn: string): NewUnit[] {
  const street = townName.endsWith('街道')
  const named = street ? COMMUNITIES : VILLAGES
  return named.map(([zh, en]) => ({
    id: `${parent}-${en.toLowerCase()}`,
    name: `${townName}${zh}${street ? '社区' : '村'}`,
    nameEn: `${en}, ${townEn}`,
    kind: 'village' as const,
    parent,
  }))
}

export const COUNTIES_AND_DISTRICTS: readonly string[] = PLACES.map(({ id }) => id)
