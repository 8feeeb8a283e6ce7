import type { Bilingual } from '#kernel/refusal.ts'
import { copiedSheets } from '../visits/copied.ts'
import { drawnFor } from '../visits/receivers.ts'
import { standingOf, type Visit } from '../visits/visit.ts'
import type { ChecklistItem } from '../visits/checklist.ts'
import type { Round } from './round.ts'
import { nameOf } from './draw.ts'

export interface ReportFigure {
  readonly code: string
  readonly title: Bilingual
  readonly value: number
  readonly of: number | null
  readonly visits: readonly string[]
}

interface Counting {
  readonly today: string
  /** How far a phone's clock may be off, in milliseconds. */
  readonly driftMs: number
  readonly items: readonly ChecklistItem[]
}

const ids = (rows: readonly Visit[]) => rows.map(({ visit }) => visit)
const figure = (
  code: string,
  title: readonly [string, string],
  rows: readonly Visit[],
  of: number | null = null,
  value = rows.length,
): ReportFigure => ({ ...{ code, title: { zh: title[0], en: title[1] } }, value, of, visits: ids(rows) })

/** What a round came to: each figure with the visits that it counts, good and bad beside each other. */
export function reportOf(round: Round, visited: readonly Visit[], { today, items, driftMs }: Counting) {
  const seen = visited.filter(({ started }) => started)
  const withFindings = visited.filter(({ findings }) => findings.length > 0)
  const findings = visited.reduce((sum, one) => sum + one.findings.length, 0)
  return {
    figures: [
      figure('visited', ['已检查', 'visited'], seen, visited.length),
      figure(
        'handedIn',
        ['已交情况单', 'sheets handed in'],
        visited.filter(({ submitted }) => submitted),
        visited.length,
      ),
      figure('findings', ['发现问题', 'findings'], withFindings, null, findings),
      ...(['grave', 'ordinary', 'light'] as const).map((severity) =>
        figure(
          `findings-${severity}`,
          SEVERITIES[severity],
          visited.filter((one) => one.findings.some((finding) => finding.severity === severity)),
          findings,
          visited.reduce((sum, one) => sum + one.findings.filter((f) => f.severity === severity).length, 0),
        ),
      ),
      figure(
        'rechecked',
        ['复查原有问题', 're-checked'],
        visited.filter(({ rechecks }) => rechecks.length > 0),
        visited.reduce((sum, one) => sum + one.follows.length, 0),
        visited.reduce((sum, one) => sum + one.rechecks.length, 0),
      ),
      figure(
        'evidence',
        ['证据', 'pieces of evidence'],
        visited.filter(({ evidence }) => evidence.length > 0),
        null,
        visited.reduce((sum, one) => sum + one.evidence.length, 0),
      ),
    ],
    faults: faultsOf(round, visited, { today, driftMs }),
    byBody: byBody(round, visited, items),
    byGroup: byGroup(visited),
    copied: copiedSheets(visited),
  }
}

const SEVERITIES = {
  grave: ['严重', 'grave'],
  ordinary: ['一般', 'ordinary'],
  light: ['轻微', 'light'],
} as const

function faultsOf(
  round: Round,
  visited: readonly Visit[],
  { today, driftMs }: Pick<Counting, 'today' | 'driftMs'>,
): ReportFigure[] {
  const late = visited.filter(
    ({ ended, submitted, overdueAt }) =>
      ended && !submitted && (overdueAt !== undefined || ended.submitBy < today),
  )
  const overdue = round.until < today
  const copied = new Set(copiedSheets(visited).flatMap(({ visits }) => visits))
  const warned = new Set(round.warnings.flatMap(({ visit }) => visit ?? []))
  const faults = [
    figure(
      'skipped',
      ['未检查', 'left out'],
      visited.filter((one) => standingOf(one) === 'skipped' || (overdue && !one.started)),
    ),
    figure('noSheet', ['到期没有情况单', 'no findings sheet'], late),
    figure(
      'lateSheet',
      ['情况单迟交', 'findings sheet handed in late'],
      visited.filter(({ submitted, overdueAt }) => submitted && overdueAt !== undefined),
    ),
    figure(
      'copied',
      ['情况单雷同', 'sheets alike'],
      visited.filter(({ visit }) => copied.has(visit)),
    ),
    figure(
      'warned',
      ['走漏风声', 'warned beforehand'],
      visited.filter(({ visit }) => warned.has(visit)),
      null,
      round.warnings.length,
    ),
    figure(
      'clockOff',
      ['手机时间有误', 'phone clock wrong'],
      visited.filter(({ started }) => Math.abs(started?.drift ?? 0) > driftMs),
    ),
    figure(
      'receiversEntered',
      ['核实对象不是抽签确定的', 'asked whom the inspectors chose'],
      visited.filter((one) =>
        one.answers.some(({ item, receivers }) => receivers.length > 0 && drawnFor(one, item).length === 0),
      ),
    ),
    figure('easyOnly', ['只查了容易的', 'easy places only'], onlyEasy(round, visited)),
    figure('praiseOnly', ['没有一个问题', 'praise alone'], [], null, round.closed?.praiseOnly ? 1 : 0),
  ]
  return faults.filter(({ value }) => value > 0)
}

/** Only easy places were seen although there were others in the list. */
function onlyEasy({ places }: Round, visited: readonly Visit[]): readonly Visit[] {
  const stratum = new Map(places.map((place) => [nameOf(place), place.stratum]))
  const seen = visited.filter(({ started }) => started)
  const easy = seen.every((one) => stratum.get(nameOf(one)) === 'easy')
  return seen.length > 0 && easy && places.some((one) => one.stratum !== 'easy') ? seen : []
}

/** 联合督查: one visit, and afterwards each body has the findings that are its own. */
function byBody({ bodies }: Round, visited: readonly Visit[], items: readonly ChecklistItem[]) {
  const bodyOf = new Map(items.map(({ code, body }) => [code, body]))
  const lead = bodies[0]
  return bodies.map((body) => {
    const own = visited.map((visit) => ({
      visit,
      findings: visit.findings.filter(
        (one) => (one.body ?? (one.item === null ? null : bodyOf.get(one.item)) ?? lead) === body,
      ),
    }))
    const some = own.filter(({ findings }) => findings.length > 0)
    return {
      body,
      findings: some.flatMap(({ findings }) => findings.map(({ finding }) => finding)),
      visits: some.map(({ visit }) => visit.visit),
    }
  })
}

function byGroup(visited: readonly Visit[]) {
  const groups = [...new Set(visited.map(({ group }) => group))].sort()
  return groups.map((group) => {
    const own = visited.filter((one) => one.group === group)
    return {
      group,
      visits: own.length,
      handedIn: own.filter(({ submitted }) => submitted).length,
      units: own.map(({ unit }) => unit),
    }
  })
}
