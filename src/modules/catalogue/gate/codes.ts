import type { ItemContent } from '../contract.ts'
import { levels } from '../terms.ts'
import { blocking, type Check, type Found, warning } from './check.ts'

/** IC-14: the parts of an implementation code say what the item says. Codes of other schemes are kept as they are. */
export const codes: Check = {
  code: 'IC-14',
  title: { zh: '实施编码与实施主体、层级、基本编码一致', en: 'The code fits body, level and basic code' },
  basis: 'GB/T 39554.2（实施编码 31 位）',
  check({ codes: { scheme, basic, implementation }, actingBody, level }) {
    if (scheme !== 'current') return []
    if (implementation === null)
      return [
        warning(
          'codes.implementation',
          ['没有实施编码', 'No implementation code'],
          ['请向上级申领编码', 'Ask for a code'],
        ),
      ]
    if (!/^[0-9A-Z]{31}$/.test(implementation))
      return [
        blocking(
          'codes.implementation',
          ['实施编码不是 31 位', 'The implementation code has not 31 characters'],
          ['请核对编码，或改正编码体系', 'Check the code, or its scheme'],
        ),
      ]
    const found: Found[] = []
    const wrong = (zh: string, en: string) =>
      found.push(blocking('codes.implementation', [zh, en], ['请核对编码', 'Check the code']))
    if (implementation.slice(0, 18) !== actingBody.creditCode)
      wrong(
        '编码前 18 位不是实施主体的统一社会信用代码',
        'Its first 18 characters are not the credit code of the acting body',
      )
    if (implementation[18] !== levels[level].national)
      wrong('编码第 19 位与行使层级不符', 'Its 19th character is not the level')
    if (implementation.slice(19) !== basic)
      wrong('编码后 12 位不是基本编码', 'Its last 12 characters are not the basic code')
    return found
  },
  examples: [
    { why: 'all parts fit', fires: false, change: (sound) => coded(sound, `${BODY}3${BASIC}`) },
    { why: 'another body', fires: true, change: (sound) => coded(sound, `11990100000000000${'0'}3${BASIC}`) },
    { why: 'another level', fires: true, change: (sound) => coded(sound, `${BODY}4${BASIC}`) },
    { why: 'another basic code', fires: true, change: (sound) => coded(sound, `${BODY}3990131999000`) },
    { why: 'too short', fires: true, change: (sound) => coded(sound, BODY) },
    {
      why: 'a provincial code is none of ours to judge',
      fires: false,
      change: (sound) => ({
        ...sound,
        codes: { ...sound.codes, scheme: 'provincial', implementation: '511Z-1' },
      }),
    },
  ],
}

const BODY = '11990100MB0001234X'
const BASIC = '990131001000'

const coded = (sound: ItemContent, implementation: string): ItemContent => ({
  ...sound,
  level: 'city',
  actingBody: { ...sound.actingBody, creditCode: BODY },
  codes: { ...sound.codes, scheme: 'current', basic: BASIC, implementation },
})
