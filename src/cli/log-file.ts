import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { defineRefusals } from '#kernel/refusal.ts'
import type { EpochMs } from '#kernel/day.ts'
import { type Calendar, calendarFromCsv } from '#engines/calendar/index.ts'
import type { Histories } from '#engines/histories/index.ts'
import {
  genericProfile,
  lastInstant,
  type LogProfile,
  readProfile,
  timeOf,
  type WorkingTime,
} from '#engines/rules/index.ts'
import { type LogMapping, mappingFile, preset, readHistories } from '#modules/exchange/index.ts'
import { type CompiledPath, compilePublishedPath, pathOfProfile } from '#modules/mining/index.ts'
import type { CommandIo } from './io.ts'

export const refuse = defineRefusals({
  'cli.no-log': {
    status: 422,
    zh: '请用 --file 文件 或 --log 名称 指明要看的日志',
    en: 'say which log: --file FILE or --log NAME',
  },
  'cli.two-mappings': {
    status: 422,
    zh: '--preset 与 --map 只能用一个',
    en: 'give --preset or --map, not both',
  },
  'cli.instant-invalid': {
    status: 422,
    zh: '“{text}”不是有效时刻，请写成 2026-03-02 或 2026-03-02T09:30:00+08:00',
    en: '"{text}" is no instant; write 2026-03-02 or 2026-03-02T09:30:00+08:00',
  },
  'cli.file-unreadable': {
    status: 422,
    zh: '读不到文件“{file}”',
    en: 'cannot read the file "{file}"',
  },
})

/** The options by which a command is told its log; shared by `mine`, `supervise` and `conform`. */
export const LOG_OPTIONS = {
  file: { type: 'string' },
  log: { type: 'string' },
  preset: { type: 'string' },
  map: { type: 'string' },
  zone: { type: 'string' },
  calendar: { type: 'string' },
} as const

export const LOG_HELP = `
  --file FILE        日志文件：XES、CSV、JSONL、XLSX、OCEL 2.0 JSON，可为 .gz；不需要数据库
                     a log file, also gzipped; no database is needed
  --log NAME         已导入的日志 / a log that was imported
  --preset NAME      预设的列与含义 / a preset for its columns and meanings
  --map MAP.yaml     自己的列与含义说明 / a mapping of your own
  --zone ZONE        没有时区的时间按此时区，默认按预设或 Asia/Shanghai / zone of times that state none
  --calendar FILE    工作日历：cn、weekdays 或 CSV 文件 date,name,kind / working-day calendar
`

export interface LogChoice {
  readonly file?: string | undefined
  readonly log?: string | undefined
  readonly preset?: string | undefined
  readonly map?: string | undefined
  readonly zone?: string | undefined
  readonly calendar?: string | undefined
}

/** A log and what it means, wherever it came from. */
export interface OpenedLog {
  readonly histories: Histories
  readonly profile: LogProfile
  readonly calendar: Calendar | undefined
  readonly time: WorkingTime
  /** The published path that the profile names or holds, compiled. */
  readonly path: CompiledPath | undefined
  readonly rejected: number
  readonly zoneAssumed: string | undefined
}

export async function openLogFile(
  choice: LogChoice & { readonly file: string },
  io: CommandIo,
): Promise<OpenedLog> {
  const mapping = mappingOf(choice, io)
  const { histories, rejectedCount, zoneAssumed } = await readHistories(
    resolve(io.cwd, choice.file),
    mapping,
    {
      signal: io.signal,
      onProgress: progressOn(io),
    },
  )
  const folder = choice.map === undefined ? io.cwd : dirname(resolve(io.cwd, choice.map))
  return {
    ...(await meaningOf(histories, mapping, choice, { io, folder })),
    rejected: rejectedCount,
    zoneAssumed,
  }
}

/** Lays the mapping's profile, or a guessed one, over the histories. */
export async function meaningOf(
  histories: Histories,
  mapping: Pick<LogMapping, 'columns' | 'profile'>,
  choice: LogChoice,
  { io, folder }: { readonly io: CommandIo; readonly folder: string },
): Promise<Omit<OpenedLog, 'rejected' | 'zoneAssumed'>> {
  const given = (mapping.profile ?? genericProfile(histories)) as object
  const zone = choice.zone ?? mapping.columns.zone
  const stated = readProfile(zone === undefined || 'zone' in given ? given : { ...given, zone })
  const named = { ...stated, ...(choice.zone ? { zone: choice.zone } : {}) }
  const calendarName = choice.calendar ?? named.calendar
  const calendar = await calendarNamed(calendarName, choice.calendar === undefined ? folder : io.cwd)
  const profile = calendar ? named : { ...named, calendar: calendarName }
  return {
    histories,
    profile,
    calendar,
    time: timeOf(profile, calendar),
    path: await pathOf(profile, folder),
  }
}

function mappingOf({ preset: name, map, zone }: LogChoice, io: CommandIo): LogMapping {
  if (name !== undefined && map !== undefined) throw refuse('cli.two-mappings')
  const mapping =
    name !== undefined
      ? preset(name)
      : map !== undefined
        ? mappingFile(resolve(io.cwd, map))
        : { columns: {} }
  return zone === undefined ? mapping : { ...mapping, columns: { ...mapping.columns, zone } }
}

async function calendarNamed(name: string, folder: string): Promise<Calendar | undefined> {
  if (name === 'cn' || name === 'weekdays') return undefined
  return calendarFromCsv(await fileText(folder, name), { id: name })
}

async function pathOf(profile: LogProfile, folder: string): Promise<CompiledPath | undefined> {
  const { path } = profile
  if (path === undefined) return undefined
  if (typeof path !== 'string') return pathOfProfile(profile)
  return compilePublishedPath(await fileText(folder, path))
}

export async function fileText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(resolve(folder, file), 'utf8')
  } catch {
    throw refuse('cli.file-unreadable', { file })
  }
}

/** An instant as people type it, in the log's zone; the last instant of the log when nothing is asked. */
export function instantAsked(text: string | undefined, { histories, time }: OpenedLog): EpochMs {
  if (text === undefined) return lastInstant(histories)
  const at = time.read(text)
  if (Number.isNaN(at)) throw refuse('cli.instant-invalid', { text })
  return at
}

/** A line that is written over, only on a terminal, so that files and pipes stay clean. */
function progressOn(io: CommandIo): ((done: number, of: number) => void) | undefined {
  if (!io.isTerminal) return undefined
  let shown = -1
  return (done, of) => {
    const percent = of > 0 ? Math.floor((done / of) * 100) : 100
    if (percent === shown) return
    shown = percent
    io.stderr.write(percent < 100 ? `\r读取 reading ${percent} %` : '\r\x1b[K')
  }
}
