import type { Bilingual } from '#kernel/refusal.ts'
import { formatLimit, type Limit } from '#engines/clocks/index.ts'
import {
  inSequence,
  lengthOf,
  type Path,
  pathOfSteps,
  type PathStep,
  type Power,
} from '#engines/paths/index.ts'
import type { ItemContent, LimitShape, Step } from '../item-contract.ts'
import { stepKinds, type StepKind } from '../terms.ts'

/** What an item says of its way, and no more: a draft on the canvas is as good as a published version. */
export type Drawn = Pick<ItemContent, 'steps' | 'path'>

const POWER_OF: Readonly<Record<StepKind, Power>> = {
  accept: 'accept',
  review: 'review',
  siteVisit: 'review',
  expertReview: 'review',
  hearing: 'review',
  decide: 'decide',
  deliver: 'deliver',
}

/** The path of an item: as it was drawn, or as its list of steps means it. */
export function pathOfItem({ steps, path }: Drawn): Path {
  if (!path) {
    const listed = steps.map((step) => ({ ...stepOf(step), together: step.parallelGroup }))
    return pathOfSteps(listed.map((step, place) => ({ ...step, power: step.power ?? powerOf(steps[place]) })))
  }
  const { gates, flows, joint, persons } = path
  return {
    steps: steps.map(stepOf),
    gates,
    flows,
    joint: joint && { lead: joint.lead, limit: formatLimit(joint.limit) },
    persons,
  }
}

const powerOf = (step: Step | undefined): Power | null => (step ? POWER_OF[step.kind] : null)

const stepOf = ({ code, name, kind, unit, post, power, limit, needs }: Step): PathStep => ({
  ...{ id: code, name, kind, unit, post: post.zh },
  power: power ?? null,
  limit: limit ? formatLimit(limit) : '',
  needs: needs ?? [],
})

/**
 * A path as content of an item. What was said of a step before and a drawing cannot hold (its standard, its English
 * post) stays; steps come in the order of the path, and those side by side carry the same word for whoever reads a list.
 */
export function contentOfPath(path: Path, before: readonly Step[]): Required<Drawn> {
  const known = new Map(before.map((step) => [step.code, step]))
  const placed = inSequence(path)
  const lost = path.steps.filter(({ id }) => !placed.some(({ step }) => step.id === id))
  const ordered = [...placed, ...lost.map((step) => ({ step, fork: null }))]
  return {
    steps: ordered.map(({ step, fork }) => listedStep(step, fork, known.get(step.id))),
    path: {
      gates: path.gates.map((gate) => ({ ...gate })),
      flows: path.flows.map((flow) => ({ ...flow })),
      joint: path.joint && { lead: path.joint.lead, limit: shapeOf(path.joint.limit) ?? NO_LIMIT },
      persons: path.persons,
    },
  }
}

const NO_LIMIT: LimitShape = { length: 0, unit: 'workingDays' }

function listedStep(
  { id, name, kind, unit, post, power, limit, needs }: PathStep,
  fork: string | null,
  before?: Step,
): Step {
  const said: Bilingual = before?.post.zh === post ? before.post : { zh: post, en: '' }
  return {
    code: id,
    name,
    kind: kind in stepKinds ? (kind as StepKind) : 'review',
    unit,
    post: said,
    limit: shapeOf(limit),
    parallelGroup: fork,
    reviewStandard: before?.reviewStandard ?? { zh: '', en: '' },
    ...(power === null ? {} : { power }),
    needs: [...needs],
  }
}

/** A limit as it is edited; undefined units of time (seconds) are none there. */
function shapeOf(text: string): LimitShape | null {
  const limit: Limit | undefined = lengthOf(text)
  if (!limit || limit.unit === 'minutes' || limit.unit === 'seconds') return null
  return { length: limit.length, unit: limit.unit }
}
