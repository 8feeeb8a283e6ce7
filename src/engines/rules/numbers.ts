import type { EpochMs } from '#kernel/day.ts'
import { defineRefusals } from '#kernel/refusal.ts'
import type { Rule } from './rule.ts'
import type { WorkingTime } from './working-time.ts'

export const refuseRule = defineRefusals({
  'rule.no-such-rule': {
    status: 404,
    zh: '没有编号为“{rule}”的监察规则；现有：{known}',
    en: 'there is no supervision rule "{rule}"; there are: {known}',
  },
  'rule.calendar-unknown': {
    status: 400,
    zh: '日志说明中的日历“{calendar}”未知，请写 cn、weekdays，或在命令中给出日历文件',
    en: 'the calendar "{calendar}" of the profile is not known; write cn or weekdays, or give a calendar file to the command',
  },
  'rule.no-such-number': {
    status: 422,
    zh: '没有名为“{name}”的数值；可以设定：{known}',
    en: 'no rule has a number "{name}"; these can be set: {known}',
  },
  'rule.number-invalid': {
    status: 422,
    zh: '数值“{name}”须为零或正数，不能是“{value}”',
    en: 'the number "{name}" must be zero or more, not "{value}"',
  },
})

type Values = Readonly<Record<string, number>>

/** The values of a rule's numbers by the instant from which they hold, oldest first. */
export interface Editions {
  readonly from: readonly EpochMs[]
  readonly values: readonly Values[]
}

/**
 * Every change of any number of a rule makes an edition. Before the first date the first values hold: an older log is
 * judged by the oldest numbers known. What is set by name (`SV-13.idleWorkingDays`, or `idleWorkingDays`) holds always.
 */
export function editionsOf(rule: Rule, set: Values, time: WorkingTime): Editions {
  const days = new Set(Object.values(rule.numbers).flatMap(({ values }) => values.map(({ from }) => from)))
  const sorted = [...days].sort()
  const starts = sorted.length > 0 ? sorted : ['1949-10-01']
  return {
    from: starts.map((start) => time.read(start)),
    values: starts.map((start) => valuesOn(rule, start, set)),
  }
}

function valuesOn(rule: Rule, onDay: string, set: Values): Values {
  return Object.fromEntries(
    Object.entries(rule.numbers).map(([name, { values }]) => {
      const dated = values.filter(({ from }) => from <= onDay).at(-1) ?? values[0]
      return [name, set[`${rule.code}.${name}`] ?? set[name] ?? dated?.value ?? 0]
    }),
  )
}

/** The values in force at an instant. */
export function valuesAt({ from, values }: Editions, at: EpochMs): Values {
  let place = values.length - 1
  while (place > 0 && !((from[place] as number) <= at)) place--
  return values[place] as Values
}

/** Refuses a name no rule has, so that a mistyped number is never silently ignored. */
export function checkedNumbers(rules: readonly Rule[], set: Values): Values {
  const known = rules.flatMap(({ code, numbers }) =>
    Object.keys(numbers).map((name) => ({ short: name, full: `${code}.${name}` })),
  )
  for (const [name, value] of Object.entries(set)) {
    if (!known.some(({ short, full }) => name === short || name === full)) {
      throw refuseRule('rule.no-such-number', { name, known: known.map(({ full }) => full).join(', ') })
    }
    if (!(value >= 0 && Number.isFinite(value))) throw refuseRule('rule.number-invalid', { name, value })
  }
  return set
}
