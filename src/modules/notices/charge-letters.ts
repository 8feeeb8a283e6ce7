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

const Report = z.looseObject({
  project: text,
  projectName: text,
  agent: text,
  text,
  permits: z
    .array(
      z.looseObject({ name: z.looseObject({ zh: text }), standing: text, plannedOn: z.string().nullable() }),
    )
    .catch([]),
  blockers: z.array(z.string()).catch([]),
})

const STANDINGS: Readonly<Record<string, string>> = {
  waiting: '等待前置手续',
  ready: '可以申请',
  handled: '办理中',
  done: '已办结',
  denied: '未获准予',
}

/** 项目代办周报 (ITEM-26): where each permit stands, what blocks it, and what the agent has to say. */
export function projectReport(data: Readonly<Record<string, unknown>>): Body {
  const given = Report.parse(data)
  const planned = (on: string | null) => (on === null ? '' : `，计划 ${on}`)
  return {
    paragraphs: [
      `项目：${given.projectName}（编号 ${given.project}）。代理员：${given.agent}。`,
      given.text,
      given.blockers.length > 0 ? `目前的卡点：${given.blockers.join('；')}。` : '目前没有卡点。',
    ],
    list: given.permits.map(
      ({ name, standing, plannedOn }) =>
        `${name.zh}：${STANDINGS[standing] ?? standing}${planned(plannedOn)}`,
    ),
    afterList: ['代理不收取任何费用。需要企业自己到场的，由代理员事先告知原因。'],
  }
}

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
