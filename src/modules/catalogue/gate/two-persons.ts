import { type Check, warning } from './check.ts'

/** IC-19: who examines does not decide (一审一核). */
export const twoPersons: Check = {
  code: 'IC-19',
  title: { zh: '审查和决定分属不同岗位', en: 'Examining and deciding are two posts' },
  basis: '一审一核制（ITEM-24）；行政许可法 34',
  check({ steps, limits }) {
    if (limits.onTheSpot) return []
    const posts = (kind: 'review' | 'decide') =>
      steps.filter((step) => step.kind === kind).map(({ unit, post }) => `${unit ?? ''}/${post.zh}`)
    const examiners = new Set(posts('review'))
    return posts('decide').some((post) => examiners.has(post))
      ? [
          warning(
            'steps',
            ['审查和决定是同一岗位', 'The same post examines and decides'],
            ['请分设两个岗位', 'Make them two posts'],
          ),
        ]
      : []
  },
  examples: [
    { why: 'two posts', fires: false, change: (sound) => sound },
    {
      why: 'one post for all',
      fires: true,
      change: (sound) => ({
        ...sound,
        steps: sound.steps.map((step) => ({ ...step, post: { zh: '经办岗', en: 'clerk' } })),
      }),
    },
  ],
}
