import { type Expression, shape, word } from '#engines/registers/index.ts'

const { demand } = shape
const { all, atLeast, atMost, count, equals, field, its, itsState } = word
const { not, today } = word

/** The taker, or whom a field names, is a serving supervisor today. */
export const servesNow = (who: Expression) =>
  atLeast(
    count(
      'corps-member',
      all(
        equals(its('member'), who),
        equals(itsState, 'serving'),
        atMost(its('from'), today),
        atMost(today, its('until')),
      ),
    ),
    1,
  )
/** Nobody watches a unit that he depends on. */
export const independent = (who: Expression) =>
  demand(
    'independent',
    equals(
      count(
        'corps-member',
        all(
          equals(its('member'), who),
          equals(its('tiedTo'), field('unit')),
          not(equals(its('tie'), 'none')),
        ),
      ),
      0,
    ),
    '监督员与该单位有依附关系，不得监督该单位',
    'This supervisor depends on that unit and may not watch it',
  )
export const serving = {
  ...{ of: 'corps-member', state: 'serving' },
  values: { member: 'observer', from: '2026-03-01', until: '2028-02-29', tie: 'none' },
}
export const tied = { ...serving, values: { ...serving.values, tie: 'employed', tiedTo: 'planning' } }
