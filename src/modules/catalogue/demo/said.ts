import type { ItemContent, Text } from '../contract.ts'
import type { BaseItem, Variant } from './base-item.ts'

export function feeOf({ fee, law }: BaseItem, variant: Variant): ItemContent['fee'] {
  if (!fee || variant === 'cancel') return { charged: false, items: [], waysToPay: [] }
  const [zh, en, standard, standardEn, basis] = fee
  const item = {
    code: 'fee',
    name: { zh, en },
    standard: { zh: standard, en: standardEn },
    basis: `${basis}；《${law[0]}》`,
    reductions: { zh: '低保对象免收', en: 'free for those on the minimum living allowance' },
  }
  return { charged: true, items: [item], waysToPay: ['online', 'counter'] }
}

/** 行政许可法 50: asked for in time and not answered before the licence ends, the renewal is granted. */
export function deemedOf({ type, result }: BaseItem, variant: Variant): ItemContent['deemedApproval'] {
  if (variant !== 'renew' || type !== 'licensing' || result[3] === undefined)
    return {
      eligible: false,
      reason: { zh: '法律、法规没有规定默认批准', en: 'no law allows it' },
      approver: null,
      basis: null,
    }
  return {
    eligible: true,
    reason: {
      zh: '有效期届满前提出延续申请，逾期未作决定的视为准予延续',
      en: 'renewal asked for in time and not decided before the licence ends',
    },
    approver: { zh: '本机关负责人', en: 'the head of the agency' },
    basis: {
      law: '中华人民共和国行政许可法',
      article: '第五十条',
      text: '',
      inForceFrom: '2004-07-01',
      repealedFrom: null,
    },
  }
}

export const DISCIPLINE: ItemContent['discipline'] = [
  {
    zh: '一次性告知全部需要补正的内容，不得要求提交清单以外的材料。',
    en: 'Everything missing is said at once; nothing beyond the list is asked for.',
  },
  {
    zh: '不得指定中介机构，不得搭车收费，不得接受申请人的财物和宴请。',
    en: 'No intermediary is named, no fee is added, no gift or meal is taken.',
  },
  {
    zh: '离岗时由B岗顶岗，不得让群众白跑。',
    en: 'The backup stands in for who is away; nobody comes in vain.',
  },
]

export const PLACE: ItemContent['place'] = {
  address: { zh: '政务服务大厅二楼综合窗口', en: 'Service Hall, second floor, general counters' },
  hours: { zh: '工作日 9:00—12:00，13:30—17:30', en: 'Working days 9:00–12:00, 13:30–17:30' },
}

export const REMEDIES = (place: string): ItemContent['remedies'] => ({
  review: {
    name: { zh: `${place}人民政府`, en: 'the people’s government' },
    address: { zh: '青禾大道1号', en: '1 Qinghe Avenue' },
    phone: '0999-5550001',
    within: { length: 60, unit: 'calendarDays' },
  },
  court: {
    name: { zh: `${place}人民法院`, en: 'the people’s court' },
    address: { zh: '青禾大道9号', en: '9 Qinghe Avenue' },
    phone: '0999-5550009',
    within: { length: 6, unit: 'months' },
  },
})

export function faqOf(
  { zh, en }: Text,
  promised: number,
  result: string,
  resultEn: string,
): ItemContent['faq'] {
  const when = promised === 0 ? '当场办结' : `受理后 ${promised} 个工作日内办结`
  const whenEn = promised === 0 ? 'On the spot' : `Within ${promised} working days of acceptance`
  return [
    {
      question: { zh: `${zh}多久能办好？`, en: `How long does it take: ${en}?` },
      answer: { zh: `${when}，节假日顺延。`, en: `${whenEn}; holidays are not counted.` },
    },
    {
      question: { zh: `怎样拿到${result}？`, en: `How do I get the ${resultEn}?` },
      answer: {
        zh: '可在网上查看电子件，或选择邮寄、窗口领取。',
        en: 'See it online, have it sent, or fetch it at the counter.',
      },
    },
  ]
}
