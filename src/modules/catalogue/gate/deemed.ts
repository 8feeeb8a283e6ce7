import type { ItemContent } from '../contract.ts'
import { blocking, type Check, type Found } from './check.ts'

/** IC-15: silence is a yes only where law or local rule says so, and somebody answers for it. */
export const deemed: Check = {
  code: 'IC-15',
  title: { zh: '默认批准有依据', en: 'Deemed approval has a basis' },
  basis: '行政许可法 50（延续）；优化营商环境条例及地方规定',
  check({ deemedApproval }, { from }) {
    const { eligible, basis, approver, reason } = deemedApproval
    if (!eligible) return []
    const found: Found[] = []
    const must = (place: string, zh: string, en: string) =>
      found.push(
        blocking(
          `deemedApproval.${place}`,
          [zh, en],
          ['请补齐，或标为不适用', 'Complete it, or mark it as not eligible'],
        ),
      )
    if (basis === null || basis.law.trim() === '' || basis.article.trim() === '')
      must('basis', '默认批准没有法律或地方规定依据', 'Deemed approval without a law or local rule')
    else if (basis.inForceFrom > from || (basis.repealedFrom !== null && basis.repealedFrom <= from))
      must(
        'basis',
        '默认批准的依据在生效日不是现行规定',
        'The basis of deemed approval is not law on that day',
      )
    if ((approver?.zh.trim() ?? '') === '')
      must('approver', '没有写明由谁决定', 'Nobody is named who decides on it')
    if (reason.zh.trim() === '') must('reason', '没有写明适用理由', 'No reason is given')
    return found
  },
  examples: [
    { why: 'not eligible', fires: false, change: (sound) => sound },
    { why: 'eligible by nothing', fires: true, change: (sound) => eligible(sound, null) },
    { why: 'eligible by law', fires: false, change: (sound) => eligible(sound, sound.basis[0] ?? null) },
  ],
}

const eligible = (sound: ItemContent, basis: ItemContent['basis'][number] | null): ItemContent => ({
  ...sound,
  deemedApproval: {
    eligible: true,
    reason: { zh: '有效期届满前申请延续', en: 'renewal asked for in time' },
    approver: { zh: '局长', en: 'director' },
    basis,
  },
})
