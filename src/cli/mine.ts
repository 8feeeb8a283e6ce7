import { defineRefusals } from '#kernel/refusal.ts'
import { officeHours } from '#engines/calendar/index.ts'
import { mine, temporalReport, type TemporalReport, USUAL_HOURS, USUAL_ZETA } from '#modules/mining/index.ts'
import { printJson, readArguments } from './arguments.ts'
import type { Command, CommandIo } from './io.ts'
import { LOG_HELP, LOG_OPTIONS } from './log-file.ts'
import { openLog } from './log-source.ts'

const refuse = defineRefusals({
  'mine.zeta-invalid': {
    status: 422,
    zh: '--zeta 应为大于零的数，“{text}”不是',
    en: '--zeta takes a number above zero, and "{text}" is none',
  },
})

const HELP = `
流程挖掘：多少件、多少种路径、环节之间的流向和时间。
What really ran: how many cases, which variants, what follows what and after how long.
${LOG_HELP}
  --top N            列出最常见的 N 条路径，默认 20 / list the N most frequent variants
  --hours HOURS      工作时长按此办公时间，默认 ${USUAL_HOURS} / office hours for working time, 08:30-12:00,14:00-17:30
  --temporal         时间画像：每两个环节之间通常隔多久，哪些办件偏离
                     temporal profile: the usual time between any two activities, and the cases that are far off
  --zeta Z           偏离多少个标准差才算，默认 ${USUAL_ZETA} / how many standard deviations are too far
  --json             {cases, events, activities, variants, topVariants[{path,count}], startActivities, endActivities,
                     dfg[{from,to,count,meanSeconds}], meanDurationSeconds, medianDurationSeconds,
                     workingTime{hours, cases, meanSeconds, medianSeconds}}
                     --temporal: temporal{zeta, deviations, deviatingCases,
                     pairs[{from,to,count,meanSeconds,deviationSeconds,deviations}],
                     furthest[{caseId,deviations,from,to,seconds,apart}]}

退出码 / exit codes: 0 完成 done · 2 输入有误 bad input
`

export const mineCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage:
      'xiaoneng mine (--file FILE | --log NAME) [--preset P | --map MAP.yaml] [--top N] [--temporal] [--json]',
    help: HELP,
    options: {
      ...LOG_OPTIONS,
      top: { type: 'string' },
      hours: { type: 'string' },
      temporal: { type: 'boolean' },
      zeta: { type: 'string' },
    },
  })
  if (!read) return 0
  const { top, hours: hoursAsked = USUAL_HOURS, temporal: isTemporal, zeta: zetaAsked } = read.values
  const [hours, zeta] = [officeHours(hoursAsked), zetaOf(zetaAsked)]
  const { histories, rejected, time } = await openLog(read.values, io)
  const figures = mine(histories, Math.max(0, Number(top ?? 20)) || 20, { time, hours })
  const temporal = isTemporal ? temporalReport(histories, zeta) : undefined
  if (read.values.json) printJson(io, { ...figures, temporal })
  else {
    tell(figures, io)
    if (temporal) tellTemporal(temporal, io)
  }
  if (rejected > 0) io.stderr.write(`${rejected} 行有误，未计入 / rows rejected and left out\n`)
  return 0
}

function zetaOf(text: string | undefined): number {
  const zeta = text === undefined ? USUAL_ZETA : Number(text)
  if (!(zeta > 0)) throw refuse('mine.zeta-invalid', { text: text ?? '' })
  return zeta
}

function tell(figures: ReturnType<typeof mine>, io: CommandIo): void {
  const lines = [
    `${figures.cases} 件 cases · ${figures.events} 个事件 events · ${figures.activities} 种活动 activities · ${figures.variants} 种路径 variants`,
    `时长 duration: 平均 mean ${days(figures.meanDurationSeconds)}, 中位 median ${days(figures.medianDurationSeconds)}`,
    ...worked(figures),
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

function worked({ workingTime }: ReturnType<typeof mine>): string[] {
  if (!workingTime || workingTime.cases === 0) return []
  const { hours, cases, meanSeconds, medianSeconds } = workingTime
  const inHours = (seconds: number) => `${(seconds / 3600).toFixed(1)} h`
  return [
    `工作时长 working time (${hours}): 平均 mean ${inHours(meanSeconds)}, 中位 median ${inHours(medianSeconds)}, ${cases} 件 cases`,
  ]
}

function tellTemporal({ zeta, deviations, deviatingCases, furthest }: TemporalReport, io: CommandIo): void {
  const lines = [
    '',
    `时间偏离 times off by more than ${zeta} σ: ${deviations} 处，${deviatingCases} 件 cases`,
    ...furthest
      .slice(0, 15)
      .map(
        ({ caseId, from, to, seconds, apart }) =>
          `${apart.toFixed(1).padStart(9)} σ  ${caseId}  ${from} > ${to}  (${days(seconds)})`,
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
