import { z } from 'zod'
import { type Day, type EpochMs, isDay } from '#kernel/day.ts'

export const instant = z.date().transform(Number)
export const text = (at: EpochMs) => new Date(at).toISOString()
export const DayColumn = z.custom<Day>((value) => typeof value === 'string' && isDay(value))
