import { z } from 'zod'
import { type Body, dayInWords, momentInWords, sentence } from './letter-words.ts'

const text = z.string().catch('')
const Session = z.object({
  at: z.number(),
  place: text,
  chairName: text,
  closedFor: z.enum(['stateSecret', 'tradeSecret', 'privacy']).nullable().catch(null),
})

/** What is printed of hearings and visits; a field that is missing leaves its sentence out. */
const Given = z.looseObject({
  caseNo: text,
  itemName: z.looseObject({ zh: text }).catch({ zh: '' }),
  matter: text,
  concerned: text,
  session: Session.optional().catch(undefined),
  attended: text,
  statements: text,
  finding: text,
  conforms: z.boolean().nullable().catch(null),
  visitedOn: text,
  people: z.array(z.looseObject({ name: text })).catch([]),
})
type Given = z.infer<typeof Given>
type Raw = Readonly<Record<string, unknown>>

const about = ({ caseNo, itemName }: Given) => `您的办件（编号 ${caseNo}，${itemName.zh}）`

/** What is no licence does not cite the 行政许可法. */
const under = (article: string, licence: boolean) =>
  licence ? `依照《中华人民共和国行政许可法》${article}的规定，` : '依照有关规定，'

/** 行政许可法 47. */
export function hearingRights(data: Raw, licence: boolean): Body {
  const given = Given.parse(data)
  return {
    paragraphs: [
      `${about(given)}直接涉及申请人与他人之间的重大利益关系：${sentence(given.matter)}`,
      given.concerned && `利害关系人：${sentence(given.concerned)}`,
      `${under('第四十七条', licence)}您享有要求听证的权利。要求听证的，请自被告知之日起五个工作日内向我单位提出；可以凭办件编号和查询码在网上提出，也可以书面当面提交或者邮寄，邮寄的以交邮日为准。`,
      '逾期不提出的，视为放弃听证权利。您不承担行政机关组织听证的费用。',
    ],
  }
}

const CLOSED = { stateSecret: '国家秘密', tradeSecret: '商业秘密', privacy: '个人隐私' } as const

/** 行政许可法 48(1)–(3). */
export function hearingNotice(data: Raw, licence: boolean): Body {
  const given = Given.parse(data)
  const { session } = given
  const closed = session?.closedFor
  return {
    paragraphs: [`${about(given)}有人要求听证，${under('第四十八条', licence)}现将听证事项通知如下：`],
    list: [
      session ? `时间：${momentInWords(session.at)}` : '时间：另行通知',
      session ? `地点：${session.place}` : '地点：另行通知',
      session ? `主持人：${session.chairName}` : '主持人：另行通知',
      closed ? `方式：因涉及${CLOSED[closed]}，不公开举行` : '方式：公开举行',
    ],
    afterList: [
      '您认为主持人与本件有直接利害关系的，有权申请回避。听证时，您可以陈述、提出证据，并进行申辩和质证。',
      '听证所需时间不计算在办理期限内。您不承担行政机关组织听证的费用。',
    ],
  }
}

/** 行政许可法 48(5): confirmed and signed by those who took part. */
export function hearingMinutes(data: Raw): Body {
  const given = Given.parse(data)
  const { session } = given
  return {
    paragraphs: [
      `办件编号 ${given.caseNo}，${given.itemName.zh}。`,
      session ? `${momentInWords(session.at)}在${session.place}举行听证，主持人 ${session.chairName}。` : '',
      given.attended && `到场情况：${sentence(given.attended)}`,
      given.statements && `陈述、申辩和质证：${sentence(given.statements)}`,
      '以上笔录经听证参加人确认无误。',
      '听证参加人签名（盖章）：　　　　　　　　　　　　年　　月　　日',
      '主持人签名：　　　　　　　　　　　　　　　　　　年　　月　　日',
    ],
  }
}

/** 行政许可法 34(3): two persons at least, and what they found. */
export function visitRecord(data: Raw): Body {
  const given = Given.parse(data)
  const { people, visitedOn, conforms } = given
  const when = visitedOn && `${dayInWords(visitedOn)}，`
  return {
    paragraphs: [
      `办件编号 ${given.caseNo}，${given.itemName.zh}。`,
      `${when}工作人员${people.map(({ name }) => name).join('、')}到现场核查。`,
      conforms === null ? '' : `核查结论：现场与申请材料${conforms ? '一致' : '不一致'}。`,
      given.finding && `核查情况：${sentence(given.finding)}`,
      '核查人员签名：　　　　　　　　　　　　　　　　　年　　月　　日',
      '当事人（在场人）签名：　　　　　　　　　　　　　年　　月　　日',
    ],
  }
}
