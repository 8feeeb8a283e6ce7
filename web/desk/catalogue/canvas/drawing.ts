import { END, START } from '#engines/paths/terms.ts'
import type { ItemContent, Step } from '#modules/catalogue/contract.ts'

export type Way = NonNullable<ItemContent['path']>

/** What is drawn: the steps of the item and how they hang together. Every change gives a new one. */
export interface Drawing {
  readonly steps: readonly Step[]
  readonly path: Way
}

export interface Place {
  readonly x: number
  readonly y: number
}

export const nodesOf = ({ steps, path }: Drawing): string[] => [
  START,
  ...steps.map(({ code }) => code),
  ...path.gates.map(({ id }) => id),
  END,
]

const withFlows = (drawing: Drawing, flows: Way['flows']): Drawing => ({
  ...drawing,
  path: { ...drawing.path, flows },
})

const freeName = (drawing: Drawing, wanted: string): string => {
  const taken = new Set(nodesOf(drawing))
  for (let number = 1; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}

export const isGate = ({ path }: Drawing, id: string): boolean => path.gates.some((gate) => gate.id === id)

/** Into the arrow that leaves a place: what came after it comes after the new one. Where none leaves, one begins. */
function insertedAfter(drawing: Drawing, after: string, first: string, last = first): Drawing {
  const { flows } = drawing.path
  // A fork keeps its arrows: what is put after it is another branch.
  const fork = drawing.path.gates.some(({ id, kind }) => id === after && kind === 'fork')
  if (fork) {
    const join = joinOf(drawing, after) ?? END
    return withFlows(drawing, [...flows, { from: after, to: first }, { from: last, to: join }])
  }
  const moved = flows.map((flow) => (flow.from === after ? { ...flow, from: last } : flow))
  return withFlows(drawing, [...moved, { from: after, to: first }])
}

/** Where the branches of a fork meet. */
export function joinOf({ path }: Drawing, fork: string): string | undefined {
  const seen = new Set<string>()
  let id: string | undefined = path.flows.find(({ from }) => from === fork)?.to
  while (id !== undefined && !seen.has(id)) {
    if (path.gates.some((gate) => gate.id === id && gate.kind === 'join')) return id
    seen.add(id)
    id = path.flows.find(({ from }) => from === id)?.to
  }
  return undefined
}

const numberOf = (code: string): string => code.slice(code.lastIndexOf('-') + 1)

const newStep = (code: string, inFork: boolean): Step => ({
  ...{
    code,
    name: { zh: `新环节 ${numberOf(code)}`, en: `New step ${numberOf(code)}` },
    kind: 'review',
    unit: null,
    post: { zh: '', en: '' },
  },
  ...{ limit: null, parallelGroup: null, reviewStandard: { zh: '', en: '' } },
  ...(inFork ? { power: 'opinion' as const } : {}),
  needs: [],
})

/** 添加环节 after a place. */
export function withStep(
  drawing: Drawing,
  after: string,
): { readonly drawing: Drawing; readonly id: string } {
  const id = freeName(drawing, 'step')
  const inFork = drawing.path.gates.some(({ id: gate, kind }) => gate === after && kind === 'fork')
  const added = { ...drawing, steps: [...drawing.steps, newStep(id, inFork)] }
  return { drawing: insertedAfter(added, after, id), id }
}

/** 添加并行 after a place: a fork and a join with two branches between. */
export function withFork(
  drawing: Drawing,
  after: string,
): { readonly drawing: Drawing; readonly id: string } {
  const fork = freeName(drawing, 'fork')
  const join = freeName(drawing, 'join')
  const gates = [
    ...drawing.path.gates,
    { id: fork, kind: 'fork' as const },
    { id: join, kind: 'join' as const },
  ]
  const parted = insertedAfter({ ...drawing, path: { ...drawing.path, gates } }, after, fork, join)
  const first = freeName(parted, 'step')
  const one = { ...parted, steps: [...parted.steps, newStep(first, true)] }
  const second = freeName(one, 'step')
  const both = { ...one, steps: [...one.steps, newStep(second, true)] }
  const flows = [first, second].flatMap((step) => [
    { from: fork, to: step },
    { from: step, to: join },
  ])
  return { drawing: withFlows(both, [...both.path.flows, ...flows]), id: fork }
}

/** Without a step or gate: what came before it leads to what came after it. */
export function without(drawing: Drawing, id: string): Drawing {
  if (id === START || id === END) return drawing
  const { flows, gates } = drawing.path
  const before = flows.filter(({ to }) => to === id).map(({ from }) => from)
  const after = flows.filter(({ from }) => from === id).map(({ to }) => to)
  const left = flows.filter(({ from, to }) => from !== id && to !== id)
  const bridged = before.flatMap((from) => after.map((to) => ({ from, to })))
  const known = new Set(left.map(({ from, to }) => `${from}>${to}`))
  const steps = drawing.steps
    .filter(({ code }) => code !== id)
    .map((step) =>
      step.needs?.includes(id) ? { ...step, needs: step.needs.filter((one) => one !== id) } : step,
    )
  return {
    steps,
    path: {
      ...drawing.path,
      gates: gates.filter((gate) => gate.id !== id),
      flows: [...left, ...bridged.filter(({ from, to }) => !known.has(`${from}>${to}`))],
    },
  }
}

/** An arrow, or none where there is one already. */
export function toggled(drawing: Drawing, from: string, to: string): Drawing {
  if (from === to || to === START || from === END) return drawing
  const { flows } = drawing.path
  const there = flows.some((flow) => flow.from === from && flow.to === to)
  return withFlows(
    drawing,
    there ? flows.filter((flow) => flow.from !== from || flow.to !== to) : [...flows, { from, to }],
  )
}

export const changedStep = (drawing: Drawing, code: string, change: Partial<Step>): Drawing => ({
  ...drawing,
  steps: drawing.steps.map((step) => (step.code === code ? { ...step, ...change } : step)),
})

export const movedTo = (
  drawing: Drawing,
  id: string,
  place: Place,
  all: ReadonlyMap<string, Place>,
): Drawing => ({
  ...drawing,
  path: { ...drawing.path, places: { ...Object.fromEntries(all), ...drawing.path.places, [id]: place } },
})
