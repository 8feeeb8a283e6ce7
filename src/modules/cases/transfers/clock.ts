import { type ClockTerms, parseLimit } from '#engines/clocks/index.ts'
import type { Entered, MatterClocks } from '#engines/clocks/stored/index.ts'
import { caseStream } from '../case-events.ts'
import { responsibilityNumbers } from '../responsibility-numbers.ts'
import type { TransferEvent } from './events.ts'

/** † Until when the coordinator rules. The clocks of the case itself run on meanwhile. */
export async function runRulingClock(
  clocks: MatterClocks,
  { caseNo, event, entered }: { caseNo: string; event: TransferEvent; entered: Entered },
): Promise<void> {
  const [id, subject] = [`${caseNo}/ruling`, caseStream(caseNo)]
  if (event.type === 'TransferRuled') return void (await clocks.stop(subject, id, '已裁定 ruled', entered))
  if (event.type !== 'TransferStopped') return
  const terms: ClockTerms = {
    kind: 'other',
    citation: '本地规定：第三次移交由协调机构裁定（可设置）',
    from: entered.now,
    limit: parseLimit(responsibilityNumbers(entered.now).rulingWithin),
    calendar: 'cn',
    handlingUnit: 'leadership',
    suspendedBy: [],
    onExpiry: 'event',
  }
  await clocks.start([{ id, subject, terms }], entered)
}
