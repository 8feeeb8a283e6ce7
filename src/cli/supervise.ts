import { describe, type Finding, judge, type Judgement, type RuleJudgement } from '#engines/rules/index.ts'
import { defineRefusals } from '#kernel/refusal.ts'
import { printJson, readArguments } from './arguments.ts'
import type { Command, CommandIo } from './io.ts'
import { instantAsked, LOG_HELP, LOG_OPTIONS } from './log-file.ts'
import { openLog } from './log-source.ts'

const refuse = defineRefusals({
  'supervise.set-invalid': {
    status: 422,
    zh: '--set 写成 NAME=VALUE，例如 --set SV-13.idleWorkingDays=30，不能是“{text}”',
    en: 'write --set NAME=VALUE, for example --set SV-13.idleWorkingDays=30, not "{text}"',
  },
})

const HELP = `
按监察规则检查每一件，列出发现及其依据。
Judges every case by the supervision rules and lists what they found, with the reason.
${LOG_HELP}
  --rule CODE        只用这条规则，可重复 / only this rule; may be repeated
  --set NAME=VALUE   换一个数值试算，如 SV-13.idleWorkingDays=30，可重复 / judge with another number
  --at INSTANT       监察时刻，默认日志的最后时刻 / the instant of supervision; the log's last instant unless given
  --json             {at, rules[{rule, title, level, count, cases, judged, concluded, open, findings}], notJudged}

退出码 / exit codes: 0 完成 done · 2 输入有误 bad input
`

export const superviseCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage:
      'xiaoneng supervise (--file FILE | --log NAME) [--rule CODE] [--set NAME=VALUE] [--at INSTANT] [--json]',
    help: HELP,
    options: {
      ...LOG_OPTIONS,
      rule: { type: 'string', multiple: true },
      set: { type: 'string', multiple: true },
      at: { type: 'string' },
    },
  })
  if (!read) return 0
  const { values } = read
  const log = await openLog(values, io)
  const judgement = judge(log.histories, log.profile, {
    at: instantAsked(values.at, log),
    rules: values.rule,
    set: numbersSet(values.set ?? []),
    calendar: log.calendar,
    path: log.path,
  })
  if (values.json) printJson(io, asJson(judgement))
  else tell(judgement, io)
  return 0
}

function numbersSet(given: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    given.map((text) => {
      const [, name = '', value = ''] = /^([^=]+)=(-?\d+(?:\.\d+)?)$/.exec(text.trim()) ?? []
      if (!name) throw refuse('supervise.set-invalid', { text })
      return [name.trim(), Number(value)] as const
    }),
  )
}

/** Findings per rule with case ids; every count opens to the cases behind it. */
function asJson(judgement: Judgement) {
  const { time } = judgement
  return {
    at: Number.isNaN(judgement.at) ? null : time.instant(judgement.at),
    cases: judgement.histories.caseCount,
    rules: judgement.rules.map((ruled) => {
      const findings = ruled.hits.map((hit) => describe(judgement, hit))
      const cases = [...new Set(findings.map(({ caseId }) => caseId))]
      const { rule, concluded, open } = ruled
      return {
        rule: rule.code,
        title: rule.title,
        level: rule.level,
        basis: rule.basis,
        count: cases.length,
        judged: concluded.judged + open.judged,
        concluded,
        open,
        levels: countLevels(findings),
        cases,
        findings: findings.map((finding) => ({
          caseId: finding.caseId,
          level: finding.level,
          at: time.instant(finding.at),
          because: finding.because,
          evidence: finding.evidence.map((event) => ({ ...event, at: time.instant(event.at) })),
        })),
      }
    }),
    notJudged: judgement.notJudged.map(({ rule, because }) => ({
      rule: rule.code,
      title: rule.title,
      because,
    })),
  }
}

const countLevels = (findings: readonly Finding[]): Record<string, number> => {
  const levels: Record<string, number> = {}
  for (const { level } of findings) levels[level] = (levels[level] ?? 0) + 1
  return levels
}

function tell(judgement: Judgement, io: CommandIo): void {
  const { time, at, rules, notJudged } = judgement
  const lines = [
    `监察时刻 judged at ${Number.isNaN(at) ? '–' : time.instant(at)}`,
    '',
    ...rules.flatMap((ruled) => tellRule(judgement, ruled)),
    ...(notJudged.length > 0 ? ['', '未判断 not judged:'] : []),
    ...notJudged.map(
      ({ rule, because }) =>
        `  ${rule.code} ${rule.title.zh} ${rule.title.en}: ${because.zh} / ${because.en}`,
    ),
  ]
  io.stdout.write(`${lines.join('\n')}\n`)
}

const SHOWN = 3

function tellRule(judgement: Judgement, { rule, hits, concluded, open }: RuleJudgement): string[] {
  const judged = concluded.judged + open.judged
  const found = concluded.found + open.found
  const head =
    `${rule.code} ${rule.title.zh} ${rule.title.en}: ${found} / ${judged}` +
    `（办结 concluded ${concluded.found} / ${concluded.judged}，在办 open ${open.found} / ${open.judged}）`
  const shown = hits.slice(0, SHOWN).map((hit) => describe(judgement, hit))
  return [
    head,
    ...shown.map(
      ({ caseId, level, because }) => `    ${level.padEnd(6)} ${caseId}  ${because.zh} / ${because.en}`,
    ),
    ...(hits.length > SHOWN ? [`    … ${hits.length - SHOWN} 条 more (--json)`] : []),
  ]
}
