import { mine } from '#modules/mining/index.ts'
import { printJson, readArguments } from './arguments.ts'
import type { Command, CommandIo } from './io.ts'
import { LOG_HELP, LOG_OPTIONS } from './log-file.ts'
import { openLog } from './log-source.ts'

const HELP = `
流程挖掘：多少件、多少种路径、环节之间的流向和时间。
What really ran: how many cases, which variants, what follows what and after how long.
${LOG_HELP}
  --top N            列出最常见的 N 条路径，默认 20 / list the N most frequent variants
  --json             {cases, events, activities, variants, topVariants[{path,count}], startActivities, endActivities,
                     dfg[{from,to,count,meanSeconds}], meanDurationSeconds, medianDurationSeconds}

退出码 / exit codes: 0 完成 done · 2 输入有误 bad input
`

export const mineCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng mine (--file FILE | --log NAME) [--preset P | --map MAP.yaml] [--top N] [--json]',
    help: HELP,
    options: { ...LOG_OPTIONS, top: { type: 'string' } },
  })
  if (!read) return 0
  const { histories, rejected } = await openLog(read.values, io)
  const figures = mine(histories, Math.max(0, Number(read.values.top ?? 20)) || 20)
  if (read.values.json) printJson(io, figures)
  else tell(figures, io)
  if (rejected > 0) io.stderr.write(`${rejected} 行有误，未计入 / rows rejected and left out\n`)
  return 0
}

function tell(figures: ReturnType<typeof mine>, io: CommandIo): void {
  const lines = [
    `${figures.cases} 件 cases · ${figures.events} 个事件 events · ${figures.activities} 种活动 activities · ${figures.variants} 种路径 variants`,
    `时长 duration: 平均 mean ${days(figures.meanDurationSeconds)}, 中位 median ${days(figures.medianDurationSeconds)}`,
    '',
    '最常见的路径 / most frequent variants',
    ...figures.topVariants
      .slice(0, 10)
      .map(({ path, count }) => `${String(count).padStart(9)}  ${path.join(' > ')}`),
    '',
    '最常见的流向 / most frequent steps',
    ...figures.dfg
      .slice(0, 15)
      .map(
        ({ from, to, count, meanSeconds }) =>
          `${String(count).padStart(9)}  ${from} > ${to}  (${days(meanSeconds)})`,
      ),
  ]
  io.stdout.write(`${lines.join('\n')}\n`)
}

const days = (seconds: number): string =>
  seconds >= 86_400
    ? `${(seconds / 86_400).toFixed(1)} d`
    : seconds >= 3600
      ? `${(seconds / 3600).toFixed(1)} h`
      : `${seconds.toFixed(0)} s`
