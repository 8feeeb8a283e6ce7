import { END, type Flow, type Gate, type Path, type PathStep, START } from './path.ts'

/** A step of a plain list: those with the same word in `together` that follow each other run side by side. */
export interface ListedStep extends PathStep {
  readonly together: string | null
}

/** The path that a list of steps means: one after the other, with a fork and a join around what runs side by side. */
export function pathOfSteps(listed: readonly ListedStep[]): Path {
  const gates: Gate[] = []
  const flows: Flow[] = []
  let last = START
  for (const group of groupsOf(listed)) {
    const [only] = group
    if (only && group.length === 1) {
      flows.push({ from: last, to: only.id })
      last = only.id
      continue
    }
    const number = gates.length / 2 + 1
    const [fork, join] = [`fork-${number}`, `join-${number}`]
    gates.push({ id: fork, kind: 'fork' }, { id: join, kind: 'join' })
    flows.push({ from: last, to: fork })
    for (const { id } of group) flows.push({ from: fork, to: id }, { from: id, to: join })
    last = join
  }
  flows.push({ from: last, to: END })
  const steps = listed.map(({ together: _, ...step }) => step)
  return { steps, gates, flows, joint: null, persons: 'any' }
}

function groupsOf(listed: readonly ListedStep[]): ListedStep[][] {
  const groups: ListedStep[][] = []
  for (const step of listed) {
    const current = groups.at(-1)
    const before = current?.at(-1)
    if (before && step.together !== null && before.together === step.together) current?.push(step)
    else groups.push([step])
  }
  return groups
}
