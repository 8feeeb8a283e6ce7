import { limitInWords, parseLimit } from '../clocks/index.ts'
import { circleIn, edgesOf, nodesOf, orderOf, reachedFrom, regionsOf, reversed } from './graph.ts'
import { branchDays, lengthOf } from './days.ts'
import { END, type Flow, type Path, type PathFinding, type PathStep, START } from './path.ts'
import { finding, LAW_LIMIT, namer } from './sentences.ts'

/**
 * What is wrong with a path, before anybody has to follow it. Empty: every step can be come to, leads to the end, has a
 * post, a power and a clock, and joint approval fits into its limit (行政许可法 26, 42).
 */
export function checkPath(path: Path): PathFinding[] {
  const broken = [...checkFlows(path), ...checkCircle(path)]
  return [
    ...broken,
    ...(broken.length > 0 ? [] : checkReach(path)),
    ...checkGates(path),
    ...checkSteps(path),
    ...checkJoint(path),
    ...checkPersons(path),
  ]
}

function checkFlows(path: Path): PathFinding[] {
  const known = new Set(nodesOf(path))
  const steps = new Set(path.steps.map(({ id }) => id))
  const name = namer(path)
  const lost = path.flows.filter(({ from, to }) => !known.has(from) || !known.has(to))
  return [
    ...lost.map(({ from, to }) => finding('unknown-flow', [from, to], { from: name(from), to: name(to) })),
    ...path.steps.flatMap(({ id, needs }) =>
      needs
        .filter((one) => !steps.has(one) || one === id)
        .map((one) => finding('unknown-need', [id], { step: name(id), need: name(one) })),
    ),
  ]
}

function checkCircle(path: Path): PathFinding[] {
  const circle = circleIn(nodesOf(path), orderOf(path))
  if (!circle) return []
  const name = namer(path)
  return [finding('circular', circle, { circle: [...circle, circle[0] ?? ''].map(name).join(' → ') })]
}

function checkReach(path: Path): PathFinding[] {
  const flows = edgesOf(path.flows)
  const name = namer(path)
  const fromStart = reachedFrom(START, flows)
  const toEnd = reachedFrom(END, reversed(flows))
  const lost = nodesOf(path).filter((id) => !fromStart.has(id))
  const dead = nodesOf(path).filter((id) => fromStart.has(id) && !toEnd.has(id))
  return [
    ...lost.map((id) => finding('unreachable', [id], { step: name(id) })),
    // Of a chain that leads nowhere the last is named: there the arrow is missing.
    ...dead
      .filter((id) => (flows.get(id) ?? []).length === 0)
      .map((id) => finding('dead-end', [id], { step: name(id) })),
  ]
}

/** Only gates part and join: a step with two arrows would leave open whether one of them or both are meant. */
function checkGates(path: Path): PathFinding[] {
  const name = namer(path)
  const count = (key: keyof Flow, id: string) => path.flows.filter((flow) => flow[key] === id).length
  const wrong = [
    ...path.steps.filter(({ id }) => count('from', id) > 1 || count('to', id) > 1),
    ...path.gates.filter(({ id, kind }) =>
      kind === 'fork'
        ? count('from', id) < 2 || count('to', id) !== 1
        : count('to', id) < 2 || count('from', id) !== 1,
    ),
    ...[START, END].filter((id) => count(id === START ? 'from' : 'to', id) > 1).map((id) => ({ id })),
  ]
  const closed = new Set(regionsOf(path).flatMap(({ fork, join }) => [fork, join]))
  const nested = path.gates.filter(({ id }) => !closed.has(id) && !wrong.some((one) => one.id === id))
  return [
    ...wrong.map(({ id }) => finding('gate', [id], { step: name(id) })),
    ...nested.map(({ id }) => finding('nested', [id], { step: name(id) })),
  ]
}

function checkSteps({ steps }: Path): PathFinding[] {
  return steps.flatMap((step) => {
    const said = { step: step.name }
    return [
      ...(step.post.trim() === '' ? [finding('no-post', [step.id], said)] : []),
      ...(step.power === null ? [finding('no-power', [step.id], said)] : []),
      ...(lengthOf(step.limit) === undefined ? [finding('no-clock', [step.id], said)] : []),
    ]
  })
}

function checkJoint(path: Path): PathFinding[] {
  const { joint } = path
  const regions = regionsOf(path)
  if (!joint) return regions.flatMap(({ branches }) => longBranches(path, branches))
  const gates = path.gates.map(({ id }) => id)
  if (regions.length !== 1) return [finding('joint-without-branches', gates, {})]
  const limit = lengthOf(joint.limit)
  const law = lengthOf(LAW_LIMIT) as { readonly length: number }
  const lead = joint.lead === null || joint.lead.trim() === '' ? [finding('no-lead', gates, {})] : []
  if (limit?.unit !== 'workingDays') return [...lead, finding('mixed-units', gates, {})]
  const words = limitInWords(parseLimit(joint.limit))
  return [
    ...lead,
    ...(limit.length > law.length ? [finding('joint-beyond-law', gates, { limit: words })] : []),
    ...branchDays(path)
      .filter(({ days }) => days > limit.length)
      .map(({ steps, days }) =>
        finding('beyond-joint-limit', steps, {
          steps: steps.map(namer(path)).join(' → '),
          days: String(days),
          limit: words,
        }),
      ),
  ]
}

/** Without a common limit, side by side means one step beside another: a chain of several is joint approval. */
const longBranches = (path: Path, branches: readonly (readonly string[])[]): PathFinding[] =>
  branches
    .filter((branch) => branch.length > 1)
    .map((branch) => finding('long-branch', branch, { steps: branch.map(namer(path)).join(' → ') }))

/** 一审一核制 (ITEM-24): exactly one who examines, exactly one who approves, at two posts. */
function checkPersons({ steps, persons }: Path): PathFinding[] {
  const examining = steps.filter(({ power }) => power === 'review' || power === 'opinion')
  const approving = steps.filter(({ power }) => power === 'decide')
  const same = examining.filter((one) => approving.some((other) => deskOf(one) === deskOf(other)))
  const twice = same.map((step) => ({
    ...finding('one-person-twice', [step.id], { step: step.name, post: step.post }),
    level: persons === 'any' ? ('warning' as const) : ('blocking' as const),
  }))
  if (persons === 'any') return twice
  const count = examining.length + approving.length
  if (count === 2 && approving.length === 1) return twice
  const ids = [...examining, ...approving].map(({ id }) => id)
  return [...twice, finding('third-signature', ids, { count: String(count) })]
}

const deskOf = ({ unit, post }: PathStep): string => `${unit ?? ''}/${post.trim()}`
