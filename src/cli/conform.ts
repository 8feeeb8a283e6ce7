import { concludedCases, type Deviation, sentenceOf, type Statement } from '#engines/rules/index.ts'
import type { Histories } from '#engines/histories/index.ts'
import { defineRefusals } from '#kernel/refusal.ts'
import {
  alignmentCosts,
  briefly,
  type CompiledPath,
  compilePublishedPath,
  type Conformance,
  conformToPublished,
  programOf,
  type PublishedConformance,
} from '#modules/mining/index.ts'
import { printJson, readArguments } from './arguments.ts'
import type { Command, CommandIo } from './io.ts'
import { fileText, LOG_HELP, LOG_OPTIONS, type OpenedLog } from './log-file.ts'
import { openLog } from './log-source.ts'

const refuse = defineRefusals({
  'conform.no-path': {
    status: 422,
    zh: '请用 --path 给出公布的流程（YAML 步骤或 BPMN 2.0 文件）',
    en: 'give the published path with --path: a YAML file of steps, or BPMN 2.0',
  },
})

const HELP = `
与公布的流程逐件比对：每一处偏离在哪里、是哪一种。
Compares every case with the published path: where it left it, and how.
${LOG_HELP}
  --path FILE        公布的流程 / the published path: YAML 步骤 steps, or BPMN 2.0
                     path:
                       - 收件
                       - optional: [补正告知, 补正]
                       - choice: [[准予], [不予]]
                       - parallel: [[勘验], [评审]]
                       - repeat: [审查]
                     others: allowed      # 流程以外的活动不算偏离 / activities beside the path are let through
                     constraints:         # 约束，可与步骤并用或单用 / beside the steps or instead of them
                       - precedence: [审查, 决定]
                       - response: [补正告知, 补正]
                       - atMost: { activity: 补正告知, times: 1 }
                     全部模板见 docs/logs.md / all templates: docs/logs.md
  --json             {cases, fitting, fittingSoFar, deviating, moves, kinds, deviations[{kind, activity, cases}],
                     deviatingCases[{caseId, moves, deviations[{kind, place, activity, steps}]}],
                     constraints[{constraint, text, concerned, broken, owed}],
                     constraintBreaks[{caseId, breaks[{constraint, kind, place, activity}]}]}

skipped 跳过 · outOfOrder 顺序不符 · repeated 重复 · unknown 流程以外 · unfinished 办结而未走完
退出码 / exit codes: 0 完成 done · 2 输入有误 bad input
`

export const conformCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng conform (--file FILE | --log NAME) --path FILE [--json]',
    help: HELP,
    options: { ...LOG_OPTIONS, path: { type: 'string' } },
  })
  if (!read) return 0
  const log = await openLog(read.values, io)
  const report = reportOf(log, await pathAsked(read.values.path, log, io))
  if (read.values.json) printJson(io, report)
  else tell(report, io)
  return 0
}

async function pathAsked(file: string | undefined, log: OpenedLog, io: CommandIo): Promise<CompiledPath> {
  if (file !== undefined) return compilePublishedPath(await fileText(io.cwd, file))
  if (!log.path) throw refuse('conform.no-path')
  return log.path
}

function reportOf({ histories, profile, time }: OpenedLog, published: CompiledPath) {
  const conformance = conformToPublished(histories, published, concludedCases(histories, profile, time))
  const costs = alignmentCosts(histories, programOf(published, histories))
  return {
    cases: histories.caseCount,
    fitting: conformance.fitting,
    fittingSoFar: conformance.fittingSoFar,
    deviating: conformance.deviating,
    moves: costs.reduce((sum, cost) => sum + cost, 0),
    ...summed(histories, conformance.path),
    deviatingCases: [...conformance.path.deviations].map(([index, found]) => ({
      caseId: histories.caseIds[index] ?? '',
      moves: costs[index] ?? 0,
      deviations: found.map((deviation) => told(histories, index, deviation)),
    })),
    ...onConstraints(histories, conformance),
  }
}

/** Every constraint with its figures, and the cases that broke any. */
function onConstraints(histories: Histories, { program, constraints }: PublishedConformance) {
  const deviating = [...constraints.verdicts.keys()].filter((index) => constraints.verdicts[index] === 2)
  return {
    constraints: program.statements.map((statement, place) => ({
      constraint: briefly(statement),
      text: sentenceOf(statement),
      ...(constraints.figures[place] ?? { concerned: 0, broken: 0, owed: 0 }),
    })),
    constraintBreaks: deviating.map((index) => ({
      caseId: histories.caseIds[index] ?? '',
      breaks: constraints.breaksOf(index).map(({ constraint, kind, place }) => ({
        constraint: briefly(program.statements[constraint] as Statement),
        kind,
        place,
        activity: activityAt(histories, index, place),
      })),
    })),
  }
}

type Report = ReturnType<typeof reportOf>

/** In how many cases each kind occurs, and each kind at each activity. */
function summed(histories: Histories, { deviations }: Conformance) {
  const kinds = new Map<string, number>()
  const marks = new Map<string, number>()
  for (const [index, found] of deviations) {
    const inCase = found.map((deviation) => told(histories, index, deviation))
    for (const kind of new Set(inCase.map((one) => one.kind))) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const marked = inCase.flatMap(({ kind, steps }) => steps.map((step) => JSON.stringify([kind, step])))
    for (const mark of new Set(marked)) marks.set(mark, (marks.get(mark) ?? 0) + 1)
  }
  const list = [...marks].map(([mark, cases]) => {
    const [kind = '', activity = ''] = JSON.parse(mark) as [string, string]
    return { kind, activity, cases }
  })
  return { kinds: Object.fromEntries(kinds), deviations: list.sort((a, b) => b.cases - a.cases) }
}

function told(histories: Histories, index: number, { kind, place, steps }: Deviation) {
  return { kind, place, activity: activityAt(histories, index, place), steps }
}

/** The activity of the event at a place within its case; none for a place of −1. */
function activityAt({ firstEvent, activity, activities }: Histories, index: number, place: number): string {
  return place < 0 ? '' : (activities[activity[(firstEvent[index] ?? 0) + place] ?? -1] ?? '')
}

function tell(report: Report, io: CommandIo): void {
  const lines = [
    `${report.cases} 件 cases: ${report.fitting} 符合 fitting · ${report.fittingSoFar} 目前符合 fitting so far · ${report.deviating} 偏离 deviating`,
    `最少改动 least moves to the path: ${report.moves}`,
    '',
    ...report.deviations
      .slice(0, 30)
      .map(({ kind, activity, cases }) => `${String(cases).padStart(9)}  ${kind.padEnd(11)} ${activity}`),
    ...report.constraints.map(
      ({ text, concerned, broken, owed }) =>
        `${String(broken).padStart(9)}  ${text.zh} · ${text.en}（涉及 concerned ${concerned}，在途未了 still owed ${owed}）`,
    ),
  ]
  io.stdout.write(`${lines.join('\n')}\n`)
}
