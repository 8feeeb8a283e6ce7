import type { Bilingual } from '#kernel/refusal.ts'
import { faultOfAnswer, type FormAnswers, type FormField, tidyAnswer } from '#modules/catalogue/contract.ts'

/** What is wrong with each field, by its code, as the server would say it. */
export type AnswerFaults = Readonly<Record<string, Bilingual>>

export function faultsOfAnswers(fields: readonly FormField[], answers: FormAnswers): AnswerFaults {
  const found = fields.flatMap((field) => {
    const fault = faultOfAnswer(field, tidyAnswer(field, answers[field.code]))
    return fault ? [[field.code, fault] as const] : []
  })
  return Object.fromEntries(found)
}

export const nothingAnswered = (answers: FormAnswers): boolean =>
  Object.values(answers).every(
    (answer) => answer.length === 0 || (typeof answer === 'string' && !answer.trim()),
  )
