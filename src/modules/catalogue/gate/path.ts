import { formatLimit } from '#engines/clocks/index.ts'
import { checkPath } from '#engines/paths/index.ts'
import type { ItemContent } from '../contract.ts'
import { pathOfItem } from '../paths/of-item.ts'
import { blocking, type Check, type Found } from './check.ts'

/** IC-23: a drawn path can be walked to its end, and joint approval stands under the law's joint limit. */
export const path: Check = {
  code: 'IC-23',
  title: { zh: '流程图可以走通', en: 'The drawn path can be walked' },
  basis: '行政许可法 26、42（统一、联合、集中办理四十五日）；并联审批、一审一核制（ITEM-22、ITEM-24）',
  check: (content) => (content.path ? [...walked(content), ...together(content)] : []),
  examples: [
    { why: 'nothing was drawn', fires: false, change: (sound) => sound },
    { why: 'drawn one after the other', fires: false, change: drawn },
    {
      why: 'drawn with a dead end',
      fires: true,
      change: (sound) => {
        const content = drawn(sound)
        const flows = content.path?.flows.slice(0, -1) ?? []
        return { ...content, path: { ...content.path, flows } as ItemContent['path'] }
      },
    },
    {
      why: 'drawn without a power',
      fires: true,
      change: (sound) => ({ ...drawn(sound), steps: sound.steps }),
    },
    {
      why: 'joint approval under the limit of an ordinary licence',
      fires: true,
      change: (sound) => jointly(drawn(sound)),
    },
    {
      why: 'joint approval under its own limit',
      fires: false,
      change: (sound) => {
        const content = jointly(drawn(sound))
        return { ...content, limits: { ...content.limits, statutoryRule: 'XK-05' } }
      },
    },
  ],
}

function walked({ steps, path: shape }: ItemContent): Found[] {
  const placed = new Map(steps.map(({ code }, index) => [code, `steps.${index}`]))
  return checkPath(pathOfItem({ steps, path: shape })).map(({ level, at, text, todo }) => ({
    level,
    // Beside the step it speaks of, or beside the drawing.
    place: at.length === 1 ? (placed.get(at[0] ?? '') ?? 'path') : 'path',
    text,
    todo,
  }))
}

/** 行政许可法 42(2): the forty-five days belong to joint approval only, and the branches are over before the promise is. */
function together({ path: shape, limits }: ItemContent): Found[] {
  const joint = shape?.joint
  if (!joint) return []
  const rule =
    limits.statutoryRule === 'XK-05'
      ? []
      : [
          blocking(
            'limits.statutoryRule',
            [
              '联合审批没有按统一、联合办理的法定时限（XK-05）计算',
              'Joint approval is not counted under the limit of joint handling (XK-05)',
            ],
            ['请把法定时限规则改为 XK-05', 'Set the rule of the statutory limit to XK-05'],
          ),
        ]
  const { committed } = limits
  const long =
    committed !== null && committed.unit === joint.limit.unit && joint.limit.length > committed.length
      ? [
          blocking(
            'path',
            [
              `共同时限 ${formatLimit(joint.limit)} 超过承诺时限 ${formatLimit(committed)}`,
              `The common limit of ${formatLimit(joint.limit)} is longer than the promise of ${formatLimit(committed)}`,
            ],
            ['请压缩共同时限或调整承诺', 'Shorten the common limit, or correct the promise'],
          ),
        ]
      : []
  return [...rule, ...long]
}

const POWERS = { accept: 'accept', review: 'review', decide: 'decide', deliver: 'deliver' } as const

/** The four steps of the sound item, drawn one after the other. */
function drawn(sound: ItemContent): ItemContent {
  const steps = sound.steps.map((step) => ({ ...step, power: POWERS[step.kind as keyof typeof POWERS] }))
  const nodes = ['(start)', ...steps.map(({ code }) => code), '(end)']
  const flows = nodes.slice(1).map((to, place) => ({ from: nodes[place] ?? '', to }))
  return { ...sound, steps, path: { gates: [], flows, joint: null, persons: 'any' } }
}

/** Two opinions side by side between the review and the decision. */
function jointly(content: ItemContent): ItemContent {
  const [first] = content.steps
  if (!first) return content
  const opinion = (code: string) => ({
    ...{ ...first, code, unit: code, kind: 'review' as const, power: 'opinion' as const },
    limit: { length: 2, unit: 'workingDays' as const },
    parallelGroup: 'fork',
  })
  const pairs = [
    ['(start)', 'accept'],
    ['accept', 'review'],
    ['review', 'fork'],
    ['fork', 'fire'],
    ['fork', 'water'],
    ['fire', 'join'],
    ['water', 'join'],
    ['join', 'decide'],
    ['decide', 'deliver'],
    ['deliver', '(end)'],
  ] as const
  return {
    ...content,
    steps: [...content.steps.slice(0, 2), opinion('fire'), opinion('water'), ...content.steps.slice(2)],
    path: {
      gates: [
        { id: 'fork', kind: 'fork' },
        { id: 'join', kind: 'join' },
      ],
      flows: pairs.map(([from, to]) => ({ from, to })),
      joint: { lead: 'planning', limit: { length: 3, unit: 'workingDays' } },
      persons: 'any',
    },
  }
}
