import { useSaid } from '#ui/index.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { useText } from './messages.ts'

/** What a condition may ask of a case and of each of its acts. */
export const FIELD_WORDS = {
  item: '事项',
  unit: '单位',
  channel: '渠道',
  open: '是否在办',
  workingDays: '办理工作日',
  idleWorkingDays: '最长无动作工作日',
  actCount: '环节数',
  people: '经办人数',
  activity: '名称',
  meaning: '含义',
  person: '办理人',
  place: '第几个',
  hour: '几点',
  restDay: '是否休息日',
  workingDaysSinceOpening: '距收件工作日',
  workingDaysSinceLast: '距上一环节工作日',
} as const

export const TESTS = {
  is: '等于',
  below: '小于',
  atMost: '不大于',
  above: '大于',
  atLeast: '不小于',
} as const

const MEANINGS = {
  received: '收件',
  accepted: '受理',
  declined: '不予受理',
  supplementNotice: '补正告知',
  supplemented: '补正',
  returned: '退件',
  withdrawn: '撤回',
  suspended: '中止',
  resumed: '恢复',
  extensionAsked: '申请延期',
  extended: '延期',
  step: '环节',
  decided: '决定',
  concluded: '办结',
  delivered: '送达',
} as const

/** The meanings of acts that an office is likely to ask for, to choose from. */
export const MEANING_WORDS: Readonly<Record<string, (typeof MEANINGS)[keyof typeof MEANINGS]>> = MEANINGS

type Numbers = Readonly<Record<string, { readonly title: Bilingual }>>
type Tree = Readonly<Record<string, unknown>>

/** A condition as a sentence; what is written in a way not known here stands as it is. */
export function useConditionWords(): (when: unknown, numbers: Numbers) => string {
  const t = useText()
  const said = useSaid()

  const fieldName = (name: string) => {
    const words = FIELD_WORDS[name as keyof typeof FIELD_WORDS]
    return words ? t(words) : name
  }
  const operand = (value: unknown, numbers: Numbers): string => {
    if (typeof value === 'boolean') return t(value ? '是' : '否')
    if (typeof value === 'string') return MEANING_WORDS[value] ? t(MEANING_WORDS[value]) : value
    if (typeof value === 'object' && value !== null) {
      const { field, outer } = value as { field?: string; outer?: string }
      const name = field ?? outer ?? ''
      return numbers[name] ? `“${said(numbers[name].title)}”` : fieldName(name)
    }
    return String(value)
  }
  const list = (of: unknown, between: string, numbers: Numbers) =>
    (of as readonly unknown[]).map((one) => read(one, numbers)).join(between)

  function read(condition: unknown, numbers: Numbers): string {
    const given = (condition ?? {}) as Tree
    if (given['all']) return list(given['all'], t('，并且'), numbers)
    if (given['any']) return `（${list(given['any'], t('，或者'), numbers)}）`
    if (given['not']) return t('不是（{{what}}）', { what: read(given['not'], numbers) })
    if (given['some']) return t('有一个环节：{{what}}', { what: read(given['where'], numbers) })
    if (given['none']) return t('没有一个环节：{{what}}', { what: read(given['where'], numbers) })
    const field = fieldName(String(given['field']))
    if (given['in'])
      return `${field} ${(given['in'] as unknown[]).map((one) => operand(one, numbers)).join('、')}`
    if ('given' in given) return t(given['given'] ? '有“{{field}}”' : '没有“{{field}}”', { field })
    const test = (Object.keys(TESTS) as Array<keyof typeof TESTS>).find((one) => one in given)
    return test ? `${field} ${t(TESTS[test])} ${operand(given[test], numbers)}` : JSON.stringify(given)
  }
  return read
}
