import { z } from 'zod'
import { Code } from './hall-shapes.ts'
import { PRIORITY_REASONS } from './terms.ts'

export const HallParams = z.object({ hall: Code })
export const Item = z.string().min(1).max(80)
export const Priority = z.enum(PRIORITY_REASONS).nullable().default(null)
