import type { RuleRow, RuleView } from '#modules/supervision/contract.ts'
import { sayNumber } from '#ui/index.ts'
import { useText } from './messages.ts'

export const CONFIDENCE_WORDS = {
  C: '有明文依据',
  L: '地方规定',
  U: '待核实，默认不启用',
} as const satisfies Record<RuleRow['confidence'], string>

export const KIND_WORDS = {
  time: '时限类',
  process: '程序类',
  content: '内容类',
  fee: '收费类',
} as const satisfies Record<RuleRow['kind'], string>

/** In the order in which the list shows them. */
export const SUBJECT_WORDS = {
  case: '办件',
  complaint: '投诉、信访、公开申请',
  task: '任务',
  hall: '大厅',
  charge: '收费',
  enforcement: '执法',
} as const satisfies Record<RuleRow['subject'], string>

const VALUE_WORDS = {
  workingDays: '{{value}} 个工作日',
  calendarDays: '{{value}} 日',
  hours: '{{value}} 小时',
  minutes: '{{value}} 分钟',
  seconds: '{{value}} 秒',
  times: '{{value}} 次',
} as const

const UNIT_WORDS = {
  workingDays: '个工作日',
  calendarDays: '日',
  hours: '小时',
  minutes: '分钟',
  seconds: '秒',
  times: '次',
} as const

type RuleNumber = RuleView['numbers'][number]

/** A number with its unit: `20 个工作日`; a unit not known here is written as it came. */
export function useNumberText(): (unit: RuleNumber['unit'], value: number) => string {
  const t = useText()
  return (unit, value) => {
    const words = VALUE_WORDS[unit as keyof typeof VALUE_WORDS]
    return words ? t(words, { value: sayNumber(value), count: value }) : `${sayNumber(value)} ${unit}`
  }
}

export function useUnitText(): (unit: RuleNumber['unit']) => string {
  const t = useText()
  return (unit) => {
    const words = UNIT_WORDS[unit as keyof typeof UNIT_WORDS]
    return words ? t(words) : unit
  }
}
