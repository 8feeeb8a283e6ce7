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

/** 服务渠道: the ways of being served that a hall has registered. */
export const HALL_CHANNELS = ['counter', 'web', 'phone', 'agent', 'post'] as const
export type HallChannel = (typeof HALL_CHANNELS)[number]
