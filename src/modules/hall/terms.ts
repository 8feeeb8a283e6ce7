import type { Bilingual } from '#kernel/refusal.ts'

export const COUNTER_STATES = ['open', 'paused', 'closed'] as const
export type CounterState = (typeof COUNTER_STATES)[number]

export const COUNTER_STATE_NAMES: Record<CounterState, Bilingual> = {
  open: { zh: '开放', en: 'Open' },
  paused: { zh: '暂停', en: 'Paused' },
  closed: { zh: '关闭', en: 'Closed' },
}

export const HALVES = ['morning', 'afternoon'] as const
export type Half = (typeof HALVES)[number]

export const HALF_NAMES: Record<Half, Bilingual> = {
  morning: { zh: '上午', en: 'Morning' },
  afternoon: { zh: '下午', en: 'Afternoon' },
}

export const HALL_LEVELS = ['city', 'district', 'county', 'township', 'village'] as const
export type HallLevel = (typeof HALL_LEVELS)[number]

export const HALL_LEVEL_NAMES: Record<HallLevel, Bilingual> = {
  city: { zh: '市级', en: 'City' },
  district: { zh: '区级', en: 'District' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡镇（街道）级', en: 'Township' },
  village: { zh: '村（社区）级', en: 'Village' },
}

/** 服务渠道: the ways of being served that a hall has registered. */
export const HALL_CHANNELS = ['counter', 'web', 'phone', 'agent', 'post'] as const
export type HallChannel = (typeof HALL_CHANNELS)[number]

export const HALL_CHANNEL_NAMES: Record<HallChannel, Bilingual> = {
  counter: { zh: '窗口', en: 'Counter' },
  web: { zh: '网上', en: 'Online' },
  phone: { zh: '电话', en: 'Phone' },
  agent: { zh: '代办', en: 'Agent' },
  post: { zh: '邮寄', en: 'Post' },
}

/** 工作牌: how it stands with a badge on a day. */
export const BADGE_STATES = ['valid', 'expired', 'returned', 'lost'] as const
export type BadgeStanding = (typeof BADGE_STATES)[number]

export const BADGE_STATE_NAMES: Record<BadgeStanding, Bilingual> = {
  valid: { zh: '在用', en: 'In use' },
  expired: { zh: '借用期满', en: 'Loan is over' },
  returned: { zh: '已收回', en: 'Taken back' },
  lost: { zh: '已挂失', en: 'Reported lost' },
}

export type BadgeEnding = 'returned' | 'lost'

/** What is counted of the cases of a department; each figure opens to its cases. */
export const WINDOW_FIGURES = [
  'received',
  'atHall',
  'online',
  'elsewhere',
  'paperOnly',
  'accepted',
  'decided',
  'byWindow',
  'notByWindow',
  'registeredLate',
] as const
export type WindowFigure = (typeof WINDOW_FIGURES)[number]

export const WINDOW_FIGURE_NAMES: Record<WindowFigure, Bilingual> = {
  received: { zh: '收件', en: 'Received' },
  atHall: { zh: '大厅窗口收件', en: 'At a counter of the hall' },
  online: { zh: '网上收件', en: 'Online' },
  elsewhere: { zh: '厅外收件', en: 'Outside the hall' },
  paperOnly: { zh: '只能到窗口办', en: 'Of items without an online way' },
  accepted: { zh: '受理', en: 'Accepted' },
  decided: { zh: '作出决定', en: 'Decided' },
  byWindow: { zh: '窗口人员决定', en: 'Decided by window staff' },
  notByWindow: { zh: '转回部门决定', en: 'Decided inside the department' },
  registeredLate: { zh: '临到决定才登记', en: 'Registered just before the decision' },
}

/** What the figures of a department contradict. */
export const WINDOW_FLAGS = [
  'noCases',
  'elsewhere',
  'notCentral',
  'notOnline',
  'registersOnly',
  'registeredLate',
] as const
export type WindowFlag = (typeof WINDOW_FLAGS)[number]

export const WINDOW_FLAG_NAMES: Record<WindowFlag, Bilingual> = {
  noCases: { zh: '进驻而没有办件', en: 'Stationed, and no cases' },
  elsewhere: { zh: '有窗口仍在厅外收件', en: 'Has counters here and still takes in elsewhere' },
  notCentral: { zh: '称全部集中办理，与办件不符', en: 'Claims central handling; its cases say otherwise' },
  notOnline: { zh: '称全部网上审批，与办件不符', en: 'Claims to be online; its cases say otherwise' },
  registersOnly: { zh: '只挂号、不看病', en: 'Registers but never treats' },
  registeredLate: { zh: '临到决定才登记', en: 'Registers just before deciding' },
}
