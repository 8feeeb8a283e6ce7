import { blocking, type Check, each } from './check.ts'

/** IC-10: what one office has, no other may ask a citizen for. */
export const sharing: Check = {
  code: 'IC-10',
  title: {
    zh: '共享可得的材料不得向申请人索要',
    en: 'What can be had by sharing is not asked from the applicant',
  },
  basis: '国务院关于在线政务服务的若干规定 7',
  check: ({ materials }) =>
    each(materials, 'materials', ({ name, bySharing, heldBy, askedFromApplicant }, at) => {
      if (!askedFromApplicant) return []
      if (heldBy)
        return [
          blocking(
            at,
            [
              `“${name.zh}”由${heldBy.zh}掌握，却仍要申请人提交`,
              `"${name.zh}" is held by ${heldBy.en || heldBy.zh} and still asked from the applicant`,
            ],
            ['请改为由本机关核验', 'Let the office look it up itself'],
          ),
        ]
      return bySharing
        ? [
            blocking(
              at,
              [
                `“${name.zh}”可通过数据共享获得，却仍要申请人提交`,
                `"${name.zh}" can be had by sharing and is still asked from the applicant`,
              ],
              ['请改为由本机关核验', 'Let the office look it up itself'],
            ),
          ]
        : []
    }),
  examples: [
    {
      why: 'shared and not asked for',
      fires: false,
      change: (sound) => ({
        ...sound,
        materials: sound.materials.map((one) => ({ ...one, bySharing: true, askedFromApplicant: false })),
      }),
    },
    {
      why: 'held by another department and asked for',
      fires: true,
      change: (sound) => ({
        ...sound,
        materials: sound.materials.map((one) => ({
          ...one,
          heldBy: { zh: '公安局', en: 'Public Security' },
          askedFromApplicant: true,
        })),
      }),
    },
    {
      why: 'shared and asked for',
      fires: true,
      change: (sound) => ({
        ...sound,
        materials: sound.materials.map((one) => ({ ...one, bySharing: true, askedFromApplicant: true })),
      }),
    },
  ],
}
