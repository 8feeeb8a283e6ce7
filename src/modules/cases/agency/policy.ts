import type { Day } from '#kernel/day.ts'

/** Numbers of agencies by the day from which they hold: local practice, to be set by each place (†). */
interface Dated {
  readonly from: string
  readonly value: number
}

/** Papers go from the village to the township within two working days. */
const HAND_OVER: readonly Dated[] = [{ from: '2000-01-01', value: 2 }]

/** What was decided is with the resident within two working days after the agent has it. */
const BRING_BACK: readonly Dated[] = [{ from: '2000-01-01', value: 2 }]

/** An agent to whom nobody has come for so many calendar days is looked at. */
const QUIET: readonly Dated[] = [{ from: '2000-01-01', value: 30 }]

const inForce = (numbers: readonly Dated[], today: Day): number =>
  numbers.findLast(({ from }) => from <= today)?.value ?? numbers[0]?.value ?? 0

export const handOverDays = (today: Day): number => inForce(HAND_OVER, today)
export const bringBackDays = (today: Day): number => inForce(BRING_BACK, today)
export const quietDays = (today: Day): number => inForce(QUIET, today)
