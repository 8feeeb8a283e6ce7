import { z } from 'zod'
import { isDay } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { FormField } from './item-contract.ts'

/**
 * 申请表的填写内容 by the code of the field: `choices` has several values, every other kind one. A number is written as
 * people write it, a day as 2026-03-02, yes and no as `yes` and `no`.
 */
export const FormAnswers = z.record(
  z.string().max(40),
  z.union([z.string().max(4000), z.array(z.string().max(40)).max(60)]),
)
export type FormAnswers = z.infer<typeof FormAnswers>
export type FormAnswer = FormAnswers[string]

const NUMBER = /^-?\d{1,12}(\.\d{1,6})?$/
/** Control and invisible signs; line breaks are for long texts only. */
const UNSEEN = /[\p{Cc}\p{Cf}]/u

/** The answer in its standard form: trimmed, digits narrow, numbers without the commas of thousands. */
export function tidyAnswer({ kind }: Pick<FormField, 'kind'>, given: FormAnswer | undefined): FormAnswer {
  if (kind === 'choices') return [...new Set(typeof given === 'object' ? given : given ? [given] : [])]
  const text = (typeof given === 'object' ? (given[0] ?? '') : (given ?? '')).trim().normalize('NFC')
  if (kind === 'number') return text.normalize('NFKC').replaceAll(/[\s,]/g, '')
  if (kind === 'date') return text.normalize('NFKC').replaceAll(/\s/g, '')
  return kind === 'longText' ? text.replaceAll('\r\n', '\n') : text.replaceAll(/\s+/g, ' ')
}

const say = (zh: string, en: string): Bilingual => ({ zh, en })

/** What is wrong with an answer that was put in its standard form; undefined where nothing is. Never repeats it. */
export function faultOfAnswer(field: FormField, answer: FormAnswer): Bilingual | undefined {
  if (answer.length === 0) return field.required ? say('要填', 'please fill this in') : undefined
  if (typeof answer === 'object') return answer.every((one) => isChoice(field, one)) ? undefined : NOT_OFFERED
  switch (field.kind) {
    case 'number':
      return faultOfNumber(field, answer)
    case 'date':
      return isDay(answer) ? undefined : say('应为日期，如 2026-03-02', 'a day such as 2026-03-02')
    case 'choice':
      return isChoice(field, answer) ? undefined : NOT_OFFERED
    case 'yesNo':
      return answer === 'yes' || answer === 'no' ? undefined : say('请选“是”或“否”', 'choose yes or no')
    default:
      return faultOfText(field, answer)
  }
}

const NOT_OFFERED = say('请从所列选项中选择', 'choose from what is offered')
const isChoice = ({ choices }: FormField, code: string) => choices.some((one) => one.code === code)

function faultOfNumber({ min, max }: FormField, answer: string): Bilingual | undefined {
  if (!NUMBER.test(answer)) return say('应为数字，如 120 或 86.5', 'a number such as 120 or 86.5')
  const value = Number(answer)
  if (min !== null && value < min) return say(`不能小于 ${min}`, `${min} at least`)
  if (max !== null && value > max) return say(`不能大于 ${max}`, `${max} at most`)
  return undefined
}

function faultOfText({ kind, maxLength }: FormField, answer: string): Bilingual | undefined {
  const seen = kind === 'longText' ? answer.replaceAll('\n', '') : answer
  if (UNSEEN.test(seen)) return say('含有看不见的字符，请重新输入', 'holds invisible signs; type it again')
  const most = maxLength ?? 4000
  return [...answer].length > most ? say(`最多 ${most} 个字`, `${most} characters at most`) : undefined
}

/** An answer as people read it: names of choices instead of codes. */
export function sayAnswer({ kind, choices }: FormField, answer: FormAnswer | undefined): Bilingual {
  const codes = typeof answer === 'object' ? answer : answer ? [answer] : []
  if (kind === 'yesNo')
    return codes[0] === 'yes' ? say('是', 'yes') : codes[0] === 'no' ? say('否', 'no') : say('', '')
  if (kind !== 'choice' && kind !== 'choices') return say(codes.join(''), codes.join(''))
  const names = codes.map((code) => choices.find((one) => one.code === code)?.label ?? say(code, code))
  return say(names.map(({ zh }) => zh).join('、'), names.map(({ zh, en }) => en || zh).join(', '))
}
