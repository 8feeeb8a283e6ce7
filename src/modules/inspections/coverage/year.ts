import type { Bilingual } from '#kernel/refusal.ts'
import type { EpochMs } from '#kernel/day.ts'

/** 年度检查情况: found cases are told with coverage and the estimated rest beside them. Stream `inspection-year/<year>`. */
export type YearEvent = { readonly type: 'YearTold' } & YearFigures

export interface YearFigures {
  readonly text: string
  readonly figures: readonly {
    readonly code: string
    readonly title: Bilingual
    readonly value: number | null
    readonly low: number | null
    readonly high: number | null
  }[]
}

export interface ToldYear extends YearFigures {
  readonly year: string
  readonly at: EpochMs
  readonly by: string
}

export const evolveYear = (
  _: ToldYear | undefined,
  { type: __, ...figures }: YearEvent,
  { at, by, id }: { readonly at: EpochMs; readonly by: string; readonly id: string },
): ToldYear => ({ ...figures, year: id, at, by })
