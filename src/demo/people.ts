import { type DemoAccount, demoAccounts } from '#modules/access/index.ts'

/** Who a visitor can sign in as besides the people of `access/demo.ts`. Nobody of these names works anywhere. */
export const cityAccounts: readonly DemoAccount[] = [
  {
    account: 'he.qing',
    name: '何晴（演示）',
    unit: 'service-hall',
    role: 'officer',
    title: { zh: '大厅综合窗口人员', en: 'hall clerk' },
  },
  {
    account: 'lin.xia',
    name: '林霞（演示）',
    unit: 'planning',
    role: 'officer',
    title: { zh: '规划局承办人，李蔚的B岗', en: "officer, planning, li.wei's backup" },
  },
  {
    account: 'su.wen',
    name: '苏文（演示）',
    unit: 'market',
    role: 'officer',
    title: { zh: '市场监管局审查人员', en: 'officer, market regulation' },
  },
  {
    account: 'song.yan',
    name: '宋言（演示）',
    unit: 'market',
    role: 'unitHead',
    title: { zh: '市场监管局负责人', en: 'head of market regulation' },
  },
  {
    account: 'tan.ming',
    name: '谭明（演示）',
    unit: 'service-hall',
    role: 'unitHead',
    title: { zh: '市民服务中心主任', en: 'head of the service hall' },
  },
]

/** 村级代理: who acts for a village, and who takes in at its township what the village sends up. */
export const agentAccounts: readonly DemoAccount[] = [
  {
    account: 'qiu.cun',
    name: '邱村（演示）',
    unit: 'shuanghe-shanghe',
    role: 'officer',
    title: { zh: '村级代办员', en: 'village agent' },
  },
  {
    account: 'meng.xi',
    name: '孟溪（演示）',
    unit: 'shuanghe-xiahe',
    role: 'officer',
    title: { zh: '村级代办员', en: 'village agent' },
  },
  {
    account: 'bao.zhen',
    name: '包真（演示）',
    unit: 'shuanghe',
    role: 'unitHead',
    title: { zh: '双河镇便民服务中心主任', en: 'head of the service centre of Shuanghe' },
  },
]

const SURNAMES = [
  ['江', 'jiang'],
  ['顾', 'gu'],
  ['沈', 'shen'],
  ['陆', 'lu'],
  ['温', 'wen'],
  ['叶', 'ye'],
  ['白', 'bai'],
  ['夏', 'xia'],
  ['秦', 'qin'],
  ['楚', 'chu'],
  ['韩', 'han'],
  ['许', 'xu'],
  ['梁', 'liang'],
  ['程', 'cheng'],
  ['方', 'fang'],
  ['石', 'shi'],
  ['袁', 'yuan'],
  ['邵', 'shao'],
  ['孟', 'meng'],
  ['纪', 'ji'],
] as const

const GIVEN = [
  ['晚舟', 'wanzhou'],
  ['南乔', 'nanqiao'],
  ['知秋', 'zhiqiu'],
  ['怀远', 'huaiyuan'],
  ['清和', 'qinghe'],
  ['望舒', 'wangshu'],
  ['听澜', 'tinglan'],
  ['思齐', 'siqi'],
  ['云帆', 'yunfan'],
  ['若谷', 'ruogu'],
  ['明澈', 'mingche'],
  ['子衿', 'zijin'],
  ['景行', 'jingxing'],
] as const

const at = <T>(from: readonly T[], place: number): T => from[place % from.length] as T

/** 260 invented people by number; each surname meets each given name once. */
export const personName = (number: number): string =>
  at(SURNAMES, number)[0] + at(GIVEN, Math.floor(number / SURNAMES.length) + number)[0]

const accountName = (number: number): string =>
  `${at(SURNAMES, number)[1]}.${at(GIVEN, Math.floor(number / SURNAMES.length) + number)[1]}`

/** Post holders by number, each of them somebody else. */
export const postHolder = (number: number): string => {
  const round = Math.floor(number / (SURNAMES.length * GIVEN.length))
  return round === 0 ? accountName(number) : `${accountName(number)}.${round + 1}`
}

/** The surname of whoever holds an account of the demo. */
export function surnameOf(account: string): string {
  const known = [...demoAccounts, ...cityAccounts].find((one) => one.account === account)
  if (known) return known.name[0] ?? ''
  const [spelled] = account.split('.')
  return SURNAMES.find(([, latin]) => latin === spelled)?.[0] ?? ''
}
