import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { MeasureView } from './measure-contract.ts'
import { SETTING_NAMES } from './setting-shapes.ts'
import { STYLES, UNIT_FLAGS } from './terms.ts'

const Counts = z.record(z.string(), z.number().int())
const Unit = z.object({ unit: z.string(), name: BilingualText })

export const UnitRow = z.object({
  unit: Unit,
  problems: z.number().int(),
  open: z.number().int(),
  closed: z.number().int(),
  measures: z.number().int(),
  overdue: z.number().int(),
  atOnce: z.number().int(),
  relapses: z.number().int(),
  falseClosures: z.number(),
  grave: z.number().int(),
  heard: z.number().int(),
  signedOn: DayText.nullable(),
  flags: z.array(z.enum(UNIT_FLAGS)),
})
export type UnitRow = z.infer<typeof UnitRow>

export const rectificationBoard = endpoint({
  name: 'rectificationBoard',
  method: 'GET',
  path: '/api/rectification/board',
  summary: { zh: '整改总表', en: 'The register in numbers' },
  guard: 'rectification.read',
  query: z.object({ period: z.string().max(80).optional() }),
  answer: z.object({
    problems: z.number().int(),
    measures: z.number().int(),
    withoutMeasure: z.number().int(),
    overdueMeasures: z.number().int(),
    atOnce: z.number().int(),
    atOnceDone: z.number().int(),
    published: z.number().int(),
    byUnit: Counts,
    byCategory: Counts,
    bySource: Counts,
    byTriage: Counts,
    byState: Counts,
    byFlag: Counts,
    /** More than the share in force stands as "other". */
    mostlyOther: z.boolean(),
    units: z.array(UnitRow),
    clusters: z.array(
      z.object({
        problems: z.array(z.string()),
        units: z.array(Unit),
        fact: z.string(),
        measure: z.string().nullable(),
      }),
    ),
    /** Own lists that the reader may sign. */
    maySign: z.boolean(),
  }),
})

export const signList = endpoint({
  name: 'signRectificationList',
  method: 'POST',
  path: '/api/rectification/lists/{unit}/signature',
  summary: { zh: '负责人签字确认问题清单', en: 'The head of a unit signs its list' },
  guard: 'rectification.act',
  params: z.object({ unit: z.string().max(80) }),
  answer: UnitRow,
})

export const listReaders = endpoint({
  name: 'listReaderComments',
  method: 'GET',
  path: '/api/rectification/comments',
  summary: { zh: '群众对公开承诺的意见', en: 'What readers wrote about commitments' },
  guard: 'rectification.keep',
  answer: z.object({
    rows: z.array(
      z.object({
        measure: z.string(),
        unit: Unit,
        action: z.string(),
        comment: z.string(),
        at: InstantText,
        solved: z.boolean(),
        text: z.string(),
        answer: z.string().nullable(),
      }),
    ),
  }),
})

const RoundView = z.object({
  round: z.string(),
  title: z.string(),
  drawnAt: InstantText,
  by: z.string(),
  seed: z.number().int(),
  from: z.number().int(),
  measures: z.array(
    z.object({ measure: z.string(), unit: Unit, action: z.string(), stands: z.boolean().nullable() }),
  ),
  falseClosures: z.number().int(),
})
export type RoundView = z.infer<typeof RoundView>

export const listRounds = endpoint({
  name: 'listRectificationRounds',
  method: 'GET',
  path: '/api/rectification/rounds',
  summary: { zh: '已销号措施抽查', en: 'Rounds of checks' },
  guard: 'rectification.keep',
  answer: z.object({ rows: z.array(RoundView) }),
})

export const drawRound = endpoint({
  name: 'drawRectificationRound',
  method: 'POST',
  path: '/api/rectification/rounds',
  summary: { zh: '随机抽取已验收的措施', en: 'Draw verified measures by chance' },
  guard: 'rectification.keep',
  body: z.object({
    title: z.string().trim().min(2).max(80),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31)
      .optional(),
  }),
  answer: RoundView,
})

const Picture = z.record(
  z.string(),
  z.object({
    complaints: z.number().int(),
    clocks: z.number().int(),
    inspections: z.number().int(),
    others: z.number().int(),
  }),
)
const PeriodView = z.object({
  period: z.string(),
  title: z.string(),
  from: DayText,
  until: DayText,
  lookedFrom: DayText,
  takenAt: InstantText,
  classes: z.array(z.string()),
  picture: Picture,
  end: z.object({ at: InstantText, picture: Picture, reclassified: z.number().int() }).nullable(),
})
export type PeriodView = z.infer<typeof PeriodView>

export const listPeriods = endpoint({
  name: 'listRectificationPeriods',
  method: 'GET',
  path: '/api/rectification/periods',
  summary: { zh: '作风现状分析', en: 'Baselines of campaigns' },
  guard: 'rectification.read',
  answer: z.object({ rows: z.array(PeriodView) }),
})

export const takeBaseline = endpoint({
  name: 'takeRectificationBaseline',
  method: 'POST',
  path: '/api/rectification/periods',
  summary: { zh: '活动前的作风现状分析', en: 'Take the baseline before a campaign' },
  guard: 'rectification.keep',
  body: z.object({
    period: z.string().regex(/^[a-z0-9-]{2,40}$/),
    title: z.string().trim().min(2).max(80),
    from: DayText,
    until: DayText,
  }),
  answer: PeriodView,
})

export const takeEnd = endpoint({
  name: 'takeRectificationEnd',
  method: 'POST',
  path: '/api/rectification/periods/{period}/end',
  summary: { zh: '活动结束时同口径分析', en: 'Take the same measures at the end' },
  guard: 'rectification.keep',
  params: z.object({ period: z.string().max(40) }),
  body: z.object({ classes: z.array(z.enum(STYLES)).optional() }),
  answer: PeriodView,
})

const SettingView = z.object({
  name: z.enum(SETTING_NAMES),
  title: BilingualText,
  value: z.union([z.number(), z.string()]),
  usual: z.union([z.number(), z.string()]),
  made: z.array(
    z.object({ from: DayText, value: z.union([z.number(), z.string()]), reason: z.string(), by: z.string() }),
  ),
})

export const listSettings = endpoint({
  name: 'listRectificationSettings',
  method: 'GET',
  path: '/api/rectification/settings',
  summary: { zh: '整改数值', en: 'The numbers of rectification' },
  guard: 'rectification.read',
  answer: z.object({ rows: z.array(SettingView) }),
})

export const makeSetting = endpoint({
  name: 'setRectificationSetting',
  method: 'POST',
  path: '/api/rectification/settings',
  summary: { zh: '设定整改数值', en: 'Set a number from a day on' },
  guard: 'rectification.keep',
  body: z.object({
    name: z.enum(SETTING_NAMES),
    from: DayText,
    value: z.union([z.number(), z.string().max(1000)]),
    reason: z.string().trim().min(2).max(300),
  }),
  answer: z.object({ rows: z.array(SettingView) }),
})

/** 问题和措施清单: one row a measure; rows of one number are one problem. Columns by their Chinese titles. */
export const importProblems = endpoint({
  name: 'importProblems',
  method: 'POST',
  path: '/api/rectification/sheet',
  summary: { zh: '导入问题和措施清单', en: 'Import problems and measures from a sheet' },
  guard: 'rectification.keep',
  kind: 'upload',
  query: z.object({ name: z.string().max(200), period: z.string().max(40).optional() }),
  answer: z.object({ problems: z.number().int(), joined: z.number().int(), measures: z.number().int() }),
})

export const exportProblems = endpoint({
  name: 'exportProblems',
  method: 'GET',
  path: '/api/rectification/sheet',
  summary: { zh: '导出问题和措施清单', en: 'Export problems and measures as a sheet' },
  guard: 'rectification.read',
  kind: 'stream',
  query: z.object({ as: z.enum(['csv', 'xlsx']).default('xlsx') }),
})

/** The measures that the reader may see, the sooner first. */
export const listMeasures = endpoint({
  name: 'listMeasures',
  method: 'GET',
  path: '/api/rectification/measures',
  summary: { zh: '整改措施清单', en: 'The list of measures' },
  guard: 'rectification.read',
  query: z.object({
    state: z.enum(['open', 'handedIn', 'verified']).optional(),
    unit: z.string().max(80).optional(),
  }),
  answer: z.object({ rows: z.array(MeasureView), total: z.number().int() }),
})
