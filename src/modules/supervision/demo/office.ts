/**
 * The permit office of 青禾县, a county that does not exist: its units, what they decide, and who works there.
 * Every name is invented; limits are the kind that real offices publish, not those of any of them.
 */
export interface DemoUnit {
  readonly id: string
  readonly name: string
  readonly nameEn: string
}

export interface DemoItem {
  readonly name: string
  readonly unit: string
  /** Working days promised, and working days that the law allows. */
  readonly committed: number
  readonly statutory: number
  /** Whether somebody goes to look at the place. */
  readonly visit: boolean
}

export const DEMO_LOG = 'demo'
export const DEMO_TITLE = '青禾市行政许可办件（演示数据）'

export const DEMO_UNITS: readonly DemoUnit[] = [
  { id: 'planning', name: '自然资源和规划局', nameEn: 'Natural Resources and Planning' },
  { id: 'construction', name: '住房和城乡建设局', nameEn: 'Housing and Construction' },
  { id: 'market', name: '市场监督管理局', nameEn: 'Market Regulation' },
  { id: 'health', name: '卫生健康局', nameEn: 'Health' },
  { id: 'transport', name: '交通运输局', nameEn: 'Transport' },
  { id: 'labour', name: '人力资源和社会保障局', nameEn: 'Human Resources and Social Security' },
]

export const DEMO_ITEMS: readonly DemoItem[] = [
  { name: '建设工程规划许可', unit: 'planning', committed: 12, statutory: 20, visit: true },
  { name: '建设用地规划许可', unit: 'planning', committed: 8, statutory: 20, visit: false },
  { name: '建筑工程施工许可', unit: 'construction', committed: 5, statutory: 7, visit: false },
  { name: '污水排入排水管网许可', unit: 'construction', committed: 10, statutory: 20, visit: true },
  { name: '食品经营许可', unit: 'market', committed: 10, statutory: 20, visit: true },
  { name: '特种设备使用登记', unit: 'market', committed: 7, statutory: 15, visit: false },
  { name: '公共场所卫生许可', unit: 'health', committed: 8, statutory: 20, visit: true },
  { name: '放射诊疗许可', unit: 'health', committed: 12, statutory: 20, visit: true },
  { name: '道路货物运输经营许可', unit: 'transport', committed: 8, statutory: 20, visit: false },
  { name: '劳务派遣经营许可', unit: 'labour', committed: 10, statutory: 20, visit: false },
]

export const DEMO_CHANNELS = ['政务服务大厅', '网上办事', '自助终端', '乡镇便民服务站'] as const
export const UNREGISTERED_CHANNEL = '科室自行收件'

export const SUSPENSION_GROUNDS = ['听证', '检验', '检测', '检疫', '鉴定', '专家评审'] as const

/** 审批延期要由本行政机关负责人批准；超过第一次还要上级批准。 In the demo the county government approves. */
export const APPROVER_UNIT = 'county-government'

/** The people of one unit by the post that they hold; the two posts of examining and reviewing share nobody. */
export interface Staff {
  readonly window: readonly string[]
  readonly examiners: readonly string[]
  readonly reviewers: readonly string[]
  readonly deciders: readonly string[]
}

const SURNAMES = '江顾沈陆苏温叶白林夏秦楚韩宋唐许梁程方石袁邵孟纪卓莫俞简宁路'
const GIVEN = [
  '晚舟',
  '南乔',
  '知秋',
  '怀远',
  '清和',
  '望舒',
  '听澜',
  '思齐',
  '云帆',
  '若谷',
  '明澈',
  '子衿',
  '景行',
]

export function staffOf(unit: string): Staff {
  const place = DEMO_UNITS.findIndex(({ id }) => id === unit)
  const name = (seat: number) => {
    const number = place * 9 + seat
    return `${SURNAMES[number % SURNAMES.length]}${GIVEN[(number * 5 + place) % GIVEN.length]}`
  }
  return {
    window: [name(0), name(1), name(2)],
    examiners: [name(3), name(4)],
    reviewers: [name(5), name(6)],
    deciders: [name(7), name(8)],
  }
}
