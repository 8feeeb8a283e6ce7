import type { Caller } from '#platform/http/index.ts'
import { refuse } from './refusals.ts'

export const runsHall = ({ roles, unit }: Caller, hallUnit: string): boolean =>
  roles.includes('unitHead') && unit === hallUnit

/** The system administrator sets everything up; the head of the unit that runs a hall arranges that hall. */
export const runsOrSetsUp = (caller: Caller, hallUnit: string): boolean =>
  caller.roles.includes('systemAdministrator') || runsHall(caller, hallUnit)

export function mustRun(caller: Caller, hallUnit: string): void {
  if (!runsOrSetsUp(caller, hallUnit)) throw refuse('hall.not-the-manager')
}

/** The head of a unit names whom of his people he sends to a counter that serves his unit alone. */
export const mayName = (caller: Caller, hallUnit: string, served: readonly string[]): boolean =>
  runsOrSetsUp(caller, hallUnit) || served.every((unit) => runsHall(caller, unit))
