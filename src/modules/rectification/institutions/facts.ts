import { type Day, isDay } from '#kernel/day.ts'
import type { Fact } from '#engines/registers/index.ts'
import { countFindings } from '#modules/findings/index.ts'

const isDayText = (value: unknown): value is Day => typeof value === 'string' && isDay(value)

/** Figures that conditions of these institutions may ask for; unknown (null) where a field is still empty. */
export const collectingFacts: Readonly<Record<string, Fact>> = {
  /** What others than the unit itself found of it within some days, without what was withdrawn. */
  'findings.byOutsiders': async (db, { unit, from, until }) => {
    if (typeof unit !== 'string' || !isDayText(from) || !isDayText(until)) return null
    const span = { unit, from, until }
    const all = await countFindings(db, span)
    const withdrawn = await countFindings(db, { ...span, state: 'withdrawn' })
    return all - withdrawn - (await countFindings(db, { ...span, source: 'selfCheck' }))
  },
}
