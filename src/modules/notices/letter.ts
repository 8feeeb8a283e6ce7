import { z } from 'zod'
import { isRefusal } from '#kernel/refusal.ts'
import { limitInWords, parseLimit } from '#engines/clocks/index.ts'
import type { PaperDays } from './days.ts'
import { hearingMinutes, hearingNotice, hearingRights, visitRecord } from './hearing-letters.ts'
import { type Body, dayAt, dayInWords, sentence } from './letter-words.ts'
import { citationsOf } from './law.ts'
import { NOTICE_NAMES, type NoticeKind, SERVICE_WAYS } from './terms.ts'

/** What a paper says, before it is drawn. */
export interface Letter {
  readonly title: string
  readonly titleEn: string
  readonly addressee: string
  readonly paragraphs: readonly string[]
  readonly list: readonly string[]
  readonly afterList: readonly string[]
  readonly days: PaperDays | undefined
  /** One sentence for readers of English. */
  readonly english: string
}

const text = z.string().catch('')
const instant = z.number().nullable().catch(null)
const named = z.looseObject({
  name: text,
  guidance: text,
  wrong: text,
  standard: text,
  sample: text,
  code: text,
  form: text,
  copies: z.number().catch(1),
})

const appealBody = z.looseObject({ name: text, address: text, phone: text, within: text })

/** What modules above put into a paper, as far as it is printed; a field that is missing leaves its sentence out. */
const LetterData = z.looseObject({
  caseNo: text,
  itemName: z
    .union([z.looseObject({ zh: text, en: text }), z.string().transform((zh) => ({ zh, en: zh }))])
    .catch({ zh: '', en: '' }),
  receivedAt: instant,
  countsFrom: instant,
  toldAt: instant,
  deemed: z.boolean().catch(false),
  materials: z.array(named).catch([]),
  missing: z.array(named).catch([]),
  statutoryLimit: text,
  committedLimit: text,
  reason: text,
  reasons: text,
  basis: text,
  nextStep: text,
  result: text,
  document: text,
  by: text,
  groundText: z.looseObject({ zh: text, en: text }).catch({ zh: '', en: '' }),
  way: z.enum(['inPerson', 'post', 'electronic']).nullable().catch(null),
  proof: text,
  phone: text,
  itemType: text,
  clockRule: text,
  itemBasis: text,
  contact: z.looseObject({ phone: text, address: text }).catch({ phone: '', address: '' }),
  appeal: z.looseObject({ review: appealBody, court: appealBody }).optional().catch(undefined),
  hearing: z.looseObject({ minutes: text, heard: text }).catch({ minutes: '', heard: '' }),
  postedOn: text,
  licence: text,
  licenceName: z.looseObject({ zh: text, en: text }).catch({ zh: '', en: '' }),
  how: z.enum(['revoked', 'cancelled', 'withdrawn']).nullable().catch(null),
  /** The last day on which the applicant may not apply again. */
  barredUntil: text,
  clock: z.custom<PaperDays>((value) => typeof value === 'object' && value !== null).optional(),
})
type LetterData = z.infer<typeof LetterData>

export interface Said {
  readonly kind: NoticeKind
  readonly unitName: string
  readonly data: Readonly<Record<string, unknown>>
  /** The name as the reader may see it. */
  readonly applicant: string
}

/** Composes the paper. Its words follow the model papers of the 行政许可法 articles they name. */
export function letterOf({ kind, data: given, applicant, unitName }: Said): Letter {
  const data = LetterData.parse(given)
  const names = NOTICE_NAMES[kind]
  const body = BODIES[kind](data, unitName)
  return {
    title: body.title ?? names.zh,
    titleEn: names.en,
    addressee: applicant,
    paragraphs: body.paragraphs.filter((line) => line !== ''),
    list: body.list ?? [],
    afterList: (body.afterList ?? []).filter((line) => line !== ''),
    days: data.clock,
    english: `${names.en}, case ${data.caseNo}${data.itemName.en ? ` (${data.itemName.en})` : ''}. The Chinese text is binding.`,
  }
}

const BODIES: Readonly<Record<NoticeKind, (data: LetterData, unitName: string) => Body>> = {
  receipt: (data) => ({
    paragraphs: [`${applied(data)}现收到下列材料，办件编号 ${data.caseNo}。`],
    list: materialLines(data),
    afterList: [
      '本凭证不表示已经受理。申请材料不齐全或者不符合法定形式的，我单位将当场或者在 5 个工作日内一次告知需要补正的全部内容；逾期不告知的，自收到申请材料之日起即为受理。',
    ],
  }),
  acceptanceReceipt: (data) => ({
    paragraphs: [
      `${applied(data)}经审查，申请材料齐全、符合法定形式，${citationsOf(data).accepted}现予受理，办件编号 ${data.caseNo}。`,
      limitSentence(data),
      isLicence(data)
        ? '依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在上述期限内，我单位将另行书面告知。'
        : '',
      '您可以凭办件编号和查询码随时查询办理进度。',
    ],
  }),
  supplementNotice: (data) => ({
    paragraphs: [
      `${applied(data)}经审查，申请材料不齐全或者不符合法定形式，${citationsOf(data).incomplete}现一次性告知需要补正的全部内容：`,
    ],
    list: data.missing.map(missingLine),
    afterList: [
      contactSentence(data),
      '请补齐上述材料后提交。补齐全部材料的，我单位即予受理；除上列内容外，我单位不再要求补正其他材料。',
    ],
  }),
  declined: (data) => ({
    paragraphs: [
      `${applied(data)}经审查，不予受理。理由：${sentence(data.reason)}`,
      data.basis && `依据：${sentence(data.basis)}`,
      data.nextStep && `您接下来可以：${sentence(data.nextStep)}`,
      remedies(data),
    ],
  }),
  suspensionNotice: (data) => ({
    paragraphs: [
      `您的办件（编号 ${data.caseNo}，${data.itemName.zh}）因${data.groundText.zh || '依法需要进行的特别程序'}，${citationsOf(data).suspended}所需时间不计算在办理期限内。`,
      data.document && `有关文书：${sentence(data.document)}`,
      '上述程序结束后，办理期限自次日起继续计算，我单位将及时告知。',
    ],
  }),
  extensionNotice: (data) => ({
    paragraphs: [
      `您的办件（编号 ${data.caseNo}，${data.itemName.zh}）不能在规定期限内作出决定，经本行政机关负责人批准，${citationsOf(data).extended}延长 ${limitText(data.by)}。`,
      `理由：${sentence(data.reason)}`,
    ],
  }),
  decisionGranted: (data) => ({
    paragraphs: [
      `${applied(data)}经审查，申请符合法定条件、标准，${citationsOf(data).granted}${citationsOf(data).grants}。`,
      data.reasons && `审查意见：${sentence(data.reasons)}`,
      data.basis && `依据：${sentence(data.basis)}`,
      heard(data),
      data.result && `批准内容（证照）：${sentence(data.result)}`,
      isLicence(data) ? '证照自本决定作出之日起 10 个工作日内颁发、送达。' : '',
    ],
  }),
  decisionDenied: (data) => ({
    title: citationsOf(data).denies.replace(/^决定/, '') + '决定书',
    paragraphs: [
      `${applied(data)}经审查，申请不符合法定条件、标准，${citationsOf(data).denied}${citationsOf(data).denies}。`,
      `理由：${sentence(data.reasons || data.reason)}`,
      data.basis && `依据：${sentence(data.basis)}`,
      heard(data),
      barred(data, '第七十八条'),
      remedies(data),
    ],
  }),
  deliveryReceipt: (data) => ({
    paragraphs: [
      `办件编号 ${data.caseNo}，${data.itemName.zh}的办理结果已送达。`,
      data.way ? `送达方式：${SERVICE_WAYS[data.way].zh}。` : '',
      data.postedOn && `交邮日期：${dayInWords(data.postedOn)}。`,
      data.proof && `送达凭据：${sentence(data.proof)}`,
      '受送达人签名（盖章）：　　　　　　　　年　　月　　日',
    ],
  }),
  hearingRights: (data) => hearingRights(data, isLicence(data)),
  hearingNotice: (data) => hearingNotice(data, isLicence(data)),
  hearingMinutes,
  visitRecord,
  licenceEnded,
  deemedNotice: (data) =>
    data.countsFrom === null
      ? {
          title: '视为准予通知书',
          paragraphs: [
            `${applied(data)}因办理期限届满未作出决定，依照下列规定视为准予：${sentence(data.basis || data.reasons)}`,
            '逾期的责任由本行政机关承担，不影响您依法取得的权利。',
          ],
        }
      : {
          title: '视为受理通知书',
          paragraphs: [
            `${applied(data)}我单位未在 5 个工作日内告知需要补正的内容，${citationsOf(data).unanswered}自收到申请材料之日起即为受理。`,
            limitSentence(data),
          ],
        },
}

const ENDED = {
  revoked: { title: '撤销证照决定书', article: '第六十九条', verb: '撤销' },
  cancelled: { title: '注销证照决定书', article: '第七十条', verb: '注销' },
  withdrawn: { title: '吊销证照告知书', article: '', verb: '吊销' },
} as const

/** 行政许可法 69, 70, 79: what happens to the licence, why, and how long nobody may apply again. */
function licenceEnded(data: LetterData): Body {
  const { title, article, verb } = ENDED[data.how ?? 'cancelled']
  const by = article && `依照《中华人民共和国行政许可法》${article}的规定，`
  return {
    title,
    paragraphs: [
      `您持有的${data.licenceName.zh}（编号 ${data.licence}），${by}现予${verb}。`,
      `理由：${sentence(data.reason)}`,
      data.document && `有关文书：${sentence(data.document)}`,
      barred(data, '第七十九条'),
      remedies(data),
    ],
  }
}

const barred = ({ barredUntil }: LetterData, article: string) =>
  barredUntil &&
  `依照《中华人民共和国行政许可法》${article}的规定，您在 ${dayInWords(barredUntil)} 24 时前不得再次申请该行政许可，期满自动解除。`

/** 行政许可法 48: after a hearing the decision rests on its minutes. */
const heard = ({ hearing }: LetterData) =>
  hearing.minutes &&
  `本决定根据听证笔录（${hearing.minutes}）作出。听证意见采纳情况：${sentence(hearing.heard)}`

const applied = ({ receivedAt, itemName }: LetterData) =>
  `您${receivedAt === null ? '' : `于 ${dayInWords(dayAt(receivedAt))}`}提出的${itemName.zh ? `“${itemName.zh}”` : ''}申请收悉。`

function limitSentence({ clock, committedLimit, statutoryLimit }: LetterData): string {
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

const materialLines = ({ materials }: LetterData) =>
  materials.map(
    ({ name, code, form, copies }) =>
      `${name || code}（${FORMS[form] ?? ''}${form === 'original' || form === 'copy' ? ` ${copies} 份` : ''}）`,
  )

/**
 * 行政复议法第二十条, 行政诉讼法第四十六条: where, and until when, as the item names it. Until a plan says it, the law's
 * own periods and whoever has the power.
 */
function remedies({ appeal }: LetterData): string {
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

const isLicence = (data: LetterData) => citationsOf(data).denies === '决定不予许可'

/** What, what is wrong with it, how to mend it, and where a filled-in one can be seen. */
function missingLine({
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

const contactSentence = ({ contact: { phone, address } }: LetterData) =>
  phone || address
    ? `不清楚怎么补的，请咨询：${[phone && `电话 ${phone}`, address].filter(Boolean).join('，')}。`
    : ''

function limitText(limit: string): string {
  try {
    return limitInWords(parseLimit(limit)).zh
  } catch (error) {
    if (isRefusal(error)) return limit
    throw error
  }
}
