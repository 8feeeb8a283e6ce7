import { z } from 'zod'
import type { Body } from './letter-words.ts'

const text = z.string().catch('')
const Given = z.looseObject({
  caseNo: text,
  itemName: z.looseObject({ zh: text }).catch({ zh: '' }),
  charge: z
    .looseObject({
      fee: text,
      name: z.looseObject({ zh: text }).catch({ zh: '' }),
      cents: z.number().catch(0),
      because: z.array(z.looseObject({ zh: text })).catch([]),
    })
    .catch({ fee: '', name: { zh: '' }, cents: 0, because: [] }),
})

const yuan = (cents: number) =>
  `${Math.trunc(cents / 100).toLocaleString('en-US')}.${String(cents % 100).padStart(2, '0')} 元`

/** 收费票据: the code of the fee, what was paid, and why so much. */
export function chargeReceipt(data: Readonly<Record<string, unknown>>): Body {
  const { caseNo, itemName, charge } = Given.parse(data)
  return {
    paragraphs: [
      `办件编号 ${caseNo}，${itemName.zh}。`,
      `收费项目：${charge.name.zh}（编码 ${charge.fee}）。`,
      `实收金额：${yuan(charge.cents)}。`,
    ],
    list: charge.because.map(({ zh }) => zh),
    afterList: [
      '收费标准和减免清单在门户网站公示，可按上述编码查询。收费与公示不符的，请凭办件编号和查询码在网上反映，或者拨打 12345。',
    ],
  }
}
