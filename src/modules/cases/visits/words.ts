import type { Bilingual } from '#kernel/refusal.ts'
import type { VisitEvent, Visitor } from './events.ts'

const namesOf = (people: readonly Visitor[]): string => people.map(({ name }) => name).join('、')

/** One line of the timeline. */
export function visitText({ type, data }: VisitEvent, stepName: (code: string) => string): Bilingual {
  const [step, names] = [stepName(data.step), namesOf(data.people)]
  if (type === 'VisitAssigned')
    return { zh: `${step}：指派 ${names}`, en: `${step}: ${names} were named to go` }
  const { visitedOn, conforms, finding } = data
  return {
    zh: `${step}：${visitedOn} ${names}到现场，${conforms ? '与申请一致' : '与申请不一致'}，${finding}`,
    en: `${step}: ${names} went on ${visitedOn}; ${conforms ? 'as applied for' : 'not as applied for'}; ${finding}`,
  }
}
