import { limitInWords, parseLimit, statutoryTerms } from '#engines/clocks/index.ts'
import type { Entered, MatterClocks } from '#engines/clocks/stored/index.ts'
import type { LivingCase } from '../case.ts'
import { caseStream } from '../case-events.ts'
import { refuse } from './refusals.ts'

/** 行政许可法 45: how long the special procedure takes is said in writing, and never longer than the guide announced. */
export function timeNeeded(
  { plan }: LivingCase,
  { ground, needs, told }: { readonly ground: string; readonly needs: string | null; readonly told: boolean },
): string | undefined {
  const announced = plan.special?.find(({ kind }) => kind === ground)
  const time = needs ?? announced?.limit
  if (time === undefined) {
    if (told) throw refuse('special.needs-unsaid')
    return undefined
  }
  if (announced && isLonger(time, announced.limit))
    throw refuse('special.longer-than-announced', {
      name: announced.name.zh,
      announced: limitInWords(parseLimit(announced.limit)).zh,
      needs: limitInWords(parseLimit(time)).zh,
    })
  return time
}

/** Only like is compared with like: days of another kind are the head's to answer for. */
function isLonger(one: string, other: string): boolean {
  const [left, right] = [parseLimit(one), parseLimit(other)]
  return left.unit === right.unit && left.length > right.length
}

const idOf = (caseNo: string) => `${caseNo}/special`

/** The days that were said have a clock of their own: a procedure that never ends would stop the law's for good. */
export async function startSpecial(clocks: MatterClocks, after: LivingCase, entered: Entered): Promise<void> {
  const { caseNo, plan, suspension } = after
  if (!suspension?.needs) return
  const terms = statutoryTerms('XK-16', {
    from: entered.now,
    handlingUnit: plan.unit,
    limit: parseLimit(suspension.needs),
  })
  const clock = { ...terms, kind: 'other' as const, citation: '行政许可法 45' }
  await clocks.start([{ id: idOf(caseNo), subject: caseStream(caseNo), terms: clock }], entered)
}

export async function stopSpecial(
  clocks: MatterClocks,
  { caseNo, suspension }: LivingCase,
  entered: Entered,
): Promise<void> {
  if (suspension?.needs) await clocks.stop(caseStream(caseNo), idOf(caseNo), '特别程序结束 ended', entered)
}
