import { chargeReceipt, projectReport } from './charge-letters.ts'
import type { PaperDays } from './days.ts'
import { hearingMinutes, hearingNotice, hearingRights, visitRecord } from './hearing-letters.ts'
import { citationsOf } from './law.ts'
import { LetterData } from './letter-data.ts'
import {
  applied,
  barred,
  contactSentence,
  heard,
  isLicence,
  limitSentence,
  limitText,
  materialLines,
  missingLine,
  remedies,
} from './letter-sentences.ts'
import { type Body, dayInWords, sentence } from './letter-words.ts'
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
    addressee: data.addressee || applicant,
    paragraphs: body.paragraphs.filter((line) => line !== ''),
    list: body.list ?? [],
    afterList: (body.afterList ?? []).filter((line) => line !== ''),
    days: data.clock,
    english: `${names.en}${data.caseNo && `, case ${data.caseNo}`}${data.itemName.en ? ` (${data.itemName.en})` : ''}. The Chinese text is binding.`,
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
      ...grounds(data),
      data.basis && `依据：${sentence(data.basis)}`,
      data.nextStep && `您接下来可以：${sentence(data.nextStep)}`,
      remedies(data),
    ],
  }),
  suspensionNotice: (data) => ({
    paragraphs: [
      `您的办件（编号 ${data.caseNo}，${data.itemName.zh}）因${data.groundText.zh || '依法需要进行的特别程序'}，${citationsOf(data).suspended}所需时间不计算在办理期限内。`,
      data.needs && `上述程序所需时间：${limitText(data.needs)}。`,
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
      ...grounds(data),
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
  filingReceipt: (data) => ({
    paragraphs: [
      `${applied(data)}备案材料已收齐，自收到之日起生效。备案号 ${data.caseNo}。`,
      '备案不需要审批，本机关不得以任何理由不予备案，也不得要求补充清单以外的材料。',
    ],
    list: materialLines(data),
  }),
  measureDecision: asGiven,
  chargeReceipt,
  projectReport,
  circular: asGiven,
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

/** A paper about the work of offices: the module that issues it says its words. */
function asGiven({ heading, lead, lines, closing }: LetterData): Body {
  const paragraphs = lead.length > 0 ? lead : ['正文由制发单位存档，请凭本件编号向制发单位核对。']
  return { ...(heading && { title: heading }), paragraphs, list: lines, afterList: closing }
}

/** 不予的根据 (ITEM-12, CASE-36): the published condition that is not met, and what can lawfully be done instead. */
const grounds = ({ unmetTexts, clause, alternative, gradeName }: LetterData): string[] => [
  unmetTexts.length > 0 ? `未满足的办事条件：${sentence(unmetTexts.join('；'))}` : '',
  gradeName && `适用的裁量档次：${sentence(gradeName)}`,
  clause && `所依据的条款及其解释：${sentence(clause)}`,
  alternative && `您还可以依法：${sentence(alternative)}`,
]

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
