import type { Basis, ItemContent } from '../contract.ts'
import { blocking, type Check, each, warning } from './check.ts'

/** IC-12: every basis is law on the first day of the version; a changed basis means that the item is looked at again. */
export const legalBasis: Check = {
  code: 'IC-12',
  title: { zh: '设定依据现行有效', en: 'Every basis is law in force' },
  basis: '行政许可法 4、83；ITEM-08、ITEM-11',
  check({ basis }, { from, before }) {
    const faults = each(basis, 'basis', (one, at) => {
      const { law, article, inForceFrom, repealedFrom } = one
      if (article.trim() === '')
        return [
          blocking(
            `${at}.article`,
            [`《${law}》没有写明条款`, `"${law}" without its article`],
            ['请写明第几条', 'Name the article'],
          ),
        ]
      if (inForceFrom > from)
        return [
          blocking(
            at,
            [`《${law}》${inForceFrom} 才施行`, `"${law}" is law only from ${inForceFrom}`],
            ['请改正依据或生效日', 'Correct the basis or the day of effect'],
          ),
        ]
      if (repealedFrom === null || from < repealedFrom) return []
      return [
        blocking(
          at,
          [`《${law}》自 ${repealedFrom} 起废止`, `"${law}" was repealed from ${repealedFrom}`],
          [
            '请换成现行依据；没有依据的事项应当取消',
            'Name the law in force; an item without one must be cancelled',
          ],
        ),
      ]
    })
    if (!before || named(before.basis) === named(basis)) return faults
    const text = ['设定依据与现行版本不同', 'The basis differs from that of the version in force'] as const
    return [
      ...faults,
      warning('basis', text, ['请重新核对条件、材料和时限', 'Check conditions, materials and limits again']),
    ]
  },
  examples: [
    { why: 'in force', fires: false, change: (sound) => sound },
    { why: 'repealed that day', fires: true, change: (sound) => law(sound, { repealedFrom: '2026-03-02' }) },
    {
      why: 'repealed the day after',
      fires: false,
      change: (sound) => law(sound, { repealedFrom: '2026-03-03' }),
    },
    { why: 'not law yet', fires: true, change: (sound) => law(sound, { inForceFrom: '2026-03-03' }) },
    { why: 'no article', fires: true, change: (sound) => law(sound, { article: ' ' }) },
    {
      why: 'another basis than before',
      fires: true,
      change: (sound) => law(sound, { article: '第九十九条' }),
      around: (sound) => ({ before: sound }),
    },
  ],
}

const named = (basis: readonly Basis[]): string =>
  basis
    .map(({ law: title, article }) => `${title} ${article}`)
    .sort()
    .join('|')

const law = (sound: ItemContent, change: Partial<Basis>): ItemContent => ({
  ...sound,
  basis: sound.basis.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
})
