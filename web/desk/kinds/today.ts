import { presentDayAt } from '#ui/index.ts'

/** Offices are in one zone; a traveller's laptop is not. */
export const today = (): string => presentDayAt('+08:00', Date.now())
