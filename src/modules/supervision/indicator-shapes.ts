import type { Bilingual } from '#kernel/refusal.ts'

/** 分组: along what a figure is taken apart. */
export const DIMENSIONS = {
  unit: { zh: '部门', en: 'Department' },
  item: { zh: '事项', en: 'Item' },
  officer: { zh: '人员', en: 'Officer' },
  week: { zh: '周', en: 'Week' },
  month: { zh: '月', en: 'Month' },
  quarter: { zh: '季度', en: 'Quarter' },
  channel: { zh: '渠道', en: 'Channel' },
  place: { zh: '受理地点', en: 'Where it was handed in' },
  tier: { zh: '层级', en: 'Tier' },
  version: { zh: '事项版本', en: 'Version of the item' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type Dimension = keyof typeof DIMENSIONS
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as Dimension[]

export const INDICATOR_UNITS = {
  share: { zh: '%', en: '%' },
  workingDays: { zh: '工作日', en: 'working days' },
  officeHours: { zh: '办公小时', en: 'office hours' },
  times: { zh: '次', en: 'times' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type IndicatorUnit = keyof typeof INDICATOR_UNITS

interface IndicatorTerm extends Bilingual {
  readonly unit: IndicatorUnit
  /** What a slow or bad case looks like: the end of the list that is shown first. */
  readonly worst: 'high' | 'low'
  /** What counts, in one sentence. */
  readonly means: Bilingual
}

/** 效能指标: what each counts, and what it leaves out. */
export const INDICATORS = {
  onTime: {
    ...{ zh: '按时办结率', en: 'Decided in time', unit: 'share', worst: 'low' },
    means: {
      zh: '在法定和承诺时限（取先到者）内作出决定的占比；在办而已超时的按超时计，视为准予按超时计。',
      en: 'Decided within the nearer of the legal and the promised limit. Open cases past it count as late, so do cases granted by silence.',
    },
  },
  startDays: {
    ...{
      zh: '慢办事：收件到答复',
      en: 'Slow to start: until the first answer',
      unit: 'workingDays',
      worst: 'high',
    },
    means: {
      zh: '从收件到受理、不予受理或一次性告知。',
      en: 'From receipt to acceptance, refusal or the notice of what is missing.',
    },
  },
  handlingDays: {
    ...{
      zh: '办事慢：受理到决定',
      en: 'Slow to do: acceptance to decision',
      unit: 'workingDays',
      worst: 'high',
    },
    means: {
      zh: '扣除等待申请人和特别程序的时间。',
      en: 'Without the time in which the applicant or a special procedure was awaited.',
    },
  },
  never: {
    ...{ zh: '不办事：久无决定', en: 'Not done: never decided', unit: 'share', worst: 'high' },
    means: {
      zh: '收件后超过设定工作日仍无决定，或者靠期限届满视为准予的占比；不与前两项平均。',
      en: 'No decision long after receipt, or granted only by silence. Never averaged with the other two.',
    },
  },
  totalDays: {
    ...{ zh: '收件到决定', en: 'Receipt to decision', unit: 'workingDays', worst: 'high' },
    means: {
      zh: '办结件全程工作日，扣除外部等待；看中位数和九成位，不看平均。',
      en: 'Working days of decided cases without waiting for outsiders: median and ninth decile, not the mean.',
    },
  },
  deliverDays: {
    ...{ zh: '决定到送达', en: 'Decision to delivery', unit: 'workingDays', worst: 'high' },
    means: { zh: '决定作出后几个工作日送达。', en: 'Working days from the decision until it was delivered.' },
  },
  firstActHours: {
    ...{
      zh: '马上就办：到手到第一次实际办理',
      en: 'Do it right now: arrival to the first real act',
      unit: 'officeHours',
      worst: 'high',
    },
    means: {
      zh: '办件到某人手上到其实际办理；点开、指派、退回后又重办的不算，时间接着算。',
      en: 'From arriving on a desk to the act that moved the case. Opening, assigning, or finishing what is sent back does not count: the time runs on.',
    },
  },
  decideDays: {
    ...{
      zh: '果断决策：材料齐备到决定',
      en: 'Deciding: file ready to decision',
      unit: 'workingDays',
      worst: 'high',
    },
    means: {
      zh: '全部环节办完、只差决定起算；再送去征求意见不重新起算。',
      en: 'From when only the decision was missing; sending the file round again does not start it anew.',
    },
  },
  idleDays: {
    ...{ zh: '空转工作日', en: 'Idle working days', unit: 'workingDays', worst: 'high' },
    means: {
      zh: '没有等待外部、也没有任何办理动作的工作日。',
      en: 'Working days on which nobody outside was awaited and nothing was done.',
    },
  },
  lastDay: {
    ...{ zh: '到期日才决定', en: 'Decided on the very last day', unit: 'share', worst: 'high' },
    means: { zh: '决定日就是时限最后一天的占比。', en: 'Decided on the last day of the limit.' },
  },
  wholly: {
    ...{ zh: '全程在厅办理', en: 'Handled wholly in the hall', unit: 'share', worst: 'low' },
    means: {
      zh: '在大厅或网上收件，每个环节和决定都由佩戴大厅工作牌的人员办理。',
      en: 'Handed in at the hall or online, and every step and the decision by people who wear a badge of the hall.',
    },
  },
  byWindow: {
    ...{ zh: '窗口决定', en: 'Decided at the window', unit: 'share', worst: 'low' },
    means: { zh: '由大厅窗口人员作出的决定占比。', en: 'Decisions taken by people of the window.' },
  },
  granted: {
    ...{ zh: '准予', en: 'Granted', unit: 'share', worst: 'low' },
    means: { zh: '作出决定的办件中准予的占比。', en: 'Granted, of all that were decided.' },
  },
  seals: {
    ...{ zh: '每件盖章（签批）', en: 'Seals and signatures a case', unit: 'times', worst: 'high' },
    means: {
      zh: '事件里实际发生的环节意见和决定，重办一次再算一次。',
      en: 'Opinions and decisions that really happened, each time anew when a step is done again.',
    },
  },
  visits: {
    ...{ zh: '每件跑动', en: 'Visits a case', unit: 'times', worst: 'high' },
    means: {
      zh: '申请人到现场的天数：交件、补件、听证、领取。同一天只算一次。',
      en: 'Days on which the applicant came: to hand in, to supply, to be heard, to collect; a day counts once.',
    },
  },
  atOnce: {
    ...{ zh: '环节一次性补录', en: 'Steps entered all at once', unit: 'share', worst: 'high' },
    means: {
      zh: '全部环节和决定在几分钟内录完：过程没有随办随记，申请人看不到进度。',
      en: 'All steps and the decision within minutes: written down afterwards, so the applicant saw no progress.',
    },
  },
  satisfied: {
    ...{ zh: '满意', en: 'Satisfied', unit: 'share', worst: 'low' },
    means: { zh: '评价为满意及以上或基本满意的占比。', en: 'Ratings that are not dissatisfied.' },
  },
} as const satisfies Readonly<Record<string, IndicatorTerm>>

export type IndicatorCode = keyof typeof INDICATORS
export const INDICATOR_CODES = Object.keys(INDICATORS) as IndicatorCode[]

export const TIERS = {
  city: { zh: '市', en: 'City' },
  district: { zh: '区', en: 'District' },
  county: { zh: '县', en: 'County' },
  township: { zh: '镇（街道）', en: 'Township' },
  village: { zh: '村（社区）', en: 'Village' },
} as const satisfies Readonly<Record<string, Bilingual>>

export const PLACES = {
  hall: { zh: '大厅窗口', en: 'Counter of the hall' },
  online: { zh: '网上', en: 'Online' },
  agent: { zh: '代办', en: 'Through an agent' },
  elsewhere: { zh: '厅外', en: 'Outside the hall' },
} as const satisfies Readonly<Record<string, Bilingual>>
