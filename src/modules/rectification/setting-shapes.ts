import type { Bilingual } from '#kernel/refusal.ts'

interface SettingTerm extends Bilingual {
  /** † In force where the office has set no other. */
  readonly usual: number | string
  readonly least?: number
  readonly most?: number
}

const days = (usual: number) => ({ usual, least: 1, most: 1000 })

/** The numbers of rectification. Each is set with the day from which it holds; nobody is judged by a later one. */
export const SETTINGS = {
  acuteDays: { zh: '急症时限（天）', en: 'limit of acute problems (days)', ...days(10) },
  graveDays: { zh: '重症时限（天）', en: 'limit of grave problems (days)', ...days(30) },
  stubbornDays: { zh: '顽症时限（天）', en: 'limit of stubborn problems (days)', ...days(90) },
  hardDays: { zh: '疑难时限（天）', en: 'limit of deep-seated problems (days)', ...days(180) },
  ordinaryDays: { zh: '一般问题时限（天）', en: 'limit of ordinary problems (days)', ...days(60) },
  atOnceDays: { zh: '立行立改时限（天）', en: 'what is mended at once (days)', ...days(5) },
  lookBackDays: { zh: '销号后回头看（天）', en: 'look-back after closing (days)', ...days(60) },
  quarterDays: { zh: '顽症销号后复查（天）', en: 're-check of stubborn problems (days)', ...days(90) },
  relapseMonths: { zh: '反弹认定期（月）', en: 'a relapse within (months)', usual: 6, least: 1, most: 36 },
  silenceDays: { zh: '无动静提示（天）', en: 'silence is noticed after (days)', ...days(30) },
  reportDays: { zh: '包案报告间隔（天）', en: 'reports of the leader in charge every (days)', ...days(31) },
  replyDays: {
    zh: '答复后等待反映人表态（天）',
    en: 'whoever raised it has so long to speak (days)',
    ...days(7),
  },
  warnDays: { zh: '到期前提醒（天）', en: 'reminder before the date (days)', ...days(5) },
  likeness: {
    zh: '疑似相同的相似度（%）',
    en: 'likeness that counts as the same (%)',
    usual: 60,
    least: 20,
    most: 100,
  },
  boilerplate: {
    zh: '措施雷同的相似度（%）',
    en: 'likeness of boilerplate (%)',
    usual: 80,
    least: 20,
    most: 100,
  },
  moves: { zh: '期限后延几次提示', en: 'moved so often is noticed', usual: 2, least: 1, most: 20 },
  commonUnits: {
    zh: '几个单位相同为共性',
    en: 'units that make a problem common',
    usual: 3,
    least: 2,
    most: 50,
  },
  otherShare: {
    zh: '“其他”占比提示（%）',
    en: 'share of “other” that is noticed (%)',
    usual: 50,
    least: 1,
    most: 100,
  },
  sampleShare: {
    zh: '抽查比例（%）',
    en: 'share of closed measures drawn (%)',
    usual: 10,
    least: 1,
    most: 100,
  },
  falseWeight: {
    zh: '虚假销号按几倍计',
    en: 'a false closure counts so many times',
    usual: 2,
    least: 1,
    most: 10,
  },
  rushClosures: {
    zh: '三天内销号几件为突击',
    en: 'closures in three days that are a rush',
    usual: 5,
    least: 2,
    most: 100,
  },
  tickSeconds: {
    zh: '勾选完整张清单至少（秒）',
    en: 'a checklist takes at least (seconds)',
    usual: 60,
    least: 1,
    most: 3600,
  },
  interests: {
    zh: '群众切身利益用词',
    en: 'words of people’s interests',
    usual: '低保,社保,医保,养老,供水,供电,供暖,欠薪,工资,拆迁,征地,住房,上学,看病,食品安全,安置',
  },
  /** 六个坚持、六个真: its wording is not known, so the office writes its own; points apart by commas. */
  checklist: {
    zh: '整改质量清单',
    en: 'checklist of quality',
    usual: '问题找得真,原因剖得真,措施定得真,责任落得真,整改做得真,结果验得真',
  },
} as const satisfies Readonly<Record<string, SettingTerm>>

export type SettingName = keyof typeof SETTINGS
export const SETTING_NAMES = Object.keys(SETTINGS) as [SettingName, ...SettingName[]]
export const settingTerm = (name: SettingName): SettingTerm => SETTINGS[name]
