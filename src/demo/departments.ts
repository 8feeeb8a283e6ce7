import { CATALOGUE_DEPARTMENTS } from '#modules/catalogue/index.ts'

type Named = readonly [id: string, name: string, nameEn: string]

/** Departments of the city that decide nothing for residents; those of the catalogue stand beside them. */
const OTHERS: readonly Named[] = [
  ['party-office', '市委办公室', 'Party Committee Office'],
  ['discipline', '市纪委监委机关', 'Discipline Inspection and Supervision'],
  ['personnel', '市委组织部', 'Party Organisation'],
  ['publicity', '市委宣传部', 'Party Publicity'],
  ['united-front', '市委统战部', 'United Front'],
  ['political-legal', '市委政法委', 'Political and Legal Affairs'],
  ['cyberspace', '市委网信办', 'Cyberspace Affairs'],
  ['staffing', '市委编办', 'Staffing Commission'],
  ['retired-cadres', '市委老干部局', 'Retired Cadres'],
  ['party-work', '市直机关工委', 'Party Work of Departments'],
  ['party-school', '市委党校', 'Party School'],
  ['inspection-tour', '市委巡察办', 'Inspection Tours'],
  ['policy-research', '市委政策研究室', 'Policy Research'],
  ['social-work', '市委社会工作部', 'Social Work'],
  ['petitions', '市信访局', 'Petitions'],
  ['archives', '市档案馆', 'Archives'],
  ['party-history', '市委党史研究室', 'Party History'],
  ['congress', '市人大常委会机关', "People's Congress Office"],
  ['consultative', '市政协机关', 'Political Consultative Conference Office'],
  ['court', '市中级人民法院', 'Intermediate Court'],
  ['procuratorate', '市人民检察院', 'Procuratorate'],
  ['unions', '市总工会', 'Trade Unions'],
  ['youth', '共青团市委', 'Youth League'],
  ['women', '市妇女联合会', "Women's Federation"],
  ['science-association', '市科学技术协会', 'Science and Technology Association'],
  ['arts', '市文学艺术界联合会', 'Federation of Literature and Art'],
  ['social-sciences', '市社会科学界联合会', 'Federation of Social Sciences'],
  ['industry-commerce', '市工商业联合会', 'Federation of Industry and Commerce'],
  ['overseas-chinese', '市归国华侨联合会', 'Federation of Returned Overseas Chinese'],
  ['red-cross', '市红十字会', 'Red Cross'],
  ['trade-promotion', '市贸易促进委员会', 'Trade Promotion'],
  ['law-society', '市法学会', 'Law Society'],
  ['government-office', '市政府办公室', 'Government Office'],
  ['government-research', '市政府研究室', 'Government Research'],
  ['science', '市科学技术局', 'Science and Technology'],
  ['industry', '市工业和信息化局', 'Industry and Information Technology'],
  ['audit', '市审计局', 'Audit'],
  ['statistics', '市统计局', 'Statistics'],
  ['state-assets', '市国有资产监督管理委员会', 'State Assets'],
  ['data', '市数据局', 'Data'],
  ['government-affairs', '市政务服务管理局', 'Government Services'],
  ['logistics', '市机关事务管理局', 'Administrative Logistics'],
  ['civil-defence', '市人民防空办公室', 'Civil Air Defence'],
  ['rural-revival', '市乡村振兴局', 'Rural Revitalisation'],
  ['local-finance', '市地方金融管理局', 'Local Finance'],
  ['foreign-affairs', '市外事办公室', 'Foreign Affairs'],
  ['grain', '市粮食和物资储备局', 'Grain and Reserves'],
  ['energy', '市能源局', 'Energy'],
  ['customs', '青禾海关', 'Customs'],
  ['weather', '市气象局', 'Meteorology'],
  ['post', '市邮政管理局', 'Postal Administration'],
  ['state-security', '市国家安全局', 'State Security'],
  ['central-bank', '中国人民银行青禾市分行', 'Central Bank, Qinghe Branch'],
  ['financial-supervision', '国家金融监管总局青禾分局', 'Financial Supervision, Qinghe'],
  ['seismology', '市地震局', 'Seismology'],
  ['supply-cooperatives', '市供销合作社', 'Supply and Marketing Cooperatives'],
  ['investment', '市投资促进局', 'Investment Promotion'],
  ['public-resources', '市公共资源交易中心', 'Public Resources Trading'],
  ['parks', '市园林绿化中心', 'Parks and Greenery'],
  ['broadcasting', '市广播电视台', 'Broadcasting'],
  ['newspaper', '青禾日报社', 'Qinghe Daily'],
  ['vocational-college', '青禾职业技术学院', 'Vocational College'],
  ['high-tech-zone', '高新技术产业开发区管委会', 'High-Tech Zone'],
  ['development-zone', '经济开发区管委会', 'Development Zone'],
]

export interface Department {
  readonly id: string
  readonly name: string
  readonly nameEn: string
}

/** 市直机关: all departments of the city. */
export const DEPARTMENTS: readonly Department[] = [
  ...CATALOGUE_DEPARTMENTS,
  ...OTHERS.map(([id, name, nameEn]) => ({ id, name, nameEn })),
]

/** 进驻大厅: departments with counters in the hall of the city; the four that stay in their own houses follow. */
const NOT_IN_HALL = ['tobacco', 'religion', 'fire', 'finance']
export const HALL_DEPARTMENTS: readonly Department[] = CATALOGUE_DEPARTMENTS.filter(
  ({ id }) => !NOT_IN_HALL.includes(id),
)
