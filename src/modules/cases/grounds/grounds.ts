import { type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { LivingCase } from '../case.ts'
import type { PlannedCondition, PlannedGrade } from '../kinds/plan.ts'
import { refuse } from './refusals.ts'

/** Why an application is refused, or granted, as the guide lets it be refused or granted. */
export interface Grounds {
  /** Codes of the conditions that are not met. */
  readonly unmet?: readonly string[]
  /** 解释性不予: the clause as it is read, and the lawful way that stays open (CASE-36). */
  readonly interpretation?: Interpretation
  /** Code of the grade of the discretion table. */
  readonly grade?: string
  /** 提前或者拖后作出的说明, shown where like cases are compared. */
  readonly timing?: string
}

export interface Interpretation {
  readonly clause: string
  readonly alternative: string
}

export interface AskedGrounds {
  readonly unmet?: readonly string[] | undefined
  readonly interpretation?: Interpretation | null | undefined
  readonly grade?: string | null | undefined
  readonly timing?: string | null | undefined
}

interface Asked extends AskedGrounds {
  readonly outcome: 'granted' | 'denied'
  readonly falseMaterial?: string | null | undefined
}

/** 决定的根据 (ITEM-12, ITEM-35, CASE-36): the condition that is not met, the grade that applies, the clause as it is read. */
export function groundsOf({ plan }: LivingCase, asked: Asked): Grounds {
  const { outcome, falseMaterial } = asked
  const timing = asked.timing?.trim()
  const grade = gradeOf(plan.grades ?? [], asked)
  const rest = { ...(grade ? { grade } : {}), ...(timing ? { timing } : {}) }
  if (outcome === 'granted') {
    if (asked.unmet && asked.unmet.length > 0) throw refuse('ground.granted-unmet')
    return rest
  }
  // Deceit is a ground of its own (行政许可法 78): then no condition need be unmet.
  const deceived = Boolean(falseMaterial?.trim())
  return { ...unmetOf(plan.conditions ?? [], asked, deceived), ...rest }
}

/** The conditions that a refusal rests on, each one of the published list. */
export function unmetOf(
  conditions: readonly PlannedCondition[],
  { unmet = [], interpretation }: AskedGrounds,
  excused = false,
): Pick<Grounds, 'unmet' | 'interpretation'> {
  const listed = conditions.map(({ text }) => text.zh).join('；')
  const strange = unmet.find((code) => !conditions.some((one) => one.code === code))
  if (strange !== undefined)
    throw refuse('ground.not-listed', { condition: strange, conditions: listed || '（无）' })
  if (conditions.length === 0) return read(interpretation)
  if (unmet.length === 0) {
    if (!excused) throw refuse('ground.none-cited', { conditions: listed })
    return read(interpretation)
  }
  const cited = conditions.filter(({ code }) => unmet.includes(code))
  const [formality] = cited
  if (formality && cited.every(({ nature }) => nature === 'formality'))
    throw refuse('ground.mere-formality', { condition: formality.text.zh })
  const judged = cited.find(({ nature }) => nature === 'judgement')
  const said = read(interpretation)
  if (judged && !said.interpretation)
    throw refuse('ground.interpretation-bare', { condition: judged.text.zh })
  return { unmet: [...unmet], ...said }
}

/** A clause of a law, regulation or rule, by its name and article; what an office told itself is none. */
const LAW =
  /(法|条例|规定|办法|规则|细则|决定|标准|规范|law|regulation|rules?)[》”"]?.*(\d|[一二三四五六七八九十百]|条|款)/i

function read(said: Interpretation | null | undefined): Pick<Grounds, 'interpretation'> {
  const clause = said?.clause.trim() ?? ''
  const alternative = said?.alternative.trim() ?? ''
  if (clause === '' && alternative === '') return {}
  if (clause === '' || alternative === '')
    throw refuse('ground.interpretation-bare', { condition: clause || alternative })
  if (!LAW.test(clause)) throw refuse('ground.petty-order', { clause })
  return { interpretation: { clause, alternative } }
}

function gradeOf(grades: readonly PlannedGrade[], { grade, outcome, falseMaterial }: Asked): string | null {
  const all = grades.map(({ name }) => name.zh).join('、')
  const code = grade?.trim() ?? ''
  if (code === '') {
    if (grades.length > 0 && !falseMaterial?.trim()) throw refuse('grade.none-cited', { grades: all })
    return null
  }
  const found = grades.find((one) => one.code === code)
  if (!found) throw refuse('grade.not-listed', { grade: code, grades: all || '（无）' })
  if (found.outcome !== 'either' && found.outcome !== outcome)
    throw refuse('grade.other-outcome', {
      grade: found.name.zh,
      outcome: found.outcome === 'granted' ? '准予' : '不予',
    })
  return code
}

/** 落款日期: the day on which the decision is in truth taken (ITEM-17). */
export function refuseOtherDay(dated: Day | null | undefined, now: EpochMs): void {
  const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))
  if (dated && dated !== today) throw refuse('decision.back-dated', { dated, today })
}
