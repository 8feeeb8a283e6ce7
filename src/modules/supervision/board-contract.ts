import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { SIDE_NAMES } from './side-shapes.ts'
import { EfficiencyCase, EfficiencyFigure, SpanQuery } from './efficiency-contract.ts'
import { SIGNAL_CODES } from './signal-shapes.ts'

const Word = z.string().max(300)
const Count = z.number().int()

const answerOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ from: DayText, until: DayText, minimumCell: z.number(), rows: z.array(row) })

const Unit = z.object({ unit: z.string(), unitName: BilingualText })
const Item = z.object({ item: z.string(), itemName: BilingualText })

export const SignalView = z.object({
  key: z.string(),
  code: z.enum(SIGNAL_CODES),
  title: BilingualText,
  /** The promise of the mission that it watches over. */
  row: z.string(),
  ...Unit.shape,
  subject: z.string(),
  subjectName: BilingualText,
  because: BilingualText,
  cases: Count,
})
export type SignalView = z.infer<typeof SignalView>

export const listSignals = endpoint({
  name: 'listSignals',
  method: 'GET',
  path: '/api/efficiency/signals',
  summary: { zh: '提示：值得有人看一看的地方', en: 'Signals: what somebody should look at' },
  guard: 'efficiency.read',
  query: SpanQuery,
  answer: answerOf(SignalView),
})

export const WindowWeekView = z.object({
  key: z.string(),
  ...Unit.shape,
  week: DayText,
  received: Count,
  accepted: Count,
  decided: Count,
  byWindow: Count,
  certificates: Count,
})
export type WindowWeekView = z.infer<typeof WindowWeekView>

export const listWindowWeeks = endpoint({
  name: 'listWindowWeeks',
  method: 'GET',
  path: '/api/efficiency/boards/windows',
  summary: {
    zh: '各部门窗口每周收件、决定、发证',
    en: 'What each department takes in, decides and issues, by week',
  },
  guard: 'efficiency.read',
  query: SpanQuery,
  answer: answerOf(WindowWeekView),
})

export const CentralView = z.object({
  key: z.string(),
  ...Unit.shape,
  month: z.string(),
  /** Items handled wholly in the hall by all that should be and were used; null: none was. */
  rate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  items: Count,
  wholly: z.array(Item),
  partly: z.array(Item),
  dead: z.array(Item),
  unused: Count,
  whollyCases: Count,
  partlyCases: Count,
})
export type CentralView = z.infer<typeof CentralView>

export const listCentralRates = endpoint({
  name: 'listCentralRates',
  method: 'GET',
  path: '/api/efficiency/boards/central',
  summary: { zh: '集中办公率（按部门、按月）', en: 'Rate of central handling, by department and month' },
  guard: 'efficiency.read',
  query: SpanQuery,
  answer: answerOf(CentralView),
})

export const TierView = z.object({
  key: z.string(),
  tier: z.string(),
  tierName: BilingualText,
  week: DayText,
  received: Count,
  decided: Count,
  onTime: EfficiencyFigure,
  days: EfficiencyFigure,
  satisfied: EfficiencyFigure,
  atOnce: EfficiencyFigure,
  isMissing: z.boolean(),
})
export type TierView = z.infer<typeof TierView>

export const listTierWeeks = endpoint({
  name: 'listTierWeeks',
  method: 'GET',
  path: '/api/efficiency/boards/tiers',
  summary: { zh: '市、区、镇、村每周并列', en: 'All tiers side by side, week by week' },
  guard: 'efficiency.read',
  query: SpanQuery,
  answer: answerOf(TierView),
})

const PeriodView = z.object({
  version: Count,
  from: DayText,
  steps: Count,
  forms: Count,
  materials: Count,
  plannedVisits: Count,
  committed: z.string().nullable(),
  cases: Count,
  days: EfficiencyFigure,
  seals: EfficiencyFigure,
  visits: EfficiencyFigure,
})

export const ChangeView = z.object({
  key: z.string(),
  ...Unit.shape,
  ...Item.shape,
  before: PeriodView,
  after: PeriodView,
  /** Chance that a case after took longer than one before, with its interval; 0.5: no difference. */
  slower: z.object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    isMarked: z.boolean(),
  }),
  flags: z.array(z.object({ code: z.enum(SIGNAL_CODES), title: BilingualText })),
})
export type ChangeView = z.infer<typeof ChangeView>

export const listChanges = endpoint({
  name: 'listChanges',
  method: 'GET',
  path: '/api/efficiency/boards/changes',
  summary: {
    zh: '改革前后：环节、手续与实际用时',
    en: 'Before and after a change: steps, formalities, real days',
  },
  guard: 'efficiency.read',
  query: SpanQuery,
  answer: answerOf(ChangeView),
})

export const BurdenView = z.object({
  key: z.string(),
  ...Unit.shape,
  ...Item.shape,
  cases: Count,
  seals: EfficiencyFigure,
  visits: EfficiencyFigure,
  sealTarget: z.number(),
  visitTarget: z.number(),
  unlogged: Count,
  isOverTarget: z.boolean(),
})
export type BurdenView = z.infer<typeof BurdenView>

export const listBurdens = endpoint({
  name: 'listBurdens',
  method: 'GET',
  path: '/api/efficiency/boards/burdens',
  summary: { zh: '盖章与跑动排行', en: 'Items by seals and visits' },
  guard: 'efficiency.read',
  query: SpanQuery,
  answer: answerOf(BurdenView),
})

const Comparison = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  isMarked: z.boolean(),
})
const SideView = z.object({
  title: BilingualText,
  cases: Count,
  granted: z.object({ hits: Count, of: Count }),
  /** Median time by the item's usual time; 1 is as usual. */
  pace: z.number().nullable(),
})

export const SideComparisonView = z.object({
  key: z.enum(SIDE_NAMES),
  title: BilingualText,
  one: SideView,
  other: SideView,
  slower: Comparison,
  granted: Comparison,
  grantedCrude: Comparison,
  isSmall: z.boolean(),
})
export type SideComparisonView = z.infer<typeof SideComparisonView>

export const listSides = endpoint({
  name: 'listSides',
  method: 'GET',
  path: '/api/efficiency/boards/sides',
  summary: { zh: '四个不一样：用时与结果的比较', en: 'Equal treatment: time and outcome by group' },
  guard: 'efficiency.read',
  query: SpanQuery,
  answer: answerOf(SideComparisonView),
})

export const DraggedView = z.object({
  ...EfficiencyCase.shape,
  days: z.number(),
  usual: z.number(),
  /** Longer procedures asked for afterwards: they excuse nothing. */
  raised: Count,
})
export type DraggedView = z.infer<typeof DraggedView>

export const listDragged = endpoint({
  name: 'listDragged',
  method: 'GET',
  path: '/api/efficiency/boards/dragged',
  summary: { zh: '容易的事拖成难事', en: 'Simple cases open far beyond their usual time' },
  guard: 'efficiency.read',
  recorded: 'listed',
  answer: z.object({ rows: z.array(DraggedView) }),
})

export const SourceView = z.object({
  log: z.string(),
  source: z.string(),
  ...Unit.shape,
  lastAt: InstantText.nullable(),
  silentDays: Count,
  missing: Count,
  /** Within two months: told long after they happened, and told again with another content. */
  late: Count,
  edited: Count,
  days: z.array(z.object({ day: DayText, messages: Count, oldestDays: Count })),
  failures: z.array(
    z.object({
      code: z.string(),
      reports: Count,
      events: Count,
      lastAt: InstantText,
      because: BilingualText,
    }),
  ),
  flags: z.array(z.object({ code: z.enum(SIGNAL_CODES), title: BilingualText })),
})
export type SourceView = z.infer<typeof SourceView>

export const listSources = endpoint({
  name: 'listSources',
  method: 'GET',
  path: '/api/efficiency/boards/sources',
  summary: {
    zh: '数据报送：到达、缺号、退回',
    en: 'Transfers: what arrived, what is missing, what was refused',
  },
  guard: 'efficiency.read',
  answer: z.object({
    rows: z.array(SourceView),
    /** Departments with items of which nothing is known at all. */
    silent: z.array(Unit),
  }),
})

export const checkSources = endpoint({
  name: 'checkSources',
  method: 'POST',
  path: '/api/efficiency/boards/sources/check',
  summary: {
    zh: '核对数据报送：有问题的立为问题发现（系统每小时也会核对）',
    en: 'Check the transfers: what is wrong becomes a finding (the platform does so every hour as well)',
  },
  guard: 'cards.judge',
  answer: z.object({ findings: Count }),
})

export const BOARDS = [
  'windows',
  'central',
  'tiers',
  'changes',
  'burdens',
  'sides',
  'reform',
  'signals',
] as const

export const listBoardCases = endpoint({
  name: 'listBoardCases',
  method: 'GET',
  path: '/api/efficiency/boards/{board}/cases',
  summary: { zh: '一栏数字背后的办件', en: 'The cases behind a number of a board' },
  guard: 'efficiency.read',
  params: z.object({ board: z.enum(BOARDS) }),
  query: SpanQuery.extend({ key: Word, what: z.string().max(40).default('') }),
  recorded: 'listed',
  answer: z.object({ total: Count, rows: z.array(EfficiencyCase) }),
})
