import type { Bilingual } from '#kernel/refusal.ts'
import { formatLimit } from '#engines/clocks/index.ts'
import { inSequence, type Persons, type Placed } from '#engines/paths/index.ts'
import { type ItemVersion, pathOfItem } from '#modules/catalogue/index.ts'
import type { Desk, PlannedStep } from '../plan.ts'

/** 联合审批, as the item draws it: pinned with the case like everything else of its version. */
export interface PlannedJoint {
  /** 牵头部门: it invites, rules on conflicts and assembles. */
  readonly lead: string
  /** The common limit, `15W`. */
  readonly limit: string
  /** When its turn comes among the groups of the steps: after those below, before those above. */
  readonly group: number
  readonly branches: readonly PlannedBranch[]
}

/** 分支: the part of one department. */
export interface PlannedBranch extends Desk {
  readonly code: string
  readonly name: Bilingual
  readonly limit: string
  /** Listed dependencies; nothing else may be waited for. */
  readonly needs: readonly string[]
}

/** Left out by plans of items without a drawing. */
export interface PlannedWay {
  readonly joint?: PlannedJoint
  /** 一审一核制: one who examines, another who approves, and no third. */
  readonly persons?: Exclude<Persons, 'any'>
}

type Content = ItemVersion['content']
type Step = Content['steps'][number]

interface Way extends PlannedWay {
  readonly steps: readonly PlannedStep[]
}

/** The steps of a drawn item in the order of its path, and what runs jointly; undefined where nothing was drawn. */
export async function wayOf(
  content: Content,
  unit: string,
  desks: (step: Step) => Promise<Desk>,
): Promise<Way | undefined> {
  const { path } = content
  if (!path) return undefined
  const known = new Map(content.steps.map((step) => [step.code, step]))
  const handled = inSequence(pathOfItem(content)).flatMap((placed) => {
    const step = known.get(placed.step.id)
    return step && !OUTSIDE.has(step.kind) ? [{ placed, step }] : []
  })
  const steps: PlannedStep[] = []
  const branches: PlannedBranch[] = []
  let [group, jointGroup, together] = [0, 0, null as string | null]
  for (const { placed, step } of handled) {
    if (placed.fork === null || placed.fork !== together) group++
    together = placed.fork
    if (path.joint && placed.fork !== null) {
      jointGroup = group
      branches.push(branchOf(step, placed, await desks(step)))
    } else steps.push(stepOf(step, group, await desks(step)))
  }
  const persons = path.persons === 'any' ? {} : { persons: path.persons }
  if (!path.joint || branches.length === 0) return { steps, ...persons }
  const limit = formatLimit(path.joint.limit)
  return { steps, joint: { lead: path.joint.lead ?? unit, limit, group: jointGroup, branches }, ...persons }
}

/** Before acceptance and from the decision on, a case has desks of its own. */
const OUTSIDE: ReadonlySet<Step['kind']> = new Set(['accept', 'decide', 'deliver'])

const stepOf = ({ code, name, kind, limit }: Step, group: number, desk: Desk): PlannedStep => ({
  ...{ code, name: name.zh, ...desk, group, limit: limit ? formatLimit(limit) : null },
  ...(kind === 'siteVisit' ? { siteVisit: true } : {}),
})

const branchOf = ({ code, name, limit }: Step, { after }: Placed, desk: Desk): PlannedBranch => ({
  ...{ code, name, ...desk },
  limit: limit ? formatLimit(limit) : '0W',
  needs: after,
})
