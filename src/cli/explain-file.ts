import type { Db } from '#kernel/sql.ts'
import { clockPanels, findStates } from '#modules/cases/index.ts'
import type { CommandIo } from './io.ts'

type Panel = Awaited<ReturnType<typeof clockPanels>>[number]

/**
 * A case handled on the platform, by its number or by the name of one of its clocks (`<number>/statutory`): its own
 * clocks are explained. Undefined when there is no such case.
 */
export async function explainFile(
  db: Db,
  text: string,
  asOf: number | undefined,
): Promise<Panel[] | undefined> {
  const [caseNo = '', ...clock] = text.replace(/^hall\//, '').split('/')
  if ((await findStates(db, [caseNo])).length === 0) return undefined
  const panels = await clockPanels(db, caseNo, { asOf })
  return clock.length === 0 ? panels : panels.filter((panel) => panel.clock === [caseNo, ...clock].join('/'))
}

export function printPanel(
  io: CommandIo,
  { clock, title, dueAt, provisional, reasons, days, changes }: Panel,
): void {
  const due = dueAt ?? '中止中，暂无到期日 suspended, no due date'
  io.stdout.write(`${clock}  ${title.zh} ${title.en}  ${due}${provisional ? '  暂定 provisional' : ''}\n`)
  for (const { zh, en } of reasons) io.stdout.write(`  ${zh} / ${en}\n`)
  for (const { day, count, why } of days) {
    const number = count === null ? '' : String(count)
    io.stdout.write(`  ${day.padEnd(10)} ${number.padStart(3)}  ${why.zh} / ${why.en}\n`)
  }
  for (const { at, from, to, why } of changes)
    io.stdout.write(`  ${at}: ${from ?? '—'} → ${to ?? '—'}  ${why.zh} / ${why.en}\n`)
}
