import type { EpochMs } from '#kernel/day.ts'

export const instant = (at: EpochMs | null) => (at === null ? null : new Date(at).toISOString())
