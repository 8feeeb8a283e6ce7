/** The questions of equal treatment; see `sides.ts`. */
export const SIDE_NAMES = ['word', 'known', 'local'] as const
export type SideName = (typeof SIDE_NAMES)[number]
