import type { Day } from '#kernel/day.ts'
import type { LAW_STATES } from '../contract.ts'

/** 法规、规章清理: what became of a law or rule, in the stream `reform/law/<title>`. */
export type LawEvent = { readonly type: 'LawReviewed' } & Law

export interface Law {
  readonly state: (typeof LAW_STATES)[number]
  readonly from: Day
  readonly document: string
}

export const evolveLaw = (_: Law | undefined, { type: _type, ...law }: LawEvent): Law => law

export const reviewLaw = (before: Law | undefined, given: Law): LawEvent[] =>
  before && before.state === given.state && before.from === given.from && before.document === given.document
    ? []
    : [{ type: 'LawReviewed', ...given }]

/** Titles are written with and without their marks. */
export const titleOf = (law: string): string => law.replaceAll(/[《》\s]/g, '')

export const isRepealed = (law: Law | undefined, day: Day): law is Law =>
  law?.state === 'repealed' && law.from <= day

const STATE = '中华人民共和国'
const bare = (title: string) => titleOf(title).replace(STATE, '')

/** Whether a text rests on a law: 食品安全法 is not 食品安全法实施条例, with or without 《》 and the name of the state. */
export function cites(text: string, law: string): boolean {
  const marked = [...text.matchAll(/《([^》]+)》/g)].map(([, title = '']) => bare(title))
  if (marked.length > 0) return marked.includes(bare(law))
  const at = titleOf(text).indexOf(bare(law))
  return at >= 0 && /^(第|[，,、；;。：:（(]|$)/.test(titleOf(text).slice(at + bare(law).length))
}
