import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { DIMENSION_NAMES, INDICATOR_CODES, INDICATOR_UNITS } from './indicator-shapes.ts'

const Word = z.string().max(120)

/** A span of days, both counted; left out, it is the last twelve months. */
export const SpanQuery = z.object({ from: DayText.optional(), until: DayText.optional() })

const Filters = SpanQuery.extend({
  unit: Word.optional(),
  item: Word.optional(),
  officer: Word.optional(),
  tier: Word.optional(),
  place: Word.optional(),
})

/** A figure: how many count, for how many it holds (or their sum), and how sure it is. Its cases: the list beside it. */
export const EfficiencyFigure = z.object({
  count: z.number().int(),
  sum: z.number(),
  /** The share between 0 and 1, or the median. */
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  mean: z.number().nullable(),
  p90: z.number().nullable(),
  most: z.number().nullable(),
  /** Fewer than the smallest cell: grey, and never compared. */
  isSmall: z.boolean(),
})
export type EfficiencyFigure = z.infer<typeof EfficiencyFigure>

const Indicator = z.object({
  code: z.enum(INDICATOR_CODES),
  title: BilingualText,
  means: BilingualText,
  unit: z.enum(Object.keys(INDICATOR_UNITS) as [keyof typeof INDICATOR_UNITS]),
  worst: z.enum(['high', 'low']),
})

const Span = z.object({ from: DayText, until: DayText, at: InstantText, minimumCell: z.number() })

export const GroupFigure = EfficiencyFigure.extend({ group: z.string(), title: BilingualText })
export type GroupFigure = z.infer<typeof GroupFigure>

export const listIndicators = endpoint({
  name: 'listIndicators',
  method: 'GET',
  path: '/api/efficiency/indicators',
  summary: { zh: '效能指标一览', en: 'The figures of efficiency' },
  guard: 'efficiency.read',
  query: Filters,
  answer: Span.extend({ rows: z.array(Indicator.extend({ figure: EfficiencyFigure })) }),
})

export const IndicatorParams = z.object({ code: z.enum(INDICATOR_CODES) })

export const getIndicator = endpoint({
  name: 'getIndicator',
  method: 'GET',
  path: '/api/efficiency/indicators/{code}',
  summary: {
    zh: '一项指标按部门、事项、人员、期间分开，附分布',
    en: 'One figure by department, item, officer or period, with its distribution',
  },
  guard: 'efficiency.read',
  params: IndicatorParams,
  query: Filters.extend({ by: z.enum(DIMENSION_NAMES).default('unit') }),
  answer: Span.extend({
    indicator: Indicator,
    figure: EfficiencyFigure,
    /** `upTo` inclusive, in the unit of the indicator; empty for shares. */
    bars: z.array(z.object({ upTo: z.number(), count: z.number().int() })),
    rows: z.array(GroupFigure),
  }),
})
export type IndicatorAnswer = z.infer<typeof getIndicator.answer>

export const EfficiencyCase = z.object({
  caseNo: z.string(),
  unit: z.string(),
  unitName: BilingualText,
  itemName: BilingualText,
  officer: z.string(),
  officerName: z.string(),
  receivedOn: DayText,
  decidedOn: DayText.nullable(),
  /** What this case adds to the figure; 1 or 0 in a share; null where a list is of no figure. */
  value: z.number().nullable(),
})
export type EfficiencyCase = z.infer<typeof EfficiencyCase>

export const listIndicatorCases = endpoint({
  name: 'listIndicatorCases',
  method: 'GET',
  path: '/api/efficiency/indicators/{code}/cases',
  summary: { zh: '一个数字背后的办件', en: 'The cases behind a figure, the worst first' },
  guard: 'efficiency.read',
  params: IndicatorParams,
  query: Filters.extend({
    by: z.enum(DIMENSION_NAMES).optional(),
    group: Word.optional(),
    /** Of a share: only those that count for it, or against it. */
    part: z.enum(['hits', 'misses']).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  recorded: 'listed',
  answer: z.object({ total: z.number().int(), rows: z.array(EfficiencyCase) }),
})
