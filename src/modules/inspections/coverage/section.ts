import type { Bilingual } from '#kernel/refusal.ts'
import type { Stratum } from '../terms.ts'

/** 重点涉企科级处室: a row of the sampling frame. Stream `section/<unit>/<section>`. */
export type SectionEvent =
  | ({ readonly type: 'SectionListed' } & SectionContent & { readonly year: number })
  | { readonly type: 'SectionConfirmed'; readonly year: number }
  | { readonly type: 'SectionStruck'; readonly reason: string }

export interface SectionContent {
  readonly title: Bilingual
  readonly posts: readonly string[]
  readonly stratum: Stratum
  readonly enterpriseFacing: boolean
}

export interface Section extends SectionContent {
  readonly unit: string
  readonly section: string
  /** The last year in which somebody said that it is still so. */
  readonly confirmed: number
  readonly struck: string | null
}

export function evolveSection(
  state: Section | undefined,
  event: SectionEvent,
  { id }: { readonly id: string },
): Section | undefined {
  switch (event.type) {
    case 'SectionListed': {
      const { type: _, year, ...content } = event
      const [unit = '', section = ''] = id.split('/')
      return { ...content, unit, section, confirmed: year, struck: null }
    }
    case 'SectionConfirmed':
      return state && { ...state, confirmed: event.year }
    case 'SectionStruck':
      return state && { ...state, struck: event.reason }
  }
}

/** What is wrong with the frame in a year: rows nobody confirmed, and units that serve enterprises without a row. */
export function frameFaults(
  sections: readonly Section[],
  servingEnterprises: ReadonlySet<string>,
  year: number,
): { readonly stale: readonly Section[]; readonly missing: readonly string[] } {
  const standing = sections.filter(({ struck }) => struck === null)
  const listed = new Set(standing.filter(({ enterpriseFacing }) => enterpriseFacing).map(({ unit }) => unit))
  return {
    stale: standing.filter(({ confirmed }) => confirmed < year),
    missing: [...servingEnterprises].filter((unit) => !listed.has(unit)).sort(),
  }
}
