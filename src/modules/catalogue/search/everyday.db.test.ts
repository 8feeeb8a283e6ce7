import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { NOON, openOffice } from '#test/http/office.ts'
import { sharedData } from '#test/shared-data.ts'
import { soundItem } from '../gate/sound-item.ts'
import { catalogueRoutes, loadItems } from '../index.ts'

/** What residents say, and a piece of the name of the item that each should find among the first five. */
const PHRASES: readonly (readonly [says: string, finds: string])[] = [
  ['开个小饭馆', '经营许可核发'],
  ['孩子上户口', '户口登记'],
  ['老人高龄补贴', '80周岁以上老年人高龄津贴发放'],
  ['房子过户', '已购公有和经济适用住房上市交易审核'],
  ['我想开一家奶茶店', '经营许可核发'],
  ['小卖部要办什么证', '食品小经营店备案发放'],
  ['注册公司', '公司设立登记'],
  ['个体户营业执照怎么办', '个体工商户设立登记'],
  ['营业执照丢了', '证照遗失补领、换发申请'],
  ['公司不开了要注销', '公司注销登记'],
  ['卖烟要办证吗', '烟草专卖零售许可证新办'],
  ['卖鞭炮', '烟花爆竹经营（零售）许可证核发'],
  ['开理发店', '公共场所卫生许可新办审批'],
  ['开宾馆', '旅馆业特种行业许可证核发'],
  ['开网吧', '内资设立互联网上网服务营业场所'],
  ['开KTV', '设立歌舞娱乐场所'],
  ['开个诊所', '中医诊所备案'],
  ['宠物医院', '动物诊疗许可'],
  ['办幼儿园', '幼儿园设立审批'],
  ['办养老院', '养老机构设立备案'],
  ['挂广告牌', '设置大型户外广告的审批'],
  ['门头招牌', '规范户外招牌设施设置'],
  ['摆地摊', '临时便民服务摊点设置'],
  ['开发票', '代开增值税普通发票'],
  ['打印完税证明', '开具税收完税证明'],
  ['老板拖欠工资', '劳动人事争议仲裁申请'],
  ['身份证丢了怎么办', '居民身份证挂失申报'],
  ['办居住证', '居住证办理'],
  ['迁户口', '户口迁移审批'],
  ['改名字', '户口变更'],
  ['老人去世注销户口', '户口注销'],
  ['办护照', '普通护照签发'],
  ['开无犯罪证明', '无犯罪记录证明'],
  ['领结婚证', '结婚登记预约'],
  ['结婚证丢了补办', '补领结婚证'],
  ['离婚', '离婚登记预约'],
  ['收养孩子', '中国公民收养子女登记'],
  ['养狗要办证吗', '犬类准养证核发'],
  ['申请低保', '最低生活保障'],
  ['残疾证怎么办', '残疾人证新办'],
  ['残疾人补贴', '困难残疾人生活补贴'],
  ['申请公租房', '公共租赁住房申请资格审核认定'],
  ['社保卡丢了', '社会保障卡挂失'],
  ['社保卡密码忘了', '社会保障卡密码重置'],
  ['打社保缴费证明', '个人参保证明查询打印'],
  ['领失业金', '失业保险金申领'],
  ['灵活就业交社保', '灵活就业人员企业职工基本养老保险参保登记'],
  ['农村养老保险怎么领', '城乡居民基本养老保险待遇申领'],
  ['证明还活着领养老金', '养老保险定期待遇领取资格认证'],
  ['住院报销', '住院费用报销'],
  ['去外地看病', '其他临时外出就医人员备案'],
  ['生孩子报销', '生育医疗费支付'],
  ['孩子上小学', '义务教育阶段入学办理'],
  ['考教师证', '教师资格认定'],
  ['创业贷款', '创业担保贷款申请'],
  ['没钱请律师', '对公民法律援助申请的审批'],
  ['农村自己盖房', '乡村建设规划许可证核发'],
  ['砍自家的树', '林木采伐许可证核发'],
  ['打井取水', '取水许可证新办审批'],
  ['跑网约车', '网络预约出租汽车经营许可'],
]
const NEEDED = 54

const file = sharedData('guangan-service-items/items.csv')

describe.skipIf(!file)("the real list of Guang'an, searched in everyday words", async () => {
  const office = await openOffice({ routes: (database) => catalogueRoutes({ database }) })
  await office.database.transaction({ jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' }, (db) =>
    loadItems(db, file ? itemsOf(readFileSync(file, 'utf8')) : [], {
      ...{ draftedBy: 'wang.fang', publishedBy: 'zhang.min', at: NOON, from: day('2026-01-01') },
    }),
  )
  const found = async (typed: string): Promise<string[]> => {
    const url = `/api/catalogue/items?limit=5&jurisdiction=${DEMO_JURISDICTION}&search=${encodeURIComponent(typed)}`
    const { rows } = (await office.app.inject(url)).json()
    return rows.map(({ name }: { name: { zh: string } }) => name.zh)
  }

  test('of sixty everyday phrases at least fifty-four find their item among the first five', async () => {
    expect(PHRASES).toHaveLength(60)
    const missed: string[] = []
    for (const [says, finds] of PHRASES) {
      const names = await found(says)
      if (!names.some((name) => name.includes(finds))) missed.push(`${says} → ${names.join(' | ')}`)
    }
    expect(PHRASES.length - missed.length, missed.join('\n')).toBeGreaterThanOrEqual(NEEDED)
  })

  test.each([
    ['what one has already is looked for when one says so', '食品经营许可证补办', '补办'],
    ['ending it', '注销食品经营许可', '注销'],
    ['having it for the first time, when nothing else is said', '食品经营许可', '核发'],
  ])('%s', async (_, typed, holds) => {
    expect((await found(typed))[0]).toContain(holds)
  })
})

/** The columns hold no quotes but around names with a comma. */
function itemsOf(csv: string) {
  const [, ...lines] = csv.trim().split(/\r?\n/)
  return lines.map((line) => {
    const [, mainItem = '', name = '', item = ''] = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(
      ([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell),
    )
    return { item, unit: 'planning', content: contentOf(name, mainItem) }
  })
}

const contentOf = (name: string, mainItem: string): typeof soundItem => ({
  ...soundItem,
  name: { zh: name, en: '' },
  mainItem: mainItem === '未分类' ? null : mainItem,
  phrases: [],
  codes: { ...soundItem.codes, basic: null },
  results: soundItem.results.map((one) => ({ ...one, name: { zh: '证书', en: 'paper' } })),
})
