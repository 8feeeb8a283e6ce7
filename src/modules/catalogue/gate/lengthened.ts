import type { ItemContent } from '../contract.ts'
import { type Check, type Found, warning } from './check.ts'
import { longer } from './promise.ts'

/** IC-16: what gets worse for the applicant is said aloud: a longer promise, more papers, more trips, a new fee. */
export const lengthened: Check = {
  code: 'IC-16',
  title: { zh: '新版本不悄悄增加负担', en: 'A new version adds no burden quietly' },
  basis: '行政许可法 8；优化营商环境条例 35；ITEM-14、ITEM-20',
  check(content, { before }) {
    if (!before) return []
    const found: Found[] = []
    const worse = (place: string, zh: string, en: string) =>
      found.push(
        warning(
          place,
          [zh, en],
          ['请说明理由并公示；在办件仍按原版本', 'Say why in public; running cases keep their version'],
        ),
      )
    const [now, then] = [content.limits.committed, before.limits.committed]
    if (now && then && longer(now, then) !== 'no')
      worse('limits.committed', '承诺时限比现行版本长', 'The promise is longer than before')
    const known = new Set(before.materials.map(({ name }) => name.zh))
    for (const { name } of content.materials)
      if (!known.has(name.zh))
        worse('materials', `比现行版本多要材料“${name.zh}”`, `One paper more than before: "${name.zh}"`)
    if (content.visits > before.visits) worse('visits', '到现场次数比现行版本多', 'More visits than before')
    if (content.steps.length > before.steps.length)
      worse('steps', '环节比现行版本多', 'More steps than before')
    if (content.fee.charged && !before.fee.charged)
      worse('fee', '原来不收费，现在收费', 'It was free and is charged now')
    return found
  },
  examples: [
    { why: 'the first version', fires: false, change: (sound) => sound },
    { why: 'unchanged', fires: false, change: (sound) => sound, around: (sound) => ({ before: sound }) },
    {
      why: 'a longer promise',
      fires: true,
      change: (sound) => sound,
      around: (sound) => ({ before: quicker(sound) }),
    },
    {
      why: 'one paper more',
      fires: true,
      change: (sound) => sound,
      around: (sound) => ({ before: { ...sound, materials: sound.materials.slice(1) } }),
    },
  ],
}

const quicker = (sound: ItemContent): ItemContent => ({
  ...sound,
  limits: { ...sound.limits, committed: { length: 1, unit: 'workingDays' } },
})
