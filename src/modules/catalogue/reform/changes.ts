import type { Change, ItemContent, LimitShape, Text } from '../contract.ts'
import { itemTypes } from '../terms.ts'

const said = (zh: string, en: string): Text => ({ zh, en })
const NONE = said('', '')

/** What a version would change for whoever applies, as people read it. */
export function changesBetween(before: ItemContent | undefined, after: ItemContent): Change[] {
  if (!before) return [{ what: said('事项', 'Item'), kind: 'added', before: NONE, after: after.name }]
  return [...single(before, after), ...lists(before, after)]
}

const SINGLE: readonly (readonly [what: Text, of: (content: ItemContent) => Text])[] = [
  [said('名称', 'Name'), ({ name }) => name],
  [said('类型', 'Kind'), ({ type }) => itemTypes[type]],
  [said('法定时限', 'Statutory limit'), ({ limits }) => sayLimit(limits.statutory)],
  [said('承诺时限', 'Committed limit'), ({ limits }) => sayLimit(limits.committed)],
  [said('到现场次数', 'Visits'), ({ visits }) => said(`${visits} 次`, String(visits))],
  [said('收费', 'Fee'), ({ fee }) => (fee.charged ? said('收费', 'charged') : said('不收费', 'free'))],
]

const single = (before: ItemContent, after: ItemContent): Change[] =>
  SINGLE.flatMap(([what, of]) => {
    const [old, now] = [of(before), of(after)]
    return old.zh === now.zh ? [] : [{ what, kind: 'changed' as const, before: old, after: now }]
  })

interface Coded {
  readonly code: string
  readonly name: Text
}

const LISTS: readonly (readonly [what: Text, of: (content: ItemContent) => readonly Coded[]])[] = [
  [said('材料', 'Material'), ({ materials }) => materials],
  [said('环节', 'Step'), ({ steps }) => steps],
  [said('条件', 'Condition'), ({ conditions }) => conditions.map(({ code, text }) => ({ code, name: text }))],
  [said('收费项目', 'Charge'), ({ fee }) => fee.items],
]

const lists = (before: ItemContent, after: ItemContent): Change[] =>
  LISTS.flatMap(([what, of]) => {
    const [old, now] = [of(before), of(after)]
    const missing = (list: readonly Coded[], code: string) => !list.some((one) => one.code === code)
    return [
      ...now
        .filter(({ code }) => missing(old, code))
        .map(({ name }) => ({ what, kind: 'added' as const, before: NONE, after: name })),
      ...old
        .filter(({ code }) => missing(now, code))
        .map(({ name }) => ({ what, kind: 'removed' as const, before: name, after: NONE })),
    ]
  })

const UNITS: Record<LimitShape['unit'], Text> = {
  workingDays: said('个工作日', ' working days'),
  calendarDays: said('日', ' days'),
  months: said('个月', ' months'),
  years: said('年', ' years'),
  workingHours: said('个工作小时', ' working hours'),
  hours: said('小时', ' hours'),
}

function sayLimit(limit: LimitShape | null): Text {
  if (!limit) return said('未定', 'none')
  if (limit.length === 0) return said('当场', 'on the spot')
  const { zh, en } = UNITS[limit.unit]
  return said(`${limit.length}${zh}`, `${limit.length}${en}`)
}

/** 减免: fewer papers, fewer visits or less to pay, and nothing more of any of them. */
export function isLighter(before: ItemContent, after: ItemContent): boolean {
  const burden = ({ materials, visits, fee }: ItemContent) => [
    materials.filter(({ askedFromApplicant }) => askedFromApplicant).length,
    visits,
    fee.charged ? Math.max(1, fee.items.length) : 0,
  ]
  const [old, now] = [burden(before), burden(after)]
  return now.every((part, at) => part <= (old[at] ?? 0)) && now.some((part, at) => part < (old[at] ?? 0))
}
