import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { refuse } from '../refusals.ts'

/** One line of a checklist: what is looked at, and what an answer needs to stand. */
export interface ChecklistItem {
  readonly code: string
  readonly title: Bilingual
  /** Evidence that a problem under this item must bring. */
  readonly evidence: boolean
  readonly severity: 'light' | 'ordinary' | 'grave'
  readonly conduct: string
  readonly kind: 'time' | 'process' | 'content' | 'fee' | 'conduct' | 'service'
  /** How many receivers of the service confirm it (“四服务”成效); 0: the look on the spot is enough. */
  readonly receivers: number
  /** The body whose item it is in a joint inspection; null: of whoever leads. */
  readonly body: string | null
  /** The measure of rectification that it checks. */
  readonly measure: string | null
}

export interface ChecklistContent {
  readonly title: Bilingual
  readonly basis: string
  readonly items: readonly ChecklistItem[]
}

/** 检查表: stream `checklist/<code>`, a version each time it is published. */
export type ChecklistEvent = { readonly type: 'ChecklistPublished'; readonly from: Day } & ChecklistContent

export interface Checklist {
  readonly code: string
  readonly versions: readonly (ChecklistContent & {
    readonly version: number
    readonly from: Day
    readonly by: string
  })[]
}

export function evolveChecklist(
  state: Checklist | undefined,
  { type: _, ...content }: ChecklistEvent,
  { by, id }: { readonly by: string; readonly id: string },
): Checklist {
  const versions = state?.versions ?? []
  return { code: id, versions: [...versions, { ...content, version: versions.length + 1, by }] }
}

export function publish(
  state: Checklist | undefined,
  from: Day,
  content: ChecklistContent,
): ChecklistEvent[] {
  const codes = content.items.map(({ code }) => code)
  const twice = codes.find((code, at) => codes.indexOf(code) < at)
  if (twice !== undefined) throw refuse('inspection.checklist-repeats', { item: twice })
  const last = state?.versions.at(-1)
  if (last && same(last, content)) throw refuse('inspection.checklist-unchanged')
  return [{ type: 'ChecklistPublished', from, ...content }]
}

const same = (a: ChecklistContent, b: ChecklistContent) =>
  JSON.stringify([a.title, a.basis, a.items]) === JSON.stringify([b.title, b.basis, b.items])

export const inForce = ({ versions }: Checklist, today: Day) =>
  versions.findLast(({ from }) => from <= today) ?? versions.at(-1)
