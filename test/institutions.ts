import { expect, test } from 'vitest'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { checkDefinition, type Institution, isAsSaid, tryExample } from '#engines/registers/index.ts'

const calendar = chinaCalendar()

/** What every institution that the platform brings has to show before an office may rely on it. */
export function proveInstitutions(institutions: readonly Institution[]): void {
  const each = institutions.map((one) => [one.code, one] as const)

  test.each(each)('%s can be published, and its examples come out as they say', async (_, one) => {
    expect(await checkDefinition(one, calendar)).toEqual([])
    expect(one.examples.length).toBeGreaterThanOrEqual(2)
  })

  test.each(each)(
    'an example shows everything that %s demands or notices',
    (_, { steps, flags, examples }) => {
      const shown = new Set(examples.flatMap(({ refused = '', flagged = [] }) => [refused, ...flagged]))
      const demands = steps.flatMap((step) => step.demands ?? [])
      expect([...demands, ...flags].map(({ code }) => code).filter((code) => !shown.has(code))).toEqual([])
    },
  )

  test.each(each)('an example of %s with a wrong outcome keeps it from being published', async (_, one) => {
    for (const example of one.examples) {
      const wrong = { ...example, refused: 'nothing-of-this-name' }
      expect(isAsSaid(wrong, await tryExample(one, wrong, calendar))).toBe(false)
    }
    const [first] = one.examples
    const spoilt = { ...one, examples: [{ ...first, refused: 'nothing-of-this-name' }] } as Institution
    expect(await checkDefinition(spoilt, calendar)).toMatchObject([{ at: 'examples.1' }])
  })
}
