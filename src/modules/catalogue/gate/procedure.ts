import { pathDays } from '#engines/paths/index.ts'
import type { ItemContent, Step } from '../contract.ts'
import { pathOfItem } from '../paths/of-item.ts'
import { stepKinds } from '../terms.ts'
import { blocking, type Check, type Found, warning } from './check.ts'

const OF_A_LICENCE = ['accept', 'review', 'decide', 'deliver'] as const

/** IC-06: a licence has its four steps, and they fit into the promise. Steps side by side count once, the longest. */
export const procedure: Check = {
  code: 'IC-06',
  title: { zh: '环节齐全且不超过承诺时限', en: 'The steps are there and fit into the promise' },
  basis: '行政许可法 29–44',
  check: (content) => [...missingSteps(content), ...tooSlow(content), ...noQuestions(content)],
  examples: [
    { why: 'four steps within the promise', fires: false, change: (sound) => sound },
    {
      why: 'nothing is delivered',
      fires: true,
      change: (sound) => ({ ...sound, steps: sound.steps.filter(({ kind }) => kind !== 'deliver') }),
    },
    {
      why: 'steps of more days than promised',
      fires: true,
      change: (sound) => ({
        ...sound,
        steps: sound.steps.map((step) => ({ ...step, limit: { length: 9, unit: 'workingDays' } })),
      }),
    },
    {
      why: 'side by side they count once',
      fires: false,
      change: (sound) => ({
        ...sound,
        steps: sound.steps.map((step) => ({ ...step, parallelGroup: 'all', limit: sound.limits.committed })),
      }),
    },
    {
      why: 'another unit of time',
      fires: true,
      change: (sound) => ({
        ...sound,
        steps: sound.steps.map((step) => ({ ...step, limit: { length: 1, unit: 'calendarDays' } })),
      }),
    },
    {
      why: 'a licence without a question and answer',
      fires: true,
      change: (sound) => ({ ...sound, faq: [] }),
    },
  ],
}

function missingSteps({ type, steps }: ItemContent): Found[] {
  if (type !== 'licensing') return []
  return OF_A_LICENCE.filter((kind) => !steps.some((step) => step.kind === kind)).map((kind) => {
    const { zh, en } = stepKinds[kind]
    return blocking(
      'steps',
      [`行政许可缺少“${zh}”环节`, `A licence without the step "${en}"`],
      [`请增加${zh}环节`, `Add the step "${en}"`],
    )
  })
}

function tooSlow({ steps, path, limits }: ItemContent): Found[] {
  const { committed } = limits
  if (committed === null) return []
  const timed = steps.filter(({ limit }) => limit !== null && limit.length > 0)
  if (timed.some(({ limit }) => limit?.unit !== committed.unit)) {
    const text = [
      '环节时限与承诺时限单位不同，不能相加',
      'Steps and promise use different units and cannot be added up',
    ] as const
    return [warning('steps', text, ['请统一单位', 'Use one unit'])]
  }
  // Drawn, the longest chain counts; listed, steps side by side count once, the longest.
  const sum = path ? (pathDays(pathOfItem({ steps, path }))?.days ?? 0) : sumOf(timed)
  if (sum <= committed.length) return []
  return [
    blocking(
      'steps',
      [
        `各环节时限合计 ${sum}，超过承诺的 ${committed.length}`,
        `The steps add up to ${sum}, more than the promised ${committed.length}`,
      ],
      ['请压缩环节时限或调整承诺', 'Shorten the steps or correct the promise'],
    ),
  ]
}

function sumOf(steps: readonly Step[]): number {
  const groups = new Map<string, number>()
  for (const { code, parallelGroup, limit } of steps) {
    const group = parallelGroup === null ? `step ${code}` : `group ${parallelGroup}`
    groups.set(group, Math.max(groups.get(group) ?? 0, limit?.length ?? 0))
  }
  return [...groups.values()].reduce((sum, length) => sum + length, 0)
}

function noQuestions({ type, faq }: ItemContent): Found[] {
  if (type !== 'licensing' || faq.length > 0) return []
  return [
    blocking(
      'faq',
      ['没有常见问题', 'No questions and answers'],
      ['请至少写一个常见问题及解答', 'Write at least one'],
    ),
  ]
}
