import { checkCreditCode, checkOrganisationCode } from '#kernel/codes/index.ts'

/** A unit of the demo city as far as its items need it. */
export interface DemoDepartment {
  readonly id: string
  readonly name: string
  readonly nameEn: string
}

const dept = (id: string, name: string, nameEn: string): DemoDepartment => ({ id, name, nameEn })

/** The departments whose items the demo catalogue holds. The city has more; these have something to decide. */
export const CATALOGUE_DEPARTMENTS: readonly DemoDepartment[] = [
  dept('market', '市场监督管理局', 'Market Regulation'),
  dept('planning', '自然资源和规划局', 'Natural Resources and Planning'),
  dept('construction', '住房和城乡建设局', 'Housing and Construction'),
  dept('health', '卫生健康局', 'Health'),
  dept('transport', '交通运输局', 'Transport'),
  dept('labour', '人力资源和社会保障局', 'Human Resources and Social Security'),
  dept('police', '公安局', 'Public Security'),
  dept('civil-affairs', '民政局', 'Civil Affairs'),
  dept('education', '教育局', 'Education'),
  dept('medical-insurance', '医疗保障局', 'Medical Insurance'),
  dept('taxation', '税务局', 'Taxation'),
  dept('culture', '文化广电旅游体育局', 'Culture, Tourism and Sport'),
  dept('agriculture', '农业农村局', 'Agriculture and Rural Affairs'),
  dept('water', '水利局', 'Water Resources'),
  dept('environment', '生态环境局', 'Ecology and Environment'),
  dept('forestry', '林业局', 'Forestry'),
  dept('emergency', '应急管理局', 'Emergency Management'),
  dept('justice', '司法局', 'Justice'),
  dept('development', '发展和改革委员会', 'Development and Reform'),
  dept('commerce', '商务局', 'Commerce'),
  dept('city-management', '城市管理局', 'City Management'),
  dept('veterans', '退役军人事务局', 'Veterans Affairs'),
  dept('disabled', '残疾人联合会', "Disabled Persons' Federation"),
  dept('housing-fund', '住房公积金管理中心', 'Housing Fund'),
  dept('tobacco', '烟草专卖局', 'Tobacco Monopoly'),
  dept('religion', '民族宗教事务局', 'Ethnic and Religious Affairs'),
  dept('fire', '消防救援支队', 'Fire and Rescue'),
  dept('finance', '财政局', 'Finance'),
]

/** A credit code that holds by GB 32100 and belongs to nobody: no division of GB/T 2260 begins with 99. */
export function demoCreditCode(department: string): string {
  const place = CATALOGUE_DEPARTMENTS.findIndex(({ id }) => id === department)
  const body = `MB${String(1000 + place).padStart(6, '0')}`
  const organisation = body + expectedOf(checkOrganisationCode(`${body}0`), '0')
  const code = `11990100${organisation}`
  return code + expectedOf(checkCreditCode(`${code}0`), '0')
}

const expectedOf = (check: ReturnType<typeof checkCreditCode>, otherwise: string): string =>
  check.valid ? otherwise : (check.expected ?? otherwise)

interface DemoPost {
  readonly id: string
  readonly title: string
  readonly titleEn: string
}

/** 岗位: the posts that the steps of demo items name; a unit of the demo city has those that its items need. */
export const DEMO_POSTS = {
  accept: { id: 'reception', title: '综合受理岗', titleEn: 'Reception' },
  review: { id: 'review', title: '审查岗', titleEn: 'Review' },
  siteVisit: { id: 'site-visit', title: '现场核查岗', titleEn: 'Site visits' },
  expertReview: { id: 'expert-review', title: '专家评审岗', titleEn: 'Expert reviews' },
  hearing: { id: 'hearing', title: '听证岗', titleEn: 'Hearings' },
  decide: { id: 'decision', title: '决定岗', titleEn: 'Decision' },
  deliver: { id: 'delivery', title: '发证岗', titleEn: 'Delivery' },
} as const satisfies Record<string, DemoPost>
