import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { defineRefusals } from '#kernel/refusal.ts'
import { type Calendar, calendarFromCsv, chinaCalendar, officeHours } from '#engines/calendar/index.ts'
import { due, type DueQuestion, parseLimit, parseSuspension, type Roll } from '#engines/clocks/index.ts'
import { printJson, readArguments } from './arguments.ts'
import { dueBatch } from './due-batch.ts'
import type { Command, CommandIo, ExitCode } from './io.ts'

const refuse = defineRefusals({
  'due.option-missing': {
    status: 422,
    zh: '缺少 {option}，用法：xiaoneng due --from 2026-03-02 --limit 5W（--help 查看说明）',
    en: '{option} is missing; try xiaoneng due --from 2026-03-02 --limit 5W (--help explains)',
  },
  'due.roll-invalid': {
    status: 422,
    zh: '--roll 只能是 next 或 none，不能是“{roll}”',
    en: '--roll is next or none, not "{roll}"',
  },
  'due.calendar-unreadable': {
    status: 422,
    zh: '读不到日历文件“{file}”，请用 cn 或一个 date,name,kind 的 CSV 文件',
    en: 'cannot read the calendar file "{file}"; give cn or a CSV file date,name,kind',
  },
  'due.unexpected': {
    status: 422,
    zh: '不认识“{word}”，选项见 xiaoneng due --help',
    en: 'do not know what to do with "{word}"; see xiaoneng due --help',
  },
})

const HELP = `
计算期限何时届满，并说明理由。 / When a limit runs out, and why.

  --from INSTANT     开始之日 2026-03-02，或时刻 2026-03-02T09:30:00+08:00；给日得日，给时刻得时刻
                     the trigger: a day gives a day, an instant gives an instant; day 1 is the day after
  --limit LIMIT      5W 工作日 working days · 60D 自然日 calendar days · 24h 小时 hours · 3WH 工作小时 working hours
                     30min · 6M 月 months · 1Y 年 years
  --suspend A..B     中止期间，首尾两日在内，可重复 / suspended time, both ends included; may be repeated; A.. is still open
  --extend LIMIT     经批准的延期，可重复 / an approved extension; may be repeated
  --hours SPANS      办公时间 08:30-17:00 或 08:30-12:00,14:00-17:30 / office hours
  --zone ZONE        时区，默认 Asia/Shanghai / IANA time zone
  --roll next|none   自然日期限止于休息日时是否顺延，默认 next / whether calendar days that end on a rest day move on
  --calendar cn|FILE 日历，默认 cn；或 CSV 文件 date,name,kind（kind 为 off 或 work）/ calendar
  --batch IN.csv --out OUT.csv
                     逐行计算：列名同选项，多个中止用分号隔开，加上 due,provisional 两列；命令行选项作缺省值
                     a file of questions: columns named as the options; the options given are the defaults
  --json             {due, provisional, reasons}

退出码 / exit codes: 0 完成 done · 2 输入有误 bad input
`

const OPTIONS = {
  from: { type: 'string' },
  limit: { type: 'string' },
  suspend: { type: 'string', multiple: true },
  extend: { type: 'string', multiple: true },
  hours: { type: 'string' },
  zone: { type: 'string' },
  roll: { type: 'string' },
  calendar: { type: 'string' },
  batch: { type: 'string' },
  file: { type: 'string' },
  out: { type: 'string' },
} as const

/** One question as text, from the options or from a row of a batch. */
export interface QuestionText {
  readonly from?: string
  readonly limit?: string
  /** Several, parted by semicolons. */
  readonly suspend?: string
  readonly extend?: string
  readonly hours?: string
  readonly zone?: string
  readonly roll?: string
  readonly calendar?: string
}

/** `xiaoneng due`: one due date with its reasons, or a file of them. */
export const dueCommand: Command = async (args, io): Promise<ExitCode> => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng due --from INSTANT --limit 5W|60D|24h|3WH [options] | --batch IN.csv --out OUT.csv',
    help: HELP,
    options: OPTIONS,
  })
  if (!read) return 0
  const { values, positionals } = read
  if (positionals.length > 0) throw refuse('due.unexpected', { word: positionals.join(' ') })
  const { batch = values.file, out, json, suspend, extend, ...rest } = values
  const given: QuestionText = { ...rest, suspend: suspend?.join(';'), extend: extend?.join(';') }
  const questions = questionReader(io)
  if (batch !== undefined || out !== undefined) {
    if (batch === undefined) throw refuse('due.option-missing', { option: '--batch' })
    if (out === undefined) throw refuse('due.option-missing', { option: '--out' })
    return dueBatch(
      { batch: resolve(io.cwd, batch), out: resolve(io.cwd, out), given, questions, json: json === true },
      io,
    )
  }
  const question = await questions(given)
  const answer = due(question)
  if (json) printJson(io, { ...answer, at: undefined, calendar: question.calendar.version })
  else io.stdout.write(inWords(answer))
  return 0
}

function inWords({ due: date, provisional, reasons }: ReturnType<typeof due>): string {
  const mark = provisional ? '（暂定 provisional）' : ''
  const lines = reasons.map(({ zh, en }) => `  · ${zh}\n    ${en}`)
  return `${date ?? '中止中，尚不能确定 / suspended: not known yet'}${date === null ? '' : mark}\n${lines.join('\n')}\n`
}

export type QuestionReader = (text: QuestionText) => Promise<DueQuestion>

/** Reads questions; a calendar file is read once however many rows name it. */
function questionReader(io: CommandIo): QuestionReader {
  const calendars = new Map<string, Promise<Calendar>>()
  const calendarOf = (name: string) => {
    const found = calendars.get(name) ?? loadCalendar(name, io.cwd)
    calendars.set(name, found)
    return found
  }
  return async (text) => {
    if (!text.from) throw refuse('due.option-missing', { option: '--from' })
    if (!text.limit) throw refuse('due.option-missing', { option: '--limit' })
    return {
      from: text.from,
      limit: parseLimit(text.limit),
      suspensions: listOf(text.suspend).map(parseSuspension),
      extensions: listOf(text.extend).map(parseLimit),
      calendar: await calendarOf(text.calendar || 'cn'),
      ...(text.hours ? { hours: officeHours(text.hours) } : {}),
      ...(text.zone ? { zone: text.zone } : {}),
      ...(text.roll ? { roll: rollOf(text.roll) } : {}),
    }
  }
}

const listOf = (text = ''): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)

function rollOf(roll: string): Roll {
  if (roll !== 'next' && roll !== 'none') throw refuse('due.roll-invalid', { roll })
  return roll
}

async function loadCalendar(name: string, cwd: string): Promise<Calendar> {
  if (name === 'cn') return chinaCalendar()
  let text: string
  try {
    text = await readFile(resolve(cwd, name), 'utf8')
  } catch {
    throw refuse('due.calendar-unreadable', { file: name })
  }
  return calendarFromCsv(text, { id: name })
}
