import type { ItemContent } from '../contract.ts'
import { blocking, type Check, each, type Found } from './check.ts'

type Grade = NonNullable<ItemContent['discretion']>[number]

/** IC-22: a table of discretion tells its grades apart, and leaves room for a yes as for a no. */
export const discretion: Check = {
  code: 'IC-22',
  title: { zh: '裁量基准分得清档次', en: 'The discretion table tells its grades apart' },
  basis: '国办发〔2022〕27号（行政裁量权基准）',
  check({ discretion: grades = [] }) {
    if (grades.length === 0) return []
    const found: Found[] = each(grades, 'discretion', ({ when }, at, index) => {
      const twin = grades.findIndex((one) => one.when.zh.trim() === when.zh.trim())
      if (when.zh.trim() !== '' && twin === index) return []
      return [
        blocking(
          `${at}.when`,
          when.zh.trim() === ''
            ? ['没有写明适用情形', 'It does not say when it applies']
            : ['与另一档次的适用情形相同', 'It applies in the same case as another grade'],
          ['请写出能与其他档次区分的情形', 'Say what tells it from the others'],
        ),
      ]
    })
    if (grades.length < 2 || !grades.some(({ outcome }) => outcome !== 'denied'))
      found.push(
        blocking(
          'discretion',
          ['裁量基准至少两档，并有可以准予的一档', 'A table has two grades at least, one of them a yes'],
          ['请补齐档次，或删去裁量基准', 'Complete the table or take it out'],
        ),
      )
    return found
  },
  examples: [
    { why: 'no discretion', fires: false, change: (sound) => sound },
    { why: 'two grades', fires: false, change: (sound) => graded(sound, [GRANT, DENY]) },
    { why: 'one grade', fires: true, change: (sound) => graded(sound, [GRANT]) },
    {
      why: 'two grades for one case',
      fires: true,
      change: (sound) => graded(sound, [GRANT, { ...DENY, when: GRANT.when }]),
    },
    { why: 'never a yes', fires: true, change: (sound) => graded(sound, [DENY, { ...DENY, code: 'x' }]) },
  ],
}

const GRADE_WORDS = { zh: '一般', en: 'ordinary' }
const GRANT: Grade = {
  ...{ code: 'ordinary', name: GRADE_WORDS, outcome: 'granted' },
  when: { zh: '距离学校二百米以上', en: 'two hundred metres from any school' },
}
const DENY: Grade = {
  ...{ code: 'near', name: { zh: '从严', en: 'strict' }, outcome: 'denied' },
  when: { zh: '距离学校不足二百米', en: 'nearer to a school' },
}
const graded = (sound: ItemContent, grades: Grade[]): ItemContent => ({ ...sound, discretion: grades })
