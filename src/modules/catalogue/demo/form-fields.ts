import type { FormField, SampleForm, Text } from '../contract.ts'
import type { FormKind, Variant } from './base-item.ts'

type Given = Partial<FormField> & { readonly example: Text }

const field = (code: string, zh: string, en: string, more: Given): FormField & { example: Text } => ({
  code,
  label: { zh, en },
  kind: 'text',
  required: true,
  choices: [],
  hint: { zh: '', en: '' },
  maxLength: 200,
  min: null,
  max: null,
  ...more,
})

const say = (zh: string, en: string): Text => ({ zh, en })
const choice = (code: string, zh: string, en: string) => ({ code, label: say(zh, en) })
const number = { kind: 'number', maxLength: null, min: 0 } as const

const byKind: Readonly<Record<FormKind, readonly (FormField & { example: Text })[]>> = {
  premises: [
    field('address', '经营场所地址', 'address of the premises', {
      example: say('青禾市文昌路18号', '18 Wenchang Road, Qinghe'),
    }),
    field('area', '使用面积（平方米）', 'floor area (m²)', {
      ...number,
      max: 1_000_000,
      example: say('120', '120'),
    }),
    field('scope', '经营项目', 'line of business', {
      kind: 'longText',
      maxLength: 500,
      example: say('热食类食品制售', 'hot food'),
    }),
  ],
  project: [
    field('project-name', '项目名称', 'name of the project', {
      example: say('文昌路便民市场改造', 'Wenchang Road market'),
    }),
    field('project-code', '投资项目编号', 'project code', {
      required: false,
      example: say('2026-990100-47-01-000018', '2026-990100-47-01-000018'),
      hint: say('没有可不填', 'leave empty if there is none'),
    }),
    field('site', '项目地点', 'site', { example: say('青禾市文昌路', 'Wenchang Road, Qinghe') }),
    field('investment', '总投资（万元）', 'investment (10,000 yuan)', {
      ...number,
      max: 100_000_000,
      example: say('860', '860'),
    }),
  ],
  company: [
    field('business-name', '名称', 'name', {
      example: say('青禾市小禾餐饮有限公司', 'Xiaohe Catering Ltd., Qinghe'),
    }),
    field('domicile', '住所', 'domicile', { example: say('青禾市文昌路18号', '18 Wenchang Road, Qinghe') }),
    field('capital', '出资额（万元）', 'capital (10,000 yuan)', {
      ...number,
      required: false,
      max: 100_000_000,
      example: say('50', '50'),
    }),
    field('scope', '经营范围', 'line of business', {
      kind: 'longText',
      maxLength: 500,
      example: say('餐饮服务', 'catering'),
    }),
  ],
  person: [
    field('address', '现居住地址', 'present address', {
      example: say('青禾市清溪街道3号', '3 Qingxi, Qinghe'),
    }),
    field('matter', '申请事由', 'what is asked for', {
      kind: 'longText',
      maxLength: 500,
      example: say('因生活需要，符合受理条件，现提出申请', 'applies under the conditions'),
    }),
    field('collect', '领取方式', 'how to receive the result', {
      kind: 'choice',
      choices: [choice('post', '邮寄', 'by post'), choice('counter', '窗口领取', 'at the counter')],
      maxLength: null,
      example: say('邮寄', 'by post'),
    }),
  ],
  vehicle: [
    field('plate', '号牌号码或车架号', 'plate or chassis number', { example: say('青A12345', 'A12345') }),
    field('vehicle-kind', '车辆类型', 'kind of vehicle', { example: say('小型客车', 'small passenger car') }),
    field('first-day', '购置日期', 'day of purchase', {
      kind: 'date',
      maxLength: null,
      example: say('2026-01-15', '2026-01-15'),
    }),
  ],
  payment: [
    field('address', '现居住地址', 'present address', {
      example: say('青禾市清溪街道3号', '3 Qingxi, Qinghe'),
    }),
    field('household-size', '家庭人口', 'persons in the household', {
      ...number,
      min: 1,
      max: 30,
      example: say('3', '3'),
    }),
    field('bank', '开户银行', 'bank', { example: say('青禾农村商业银行', 'Qinghe Rural Bank') }),
    field('consent', '同意核对家庭经济状况', 'consents to a check of means', {
      kind: 'yesNo',
      maxLength: null,
      example: say('是', 'yes'),
    }),
  ],
}

const byVariant: Readonly<Partial<Record<Variant, readonly (FormField & { example: Text })[]>>> = {
  change: [
    field('changes', '变更内容（变更前、变更后）', 'what changes (before, after)', {
      kind: 'longText',
      maxLength: 1000,
      example: say('地址由文昌路18号变更为20号', 'address from 18 to 20'),
    }),
  ],
  renew: [
    field('valid-until', '原证有效期至', 'valid until', {
      kind: 'date',
      maxLength: null,
      example: say('2026-06-30', '2026-06-30'),
    }),
  ],
  reissue: [
    field('why', '补办原因', 'why it is asked for', {
      kind: 'choice',
      choices: [choice('lost', '遗失', 'lost'), choice('damaged', '损毁', 'damaged')],
      maxLength: null,
      example: say('遗失', 'lost'),
    }),
  ],
  cancel: [
    field('last-day', '终止日期', 'last day', {
      kind: 'date',
      maxLength: null,
      example: say('2026-03-31', '2026-03-31'),
    }),
  ],
}

/** What is asked, and the model form filled in with an example of each. */
export function formOf(
  kind: FormKind,
  variant: Variant,
  name: Text,
): { form: FormField[]; samples: SampleForm[] } {
  const asked = variant === 'new' || variant === 'change' ? byKind[kind] : byKind[kind].slice(0, 1)
  const all = [...asked, ...(byVariant[variant] ?? [])]
  const rows = all.map(({ label, example }) => ({ label, example }))
  const applicant = { label: say('申请人', 'applicant'), example: say('王小禾', 'Wang Xiaohe') }
  return {
    form: all.map(({ example: _, ...one }) => one),
    samples: [
      {
        code: 'form',
        name: say(`${name.zh}申请表`, `Application form: ${name.en}`),
        updatedOn: '2024-06-03',
        file: null,
        rows: [applicant, ...rows],
      },
    ],
  }
}
