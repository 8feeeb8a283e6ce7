import type { Bilingual } from '#kernel/refusal.ts'
import type { Institution } from './definition.ts'
import type { Answer, Entry } from './entry.ts'
import { holdsFor, type Surroundings } from './evaluate.ts'

/** Something to be noticed in an entry today. */
export interface Raised {
  readonly flag: string
  readonly title: Bilingual
  readonly level: 'notice' | 'yellow' | 'red'
  /** What the unit said to it last; the flag stays until the facts change. */
  readonly answer: Answer | null
}

/** The limits that an entry has let pass and everything that the institution wants noticed, as things stand today. */
export async function standingOf(
  institution: Institution,
  entry: Entry,
  around: Surroundings,
): Promise<Raised[]> {
  const answerTo = (flag: string) => entry.answers.findLast((one) => one.flag === flag) ?? null
  const late = institution.clocks
    .filter(({ code }) => entry.passed.some(({ clock }) => clock === code))
    .map(({ code, title }) => ({
      flag: code,
      title: { zh: `超过时限：${title.zh}`, en: `Limit passed: ${title.en}` },
      level: 'yellow' as const,
      answer: answerTo(code),
    }))
  const raised: Raised[] = []
  for (const { code, title, level, when } of institution.flags)
    if (await holdsFor(when, { entry, around }))
      raised.push({ flag: code, title, level, answer: answerTo(code) })
  return [...late, ...raised]
}
