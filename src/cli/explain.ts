import { isRefusal, defineRefusals } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import {
  calendarNow,
  caseView,
  explainClock,
  findLogs,
  getCaseRow,
  readClockName,
} from '#modules/supervision/index.ts'
import { printJson, readArguments } from './arguments.ts'
import { withDatabase } from './database.ts'
import { explainFile, printPanel } from './explain-file.ts'
import type { Command, CommandIo } from './io.ts'
import { jurisdictionAsked, scopeOnMachine } from './jurisdiction.ts'

const refuse = defineRefusals({
  'explain.what': {
    status: 422,
    zh: '请给出办件编号（或 日志/办件编号）或时限编号，例如 xiaoneng explain demo/QH-2026-00012',
    en: 'give a case (or LOG/CASE) or a clock, like xiaoneng explain demo/QH-2026-00012',
  },
  'explain.not-found': {
    status: 404,
    zh: '没有办件或时限“{text}”',
    en: 'there is no case and no clock "{text}"',
  },
  'explain.as-of': {
    status: 422,
    zh: '“{text}”不是有效时刻，请写成 2026-03-02T09:30:00+08:00',
    en: '"{text}" is no instant; write it like 2026-03-02T09:30:00+08:00',
  },
})

type Explanation = Awaited<ReturnType<typeof explainClock>>

/** `xiaoneng explain CASE|CLOCK`: every clock of a case, or one of them, day by day. */
export const explainCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng explain CASE|CLOCK [--as-of INSTANT] [--json]',
    help: `
说明一件办件各时限（或某一个时限）的到期日是怎样算出来的，逐日列出；--as-of 按当时所知回看。
Explains the due instants of a case (or of one clock) day by day; --as-of looks back at what was known then.

  CASE   办件编号，或 日志/办件编号 / the number of a case, or LOG/CASE
  CLOCK  时限编号，如 demo.statutory0.QH-2026-00012 / a clock as pages and answers name it`,
    options: { 'as-of': { type: 'string' } },
  })
  if (!read) return 0
  const [what, ...more] = read.positionals
  if (what === undefined || more.length > 0) throw refuse('explain.what')
  const asOf = instantAsked(read.values['as-of'] as string | undefined)
  const found = await withDatabase(io, async (database) =>
    database.read(scopeOnMachine(await jurisdictionAsked(io, database)), async (db) => {
      const panels = await explainFile(db, what, asOf)
      if (panels) return { panels }
      const explanations: Explanation[] = []
      for (const clock of await clocksAsked(db, what, io))
        explanations.push(await explainClock(db, clock, { asOf, now: io.now() }))
      return { explanations }
    }),
  )
  if (read.values.json) printJson(io, found.panels ?? found.explanations)
  else if (found.panels) found.panels.forEach((panel) => printPanel(io, panel))
  else found.explanations.forEach((one) => print(io, one))
  return 0
}

function instantAsked(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const at = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw refuse('explain.as-of', { text })
  return at
}

/** A clock by its own name; otherwise all clocks of the case, which is looked for in every log unless one is named. */
async function clocksAsked(db: Db, text: string, io: CommandIo): Promise<string[]> {
  const logs = (await findLogs(db)).map(({ log }) => log)
  const place = readClockName(text)
  if (place && logs.includes(place.log)) return [text]
  const candidates = logs.map(
    (log) => [log, text.startsWith(`${log}/`) ? text.slice(log.length + 1) : text] as const,
  )
  for (const [log, caseId] of candidates) {
    if (!(await isCase(db, log, caseId))) continue
    const { clocks } = await caseView(db, log, caseId, { now: io.now(), calendar: await calendarNow(db) })
    return clocks.map(({ clock }) => clock)
  }
  throw refuse('explain.not-found', { text })
}

const isCase = (db: Db, log: string, caseId: string): Promise<boolean> =>
  getCaseRow(db, log, caseId).then(
    () => true,
    (error: unknown) => {
      if (isRefusal(error)) return false
      throw error
    },
  )

function print(io: CommandIo, { clock, dueAt, provisional, summary, steps, changes }: Explanation): void {
  io.stdout.write(`${clock}  ${dueAt}${provisional ? '  暂定 provisional' : ''}\n`)
  io.stdout.write(`  ${summary.zh}\n  ${summary.en}\n`)
  for (const { day, count, text } of steps) {
    const number = count === null ? '' : String(count)
    io.stdout.write(`  ${(day ?? '').padEnd(10)} ${number.padStart(3)}  ${text.zh} / ${text.en}\n`)
  }
  for (const { at, from, to, why } of changes)
    io.stdout.write(`  ${at}: ${from} → ${to}  ${why.zh} / ${why.en}\n`)
}
