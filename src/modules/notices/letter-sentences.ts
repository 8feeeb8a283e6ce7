import { isRefusal } from '#kernel/refusal.ts'
import { limitInWords, parseLimit } from '#engines/clocks/index.ts'
import { citationsOf } from './law.ts'
import type { LetterData } from './letter-data.ts'
import { dayAt, dayInWords, sentence } from './letter-words.ts'

export const barred = ({ barredUntil }: LetterData, article: string) =>
  barredUntil &&
  `依照《中华人民共和国行政许可法》${article}的规定，您在 ${dayInWords(barredUntil)} 24 时前不得再次申请该行政许可，期满自动解除。`

/** 行政许可法 48: after a hearing the decision rests on its minutes. */
export const heard = ({ hearing }: LetterData) =>
  hearing.minutes &&
  `本决定根据听证笔录（${hearing.minutes}）作出。听证意见采纳情况：${sentence(hearing.heard)}`

export const applied = ({ receivedAt, itemName }: LetterData) =>
  `您${receivedAt === null ? '' : `于 ${dayInWords(dayAt(receivedAt))}`}提出的${itemName.zh ? `“${itemName.zh}”` : ''}申请收悉。`

export function limitSentence({ clock, committedLimit, statutoryLimit }: LetterData): string {
  const parts = [
    limitPart('法定办理期限', statutoryLimit, clock?.statutoryDueOn),
    limitPart('我单位承诺的办理期限', committedLimit, clock?.committedDueOn),
  ].filter((part) => part !== '')
  const provisional = clock?.provisional
    ? '其中含国务院尚未公布放假安排的日期，公布后如有变化将另行告知。'
    : ''
  return parts.length === 0 ? '' : `${parts.join('；')}。${provisional}`
}

const limitPart = (title: string, limit: string, dueOn: string | null | undefined) =>
  limit === '' ? '' : `${title}为 ${limitText(limit)}${dueOn ? `，至 ${dayInWords(dueOn)}` : ''}`

const FORMS: Readonly<Record<string, string>> = {
  original: '原件',
  copy: '复印件',
  electronic: '电子件',
  shared: '数据共享',
}

export const materialLines = ({ materials }: LetterData) =>
  materials.map(
    ({ name, code, form, copies }) =>
      `${name || code}（${FORMS[form] ?? ''}${form === 'original' || form === 'copy' ? ` ${copies} 份` : ''}）`,
  )

/**
 * 行政复议法第二十条, 行政诉讼法第四十六条: where, and until when, as the item names it. Until a plan says it, the law's
 * own periods and whoever has the power.
 */
export function remedies({ appeal }: LetterData): string {
  const { review, court } = appeal ?? { review: undefined, court: undefined }
  const place = (body: typeof review) => {
    const facts = [body?.address && `地址：${body.address}`, body?.phone && `电话：${body.phone}`].filter(
      Boolean,
    )
    return facts.length > 0 ? `（${facts.join('，')}）` : ''
  }
  const reviewing = `${period(review?.within, '60 日')}内向${review?.name || '本级人民政府'}${place(review)}申请行政复议`
  const suing = `${period(court?.within, '6 个月')}内向${court?.name || '有管辖权的人民法院'}${place(court)}提起行政诉讼`
  return `如对本决定不服，可以自收到本决定之日起 ${reviewing}，或者自收到本决定之日起 ${suing}。`
}

/** The laws say 日 and 月 where the catalogue says 个自然日 and 个月. */
const period = (limit: string | undefined, otherwise: string): string =>
  limit ? limitText(limit).replace(/ ?个?自然日$/, ' 日') : otherwise

export const isLicence = (data: LetterData) => citationsOf(data).denies === '决定不予许可'

/** What, what is wrong with it, how to mend it, and where a filled-in one can be seen. */
export function missingLine({
  name,
  code,
  wrong,
  guidance,
  standard,
  sample,
}: LetterData['missing'][number]): string {
  const said = [
    wrong ? `存在问题：${wrong}` : '未提交',
    guidance && `要求：${guidance}`,
    standard && standard !== guidance && `受理标准：${standard}`,
    sample && '有示范文本，可在办事指南中查看或到窗口领取',
  ].filter(Boolean)
  return `${name || code}。${said.join('；')}。`
}

export const contactSentence = ({ contact: { phone, address } }: LetterData) =>
  phone || address
    ? `不清楚怎么补的，请咨询：${[phone && `电话 ${phone}`, address].filter(Boolean).join('，')}。`
    : ''

export function limitText(limit: string): string {
  try {
    return limitInWords(parseLimit(limit)).zh
  } catch (error) {
    if (isRefusal(error)) return limit
    throw error
  }
}
