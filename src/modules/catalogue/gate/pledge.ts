import type { ItemContent, PledgeTerms } from '../contract.ts'
import { blocking, type Check, each, type Found } from './check.ts'

/** IC-21: 告知承诺 says what is pledged, which listed papers it stands in for, when it is checked and what then follows. */
export const pledge: Check = {
  code: 'IC-21',
  title: { zh: '告知承诺写全', en: 'A pledge says everything' },
  basis: '优化营商环境条例 40；国办发〔2020〕42号',
  check({ pledge: terms, materials, safety }) {
    if (!terms) return []
    const known = new Set(materials.map(({ code }) => code))
    return [
      ...said(terms),
      ...each(terms.waives, 'pledge.waives', (code, at) =>
        known.has(code)
          ? []
          : [
              blocking(
                at,
                [`免交的材料“${code}”不在材料清单里`, `"${code}" is on no list of materials`],
                ['请写材料清单里的编码', 'Name a material of the list by its code'],
              ),
            ],
      ),
      ...(safety
        ? [
            blocking(
              'pledge',
              [
                '直接关系安全、健康的事项不适用告知承诺',
                'What bears on safety or health is not granted on a pledge',
              ],
              ['请删去告知承诺', 'Take the pledge out'],
            ),
          ]
        : []),
    ]
  },
  examples: [
    { why: 'no pledge', fires: false, change: (sound) => sound },
    { why: 'a whole pledge', fires: false, change: (sound) => pledged(sound, {}) },
    { why: 'a paper of no list', fires: true, change: (sound) => pledged(sound, { waives: ['photo'] }) },
    {
      why: 'never checked',
      fires: true,
      change: (sound) => pledged(sound, { checkWithin: { length: 0, unit: 'workingDays' } }),
    },
    {
      why: 'a false one costs nothing',
      fires: true,
      change: (sound) => pledged(sound, { consequence: { zh: ' ', en: '' } }),
    },
    {
      why: 'a matter of safety',
      fires: true,
      change: (sound) => ({ ...pledged(sound, {}), safety: true }),
    },
  ],
}

function said({ text, waives, checkWithin, consequence, basis }: PledgeTerms): Found[] {
  const lacks: readonly (readonly [boolean, string, string, string])[] = [
    [text.zh.trim() === '', 'text', '承诺书没有正文', 'The pledge has no text'],
    [waives.length === 0, 'waives', '承诺没有免交任何材料', 'The pledge stands in for no paper'],
    [checkWithin.length === 0, 'checkWithin', '没有事后核查期限', 'Nobody says until when it is checked'],
    [consequence.zh.trim() === '', 'consequence', '没有虚假承诺的后果', 'A false pledge has no consequence'],
    [basis.trim() === '', 'basis', '没有写明依据', 'No basis is named'],
  ]
  return lacks.flatMap(([lacking, place, zh, en]) =>
    lacking ? [blocking(`pledge.${place}`, [zh, en], ['请补齐', 'Complete it'])] : [],
  )
}

const pledged = (sound: ItemContent, change: Partial<PledgeTerms>): ItemContent => ({
  ...sound,
  pledge: {
    text: { zh: '本人承诺经营场所符合告知的条件', en: 'I pledge that the premises meet what I was told' },
    waives: ['layout'],
    checkWithin: { length: 2, unit: 'months' },
    consequence: { zh: '撤销决定，记入信用记录', en: 'the decision is revoked and entered in the record' },
    basis: '国办发〔2020〕42号',
    ...change,
  },
})
